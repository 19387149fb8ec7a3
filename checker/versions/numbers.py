"""Which number of one version is which of the other, and whether it is still the same number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from checker.interval import Interval
from checker.model import Claim, Quantity, TokenKind
from checker.model.versions import NumberChange, Stated
from checker.rows import NamedTuple
from checker.units import convert, same_dimension
from checker.versions.passages import Passage, align, claim_key, figure_of, measure_of

# Words before and behind a number that tell which one it is; nearer ones tell more.
_WINDOW = 6
# A function word tells less than others.
_STOP_WEIGHT = 0.3
# The noun may be any word for the same things.
_NOUN_WEIGHT = 0.5
# What speaks for two numbers being one beside the words around them (1 where these are the same):
# the same figure, the same claim, the same unit.
_SAME_FIGURE, _SAME_CLAIM, _SAME_UNIT = 0.5, 0.5, 0.25
# Two numbers of sentences that belong together are one from this score on.
_LEAST_SCORE = 0.4
# Elsewhere an equal number needs some word in common, another one most of them.
_LEAST_CONTEXT, _MOST_OF_CONTEXT = 0.1, 0.6
# More pairs than these are not tried one by one, so that the time stays linear.
_MOST_PAIRS = 2_500
_CONVERTED = frozenset({"dimension", "duration"})
_COUNTED = frozenset({"count", "number"})

Context = Mapping[tuple[bool, str], float]
"""The words around a number with their weight; each with whether it stands behind the number."""
Score = Callable[[Stated, Stated, float], float]
"""Says how much speaks for two numbers being one, from how close the words around them are."""


class Sides(NamedTuple):
    """The passages of both versions, and the words that tell nothing."""

    old: Sequence[Passage]
    new: Sequence[Passage]
    stop_words: Iterable[str]


Found = list[tuple[Stated, Stated]]
"""Numbers of the older version with what they are in the newer one."""


def number_changes(sides: Sides) -> tuple[tuple[NumberChange, ...], int]:
    """Return what changed in the order of the text, and count the numbers that did not."""
    stops = frozenset(sides.stop_words)
    found: Found = []
    left: tuple[list[Stated], list[Stated]] = ([], [])
    for before, after in align(sides.old, sides.new):
        one, other = before.numbers if before else (), after.numbers if after else ()
        if before and after and before.shape == after.shape:
            found += zip(one, other, strict=True)
            continue
        made = _best(one, other, stops, _score)
        found += made
        left[0].extend(_others(one, [a for a, _ in made]))
        left[1].extend(_others(other, [b for _, b in made]))
    notes = {id(n) for side in sides[:2] for p in side if p.is_note for n in p.numbers}
    rest = [[number for number in side if id(number) not in notes] for side in left]
    made = _elsewhere(rest[0], rest[1], stops)
    found += made
    gone = _others(rest[0], [a for a, _ in made])
    come = _others(rest[1], [b for _, b in made])
    changes = [NumberChange(a, b) for a, b in found if not is_same(a, b)]
    same = len(found) - len(changes)
    changes += [NumberChange(one, None) for one in gone]
    changes += [NumberChange(None, one) for one in come]
    return tuple(sorted(changes, key=_order)), same


def _order(change: NumberChange) -> tuple[int, bool, int]:
    """Sort by line; columns of two versions say nothing of each other."""
    return change.shown.line, change.after is not None, change.shown.column


def _others(numbers: Iterable[Stated], taken: Iterable[Stated]) -> list[Stated]:
    known = {id(one) for one in taken}
    return [one for one in numbers if id(one) not in known]


# --------------------------------------------------------------------------- the same number


def is_same(one: Stated, other: Stated) -> bool:
    """Whether two numbers say the same, however they are written."""
    a, b = one.quantity, other.quantity
    if are_apart(one.claims, other.claims) or (a.change and b.change and a.change != b.change):
        return False
    if figure_of(a) == figure_of(b):
        return _measures_meet(a, b)
    return _is_converted(a, b)


def are_apart(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether claims speak of different things: other rules, or facets that contradict."""
    if not one or not other:
        return False
    rules = {claim.rule: claim for claim in one}
    shared = [(rules[claim.rule], claim) for claim in other if claim.rule in rules]
    return not shared or any(_contradict(a, b) for a, b in shared)


def _contradict(one: Claim, other: Claim) -> bool:
    known = [(match.value, other.facet(match.name)) for match in one.facets]
    return any(value is not None and value != told for told, value in known)


