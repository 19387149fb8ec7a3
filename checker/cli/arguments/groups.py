"""The options that several commands share, in the groups in which help shows them."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from checker.cli.arguments.kinds import LEVELS, count, day, format_and_path, names, seconds
from checker.cli.discovering import add_discover

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add what is read: paths, and what is known about the articles."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="articles and folders of articles; - is the standard input (default: `include` of the "
        "configuration, else this folder)",
    )
    add_known(parser)


def add_known(parser: argparse.ArgumentParser) -> None:
    """Add the configuration, and what is known about the articles."""
    add_config_file(parser)
    group = parser.add_argument_group("what is known about the articles")
    group.add_argument(
        "--metadata",
        metavar="FILE.csv",
        help="a table with the columns path, published, outlet, lang, event",
    )
    group.add_argument("--lang", metavar="CODE", help="the language, where nothing else says it")
    group.add_argument("--outlet", metavar="NAME", help="who published them")
    group.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="when they appeared")
    group.add_argument(
        "--body",
        choices=("tags", "trafilatura"),
        default="tags",
        help="what tells the article of a web page from what stands beside it (default: its tags)",
    )


def add_config_file(parser: argparse.ArgumentParser) -> None:
    """Add the choice of a configuration."""
    parser.add_argument(
        "--config",
        default="",
        metavar="FILE",
        help="the configuration (default: the nearest checker.toml or pyproject.toml)",
    )


def add_archive(parser: argparse.ArgumentParser) -> None:
    """Add what findings must touch, and how the archive is read."""
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
    add_discover(group)
    add_work(group)


def add_work(group: argparse._ActionsContainer) -> None:
    """Add how articles are worked on."""
    group.add_argument(
        "-j",
        "--jobs",
        type=count,
        default=1,
        metavar="N",
        help="read articles by N processes (0 or auto: one a core; default: 1)",
    )
    group.add_argument(
        "--time-limit",
        type=seconds,
        default=60,
        metavar="SECONDS",
        help="give an article up after so long (default: 60; 0: never)",
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the choice of rules and rates."""
    group = parser.add_argument_group("rules and rates")
    add_rule_files(group)
    group.add_argument(
        "--select", type=names, default=(), metavar="ID,...", help="use only these rules"
    )
    group.add_argument(
        "--ignore", type=names, default=(), metavar="ID,...", help="do without these rules"
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


def add_accepted(parser: argparse.ArgumentParser) -> None:
    """Add where it is written what was accepted."""
    group = parser.add_argument_group("what was accepted")
    group.add_argument(
        "--decisions",
        metavar="FILE",
        help="the file of decisions (default: `decisions` of the configuration)",
    )
    group.add_argument(
        "--baseline", metavar="FILE", help="the baseline (default: `baseline` of the configuration)"
    )


def add_format(
    parser: argparse.ArgumentParser, formats: Iterable[str], usual: str = "table"
) -> None:
    """Add the choice of a format."""
    parser.add_argument(
        "-f",
        "--format",
        choices=tuple(formats),
        default=usual,
        help="how to write it (default: table); with jsonl, - reads JSON Lines",
    )


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add everything about a report: its format, length and exit status."""
    import os

    from checker.report import formats

    # On GitHub, findings belong beside the lines that changed.
    is_github = os.environ.get("GITHUB_ACTIONS") == "true"
    add_format(parser, formats(), "github" if is_github else "table")
    add_write(parser)
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


def add_write(parser: argparse.ArgumentParser, known: Sequence[str] = ()) -> None:
    """Add further reports, written to files, in any format or in one of those `known`."""
    parser.add_argument(
        "--write",
        action="append",
        default=[],
        type=partial(format_and_path, known=known),
        metavar="FORMAT=PATH",
        help="also write the report to a file; may be repeated",
    )
