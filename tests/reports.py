"""Claims, findings and whole reports made by hand, for the tests of everything that shows them."""

from datetime import date
from decimal import Decimal

from checker.errors import Problem
from checker.interval import Interval, point
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
    Sentence,
    Skipped,
    Span,
    Tool,
)


def quantity(quote: str, surface: str, expected: Interval | None, **changes: object) -> Quantity:
    """Make a quantity of drones whose sentence is `quote`, at offset 100 of its article."""
    start = 100 + quote.index(surface)
    span = Span(start, start + len(surface))
    hedge: Hedge = changes.pop("hedge", "exact")  # type: ignore[assignment]
    sentence = Sentence(Span(100, 100 + len(quote)), ())
    mention = Mention(
        span=span,
        surface=surface,
        value=None,
        low=None,
        high=None,
        grain=None,
        places=None,
        hedges=() if hedge == "exact" else (hedge,),
        form="digits",
        via="digits",
        first=0,
        last=0,
        number_first=0,
        number_last=0,
        sentence=sentence,
    )
    fields: dict[str, object] = {
        "kind": "count",
        "unit": "drone",
        "literal": expected,
        "noun": "drones",
        "value": expected.low if expected else None,
        "low": expected.low if expected else None,
        "high": expected.high if expected else None,
    }
    return Quantity(
        mention=mention,
        expected=expected,
        span=span,
        surface=surface,
        first=0,
        last=0,
        **(fields | changes),  # type: ignore[arg-type]
    )


def claim(name: str, quote: str, figure: Quantity | None, **changes: object) -> Claim:
    """Make a claim about drones that Iran supplied to Russia, published on 20 December 2022."""
    fields: dict[str, object] = {
        "id": f"{name}-1",
        "rule": "drones-supplied",
        "article": name,
        "source": "The Daily Example",
        "path": f"seeds/{name}.md",
        "line": 12,
        "column": 34,
        "facets": (FacetMatch("giver", "IR", Span(100, 104)), FacetMatch("receiver", "RU")),
        "as_of": day(2022, 12, 20),
        "as_of_from": "published",
    }
    return Claim(quote=quote, quantity=figure, **(fields | changes))  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> Period:
    """Make a period of one day."""
    return Period(date(year, month, number), date(year, month, number))


def between(low: int | str | None, high: int | str | None, ends: str = "[]") -> Interval:
    """Make an interval from two numbers and its brackets."""
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        ends[0] == "[",
        ends[1] == "]",
    )


MORE_THAN_300 = claim(
    "commons",
    "In return for having supplied more than 300 kamikaze drones, Russia now intends to provide "
    "Iran with advanced military components, Mr Wallace told the House on Tuesday afternoon.",
    quantity(
        "In return for having supplied more than 300 kamikaze drones, Russia now intends to "
        "provide Iran with advanced military components, Mr Wallace told the House on Tuesday "
        "afternoon.",
        "more than 300 kamikaze drones",
        between(300, 395, "()"),
        hedge="more_than",
        high=None,
    ),
    speaker="Ben Wallace",
)
FOUR_HUNDRED = claim(
    "briefing",
    "L’Iran a livré 400 drones à la Russie.",
    quantity(
        "L’Iran a livré 400 drones à la Russie.",
        "400 drones",
        between(395, 405),
        value=Decimal(400),
    ),
    source="Agence Exemple",
    speaker="John Kirby",
    line=7,
    column=16,
)
HUNDREDS = claim(
    "letter",
    "Hundreds of drones were sold to Moscow.",
    quantity(
        "Hundreds of drones were sold to Moscow.",
        "Hundreds of drones",
        between(200, 1000, "[)"),
        hedge="vague",
        value=None,
        low=Decimal(100),
        high=Decimal(1000),
    ),
    source="Gazette",
    as_of=None,
    as_of_from="",
    since=Period(date(2022, 8, 1), date(2022, 8, 31)),
)


def disagreement(**changes: object) -> Finding:
    """Make a finding in which 400 stands against more than 300, and hundreds fits both."""
    message = (
        "400 drones is read as 395 to 405 and more than 300 drones as over 300 and under 395: "
        "the two differ by at least 0.5 on 20 December 2022."
    )
    fields: dict[str, object] = {
        "id": "f3a9c1d204b7",
        "rule": "drones-supplied",
        "title": "Drones supplied to a fighting party",
        "verdict": "disagree",
        "because": "value",
        "severity": "warning",
        "message": message,
        "facets": (("giver", "IR"), ("receiver", "RU")),
        "camps": (
            Camp((MORE_THAN_300,), ("The Daily Example",), between(300, 395, "()"), (HUNDREDS,)),
            Camp((FOUR_HUNDRED,), ("Agence Exemple",), between(395, 405), (HUNDREDS,)),
        ),
        "relations": (Relation(0, 1, "disagree", "value", message),),
        "unit": "drone",
    }
    return Finding(**(fields | changes))  # type: ignore[arg-type]


def agreement() -> Finding:
    """Make a finding in which two sources agree on three sanctioned entities."""
    quote = "Three entities were sanctioned."
    three = ("Three entities", point(Decimal(3)))
    first = claim("briefing", quote, quantity(quote, *three, unit="entity"))
    second = claim("letter", quote, quantity(quote, *three, unit="entity"))
    return disagreement(
        id="0b1c2d3e4f50",
        rule="entities-sanctioned",
        title="Entities under sanctions",
        verdict="agree",
        because="meets",
        severity="info",
        message="Both say 3.",
        facets=(),
        camps=(Camp((first, second), ("The Daily Example",), point(Decimal(3))),),
        relations=(),
        unit="entity",
    )


NOTHING_COMPARED = Coverage(articles=3, articles_skipped=1, numbers=41, understood=38, matched=5)


def report(*findings: Finding, **changes: object) -> Report:
    """Make a report on three articles with these findings."""
    fields: dict[str, object] = {
        "coverage": Coverage(
            articles=3, articles_skipped=1, numbers=41, understood=38, matched=5, compared=3
        ),
        "articles": (
            Article(
                id="commons",
                path="seeds/commons.md",
                text="",
                language="en",
                published=date(2022, 12, 20),
                outlet="The Daily Example",
                metadata_from=(("published", "front matter"), ("language", "text")),
            ),
        ),
        "claims": (MORE_THAN_300, FOUR_HUNDRED, HUNDREDS),
        "skipped": (
            Skipped("articles", "logo.png", "a binary file"),
            Skipped("mentions", "letter", "1.234 has two readings", Span(40, 45), "1.234"),
            Skipped("mentions", "letter", "1.234 has two readings", Span(60, 65), "1.234"),
            Skipped("claims", "briefing", "the rule has no words for de", Span(8, 10), "12"),
        ),
        "errors": (),
    }
    return Report(tool=Tool(version="0.1.0"), findings=findings, **(fields | changes))  # type: ignore[arg-type]


BROKEN = Problem(
    path="seeds/broken.md",
    line=3,
    column=8,
    message="the front matter is not closed",
    help="end it with a line of three hyphens",
    source="title: [a",
    width=1,
)
