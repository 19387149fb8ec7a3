"""The commands: each reads its inputs, asks for the work, writes the result, returns its status."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

from checker.cli.arguments import LEVELS, settings
from checker.cli.discovering import beyond_of
from checker.cli.files import read_file, write_file
from checker.cli.terminal import (
    FAILED,
    FOUND,
    OK,
    Counter,
    fail,
    make_screen,
    say,
    tell_unread,
    warn,
)
from checker.errors import UsageError
from checker.work import Jobs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from checker.model import Report, Skipped
    from checker.report._screen import Screen
    from checker.run import Settings


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for and return its exit status."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": _check,
        "compare": _compare,
        "diff": _diff,
        "index": _index,
        "quantities": _quantities,
        "claims": _claims,
        "explain": _explain,
        "render": _render,
        "rules": _rules,
        "decisions": _accepting,
        "baseline": _accepting,
        "config": _config,
        "clean": _clean,
    }
    return commands[options.command](options)


def _check(options: argparse.Namespace) -> int:
    from checker.run import check

    steps = _Steps(is_wanted=options.timing)
    given = settings(options)
    beyond = beyond_of(options)
    with Counter() as counter:
        jobs = Jobs(options.jobs, options.time_limit, counter.tick, steps.done)
        if given.against:
            from checker.indexing import check_against

            report = check_against(given, jobs, beyond)
        else:
            report = check(given, jobs, beyond=beyond)
    return _reported(report, (options, given), steps)


def _compare(options: argparse.Namespace) -> int:
    from checker.run import compared

    steps = _Steps(is_wanted=options.timing)
    given = settings(options)
    report = compared((options.one, options.other), given, steps.done)
    return _reported(report, (options, given), steps)


def _reported(report: Report, asked: tuple[argparse.Namespace, Settings], steps: _Steps) -> int:
    """Show and write a report, and return the exit status it asks for."""
    options, given = asked
    warn(report.errors)
    screen = make_screen(options) if _is_for_screen(options.format) else None
    say(_rendered(options.format, report, screen), is_data=screen is None)
    written = [_write(name, path, report) for name, path in options.write]
    written.append(_summarise(report))
    if options.fail_if_empty and not report.coverage.compared:
        fail("nothing was compared, and --fail-if-empty is given")
    steps.done("report")
    steps.tell()
    options.fail_on = options.fail_on or given.config.fail_on or "warning"
    return max([_status(report, options), *written])


def _index(options: argparse.Namespace) -> int:
    """Bring the store of an archive up to date and say what changed."""
    from checker.indexing import index

    steps = _Steps(is_wanted=options.timing)
    given = settings(options)
    if not options.paths and given.config.archive:
        from checker.archive import is_store
        from checker.values import replace

        paths = tuple(path for path in given.config.archive if not is_store(path))
        given = replace(given, paths=paths or given.paths)
    with Counter() as counter:
        done = index(given, options.output, Jobs(options.jobs, options.time_limit, counter.tick))
    warn(done.problems)
    tell_unread(done.skipped)
    steps.done("index")
    steps.tell()
    say(
        f"{options.output}: {done.articles:,} articles ({done.added:,} new or changed, "
        f"{done.kept:,} as they were, {done.left:,} gone), {done.claims:,} claims\n"
    )
    return FAILED if done.problems else OK


def _render(options: argparse.Namespace) -> int:
    """Write a saved report in another format; what it found was said when it was made."""
    from checker.saved import read_report

    report = read_report(read_file(options.report), options.report)
    screen = make_screen(options) if _is_for_screen(options.format) else None
    say(_rendered(options.format, report, screen), is_data=screen is None)
    return max([OK, *(_write(name, path, report) for name, path in options.write)])


def _status(report: Report, options: argparse.Namespace) -> int:
    if report.errors or (options.fail_if_empty and not report.coverage.compared):
        return FAILED
    if options.fail_on == "never":
        return OK
    counted = LEVELS[LEVELS.index(options.fail_on) :]
    found = (each for each in report.findings if each.is_told and not each.is_guess)
    return FOUND if any(finding.severity in counted for finding in found) else OK


def _is_for_screen(name: str) -> bool:
    """Whether the format adapts to the terminal."""
    from importlib import import_module

    return getattr(import_module(f"checker.report.{name}"), "ON_SCREEN", False)


def _rendered(name: str, report: Report, screen: Screen | None = None) -> str:
    """Write `report` in the format `name`, for a file unless there is a screen."""
    from importlib import import_module

    form = import_module(f"checker.report.{name}")
    text: str = form.render(*(report, screen) if screen else (report,))
    return text


def _write(name: str, path: str, report: Report) -> int:
    """Write a report to a file, unless that is one of the articles."""
    from os.path import realpath

    from checker.inputs.folders import file_of

    if realpath(path) in {realpath(file_of(article.path)) for article in report.articles}:
        return fail(f"{path}: is an article that was read; write the report to another file")
    return write_file(path, _rendered(name, report))


def _summarise(report: Report) -> int:
    """Add the report to the summary of a job on GitHub, where there is one."""
    import os

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return OK
    # GitHub takes a summary of at most one mebibyte; the format for comments is far below it.
    return write_file(path, _rendered("markdown", report), "a", "the job summary")


def _quantities(options: argparse.Namespace) -> int:
    from checker.run import quantities

    found = quantities(settings(options))
    warn(found.problems)
    if options.format == "jsonl":
        from checker.report import jsonl

        lines = (jsonl.quantities(each.article.id, each.quantities) for each in found.articles)
        say("".join(lines), is_data=True)
        tell_unread(found.skipped)
    else:
        from checker.report import _listing

        screen = make_screen(options)
        blocks = (
            _listing.quantities(each.article, each.quantities, each.skipped, screen)
            for each in found.articles
        )
        say("\n".join(blocks) or "No article was read.\n")
        say(_unread(found.skipped, screen, is_all=not found.articles))
    return FAILED if found.problems else OK


def _unread(skipped: Sequence[Skipped], screen: Screen, *, is_all: bool) -> str:
    """Name the inputs that were not read, below a list of what was found in the others."""
    from checker.report._leftovers import unread

    inputs = [each for each in skipped if each.stage in ("inputs", "articles")]
    lines = unread(inputs, screen, is_all=is_all)
    return "\n".join(["", *lines, ""]) if lines else ""


def _claims(options: argparse.Namespace) -> int:
    from checker.run import check

    report = check(settings(options))
    warn(report.errors)
    if options.format == "jsonl":
        from checker.report import jsonl

        say(jsonl.claims(report.claims), is_data=True)
        tell_unread(report.skipped)
    else:
        from checker.report import _listing

        screen = make_screen(options)
        is_empty = not report.articles
        say("No article was read.\n" if is_empty else _listing.claims(report.claims, screen))
        say(_unread(report.skipped, screen, is_all=is_empty))
    return FAILED if report.errors else OK


def _explain(options: argparse.Namespace) -> int:
    from checker.explain import explain_finding, explain_line
    from checker.report import _explanation
    from checker.run import traced

    if options.text is not None:
        return _explain_text(options)
    if not options.target:
        raise UsageError("name a line (FILE:LINE) or a finding, or give a text with --text")
    path, _, line = options.target.rpartition(":")
    is_line = bool(path) and line.isdecimal()
    if is_line:
        from checker.inputs.folders import file_of

        options.paths = _with(file_of(path), options.paths)
    found = traced(settings(options))
    warn(found.problems)
    explained = (
        explain_line(found.trace, path, int(line))
        if is_line
        else explain_finding(found.trace, options.target)
    )
    say(_explanation.render(explained, make_screen(options)))
    return FAILED if found.problems else OK


def _explain_text(options: argparse.Namespace) -> int:
    from checker.explain import explain_article
    from checker.report import _explanation
    from checker.run import article_of, traced
    from checker.values import replace

    if options.target:
        raise UsageError("give either a text with --text or a line or finding, not both")
    given = replace(settings(options), paths=())
    found = traced(replace(given, articles=(article_of(options.text, given),)))
    warn(found.problems)
    explained = explain_article(found.trace, found.trace.articles[0])
    say(_explanation.render(explained, make_screen(options)))
    return FAILED if found.problems else OK


def _with(path: str, paths: list[str]) -> list[str]:
    """Read the article to explain too, unless a folder that is read holds it; alone by default."""
    from os.path import join

    if not paths:
        return [path]
    is_held = any(path == given or path.startswith(join(given, "")) for given in paths)
    return paths if is_held else [path, *paths]


def _rules(options: argparse.Namespace) -> int:
    from checker.cli.rules import run_rules

    return run_rules(options)


def _diff(options: argparse.Namespace) -> int:
    from checker.cli.diff import run_diff

    return run_diff(options)


def _accepting(options: argparse.Namespace) -> int:
    from checker.cli.accepting import run_baseline, run_decisions

    return (run_decisions if options.command == "decisions" else run_baseline)(options)


def _config(options: argparse.Namespace) -> int:
    """Show every decision with its value, and where rules and cache are."""
    from checker import __version__
    from checker.cache import folder
    from checker.config import load_config
    from checker.languages import available
    from checker.report import _decisions
    from checker.rules import read_rules

    config = load_config(options.config)
    loaded = read_rules(config.rules, shipped=config.shipped, version=__version__)
    warn(loaded.problems)
    facts = (
        ("rules loaded", f"{len(loaded.rules):,}"),
        ("languages", " ".join(config.languages or available())),
        ("cache", str(folder() or "none: no home folder is known")),
    )
    say(_decisions.render(config.path, config.shown(), facts))
    return FAILED if loaded.problems else OK


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
