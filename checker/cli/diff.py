"""`checker diff`: the numbers that changed between two versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.arguments import settings
from checker.cli.terminal import FAILED, FOUND, OK, make_screen, say, warn

if TYPE_CHECKING:
    import argparse

    from checker.model.versions import VersionDiff

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
    from importlib import import_module

    from checker.versions import compare_versions

    found = compare_versions(options.old, options.new, settings(options))
    warn(found.problems)
    if options.format == "table":
        from checker.report import _diff

        say(_diff.render(found.diff, make_screen(options)))
    else:
        form = import_module(f"checker.report._diff_{options.format}")
        say(form.render(found.diff), is_data=True)
    return FAILED if found.problems else _status(found.diff, options.fail_on)


def _status(diff: VersionDiff, fail_on: str) -> int:
    changed = {"never": (), "claim": diff.changed_claims, "number": diff.changed}[fail_on]
    return FOUND if changed and not diff.notes else OK
