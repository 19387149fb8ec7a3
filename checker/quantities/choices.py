"""Units that mean several things ("pounds"), decided by the other words of their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.measures import Measure
from checker.model import Kind, Language, Token

# No sentence that people write is longer; lists without full stops are.
_FAR = 200


def choose(
    tokens: Sequence[Token], measure: Measure, language: Language, is_large: bool
) -> Measure:
    """
    Decide an ambiguous unit ("pounds") by the other words of its sentence.

    The pack lists, for such a unit, readings with the words that speak for them; the first one
    without words is the habit. `is_large` says that the number has a magnitude word of a million or
    more, which speaks for money.
    """
    readings: Sequence[Any] | None = language.quantities.choices.get(measure.unit)
    if readings is None or measure.is_symbol:
        return measure
    near = tokens[max(measure.first - _FAR, 0) : measure.first + _FAR]
    words = {token.word for token in near}
    default: tuple[str, Kind] | None = None
    for unit, kind, cues in readings:
        if (is_large and kind == "currency") or not words.isdisjoint(cues):
            return measure._replace(unit=unit, kind=kind)
        default = default or (unit, kind)
    return measure if default is None else measure._replace(unit=default[0], kind=default[1])
