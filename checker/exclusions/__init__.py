"""Numbers that state no quantity: names, years and dates, times, ordinals, scores, list numbers."""

from __future__ import annotations

from checker.clock import is_hour, is_short_year
from checker.dates import dates_around
from checker.exclusions import layout, pronouns
from checker.exclusions.around import DASHES, Surroundings
from checker.exclusions.gaps import is_gapped
from checker.exclusions.layout import follows_initials, is_address, is_model, is_telephone
from checker.exclusions.ordinals import (
    is_alone,
    is_compound_ordinal,
    is_ordinal_sign,
    is_weight,
)
from checker.exclusions.scores import is_record, is_tally, score_at
from checker.exclusions.sides import crossed, is_cross
from checker.exclusions.years import is_early_year
from checker.measures import measure_after, measure_at, sign_before
from checker.model import TokenKind
from checker.nouns import Written, is_plural
from checker.numerals import Numeral, opener_of
from checker.phrases import phrase_at, phrase_before, touches
from checker.values import field, record

_WORD, _NUMBER, _SYMBOL = TokenKind.WORD, TokenKind.NUMBER, TokenKind.SYMBOL
_HUNDRED, _THOUSAND = 100, 1000
# No month has more days.
_LAST_DAY = 31
# "10.45" of a time; days and years are shorter.
_LONGEST_DATE_PART = 5
# Days have one or two digits, years two or four.
_NO_DATE_PART = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Where capitals do not tell names from nouns, "2022 Soldaten" is left out and "2000 Soldaten" not.
_ROUND = 50


