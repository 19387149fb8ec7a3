"""Lists of one item a line: below the whole they are parts of, or with their total as one item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks._case import Case, tokens_of, word_at
from checker.checks._kinds import are_kinds, are_near
from checker.checks._parts import Listing, Parts
from checker.model import Quantity
from checker.rows import NamedTuple

_BULLETS = frozenset("-*+•·–—‣◦")
# A list of numbers has them before its items, outside their sentences.
_GAP = re.compile(r"[^\S\n]*\n\s*(?:\d{1,2}[.)]\s*)?")
_MARK = re.compile(r"\s*(?:[-*+•·–—‣◦]|\d{1,2}[.)])\s")
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
# As much of the text is looked at around a list for another item.
_LONGEST_LINE = 300
# A longer one is a table.
_MOST_ITEMS = 30
# Two items may be of anything, unless one line says that it is their total.
_FEWEST = 3
_FEWEST_PARTS = 2


class _Item(NamedTuple):
    """The number that a line begins with, or that stands alone behind the `label` of a line."""

    quantity: Quantity
    label: str
    is_marked: bool


def lists_of(case: Case) -> Iterator[Parts]:
    """Yield every whole whose parts are told on lines of their own."""
    groups = [one for one in case.sentences(1) if one[0].mention.sentence.around is None]
    for place, group in enumerate(groups):
        tokens = tokens_of(group[0])
        if word_at(tokens, len(tokens) - 1) == ":":
            is_next = place + 1 < len(groups) and _is_next(case, group, groups[place + 1])
            items = _items(case, groups, place + 1) if is_next else ()
            found = _below(case, group, items) if items else None
        else:
            found = _with_total(case, groups, place)
        if found is not None:
            yield found


def _is_next(case: Case, group: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether nothing but the mark of an item stands between two sentences, on two lines."""
    end, start = group[0].mention.sentence.span.end, other[0].mention.sentence.span.start
    return bool(_GAP.fullmatch(case.article.text, end, start))


def _items(case: Case, groups: Sequence[Sequence[Quantity]], start: int) -> tuple[_Item, ...]:
    """Read the lines that follow each other from a place on; nothing where one tells no number."""
    found: list[_Item] = []
    for place in range(start, min(start + _MOST_ITEMS, len(groups))):
        if found and not _is_next(case, groups[place - 1], groups[place]):
            break
        item = _item(case, groups[place])
        if item is None:
            return ()
        found.append(item)
    end = groups[start + len(found) - 1][0].mention.sentence.span.end
    is_one_form = len({(bool(one.label), one.is_marked) for one in found}) == 1
    rest = case.article.text[end : end + _LONGEST_LINE]
    return tuple(found) if is_one_form and _is_over(rest, found[-1]) else ()


def _is_over(rest: str, last: _Item) -> bool:
    """Whether no further item follows, with or without a number."""
    if last.is_marked:
        return not _MARK.match(rest)
    line = next(iter(rest.strip().splitlines()), "").rstrip()
    return not line or line.endswith(_SENTENCE_ENDS)


def _is_begun(before: str, first: _Item) -> bool:
    """Whether no item stands above the first one that was read."""
    line = next(iter(reversed(before.rstrip().splitlines())), "").rstrip()
    return not _MARK.match(line) if first.is_marked else not line or line.endswith(":")


def _item(case: Case, group: Sequence[Quantity]) -> _Item | None:
    """Read one line; None where its number may be of a date, or one of several."""
    one, tokens, text = group[0], tokens_of(group[0]), case.article.text
    start = int(word_at(tokens, 0) in _BULLETS)
    at = one.mention.sentence.span.start
    before = text[max(at - _LONGEST_LINE, 0) : at].rstrip(" \t")
    is_marked = bool(start) or not before.endswith("\n")
    listing = Listing(group, case.setting.language)
    if one.value is None or one.bound != "=" or one.change or listing.dates:
        return None
    if one.first == start:
        return _Item(one, "", is_marked)
    if word_at(tokens, one.first - 1) != ":" or len(group) > 1 or one.last < len(tokens) - 1:
        return None
    return _Item(one, text[tokens[start].start : tokens[one.first - 2].end], is_marked)


def _below(case: Case, intro: Sequence[Quantity], items: Sequence[_Item]) -> Parts | None:
    """Take the last number of the sentence above a list for its whole, where it may be that."""
    listing = Listing(intro, case.setting.language)
    whole, parts = intro[-1], tuple(one.quantity for one in items)
    last = len(listing.tokens) - 1
    if not listing.is_plain(whole.last, last - whole.last) or listing.are_of_another(whole, parts):
        return None
    are_parts = all(listing.belongs(whole, one, is_listed=True) for one in parts)
    if len(parts) >= _FEWEST and not are_parts:
        bare = all(one.label and one.quantity.kind == "number" for one in items)
        language = case.setting.language
        are_parts = are_near(whole, parts) if bare else are_kinds(whole, parts, language)
    return Parts(whole, parts, is_complete=True) if are_parts and len(parts) > 1 else None


def _with_total(case: Case, groups: Sequence[Sequence[Quantity]], place: int) -> Parts | None:
    """Read the list that ends in an item called a total."""
    item = _item(case, groups[place])
    if item is None or not item.label or not _is_total(case, item.label):
        return None
    start = place
    while (
        start and place - start < _MOST_ITEMS and _is_next(case, groups[start - 1], groups[start])
    ):
        above_it = _item(case, groups[start - 1])
        # A total among the items is one of some of them.
        if above_it is None or _is_total(case, above_it.label):
            break
        start -= 1
    items = _items(case, groups[start : place + 1], 0)
    at = groups[start][0].mention.sentence.span.start
    above = case.article.text[max(at - _LONGEST_LINE, 0) : at]
    parts = tuple(one.quantity for one in items[:-1])
    units = {one.unit for one in (*parts, item.quantity)}
    if (
        len(parts) < _FEWEST_PARTS
        or len(units) > 1
        or not _is_begun(above[: above.rfind("\n") + 1], items[0])
    ):
        return None
    return Parts(item.quantity, parts, is_complete=True) if are_near(item.quantity, parts) else None


def _is_total(case: Case, label: str) -> bool:
    """Whether an item is called a total; few articles have lists that need to know."""
    from checker.tables import is_total

    return is_total(label, case.setting.language)
