"""Every hedge of every pack is read, and never makes an interval narrower than a sharper one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.interval import Interval
from checker.model import Quantity
from tests.property.strategies_of_languages import CODES, PACKS, quantities_of

COMMON_UNIT = "km"
NUMBERS = ("300", "15", "7", "93", "120", "4500")


def hedged(where: str) -> list[tuple[str, str, str]]:
    """List language, hedge and term of a table of every pack."""
    return [
        (code, hedge, term)
        for code, pack in PACKS.items()
        for hedge, terms in pack.get("hedges", {}).get(where, {}).items()
        for term in terms
    ]


# Numbers that begin with a vowel, for terms that lean on one ("plus d'").
ONCE = {"fr": "onze", "it": "undici", "pt": "onze", "es": "once"}


def joined(code: str, term: str, number: str) -> str:
    """Write a term before a number; an elided one leans on a word."""
    return f"{term}{ONCE[code]}" if term.endswith("'") else f"{term} {number}"


def only(code: str, text: str) -> Quantity:
    """Return the one quantity of a text."""
    (found,) = quantities_of(code, text)
    return found


def width(interval: Interval | None) -> Decimal | None:
    """Return how wide an interval is; None for one without bounds."""
    assert interval is not None
    if interval.low is None or interval.high is None:
        return None
    return interval.high - interval.low


def is_no_narrower(wide: Interval | None, narrow: Interval | None) -> bool:
    """Whether the first interval is at least as wide as the second."""
    one, two = width(wide), width(narrow)
    return one is None or (two is not None and one >= two)


@pytest.mark.parametrize("code", CODES)
def test_every_hedge_before_a_number_is_read(code: str) -> None:
    """A term of the pack stands for its hedge, and its extent is part of the quantity."""
    for language, hedge, term in hedged("before"):
        if language == code:
            found = only(code, f"{joined(code, term, '300')} {COMMON_UNIT}")
            expected = () if hedge == "exact" else (hedge,)
            assert (term, found.mention.hedges[-1:]) == (term, expected)
            assert found.surface.startswith(term[:1]), term


@pytest.mark.parametrize("code", CODES)
def test_every_hedge_behind_a_number_is_read(code: str) -> None:
    """The same behind the unit."""
    for language, hedge, term in hedged("after"):
        if language == code:
            found = only(code, f"300 {COMMON_UNIT} {term}.")
            expected = () if hedge == "exact" else (hedge,)
            assert (term, found.mention.hedges) == (term, expected)


@pytest.mark.parametrize("code", CODES)
@given(data=st.data(), number=st.sampled_from(NUMBERS))
@settings(max_examples=80)
def test_a_hedge_never_narrows(code: str, data: st.DataObject, number: str) -> None:
    """Whatever a hedge says, it leaves no less room than the number without it."""
    rows = [row for row in hedged("before") if row[0] == code and row[1] != "exact"]
    _, hedge, term = data.draw(st.sampled_from(rows))
    number = "11" if term.endswith("'") else number
    bare = only(code, f"{number} {COMMON_UNIT}.")
    loose = only(code, f"{joined(code, term, number)} {COMMON_UNIT}.")
    assert is_no_narrower(loose.literal, bare.literal)
    if hedge == "approx":
        assert bare.expected is not None
        assert loose.expected is not None
        assert loose.expected.covers(bare.expected)


@pytest.mark.parametrize("code", CODES)
@given(data=st.data(), number=st.sampled_from(NUMBERS))
@settings(max_examples=80)
def test_a_second_hedge_never_narrows(code: str, data: st.DataObject, number: str) -> None:
    """A hedge behind the number widens what one before it leaves open."""
    # What is "exact" is only no hedge: it changes nothing, and is no reading to widen.
    before = [row for row in hedged("before") if row[0] == code and row[1] != "exact"]
    after = [row for row in hedged("after") if row[0] == code]
    first = data.draw(st.sampled_from(before))[2]
    last = data.draw(st.sampled_from(after))[2]
    one = only(code, f"{joined(code, first, number)} {COMMON_UNIT}.")
    both = only(code, f"{joined(code, first, number)} {COMMON_UNIT} {last}.")
    assert one.literal is not None
    assert both.literal is not None
    assert both.literal.covers(one.literal)
