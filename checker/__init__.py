"""
Find the numbers in news articles and report where sources disagree.

    import checker

    report = checker.check(["articles/"])
    report.to_frame("findings")

Everything is loaded when it is first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import sys

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from checker.errors import CheckerError, DataFileError, InputError, Problem, UsageError
    from checker.interval import Interval
    from checker.model import (
        Article,
        Camp,
        Claim,
        Coverage,
        FacetMatch,
        Fact,
        Finding,
        Mention,
        Period,
        Quantity,
        Relation,
        Report,
        Rule,
        Skipped,
        Span,
        Verdict,
    )

_HOMES = {
    "checker.errors": "CheckerError DataFileError InputError Problem UsageError",
    "checker.interval": "Interval",
    "checker.model": (
        "Article Camp Claim Coverage Fact FacetMatch Finding Mention Period Quantity Relation "
        "Report Rule Skipped Span Verdict"
    ),
}

__all__ = [
    "Article",
    "Camp",
    "CheckerError",
    "Claim",
    "Coverage",
    "DataFileError",
    "FacetMatch",
    "Fact",
    "Finding",
    "InputError",
    "Interval",
    "Mention",
    "Period",
    "Problem",
    "Quantity",
    "Relation",
    "Report",
    "Rule",
    "Skipped",
    "Span",
    "UsageError",
    "Verdict",
    "check",
    "compare",
    "quantities",
]


def check(
    articles: str | Path | Iterable[str | Path | Article],
    rules: str | Path | Iterable[str | Path] = (),
    *,
    discover: bool = False,
    **options: Any,  # noqa: ANN401 - each option of `Settings` has its own type
) -> Report:
    """
    Compare the numbers of articles: files, folders of files, or `Article` values.

    `rules` are rule files or folders added to the shipped ones. `options` are those of the command
    line: `against`, `since`, `metadata`, `lang`, `outlet`, `published`, `shipped`, `select`,
    `ignore`, `rates`. `discover` adds what probably disagrees though no rule reads it, each with a
    drafted rule.
    What cannot be read is in the `errors` of the report; nothing is raised for it.
    Raises: UsageError when an option makes no sense.
    """
    from checker.run import Beyond, check, settings_of

    beyond: Beyond | None = None
    if discover:
        from checker.discovery import with_discovered

        beyond = with_discovered
    settings = settings_of(articles, rules, options)
    if not settings.against:
        return check(settings, beyond=beyond)
    from checker.indexing import check_against

    return check_against(settings, beyond=beyond)


def quantities(text: str, lang: str | None = None) -> list[Quantity]:
    """
    Find every quantity in a text, in order; the language is found when it is not given.

    Raises: UsageError for a language without a pack or a text whose language is not clear.
    """
    from checker.run import quantities_in

    return quantities_in(text, lang)


def compare(
    text_a: str, text_b: str, lang: str | None = None, date: dt.date | None = None
) -> Verdict:
    """
    Hold two texts against each other, as two reports of one story of the day `date`.

    Returns the worst verdict on any number that both give: `agree`, `explained`, `unsure`,
    `disagree`, or `unrelated` when they give nothing to compare. What one of them says against
    itself ("from 50 to 60, up 30 %") is no answer to this; `check` and `checker compare` tell that
    too. Raises: UsageError as `quantities` does.
    """
    from checker.run import verdict_on

    return verdict_on(text_a, text_b, lang, date)


def __getattr__(name: str) -> object:
    """Import a value type when it is first asked for."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names.split():
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names, whether they were used or not."""
    return sorted([*__all__, "__version__"])


class _Package(type(sys)):  # type: ignore[misc]  # the class of modules, without importing `types`
    """The package: `checker.quantities` stays a function when the stage of that name is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute, unless the import system would put a module over a function."""
        if not (name == "quantities" and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
