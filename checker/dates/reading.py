"""
Reading dates off the tokens of a sentence, with the tables of a language pack.

The grammar is one for all languages: day and month stand in either order, and every word is asked
of the pack. A word that is also something else ("mars", "May") is a month only with a number or a
cue beside it, and a bare number is a year only where one is expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from checker.dates.cursor import Cue, Read
from checker.dates.days import YEARS, DayReader, digit_date
from checker.dates.forms import (
    CalendarForm,
    DateRelation,
    Form,
    PartForm,
    RangeForm,
    SeasonForm,
    ShiftedForm,
)
from checker.model import Token, TokenKind
from checker.model.language import Words
from checker.rows import NamedTuple

# "depuis la toute fin du mois de" stands before the heart of a date; longer runs are not read.
_MOST_WORDS_BEFORE = 10


# Members of an enumeration are slow to reach.
_WORD, _NUMBER, _FIXED = TokenKind.WORD, TokenKind.NUMBER, TokenKind.FIXED
_IN_DIGITS = (_NUMBER, _FIXED)
# What leads to a date and what tells one; a term of any other role only goes on with it.
_LEADING = frozenset({"open", "relation", "weak_relation", "placement", "article"})
_TELLING = frozenset(
    {"ago_before", "count", "shift", "shift_many", "relative", "part", "weekday", "weekday_short"}
    | {"day_word", "month", "month_short", "year_word", "decade_word", "season", "period"}
)
_OPENING = _LEADING | _TELLING


def anchors_of(tokens: Sequence[Token], words: Words) -> list[int]:
    """Return the index of every token that can be the heart of a date; `words` are such words."""
    return [
        index
        for index, (_, _, word, kind) in enumerate(tokens)
        if word in words
        or kind is _FIXED
        or (kind is _NUMBER and len(word) == 4 and word.isdecimal())
    ]


class Found(NamedTuple):
    """A date in a sentence: its half-open token range, its relation and its form."""

    first: int
    last: int
    relation: DateRelation
    form: Form


class Reader(DayReader):
    """Reads the dates and times of one sentence."""

    def found(self, anchors: Iterable[int], *, is_tight: bool = False) -> Iterator[Found]:
        """
        Yield every date around the `anchors`, in order; none overlap.

        `is_tight` looks no further back than words of dates reach. Only counted time has others
        inside ("il y a à peine deux ans").
        """
        index = 0
        for anchor in anchors:
            first = max(index, anchor - _MOST_WORDS_BEFORE)
            index = self._reach(first, anchor) if is_tight else first
            while index <= anchor:
                mention = self._mention(index) if self._can_begin(index) else None
                if mention is not None:
                    yield mention
                    index = mention.last
                else:
                    index += 1

    def _reach(self, first: int, anchor: int) -> int:
        """Return how far back from `anchor`, but not before `first`, words of dates stand."""
        index = anchor
        while index > first and self._may_be_inside(index - 1):
            index -= 1
        return max(index, first)

    def _may_be_inside(self, index: int) -> bool:
        """Whether a token can be part of a date at all."""
        return self.tokens[index].kind is not _WORD or self.words[index] in self.dates.words

    def _can_begin(self, index: int) -> bool:
        roles = self.roles[index]
        if roles is None:
            return self.tokens[index].kind in _IN_DIGITS
        return not _OPENING.isdisjoint(roles)

    def _can_tell(self, index: int) -> bool:
        """Whether a date without words that lead to it can begin at `index`."""
        roles, is_digits = self.roles[index], self.tokens[index].kind in _IN_DIGITS
        if roles is None:
            return is_digits
        return not _TELLING.isdisjoint(roles) or (is_digits and not _LEADING.isdisjoint(roles))

    def _mention(self, index: int) -> Found | None:
        """Read a date that begins at `index`, with the words that place it in time."""
        if self.roles[index] is not None:
            led = self._led(index)
            if led is not None:
                return led
        read = self._placed(index, self._cue_before(index), "on")
        return None if read is None else Found(index, read[1], "on", read[0])

    def _led(self, index: int) -> Found | None:
        """Read a date behind a word at `index` that places it in time."""
        opened = self.term(index, "open")
        if opened is not None:
            stretch = self._calendar(self._skip(opened[1], "article"), "strong")
            if stretch is not None and isinstance(stretch[0], RangeForm):
                return Found(index, stretch[1], "on", stretch[0])
        for role, cue in (("relation", "strong"), ("weak_relation", "weak"), ("placement", "none")):
            placed = self.term(index, role)
            if placed is not None:
                relation = cast(DateRelation, placed[0] or "on")
                read = self._placed(placed[1], cast(Cue, cue), relation)
                if read is not None:
                    return Found(index, read[1], relation, read[0])
        return None

    def _placed(self, index: int, cue: Cue, relation: DateRelation) -> Read[Form] | None:
        """Read what a relation word places, behind an article or not."""
        start = self._skip(index, "article")
        if start > index and cue == "none":
            cue = "article"
        read = self._expression(start, cue, relation)
        if read is None or self.term(read[1], "cancel") is not None:
            return None
        return read

    def _expression(self, index: int, cue: Cue, relation: DateRelation) -> Read[Form] | None:
        if index >= self.count or not (relation == "since" or self._can_tell(index)):
            return None
        if self.roles[index] is None:
            # Digits begin nothing else.
            return self._counted(index, relation) or self._calendar(index, cue)
        return (
            self._counted(index, relation)
            or self._relative(index)
            or self._part(index)
            or self._calendar(index, cue)
            or self._season(index, cue)
            or self._shifted(index)
        )

    def _calendar(self, index: int, cue: Cue) -> Read[Form] | None:
        """Read a day, month, year, weekday or a range of them."""
        if index >= self.count:
            return None
        read = self._fixed(index) if self.roles[index] is None else self._weekday(index)
        if read is not None:
            return read
        first = self._first_of_range(index) or self._date(index, cue)
        if first is None:
            return None
        return self._range(first) or (first if first[0].month or first[0].year else None)

    def _fixed(self, index: int) -> Read[Form] | None:
        """Read a date in digits."""
        if index >= self.count or self.tokens[index].kind is not _FIXED:
            return None
        form = digit_date(self.words[index], self.dates.is_day_first)
        return None if form is None else (form, index + 1)

    def _weekday(self, index: int) -> Read[Form] | None:
        shift, start = self._shift_before(index)
        full, short = self.term(start, "weekday"), self.term(start, "weekday_short")
        named = full or short
        if named is None or self._is_before(index, "recurring"):
            return None
        number, end = int(named[0]), named[1]
        date = self._date_beside_weekday(end, is_short=full is None)
        if date is not None:
            return date[0]._replace(weekday=number), date[1]
        if full is None:
            return None
        end = self._skip(end, "daypart")
        if shift is None:
            after = self.term(end, "shift_after")
            shift, end = (None, end) if after is None else (int(after[0]), after[1])
        return CalendarForm(weekday=number, shift=shift), self._skip(end, "daypart")

    def _date_beside_weekday(self, index: int, *, is_short: bool) -> Read[CalendarForm] | None:
        """Read the date after "Monday," or "Mon."; or the bare day of "lundi 12"."""
        start = index
        if self._word(start) == "," or (is_short and self._word(start) == "."):
            start += 1
        start = self._skip(start, "article")
        date = self._day_month(start, "strong") or self._month_first(start, "strong")
        if date is not None:
            return date if date[0].day is not None else None
        # Brazilian papers put the day in brackets: "nesta terça-feira (21)".
        is_inside = self._word(index) == "("
        day = self._day(index + is_inside)
        if day is None or is_short or not self._is_boundary(day[1]):
            return None
        if is_inside and self._word(day[1]) != ")":
            return None
        return CalendarForm(day=day[0]), day[1] + is_inside

    def _cue_before(self, index: int) -> Cue:
        """Return the cue of a date that begins without its own relation word."""
        if self._is_before(index, "year_before"):
            return "article"
        if self._is_before(index, "link"):
            return "weak" if self._digits(index) else "none"
        return "none"

    def _first_of_range(self, index: int) -> Read[CalendarForm] | None:
        """Read the bare day of "3 au 7 mai" when the rest follows."""
        day = self._day(index)
        join = self.term(day[1], "join") if day is not None else None
        if day is None or join is None or self._is_glued(index):
            return None
        last = self._day_month(self._skip(join[1], "article"), "weak")
        if last is None:
            return None
        return CalendarForm(day=day[0]), day[1]

    def _range(self, first: Read[CalendarForm]) -> Read[RangeForm] | None:
        """Read the second end of a range whose `first` was read."""
        form, end = first
        join = self.term(end, "join")
        if join is None:
            return None
        at = self._skip(join[1], "article", "placement")
        last = self._last_of_range(form, at, join[0])
        if last is None:
            return None
        return RangeForm(form, last[0]), last[1]

    def _last_of_range(self, form: CalendarForm, at: int, join: str) -> Read[CalendarForm] | None:
        if form.month is None and form.day is None:
            return self._last_year(form, at)
        if form.day is None:
            last = self._month_first(at, "strong")
            is_alike = last is not None and last[0].day is None
            return last if is_alike and (join == "to" or form.year is None) else None
        last = self._day_month(at, "weak") or self._month_first(at, "strong")
        if last is not None and last[0].day is not None:
            return last if join == "to" or form.month is None else None
        day = self._day(at)
        if day is None or form.month is None or form.year is not None:
            return None
        if self._is_counting(day[1]) or (join != "to" and not self._is_boundary(day[1])):
            return None
        return self._with_year(CalendarForm(month=form.month, day=day[0]), day[1])

    def _last_year(self, form: CalendarForm, at: int) -> Read[CalendarForm] | None:
        """Read the last year of "2014-2022", "2014 to 2022", "2022-23"."""
        digits = self._digits(at)
        if form.year is None or form.years > 1 or self._is_counting(at + 1):
            return None
        if len(digits) == 2 and self._touches(at) and int(digits) == (form.year + 1) % 100:
            return CalendarForm(year=form.year + 1), at + 1
        if len(digits) == 4 and form.year < int(digits) and int(digits) in YEARS:
            return CalendarForm(year=int(digits)), at + 1
        return None

    def _part(self, index: int) -> Read[Form] | None:
        """Read "early November", "the end of the year", "mi-2022", "earlier this year"."""
        part = self.term(index, "part")
        if part is None:
            return None
        at = part[1] + 1 if self._word(part[1]) == "-" else part[1]
        whole_at = self._skip(at, "link", "part_link", "article")
        whole = self._whole(whole_at, has_article=whole_at > at)
        if whole is None:
            return None
        return PartForm(part[0], whole[0]), whole[1]

    def _whole(
        self, index: int, *, has_article: bool
    ) -> Read[CalendarForm | ShiftedForm | SeasonForm] | None:
        """Read the period that a part is taken from."""
        month = self._month_first(index, "strong")
        if month is not None:
            return month if month[0].day is None else None
        year = self._year(index, "strong")
        if year is not None:
            return year
        moved = self._shifted(index)
        if moved is not None and isinstance(moved[0], ShiftedForm):
            return moved[0], moved[1]
        season = self._season(index, "strong")
        if season is not None:
            return season
        unit = self.term(index, "period")
        if unit is None or not has_article or self._is_linked(unit[1]):
            return None
        return ShiftedForm(unit[0], 0), unit[1]

    def _season(self, index: int, cue: Cue) -> Read[SeasonForm] | None:
        """Read a season with a year or a shift; without either it says nothing."""
        shift, start = self._shift_before(index)
        season = self.term(start, "season")
        if season is None:
            return None
        month, end = int(season[0]), season[1]
        if shift is not None:
            return SeasonForm(month, shift=shift), end
        after = self.term(end, "shift_after")
        if after is not None:
            return SeasonForm(month, shift=int(after[0])), after[1]
        if cue == "none" and not self._is_before(index, "placement"):
            return None
        dated, after_year = self._with_year(CalendarForm(month=month), end)
        if dated.year is None:
            return None
        return SeasonForm(month, year=dated.year), after_year
