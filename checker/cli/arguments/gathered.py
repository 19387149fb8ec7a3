"""What the options of a command say, gathered as settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from checker.run import Settings


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
