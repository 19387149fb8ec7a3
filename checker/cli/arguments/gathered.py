"""What the options of a command say, gathered as settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from checker.run import Settings


_NO_ARTICLE = (
    "no article to check is named: everything behind --against is the archive; name the articles "
    "before it, or behind `--` (checker check --against ARCHIVE -- ARTICLE)"
)


def settings(options: argparse.Namespace) -> Settings:
    """
    Gather what the options say about inputs, rules and rates.

    Raises: UsageError when an archive is named and no article.
    """
    from datetime import date

    from checker.config import load_config
    from checker.errors import UsageError
    from checker.run import Settings

    config = load_config(options.config)
    archive = config.archive if options.command == "check" else ()
    against = tuple(getattr(options, "against", None) or ())
    if len(against) > 1 and not (options.paths or config.include):
        # `--against` takes all that follows it: "--against ARCHIVE ARTICLE" names no article.
        raise UsageError(_NO_ARTICLE)
    return Settings(
        config=config,
        paths=tuple(options.paths) or config.include or (".",),
        against=against or archive,
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
