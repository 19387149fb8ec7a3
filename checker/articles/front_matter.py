"""
Front matter: a block of YAML between two lines of hyphens at the head of an article.

Plain `key: value` lines, which is nearly all front matter there is, are read here; anything else
goes to the YAML reader, whose import costs more than reading the article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.errors import DataFileError, InputError, Problem
from checker.inputs.sources import (
    DATE_ADVICE,
    KEYS,
    Metadata,
    clean_value,
    parse_date,
)
from checker.model import Span
from checker.values import frozen

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_BLOCK = re.compile(
    r"(?P<opening>---[ \t]*(?:\r\n|\n|\r))(?P<yaml>(?:.*?[\r\n])??)"
    r"(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL,
)
# A rule of hyphens may also open a text without metadata; then no key follows.
_FIRST_KEY = re.compile(r"\s*(?:#[^\r\n]*\s+)*(?:[\"']?[^\W\d][\w .-]*[\"']?[ \t]*:(?=\s)|\{)")

_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
# A value that YAML reads as it stands: quoted without escapes, or plain without marks of its own.
_SIMPLE_LINE = re.compile(
    rf"""
    (?:
        (?P<key>[A-Za-z_][\w-]*):
        (?:[ ]+(?P<value>
            "[^"\\{_CONTROL}]*"
          | '[^'{_CONTROL}]*'
          | [\w«“‘(/.+$€£] (?:[^:\#{_CONTROL}]|:(?![ \t\r\n]|\Z)|(?<![ ])\#)*?
        ))?
    )?
    [ ]*(?:\r\n|\n|\r|\Z)
    """,
    re.VERBOSE,
)


@frozen
class FrontMatter:
    """The block with its lines of hyphens, and what it says."""

    span: Span
    metadata: Metadata


@frozen
class Value:
    """A value of the block with its place; `problem` points at it."""

    text: str
    line: int
    column: int
    source: str = ""

    def problem(self, path: str, message: str, advice: str) -> Problem:
        """Return a problem that points at this value."""
        width = max(1, min(len(self.text), len(self.source) - self.column + 1))
        return Problem(path, self.line, self.column, message, advice, self.source, width)


def read_front_matter(text: str, path: str) -> FrontMatter | None:
    """
    Return the front matter of `text`, or None when it has none.

    Raises: InputError for a block that is not closed, is no YAML or states a wrong date.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    block = _BLOCK.match(text)
    if block is None:
        if not _FIRST_KEY.match(text, opening.end()):
            return None
        message = "the front matter that begins here is never closed"
        advice = "Close it with a line of three hyphens: ---"
        raise InputError(Problem(path, 1, 1, message, advice, "---", 3))
    yaml = block["yaml"]
    if yaml.strip() and not _FIRST_KEY.match(yaml):
        return None
    values = simple_values(yaml)
    if values is None:
        values = _yaml_values(yaml, path)
    return FrontMatter(Span(0, block.end()), _metadata(values, path))


def simple_values(yaml: str) -> dict[str, Value] | None:
    """Read plain `key: value` lines; None when the block holds anything else."""
    values: dict[str, Value] = {}
    offset, line = 0, 2
    while offset < len(yaml):
        found = _SIMPLE_LINE.match(yaml, offset)
        if found is None or found["key"] in values:
            return None
        if found["key"]:
            value = found["value"] or ""
            text = value[1:-1] if value[:1] in ("'", '"') else value
            column = found.start("value") - offset + 1 if value else 1
            values[found["key"]] = Value(text, line, column, found.group().rstrip("\r\n"))
        offset, line = found.end(), line + 1
    return values


def _yaml_values(yaml: str, path: str) -> dict[str, Value]:
    """Read any other YAML; only the known keys must hold plain text."""
    from checker.schema import problem_at, read_yaml

    try:
        # An empty line stands for the hyphens, so that lines count as in the file.
        root = read_yaml("\n" + yaml, path)
    except DataFileError as error:
        if not yaml.strip() or all(line.lstrip()[:1] in ("", "#") for line in yaml.splitlines()):
            return {}
        raise InputError(error.problems[0]) from None
    if root.kind != "mapping":
        message = "front matter must be lines of `key: value`"
        raise InputError(problem_at(root, message))
    values: dict[str, Value] = {}
    for key, node in root.pairs:
        if key.text not in KEYS:
            continue
        if node.kind != "text":
            raise InputError(problem_at(node, f"`{key.text}` must be text, not a {node.kind}"))
        shown = problem_at(node, "")
        values[key.text] = Value(node.text, node.line, node.column, shown.source)
    return values


def _metadata(values: Mapping[str, Value], path: str) -> Metadata:
    """Take the known keys; `published` and `lang` come before their other spellings."""
    found: dict[str, str] = {}
    published = None
    for key, field in KEYS.items():
        value = values.get(key)
        cleaned = clean_value(value.text) if value else None
        if value is None or cleaned is None or field in found:
            continue
        found[field] = cleaned
        if field == "published":
            published = parse_date(cleaned)
            if published is None:
                message = f"`{cleaned}` is not a date"
                raise InputError(value.problem(path, message, DATE_ADVICE))
    found.pop("published", None)
    return Metadata(published=published, **found)
