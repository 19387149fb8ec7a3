"""Days, months, years and weekdays as they are written, in words or in digits."""

from __future__ import annotations

from checker.dates.counted import CountedReader
from checker.dates.cursor import Cue, Read
from checker.dates.forms import CalendarForm, Form, ShiftedForm, UnreadableForm
from checker.model import TokenKind

# Bare numbers outside these are no years; the narrow ones need only a weak cue.
YEARS = range(1000, 2101)
_RECENT_YEARS = range(1900, 2100)
# Counts are mostly round and years mostly not, so a round number needs a better reason.
_ROUND = 50
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DayReader(CountedReader):
    """Reads days, months and years in either order, and bare years where one is expected."""

    def _date(self, index: int, cue: Cue) -> Read[CalendarForm] | None:
        """Read a date with a month, or a bare year."""
        named = self._day_month(index, cue) or self._month_first(index, cue)
        return named or self._year(index, cue)

    def _day(self, index: int) -> Read[int] | None:
        """Read a day of the month: "24", "1er", "24th", "first"."""
        word = self.term(index, "day_word")
        if word is not None:
            return int(word[0]), word[1]
        digits = self._digits(index)
        if not digits or len(digits) > 2 or not 1 <= int(digits) <= 31:
            return None
        ordinal = self.term(index + 1, "ordinal") if self._touches(index + 1) else None
        return int(digits), index + 1 if ordinal is None else ordinal[1]

    def _month(self, index: int) -> Read[int] | None:
        """Read a month with the full stop of its abbreviation."""
        full = self.term(index, "month")
        if full is not None:
            return int(full[0]), full[1]
        short = self.term(index, "month_short")
        if short is None:
            return None
        end = short[1]
        is_stopped = self._word(end) == "." and (self._touches(end) or self._digits(end + 1))
        return int(short[0]), end + 1 if is_stopped else end

    def _is_short(self, index: int) -> bool:
        return self.term(index, "month") is None

    def _is_unsure(self, index: int) -> bool:
        return self.term(index, "unsure_month") is not None

    def _day_month(self, index: int, cue: Cue) -> Read[CalendarForm] | None:
        """Read "24 février", "le 1er janvier 2023", "24th of February, 2022"."""
        day = self._day(index)
        if day is None or self._is_glued(index):
            return None
        at = self._skip(day[1], "link")
        if self._word(at) == "-" and self._touches(at):
            at += 1
        month = self._month(at)
        if month is None or day[0] > _MONTH_DAYS[month[0] - 1]:
            return None
        form, end = self._with_year(CalendarForm(month=month[0], day=day[0]), month[1])
        has_year = form.year is not None or form.year_shift is not None
        if has_year or not self._is_unsure(at):
            return form, end
        if self.term(end, "verb") is not None:
            return None
        is_placed = cue != "none" or self._is_before(index, "placement")
        return (form, end) if is_placed or self._is_boundary(end) else None

    def _month_first(self, index: int, cue: Cue) -> Read[CalendarForm] | None:
        """Read "February 24, 2022", "mars 2022", "in March", "last March"."""
        shift, start = self._shift_before(index)
        month = self._month(start)
        if month is None or (self._is_glued(index) and self._word(index - 1) != "-"):
            return None
        form = CalendarForm(month=month[0])
        if shift is None:
            day = self._day_after_month(month, index, cue)
            if day is not None:
                return day
            dated, end = self._with_year(form, month[1])
            if end > month[1]:
                return dated, end
            after = self.term(end, "shift_after")
            if after is not None:
                return form._replace(shift=int(after[0])), after[1]
        if self._is_short(start) or not self._stands_alone(start, month[1], cue, shift):
            return None
        return form._replace(shift=shift), month[1]

    def _stands_alone(self, index: int, end: int, cue: Cue, shift: int | None) -> bool:
        """Whether a bare month is one: "in May" is, "he may" and "before May spoke" are not."""
        if self._is_unsure(index) and self._is_before(index, "article"):
            # "During the march".
            return False
        if not self._is_unsure(index) or cue == "strong" or shift is not None:
            return True
        return cue == "weak" and self._is_boundary(end) and self.term(end, "verb") is None

    def _day_after_month(self, month: Read[int], index: int, cue: Cue) -> Read[CalendarForm] | None:
        """Read the day of "February 24", unless the number counts what follows it."""
        day = self._day(month[1])
        if day is None or day[0] > _MONTH_DAYS[month[0] - 1]:
            return None
        dated, end = self._with_year(CalendarForm(month=month[0], day=day[0]), day[1])
        if dated.year is not None:
            return dated, end
        if self._is_before(index, "month_only") or self.term(day[1], "no_year") is not None:
            return None
        is_placed = cue in ("article", "strong") or self._is_before(index, "placement")
        # "On the morning of May 24 when".
        is_placed = is_placed or self._is_before(index, "link")
        if self._is_counting(day[1]) and not self._is_day_placed(index):
            return None
        is_placed = is_placed or self.term(day[1] - 1, "ordinal") is not None
        if self._is_unsure(index) and not (is_placed or self._is_boundary(day[1])):
            return None
        return dated, end

    def _is_day_placed(self, index: int) -> bool:
        """Whether only a day can follow: "on March 24 soldiers", "the February 24 attacks"."""
        return self._is_before(index, "placement") or self._is_before(index, "article")

    def _with_year(self, form: CalendarForm, index: int) -> Read[CalendarForm]:
        """Add the year that follows: "2022", ", 2022", "de 2022", "of last year"."""
        at = index + 1 if self._word(index) == "," else index
        year = self._year_number(at, is_sure=at == index)
        if year is None and at == index:
            linked = self._skip(index, "link", "article")
            year = self._year_number(linked, is_sure=False) if linked > index else None
            if year is None:
                moved = self._shifted(linked, is_bare=linked == index)
                match moved:
                    case ShiftedForm("year", shift), end:
                        return form._replace(year_shift=shift), end
        return (form, index) if year is None else (form._replace(year=year[0]), year[1])

    def _year(self, index: int, cue: Cue) -> Read[CalendarForm] | None:
        """Read a year that stands alone, or a decade."""
        decade = self._decade(index)
        if decade is not None:
            return decade
        named = self.term(index, "year_word")
        if named is not None:
            year = self._year_number(named[1], is_sure=True)
            return None if year is None else (CalendarForm(year=year[0]), year[1])
        digits = self._digits(index)
        if len(digits) != 4 or (cue != "strong" and self._is_glued(index)):
            return None
        year = self._year_number(index, is_sure=True) if cue == "strong" else None
        if year is None and cue != "none":
            year = self._weak_year(index, is_attribute=cue == "article")
        if year is None and self._stands_apart(index):
            year = self._weak_year(index, is_attribute=False)
        return None if year is None else (CalendarForm(year=year[0]), year[1])

    def _year_number(self, index: int, *, is_sure: bool) -> Read[int] | None:
        """Read four digits where a year is expected; one that counts something is none."""
        digits = self._digits(index)
        if len(digits) != 4 or int(digits) not in YEARS or digits[0] == "0":
            return None
        year = int(digits)
        if self._is_counting(index + 1):
            is_plain = year % _ROUND != 0 and year in _RECENT_YEARS
            if not is_sure or not is_plain or self.term(index + 1, "no_year") is not None:
                return None
        return year, index + 1

    def _weak_year(self, index: int, *, is_attribute: bool) -> Read[int] | None:
        """Read a year where a count might stand as well: recent, not round, counting nothing."""
        year = self._year_number(index, is_sure=is_attribute and self.dates.has_year_before_noun)
        if year is None or year[0] not in _RECENT_YEARS or year[0] % _ROUND == 0:
            return None
        return year

    def _stands_apart(self, index: int) -> bool:
        """Whether marks set a number apart as a year: "(2022)", "Kyiv, 2022.", "2014-2022"."""
        before = self._word(index - 1)
        after = index + 1 >= self.count or self.tokens[index + 1].kind is TokenKind.SYMBOL
        if index and (before == "©" or (before == "(" and after)):
            return True
        if before == "," and after:
            return index > 1 and self.tokens[index - 2].kind is TokenKind.WORD
        join, last, year = self._word(index + 1), self._digits(index + 2), int(self.words[index])
        if join not in ("-", "–", "/") or self._is_counting(index + 3):
            return False
        return int(last or 0) > year if len(last) == 4 else last == f"{(year + 1) % 100:02}"

    def _decade(self, index: int) -> Read[CalendarForm] | None:
        """Read "années 1990", "années 90", "1990s"."""
        named = self.term(index, "decade_word")
        digits = self._digits(index if named is None else named[1])
        if named is not None and len(digits) in (2, 4) and digits.endswith("0"):
            return CalendarForm(year=_full_year(digits), years=10), named[1] + 1
        ending = self.term(index + 1, "decade_ending")
        if len(digits) == 4 and digits.endswith("0") and ending and self._touches(index + 1):
            return CalendarForm(year=int(digits), years=10), ending[1]
        return None


