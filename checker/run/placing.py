"""
Articles read and placed: by several processes when asked to, each within a time limit.

What the last run read is not read again, and then nothing that reads is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.articles import parse_article
from checker.brief import brief_claim, brief_finding
from checker.errors import InputError, Problem
from checker.inputs.sources import RawArticle
from checker.inputs.tables import Tables as InputTables
from checker.judging import Checked, Tables
from checker.model import Article, Finding, Placed, Reading, Skipped
from checker.run.kept import NOTHING_KEPT, Done, Kept
from checker.values import frozen, replace
from checker.work import ALONE, Jobs, SlowError, limited, slow, spread


@frozen
class _Placing:
    """Makes what reads one article and places its quantities, in any process."""

    tables: Tables
    seconds: float
    is_brief: bool

    def __call__(self) -> Callable[[Article], Done | Problem]:
        # Imported here, because a run over articles that are known reads none.
        from checker.pipeline import check_placed, make_placer

        place = make_placer(self.tables.rules, self.tables.project)

        def work(article: Article) -> Done | Problem:
            try:
                with limited(self.seconds):
                    read, reading = place(article)
                    done = (read, reading), check_placed(read, self.tables)
                    return _brief(done) if self.is_brief else done
            except SlowError:
                return slow(article.path or article.id, self.seconds)

        return work


def _brief(done: Done) -> Done:
    """Leave out all that comparing does not ask for."""
    (read, reading), found = done
    shown = Reading(tuple(map(brief_claim, reading.claims)), reading.skipped)
    counted = replace(read, article=_ELSEWHERE, quantities=())
    return (counted, shown), tuple(map(brief_finding, found))


_ELSEWHERE = Article("", "", "", "")


class Placer:
    """
    Places articles, and keeps the problems of those that took too long.

    Only what comparing asks for is returned, unless all is wanted: no quantities beside those of
    claims, and of these no tokens. Of articles that are `kept` nothing is read.
    """

    def __init__(self, jobs: Jobs = ALONE, *, is_brief: bool = True) -> None:
        """Work as `jobs` say."""
        self.jobs = jobs
        self.is_brief = is_brief
        self.kept = NOTHING_KEPT
        self.problems: list[Problem] = []

    def remember(self, kept: Kept) -> None:
        """Read nothing that is kept; what is kept is brief, and no use where all is wanted."""
        if self.is_brief:
            self.kept = kept

    def place(
        self, articles: Sequence[Article], tables: Tables
    ) -> tuple[Sequence[Placed], Checked]:
        """Place articles in their order, and run the checks; what takes too long is left out."""
        placed: list[Placed] = []
        checked: dict[str, tuple[Finding, ...]] = {}
        for article, done in zip(articles, self._done(articles, tables), strict=True):
            self.jobs.counted(len(articles))
            if isinstance(done, Problem):
                self.problems.append(done)
                continue
            (read, reading), checked[article.id] = done
            placed.append((replace(read, article=article), reading))
        self.kept.close()
        self.jobs.told("find claims")
        return placed, checked

    def _done(self, articles: Sequence[Article], tables: Tables) -> Iterator[Done | Problem]:
        """Yield what is known of each article, or what is read in it."""
        kept, ignored = self.kept, tables.project.ignored
        names = [kept.name(one, ignored.get(one.id, frozenset())) for one in articles]
        known = [kept.read(name, one) for name, one in zip(names, articles, strict=True)]
        left = [one for one, done in zip(articles, known, strict=True) if done is None]
        making = _Placing(tables, self.jobs.seconds, self.is_brief)
        work = spread(making, left, self.jobs.count, _weight) if left else iter(())
        for name, before in zip(names, known, strict=True):
            done = next(work) if before is None else before
            if before is None and not isinstance(done, Problem):
                kept.note(name, done)
            yield done

    def parse(self, source: RawArticle, tables: InputTables) -> Article | Skipped:
        """Parse an article as `parse_article` does. Raises: InputError also when it is slow."""
        try:
            with limited(self.jobs.seconds):
                return parse_article(source, tables)
        except SlowError:
            raise InputError(slow(source.path, self.jobs.seconds)) from None


def _weight(article: Article) -> int:
    return len(article.text)
