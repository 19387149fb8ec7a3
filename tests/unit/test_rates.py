"""Exchange rates: spot values of the shipped table, days without a rate, a user's own file."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from calendar import monthrange
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checker.errors import DataFileError
from checker.model import Period
from checker.rates import Rates, ecb, load_rates

RATES = load_rates()
BUILDER = Path(ecb.__file__).parents[1] / "data" / "build_rates.py"


def builder():
    """Load the script that builds the tables; it is no module of the package."""
    spec = importlib.util.spec_from_file_location("build_rates", BUILDER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def day(text: str) -> date:
    return date.fromisoformat(text)


def month(text: str) -> Period:
    first = day(f"{text}-01")
    return Period(first, first.replace(day=monthrange(first.year, first.month)[1]))


@pytest.fixture
def own(tmp_path):
    """Return rates with a user's file of the given lines."""

    def load(*lines: str) -> Rates:
        path = tmp_path / "own.csv"
        path.write_text("\n".join(["date,base,quote,rate,source", *lines]), encoding="utf-8")
        return load_rates(str(path))

    return load


@pytest.mark.parametrize(
    ("code", "on", "per_euro"),
    [
        ("USD", "1999-01-04", "1.1789"),
        ("GBP", "2022-08-24", "0.84283"),
        ("USD", "2022-08-24", "0.9934"),
        ("JPY", "2022-12-20", "140.58"),
        ("IDR", "2023-05-15", "16089.55"),
        ("RUB", "2022-03-01", "117.201"),
        ("TRY", "2026-10-30", "55.8015"),
        ("ISK", "2008-12-03", "290"),
    ],
)
def test_a_day_has_the_rate_that_was_published(code, on, per_euro):
    rate = RATES.rate("EUR", code, day(on))
    assert (rate.factor, rate.on, rate.method) == (
        Decimal(per_euro),
        Period(day(on), day(on)),
        "daily",
    )
    assert "European Central Bank" in rate.source


def test_two_other_currencies_cross_through_the_euro():
    # 0.9934 dollars and 0.84283 pounds for a euro: 0.9934 / 0.84283 dollars for a pound.
    assert RATES.rate("GBP", "USD", day("2022-08-24")).factor == Decimal("1.1786481")
    assert RATES.rate("USD", "GBP", day("2022-08-24")).factor == Decimal("0.84842964")


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("2022-12-24", "2022-12-23"),
        ("2022-12-26", "2022-12-23"),
        ("2022-12-27", "2022-12-27"),
        ("2026-11-06", "2026-10-30"),
    ],
)
def test_a_day_without_a_rate_takes_that_of_the_last_business_day(asked, used):
    rate = RATES.rate("GBP", "USD", day(asked))
    assert (rate.on, rate.method) == (Period(day(used), day(used)), "daily")


@pytest.mark.parametrize(
    ("source", "target", "on"),
    [
        ("EUR", "USD", "2026-11-07"),
        ("EUR", "USD", "1999-01-03"),
        ("EUR", "USD", "2040-06-01"),
        ("EUR", "RUB", "2022-03-09"),
        ("EUR", "RUB", "2022-06-15"),
        ("USD", "HRK", "2023-01-20"),
        ("EUR", "ISK", "2008-12-20"),
        ("EUR", "UAH", "2022-08-24"),
        ("IRR", "USD", "2022-08-24"),
        ("EUR", "XYZ", "2022-08-24"),
    ],
)
def test_outside_the_data_there_is_no_rate(source, target, on):
    assert RATES.rate(source, target, day(on)) is None
    assert RATES.rate(target, source, day(on)) is None


@pytest.mark.parametrize("name", ["dollar", "pound", "franc", "", "usd", "days"])
def test_a_name_that_is_no_code_has_no_rate(name):
    assert RATES.rate(name, "EUR", day("2022-08-24")) is None
    assert RATES.rate("EUR", name, day("2022-08-24")) is None


