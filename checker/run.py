"""
From what the user names to a report: inputs, rules and tables are loaded, then the pipeline runs.

Both the command line and `checker.check` come here. What cannot be read is a problem in the result;
whatever can be read is still compared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from checker import __version__
from checker.articles import ArticlesParsed, language_code, parse_article, parse_articles
from checker.checks import load_checks
from checker.config import Config
from checker.errors import DataFileError, Problem, UsageError
from checker.inputs import (
    InputOptions,
    InputsRead,
    Metadata,
    RawArticle,
    load_tables,
    read_inputs,
)
from checker.inputs.folders import file_of
from checker.inputs.sources import FROM_FLAG
from checker.languages import available
from checker.model import Article, Quantity, Report, Rule, Skipped, Verdict
from checker.pipeline import (
    Project,
    QuantitiesRead,
    Trace,
    check_articles,
    read_quantities,
    trace_articles,
)
from checker.rates import Rates, load_rates
from checker.rules import read_rules
from checker.scope import Scope, scoped
from checker.values import field_names, frozen, replace
from checker.vocabulary import load_vocabulary

_REPORT_LANGUAGE = "en"

# The event that two texts held against each other are taken to tell.
_ONE_STORY = "compared"

Watch = Callable[[str], None]
"""Told the name of each step when it ends."""


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


@frozen
class QuantitiesFound:
    """The quantities of each article, in order, and the inputs that could not be read."""

    articles: tuple[QuantitiesRead, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def unwatched(_: str) -> None:
    """Watch nothing."""


Against = Callable[[Sequence[Article], Sequence[Rule], Rates], tuple[Trace, int]]
"""Compares articles with an archive, and counts the articles of that."""


def check(settings: Settings, watch: Watch = unwatched, against: Against | None = None) -> Report:
    """
    Read everything, compare, and report, with what could not be read.

    `against` is the archive of the settings, which `checker.indexing` opens.

    Raises: UsageError for a rule id that does not exist, DataFileError for a broken data file.
    """
    loaded = _loaded(settings, watch)
    parsed = loaded.parsed
    project = project_of(parsed.articles, settings, loaded.known)
    size = None
    if against is None:
        trace = trace_articles(parsed.articles, loaded.rules, loaded.rates, project)
    else:
        trace, size = against(parsed.articles, loaded.rules, loaded.rates)
    report = scoped(trace, project, Scope(size, settings.since))
    watch("compare")
    return _with_accepted(_with_inputs(report, parsed, loaded.problems), settings)


def _with_accepted(report: Report, settings: Settings) -> Report:
    """Take out of a report what was accepted before; what cannot be read is an error of it."""
    decisions = settings.decisions or settings.config.decisions
    baseline = settings.baseline or settings.config.baseline
    if decisions is None and baseline is None:
        return report
    from checker.accepting.files import accepted

    return accepted(report, decisions, baseline, settings.today)


def compared(sides: tuple[str, str], settings: Settings, watch: Watch = unwatched) -> Report:
    """
    Hold two texts or files against each other, as two reports of one story.

    What is the path of a file is read as `check` does; anything else is taken for the text itself.
    Raises: as `check`, and UsageError when the language of a text is not known.
    """
    from os.path import isfile

    files = tuple(side for side in dict.fromkeys(sides) if isfile(side))
    loaded = _loaded(replace(settings, paths=files), watch)
    texts = [(name, side) for name, side in zip("AB", sides, strict=True) if side not in files]
    given = [replace(article_of(text, settings), id=name, path=name) for name, text in texts]
    articles = [replace(a, event=_ONE_STORY) for a in (*given, *loaded.parsed.articles)]
    project = project_of(articles, settings)
    report = check_articles(articles, loaded.rules, loaded.rates, project)
    watch("compare")
    return _with_inputs(report, loaded.parsed, loaded.problems)


def verdict_on(one: str, other: str, lang: str | None, published: date | None) -> Verdict:
    """Return the worst verdict on two texts; `unrelated` when nothing in them can be compared."""
    settings = Settings(lang=lang, published=published)
    articles = [
        replace(article_of(text, settings), id=name, path=name, event=_ONE_STORY)
        for name, text in (("A", one), ("B", other))
    ]
    report = check_articles(articles, read_rules((), version=__version__).rules, load_rates())
    across = [
        finding
        for finding in report.findings
        if len({claim.article for camp in finding.camps for claim in camp.claims}) > 1
    ]
    return across[0].verdict if across else "unrelated"


def store_key(rules: Sequence[Rule], config: Config) -> str:
    """Name all that the claims of a store hang on."""
    from checker.archive.key import archive_key

    languages = config.languages or available()
    return archive_key(rules, __version__, repr((languages, config.hedges, config.sources)))


def check_with(settings: Settings, sets: Sequence[Sequence[Rule]]) -> list[Report]:
    """Read the articles once and compare them with each of several sets of rules."""
    parsed = _without_copies(_articles(settings))
    rates, faults = _rates(settings)
    project = project_of(parsed.articles, settings)
    reports = (check_articles(parsed.articles, rules, rates, project) for rules in sets)
    return [_with_inputs(report, parsed, (*faults, *parsed.problems)) for report in reports]


@frozen
class Traced:
    """What every stage made of the inputs, and the inputs that could not be read."""

    trace: Trace
    problems: tuple[Problem, ...] = ()


def traced(settings: Settings) -> Traced:
    """Read everything and compare, keeping every step for an explanation. Raises: as `check`."""
    loaded = _loaded(settings, unwatched)
    project = project_of(loaded.parsed.articles, settings, loaded.known)
    trace = trace_articles(loaded.parsed.articles, loaded.rules, loaded.rates, project)
    return Traced(trace, loaded.problems)


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
    return Project(config.hedges, ignored, __version__, known, settings.today)


def _fits(path: str, pattern: str, config: Config) -> bool:
    """Whether a pattern of the configuration file fits a path, both seen from that file."""
    from fnmatch import fnmatchcase

    seen = Path(os.path.relpath(path, Path(config.path).parent)).as_posix()
    return fnmatchcase(seen, pattern) or seen == pattern or seen.startswith(f"{pattern}/")


@frozen
class _Loaded:
    """What a comparison needs, and everything that was wrong with it."""

    parsed: ArticlesParsed
    rules: tuple[Rule, ...]
    rates: Rates
    problems: tuple[Problem, ...]
    known: frozenset[str]


def _loaded(settings: Settings, watch: Watch) -> _Loaded:
    """Read the articles, rules and rates. Raises: as `check`."""
    parsed = _without_copies(_articles(settings))
    watch("read articles")
    rules, wrong = rules_of(settings)
    rates, faults = _rates(settings)
    watch("load rules")
    return _Loaded(parsed, rules.chosen, rates, (*wrong, *faults, *parsed.problems), rules.known)


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


def quantities(settings: Settings) -> QuantitiesFound:
    """Find the quantities of every article, without rules."""
    parsed = _articles(settings)
    project = project_of(parsed.articles, settings)
    return QuantitiesFound(
        tuple(read_quantities(article, project) for article in parsed.articles),
        parsed.problems,
        parsed.skipped,
    )


def quantities_in(text: str, lang: str | None = None) -> list[Quantity]:
    """Find the quantities of one text. Raises: UsageError when its language is not known."""
    return list(read_quantities(article_of(text, Settings(lang=lang))).quantities)


def article_of(text: str, settings: Settings) -> Article:
    """
    Make an article of a text, with what `settings` say of it.

    Raises: UsageError when its language is not known.
    """
    known = Metadata(lang=settings.lang, outlet=settings.outlet, published=settings.published)
    source = RawArticle("text", text, ((FROM_FLAG, known),), is_record=True)
    article = parse_article(source, load_tables(available()))
    if isinstance(article, Skipped):
        raise UsageError(article.reason)
    return article


def _articles(settings: Settings) -> ArticlesParsed:
    """Read and parse the inputs. Raises: UsageError for a language that cannot be read."""
    if settings.lang is not None:
        _check_language(settings.lang)
    parsed = parse_articles(
        with_extractor(read_inputs(settings.paths, input_options(settings)), settings.body)
    )
    named = with_names((*settings.articles, *parsed.articles), settings.config)
    return replace(parsed, articles=named)


def input_options(settings: Settings) -> InputOptions:
    """Say how the inputs are read."""
    return InputOptions(
        metadata=settings.metadata,
        lang=settings.lang,
        outlet=settings.outlet,
        published=settings.published,
        stdin_format=settings.stdin_format,
        exclude=settings.config.exclude,
        languages=settings.config.languages or available(),
    )


def with_names(articles: tuple[Article, ...], config: Config) -> tuple[Article, ...]:
    """Call every outlet by one name, so that no source counts as two."""
    names = {alias.casefold(): name for name, others in config.sources for alias in (name, *others)}
    if not names:
        return articles
    return tuple(
        replace(article, outlet=names.get((article.outlet or "").casefold(), article.outlet))
        for article in articles
    )


def with_extractor(read: InputsRead, body: str) -> InputsRead:
    """Add what finds the article of a page, if asked. Raises: UsageError when not installed."""
    if body == "tags":
        return read
    from checker.articles.html.body import load_extractor

    return replace(read, tables=replace(read.tables, find_body=load_extractor()))


def _check_language(written: str) -> None:
    """Refuse a language that has no pack."""
    if language_code(written, load_tables(available())) not in available():
        known = ", ".join(available())
        raise UsageError(f"`{written}` is not a language that can be read (languages: {known})")


def _without_copies(parsed: ArticlesParsed) -> ArticlesParsed:
    """
    Leave out articles that are another once more: text, outlet, date and event are the same.

    A copy agrees with its original, which would look like a second source.
    """
    kept: dict[tuple[object, ...], Article] = {}
    copies: list[Skipped] = []
    for article in parsed.articles:
        same = (article.text, article.outlet, article.published, article.event, article.language)
        first = kept.setdefault(same, article)
        if first is not article:
            reason = f"the same text as {first.path or first.id}"
            copies.append(Skipped("articles", article.path or article.id, reason))
    return replace(parsed, articles=tuple(kept.values()), skipped=(*parsed.skipped, *copies))


@frozen
class RulesRead:
    """The rules that settings choose, and the ids of all that there are."""

    chosen: tuple[Rule, ...]
    known: frozenset[str]


def rules_of(settings: Settings) -> tuple[RulesRead, tuple[Problem, ...]]:
    """Read the rules, with what is wrong with others. Raises: UsageError for an unknown id."""
    config = settings.config
    found = read_rules(
        (*config.rules, *settings.rules),
        shipped=settings.shipped and config.shipped,
        version=__version__,
    )
    every = _with_checks(found.rules, settings)
    known = frozenset(rule.id for rule in every)
    return RulesRead(_chosen(every, settings), known), found.problems


def _with_checks(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Add the checks, which come with the shipped rules; a rule of the same id goes before one."""
    if not (settings.shipped and settings.config.shipped):
        return rules
    own = {rule.id for rule in rules}
    return (*rules, *(check for check in load_checks() if check.id not in own))


