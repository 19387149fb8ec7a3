"""
The arguments of each command: what they are called, what they mean, what they become.

`groups` has the options that several commands share, `kinds` what the text of one becomes, and
`gathered` makes settings of them.
"""

from __future__ import annotations

import argparse

from checker.cli.arguments.gathered import settings
from checker.cli.arguments.groups import (
    add_accepted,
    add_archive,
    add_config_file,
    add_format,
    add_inputs,
    add_known,
    add_report,
    add_rule_files,
    add_rules,
    add_work,
    add_write,
)
from checker.cli.arguments.kinds import LEVELS, day
from checker.cli.terminal import screen_width

__all__ = ["LEVELS", "add_rule_files", "parsed", "settings"]


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
    add_inputs(parser)
    add_archive(parser)
    add_rules(parser)
    add_accepted(parser)
    add_report(parser)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("one", metavar="A", help="a text, or the path of an article")
    parser.add_argument("other", metavar="B", help="what to hold it against")
    parser.set_defaults(paths=[])
    add_known(parser)
    add_rules(parser)
    add_report(parser)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    from checker.cli.diff import FORMATS, add_versions

    add_versions(parser)
    add_known(parser)
    add_rules(parser)
    add_format(parser, FORMATS)
    add_write(parser, FORMATS)


def _add_index(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser)
    add_rules(parser)
    group = parser.add_argument_group("the index")
    group.add_argument(
        "-o",
        "--output",
        default="checker-index.sqlite",
        metavar="FILE",
        help="the file, which is made or brought up to date (default: checker-index.sqlite)",
    )
    add_work(group)
    group.add_argument("--timing", action="store_true", help="say how long each step took")


def _add_quantities(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser)
    add_format(parser, ("table", "jsonl"))


def _add_claims(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser)
    add_rules(parser)
    add_format(parser, ("table", "jsonl"))


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target",
        nargs="?",
        default="",
        metavar="FILE:LINE|FINDING",
        help="a line of an article, or the beginning of a finding's id",
    )
    parser.add_argument("--text", metavar="TEXT", help="explain this text instead")
    add_inputs(parser)
    add_rules(parser)


def _add_render(parser: argparse.ArgumentParser) -> None:
    from checker.report import formats

    parser.add_argument(
        "report", metavar="REPORT.json", help="what `checker check --format json` wrote; - reads it"
    )
    add_format(parser, formats())
    add_write(parser)
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
    add_inputs(parser)
    add_rules(parser)
    add_accepted(parser)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is accepted")
    parser.add_argument("--who", default="", metavar="NAME", help="who decides (default: you)")
    parser.add_argument(
        "--until", metavar="YYYY-MM-DD", type=day, help="the last day on which it counts"
    )


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("create", "prune", "show"), help="what to do")
    add_inputs(parser)
    add_rules(parser)
    add_accepted(parser)


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("show",), help="show the configuration and its sources")
    add_config_file(parser)


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


_ARGUMENTS = {
    "check": _add_check,
    "compare": _add_compare,
    "diff": _add_diff,
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
