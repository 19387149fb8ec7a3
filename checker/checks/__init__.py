"""
Checks inside one article, which need no rule: an article may contradict itself.

Each is one module of this folder (those with an underscore are shared): `check(case)` yields its
findings, `TITLE` names it, and its docstring is its page in `checker rules show`, with examples
that are its tests. The id of a check is the name of its module with hyphens. Like a rule it can be
selected, ignored and given severities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from checker.cache import JSON, cached, key_of, stamp
from checker.checks._case import Case, Setting
from checker.model import CHECK, Article, Finding, Quantity, Rule

__all__ = ["Setting", "check_article", "load_checks"]

_FOLDER = Path(__file__).parent


@cache
def load_checks() -> tuple[Rule, ...]:
    """Return every check as a rule of its own kind; its examples are read by `read_examples`."""
    # What the modules say of themselves is kept: a run that reads no article loads none of them.
    told = cached("checks", key_of(stamp(*sorted(_FOLDER.glob("*.py")))), _told)
    return tuple(
        Rule(
            id=name.replace("_", "-"),
            title=title,
            unit="",
            kind=CHECK,
            path="built in",
            about=about,
        )
        for name, title, about in told
    )


def _told() -> JSON:
    """Return the name, the title and the page of each check."""
    names = sorted(path.stem for path in _FOLDER.glob("[a-z]*.py"))
    modules = ((name, import_module(f"checker.checks.{name}")) for name in names)
    return [[name, module.TITLE, module.__doc__ or ""] for name, module in modules]


def check_article(
    article: Article, quantities: Sequence[Quantity], checks: Sequence[Rule], setting: Setting
) -> Iterator[Finding]:
    """
    Yield what the checks find in one article, every finding once.

    Numbers in boilerplate and in repeated paragraphs are left alone.
    """
    told = tuple(one for one in quantities if article.mark_at(one.span.start) is None)
    known: set[str] = set()
    for rule in checks:
        module = import_module(f"checker.checks.{rule.id.replace('-', '_')}")
        for finding in module.check(Case(article, told, rule, setting)):
            if finding.id not in known:
                known.add(finding.id)
                yield finding
