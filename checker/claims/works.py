"""Whose figure it is where no name tells: "the film | won seven awards" is of the title before."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from checker.claims.book import Name
from checker.claims.names import (
    is_governed,
    is_person,
    is_title,
    name_match,
    name_value,
    names_in,
)
from checker.claims.persons import object_behind
from checker.claims.scene import Region, Scene
from checker.claims.wholes import is_whole
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# The class of nouns for what has a title, and those for who may have made it.
_OPUS = "opus"
_MAKERS = frozenset({"somebody", "band"})
# Under this facet a work is what is made, and makes nothing.
_MAKER = "maker"
# Words between an article and its noun: "the | quiet period | romance".
_DESCRIBED = 3
# Words before the number of a clause that has no subject: "With some | six awards".
_FRONTED = 4
# Clauses behind such a one that may name the subject: "..., never a winner, | Ruiz laughs".
_CLAUSES_ON = 2
# A film reaches so many sentences back.
_REACH = 3


def work_told(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the title, or the maker, that a described subject stands for: "the film", "the singer".

    Of two titles it is neither. Where the text tells none before, the noun itself is the value: it
    is held against its like only.
    """
    named = (_name_at(scene, clause.first) for clause in _behind_comma(scene, quantity))
    name = _given(scene, quantity) or next((name for name in named if name is not None), None)
    if name is not None:
        return name_match(scene, facet, name)
    own = Region(scene.region_of(quantity).first, quantity.first)
    kinds = _MAKERS if facet == _MAKER else {_OPUS, *_MAKERS}
    nouns = (_subject(scene, region, kinds) for region in (own, *_behind_comma(scene, quantity)))
    noun = next((noun for noun in nouns if noun is not None), None)
    if noun is None:
        return _alone(scene, facet, own)
    if noun.payload.code == _OPUS and list(_titles(scene)):
        return None
    told = _title_before(scene) if noun.payload.code == _OPUS else _maker_before(scene)
    if told is None:
        told = scene.words(noun.first, noun.last).lower()
    return FacetMatch(facet, told, scene.span(noun.first, noun.last)) if told else None


def _alone(scene: Scene, facet: str, region: Region) -> FacetMatch | None:
    """Return the pronoun of somebody of whom the text told nothing before: "She | won two"."""
    words = scene.language.discourse
    humans = words.singular | words.owners
    at = next((i for i in range(*region) if scene.tokens[i].word in humans), None)
    if at is None or scene.antecedent is None or scene.antecedent(None) is not None:
        return None
    return FacetMatch(facet, scene.tokens[at].word, scene.span(at, at + 1))


def _behind_comma(scene: Scene, quantity: Quantity) -> Iterator[Region]:
    """Yield the clauses that one without a subject opens: "Nominated six times, | Ruiz lost"."""
    opening = scene.clause(0)
    is_parted = quantity.last < opening.last and scene.tokens[opening.last - 1].word == ","
    # The capital of the sentence is none of a name.
    names = names_in(scene, Region(0, quantity.first))
    if quantity.first > _FRONTED or not is_parted or any(name.last > 1 for name in names):
        return
    starts = (first for first in scene.clauses if first >= opening.last)
    for first in islice(starts, _CLAUSES_ON):
        yield scene.clause(scene.clause_at(first))


def _given(scene: Scene, quantity: Quantity) -> Region | None:
    """Return to whom or for what prizes go: "six awards went to | Ana Ruiz"."""
    tokens, words = scene.tokens, scene.language.discourse
    if is_whole(scene, quantity):
        return None
    leads = words.bids | words.receivers
    for index in range(quantity.last, min(quantity.last + _DESCRIBED, len(tokens))):
        if tokens[index].word in leads:
            start = next((i for i in range(index + 1, len(tokens)) if _is_said(scene, i)), None)
            names = names_in(scene, Region(index, len(tokens)))
            return next((name for name in names if name.first == start), None)
    return None


def _is_said(scene: Scene, index: int) -> bool:
    """Whether a token is no article, and no mark that opens a title."""
    token = scene.tokens[index]
    return token.kind is TokenKind.WORD and token.word not in scene.language.discourse.articles


def _name_at(scene: Scene, start: int) -> Region | None:
    """Return the name that begins a clause, articles and what describes it passed over."""
    found = object_behind(scene, start, Region(start, len(scene.tokens)))
    return found if found is not None and is_person(scene, found) else None


def _subject(scene: Scene, region: Region, kinds: AbstractSet[str]) -> Hit[Name] | None:
    """Return the first noun of a stretch for a work or its maker, if an article leads up to it."""
    for hit in sorted(scene.names, key=lambda hit: hit.first):
        is_named = hit.payload.type == "noun" and hit.payload.code in kinds
        if is_named and region.first <= hit.first and hit.last <= region.last:
            return hit if _is_led(scene, hit, region) else None
    return None


def _is_led(scene: Scene, hit: Hit[Name], region: Region) -> bool:
    """Whether a noun is that of "the film", which owns nothing and hangs on no preposition."""
    tokens, words = scene.tokens, scene.language
    definite = words.discourse.articles - words.numbers.articles
    is_owner = hit.last < len(tokens) and tokens[hit.last].word in words.sentences.suffixes
    for index in range(hit.first - 1, max(hit.first - 2 - _DESCRIBED, region.first - 1), -1):
        if tokens[index].word in definite:
            return not is_owner and not is_governed(scene, Region(index, hit.last), region)
        if tokens[index].kind is not TokenKind.WORD:
            return False
    return False


def _title_before(scene: Scene) -> str | None:
    """Return the one title of the nearest sentence with any; "" of several, None of none."""
    for told in islice(scene.earlier(), _REACH):
        titles = set(_titles(told))
        if titles:
            return titles.pop() if len(titles) == 1 else ""
    return None


def _titles(scene: Scene) -> Iterator[str]:
    """Yield the titles that a sentence writes in quotation marks."""
    for name in names_in(scene, Region(0, len(scene.tokens))):
        if is_title(scene, name) and (value := name_value(scene, name)):
            yield value


def _maker_before(scene: Scene) -> str | None:
    """Return whom the text was about; "" where it may be either of two."""
    return scene.antecedent(None) if scene.antecedent else None
