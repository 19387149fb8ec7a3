"""The examples and counterexamples inside every language pack, each run as a test."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import checker.languages
from checker.languages import available, load_language
from checker.mentions import find_mentions
from checker.model import Quantity
from checker.quantities import find_quantities
from checker.text import make_page
from tests.shipped import pack

FOLDER = Path(checker.languages.__file__).parent
PACKS = {code: pack(code) for code in available()}


def quantities_of(code: str, text: str) -> list[Quantity]:
    """Return every quantity of a text."""
    language = load_language(code)
    mentions, _ = find_mentions(make_page(text, language), language)
    return find_quantities(mentions, language, text)


def number(value: Decimal | None) -> str:
    """Write a number as an example does: plain, without zeros at the end; empty for none."""
    return "" if value is None else f"{value.normalize():f}"


def seen(quantity: Quantity, key: str) -> str:
    """Return what a quantity has under a key of an example."""
    match key:
        case "value" | "low" | "high":
            return number(getattr(quantity, key))
        case "other":
            return number(quantity.mention.other)
        case "text":
            return quantity.surface
        case "candidates":
            return quantity.unit_candidates[0] if quantity.unit_candidates else ""
        case "expected" | "literal":
            return str(getattr(quantity, key) or "")
        case _:
            return str(getattr(quantity, key) or "")


def cases() -> list[Any]:
    """Return each example with its language, named by its text."""
    return [
        pytest.param(code, example, id=f"{code}: {example['text']}")
        for code, pack in PACKS.items()
        for key in ("examples", "counterexamples")
        for example in pack[key]
    ]


@pytest.mark.parametrize(("code", "example"), cases())
def test_example_finds_what_it_says(code: str, example: dict[str, Any]) -> None:
    """Every quantity of the text is listed, in order, and has the values that are given."""
    expected = example.get("finds", ())
    found = quantities_of(code, example["text"])
    actual = [
        {key: seen(quantity, key) for key in wanted}
        for quantity, wanted in zip(found, expected, strict=False)
    ]
    assert [dict(wanted) for wanted in expected] == actual
    assert [quantity.surface for quantity in found[len(expected) :]] == []


@pytest.mark.parametrize("code", available())
def test_pack_has_as_many_counterexamples_as_examples(code: str) -> None:
    """A pack without counterexamples finds too much and nobody notices."""
    pack = PACKS[code]
    assert len(pack["examples"]) >= 40
    assert len(pack["counterexamples"]) >= len(pack["examples"])


@pytest.mark.parametrize("code", available())
def test_no_text_is_listed_twice(code: str) -> None:
    """An example repeated tests nothing."""
    texts = [case["text"] for key in ("examples", "counterexamples") for case in PACKS[code][key]]
    assert len(texts) == len(set(texts))
