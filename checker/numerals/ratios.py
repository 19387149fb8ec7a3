"""Shares that two numbers tell: "one in five", "3 out of 10", "un Français sur trois"."""

from __future__ import annotations

from decimal import Decimal

from checker.measures import measure_at
from checker.model import Language
from checker.nouns import Written, is_plural, noun_phrase, singular
from checker.numerals.digits import NUMBER, WORD
from checker.numerals.reader import NumberReader
from checker.numerals.values import Numeral
from checker.phrases import phrase_at, touches
from checker.values import record

# "One in five" is a share, "five in 2022" is not: the second number of a ratio is a round one.
_LARGEST_RATIO = 1_000_000_000
_LARGEST_PART = 9
_HUNDRED, _THOUSAND = 100, 1000


@record
class RatioReader(NumberReader):
    """Reads numbers, and the shares that two of them tell."""

    def ratio(self, numeral: Numeral) -> Numeral:
        """Extend "one" to "one in five" where that is what follows; else return it unchanged."""
        tokens, words = self.tokens, self.language.numbers
        start, has_noun = numeral.last, False
        found = self._joined(start) or phrase_at(words.ratios, tokens, start)
        if found is None and self._counts_noun(numeral):
            # "One child in ten", "un Français sur trois".
            start, has_noun = start + 1, True
            found = phrase_at(words.ratios, tokens, start)
            is_of = found is not None and found[0] - start == 1 and tokens[start].word in words.of
            if found is not None and (found[1] is None or is_of):
                # "Una multa de 200" is no share, "una mujer de cada tres" is one.
                found = None
        if found is None or numeral.value is None or found[0] >= len(tokens):
            return numeral
        rest, part = self._whole(found[0]), abs(numeral.value)
        if rest is None or rest.value is None or not _is_ratio(part, rest, bool(found[1])):
            return numeral
        # "Un sondage sur 1 005 lecteurs" is no share.
        is_odd = has_noun and (not _is_small_or_round(rest.value) or self._is_counted(rest.last))
        if is_odd or (
            tokens[start].word in self.language.quantities.per_base and self._is_base(rest)
        ):
            return numeral
        value = numeral.value / rest.value
        return Numeral(numeral.first, rest.last, value, value, 1, "fraction", "ratio")

    def _joined(self, index: int) -> tuple[int, bool] | None:
        """Return where hyphens lead from a part to its whole: "a one-in-five chance"."""
        tokens = self.tokens
        if tokens[index].word != "-" or not touches(tokens, index):
            return None
        found = phrase_at(self.language.numbers.ratios, tokens, index + 1)
        if found is None or not touches(tokens, index + 1) or found[0] + 1 >= len(tokens):
            return None
        last, is_weak = found
        rest = self._whole(last + 1) if tokens[last].word == "-" else None
        if rest is None or rest.last >= len(tokens) or tokens[rest.last].word == "-":
            # "A one-in-100-year flood" tells years.
            return None
        return last + 1, bool(is_weak)

    def _counts_noun(self, numeral: Numeral) -> bool:
        """Whether a small number may count the word behind it."""
        unit = measure_at(self.tokens, numeral.last, self.language, self.text)
        is_small = numeral.value is not None and numeral.value <= _LARGEST_PART
        is_counted = unit is None or unit.kind in ("duration", "count")
        is_apart = not touches(self.tokens, numeral.last)
        return is_small and is_counted and is_apart and self.tokens[numeral.last].kind == WORD

    def _is_counted(self, index: int) -> bool:
        """Whether a plural stands at `index`: "4 goals in 9 games" is no share."""
        words = self.language.quantities
        if index >= len(self.tokens) or self.tokens[index].word in words.stops | words.verbs:
            return False
        phrase = noun_phrase(Written(self.tokens, self.text), index, self.language, False)
        return phrase is not None and is_plural(self.tokens[phrase.head].word, words)

    def _whole(self, index: int) -> Numeral | None:
        """Read the second number of a share at `index`, which no unit follows."""
        tokens, words = self.tokens, self.language.numbers
        following = tokens[index]
        # "One in a million".
        is_article = following.word in words.articles and index + 1 < len(tokens)
        word = tokens[index + 1].word if is_article else following.word
        numbers = words.scales if is_article else {*words.adders, *words.alone}
        if following.kind != NUMBER and word not in numbers:
            return None
        rest = self.read(index)
        if rest is None or rest.last >= len(tokens):
            return rest
        word = tokens[rest.last].word
        # "Una famiglia su tre ha ridotto": short units are verbs too.
        is_unit = _is_unit_word(word, self.language) and word not in self.language.quantities.stops
        return None if is_unit else rest

    def _is_base(self, whole: Numeral) -> bool:
        """Whether a large whole counts what rates are told for: "12 por cada 100.000 niños"."""
        words, at = self.language.quantities, whole.last
        if whole.value is None or whole.value < _THOUSAND or at >= len(self.tokens):
            return False
        return singular(self.tokens[at].word, words) in words.bases


def _is_small_or_round(size: Decimal) -> bool:
    """Whether people tell shares of so many, with a noun between: "une femme sur 35"."""
    return size <= _HUNDRED or not size % _THOUSAND or len(str(int(size)).rstrip("0")) == 1


def _is_ratio(part: Decimal, rest: Numeral, is_strict: bool) -> bool:
    """Whether two numbers are part and whole; after a weak word the whole must be a round one."""
    size = rest.value
    if size is None or not 0 < part < size <= _LARGEST_RATIO or size != int(size):
        return False
    is_round = size <= 10 or (not int(size) % 10 and (size <= 100 or not size % 1000))
    # "1 in 120" and "1 in 5000", but not "1 in 1950".
    is_short = size < _THOUSAND or len(str(int(size)).rstrip("0")) == 1
    is_round = is_round or (part == 1 and is_short)
    return not is_strict or (is_round and part <= _LARGEST_PART)


def _is_unit_word(word: str, language: Language) -> bool:
    """Whether a word is a unit by itself; the "e" of "E£" is none."""
    return any(not rest for rest, _ in language.quantities.units.get(word, ()))
