"""In how many ways a rule's pattern can match at one place of a text of plain letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from checker.dialects import PLAIN
from checker.rows import NamedTuple

Node = tuple[Any, Any]
"""A part of a pattern: its name, and what it is made of."""

LONGEST = 1024
"""A sentence is taken to be so long: nothing is repeated more often."""

# More times than this, several ways each time are more than can be wanted.
_MANY = 8
_LOOKS = ("ASSERT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}

_Rest = tuple[Node, ...]
"""All that follows a part of a pattern."""


class _Ways(NamedTuple):
    """The ways of a part of a pattern, and those of what it looks at meanwhile, in all of them."""

    own: float = 1.0
    looks: float = 0.0


def ways_of(tree: Iterable[Node]) -> float:
    """Count the ways in which a whole pattern may match, or begin to, at one place."""
    return sum(_of_all(tree, ()))


def _of_all(tree: Iterable[Node], after: _Rest) -> _Ways:
    """
    Multiply the ways of what follows one another, and what comes `after` all of it.

    What is only looked at ends in one.
    """
    nodes = tuple(tree)
    own, looks = 1.0, 0.0
    for place, node in enumerate(nodes, 1):
        found = _ways(node, (*nodes[place:], *after))
        looks += own * found.looks if found.looks else 0
        own *= found.own
    return _Ways(own, looks)


def _ways(node: Node, after: _Rest) -> _Ways:
    """Count the ways of one part of a pattern, of which what comes `after` it may leave one."""
    name, argument = str(node[0]), node[1]
    if name in _LOOKS:
        return _Ways(1, sum(_of_all(argument[1], ())))
    if name in _REPEATS and _ends_where_it_must(argument[2], after):
        # None at all may also end at the edge of a word.
        return _Ways(1 if argument[0] or not after or str(after[0][0]) != "AT" else 2)
    return _READERS.get(name, _endless)(argument, after)


def _ends_where_it_must(tree: Iterable[Node], after: _Rest) -> bool:
    """Whether what is repeated, one character each time, cannot be the character after it."""
    nodes = list(tree)
    if len(nodes) != 1:
        return False
    repeated = _letters(nodes[0])
    following = _first(after, repeated) if repeated else None
    return following is not None and repeated is not None and repeated.isdisjoint(following)


def _first(nodes: Sequence[Node], repeated: frozenset[str]) -> frozenset[str] | None:
    """
    Return the letters with which what follows a repeated one may begin; None where any may be.

    At the end of a pattern there is none: it has matched, and is not asked for another way.
    """
    if not nodes:
        return frozenset()
    (node, *rest), name = nodes, str(nodes[0][0])
    if name == "AT":
        ends = _ends_there(str(node[1]), repeated)
        return frozenset() if ends else _first(rest, repeated)
    if name in _LOOKS:
        return _first(rest, repeated)
    if name in ("SUBPATTERN", "BRANCH", *_REPEATS):
        return _union(_first((*each, *rest), repeated) for each in _branches(name, node[1]))
    return _letters(node)


def _branches(name: str, argument: tuple[Any, ...]) -> Iterator[Iterable[Node]]:
    """Yield what a part of a pattern that holds others may begin with."""
    if name == "BRANCH":
        yield from argument[1]
    elif name == "SUBPATTERN":
        yield argument[3]
    else:
        # What is repeated may be followed by itself; only its beginning is looked at.
        yield argument[2]
        if not argument[0]:
            yield ()


def _union(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for part in parts:
        if part is None:
            return None
        found |= part
    return found


def _ends_there(place: str, repeated: frozenset[str]) -> bool:
    """Whether only all of the repeated letters reach a place in the text."""
    if place == "AT_BOUNDARY":
        return repeated <= _of_category("CATEGORY_WORD")
    return place == "AT_END" and "\n" not in repeated


def _letters(node: Node) -> frozenset[str] | None:
    """Return the plain letters that a part of a pattern matches, whatever their case; or None."""
    name, said = str(node[0]), node[1]
    if name == "LITERAL":
        return _cases(chr(said))
    return _of_class(said) if name == "IN" else None


def _of_class(parts: Sequence[Node]) -> frozenset[str] | None:
    is_negated = str(parts[0][0]) == "NEGATE"
    found = _union(_of_part(str(name), said) for name, said in parts[is_negated:])
    return _plain() - found if is_negated and found is not None else found


def _of_part(name: str, said: Any) -> frozenset[str] | None:  # noqa: ANN401 - a tree without types
    if name == "LITERAL":
        return _cases(chr(said))
    if name == "RANGE":
        within = "".join(letter for letter in _plain() if said[0] <= ord(letter) <= said[1])
        return _cases(within)
    return _of_category(str(said)) if name == "CATEGORY" else None


def _cases(letters: str) -> frozenset[str]:
    return frozenset(letters + letters.lower() + letters.upper())


@cache
def _plain() -> frozenset[str]:
    """Return the plain letters, one by one."""
    return frozenset(re.findall(f"[{PLAIN}]", "".join(map(chr, range(0x20AD)))))


@cache
def _of_category(name: str) -> frozenset[str]:
    """Return the plain letters of a class with a name."""
    return frozenset(re.findall(_CATEGORIES[name], "".join(_plain())))


def _endless(_argument: Any, _after: _Rest) -> _Ways:  # noqa: ANN401 - a tree without types
    return _Ways(float("inf"))


def _once(_argument: Any, _after: _Rest) -> _Ways:  # noqa: ANN401 - a tree without types
    return _Ways()


def _group(argument: tuple[Any, ...], after: _Rest) -> _Ways:
    return _of_all(argument[3], after)


def _branch(argument: tuple[None, list[Any]], after: _Rest) -> _Ways:
    """Add up the branches that may begin with one letter: others exclude one another."""
    found = [_of_all(tree, after) for tree in argument[1]]
    return _Ways(_together(argument[1], found, after), sum(each.looks for each in found))


def _together(trees: Sequence[Iterable[Node]], found: Sequence[_Ways], after: _Rest) -> float:
    """Return the most ways that branches have which begin with one letter."""
    by_letter: Counter[str] = Counter()
    anywhere = 0.0
    for tree, each in zip(trees, found, strict=True):
        first = _first((*tree, *after), frozenset())
        if first:
            by_letter.update(dict.fromkeys(first, each.own))
        else:
            anywhere += each.own
    return anywhere + max(by_letter.values(), default=0)


def _repeated(argument: tuple[int, int, Any], after: _Rest) -> _Ways:
    """Add up the ways of every number of times; what is repeated may have several itself."""
    least, most, tree = argument
    times = min(int(most), LONGEST)
    # After the last letter of what is repeated, it may begin again.
    again = (("MAX_REPEAT", (0, 1, tree)),) if times > 1 else ()
    each = _of_all(tree, (*again, *after))
    if each.own == 1:
        return _Ways(times - min(least, times) + 1, times * each.looks)
    if times >= _MANY:
        return _Ways(float("inf"))
    ways = [each.own**count for count in range(times + 1)]
    return _Ways(sum(ways[least:]), each.looks * sum(ways))


_READERS: Mapping[str, Callable[[Any, _Rest], _Ways]] = {
    "LITERAL": _once,
    "NOT_LITERAL": _once,
    "ANY": _once,
    "IN": _once,
    "AT": _once,
    "SUBPATTERN": _group,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeated,
    "MIN_REPEAT": _repeated,
}
