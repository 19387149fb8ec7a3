"""Who asks and who is asked: whoever is asked gives, and whoever asks receives."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.parties import countries, facet_of, preposition
from checker.claims.scene import Region, Scene
from checker.claims.verbs import verb_of
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity


def asked_in(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> dict[str, FacetMatch]:
    """
    Return giver and receiver of what is asked for: "Kiev demande à Ankara de lui livrer 50 drones".

    A pronoun before the moving verb says that whoever asks is to receive; without one it is whoever
    is named behind the verb. With more than one country on a side nothing is known.
    """
    region, words = scene.region_of(quantity), scene.language.discourse
    verb = verb_of(scene, quantity, [hit for hit in needs if region.holds(hit)])
    cues = scene.cues.get("sought", ())
    if verb is None or not any(region.first <= cue.first < verb.first for cue in cues):
        return {}
    cue = next(cue for cue in cues if region.first <= cue.first < verb.first)
    between = Region(cue.last, verb.first)
    named = list(countries(scene, between))
    asked = [hit for hit in named if preposition(scene, hit, between) in words.receivers]
    if any(token.word in words.datives for token in scene.tokens[slice(*between)]):
        gets = list(countries(scene, Region(region.first, cue.first)))
    else:
        behind = Region(verb.last, region.last)
        gets = [h for h in countries(scene, behind) if preposition(scene, h, behind) in _to(scene)]
    if len(asked) != 1 or len(gets) != 1:
        return {}
    return {
        "giver": facet_of(scene, "giver", asked[0]),
        "receiver": facet_of(scene, "receiver", gets[0]),
    }


def _to(scene: Scene) -> frozenset[str]:
    return scene.language.discourse.receivers
