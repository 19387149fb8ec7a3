"""The `dates` section of a language pack: its keys, its look-up table, and the table as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.dates import PARTS, SHIFTED_UNITS, TIME_UNITS
from checker.model import DateTerm, DateWords, Language
from checker.text import fold_word
from checker.tokens import tokens_of

RELATIONS = ("on", "since", "until", "before", "after", "by")
_SHIFTS = ("-1", "0", "1")


def _numbers(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(first, last + 1))


# Each key with the role of its terms and, where the terms stand under values, those allowed.
KEYS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "months": ("month", _numbers(1, 12), "Full names by number; of other languages too."),
    "short_months": ("month_short", _numbers(1, 12), "Abbreviations, without the full stop."),
    "unsure_months": ("unsure_month", (), "Months that are other words too: `may`, `mars`."),
    "weekdays": ("weekday", _numbers(1, 7), "Monday is 1."),
    "short_weekdays": ("weekday_short", _numbers(1, 7), "Read only beside a date."),
    "seasons": ("season", ("12", "3", "6", "9"), "By their first month."),
    "day_words": ("day_word", ("1",), "Days of the month in words: `premier`."),
    "ordinals": ("ordinal", (), "Endings of day numbers: `st`, `er`."),
    "articles": ("article", (), "Skipped before a date."),
    "links": ("link", (), "Between day, month and year: `of`, `de`."),
    "part_links": ("part_link", (), "Other words between a part and its whole: `in`."),
    "relations": ("relation", RELATIONS, "Words that expect a date after them."),
    "weak_relations": ("weak_relation", RELATIONS, "The same, often before other words too."),
    "placements": ("placement", (), "Words before a day or period, not before a bare year."),
    "month_only": ("month_only", (), "After these a month takes no day: `in March 24 men`."),
    "opens": ("open", (), "Words that open a range: `between`."),
    "joins": ("join", ("to", "and"), "Words and marks between the ends of a range."),
    "parts": ("part", tuple(sorted(PARTS)), "Parts of a period: `early`, `the end`."),
    "periods": ("period", tuple(sorted(SHIFTED_UNITS)), "Units that are shifted: `last week`."),
    "units": ("unit", tuple(sorted(TIME_UNITS)), "Units that are counted: `weeks`."),
    "counts": ("count", (*_numbers(1, 31), "40", "50", "60"), "Number words before a unit."),
    "shifts": ("shift", _SHIFTS, "Before a period: `last`, `this`, `next`."),
    "shifts_after": ("shift_after", _SHIFTS, "After a period: `dernier`."),
    "shifts_of_many": ("shift_many", ("-1", "1"), "With a count: `the past two weeks`."),
    "relative": ("relative", ("-2", "-1", "0", "1", "2"), "Days counted from today."),
    "dayparts": ("daypart", (), "After a day: `Monday night`."),
    "here": ("here", (), "Tails of this: `- ci`."),
    "ago_before": ("ago_before", (), "`il y a` trois jours."),
    "ago_after": ("ago_after", (), "three days `ago`."),
    "recurring": ("recurring", (), "Before a weekday that is no date: `every`."),
    "cancels": ("cancel", (), "After words that are then no date: cette année`-là`."),
    "verbs": ("verb", (), "After these unsure months are no months: `may have`."),
    "counted": ("no_year", (), "What a number before it counts, plural or not: `%`, `km`."),
    "year_words": ("year_word", (), "Before a year: `the year 2022`."),
    "years_before": ("year_before", (), "Words that a year may follow: `its` 2018 sales."),
    "decade_words": ("decade_word", (), "Before a decade: `années` 90."),
    "decade_endings": ("decade_ending", (), "At the end of a decade: 1990`s`."),
}

# A sentence without one of these, a year or a date in digits holds no date.
_ANCHORS = frozenset(
    {"month", "month_short", "weekday", "weekday_short", "season", "relative", "period", "unit"}
    | {"year_word", "decade_word"}
)
# Beside these, digits are a day or a year; "three weeks" and "yesterday" hold no such number, and
# short weekdays are read only beside a month.
_NUMBER_ANCHORS = frozenset({"month", "month_short", "weekday", "year_word", "decade_word"})


def date_words(section: Mapping[str, Any], language: Language) -> DateWords:
    """Build the look-up table of a checked section; `language` cuts its terms as it cuts text."""
    terms = [
        (role, DateTerm(_cut(term, language), value))
        for key, (role, _, _) in KEYS.items()
        for value, term in _valued(section.get(key, ()))
    ]
    return DateWords(
        terms=_table(terms),
        anchors=_anchors(terms, _ANCHORS),
        number_anchors=_anchors(terms, _NUMBER_ANCHORS),
        words=frozenset(word for _, term in terms for word in term.words),
        is_day_first=section.get("day_first"),
        plural_endings=tuple(section.get("plural_endings", ())),
        has_year_before_noun=section.get("year_before_noun", False),
    )


def _cut(term: str, language: Language) -> tuple[str, ...]:
    """Cut a term as text is cut; an elided word leans on a letter, so one is lent to it."""
    folded = fold_word(term)
    lent = "x" if folded.endswith("'") else ""
    words = tuple(word for _, _, word, _ in tokens_of(folded + lent, language))
    return words[:-1] if lent and words[-1] == lent else words


def _valued(listed: Mapping[str, Iterable[str]] | Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each term of a list, or of a table of lists, with its value."""
    if isinstance(listed, Mapping):
        for value, terms in listed.items():
            yield from ((value, term) for term in terms)
    else:
        yield from (("", term) for term in listed)


def _table(terms: Iterable[tuple[str, DateTerm]]) -> dict[str, dict[str, tuple[DateTerm, ...]]]:
    """File terms under their first word and role, the longest first."""
    table: dict[str, dict[str, list[DateTerm]]] = {}
    for role, term in terms:
        table.setdefault(term.words[0], {}).setdefault(role, []).append(term)
    return {
        first: {
            role: tuple(sorted(listed, key=lambda term: -len(term.words)))
            for role, listed in roles.items()
        }
        for first, roles in table.items()
    }


def _anchors(terms: Iterable[tuple[str, DateTerm]], roles: frozenset[str]) -> frozenset[str]:
    """Return the last words of terms that are the heart of a date: the first may be "the"."""
    return frozenset(term.words[-1] for role, term in terms if role in roles)


def date_words_to_json(dates: DateWords) -> dict[str, Any]:
    """Write the table as plain JSON."""
    return {
        "terms": {
            first: {role: [list(term) for term in listed] for role, listed in roles.items()}
            for first, roles in dates.terms.items()
        },
        "anchors": sorted(dates.anchors),
        "number_anchors": sorted(dates.number_anchors),
        "words": sorted(dates.words),
        "day_first": dates.is_day_first,
        "plural_endings": list(dates.plural_endings),
        "year_before_noun": dates.has_year_before_noun,
    }
