"""Strategies: intervals, claims of one rule, and whole lists of them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from checker.interval import Interval
from checker.model import Rule
from tests import claims as made

KINDS = ("event", "level", "cumulative", "rate", "share")
WORDINGS = ((), ("more_than",), ("at_least",), ("less_than",), ("approx",), ("nearly",))
DAYS = (None, "2022-12-01", "2022-12-02", "2022-12-09", "2022-12", "2023-05-15")

rules = st.builds(
    lambda kind, window, tolerance: made.rule(
        kind=kind,
        unit="drone",
        tolerance=tolerance,
        facets={"giver": "country", "status": {"pledged": {}, "delivered": {}}},
        **({} if window is None else {"window": window}),
    ),
    st.sampled_from(KINDS),
    st.sampled_from((None, 5, 400)),
    st.sampled_from(("rounding", "5%")),
)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Interval, Interval]:
    """Draw a literal interval and an expected one inside it, small whole ends so that they meet."""
    ends = sorted(draw(st.lists(st.integers(1, 40), min_size=4, max_size=4)))
    low, start, end, high = (Decimal(number) for number in ends)
    closed = draw(st.sampled_from(("[]", "(]", "[)", "()")))
    if start == end:
        closed = "[]"
    expected = made.interval(str(start), str(end), closed)
    return Interval(low, high).hull(expected), expected


@st.composite
def claims(draw: st.DrawFn, rule: Rule, name: str) -> object:
    """Draw a claim: worded as people do, or with intervals of any kind."""
    told: dict[str, object] = {
        "date": draw(st.sampled_from(DAYS)),
        "since": draw(st.sampled_from((None, None, "2022-08", "2022-02"))),
        "polarity": draw(
            st.sampled_from(("asserted", "asserted", "asserted", "denied", "planned"))
        ),
        "speaker": draw(st.sampled_from((None, "Kirby", "Wallace"))),
        "article": draw(st.sampled_from(("x", "y", "z"))),
        "facets": draw(
            st.sampled_from(({}, {"giver": "IR"}, {"giver": "BY"}, {"status": "pledged"}))
        ),
    }
    wording = draw(st.sampled_from(("number", "interval", "vague", "few")))
    if wording == "number":
        told |= {"value": draw(st.integers(1, 60)) * 10, "hedges": draw(st.sampled_from(WORDINGS))}
    elif wording == "vague":
        told |= {"low": 100, "high": 1000, "form": "vague", "hedges": ("vague",)}
    elif wording == "few":
        told |= {"form": "vague", "hedges": ("vague",), "surface": "a few"}
    else:
        literal, expected = draw(readings())
        told |= {"value": expected.low, "literal": literal, "expected": expected}
    return made.claim(name, rule, **told)


@st.composite
def cases(draw: st.DrawFn, most: int = 7) -> tuple[Rule, list[object]]:
    """Draw a rule and a list of its claims."""
    rule = draw(rules)
    names = [f"claim{number}" for number in range(draw(st.integers(2, most)))]
    return rule, [draw(claims(rule, name)) for name in names]