def test_without_a_date_there_is_no_rate():
    assert RATES.rate("EUR", "USD", None) is None


def test_a_month_has_the_mean_of_its_days():
    # The 23 rates of August 2022: 1.0128435 dollars and 0.8449883 pounds for a euro on average.
    rate = RATES.rate("EUR", "USD", month("2022-08"))
    assert (rate.factor, rate.on, rate.method) == (Decimal("1.01284"), month("2022-08"), "monthly")
    assert str(rate.on) == "2022-08"
    # 1.01284 / 0.844988, the means of six digits.
    assert RATES.rate("GBP", "USD", month("2022-08")).factor == Decimal("1.1986442")


def test_a_year_has_the_mean_of_its_months_and_no_period_is_longer():
    year = Period(day("2022-01-01"), day("2022-12-31"))
    assert str(RATES.rate("EUR", "USD", year).on) == "2022"
    assert RATES.rate("EUR", "USD", Period(day("2021-12-01"), day("2022-12-31"))) is None


@pytest.mark.parametrize("text", ["2022-03", "2026-11", "1998-12"])
def test_a_month_that_is_not_covered_has_no_mean(text):
    assert RATES.rate("EUR", "RUB", month(text)) is None


def test_one_currency_needs_no_table():
    rate = RATES.rate("UAH", "UAH", day("2022-08-24"))
    assert rate.factor == 1


def test_nothing_is_read_before_the_first_question():
    code = (
        "from checker.rates import ecb, load_rates; rates = load_rates();"
        "print(ecb._daily.cache_info().currsize, ecb._monthly.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "0"]


def test_the_user_s_rate_of_a_day_holds_for_a_week(own):
    rates = own("2022-08-24,USD,UAH,36.57,National Bank of Ukraine")
    rate = rates.rate("USD", "UAH", day("2022-08-31"))
    assert (rate.factor, rate.method) == (Decimal("36.57"), "user")
    assert (str(rate.on), rate.source) == ("2022-08-24", "National Bank of Ukraine")
    assert rates.rate("UAH", "USD", day("2022-08-24")).factor == Decimal("0.027344818")
    assert rates.rate("USD", "UAH", day("2022-09-01")) is None
    assert rates.rate("USD", "UAH", day("2022-08-23")) is None


def test_the_user_s_rate_of_a_month_holds_for_its_days(own):
    rates = own("2022-08,USD,UAH,36.1,", "2022-08-24,USD,UAH,36.57,")
    assert rates.rate("USD", "UAH", day("2022-08-20")).factor == Decimal("36.1")
    assert rates.rate("USD", "UAH", day("2022-08-25")).factor == Decimal("36.57")
    assert rates.rate("USD", "UAH", month("2022-08")).factor == Decimal("36.1")
    assert rates.rate("USD", "UAH", day("2022-09-01")) is None
    assert rates.rate("USD", "UAH", day("2022-08-20")).source == "own.csv"


def test_the_user_s_rate_is_crossed_with_the_shipped_ones(own):
    rates = own("2022-08-24,USD,UAH,36.57,NBU")
    rate = rates.rate("GBP", "UAH", day("2022-08-24"))
    # 36.57 hryvnias for a dollar, 1.1786481 dollars for a pound.
    assert rate.factor == Decimal("43.103161")
    assert rate.method == "user"
    assert "NBU" in rate.source
    assert "European Central Bank" in rate.source


def test_the_user_s_rate_goes_before_the_shipped_one(own):
    rates = own("2022-08-24,EUR,USD,1.5,mine")
    assert rates.rate("EUR", "USD", day("2022-08-24")).factor == Decimal("1.5")
    assert rates.rate("EUR", "USD", day("2023-05-15")).factor == Decimal("1.0876")


def test_every_fault_of_a_user_s_file_is_told_at_once(own):
    with pytest.raises(DataFileError) as raised:
        own(
            "2022-08-24,USD,UAH,36.57,fine",
            "24/08/2022,USD,UAH,36.57,",
            '2022-08-24,dollar,UAH,"36,57",',
            "2022-08-24,USD,USD,1,",
            "2022-08-24,USD,UAH,-3,",
            "2022-13,USD,UAH,NaN,",
            "2022-08-24,USD",
        )
    found = [(problem.line, problem.message) for problem in raised.value.problems]
    assert found == [
        (3, "'24/08/2022' is no date"),
        (4, "'36,57' is no rate"),
        (4, "'dollar' is no currency"),
        (5, "base and quote are the same currency"),
        (6, "'-3' is no rate"),
        (7, "'2022-13' is no date"),
        (7, "'NaN' is no rate"),
        (8, "the line has too many or too few fields"),
    ]
    assert raised.value.problems[0].source.startswith("24/08/2022")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "'date' is missing"),
        (b"date,base,quote\n", "'rate' is missing"),
        (b"date,base,quote,rate,scource\n", "'scource' is not known"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b'date,base,quote,rate\n2022-08-24,"USD', "is not CSV"),
    ],
)
def test_a_file_that_is_no_table_of_rates(tmp_path, content, message):
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=message):
        load_rates(str(path))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DataFileError, match="cannot be read"):
        load_rates(str(tmp_path / "none.csv"))


