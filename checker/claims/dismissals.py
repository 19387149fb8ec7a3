"""Whose time in a post a number is, where somebody is dismissed: never who dismisses."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.anaphors import person_meant
from checker.claims.book import Term
from checker.claims.names import name_match
from checker.claims.persons import is_undergone
from checker.claims.players import actors_in, object_of, only_actor
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity


def person_dismissed(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return whom a verb of dismissal is told of: "Ostra sacked | coach Ana Ruiz after a year".

    Behind "he was sacked by Ostra" it is whoever the text was about.
    """
    region, verbs = _dismissing(scene, quantity, needs)
    for hit in verbs:
        if not is_undergone(scene, hit):
            found = object_of(scene, quantity, [hit])
        elif names := actors_in(scene, Region(region.first, hit.first)):
            found = only_actor(scene, names)
        else:
            meant = person_meant(scene, hit.first - 1, facet)
            if meant is not None:
                return meant
            found = None
        if found is not None:
            return name_match(scene, facet, found)
    return None


def dismisses(
    scene: Scene, quantity: Quantity, found: FacetMatch, needs: Sequence[Hit[Term]]
) -> bool:
    """Whether a name stands behind a passive and says who dismisses: "was sacked by | Ostra"."""
    _, verbs = _dismissing(scene, quantity, needs)
    passives = [scene.tokens[hit.first].start for hit in verbs if is_undergone(scene, hit)]
    return found.span is not None and any(found.span.start > start for start in passives)


def _dismissing(
    scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]
) -> tuple[Region, list[Hit[Term]]]:
    """Return the clause that tells of a dismissal before a number, and its words for it."""
    region, before = scene.region_of(quantity), [hit for hit in needs if hit.last <= quantity.first]
    if region.first and not any(region.holds(hit) for hit in before):
        # "Ruiz was sacked, | just a year into the job".
        region = scene.clause(scene.clause_at(region.first - 1))
    return region, [hit for hit in before if region.holds(hit)]
