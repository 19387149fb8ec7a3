"""
Compiled rules as JSON and back, for the cache: a warm start reads no YAML.

The words of a rule are kept as one text a language, because a run asks for those of one or two of
them, and of none where it reads no article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.model import Compare, Facet, FacetValue, Rule, Severities, Tolerance

Terms = tuple[str, ...]

# Characters that stand for nothing.
_PRIVATE = range(0xE000, 0xF900)

_PLAIN = ("id", "title", "unit", "kind", "path", "words_facet", "about", "link", "message")


def to_json(rule: Rule) -> dict[str, Any]:
    """Return everything of a rule but its examples, which only tests of rules need."""
    stored: dict[str, Any] = {name: getattr(rule, name) for name in _PLAIN}
    compare = rule.compare
    return stored | {
        "min_version": rule.min_version,
        "told_before": rule.told_before,
        "told": _told_to_json(_tables(rule)),
        "metadata": rule.metadata,
        "facets": [_facet_to_json(facet) for facet in rule.facets],
        "tolerances": [[t.kind, str(t.amount), t.unit] for t in compare.tolerances],
        "compare": {
            "window_days": compare.window_days,
            "anchor": compare.anchor,
            "unit": compare.unit,
            "per": compare.per,
            "scope": compare.scope,
            "dates": compare.dates,
            "measures": compare.measures,
        },
        "growth": str(compare.growth),
        "fold": None if compare.fold is None else str(compare.fold),
        "minimum": None if compare.minimum is None else str(compare.minimum),
        "severity": [
            rule.severity.same_article,
            rule.severity.other_article,
            rule.severity.other_speaker,
        ],
    }


def from_json(stored: dict[str, Any]) -> Rule:
    """Return the rule that `to_json` described, without examples."""
    minimum, fold = stored["minimum"], stored["fold"]
    words, needs, unless, resumes, *values = _told_from_json(stored["told"])
    each = iter(values)
    compare = Compare(
        tolerances=tuple(Tolerance(k, Decimal(a), unit) for k, a, unit in stored["tolerances"]),
        growth=Decimal(stored["growth"]),
        minimum=None if minimum is None else Decimal(minimum),
        fold=None if fold is None else Decimal(fold),
        **stored["compare"],
    )
    return Rule(
        **{name: stored[name] for name in _PLAIN},
        min_version=stored["min_version"],
        told_before=stored["told_before"],
        words=words,
        needs=needs,
        unless=unless,
        resumes=resumes,
        metadata=stored["metadata"],
        facets=tuple(_facet_from_json(facet, each) for facet in stored["facets"]),
        compare=compare,
        severity=Severities(*stored["severity"]),
    )


def _tables(rule: Rule) -> list[Mapping[str, Terms]]:
    """Return all words of a rule: its own, then those of every value of its facets, in order."""
    values = (value for facet in rule.facets for value in facet.values.values())
    own = [rule.words, rule.needs, rule.unless, rule.resumes]
    return [*own, *(value.words for value in values)]


def _told_to_json(tables: Sequence[Mapping[str, Terms]]) -> list[Any]:
    """Return the marks between terms, the languages of each table, all terms of each language."""
    languages = dict.fromkeys(language for table in tables for language in table)
    # Text within text would be full of quotation marks, each of which takes time to read.
    used = set("".join(term for table in tables for terms in table.values() for term in terms))
    mark, end = [letter for letter in map(chr, _PRIVATE) if letter not in used][:2]
    texts = {
        language: end.join(mark.join(table[language]) for table in tables if language in table)
        for language in languages
    }
    return [[mark, end], [list(table) for table in tables], texts]


def _told_from_json(stored: list[Any]) -> list[Words]:
    marks, spoken, texts = stored
    told = _Told(marks, spoken, texts)
    return [Words(told, number, languages) for number, languages in enumerate(spoken)]


class _Told:
    """The terms of all tables of one rule; those of a language are read when it is asked for."""

    __slots__ = ("_marks", "_read", "_spoken", "_texts")

    def __init__(
        self, marks: Sequence[str], spoken: Sequence[Sequence[str]], texts: Mapping[str, str]
    ) -> None:
        self._marks, self._spoken, self._texts = marks, spoken, texts
        self._read: dict[str, dict[int, Terms]] = {}

    def of(self, language: str) -> dict[int, Terms]:
        """Return the terms of a language, by the number of their table."""
        if language not in self._read:
            mark, end = self._marks
            parts = self._texts[language].split(end)
            numbers = (i for i, languages in enumerate(self._spoken) if language in languages)
            found = zip(numbers, parts, strict=True)
            self._read[language] = {i: tuple(text.split(mark)) if text else () for i, text in found}
        return self._read[language]


class Words(Mapping[str, Terms]):
    """One table of terms by language, as a `dict` would be, but read from text when asked."""

    __slots__ = ("_languages", "_number", "_told")

    def __init__(self, told: _Told, number: int, languages: Sequence[str]) -> None:
        """Take the table with this number, which has terms of these languages."""
        self._told, self._number, self._languages = told, number, languages

    def __getitem__(self, language: str) -> Terms:
        """Return the terms of a language. Raises: KeyError where there are none."""
        if language not in self._languages:
            raise KeyError(language)
        return self._told.of(language)[self._number]

    def __iter__(self) -> Iterator[str]:
        """Yield the languages in the order of the rule file."""
        return iter(self._languages)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._languages)

    def __repr__(self) -> str:
        """Write it as a `dict`."""
        return repr(dict(self))


def _facet_to_json(facet: Facet) -> list[Any]:
    stated = facet.values.values()
    values = [
        [
            *(v.id, v.parts, v.whole_unless, v.out_of, v.complete, v.several),
            *(v.told_by, v.may_be_all, v.of_people),
        ]
        for v in stated
    ]
    return [facet.name, facet.type, values, facet.required, facet.default, facet.sole]


def _facet_from_json(stored: list[Any], words: Iterator[Words]) -> Facet:
    """Make a facet, whose values take the next tables of words."""
    name, kind, values, *rest = stored
    table = {
        value: FacetValue(value, next(words), tuple(parts), tuple(unless), tuple(taken), *told)
        for value, parts, unless, taken, *told in values
    }
    return Facet(name, kind, table, *rest)
