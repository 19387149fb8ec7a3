"""Files that a command reads or writes, with what is wrong with them in one sentence."""

from __future__ import annotations

import sys

from checker.cli.terminal import OK, fail
from checker.errors import InputError, Problem


def read_file(path: str) -> str:
    """Return the text of a file, `-` being the standard input. Raises: InputError."""
    try:
        if path == "-":
            return sys.stdin.read() if sys.stdin else ""
        with open(path, encoding="utf-8") as file:
            return file.read()
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start})"
        raise InputError(Problem(path, 0, 0, message)) from error
    except (OSError, ValueError) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise InputError(Problem(path, 0, 0, message)) from error


def write_file(path: str, text: str, mode: str = "w", what: str = "") -> int:
    """
    Write a text to a file and return the exit status.

    `mode` is that of `open`: with `x` the file must be new. `what` names the file beside its path.
    """
    try:
        with open(path, mode, encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            file.write(text)
    except FileExistsError:
        return fail(f"{path}: is there already; choose another name, or remove it first")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return fail(f"{path}: {f'{what} ' if what else ''}cannot be written: {reason}")
    return OK
