"""Vague counts: "hundreds", "several thousand", and words for a number they do not tell."""

from __future__ import annotations

from checker.numerals.compose import LARGEST, compose
from checker.numerals.digits import NUMBER
from checker.numerals.fractions import FractionReader
from checker.numerals.values import ONE, Numeral, vague_numeral
from checker.phrases import phrase_at, phrase_before
from checker.values import record

_TEN = 10
_THOUSAND = 1000


@record
class VagueReader(FractionReader):
    """Reads counts of which only the magnitude is told, or not even that."""

    def _vague(self, index: int) -> Numeral | None:
        """Read "hundreds", "tens of thousands"."""
        tokens, words = self.tokens, self.language.numbers
        low, high = words.vague[tokens[index].word]
        last = index + 1
        while last + 1 < len(tokens) and tokens[last].word in words.of:
            factor = words.vague.get(tokens[last + 1].word)
            if factor is None or high * factor[1] > LARGEST:
                break
            low, high, last = low * factor[0], high * factor[0], last + 2
        return vague_numeral(index, last, low, high)

    def _few(self, index: int) -> Numeral | None:
        """Read "several hundred", "quelques dizaines de milliers"."""
        tokens, words = self.tokens, self.language.numbers
        found = phrase_at(words.few, tokens, index)
        if found is None or found[0] >= len(tokens):
            return None
        last = found[0]
        word = tokens[last].word
        if word in words.vague:
            vague = self._vague(last)
            return vague._replace(first=index) if vague else None
        scale = words.scales.get(word) or words.groups.get(word)
        if word in words.alone and phrase_before(words.hedges_before, tokens, last, index):
            # "Unos mil" is about a thousand, "varios miles" are some of them.
            return None
        if scale is None:
            return self._few_of_many(index, last)
        end, scale = self.scales(last)
        low = words.vague.get(tokens[end].word, (0,))[0] if end < len(tokens) else 0
        if low >= _THOUSAND and scale * low <= LARGEST:
            end, scale = end + 1, scale * low  # "Several hundred thousands".
        return vague_numeral(index, end, scale, scale * 10)

    def _few_of_many(self, first: int, index: int) -> Numeral | None:
        """Read "mehrere zehntausend", "several hundred thousand": a power of ten in words."""
        added = compose(self.tokens, index, self.language.numbers)
        if added is None or added.value < _TEN or str(added.value).strip("0") != "1":
            return None
        return vague_numeral(first, added.last, added.value, added.value * 10)

    def _unnumbered(self, index: int) -> Numeral | None:
        """Read "a handful of", "une petite quantité": words for a number they do not tell."""
        tokens, words = self.tokens, self.language.numbers
        found = phrase_at(words.unnumbered, tokens, index)
        if found is None:
            return None
        following = tokens[found[0]] if found[0] < len(tokens) else None
        if following is not None and following.kind == NUMBER:
            # "Quelques 300 lits" is a hedge and its number.
            return None
        hedge = phrase_before(words.hedges_before, tokens, min(found[0] + 1, len(tokens)))
        if hedge is not None and hedge[0] < index:
            # "As few as 5 %".
            return None
        return Numeral(index, found[0], None, ONE, 1, "vague", "unnumbered", hedge="vague")
