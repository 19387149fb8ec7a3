"""
An age, an anniversary or a length of time against the dates it is told with.

"Born in 1950, Smith was 80 in 2023", "the 10-year-old war, begun in 2015", "ten years ago, in
2015", "for ten years, since 2015", "ten years, from 2001 to 2008". Time counts up to the other date
beside it, else to the day the article was published. A year stands for all of its days, an age for
the time to the next birthday, and half a unit before; what is off by one more unit, or of a round
number that is no age by a tenth, is unsure.

Age and date must belong together: nothing may stand between them but a name and words such as "was
aged" or "who died". Who is no longer said to live, and what may be over, can be younger than its
dates, and only what is too old is told. "The ten-year plan, launched in 2015" says nothing of
today. Without a date of publication only what is told with two dates is checked.

An anniversary, a birthday or "the tenth year" is that of a beginning if it is told as the subject's
own ("its 50th") in the same sentence or the one beside, or if "of" and the thing begun follow.
Without a date of its own it may have been kept long ago, and only what is too high is told. An age
is held against a birth in the sentence before or behind if one of the two begins with "she" or
"he", and if it is that of the subject there.

Differs:
- en: Born in 1950, Smith was aged 80 in 2023.
- en 2023-06-15: Mary Jones, 35, was born in May 1970 in Leeds.
- en: The singer, who was born in 1950, died in 2010 at the age of 75.
- en 2023-06-15: The 12-year-old war, begun in 2015, goes on.
- en 2023-06-15: Fifteen years ago, in 2015, the mill closed.
- en 2023-06-15: He has been mayor for twelve years, since 2015.
- en: She led the union for 16 years, from 2001 to 2008.
- en 2023-06-15: The choir, founded in 1973, celebrates its 60th anniversary this year.
- en 2023-06-15: The 12th year of the war, begun in 2015, was the worst.
- en 2023-06-15: The firm celebrates its centenary. It was founded in 1973 by six nuns.
- en 2023-06-15: Ines Varga, 82, teaches two evenings a week. She was born in Szeged in 1951.
- en: Ines Varga was born in 1951 in Szeged. She died in 2010 at the age of 75.
- fr 2023-06-15: La chorale, fondée en 1973, fête cette année son 60e anniversaire.
- fr 2023-06-15: Inès Varga, 82 ans, enseigne le soir. Elle est née à Szeged en 1951.
- de 2023-06-15: Der 1973 gegründete Chor feiert in diesem Jahr sein 60-jähriges Bestehen.
- fr: Née en 1950, elle avait 80 ans en 2023.
- fr 2023-06-15: Marie Dupont, 35 ans, est née en mai 1970 à Lille.
- fr 2023-06-15: Il y a quinze ans, en 2015, l'usine fermait.
- fr: Elle a dirigé le syndicat pendant 16 ans, de 2001 à 2008.
- es: La cantante, nacida en 1950, murió en 2010 a los 75 años.

Unsure:
- en: Born in 1950, Smith was aged 75 in 2023.
- fr: Née en 1950, elle avait 75 ans en 2023.

Agrees:
- en: Born in 1950, Smith was aged 73 in 2023.
- en 2023-06-15: Mary Jones, 53, was born in May 1970 in Leeds.
- en: The singer, who was born in 1950, died in 2010 at the age of 59.
- en 2023-06-15: The eight-year-old war, begun in 2015, goes on.
- en 2023-06-15: Eight years ago, in 2015, the mill closed.
- en 2023-06-15: He has been mayor for eight years, since 2015.
- en: She led the union for seven years, from 2001 to 2008.
- en 2023-06-15: The choir, founded in 1973, celebrates its 50th anniversary this year.
- en 2023-06-15: The ninth year of the war, begun in 2015, was the worst.
- en 2023-06-15: Ines Varga, 72, teaches two evenings a week. She was born in Szeged in 1951.
- fr 2023-06-15: La chorale, fondée en 1973, fête cette année son 50e anniversaire.
- fr 2023-06-15: Inès Varga, 72 ans, enseigne le soir. Elle est née à Szeged en 1951.
- de 2023-06-15: Der 1973 gegründete Chor feiert in diesem Jahr sein 50-jähriges Bestehen.
- fr: Née en 1950, elle avait 73 ans en 2023.
- fr 2023-06-15: Marie Dupont, 53 ans, est née en mai 1970 à Lille.
- fr 2023-06-15: Il y a huit ans, en 2015, l'usine fermait.
- fr: Elle a dirigé le syndicat pendant sept ans, de 2001 à 2008.

Left alone:
- en 2023-06-15: Born in 1990 to a 40-year-old mother, Smith never knew his father.
- en 2023-06-15: Born in 1950, Smith was 20 when he left.
- en 2023-06-15: The ten-year plan, launched in 2015, is late.
- en 2023-06-15: Five years ago, in May, the mill closed.
- en 2023-06-15: Ten years ago, in 2020 dollars, a loaf was cheaper.
- en 2023-06-15: “Ten years ago, in 1998, we began,” she wrote in 2008.
- en: Mary Jones, who died in May aged 35, was born in 1970.
- en 2023-06-15: The choir, founded in 1973, marked its 25th anniversary with a tour of Peru.
- en 2023-06-15: The club, founded in 1973, plays in a hall that marks its 90th anniversary today.
- en 2023-06-15: The town marks its 800th anniversary, and its bridge, built in 1973, will close.
- en 2023-06-15: The museum, opened in 1973, reopened for its 90th anniversary show this year.
- en 2023-06-15: Ines Varga was born in Szeged in 1951. She married a man aged 80.
- en 2023-06-15: Ines Varga was born in Szeged in 1951. She was 20 when she left.
- fr 2023-06-15: Le club, fondé en 1973, joue dans un stade qui fête son 90e anniversaire.
- fr 2023-06-15: Inès Varga est née à Szeged en 1951. Elle a épousé un homme de 80 ans.
- fr 2023-06-15: Né en 1990 d'une mère de 40 ans, il n'a pas connu son père.
- fr 2023-06-15: Né en 1950, il avait 20 ans quand il est parti.
- fr: Marie Dupont, morte en mai à 35 ans, était née en 1970.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.checks._amounts import REASONS, VERDICTS, rounded
from checker.checks._case import Case, Judgement, Side, finding_of, words_between
from checker.checks._lapses import Lapse, lapses
from checker.checks._lives import lives
from checker.dates import elapsed
from checker.findings.wording import dates, measured
from checker.interval import Interval
from checker.model import Finding, Language, Quantity

TITLE = "A time and the dates it is told with"

_TENTH = Decimal("0.1")
_TEN = Decimal(10)
_ZERO = Decimal(0)


def check(case: Case) -> Iterator[Finding]:
    """Hold every age and every length of time against the dates beside it."""
    language = case.setting.language
    for quantities in case.sentences(1):
        # "The wait fell from 22 weeks to 11, since 2020" is no time since then.
        levels = [later for one, later in pairwise(quantities) if _is_level(one, later, language)]
        for lapse in lapses(quantities, case.article, language):
            found = None if lapse.quantity in levels else _judged(case, lapse)
            if found is not None:
                yield found
    for lapse in lives(case):
        found = _judged(case, lapse)
        if found is not None:
            yield found


def _is_level(one: Quantity, later: Quantity, language: Language) -> bool:
    """Whether a time is where another one has come to: "from 22 weeks | to 11 weeks"."""
    between, targets = words_between(one, later), language.checks.targets
    return one.unit == later.unit and len(between) == 1 and between[0] in targets


def _judged(case: Case, lapse: Lapse) -> Finding | None:
    """Judge a time by its dates; None when it may have stopped earlier."""
    told = lapse.quantity.expected
    worked = _worked(lapse)
    if told is None or worked.high is None or worked.high < 0:
        return None
    if told.meets(worked):
        because = "agree"
    else:
        is_short = told.high is not None and worked.low is not None and told.high <= worked.low
        if is_short and lapse.may_be_over:
            return None
        because = "rounding" if told.meets(_widened(worked, lapse)) else "value"
    return _finding(case, lapse, worked, because)


def _worked(lapse: Lapse) -> Interval:
    """Return the time from a start to an end that may be any day of theirs, in the unit told."""
    unit = lapse.quantity.unit
    shortest = elapsed(lapse.start, lapse.end.first, unit).low
    longest = elapsed(lapse.start, lapse.end.last, unit).high
    return Interval(shortest, longest)


def _widened(worked: Interval, lapse: Lapse) -> Interval:
    """Leave one unit to either side, and a tenth of a round number."""
    value = lapse.quantity.value or _ZERO
    is_round = value % _TEN == 0 and not lapse.is_birth
    slack = max(Decimal(1), value * _TENTH if is_round else _ZERO)
    low, high = worked.low or _ZERO, worked.high or _ZERO
    return Interval(low - slack, high + slack)


def _finding(case: Case, lapse: Lapse, worked: Interval, because: str) -> Finding:
    """Write down what the dates give and what is told."""
    quantity, numbers = lapse.quantity, rounded(worked)
    time = measured(numbers, quantity.unit)
    message = (
        f"Counted from {dates(lapse.start)} up to {dates(lapse.end)} it is {time}, and "
        f"“{quantity.surface}” is told: {REASONS[because]}."
    )
    sides = [Side(quantity, quantity.expected), Side(quantity, numbers, lapse.told, lapse.where)]
    return finding_of(case, sides, Judgement(VERDICTS[because], because, message, quantity.unit))
