"""`checker rules`: list rules, show what one says, and try their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.terminal import FAILED, FOUND, OK, make_screen, say, warn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from checker.model import Rule

_ACTIONS = {
    "list": "list every rule with its languages and examples",
    "show": "show what a rule reads and compares, from its own text",
    "test": "try the examples of rules",
}


def add_actions(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `checker rules` to its parser."""
    from checker.cli.arguments import add_rule_files

    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, what in _ACTIONS.items():
        action = actions.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        if name == "show":
            action.add_argument("ids", nargs="+", metavar="ID", help="the id of a rule")
        elif name == "test":
            action.add_argument(
                "ids", nargs="*", metavar="ID", help="the ids of rules (default: all)"
            )
            action.add_argument(
                "-v", "--verbose", action="store_true", help="list the known gaps too"
            )
        add_rule_files(action)


def run_rules(options: argparse.Namespace) -> int:
    """
    Run one action; rules that can be used are shown or tried though others are wrong.

    Raises: UsageError for an id that does not exist.
    """
    from checker import __version__
    from checker.rules import read_rules

    loaded = read_rules(
        options.rules, shipped=not options.no_default_rules, version=__version__, examples=True
    )
    warn(loaded.problems)
    actions: dict[str, Callable[[argparse.Namespace, Sequence[Rule]], int]] = {
        "list": _list,
        "show": _show,
        "test": _test,
    }
    ids = getattr(options, "ids", ())
    rules = loaded.named(ids) if ids else loaded.rules
    status = actions[options.action](options, rules)
    return FAILED if loaded.problems else status


def _list(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.report import _rule_list

    return say(_rule_list.render(rules, make_screen(options)))


def _show(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.report import _rule_page

    screen = make_screen(options)
    line_between = "\n" + screen.paint("─" * screen.width, "dim") + "\n\n"
    return say(line_between.join(_rule_page.render(rule, screen) for rule in rules))


def _test(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.rates import load_rates
    from checker.report import _trials
    from checker.trials import try_rule

    rates = load_rates()
    trials = [trial for rule in rules for trial in try_rule(rule, rates)]
    say(_trials.render(trials, make_screen(options)))
    if not trials:
        return FAILED
    return FOUND if any(_trials.outcome_of(trial) == "failed" for trial in trials) else OK
