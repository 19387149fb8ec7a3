"""One sentence walked from left to right: its numbers with signs, units, ranges and hedges."""

from __future__ import annotations

from checker.exclusions import Exclusions
from checker.measures import Measure, hedge_after, measure_after, sign_before
from checker.mentions.hedges import HedgeReader
from checker.mentions.nths import nth_digits, nth_word
from checker.mentions.ranges import RangeReader
from checker.model import Hedge, Language, Mention, Sentence, Skipped, Span, TokenKind
from checker.numerals import NTH, Habit, Numeral, RatioReader, precision, with_half
from checker.numerals.articles import articles_of
from checker.phrases import phrase_at, touches
from checker.values import field, record

_NUMBER = TokenKind.NUMBER
# Behind these a hyphen that touches them is a minus all the same: "(-5)", "<-30".
_OPEN = frozenset("([/<>=")
_SILENT = frozenset({"pronoun"})


@record
class Walk:
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
    reader: RatioReader = field(init=False)
    exclusions: Exclusions = field(init=False)
    ranges: RangeReader = field(init=False)
    hedges: HedgeReader = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the readers of this sentence."""
        tokens = self.sentence.tokens
        self.reader = RatioReader(self.language, tokens, self.text, habit=self.habit)
        self.exclusions = Exclusions(self.language, self.sentence, self.text)
        self.ranges = RangeReader(self.text, self.language, tokens, self.reader, self.exclusions)
        self.hedges = HedgeReader(self.text, self.language, tokens)

    def run(self) -> None:
        """Read the sentence from left to right."""
        tokens, starts = self.sentence.tokens, self.language.numbers.starts
        reader = self.reader
        articles = articles_of(self.language)
        floor = 0
        # This looks at every token of every sentence with a number.
        for index in [
            index for index, token in enumerate(tokens) if token[3] is _NUMBER or token[2] in starts
        ]:
            nth = nth_word(tokens, index, self.language)
            is_mere = nth is None and articles.is_mere(tokens, index)
            if index < floor or is_mere or self._leads_to_nth(index):
                continue
            numeral = nth or reader.read(index)
            if numeral is not None:
                floor = self._note(numeral)
            elif tokens[index].word in self.language.numbers.multiples:
                floor = self._skip_multiple(index)

    def _note(self, numeral: Numeral) -> int:
        """Take a number or leave it out, and return where to go on."""
        tokens = self.sentence.tokens
        if numeral.via == NTH:
            return self._mention(numeral)
        if numeral.last < len(tokens):
            numeral = self.reader.ratio(numeral)
        reason = self.exclusions.reason(numeral, self.name)
        nth = nth_digits(tokens, numeral, self.language) if reason == "ordinal" else None
        if nth is not None:
            return self._mention(nth)
        return self._skip(numeral, reason) if reason else self._mention(numeral)

    def _leads_to_nth(self, index: int) -> bool:
        """Whether an article stands before an ordinal that tells a number: "| a | fifth victim"."""
        tokens = self.sentence.tokens
        if tokens[index].word not in self.language.numbers.articles or index + 1 >= len(tokens):
            return False
        return nth_word(tokens, index + 1, self.language) is not None

    def _skip(self, numeral: Numeral, reason: str) -> int:
        """Note what was left out, and return where to go on."""
        tokens = self.sentence.tokens
        if reason in ("name", "label"):
            self.name = numeral.last
        last = numeral.last
        if reason == "score" and last + 1 < len(tokens):
            # Where the first number is a label ("S 3:1."), the sentence may end with the second.
            is_hyphened = tokens[last + 1].kind is TokenKind.WORD and tokens[last].word == "-"
            last = min(last + (4 if is_hyphened else 2), len(tokens))
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

    def _skip_multiple(self, index: int) -> int:
        """Note a multiple without a number ("twice", "le double"), and return where to go on."""
        tokens = self.sentence.tokens
        found = phrase_at(self.language.numbers.multiples, tokens, index)
        if found is None:
            return index
        span = Span(tokens[index].start, tokens[found[0] - 1].end)
        surface = self.text[span.start : span.end]
        self.skipped.append(Skipped("mentions", "", "multiple", span, surface))
        return found[0]

    def _mention(self, numeral: Numeral) -> int:
        """Make the mention that begins with `numeral`, and return where it ends."""
        tokens, language = self.sentence.tokens, self.language
        sign = sign_before(tokens, numeral.first, language, self.text)
        if sign is not None and sign.first < self.taken:
            # The code in "3 GBP 20 pence" belongs to what stands before it.
            sign = None
        numeral = self._repeated(numeral)
        before = tokens[numeral.first - 1].word
        if before == language.numbers.decimal and self.reader.has_mark(numeral.first):
            numeral = numeral._replace(first=numeral.first - 1)
        first = sign.first if sign is not None else numeral.first
        if numeral.value is not None and numeral.form != "fraction":
            numeral, first = self._signed(numeral, first)
        built = self.ranges.read(numeral, first, self.floor, sign)
        end = built.last
        unit = measure_after(tokens, end, language, self.text)
        built, last = with_half(tokens, built, unit, language)
        built, last = self._behind_unit(built, unit, last)
        hedges, first = self.hedges.before(built, first, self.floor)
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
            return numeral.negated(), below[0]
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
        if at > 1 and (tokens[at - 2].word, tokens[at - 1].word) == ("+", "/"):
            # "+/-2".
            return numeral, first
        if at < self.floor or not (tokens[at].word == "-" or self._is_long_minus(at)):
            return numeral, first
        if not touches(tokens, first) and (at > 0 or not self._stands_alone(numeral)):
            return numeral, first
        if at > 0 and (touches(tokens, at) and tokens[at - 1].word not in _OPEN):
            return numeral, first
        value = numeral.value
        if value is None or (at == 0 and numeral.first == 1 and self._starts_item(numeral)):
            return numeral, first
        negative = numeral.negated()
        if first == numeral.first:
            negative = negative._replace(first=at)
        return negative, at

    def _is_long_minus(self, at: int) -> bool:
        """Whether a dash is a minus: a word or bracket before it stands apart, "and –0.4%"."""
        tokens = self.sentence.tokens
        is_dash = tokens[at].word == "–" and at > 0 and touches(tokens, at + 1)
        before = tokens[at - 1]
        is_open = before.word in ("(", "[", ":", ",") or not touches(tokens, at)
        return is_dash and is_open and before.kind is not _NUMBER

    def _stands_alone(self, numeral: Numeral) -> bool:
        """Whether nothing but degrees stands behind a number: "- 1,200", "- 2 degrees"."""
        tokens = self.sentence.tokens
        unit = measure_after(tokens, numeral.last, self.language, self.text)
        is_cold = unit is not None and (unit.kind == "temperature" or unit.unit == "degree")
        return (unit.last if unit is not None and is_cold else numeral.last) >= len(tokens)

    def _starts_item(self, numeral: Numeral) -> bool:
        """Whether a hyphen at the start of a sentence is a bullet: a noun follows the number."""
        tokens = self.sentence.tokens
        if numeral.last >= len(tokens):
            return False
        unit = measure_after(tokens, numeral.last, self.language, self.text)
        return unit is None or (
            unit.kind not in ("temperature", "percent") and unit.unit != "degree"
        )

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
