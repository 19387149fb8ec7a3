"""
A headline, a caption or a paragraph that repeats a fact with another figure.

"Landslide kills 12 miners in northern Peru" above "A landslide killed 15 miners in northern Peru on
Monday". Only what is told in the same words is taken for the same: whatever stands around one
number in its clause must stand around the other too, but for its date and who says so, and three
words beside the noun must be shared. Only where one of the two is a line without a full stop (a
headline, a heading, a caption) may words change their endings, and one more be told; two sentences
must share a name as well.

Round numbers are read as coarsely as headlines are: a figure that may stand for the other is no
other figure. Two dates, two speakers, plans that are not told as sure ("will"), denials, questions,
quotations, and sentences with two figures of the kind are left alone, and so is a word such as
"another" or "so far" that only one of the two has, and a headline that follows one source where a
second one disagrees. What agrees is not told.

Differs:
- en: Landslide kills 12 miners in northern Peru ¶ A landslide killed 15 miners in northern Peru on
  Monday, the coast guard said.
- en: The flood destroyed 40 homes in the village of Ardbeg. Help came late. ¶ The flood destroyed
  65 homes in the village of Ardbeg.
- en: Ferrol buys Dutch bank Vandam for $2bn ¶ Ferrol buys its Dutch bank Vandam for $7bn.
- en: Ferrol to cut 340 jobs in Leeds ¶ Ferrol will cut 430 jobs in Leeds, its owner said.
- fr: Un glissement de terrain tue 12 mineurs au Pérou ¶ Un glissement de terrain a tué 15 mineurs
  au Pérou lundi.
- fr: Ferrol va supprimer 340 emplois à Lille ¶ Ferrol supprimera 430 emplois à Lille.
- fr: La crue a détruit 40 maisons à Ardes. Les secours ont tardé. ¶ La crue a détruit 65 maisons à
  Ardes.

Left alone:
- en: Landslide kills 12 miners in northern Peru ¶ A landslide killed 12 miners in northern Peru on
  Monday.
- en: Ferrol buys Dutch bank Vandam for $2bn ¶ Ferrol buys its Dutch bank Vandam for $2.3bn.
- en: The flood destroyed 40 homes in the village of Ardbeg. ¶ The flood destroyed 65 homes in the
  village of Oban.
- en: In 2019, the flood destroyed 40 homes in the village of Ardbeg. ¶ The flood destroyed 65 homes
  in the village of Ardbeg.
- en: Landslide kills 12 miners in northern Peru ¶ A landslide killed 15 miners in northern Peru,
  unions said. A landslide killed 12 miners in northern Peru, the government said.
- en: Landslide kills 12 miners in northern Peru ¶ A second landslide killed 15 miners in northern
  Peru on Monday.
- en: Ferrol to cut 340 jobs in Leeds ¶ Ferrol may cut 430 jobs in Leeds, its owner said.
- en: The mill employs 300 people in Leeds. ¶ A rival mill employs 450 people in Leeds.
- en: He scored 20 points in the first half. He scored 12 points in the second half.
- fr: Un glissement de terrain tue 12 mineurs au Pérou ¶ Un autre glissement de terrain a tué 15
  mineurs au Pérou lundi.
- fr: La crue a détruit 40 maisons à Ardes. ¶ La crue a détruit 65 maisons à Nonette.
- fr: La crue aurait détruit 40 maisons à Ardes, selon la police. ¶ La crue a détruit 65 maisons à
  Ardes, selon la mairie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from checker.checks._amounts import likely_cause, place_of, reason
from checker.checks._case import Case, Judgement, Side, finding_of
from checker.checks._tellings import Teller, is_sharp
from checker.interval import ZERO, Interval, within
from checker.model import Finding, Quantity

TITLE = "A fact told twice with different figures"

# Figures of one kind are rarely more in an article, and lists of them repeat nothing.
_MOST = 40


def check(case: Case) -> Iterator[Finding]:
    """Hold every figure against those told in the same words."""
    teller = Teller(case)
    for group in _groups(case):
        for one, other in combinations(group, 2):
            if not _may_differ(one, other) or not teller.may_repeat(one, other):
                continue
            if _are_one(teller, one, other) and not _has_own_source(teller, (one, other), group):
                yield _finding(case, one, other)


def _are_one(teller: Teller, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are told of the same."""
    first, second = teller.telling(one), teller.telling(other)
    return first is not None and second is not None and first.repeats(second)


def _has_own_source(
    teller: Teller, pair: tuple[Quantity, Quantity], group: Sequence[Quantity]
) -> bool:
    """Whether a headline follows one source, and the other figure is that of another one."""
    for line, told in (pair, pair[::-1]):
        headline, body = teller.telling(line), teller.telling(told)
        if headline is None or body is None or not headline.is_line or not body.speaker:
            continue
        for third in group:
            source = teller.telling(third) if third not in pair else None
            is_other = source is not None and source.speaker != body.speaker
            if is_other and not _may_differ(line, third) and _are_one(teller, line, third):
                return True
    return False


def _groups(case: Case) -> Iterator[Sequence[Quantity]]:
    """Yield the figures of each kind and unit, few enough to be compared."""
    sharp = [one for one in case.quantities if is_sharp(one)]
    sharp.sort(key=lambda one: (one.kind, one.unit))
    for _, group in groupby(sharp, lambda one: (one.kind, one.unit)):
        together = sorted(group, key=lambda one: one.span)
        if 1 < len(together) <= _MOST:
            yield together


def _may_differ(one: Quantity, other: Quantity) -> bool:
    """Whether neither of two figures can stand for the other, however coarsely it is rounded."""
    return not _coarsely(one).meets(_coarsely(other))


def _coarsely(quantity: Quantity) -> Interval:
    """Return what a figure may stand for in a headline: half of its last place that is not zero."""
    value = quantity.value or ZERO
    near = within(value, place_of(value) / 2)
    return near if quantity.literal is None else near.hull(quantity.literal)


def _finding(case: Case, one: Quantity, other: Quantity) -> Finding:
    """Write both figures down."""
    first, second = one.expected or _coarsely(one), other.expected or _coarsely(other)
    cause = likely_cause(first, second)
    message = (
        f"“{one.surface}” and “{other.surface}” are told in the same words: "
        f"{reason(('disagree', 'value'), cause)}."
    )
    judged = Judgement("disagree", "value", message, one.unit, cause)
    return finding_of(case, (Side(one, first), Side(other, second)), judged)
