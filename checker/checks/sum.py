"""
A whole and its parts, in a sentence, a list or a table: the parts must add up to it, or to no more.

"150 dead: 80 men and 60 women", "150 seats (80 in the north and 60 in the south)", "83 men and 61
women, 154 people in all" tell every part, which must add up. "150 dead, including 20 children", "of
whom", "80 of them" tell some: none may exceed the whole, nor may those together in which nobody
counts twice (men and women, wounded and killed). So with "of the 150 dead, 80 were men", "80 of the
150 dead", and those who gave other answers: "of the 28 who voted, 19 were for it and six against".

A list is read only from its colon, bracket or dash to its end, when every item begins with its
number and none of them with "several" or "a". Both must count people, or the same: "three rounds:
ten questions" are no parts. What is told of dates is left alone ("150 seats: 80 in 2015"), and so
are sums of money, unless "a total of" or "in all" says that they are whole. What was at least 150
may be more than the sum of its parts. Round numbers that fit only if they are read loosely are
unsure.

Nobody can know every word for a kind of vehicle. A list of three items or more behind a colon, or
of any number behind "made up of", is taken for the kinds of its whole if every item has a noun of
its own and is smaller, and if they come near the whole, by a fifth. So is a list of sums of money.
Items on lines of their own are read alike, and one called "Total" is the whole of the lines above.

In a table, the row or column called "Total" must add up the others, to the last digit that is
written. It is left alone where it is their mean, where cells are empty, where rows are parts of
others ("of which in the north"), and where it is far from their sum with no other column that adds
up: a table may show only the largest parts.

Differs:
- en: The blast left 150 dead: 80 men and 60 women.
- en: Some 12 people (five men, four women and six children) were rescued.
- en: The party won 150 seats: 80 in the north and 60 in the south.
- en: They counted 83 men and 61 women, 154 people in all.
- en: The storm killed 14 people, including 20 children.
- en: Of the 61 passengers, 75 were children.
- en: Rescuers pulled out 40 people, 51 of them alive.
- en: They won 250 of the 200 seats.
- en: There were 80 men and 90 women among the 150 dead.
- en: The storm killed 154 people, 83 men and 61 women.
- en: The plan costs a total of $150m, $80m for roads and $40m for schools.
- en: The fire destroyed 48 vehicles: 31 buses, 12 vans and nine tow trucks.
- en: The crew of 14 was made up of seven Greeks and five Danes, the owner said.
- en: The plan sets aside €912m: €431m for schools, €319m for roads and €122m for ports.
- en: The shelf holds 310 works: ¶ - 140 novels ¶ - 95 plays ¶ - 105 atlases
- en: In votes: ¶ - Ana Ruhl: 18,240 ¶ - Piet Song: 15,310 ¶ - Total: 35,550
- fr: Le feu a détruit 48 véhicules : 31 autobus, 12 camions et neuf grues.
- fr: L'équipage de 14 marins est composé de sept Grecs et cinq Danois.
- fr: L'explosion a fait 150 morts : 80 hommes et 60 femmes.
- fr: Le parti a obtenu 150 sièges (80 dans le nord et 60 dans le sud).
- fr: La tempête a fait 14 morts, dont 20 enfants.
- fr: Sur les 61 passagers, 75 étaient des enfants.
- en: Of the 28 countries that voted, 19 were for the treaty, six against and five abstained.
- fr: Sur les 28 pays votants, 19 ont dit oui, six ont dit non et cinq se sont abstenus.
- fr: On a compté 83 hommes et 61 femmes, soit 154 personnes au total.
- de: Das Unglück forderte 14 Tote, darunter 20 Kinder.
- es: La tormenta dejó 14 muertos, entre ellos 20 niños.

Unsure:
- en: The blast left 300 dead: 170 men and 110 women.
- fr: L'explosion a fait 300 morts : 170 hommes et 110 femmes.

Agrees:
- en: The blast left 140 dead: 80 men and 60 women.
- en: Some 12 people (five men, four women and three children) were rescued.
- en: The party won 140 seats: 80 in the north and 60 in the south.
- en: They counted 83 men and 61 women, 144 people in all.
- en: The storm killed 14 people, including nine children.
- en: Of the 61 passengers, 15 were children.
- en: Rescuers pulled out 40 people, 31 of them alive.
- en: There were 80 men and 30 women among the 150 dead.
- en: The storm killed 144 people, 83 men and 61 women.
- en: The plan costs a total of $120m, $80m for roads and $40m for schools.
- en: The fire destroyed 48 vehicles: 31 buses, 12 vans and five tow trucks.
- en: The crew of 14 was made up of nine Greeks and five Danes, the owner said.
- en: The plan sets aside €912m: €431m for schools, €319m for roads and €162m for ports.
- en: The shelf holds 340 works: ¶ - 140 novels ¶ - 95 plays ¶ - 105 atlases
- fr: Le feu a détruit 48 véhicules : 31 autobus, 12 camions et cinq grues.
- fr: L'explosion a fait 140 morts : 80 hommes et 60 femmes.
- fr: Le parti a obtenu 140 sièges (80 dans le nord et 60 dans le sud).
- fr: La tempête a fait 14 morts, dont neuf enfants.
- fr: Sur les 61 passagers, 15 étaient des enfants.
- en: Of the 28 countries that voted, 19 were for the treaty, six against and three abstained.
- fr: Sur les 28 pays votants, 19 ont dit oui, six ont dit non et trois se sont abstenus.
- fr: On a compté 83 hommes et 61 femmes, soit 144 personnes au total.

Left alone:
- en: The quiz has three rounds: ten questions and five riddles.
- en: The party won 150 seats: 80 in 2015 and 60 in 2019.
- en: The blast left 150 dead: 80 men, 60 women and several children.
- en: Tickets cost £20: £15 for members and £10 for children.
- en: Twenty people were hurt and three killed, including ten children.
- en: At least 150 people died: 80 men and 60 women.
- en: He won three matches, including 20 sets.
- en: A third of the 24 councillors left.
- en: The trust has 140 nurses in three wards (60 in Leeds, 50 in Hull and 30 in Ripon).
- en: The trust has 90 nurses in 120 wards (40 in Leeds, 30 in Hull and 20 in Ripon).
- en: The town has 150 doctors, 80 nurses and 60 beds.
- en: They scored 20 points (12 rebounds, nine assists and two blocks).
- en: The house has 30 rooms: 12 beds and nine baths.
- en: The flats cost £30: £15 for members, £12 for children and £8 for dogs.
- en: The shelf holds 310 works: ¶ - 140 novels ¶ - 95 plays ¶ - some atlases
- fr: Le jeu compte trois manches : dix questions et cinq énigmes.
- fr: La maison compte 30 pièces : 12 lits et neuf bains.
- fr: L'explosion a fait 150 morts : 80 hommes, 60 femmes et plusieurs enfants.
- fr: Vingt personnes ont été blessées et trois tuées, dont dix enfants.
- fr: Au moins 150 personnes sont mortes : 80 hommes et 60 femmes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.checks._case import Case, Judgement, Side, finding_of
from checker.checks._lists import lists_of
from checker.checks._parts import Parts, parts_of
from checker.checks._sums import VERDICTS, Amount, Fit, amount_of, fit_of, total
from checker.findings.wording import measured
from checker.interval import Interval
from checker.model import Finding, Quantity

if TYPE_CHECKING:
    from checker.checks._table_sums import Sum

TITLE = "A whole and its parts"

# A column of more numbers is counted, not quoted.
_MOST_SHOWN = 12
_REASONS: dict[Fit, str] = {
    "agree": "the figures agree",
    "rounding": "they agree only if the figures are read loosely",
    "sum": "the parts do not add up to the whole",
    "part-exceeds-whole": "the parts exceed the whole",
}


def check(case: Case) -> Iterator[Finding]:
    """Hold every whole against the parts that are told beside it."""
    for quantities in case.sentences():
        for parts in parts_of(quantities, case.setting.language):
            yield from _judged(case, parts)
    for parts in lists_of(case):
        yield from _judged(case, parts)
    if case.article.tables:
        # Few articles have tables, and most runs need not know how these are read.
        from checker.checks._table_sums import table_sums

        yield from (_of_table(case, one) for one in table_sums(case))


def _of_table(case: Case, told: Sum) -> Finding:
    """Write down what the numbers of a column or row come to and what its total is."""
    parts, shown = told.parts, told.parts[:_MOST_SHOWN]
    named = _quoted(shown) if len(parts) == len(shown) else f"{len(parts):,} numbers"
    message = (
        f"{named} come to {_told(told.added.strict, told.whole)}, and “{told.whole.surface}” is"
        f" their total: {_REASONS[told.fit]}."
    )
    sides = [
        Side(told.whole, told.stated.strict),
        *(Side(one, told.added.strict) for one in shown),
    ]
    return finding_of(
        case, sides, Judgement(VERDICTS[told.fit], told.fit, message, told.whole.unit)
    )


def _judged(case: Case, told: Parts) -> Iterator[Finding]:
    """Judge parts by their whole; nothing where one of them has no number."""
    whole = amount_of(told.whole)
    parts = [amount for one in told.parts if (amount := amount_of(one)) is not None]
    if whole is None or len(parts) < len(told.parts):
        return
    fit = fit_of(whole, parts, is_complete=told.is_complete)
    if fit != "sum" or not _may_be_more(told.whole, total(parts).loose):
        yield _finding(case, told, (fit, whole, total(parts)))


def _may_be_more(whole: Quantity, parts: Interval) -> bool:
    """Whether a whole that is only bounded leaves room for parts nobody counted."""
    stated = whole.value
    is_open = whole.bound in (">", ">=")
    return is_open and stated is not None and parts.low is not None and parts.low <= stated


def _finding(case: Case, told: Parts, judged: tuple[Fit, Amount, Amount]) -> Finding:
    """Write down what the parts come to and what the whole is."""
    fit, whole, added = judged
    unit = told.whole.unit
    verb = "is" if len(told.parts) == 1 else "come to"
    message = (
        f"{_quoted(told.parts)} {verb} {_told(added.strict, told.whole)}, and"
        f" “{told.whole.surface}” is the whole: {_REASONS[fit]}."
    )
    sides = [Side(told.whole, whole.strict), *(Side(one, added.strict) for one in told.parts)]
    return finding_of(case, sides, Judgement(VERDICTS[fit], fit, message, unit))


def _told(numbers: Interval, whole: Quantity) -> str:
    """Write numbers with what the whole counts, as it is written there."""
    if whole.kind != "count":
        return measured(numbers, whole.unit)
    return f"{measured(numbers, '')} {whole.noun}".strip()


def _quoted(parts: Sequence[Quantity]) -> str:
    """Name the parts as written: "“80 men” and “60 women”"."""
    quoted = [f"“{part.surface}”" for part in parts]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
