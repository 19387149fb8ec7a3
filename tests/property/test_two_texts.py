"""
Two texts with a paragraph break between them say what each says alone.

One thing is a document's and not a sentence's: how it writes numbers. "1.234" is read as the other
numbers of the document decide, so that the law holds exactly only where neither text alone leaves a
separator undecided. Where one does, the other text may decide it: every span stays, and the value
is one of the two readings which the text alone leaves open.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.strategies_of_languages import (
    CODES,
    SENTENCES,
    quantities_of,
    readings_of_value,
    sentences,
    told,
)

# A text that is nothing but a measure ("A kilogram") is read as one, which it is not beside others.
LONGEST_MEASURE = 40
# One mark and three digits behind it: thousands or decimals.
UNDECIDED = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d]|[.,]\d)")


def texts(code: str) -> st.SearchStrategy[str]:
    """Draw a short text of a language, but more than a single measure."""
    joined = st.lists(sentences(code), min_size=1, max_size=3).map(" ".join)
    return joined.filter(lambda text: len(text) > LONGEST_MEASURE)


def shifted(code: str, text: str, start: int) -> list[tuple[object, ...]]:
    """Return all quantities of a text with their spans, moved by `start`."""
    return [(q.span.start + start, q.span.end + start, *told(q)) for q in quantities_of(code, text)]


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=120)
def test_a_paragraph_break_keeps_texts_apart(code: str, data: st.DataObject) -> None:
    """Where no separator is undecided, joining two texts changes nothing."""
    one, two = data.draw(texts(code)), data.draw(texts(code))
    joined = f"{one}\n\n{two}"
    both = shifted(code, one, 0) + shifted(code, two, len(one) + 2)
    if not UNDECIDED.search(joined):
        assert shifted(code, joined, 0) == both
    assert [entry[:2] for entry in shifted(code, joined, 0)] == [entry[:2] for entry in both]


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=60)
def test_another_text_only_decides_what_was_open(code: str, data: st.DataObject) -> None:
    """A document's habit chooses between the readings of a number, and finds no third one."""
    number = data.draw(st.sampled_from(["1.234 km", "1,234 km", "12.500 km", "3,250 km"]))
    other = data.draw(st.one_of(st.sampled_from(["3.5 km.", "3,5 km."]), texts(code)))
    (alone,) = quantities_of(code, f"= {number}.")
    beside = quantities_of(code, f"= {number}.\n\n{other}")[0]
    assert readings_of_value(beside) <= readings_of_value(alone) | {None}
    assert beside.span == alone.span


def test_every_language_has_sentences_to_draw_from() -> None:
    """The laws above would hold for packs without examples too."""
    assert all(len(listed) > 80 for listed in SENTENCES.values())