def _chosen(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Keep the rules that `select` and `ignore` leave. Raises: UsageError for an unknown id."""
    ids = {rule.id for rule in rules}
    config = settings.config
    select = settings.select or config.select
    ignore = {*settings.ignore, *config.ignore}
    named = {name for name, _ in config.severity}
    named |= {name for _, names in config.per_file for name in names}
    for name in (*select, *sorted(ignore | named)):
        if name not in ids:
            from difflib import get_close_matches

            near = get_close_matches(name, ids, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise UsageError(f"there is no rule `{name}`{hint} (rules: {', '.join(sorted(ids))})")
    wanted = (set(select) or ids) - ignore
    levels = dict(config.severity)
    return tuple(
        _with_severity(rule, levels.get(rule.id, ())) for rule in rules if rule.id in wanted
    )


def _with_severity(rule: Rule, levels: Sequence[tuple[str, str]]) -> Rule:
    """Give a rule the severities that a project decides."""
    if not levels:
        return rule
    changed: dict[str, Any] = {name.replace("-", "_"): level for name, level in levels}
    return replace(rule, severity=replace(rule.severity, **changed))


def _rates(settings: Settings) -> tuple[Rates, tuple[Problem, ...]]:
    """Load the rates; without the user's own when their file is wrong."""
    try:
        return load_rates(settings.rates or settings.config.rates), ()
    except DataFileError as error:
        return load_rates(), error.problems


def _with_inputs(report: Report, parsed: ArticlesParsed, errors: tuple[Problem, ...]) -> Report:
    """Add what was not read to the report of what was, and names for the codes in it."""
    # Files of a folder that are no articles at all (`inputs`) are listed and not counted.
    left_out = {skip.article for skip in parsed.skipped if skip.stage == "articles"}
    unread = left_out | {fault.path for fault in parsed.problems}
    return replace(
        report,
        coverage=replace(report.coverage, articles_skipped=len(unread)),
        skipped=(*parsed.skipped, *report.skipped),
        titles={**_shown_names(), **report.titles},
        errors=(*report.errors, *errors),
    )


def _shown_names() -> dict[str, str]:
    """Name countries and events for readers, in the language of the reports."""
    names = load_vocabulary(_REPORT_LANGUAGE)
    events = {
        name: event.titles.get(_REPORT_LANGUAGE, name) for name, event in names.events.items()
    }
    return {**names.country_names, **events}
