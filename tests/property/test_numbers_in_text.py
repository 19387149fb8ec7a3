"""Numbers written out are read back, spans are surfaces, and no text makes the reader fail."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from checker.languages import available, load_language
from checker.mentions import find_mentions
from checker.model import Quantity
from checker.quantities import find_quantities
from checker.text import make_page

LANGUAGES = available()
NOUNS = {"de": "Drohnen", "en": "drones", "es": "drones", "fr": "drones", "it": "droni"}
# The library misspells eighteen behind hundreds.
MISSPELT = {"it": ("dicotto", "diciotto")}
# Forms of a language that the library knows apart.
VARIANTS = {"pt": ("pt", "pt_BR")}
SPELLERS = [(code, form) for code in LANGUAGES for form in VARIANTS.get(code, (code,))]
NUMBERS = st.one_of(
    st.integers(2, 1000), st.integers(2, 10**9), st.integers(2, 999).map(lambda n: n * 10**6)
)
# Characters that have meaning to the reader, so that strange combinations come up often.
SCRAP_WORDS = """
    2'2,14 1.234 ½ 3/4 - – % $ US$ £ m bn Md€ °C plus de more than about environ entre between and
    et à to of d' un one a half demi dozen centaines hundreds million drones kamikazes Shahed-136
    n° H.R. 2022 24 février May , . ( ) par jour per day years old âgé or ou moins ×10-8 1e9 0E²
    ٣ ² Ⅷ ① ﬁ
"""
SCRAPS = st.sampled_from(
    [*SCRAP_WORDS.split(), "4 500", "\u00a0", "\u202f", "\n", "İ", "\u200b", "e\u0301"]
)
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(SCRAPS, max_size=14).map(" ".join),
    st.lists(SCRAPS, max_size=14).map("".join),
)


def quantities_of(code: str, text: str) -> list[Quantity]:
    """Return every quantity of a text."""
    language = load_language(code)
    mentions, _ = find_mentions(make_page(text, language), language)
    return find_quantities(mentions, language, text)


@pytest.mark.parametrize(("code", "form"), SPELLERS)
@given(number=NUMBERS)
def test_number_words_are_read_back(code: str, form: str, number: int) -> None:
    """A number spelled out by an independent library keeps its value."""
    words = num2words(number, lang=form).replace(",", "").replace(*MISSPELT.get(code, ("", "")))
    found = quantities_of(code, f"{words} {NOUNS.get(code, 'drones')}")
    assert [quantity.value for quantity in found] == [Decimal(number)]


@pytest.mark.parametrize("code", LANGUAGES)
@given(number=st.integers(10_000, 10**12), decimals=st.integers(0, 99))
def test_formatted_numbers_are_read_back(code: str, number: int, decimals: int) -> None:
    """A number with the language's own separators keeps its value."""
    words = load_language(code).numbers
    mark = "," if "," in words.group and words.decimal != "," else "\u202f"
    grouped = f"{number:,}".replace(",", mark)
    found = quantities_of(code, f"{grouped}{words.decimal}{decimals:02} km")
    assert [quantity.value for quantity in found] == [Decimal(f"{number}.{decimals:02}")]


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=HOSTILE)
@settings(max_examples=300)
def test_surface_is_the_text_at_the_span(code: str, text: str) -> None:
    """Whatever the text, every extent quotes it exactly, in order, and nothing raises."""
    language = load_language(code)
    mentions, skipped = find_mentions(make_page(text, language), language)
    quantities = find_quantities(mentions, language, text)
    for extent in (*mentions, *quantities):
        assert text[extent.span.start : extent.span.end] == extent.surface
        assert extent.surface
    for skip in skipped:
        assert skip.span is not None
        assert text[skip.span.start : skip.span.end] == skip.text
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=HOSTILE)
@example(text="0-1E31")
@example(text="1e30-2e33")
def test_readings_cover_each_other(code: str, text: str) -> None:
    """What the words allow always covers what a cooperative writer means."""
    for quantity in quantities_of(code, text):
        assert (quantity.literal is None) == (quantity.expected is None)
        if quantity.literal is not None and quantity.expected is not None:
            assert quantity.literal.covers(quantity.expected)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["one hundred and ", "million ", "deux cent et ", "9", "1-", "12 drones and ", "5 à "]
)
def test_endless_repetition_is_read(code: str, piece: str) -> None:
    """No depth of recursion and no length of a number is too much."""
    assert quantities_of(code, piece * 3000 + "\n\n7 km")
