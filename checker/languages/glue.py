"""Number words of a pack that are written as one word: what follows from its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.text import fold_word


def adders_of(source: Mapping[str, Any]) -> dict[str, int]:
    """Return the words that add, with "einundzwanzig" where units stand before tens."""
    adders = {fold_word(term): int(number) for term, number in source["words"].items()}
    units = [(word, number) for word, number in adders.items() if 0 < number < 10]
    tens = [(word, number) for word, number in adders.items() if number in range(20, 100, 10)]
    for link in source.get("units_first", ()):
        adders |= {f"{a}{fold_word(link)}{b}": one + ten for a, one in units for b, ten in tens}
    return adders


def glue_of(pack: Mapping[str, Any]) -> dict[str, Any]:
    """Compile the tables of `GlueWords`; empty for a language that does not glue its numbers."""
    source = pack["numbers"]
    if "glued" not in source:
        return {}
    glued, adders = source["glued"], adders_of(source)
    scales = {fold_word(word) for word in source["scales"]}
    ends = (*glued.get("ends", ()), *source.get("denominators", ()))
    # A word that is a number, a decade or a fraction as it stands is never cut.
    whole = {*glued.get("whole", ()), *adders, *scales, *pack.get("vague", {}).get("words", ())}
    for key in ("groups", "fractions", "shares", "plus"):
        whole |= set(source.get(key, ()))
    return {
        "numbers": sorted(adders),
        "tens": sorted(word for word, number in adders.items() if number in range(20, 100, 10)),
        "units": sorted(word for word, number in adders.items() if 0 < number < 10),
        "scales": sorted(scales),
        "fractions": sorted(fold_word(word) for word in source.get("fractions", ())),
        "joiners": sorted(fold_word(word) for word in glued.get("joiners", ())),
        "ends": sorted({fold_word(word) for word in ends}),
        "forms": sorted([fold_word(a), fold_word(b)] for a, b in glued.get("forms", {}).items()),
        "whole": sorted(fold_word(word) for word in whole),
    }


def glued_beginnings(glue: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return what a glued word may begin with, and what may come next."""
    firsts = {*glue["numbers"], *glue["scales"], *glue["fractions"]}
    firsts |= {form for form, word in glue["forms"] if word in firsts}
    return sorted(firsts), sorted(firsts.union(glue["joiners"], glue["ends"]))
