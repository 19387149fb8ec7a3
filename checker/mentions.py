"""
Stage 2: every extent of text that states a number, with its hedges.

One pass of a small trigger pattern finds the sentences that hold a number; their tokens are then
walked once from left to right.
"""

from __future__ import annotations

import functools
import re

from checker.exclusions import Exclusions
from checker.measures import (
    Measure,
    before_article,
    change_before,
    hedge_after,
    measure_after,
    measure_at,
    sign_before,
)
from checker.model import Hedge, Language, Mention, Sentence, Skipped, Span, TokenKind
from checker.numerals import (
    Habit,
    Joint,
    NumberReader,
    Numeral,
    is_article,
    middle_end,
    opener_of,
    past_hedge,
    precision,
    with_half,
)
from checker.numerals.articles import articles_of
from checker.phrases import phrase_at, phrase_before, touches
from checker.text import Page
from checker.values import field, record

_NUMBER = TokenKind.NUMBER
_MOST_HEDGES = 3
# A measure that is the whole text ("less than a kilogram") is rarely longer.
_LONGEST_EXPRESSION = 40
# A tag with attributes is rarely longer.
_LONGEST_TAG = 30
# "Grew sixfold to $3 billion" is no range.
_WIDEST = 10_000
# Units behind which a half may stand: "deux heures et demie", "2 toneladas y media".
_HALVED = frozenset({"duration", "dimension", "currency"})
_SILENT = frozenset({"pronoun"})


def find_mentions(page: Page, language: Language) -> tuple[list[Mention], list[Skipped]]:
    """
    Return every number of the page as a mention, in order, and what was seen and left out.

    The `article` of what was skipped is empty: a page does not know its article.
    """
    trigger = _trigger(language.numbers.trigger)
    # The pattern begins with what stands before a word, so that the text needs a beginning too; the
    # last character of what it finds lies inside the number.
    offsets = [found.end() - 2 for found in trigger.finditer("\n" + page.folded.text)]
    if not offsets and len(page.folded.text) <= _LONGEST_EXPRESSION:
        # "A kilogram" has no number word, but is one where nothing else stands.
        offsets = [0]
    habit = Habit(page.folded.text, language.numbers)
    mentions: list[Mention] = []
    skipped: list[Skipped] = []
    for sentence in page.sentences_at(offsets):
        walk = _Walk(page.text, language, sentence, habit)
        walk.run()
        mentions += walk.mentions
        skipped += walk.skipped
    return mentions, skipped


@functools.cache
def _trigger(pattern: str) -> re.Pattern[str]:
    """Compile a pack's trigger pattern once."""
    return re.compile(pattern)