def _measures_meet(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities may measure the same; a noun may be any word for what is counted."""
    if {a.kind, b.kind} <= _COUNTED or "number" in (a.kind, b.kind) or a.unit == b.unit:
        return True
    units = [{one.unit, *one.unit_candidates} for one in (a, b)]
    return not units[0].isdisjoint(units[1])


def _is_converted(a: Quantity, b: Quantity) -> bool:
    """Whether one number is exactly the other in another unit: "60 minutes", "one hour"."""
    is_plain = a.value is not None and b.value is not None and a.bound == b.bound
    if not is_plain or a.kind != b.kind or a.kind not in _CONVERTED or a.unit == b.unit:
        return False
    if a.value is None or b.value is None or not same_dimension(a.unit, b.unit):
        return False
    return convert(Interval(a.value, a.value), a.unit, b.unit) == Interval(b.value, b.value)


# --------------------------------------------------------------------------- pairs


def _score(one: Stated, other: Stated, closeness: float) -> float:
    """Score two numbers of sentences that belong together; 0 for too little."""
    a, b = one.quantity, other.quantity
    is_equal = is_same(one, other)
    if not is_equal and not _are_alike(a, b):
        return 0.0
    keys = {claim_key(claim) for claim in one.claims} & {claim_key(claim) for claim in other.claims}
    score = closeness + _SAME_FIGURE * is_equal + _SAME_CLAIM * bool(keys)
    score += _SAME_UNIT * bool(a.unit and a.unit == b.unit)
    return score if score >= _LEAST_SCORE else 0.0


def _are_alike(a: Quantity, b: Quantity) -> bool:
    """Whether one quantity may have become the other: they are of one kind."""
    if {a.kind, b.kind} <= _COUNTED:
        return True
    return a.kind == b.kind and (a.kind != "dimension" or same_dimension(a.unit, b.unit))


def _equal(one: Stated, other: Stated, closeness: float) -> float:
    """Score equal numbers of other sentences: they moved."""
    return closeness if closeness >= _LEAST_CONTEXT and is_same(one, other) else 0.0


def _claimed(_one: Stated, _other: Stated, closeness: float) -> float:
    """Score numbers of one claim: it is told in other words."""
    return 1 + closeness


def _around(_one: Stated, _other: Stated, closeness: float) -> float:
    """Score numbers of one unit among the same words."""
    return closeness if closeness >= _MOST_OF_CONTEXT else 0.0


def _elsewhere(old: list[Stated], new: list[Stated], stops: frozenset[str]) -> Found:
    """Pair numbers whose sentences do not belong together: moved ones, and told anew."""
    found: Found = []
    steps: tuple[tuple[Callable[[Stated], Hashable], Score], ...] = (
        (_equal_key, _equal),
        (_claims_key, _claimed),
        (_unit_key, _around),
    )
    for key, score in steps:
        one, other = _grouped(old, key), _grouped(new, key)
        for name in one.keys() & other.keys():
            if score is not _claimed or len(one[name]) == len(other[name]) == 1:
                found += _best(one[name], other[name], stops, score)
        old = _others(old, [a for a, _ in found])
        new = _others(new, [b for _, b in found])
    return found


def _equal_key(one: Stated) -> Hashable:
    unit = one.quantity.unit
    return (figure_of(one.quantity), measure_of(one.quantity)) if unit else None


def _unit_key(one: Stated) -> Hashable:
    return measure_of(one.quantity) if one.quantity.unit else None


def _claims_key(one: Stated) -> Hashable:
    return tuple(sorted(map(repr, map(claim_key, one.claims)))) or None


def _grouped(
    numbers: Iterable[Stated], key: Callable[[Stated], Hashable]
) -> dict[Hashable, list[Stated]]:
    """Group numbers by a key; None is none."""
    groups: dict[Hashable, list[Stated]] = defaultdict(list)
    for number in numbers:
        name = key(number)
        if name is not None:
            groups[name].append(number)
    return groups


def _best(
    old: Sequence[Stated], new: Sequence[Stated], stops: frozenset[str], score: Score
) -> Found:
    """Pair numbers, the best score first; in order where there are too many to try them all."""
    if len(old) * len(new) > _MOST_PAIRS:
        pairs = zip(old, new, strict=False)
        return [(a, b) for a, b in pairs if score(a, b, _closeness(a, b, stops))]
    scored = sorted(
        (-told, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (told := score(one, other, _closeness(one, other, stops)))
    )
    found: dict[int, int] = {}
    for _, i, j in scored:
        if i not in found and j not in found.values():
            found[i] = j
    return [(old[i], new[j]) for i, j in sorted(found.items())]


def _closeness(one: Stated, other: Stated, stops: frozenset[str]) -> float:
    """Return the share of the words around two numbers that is the same, from 0 to 1."""
    a, b = _context(one.quantity, stops), _context(other.quantity, stops)
    keys = a.keys() | b.keys()
    most = sum(max(a.get(key, 0.0), b.get(key, 0.0)) for key in keys)
    least = sum(min(a[key], b[key]) for key in a.keys() & b.keys())
    return least / most if most else 0.0


def _context(quantity: Quantity, stops: frozenset[str]) -> Context:
    """Weigh the words around a number, its noun among them."""
    tokens = quantity.mention.sentence.tokens
    before = tokens[max(quantity.first - 2 * _WINDOW, 0) : quantity.first][::-1]
    behind = tokens[quantity.last : quantity.last + 2 * _WINDOW]
    context: dict[tuple[bool, str], float] = {}
    if quantity.kind == "count":
        context[True, quantity.unit] = _NOUN_WEIGHT
    for is_behind, side in ((False, before), (True, behind)):
        words = [token.word for token in side if token.kind == TokenKind.WORD][:_WINDOW]
        for distance, word in enumerate(words, 1):
            weight = (_STOP_WEIGHT if word in stops else 1.0) / distance
            context[is_behind, word] = max(context.get((is_behind, word), 0.0), weight)
    return context
