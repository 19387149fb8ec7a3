"""A whole and its parts as one sentence tells them: lists behind it or before it, "including"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks._case import ENDS
from checker.checks._kinds import are_kinds
from checker.checks._members import LONGEST_LEAD, LONGEST_PARTITIVE, Members
from checker.checks._shares import are_opposed, is_object_told_once
from checker.model import Language, Quantity
from checker.phrases import phrase_before
from checker.rows import NamedTuple
from checker.values import replace

_STOPS = frozenset({".", ";", "!", "?"})
_CLOSING = {
    ":": _STOPS,
    "(": frozenset({")"}),
    "–": _STOPS | {"–"},
    "—": _STOPS | {"—"},
    ",": _STOPS,
}
# A list opens right behind its whole where the mark may mean something else.
_TIGHT = frozenset({"–", "—", ","})
_ENDS = ENDS | {"–", "—"}
# A sentence that tells more parts is a table; this keeps endless ones from being tried over again.
_MOST_ITEMS = 30
# Two may be of anything: "20 points (12 rebounds and 9 assists)".
_FEW = 2


class Parts(NamedTuple):
    """A whole with some of its parts, or with all of them."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    is_complete: bool


def parts_of(quantities: Sequence[Quantity], language: Language) -> Iterator[Parts]:
    """Yield every whole of one sentence whose parts are told there."""
    sentence = Listing(quantities, language)
    for place in range(len(quantities) - 1):
        found = (
            sentence.listed_behind(place)
            or sentence.some_behind(place)
            or sentence.of(place)
            or sentence.among(place + 1)
        )
        if found is not None:
            yield found
    for place in range(2, len(quantities)):
        found = sentence.listed_before(place)
        if found is not None:
            yield found