@record
class _Walk:
    """
    One sentence's walk.

    `floor` is the end of the last mention, `taken` that of its unit, `name` that of the last name.
    """

    text: str
    language: Language
    sentence: Sentence
    habit: Habit
    mentions: list[Mention] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    floor: int = 0
    taken: int = 0
    name: int = -1
    reader: NumberReader = field(init=False)
    exclusions: Exclusions = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the readers of this sentence."""
        tokens = self.sentence.tokens
        self.reader = NumberReader(self.language, tokens, self.text, self.habit)
        self.exclusions = Exclusions(self.language, self.sentence, self.text)

    def run(self) -> None:
        """Read the sentence from left to right."""
        tokens, starts = self.sentence.tokens, self.language.numbers.starts
        reader, exclusions = self.reader, self.exclusions
        articles = articles_of(self.language)
        floor, size = 0, len(tokens)
        # This looks at every token of every sentence with a number.
        for index in [
            index for index, token in enumerate(tokens) if token[3] is _NUMBER or token[2] in starts
        ]:
            if index < floor or articles.is_mere(tokens, index):
                continue
            numeral = reader.read(index)
            if numeral is None:
                continue
            if numeral.last < size:
                numeral = reader.ratio(numeral)
            reason = exclusions.reason(numeral, self.name)
            floor = self._skip(numeral, reason) if reason else self._mention(numeral)

    def _skip(self, numeral: Numeral, reason: str) -> int:
        """Note what was left out, and return where to go on."""
        tokens = self.sentence.tokens
        if reason in ("name", "label"):
            self.name = numeral.last
        last = numeral.last
        if reason == "score":
            last += 2
        elif reason == "fixed expression":
            found = phrase_at(self.language.numbers.fixed, tokens, numeral.first)
            last = found[0] if found is not None else last
        elif reason == "time" and last + 1 < len(tokens) and tokens[last + 1].kind == _NUMBER:
            # The minutes of "17 h 30".
            last += 2 if tokens[last].word in self.language.numbers.hours else 0
        if reason not in _SILENT:
            span = Span(tokens[numeral.first].start, tokens[last - 1].end)
            text = self.text[span.start : span.end]
            self.skipped.append(Skipped("mentions", "", reason, span, text))
        return last

    def _mention(self, numeral: Numeral) -> int:
        """Make the mention that begins with `numeral`, and return where it ends."""
        tokens, language = self.sentence.tokens, self.language
        sign = sign_before(tokens, numeral.first, language, self.text)
        if sign is not None and sign.first < self.taken:
            # The code in "3 GBP 20 pence" belongs to what stands before it.
            sign = None
        numeral = self._repeated(numeral)
        first = sign.first if sign is not None else numeral.first
        if numeral.value is not None and numeral.form != "fraction":
            numeral, first = self._signed(numeral, first)
        built = self._range(numeral, first, sign)
        end = built.last
        unit = measure_after(tokens, end, language, self.text)
        built, last = with_half(tokens, built, unit, language)
        built, last = self._behind_unit(built, unit, last)
        hedges, first = self._hedges_before(first, built)
        after = hedge_after(tokens, last, language)
        if after is None and unit is not None:
            after = hedge_after(tokens, max(unit.last, last), language)
        if after is not None:
            last, hedges = after[0], (*hedges, after[1])
        self.mentions.append(self._built(built, hedges, first, last))
        self.floor = last
        self.taken = last if unit is None else max(last, unit.last)
        return self.taken

    def _repeated(self, numeral: Numeral) -> Numeral:
        """Pass over a number in words that is repeated in digits: "forty-five (45) days"."""
        tokens, last = self.sentence.tokens, numeral.last
        if last + 2 >= len(tokens) or tokens[last].word != "(" or tokens[last + 2].word != ")":
            return numeral
        if numeral.form != "words" or tokens[last + 1].kind != _NUMBER:
            return numeral
        digits = self.reader.digits(last + 1)
        is_same = digits is not None and digits.value == numeral.value
        return numeral._replace(last=last + 3) if is_same else numeral

    def _behind_unit(
        self, numeral: Numeral, unit: Measure | None, last: int
    ) -> tuple[Numeral, int]:
        """
        Read what changes the number from behind its unit; return where it ends.

        That is a magnitude behind a currency code ("75 USD million"), or words for a negative
        number ("20 degrees below zero").
        """
        tokens, end = self.sentence.tokens, numeral.last if unit is None else unit.last
        if numeral.value is None:
            return numeral, last
        is_cold = unit is None or unit.kind == "temperature" or unit.unit == "degree"
        below = phrase_at(self.language.numbers.minus_after, tokens, end) if is_cold else None
        if below is not None:
            value = -numeral.value
            return numeral._replace(value=value, written=-numeral.written), below[0]
        if unit is None or unit.kind != "currency" or numeral.scale > 1:
            return numeral, last
        behind, scale = self.reader.scales(end)
        if scale == 1 or not self.text[tokens[end - 1].start : tokens[end - 1].end].isupper():
            return numeral, last
        return numeral._replace(value=numeral.value * scale, scale=scale), behind

    def _signed(self, numeral: Numeral, first: int) -> tuple[Numeral, int]:
        """Take a minus sign that touches the number or its currency sign: "-5", "-$5"."""
        tokens = self.sentence.tokens
        at = first - 1
        if at < self.floor or tokens[at].word != "-" or not touches(tokens, first):
            return numeral, first
        if at > 0 and (touches(tokens, at) and tokens[at - 1].word not in ("(", "[", "/")):
            return numeral, first
        value = numeral.value
        if value is None or (at == 0 and numeral.first == 1 and self._starts_item(numeral)):
            return numeral, first
        negative = numeral._replace(value=-value, written=-numeral.written)
        if first == numeral.first:
            negative = negative._replace(first=at)
        return negative, at

    def _starts_item(self, numeral: Numeral) -> bool:
        """Whether a hyphen at the start of a sentence is a bullet: a noun follows the number."""
        tokens = self.sentence.tokens
        if numeral.last >= len(tokens):
            return False
        unit = measure_after(tokens, numeral.last, self.language, self.text)
        return unit is None or (
            unit.kind not in ("temperature", "percent") and unit.unit != "degree"
        )

    # ------------------------------------------------------------------ ranges

    def _range(self, numeral: Numeral, first: int, sign: Measure | None) -> Numeral:
        """Extend a number to the range it begins ("300 à 400"), or return it as it is."""
        tokens, words = self.sentence.tokens, self.language.numbers
        if numeral.value is None or numeral.form == "fraction" or numeral.last >= len(tokens):
            return numeral
        place = opener_of(tokens, first, self.floor, self.language)
        opener = tokens[place].word if place < first else ""
        unit = measure_after(tokens, numeral.last, self.language, self.text)
        for middle, own in self._middles(numeral, unit):
            word = tokens[middle].word
            after = middle_end(tokens, middle, words.ranges.get(opener, ())) if opener else 0
            is_open = after > 0
            after = after or middle_end(tokens, middle, words.ranges.get("", ()))
            if not after:
                continue
            if own is not None and not is_open and change_before(tokens, first, self.language):
                # "Rose 5% to 61%" tells a change and a level.
                continue
            has_article = is_open and is_article(tokens, after, self.language)
            after += has_article
            second = self._second(after, sign, is_open)
            if second is None or self.exclusions.second_reason(second):
                continue
            is_choice = word in self.language.quantities.joins and not is_open
            joined = self._joined(numeral, second, Joint(own, is_open, is_choice))
            if joined is not None:
                is_move = is_open and not is_choice and word not in self.language.quantities.joins
                # "Down from the 89 to 93 billion" is a range that something left.
                is_move = is_move and (has_article or first - place < 2)
                moved = self._moved(numeral, second, place) if is_move else None
                return moved or joined
        return numeral

    def _moved(self, one: Numeral, two: Numeral, start: int) -> Numeral | None:
        """Return only the first end where something moved from one level to another one."""
        words, tokens = self.language.quantities, self.sentence.tokens
        is_reached = tokens[two.first - 1].word in words.reaches
        if one.value is None or not (is_reached or phrase_before(words.moves, tokens, start)):
            return None
        if one.scale == 1 < two.scale and one.last + 1 == two.first and one.value < two.written:
            one = one._replace(value=one.value * two.scale, scale=two.scale)
        return one._replace(via="moved from")

    def _middles(self, numeral: Numeral, unit: Measure | None) -> list[tuple[int, Measure | None]]:
        """Return the places where the word inside a range may stand, with the unit before it."""
        tokens, last = self.sentence.tokens, numeral.last
        places: list[tuple[int, Measure | None]] = [(last, None)]
        if tokens[last].word == "-" and last + 1 < len(tokens):
            places.append((last + 1, None))
        if unit is not None and unit.last < len(tokens):
            places.append((unit.last, unit))
        return places

    def _second(self, index: int, sign: Measure | None, is_open: bool) -> Numeral | None:
        """Read the second number of a range at `index`, behind the same currency sign or none."""
        tokens, signs = self.sentence.tokens, self.language.quantities.signs
        starts = self.language.numbers.starts
        is_negative = False
        if index < len(tokens) and tokens[index].word == "-" and tokens[index - 1].word != "-":
            is_negative = touches(tokens, index + 1) and not touches(tokens, index)
            index += 1
        if is_open:
            # "Between 2 g and about 7 g".
            index = past_hedge(tokens, index, self.language.numbers.hedges_before)
        place = index
        while place < len(tokens) and tokens[place].word in signs:
            place += 1
        if place >= len(tokens):
            return None
        if tokens[place].kind != _NUMBER and tokens[place].word not in starts:
            return None
        self.reader.is_money = sign is not None
        numeral = self.reader.read(place)
        self.reader.is_money = False
        if numeral is None or numeral.value is None or numeral.form == "fraction":
            return None
        if is_negative:
            numeral = numeral._replace(value=-numeral.value, written=-numeral.written)
        return numeral if place == index or self._has_sign(index, place, sign) else None

    def _has_sign(self, index: int, place: int, sign: Measure | None) -> bool:
        """Whether the tokens from `index` to `place` are one sign that goes with the first one."""
        own = sign_before(self.sentence.tokens, place, self.language, self.text)
        if own is None or own.first != index:
            return False
        return sign is None or self._is_same(sign, own)

    def _is_same(self, one: Measure, two: Measure) -> bool:
        """Whether two signs are one currency, the second perhaps shortened ("US$5 to $6")."""
        candidates = self.language.quantities.candidates.get(two.unit, ())
        return one.unit == two.unit or one.unit in candidates

    def _joined(self, one: Numeral, two: Numeral, joint: Joint) -> Numeral | None:
        """Make one range of two numbers if they can be its ends."""
        low, high = one.value, two.value
        if low is None or high is None:
            return None
        if joint.unit is not None:
            theirs = measure_after(self.sentence.tokens, two.last, self.language, self.text)
            if not joint.fits(theirs):
                return None
        elif two.scale > one.scale and one.scale == 1 and low < two.written:
            low = low * two.scale
        if not joint.allows(low, high) or (not joint.is_open and 0 < low * _WIDEST < high):
            return None
        low, high = sorted((low, high))
        via = "range:open" if joint.is_open else "range"
        return Numeral(one.first, two.last, None, two.written, two.scale, "range", via, low, high)

    # ------------------------------------------------------------------ hedges

    def _hedges_before(self, first: int, numeral: Numeral) -> tuple[tuple[Hedge, ...], int]:
        """Read the hedges before a number from the inner to the outer."""
        words, tokens = self.language.numbers, self.sentence.tokens
        hedges: list[Hedge] = [numeral.hedge] if numeral.hedge else []
        if numeral.form == "range":
            hedges.append("range")
            opener = opener_of(tokens, first, self.floor, self.language)
            is_opened = opener < first and tokens[opener].word in words.ranges
            first = opener if is_opened and numeral.via == "range:open" else first
        age = phrase_before(self.language.quantities.ages_before, tokens, first, self.floor)
        if age is not None and phrase_before(words.hedges_before, tokens, age[0], self.floor):
            # "Under the age of 5".
            first = age[0]
        if numeral.form == "fraction" or self._is_share(numeral):
            article = before_article(tokens, first, self.language)
            hedge = phrase_before(words.hedges_before, tokens, article, self.floor)
            is_hedged = hedge is not None and not self._is_no_hedge(hedge[0], article)
            first = article if is_hedged else first
        for _ in range(_MOST_HEDGES):
            found = phrase_before(words.hedges_before, tokens, first, self.floor)
            if found is None and first > self.floor:
                is_linked = tokens[first - 1].word in words.hedge_links
                place = first - is_linked
                found = phrase_before(words.hedges_before, tokens, place, self.floor)
            if found is None:
                break
            if self._is_no_hedge(found[0], first):
                break
            first, hedge = found
            if hedge != "exact":
                hedges.append(hedge)
        return tuple(hedges), first

    def _is_share(self, numeral: Numeral) -> bool:
        """Whether a number is a percentage, before which an article may stand: "casi el 60 %"."""
        tokens = self.sentence.tokens
        unit = measure_at(tokens, numeral.last, self.language, self.text)
        return unit is not None and unit.kind == "percent"

    def _is_no_hedge(self, start: int, end: int) -> bool:
        """Whether the word before `end` belongs to what precedes: "hand over", "<b>", "->"."""
        if end - start != 1 or not start:
            return False
        tokens = self.sentence.tokens
        word, before = tokens[start].word, tokens[start - 1].word
        if word != ">":
            return before in self.language.numbers.particles.get(word, ())
        if not touches(tokens, start):
            return False
        near = [token.word for token in tokens[max(0, start - _LONGEST_TAG) : start]]
        return before in "-=–" or "<" in near

    def _built(self, numeral: Numeral, hedges: tuple[Hedge, ...], first: int, last: int) -> Mention:
        """Make the mention."""
        tokens = self.sentence.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        grain, places = precision(numeral)
        return Mention(
            span=Span(start, end),
            surface=self.text[start:end],
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            grain=grain,
            places=places,
            hedges=hedges,
            form=numeral.form,
            via=numeral.via,
            first=first,
            last=last,
            number_first=numeral.first,
            number_last=numeral.last,
            sentence=self.sentence,
            other=numeral.other,
        )
