"""
What a report tells, as terms with weights: by these, reports of one event are found to be alike.

Names and exact figures count fully, other words half, and each the more the fewer reports have it.
What looks back on something earlier ("a week after five people died in Ostra") counts little: it
names another event, or an older chapter of this one. The agency in a dateline tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import fsum, log, sqrt

from checker.facts.compass import Region, regions
from checker.facts.openings import OPENING, told_first
from checker.lookbacks import look_backs
from checker.model import Article, Language
from checker.values import frozen
from checker.vocabulary import load_vocabulary

Vector = dict[str, float]
Languages = Mapping[str, Language]

# Rarity is reckoned as if so many other articles were at hand, so that a term of two articles among
# two is as telling as one of two among a hundred.
_OTHERS = 200

# A word that is no name tells half as much: many events have "fire" and "police" in common. What
# looks back tells a tenth: enough to join a report that has nothing else to those of that event.
_PLAIN = 0.5
_BACK = 0.1

# Words are told apart by so many letters: "explosion" and "explosive" are one in any language.
_STEM = 6
_SHORTEST = 3

# A figure of fewer digits, or of one digit and zeros, is of too many things: 4, 300. One of so many
# is exact enough to count as a name does, which 34 is not.
_SHARP_DIGITS = 2
_EXACT_DIGITS = 3
_YEARS = range(1900, 2100)

# A bound keeps a hostile text of ever new words from filling the memory.
_WORDS_REMEMBERED = 50_000
_WORD = re.compile(r"[^\W_][\w'’-]*")
# A capital after another word or a comma: not one that merely opens a sentence.
_INSIDE = re.compile(r"(?<=[\w,;] |\w[’'])[^\W\d_][\w-]{2,}")
_FIGURE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?: \d{3})+(?!\d)|\d[\d.,\u00a0\u202f]*\d|\.\d+)(?!\w)")
_AGENCY = re.compile(r"\([^()\n]{2,20}\)(?=\s*[-–—])")

_FIGURE_MARK = "#"


@frozen
class Telling:
    """
    What a report tells: its terms as a vector of length one, and the names it tells as news.

    Of these, the `narrow` ones are of no country; `regions` are the ends of countries that it
    tells.
    """

    terms: Vector
    names: frozenset[str]
    regions: frozenset[Region] = frozenset()
    narrow: frozenset[str] = frozenset()


@frozen
class _Read:
    """
    The terms of one opening.

    Of its words, `inside` have a capital inside a sentence, `large` one anywhere, and `small` none;
    `news` are terms that stand outside of all look backs.
    """

    terms: frozenset[str]
    inside: frozenset[str]
    large: frozenset[str]
    small: frozenset[str]
    news: frozenset[str]
    regions: frozenset[Region]


def tellings(
    articles: Iterable[Article], languages: Languages
) -> tuple[dict[str, Telling], frozenset[str]]:
    """Return by id what each article tells, and the terms that are names over all of them."""
    read = {article.id: _read(article, languages.get(article.language)) for article in articles}
    names = _names(read.values())
    holders = Counter(term for one in read.values() for term in one.terms)
    others = len(read) + _OTHERS
    countries = frozenset[str]().union(*map(_countries, languages))
    found: dict[str, Telling] = {}
    for name, one in read.items():
        told = {t: _weight(t, one, names) * log(others / holders[t]) for t in one.terms}
        length = length_of(told)
        vector = {term: value / length for term, value in told.items()}
        news = names & one.news
        found[name] = Telling(vector, news, one.regions, news - countries)
    return found, names


def vectors(articles: Iterable[Article], languages: Languages) -> dict[str, Vector]:
    """Return for every article how telling each of its terms is, as a vector of length one."""
    return {name: one.terms for name, one in tellings(articles, languages)[0].items()}


def shared_terms(one: Vector, other: Vector, most: int = 5) -> list[str]:
    """Name what two articles have in common, the most telling first."""
    shared = {term: one[term] * other[term] for term in one if term in other}
    return [term.removeprefix(_FIGURE_MARK) for term in most_telling(shared, most)]


def most_telling(vector: Vector, most: int) -> list[str]:
    """Return the terms that weigh most, the most telling first."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:most]


def length_of(vector: Vector) -> float:
    """Return the length of a vector; 1 for one without terms."""
    return sqrt(fsum(value * value for value in vector.values())) or 1.0


def product(one: Vector, other: Vector) -> float:
    """Return the inner product of two vectors: how alike two articles are."""
    # An exact sum does not hang on the order of terms, which a set does not keep.
    return fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def is_exact(term: str) -> bool:
    """Whether a term is a figure exact enough to be of one thing."""
    return term.startswith(_FIGURE_MARK) and len(term) > _EXACT_DIGITS


def _weight(term: str, one: _Read, names: frozenset[str]) -> float:
    """Return what a term counts in one report, before its rarity."""
    is_name = term in one.inside or (term in names and term in one.large)
    weight = 1.0 if is_name or is_exact(term) else _PLAIN
    return weight if term in one.news else weight * _BACK


def _read(article: Article, language: Language | None) -> _Read:
    """Read the terms of an opening: title and text, without boilerplate and repeated paragraphs."""
    text = _AGENCY.sub(" ", "\n".join([article.title or "", told_first(article)])[:OPENING])
    common = language.stop_words | language.dates.words if language else frozenset[str]()
    backs = list(look_backs(text, language)) if language else []
    terms, large, small, news = set[str](), set[str](), set[str](), set[str]()
    for start, term in _figures(text):
        terms.add(term)
        if not (backs and any(back.holds(start) for back in backs)):
            news.add(term)
    for found in _WORD.finditer(text):
        word = found.group()
        stem = _stem(word)
        (small if word[0].islower() else large).add(stem)
        if len(word) < _SHORTEST or word.isdigit() or _bare(word) in common:
            continue
        terms.add(stem)
        if not (backs and any(back.holds(found.start()) for back in backs)):
            news.add(stem)
    inside = {_stem(word) for word in _INSIDE.findall(text) if word[0].isupper()}
    ends = regions(text, language, backs) if language else frozenset[Region]()
    kinds = frozenset(inside), frozenset(large), frozenset(small), frozenset(news)
    return _Read(frozenset(terms), *kinds, ends)


def _figures(text: str) -> Iterator[tuple[int, str]]:
    """Yield the figures that are of few things, with where they begin."""
    for found in _FIGURE.finditer(text):
        written = found.group()
        digits = re.sub(r"\D", "", written).lstrip("0")
        sharp = digits.rstrip("0")
        is_year = written.isdigit() and int(written) in _YEARS
        if len(sharp) >= _SHARP_DIGITS and not is_year:
            yield found.start(), _FIGURE_MARK + digits


def _names(read: Iterable[_Read]) -> frozenset[str]:
    """Return the words that are names: more often with a capital than without, over all texts."""
    large, small = Counter[str](), Counter[str]()
    for one in read:
        large.update(one.inside)
        small.update(one.small)
    return frozenset(word for word, count in large.items() if count > small[word])


@cache
def _countries(code: str) -> frozenset[str]:
    """Return what the words for countries and their people begin with in a language."""
    names = load_vocabulary(code).names
    terms = (name.term for name in names if name.type == "country")
    words = (word for term in terms for word in term.split())
    return frozenset(_stem(word) for word in words if word[:1].isupper())


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _stem(word: str) -> str:
    return _bare(word)[:_STEM]


def _bare(word: str) -> str:
    """Return a word in small letters, without what an apostrophe sets before or after it."""
    bare = word.casefold().replace("’", "'")
    return bare.split("'")[-1 if bare.find("'") <= 1 else 0]
