"""
From what the user names to a report: inputs, rules and tables are loaded, then the pipeline runs.

Both the command line and `checker.check` come here. What cannot be read is a problem in the result;
whatever can be read is still compared. `settings` holds what was asked for, `reading` the articles
that it names, `rules` the rules and rates that it chooses, and `placing` reads these articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from checker import __version__
from checker.articles import ArticlesParsed, Parse
from checker.errors import Problem, UsageError
from checker.judging import Tables, Trace, judge_placed
from checker.model import Article, QuantitiesRead, Quantity, Report, Rule, Skipped, Verdict
from checker.rates import Rates, load_rates
from checker.rules import read_rules
from checker.run.kept import NOTHING_KEPT, Kept, state_of
from checker.run.placing import Placer
from checker.run.reading import article_of, articles_of, without_copies
from checker.run.rules import rates_of, rules_of
from checker.run.settings import Settings, project_of, settings_of
from checker.scope import Scope, scoped
from checker.values import frozen, replace
from checker.vocabulary import load_vocabulary
from checker.work import ALONE, Jobs

__all__ = [
    "Against",
    "Beyond",
    "QuantitiesFound",
    "Settings",
    "Traced",
    "Watch",
    "article_of",
    "check",
    "check_with",
    "compared",
    "project_of",
    "quantities",
    "quantities_in",
    "rules_of",
    "settings_of",
    "shown_names",
    "traced",
    "unwatched",
    "verdict_on",
]

_REPORT_LANGUAGE = "en"

# The event that two texts held against each other are taken to tell.
_ONE_STORY = "compared"

Watch = Callable[[str], None]
"""Told the name of each step when it ends."""


def unwatched(_: str) -> None:
    """Watch nothing."""


Against = Callable[[Sequence[Article], Tables, Placer], tuple[Trace, int]]
"""Compares articles with an archive, and counts the articles of that."""
Beyond = Callable[[Trace, Rates], Trace]
"""Adds findings to a comparison."""


def check(
    settings: Settings,
    jobs: Jobs = ALONE,
    against: Against | None = None,
    beyond: Beyond | None = None,
) -> Report:
    """
    Read everything, compare, and report, with what could not be read.

    `against` is the archive of the settings, which `checker.indexing` opens, and `beyond` adds what
    is wanted beside the findings of rules, such as `checker.discovery`. The report is the same
    whatever `jobs` are, unless an article takes longer than they allow.

    Raises: UsageError for a rule id that does not exist, DataFileError for a broken data file,
    WorkerError when one of several processes is ended from outside.
    """
    placer = Placer(jobs, is_brief=beyond is None)
    loaded = _loaded(settings, jobs.told, placer.parse)
    parsed = loaded.parsed
    placer.remember(_kept(settings, loaded))
    project = project_of(parsed.articles, settings, loaded.known)
    tables = Tables(loaded.rules, loaded.rates, project)
    trace, size = (against or _alone)(parsed.articles, tables, placer)
    trace = beyond(trace, loaded.rates) if beyond else trace
    report = scoped(trace, project, Scope(size, settings.since))
    jobs.told("compare")
    parsed = replace(parsed, problems=(*parsed.problems, *placer.problems))
    report = _with_inputs(report, parsed, loaded.problems, settings.metadata)
    return _with_accepted(report, settings, trace)


def _alone(articles: Sequence[Article], tables: Tables, placer: Placer) -> tuple[Trace, int | None]:
    """Compare articles with each other only."""
    placed, checked = placer.place(articles, tables)
    return judge_placed(placed, tables, checked), None


def _kept(settings: Settings, loaded: _Loaded) -> Kept:
    """Open what the last run over the same paths read."""
    if settings.articles or "-" in settings.paths:
        return NOTHING_KEPT
    decided = repr((settings.config.hedges, loaded.rates.given))
    return Kept(settings.paths, state_of(loaded.key, decided))


def _with_accepted(report: Report, settings: Settings, trace: Trace) -> Report:
    """Take out of a report what was accepted before; what cannot be read is an error of it."""
    decisions = settings.decisions or settings.config.decisions
    baseline = settings.baseline or settings.config.baseline
    if decisions is None and baseline is None:
        return report
    from checker.accepting.decisions import Seen
    from checker.accepting.files import Accepted, accepted

    seen = Seen(
        findings=frozenset(finding.id for finding in trace.findings),
        paths=frozenset(article.path for article in trace.articles),
        given=frozenset(read.article.path for read, _ in trace.placed),
        rules=frozenset(trace.rules),
    )
    # Who asks for added lines only is told of these, and not of a file of decisions.
    files = Accepted(decisions, baseline, settings.today, settings.decisions is not None)
    return accepted(report, files, None if settings.since else seen)


def compared(sides: tuple[str, str], settings: Settings, watch: Watch = unwatched) -> Report:
    """
    Hold two texts or files against each other, as reports of one story, and each against itself.

    What is the path of a file is read as `check` does; anything else is taken for the text itself.
    Raises: as `check`, and UsageError when the language of a text is not known, and for one word
    that is no file.
    """
    from os.path import isfile

    from checker.pipeline import check_articles

    files = tuple(side for side in dict.fromkeys(sides) if isfile(side))
    for side in sides:
        if side not in files and len(side.split()) == 1:
            raise UsageError(f"`{side}` is no file, and one word is no text to compare")
    loaded = _loaded(replace(settings, paths=files), watch)
    texts = [(name, side) for name, side in zip("AB", sides, strict=True) if side not in files]
    given = [replace(article_of(text, settings), id=name, path=name) for name, text in texts]
    articles = [replace(a, event=_ONE_STORY) for a in (*given, *loaded.parsed.articles)]
    project = project_of(articles, settings)
    report = check_articles(articles, loaded.rules, loaded.rates, project)
    watch("compare")
    return _with_inputs(report, loaded.parsed, loaded.problems, settings.metadata)


def verdict_on(one: str, other: str, lang: str | None, published: date | None) -> Verdict:
    """
    Return the worst verdict on what two texts both give; `unrelated` when that is nothing.

    What one of them says against itself is not asked.
    """
    from checker.pipeline import check_articles

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


def check_with(settings: Settings, sets: Sequence[Sequence[Rule]]) -> list[Report]:
    """Read the articles once and compare them with each of several sets of rules."""
    from checker.pipeline import check_articles

    parsed = without_copies(articles_of(settings))
    rates, faults = rates_of(settings)
    project = project_of(parsed.articles, settings)
    reports = (check_articles(parsed.articles, rules, rates, project) for rules in sets)
    return [_with_inputs(report, parsed, faults, settings.metadata) for report in reports]


@frozen
class Traced:
    """What every stage made of the inputs, and the inputs that could not be read."""

    trace: Trace
    problems: tuple[Problem, ...] = ()


def traced(settings: Settings) -> Traced:
    """Read everything and compare, keeping every step for an explanation. Raises: as `check`."""
    from checker.pipeline import trace_articles

    loaded = _loaded(settings, unwatched)
    project = project_of(loaded.parsed.articles, settings, loaded.known)
    trace = trace_articles(loaded.parsed.articles, loaded.rules, loaded.rates, project)
    return Traced(trace, (*loaded.problems, *loaded.parsed.problems))


@frozen
class _Loaded:
    """What a comparison needs, and everything that was wrong with its rules and rates."""

    parsed: ArticlesParsed
    rules: tuple[Rule, ...]
    rates: Rates
    problems: tuple[Problem, ...]
    known: frozenset[str]
    key: str


def _loaded(settings: Settings, watch: Watch, parse: Parse | None = None) -> _Loaded:
    """Read the articles, rules and rates. Raises: as `check`."""
    parsed = without_copies(articles_of(settings, parse))
    watch("read articles")
    rules, wrong = rules_of(settings)
    rates, faults = rates_of(settings)
    watch("load rules")
    return _Loaded(parsed, rules.chosen, rates, (*wrong, *faults), rules.known, rules.key)


@frozen
class QuantitiesFound:
    """The quantities of each article, in order, and the inputs that could not be read."""

    articles: tuple[QuantitiesRead, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def quantities(settings: Settings) -> QuantitiesFound:
    """Find the quantities of every article, without rules."""
    from checker.pipeline import read_quantities

    parsed = articles_of(settings)
    project = project_of(parsed.articles, settings)
    return QuantitiesFound(
        tuple(read_quantities(article, project) for article in parsed.articles),
        parsed.problems,
        parsed.skipped,
    )


def quantities_in(text: str, lang: str | None = None) -> list[Quantity]:
    """Find the quantities of one text. Raises: UsageError when its language is not known."""
    from checker.pipeline import read_quantities

    return list(read_quantities(article_of(text, Settings(lang=lang))).quantities)


def _with_inputs(
    report: Report, parsed: ArticlesParsed, errors: tuple[Problem, ...], metadata: str | None
) -> Report:
    """Add what was not read to the report of what was, and names for the codes in it."""
    # Files of a folder that are no articles at all (`inputs`) are listed and not counted.
    left_out = {skip.article for skip in parsed.skipped if skip.stage == "articles"}
    # A table about articles is none itself.
    unread = left_out | {fault.path for fault in parsed.problems if fault.path != metadata}
    return replace(
        report,
        coverage=replace(report.coverage, articles_skipped=len(unread)),
        skipped=(*parsed.skipped, *report.skipped),
        titles={**shown_names(), **report.titles},
        errors=(*report.errors, *errors, *parsed.problems),
    )


def shown_names() -> dict[str, str]:
    """Name countries and events for readers, in the language of the reports."""
    names = load_vocabulary(_REPORT_LANGUAGE)
    events = {
        name: event.titles.get(_REPORT_LANGUAGE, name) for name, event in names.events.items()
    }
    return {**names.country_names, **events}
