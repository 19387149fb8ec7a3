"""What the process and its terminal are told: text, width, colours, errors, exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import Self, TextIO

    from checker.errors import Problem
    from checker.model import Skipped
    from checker.report._screen import Screen

# Nobody mends more mistakes of one file at once.
_MOST_TOLD = 50

OK, FOUND, FAILED = 0, 1, 2
"""The exit statuses: nothing to report, something differs, something could not be checked."""


def make_screen(options: argparse.Namespace) -> Screen:
    """Say what the standard output can show and how much of it was asked for."""
    from checker.report._screen import Screen

    return Screen(
        width=screen_width(),
        colour=_has_colour(),
        verbose=getattr(options, "verbose", 0),
        statistics=getattr(options, "statistics", False),
        # The standard error has them in full, and on a terminal the reader sees both.
        has_errors=_is_terminal(sys.stdout) and _is_terminal(sys.stderr),
    )


def screen_width() -> int:
    """Return the columns to fill, 40 to 200: as told, as the terminal has, or else 100."""
    import os

    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return min(max(int(told), 40), 200)
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, 40), 200)
    except (OSError, ValueError, AttributeError):
        return 100


def _has_colour() -> bool:
    """Whether to use colours: as no-color.org and force-color.org say, else on a terminal."""
    from os import environ

    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    is_plain = environ.get("TERM") == "dumb" or environ.get("CI", "") not in ("", "false", "0")
    return not is_plain and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def say(text: str, *, is_data: bool = False) -> int:
    """
    Write to the standard output; data is always UTF-8, whatever the terminal speaks.

    Raises: OSError when it cannot be written or was closed before the start.
    """
    if sys.stdout is None:
        raise OSError("the standard output is closed")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8" if is_data else None, errors="backslashreplace")
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        hang_up()
    return OK


def warn(problems: Iterable[Problem]) -> None:
    """Write each problem with its line and caret to the standard error."""
    from collections import Counter

    told: Counter[str] = Counter()
    for problem in problems:
        from checker.report._screen import safe, shown_problem

        told[problem.path] += 1
        if told[problem.path] <= _MOST_TOLD:
            sys.stderr.write(f"error: {shown_problem(problem)}\n")
    for path, count in told.items():
        if count > _MOST_TOLD:
            sys.stderr.write(f"error: {safe(path)}: {count - _MOST_TOLD:,} more of this file\n")


def tell_unread(skipped: Iterable[Skipped]) -> None:
    """Name the articles that were not read on the standard error: data has no place for them."""
    for one in skipped:
        if one.stage == "articles":
            from checker.report._screen import safe

            sys.stderr.write(f"not read: {safe(one.article)}: {safe(one.reason)}\n")


class Counter:
    """Counts articles on the standard error, ten times a second, when that is a terminal."""

    def __init__(self) -> None:
        """Begin with none; what takes no longer than a moment is not counted aloud."""
        from time import monotonic

        self.count = self.total = 0
        self.started = self.told = monotonic()
        self.is_shown = _is_terminal(sys.stderr)

    def __enter__(self) -> Self:
        """Count until the end of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the line as it was, however the block ends."""
        self.end()

    def tick(self, total: int = 0) -> None:
        """Count one more, of so many when that is known."""
        # Those of the archive and the new ones are counted one after the other.
        self.count = self.count + 1 if total == self.total else 1
        self.total = total
        if self.is_shown:
            from time import monotonic

            now = monotonic()
            if now - self.told >= _TENTH:
                self.told = now
                of = f" of {total:,}" if total else ""
                sys.stderr.write(f"\r\x1b[K{self.count:,}{of} articles")
                sys.stderr.flush()

    def end(self) -> None:
        """Leave the line as it was."""
        if self.is_shown and self.told != self.started:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


_TENTH = 0.1


def note(message: str) -> None:
    """Tell something beside the result on the standard error; it changes no exit status."""
    from checker.report._screen import visible

    sys.stderr.write(f"note: {visible(message)}\n")


def fail(message: str) -> int:
    """Say why nothing was done and return the exit status for it."""
    from checker.report._screen import visible

    lines = (visible(line) for line in message.splitlines())
    sys.stderr.write("checker: error: " + "\n".join(lines) + "\n")
    return FAILED


def open_errors() -> None:
    """Make sure that errors can be written: a process may be started without that stream."""
    if sys.stderr is None:
        import os

        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the exit


def flush() -> None:
    """Send what is still held back; a reader that has left is no error."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        hang_up()


def hang_up() -> None:
    """Say nothing more on the standard output, not even what is still held back at exit."""
    if sys.stdout is None:
        return
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
