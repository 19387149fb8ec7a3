"""
Comments that ask to leave claims out of comparing, in Markdown, HTML and plain text.

    <!-- checker: ignore-next-line[rule-id] until=2026-12-31 -- reason -->
    <!-- checker: ignore-start[rule-id, other-rule] -- reason --> ... <!-- checker: ignore-end -->
    <!-- checker: ignore-file -- reason -->
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.lines import position
from checker.model import Ignore, Span
from checker.values import replace

_COMMENT = re.compile(
    r"<!--[ \t]*checker:[ \t]*(?P<what>[\w-]*)(?:\[(?P<rules>[^\]\n]*)\])?"
    r"(?P<rest>[^\n]*?)(?:-->|(?=\n|\Z))"
)
_REST = re.compile(r"\s*(?:until=(?P<until>\S+))?\s*(?:--[ \t]+(?P<reason>.*?))?\s*")
_KINDS = ("ignore-next-line", "ignore-start", "ignore-end", "ignore-file")


def find_ignores(text: str, *, in_text: bool) -> tuple[Ignore, ...]:
    """
    Find the comments of a file; `in_text` says that the text of the article holds them too.

    A comment that is not understood is kept with what is wrong with it.
    """
    if "checker:" not in text:
        return ()
    found: list[Ignore] = []
    opened: list[int] = []
    for comment in _COMMENT.finditer(text):
        ignore = _ignore(text, comment)
        if in_text:
            ignore = replace(ignore, span=Span(comment.start(), comment.end()))
        if comment["what"] == "ignore-end" and opened:
            number = opened.pop()
            found[number] = replace(
                found[number], last=ignore.line, fault=_own_fault(found[number])
            )
            ignore = replace(ignore, fault="", first=1, last=-1)
        elif comment["what"] == "ignore-start":
            opened.append(len(found))
        found.append(ignore)
    return tuple(found)


def _own_fault(started: Ignore) -> str:
    """Return what is wrong with the start of a stretch that is closed after all."""
    return "" if started.fault == _OPEN else started.fault


_OPEN = "it is never closed: write <!-- checker: ignore-end --> behind the last line"


def _ignore(text: str, comment: re.Match[str]) -> Ignore:
    """Read one comment."""
    line, column = position(text, comment.start())
    words = " ".join(comment[0].split())
    rest = _REST.fullmatch(comment["rest"])
    until, fault = _day(rest["until"] if rest else None)
    reason = (rest["reason"] or "").strip() if rest else ""
    what = comment["what"]
    if what not in _KINDS:
        fault = f"`{what}` is not one of {', '.join(_KINDS)}"
    elif rest is None or not comment[0].endswith("-->"):
        fault = "it is not understood: write `until=2026-12-31`, then `-- reason -->`"
    elif what == "ignore-end":
        fault = "nothing was opened before it"
    elif not reason:
        fault = "it gives no reason: write `-- reason` before its end"
    elif what == "ignore-start" and not fault:
        fault = _OPEN
    rules = tuple(name.strip() for name in (comment["rules"] or "").split(",") if name.strip())
    first, last = _lines(text, comment, line)
    return Ignore(line, column, words, rules, first, last, until, reason, fault)


def _day(text: str | None) -> tuple[date | None, str]:
    try:
        return (date.fromisoformat(text) if text else None), ""
    except ValueError:
        return None, f"`{text}` is no day such as 2026-12-31"


def _lines(text: str, comment: re.Match[str], line: int) -> tuple[int, int]:
    """Return the first and the last line that a comment speaks of; 0 is the end of the file."""
    if comment["what"] == "ignore-file":
        return 1, 0
    if comment["what"] != "ignore-next-line":
        return line, 0
    following = next(_filled_lines(text, comment.end()), None)
    number = line + 1 if following is None else position(text, following)[0]
    return number, number


def _filled_lines(text: str, offset: int) -> Iterator[int]:
    """Yield the offset of each later line that holds more than blanks and comments."""
    for found in re.finditer(r"(?<=\n)[^\n]+", text[offset:]):
        if _COMMENT.sub("", found[0]).strip():
            yield offset + found.start()
