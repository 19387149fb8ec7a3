"""One quantity in the making: a number with what is known of it, and how two of them join."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.measures import change_before
from checker.model import Change, Kind, Language, Mention, Quantity, Span, Token
from checker.phrases import phrase_before, touches
from checker.quantities.ends import readings_of, stated_ends
from checker.values import replace

# "Fell 12 points to end the day at 7,512".
_MOST_WORDS = 5
# A hyphen that joins to what follows later, and a joining word.
_SUSPENDED = 2


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
        """Whether it says how much there is of something, and not by how much that moved."""
        return self.change is None and self.kind != "number"

    @property
    def is_continued(self) -> bool:
        """Whether a bare number goes on counting what came before: "35 homes here and 12 there"."""
        first = self.mention.first
        if not first or self.tokens[first - 1].word not in self.language.quantities.joins:
            return False
        return self._next in self.language.quantities.stops

    @property
    def _next(self) -> str:
        """The word behind it, or ""."""
        return self.tokens[self.last].word if self.last < len(self.tokens) else ""

    def pays(self, other: Draft) -> bool:
        """Whether it may go on with what the `other` one counts; no sum of money is a subject."""
        return other.kind != "currency" or self._next not in self.language.discourse.passives

    def continues(self, before: Draft) -> bool:
        """
        Whether both have a preposition behind them.

        It is the same one, "82.3 years `for` women and 78.6 `for` men", or a rate goes on: "28 mpg
        `in` the city and 36 `on` the highway".
        """
        tokens, prepositions = self.tokens, self.language.discourse.prepositions
        if not self.is_continued or before.last >= len(tokens) or self._next not in prepositions:
            return False
        following = tokens[before.last].word
        if self._next == following or self._next in self.language.numbers.of:
            return self._next == following
        # "300 km/h in the air and 3 on board were sick".
        helpers = self.language.discourse.auxiliaries | self.language.discourse.passives
        is_told = any(token.word in helpers for token in tokens[self.last :])
        return "/" in before.unit and following in prepositions and not is_told

    def parts_like(self, before: Draft) -> bool:
        """Whether both tell how much there is of something: "12 tons of wheat, 30 of rice"."""
        tokens, of = self.tokens, self.language.numbers.of
        if before.last >= len(tokens) or self.last + 1 >= len(tokens) or self.mention.hedges:
            return False
        if tokens[before.last].word not in of or self._next not in of:
            return False
        between, following = tokens[before.last : self.first], tokens[self.last + 1].word
        is_listed = any(
            token.word == "," or token.word in self.language.quantities.joins for token in between
        )
        return is_listed and following not in self.language.quantities.stops

    def is_listed_with(self, other: Draft) -> bool:
        """Whether only a listing word stands between this bare number and the `other` one."""
        if not self.is_bare or other.is_bare:
            return False
        between = self.tokens[self.last : other.first]
        is_suspended = len(between) == _SUSPENDED and between[0].word == "-"
        if is_suspended and touches(self.tokens, self.last):
            # "15- and 16-year-old boys".
            between = between[1:]
        if len(between) != 1:
            return False
        return self._shares_unit(between[0].word, other)

    def _shares_unit(self, link: str, other: Draft) -> bool:
        """Whether a bare number is in the unit of the `other` one, from which `link` parts it."""
        words = self.language
        if self.mention.via == "moved from":
            return link in words.numbers.ranges.get("", ()) or link in words.quantities.reaches
        if link in words.numbers.of:
            # "58 von 62 Drohnen" are 58 of them; "i 950 di dieci anni fa" are no years.
            return other.kind == "count"
        if link in words.quantities.sides:
            # "10 by 12 feet", "3 mal 4 Meter".
            return other.kind == "dimension" and not self.mention.hedges
        if self.change is not None and link in words.quantities.reaches:
            # "Fiel um 3 auf 82 Dollar", but no share is of a level: "um 2 auf 15 Prozent".
            return other.kind != "percent"
        return link in {"/", "x", "×", *words.quantities.joins}

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

    def can_be_part(self, size: int | Decimal) -> bool:
        """Whether this may be a part told in a unit `size` of which make the larger one."""
        value = self.mention.value
        is_hedged = self.mention.first < self.mention.number_first
        return value is not None and 0 < value < size and not is_hedged

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
            hedges=(*mention.hedges, *part.mention.hedges),
        )
        self.kind, self.unit, self.last = part.kind, part.unit, part.last

    def add_shares(self, parts: Sequence[Draft], sizes: Sequence[Decimal]) -> None:
        """Add parts told in units of such a size in this one's, as exactly as the last of them."""
        last, grain = parts[-1].mention, Decimal(1).scaleb(sizes[-1].adjusted())
        shares = [(part.mention.value or 0) * size for part, size in zip(parts, sizes, strict=True)]
        span = Span(self.mention.span.start, last.span.end)
        self.mention = replace(
            self.mention,
            value=sum(shares, self.mention.value or Decimal(0)).quantize(grain),
            grain=grain,
            places=grain,
            span=span,
            surface=self.text[span.start : span.end],
            last=last.last,
            hedges=(*self.mention.hedges, *last.hedges),
        )
        self.kind, self.last = parts[-1].kind, parts[-1].last

    def is_reached_by(self, other: Draft) -> bool:
        """Whether the `other` change leads to this bare level: "rose 64 points to 4,577"."""
        if other.mention.via == "moved from" and self.mention.first == other.last + 1:
            return True
        between = self.tokens[other.last : self.mention.first]
        if other.change is not None and len(between) > 1 and between[0].word == ",":
            # "Fell 3 dollars, to 82".
            between = between[1:]
        if other.kind == "percent" or not 0 < len(between) <= _MOST_WORDS:
            return False
        word, words = between[0].word, self.language
        if word not in words.numbers.ranges.get("", ()) and word not in words.checks.targets:
            return False
        if len(between) == 1:
            # "From 12-14 mpg to 22": the opener may be of the first range.
            openers = self.tokens[max(other.first - 1, 0) : other.first + 1]
            ranges = self.language.numbers.ranges
            is_opened = any(between[0].word in ranges.get(word.word, ()) for word in openers)
            return other.change is not None or (is_opened and other.mention.form == "range")
        ends_at = between[-1].word in self.language.discourse.prepositions
        # "Lost 40 points to close at 6,100": a weak word is enough beside a verb.
        return ends_at and change_before(self.tokens, other.first, self.language) is not None

    def take(self, other: Draft) -> None:
        """Take kind and unit of another number of the list: "due uomini di 23 e 31 anni"."""
        self.kind, self.unit, self.noun = other.kind, other.unit, other.noun
        self.candidates, self.head = other.candidates, other.head
        ages = self.language.quantities.ages_before
        found = phrase_before(ages, self.tokens, self.mention.number_first)
        if self.kind == "duration" and found is not None and found[1] == "unit":
            self.kind = other.kind = "age"

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
