"""No text makes the reader fail, and how a text is encoded does not change what it says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.quantities import find_quantities
from checker.text import make_page
from tests.property.strategies_of_languages import CODES, quantities_of, sentences, told

# Blocks of letters with digits, marks and directions of their own.
SCRIPTS = (
    "\u0400-\u04ff", "\u0370-\u03ff", "\u0590-\u05ff", "\u0600-\u06ff", "\u0900-\u097f",
    "\u0e00-\u0e7f", "\u1100-\u11ff", "\u3040-\u30ff", "\u4e00-\u4eff", "\uac00-\uacff",
    "\u0300-\u036f", "\u2000-\u206f", "\u2070-\u209f", "\u2150-\u218f", "\uff00-\uff5e",
    "\U0001f300-\U0001f5ff", "\U0001d7ce-\U0001d7ff",
)  # fmt: skip
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u200f")
MARKS = (
    *INVISIBLE,
    "\u0301",
    "\u0308",
    "\u202b",
    "\u202c",
    "😀",
    "👩‍👩‍👧",
    "🇫🇷",
    "٣",
    "\U0001d7d1",
)


def _script(block: str) -> st.SearchStrategy[str]:
    first, last = block.split("-")
    letters = st.characters(min_codepoint=ord(first), max_codepoint=ord(last))
    return st.text(st.one_of(letters, st.sampled_from(" 0123456789.,-")), max_size=30)


scripts = st.sampled_from(SCRIPTS).flatmap(_script)


@st.composite
def mutated(draw: st.DrawFn, code: str) -> str:
    """Draw a real-looking sentence with some of its characters lost, doubled or joined by marks."""
    text = draw(sentences(code))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 6)))
        other = draw(st.one_of(st.sampled_from(MARKS), sentences(code), scripts, st.just("")))
        start = draw(st.integers(0, len(other)))
        text = text[:at] + other[start : start + 12] + text[end:]
    return text


def check_spans(code: str, text: str) -> None:
    """Fail unless every extent quotes the text exactly, and all stand in order."""
    language = load_language(code)
    mentions, skipped = find_mentions(make_page(text, language), language)
    for extent in (*mentions, *find_quantities(mentions, language, text)):
        assert text[extent.span.start : extent.span.end] == extent.surface
        assert extent.surface
    for skip in skipped:
        assert skip.span is not None
        assert text[skip.span.start : skip.span.end] == skip.text
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=150)
def test_mutated_sentences_are_quoted_exactly(code: str, data: st.DataObject) -> None:
    """Whatever happens to a sentence, nothing raises and every span is its surface."""
    check_spans(code, data.draw(mutated(code)))


@pytest.mark.parametrize("code", CODES)
@given(text=st.lists(scripts, max_size=4).map(" ".join))
@settings(max_examples=80)
def test_texts_in_other_scripts_are_quoted_exactly(code: str, text: str) -> None:
    """Digits, marks and letters of other scripts do no harm."""
    check_spans(code, text)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@given(data=st.data())
@settings(max_examples=80)
def test_the_normal_form_changes_nothing(code: str, form: str, data: st.DataObject) -> None:
    """A sentence says the same with its accents composed or apart."""
    text = data.draw(sentences(code))
    other = unicodedata.normalize(form, text)
    check_spans(code, other)
    plain = [_normal(told(q)) for q in quantities_of(code, other)]
    assert plain == [_normal(told(q)) for q in quantities_of(code, text)]


def _normal(values: tuple[object, ...]) -> list[object]:
    return [unicodedata.normalize("NFC", v) if isinstance(v, str) else v for v in values]


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=100)
def test_invisible_characters_change_nothing(code: str, data: st.DataObject) -> None:
    """Zero-width characters, soft hyphens and direction marks are no part of what is said."""
    text = data.draw(sentences(code))
    at, mark = data.draw(st.integers(0, len(text))), data.draw(st.sampled_from(INVISIBLE))
    other = text[:at] + mark + text[at:]
    check_spans(code, other)
    assert [_visible(q) for q in quantities_of(code, other)] == [
        _visible(q) for q in quantities_of(code, text)
    ]


def _visible(quantity: object) -> list[object]:
    values = told(quantity)  # type: ignore[arg-type]
    return [_stripped(value) if isinstance(value, str) else value for value in values]


def _stripped(text: str) -> str:
    for mark in INVISIBLE:
        text = text.replace(mark, "")
    return text


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=60)
def test_emoji_around_a_sentence_change_nothing(code: str, data: st.DataObject) -> None:
    """What stands in a paragraph of its own before or behind a sentence is not its business."""
    text = data.draw(sentences(code))
    other = "😀 🇫🇷\n\n" + text + "\n\n👩‍👩‍👧"
    # "A kilogram" is a quantity where it is all there is: both texts hold something else.
    plain = "…\n\n" + text + "\n\n…"
    check_spans(code, other)
    assert [told(q) for q in quantities_of(code, other)] == [
        told(q) for q in quantities_of(code, plain)
    ]
