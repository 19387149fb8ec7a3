"""Laws of dates: what a formatter wrote is read back, nothing raises, and spans are exact."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from checker.dates import dates_around, elapsed, find_dates, months_before, start_period
from checker.interval import Interval, point
from checker.languages import load_language
from checker.model import Period
from checker.text import make_page

LANGUAGES = st.sampled_from(["en", "fr"])
# Years outside these are no bare years: see `YEARS` of the reader.
DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))
PUBLISHED = st.none() | st.dates()
COUNTS = st.integers(0, 400).map(Decimal)
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year"])


@st.composite
def word_salad(draw: st.DrawFn) -> tuple[str, str]:
    """Mix the words of a pack's dates with numbers and marks: the texts most likely to mislead."""
    language = draw(LANGUAGES)
    terms = sorted(
        " ".join(term.words)
        for roles in load_language(language).dates.terms.values()
        for listed in roles.values()
        for term in listed
    )
    numbers = st.integers(0, 99999).map(str) | st.integers(1, 31).map(str)
    years = st.integers(1000, 2100).map(str) | DAYS.map(date.isoformat)
    marks = st.sampled_from([",", ".", "-", "–", "/", "(", ")", "$", "%", "'", "soldats", "drones"])
    words = st.lists(st.sampled_from(terms) | numbers | years | marks, max_size=14)
    return language, draw(st.sampled_from([" ", ""])).join(draw(words))


@given(DAYS, LANGUAGES, st.sampled_from(["long", "medium", "full"]), PUBLISHED)
def test_a_written_date_is_read_back(
    day: date, language: str, style: str, published: date | None
) -> None:
    written = format_date(day, format=style, locale=language)
    text = f"Kyiv ({written}) : 300 drones"
    pack = load_language(language)
    found = [
        mention
        for sentence in make_page(text, pack).sentences()
        for mention in find_dates(sentence, pack, published)
    ]
    assert [text[slice(*mention.span)] for mention in found] == [written]
    assert [mention.period for mention in found] == [Period(day, day)]


@given(DAYS, LANGUAGES)
def test_a_date_in_digits_is_read_back(day: date, language: str) -> None:
    pack = load_language(language)
    (sentence,) = make_page(f"it was {day.isoformat()} then", pack).sentences()
    assert [mention.period for mention in find_dates(sentence, pack, None)] == [Period(day, day)]


@given(st.tuples(LANGUAGES, st.text(max_size=80)) | word_salad(), PUBLISHED)
def test_no_text_raises_and_spans_are_exact(
    sample: tuple[str, str], published: date | None
) -> None:
    language, text = sample
    pack = load_language(language)
    for sentence in make_page(text, pack).sentences():
        end = 0
        for found in find_dates(sentence, pack, published):
            assert end <= found.first < found.last <= len(sentence.tokens)
            assert found.span.start == sentence.tokens[found.first].start
            assert found.span.end == sentence.tokens[found.last - 1].end
            assert found.period is None or found.period.first <= found.period.last
            end = found.last
        for number in range(len(sentence.tokens)):
            last, dated = dates_around(sentence, pack, number)
            assert number < last <= len(sentence.tokens)
            assert dated <= set(range(last))


@given(word_salad())
def test_numbers_of_dates_do_not_depend_on_publication(sample: tuple[str, str]) -> None:
    language, text = sample
    pack = load_language(language)
    for sentence in make_page(text, pack).sentences():
        known = find_dates(sentence, pack, date(2022, 12, 20))
        unknown = find_dates(sentence, pack, None)
        assert [found.span for found in known] == [found.span for found in unknown]
        counted = {
            index
            for found in known
            if found.granularity == "relative"
            for index in range(found.first, found.last)
        }
        for number in counted:
            assert number not in dates_around(sentence, pack, number)[1]


@given(DAYS, DAYS)
def test_what_began_n_completed_months_ago_may_have_begun_then(one: date, other: date) -> None:
    start, as_of = min(one, other), max(one, other)
    months = (as_of.year - start.year) * 12 + as_of.month - start.month
    if months_before(as_of, Decimal(months)) < start:
        months -= 1
    completed = Interval(Decimal(months), Decimal(months + 1), True, False)
    period = start_period(as_of, completed, "month")
    assert period.first <= start <= period.last


@given(DAYS, COUNTS, COUNTS, UNITS)
def test_a_wider_duration_has_no_fewer_starts(
    as_of: date, count: Decimal, more: Decimal, unit: str
) -> None:
    narrow = start_period(as_of, point(count), unit)
    wide = start_period(as_of, Interval(max(count - more, Decimal(0)), count + more), unit)
    assert wide.first <= narrow.first <= narrow.last <= wide.last


@given(st.dates(date(1600, 1, 1), date(2100, 12, 31)), COUNTS, UNITS)
def test_time_counted_back_has_elapsed(as_of: date, count: Decimal, unit: str) -> None:
    time = elapsed(start_period(as_of, point(count), unit), as_of, unit)
    assert time.low is not None
    assert time.high is not None
    assert round(time.low, 9) <= count <= round(time.high, 9)
