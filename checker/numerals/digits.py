"""Numbers in digits: separators, fractions, powers of ten, magnitude words and letters."""

from __future__ import annotations

from decimal import Decimal

from checker.measures import measure_at, sign_before
from checker.model import TokenKind
from checker.numerals.habit import Habit
from checker.numerals.halves import joined_at, plus_at, with_spoken
from checker.numerals.magnitudes import MagnitudeReader
from checker.numerals.values import (
    VULGAR,
    Numeral,
    bare_power_at,
    parse_digits,
    power_at,
    whole,
)
from checker.phrases import is_beside, touches
from checker.values import record

NUMBER, WORD = TokenKind.NUMBER, TokenKind.WORD
# Arithmetic with a page full of digits takes seconds, and no number that means something has more.
_LONGEST = 1000
_CENT = 100
_GROUP = 3
_THOUSAND, _MILLION = 1000, 10**6


@record
class DigitReader(MagnitudeReader):
    """
    Reads numbers in digits from the tokens of one sentence.

    `habit` is how the document writes numbers elsewhere.
    """

    habit: Habit | None = None

    def digits(self, index: int) -> Numeral | None:
        """Read digits with what follows: a fraction, a magnitude word or letter."""
        tokens, words = self.tokens, self.language.numbers
        word = tokens[index].word
        if word in VULGAR:
            top, bottom = VULGAR[word]
            return self.multiplied(index, index + 1, Decimal(top) / bottom)
        if index and tokens[index - 1].word == words.decimal and self.has_mark(index):
            word = f"0{words.decimal}{word}"
        parsed = parse_digits(word, words.decimal, words.group) if len(word) < _LONGEST else None
        if parsed is None:
            return None
        value, other = parsed
        last = index + 1
        spaced = self._spaced(index) or self._set_apart(index)
        if spaced is not None:
            (last, value), other = spaced, None
        value, other = self._decided(word, value, other)
        if last < len(tokens) and tokens[last].word in words.points:
            last, value = with_spoken(tokens, last, value, self.language)
        if last < len(tokens):
            powered = self._powered(index, last, value)
            if powered is not None:
                return powered
            mixed = self._mixed(index, value)
            if mixed is not None and mixed[0] < 1:
                return self.multiplied(index, mixed[1], mixed[0])
            if mixed is not None:
                return self._scaled(index, mixed[1], mixed[0])
        return self._scaled(index, last, value, other)

    def _powered(self, index: int, last: int, value: Decimal) -> Numeral | None:
        """Read a power of ten behind digits, "3 × 10^6", or of a ten that has no factor."""
        power = power_at(self.tokens, last)
        if power is None and self.tokens[index].word == "10" and last == index + 1:
            power, value = bare_power_at(self.tokens, last), Decimal(1)
        if power is None:
            return None
        total = value.scaleb(power[0])
        return Numeral(index, power[1], total, total, 1, "digits", "power of ten")

    def _decided(
        self, word: str, value: Decimal, other: Decimal | None
    ) -> tuple[Decimal, Decimal | None]:
        """Let the document itself decide what its language leaves open."""
        if other is None or self.habit is None:
            return value, other
        if self.habit.is_foreign():
            return (other, None) if self.language.numbers.decimal in word else (value, None)
        return value, None if self.habit.is_native() else other

    def _spaced(self, index: int) -> tuple[int, Decimal] | None:
        """
        Read groups of thousands behind spaces where the language has none: "40 000".

        Only two groups or more, or one of zeros, are surely one number.
        """
        tokens, digits, last = self.tokens, self.tokens[index].word, index + 1
        if last >= len(tokens) or tokens[last].kind != NUMBER or digits[0] == "0":
            return None
        if len(digits) > _GROUP or not digits.isdecimal():
            return None
        while last < len(tokens) and is_beside(tokens, last):
            word = tokens[last].word
            if len(word) != _GROUP or not word.isdecimal():
                break
            digits, last = digits + word, last + 1
        is_sure = last - index > _GROUP - 1 or (last > index + 1 and digits.endswith("000"))
        goes_on = last < len(tokens) and tokens[last].kind == NUMBER
        return (last, Decimal(digits)) if is_sure and not goes_on else None

    def has_mark(self, index: int) -> bool:
        """Whether a decimal mark leans on measured digits, with no digit before: ",75 g"."""
        tokens = self.tokens
        if not index or tokens[index - 1].word != self.language.numbers.decimal:
            return False
        start = index - 1
        # "-,75".
        start -= touches(tokens, start) and tokens[start - 1].word == "-"
        is_leaning = touches(tokens, index) and not touches(tokens, start)
        if not is_leaning or not tokens[index].word.isdecimal():
            return False
        if start == 0:
            return True
        # "Des civils ,25 personnes" only lacks a space.
        return measure_at(tokens, index + 1, self.language, self.text) is not None

    def _set_apart(self, index: int) -> tuple[int, Decimal] | None:
        """Read "10 , 000" and "6 . 2 %" in a text whose marks all stand apart."""
        tokens, words, last = self.tokens, self.language.numbers, index + 1
        digits = tokens[index].word
        if last + 1 >= len(tokens) or tokens[last].word not in (",", "."):
            return None
        if len(digits) > _GROUP or not digits.isdecimal() or not tokens[last + 1].word.isdecimal():
            return None
        is_sure = tokens[last].word in words.group and self._has_zeros(last)
        if not is_sure and (self.habit is None or not self.habit.is_spaced()):
            return None
        while last + 1 < len(tokens) and tokens[last].word in words.group:
            group = tokens[last + 1].word
            if len(group) != _GROUP or not group.isdecimal():
                break
            digits, last = digits + group, last + 2
        if last + 2 < len(tokens) and tokens[last].word == words.decimal:
            is_measured = measure_at(tokens, last + 2, self.language, self.text) is not None
            if tokens[last + 1].word.isdecimal() and (
                is_measured or tokens[last + 2].word in words.scales
            ):
                digits, last = f"{digits}.{tokens[last + 1].word}", last + 2
        return (last, Decimal(digits)) if last > index + 1 else None

    def _has_zeros(self, mark: int) -> bool:
        """Whether a mark stands before a group of zeros, which is no number: "10, 000"."""
        tokens = self.tokens
        return mark + 1 < len(tokens) and tokens[mark + 1].word == "000"

    def _mixed(self, index: int, value: Decimal) -> tuple[Decimal, int] | None:
        """Read "3/4", "2½" and "3 1/2"; None when no fraction follows."""
        tokens = self.tokens
        following = tokens[index + 1]
        if following.word == "/":
            bottom = self._denominator(index)
            is_share = bottom is not None and 0 < value < bottom
            return (value / bottom, index + 3) if bottom and is_share else None
        if value != int(value):
            return None
        if following.word in VULGAR and is_beside(tokens, index + 1):
            top, low = VULGAR[following.word]
            return value + Decimal(top) / low, index + 2
        # "3 1/2", "2-1/2 years", "1 et 3/4".
        has_hyphen = following.word == "-" and touches(tokens, index + 1)
        has_hyphen = has_hyphen and touches(tokens, index + 2)
        at = index + 1 + (has_hyphen or following.word in self.language.numbers.joiners)
        if at >= len(tokens):
            return None
        if not tokens[at].word.isdecimal() or not is_beside(tokens, at):
            return None
        bottom = self._denominator(at)
        part = Decimal(tokens[at].word) / bottom if bottom else 1
        return (value + part, at + 3) if part < 1 else None

    def _denominator(self, index: int) -> Decimal | None:
        """Return the number after the slash behind `index` when all three touch."""
        tokens = self.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].word != "/":
            return None
        bottom = tokens[index + 2]
        if not (bottom.word.isascii() and bottom.word.isdecimal() and len(bottom.word) <= 3):
            return None
        if touches(tokens, index + 3) and tokens[index + 3].word == "/":
            return None
        is_joined = touches(tokens, index + 1) and touches(tokens, index + 2)
        return Decimal(bottom.word) if is_joined and int(bottom.word) > 1 else None

    def _scaled(
        self, first: int, last: int, value: Decimal, other: Decimal | None = None
    ) -> Numeral:
        """Multiply a number by the magnitude words behind it, and add "and a half"."""
        last, scale = self.scales(last)
        total = whole(value * scale) if scale > 1 else value
        rest = self._rest_behind(first, last, scale)
        if rest is not None:
            written = whole((total + rest.written * rest.scale) / rest.scale)
            total = written * rest.scale
            return Numeral(first, rest.last, total, written, rest.scale, "digits", "digits+rest")
        extra = plus_at(self.tokens, last, self.language)
        if extra is not None:
            last, (top, bottom) = extra
            last, part = self.smaller_scale(last, scale)
            total += Decimal(top) / bottom * part
            if scale == 1:
                last, scale = self.scales(last)
                total = whole(total * scale)
            return Numeral(first, last, total, total, 1, "digits", "digits+half")
        if scale >= _THOUSAND and other is None:
            end, total, scale = self.with_rest(last, total, scale)
            value, last = (total / scale if end > last else value), end
        units = self._units_behind(last) if scale == _CENT and total >= _CENT else 0
        if units:
            total += units
            return Numeral(first, last + 2, total, total, 1, "digits", "digits+rest")
        if scale > 1 and self.tokens[first].word.endswith("0"):
            # "2.500 millones": nobody writes thousandths that say nothing.
            if other is not None and self.tokens[first].word.endswith("00") and other > value:
                value, total = other, whole(other * scale)
            other = None
        seconds = other * scale if other is not None else None
        via = "digits" if scale == 1 else "digits+scale"
        return Numeral(first, last, total, value, scale, "digits", via, other=seconds)

    def _units_behind(self, index: int) -> int:
        """Return the number below 100 joined to hundreds in words, "3 hundred and 21", or 0."""
        tokens = self.tokens
        if index + 1 >= len(tokens) or tokens[index].word not in self.language.numbers.joiners:
            return 0
        word = tokens[index + 1].word
        is_rest = len(word) < _GROUP and word.isdecimal() and word[0] != "0"
        return int(word) if is_rest and self.scales(index + 2)[1] == 1 else 0

    def smaller_scale(self, index: int, scale: int) -> tuple[int, int]:
        """Return where a magnitude below `scale` ends: "a billion and half a `million`"."""
        last, smaller = self.scales(index)
        return (last, smaller) if 1 < smaller < scale else (index, scale)

    def with_rest(self, index: int, total: Decimal, scale: int) -> tuple[int, Decimal, int]:
        """
        Add the digits behind a magnitude word: "3 mil 500 millones", "2 millones 300 mil".

        Thousands behind millions may be in digits throughout: "1 million 200 000 habitants".

        Returns where the number ends, its value and the magnitude of its last part.
        """
        tokens = self.tokens
        while index < len(tokens) and total == int(total):
            word = tokens[index].word
            thousands = self._thousands(index) if scale >= _MILLION else None
            if thousands is not None:
                return index + 1, total + thousands, _THOUSAND
            if len(word) > _GROUP or not (word.isascii() and word.isdecimal()) or word[0] == "0":
                break
            last, factor = self.scales(index + 1)
            part = Decimal(word)
            if scale == _THOUSAND < factor:
                total, scale = (total + part) * factor, factor
            elif factor < scale and (factor > 1 or scale == _THOUSAND):
                total, scale = total + part * factor, factor
            else:
                break
            index = last
        return index, total, scale

    def _thousands(self, index: int) -> Decimal | None:
        """Return the thousands below a million that one token holds: "200 000", "200.000"."""
        words, word = self.language.numbers, self.tokens[index].word
        parsed = parse_digits(word, words.decimal, words.group) if len(word) > _GROUP else None
        value = None if parsed is None or word.isdecimal() else parsed[0]
        is_whole = value is not None and _THOUSAND <= value < _MILLION and not value % _THOUSAND
        return value if is_whole else None

    def _rest_behind(self, first: int, last: int, scale: int) -> Numeral | None:
        """
        Read the digits joined to a magnitude: "1 milhão e 300 mil", "2 mil e 500".

        The joining word must be one that stands before hundreds in words too. Money may stand in a
        list with a count ("R$ 2 mil e 500 vezes"), so that it takes a second magnitude.
        """
        tokens = self.tokens
        if scale == 1 or last + 1 >= len(tokens) or tokens[last + 1].kind != NUMBER:
            return None
        allowed = joined_at(tokens, first, last, self.language)
        if allowed is None:
            return None
        rest = self.digits(last + 1)
        if rest is None or rest.form != "digits" or rest.value is None or rest.other is not None:
            return None
        is_money = sign_before(tokens, first, self.language, self.text) is not None
        # "Un milione e 200mila": where any number may follow the joining word, both are told so.
        needs_scale = is_money or not allowed
        if not _CENT <= rest.value < scale or (needs_scale and rest.scale == 1):
            return None
        is_whole = rest.value == int(rest.value) and rest.via in ("digits", "digits+scale")
        return rest if is_whole and rest.scale < scale else None

    def _past_hyphen(self, index: int) -> int:
        """Return where what stands at `index` goes on behind a hyphen: "half-a-million"."""
        return index + (index < len(self.tokens) and self.tokens[index].word == "-")

    def _is_one(self, index: int) -> bool:
        """Whether an article or a bare one stands at `index`: "half of `one` percent"."""
        tokens, words = self.tokens, self.language.numbers
        if tokens[index].word in words.articles:
            return True
        is_one = tokens[index].word == "1" or words.adders.get(tokens[index].word) == 1
        is_of = is_one and tokens[index - 1].word in words.of
        unit = measure_at(tokens, index + 1, self.language, self.text) if is_of else None
        return unit is not None and unit.kind == "percent"

    def multiplied(self, first: int, last: int, value: Decimal) -> Numeral:
        """Multiply a fraction by the magnitude behind it: "half a million"."""
        tokens, words, index = self.tokens, self.language.numbers, self._past_hyphen(last)
        if index < len(tokens) and (tokens[index].word in words.of):
            index = self._past_hyphen(index + 1)
        has_article = index < len(tokens) and self._is_one(index)
        index = self._past_hyphen(index + 1) if has_article else index
        if index < len(tokens):
            word = tokens[index].word
            scale = words.scales.get(word) or words.groups.get(word)
            if scale is not None and (word not in words.vague or value > 1):
                total = whole(value * scale)
                return Numeral(first, index + 1, total, total, scale, "words", "part")
            if has_article and word in self.language.quantities.units:
                # "Half a mile", "two tenths of a second".
                return Numeral(first, index, value, value, 1, "fraction", "fraction")
        return Numeral(first, last, value, value, 1, "fraction", "fraction")
