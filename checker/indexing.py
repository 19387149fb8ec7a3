"""An archive brought up to date in a store, as the settings of a project say: `checker index`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from checker import __version__, run
from checker.archive import is_store
from checker.archive.against import Means, trace_against
from checker.archive.extract import Extracted, Extractor
from checker.archive.meeting import refuse_outdated
from checker.archive.store import Store
from checker.archive.update import Updated, update
from checker.errors import Problem, UsageError
from checker.inputs import InputsRead, RawArticle, read_file
from checker.inputs.folders import find_files
from checker.inputs.tables import load_tables
from checker.judging import Project, Tables, Trace
from checker.model import Article, Report, Rule
from checker.pipeline import make_placer
from checker.run import Against, Beyond, Settings, project_of, rules_of
from checker.run.placing import Placer
from checker.run.reading import input_options, with_extractor, with_names
from checker.run.rules import store_key
from checker.values import frozen, replace
from checker.work import ALONE, Jobs, spread


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


def index(settings: Settings, path: str, jobs: Jobs) -> Updated:
    """
    Make the store at `path` hold the articles that the settings name, and nothing else.

    Raises: UsageError for a file that is no store, or without any rule or article to read.
    """
    rules, wrong = rules_of(settings)
    source = _source(settings)
    # An archive that is not where it should be is no empty one, and what was kept of it stays.
    missing = () if source.files.files else source.problems
    if wrong or missing:
        return Updated(0, 0, 0, 0, 0, problems=(*wrong, *missing))
    store = Store(path, is_writer=True)
    try:
        return _filled(store, source, rules.chosen, jobs)
    finally:
        store.close()


def _source(settings: Settings) -> _Source:
    """Look for articles. Raises: UsageError where nothing is wrong, and still there is none."""
    source = _Source(settings)
    if not source.files.files and not source.problems:
        raise UsageError("there is no article to read in: " + ", ".join(settings.paths))
    return source


def _filled(store: Store, source: _Source, rules: tuple[Rule, ...], jobs: Jobs) -> Updated:
    """Bring an open store up to date."""
    making = _Making(source.settings, rules, jobs.seconds)

    def work(items: Iterable[tuple[RawArticle, str]]) -> Iterator[Extracted]:
        for extracted in spread(making, items, jobs.count, _weight):
            jobs.counted()
            yield extracted

    updated = update(store, source.articles, making.extractor(), work)
    return replace(updated, problems=(*source.problems, *updated.problems))


def check_against(settings: Settings, jobs: Jobs = ALONE, beyond: Beyond | None = None) -> Report:
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
            # What is wrong with other rules is told by the check itself.
            rules, _ = rules_of(settings)
            source = _source(replace(settings, paths=settings.against))
            problems = _filled(store, source, rules.chosen, jobs).problems
            jobs.told("read archive")
        report = run.check(settings, jobs, _against(store, settings), beyond)
    finally:
        store.close()
    return replace(report, errors=tuple(dict.fromkeys((*report.errors, *problems))))


def _against(store: Store, settings: Settings) -> Against:
    config = settings.config

    def against(articles: Sequence[Article], tables: Tables, placer: Placer) -> tuple[Trace, int]:
        refuse_outdated(store, store_key(tables.rules, config))
        known = tables.project.known
        means = Means(lambda some: project_of(some, settings, known), placer.place)
        return trace_against(store, articles, tables, means)

    return against


def _weight(item: tuple[RawArticle, str]) -> int:
    return len(item[0].data)


class _Source:
    """The articles that settings name, one file after the other."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
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
