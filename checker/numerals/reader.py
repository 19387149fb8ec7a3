"""Numbers in words: sums, fractions, groups ("a dozen"), negative numbers."""

from __future__ import annotations

from decimal import Decimal

from checker.measures import (
    Measure,
    before_article,
    has_smaller,
    hedge_after,
    measure_at,
)
from checker.model import Hedge
from checker.nouns import is_plural
from checker.numerals.compose import Sum, compose
from checker.numerals.digits import NUMBER, WORD
from checker.numerals.halves import digit_behind, leads_to_two, plus_at
from checker.numerals.vague import VagueReader
from checker.numerals.values import ONE, VULGAR, Numeral, whole
from checker.phrases import phrase_at, phrase_before, touches
from checker.values import record

_HUNDRED, _THOUSAND = 100, 1000
# "More than a decade" is seldom ten years and some.
_LONG_TIMES = frozenset({"decade", "century", "millennium"})


def _is_short(unit: Measure) -> bool:
    return unit.kind == "duration" and unit.unit not in _LONG_TIMES


@record
class NumberReader(VagueReader):
    """Reads numbers in words and digits from the tokens of one sentence."""

    def read(self, index: int) -> Numeral | None:
        """Return the number that begins at `index`, or None."""
        token, words = self.tokens[index], self.language.numbers
        word = token.word
        if token.kind == NUMBER or word in VULGAR:
            return self.digits(index)
        if word in words.vague:
            return self._vague(index)
        if word in words.halved:
            return self._halved(index)
        numeral = None
        if word in words.few:
            numeral = self._few(index)
        if numeral is None and word in words.unnumbered:
            numeral = self._unnumbered(index)
        if numeral is None and word in words.shares:
            numeral = self._share(index)
        if word in words.sure_shares:
            return self._sure_share(index)
        if numeral is None and word in words.minus:
            return self._negative(index)
        if word in words.others:
            numeral = numeral or self._other(index)
        return numeral or self._spelled(index)

    def _other(self, first: int) -> Numeral | None:
        """Read the magnitude or group of which one more is told: "another | dozen"."""
        index = first + 1
        word = self.tokens[index].word if index < len(self.tokens) else ""
        # A noun in capitals is told from a name by the word before it.
        first += not self.language.quantities.has_capital_nouns
        if word not in self.language.numbers.scales:
            return self._group(first, index, 1)
        added = self._composed(index)
        return None if added is None else self._with_half(first, added)

    def _spelled(self, index: int) -> Numeral | None:
        """Read number words with what may follow them: a fraction, a group noun, a half."""
        words, first = self.language.numbers, index
        word = self.tokens[index].word
        is_article = word in words.articles and word not in words.adders
        if is_article:
            index += 1
            if index >= len(self.tokens):
                return None
        added = self._added(index, is_article)
        if added is None:
            return self._group(first, index, 1) or self._one_unit(first) if is_article else None
        glued = self._glued_fraction(index) if words.denominators else None
        if glued is None and added.last > index and not self._may_go_on(added.last):
            return _plain(first, added)
        share = glued or self._marked_fraction(first, added)
        share = share or self._compound_fraction(first, added) or self._fraction(first, added)
        if share is not None:
            return share
        if added.last == index:
            return None
        grouped = self._group(first, added.last, added.value)
        return grouped or self._with_half(first, added)

    def _may_go_on(self, index: int) -> bool:
        """Whether a fraction, group noun, half or decimals may follow number words at `index`."""
        if index >= len(self.tokens):
            return False
        word, words = self.tokens[index].word, self.language.numbers
        if self.tokens[index].kind == NUMBER:
            return True
        if word in words.fractions or word in words.groups or word in words.plus:
            return True
        if word in words.adders or word in self.language.quantities.adjectives:
            # "Un vingt-cinquième", "une bonne centaine".
            return True
        return word == "-" or word in words.points or word in words.joiners

    def _one_unit(self, first: int) -> Numeral | None:
        """Read "an hour and a half", "a whole day", "about a week", "a week or so" as one."""
        is_entire = self.tokens[first + 1].word in self.language.numbers.entire
        unit = measure_at(self.tokens, first + 1 + is_entire, self.language, self.text)
        if unit is None or not (
            (is_entire and unit.kind == "duration")
            or self._is_whole_text(first, unit.last)
            or plus_at(self.tokens, unit.last, self.language) is not None
            or leads_to_two(self.tokens, unit.last, self.language)
            or has_smaller(self.tokens, unit, self.language, self.text)
            or (_is_short(unit) and self._is_hedged_span(first, unit.last))
            or (_is_short(unit) and self._is_hedged_behind(unit.last))
        ):
            return None
        return Numeral(first, first + 1, ONE, ONE, 1, "words", "words")

    def _is_hedged_behind(self, last: int) -> bool:
        """Whether "an hour" is measured by what follows: "or more", "or so"."""
        return phrase_at(self.language.numbers.hedges_after, self.tokens, last) is not None

    def _is_hedged_span(self, first: int, last: int) -> bool:
        """Whether "a week" is measured: "nearly a week", but "just a minute", "about a day job"."""
        tokens, language = self.tokens, self.language
        found = phrase_before(language.numbers.hedges_before, tokens, first)
        if found is None or found[1] == "exact":
            return False
        if last >= len(tokens):
            return True
        following = tokens[last]
        if following.kind == WORD:
            return following.word in language.quantities.stops
        return following.word != "-"

    def _halved(self, index: int) -> Numeral | None:
        """Read "hora y media", where nothing stands for the one."""
        words, word = self.language.numbers, self.tokens[index].word
        found = phrase_at(words.plus, self.tokens, index + 1)
        if found is None:
            return None
        size = words.scales.get(word) or words.groups.get(word)
        if size is None:
            return Numeral(index, index, ONE, ONE, 1, "words", "words")
        # "Millón y medio de euros".
        last, (top, bottom) = found
        value = whole(size + Decimal(top) / bottom * size)
        return Numeral(index, last, value, value, 1, "words", "words+half")

    def _is_whole_text(self, first: int, last: int) -> bool:
        """Whether a sentence holds nothing but an article with its unit, and a hedge before it."""
        tokens = self.tokens
        if last < len(tokens) - 1 or (last < len(tokens) and tokens[last].kind == WORD):
            return False
        found = phrase_before(self.language.numbers.hedges_before, tokens, first)
        return first == 0 or (found is not None and found[0] == 0)

    def _added(self, index: int, is_article: bool) -> Sum | None:
        """Add number words up; an article or nothing before a magnitude counts as one."""
        words = self.language.numbers
        word = self.tokens[index].word
        if word in words.adders:
            return self._composed(index)
        if word in words.scales:
            if not is_article and word not in words.alone:
                following = self.tokens[index + 1].word if index + 1 < len(self.tokens) else ""
                if following not in words.scales:
                    return None
            return self._composed(index)
        if is_article and word in words.fractions:
            return Sum(1, index, 1)
        return None

    def _composed(self, index: int) -> Sum | None:
        """Add number words up; in "entre vinte e cinco e trinta" the last "e" parts two numbers."""
        tokens, words = self.tokens, self.language.numbers
        added = compose(tokens, index, words)
        middles = words.ranges.get(tokens[index - 1].word if index else "", ())
        if added is None or words.joiners.keys().isdisjoint(middles):
            return added
        unit = measure_at(tokens, added.last, self.language, self.text)
        at = added.last if unit is None else unit.last
        if at + 1 < len(tokens) and tokens[at].word in middles:
            following = tokens[at + 1]
            if following.kind == NUMBER or following.word in words.starts:
                return added
        return compose(tokens, index, words, 0)

    def _share(self, index: int) -> Numeral | None:
        """Read "half of", "half a million", "la moitié", "une demi-heure"."""
        tokens, words = self.tokens, self.language.numbers
        found = phrase_at(words.shares, tokens, index)
        if found is None:
            return None
        last, (top, bottom) = found
        numeral = self.multiplied(index, last, Decimal(top) / bottom)
        is_told = phrase_before(words.told_shares, tokens, last) is not None
        is_told = is_told and (last >= len(tokens) or tokens[last].word not in words.articles)
        if is_told or (top < bottom and (top > 1 or self._parts_noun(last))):
            # "Réduit de moitié", "half a point", "tres cuartas partes".
            return numeral
        # "The first half of the year" is no half of a number.
        is_cued = index > 0 and tokens[index - 1].word in words.share_cues
        if is_cued or (top == bottom and not self._is_whole_span(last)):
            return None
        is_bound = any(token.word in words.bound_shares for token in tokens[index:last])
        is_alone = self._is_whole_text(index, last) and last - index + (not is_bound) > 1
        if numeral.scale > 1 or numeral.last > last or top > bottom or is_alone:
            return numeral
        following = tokens[last].word if last < len(tokens) else ""
        if following in words.share_next and not is_bound:
            return numeral
        unit = measure_at(tokens, last + (following == "-"), self.language, self.text)
        is_measured = unit is not None and tokens[unit.first].word not in words.abbreviations
        is_hedged = hedge_after(tokens, last, self.language) is not None or any(
            phrase_before(words.hedges_before, tokens, at) is not None
            for at in (index, before_article(tokens, index, self.language))
        )
        return numeral if is_measured or (is_hedged and not is_bound) else None

    def _parts_noun(self, index: int) -> bool:
        """Whether a noun that fractions part stands at `index`: "half a point", "un demi-point"."""
        tokens = self.tokens
        index += index < len(tokens) and tokens[index].word == "-"
        unit = measure_at(tokens, index, self.language, self.text)
        return unit is not None and unit.kind == "count"

    def _is_whole_span(self, index: int) -> bool:
        """Whether time follows "toute la", and no year behind it: "toute l'année 2022"."""
        index += self.tokens[index].word == "-" if index < len(self.tokens) else 0
        unit = measure_at(self.tokens, index, self.language, self.text)
        if unit is None or unit.kind != "duration":
            return False
        words = self.language.quantities
        has_plurals = not words.is_head_first and not words.has_capital_nouns
        if has_plurals and is_plural(self.tokens[unit.last - 1].word, words):
            # "All days" are many.
            return False
        return unit.last >= len(self.tokens) or self.tokens[unit.last].kind != NUMBER

    def _sure_share(self, index: int) -> Numeral | None:
        """Read "jeder fünfte" as one in five; "jeden zweiten Tag" tells how often."""
        found = phrase_at(self.language.numbers.sure_shares, self.tokens, index)
        if found is None:
            return None
        last, (top, bottom) = found
        unit = measure_at(self.tokens, last, self.language, self.text)
        if unit is not None and unit.kind == "duration":
            return None
        value = Decimal(top) / bottom
        return Numeral(index, last, value, value, 1, "fraction", "ratio")

    def _group(self, first: int, index: int, value: int) -> Numeral | None:
        """Read "two dozen", "une centaine"; None when no such noun stands at `index`."""
        words = self.language.numbers
        if index >= len(self.tokens):
            return None
        adjectives = self.language.quantities.adjectives
        if index > first and self.tokens[index].word in adjectives:
            # "Une bonne centaine", "a good dozen".
            index += 1
        size = self.group_size(index) if index < len(self.tokens) else None
        if size is None:
            return None
        word = self.tokens[index].word
        last, scale = self._of_scale(index + 1)
        written = Decimal(value * size)
        hedge: Hedge | None = "approx" if word in words.about and value == 1 else None
        extra = plus_at(self.tokens, last, self.language) if scale == 1 else None
        if extra is not None:
            # "Deux douzaines et demie".
            last, (top, bottom) = extra
            written = whole(written + Decimal(top) / bottom * size)
        total = written * scale
        return Numeral(first, last, total, written, scale, "words", "group", hedge=hedge)

    def _with_half(self, first: int, added: Sum) -> Numeral | None:
        """Finish a spelled number, with "and a half" and the magnitude behind that."""
        value, last = Decimal(added.value), added.last
        spoken = None if self._and_fraction(last) else self._decimals(added)
        if spoken is not None:
            last, scale = self.scales(spoken[1])
            total = whole(spoken[0] * scale) if scale > 1 else spoken[0]
            return Numeral(first, last, total, spoken[0], scale, "words", "words.decimals")
        extra = plus_at(self.tokens, last, self.language) or self._and_fraction(last)
        if extra is not None:
            last, (top, bottom) = extra
            # "A million and a half" adds half a million, "a hundred and a half" only one half.
            scale = added.scale if added.scale > _HUNDRED else 1
            last, scale = self.smaller_scale(last, scale)
            value += Decimal(top) / bottom * scale
            if added.scale <= _HUNDRED:
                last, scale = self.scales(last)
                value *= scale
            value = whole(value)
            return Numeral(first, last, value, value, 1, "words", "words+half")
        return self._with_digits(first, added) or _plain(first, added)

    def _with_digits(self, first: int, added: Sum) -> Numeral | None:
        """Read the digits behind spelled thousands or tens: "mil 500 pesos"; None for none."""
        if added.value % added.scale or added.scale < _THOUSAND:
            digit = digit_behind(self.tokens, added.last, added.value, self.language)
            total = Decimal(added.value + digit)
            numeral = Numeral(first, added.last + 2, total, total, 1, "words", "words+digits")
            return numeral if digit else None
        rest = self._rest_behind(first, added.last, added.scale)
        if rest is not None:
            total, scale = added.value + rest.written * rest.scale, rest.scale
            return Numeral(first, rest.last, total, total / scale, scale, "words", "words+digits")
        last, value, scale = self.with_rest(added.last, Decimal(added.value), added.scale)
        if last == added.last:
            return None
        return Numeral(first, last, value, value / scale, scale, "words", "words+digits")

    def _and_fraction(self, index: int) -> tuple[int, tuple[int, int]] | None:
        """Read "and two fifths" behind a whole number; None when no fraction follows."""
        tokens, words = self.tokens, self.language.numbers
        if index + 2 >= len(tokens):
            return None
        if tokens[index].word not in words.joiners and tokens[index].word not in words.points:
            return None
        word, first = tokens[index + 1].word, index + 1
        first += word in words.articles and word not in words.adders
        glued = self._glued_fraction(first) if words.denominators else None
        if glued is not None and glued.value is not None and glued.scale == 1:
            return glued.last, glued.value.as_integer_ratio()
        top = compose(tokens, first, words) or (Sum(1, first, 1) if first > index + 1 else None)
        if top is None or top.last >= len(tokens):
            return None
        at = top.last + (tokens[top.last].word == "-")
        bottom = words.fractions.get(tokens[at].word) if at < len(tokens) else None
        if bottom is None or not 0 < top.value < bottom:
            return None
        is_plural = top.value > 1
        return (at + 1, (top.value, bottom)) if is_plural or self._ends_share(at + 1) else None

    def _decimals(self, added: Sum) -> tuple[Decimal, int] | None:
        """Read "two point five" and "deux virgule vingt-cinq"."""
        tokens, words, at = self.tokens, self.language.numbers, added.last
        if at + 1 >= len(tokens) or tokens[at].word not in words.points:
            return None
        digits, at = "", at + 1
        while at < len(tokens):
            word = tokens[at].word
            value = words.adders.get(word)
            if value is None and word in words.alone:
                # "Vírgula mil quinhentos".
                value = words.scales[word]
            if value is None:
                break
            rest = compose(tokens, at, words) if value else None
            if rest is not None and rest.scale > 1:
                # "Three point two million": the magnitude is none of the decimals.
                rest = None
                digits, at = digits + str(value), at + 1
                break
            digits += str(rest.value if rest is not None else 0)
            at = rest.last if rest is not None else at + 1
        if not digits or not self._ends_decimals(added.last, at):
            return None
        return Decimal(f"{added.value}.{digits}"), at

    def _negative(self, index: int) -> Numeral | None:
        """Read "minus five", "moins 5" and "-5" before a unit or a bare number."""
        following = index + 1 < len(self.tokens) and self.tokens[index + 1]
        if not following:
            return None
        if following.word == "-" and index + 2 < len(self.tokens):
            following, index = self.tokens[index + 2], index + 1
        words = self.language.numbers
        if following.word == words.decimal and index + 2 < len(self.tokens):
            # "-,75 g".
            following, index = self.tokens[index + 2], index + self.has_mark(index + 2)
        if following.kind != NUMBER and following.word not in words.adders:
            return None
        if phrase_before(words.hedges_before, self.tokens, index + 1) is not None:
            # "Au moins 20" is no negative number.
            return None
        numeral = self.read(index + 1)
        if numeral is None or numeral.value is None:
            return None
        first = (
            index - 1 if self.tokens[index].word == "-" and touches(self.tokens, index) else index
        )
        first = first if self.tokens[first].word in words.minus else index
        return numeral.negated()._replace(first=first)


def _plain(first: int, added: Sum) -> Numeral:
    """Return number words that nothing follows."""
    value, scale = Decimal(added.value), added.scale
    if scale > 1 and added.value % scale == 0:
        mantissa = Decimal(added.value // scale)
        return Numeral(first, added.last, value, mantissa, scale, "words", "words")
    return Numeral(first, added.last, value, value, 1, "words", "words")
