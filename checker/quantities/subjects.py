"""Bare numbers that say how many a subject told of: "the number of arrests rose to 35"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Token, TokenKind
from checker.nouns import Written, noun_phrase
from checker.phrases import phrase_at, phrase_before
from checker.quantities.draft import Draft
from checker.rows import NamedTuple

# "The number of patients in the two wards, said ..." is a longer way off than this.
_MOST_WORDS = 24
# A relative clause has a verb of its own and one word beside it at least: "that hit | Ostra".
_FEWEST_RELATED = 2
_BOUNDS = (("more_than",), ("at_least",), ("less_than",), ("at_most",))


class _Subject(NamedTuple):
    """What a subject counts: the singular and the whole of its noun, its head, and its end."""

    unit: str
    noun: str
    head: int
    last: int


def count_subjects(drafts: Sequence[Draft]) -> None:
    """Let a bare number count what its subject says: "the death toll rose to 35"."""
    counted: Draft | None = None
    for place, draft in enumerate(drafts):
        if draft.unit:
            continue
        if counted is not None and _is_left(counted, draft):
            draft.take(counted)
        if draft.unit or not _may_count(draft):
            continue
        subject = _behind(draft)
        if subject is None:
            subject = _subject(draft)
            # No more numbers than words stand behind a subject.
            near = drafts[max(0, place - _MOST_WORDS) : place]
            if subject is None or not _leads(subject, draft, near):
                continue
        draft.kind, draft.unit, draft.noun = "count", subject.unit, subject.noun
        draft.head, counted = subject.head, draft


def _is_left(counted: Draft, draft: Draft) -> bool:
    """Whether a bare number is the level before the one that was counted: "to 35 from 60"."""
    if not draft.is_bare or draft.first != counted.last + 1:
        return False
    return draft.tokens[counted.last].word in draft.language.checks.origins


def _may_count(draft: Draft) -> bool:
    """Whether a bare number stands where a verb tells how many there are."""
    words, tokens, first = draft.language.quantities, draft.tokens, draft.first
    if not words.counters or not draft.is_bare or not first or draft.mention.via == "unnumbered":
        return False
    value = draft.mention.value
    if value is not None and (value < 0 or value != int(value)):
        return False
    if draft.change is not None or draft.mention.via == "moved from":
        return True
    is_bound = draft.mention.hedges[-1:] in _BOUNDS and first < draft.mention.number_first
    if is_bound and tokens[first].word not in draft.language.discourse.prepositions:
        # "The number of cases tops 300".
        return True
    return phrase_before(words.levels, tokens, first) is not None


def _subject(draft: Draft) -> _Subject | None:
    """Return the nearest subject before a number that says what is counted, or None."""
    tokens, words = draft.tokens, draft.language.quantities
    for at in range(draft.first - 1, max(draft.first - _MOST_WORDS, 0) - 1, -1):
        toll = phrase_at(words.tolls, tokens, at)
        if toll is not None and toll[0] <= draft.first:
            noun = draft.text[tokens[at].start : tokens[toll[0] - 1].end]
            return _Subject(toll[1], noun, toll[0] - 1, toll[0])
        counter = phrase_at(words.counters, tokens, at)
        if counter is not None:
            return _counted(draft, counter[0], draft.first)
    return None


def _behind(draft: Draft) -> _Subject | None:
    """Return the subject that stands behind its verb: "sube a 35 el número de muertos"."""
    tokens, words = draft.tokens, draft.language.quantities
    at = draft.last
    at += at < len(tokens) and tokens[at].word in draft.language.discourse.articles
    counter = phrase_at(words.counters, tokens, at) if at > draft.last else None
    return None if counter is None else _counted(draft, counter[0], len(tokens))


def _counted(draft: Draft, at: int, end: int) -> _Subject | None:
    """Return the noun behind "the number of", at `at` and before `end`."""
    tokens, language = draft.tokens, draft.language
    while at < end and tokens[at].word in language.discourse.articles:
        at += 1
    phrase = noun_phrase(Written(tokens, draft.text), at, language, False)
    if phrase is None or phrase.last > end:
        return None
    noun = draft.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
    return _Subject(phrase.unit, noun, phrase.head, phrase.last)


def _leads(subject: _Subject, draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether no clause, mark, rate or other level parts a number from its subject."""
    between = _own_words(draft, _after_aside(subject.last, draft))
    if between is None:
        return False
    if before and before[-1].first <= subject.head < before[-1].last:
        # "Three deaths were reported".
        return False
    return all(
        one.kind == "percent" or one.change is not None or one.mention.via == "moved from"
        for one in before
        if one.first in between
    )


def _own_words(draft: Draft, start: int) -> set[int] | None:
    """
    Return the tokens between a subject and its number, but for asides and a relative clause.

    None where a mark or another clause parts the two.
    """
    tokens, language = draft.tokens, draft.language
    openers = language.discourse.relatives | language.discourse.moments
    words = language.quantities
    stops = (language.sentences.clause_words - openers) | words.per | words.joins
    own, at, is_related = set[int](), start, False
    while at < draft.first:
        token = tokens[at]
        is_opener = token.word in openers
        # "Situa-se em 35": a pronoun that leans on its verb begins no clause.
        is_stop = token.word in stops and tokens[at - 1].word != "-"
        if is_stop or (is_opener and not _has_own_verb(draft, at)):
            return None
        if token.word == ",":
            at = _next_comma(draft, at)
        elif _is_mark(token):
            return None
        is_related = is_related or is_opener
        own |= set() if is_related else {at}
        at += 1
    return own if at == draft.first else None


def _is_mark(token: Token) -> bool:
    return token.kind == TokenKind.SYMBOL and token.word not in "-%"


def _next_comma(draft: Draft, comma: int) -> int:
    """Return the comma that closes what one opens before a number; the number if there is none."""
    places = range(comma + 1, draft.first)
    return next((at for at in places if draft.tokens[at].word == ","), draft.first)


def _has_own_verb(draft: Draft, opener: int) -> bool:
    """Whether a relative clause may end before the verb that leads to a number."""
    tokens, words = draft.tokens, draft.language.quantities
    verb = draft.first - 1
    for table in (words.levels, words.changes_before, words.moves):
        found = phrase_before(table, tokens, draft.first)
        verb = min(verb, found[0]) if found is not None else verb
    while tokens[verb - 1].word in draft.language.discourse.auxiliaries:
        verb -= 1
    return verb - opener > _FEWEST_RELATED


def _after_aside(start: int, draft: Draft) -> int:
    """Step over the opening of a clause that no comma closes: "the toll, | which rose to 35"."""
    tokens = draft.tokens
    if tokens[start].word != "," or _next_comma(draft, start) < draft.first:
        return start
    return start + 1 + (tokens[start + 1].word in draft.language.discourse.relatives)
