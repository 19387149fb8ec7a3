"""What stands beside a number that may be no quantity: a unit, a noun, a name, a code, a letter."""

from __future__ import annotations

from collections.abc import Sequence

from checker.exclusions import layout
from checker.measures import measure_at
from checker.model import Language, Sentence, Token, TokenKind
from checker.nouns import Written, is_plural, noun_phrase
from checker.numerals import Numeral
from checker.phrases import touches
from checker.values import field, record

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
DASHES = frozenset("-–")
# Airlines have codes of two letters or digits.
_LONGEST_CODE = 2
_TEN, _THOUSAND = 10, 1000
_DAYS = 31


@record
class Surroundings:
    """Tells what the words around a number of the sentence are; `text` is the article's."""

    language: Language
    sentence: Sentence
    text: str
    tokens: Sequence[Token] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the tokens at hand."""
        self.tokens = self.sentence.tokens

    def _is_letter(self, at: int) -> bool:
        """Whether a hyphen joins one capital that is no unit to a number: "el 11-S"."""
        tokens = self.tokens
        if at >= len(tokens) or not touches(tokens, at) or len(tokens[at].word) > 1:
            return False
        goes_on = touches(tokens, at + 1) and tokens[at + 1].word == "-"
        is_free = tokens[at].kind == _WORD and not goes_on
        is_unit = measure_at(tokens, at, self.language, self.text) is not None
        return is_free and self._is_capital(tokens[at]) and not is_unit

    def _linked(self, at: int, mark: str) -> str:
        """Judge what a hyphen, slash or stop joins the word at `at` to the number behind it."""
        words, earlier = self.language.numbers, self.tokens[at]
        if earlier.kind == _WORD:
            if mark not in DASHES:
                # "16GB/512GB", but "F/A-18".
                return "" if mark == "/" and self._is_unit(at) else "name"
            is_number = earlier.word in words.adders or earlier.word in words.scales
            is_free = is_number or earlier.word in words.prefixes or self._is_unit(at)
            return "" if is_free else "name"
        if layout.is_day_month(self.tokens, at + 1):
            return "date"
        if mark == "." or layout.is_law(earlier.word):
            # "Loi 2017-1837", "règlement 2016/679".
            return "code"
        is_closed = earlier.word in (")", "'") or earlier.kind == TokenKind.FIXED
        return "name" if is_closed and mark in DASHES else ""

    def _is_unit(self, at: int) -> bool:
        """Whether a word is the unit of a number, or stands before one: "6-foot-2"."""
        if self.tokens[at].word in self.language.quantities.units_before:
            return True
        is_letter = len(self.tokens[at].word) < 2 and self.tokens[at + 1].word == "-"
        if at < 1 or is_letter:
            return False
        if measure_at(self.tokens, at, self.language, self.text) is None:
            return False
        at -= self.tokens[at - 1].word in ("-", "°")
        before = self.tokens[at - 1]
        return before.kind == _NUMBER or before.word in self.language.numbers.adders

    def _is_format(self, numeral: Numeral) -> bool:
        """Whether a digit and a capital for thousands name a format: "a 4K TV", "une télé 4K"."""
        tokens, last = self.tokens, numeral.last
        letter = tokens[last - 1]
        if self._is_day(numeral):
            return True
        is_short = numeral.scale == _THOUSAND and numeral.written < _TEN
        if not is_short or letter.word != "k" or not self._is_capital(letter):
            return False
        words = self.language.quantities
        following = tokens[last] if last < len(tokens) else None
        if following is None or following.kind != _WORD or following.word in words.stops:
            is_joined = following is not None and following.word == "-" and touches(tokens, last)
            return is_joined or words.is_head_first
        phrase = noun_phrase(Written(tokens, self.text), last, self.language, False)
        head = "" if phrase is None else tokens[phrase.head].word
        # "A 4K TV costs $600" counts no costs.
        is_counted = is_plural(head, words) and head not in words.verbs
        return following.word not in words.units and not is_counted

    def _is_day(self, numeral: Numeral) -> bool:
        """Whether a day and the letter of its month name what happened then: "el 8M", "del 15M"."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        if numeral.scale < _THOUSAND or numeral.written > _DAYS or last - first != 2 or not first:
            return False
        if not touches(tokens, first + 1) or not self._is_capital(tokens[first + 1]):
            return False
        words, before = self.language.discourse, tokens[first - 1].word
        is_definite = before in words.articles or before in words.belonging
        # "Los 8M que pagó": what a day names is single.
        is_single = before not in self.language.numbers.articles and not before.endswith("s")
        is_named = is_definite and is_single and len(tokens[last - 1].word) == 1
        return is_named and self.language.quantities.is_head_first and not self._counts(last)

    def _is_padded(self, word: str) -> bool:
        """Whether noughts stand before a number that counts nothing: "0700", "007"."""
        return len(word) >= layout.CODE and bool(word.strip("0"))

    def _counts(self, last: int) -> bool:
        """Whether something is counted or measured behind a number that ends at `last`."""
        return last < len(self.tokens) and self._has_plural(last)

    def _is_code(self, at: int) -> bool:
        """Whether a short code in capitals stands behind a label: "flight `4U` 9525"."""
        tokens, labels = self.tokens, self.language.numbers.labels
        if at < 1 or len(tokens[at].word) > _LONGEST_CODE or not self._is_capital(tokens[at]):
            return False
        first = at - 1 if touches(tokens, at) else at
        return first > 0 and tokens[first - 1].word in labels

    def _is_measured(self, token: Token | None) -> bool:
        """Whether `token` is a unit or a magnitude."""
        return token is not None and layout.is_measure(token, self.language, self.text)

    def _is_counted(self, token: Token | None) -> bool:
        """Whether `token` is a unit or may be a counted noun."""
        if token is None:
            return False
        words = self.language.quantities
        if self._is_measured(token) or token.word == "-":
            return True
        if words.has_capital_nouns and layout.is_part(
            self.tokens, self.tokens.index(token), self.language.numbers
        ):
            return True
        return token.kind == _WORD and token.word not in words.stops and len(token.word) > 1

    def _has_plural(self, index: int) -> bool:
        """Whether what follows a number is measured or counted: a unit, or a plural in sight."""
        tokens, words = self.tokens, self.language.quantities
        if self._is_measured(tokens[index]) or tokens[index].word == "-":
            return True
        phrase = noun_phrase(Written(tokens, self.text), index, self.language, False)
        if words.has_capital_nouns:
            return phrase is not None or layout.is_part(tokens, index, self.language.numbers)
        return phrase is not None and is_plural(tokens[phrase.head].word, words)

    def _is_share(self, index: int) -> bool:
        """Whether a percentage stands at `index`, whatever word begins it: "65 `por ciento`"."""
        unit = measure_at(self.tokens, index, self.language, self.text)
        return unit is not None and unit.kind == "percent"

    def _is_name(self, index: int, token: Token) -> bool:
        """Whether a word in capitals is a name and not merely the first of its sentence."""
        is_verb = token.word in self.language.numbers.headlines
        if token.kind != _WORD or is_verb or not self._is_capital(token):
            return False
        if len(token.word) < 2:
            return index > 0 and self.tokens[index - 1].word == "&"
        if index == 0 or self.tokens[index - 1].word in ('"', "“", "«", ":", "•", "'", "-", "–"):
            return False
        words = self.language.quantities
        if token.word in words.units and self.tokens[index - 1].kind == _NUMBER:
            # "15 Dollar 50", "20 Rupees 43".
            return False
        return token.word not in words.stops and token.word not in words.signs

    def _is_weekday(self, index: int) -> bool:
        """Whether a word names a day of the week."""
        return "weekday" in self.language.dates.terms.get(self.tokens[index].word, {})

    def _is_capital(self, token: Token | None) -> bool:
        return token is not None and self.text[token.start].isupper()
