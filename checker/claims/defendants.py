"""Whose trial a prison term is of: whoever it is asked for, or who faces it."""

from __future__ import annotations

from checker.claims.names import is_person, name_match
from checker.claims.persons import person_subject
from checker.claims.placing import Placed
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.model import FacetMatch, Quantity, TokenKind

# Terms that somebody else asks for, so that the subject of the verb is not on trial.
_ASKED = frozenset({"asked", "defence"})
# Words between a term and the name it is for: "40 years in prison | for".
_REACH = 5


def defendant_of(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """
    Return who may have to serve a term.

    Whoever asks for it is named first; the name behind "for" or "against" is that of the person on
    trial, and where there is none it is whoever the text was about.
    """
    if not any(hit.payload.value in _ASKED for hit in placed.words):
        return person_subject(scene, quantity, facet, placed.words)
    found = _behind(scene, quantity)
    if found is not None:
        return name_match(scene, facet, found)
    value = scene.antecedent(None) if scene.antecedent else None
    span = scene.span(quantity.first, quantity.last)
    return FacetMatch(facet, value, span) if value else None


def _behind(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name that a term is asked for: "25 years in prison | for Ivo Brandt"."""
    tokens, words = scene.tokens, scene.language.discourse
    leads = words.receivers | words.against | words.purpose
    for index in range(quantity.last, min(quantity.last + _REACH, len(tokens) - 1)):
        if tokens[index].kind is not TokenKind.WORD:
            return None
        if tokens[index].word in leads and is_capital(scene, index + 1):
            found = Region(index + 1, name_end(scene, index + 1))
            return found if is_person(scene, found) else None
    return None
