"""One quantity in the making: the number, and what the words around it say that it measures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.measures import (
    Measure,
    change_before,
    choose,
    hedge_after,
    measure_after,
    rate_after,
    sign_before,
)
from checker.model import Change, Kind, Language, Mention, Quantity, Span, Token, TokenKind
from checker.nouns import NounPhrase, Written, joined_noun, noun_phrase, singular
from checker.phrases import phrase_at, phrase_before
from checker.quantities.ages import TOO_SHORT, ends_phrase, is_age, is_told_age
from checker.quantities.counting import noun_start
from checker.quantities.ends import readings_of, stated_ends
from checker.readings import precision_of
from checker.values import replace

_LARGE = Decimal(1_000_000)
# What a rate is told for: "12 deaths per 100,000".
_WHOLES = {
    Decimal(100): "hundred", Decimal(1000): "thousand", Decimal(10**4): "ten_thousand",
    Decimal(10**5): "hundred_thousand", Decimal(10**6): "million", Decimal(10**9): "billion",
}  # fmt: skip
# ISO 4217 codes have three letters, ambiguous names more.
_CODE = 3


def _is_closer(sign: Measure, unit: Measure) -> bool:
    """Whether a currency sign says more than the name behind the number: "US$5 dollars"."""
    is_code = len(sign.unit) == _CODE
    return len(unit.unit) != _CODE and (is_code or sign.unit == unit.unit)


class Draft:
    """A quantity in the making; all token indices are into the mention's sentence."""

    __slots__ = (
        "candidates",
        "change",
        "first",
        "following",
        "head",
        "is_compared",
        "kind",
        "language",
        "last",
        "mention",
        "noun",
        "text",
        "tokens",
        "unit",
    )  # fmt: skip

    def __init__(
        self, mention: Mention, language: Language, text: str, following: Mention | None
    ) -> None:
        """Begin with nothing but the number; `following` is the next one of the sentence."""
        self.mention = mention
        self.language = language
        self.text = text
        self.following = following
        self.tokens: Sequence[Token] = mention.sentence.tokens
        self.first, self.last = mention.first, mention.last
        self.kind: Kind = "number"
        self.unit = self.noun = ""
        self.candidates: tuple[str, ...] = ()
        self.head: int | None = None
        self.change: Change | None = None
        self.is_compared = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what the number measures."""
        return not self.unit and self.kind == "number" and self.mention.form != "fraction"

    @property
    def is_plain(self) -> bool:
        """Whether it is a whole number of a currency named behind it, without any hedge."""
        mention = self.mention
        is_whole = mention.value is not None and mention.value == int(mention.value)
        return is_whole and not mention.hedges and self.last > mention.last

    @property
    def is_level(self) -> bool:
        """Whether it counts things or money, and not by how much these moved."""
        return self.change is None and self.kind in ("count", "currency")

    @property
    def is_continued(self) -> bool:
        """Whether a bare number goes on counting what came before: "35 homes here and 12 there"."""
        first = self.mention.first
        if not first or self.tokens[first - 1].word not in self.language.quantities.joins:
            return False
        following = self.tokens[self.last].word if self.last < len(self.tokens) else ""
        return following in self.language.quantities.stops

    def measure(self) -> None:
        """Find the unit, currency or noun, then the rate, the hedge and the change around it."""
        mention, language = self.mention, self.language
        end = mention.number_last
        sign = sign_before(self.tokens, mention.number_first, language, self.text)
        if sign is not None and sign.first < mention.first:
            # It belongs to the number before it.
            sign = None
        unit = measure_after(self.tokens, end, language, self.text) or self._inner_unit()
        if unit is None and mention.last > end:
            unit = measure_after(self.tokens, mention.last, language, self.text)
        ahead = phrase_before(language.quantities.units_before, self.tokens, mention.first)
        if sign is not None and (unit is None or unit.kind != "currency"):
            self._take_measure(sign, end)
        elif ahead is not None and unit is None:
            self.kind, self.unit, self.first = "dimension", ahead[1], ahead[0]
        elif sign is not None and unit is not None:
            self._take_measure(sign if _is_closer(sign, unit) else unit, unit.last)
        elif unit is not None:
            large = mention.value if mention.value is not None else mention.high
            unit = choose(self.tokens, unit, language, large is not None and large >= _LARGE)
            if unit.kind == "count":
                self._count(unit.first + (unit.last - unit.first > 1))
            else:
                self._take_measure(unit, unit.last)
                self._age(unit)
        else:
            self._count(end)
            if self.is_bare and mention.last > end:
                # "300 or more drones".
                self._count(mention.last)
        self._rate()
        self._whole()
        self._hedge()
        self._change()

    def _inner_unit(self) -> Measure | None:
        """Return the unit that only the first end of a range has: "from 208 pounds to 193"."""
        mention = self.mention
        if mention.form != "range":
            return None
        for at in range(mention.number_first + 1, mention.number_last - 1):
            unit = measure_after(self.tokens, at, self.language, self.text)
            if unit is not None and self.tokens[at].word not in self.language.numbers.scales:
                return unit
            unit = sign_before(self.tokens, at + 1, self.language, self.text)
            if unit is not None:
                return unit
        return None

    def _take_measure(self, measure: Measure, last: int) -> None:
        """Take a unit that stands before or behind the number."""
        self.kind, self.unit = measure.kind, measure.unit
        self.candidates = tuple(self.language.quantities.candidates.get(measure.unit, ()))
        self.last = max(self.last, last)
        self.first = min(self.first, measure.first)

    def _age(self, unit: Measure) -> None:
        """Turn a duration into an age: "41-year-old", "âgé de 41 ans", "aged 41"."""
        words = self.language.quantities
        if unit.kind != "duration" or unit.unit in TOO_SHORT:
            return
        found = phrase_at(words.ages_after, self.tokens, self.last)
        if found is not None:
            self.kind, self.last = "age", found[0]
            return
        before = phrase_before(words.ages_before, self.tokens, self.mention.number_first)
        before = before or phrase_before(words.ages_before, self.tokens, self.first)
        is_told = is_told_age(self.mention, unit, self.language, self.text)
        is_weak = before is not None and before[1] == "weak"
        is_sure = not is_weak or ends_phrase(self.tokens, self.last, self.language)
        if is_told or (before is not None and is_sure):
            self.kind = "age"

    def _count(self, index: int) -> None:
        """Read the noun that is counted, behind "of" or "de" where the number takes one."""
        mention, tokens, language = self.mention, self.tokens, self.language
        at = mention.number_first - 1
        if at and tokens[at].word == "-" and tokens[at - 1].word in language.quantities.units:
            # "The 6-foot-2 guard" is no two guards.
            return
        if is_age(mention, language, self.text):
            self.kind, self.unit = "age", "year"
            return
        if mention.form == "fraction" and index == mention.number_last:
            return
        start = noun_start(mention, index, language)
        is_one = mention.value == 1 and start - index < 2
        if start > mention.number_last and tokens[start - 1].word == "-":
            phrase = joined_noun(tokens, start, language)
        else:
            phrase = noun_phrase(Written(tokens, self.text), start, language, is_one)
        if phrase is None:
            return
        following = self.following
        if following is not None and phrase.first <= following.number_first < phrase.last:
            # "23 case e tre ponti": the number behind the joining word is no second noun.
            phrase = phrase._replace(last=following.number_first - 1)
            if phrase.head >= phrase.last:
                return
        self._take_noun(phrase)

    def _take_noun(self, phrase: NounPhrase) -> None:
        """Take the head noun as unit and the whole phrase as noun."""
        start, end = self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end
        self.kind, self.unit, self.head = "count", phrase.unit, phrase.head
        self.noun = self.text[start:end]
        self.last = max(self.last, phrase.last)

    def _rate(self) -> None:
        """Add the unit of a rate: "missions par jour" is mission/day."""
        if self.kind in ("age", "temperature") or self.mention.form == "fraction":
            return
        found = self._rate_at(self.last) or self._rate_behind_noun()
        if found is not None and (self.unit or found[1] in _WHOLES.values()):
            self.last, unit = found
            self.unit = f"{self.unit or 1}/{unit}"

    def _rate_at(self, index: int) -> tuple[int, str] | None:
        """Return where the rate that begins at `index` ends, and its unit."""
        found = rate_after(self.tokens, index, self.language, self.text)
        if found is None or found[1]:
            return found
        following, words = self.following, self.language.quantities
        if following is not None and following.number_first == found[0]:
            # "12 deaths per 100,000 people".
            whole = _WHOLES.get(following.value) if following.value is not None else None
            phrase = noun_phrase(
                Written(self.tokens, self.text), following.number_last, self.language, False
            )
            last = following.number_last if phrase is None else phrase.last
            return None if whole is None else (last, whole)
        phrase = noun_phrase(Written(self.tokens, self.text), found[0], self.language, True)
        if phrase is None:
            return None
        head = phrase.head if words.is_head_first else phrase.first
        return head + 1, singular(self.tokens[head].word, words)

    def _rate_behind_noun(self) -> tuple[int, str] | None:
        """Return the rate behind what is measured: "300 barrels of oil per day"."""
        tokens, at = self.tokens, self.last
        if self.kind != "dimension" or at + 2 >= len(tokens):
            return None
        if tokens[at].word not in self.language.numbers.of or tokens[at + 1].kind != TokenKind.WORD:
            return None
        found = self._rate_at(at + 2)
        return found if found is not None and found[1] else None

    def share_rate(self, converted: Draft) -> None:
        """Take the rate behind the bracket that holds the `converted` sum: "9 (5 euros) a day"."""
        at = converted.last
        if at >= len(self.tokens) or self.tokens[at].word != ")" or "/" in self.unit:
            return
        found = converted._rate_at(at + 1)
        if found is not None and "/" not in converted.unit:
            self.unit, converted.unit = f"{self.unit}/{found[1]}", f"{converted.unit}/{found[1]}"

    def _whole(self) -> None:
        """Decide an undecided mark where things are counted: these are whole ("4,500 personas")."""
        mention = self.mention
        value, other = mention.value, mention.other
        if self.kind != "count" or "/" in self.unit or value is None or other is None:
            return
        if mention.via != "digits":
            return
        value = max(value, other)
        grain, places = precision_of(value)
        self.mention = replace(mention, value=value, other=None, grain=grain, places=places)

    def _hedge(self) -> None:
        """Read a hedge behind the unit or noun: "300 drones or more"."""
        if self.last == self.mention.last:
            return
        found = hedge_after(self.tokens, self.last, self.language)
        if found is None:
            return
        self.last = found[0]
        self.mention = replace(self.mention, hedges=(*self.mention.hedges, found[1]))

    # ------------------------------------------------------------------ change

    def _change(self) -> None:
        """Say whether the number tells by how much something moved: "rose by 5 %"."""
        words, tokens = self.language.quantities, self.tokens
        if self.first and tokens[self.first - 1].word in words.reaches:
            # "Auf 300 gestiegen" tells a level.
            return
        after = phrase_at(words.changes_after, tokens, self.last)
        if after is None and self.kind == "count":
            inner = phrase_at(words.changes_after, tokens, self.mention.number_last)
            after = inner if inner is not None and inner[1] == "more" else None
        if after is not None:
            is_share = self.kind == "percent" and after[1] == "more"
            self.change = "up" if is_share else self._moved(after[1])
        self.is_compared = phrase_before(words.comparisons, tokens, self.first) is not None
        if self.change is not None or self.mention.via in ("range:open", "moved from"):
            return
        how = change_before(tokens, self.first, self.language)
        if how is not None:
            self.change = self._moved(how)

    def _moved(self, how: str) -> Change | None:
        """
        Return the change that a word of the pack tells of this kind of quantity.

        Weak words tell one of shares only: who lost 5 % moved, who lost 300 tanks stated a number.
        """
        if how == "more":
            return "up" if self.kind == "count" else None
        if how in ("up", "down"):
            return "up" if how == "up" else "down"
        if self.kind != "percent" or how.startswith("far"):
            return None
        return "up" if how == "weak_up" else "down"

    # ------------------------------------------------------------------ sharing

    def is_listed_with(self, other: Draft) -> bool:
        """Whether only a listing word stands between this bare number and the `other` one."""
        if not self.is_bare or other.is_bare:
            return False
        between = self.tokens[self.last : other.first]
        if len(between) != 1:
            return False
        if self.mention.via == "moved from":
            middles = self.language.numbers.ranges.get("", ())
            return between[0].word in {*middles, *self.language.quantities.reaches}
        # "58 von 62 Drohnen" are 58 of them.
        joins = self.language.quantities.joins
        return between[0].word in {"/", *joins, *self.language.numbers.of}

    def add(self, part: Draft, parts: int) -> bool:
        """Add a part, `parts` of which make one, with its words; say whether it fits."""
        mention, value = self.mention, part.mention.value
        if mention.value is None or value is None or not 0 < value < parts:
            return False
        span = Span(mention.span.start, part.mention.span.end)
        self.mention = replace(
            mention,
            value=mention.value + value / parts,
            grain=Decimal(1) / parts,
            places=Decimal(1) / parts,
            span=span,
            surface=self.text[span.start : span.end],
            last=part.mention.last,
        )
        self.last = part.last
        return True

    @property
    def is_whole(self) -> bool:
        """Whether parts may be added: a whole number was told."""
        value = self.mention.value
        return value is not None and value == int(value)

    def can_be_part(self, size: int) -> bool:
        """Whether this may be a part told in a unit `size` of which make the larger one."""
        value = self.mention.value
        return value is not None and 0 < value < size and not self.mention.hedges

    def add_smaller(self, part: Draft, size: int) -> None:
        """Add a part told in a unit `size` of which make this one's."""
        mention, value = self.mention, part.mention.value
        if mention.value is None or value is None:
            return
        span = Span(mention.span.start, part.mention.span.end)
        self.mention = replace(
            mention,
            value=mention.value * size + value,
            grain=part.mention.grain,
            places=part.mention.places,
            span=span,
            surface=self.text[span.start : span.end],
            last=part.mention.last,
        )
        self.kind, self.unit, self.last = part.kind, part.unit, part.last

    def is_reached_by(self, other: Draft) -> bool:
        """Whether the `other` change leads to this bare level: "rose 64 points to 4,577"."""
        if other.mention.via == "moved from" and self.mention.first == other.last + 1:
            return True
        if other.change is None or other.kind == "percent" or self.mention.first != other.last + 1:
            return False
        return self.tokens[other.last].word in self.language.numbers.ranges.get("", ())

    def take(self, other: Draft) -> None:
        """Take kind and unit of another number of the list: "due uomini di 23 e 31 anni"."""
        self.kind, self.unit, self.noun = other.kind, other.unit, other.noun
        self.candidates, self.head = other.candidates, other.head
        ages = self.language.quantities.ages_before
        found = phrase_before(ages, self.tokens, self.mention.number_first)
        if self.kind == "duration" and found is not None and found[1] == "unit":
            self.kind = other.kind = "age"

    # ------------------------------------------------------------------ result

    def quantity(self) -> Quantity:
        """Make the quantity with its readings."""
        mention = self.mention
        literal, expected = readings_of(mention, self.kind, self.language)
        start, end = self.tokens[self.first].start, self.tokens[self.last - 1].end
        low, high = stated_ends(mention)
        return Quantity(
            mention=mention,
            kind=self.kind,
            unit=self.unit,
            literal=literal,
            expected=expected,
            span=Span(start, end),
            surface=self.text[start:end],
            first=self.first,
            last=self.last,
            noun=self.noun,
            unit_candidates=self.candidates,
            change=self.change,
            value=mention.value,
            low=low,
            high=high,
            head=self.head,
        )