@record
class Exclusions(Surroundings):
    """Says why a number of the sentence is no quantity; `text` is the article's."""

    _dated: set[int] = field(default_factory=set)
    _looked_to: int = 0

    def _is_dated(self, numeral: Numeral) -> bool:
        """
        Whether a number belongs to a date or time.

        Dates are looked for only when a number may be part of one: few digits alone, without a
        currency or a percent sign.
        """
        first, last = numeral.first, numeral.last
        if first >= self._looked_to and self._may_be_dated(first, last):
            self._looked_to, found = dates_around(self.sentence, self.language, first)
            self._dated.update(found)
        return first in self._dated

    def _may_be_dated(self, first: int, last: int) -> bool:
        """Whether a number may be part of a date."""
        tokens = self.tokens
        if tokens[first].kind != _NUMBER or last - first > 1:
            return False
        is_percent = last < len(tokens) and tokens[last].word == "%"
        word = tokens[first].word
        if is_percent or len(word) > _LONGEST_DATE_PART:
            return False
        if len(word) == _NO_DATE_PART and word.isdecimal():
            return False
        return sign_before(tokens, first, self.language, self.text) is None

    def reason(self, numeral: Numeral, previous_name: int) -> str:
        """
        Return why `numeral` is no quantity, or "".

        `previous_name` is where a number that belongs to a name ended, for "Shahed-131 et 136";
        -1 when there was none.
        """
        outright = self._outright(numeral)
        if outright:
            return outright
        if numeral.form in ("vague", "fraction"):
            return (
                "name"
                if numeral.form == "fraction"
                and layout.is_tail(self.tokens, numeral.first, self.language.numbers)
                else ""
            )
        if self.tokens[numeral.first].kind == _NUMBER:
            return (
                self._year(numeral)
                or crossed(self.tokens, numeral, self.language, self.text)
                or self._joined_behind(numeral)
                or self._joined_before(numeral)
                or self._by_label(numeral)
                or self._time(numeral)
                or self._by_layout(numeral)
                or self._by_name(numeral, previous_name)
            )
        if layout.is_tail(self.tokens, numeral.first, self.language.numbers):
            return "name"
        return (
            ("ordinal" if is_compound_ordinal(self.tokens, numeral, self.language) else "")
            or ("" if is_alone(self.text, (self.tokens[0].word,)) else self._pronoun(numeral))
            or self._by_label(numeral)
            or self._in_name(numeral)
            or self._time(numeral)
        )

    def _in_name(self, numeral: Numeral) -> str:
        """Find a number word in a name, before which no hedge stands: "Nearly Two Million"."""
        first, last = numeral.first, numeral.last
        reason = layout.is_in_name(self.tokens, first, last, self.text)
        if not reason and layout.is_named(self.tokens, first, last, self.text):
            word, words = self.tokens[first - 1].word, self.language.discourse.articles
            is_name = word in words and word not in self.language.numbers.articles
            is_name = is_name and not self.language.quantities.has_capital_nouns
            reason = "name" if is_name else ""
        hedges = self.language.numbers.hedges_before
        return "" if reason and phrase_before(hedges, self.tokens, first) is not None else reason

    def second_reason(self, numeral: Numeral) -> str:
        """Return why the number behind "to" or a dash is no end of a range, or ""."""
        if self._is_dated(numeral):
            return "date"
        token, words = self.tokens[numeral.first], self.language.numbers
        if token.kind != _NUMBER:
            before = self.tokens[numeral.first - 1].word
            is_end = any(before in middles for middles in words.ranges.values())
            # "De dois a dez": the word inside the range is an article elsewhere.
            is_free = is_end and token.word not in words.pronouns
            return "" if is_free else self._pronoun(numeral)
        return self._joined_behind(numeral) or self._time(numeral)

    def _outright(self, numeral: Numeral) -> str:
        """Find dates, fixed expressions ("24/7") and house numbers."""
        if self._is_dated(numeral):
            return "date"
        if phrase_at(self.language.numbers.fixed, self.tokens, numeral.first) is not None:
            return "fixed expression"
        if phrase_at(self.language.numbers.names_after, self.tokens, numeral.last) is not None:
            return "name"
        is_figure = self.tokens[numeral.first].kind == _NUMBER
        if not is_figure and self.language.quantities.is_head_first:
            # "Une avenue" holds an article; only its figures make a street an address.
            return ""
        written = Written(self.tokens, self.text)
        first, last = numeral.first, numeral.last
        return "address" if is_address(written, first, last, self.language) else ""

    def _year(self, numeral: Numeral) -> str:
        """Find a bare number that looks like a year and measures or counts nothing."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        word = tokens[first].word
        is_year = last - first == 1 and len(word) == 4 and word.isdecimal()
        if not is_year or not _FIRST_YEAR <= int(word) <= _LAST_YEAR:
            is_early = is_year and is_early_year(Written(tokens, self.text), first, self.language)
            return "date" if is_early else ""
        if sign_before(tokens, first, self.language, self.text) is not None:
            return ""
        if last < len(tokens):
            following = tokens[last]
            is_decade = following.word == "s" and touches(tokens, last)
            if is_decade or following.word in ("'s", "'"):
                return "date"
            if measure_after(tokens, last, self.language, self.text) is not None:
                return ""
            if self._is_many(word, last):
                is_determined = first and tokens[first - 1].word in self.language.discourse.articles
                return "date" if is_determined else ""
        hedged = phrase_before(self.language.numbers.hedges_before, tokens, first)
        is_free = hedged is None or layout.is_compared(tokens, hedged[0], self.language)
        return "date" if is_free else ""

    def _is_many(self, word: str, last: int) -> bool:
        """Whether a word that may be a year counts the plural behind it."""
        following, words = self.tokens[last], self.language.quantities
        if following.word in self.language.numbers.yearly and int(word) % _ROUND:
            # "2023 sales", "the 2016 elections".
            return False
        if words.has_capital_nouns:
            return int(word) % _ROUND == 0 and self._has_plural(last)
        is_noun = following.kind == _WORD and not self._is_capital(following)
        return is_noun and following.word not in words.stops and is_plural(following.word, words)

    def _joined_behind(self, numeral: Numeral) -> str:
        """Find ordinals ("21st") and letters that make a name ("3G", "747s")."""
        tokens, last = self.tokens, numeral.last
        if last >= len(tokens) or not touches(tokens, last):
            return ""
        following = tokens[last]
        if following.kind == _WORD:
            return self._suffixed(last)
        if following.word == "." and "." in self.language.numbers.ordinals:
            return "ordinal" if last + 1 < len(tokens) else ""
        if following.kind == _NUMBER:
            return "digits run together"
        if is_ordinal_sign(tokens, last, self.language, self.text):
            return "ordinal"
        is_code = touches(tokens, last + 1) and following.word in "_#&\\."
        # "5.- francs".
        is_code = is_code and measure_after(tokens, last, self.language, self.text) is None
        is_name = following.word == "-" and self._is_letter(last + 1)
        is_date = layout.is_day_month(tokens, last)
        return "code" if is_code else "name" if is_name else "date" * is_date

    def _suffixed(self, last: int) -> str:
        """Judge the letters at `last` that touch the number before them."""
        word = self.tokens[last].word
        measure = measure_at(self.tokens, last, self.language, self.text)
        is_longer = measure is not None and measure.last > last + 1
        is_longer = is_longer or is_weight(self.tokens, last, self.language, self.text)
        if word in self.language.numbers.ordinals and not is_longer:
            # "30º" is an ordinal, "30º C" a temperature.
            return "ordinal"
        if layout.is_decade(self.tokens, last, self.language):
            return "date"
        if measure is not None or is_cross(self.tokens, last):
            return ""
        if phrase_at(self.language.numbers.times_after, self.tokens, last):
            return "time"
        has_digit = any(letter.isdecimal() for letter in word)
        return "name" if len(word) <= 2 or has_digit else ""

    def _joined_before(self, numeral: Numeral) -> str:
        """Find a word or letter joined to the number: "Shahed-136", "H.R.1", "F/A-18"."""
        tokens, first = self.tokens, numeral.first
        if first == 0 or not touches(tokens, first):
            return ""
        before = tokens[first - 1]
        if before.kind == _WORD:
            if before.word in self.language.sentences.elisions:
                # "Dall'11,6 %": the word leans on the number and makes no name.
                return ""
            signs = self.language.quantities.signs
            is_sign = before.word in signs and not is_model(tokens, first, self.text)
            is_sign = is_sign or is_cross(tokens, first - 1)
            is_sign = is_sign or layout.is_between(tokens, first - 1, self.language)
            return "" if is_sign or before.word in self.language.numbers.prefixes else "name"
        if before.word in "#@_&§\\":
            return "name"
        if before.word in "-–/." and touches(tokens, first - 1):
            return self._linked(first - 2, before.word)
        return "code" if layout.is_hundredths(tokens, first) else ""

    def _by_label(self, numeral: Numeral) -> str:
        """Find a word that makes the number a name: "article 5", "n° 1", "Boeing 737"."""
        tokens, first, words = self.tokens, numeral.first, self.language.numbers
        if numeral.scale > 1:
            return ""
        if first == 0:
            is_label = follows_initials(self.text, tokens[0].start)
            return "label" if is_label and not self._counts(numeral.last) else ""
        is_marked = phrase_before(words.marks, tokens, first) is not None
        if is_marked or (numeral.last - first == 1 and self._is_code(first - 1)):
            return "label"
        before = tokens[first - 1]
        is_bare = numeral.last - first == 1
        is_owned = before.word == "'s" and first > 1 and tokens[first - 2].word in words.names
        # "Boeing's 737 MAX", but "Boeing's 12 planes".
        is_owned = is_owned and not self._counts(numeral.last)
        is_label = before.word in words.labels and not pronouns.is_verb(
            tokens, first - 1, self.language
        )
        if is_bare and (is_label or before.word in words.names or is_owned):
            # "Could top 40 degrees".
            hedge = phrase_before(words.hedges_before, tokens, first)
            is_told = hedge or layout.has_unit(tokens, numeral.last, self.language, self.text)
            # "Superata quota 300.000 abbonati": no label is written in groups.
            is_grouped = numeral.written >= _THOUSAND and not tokens[first].word.isdecimal()
            is_told = is_told or (is_grouped and self._counts(numeral.last))
            return "" if is_told or self._is_unit(first - 1) else "label"
        if before.word == "." and first >= 2 and tokens[first - 2].kind == _WORD:
            initials = tokens[first - 2]
            is_letter = len(initials.word) == 1 and touches(tokens, first - 1)
            is_letter = is_letter and self.text[initials.start].isupper()
            # "He joined the F.B.I. 300 agents left."
            return "label" if is_letter and not self._counts(numeral.last) else ""
        return ""

    def _time(self, numeral: Numeral) -> str:
        """Find an hour of the day ("alle 14") or a year without its century ("anni '90")."""
        if is_hour(self.tokens, numeral, self.language, self.text):
            return "time"
        return "date" if is_short_year(self.tokens, numeral, self.language, self.text) else ""

    def _by_layout(self, numeral: Numeral) -> str:
        """Find list numbers, footnotes, telephone numbers and sports scores."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        if self._is_format(numeral):
            return "name"
        is_bare = last - first == 1 and tokens[first].word.isdecimal()
        if is_bare and layout.numbers_item(tokens, first, self.text):
            return "list number"
        if is_telephone(tokens, first, last, self.language.numbers.phones):
            return "telephone number"
        if is_bare and (layout.has_colon(tokens, last) or layout.has_colon(tokens, first - 1)):
            return "score"
        word = tokens[first].word
        if is_bare and word[0] == "0" and numeral.written >= 1 and self._is_padded(word):
            return "" if is_alone(self.text, (word,)) else "code"
        return self._score(first) if is_bare else ""

    def _score(self, first: int) -> str:
        """Whether "2-1" or "3 a 1" is the score of a game: falling or low, counting nothing."""
        if sign_before(self.tokens, first, self.language, self.text) is not None:
            # "£8-12".
            return ""
        score = score_at(self.tokens, first, self.language)
        ages = self.language.quantities.ages_before
        if score is None or phrase_before(ages, self.tokens, first) is not None:
            return ""
        if any(test(self.tokens, first, self.language) for test in (is_tally, is_record)):
            return ""
        following = self.tokens[first + 3] if first + 3 < len(self.tokens) else None
        holds = score.holds(self._is_measured(following), self._is_counted(following))
        return "score" if holds else ""

    def _by_name(self, numeral: Numeral, previous_name: int) -> str:
        """Find numbers behind a proper name: "Channel 5", "Shahed-131 et 136"."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        word = tokens[first].word
        if last - first > 1 or not word.isdecimal():
            return ""
        following = tokens[last] if last < len(tokens) else None
        is_counted = self._is_counted(following) and (
            following is None
            or self._is_measured(following)
            or following.word == "-"
            or self.language.quantities.has_capital_nouns
            or not self._is_capital(following)
        )
        if layout.repeats(Written(tokens, self.text), previous_name - 1, first):
            return "name"
        is_next = previous_name == first - 1 >= 0
        if previous_name == first - 2 >= 0 and self._is_capital(tokens[previous_name]):
            # "Boeing 737 MAX, 767".
            is_next = tokens[previous_name].kind == _WORD
        if is_next and (
            # "Boeing 787-9 jets", but "the Su-35 and 12 jets".
            (tokens[first - 1].word == "-" and touches(tokens, first))
            or layout.is_variant(tokens, previous_name - 1, first)
            or not (is_counted and self._has_plural(last))
        ):
            links = {*DASHES, "/", ",", *self.language.quantities.joins}
            is_linked = tokens[first - 1].word in links and not self._is_share(last)
            return "name" if is_linked else ""
        if first == 0 or len(word) > 4 or not self._is_name(first - 1, tokens[first - 1]):
            return ""
        # "They gave Ruiz 54 percent."
        is_free = layout.has_unit(tokens, last, self.language, self.text)
        is_free |= is_counted and self._has_plural(last)
        # "By Friday | 800 had left", but "Friday 13".
        is_free |= int(word) > _LAST_DAY and self._is_weekday(first - 1)
        is_free = is_free or is_gapped(Written(tokens, self.text), first, last, self.language)
        return "" if is_free or self._is_share(last) else "name"

    def _pronoun(self, numeral: Numeral) -> str:
        """Say whether "one", "un" or "the two" stands for a noun, or is an article."""
        tokens, words = self.tokens, self.language.numbers
        first, last = numeral.first, numeral.last
        if last - first != 1 or numeral.value is None or numeral.value >= _HUNDRED:
            return ""
        word = tokens[first].word
        if word in words.groups:
            # "Otra docena".
            return ""
        before = tokens[first - 1].word if first else ""
        after = tokens[last] if last < len(tokens) else None
        is_cued = before in words.pronoun_cues and (after is None or after.word != "-")
        is_cued = is_cued and not pronouns.is_hedged_cue(tokens, first, self.language)
        # "Another seven were hurt", but "another one" is anybody.
        is_linked = before in words.hedge_links and before not in self.language.discourse.articles
        is_cued = is_cued and (not is_linked or word in words.pronouns)
        opener = opener_of(tokens, first, 0, self.language)
        is_opened = first - opener > 1 and tokens[opener].word in words.ranges
        is_cued = is_cued and not (is_opened and word not in words.pronouns)
        is_cued = is_cued and not pronouns.is_set(tokens, first, last, self.language)
        if is_cued and (after is None or word in words.pronouns or not self._has_plural(last)):
            return "pronoun"
        if word not in words.pronouns:
            return ""
        if after is None or (before == "-" and touches(tokens, first)):
            return "pronoun"
        if word in words.articles:
            counts = pronouns.is_article_number(self.tokens, numeral, self.language, self.text)
        else:
            counts = pronouns.is_counting(self.tokens, last, self.language)
        return "" if counts or pronouns.begins_range(self.tokens, numeral, words) else "pronoun"
