"""Numbers spelled out by an independent library are read back, and ordinals are no counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES, num2words

from tests.property.strategies_of_languages import CODES, quantities_of

# A language with its regions: "soixante-dix" and "septante", "trillion" and "lakh".
SPOKEN = [
    (code, region)
    for code in CODES
    for region in sorted(CONVERTER_CLASSES)
    if region == code or region.startswith(f"{code}_")
]
LARGEST = 10**12
# The library knows Indian number words below a thousand crore only.
LIMITS = {"en_IN": 10**10 - 1}
# The library lets an ordinal follow the plural of a hundred, and drops a letter of eighteen.
MISSPELT = {"centsième": "centième", "vingtsième": "vingtième", "dicotto": "diciotto"}
numbers = st.one_of(
    st.integers(2, 130),
    st.integers(2, 10_000),
    st.integers(2, LARGEST),
    st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(1, 999), st.integers(2, 9)),
    st.builds(lambda high, low: high * 1000 + low, st.integers(1, 10**6), st.integers(0, 120)),
).filter(lambda number: number > 1)


@pytest.mark.parametrize(("code", "region"), SPOKEN)
@given(number=numbers)
@settings(max_examples=150)
def test_number_words_are_read_back(code: str, region: str, number: int) -> None:
    """A number in words keeps its value before a unit."""
    number = min(number, LIMITS.get(region, LARGEST))
    words = _corrected(num2words(number, lang=region)).replace(",", "")
    found = quantities_of(code, f"{words} km")
    assert [(q.value, q.unit) for q in found] == [(Decimal(number), "kilometer")]


@pytest.mark.parametrize(("code", "region"), SPOKEN)
@given(number=st.integers(0, 300), hundredths=st.integers(1, 99))
@settings(max_examples=60)
def test_spoken_decimals_are_read_back(
    code: str, region: str, number: int, hundredths: int
) -> None:
    """A number with a spoken decimal mark keeps its value."""
    value = Decimal(f"{number}.{hundredths:02}")
    words = num2words(value, lang=region)
    if words == num2words(number, lang=region):
        # In some languages the library says nothing behind the mark.
        return
    assert [q.value for q in quantities_of(code, f"{words} km")] == [value]


@pytest.mark.parametrize(("code", "region"), SPOKEN)
@given(number=st.integers(1, 1000))
@settings(max_examples=120)
def test_ordinals_are_no_counts(code: str, region: str, number: int) -> None:
    """An ordinal in words is at most a fraction, never a count."""
    words = _corrected(num2words(number, lang=region, to="ordinal"))
    # "Thirty-second" is an ordinal and half a minute.
    assume(not (code == "en" and words.endswith("second")))
    found = quantities_of(code, f"{words}.")
    assert [q.surface for q in found if q.mention.form != "fraction"] == []


def _corrected(words: str) -> str:
    """Mend what the library misspells."""
    for wrong, right in MISSPELT.items():
        words = words.replace(wrong, right)
    return words
