r"""
What a sentence must hold for a rule's pattern to match: most sentences never see the engine.

Loading the engine that keeps to time limits takes as long as a bare interpreter takes to start. A
stretch of letters and digits that every match must hold (`contre \d` of `\d+ contre \d+`) can be
looked for in one linear pass of the built-in engine instead. What is not understood in a pattern
requires nothing, so that the pattern is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from checker.dialects import FAULTS, is_plain, tree_of
from checker.rows import NamedTuple

_BREAK = ""
# Nearly every sentence has a blank and a digit (`\d`), written with so many characters.
_COMMON = 2
# One of these alone tells as much as a word does.
_MARKS = frozenset("$£€%")


class Choice(NamedTuple):
    """A pattern one of whose branches every match holds."""

    source: str


def may_match(source: str, text: str) -> bool:
    """Whether the pattern `source` may match in `text`; False only where it cannot."""
    return all(needed.search(text) for needed in required(source))


def words_of(source: str) -> tuple[tuple[str, ...], ...]:
    """
    Return words, each a choice: a match in plain letters, made small, holds one of every choice.

    Looking for these is quickest (see `is_plain`). The choices with the fewest words come first:
    they are the soonest looked through.
    """
    runs = [needed.pattern for needed in required(source)]
    choices = [_plain(run) for run in runs if r"\|" not in run]
    told = [words for words in choices if all(map(_tells_much, words))]
    return tuple(sorted(told, key=len))


def _plain(run: str) -> tuple[str, ...]:
    """Return the words of a choice, of each the longest stretch without digits."""
    stretches = (max(word.split(r"\d"), key=len) for word in run.split("|"))
    return tuple(re.sub(r"\\(.)", r"\1", word).lower() for word in stretches)


def _tells_much(word: str) -> bool:
    """Whether few sentences hold a stretch of plain letters."""
    return (len(word) >= _COMMON or word in _MARKS) and is_plain(word)


@cache
def required(source: str) -> tuple[re.Pattern[str], ...]:
    """
    Return patterns that are all found wherever `source` matches; none where nothing is known.

    Case is ignored. Each is a choice of stretches of fixed width, so that time is linear in the
    text: there is nothing to go back to.
    """
    try:
        tree = tree_of(source)
        if tree is None:
            return ()
        runs = dict.fromkeys(_runs(_pieces(tree)))
        return tuple(re.compile(run, re.IGNORECASE) for run in runs if _tells_any(run))
    except FAULTS:
        return ()


def _tells_any(run: str) -> bool:
    """Whether a run may be missing in a text: a blank or a digit hardly is."""
    return len(run) > _COMMON or run.removeprefix("\\") in _MARKS


def _runs(pieces: Iterable[str | Choice]) -> Iterator[str]:
    """Join the characters between breaks; each choice stands alone."""
    run = ""
    for piece in pieces:
        if piece and isinstance(piece, str):
            run += piece
            continue
        if run:
            yield run
        run = ""
        if isinstance(piece, Choice):
            yield piece.source
    if run:
        yield run


def _pieces(tree: Iterable[tuple[Any, Any]]) -> Iterator[str | Choice]:
    """Yield what every match holds, one character each; a break where anything may stand."""
    for operation, argument in tree:
        yield from _READERS.get(str(operation), _nothing)(argument)


def _nothing(_argument: Any) -> Iterator[str | Choice]:  # noqa: ANN401 - a tree without types
    yield _BREAK


def _letter(argument: int) -> Iterator[str | Choice]:
    yield re.escape(chr(argument))


def _class(argument: list[tuple[Any, Any]]) -> Iterator[str | Choice]:
    r"""Read `\d` and marks such as `[$£€]`; other classes differ between the engines."""
    told = [str(part) for pair in argument for part in pair]
    if told == ["CATEGORY", "CATEGORY_DIGIT"]:
        yield r"\d"
        return
    letters = [chr(part) for kind, part in argument if str(kind) == "LITERAL"]
    is_marks = len(letters) == len(argument) and _MARKS.issuperset(letters)
    yield Choice("|".join(map(re.escape, letters))) if is_marks else _BREAK


def _group(argument: tuple[Any, ...]) -> Iterator[str | Choice]:
    """Read a group; one with flags of its own is not looked into."""
    _, added, removed, tree = argument
    yield from (_BREAK,) if added or removed else _pieces(tree)


def _branch(argument: tuple[None, list[Any]]) -> Iterator[str | Choice]:
    """Read what each branch requires; nothing where one of them requires nothing."""
    longest = [max(_runs(_pieces(tree)), key=_least, default="") for tree in argument[1]]
    yield Choice("|".join(longest)) if all(longest) else _BREAK


def _least(run: str) -> int:
    """Return how much the word of a choice tells that tells the least, in letters."""
    return min(_letters(word) for word in run.split("|"))


def _letters(word: str) -> int:
    is_mark = word.removeprefix("\\") in _MARKS
    return _COMMON + 1 if is_mark else len(word.replace(r"\d", ""))


def _look(argument: tuple[int, Any]) -> Iterator[str | Choice]:
    """
    Read what must stand before or behind a place, inside the same text.

    What comes after it in the pattern begins at its start again, or nobody knows where in it.
    """
    direction, tree = argument
    if direction < 0:
        yield _BREAK
    yield from _pieces(tree)
    yield _BREAK


def _repeated(argument: tuple[int, int, Any]) -> Iterator[str | Choice]:
    """Read what is repeated once, where it must stand once: it begins where it is written."""
    least, _, tree = argument
    yield from _pieces(tree) if least else ()
    yield _BREAK


def _place(_argument: Any) -> Iterator[str | Choice]:  # noqa: ANN401 - a tree without types
    r"""Read `\b`, `^`, `$`: they take no room."""
    yield from ()


_READERS: Mapping[str, Callable[[Any], Iterator[str | Choice]]] = {
    "LITERAL": _letter,
    "IN": _class,
    "SUBPATTERN": _group,
    "BRANCH": _branch,
    "ASSERT": _look,
    "MAX_REPEAT": _repeated,
    "MIN_REPEAT": _repeated,
    "AT": _place,
}
