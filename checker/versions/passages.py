"""The sentences of two versions that hold numbers, and which of them belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from checker.lines import places
from checker.model import Claim, Language, Mark, Placed, Quantity, Span, TokenKind
from checker.model.versions import Stated
from checker.rows import NamedTuple
from checker.text import by_sentence

# Of two sentences this share of the words is the same, or they are no versions of one.
_LEAST_ALIKE = 0.5
# A sentence that grew keeps its words, so that of the shorter one this share is found again ...
_LEAST_KEPT = 0.7
# ... which says nothing of sentences with fewer words.
_FEWEST_KEPT = 3
# A word of more sentences than this tells none of them; it keeps the time linear.
_MOST_HOLDERS = 40


class Passage(NamedTuple):
    """
    A sentence with its numbers.

    `shape` are its words with a placeholder for each number, which names what is measured, not how
    much. `words` are those that tell it from others. `is_note` says that it stands in a correction
    note.
    """

    numbers: tuple[Stated, ...]
    shape: tuple[str, ...]
    words: frozenset[str]
    is_note: bool

    @property
    def key(self) -> Hashable:
        """What two passages share that state the same numbers in the same words."""
        return self.shape, tuple(figure_of(one.quantity) for one in self.numbers)


Pair = tuple[Passage | None, Passage | None]
"""A sentence of the older version, and what became of it in the newer one."""


def figure_of(quantity: Quantity) -> Hashable:
    """Return how much is told: the number, or its ends, with its bound."""
    return quantity.value, quantity.low, quantity.high, quantity.bound


def measure_of(quantity: Quantity) -> str:
    """Name what is measured: things counted by their noun, all else by kind and unit."""
    return f"{_CLASSES.get(quantity.kind, quantity.kind)}:{quantity.unit}"


# Whether "300" is a bare number or a count hangs on the words around it.
_CLASSES = {"number": "count"}


def passages_of(placed: Placed, language: Language, notes: Sequence[Span]) -> list[Passage]:
    """Return the sentences of a version that hold numbers; boilerplate is left alone."""
    read, reading = placed
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[id(claim.quantity)].append(claim)
    where, article = places(read.article), read.article
    told = [one for one in read.quantities if not _is_aside(article.mark_at(one.span.start))]
    found = []
    for group in by_sentence(told):
        numbers = []
        for one in group:
            quote = article.text[slice(*one.mention.sentence.quoted)]
            place = where.at(one.span.start)
            own = tuple(claims.get(id(one), ()))
            numbers.append(Stated(one, place.path, place.line, place.column, quote, own))
        found.append(_passage(tuple(numbers), language, notes))
    return found


def _is_aside(mark: Mark | None) -> bool:
    return mark is not None and mark.reason == "boilerplate"


def _is_inside(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset stands in one of some spans, which are in order."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _passage(numbers: tuple[Stated, ...], language: Language, notes: Sequence[Span]) -> Passage:
    """Describe a sentence by its words and what its numbers measure."""
    shape = _shape([one.quantity for one in numbers])
    # A time of day has a colon too, and tells little.
    words = {word for word in shape if ":" not in word} - language.stop_words
    for one in numbers:
        words |= {one.quantity.unit} if one.quantity.kind == "count" else set()
        words |= {f"claim:{key}" for key in map(claim_key, one.claims)}
    start = numbers[0].quantity.mention.sentence.span.start
    return Passage(numbers, shape, frozenset(words), _is_inside(start, notes))


def claim_key(claim: Claim) -> Hashable:
    """Return what two claims share that speak of the same: rule and facets."""
    return claim.rule, tuple((match.name, match.value) for match in claim.facets)


def _shape(quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """Return the words of a sentence in which placeholders with a colon stand for its numbers."""
    tokens, shape, at = quantities[0].mention.sentence.tokens, [], 0
    for one in quantities:
        shape += [t.word for t in tokens[at : one.first] if t.kind != TokenKind.SYMBOL]
        shape.append(measure_of(one))
        at = max(at, one.last)
    shape += [t.word for t in tokens[at:] if t.kind != TokenKind.SYMBOL]
    return tuple(shape)


# --------------------------------------------------------------------------- alignment


def align(old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """
    Pair the sentences of two versions, those that stand alone too.

    What is the same at both ends is set aside; then come sentences that are the same elsewhere
    (moved), those with the same words and other numbers, and last those that are alike.
    """
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    pairs: list[Pair] = [*zip(old[:first], new[:first], strict=True)]
    ends = [*zip(old[len(old) - last :], new[len(new) - last :], strict=True)]
    left, right = list(old[first : len(old) - last]), list(new[first : len(new) - last])
    keys: tuple[Callable[[Passage], Hashable], ...] = (lambda p: p.key, lambda p: p.shape)
    for key in keys:
        made, left, right = _by_key(left, right, key)
        pairs += made
    made, left, right = _alike(left, right)
    pairs += [*made, *ends]
    return [*pairs, *((one, None) for one in left), *((None, one) for one in right)]


def _shared(old: Iterable[Passage], new: Iterable[Passage]) -> int:
    """Count the passages at the beginning that are the same."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count


Left = tuple[list[Pair], list[Passage], list[Passage]]
"""Pairs that were made, and what is left of each version."""


def _by_key(old: list[Passage], new: list[Passage], key: Callable[[Passage], Hashable]) -> Left:
    """Pair passages that share a key, in order."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for number, passage in enumerate(new):
        waiting[key(passage)].append(number)
    found = [(i, waiting[key(p)].popleft()) for i, p in enumerate(old) if waiting.get(key(p))]
    return _taken(old, new, found)


def _taken(old: list[Passage], new: list[Passage], found: Sequence[tuple[int, int]]) -> Left:
    """Make the pairs of some numbers of passages, and leave the others."""
    gone, come = {one for one, _ in found}, {other for _, other in found}
    return (
        [(old[one], new[other]) for one, other in found],
        [passage for number, passage in enumerate(old) if number not in gone],
        [passage for number, passage in enumerate(new) if number not in come],
    )


def _alike(old: list[Passage], new: list[Passage]) -> Left:
    """Pair the passages that share most of their words, the likest first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(new):
        for word in passage.words:
            holders[word].append(number)
    scored = []
    for number, passage in enumerate(old):
        near = Counter(
            other
            for word in passage.words
            if len(holders.get(word, ())) <= _MOST_HOLDERS
            for other in holders.get(word, ())
        )
        for other in near:
            alike = _likeness(passage.words, new[other].words)
            if alike:
                scored.append((-alike, number, other))
    found: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, one, another in sorted(scored):
        if one not in taken[0] and another not in taken[1]:
            found.append((one, another))
            taken[0].add(one)
            taken[1].add(another)
    return _taken(old, new, sorted(found))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike two sets of words are, 0 when they are no versions of one sentence."""
    shared, least = len(one & other), min(len(one), len(other))
    alike = 2 * shared / (len(one) + len(other))
    is_kept = least >= _FEWEST_KEPT and shared / least >= _LEAST_KEPT
    return alike if alike >= _LEAST_ALIKE or is_kept else 0.0
