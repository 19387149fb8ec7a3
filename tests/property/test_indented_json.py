"""Indented JSON is what the standard library writes, whatever the values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import TokenKind
from checker.report._indented import indented

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(VALUES)
def test_is_what_the_standard_library_writes(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize(
    "value", [[], {}, (), [[]], {"a": {}}, 1e999, TokenKind.WORD, 'a"\n\u2028é']
)
def test_of_what_is_rare_too(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        indented({"a": object()})
