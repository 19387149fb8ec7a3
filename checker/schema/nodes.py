"""Strict YAML with places: a text becomes a tree of `Node`s in which every scalar is text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from checker.errors import DataFileError, Problem
from checker.values import field, frozen, record

Plain = Any
"""A plain Python value: text, truth value, Decimal, tuple, or dict of these."""

Event = Any
"""A parser event; PyYAML has no types of its own."""

# One megabyte is twenty times the longest rule or language pack we know of.
_MAX_BYTES: Final = 1_000_000
# Who made so many mistakes of syntax made one; a bomb of aliases makes any number.
_MAX_PROBLEMS: Final = 20
# Letters of a language code.
_LONGEST_CODE: Final = 2
# The deepest shipped file nests eight levels.
_MAX_DEPTH: Final = 30
# Longer lines are cut for display; a caret beyond this column is not drawn.
_MAX_SHOWN: Final = 160
# The parser counts lines as YAML 1.1 does, with three more line ends than editors know.
_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

NodeKind = Literal["text", "list", "mapping"]


@frozen
class SourceFile:
    """A file's path as the user gave it, and its lines without line ends."""

    path: str
    lines: tuple[str, ...]

    def problem(
        self, place: tuple[int, int], message: str, advice: str = "", width: int = 1
    ) -> Problem:
        """Return a problem at `place`, line and column from 1, with its source line."""
        line, column = place
        whole = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        source = "" if column > _MAX_SHOWN else _UNSHOWN.sub(" ", whole[: _MAX_SHOWN + 20])
        width = max(1, min(width, len(source) - column + 1))
        if source and len(whole) > len(source):
            source += "…"
        return Problem(self.path, line, column, message, advice, source, width)


@frozen
class Node:
    """
    One value of a YAML file with its place.

    `line` and `column` count from 1, in code points; `width` is the length of a text on its first
    line. `text` is filled for kind text, `elements` for a list, `pairs` (key, value) for a mapping.
    """

    kind: NodeKind
    line: int
    column: int
    width: int
    file: SourceFile = field(repr=False)
    text: str = ""
    elements: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    def get(self, key: str) -> Node | None:
        """Return the value under `key` of a mapping, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> Node | None:
        """Return the node of the key itself, to point at it."""
        return next((name for name, _ in self.pairs if name.text == key), None)

    def at(self, *path: str | int) -> Node:
        """Follow keys and list positions as far as they exist, and return the last node found."""
        node = self
        for step in path:
            if isinstance(step, int):
                found = node.elements[step] if step < len(node.elements) else None
            else:
                found = node.get(step)
            if found is None:
                return node
            node = found
        return node


def problem_at(node: Node, message: str, advice: str = "") -> Problem:
    """Return a problem that points at `node`."""
    return node.file.problem((node.line, node.column), message, advice, node.width)


def problem_inside(node: Node, offset: int, message: str, advice: str = "") -> Problem:
    """Return a problem at character `offset` (from 0) of a text, where that can be seen."""
    line = node.file.lines[node.line - 1] if node.line <= len(node.file.lines) else ""
    for column in (node.column, node.column + 1):
        if line[column - 1 :].startswith(node.text):
            return node.file.problem((node.line, column + offset), message, advice)
    return problem_at(node, message, advice)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    Return the known word most like `word`, or None when none is close.

    Of short codes the one that begins the word is meant: `en` by "english" and by "eng".
    """
    import difflib

    options = {option.lower(): option for option in known}
    close = difflib.get_close_matches(word.lower(), list(options), n=1, cutoff=0.6)
    if close and len(close[0]) > _LONGEST_CODE:
        return options[close[0]]
    begins = word.lower()[:_LONGEST_CODE]
    return options.get(begins) or (options[close[0]] if close else None)


def suggestion(word: str, known: Iterable[str], heading: str = "Known") -> str:
    """Return help for an unknown word: the nearest known one, then all of them."""
    options = list(dict.fromkeys(known))
    close = nearest(word, options)
    listed = ", ".join(options[:40]) + (", …" if len(options) > 40 else "")
    return (f"Did you mean `{close}`? " if close else "") + f"{heading}: {listed}."


def read_yaml(text: str, path: str) -> Node:
    """
    Read one YAML document and keep every scalar as text.

    Raises: DataFileError for bad syntax, duplicate keys, aliases, anchors, tags, more than one
    document, an empty, too large or too deep file; all duplicate keys and tags at once.
    """
    text = text.removeprefix("\ufeff")
    file = SourceFile(path, tuple(_LINE_END.split(text)))
    if len(text) > _MAX_BYTES or len(text.encode(errors="replace")) > _MAX_BYTES:
        raise DataFileError([Problem(path, 0, 0, "the file is larger than one megabyte")])
    builder = _Builder(file)
    for event in _events(text, file):
        builder.add(event)
    if builder.root is None:
        builder.problems.append(Problem(path, 0, 0, "the file is empty"))
    if builder.problems or builder.root is None:
        raise DataFileError(builder.problems)
    return builder.root


