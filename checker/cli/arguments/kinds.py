"""What the text of an argument becomes, and what is said of one that makes no sense."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

LEVELS = ("info", "warning", "error")
"""The severities, the mildest first."""


_MOST_JOBS = 256


def count(text: str) -> int:
    """Read a number of processes, 0 or `auto` being one a core. Raises: ArgumentTypeError."""
    import os

    text = "0" if text == "auto" else text
    if not text.isdecimal() or int(text) > _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text) or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else "1")


_LONGEST = 86_400


def seconds(text: str) -> float:
    """Read a number of seconds. Raises: ArgumentTypeError."""
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return number


def day(text: str) -> object:
    """Read a date. Raises: ArgumentTypeError."""
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2022-12-20") from None


def names(text: str) -> tuple[str, ...]:
    """Split names at commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def format_and_path(text: str, known: Sequence[str] = ()) -> tuple[str, str]:
    """
    Split FORMAT=PATH, with a format of reports or of those `known`.

    Raises: ArgumentTypeError for a format that does not exist.
    """
    from checker.report import formats

    name, equals, path = text.partition("=")
    choices = known or formats()
    if name not in choices or not equals or not path:
        told = ", ".join(choices)
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=PATH with a format of {told}")
    if path == "-":
        raise argparse.ArgumentTypeError(f"use --format {name} for the standard output")
    return name, path
