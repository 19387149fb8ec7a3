"""The commands: each reads its inputs, asks for the work, writes the result, returns its status."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

from checker.cli.arguments import LEVELS, settings
from checker.cli.terminal import FAILED, FOUND, OK, fail, make_screen, say, warn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from checker.model import Report
    from checker.report._screen import Screen


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for and return its exit status."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": _check,
        "quantities": _quantities,
        "claims": _claims,
        "explain": _explain,
        "clean": _clean,
    }
    return commands[options.command](options)


def _check(options: argparse.Namespace) -> int:
    from checker.run import check

    steps = _Steps(is_wanted=options.timing)
    report = check(settings(options), steps.done)
    warn(report.errors)
    is_data = options.format != "table"
    screen = None if is_data else make_screen(options)
    say(_rendered(options.format, report, screen), is_data=is_data)
    written = [_write(name, path, report) for name, path in options.write]
    steps.done("report")
    steps.tell()
    return max([_status(report, options), *written])


def _status(report: Report, options: argparse.Namespace) -> int:
    if report.errors or (options.fail_if_empty and not report.coverage.compared):
        return FAILED
    if options.fail_on == "never":
        return OK
    counted = LEVELS[LEVELS.index(options.fail_on) :]
    found = (f for f in report.findings if f.verdict not in ("agree", "unrelated"))
    return FOUND if any(finding.severity in counted for finding in found) else OK


def _rendered(name: str, report: Report, screen: Screen | None = None) -> str:
    """Write `report` in the format `name`, for a file unless there is a screen."""
    from importlib import import_module

    form = import_module(f"checker.report.{name}")
    shown = (report, screen) if screen and getattr(form, "ON_SCREEN", False) else (report,)
    text: str = form.render(*shown)
    return text


def _write(name: str, path: str, report: Report) -> int:
    try:
        with open(path, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            file.write(_rendered(name, report))
    except OSError as error:
        return fail(f"{path}: cannot be written: {error.strerror or error}")
    return OK


def _quantities(options: argparse.Namespace) -> int:
    from checker.run import quantities

    found = quantities(settings(options))
    warn(found.problems)
    if options.format == "jsonl":
        from checker.report import jsonl

        lines = (jsonl.quantities(each.article.id, each.quantities) for each in found.articles)
        say("".join(lines), is_data=True)
    else:
        from checker.report import _listing

        screen = make_screen(options)
        blocks = (
            _listing.quantities(each.article, each.quantities, each.skipped, screen)
            for each in found.articles
        )
        say("\n".join(blocks) or "No article was read.\n")
    return FAILED if found.problems else OK


def _claims(options: argparse.Namespace) -> int:
    from checker.run import check

    report = check(settings(options))
    warn(report.errors)
    if options.format == "jsonl":
        from checker.report import jsonl

        say(jsonl.claims(report.claims), is_data=True)
    else:
        from checker.report import _listing

        say(_listing.claims(report.claims, make_screen(options)))
    return FAILED if report.errors else OK


def _explain(options: argparse.Namespace) -> int:
    from checker.explain import explain_finding, explain_line
    from checker.report import _explanation
    from checker.run import traced

    path, _, line = options.target.rpartition(":")
    is_line = bool(path) and line.isdecimal()
    if is_line:
        options.paths = _with(path, options.paths)
    found = traced(settings(options))
    warn(found.problems)
    explained = (
        explain_line(found.trace, path, int(line))
        if is_line
        else explain_finding(found.trace, options.target)
    )
    say(_explanation.render(explained, make_screen(options)))
    return FAILED if found.problems else OK


def _with(path: str, paths: list[str]) -> list[str]:
    """Read the article to explain too, unless a folder that is read holds it; alone by default."""
    from os.path import join

    if paths == ["."]:
        return [path]
    is_held = any(path == given or path.startswith(join(given, "")) for given in paths)
    return paths if is_held else [path, *paths]


def _clean(_: argparse.Namespace) -> int:
    from checker.cache import clean

    count = clean()
    return say(f"{count} cached {'file' if count == 1 else 'files'} removed\n")


class _Steps:
    """The seconds each step took, told on the standard error when asked for."""

    def __init__(self, *, is_wanted: bool) -> None:
        """Start the clock."""
        self.is_wanted = is_wanted
        self.seconds: list[tuple[str, float]] = []
        self.last = perf_counter()

    def done(self, name: str) -> None:
        """Note that the step called `name` ends now."""
        now = perf_counter()
        self.seconds.append((name, now - self.last))
        self.last = now

    def tell(self) -> None:
        """Write one line a step."""
        if self.is_wanted:
            for name, seconds in self.seconds:
                sys.stderr.write(f"{name}: {seconds * 1000:.0f} ms\n")
