"""Who somebody without a name is at a trial: the defendant, one of several, a relative."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Name
from checker.claims.names import nouns_of_people
from checker.claims.placing import Placed
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import ROLE, FacetMatch, Quantity, Token
from checker.plurals import is_plural

DEFENDANT, DEFENDANTS = "defendant", "defendants"
# Words between what tells whose somebody is and the noun: "her | older | brother".
_QUALIFIED = 2
# And between a number and what it measures: "nine years | in prison".
_BEHIND = 2
_MARKS = frozenset(",.;:()")


def role_on_trial(scene: Scene, quantity: Quantity, placed: Placed) -> FacetMatch | None:
    """
    Return who a term or sum is for where nobody is named.

    A story is mostly about one; "her brother" and "another man" are somebody else in it, and
    "two men" are several. "He ruled for 30 years | and jailed his foes" tells of nobody's term.
    """
    if not _is_told(scene, quantity, placed):
        return None
    noun = _noun(scene, quantity)
    if noun is None:
        return FacetMatch(ROLE, DEFENDANT, scene.span(quantity.first, quantity.last))
    word = scene.tokens[noun.last - 1].word
    role = word if _is_other(scene, noun) else DEFENDANT
    if is_plural(word, scene.language.quantities):
        role = DEFENDANTS
    return FacetMatch(ROLE, role, scene.span(noun.first, noun.last))


def _is_told(scene: Scene, quantity: Quantity, placed: Placed) -> bool:
    """Whether a verb leads to a number, or what it measures stands at it: "nine years in jail"."""
    region, last = scene.region_of(quantity), quantity.last
    if any(region.holds(hit) and hit.first < last for hit in (*placed.needs, *placed.words)):
        return True
    words, sentences = scene.language.discourse, scene.language.sentences
    small = words.passives | words.auxiliaries | sentences.list_words | sentences.clause_words
    following = scene.tokens[last : last + 1]
    if any(token.word in small or token.word in _MARKS for token in following):
        return False
    near = range(last, last + _BEHIND + 1)
    return any(hit.first in near for hit in (*placed.words, *placed.needs))


def _noun(scene: Scene, quantity: Quantity) -> Hit[Name] | None:
    """Return the noun for whoever is sentenced: the first of the clause that nothing governs."""
    region = scene.region_of(quantity)
    # "Lawyers said | that he was jailed".
    said = max((index for index in scene.reporting if index < quantity.first), default=-1)
    nouns = [hit for hit in nouns_of_people(scene) if region.holds(hit) and hit.first > said]
    free = (hit for hit in nouns if hit.last <= quantity.first and not _is_governed(scene, hit))
    behind = (hit for hit in nouns if hit.first >= quantity.last)
    return next(free, None) or next(behind, None)


def _is_governed(scene: Scene, noun: Hit[Name]) -> bool:
    """Whether a preposition leads up to a noun: "the killer of | a nurse"."""
    before = _before(scene, noun)
    return any(token.word in scene.language.discourse.prepositions for token in before)


def _is_other(scene: Scene, noun: Hit[Name]) -> bool:
    """Whether somebody is told by another one: "her brother", "Ruiz's driver", "another man"."""
    language = scene.language
    others = language.discourse.further | language.discourse.owners | language.sentences.suffixes
    others |= language.discourse.possessives | language.checks.revised
    return any(token.word in others for token in _before(scene, noun))


def _before(scene: Scene, noun: Hit[Name]) -> Sequence[Token]:
    """Return the few words that lead up to a noun."""
    return scene.tokens[max(noun.first - 1 - _QUALIFIED, 0) : noun.first]
