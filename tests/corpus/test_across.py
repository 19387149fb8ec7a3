"""What one language reads, all read: one table of principles, each told in every language."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.model import Quantity
from checker.quantities import find_quantities
from checker.text import make_page

TABLE = Path(__file__).with_name("across.yaml")
LANGUAGES = {"en", "fr", "es", "de", "it", "pt"}
Rows = dict[str, dict[str, tuple[str, list[str]]]]


def rows() -> Rows:
    """Return the table: principle, language, then a text with what is told of its quantities."""
    table: Rows = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.BaseLoader)
    return table


def told(quantity: Quantity) -> str:
    """Return a quantity as the table writes it."""
    low, high = (_told_end(end) for end in (quantity.low, quantity.high))
    number = "vague" if low == high == "" else low if low == high else f"{low}..{high}"
    return f"{number} {quantity.unit}".strip()


def _told_end(end: Decimal | None) -> str:
    return "" if end is None else f"{float(end):.6g}"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(code, *case, id=f"{principle} - {code}")
        for principle, cases in rows().items()
        for code, case in cases.items()
    ],
)
def test_every_language_reads(code: str, text: str, expected: list[str]) -> None:
    language = load_language(code)
    mentions, _ = find_mentions(make_page(text, language), language)
    assert [told(found) for found in find_quantities(mentions, language, text)] == expected


def test_every_principle_is_told_in_every_language() -> None:
    assert {principle: set(cases) for principle, cases in rows().items()} == dict.fromkeys(
        rows(), LANGUAGES
    )
