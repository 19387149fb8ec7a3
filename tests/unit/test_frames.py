"""Reports as pandas frames: rows, types, and numbers that stay exact."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from checker.errors import UsageError
from checker.model import FacetMatch, Period
from tests.reports import (
    FOUR_HUNDRED,
    HUNDREDS,
    MORE_THAN_300,
    agreement,
    between,
    claim,
    disagreement,
    quantity,
    report,
)


def test_one_row_a_claim_and_camp() -> None:
    frame = report(disagreement()).to_frame()
    rows = frame[["id", "camp", "fits"]].values.tolist()
    assert rows == [
        ["commons-1", 0, False],
        ["letter-1", 0, True],
        ["briefing-1", 1, False],
        ["letter-1", 1, True],
    ]
    assert set(frame["finding"]) == {"f3a9c1d204b7"}
    assert set(frame["verdict"]) == {"disagree"}
    assert set(frame["because"]) == {"value"}


def test_claims_compared_with_nothing_have_a_row_too() -> None:
    frame = report(claims=(MORE_THAN_300, FOUR_HUNDRED)).to_frame()
    assert list(frame["id"]) == ["commons-1", "briefing-1"]
    assert frame["finding"].isna().all()
    assert frame["camp"].isna().all()
    assert not frame["fits"].any()


def test_numbers_stay_exact() -> None:
    tiny = Decimal("0.1000000000000000000001")
    quote = "a tenth of a drone"
    odd = claim("odd", quote, quantity(quote, "a tenth", between(0, 1), value=tiny))
    frame = report(claims=(odd,)).to_frame()
    assert frame["value"].iloc[0] == tiny
    assert all(frame[name].dtype == object for name in ("value", "expected_low", "literal_high"))


def test_a_missing_number_is_none() -> None:
    frame = report(claims=(HUNDREDS,)).to_frame()
    assert frame["value"].iloc[0] is None
    assert frame["low"].iloc[0] == Decimal(100)


def test_days_are_dates() -> None:
    frame = report(claims=(HUNDREDS, MORE_THAN_300)).to_frame()
    assert list(frame["since"]) == [pd.Timestamp(2022, 8, 1), pd.NaT]
    assert list(frame["since_to"]) == [pd.Timestamp(2022, 8, 31), pd.NaT]
    assert list(frame["published"]) == [pd.NaT, pd.Timestamp(2022, 12, 20)]


def test_a_day_long_ago_is_a_date_too() -> None:
    hastings = Period(date(1066, 10, 14), date(1066, 10, 14))
    frame = report(claims=(claim("odd", "", None, as_of=hastings),)).to_frame()
    assert frame["as_of"].iloc[0].year == 1066


def test_facets_are_columns() -> None:
    other = claim("odd", "", None, facets=(FacetMatch("status", "pledged"),))
    frame = report(claims=(MORE_THAN_300, other)).to_frame()
    assert list(frame["facet_giver"]) == ["IR", None]
    assert list(frame["facet_status"]) == [None, "pledged"]


def test_one_row_a_finding() -> None:
    frame = report(disagreement(), agreement()).to_frame("findings")
    columns = ["id", "verdict", "severity", "camps", "claims", "sources"]
    assert frame[columns].values.tolist() == [
        ["f3a9c1d204b7", "disagree", "warning", 2, 3, 2],
        ["0b1c2d3e4f50", "agree", "info", 1, 2, 1],
    ]


@pytest.mark.parametrize("of", ["claims", "findings"])
def test_an_empty_report_has_the_same_columns(of: str) -> None:
    empty = report(claims=()).to_frame(of)  # type: ignore[arg-type]
    full = report(disagreement()).to_frame(of)  # type: ignore[arg-type]
    assert len(empty) == 0
    assert list(empty.columns) == [name for name in full.columns if not name.startswith("facet_")]
    assert (empty.dtypes == full[empty.columns].dtypes).all()


def test_a_frame_of_something_else_is_refused() -> None:
    with pytest.raises(UsageError, match="claims or findings, not of numbers"):
        report().to_frame("numbers")  # type: ignore[arg-type]


def test_frames_can_be_grouped_and_pivoted() -> None:
    frame = report(disagreement(), agreement()).to_frame()
    assert frame.groupby("rule")["id"].count().to_dict() == {"drones-supplied": 6}
    assert frame.pivot_table(index="verdict", columns="camp", values="line").shape == (2, 2)
