"""Foreign text inside Markdown: shown as it is, never formatting, a link, HTML or a message."""

from __future__ import annotations

import re

from checker.report._screen import clean

# A zero-width space: GitHub and GitLab look for names, issues and addresses in the text that
# Markdown leaves, where a backslash is gone; only a character in between keeps them from it.
_APART = "&#8203;"
# A table is cut at its pipes before anything else is read, by some readers behind a backslash too.
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;"}
_SPECIAL = re.compile(
    r"[&<>|\\]|[`*_{}\[\]~$]|@(?=\S)|[#!](?=\w)|(?<=\bwww)\.|:(?=//)", re.IGNORECASE
)
_CALLS = "@#!.:"
# What begins a list, a heading or a line across at the start of a line.
_STARTS = re.compile(r"([-+=#])|(\d{1,9})(?=[.)])")


def escaped(text: str) -> str:
    """Write foreign text on one line of Markdown, also inside a table."""
    return _SPECIAL.sub(_harmless, clean(text))


def _harmless(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in _CALLS:
        return mark + _APART
    return _ENTITIES.get(mark, f"\\{mark}")


def begun(markdown: str) -> str:
    """Keep a line from beginning a list or a heading; its foreign text is escaped already."""
    found = _STARTS.match(markdown)
    if not found:
        return markdown
    return f"\\{markdown}" if found[1] else f"{found[2]}{_APART}{markdown[found.end() :]}"


def bold(before: str, text: str, after: str) -> str:
    """
    Write `text` bold between two others, all of them foreign.

    Asterisks between punctuation and a letter do not open or close emphasis (CommonMark, 6.2);
    there an element does.
    """
    if not text.strip():
        return escaped(before + text + after)
    opens = text[0].isalnum() or not before or before[-1].isspace()
    closes = text[-1].isalnum() or not after or after[0].isspace()
    left, right = ("**", "**") if opens and closes else ("<b>", "</b>")
    return f"{escaped(before)}{left}{escaped(text)}{right}{escaped(after)}"


def table(headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Draw a table of cells that are Markdown already."""
    lines = [headers, tuple("---" for _ in headers), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