def _events(text: str, file: SourceFile) -> Iterator[Any]:
    """Yield the parser's events, so that depth is checked before anything recurses."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise DataFileError([_syntax_problem(file, place, str(error.problem or error))]) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise DataFileError([_character_problem(text, file, error)]) from None


def _syntax_problem(file: SourceFile, place: tuple[int, int], reason: str) -> Problem:
    """Say what the parser could not read, with help for the usual causes."""
    line = file.lines[place[0] - 1] if 0 < place[0] <= len(file.lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in reason:
        return file.problem(place, "a tab in the indentation", "Indent with spaces.")
    advice = ""
    if "mapping values are not allowed" in reason:
        advice = "Put quotes around a text that contains `: `, and check the indentation."
    elif "cannot start any token" in reason:
        advice = "Put quotes around a text that begins with this character."
    elif "quoted scalar" in reason or "end of stream" in reason:
        advice = "A quote or bracket is opened and not closed."
    elif "expected <block end>" in reason or "expected ',' or" in reason:
        advice = "Check the indentation, the commas and the closing brackets above this place."
    return file.problem(place, f"this is not YAML: {reason}", advice)


def _character_problem(text: str, file: SourceFile, error: Exception) -> Problem:
    """Point at the character that YAML does not allow."""
    bad = re.search(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", text
    )
    if bad is None:
        return Problem(file.path, 0, 0, f"this is not YAML: {' '.join(str(error).split())}")
    before = _LINE_END.split(text[: bad.start()])
    place = (len(before), len(before[-1]) + 1)
    return file.problem(place, f"the character U+{ord(bad[0]):04X} is not allowed", "Remove it.")


@record
class _Open:
    """A list or mapping that has begun: its start event and the nodes read so far."""

    event: Event
    nodes: list[Node] = field(default_factory=list)


@record
class _Builder:
    """Build nodes from parser events with its own stack; collects what is not allowed."""

    file: SourceFile
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)

    def add(self, event: Event) -> None:
        """Take the next event."""
        name = type(event).__name__
        if name in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            self._refuse_decorations(event)
        if name == "ScalarEvent":
            self._place(self._node("text", event, text=event.value))
        elif name in ("SequenceStartEvent", "MappingStartEvent"):
            self._open(event)
        elif name == "SequenceEndEvent":
            opened = self.stack.pop()
            self._place(self._node("list", opened.event, elements=tuple(opened.nodes)))
        elif name == "MappingEndEvent":
            self._close_mapping()
        elif name == "AliasEvent":
            advice = "Write the value out; for any ending put `*` behind the stem, as in `plant*`."
            self._problem(event, "aliases (`*name`) are not allowed", advice)
            self._place(self._node("text", event))
        elif name == "DocumentStartEvent" and self.root is not None:
            self._problem(event, "a second document begins here", "One file holds one document.")

    def _problem(self, event: Event, message: str, advice: str) -> None:
        mark = event.start_mark
        self.problems.append(self.file.problem((mark.line + 1, mark.column + 1), message, advice))
        if len(self.problems) >= _MAX_PROBLEMS:
            raise DataFileError(self.problems)

    def _refuse_decorations(self, event: Event) -> None:
        """Refuse tags, which could build objects, and anchors, which could repeat without end."""
        if event.tag is not None:
            advice = "Remove the tag; put quotes around a text that begins with `!`."
            self._problem(event, f"tags (`{event.tag}`) are not allowed", advice)
        if event.anchor is not None:
            message = f"anchors (`&{event.anchor}`) are not allowed"
            self._problem(
                event, message, "Remove it; put quotes around a text that begins with `&`."
            )

    def _open(self, event: Event) -> None:
        self.stack.append(_Open(event))
        if len(self.stack) > _MAX_DEPTH:
            self._problem(event, f"nested more than {_MAX_DEPTH} levels deep", "")
            raise DataFileError(self.problems)

    def _close_mapping(self) -> None:
        """Pair keys with values, refusing keys that are not text or come twice."""
        opened = self.stack.pop()
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            if key.kind != "text":
                self.problems.append(problem_at(key, "a key must be text"))
            elif key.text in pairs:
                line = pairs[key.text][0].line
                message = f"the key `{key.text}` is given twice (first on line {line})"
                self.problems.append(problem_at(key, message, "Keep one of the two."))
            else:
                pairs[key.text] = (key, value)
        self._place(self._node("mapping", opened.event, pairs=tuple(pairs.values())))

    def _node(self, kind: NodeKind, event: Event, **content: Plain) -> Node:
        start, end = event.start_mark, event.end_mark
        one_line = kind == "text" and start.line == end.line
        width = max(1, end.column - start.column) if one_line else 1
        return Node(kind, start.line + 1, start.column + 1, width, self.file, **content)

    def _place(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        elif self.root is None:
            self.root = node
