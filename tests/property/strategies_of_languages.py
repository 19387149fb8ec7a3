"""What the laws about languages share: every available pack, its sentences, its quantities."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import checker.languages
from checker.languages import available, load_language
from checker.mentions import find_mentions
from checker.model import Quantity
from checker.quantities import find_quantities
from checker.text import make_page
from tests.shipped import pack

CODES = available()
FOLDER = Path(checker.languages.__file__).parent
PACKS: dict[str, Any] = {code: pack(code) for code in CODES}
# A pack's own examples are its most real-looking sentences.
SENTENCES: dict[str, list[str]] = {
    code: [case["text"] for key in ("examples", "counterexamples") for case in pack[key]]
    for code, pack in PACKS.items()
}


def quantities_of(code: str, text: str) -> list[Quantity]:
    """Return every quantity of a text."""
    language = load_language(code)
    mentions, _ = find_mentions(make_page(text, language), language)
    return find_quantities(mentions, language, text)


def told(quantity: Quantity) -> tuple[Any, ...]:
    """Return all that a quantity tells but where it stands."""
    return (
        quantity.value, quantity.low, quantity.high, quantity.kind, quantity.unit, quantity.noun,
        quantity.mention.hedges, quantity.mention.form, quantity.change, quantity.literal,
        quantity.expected, quantity.mention.other,
    )  # fmt: skip


def readings_of_value(quantity: Quantity) -> set[Decimal | None]:
    """Return the value with the second one that an undecided separator leaves open."""
    return {quantity.value, quantity.mention.other}


def sentences(code: str) -> st.SearchStrategy[str]:
    """Draw a real-looking sentence of a language."""
    return st.sampled_from(SENTENCES[code])
