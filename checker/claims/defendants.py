"""Whose trial a prison term is of: whoever it is asked for, or who faces it."""

from __future__ import annotations

from checker.claims.names import is_person, name_match, nouns_of_people
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


def person_behind(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return the person that a term or sum is for: "nine years in jail | for banker Colmer"."""
    found = _behind(scene, quantity)
    return name_match(scene, facet, found) if found is not None else None


def _behind(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name that "for" or "against" leads to, a noun of people passed over."""
    tokens, words = scene.tokens, scene.language.discourse
    leads = words.receivers | words.against | words.purpose
    for index in range(quantity.last, min(quantity.last + _REACH, len(tokens) - 1)):
        if tokens[index].kind is not TokenKind.WORD:
            return None
        if tokens[index].word in leads:
            return _name_from(scene, index + 1)
    return None


def _name_from(scene: Scene, start: int) -> Region | None:
    """Return the name at a token, or behind a noun for what somebody is: "ex-banker | Colmer"."""
    ends = {hit.last for hit in nouns_of_people(scene)}
    for index in range(start, min(start + _REACH, len(scene.tokens))):
        if is_capital(scene, index) and (index == start or index in ends):
            found = Region(index, name_end(scene, index))
            return found if is_person(scene, found) and _is_whole(scene, found) else None
        if scene.tokens[index].word in scene.language.discourse.prepositions:
            return None
    return None


def _is_whole(scene: Scene, name: Region) -> bool:
    """Whether no noun or owner's mark follows a name: "for Hale", not "for the Hale | murder"."""
    if name.last >= len(scene.tokens) or name.last in scene.dated:
        return True
    token, words = scene.tokens[name.last], scene.language
    small = words.discourse.prepositions | words.discourse.auxiliaries | words.discourse.passives
    small |= words.sentences.list_words | words.sentences.clause_words
    is_mark = token.kind is not TokenKind.WORD and token.word not in words.sentences.suffixes
    return is_mark or token.word in small
