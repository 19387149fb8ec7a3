"""
A change, told with the levels before and after: what the levels give must be what is told.

"Rose 20 % from 50 to 60", "from 50 to 60, an increase of 20 %", "up 20 % to $60m from $50m",
"doubled from 30 to 60", "from 50 in 2019 to 60 in 2022, a rise of 20 %". Every figure stands for
what rounds to it; what agrees only if round numbers are read loosely is unsure. Where both levels
are shares themselves, percentage points are held against their difference, and a percentage that is
right as points only is unsure.

Where the earlier level comes last, with a date of its own ("to $80, against $120 a year ago"), the
change may count from another one, and is no more than unsure. Change and levels must stand
together, with nothing between them but words that join them or say when, and the sentence must not
say that the change was adjusted ("excluding currency effects"). "Doubled" and "halved" are read
loosely, "more than doubled" as a bound.

Differs:
- en: Sales rose 12% from $50m to $60m.
- en: The number of jobs fell by 40 percent, from 5,000 to 4,500.
- en: Revenue rose 35 percent to $60 million from $50 million.
- en: Exports grew by a third, from 40 to 80 billion euros.
- en: The rate rose from 5.1% to 8.2%, an increase of 1.5 percentage points.
- en: The price doubled from $30 to $95.
- en: Membership rose by 45 percent last year, from 4,000 to 5,000, its treasurer said.
- en: The stock sank from $36,040 on Monday to $34,935 on Tuesday, a sharp 13 percent drop.
- en: The toll more than doubled, from €12 to €17, while that for cars stayed.
- fr: Les ventes ont progressé de 12 %, passant de 50 à 60 millions d'euros.
- fr: Le nombre d'élèves est passé de 320 à 400 en cinq ans, soit une augmentation de 40 %.
- fr: Le nombre d'adhérents est passé de 5 000 à 6 000, soit une hausse de 35 %.
- fr: Le taux est passé de 5,1 % à 8,2 %, soit une hausse de 1,5 point de pourcentage.
- fr: Le prix a triplé, passant de 30 à 60 euros.

Unsure:
- en: Oil fell 2 percent to $80 from $120 a year ago.
- fr: Le pétrole a reculé de 2 % à 80 dollars, contre 120 dollars il y a un an.
- en: Sales rose 24% from $50m to $60m.
- fr: Les ventes ont progressé de 24 %, passant de 50 à 60 millions d'euros.
- en: The rate rose from 5% to 8%, an increase of 3 percent.
- fr: Le taux est passé de 5 % à 8 %, soit une hausse de 3 %.

Agrees:
- en: Sales rose 20% from $50m to $60m.
- en: The number of jobs fell by 10 percent, from 5,000 to 4,500.
- en: Revenue rose 22 percent to $60 million from $50 million a year earlier.
- en: Exports grew by a third, from 30 to 40 billion euros.
- en: The rate rose from 5% to 8%, an increase of 3 percentage points.
- en: The price doubled from $30 to $65.
- en: Membership rose by 25 percent last year, from 4,000 to 5,000, its treasurer said.
- en: The toll more than doubled, from €12 to €27, while that for cars stayed.
- fr: Les ventes ont progressé de 20 %, passant de 50 à 60 millions d'euros.
- fr: Le nombre d'élèves est passé de 320 à 400 en cinq ans, soit une augmentation de 25 %.
- fr: Le chiffre d'affaires a augmenté de 20 % à 60 millions d'euros, contre 50 millions d'euros
  un an plus tôt.
- fr: Le taux est passé de 5 % à 8 %, soit une hausse de 3 points de pourcentage.
- fr: Le prix a triplé, passant de 30 à 90 euros.

Left alone:
- en: Excluding currency effects, sales rose 12% from $50m to $60m.
- en: Sales rose from $50m to $60m, and costs fell 3%.
- en: Sales rose from $50m to $60m, up 35% on a budget of $44m.
- en: Sales rose from $50m to $60m, up 35%, against 10% a year ago.
- en: Between 20 and 40 percent of homes lost power.
- fr: Hors effets de change, les ventes ont progressé de 12 %, passant de 50 à 60 millions d'euros.
- fr: Les ventes sont passées de 50 à 60 millions d'euros, et les coûts ont baissé de 3 %.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._amounts import REASONS, VERDICTS, loosely, rounded
from checker.checks._case import Case, Judgement, Side, finding_of, tokens_of
from checker.checks._moves import Move, is_alone, is_led, moves
from checker.findings.wording import measured
from checker.interval import Interval
from checker.model import Finding, Language, Quantity, Token, Verdict
from checker.phrases import phrase_before
from checker.rows import NamedTuple

TITLE = "A change and the levels it is told with"

_HUNDRED = Decimal(100)
_POINTS = "percentage_point"
# "Rose two points" are percentage points only between two percentages.
_BARE_POINTS = "point"
# How loosely a multiple is told: "doubled" of 1.7 to 2.5 times, "almost" of 1.5.
_MULTIPLES: dict[str, tuple[Decimal | None, Decimal | None]] = {
    "approx": (Decimal("0.85"), Decimal("1.25")),
    "nearly": (Decimal("0.75"), Decimal("1.03")),
    "more_than": (Decimal("0.97"), None),
    "at_least": (Decimal("0.97"), None),
}
_VERDICTS: dict[str, Verdict] = {**VERDICTS, "unit": "unsure", "date": "unsure"}
_REASONS = {
    **REASONS,
    "date": "the change may count from another date than that of the earlier figure",
    "unit": "they agree if percentage points are meant",
}


class _Change(NamedTuple):
    """A change as told: the numbers it may stand for, in percent or percentage points."""

    quantity: Quantity | None
    told: Interval
    widely: Interval
    surface: str
    is_points: bool = False


def check(case: Case) -> Iterator[Finding]:
    """Hold every change against the levels beside it."""
    language = case.setting.language
    for quantities in case.sentences(1):
        for move in moves(quantities, language):
            change = _change(move, quantities, language)
            if change is not None and not _is_adjusted(tokens_of(move.quantities[0]), language):
                found = _judged(case, move, change)
                if found is not None:
                    yield found


def _is_adjusted(tokens: Sequence[Token], language: Language) -> bool:
    return any(token.word in language.checks.adjusted for token in tokens)


def _change(move: Move, quantities: Sequence[Quantity], language: Language) -> _Change | None:
    """Find the change that is told with a move: right before it, or behind it and alone there."""
    for quantity in quantities:
        if not _is_change(quantity, move) or any(quantity is one for one in move.quantities):
            continue
        if quantity.last <= move.first:
            is_change = quantity.change is not None or quantity.unit == _POINTS
            if is_change and is_led(move, quantity, language):
                return _told(quantity)
        elif quantity.first >= move.last and is_alone(move, quantity, language):
            return _told(quantity)
    return _multiple(move, language)


def _is_change(quantity: Quantity, move: Move) -> bool:
    """Whether a quantity may tell a change: a percentage, points or a fraction."""
    if quantity.literal is None or quantity.value is None or quantity.bound != "=":
        return False
    is_part = quantity.mention.form == "fraction" and quantity.kind == "number"
    is_share = quantity.unit in ("percent", _POINTS)
    is_point = quantity.unit == _BARE_POINTS and move.unit == "percent"
    return is_share or is_point or (is_part and quantity.change is not None)


def _told(quantity: Quantity) -> _Change:
    """Read a change in percent; a fraction is one of a hundred."""
    told = quantity.expected or Interval(None, None)
    widely = loosely(told, quantity)
    if not quantity.unit:
        told, widely = told.scaled(_HUNDRED), widely.scaled(_HUNDRED)
    is_points = quantity.unit in (_POINTS, _BARE_POINTS)
    return _Change(quantity, told, widely, quantity.surface, is_points)


def _multiple(move: Move, language: Language) -> _Change | None:
    """Read "doubled" right before a move, or before a comma there, as a change in percent."""
    tokens = tokens_of(move.quantities[0])
    at = move.first
    while at and (tokens[at - 1].word == "," or tokens[at - 1].word in language.checks.passing):
        at -= 1
    if not at:
        return None
    word = tokens[at - 1].word
    factor = next((f for f, words in language.checks.multiples.items() if word in words), None)
    if factor is None:
        return None
    hedge = phrase_before(language.numbers.hedges_before, tokens, at - 1)
    told = _multiplied(Decimal(factor), hedge[1] if hedge else "approx")
    return None if told is None else _Change(None, told, told, word)


def _multiplied(factor: Decimal, hedge: str) -> Interval | None:
    """Return the change in percent that "doubled", "more than doubled", "almost doubled" tell."""
    least, most = _MULTIPLES.get(hedge, (None, None))
    if least is most:
        return None
    if factor < 1 and hedge != "approx":
        # "More than halved" leaves less than a half.
        least, most = (most and 2 - most, least and 2 - least)
    low, high = (
        None if end is None else factor * end * _HUNDRED - _HUNDRED for end in (least, most)
    )
    return Interval(low, high)


def _judged(case: Case, move: Move, change: _Change) -> Finding | None:
    """Judge a change by its levels; a direction that does not fit is a matter of `order`."""
    quantity = change.quantity
    is_up = move.new > move.old
    if quantity is not None and quantity.change not in (None, "up" if is_up else "down"):
        return None
    if change.is_points and move.unit != "percent":
        return None
    work = _difference if change.is_points else _percentage
    strict, loose = work(*move.strict), work(*move.loose)
    if strict is None or loose is None:
        return None
    told, widely = (
        one if is_up or quantity is None else one.scaled(Decimal(-1))
        for one in (change.told, change.widely)
    )
    if strict.meets(told):
        because = "agree"
    elif loose.meets(widely):
        because = "rounding"
    else:
        points = _difference(*move.loose)
        is_of_points = move.unit == "percent" and points is not None and points.meets(widely)
        because = "unit" if is_of_points else "date" if move.is_open else "value"
    return _finding(case, (move, change), rounded(strict), because)


def _percentage(old: Interval, new: Interval) -> Interval | None:
    """Return by how many percent the later level is above the earlier one; None around zero."""
    if not old.low or not old.high or not new.low or not new.high or min(old.low, new.low) < 0:
        return None
    low, high = new.low / old.high, new.high / old.low
    return Interval(low * _HUNDRED - _HUNDRED, high * _HUNDRED - _HUNDRED)


def _difference(old: Interval, new: Interval) -> Interval | None:
    """Return by how much the later level is above the earlier one."""
    if old.low is None or old.high is None or new.low is None or new.high is None:
        return None
    return Interval(new.low - old.high, new.high - old.low)


def _finding(case: Case, between: tuple[Move, _Change], worked: Interval, because: str) -> Finding:
    """Write down what the levels give and what is told."""
    move, change = between
    unit = "percentage points" if change.is_points else "percent"
    message = (
        f"{move.surface} make a change of {measured(worked, unit)}, and “{change.surface}” is "
        f"told: {_REASONS[because]}."
    )
    sides = [Side(one, worked) for one in move.quantities]
    if change.quantity is not None:
        sides.append(Side(change.quantity, change.told))
    judged = Judgement(_VERDICTS[because], because, message, unit)
    return finding_of(case, sides, judged)
