"""Shapes: what a node must look like, how it becomes a plain value, and its JSON Schema."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from checker.errors import Problem
from checker.schema.nodes import (
    Node,
    NodeKind,
    Plain,
    nearest,
    problem_at,
    suggestion,
)
from checker.values import field, frozen

KIND_NAMES: Final[dict[NodeKind, str]] = {"text": "text", "list": "a list", "mapping": "a mapping"}


class _Invalid:
    """The value of a node that has a problem."""

    def __repr__(self) -> str:
        return "INVALID"


INVALID: Final = _Invalid()


@frozen
class Shape:
    """What a node must look like; `read` gives its plain value or INVALID and adds problems."""

    @property
    def kind(self) -> NodeKind:
        """The kind of node it takes."""
        return "text"

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Convert `node`; every fault is added to `problems`."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        raise NotImplementedError

    def accepts(self, node: Node, problems: list[Problem]) -> bool:
        """Whether `node` is of this shape's kind; adds a problem when not."""
        if node.kind == self.kind:
            return True
        wanted, got = KIND_NAMES[self.kind], KIND_NAMES[node.kind]
        problems.append(problem_at(node, f"expected {wanted}, found {got}"))
        return False


@frozen
class Text(Shape):
    """Any text that is not empty; `pattern` must fit the whole, and `what` names it in errors."""

    pattern: str = ""
    what: str = "text"
    empty: bool = False

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the text in NFC."""
        if not self.accepts(node, problems):
            return INVALID
        text = unicodedata.normalize("NFC", node.text)
        if not text.strip() and not self.empty:
            problems.append(problem_at(node, f"expected {self.what}, found nothing"))
            return INVALID
        if self.pattern and not re.fullmatch(self.pattern, text):
            problems.append(problem_at(node, f"expected {self.what}, found `{_short(text)}`"))
            return INVALID
        return text

    def schema(self) -> dict[str, Any]:
        """Editors read a bare `300` or `true` as number or truth value; both are text here."""
        if not self.pattern:
            return {"type": ["string", "number", "boolean"]}
        return {"type": ["string", "number", "boolean"], "pattern": f"^(?:{self.pattern})$"}


@frozen
class Choice(Shape):
    """One of a closed list of words."""

    options: tuple[str, ...]
    what: str = "value"

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the word chosen."""
        if not self.accepts(node, problems):
            return INVALID
        if node.text in self.options:
            return node.text
        advice = suggestion(node.text, self.options, "Allowed")
        problems.append(problem_at(node, f"unknown {self.what} `{_short(node.text)}`", advice))
        return INVALID

    def schema(self) -> dict[str, Any]:
        """Return an enumeration."""
        return {"enum": list(self.options)}


@frozen
class Number(Shape):
    """A plain decimal number in ASCII digits, at least `low`; gives a Decimal."""

    low: Decimal | None = None
    whole: bool = False

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the number."""
        if not self.accepts(node, problems):
            return INVALID
        what = "a whole number" if self.whole else "a number"
        pattern = r"[+-]?[0-9]{1,40}" if self.whole else r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?"
        if not re.fullmatch(pattern, node.text):
            advice = "Write it with a point and without separators, as in 2500 or 2.5."
            problems.append(
                problem_at(node, f"expected {what}, found `{_short(node.text)}`", advice)
            )
            return INVALID
        number = Decimal(node.text)
        if self.low is not None and number < self.low:
            problems.append(problem_at(node, f"expected {what} of at least {self.low}"))
            return INVALID
        return number

    def schema(self) -> dict[str, Any]:
        """Return a number with its minimum."""
        schema: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.low is not None:
            schema["minimum"] = int(self.low) if self.low % 1 == 0 else float(self.low)
        return schema


@frozen
class Flag(Shape):
    """`true` or `false`."""

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return it as a truth value."""
        if not self.accepts(node, problems):
            return INVALID
        if node.text not in ("true", "false"):
            message = f"expected `true` or `false`, found `{_short(node.text)}`"
            problems.append(problem_at(node, message))
            return INVALID
        return node.text == "true"

    def schema(self) -> dict[str, Any]:
        """Return a truth value."""
        return {"type": "boolean"}


@frozen
class Custom(Shape):
    """A text that `convert` turns into a value; it raises ValueError with the message to show."""

    convert: Callable[[str], Any]
    json: Mapping[str, Any] = field(default_factory=lambda: {"type": ["string", "number"]})

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return what `convert` made."""
        if not self.accepts(node, problems):
            return INVALID
        try:
            return self.convert(node.text)
        except ValueError as error:
            problems.append(problem_at(node, str(error)))
            return INVALID

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema given."""
        return dict(self.json)


