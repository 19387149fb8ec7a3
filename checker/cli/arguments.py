"""The arguments of each command: what they are called, what they mean, what they become."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from checker.cli.terminal import screen_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.run import Settings

LEVELS = ("info", "warning", "error")
"""The severities, the mildest first."""


def parsed(command: str, about: str, arguments: list[str]) -> argparse.Namespace:
    """
    Understand the arguments of one command.

    Exits with status 2 and a message when they make no sense, as argparse does.
    """
    parser = argparse.ArgumentParser(
        prog=f"checker {command}",
        description=f"{about[0].upper()}{about[1:]}.",
        formatter_class=_help_formatter,
    )
    parser.set_defaults(command=command)
    _ARGUMENTS[command](parser)
    if command in ("check", "compare", "render"):
        _explain_formats(parser, arguments)
    options = parser.parse_args(arguments)
    paths = [path for _, path in getattr(options, "write", ())]
    for path in paths:
        if paths.count(path) > 1:
            parser.error(f"argument --write: {path!r} is given twice")
    return options


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    _add_archive(parser)
    _add_rules(parser)
    _add_accepted(parser)
    _add_report(parser)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("one", metavar="A", help="a text, or the path of an article")
    parser.add_argument("other", metavar="B", help="what to hold it against")
    parser.set_defaults(paths=[])
    _add_known(parser)
    _add_rules(parser)
    _add_report(parser)


def _add_index(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    _add_rules(parser)
    group = parser.add_argument_group("the index")
    group.add_argument(
        "-o",
        "--output",
        default="checker-index.sqlite",
        metavar="FILE",
        help="the file, which is made or brought up to date (default: checker-index.sqlite)",
    )
    _add_work(group)
    group.add_argument("--timing", action="store_true", help="say how long each step took")


def _add_work(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "-j", "--jobs", type=_count, default=1, metavar="N", help="use N processes (0: one a core)"
    )
    group.add_argument(
        "--time-limit",
        type=_seconds,
        default=60,
        metavar="SECONDS",
        help="give an article up after so long (default: 60; 0: never)",
    )


def _count(text: str) -> int:
    import os

    if not text.isdecimal() or int(text) > _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text) or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else "1")


_MOST_JOBS = 256


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return seconds


_LONGEST = 86_400


def _add_quantities(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    _add_format(parser, ("table", "jsonl"))


def _add_claims(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    _add_rules(parser)
    _add_format(parser, ("table", "jsonl"))


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target",
        nargs="?",
        default="",
        metavar="FILE:LINE|FINDING",
        help="a line of an article, or the beginning of a finding's id",
    )
    parser.add_argument("--text", metavar="TEXT", help="explain this text instead")
    _add_inputs(parser)
    _add_rules(parser)


def _add_render(parser: argparse.ArgumentParser) -> None:
    from checker.report import formats

    parser.add_argument(
        "report", metavar="REPORT.json", help="what `checker check --format json` wrote; - reads it"
    )
    _add_format(parser, formats())
    _add_write(parser)
    parser.add_argument(
        "-v", "--verbose", action="count", default=0, help="list the facts that agree too"
    )
    parser.add_argument(
        "--statistics", action="store_true", help="count claims and findings rule by rule"
    )


def _add_actions(parser: argparse.ArgumentParser) -> None:
    from checker.cli.rules import add_actions

    add_actions(parser)


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("accept", "list"), help="what to do")
    parser.add_argument(
        "finding", nargs="?", default="", metavar="FINDING", help="the beginning of a finding's id"
    )
    _add_inputs(parser)
    _add_rules(parser)
    _add_accepted(parser)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is accepted")
    parser.add_argument("--who", default="", metavar="NAME", help="who decides (default: you)")
    parser.add_argument(
        "--until", metavar="YYYY-MM-DD", type=_day, help="the last day on which it counts"
    )


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("create", "prune", "show"), help="what to do")
    _add_inputs(parser)
    _add_rules(parser)
    _add_accepted(parser)


def _add_accepted(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what was accepted")
    group.add_argument(
        "--decisions",
        metavar="FILE",
        help="the file of decisions (default: `decisions` of the configuration)",
    )
    group.add_argument(
        "--baseline", metavar="FILE", help="the baseline (default: `baseline` of the configuration)"
    )


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("show",), help="show the configuration and its sources")
    _add_config_file(parser)


def _add_config_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        default="",
        metavar="FILE",
        help="the configuration (default: the nearest checker.toml or pyproject.toml)",
    )


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


_ARGUMENTS = {
    "check": _add_check,
    "compare": _add_compare,
    "index": _add_index,
    "quantities": _add_quantities,
    "claims": _add_claims,
    "explain": _add_explain,
    "render": _add_render,
    "rules": _add_actions,
    "decisions": _add_decisions,
    "baseline": _add_baseline,
    "config": _add_config,
    "clean": _add_nothing,
}


def _help_formatter(prog: str) -> argparse.HelpFormatter:
    """Tell the width of help, for which argparse would import `shutil` on every start."""
    return argparse.HelpFormatter(prog, width=min(screen_width(), 100) - 2)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="articles and folders of articles; - is the standard input (default: `include` of the "
        "configuration, else this folder)",
    )
    _add_known(parser)


def _add_known(parser: argparse.ArgumentParser) -> None:
    _add_config_file(parser)
    group = parser.add_argument_group("what is known about the articles")
    group.add_argument(
        "--metadata",
        metavar="FILE.csv",
        help="a table with the columns path, published, outlet, lang, event",
    )
    group.add_argument("--lang", metavar="CODE", help="the language, where nothing else says it")
    group.add_argument("--outlet", metavar="NAME", help="who published them")
    group.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="when they appeared")
    group.add_argument(
        "--body",
        choices=("tags", "trafilatura"),
        default="tags",
        help="what tells the article of a web page from what stands beside it (default: its tags)",
    )


def _add_archive(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which findings are wanted")
    group.add_argument(
        "--against",
        nargs="+",
        action="extend",
        default=[],
        metavar="ARCHIVE",
        help="compare the articles with those of an archive (folders, files) and report only what "
        "touches the articles (default: `archive` of the configuration)",
    )
    group.add_argument(
        "--since",
        metavar="REV",
        help="report only what touches a line added since this revision of git",
    )
    _add_work(group)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules and rates")
    add_rule_files(group)
    group.add_argument(
        "--select", type=_names, default=(), metavar="ID,...", help="use only these rules"
    )
    group.add_argument(
        "--ignore", type=_names, default=(), metavar="ID,...", help="do without these rules"
    )
    group.add_argument(
        "--rates", metavar="FILE.csv", help="exchange rates that go before the shipped ones"
    )


def add_rule_files(parser: argparse._ActionsContainer) -> None:
    """Add the options that say which rule files are read."""
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="PATH",
        help="a rule file or a folder of them, added to the shipped ones; may be repeated",
    )
    parser.add_argument(
        "--no-default-rules", action="store_true", help="leave the shipped rules out"
    )


def _add_format(
    parser: argparse.ArgumentParser, formats: Iterable[str], usual: str = "table"
) -> None:
    parser.add_argument(
        "-f",
        "--format",
        choices=tuple(formats),
        default=usual,
        help="how to write it (default: table); with jsonl, - reads JSON Lines",
    )


def _add_report(parser: argparse.ArgumentParser) -> None:
    import os

    from checker.report import formats

    # On GitHub, findings belong beside the lines that changed.
    is_github = os.environ.get("GITHUB_ACTIONS") == "true"
    _add_format(parser, formats(), "github" if is_github else "table")
    _add_write(parser)
    parser.add_argument(
        "--fail-on",
        choices=("never", *LEVELS),
        help="the severity from which a finding makes the exit status 1 (default: `fail-on` of "
        "the configuration, else warning)",
    )
    parser.add_argument(
        "--fail-if-empty",
        action="store_true",
        help="make the exit status 2 when there was nothing to compare",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="count",
        default=0,
        help="list the facts that agree and why numbers were not used; -vv lists each number",
    )
    parser.add_argument(
        "--statistics", action="store_true", help="count claims and findings rule by rule"
    )
    parser.add_argument("--timing", action="store_true", help="say how long each step took")


def _add_write(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write",
        action="append",
        default=[],
        type=_format_and_path,
        metavar="FORMAT=PATH",
        help="also write the report to a file; may be repeated",
    )


def _explain_formats(parser: argparse.ArgumentParser, arguments: list[str]) -> None:
    """Say of each format what its module says; they are imported only when help is asked for."""
    if not {"-h", "--help"} & set(arguments):
        return
    from importlib import import_module

    from checker.report import formats

    names = formats()
    width = max(map(len, names))
    told = {name: import_module(f"checker.report.{name}").__doc__ or "" for name in names}
    lines = [f"  {name:{width}}  {told[name].strip().splitlines()[0]}" for name in names]
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(["formats:", *lines])


def _day(text: str) -> object:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2022-12-20") from None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _format_and_path(text: str) -> tuple[str, str]:
    from checker.report import formats

    name, equals, path = text.partition("=")
    if name not in formats() or not equals or not path:
        known = ", ".join(formats())
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=PATH with a format of {known}")
    if path == "-":
        raise argparse.ArgumentTypeError(f"use --format {name} for the standard output")
    return name, path


def settings(options: argparse.Namespace) -> Settings:
    """Gather what the options say about inputs, rules and rates."""
    from datetime import date

    from checker.config import load_config
    from checker.run import Settings

    config = load_config(options.config)
    archive = config.archive if options.command == "check" else ()
    return Settings(
        config=config,
        paths=tuple(options.paths) or config.include or (".",),
        against=tuple(getattr(options, "against", None) or ()) or archive,
        since=getattr(options, "since", None),
        metadata=options.metadata,
        lang=options.lang,
        outlet=options.outlet,
        published=options.date,
        stdin_format="jsonl" if getattr(options, "format", "") == "jsonl" else "text",
        rules=tuple(getattr(options, "rules", ())),
        shipped=not getattr(options, "no_default_rules", False),
        select=tuple(getattr(options, "select", ())),
        ignore=tuple(getattr(options, "ignore", ())),
        rates=getattr(options, "rates", None),
        body=options.body,
        decisions=getattr(options, "decisions", None),
        baseline=getattr(options, "baseline", None),
        today=date.today(),  # noqa: DTZ011 - the day where the user is
    )
