"""Magnitudes behind digits: words that multiply, and letters that may be a unit instead."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import measure_at, sign_before
from checker.model import Language, Token, TokenKind
from checker.numerals.compose import LARGEST
from checker.numerals.values import tells_heat
from checker.phrases import is_beside, touches
from checker.values import record

_WORD = TokenKind.WORD
# "64 cents" in French.
_CENT = 100
# "30 mdp": shorter magnitudes name no currency.
_SHORTEST_MONEY = 3


@record
class MagnitudeReader:
    """
    Reads the magnitudes behind numbers from the tokens of one sentence.

    `text` is the article's, to tell "m" from "M". `is_money` says that the number to read is the
    second end of a sum of money.
    """

    language: Language
    tokens: Sequence[Token]
    text: str
    is_money: bool = False

    def scales(self, index: int) -> tuple[int, int]:
        """Return where the magnitude words at `index` end, and their product."""
        tokens, words, scale = self.tokens, self.language.numbers, 1
        while index < len(tokens):
            token = tokens[index]
            if token.word == "-" and index + 1 < len(tokens) and touches(tokens, index):
                if tokens[index + 1].word in words.scales and touches(tokens, index + 1):
                    index += 1
                    continue
                break
            factor = words.scales.get(token.word)
            if token.word in words.groups:
                factor = factor or self.group_size(index)
            if factor == _CENT and token.word in self.language.quantities.units:
                # "64 cents" in French: nobody writes hundreds so behind digits.
                break
            if factor is None and scale == 1 and self._names_money(token.word):
                # "30 mdp" are millions of pesos: the word says both.
                return index, words.abbreviations[token.word]
            if factor is None and scale == 1 and token.word in words.abbreviations:
                factor = words.abbreviations[token.word] if self._is_scale(index) else None
            if factor is None or scale * factor > LARGEST or self._begins_unit(index):
                break
            scale, index = scale * factor, index + 1
            if token.word in words.abbreviations and self._is_stop_inside(index):
                # "3 Mio. Euro".
                index += 1
        return index, scale

    def group_size(self, index: int) -> int | None:
        """Return how many the noun at `index` groups; a "gross" only "of" what it groups."""
        tokens, word = self.tokens, self.tokens[index].word
        if word in self.language.quantities.sum_adjectives:
            following = tokens[index + 1].word if index + 1 < len(tokens) else ""
            if following not in self.language.numbers.of:
                # "$12 million gross", "300 gross tonnes".
                return None
        return self.language.numbers.groups.get(word)

    def _names_money(self, word: str) -> bool:
        """Whether a magnitude of several letters is the name of a currency too."""
        if len(word) < _SHORTEST_MONEY or word not in self.language.numbers.abbreviations:
            return False
        entries = self.language.quantities.units.get(word, ())
        return any(not rest and value[1] == "currency" for rest, value in entries)

    def _is_stop_inside(self, index: int) -> bool:
        """Whether a full stop touches what stands before it and ends no sentence."""
        is_stop = index + 1 < len(self.tokens) and self.tokens[index].word == "."
        return is_stop and touches(self.tokens, index)

    def _begins_unit(self, index: int) -> bool:
        """Whether a magnitude word is the first of a unit's: "12 milles marins"."""
        unit = measure_at(self.tokens, index, self.language, self.text)
        return unit is not None and unit.last > index + 1

    def _is_scale(self, index: int) -> bool:
        """
        Whether the letter at `index` behind a number is a magnitude and not a unit ("m").

        It is beside a currency, in capitals before a word, or before a unit or a plural.
        """
        tokens, measures = self.tokens, self.language.quantities
        token = tokens[index]
        if touches(tokens, index + 1) and tokens[index + 1].word == "-" and len(token.word) == 1:
            # "12 T-shirts", "5 B-52 bombers".
            return touches(tokens, index)
        if token.word not in measures.units or token.word == "k":
            # "200 K sont -73 °C" are no thousands.
            is_heat = not touches(tokens, index) and tells_heat(tokens, measures.units)
            return is_beside(tokens, index) and not is_heat
        before = tokens[index - 2].word if index >= 2 else ""
        is_sum = before in measures.signs and sign_before(
            tokens, index - 1, self.language, self.text
        )
        if self.is_money or is_sum:
            return True
        if len(token.word) > 1:
            # "$5MM" is money, "7.62mm barrel" a length.
            return False
        if measure_at(tokens, index, self.language, self.text) is None:
            # No unit is spelt so: "10M".
            return touches(tokens, index) or self.text[token.start].isupper()
        return self._counts_behind(index) or (touches(tokens, index) and self._is_cued(index))

    def _is_cued(self, index: int) -> bool:
        """Whether words of the sentence count so many: "waiting `lists` grew to 7.6m"."""
        cues = self.language.numbers.million_cues
        is_small = self.text[self.tokens[index].start].islower()
        is_cued = any(token.word in cues for token in self.tokens) or self._goes_on(index)
        return is_small and is_cued

    def _goes_on(self, index: int) -> bool:
        """Whether a number before had the same letter as millions: "67m people here, 68m there"."""
        tokens, letter = self.tokens, self.tokens[index].word
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        ends = following is None or following.kind != _WORD
        if not ends and following is not None:
            ends = following.word in self.language.quantities.joins
        return ends and any(
            tokens[at].word == letter and touches(tokens, at) and self._counts_behind(at)
            for at in range(1, index)
        )

    def _counts_behind(self, index: int) -> bool:
        """Whether what stands behind the letter at `index` is measured or counted in millions."""
        tokens, measures = self.tokens, self.language.quantities
        if index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        if any(not rest for rest, _ in measures.signs.get(following.word, ())):
            return True
        if following.word in self.language.numbers.of and index + 2 < len(tokens):
            following = tokens[index + 2]
        if following.kind != _WORD or following.word in measures.stops:
            return False
        if self.text[tokens[index].start : tokens[index].end].isupper():
            return True
        # "1.2m electric cars": in the plural, what is so long is rarely told before its noun.
        near = tokens[index + 1 : index + 3]
        is_counted = following.word in measures.units or any(map(self._is_plural, near))
        return touches(tokens, index) and is_counted

    def _is_plural(self, token: Token) -> bool:
        """Whether a word is a plural that no function word or verb only looks like."""
        words = self.language.quantities
        if token.word in words.stops or token.word in words.verbs:
            return False
        return token.word in words.plurals or (token.kind == _WORD and token.word.endswith("s"))
