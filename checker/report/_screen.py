"""What a terminal needs: its width, its colours, and article text that cannot take it over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from checker.values import frozen, replace

if TYPE_CHECKING:
    from checker.errors import Problem

# A terminal, like an editor, may be told by these to move, recolour, hide or reverse text: control
# and format characters, line and paragraph separators, lone surrogates (Unicode TR36,
# CVE-2021-42574). A regular expression over all of Unicode would take 20 ms to compile.
_HOSTILE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Format characters that are part of how a word or a number is spelled.
_SPELLING = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029 ]+")
# Every character below the first combining mark takes one column.
_FIRST_UNEVEN = "\u0300"

_STYLES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "unsure": "35",
    "explained": "36",
    "agree": "32",
    "number": "1;4",
}


@frozen
class Screen:
    """
    Where a report is shown: `width` in columns, whether it may use `colour`, and how much of it.

    `verbose` lists the agreeing facts and groups the numbers that were not used, from 2 on it lists
    each of them; `statistics` adds counts for each rule. `has_errors` says that the errors of the
    report stand on this screen already.
    """

    width: int = 100
    colour: bool = False
    verbose: int = 0
    statistics: bool = False
    has_errors: bool = False

    def paint(self, text: str, style: str) -> str:
        """Colour `text`, which must be safe already, unless colours are off."""
        if not self.colour or not text:
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


PLAIN = Screen()


def safe(text: str) -> str:
    """Show foreign text on one line, without blanks around it."""
    return clean(text).strip()


def shortened(text: str, width: int) -> str:
    """Show foreign text on one line of at most `width` columns, cut where it is longer."""
    shown = safe(text[: 4 * width])
    if len(text) <= 4 * width and fitting(shown, width) == len(shown):
        return shown
    return f"{shown[: fitting(shown, width - 2)].rstrip()} …"


def clean(text: str) -> str:
    """Write white space as one blank and each hostile character as `<U+202E>`."""
    return _revealed(_SPACES.sub(" ", text.replace("\u00ad", "")))


def visible(text: str) -> str:
    """Show each hostile character of one line as `<U+202E>` and keep its blanks as they are."""
    return _revealed(text.replace("\t", " "))


def shown_problem(problem: Problem) -> str:
    """Write a problem with its line, caret and help, whatever its file holds."""
    return str(
        replace(
            problem,
            path=visible(problem.path),
            message=visible(problem.message),
            help=visible(problem.help),
            source=visible(problem.source.rstrip("\r\n")),
        )
    )


def _revealed(text: str) -> str:
    # No hostile character is printable, and few texts hold any other.
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if category(character) not in _HOSTILE or character in _SPELLING:
        return character
    return f"<U+{ord(character):04X}>"


def columns(text: str) -> int:
    """Count the columns a safe text takes: two for wide characters, none for combining ones."""
    if text.isascii() or max(text) < _FIRST_UNEVEN:
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def wrap(text: str, width: int) -> list[str]:
    """Break a safe text into lines of at most `width` columns, at blanks where there are any."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        pieces = _cut(word, width)
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _cut(word: str, width: int) -> list[str]:
    """Cut a word that may be longer than a line, after a slash or a hyphen when one is near."""
    pieces = []
    while columns(word) > width:
        end = fitting(word, width)
        soft = max(word.rfind(mark, end // 2, end) for mark in "/-_") + 1
        end = soft or end
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def fitting(text: str, width: int) -> int:
    """Count the characters of a safe text that fit into `width` columns; at least one."""
    end = min(len(text), max(width, 1))
    while end > 1 and columns(text[:end]) > width:
        end -= 1
    return end


def indented(text: str, by: int, width: int) -> str:
    """Wrap a safe text to `width` columns and begin each line with `by` blanks."""
    return "\n".join(" " * by + line for line in wrap(text, width - by))
