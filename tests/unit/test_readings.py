"""The table of readings, row by row, against `tests/corpus/readings.csv`, worked by hand."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from checker.interval import Interval
from checker.model import Kind, Mention, Sentence, Span
from checker.readings import HedgeWidths, grain_of, last_place, precision_of, readings

CORPUS = Path(__file__).parent.parent / "corpus" / "readings.csv"
NOWHERE = Sentence(Span(0, 0), ())


def mention(**known):
    """Build a mention that knows only what the readings look at."""
    written, scale = known.pop("number", None), Decimal(known.pop("times", 1))
    fields = {"value": None, "low": None, "high": None, "grain": None, "places": None}
    if written is not None:
        fields["grain"], fields["places"] = precision_of(Decimal(written), scale)
        fields["value"] = Decimal(written) if scale == 1 else Decimal(written) * scale
    for end in ("low", "high"):
        if known.get(end):
            fields[end] = Decimal(known.pop(end))
    known = {"hedges": (), "form": "digits", **fields, **{k: v for k, v in known.items() if v}}
    return Mention(
        span=Span(0, 0),
        surface="",
        via="test",
        first=0,
        last=0,
        number_first=0,
        number_last=0,
        sentence=NOWHERE,
        **known,
    )


def interval(written: str) -> Interval | None:
    """Read `[270 330)`; `none` is no interval."""
    if written == "none":
        return None
    low, high = (None if "inf" in end else Decimal(end) for end in written[1:-1].split())
    return Interval(low, high, written[0] == "[", written[-1] == "]")


def rows():
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["wording"])
def test_a_wording_has_the_readings_worked_by_hand(row):
    stated = mention(
        number=row["number"] or None,
        times=row["times"],
        low=row["low"],
        high=row["high"],
        hedges=tuple(row["hedges"].split()),
        form=row["form"],
    )
    assert readings(stated, row["kind"]) == (interval(row["literal"]), interval(row["expected"]))


def test_every_row_of_the_table_has_three_wordings():
    names = [row["row"] for row in rows()]
    assert {name for name in names if names.count(name) < 3} == set()


def test_no_wording_stands_twice():
    wordings = [(row["wording"], row["kind"]) for row in rows()]
    assert len(wordings) == len(set(wordings))


@pytest.mark.parametrize(
    ("written", "scale", "grain", "place"),
    [
        ("300", "1", "10", "100"),
        ("100000", "1", "10000", "100000"),
        ("4500", "1", "100", "100"),
        ("4563", "1", "1", "1"),
        ("3", "1", "1", "1"),
        ("30", "1", "1", "10"),
        ("2.30", "1", "0.01", "0.01"),
        ("0.5", "1", "0.1", "0.1"),
        ("231", "1000000", "1000000", "1000000"),
        ("2.30", "1000000000", "10000000", "10000000"),
        ("2", "1000000", "100000", "1000000"),
        ("-300", "1", "10", "100"),
        ("0", "1", "1", "1"),
        ("0.00", "1", "0.01", "0.01"),
    ],
)
def test_precision_follows_the_digits_as_written(written, scale, grain, place):
    assert precision_of(Decimal(written), Decimal(scale)) == (Decimal(grain), Decimal(place))


@pytest.mark.parametrize(
    ("value", "place"),
    [("300", "100"), ("2.30", "0.1"), ("0", "1"), ("-4500", "100"), ("1E+40", "1E+40")],
)
def test_last_place_is_that_of_the_last_digit_other_than_zero(value, place):
    assert last_place(Decimal(value)) == Decimal(place)


@pytest.mark.parametrize(
    ("value", "written", "grain"),
    [("300", "1", "10"), ("2.30", "0.01", "0.01"), ("3", "1", "1"), ("300000", "100000", "100000")],
)
def test_grain_is_never_finer_than_the_last_digit_written(value, written, grain):
    assert grain_of(Decimal(value), Decimal(written)) == Decimal(grain)


def test_two_million_reads_the_same_in_words_and_digits():
    in_words = readings(mention(number="2", times=1000000), "currency")
    assert in_words == readings(mention(number="2000000"), "currency")


def test_widths_are_data():
    wide = HedgeWidths(approx=Decimal("0.5"), vague=Decimal(3))
    about = mention(number="300", hedges=("approx",))
    hundreds = mention(low="100", high="1000", form="vague", hedges=("vague",))
    assert readings(about, "count", wide)[0] == interval("[150 450]")
    assert readings(hundreds, "count", wide)[1] == interval("[300 1000)")


def test_a_ninth_is_read_as_a_fraction_though_it_is_no_finite_decimal():
    ninth = Decimal(1) / 9
    stated = mention(number=str(ninth), hedges=("approx", "at_most"), form="fraction")
    literal, expected = readings(stated, "number")
    assert literal is not None
    assert expected is not None
    assert (literal.low, expected.low, expected.low_closed) == (None, Decimal(0), False)
    assert abs(literal.high - ninth * Decimal("1.2")) < Decimal("1e-20")
    assert abs(expected.high - ninth * Decimal("1.1")) < Decimal("1e-20")


def test_an_undecided_separator_stretches_the_literal_reading_alone():
    stated = mention(number="1.234", other=Decimal(1234))
    assert readings(stated, "dimension") == (
        interval("[1.2335 1234.5]"),
        interval("[1.2335 1.2345]"),
    )


@pytest.mark.parametrize("kind", ["count", "currency", "duration", "percent"])
@pytest.mark.parametrize("written", ["1E+40", "1E+400", "123456789012345678901234567890123"])
def test_a_huge_number_keeps_every_digit(written, kind: Kind):
    literal, expected = readings(mention(number=written), kind)
    assert literal is not None
    assert expected is not None
    assert Decimal(written) in expected
    assert literal.covers(expected)


def test_a_range_without_an_end_has_no_reading():
    assert readings(mention(low="3", form="range", hedges=("range",)), "count") == (None, None)
