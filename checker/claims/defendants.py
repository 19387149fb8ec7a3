"""Whose trial a prison term is of: whoever it is asked for, who faces it, or who is named next."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.datelines import body_start
from checker.claims.introductions import introduced
from checker.claims.names import is_person, name_match, name_value, names_in, nouns_of_people
from checker.claims.persons import person_subject
from checker.claims.placing import Placed
from checker.claims.referents import FULL, has_age, people_of
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.model import FacetMatch, Quantity, Token, TokenKind

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


def person_named_next(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return whom a report names only after what befell them.

    "A nurse was jailed for nine years. | Ana Ruiz, 51, wept": the one person told of has an article
    and opens the sentence, and the name with an age opens the next.
    """
    start = body_start(scene)
    if not _befell_one(scene, scene.tokens[start : quantity.first]):
        return None
    opening = (_name_with_age(told) for told in scene.later())
    value = next(opening, "")
    return FacetMatch(facet, value, scene.span(start, quantity.first)) if value else None


def _befell_one(scene: Scene, before: Sequence[Token]) -> bool:
    """Whether a sentence tells what was done to one person without a name: "A nurse was"."""
    words = scene.language
    is_led = bool(before) and before[0].word in words.numbers.articles
    if not is_led or not any(token.word in words.discourse.passives for token in before):
        return False
    names = names_in(scene, Region(0, len(scene.tokens)))
    known = [name for name in names if is_person(scene, name)]
    return introduced(scene) == 1 and not people_of(scene, known)


def _name_with_age(scene: Scene) -> str:
    """Return the full name that opens a sentence, with an age beside it; empty where none does."""
    start = body_start(scene)
    name = next(names_in(scene, Region(start, len(scene.tokens))), None)
    if name is None or name.first != start or name.last - start < FULL:
        return ""
    is_aged = is_person(scene, name) and has_age(scene, name.last)
    return name_value(scene, name) if is_aged else ""
