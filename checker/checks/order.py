"""
Figures in an order that cannot be: a rise to less, a minimum above its maximum, a mean outside.

"Rose from $60m to $50m", "from $60m to $50m, up 10 %": the word for the direction must stand right
before the levels, or tell of a change right behind them that ends the sentence. Both levels must
have a unit or a counted noun: "rose from 60 to 50" may be a rank. What fell from a smaller number
to a larger one may have fallen by something between the two; that is left alone for lengths and
percentages, and where both share one unit word. So are levels below zero, and levels more than
twenty times apart, which are often not in the same magnitude. Where the earlier level comes last,
nothing may be said of its date: what fell to $80 today may have cost $60 a year ago.

"A minimum of $60 and a maximum of $40", "a low of 12 °C and a high of 8 °C": the two must stand
side by side. "From $20 to $40, with an average of $55": the average must be that of the range right
before it, and end its sentence or clause. Both must have the same unit.

Differs:
- en: Sales rose from $60m to $50m.
- en: Output fell to 60,000 tonnes from 50,000 tonnes.
- en: The unemployment rate climbed from 6.1% to 5.2%.
- en: The number of camels grew from 2,500 camels to 1,400 camels.
- fr: Les ventes ont augmenté de 60 millions d'euros à 50 millions d'euros.
- fr: Les ventes ont progressé de 60,5 millions d'euros à 50,1 millions d'euros.
- fr: Le taux de chômage a grimpé de 6,1 % à 5,2 %.
- en: Sales went from $60m to $50m, up 10%.
- en: Sales went from $60m to $50m, up, while costs fell.
- en: Rents climbed from €1,200 to €1,050 a month.
- fr: Le titre est passé de 60 euros à 50 euros, en hausse, selon la Bourse.
- en: Fares range from a minimum of $60 to a maximum of $40.
- en: Visitors saw a low of 12 °C and a high of 8 °C on Sunday.
- en: Prices ranged from $20 to $40, with an average of $55.
- fr: Les tarifs vont d'un minimum de 60 euros à un maximum de 40 euros.
- fr: Les prix allaient de 20 à 40 euros, avec une moyenne de 55 euros.

Left alone:
- en: Sales went from $50m to $60m, up 20%.
- en: Sales went from $50m to $60m, up, while costs fell.
- en: Sales went from $60m to $50m, up and down the country.
- en: Rents climbed from €900 to €1,050 a month.
- fr: Le titre est passé de 50 euros à 60 euros, en hausse, selon la Bourse.
- en: Fares range from a minimum of $40 to a maximum of $60.
- en: Towns saw a low of 12 °C in Ardbeg and a high of 8 °C in Oban.
- en: Prices ranged from $20 to $40, with an average of $35.
- en: Prices ranged from $20 to $40, with an average of $55 in the capital.
- en: They need a minimum of 60 nurses and a maximum of 40 beds.
- en: Tickets cost at least £60, with up to £40 off.
- fr: Les tarifs vont d'un minimum de 40 euros à un maximum de 60 euros.
- fr: Les prix allaient de 20 à 40 euros, avec une moyenne de 35 euros.
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
from collections.abc import Iterator, Sequence

from checker.checks._case import ENDS, Case, Judgement, Side, finding_of, tokens_of, word_at
from checker.checks._ends import Ends, misplaced
from checker.checks._moves import Move, is_alone, moves
from checker.model import Change, Finding, Language, Quantity
from checker.phrases import phrase_before
from checker.units import same_dimension

TITLE = "Figures in an impossible order"

_MISPLACED = {
    "ends": "are told as a lowest and a highest figure, and the lowest is above the highest",
    "mean": "are told as a range and its average, and the average lies outside",
}
_WORDS: dict[Change, tuple[str, str]] = {"up": ("higher", "lower"), "down": ("lower", "higher")}


def check(case: Case) -> Iterator[Finding]:
    """Hold every direction against its levels, and ends against each other and their mean."""
    language = case.setting.language
    for quantities in case.sentences(1):
        for move in moves(quantities, language):
            told = _direction(move, language)
            if told is not None and _goes_against(move, told[0]):
                yield _finding(case, move, told)
            else:
                yield from _changed(case, move, quantities)
        for ends in misplaced(quantities, language):
            yield _of_ends(case, ends)


def _changed(case: Case, move: Move, quantities: Sequence[Quantity]) -> Iterator[Finding]:
    """Hold a change that is told right behind two levels against them: "up", "up 10%"."""
    bare = _bare(move, case.setting.language)
    if bare is not None and bare[0] != ("up" if move.new > move.old else "down"):
        if _lies_apart(move):
            yield _finding(case, move, bare)
        return
    for quantity in quantities:
        told = quantity.change
        is_behind = told is not None and quantity.first >= move.last
        if told is None or not is_behind or not is_alone(move, quantity, case.setting.language):
            continue
        if told != ("up" if move.new > move.old else "down") and _lies_apart(move):
            yield _finding(case, move, (told, quantity.surface), quantity)


def _bare(move: Move, language: Language) -> tuple[Change, str] | None:
    """Read the direction that stands alone behind two levels: "from 50 to 60, up"."""
    tokens, at = tokens_of(move.quantities[0]), move.last + 1
    if word_at(tokens, move.last) not in (",", "("):
        return None
    # "En hausse" has a preposition of its own.
    at += word_at(tokens, at) in language.discourse.prepositions - language.checks.against
    found = phrase_before(language.quantities.changes_before, tokens, at + 1, at)
    is_last = at + 1 >= len(tokens) or word_at(tokens, at + 1) in ENDS
    if found is None or found[1] not in ("up", "down") or not is_last:
        return None
    return found[1], word_at(tokens, at)


def _lies_apart(move: Move) -> bool:
    """Whether two levels of something differ however they are rounded."""
    lower, upper = move.loose if move.new > move.old else move.loose[::-1]
    if not move.unit or move.is_open or lower.high is None or upper.low is None:
        return False
    return lower.high < upper.low


def _direction(move: Move, language: Language) -> tuple[Change, str] | None:
    """Return the direction that the word right before two levels tells, and that word."""
    tokens = tokens_of(move.quantities[0])
    found = phrase_before(language.quantities.changes_before, tokens, move.first)
    # Some verbs tell a change only of shares, or between two levels: "stieg", "gained".
    if found is None:
        return None
    names = (found[1], found[1].removeprefix("weak_")) if len(move.quantities) > 1 else found[1:]
    told = next((way for way in _WORDS if way in names), None)
    words = " ".join(token.word for token in tokens[found[0] : move.first])
    return (told, words) if told else None


def _goes_against(move: Move, told: Change) -> bool:
    """Whether two levels surely go the other way."""
    is_up = move.new > move.old
    if is_up == (told == "up") or not _lies_apart(move):
        return False
    # "Fell from 50 to 60 feet" says how far.
    is_amount = move.unit == "percent" or same_dimension(move.unit, "meter")
    has_units = all(re.search(r"[^\d\s.,]", one.surface) for one in move.quantities)
    return told == "up" or (len(move.quantities) > 1 and has_units and not is_amount)


def _finding(
    case: Case, move: Move, told: tuple[Change, str], by: Quantity | None = None
) -> Finding:
    change, word = told
    word = f"{change} {by.surface}" if by is not None else word
    expected, found = _WORDS[change]
    message = (
        f"“{word}” tells of a {expected} figure at the end, and {move.surface} end in a {found} "
        "one: the figures differ from what is told."
    )
    sides = [Side(one) for one in (*move.quantities, *((by,) if by is not None else ()))]
    return finding_of(case, sides, Judgement("disagree", "value", message, move.unit))


def _of_ends(case: Case, ends: Ends) -> Finding:
    """Write down two ends, or a range and its mean, that cannot be."""
    one, other = ends.quantities
    message = f"“{one.surface}” and “{other.surface}” {_MISPLACED[ends.kind]}: the figures differ."
    sides = (Side(one, one.expected), Side(other, other.expected))
    return finding_of(case, sides, Judgement("disagree", "value", message, one.unit))