class Listing(Members):
    """The quantities of one sentence among its tokens, and the lists that they make."""

    # ----------------------------------------------------------------- all parts, in a list

    def listed_behind(self, place: int) -> Parts | None:
        """Read the list that a colon, a bracket, a dash or "a total of" opens behind a whole."""
        whole, first = self.quantities[place], self.quantities[place + 1]
        start, closing = self.opening(whole, first)
        is_plain = self.word(start) == "," or self.is_plain(whole.last, start - whole.last)
        if not closing or not is_plain or not self.are_words(whole.last, start):
            return None
        found = self.items(place + 1, closing)
        if found is None:
            return None
        items, is_complete = found
        if self.word(start) not in _CLOSING:
            # "Made up of seven" tells no rise.
            items = (replace(items[0], change=None), *items[1:])
        are_parts = all(self.belongs(whole, one, is_listed=True) for one in items)
        is_long = len(items) > _FEW and self.word(start) != "("
        is_sure = is_long or self.word(start) not in _CLOSING
        if not are_parts and not (is_sure and are_kinds(whole, items, self.language)):
            return None
        # "120 men, 90 women and 80 children" has no whole, nor has "81 men, 4 men and 4 women".
        is_own = whole.unit not in {one.unit for one in items}
        is_list = is_own and self.are_apart(items) and not self.are_apart((whole, *items))
        if self.word(start) == "," and not self.is_total(whole) and not is_list:
            return None
        if self.are_of_another(whole, items):
            return None
        return Parts(whole, items, is_complete)

    def opening(self, whole: Quantity, first: Quantity) -> tuple[int, frozenset[str]]:
        """Return where what opens a list begins, and the marks that close it; none for no list."""
        found = phrase_before(self.language.checks.composes, self.tokens, first.first, whole.last)
        if found is not None:
            return found[0], _STOPS
        start = first.first - 1
        opener, lead = self.word(start), start - whole.last
        # "$1.2m in all, $700,000 to theatres": the words of a total may stand before the mark.
        is_tight = not lead or self.phrase_end(whole.last) == start
        if not is_tight and opener == ",":
            # "96 people on Saturday, 61 adults and 35 children".
            is_tight = lead <= LONGEST_LEAD and all(
                at in self.whens.places for at in range(whole.last, start)
            )
        is_open = is_tight or opener not in _TIGHT
        return start, _CLOSING.get(opener, frozenset()) if is_open else frozenset()

    def are_of_another(self, whole: Quantity, items: Sequence[Quantity]) -> bool:
        """Whether bare numbers are parts of something else: "140 nurses in three wards (60 in"."""
        if any(one.unit not in ("", whole.unit) for one in items):
            return False
        values = [one.value for one in items if one.value is not None]
        is_larger = whole.value is not None and any(value > whole.value for value in values)
        others = (one for one in self.quantities if one is not whole and one not in items)
        return is_larger or any(one.value == sum(values) for one in others)

    def items(
        self, place: int, closing: frozenset[str]
    ) -> tuple[tuple[Quantity, ...], bool] | None:
        """
        Read two or more items up to the end of a list, and whether they are all there are.

        Each begins with its number. Where a comma ends the list, what follows may tell of more.
        """
        found: list[Quantity] = []
        at = self.quantities[place].first
        for quantity in self.quantities[place : place + _MOST_ITEMS]:
            if quantity.first != at:
                return None
            found.append(quantity)
            end = self.tail(quantity.last, closing)
            if end is None:
                return None
            if end >= len(self.tokens) or self.word(end) in closing:
                return (tuple(found), True) if len(found) > 1 else None
            at = self.past_joiners(end)
            if len(found) > 1 and self.is_last(quantity, end):
                return tuple(found), self.is_aside(end + 1)
        return None

    def is_last(self, item: Quantity, end: int) -> bool:
        """Whether a comma behind "and 60 women" ends a list: nothing is counted after it."""
        joins = self.language.quantities.joins
        is_joined = self.word(item.first - 1) in joins and self.word(end) == ","
        others = (one for one in self.quantities if one.first >= end)
        return is_joined and all(one.kind == "duration" for one in others)

    def is_aside(self, first: int) -> bool:
        """Whether the rest of a sentence only tells who says so, or when."""
        rest = range(first, len(self.tokens))
        says = self.language.discourse.says
        if any(self.word(at) in says for at in rest):
            return True
        return all(at in self.whens.places or self.word(at) in _STOPS for at in rest)

    def tail(self, at: int, closing: frozenset[str]) -> int | None:
        """Return where the words behind a number end; None when they tell more than a place."""
        ends = {*closing, ",", *self.language.quantities.joins}
        last = at
        while last < len(self.tokens) and self.word(last) not in ends:
            last += 1
        return last if self.is_plain(at, last - at) else None

    def past_joiners(self, at: int) -> int:
        """Step over what joins two items: a comma, "and", or both."""
        if self.word(at) in (",", ";"):
            at += 1
        return at + (self.word(at) in self.language.quantities.joins)

    def listed_before(self, place: int) -> Parts | None:
        """Read "83 men and 61 women, 144 people in all"."""
        whole = self.quantities[place]
        start = self.total_start(whole)
        if start is None:
            return None
        found: list[Quantity] = []
        end = start
        for part in reversed(self.quantities[max(place - _MOST_ITEMS, 0) : place]):
            is_first = not found
            if not self.is_joined(part.last, end, is_first=is_first):
                break
            found.append(part)
            end = part.first
        parts = tuple(reversed(found))
        if len(parts) < 2 or not all(self.belongs(whole, one, is_listed=False) for one in parts):
            return None
        return Parts(whole, parts, is_complete=True)

    def is_joined(self, at: int, end: int, *, is_first: bool) -> bool:
        """Whether only what joins parts, or parts and their whole, stands in between."""
        if at >= end:
            return False
        words = self.language.checks.restated if is_first else self.language.quantities.joins
        between = [token.word for token in self.tokens[at:end]]
        marks = {",", "(", "–", "—"} if is_first else {","}
        has_mark = not is_first or between[0] in marks
        return has_mark and all(word in marks or word in words for word in between)

    def total_start(self, whole: Quantity) -> int | None:
        """Return where a number that is called a total begins, when nothing follows it."""
        before, after = self.total_before(whole), self.phrase_end(whole.last)
        end = after or whole.last
        if before is None and after is None:
            return None
        start = whole.first if before is None else before
        return start if end >= len(self.tokens) or self.word(end) in _ENDS else None

    # ----------------------------------------------------------------- some parts

    def some_behind(self, place: int) -> Parts | None:
        """Read "150 dead, including 20 children", "40 people, 31 of them alive"."""
        whole, first = self.quantities[place], self.quantities[place + 1]
        found = phrase_before(self.language.checks.includes, self.tokens, first.first, whole.last)
        start = found[0] if found else first.first
        if found is None and not self.has_partitive(first):
            return None
        start -= self.word(start - 1) in (",", "–", "—", "(")
        joins = self.language.quantities.joins
        lead = {token.word for token in self.tokens[whole.last : start]}
        if not self.are_words(whole.last, start) or lead & joins:
            return None
        if not self.belongs(whole, first, is_listed=False) or self.is_of_others(
            whole, first, place
        ):
            return None
        return Parts(whole, (first, *self.others(place + 1)), is_complete=False)

    def has_partitive(self, part: Quantity) -> bool:
        """Whether "of them" or "of whom" follows a number."""
        return any(
            found is not None and found[0] == part.last
            for end in range(part.last + 2, part.last + LONGEST_PARTITIVE + 1)
            if end <= len(self.tokens)
            for found in [phrase_before(self.language.checks.includes, self.tokens, end, part.last)]
        )

    def is_of_others(self, whole: Quantity, part: Quantity, place: int) -> bool:
        """Whether a part may be one of something counted before its whole, too."""
        if part.value is None or whole.value is None or part.value <= whole.value:
            return False
        return any(not one.unit or self.is_alike(one, part) for one in self.quantities[:place])

    def others(self, place: int) -> Iterator[Quantity]:
        """Yield the parts joined to the first one, while nobody can count as two of them."""
        found = [self.quantities[place]]
        for part in self.quantities[place + 1 : place + _MOST_ITEMS]:
            at = found[-1].last
            found.append(part)
            if not at < part.first == self.past_joiners(at) or not self.are_apart(found):
                return
            yield part

    def of(self, place: int) -> Parts | None:
        """Read "of the 150 dead, 80 were men", "of the 150 lost at sea, 80" at a clause's start."""
        whole, part = self.quantities[place], self.quantities[place + 1]
        start = self.share_start(whole, 0)
        is_opening = start is not None and (not start or self.word(start - 1) in (",", ";"))
        lead = part.first - 1 - whole.last
        # "Von den 90 Abgeordneten sind 27": a verb may lead to the part as well.
        verbs = self.language.discourse.passives | self.language.discourse.auxiliaries
        is_led = self.word(part.first - 1) in verbs | {","}
        is_next = is_led and self.is_plain(whole.last, lead)
        if not is_opening or not is_next or not self.belongs(whole, part, is_listed=False):
            return None
        return Parts(whole, (part, *self.answers(whole, place + 1)), is_complete=False)

    def answers(self, whole: Quantity, place: int) -> tuple[Quantity, ...]:
        """Return the numbers behind one that gave other answers: "19 for, six against"."""
        run = [self.quantities[place]]
        for one in self.quantities[place + 1 : place + _MOST_ITEMS]:
            between = self.tokens[run[-1].last : one.first]
            joins = self.language.quantities.joins | {","}
            is_next = between and between[-1].word in joins and len(between) <= LONGEST_LEAD
            if not is_next or not self.belongs(whole, one, is_listed=False):
                break
            run.append(one)
        ends = [*(one.first for one in run[1:]), len(self.tokens)]
        tails = [
            tuple(token.word for token in self.tokens[one.last : end])
            for one, end in zip(run, ends, strict=True)
        ]
        are_others = are_opposed(tails, self.language) and is_object_told_once(tails, self.language)
        return tuple(run[1:]) if are_others else ()

    def among(self, place: int) -> Parts | None:
        """Read "80 men and 60 women among the 150 dead", "80 of the 150 dead"."""
        whole, part = self.quantities[place], self.quantities[place - 1]
        if self.share_start(whole, part.last) != part.last:
            return None
        if not self.belongs(whole, part, is_listed=False):
            return None
        before = self.quantities[place - 2] if place > 1 else None
        if before is not None and before.last < part.first == self.past_joiners(before.last):
            if not self.are_apart((before, part)) or not self.is_alike(whole, before):
                return None
            return Parts(whole, (before, part), is_complete=False)
        return Parts(whole, (part,), is_complete=False)

    def share_start(self, whole: Quantity, floor: int) -> int | None:
        """Return where "of the" before a whole begins; None where nothing makes it one."""
        start, articles = whole.first, self.language.discourse.articles
        while start > floor and self.word(start - 1) in self.language.checks.shares:
            start -= 1
        words = {token.word for token in self.tokens[start : whole.first]}
        return start if words - articles else None