def digit_date(word: str, is_day_first: bool | None) -> Form | None:
    """Read "2022-02-24", "24/02/2022" or "24.02.2022"; None when it is no date."""
    if word[4:5] == "-":
        parts = word[:10].split("-")
        return _valid(*parts[::-1]) if len(parts) == 3 else None
    for mark in "./":
        parts = word.split(mark)
        if len(parts) == 3 and all(part.isdecimal() for part in parts):
            # Dots are written where the day comes first.
            return _slashed(parts, True if mark == "." else is_day_first)
    return None


def _slashed(parts: list[str], is_day_first: bool | None) -> Form | None:
    first, second, year = parts
    day_first, month_first = _valid(first, second, year), _valid(second, first, year)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if is_day_first is None:
        return UnreadableForm()
    return day_first if is_day_first else month_first


def _valid(day: str, month: str, year: str) -> CalendarForm | None:
    """Return the date when the calendar has it."""
    if not (day.isdecimal() and month.isdecimal() and year.isdecimal()):
        return None
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= _MONTH_DAYS[int(month) - 1]:
        return None
    return CalendarForm(_full_year(year), int(month), int(day))


def _full_year(digits: str) -> int:
    """Return a year of two digits in its century: 69 to 99 are past ones, as POSIX has it."""
    if len(digits) != 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 69 else 2000)