def test_a_file_with_a_byte_order_mark_and_spaces(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        "\ufeffdate, base, quote, rate\n2022-08-24, USD, UAH, 36.57\n", encoding="utf-8"
    )
    assert load_rates(str(path)).rate("USD", "UAH", day("2022-08-24")).factor == Decimal("36.57")


HISTORY = """Date,USD,OLD,
2023-02-01,1.5,N/A,
2023-01-31,1.30,N/A,
2023-01-30,1.2,N/A,
2023-01-27,1.1,2.25,
2023-01-03,N/A,2,
"""


def test_tables_are_built_from_a_history(monkeypatch, tmp_path):
    build = builder()
    days, quotes = build.read_history(HISTORY)
    (tmp_path / "rates-monthly.json").write_text(build.monthly_table(days, quotes))
    (tmp_path / "rates-daily.bin").write_bytes(build.daily_table(days, quotes))
    tables = (ecb._monthly, ecb._daily, ecb._days, ecb._column)
    monkeypatch.setattr(ecb, "FOLDER", tmp_path)
    for table in tables:
        table.cache_clear()
    try:
        assert RATES.rate("EUR", "USD", day("2023-01-31")).factor == Decimal("1.3")
        assert RATES.rate("EUR", "USD", month("2023-01")).factor == Decimal("1.2")
        assert RATES.rate("EUR", "USD", month("2023-02")) is None
        assert RATES.rate("EUR", "OLD", day("2023-01-30")).factor == Decimal("2.25")
        assert RATES.rate("EUR", "OLD", day("2023-02-04")) is None
        # Quoted on two days of four: enough for a mean of the month.
        assert RATES.rate("OLD", "USD", month("2023-01")).factor == Decimal("0.56470588")
        # More than a week after one rate and before the next, yet within the month.
        assert RATES.rate("EUR", "OLD", day("2023-01-20")).method == "monthly"
    finally:
        for table in tables:
            table.cache_clear()


def test_the_shipped_tables_say_the_same():
    build = builder()
    days = [date.fromordinal(ordinal) for ordinal in ecb._days()]
    quotes = {}
    for code in sorted(ecb._daily().keys() - {"days"}):
        places, column = ecb._column(code)
        quotes[code] = [None if n is None else Decimal(n).scaleb(-places) for n in column]
    monthly = (ecb.FOLDER / "rates-monthly.json").read_text(encoding="ascii")
    assert build.monthly_table(days, quotes) == monthly
    assert (days[0], days[-1], len(quotes)) == (day("1999-01-04"), day("2026-10-30"), 41)
