"""What numbers of one sentence owe each other: parts of one sum, ends of one range, a unit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.exclusions.gaps import gap_start
from checker.model import Language, TokenKind
from checker.nouns import Written
from checker.phrases import phrase_at
from checker.quantities.ages import is_last_of_names
from checker.quantities.bounds import free_spans, join_ends, share_bounds
from checker.quantities.changes import difference, is_more
from checker.quantities.counting import count_behind, past_owner
from checker.quantities.draft import Draft
from checker.quantities.parts import (
    add_bare_subunits,
    add_hundredths,
    add_smaller,
    add_subunits,
    imply_units,
)
from checker.quantities.rates import add_rate, share_rate
from checker.rows import NamedTuple

# More people are rarely told with their ages in one list.
_MOST_AGES = 6
_ENDS = frozenset(",.;:)–—-")
_MARKS = frozenset({"±", "+"})


def join(drafts: list[Draft], language: Language) -> None:
    """Join the drafts of one sentence, and let bare numbers take the unit that is theirs."""
    _drop_denominators(drafts)
    imply_units(drafts, language)
    add_hundredths(drafts, language)
    add_bare_subunits(drafts, language)
    add_subunits(drafts, language)
    add_smaller(drafts, language)
    join_ends(drafts, language)
    share_bounds(drafts)
    for draft, following in pairwise(drafts):
        count_behind(draft, following)
    free_spans(drafts)
    _tell_ages(drafts)
    _share_units(drafts)
    _share_rates(drafts)


def _drop_denominators(drafts: list[Draft]) -> None:
    """Drop the 100,000 of "12 deaths per 100,000 people", which is part of the unit."""
    for place in range(len(drafts) - 1, 0, -1):
        if drafts[place].mention.number_first < drafts[place - 1].last:
            del drafts[place]


def _share_units(drafts: Sequence[Draft]) -> None:
    """Let bare numbers take the unit of their list ("8 or 9 euros") or of what they meet."""
    for place in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[place], drafts[place + 1]
        is_listed = draft.is_listed_with(following) or _is_part(draft, following)
        if is_listed or _is_tolerance(draft, following):
            draft.take(following)
    seen = _Seen()
    for before, draft in pairwise(drafts):
        seen = seen.with_next(before)
        source = _source(before, draft, seen) if draft.is_bare else None
        if source is None:
            continue
        draft.take(source)
        draft.change = draft.change or difference(draft)
        if "/" not in draft.unit:
            # "22 burglaries, compared with an average of 20 per week".
            add_rate(draft)


class _Seen(NamedTuple):
    """
    The last level, the last one that was counted or paid, and the last count or sum at all.

    `head` is the last one counted that stands behind no preposition: 3 ships "in 2 ports".
    """

    level: Draft | None = None
    counted: Draft | None = None
    moved: Draft | None = None
    head: Draft | None = None

    def with_next(self, draft: Draft) -> _Seen:
        """Return what has been seen with `draft` too."""
        is_count = draft.kind in ("count", "currency")
        before = draft.tokens[draft.first - 1].word if draft.first else ""
        is_head = is_count and before not in draft.language.discourse.prepositions
        return _Seen(
            draft if draft.is_level else self.level,
            draft if draft.is_level and is_count else self.counted,
            draft if is_count else self.moved,
            draft if is_head else self.head,
        )


def _source(before: Draft, draft: Draft, seen: _Seen) -> Draft | None:
    """Return the number whose unit a bare number behind `before` has, None for none."""
    is_aged = before.kind == "age" and _is_also_aged(before, draft)
    is_aged = is_aged or _is_gapped(before, draft)
    if is_aged or draft.is_reached_by(before) or _is_of_whole(before, draft):
        return before
    if _ends_move(before, draft):
        return seen.moved
    if draft.is_compared:
        return seen.level
    if seen.counted is not None and _goes_on(seen.counted, draft):
        return seen.counted
    if seen.head is not None and is_more(draft) and _is_clear(seen.head, before, draft):
        return seen.head
    goes_on = draft.continues(before) or draft.parts_like(before)
    return before if before.is_level and goes_on else None


def _is_of_whole(whole: Draft, draft: Draft) -> bool:
    """Whether the sentence begins with the whole of which it counts some: "of the 32 guns, 5 "."""
    tokens, words, first = draft.tokens, draft.language.numbers, whole.first
    first -= first > 1 and tokens[first - 1].word in draft.language.quantities.determiners
    is_whole = whole.kind == "count" and first == 1 and tokens[0].word in words.of
    between = tokens[whole.last : draft.first]
    following = tokens[draft.last].word if draft.last < len(tokens) else ""
    is_subject = following in draft.language.quantities.stops
    return is_whole and len(between) == 1 and between[0].word == "," and is_subject


def _goes_on(counted: Draft, draft: Draft) -> bool:
    """Whether a bare number is more of what was `counted`: "300 fewer", "and 12 in May"."""
    is_told = draft.is_continued and draft.pays(counted)
    return is_told or difference(draft) is not None


def _is_gapped(before: Draft, draft: Draft) -> bool:
    """Whether only a name stands before one more number: "took 12 medals, Spain 9"."""
    if before.kind not in ("count", "percent") or draft.mention.hedges:
        return False
    written = Written(draft.tokens, draft.text)
    start = gap_start(written, draft.first, draft.last, draft.language)
    if start is None or start <= before.last:
        return False
    between = [token.word for token in draft.tokens[before.last : start]]
    links = {",", *draft.language.quantities.joins, *draft.language.discourse.articles}
    return links.issuperset(between)


def _is_clear(head: Draft, before: Draft, draft: Draft) -> bool:
    """Whether "more" goes on with what was counted last, or a verb stands before it."""
    joins = draft.language.quantities.joins
    return head is before or draft.tokens[draft.first - 1].word not in joins


def _is_part(draft: Draft, whole: Draft) -> bool:
    """Whether a bare number is some of the `whole` count: "28 of the 32 drones"."""
    tokens, at, language = draft.tokens, draft.last, draft.language
    if not draft.is_bare or whole.kind not in ("count", "duration") or at >= len(tokens):
        return False
    outer = phrase_at(language.numbers.ratios, tokens, at)
    at = at + (tokens[at].word in language.numbers.of) if outer is None else outer[0]
    if at < len(tokens):
        word = tokens[at].word
        at += word in language.discourse.articles or word in language.quantities.determiners
        at = past_owner(tokens, at, language)
        # "Two of their last 11 games".
        at += at < len(tokens) and tokens[at].word in language.numbers.share_cues
    # "Two of the three days", but "i 950 di dieci anni fa" are no years.
    is_told = whole.kind == "count" or at > draft.last + 1
    return is_told and draft.last < at == whole.first


def _tell_ages(drafts: Sequence[Draft]) -> None:
    """Read as many bare numbers as people were counted as their ages: "two boys, 6 and 9,"."""
    for before, draft in pairwise(drafts):
        if before.kind != "count" or not draft.is_bare or before.head is None:
            continue
        tokens, first = draft.tokens, draft.first
        is_apposed = tokens[before.last].word == "," and first == before.last + 1
        is_of_people = tokens[before.head].word in draft.language.quantities.age_nouns
        if is_apposed and is_of_people and _listed(draft) == before.mention.value:
            draft.kind, draft.unit = "age", "year"


def _listed(draft: Draft) -> int:
    """Count the figures of the list that begins with a bare number; 0 where more is said."""
    tokens, at, count = draft.tokens, draft.first, 0
    links, end = {",", *draft.language.quantities.joins}, draft.last
    while count < _MOST_AGES and at < len(tokens) and tokens[at].word.isdecimal():
        count, end = count + 1, at + 1
        at = end + (end < len(tokens) and tokens[end].word in links)
        at += end < at < len(tokens) and tokens[at].word in links
        if at == end:
            break
    return count if end >= len(tokens) or tokens[end].word in _ENDS else 0


def _is_also_aged(before: Draft, draft: Draft) -> bool:
    """Whether a bare number is one more age: "aged 12 and 14", "aged 12, 14 and 20"."""
    if is_last_of_names(draft.mention, before.last, draft.language, draft.text):
        return True
    between = [token.word for token in draft.tokens[before.last : draft.first]]
    joins = draft.language.quantities.joins
    if not between or draft.mention.hedges not in ((), ("range",)):
        return False
    if len(between) == 1 and between[0] in joins:
        return True
    if between[0] != "," or not joins.issuperset(between[1:2]) or between[2:]:
        return False
    following = draft.tokens[draft.last].word if draft.last < len(draft.tokens) else "."
    return following in ",.;)" or (len(between) == 1 and following in joins)


# "Lost 0.6 %, to end at 7,512".
_MOST_WORDS = 4


def _ends_move(before: Draft, draft: Draft) -> bool:
    """Whether a share moved something to this bare level: "fell 45 points, or 0.6%, to 7,512"."""
    between = draft.tokens[before.last : draft.first]
    if before.kind != "percent" or not 0 < len(between) <= _MOST_WORDS:
        return False
    ranges = draft.language.numbers.ranges.get("", ())
    at = between[0].word == "," and len(between) > 1
    return between[at].kind == TokenKind.WORD and between[at].word in ranges


def _is_tolerance(draft: Draft, following: Draft) -> bool:
    """Whether the second number says how exact the first one is: "125.1 ± 0.2 GeV"."""
    if not draft.is_bare or following.is_bare or draft.last != following.first:
        return False
    return draft.tokens[following.first].word in _MARKS


def _share_rates(drafts: Sequence[Draft]) -> None:
    """Let a sum take the rate that stands behind its conversion: "9 marks (5 euros) a share"."""
    for before, draft in pairwise(drafts):
        between = draft.tokens[before.last : draft.first]
        if len(between) != 1 or between[0].word != "(" or before.kind != draft.kind:
            continue
        share_rate(before, draft)
