"""`checker diff`: the numbers that changed between two versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.arguments import settings
from checker.cli.files import write_file
from checker.cli.terminal import FAILED, FOUND, OK, fail, make_screen, say, warn

if TYPE_CHECKING:
    import argparse

    from checker.model.versions import VersionDiff
    from checker.report._screen import Screen

FORMATS = ("table", "concise", "json", "markdown")
"""How the changes can be written."""

_VERSION = "a file, - for the standard input, or REV:PATH for a file at a revision of git"


def add_versions(parser: argparse.ArgumentParser) -> None:
    """Add what only this command takes."""
    parser.add_argument("old", metavar="OLD", help=f"the older version: {_VERSION}")
    parser.add_argument("new", metavar="NEW", help="the newer version, in the same forms")
    parser.add_argument(
        "--fail-on",
        choices=("never", "claim", "number"),
        default="claim",
        help="what makes the exit status 1 where no correction note was added: a claim that "
        "changed (the default), or any number that did",
    )
    parser.set_defaults(paths=[])


def run_diff(options: argparse.Namespace) -> int:
    """Compare two versions, show what changed, and return the exit status."""
    from checker.versions import compare_versions

    found = compare_versions(options.old, options.new, settings(options))
    warn(found.problems)
    is_table = options.format == "table"
    text = _rendered(found.diff, options.format, make_screen(options) if is_table else None)
    say(text, is_data=not is_table)
    written = [_write(found.diff, name, path) for name, path in options.write]
    status = FAILED if found.problems else _status(found.diff, options.fail_on)
    return max([status, *written])


def _rendered(diff: VersionDiff, name: str, screen: Screen | None = None) -> str:
    """Write the changes in the format `name`, for a file unless there is a screen."""
    from importlib import import_module

    module = "_diff" if name == "table" else f"_diff_{name}"
    form = import_module(f"checker.report.{module}")
    text: str = form.render(*(diff, screen) if screen else (diff,))
    return text


def _write(diff: VersionDiff, name: str, path: str) -> int:
    """Write the changes to a file, unless that is one of the versions."""
    from os.path import realpath

    if realpath(path) in {realpath(side.path) for side in (diff.before, diff.after)}:
        return fail(f"{path}: is a version that was read; write the changes to another file")
    return write_file(path, _rendered(diff, name))


def _status(diff: VersionDiff, fail_on: str) -> int:
    changed = {"never": (), "claim": diff.changed_claims, "number": diff.changed}[fail_on]
    return FOUND if changed and not diff.notes else OK
