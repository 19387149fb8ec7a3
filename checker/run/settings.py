"""What a user asks for: what to read, and how to compare it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from checker import __version__
from checker.config import Config
from checker.errors import UsageError
from checker.inputs.folders import TABLE_EXTENSIONS, file_of
from checker.judging import Project
from checker.model import Article
from checker.values import field_names, frozen


@frozen
class Settings:
    """
    What to read and how to compare it; the options of the command line by the same names.

    `articles` are compared with those that `paths` name. `against` are the paths of an archive:
    only findings that touch the other articles are reported. `since` is a revision of git: only
    findings that touch a line added since. `rules` are rule files or folders beside
    the shipped ones, which `shipped` leaves in or out. `select` and `ignore` are rule ids. `rates`
    is the path of a table of exchange rates. `body` says what tells the article of a web page from
    what stands beside it: its tags, or trafilatura (the extra `html`). `config` is what the project
    decides; what the other settings say goes before it. `baseline` and `decisions` are the paths of
    what was accepted, and `today` is the day on which it must still count.
    """

    paths: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    against: tuple[str, ...] = ()
    since: str | None = None
    metadata: str | None = None
    lang: str | None = None
    outlet: str | None = None
    published: date | None = None
    stdin_format: Literal["text", "jsonl"] = "text"
    rules: tuple[str, ...] = ()
    shipped: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rates: str | None = None
    body: Literal["tags", "trafilatura"] = "tags"
    config: Config = Config()
    baseline: str | None = None
    decisions: str | None = None
    today: date | None = None


def settings_of(
    articles: str | Path | Iterable[str | Path | Article],
    rules: str | Path | Iterable[str | Path],
    options: Mapping[str, Any],
) -> Settings:
    """
    Gather what `checker.check` was given.

    Raises: UsageError for an option that does not exist.
    """
    known = set(field_names(Settings)) - {"paths", "articles", "rules", "stdin_format", "config"}
    if unknown := sorted(options.keys() - known):
        names = ", ".join(sorted(known))
        raise UsageError(f"no such option: {', '.join(unknown)} (options: {names})")
    given = [articles] if isinstance(articles, (str, Path)) else list(articles)
    lists = ("select", "ignore", "against")
    ids = {name: tuple(map(str, _several(options[name]))) for name in lists if name in options}
    return Settings(
        paths=tuple(str(each) for each in given if not isinstance(each, Article)),
        articles=tuple(each for each in given if isinstance(each, Article)),
        rules=tuple(map(str, _several(rules))),
        **{**options, **ids},
    )


def _several(given: str | Path | Iterable[str | Path]) -> tuple[str | Path, ...]:
    """Take one name or several of them."""
    return (given,) if isinstance(given, (str, Path)) else tuple(given)


def project_of(
    articles: Sequence[Article], settings: Settings, known: frozenset[str] | None = None
) -> Project:
    """Work out what a project's decisions mean for these articles; `known` are all rule ids."""
    config = settings.config
    ignored: dict[str, frozenset[str]] = {}
    for article in articles if config.per_file else ():
        path = file_of(article.path)
        rules = [ids for pattern, ids in config.per_file if _fits(path, pattern, config)]
        if rules:
            ignored[article.id] = frozenset(name for ids in rules for name in ids)
    return Project(config.hedges, ignored, __version__, known, settings.today, is_whole(settings))


def is_whole(settings: Settings) -> bool:
    """Whether a folder, a table or an archive is at hand, and not some articles picked out."""
    if settings.articles or settings.against:
        return True
    is_table = settings.stdin_format == "jsonl" and "-" in settings.paths
    return is_table or any(
        os.path.isdir(path) or path.lower().endswith(TABLE_EXTENSIONS) for path in settings.paths
    )


def _fits(path: str, pattern: str, config: Config) -> bool:
    """Whether a pattern of the configuration file fits a path, both seen from that file."""
    from fnmatch import fnmatchcase

    seen = Path(os.path.relpath(path, Path(config.path).parent)).as_posix()
    return fnmatchcase(seen, pattern) or seen == pattern or seen.startswith(f"{pattern}/")
