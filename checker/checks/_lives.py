"""Beginnings and the times counted from them that an ordinal, or the next sentence, tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checker.checks._case import Case, is_figure, tokens_of, word_at
from checker.checks._lapses import Lapse, Timeline, is_time
from checker.checks._nth import Nth, as_quantity, nths_in
from checker.checks._whens import when_places
from checker.dates import DateMention, find_dates
from checker.interval import ZERO, Interval
from checker.model import Period, Quantity, Sentence, Token, TokenKind
from checker.rows import NamedTuple
from checker.text import make_page
from checker.values import replace

# "The choir, founded in 1973, celebrates this year its": what is further away has another subject.
_LONGEST_GAP = 10
# "The 10th year of `the long war`, begun in 2015".
_LONGEST_OF = 5
# "The folk singer Ines Varga, 82,": longer subjects hold a name that is not theirs.
_LONGEST_SUBJECT = 5
_OLDEST = 120
_HALF = Decimal("0.5")
_STOPS = frozenset({".", ")", "!", ";"})
_MARKS = frozenset({",", ";", "(", "–", "—"})
# Articles with more sentences about beginnings are lists.
_MOST = 50


def lives(case: Case) -> Iterator[Lapse]:
    """Yield the times that no single sentence tells as a number beside its date."""
    words = case.setting.language.checks
    folded = case.article.text.lower()
    nouns = set(words.anniversaries | words.yearly).union(*words.jubilees.values())
    births = [word for word in words.births if word in folded]
    begins = [word for word in words.begins if word in folded]
    has_nth = any(word in folded for word in nouns)
    reader = _Reader(case, births + begins if has_nth else births)
    for story in reader.stories():
        if has_nth:
            yield from reader.anniversaries(story)
        yield from reader.ages(story)


class _Story(NamedTuple):
    """A sentence with the date something began, and its neighbours in the same paragraph."""

    sentence: Sentence
    timeline: Timeline
    start: DateMention
    before: Sentence | None
    after: Sentence | None


class _Reader:
    """Reads the sentences about beginnings of one article."""

    def __init__(self, case: Case, cues: Sequence[str]) -> None:
        self.case, self.language = case, case.setting.language
        self.article, self.cues = case.article, cues
        self.words = self.language.discourse

    def stories(self) -> Iterator[_Story]:
        """Yield the sentences that tell when something began, once."""
        if not self.cues:
            return
        page = make_page(self.article.text, self.language, [one.span for one in self.article.marks])
        found = page.sentences_at(sorted(_places(page.folded.text, self.cues)))
        for sentence in found[:_MOST]:
            timeline = self.timeline(sentence)
            starts = [one for one in timeline.dates if timeline.opening(one) is not None]
            if len(starts) == 1 and starts[0].period is not None:
                before, after = page.beside(sentence)
                yield _Story(sentence, timeline, starts[0], before, after)

    def timeline(self, sentence: Sentence) -> Timeline:
        """Return a sentence with its dates."""
        dates = find_dates(sentence, self.language, self.article.published)
        return Timeline(sentence, dates, self.article, self.language)

    # ----------------------------------------------------------------- anniversaries

    def anniversaries(self, story: _Story) -> Iterator[Lapse]:
        """Yield the anniversaries of what a sentence says began."""
        for nth in nths_in(story.sentence, self.language):
            if self.is_of(story, nth):
                yield from self.kept(story, story.sentence, nth)
        opening = story.timeline.opening(story.start)
        if opening is None or opening[1]:
            # "Their son was born in 1975. They celebrate their 50th anniversary".
            return
        for sentence, later in ((story.before, story.sentence), (story.after, story.after)):
            if sentence is None or later is None or not self.is_led_by_pronoun(later):
                continue
            if sentence is story.after and self.has_owner(story.sentence, opening[0]):
                continue
            for nth in nths_in(sentence, self.language):
                if not nth.is_year and self.is_own(sentence, nth):
                    yield from self.kept(story, sentence, nth)

    def kept(self, story: _Story, sentence: Sentence, nth: Nth) -> Iterator[Lapse]:
        """Count an anniversary up to the one other date beside it, else to publication."""
        timeline = story.timeline if sentence is story.sentence else self.timeline(sentence)
        others = [one for one in timeline.all if one is not story.start]
        quantity = as_quantity(sentence, nth, self.article.text)
        if len(others) > 1 or not self.is_whole(timeline, nth):
            return
        if others:
            day = others[0]
            if day.period is not None and day.relation == "on":
                # "Its 20th anniversary in the new hall" is not that of the beginning.
                is_last = day.first == nth.last or word_at(sentence.tokens, nth.last) in _STOPS
                yield _lapse(story, quantity, day.period, over=not is_last and day.first > nth.last)
        elif timeline.today is not None and not self.is_near(story, timeline.today, nth):
            # Without a date, it may have been kept long ago.
            yield _lapse(story, quantity, timeline.today, over=True)

    def is_near(self, story: _Story, today: Period, nth: Nth) -> bool:
        """Whether an anniversary without a date may be the next one: "prepares for its 50th"."""
        start = story.start.period
        years = today.first.year - start.first.year if start else 0
        return nth.value - nth.is_year == years + 1

    def has_owner(self, sentence: Sentence, cue: int) -> bool:
        """Whether the subject of a beginning names another thing: "the club's stadium was"."""
        others = self.words.belonging | self.language.sentences.suffixes
        return any(one.word in others for one in sentence.tokens[:cue])

    def is_whole(self, timeline: Timeline, nth: Nth) -> bool:
        """Whether nothing but a date or a preposition follows: no "its 20th anniversary show"."""
        after = word_at(timeline.tokens, nth.last)
        is_date = any(one.first == nth.last for one in timeline.all)
        known = _STOPS | {","} | self.words.prepositions | self.joins
        return nth.is_year or not after or is_date or after in known

    def is_of(self, story: _Story, nth: Nth) -> bool:
        """Whether an anniversary in one sentence with a beginning is that of what began."""
        timeline, tokens = story.timeline, story.sentence.tokens
        opening = timeline.opening(story.start)
        cue = opening[0] if opening else story.start.first
        if nth.last <= cue and word_at(tokens, nth.last) in self.words.belonging:
            # "The 10th year of the war, begun in 2015".
            named = tokens[nth.last + 1 : cue - 1]
            is_short = len(named) <= _LONGEST_OF
            are_words = all(one.kind is TokenKind.WORD for one in named)
            return is_short and are_words and word_at(tokens, cue - 1) in (",", "(")
        if not self.is_own(story.sentence, nth):
            return False
        if nth.last <= cue:
            return self.is_gone_on(story.sentence, range(nth.last, cue))
        between = [one.word for one in tokens[story.start.last : nth.first]]
        others = self.words.relatives | self.words.belonging | self.joins | {";", ":"}
        return 0 < len(between) <= _LONGEST_GAP and not others.intersection(between)

    def is_gone_on(self, sentence: Sentence, places: range) -> bool:
        """Whether what began is the subject still: "its 60th anniversary this year; it was"."""
        known = self.words.pronouns | self.words.passives | self.words.auxiliaries | _MARKS
        whens = when_places(sentence, (), self.language)
        return all(at in whens or sentence.tokens[at].word in known for at in places)

    def is_own(self, sentence: Sentence, nth: Nth) -> bool:
        """Whether an anniversary is that of the subject: "its 60th", and of nothing behind it."""
        tokens, words = sentence.tokens, self.language.checks
        places = (nth.first - 1, nth.first - 2)
        owner = next((at for at in places if word_at(tokens, at) in words.owners), None)
        if owner is None or word_at(tokens, nth.last) in self.words.belonging:
            return False
        # "A year before its 62nd anniversary".
        return word_at(tokens, owner - 1) not in words.revised

    # ----------------------------------------------------------------- ages in the next sentence

    def ages(self, story: _Story) -> Iterator[Lapse]:
        """Yield the age of somebody whose birth the sentence before or behind tells."""
        opening = story.timeline.opening(story.start)
        if opening is None or not opening[1] or self.times(story.sentence):
            return
        if story.before is not None and self.is_led_by_pronoun(story.sentence):
            for quantity in self.times(story.before):
                if self.is_of_subject(story.before, quantity):
                    yield from self.counted(story, story.before, quantity)
        if story.after is not None and self.is_led_by_pronoun(story.after):
            for quantity in self.times(story.after):
                if self.is_said_of_pronoun(story.after, quantity):
                    yield from self.counted(story, story.after, quantity)

    def times(self, sentence: Sentence) -> list[Quantity]:
        """Return the ages of a sentence, and lengths in years that may be one."""
        own = [one for one in self.case.quantities if one.mention.sentence.span == sentence.span]
        ages = [one for one in own if is_time(one) and one.unit == "year"]
        return ages + [self.aged(one) for one in own if self.is_bare_age(one)]

    def is_bare_age(self, quantity: Quantity) -> bool:
        """Whether a number between commas is an age: "and, now 82, teaches"."""
        tokens, now = tokens_of(quantity), self.language.checks.present
        is_now = word_at(tokens, quantity.first - 1) in now - self.words.auxiliaries
        is_inserted = word_at(tokens, quantity.last) == "," and is_now and is_figure(quantity)
        return is_inserted and quantity.kind == "number" and (quantity.value or 0) <= _OLDEST

    def aged(self, quantity: Quantity) -> Quantity:
        """Read a bare number as a completed age."""
        years = quantity.value or ZERO
        interval = Interval(years - _HALF, years + 1, True, False)
        return replace(quantity, kind="age", unit="year", expected=interval, literal=interval)

    def counted(self, story: _Story, sentence: Sentence, quantity: Quantity) -> Iterator[Lapse]:
        """Count from a birth to the date beside an age, else to the day of publication."""
        timeline, start = self.timeline(sentence), story.start
        is_led = not timeline.unknown(1, quantity.first)
        beside = [one for one in timeline.dates if is_led and timeline.is_beside(quantity, one)]
        if start.period is None or len(self.times(sentence)) > 1:
            return
        if beside and beside[0].period is not None:
            yield _lapse(story, quantity, beside[0].period)
        elif timeline.today is not None and (not timeline.dates or not is_led):
            ends = self.language.checks.ends
            words = {one.word for one in (*sentence.tokens, *story.sentence.tokens)}
            is_now = sentence is story.before or self.is_told_of_today(sentence, quantity)
            over = bool(words & ends) or not is_now or bool(timeline.dates)
            yield _lapse(story, quantity, timeline.today, over=over)

    def is_told_of_today(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether a word says that an age is that of today: "She is 82"."""
        around = {one.word for one in sentence.tokens[: quantity.first]}
        return quantity.kind == "age" and bool(around & self.language.checks.present)

    def is_of_subject(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether an age is that of the subject, in a bracket behind it: "Ines Varga, 82,"."""
        tokens = sentence.tokens
        is_apposed = word_at(tokens, quantity.first - 1) in (",", "(")
        is_closed = word_at(tokens, quantity.last) in (",", ")")
        subject = tokens[: quantity.first - 1]
        is_short = 0 < len(subject) <= _LONGEST_SUBJECT
        has_name = bool(subject) and self.is_capital(subject[-1].start)
        are_words = all(one.kind is TokenKind.WORD for one in subject)
        is_alone = not any(self.is_another(one) for one in tokens[quantity.last :])
        return is_apposed and is_closed and is_short and has_name and are_words and is_alone

    def is_another(self, token: Token) -> bool:
        """Whether a word may be somebody else, who "she" in the next sentence is: "her son"."""
        words = self.language.checks
        forms = {token.word, token.word.removesuffix("s")}
        is_somebody = bool(forms & (words.persons | words.kin))
        return token.kind is TokenKind.WORD and (is_somebody or self.is_capital(token.start))

    def is_said_of_pronoun(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether "she" is followed by the age: "She is 82", "She died in 2010 aged 60"."""
        timeline, at = self.timeline(sentence), quantity.first - 1
        if not timeline.unknown(1, quantity.first):
            return True
        words = self.language.checks
        is_now = word_at(sentence.tokens, at) in words.present | words.lasting
        before = word_at(sentence.tokens, at - 1)
        is_joined = before == "," and word_at(sentence.tokens, at - 2) in self.joins
        is_closed = word_at(sentence.tokens, quantity.last) == ","
        return is_now and is_closed and (is_joined or before in self.joins)

    @property
    def joins(self) -> frozenset[str]:
        """The words that join two clauses with one subject."""
        return frozenset(self.language.quantities.joins)

    def is_led_by_pronoun(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about the subject of the one before: "She", "It"."""
        words = (one.word for one in sentence.tokens if one.kind is TokenKind.WORD)
        return next(words, "") in self.words.pronouns

    def is_capital(self, offset: int) -> bool:
        return self.article.text[offset].isupper()


def _lapse(story: _Story, quantity: Quantity, end: Period, *, over: bool = False) -> Lapse:
    """Count a time from the start of a story, in its sentence or one beside it."""
    start = story.start
    period = start.period or end
    return Lapse(quantity, period, end, start, over, is_birth=True, where=story.sentence)


def _places(text: str, words: Iterable[str]) -> Iterator[int]:
    """Yield where words begin in a folded text."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))
