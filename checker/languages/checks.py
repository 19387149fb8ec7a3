"""Read a pack and refuse what its shape cannot: words that mean two things, unknown hedges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.errors import DataFileError, Problem
from checker.languages.shape import pack_shape, section
from checker.model import Discourse, SentenceWords
from checker.model.words import CheckWords
from checker.schema import Node, convert, problem_at, read_yaml
from checker.text import fold_word

# Tables in which a word may have one value only.
_TABLES = (
    ("numbers", "words"),
    ("numbers", "scales"),
    ("numbers", "groups"),
    ("numbers", "fractions"),
    ("hedges", "before"),
    ("hedges", "after"),
    ("change", "before"),
    ("change", "after"),
    ("units", "words"),
    ("currencies", "names"),
    ("currencies", "signs"),
)


def read_checked(text: str, path: str) -> dict[str, Any]:
    """
    Read one pack.

    Raises: DataFileError with every fault of the file, each with line, column and caret.
    """
    shape = pack_shape(
        section(SentenceWords.__annotations__, "sentences"),
        section(Discourse.__annotations__, "discourse"),
        section(CheckWords.__annotations__, "checks"),
    )
    node = read_yaml(text, path)
    pack, problems = convert(node, shape)
    found = [*problems, *_duplicates(node)]
    if found:
        raise DataFileError(found)
    checked: dict[str, Any] = pack
    return checked


def _duplicates(node: Node) -> Iterator[Problem]:
    """Yield a problem for each word that one table lists twice."""
    for first, second in _TABLES:
        outer = node.get(first)
        table = outer.get(second) if outer is not None and outer.kind == "mapping" else None
        if table is None or table.kind != "mapping":
            continue
        lines: dict[str, int] = {}
        for word in _words(table):
            folded = fold_word(word.text)
            if folded in lines:
                message = f"`{word.text}` has a second meaning (first on line {lines[folded]})"
                yield problem_at(word, message, "Keep one of the two.")
            lines.setdefault(folded, word.line)


def _words(table: Node) -> Iterator[Node]:
    """Yield the words of a table: the texts of its lists, or its keys where there are no lists."""
    for key, value in table.pairs:
        if value.kind == "list":
            yield from (element for element in value.elements if element.kind == "text")
        elif value.kind == "mapping":
            yield from _words(value)
        else:
            yield key
