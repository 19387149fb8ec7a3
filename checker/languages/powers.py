"""Squares and cubes of lengths, which follow from the lengths of a pack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.languages.stored import Section

_SUPERSCRIPTS = {"2": "²", "3": "³"}
_LENGTHS = {
    *("meter", "kilometer", "hectometer", "decimeter", "centimeter", "millimeter"),
    *("mile", "nautical_mile", "foot", "inch", "yard"),
}


def with_powers(unit: str, symbols: Iterable[str]) -> list[tuple[str, str]]:
    """Return symbols with their unit, and for a length those of its square and cube."""
    pairs = [(symbol, unit) for symbol in symbols]
    if unit in _LENGTHS:
        for power, mark in _SUPERSCRIPTS.items():
            pairs += [
                (symbol + end, f"{unit}**{power}")
                for symbol in symbols
                for end in (power, mark, f"^{power}")
            ]
    return pairs


def word_powers(section: Section, unit: str, words: Iterable[str]) -> list[tuple[str, Any]]:
    """Return "square metres" and "mètres carrés" for the words of one length."""
    listed: list[tuple[str, Any]] = []
    if unit not in _LENGTHS:
        return listed
    for power, marks in section.get("powers", {}).items():
        value = [f"{unit}**{power}", "dimension", []]
        listed += [(mark + link + word, value) for mark in marks for word in words for link in " -"]
    for power, marks in section.get("powers_after", {}).items():
        value = [f"{unit}**{power}", "dimension", []]
        listed += [(f"{word} {mark}", value) for mark in marks for word in words]
    return listed
