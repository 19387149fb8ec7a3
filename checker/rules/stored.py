"""Compiled rules as JSON and back, for the cache: a warm start reads no YAML."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from checker.model import Compare, Facet, FacetValue, Rule, Severities, Tolerance

_PLAIN = ("id", "title", "unit", "kind", "path", "words_facet", "about", "link", "message")


def to_json(rule: Rule) -> dict[str, Any]:
    """Return everything of a rule but its examples, which only tests of rules need."""
    stored: dict[str, Any] = {name: getattr(rule, name) for name in _PLAIN}
    compare = rule.compare
    return stored | {
        "min_version": rule.min_version,
        "words": rule.words,
        "needs": rule.needs,
        "unless": rule.unless,
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
        words=_words(stored["words"]),
        needs=_words(stored["needs"]),
        unless=_words(stored["unless"]),
        metadata=stored["metadata"],
        facets=tuple(_facet_from_json(facet) for facet in stored["facets"]),
        compare=compare,
        severity=Severities(*stored["severity"]),
    )


def _words(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(terms) for language, terms in table.items()}


def _facet_to_json(facet: Facet) -> list[Any]:
    stated = facet.values.values()
    values = [[v.id, v.words, v.parts, v.complete, v.several, v.told_by] for v in stated]
    return [facet.name, facet.type, values, facet.required, facet.default]


def _facet_from_json(stored: list[Any]) -> Facet:
    name, kind, values, required, default = stored
    table = {
        value: FacetValue(value, _words(words), tuple(parts), complete, several, told_by)
        for value, words, parts, complete, several, told_by in values
    }
    return Facet(name, kind, table, required, default)
