"""What numbers of one sentence owe each other: parts of one sum, ends of one range, a unit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.exclusions.gaps import gap_start
from checker.measures import change_before
from checker.model import Language, TokenKind
from checker.nouns import Written, is_plural
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
    is_far_part,
    is_included,
    is_of_them,
)
from checker.quantities.rates import add_rate, share_rate
from checker.rows import NamedTuple
from checker.values import replace

# More people are rarely told with their ages in one list.
_MOST_AGES = 6
_ENDS = frozenset(",.;:)–—-")
# "30 non - union and".
_MOST_ADJECTIVES = 5
_WORD = TokenKind.WORD
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
    for before, draft in pairwise(drafts):
        _tell_level(before, draft)
    for draft, following in pairwise(drafts):
        count_behind(draft, following)
    free_spans(drafts)
    _tell_ages(drafts)
    _share_units(drafts)
    _share_rates(drafts)


def _tell_level(before: Draft, draft: Draft) -> None:
    """Take a level that a change led to for no bound: "perdió 25 centavos `hasta` 31 dólares"."""
    tokens, language = draft.tokens, draft.language
    if draft.mention.hedges != ("at_most",) or before.last != draft.mention.first:
        return
    hedge = tokens[before.last : draft.mention.number_first]
    is_preposition = any(token.word in language.discourse.prepositions for token in hedge)
    if not is_preposition or change_before(tokens, before.first, language) is None:
        return
    draft.mention = replace(draft.mention, hedges=())
    if draft.is_bare:
        draft.take(before)


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
        is_listed = is_listed or _begins_list(draft, following)
        is_listed = is_listed or _is_suspended(draft, following)
        is_listed = is_listed and not _counts_children(draft, following)
        if is_listed or _is_tolerance(draft, following):
            draft.take(following)
    seen = _Seen()
    for before, draft in pairwise(drafts):
        if before.kind == "age" and draft.kind == "duration" and _is_next_age(before, draft):
            draft.kind = "age"
        seen = seen.with_next(before)
        source = _source(before, draft, seen) if draft.is_bare else None
        if source is None:
            continue
        draft.take(source)
        draft.change = draft.change or difference(draft)
        if draft.change is None and is_included(before, draft, before.last):
            draft.change = before.change
        if "/" not in draft.unit:
            # "22 burglaries, compared with an average of 20 per week".
            add_rate(draft)


def _counts_children(draft: Draft, following: Draft) -> bool:
    """Whether a number before an age counts children: "a mother of | three, 33,"."""
    words, tokens, of = draft.language, draft.tokens, draft.first - 1
    is_of = of > 0 and tokens[of].word in words.discourse.belonging
    return is_of and following.kind == "age" and tokens[of - 1].word in words.checks.kin


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
            draft if is_count and (draft.is_level or draft.kind == "count") else self.counted,
            draft if is_count else self.moved,
            draft if is_head else self.head,
        )


def _source(before: Draft, draft: Draft, seen: _Seen) -> Draft | None:
    """Return the number whose unit a bare number behind `before` has, None for none."""
    goes_on = before.kind == "age" and _is_also_aged(before, draft)
    goes_on = goes_on or _is_side(before, draft) or _is_gapped(before, draft)
    goes_on = goes_on or is_included(before, draft, before.last)
    goes_on = goes_on or _is_of_rival(before, draft)
    if goes_on or draft.is_reached_by(before) or _is_of_whole(before, draft):
        return before
    moved, counted, head = seen.moved, seen.counted, seen.head
    if _ends_move(before, draft) or (moved is not None and is_far_part(moved, before, draft)):
        return moved
    if draft.is_compared:
        return seen.level
    if counted is not None and _goes_on(counted, draft):
        return counted
    if head is not None and (
        (is_more(draft) and _is_clear(head, before, draft))
        # "12 ships in 3 ports, 2 of them" may be either.
        or (head is counted and is_of_them(head, draft))
    ):
        return head
    goes_on = draft.continues(before) or draft.parts_like(before)
    return before if before.is_level and goes_on else None


def _is_side(before: Draft, draft: Draft) -> bool:
    """Whether a bare number is the other side of something: "3 mètres `sur` 4"."""
    between = [token.word for token in draft.tokens[before.last : draft.first]]
    sides = draft.language.quantities.sides
    return before.kind == "dimension" and len(between) == 1 and between[0] in sides


def _is_of_whole(whole: Draft, draft: Draft) -> bool:
    """Whether the sentence begins with the whole of which it counts some: "of the 32 guns, 5 "."""
    tokens, words, first = draft.tokens, draft.language.numbers, whole.first
    first -= first > 1 and tokens[first - 1].word in draft.language.quantities.determiners
    opener = tokens[0].word
    is_of = opener in words.of or opener in words.ratios
    is_of = is_of or opener in draft.language.discourse.definite
    between = tokens[whole.last : draft.first]
    is_first = whole.kind == "count" and first == 1 and is_of
    # "Sur les 577 élus, 300 ont voté", "of the 32 guns, 5 worked".
    return is_first and [token.word for token in between] == [","]


# "To the outgoing president's 232".
_LONGEST_RIVAL = 6


def _is_of_rival(before: Draft, draft: Draft) -> bool:
    """Whether the number is what another has of the same: "306 votes to Ruiz's 232"."""
    words = draft.language
    between = [token.word for token in draft.tokens[before.last : draft.first]]
    is_level = before.kind in ("count", "percent") and before.change is None
    if not is_level or not 1 < len(between) <= _LONGEST_RIVAL:
        return False
    word, owners = between[-1], words.quantities.determiners & words.numbers.share_next
    is_owned = word in words.sentences.suffixes or word in words.discourse.possessives
    is_owned = is_owned or (word in owners and word not in words.discourse.articles)
    return is_owned and (between[0] in words.checks.targets or between[0] in words.checks.against)


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
    part, all_of_it = draft.mention.value, whole.mention.value
    if part is not None and all_of_it is not None and part > all_of_it:
        # "Sold 300,000 in its first three days".
        return False
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


def _begins_list(draft: Draft, following: Draft) -> bool:
    """Whether the next number got its unit from the end of a list: "âgés de `4`, 7 et 9 ans"."""
    mention = following.mention
    is_given = bool(following.unit) and (following.first, following.last) == (
        mention.number_first, mention.number_last,
    )  # fmt: skip
    if not is_given or not draft.is_bare or mention.hedges:
        return False
    return [token.word for token in draft.tokens[draft.last : following.first]] == [","]


def _is_next_age(before: Draft, draft: Draft) -> bool:
    """Whether one more age of a list was told with the unit of all: "4, 7 et `9 ans`"."""
    between = draft.tokens[before.last : draft.first]
    is_listed = len(between) == 1 and between[0].word in {",", *draft.language.quantities.joins}
    return is_listed and before.last == before.mention.last and before.unit == draft.unit


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


def _is_suspended(draft: Draft, following: Draft) -> bool:
    """Whether the noun stands behind the next number: "30 northern and 12 southern villages"."""
    tokens, words, head = draft.tokens, draft.language.quantities, draft.head
    if head is None or following.head is None or draft.mention.value == 1:
        return False
    between = tokens[head : following.first]
    is_near = 1 < len(between) <= _MOST_ADJECTIVES and between[-1].word in words.joins
    if not is_near or words.is_head_first or words.has_capital_nouns:
        return False
    if tokens[head].kind != TokenKind.WORD or is_plural(tokens[head].word, words):
        return False
    is_open = all(
        token.word == "-" or not (token.word in words.stops or token.word in words.verbs)
        for token in between[:-1]
    )
    return is_open and is_plural(tokens[following.head].word, words)


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
