"""
The writer's own conversions: an amount, and the same amount in another unit beside it.

"5 miles (8 km)", "40 °C (104 °F)", "£231m ($275m)", "5 miles / 8 km", "5 miles, or 8 km,", "$4 a
gallon ($1.06 a litre)". A figure stands for every number that rounds to it: half of the place of
its last digit, or of its last digit that is not zero, but no more than a tenth of it; one percent
more is left for figures that were rounded twice. What still meets agrees.

Money is exchanged at the rate of the day the article was published. Five percent are left for the
course of that day and for rates of the days before; a difference of up to a quarter is no more than
unsure, because the writer may have used the rate of another date. Without a date or a rate nothing
is said but that. A sign that several currencies share agrees if it agrees as any of them.

An amount is taken for a conversion only if nothing else stands in the brackets. Times are left
alone, and so are lengths and weights of one system ("2 km (300 m)"), which often say something
else. Behind "or" and a slash, what differs by more than a quarter is another choice, no conversion,
unless it differs by ten or a thousand times.

Differs:
- en: The village lies 5 miles (12 km) from the border.
- en: Fires burned 5,000 acres (20,000 hectares) of forest.
- en: Temperatures reached 40 °C (140 °F) on Sunday.
- en: The striker, who is 5 ft 10 in (1.98 m), missed training.
- en 2022-12-20: The bridge cost £231m ($275bn).
- en: The path is 5 miles, or 6.9 km, long.
- en: Petrol costs $4 a gallon ($3.06 a litre).
- en 2022-12-20: Flour costs €2.10 a kilo ($4.90 a pound).
- en: The parcel weighed 4.4 pounds, or 20 kilograms, on Sunday.
- fr: Le feu a parcouru 1 200 acres, soit 4 900 hectares, en trois jours.
- fr: Le village se trouve à 8 km (15 miles) de la frontière.
- fr: Il a fait 40 °C (140 °F) dimanche.
- fr 2022-12-20: Le pont a coûté 231 millions d'euros (24 millions de dollars).
- de: Das Dorf liegt 8 Kilometer (15 Meilen) von der Grenze entfernt.
- es: El pueblo está a 8 kilómetros (15 millas) de la frontera.

Unsure:
- en: The wreck lies 200 miles (370 km) off the coast.
- en 2022-12-20: The bridge cost £231m ($245m).
- en 2022-12-20: The loan of 5 billion hryvnias ($135m) was repaid.
- fr 2022-12-20: Le prêt de 5 milliards de hryvnias (135 millions d'euros) est remboursé.

Agrees:
- en: The village lies 5 miles (8 km) from the border.
- en: Fires burned 5,000 acres (2,000 hectares) of forest.
- en: Temperatures fell by 5 °C (9 °F) and stayed there.
- en: The striker, who is 5 ft 10 in (1.78 m), missed training.
- en 2022-12-20: The bridge cost £231m ($280m).
- en 2022-12-20: The fine came to 75 US dollars (A$112).
- en: Between 10 and 20 miles (16 to 32 km) of road were closed.
- en: A cargo of 10,000 tons (9,070 tonnes) was lost.
- en: Petrol costs $4 a gallon ($1.06 a litre).
- en 2022-12-20: Flour costs €2.10 a kilo ($1.01 a pound).
- en: Output fell to 2 million barrels (318 million litres) a day.
- en: He weighed in at 16st 7lb (105kg).
- en: The parcel weighed 4.4 pounds, or 2 kilograms, on Sunday.
- fr: Le feu a parcouru 1 200 acres, soit 490 hectares, en trois jours.
- fr: Le village se trouve à 8 km (5 miles) de la frontière.
- fr: Il a fait 40 °C (104 °F) dimanche.
- fr 2022-12-20: Le pont a coûté 231 millions d'euros (245 millions de dollars).

Left alone:
- en: Tickets cost £20 (€15 for members).
- en: Bicycles cost £5 an hour (£30 a day).
- en: The mine yields 100 tonnes a day (24,000 tonnes a year).
- en: The race is 10 km (300 m uphill).
- en: The 21st boxer weighed 105kg (7 more than in May).
- en: Runners chose 5 miles or 20 km.
- en: Runners chose 5 miles, or 20 km, on Sunday.
- en: He was jailed for ten years (18 months).
- en: The walk is 5 miles (about 10 km if the bridge is closed).
- fr: Les billets coûtent 20 euros (15 livres pour les membres).
- fr: La course fait 10 km (300 m de montée).
- fr: Au choix, 5 miles ou 20 km.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.checks._amounts import (
    Reading,
    apart,
    around,
    ends_of,
    likely_cause,
    reason,
    rounded,
    widest,
)
from checker.checks._case import Case, Judgement, Side, finding_of, tokens_of
from checker.checks._conversions import Beside, conversions
from checker.findings import Context
from checker.findings.wording import dates, measured, number
from checker.model import Finding, Quantity, Verdict
from checker.rows import NamedTuple
from checker.units import conversion

TITLE = "A conversion given by the writer"

# Names that people use for several units, each with the others.
_ALSO = {
    "ton": ("short_ton", "long_ton"),
    "gallon": ("imperial_gallon",),
    "pint": ("imperial_pint",),
    "ounce": ("troy_ounce",),
    "horsepower": ("metric_horsepower",),
    "calorie": ("kilocalorie",),
}
# Miles at sea are longer, and seldom said to be.
_AT_SEA = {"mile": "nautical_mile"}
_SAID_APART = ("[length]", "[mass]")
_DIFFERENCES = {
    "degree_Celsius": "delta_degree_Celsius",
    "degree_Fahrenheit": "delta_degree_Fahrenheit",
}
# Beyond its own rounding, a figure may have been converted from one that was rounded before.
_TWICE_ROUNDED = Decimal("0.01")
# The currencies of the ECB's table move by less than this in a week, but for crises.
_MARKET = Decimal("0.05")
# What major currencies move by within a year or two; also where "or" begins to mean a choice.
_OTHER_DATE = Decimal("0.25")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGREES: tuple[Verdict, str] = ("agree", "agree")
_DIFFERS: tuple[Verdict, str] = ("disagree", "value")
_NO_RATE: tuple[Verdict, str] = ("unsure", "rate")
_OTHER_UNIT: tuple[Verdict, str] = ("unsure", "unit")


class _Price(NamedTuple):
    """A currency, and what is paid for where it is a price."""

    currency: str
    per: str

    @property
    def unit(self) -> str:
        """Both as one unit: "USD/liter"."""
        return f"{self.currency}/{self.per}"


def check(case: Case) -> Iterator[Finding]:
    """Hold every amount against the conversion that stands beside it."""
    for quantities in case.sentences():
        for beside in conversions(quantities, case):
            judged = _judged(beside, case)
            if judged is not None:
                yield judged


def _judged(beside: Beside, case: Case) -> Finding | None:
    """Judge one conversion; None when it is none, or nothing can be said."""
    stated, converted, is_choice = beside
    if stated.unit == converted.unit or converted.kind != stated.kind:
        return None
    if len(ends_of(stated)) != len(ends_of(converted)):
        return None
    if stated.kind == "currency":
        return _exchanged(beside, case)
    best = _nearest(beside, _unit_pairs(stated.unit, converted.unit), case)
    if best is None or (is_choice and _may_be_other(best)):
        return None
    if not apart(best):
        return _finding(case, beside, best, _AGREES)
    at_sea = _nearest(beside, [(_at_sea(stated), _at_sea(converted))], case)
    is_at_sea = at_sea is not None and not apart(at_sea)
    return _finding(case, beside, best, _OTHER_UNIT if is_at_sea else _DIFFERS)


def _may_be_other(reading: Reading) -> bool:
    """Whether an amount behind "or" is another choice: far off, and by no slip of a digit."""
    return apart(reading) > _OTHER_DATE and likely_cause(*widest(reading)) is None


def _at_sea(quantity: Quantity) -> str:
    return _AT_SEA.get(quantity.unit, quantity.unit)


def _nearest(beside: Beside, units: list[tuple[str, str]], case: Case) -> Reading | None:
    """Convert by each of some pairs of units; the one by which both come nearest counts."""
    readings = [
        _measured(beside.stated, beside.converted, pair, case.setting.context) for pair in units
    ]
    return min((one for one in readings if one is not None), key=apart, default=None)


def _unit_pairs(one: str, other: str) -> list[tuple[str, str]]:
    """List the pairs of units two names may mean; none where they are often said apart."""
    own, target = conversion(one), conversion(other)
    if own.dimension != target.dimension or own.dimension == "[time]" or _is_rate(one, other):
        return []
    is_one_system = _is_power_of_ten(own.factor / target.factor)
    if own.dimension in _SAID_APART and is_one_system and not {one, other} & _ALSO.keys():
        return []
    pairs = [(a, b) for a in (one, *_ALSO.get(one, ())) for b in (other, *_ALSO.get(other, ()))]
    if one in _DIFFERENCES and other in _DIFFERENCES:
        pairs.append((_DIFFERENCES[one], _DIFFERENCES[other]))
    return pairs


def _is_rate(one: str, other: str) -> bool:
    """Whether two units measure the same in two stretches of time, which need not be all work."""
    (own, _, per), (target, _, per_other) = one.rpartition("/"), other.rpartition("/")
    return bool(own) and own == target and per != per_other


def _is_power_of_ten(factor: Decimal) -> bool:
    return factor.normalize().as_tuple().digits == (1,)


def _measured(
    stated: Quantity, converted: Quantity, units: tuple[str, str], context: Context
) -> Reading | None:
    """Convert every end of one amount to the unit of the other."""
    pairs = []
    for own, other in zip(ends_of(stated), ends_of(converted), strict=True):
        reading = context.convert(around(own, stated, _TWICE_ROUNDED), *units)
        if reading is None:
            return None
        pairs.append((reading, around(other, converted, _TWICE_ROUNDED)))
    return Reading(tuple(pairs), converted.unit)


def _exchanged(beside: Beside, case: Case) -> Finding | None:
    """Judge an exchange: as any currency that a sign may stand for, the nearest one counts."""
    stated, converted, is_choice = beside
    (own, per), (other, per_other) = _price(stated.unit), _price(converted.unit)
    prices = [
        (_Price(source, per), _Price(target, per_other), scale)
        for scale in _scales(per, per_other)
        for source in stated.unit_candidates or (own,)
        for target in converted.unit_candidates or (other,)
        if (source == target) == (own == other)
    ]
    readings = [_at_rate(beside, price, case) for price in prices]
    known = [reading for reading in readings if reading is not None]
    if not known:
        return None if is_choice or not prices else _finding(case, beside, None, _NO_RATE)
    best = min(known, key=apart)
    gap = apart(best)
    if is_choice and _may_be_other(best):
        return None
    if not gap:
        return _finding(case, beside, best, _AGREES)
    if best.rate is not None and (gap <= _OTHER_DATE or _tells_other_year(beside, case)):
        return _finding(case, beside, best, _NO_RATE)
    return _finding(case, beside, best if best.rate is None else known[0], _DIFFERS)


def _scales(per: str, other: str) -> list[Decimal]:
    """List by what a price may be multiplied for another measure of what is paid for."""
    if per == other:
        return [Decimal(1)]
    if not per or not other:
        return []
    pairs = _unit_pairs(per, other)
    return [conversion(b).factor / conversion(a).factor for a, b in pairs]


def _at_rate(beside: Beside, price: tuple[_Price, _Price, Decimal], case: Case) -> Reading | None:
    """Exchange every end of one amount at the rate of the day of publication."""
    stated, converted, _ = beside
    own, other, scale = price
    rates, rate, further = case.setting.context.rates, None, _TWICE_ROUNDED
    if own.currency != other.currency:
        found = rates and rates.rate(own.currency, other.currency, case.article.published)
        if not found:
            return None
        rate, further, scale = found, _MARKET, scale * found.factor
    pairs = [
        (around(one, stated, further).scaled(scale), around(end, converted, Decimal(0)))
        for one, end in zip(ends_of(stated), ends_of(converted), strict=True)
    ]
    return Reading(
        tuple(pairs), other.unit if own.per != other.per else other.currency, own.currency, rate
    )


def _price(unit: str) -> _Price:
    """Split a price into currency and what it is paid for."""
    own, _, per = unit.partition("/")
    return _Price(own, per)


def _tells_other_year(beside: Beside, case: Case) -> bool:
    """Whether the sentence speaks of a year, whose rate may have been used."""
    published = case.article.published
    tokens = tokens_of(beside.stated)
    others = (*tokens[: beside.stated.first], *tokens[beside.converted.last :])
    return any(
        _YEAR.fullmatch(token.word) and (published is None or int(token.word) != published.year)
        for token in others
    )


def _finding(
    case: Case, beside: Beside, reading: Reading | None, said: tuple[Verdict, str]
) -> Finding:
    """Write down what was found, with both sides in one unit."""
    verdict, because = said
    stated, converted = beside.stated, beside.converted
    if reading is None:
        told = (
            f"“{stated.surface}” and “{converted.surface}” stand for one amount: no exchange rate"
        )
        judged = Judgement(verdict, because, f"{told} is known for the date.")
        return finding_of(case, (Side(stated), Side(converted)), judged)
    own, other = (rounded(one) for one in widest(reading))
    cause = likely_cause(own, other) if verdict == "disagree" else None
    amount = measured(own, reading.unit).replace("_", " ")
    message = (
        f"“{stated.surface}” is {amount}{_rate(reading)}, and “{converted.surface}” stands "
        f"beside it: {reason(said, cause)}."
    )
    judged = Judgement(verdict, because, message, reading.unit, cause)
    return finding_of(case, (Side(stated, own), Side(converted, other)), judged)


def _rate(reading: Reading) -> str:
    """Name the rate that was used: figure, date, source."""
    rate = reading.rate
    if rate is None:
        return ""
    currency = _price(reading.unit).currency
    per = f"{number(rate.factor)} {currency} per {reading.own}"
    return f" at {per} ({rate.method}, {dates(rate.on)}, {rate.source})"
