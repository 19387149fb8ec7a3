"""What can be a part of what in one sentence, and which of its numbers is called a total."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from checker.checks._case import tokens_of, word_at
from checker.checks._kinds import SMALLEST_SUM
from checker.checks._whens import Whens
from checker.dates import DateMention, find_dates
from checker.interval import ZERO
from checker.model import Language, Quantity, TokenKind
from checker.phrases import phrase_before

# Words between a whole and the list of its parts ("150 people were killed on the spot:"), or behind
# the number of an item ("80 in the old town of the capital").
LONGEST_LEAD = 8
# "Of them", "d'entre eux": shorter terms behind a number belong to what follows ("15, including").
LONGEST_PARTITIVE = 3
_COUNTED = ("count", "number")


class Members:
    """The quantities of one sentence among its tokens, and which may be parts of which."""

    def __init__(self, quantities: Sequence[Quantity], language: Language) -> None:
        """Read the quantities of one sentence, in order."""
        self.quantities, self.language = quantities, language
        self.sentence, self.tokens = quantities[0].mention.sentence, tokens_of(quantities[0])

    @cached_property
    def whens(self) -> Whens:
        """The places of the sentence that only say when."""
        return Whens(self.sentence, self.quantities, self.language)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the sentence, which few sentences are asked for."""
        return find_dates(self.sentence, self.language, None)

    def word(self, at: int) -> str:
        """Return the word at a place, or nothing outside the sentence."""
        return word_at(self.tokens, at)

    def is_plain(self, first: int, length: int) -> bool:
        """Whether some words behind a whole cannot change what is counted."""
        last = first + length
        is_dated = any(one.first < last and first < one.last for one in self.dates)
        return self.are_words(first, last) and not is_dated

    def are_words(self, first: int, last: int) -> bool:
        """Whether there are only words, and few."""
        are_words = all(token.kind is TokenKind.WORD for token in self.tokens[first:last])
        return last - first <= LONGEST_LEAD and are_words

    def are_apart(self, parts: Sequence[Quantity]) -> bool:
        """Whether nobody can count as two of some parts: men and women."""
        units = {part.unit for part in parts}
        groups = self.language.checks.partitions.values()
        return len(units) == len(parts) and any(units <= group for group in groups)

    def is_total(self, whole: Quantity) -> bool:
        """Whether a number is called a total."""
        return self.total_before(whole) is not None or self.phrase_end(whole.last) is not None

    def total_before(self, whole: Quantity) -> int | None:
        """Return where "a total of" begins, before a number or as a part of it."""
        found = phrase_before(self.language.checks.totals, self.tokens, whole.first)
        is_inside = self.phrase_end(whole.first) is not None
        return found[0] if found else whole.first if is_inside else None

    def phrase_end(self, start: int) -> int | None:
        """Return where a phrase for a total that begins here ends."""
        for end in range(start + 1, min(start + LONGEST_PARTITIVE, len(self.tokens)) + 1):
            found = phrase_before(self.language.checks.totals, self.tokens, end, start)
            if found is not None and found[0] == start:
                return end
        return None

    def belongs(self, whole: Quantity, part: Quantity, *, is_listed: bool) -> bool:
        """Whether a quantity can be a part of another one."""
        if whole.value is None or whole.change or part.change or "/" in whole.unit + part.unit:
            return False
        if whole.kind == "count":
            is_placed = not is_listed or bool(part.unit) or self.is_placed(part)
            return is_placed and self.is_alike(whole, part)
        is_alike = whole.unit == part.unit or (not part.unit and self.is_money(whole, part))
        return is_alike and whole.kind in ("currency", "dimension") and self.is_total(whole)

    def is_money(self, whole: Quantity, part: Quantity) -> bool:
        """Whether a large number leaves its currency unsaid: "9 millions d'euros : 4 millions"."""
        is_large = (part.value or ZERO) >= SMALLEST_SUM
        return whole.kind == "currency" and part.kind == "number" and is_large

    def is_placed(self, part: Quantity) -> bool:
        """Whether a preposition follows a bare number: "80 in the north"."""
        return self.word(part.last) in self.language.discourse.prepositions

    def is_alike(self, whole: Quantity, part: Quantity) -> bool:
        """Whether two quantities count the same, or people."""
        if part.kind not in _COUNTED or whole.kind not in _COUNTED:
            return False
        if "fraction" in (part.mention.form, whole.mention.form):
            # "A third of the 24 councillors" is a share, not a count.
            return False
        persons = self.language.checks.persons
        are_people = whole.unit in persons and part.unit in persons
        return not part.unit or part.unit == whole.unit or are_people
