"""Rules as a table: what each counts, in which languages, and how well it is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._grid import grid
from checker.report._screen import PLAIN, Screen, indented, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Rule

_HEADERS = ("rule, file", "title", "kind, unit", "languages", "examples", "against")


def render(rules: Sequence[Rule], screen: Screen = PLAIN) -> str:
    """
    List rules, one a row, with the number of their examples and counterexamples.

    The counts leave known gaps out.
    """
    if not rules:
        return "There is no rule.\n"
    table = grid(_HEADERS, [[_row(rule) for rule in rules]], screen.width)
    note = "“Against” counts the examples that must find nothing, or must not be said to disagree."
    count = f"{wording.counted(len(rules), 'rule')}. {note}"
    return f"{table}\n\n{indented(count, 0, screen.width)}\n"


def languages_of(rule: Rule) -> tuple[str, ...]:
    """
    Return the languages a rule has words for: its own, or those of the facet it names.

    Those of a check are the ones it was tried in.
    """
    if rule.kind == "check":
        return tuple(sorted({sample.lang for one in rule.examples for sample in one.samples}))
    facet = rule.facet(rule.words_facet) if rule.words_facet else None
    tables = [value.words for value in facet.values.values()] if facet else [rule.words]
    return tuple(dict.fromkeys(language for table in tables for language in table))


def _row(rule: Rule) -> tuple[str, ...]:
    held = [example for example in rule.examples if example.todo is None]
    against = sum(example.is_counterexample for example in held)
    return (
        f"{safe(rule.id)}\n{safe(rule.path)}",
        safe(rule.title),
        f"{rule.kind}\n{safe(rule.unit)}".rstrip(),
        safe(" ".join(languages_of(rule))),
        f"{len(held) - against:,}",
        f"{against:,}",
    )
