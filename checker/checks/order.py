"""
A direction told with two levels that go the other way: "rose from $60m to $50m".

The word for the direction ("rose", "fell", "up") must stand right before the levels, and both must
have a unit or a counted noun: "rose from 60 to 50" may be a rank. What fell from a smaller number
to a larger one may have fallen by something between the two; that is left alone for lengths and
percentages, and where both share one unit word. So are levels below zero, and levels more than
twenty times apart, which are often not in the same magnitude. Where the earlier level comes last,
nothing may be said of its date: what fell to $80 today may have cost $60 a year ago.

Differs:
- en: Sales rose from $60m to $50m.
- en: Output fell to 60,000 tonnes from 50,000 tonnes.
- en: The unemployment rate climbed from 6.1% to 5.2%.
- en: The number of camels grew from 2,500 camels to 1,400 camels.
- fr: Les ventes ont augmenté de 60 millions d'euros à 50 millions d'euros.
- fr: Les ventes ont progressé de 60,5 millions d'euros à 50,1 millions d'euros.
- fr: Le taux de chômage a grimpé de 6,1 % à 5,2 %.

Left alone:
- en: Sales rose from $50m to $60m.
- en: Output fell to 50,000 tonnes from 60,000 tonnes.
- en: The team rose from 60 to 50 in the ranking.
- en: The stone fell from 50 feet to 60 feet.
- en: Shares fell from 2 to 3 percent.
- en: Trees fell from 50 to 60 tonnes.
- en: Oil fell to $80, compared with $60 a year ago.
- en: Oil fell to $80 from $60 in January.
- en: The deficit went from $60m to $50m.
- en: Losses grew from -$60m to -$50m.
- fr: Les ventes ont augmenté de 50 millions d'euros à 60 millions d'euros.
- fr: La production a diminué de 60 000 tonnes à 50 000 tonnes.
- fr: Le pétrole a reculé à 80 dollars, contre 60 dollars il y a un an.
- fr: L'équipe est passée de 60 à 50 points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._case import Case, Judgement, Side, finding_of, tokens_of
from checker.checks._moves import Move, moves
from checker.model import Change, Finding, Language
from checker.phrases import phrase_before
from checker.units import same_dimension

TITLE = "A direction and the levels it is told with"

_WORDS: dict[Change, tuple[str, str]] = {"up": ("higher", "lower"), "down": ("lower", "higher")}


def check(case: Case) -> Iterator[Finding]:
    """Hold every direction against the levels behind it."""
    language = case.setting.language
    for quantities in case.sentences(1):
        for move in moves(quantities, language):
            told = _direction(move, language)
            if told is not None and _goes_against(move, told[0]):
                yield _finding(case, move, told)


def _direction(move: Move, language: Language) -> tuple[Change, str] | None:
    """Return the direction that the word right before two levels tells, and that word."""
    tokens = tokens_of(move.quantities[0])
    found = phrase_before(language.quantities.changes_before, tokens, move.first)
    if found is None or found[1] not in ("up", "down"):
        return None
    return found[1], " ".join(token.word for token in tokens[found[0] : move.first])


def _goes_against(move: Move, told: Change) -> bool:
    """Whether two levels surely go the other way."""
    if not move.unit or move.is_open:
        return False
    is_up = move.new > move.old
    if is_up == (told == "up"):
        return False
    lower, upper = move.loose if is_up else move.loose[::-1]
    if lower.high is None or upper.low is None or lower.high >= upper.low:
        return False
    # "Fell from 50 to 60 feet" says how far.
    is_amount = move.unit == "percent" or same_dimension(move.unit, "meter")
    has_units = all(re.search(r"[^\d\s.,]", one.surface) for one in move.quantities)
    return told == "up" or (len(move.quantities) > 1 and has_units and not is_amount)


def _finding(case: Case, move: Move, told: tuple[Change, str]) -> Finding:
    change, word = told
    expected, found = _WORDS[change]
    message = (
        f"“{word}” tells of a {expected} figure at the end, and {move.surface} end in a {found} "
        "one: the figures differ from what is told."
    )
    sides = [Side(one) for one in move.quantities]
    return finding_of(case, sides, Judgement("disagree", "value", message, move.unit))
