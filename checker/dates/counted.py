"""Dates counted from the day of publication: "yesterday", "last week", "three weeks ago"."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from checker.dates.cursor import Cursor, Read
from checker.dates.forms import CountedForm, DateRelation, ShiftedForm
from checker.model import TokenKind

# "il y a encore à peine deux ans": no more words than this stand between.
_MOST_HEDGE_WORDS = 3
_SENSES: dict[str, Literal["past", "ahead"]] = {"-1": "past", "1": "ahead"}


class CountedReader(Cursor):
    """Reads calendar units and amounts of time that are counted from publication."""

    def _relative(self, index: int) -> Read[ShiftedForm] | None:
        """Read "yesterday", "hier soir"."""
        relative = self.term(index, "relative")
        if relative is None:
            return None
        return ShiftedForm("day", int(relative[0])), self._skip(relative[1], "daypart")

    def _shifted(
        self, index: int, *, is_bare: bool = True
    ) -> Read[CountedForm | ShiftedForm] | None:
        """Read "last week", "la semaine dernière", "ce mois-ci"."""
        shift, start = self._shift_before(index)
        unit = self.term(start, "period")
        if unit is None:
            return None
        if shift is not None:
            is_counting = shift != 0 and self._is_before(index, "article") and is_bare
            if self._is_linked(unit[1]) and shift != 0:
                return None
            if is_counting:
                return self._counted_period(unit, shift)
            return ShiftedForm(unit[0], shift), self._skip(unit[1], "here")
        after = self.term(unit[1], "shift_after")
        return None if after is None else (ShiftedForm(unit[0], int(after[0])), after[1])

    def _counted_period(self, unit: Read[str], shift: int) -> Read[CountedForm | ShiftedForm]:
        """Give "the last month" the time up to now, unlike "last month"."""
        name = "week" if unit[0] == "weekend" else unit[0]
        return CountedForm(Decimal(1), name, "past" if shift < 0 else "ahead"), unit[1]

    def _counted(self, index: int, relation: DateRelation) -> Read[CountedForm] | None:
        """Read "three weeks ago", "il y a deux ans", "the past two months", "depuis un mois"."""
        before = self.term(index, "ago_before")
        if before is not None:
            return self._hedged(before[1], "ago")
        if relation != "since" and self.roles[index] is None and not self._is_amount(index + 1):
            return None
        if relation == "since":
            since = self._hedged(index, "since")
            if since is not None:
                return since
        amount = self._amount(index)
        if amount is not None:
            after = self.term(amount[1], "ago_after")
            if after is not None:
                return amount[0]._replace(sense="ago"), after[1]
        return self._stretch(index)

    def _is_amount(self, index: int) -> bool:
        """Whether digits before `index` may be an amount of time."""
        roles = self.roles[index] if index < self.count else None
        return roles is not None and ("unit" in roles or "shift_many" in roles)

    def _hedged(self, index: int, sense: Literal["ago", "since"]) -> Read[CountedForm] | None:
        """Read an amount of time behind a few hedging words."""
        for at in range(index, min(index + _MOST_HEDGE_WORDS + 1, self.count)):
            amount = self._amount(at)
            if amount is not None:
                is_whole = not self._is_linked(amount[1])
                return (amount[0]._replace(sense=sense), amount[1]) if is_whole else None
            if self.tokens[at].kind is not TokenKind.WORD or self.term(at, "month") is not None:
                return None
        return None

    def _stretch(self, index: int) -> Read[CountedForm] | None:
        """Read "past two months", "trois dernières semaines", "next three days"."""
        moved = self.term(index, "shift_many")
        if moved is not None:
            amount = self._amount(moved[1])
            if amount is None or self._is_linked(amount[1]):
                return None
            return amount[0]._replace(sense=_SENSES[moved[0]]), amount[1]
        shift, start = self._shift_before(index)
        number = self._number(start if shift == 0 else index)
        moved = self.term(number[1], "shift_many") if number is not None else None
        unit = self.term(moved[1], "unit") if moved is not None else None
        if number is None or moved is None or unit is None:
            return None
        return CountedForm(number[0], unit[0], _SENSES[moved[0]]), unit[1]

    def _amount(self, index: int) -> Read[CountedForm] | None:
        """Read a number with a unit of time."""
        number = self._number(index)
        unit = self.term(number[1], "unit") if number is not None else None
        if number is None or unit is None:
            return None
        return CountedForm(number[0], unit[0], "ago"), unit[1]

    def _number(self, index: int) -> Read[Decimal] | None:
        word = self.term(index, "count")
        if word is not None:
            return Decimal(word[0]), word[1]
        digits = self._digits(index)
        return (Decimal(digits), index + 1) if 0 < len(digits) <= 4 else None
