"""Compiled packs from JSON back to `Language`: a warm start compiles nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from checker.model import DateTerm, DateWords, Language, NumberWords, SentenceWords
from checker.model.language import (
    Discourse,
    GlueWords,
    QuantityWords,
)
from checker.model.words import CheckWords, CorrectionWords, TableWords

T = TypeVar("T")
Section = Mapping[str, Any]


def language_from_json(stored: Section) -> Language:
    """Build the language from its compiled tables."""
    return Language(
        code=stored["code"],
        name=stored["name"],
        stop_words=frozenset(stored["detect"]),
        numbers=plain(NumberWords, stored["numbers"]),
        quantities=plain(QuantityWords, stored["quantities"]),
        sentences=plain(SentenceWords, stored["sentences"]),
        glue=plain(GlueWords, stored["glue"]),
        dates=date_words_from_json(stored["dates"]),
        discourse=plain(Discourse, stored["discourse"]),
        checks=plain(CheckWords, stored["checks"]),
        tables=plain(TableWords, stored["tables"]),
        corrections=plain(CorrectionWords, stored["corrections"]),
    )


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "Words": frozenset,
    "tuple[tuple[str, str], ...]": lambda pairs: tuple((one, other) for one, other in pairs),
    "tuple[str, ...]": tuple,
    "Mapping[str, tuple[str, ...]]": lambda table: {k: tuple(v) for k, v in table.items()},
    "Mapping[str, Words]": lambda table: {k: frozenset(v) for k, v in table.items()},
    "Mapping[str, Decimal]": lambda table: {k: Decimal(v) for k, v in table.items()},
}


def plain(kind: Callable[..., T], stored: Section) -> T:
    """Build a value type from JSON by the types of its fields; absent ones keep their default."""
    values = {}
    for name, annotation in kind.__annotations__.items():
        if name in stored:
            convert = _CONVERT.get(str(annotation))
            values[name] = convert(stored[name]) if convert else stored[name]
    return kind(**values)


def date_words_from_json(stored: Mapping[str, Any]) -> DateWords:
    """Read back what `date_words_to_json` wrote."""
    return DateWords(
        terms={
            first: {
                role: tuple(DateTerm(tuple(words), value) for words, value in listed)
                for role, listed in roles.items()
            }
            for first, roles in stored["terms"].items()
        },
        anchors=frozenset(stored["anchors"]),
        number_anchors=frozenset(stored["number_anchors"]),
        words=frozenset(stored["words"]),
        is_day_first=stored["day_first"],
        plural_endings=tuple(stored["plural_endings"]),
        has_year_before_noun=stored["year_before_noun"],
    )