@frozen
class Many(Shape):
    """A list, as a tuple. Texts that come twice are a problem when `unique`."""

    shape: Shape
    unique: bool = True
    at_least: int = 0
    at_most: int | None = None

    @property
    def kind(self) -> NodeKind:
        """A list."""
        return "list"

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the values that are right."""
        if not self.accepts(node, problems):
            return INVALID
        self._check_length(node, problems)
        if self.unique:
            _refuse_repeats(node, problems)
        values = [self.shape.read(element, problems) for element in node.elements]
        return tuple(value for value in values if value is not INVALID)

    def _check_length(self, node: Node, problems: list[Problem]) -> None:
        count = len(node.elements)
        if count < self.at_least:
            problems.append(problem_at(node, f"expected {self.at_least} or more, found {count}"))
        elif self.at_most is not None and count > self.at_most:
            problems.append(problem_at(node, f"expected at most {self.at_most}, found {count}"))

    def schema(self) -> dict[str, Any]:
        """Return an array."""
        schema: dict[str, Any] = {"type": "array", "items": self.shape.schema()}
        if self.unique:
            schema["uniqueItems"] = True
        if self.at_least:
            schema["minItems"] = self.at_least
        if self.at_most is not None:
            schema["maxItems"] = self.at_most
        return schema


def _refuse_repeats(node: Node, problems: list[Problem]) -> None:
    """Add a problem for every text of a list that an earlier element already says."""
    lines: dict[str, int] = {}
    for element in node.elements:
        if element.kind != "text":
            continue
        word = unicodedata.normalize("NFC", element.text)
        if word in lines:
            message = f"`{_short(word)}` is listed twice (first on line {lines[word]})"
            problems.append(problem_at(element, message, "Keep one of the two."))
        else:
            lines[word] = element.line


@frozen
class Field:
    """One key of a record: the shape of its value, and help for people and editors."""

    shape: Shape
    required: bool = False
    help: str = ""


@frozen
class Record(Shape):
    """A mapping with known keys; gives a dict of the keys present."""

    fields: Mapping[str, Field]
    what: str = "key"

    @property
    def kind(self) -> NodeKind:
        """A mapping."""
        return "mapping"

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the keys whose values are right."""
        if not self.accepts(node, problems):
            return INVALID
        values: dict[str, Any] = {}
        for key, child in node.pairs:
            known = self.fields.get(key.text)
            if known is None:
                advice = suggestion(key.text, self.fields, "Allowed here")
                problems.append(
                    problem_at(key, f"unknown {self.what} `{_short(key.text)}`", advice)
                )
                continue
            value = known.shape.read(child, problems)
            if value is not INVALID:
                values[key.text] = value
        self._require(node, problems)
        return values

    def _require(self, node: Node, problems: list[Problem]) -> None:
        """Ask for missing keys, but not for one that stands there misspelt."""
        unknown = [key.text for key, _ in node.pairs if key.text not in self.fields]
        misspelt = {nearest(word, self.fields) for word in unknown}
        missing = [
            key
            for key, known in self.fields.items()
            if known.required and not node.key(key) and key not in misspelt
        ]
        problems.extend(
            problem_at(node, f"missing {self.what} `{key}`", self.fields[key].help)
            for key in missing
        )

    def schema(self) -> dict[str, Any]:
        """Return a closed object."""
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {key: _described(known) for key, known in self.fields.items()},
            "additionalProperties": False,
        }
        required = [key for key, known in self.fields.items() if known.required]
        return schema | ({"required": required} if required else {})


def _described(known: Field) -> dict[str, Any]:
    schema = known.shape.schema()
    return schema | {"description": known.help} if known.help else schema


@frozen
class Table(Shape):
    """A mapping whose keys all have one shape and whose values all have another; gives a dict."""

    keys: Shape
    values: Shape
    at_least: int = 0

    @property
    def kind(self) -> NodeKind:
        """A mapping."""
        return "mapping"

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the pairs that are right."""
        if not self.accepts(node, problems):
            return INVALID
        if len(node.pairs) < self.at_least:
            problems.append(problem_at(node, "expected at least one key, found none"))
        table: dict[Any, Any] = {}
        for key, child in node.pairs:
            name, value = self.keys.read(key, problems), self.values.read(child, problems)
            if name is not INVALID and value is not INVALID:
                table[name] = value
        return table

    def schema(self) -> dict[str, Any]:
        """Return an object with free keys, named by the shape of its keys where that is closed."""
        schema: dict[str, Any] = {"type": "object", "additionalProperties": self.values.schema()}
        names = self.keys.schema()
        if "enum" in names:
            schema["propertyNames"] = {"enum": names["enum"]}
        elif "pattern" in names:
            schema["propertyNames"] = {"pattern": names["pattern"]}
        return schema


@frozen
class OneOf(Shape):
    """
    Any of several shapes: those of the node's kind are tried in order.

    When all of them refuse, the problems of the last one tried are given. `help` is told where the
    value is of a kind that none of them takes, and where there is none.
    """

    shapes: tuple[Shape, ...]
    help: str = ""

    def read(self, node: Node, problems: list[Problem]) -> Plain:
        """Return the value of the first shape that fits."""
        found: list[Problem] = []
        value: Any = INVALID
        is_empty = node.kind == "text" and not node.text
        candidates = [shape for shape in self.shapes if shape.kind == node.kind and not is_empty]
        for shape in candidates:
            found = []
            value = shape.read(node, found)
            if not found:
                return value
        if not candidates:
            kinds = list(dict.fromkeys(KIND_NAMES[shape.kind] for shape in self.shapes))
            seen = "nothing" if is_empty else KIND_NAMES[node.kind]
            message = f"expected {' or '.join(kinds)}, found {seen}"
            found = [problem_at(node, message, self.help)]
        problems.extend(found)
        return value

    def schema(self) -> dict[str, Any]:
        """Return the alternatives."""
        return {"anyOf": [shape.schema() for shape in self.shapes]}


def _short(text: str) -> str:
    """Cut a long text for a message, and show line ends and controls as spaces."""
    line = "".join(character if character.isprintable() else " " for character in text)
    return line if len(line) <= 60 else line[:59] + "…"
