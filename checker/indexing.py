"""An archive brought up to date in a store, as the settings of a project say: `checker index`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from checker import __version__, run
from checker.archive import is_store
from checker.archive.against import trace_against
from checker.archive.extract import Extracted, Extractor
from checker.archive.meeting import refuse_outdated
from checker.archive.store import Store
from checker.archive.update import Updated, update
from checker.errors import Problem, UsageError
from checker.inputs import InputsRead, RawArticle, read_file
from checker.inputs.folders import find_files
from checker.inputs.tables import load_tables
from checker.model import Article, Report, Rule
from checker.pipeline import Project, Tables, Trace, make_placer
from checker.rates import Rates
from checker.run import Against, Beyond, Settings, Watch, project_of, rules_of, unwatched
from checker.run.reading import input_options, with_extractor, with_names
from checker.run.rules import store_key
from checker.values import frozen, replace
from checker.work import spread

Tick = Callable[[], None]
"""Told of each article that was extracted."""


@frozen
class _Making:
    """Makes what extracts, in any process."""

    settings: Settings
    rules: tuple[Rule, ...]
    seconds: float

    def __call__(self) -> Callable[[tuple[RawArticle, str]], Extracted]:
        extractor = self.extractor()

        def work(item: tuple[RawArticle, str]) -> Extracted:
            return extractor.extract(*item)

        return work

    def extractor(self) -> Extractor:
        settings, config = self.settings, self.settings.config
        options = input_options(settings)
        read = InputsRead((), load_tables(options.languages))
        return Extractor(
            key=store_key(self.rules, config),
            tables=with_extractor(read, settings.body).tables,
            place=make_placer(self.rules, Project(config.hedges, version=__version__)),
            rename=partial(_renamed, settings=settings),
            rules={rule.id: rule for rule in self.rules},
            body=settings.body,
            seconds=self.seconds,
        )


def _renamed(article: Article, settings: Settings) -> Article:
    return with_names((article,), settings.config)[0]


@frozen
class Jobs:
    """How to work: the number of processes, the seconds an article may take, who is told."""

    count: int = 1
    seconds: float = 0
    tick: Tick | None = None


_ALONE = Jobs()


def index(settings: Settings, path: str, jobs: Jobs) -> Updated:
    """
    Make the store at `path` hold the articles that the settings name, and nothing else.

    Raises: UsageError for a file that is no store, or without any rule or article to read.
    """
    store = Store(path, is_writer=True)
    try:
        return _filled(store, settings, jobs)
    finally:
        store.close()


def _filled(store: Store, settings: Settings, jobs: Jobs) -> Updated:
    """Bring an open store up to date."""
    rules, wrong = rules_of(settings)
    if wrong:
        return Updated(0, 0, 0, 0, 0, problems=wrong)
    making = _Making(settings, rules.chosen, jobs.seconds)
    source = _Source(settings)
    if not source.files.files and not source.problems:
        raise UsageError("there is no article to read in: " + ", ".join(settings.paths))

    def work(items: Iterable[tuple[RawArticle, str]]) -> Iterator[Extracted]:
        for extracted in spread(making, items, jobs.count):
            if jobs.tick:
                jobs.tick()
            yield extracted

    updated = update(store, source.articles, making.extractor(), work)
    return replace(updated, problems=(*source.problems, *updated.problems))


def check_against(
    settings: Settings,
    watch: Watch = unwatched,
    jobs: Jobs = _ALONE,
    beyond: Beyond | None = None,
) -> Report:
    """
    Check the articles of the settings against the archive that they name.

    An archive of files is read into a store that lasts as long as this, so that one which was
    indexed before gives the same findings. Raises: as `checker.run.check`, and UsageError for an
    index that is outdated.
    """
    stores = [path for path in settings.against if is_store(path)]
    if len(stores) > 1 or (stores and len(settings.against) > 1):
        raise UsageError(f"an index stands alone as an archive: {', '.join(settings.against)}")
    store = Store(*stores, is_writer=False) if stores else Store("", is_writer=True)
    problems: tuple[Problem, ...] = ()
    try:
        if not stores:
            problems = _filled(store, replace(settings, paths=settings.against), jobs).problems
            watch("read archive")
        report = run.check(settings, watch, _against(store, settings), beyond)
    finally:
        store.close()
    return replace(report, errors=tuple(dict.fromkeys((*report.errors, *problems))))


def _against(store: Store, settings: Settings) -> Against:
    config = settings.config

    def against(
        articles: Sequence[Article], rules: Sequence[Rule], rates: Rates
    ) -> tuple[Trace, int]:
        refuse_outdated(store, store_key(rules, config))
        tables = Tables(rules, rates, project_of(articles, settings))
        return trace_against(store, articles, tables, lambda known: project_of(known, settings))

    return against


class _Source:
    """The articles that settings name, one file after the other."""

    def __init__(self, settings: Settings) -> None:
        self.options = input_options(settings)
        self.files = find_files(settings.paths, self.options.exclude)
        self.problems: list[Problem] = list(self.files.problems)

    def articles(self) -> Iterator[RawArticle]:
        """Read every file; with a table of metadata, all of them before the first is given."""
        self.problems[:] = self.files.problems
        read = (raw for path in self.files.files for raw in self._read(path))
        if self.options.metadata is None:
            yield from read
            return
        from checker.inputs.table import with_table

        described, faults = with_table(tuple(read), self.options.metadata)
        self.problems += faults
        yield from described

    def _read(self, path: str) -> list[RawArticle]:
        made, faults = read_file(path, self.options)
        self.problems += faults
        return made
