"""Lists of shares of one whole in a sentence: answers that exclude each other, men and women."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._case import is_figure, tokens_of, word_at
from checker.interval import ZERO
from checker.model import Language, Quantity, Token, TokenKind

_HUNDRED = Decimal(100)
# "Of voters said yes"; what is longer may say of what else it is a share.
_LONGEST_TAIL = 4
# "Said they were for the tunnel", where the other shares leave the tunnel unsaid.
_LONGEST_FIRST = 7


def listed_shares(
    quantities: Sequence[Quantity], language: Language
) -> Iterator[tuple[Quantity, ...]]:
    """Yield every list of percentages in one sentence that must be shares of one whole."""
    for run in _runs(quantities, language):
        tails = [_tail(one, language) for one in run]
        if any(tail is None for tail in tails):
            continue
        words = [tuple(token.word for token in tail or ()) for tail in tails]
        is_long = any(len(tail) > _LONGEST_TAIL for tail in words)
        are_answers = are_opposed(words, language) and is_object_told_once(words, language)
        is_one = are_answers or _are_divided(run, language)
        is_rest = _is_rest(run[-1], language) and not _is_told_before(run)
        if is_one or (not is_long and (is_rest or _are_parted(words, language))):
            yield run


def _runs(quantities: Sequence[Quantity], language: Language) -> Iterator[tuple[Quantity, ...]]:
    """Yield percentages that follow each other with commas or "and" between them."""
    run: list[Quantity] = []
    for quantity in quantities:
        if not _is_share(quantity) or (run and not _is_next(run[-1], quantity, language)):
            if len(run) > 1:
                yield tuple(run)
            run = []
        if _is_share(quantity):
            run.append(quantity)
    if len(run) > 1:
        yield tuple(run)


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == "percent" and is_figure(quantity)


def _is_next(one: Quantity, other: Quantity, language: Language) -> bool:
    """Whether a comma or "and" parts two percentages."""
    words = {token.word for token in tokens_of(one)[one.last : other.first]}
    return bool(words & ({","} | language.quantities.joins))


def _tail(quantity: Quantity, language: Language) -> tuple[Token, ...] | None:
    """Return the few words behind a percentage; None where they are many, or tell of a time."""
    ends = {",", ".", ";", "!", "?", *language.quantities.joins}
    found: list[Token] = []
    for token in tokens_of(quantity)[quantity.last :]:
        if token.word in ends:
            return tuple(found)
        if token.kind is not TokenKind.WORD or len(found) == _LONGEST_FIRST:
            return None
        if token.word in language.dates.anchors:
            return None
        found.append(token)
    return tuple(found)


def _are_divided(run: Sequence[Quantity], language: Language) -> bool:
    """Whether a colon opens the list of what a whole is divided into: "from two sources: 60%"."""
    tokens, first = tokens_of(run[0]), run[0].first
    lead = {token.word for token in tokens[:first]}
    words = language.discourse
    follows = (words.receivers | words.givers | words.purpose) - words.belonging
    return (
        word_at(tokens, first - 1) == ":"
        and bool(lead & language.checks.divides)
        and all(word_at(tokens, one.last) in follows for one in run)
    )


def is_object_told_once(tails: Sequence[tuple[str, ...]], language: Language) -> bool:
    """Whether one share alone says for or against what: "52% for the tunnel, 40% against"."""
    sides = frozenset().union(*language.checks.opposites.values())
    objects = (language.discourse.prepositions | language.discourse.articles) - sides
    return sum(bool(objects & set(tail)) for tail in tails) <= 1


def _is_rest(quantity: Quantity, language: Language) -> bool:
    """Whether a percentage is called the remaining one."""
    tokens, words = tokens_of(quantity), language.checks.remaining
    around = (*tokens[max(quantity.first - 1, 0) : quantity.first], *tokens[quantity.last :][:1])
    return any(token.word in words for token in around)


def _is_told_before(run: Sequence[Quantity]) -> bool:
    """Whether one share alone leaves the last: "it had 60%, has 80% and buys the remaining 20%"."""
    rest = run[-1].value or ZERO
    return len(run) > 2 and any((one.value or ZERO) + rest == _HUNDRED for one in run)


def are_opposed(tails: Sequence[tuple[str, ...]], language: Language) -> bool:
    """Whether two shares gave answers that exclude each other: "yes" and "no"."""
    for group in language.checks.opposites.values():
        told = [group & set(tail) for tail in tails]
        if all(len(words) < 2 for words in told) and len(frozenset().union(*told)) > 1:
            return sum(bool(words) for words in told) == len(frozenset().union(*told))
    return False


def _are_parted(tails: Sequence[tuple[str, ...]], language: Language) -> bool:
    """Whether every share is one of people of whom nobody is two: "60% men and 40% women"."""
    skipped = language.discourse.passives | language.discourse.auxiliaries
    skipped |= language.discourse.articles | language.discourse.definite
    nouns: list[set[str]] = []
    for tail in tails:
        word = next((word for word in tail if word not in skipped), "")
        is_base = bool(tail) and tail[0] in language.discourse.belonging
        forms = {word, word.removesuffix("s"), language.quantities.plurals.get(word, "")}
        nouns.append(set() if is_base else forms)
    return any(
        all(forms & group for forms in nouns)
        and len({word for forms in nouns for word in forms & group}) == len(nouns)
        for group in language.checks.partitions.values()
    )
