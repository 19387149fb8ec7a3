"""
A share told twice, in words or as two counts and in percent; and shares that exceed their whole.

"A third (33 %)", "one in five, or 20 %", "140 of the 200 seats, or 70 %". The percentage must stand
alone in brackets, or between commas behind a word such as "or". Fractions in words are read with a
tenth to either side (what is just outside is unsure), counts and percentages as written, and a
percentage may be one more off where a careless writer cut its decimals instead of rounding.

"A third (10 %)" is a share only if "of" follows: it may be the third of a list. "140 of the 200" is
read only with nothing but the thing counted in between, and both must count the same; so is "of the
240 wells tested, 60 (25 %)".

A list of percentages ("60% voted yes, 45% voted no and 10% abstained") may not exceed a hundred
where they must be shares of one whole: two answers exclude each other, nobody is two of what they
count (men and women), one is "the remaining 10%", or a word before their colon says that a whole is
split and each tells for or from what. Else more than one answer may be allowed, or each be a share
of something of its own ("60% of men and 55% of women").

Differs:
- en: Some 60% voted yes, 45% voted no and 10% abstained.
- en: The staff is 60% men and 55% women.
- en: In the end 60% went north, 45% south and the remaining 10% stayed.
- en: Of the 240 wells tested after the spill, 60 (35%) held traces of oil.
- en: One in four pupils (40%) walks to school.
- en: Some 52% said they were for the tunnel, 57% against and 11% did not know.
- en: The town has three sources of money: 65% from the state, 35% from taxes and 20% from fees.
- fr: Sur les 240 puits contrôlés, 60 (35 %) contenaient des traces de pétrole.
- fr: Le budget se répartit ainsi : 65 % pour l'État, 35 % pour la région et 20 % pour la ville.
- fr: Quelque 60 % ont dit oui, 45 % ont dit non et 10 % se sont abstenus.
- en: A third (50 percent) of homes lost power.
- en: One in five (30%) agreed.
- en: In all, 140 of the 200 seats, or 60 percent, were filled.
- en: Only 3 of the 5 men (70%) came back.
- fr: Un tiers (50 %) des foyers est privé de courant.
- fr: Un Français sur cinq (30 %) le pense.
- fr: Trois élus sur quatre, soit 55 %, ont voté contre.
- fr: En tout, 140 des 200 sièges, soit 60 %, sont pris.

Unsure:
- en: One in three (28%) agreed.
- fr: Moins d'un tiers (35 %) des foyers est privé de courant.

Agrees:
- en: Some 50% voted yes, 40% voted no and 10% abstained.
- en: The staff is 60% men and 40% women.
- en: Of the 240 wells tested after the spill, 60 (25%) held traces of oil.
- en: One in four pupils (25%) walks to school.
- en: Some 52% said they were for the tunnel, 37% against and 11% did not know.
- fr: Sur les 240 puits contrôlés, 60 (25 %) contenaient des traces de pétrole.
- fr: Le budget se répartit ainsi : 45 % pour l'État, 35 % pour la région et 20 % pour la ville.
- fr: Quelque 50 % ont dit oui, 40 % ont dit non et 10 % se sont abstenus.
- en: A third (33 percent) of homes lost power.
- en: One in five (20%) agreed.
- en: Nearly half (48%) of voters said no.
- en: In all, 140 of the 200 seats, or 70 percent, were filled.
- en: Only 3 of the 5 men (60%) came back.
- fr: Un tiers (34 %) des foyers est privé de courant.
- fr: Un Français sur cinq (21 %) le pense.
- fr: Trois élus sur quatre, soit 75 %, ont voté contre.
- fr: En tout, 140 des 200 sièges, soit 70 %, sont pris.

Left alone:
- en: Some 60% like tea, 55% coffee and 40% water.
- en: Some 60% of men and 55% of women voted yes.
- en: Some 52% were for the tunnel, 57% against the bridge.
- en: Opinion is split: 65% in the north, 45% in the south.
- en: Of the 240 wells tested in 2019, 60 (35%) held traces of oil.
- en: Some 60% said yes to the first plan, 45% said no to the second one.
- fr: Quelque 60 % des hommes et 55 % des femmes ont dit oui.
- en: A third (50 percent more than last year) of homes lost power.
- en: One in five (up 30%) agreed.
- en: In all, 140 of the 200 seats were filled, or 60 percent more.
- en: One group (60%) wants it, another (30%) does not and a third (10%) does not care.
- en: A half, 30 percent of it rain, was lost.
- fr: Un tiers (50 % de plus que l'an dernier) des foyers est privé de courant.
- fr: Un Français sur cinq (en hausse de 30 %) le pense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._amounts import rounded
from checker.checks._case import (
    ENDS,
    Case,
    Judgement,
    Side,
    finding_of,
    tokens_of,
    word_at,
    words_between,
)
from checker.checks._parts import Listing
from checker.checks._shares import listed_shares
from checker.checks._sums import VERDICTS, Amount, Fit, amount_of, fit_of, total
from checker.findings.wording import measured
from checker.interval import Interval, point
from checker.model import Finding, Quantity, Verdict

TITLE = "A share told twice, or more than its whole"

_HUNDRED = Decimal(100)
# "A third", "un tiers": an article and a word that may count places too, but for halves.
_ARTICLE_AND_PART = 2
_LARGEST = Decimal("0.34")
# "One in five `young people`", "a third `of all homes`".
_LONGEST_THING = 3
# By how much more a fraction in words may be off before it is no such fraction at all.
_LOOSELY = (Decimal("0.85"), Decimal("1.15"))
_REASONS: dict[Verdict, str] = {
    "agree": "the figures agree",
    "unsure": "they agree only if the fraction is read very loosely",
    "disagree": "the figures differ",
}
_FITS: dict[Fit, str] = {
    "agree": "the figures agree",
    "rounding": "they exceed it unless the figures are read loosely",
    "part-exceeds-whole": "they exceed it",
}
_CODES: dict[Verdict, str] = {"agree": "agree", "unsure": "rounding", "disagree": "value"}


def check(case: Case) -> Iterator[Finding]:
    """Hold every share against the percentage that stands beside it."""
    for quantities in case.sentences():
        for place, percent in enumerate(quantities[1:], 1):
            if percent.unit == "percent" and _is_restated(quantities[place - 1], percent, case):
                share = _share(quantities[:place], case) or _of_whole(quantities, place, case)
                if share is not None:
                    yield _finding(case, share, percent)
        for shares in listed_shares(quantities, case.setting.language):
            found = _of_list(case, shares)
            if found is not None:
                yield found


def _of_list(case: Case, shares: tuple[Quantity, ...]) -> Finding | None:
    """Judge a list of shares by the hundred percent that they can be at most."""
    amounts = [amount for one in shares if (amount := amount_of(one)) is not None]
    if len(amounts) < len(shares):
        return None
    whole, added = point(_HUNDRED), total(amounts).strict
    fit = fit_of(Amount(whole, whole), amounts, is_complete=False)
    quoted = [f"“{one.surface}”" for one in shares]
    message = (
        f"{', '.join(quoted[:-1])} and {quoted[-1]} of one whole come to "
        f"{measured(rounded(added), 'percent')}: {_FITS[fit]}."
    )
    sides = [Side(one, one.expected) for one in shares]
    return finding_of(case, sides, Judgement(VERDICTS[fit], fit, message, "percent"))


def _is_restated(before: Quantity, percent: Quantity, case: Case) -> bool:
    """Whether a percentage stands alone in brackets, or between commas behind "or"."""
    if percent.value is None or percent.expected is None or percent.change is not None:
        return False
    tokens, between = tokens_of(percent), words_between(before, percent)
    after = tokens[percent.last].word if percent.last < len(tokens) else ""
    if between == ("(",) or (between[-1:] == ("(",) and _is_thing(before, between[:-1], case)):
        return after == ")"
    words = case.setting.language.checks.restated
    is_inserted = len(between) > 1 and between[0] == "," and all(w in words for w in between[1:])
    return is_inserted and after in ENDS


def _is_thing(share: Quantity, words: Sequence[str], case: Case) -> bool:
    """Whether some words only say of what a fraction is: "one in five `homes`", "`of homes`"."""
    language = case.setting.language
    named = [word for word in words if word not in language.checks.shares]
    others = language.discourse.prepositions | language.quantities.joins
    is_short = len(words) <= _LONGEST_THING and all(map(str.isalpha, words))
    return _is_fraction(share) and is_short and not others.intersection(named)


def _is_fraction(quantity: Quantity) -> bool:
    return quantity.mention.form == "fraction" and quantity.kind == "number"


def _of_whole(
    quantities: tuple[Quantity, ...], place: int, case: Case
) -> tuple[tuple[Quantity, ...], Interval] | None:
    """Read "of the 240 wells tested, 60" before the percentage at a place."""
    if place < 2:
        return None
    listing = Listing(quantities[:place], case.setting.language)
    found = listing.of(place - 2)
    return None if found is None else _divided(found.parts[0], found.whole)


def _share(
    before: tuple[Quantity, ...], case: Case
) -> tuple[tuple[Quantity, ...], Interval] | None:
    """Read what stands before a percentage: a fraction, or a count of a count; in percent."""
    last = before[-1]
    if _is_fraction(last) and last.literal is not None:
        is_share = last.change is None and not _may_be_ordinal(last, case)
        return ((last,), last.literal.scaled(_HUNDRED)) if is_share else None
    if len(before) < 2:
        return None
    part, whole = before[-2], last
    between = words_between(part, whole)
    words = case.setting.language.checks.shares
    if not between or not all(word in words for word in between):
        return None
    return _divided(part, whole)


def _may_be_ordinal(share: Quantity, case: Case) -> bool:
    """Whether "a third (10 %)" may be the third of a list: nothing says of what it is a part."""
    if share.last - share.first > _ARTICLE_AND_PART or not share.value or share.value > _LARGEST:
        return False
    tokens = tokens_of(share)
    if word_at(tokens, share.last) in case.setting.language.checks.shares:
        return False
    closing = [at for at in range(share.last, len(tokens)) if tokens[at].word == ")"]
    behind = closing[0] + 1 if closing else len(tokens)
    words = case.setting.language.checks.shares
    return behind >= len(tokens) or tokens[behind].word not in words


def _divided(part: Quantity, whole: Quantity) -> tuple[tuple[Quantity, ...], Interval] | None:
    """Divide two counts of one thing, which one of them may leave unsaid."""
    kinds, units = {part.kind, whole.kind}, {part.unit, whole.unit} - {""}
    if not {"count"} <= kinds <= {"count", "number"} or len(units) != 1:
        return None
    one, all_ = part.expected, whole.expected
    if one is None or all_ is None or part.value is None or whole.value is None:
        return None
    if not one.low or not one.high or not all_.low or not all_.high or part.value >= whole.value:
        return None
    return (part, whole), Interval(one.low / all_.high * _HUNDRED, one.high / all_.low * _HUNDRED)


def _finding(
    case: Case, share: tuple[tuple[Quantity, ...], Interval], percent: Quantity
) -> Finding:
    """Write down what the share comes to and what is told."""
    quantities, worked = share
    told = percent.expected or Interval(None, None)
    verdict = _verdict(_widened(told), worked, is_fraction=len(quantities) == 1)
    worked = rounded(worked)
    surface = " of ".join(f"“{one.surface}”" for one in quantities)
    message = (
        f"{surface} comes to {measured(worked, 'percent')}, and “{percent.surface}” is told: "
        f"{_REASONS[verdict]}."
    )
    sides = [*(Side(one, worked) for one in quantities), Side(percent, told)]
    return finding_of(case, sides, Judgement(verdict, _CODES[verdict], message, "percent"))


def _verdict(told: Interval, worked: Interval, *, is_fraction: bool) -> Verdict:
    """Judge a percentage; just outside a fraction in words nobody can be sure."""
    if told.meets(worked):
        return "agree"
    low = None if worked.low is None else worked.low * _LOOSELY[0]
    high = None if worked.high is None else worked.high * _LOOSELY[1]
    return "unsure" if is_fraction and told.meets(Interval(low, high)) else "disagree"


def _widened(told: Interval) -> Interval:
    """Leave one percentage point to either side for decimals that were cut off."""
    low = None if told.low is None else told.low - 1
    return Interval(low, None if told.high is None else told.high + 1)
