"""
Every error the product raises on purpose, and `Problem`, an error kept as a value.

    CheckerError
    |- IntervalError       ends in the wrong order, or no grain
    |- UnitError           a quantity has no single value or no single unit
    |- DataFileError       a rule, language pack, vocabulary or table is wrong (holds Problems)
    |- InputError          an article or its metadata cannot be read (holds one Problem)
    |- UsageError          an option or argument makes no sense
    `- WorkerError         a process that did a part of the work is gone
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.values import frozen


class CheckerError(Exception):
    """The root: catch this to catch everything the product raises on purpose."""


class IntervalError(CheckerError, ValueError):
    """An interval whose ends are in the wrong order, or a grain that is not positive."""


class UnitError(CheckerError, ValueError):
    """A quantity that has no single value, or no unit of its own, cannot be one in pint."""


class UsageError(CheckerError, ValueError):
    """An option or an argument makes no sense."""


class WorkerError(CheckerError):
    """A process that did a part of the work has ended before it was done."""


@frozen(order=True)
class Problem:
    """
    What is wrong at one place of one file, and what to do about it.

    `line` and `column` count from 1; 0 means the whole file. `source` is the line itself, shown
    above a caret `width` characters wide. `help` says what to do and may be empty.
    """

    path: str
    line: int
    column: int
    message: str
    help: str = ""
    source: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Say `path:line:column: message`, then the line, the caret and the help."""
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        lines = [f"{where}: {self.message}"]
        if self.source:
            lines += [f"    {self.source}", "    " + " " * (self.column - 1) + "^" * self.width]
        if self.help:
            lines.append(f"    {self.help}")
        return "\n".join(lines)


class DataFileError(CheckerError):
    """One or more data files are wrong; `problems` lists every fault of every file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep all `problems`, in order of file and place."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(CheckerError):
    """One input cannot be read; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the `problem`."""
        self.problem = problem
        super().__init__(str(problem))
