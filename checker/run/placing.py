"""Articles read and placed: by several processes when asked to, each within a time limit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.articles import parse_article
from checker.brief import brief_claim, brief_finding
from checker.claims import Reading
from checker.errors import InputError, Problem
from checker.inputs.sources import RawArticle
from checker.inputs.tables import Tables as InputTables
from checker.model import Article, Finding, Skipped
from checker.pipeline import Checked, Placed, QuantitiesRead, Tables, check_placed, make_placer
from checker.values import frozen, replace
from checker.work import ALONE, Jobs, SlowError, limited, slow, spread

Done = tuple[QuantitiesRead, Reading, tuple[Finding, ...]]
"""What was read in one article, without its text, what the rules made of it, what checks found."""


@frozen
class _Placing:
    """Makes what reads one article and places its quantities, in any process."""

    tables: Tables
    seconds: float
    is_brief: bool

    def __call__(self) -> Callable[[Article], Done | Problem]:
        place = make_placer(self.tables.rules, self.tables.project)

        def work(article: Article) -> Done | Problem:
            try:
                with limited(self.seconds):
                    read, reading = place(article)
                    done = read, reading, check_placed(read, self.tables)
                    return _brief(*done) if self.is_brief else done
            except SlowError:
                return slow(article.path or article.id, self.seconds)

        return work


def _brief(read: QuantitiesRead, reading: Reading, found: tuple[Finding, ...]) -> Done:
    """Leave out all that comparing does not ask for."""
    return (
        replace(read, article=_ELSEWHERE, quantities=()),
        Reading(tuple(map(brief_claim, reading.claims)), reading.skipped),
        tuple(map(brief_finding, found)),
    )


_ELSEWHERE = Article("", "", "", "")


class Placer:
    """
    Places articles, and keeps the problems of those that took too long.

    Only what comparing asks for is returned, unless all is wanted: no quantities beside those of
    claims, and of these no tokens.
    """

    def __init__(self, jobs: Jobs = ALONE, *, is_brief: bool = True) -> None:
        """Work as `jobs` say."""
        self.jobs = jobs
        self.is_brief = is_brief
        self.problems: list[Problem] = []

    def place(
        self, articles: Sequence[Article], tables: Tables
    ) -> tuple[Sequence[Placed], Checked]:
        """Place articles in their order, and run the checks; what takes too long is left out."""
        placed: list[Placed] = []
        checked: dict[str, tuple[Finding, ...]] = {}
        making = _Placing(tables, self.jobs.seconds, self.is_brief)
        work = spread(making, articles, self.jobs.count, _weight)
        for article, done in zip(articles, work, strict=True):
            self.jobs.counted(len(articles))
            if isinstance(done, Problem):
                self.problems.append(done)
                continue
            read, reading, checked[article.id] = done
            placed.append((replace(read, article=article), reading))
        self.jobs.told("find claims")
        return placed, checked

    def parse(self, source: RawArticle, tables: InputTables) -> Article | Skipped:
        """Parse an article as `parse_article` does. Raises: InputError also when it is slow."""
        try:
            with limited(self.jobs.seconds):
                return parse_article(source, tables)
        except SlowError:
            raise InputError(slow(source.path, self.jobs.seconds)) from None


def _weight(article: Article) -> int:
    return len(article.text)
