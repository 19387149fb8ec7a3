"""Hedges before a number: "more than", "oltre il", "under the age of", several of them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import before_article, measure_at
from checker.model import Hedge, Language, Token, TokenKind
from checker.numerals import Numeral, opener_of
from checker.phrases import phrase_before, touches
from checker.values import record

_MOST_HEDGES = 3
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})
# A tag with attributes is rarely longer.
_LONGEST_TAG = 30
# Two articles stand behind the adverb of a hedge at most: "supera ya los 300".
_LAST_ADVERB = 3


@record
class HedgeReader:
    """Reads the hedges of one sentence; `text` is the article's."""

    text: str
    language: Language
    tokens: Sequence[Token]

    def before(self, numeral: Numeral, first: int, floor: int) -> tuple[tuple[Hedge, ...], int]:
        """
        Read the hedges before a number from the inner to the outer, and where they begin.

        `first` is where the number begins with its sign, `floor` where the one before it ended.
        """
        words, tokens = self.language.numbers, self.tokens
        hedges: list[Hedge] = [numeral.hedge] if numeral.hedge else []
        if numeral.form == "range":
            hedges.append("range")
            first = self._opening(numeral, first, floor)
        age = phrase_before(self.language.quantities.ages_before, tokens, first, floor)
        is_told = age is not None and age[1] != "weak"
        if (
            age is not None
            and is_told
            and phrase_before(words.hedges_before, tokens, age[0], floor)
        ):
            # "Under the age of 5".
            first = age[0]
        if numeral.form == "fraction" or self._is_share(numeral):
            article = before_article(tokens, first, self.language)
            loose = phrase_before(words.hedges_before, tokens, article, floor)
            is_hedged = loose is not None and not self._is_no_hedge(loose[0], article)
            if loose is not None and article < first and numeral.form != "fraction":
                is_hedged = is_hedged and not self._is_place(loose, article)
                is_hedged = is_hedged and not self._is_level(numeral, article)
            first = article if is_hedged else first
        for _ in range(_MOST_HEDGES):
            found = self._hedge(first, floor, numeral.form == "fraction")
            if found is None or self._is_no_hedge(found[0], first):
                break
            if numeral.via == "moved from" and self._is_move(found[0], first):
                break
            first, hedge = found
            if numeral.form == "range" and hedge in _BOUNDS and self._is_opened(first, floor):
                # "From up to 250 miles to 290": both ends are told.
                return ("range",), first - 1
            if numeral.via == "range:open" and hedge == "approx" and self._is_opened(first, floor):
                # "Between about 20 and 30 people".
                first -= 1
                continue
            hedges += _added(hedge, hedges)
        return tuple(hedges), first

    def _opening(self, numeral: Numeral, first: int, floor: int) -> int:
        """Return where the word that began a range stands, unless it ends a hedge."""
        words, tokens = self.language.numbers, self.tokens
        opener = opener_of(tokens, first, floor, self.language)
        if numeral.via not in ("range:open", "range:parts") or opener >= first:
            return first
        hedge = phrase_before(words.hedges_before, tokens, opener + 1, floor)
        # "Plus de 20 à 30" is a bound; "starting from 20 to 30" begins a range all the same.
        is_free = hedge is None or hedge[1] == "at_least"
        return opener if tokens[opener].word in words.ranges and is_free else first

    def _is_opened(self, first: int, floor: int) -> bool:
        """Whether a word that opens a range stands right before `first`."""
        return first > floor and self.tokens[first - 1].word in self.language.numbers.ranges

    def _hedge(self, first: int, floor: int, is_share: bool) -> tuple[int, Hedge] | None:
        """Return the hedge before the token `first`, perhaps with an article or adverb between."""
        found = self._plain_hedge(self.tokens, first, floor, is_share)
        adverbs = self.language.numbers.hedge_adverbs
        for at in range(first - 1, max(first - _LAST_ADVERB, floor) - 1, -1):
            if found is not None or self.tokens[at].word not in adverbs:
                continue
            # "Dépasse désormais les 300": the hedge is what stands around the adverb.
            rest = [*self.tokens[:at], *self.tokens[at + 1 : first]]
            around = self._plain_hedge(rest, first - 1, floor, is_share)
            found = around if around is not None and around[0] < at else None
        return found

    def _plain_hedge(
        self, tokens: Sequence[Token], first: int, floor: int, is_share: bool
    ) -> tuple[int, Hedge] | None:
        """Return the hedge in `tokens` before `first`, perhaps with an article between."""
        words = self.language.numbers
        found = phrase_before(words.hedges_before, tokens, first, floor)
        if found is None and is_share:
            found = phrase_before(words.hedges_before_shares, tokens, first, floor)
        if found is None and first > floor and tokens[first - 1].word in words.hedge_links:
            found = phrase_before(words.hedges_before, tokens, first - 1, floor)
        return found

    def _is_move(self, start: int, first: int) -> bool:
        """Whether a hedge is the verb of a change and the word before its start: "pasa de 12 a"."""
        words = self.language
        is_opener = self.tokens[first - 1].word in words.numbers.ranges
        found = phrase_before(words.quantities.moves, self.tokens, first - 1)
        return is_opener and found is not None and found[0] <= start

    def _is_place(self, hedge: tuple[int, Hedge], article: int) -> bool:
        """Whether a bound is a mere preposition: "a strike over a 5% rise"."""
        words, tokens = self.language, self.tokens
        is_single = (
            article - hedge[0] == 1 and tokens[hedge[0]].word in words.discourse.prepositions
        )
        return is_single and hedge[1] != "approx" and tokens[article].word in words.numbers.articles

    def _is_level(self, numeral: Numeral, article: int) -> bool:
        """Whether an article belongs to a noun behind a share: "above the 5% target"."""
        tokens, words = self.tokens, self.language
        is_definite = tokens[article].word not in words.numbers.articles
        if words.quantities.is_head_first or words.quantities.has_capital_nouns or not is_definite:
            return False
        unit = measure_at(tokens, numeral.last, words, self.text)
        following = tokens[unit.last] if unit is not None and unit.last < len(tokens) else None
        is_word = following is not None and following.kind == TokenKind.WORD
        return is_word and following is not None and following.word not in words.quantities.stops

    def _is_share(self, numeral: Numeral) -> bool:
        """Whether a number is a percentage, before which an article may stand: "casi el 60 %"."""
        tokens = self.tokens
        unit = measure_at(tokens, numeral.last, self.language, self.text)
        return unit is not None and unit.kind == "percent"

    def _is_no_hedge(self, start: int, end: int) -> bool:
        """Whether the words before `end` belong to what precedes: "hand over", "<b>", "->"."""
        tokens = self.tokens
        if not start:
            return False
        word, before = tokens[start].word, tokens[start - 1].word
        if before == "-" and start > 1 and word not in "<>" and touches(tokens, start):
            # "A 4-under 68".
            number = tokens[start - 2]
            is_number = number.kind == TokenKind.NUMBER
            is_number = is_number or number.word in self.language.numbers.adders
            return is_number and touches(tokens, start - 1)
        if word != ">" or end - start > 1:
            # "Cayó hasta los 300": an article belongs to the number.
            articles = self.language.discourse.articles
            words = [token.word for token in tokens[start:end] if token.word not in articles]
            return before in self.language.numbers.particles.get(" ".join(words), ())
        if not touches(tokens, start):
            return False
        near = [token.word for token in tokens[max(0, start - _LONGEST_TAG) : start]]
        return before in "-=–" or "<" in near


def _added(hedge: Hedge, inner: Sequence[Hedge]) -> list[Hedge]:
    """Return what an outer hedge adds: "estimé à plus de 300" is a bound as "plus de 300" is."""
    is_bound = inner[-1:] and inner[-1] in _BOUNDS
    return [] if hedge == "exact" or (is_bound and hedge == "approx") else [hedge]
