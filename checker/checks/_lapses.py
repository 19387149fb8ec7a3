"""Ages and lengths of time beside the dates they count from, as one sentence tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checker.checks._case import is_figure, word_at
from checker.dates import TIME_UNITS, DateMention, find_dates
from checker.model import Article, Language, Period, Quantity, Sentence, TokenKind
from checker.rows import NamedTuple

_MARKS = frozenset({",", "(", ")", "–", "—"})
_ENDS = frozenset({".", ";", ")", "!", "?", "–", "—"})
# "Born in the old town of Leeds in 1950" has its date further off than anyone reads it.
_LONGEST_BIRTH = 3
# "Mary Ann Jones".
_LONGEST_NAME = 3
# "The 80-year-old folk singer, born in 1950".
_LONGEST_NOUN = 2
# "Nine years `in prison`, from 1994 to 2003".
_LONGEST_LEAD = 3
# "The folk singer Lena Ost, who was born": a birth that is told later is somebody else's.
_LONGEST_SUBJECT = 9
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Lapse(NamedTuple):
    """
    A time told as `quantity` from some day of `start` to some day of `end`.

    `told` is the date that stands for the start; `may_be_over` says that it may have stopped before
    the end, `is_birth` that it is an age, which nobody rounds. `where` is the sentence of the start
    where that is another one.
    """

    quantity: Quantity
    start: Period
    end: Period
    told: DateMention
    may_be_over: bool = False
    is_birth: bool = False
    where: Sentence | None = None


def lapses(quantities: Sequence[Quantity], article: Article, language: Language) -> Iterator[Lapse]:
    """Yield every time that one sentence tells together with its dates."""
    times = [one for one in quantities if is_time(one)]
    if not times:
        return
    sentence = times[0].mention.sentence
    found = find_dates(sentence, language, article.published)
    if not any(_YEAR.search(one.text) for one in found):
        return
    timeline = Timeline(sentence, found, article, language)
    for quantity in times:
        lapse = timeline.between_years(quantity) or timeline.counted(quantity)
        lapse = lapse or timeline.begun(quantity)
        if lapse is not None:
            yield lapse


def is_time(quantity: Quantity) -> bool:
    """Whether a quantity is an age or a length of time with one number."""
    is_kind = quantity.kind in ("age", "duration") and quantity.unit in TIME_UNITS
    return is_kind and is_figure(quantity)


class Timeline:
    """The times and dates of one sentence among its tokens."""

    def __init__(
        self,
        sentence: Sentence,
        dates: Sequence[DateMention],
        article: Article,
        language: Language,
    ) -> None:
        self.words, self.tokens, self.text = language.checks, sentence.tokens, article.text
        self.all = dates
        self.prepositions = language.discourse.prepositions
        self.relatives = language.discourse.relatives
        self.joins, self.purpose = language.quantities.joins, language.discourse.purpose
        published = article.published
        self.today = Period(published, published) if published else None
        self.relative = [one for one in dates if one.granularity == "relative"]
        self.dates = [one for one in dates if one not in self.relative and _YEAR.search(one.text)]

    # ----------------------------------------------------------------- the two forms with commas

    def between_years(self, quantity: Quantity) -> Lapse | None:
        """Read "for ten years, from 2001 to 2008."."""
        for one in self.dates:
            years = _YEAR.findall(one.text)
            is_next = self.word(one.first - 1) in _MARKS and self.is_lead(quantity, one)
            is_last = one.last >= len(self.tokens) or self.word(one.last) in _ENDS
            # "From 2004 to 2015, and then chair": "in jail" might be where only some of them went.
            goes_on = self.joins | self.purpose
            is_joined = self.word(one.last) == "," and self.word(one.last + 1) in goes_on
            is_last = is_last or (is_joined and len(self.dates) == 1)
            if len(years) == 2 and is_next and is_last and one.granularity == "year":
                start, end = (_year(int(text)) for text in years)
                return Lapse(quantity, start, end, one)
        return None

    def is_lead(self, quantity: Quantity, one: DateMention) -> bool:
        """Whether few words stand between a time and the mark before its dates: "in prison"."""
        lead = self.tokens[quantity.last : one.first - 1]
        are_words = all(token.kind is TokenKind.WORD for token in lead)
        return 0 <= one.first - 1 - quantity.last <= _LONGEST_LEAD and are_words

    def counted(self, quantity: Quantity) -> Lapse | None:
        """Read "ten years ago, in 2015", and "for ten years, since 2015"."""
        if len(self.dates) > 1:
            # A sentence that was said in another year counts from that one.
            return None
        around = next((one for one in self.relative if _holds(one, quantity)), None)
        first, last = (around.first, around.last) if around else (quantity.first, quantity.last)
        for one in self.dates:
            is_behind = self.is_mark(last, one.first) and self.is_whole(one)
            is_beside = is_behind or self.is_mark(one.last, first)
            is_since = one.relation == "since"
            if around is None:
                is_alike = is_since and quantity.kind == "duration"
            else:
                is_alike = around.relation == one.relation and (is_since or one.relation == "on")
            if is_beside and is_alike:
                return self.up_to_today(quantity, one)
        return None

    def is_whole(self, one: DateMention) -> bool:
        """Whether a date is not of something else: "in 2015 dollars"."""
        after = self.word(one.last)
        return not after or after in _MARKS | _ENDS or after in self.prepositions

    def is_mark(self, first: int, last: int) -> bool:
        """Whether one comma or bracket stands between two places, and nothing else."""
        return last == first + 1 and self.word(first) in _MARKS

    def up_to_today(
        self, quantity: Quantity, told: DateMention, *, over: bool = False
    ) -> Lapse | None:
        """Count from a date to the day of publication."""
        if self.today is None or told.period is None:
            return None
        return Lapse(quantity, told.period, self.today, told, over)

    # ----------------------------------------------------------------- births and beginnings

    def begun(self, quantity: Quantity) -> Lapse | None:
        """Read "born in 1950, she died in 2010 aged 60", "the 10-year-old war, begun in 2015"."""
        for one in self.dates:
            opening = self.opening(one)
            if opening is None or one.period is None:
                continue
            cue, is_birth = opening
            gap = self.gap(quantity, cue, one, is_birth=is_birth)
            lapse = self.dated(quantity, one, gap) if gap is not None else None
            if gap is None and is_birth and cue < _LONGEST_SUBJECT:
                lapse = self.later(quantity, one)
            if lapse is not None:
                return lapse._replace(is_birth=is_birth)
        return None

    def later(self, quantity: Quantity, born: DateMention) -> Lapse | None:
        """Read "Lena, who was born in 1989, won a race in 2009 at the age of 20"."""
        others = [one for one in self.dates if one is not born]
        if quantity.kind != "age" or len(others) != 1 or self.relative:
            return None
        (one,) = others
        known = self.words.lasting - {","}
        lead = [self.word(at) for at in range(one.last, quantity.first)]
        people = self.words.persons | self.words.kin | self.relatives
        told = range(born.last, one.first)
        names = [at for at in told if self.is_capital(at) and not self.is_place(at)]
        is_own = not any(self.word(at).removesuffix("s") in people for at in told)
        is_own = is_own and not names
        are_beside = bool(lead) and all(word in known for word in lead)
        if one.period is None or not are_beside or not is_own or one.first < born.last:
            return None
        is_single = len(_YEAR.findall(one.text)) == 1 and one.relation == "on"
        period = born.period
        # Who is younger than that may be a child or an animal that nothing tells apart.
        return Lapse(quantity, period, one.period, born, True) if period and is_single else None

    def opening(self, one: DateMention) -> tuple[int, bool] | None:
        """Return where the word for a birth or beginning before a date stands, and which it is."""
        for at in range(one.first - 1, max(one.first - 2 - _LONGEST_BIRTH, -1), -1):
            word = self.word(at)
            if word in self.words.births:
                return at, True
            if word in self.words.begins:
                return (at, False) if at == one.first - 1 else None
            if self.tokens[at].kind is not TokenKind.WORD:
                break
        # "Der 1973 gegründete Chor".
        return (one.first, False) if self.word(one.last) in self.words.begins else None

    def gap(
        self, quantity: Quantity, cue: int, one: DateMention, *, is_birth: bool
    ) -> tuple[int, int] | None:
        """Return the stretch between a time and its date when nothing else is told there."""
        if not is_birth and quantity.kind != "age":
            return None
        if quantity.first >= one.last:
            unknown = self.unknown(one.last, quantity.first)
            is_fine = not unknown or (is_birth and self.are_name(unknown))
            return (one.last, quantity.first) if is_fine else None
        if quantity.last <= cue:
            unknown = self.unknown(quantity.last, cue)
            is_noun = unknown == list(range(quantity.last, quantity.last + len(unknown)))
            is_fine = not unknown or (
                quantity.kind == "age" and is_noun and len(unknown) <= _LONGEST_NOUN
            )
            return (quantity.last, cue) if is_fine else None
        return None

    def unknown(self, first: int, last: int) -> list[int]:
        """Return the places between two that hold neither joining words, marks nor dates."""
        known = self.words.lasting | self.words.present | self.words.ends | _MARKS
        return [
            at
            for at in range(first, last)
            if self.word(at) not in known and not any(d.first <= at < d.last for d in self.dates)
        ]

    def are_name(self, places: Sequence[int]) -> bool:
        """Whether some words may be a name, or the place of a birth and a name behind it."""
        born = [at for at in places if self.is_place(at)]
        rest = [at for at in places if at not in born]
        if not rest:
            return True
        is_one = len(rest) == rest[-1] - rest[0] + 1 <= _LONGEST_NAME
        return is_one and all(self.is_capital(at) for at in rest)

    def is_place(self, at: int) -> bool:
        """Whether a word is of "in Leeds"."""
        if self.word(at) in self.prepositions:
            return self.is_capital(at + 1) if at + 1 < len(self.tokens) else False
        return self.word(at - 1) in self.prepositions and self.is_capital(at)

    def is_capital(self, at: int) -> bool:
        """Whether a token begins with a capital."""
        return self.text[self.tokens[at].start].isupper()

    def dated(self, quantity: Quantity, told: DateMention, gap: tuple[int, int]) -> Lapse | None:
        """Count from a birth to the date beside the age, else to the day of publication."""
        others = [one for one in self.dates if one is not told]
        beside = next((one for one in others if self.is_beside(quantity, one)), None)
        if beside is not None:
            if told.period is None or beside.period is None or len(others) > 1:
                return None
            return Lapse(quantity, told.period, beside.period, told)
        if others or self.relative:
            return None
        words = {self.word(at) for at in range(*gap)} | {self.word(quantity.first - 1)}
        is_dead = any(token.word in self.words.ends for token in self.tokens)
        is_told = bool(words & self.words.present) or self.is_apposed(quantity, told)
        return self.up_to_today(quantity, told, over=is_dead or not is_told)

    def is_apposed(self, quantity: Quantity, told: DateMention) -> bool:
        """Whether an age stands before its date, as that of somebody named: "Smith, 80, was"."""
        if quantity.first >= told.first:
            return False
        is_open = self.word(quantity.first - 1) in _MARKS and self.word(quantity.last) in _MARKS
        return is_open or "-" in quantity.surface

    def is_beside(self, quantity: Quantity, one: DateMention) -> bool:
        """Whether a date stands right behind an age, or before it with joining words only."""
        if one.relation != "on" or one.period is None:
            return False
        between = self.tokens[one.last : quantity.first]
        known = self.words.lasting | {","}
        is_before = one.last <= quantity.first and all(t.word in known for t in between)
        return one.first == quantity.last or is_before

    def word(self, at: int) -> str:
        """Return the word at a place, or nothing outside the sentence."""
        return word_at(self.tokens, at)


def _holds(one: DateMention, quantity: Quantity) -> bool:
    return one.first <= quantity.first and quantity.last <= one.last


def _year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))
