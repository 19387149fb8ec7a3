"""
A report read back from its JSON, so that any format can be made of it later.

The texts of the articles are not in it: what only they tell (the words that gave a facet, the place
of a number that no finding holds) is missing, everything else is as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from checker.errors import InputError, Problem
from checker.interval import Interval
from checker.model import (
    Article,
    Camp,
    Claim,
    Coverage,
    FacetMatch,
    Finding,
    Hedge,
    Mention,
    Period,
    Quantity,
    Relation,
    Report,
    Rule,
    Sentence,
    Skipped,
    Span,
    Tool,
)

Fields = Mapping[str, Any]

# The outermost hedge of each sign; "nearly" shares that of "about" and its reading is kept.
_HEDGES: dict[str, tuple[Hedge, ...]] = {
    "=": (),
    "~": ("approx",),
    ">": ("more_than",),
    ">=": ("at_least",),
    "<": ("less_than",),
    "<=": ("at_most",),
    "range": ("range",),
    "vague": ("vague",),
}


def read_report(text: str, path: str) -> Report:
    """
    Read a report that `checker check --format json` wrote.

    Raises: InputError for anything else, and for a version that is not understood.
    """
    try:
        saved = json.loads(text, parse_float=Decimal)
        version = str(saved["schema_version"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = "this is no report; make one with `checker check --format json`"
        raise InputError(Problem(path, 0, 0, message)) from error
    if version.partition(".")[0] != "1" or "rules" not in saved:
        message = f"a report of version {version} cannot be read: make it anew"
        raise InputError(Problem(path, 0, 0, message))
    try:
        return _report(saved)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
        message = f"this report is damaged ({type(error).__name__}: {error})"
        raise InputError(Problem(path, 0, 0, message)) from error


def _report(saved: Fields) -> Report:
    findings = tuple(_finding(each) for each in saved["findings"])
    return Report(
        tool=Tool(**saved["tool"]),
        coverage=Coverage(**saved["coverage"]),
        articles=tuple(_article(each) for each in saved["articles"]),
        claims=tuple(_claims(findings)),
        findings=findings,
        skipped=tuple(_skipped(each) for each in saved["skipped"]),
        suppressed=tuple(_finding(each) for each in saved["suppressed"]),
        errors=tuple(Problem(**each) for each in saved["errors"]),
        titles={
            **{rule["id"]: rule["title"] for rule in saved["rules"]},
            **saved["titles"],
        },
        rules=tuple(_rule(each) for each in saved["rules"]),
    )


def _claims(findings: tuple[Finding, ...]) -> dict[Claim, None]:
    """Gather the claims of all findings, each once."""
    return dict.fromkeys(claim for finding in findings for claim in finding.claims)


def _rule(saved: Fields) -> Rule:
    """Make a rule of what a report says of it; what it counts is not known."""
    return Rule(
        id=saved["id"],
        title=saved["title"],
        unit="",
        kind="event",
        path="",
        about=saved["about"],
        link=saved["link"],
    )


def _article(saved: Fields) -> Article:
    return Article(
        id=saved["id"],
        path=saved["path"],
        text="",
        language=saved["lang"],
        published=date.fromisoformat(saved["published"]) if saved["published"] else None,
        outlet=saved["outlet"],
        title=saved["title"],
        url=saved["url"],
        event=saved["event"],
        metadata_from=tuple(saved["metadata_from"].items()),
    )


def _skipped(saved: Fields) -> Skipped:
    start, end = saved["start"], saved["end"]
    span = None if start is None else Span(start, end)
    return Skipped(saved["stage"], saved["article"], saved["reason"], span, saved["text"])


def _finding(saved: Fields) -> Finding:
    plain = (
        "id",
        "rule",
        "title",
        "verdict",
        "because",
        "severity",
        "message",
        "unit",
        "cause",
        "hidden_by",
    )
    return Finding(
        **{name: saved[name] for name in plain},
        facets=tuple(saved["facets"].items()),
        camps=tuple(_camp(each) for each in saved["camps"]),
        relations=tuple(Relation(**each) for each in saved["relations"]),
        here=tuple(saved.get("here", ())),
        draft=saved.get("draft", ""),
    )


def _camp(saved: Fields) -> Camp:
    return Camp(
        claims=tuple(_claim(each) for each in saved["claims"]),
        sources=tuple(saved["sources"]),
        core=_interval(saved["core"]),
        fits=tuple(_claim(each) for each in saved["fits"]),
        start=_period(saved["start"]),
        copies=tuple((each["claim"], each["of"]) for each in saved["copies"]),
    )


def _claim(saved: Fields) -> Claim:
    plain = ("id", "rule", "article", "source", "path", "line", "column", "quote", "speaker")
    further = ("as_of_from", "polarity", "repeats", "anchor")
    return Claim(
        **{name: saved[name] for name in (*plain, *further)},
        quantity=None if saved["text"] is None else _quantity(saved),
        facets=tuple(FacetMatch(name, value) for name, value in saved["facets"].items()),
        as_of=_period(saved["as_of"]),
        since=_period(saved["since"]),
    )


def _quantity(saved: Fields) -> Quantity:
    span = Span(saved["start"], saved["end"])
    value, low, high = (_number(saved[name]) for name in ("value", "low", "high"))
    start = saved["quote_start"]
    sentence = Sentence(Span(start, start + len(saved["quote"])), ())
    mention = Mention(
        span=span,
        surface=saved["text"],
        value=value,
        low=low,
        high=high,
        grain=None,
        places=None,
        hedges=_HEDGES[saved["bound"]],
        form="digits",
        via="saved",
        first=0,
        last=0,
        number_first=0,
        number_last=0,
        sentence=sentence,
    )
    return Quantity(
        mention=mention,
        kind=saved["kind"],
        unit=saved["unit"],
        literal=_interval(saved["literal"]),
        expected=_interval(saved["expected"]),
        span=span,
        surface=saved["text"],
        first=0,
        last=0,
        noun=saved["noun"],
        unit_candidates=tuple(saved["unit_candidates"]),
        change=saved["change"],
        value=value,
        low=low,
        high=high,
    )


def _interval(saved: Fields | None) -> Interval | None:
    if saved is None:
        return None
    closed = (saved["low_closed"], saved["high_closed"])
    return Interval(_number(saved["low"]), _number(saved["high"]), *closed)


def _number(saved: Decimal | int | str | None) -> Decimal | None:
    return None if saved is None else Decimal(saved)


def _period(saved: str | None) -> Period | None:
    """Read a day, a month, a year, or two days with a slash between, as `Period` writes them."""
    if not saved:
        return None
    first, slash, last = saved.partition("/")
    if slash:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    if len(saved) == len("2022-12-20"):
        day = date.fromisoformat(saved)
        return Period(day, day)
    if len(saved) == len("2022-12"):
        return _month(int(saved[:4]), int(saved[5:]))
    return Period(date(int(saved), 1, 1), date(int(saved), 12, 31))


def _month(year: int, month: int) -> Period:
    from calendar import monthrange

    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
