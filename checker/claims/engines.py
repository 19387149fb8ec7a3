r"""
Which engine runs a rule's pattern: the built-in one where it can neither take long nor differ.

Loading the engine that keeps to time limits takes as long as a bare interpreter takes to start. A
pattern that can match in few ways at each place (`\b\d{1,4} seats`) is as quick in the built-in
one, and finds the same in a sentence of plain letters. Every other pattern, and every other
sentence, gets the engine with limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from checker.dialects import FAULTS, said_alike, tree_of
from checker.model import Span

Node = tuple[Any, Any]
"""A part of a pattern: its name, and what it is made of."""

# A sentence is taken to be so long, and a longer one gets the engine with limits.
_LONGEST = 1024
# Ways in which a pattern may match at one place: of such patterns none takes long on a sentence.
_MOST_WAYS = 500
# Read alike by both engines under every class, with every case: no digits above the line, no
# fractions, no letters with two capitals. A test asks both about each.
_ALIKE = re.compile("[\t\n\r -~\xa0\xa3\xa7\xab\xb0\xb7\xbb\xbfÀ-ÖØ-öø-ÿ–—‘’“”„…\u202f•€]*")


def is_plain(text: str) -> bool:
    """Whether both engines read a text alike, and its capitals are those of its small letters."""
    return _ALIKE.fullmatch(text) is not None


def matches(source: str, text: str, span: Span, seconds: float) -> Iterator[Span]:
    """
    Yield where a pattern matches in a stretch of text, whatever its case.

    Raises: TimeoutError when that takes more than so many seconds.
    """
    quick = engine_of(source, text, *span)
    if quick is not None:
        yield from (Span(*found.span()) for found in quick.finditer(text, *span))
        return
    import regex

    compiled = regex.compile(source, regex.IGNORECASE)
    for found in compiled.finditer(text, *span, timeout=seconds):
        yield Span(*found.span())


def engine_of(source: str, text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return `source` compiled by the built-in engine; None where another one has to be asked."""
    quick = _quick(source) if end - start <= _LONGEST else None
    return quick if quick and _ALIKE.fullmatch(text, start, end) else None


@cache
def _quick(source: str) -> re.Pattern[str] | None:
    """Compile a pattern for the built-in engine; None where it may be slow or is read otherwise."""
    try:
        tree = tree_of(source)
        is_quick = tree is not None and _of_all(tree) <= _MOST_WAYS
        return re.compile(said_alike(source), re.IGNORECASE) if is_quick else None
    except FAULTS:
        return None


def _of_all(tree: Iterable[Node], after: Node | None = None) -> float:
    """
    Multiply the ways of what follows one another, and what comes `after` all of it.

    What is only looked at ends in one.
    """
    nodes = list(tree)
    ways, looks = 1.0, 0.0
    for node, following in zip(nodes, [*nodes, after][1:], strict=True):
        if str(node[0]) in _LOOKS:
            looks += ways * _of_all(node[1][1])
        else:
            ways *= _ways(node, following)
    return ways + looks


def _ways(node: Node, after: Node | None) -> float:
    """Count the ways of one part of a pattern, of which what comes `after` it may leave one."""
    name, argument = str(node[0]), node[1]
    if name in _REPEATS and _ends_where_it_must(argument[2], after):
        return 1
    return _READERS.get(name, _endless)(argument, after)


def _ends_where_it_must(tree: Iterable[Node], after: Node | None) -> bool:
    """Whether what is repeated, one character each time, cannot be the character after it."""
    nodes = list(tree)
    if after is None or str(after[0]) != "LITERAL" or len(nodes) != 1 or str(nodes[0][0]) != "IN":
        return False
    letters = {chr(after[1]).lower(), chr(after[1]).upper()}
    return not any(_holds(nodes[0][1], letter) for letter in letters)


def _holds(parts: Sequence[Node], letter: str) -> bool:
    """Whether a class of characters holds one; True where that is not known."""
    is_negated = str(parts[0][0]) == "NEGATE"
    known = [_HOLDS.get(str(name), _anything)(said, letter) for name, said in parts[is_negated:]]
    return None in known or any(known) is not is_negated


def _is_letter(said: int, letter: str) -> bool:
    return chr(said) == letter


def _is_between(said: tuple[int, int], letter: str) -> bool:
    return said[0] <= ord(letter) <= said[1]


def _is_of(said: object, letter: str) -> bool | None:
    source = _CATEGORIES.get(str(said))
    return None if source is None else re.fullmatch(source, letter) is not None


def _anything(_said: object, _letter: str) -> None:
    return None


def _endless(_argument: Any, _after: Node | None) -> float:  # noqa: ANN401 - a tree without types
    return float("inf")


def _once(_argument: Any, _after: Node | None) -> float:  # noqa: ANN401 - a tree without types
    return 1


def _group(argument: tuple[Any, ...], after: Node | None) -> float:
    return _of_all(argument[3], after)


def _branch(argument: tuple[None, list[Any]], after: Node | None) -> float:
    return sum(_of_all(tree, after) for tree in argument[1])


def _repeated(argument: tuple[int, int, Any], after: Node | None) -> float:
    """Add up the ways of every number of times; what is repeated may have several itself."""
    least, most, tree = argument
    times = min(int(most), _LONGEST)
    ways = _of_all(tree, after if times == 1 else None)
    if ways == 1:
        return times - min(least, times) + 1
    many = times >= _MANY
    return float("inf") if many else sum(ways**count for count in range(least, times + 1))


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
_HOLDS: Mapping[str, Callable[[Any, str], bool | None]] = {
    "LITERAL": _is_letter,
    "RANGE": _is_between,
    "CATEGORY": _is_of,
}
_READERS: Mapping[str, Callable[[Any, Node | None], float]] = {
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
