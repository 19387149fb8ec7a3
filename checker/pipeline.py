"""The stages in order: articles and loaded data go in, a report comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from operator import is_

from checker.checks import Setting, check_article
from checker.claims import (
    Name,
    Payload,
    RuleBook,
    find_claims,
    make_names,
    make_rule_book,
    pattern_sources,
)
from checker.findings import Context
from checker.judging import Project, Tables, Trace, judge_placed, report_of
from checker.languages import load_language
from checker.lexicon import Lexicon
from checker.mentions import find_mentions
from checker.model import (
    CHECK,
    Article,
    Finding,
    Language,
    Placed,
    QuantitiesRead,
    Reading,
    Report,
    Rule,
    Skipped,
)
from checker.quantities import find_quantities
from checker.rates import Rates
from checker.rules import remember_patterns
from checker.text import make_page
from checker.units import convert, same_dimension
from checker.values import replace
from checker.vocabulary import load_vocabulary

__all__ = [
    "Project",
    "QuantitiesRead",
    "Tables",
    "Trace",
    "check_articles",
    "check_placed",
    "make_placer",
    "place_articles",
    "read_claims",
    "read_quantities",
    "trace_articles",
]

_USUAL = Project()


@cache
def _language(code: str, hedges: tuple[tuple[str, Decimal], ...]) -> Language:
    """Load a language whose hedges reach as far as a project decides."""
    language = load_language(code)
    if not hedges:
        return language
    widths = {**language.numbers.widths, **dict(hedges)}
    return replace(language, numbers=replace(language.numbers, widths=widths))


def read_quantities(article: Article, project: Project = _USUAL) -> QuantitiesRead:
    """Find every quantity of an article; front matter holds none."""
    language = _language(article.language, project.hedges)
    excluded = [mark.span for mark in article.marks if mark.reason == "front-matter"]
    excluded += [ignore.span for ignore in article.ignores if ignore.span is not None]
    page = make_page(article.text, language, excluded)
    mentions, skipped = find_mentions(page, language)
    quantities = find_quantities(mentions, language, article.text)
    numbers = len(mentions) + len(skipped)
    if article.tables:
        from checker.tables import read_tables

        quantities, headers = read_tables(article, quantities, page)
        skipped += headers
    named = tuple(_of_article(skip, article) for skip in skipped)
    return QuantitiesRead(article, tuple(quantities), named, numbers, len(quantities))


def read_claims(readings: Iterable[QuantitiesRead], rules: Sequence[Rule]) -> list[Placed]:
    """Place the quantities of every article by the rules."""
    claims_of = _make_reader(rules)
    return [(read, claims_of(read)) for read in readings]


def _make_reader(rules: Sequence[Rule]) -> Callable[[QuantitiesRead], Reading]:
    """Return what places the quantities of one article; rules are compiled once a language."""
    books: Callable[[str], RuleBook] = cache(lambda code: _rule_book(rules, code))

    def claims_of(read: QuantitiesRead) -> Reading:
        book = books(read.article.language)
        return find_claims(read.article, read.quantities, book, same_dimension)

    return claims_of


def trace_articles(
    articles: Sequence[Article], rules: Sequence[Rule], rates: Rates, project: Project = _USUAL
) -> Trace:
    """Run every stage over `articles` and keep what each of them made."""
    placed = place_articles(articles, rules, project)
    tables = Tables(rules, rates, project)
    checked = {read.article.id: check_placed(read, tables) for read, _ in placed}
    return judge_placed(placed, tables, checked)


def place_articles(
    articles: Sequence[Article], rules: Sequence[Rule], project: Project = _USUAL
) -> tuple[Placed, ...]:
    """Read the quantities of every article and place them by the rules."""
    place = make_placer(rules, project)
    return tuple(place(article) for article in articles)


def make_placer(rules: Sequence[Rule], project: Project = _USUAL) -> Callable[[Article], Placed]:
    """Return what reads and places the quantities of one article; rules are compiled once."""
    claims_of = _make_reader([rule for rule in rules if rule.kind != CHECK])

    def place(article: Article) -> Placed:
        read = read_quantities(article, project)
        return read, _without_ignored(article, claims_of(read), project)

    return place


def check_placed(read: QuantitiesRead, tables: Tables) -> tuple[Finding, ...]:
    """Run the checks inside one article."""
    article, project = read.article, tables.project
    ignored = project.ignored.get(article.id, frozenset())
    wanted = [rule for rule in tables.rules if rule.kind == CHECK and rule.id not in ignored]
    if not wanted:
        return ()
    context = Context(convert=convert, articles={article.id: article}, rates=tables.rates)
    setting = Setting(_language(article.language, project.hedges), context)
    return tuple(check_article(article, read.quantities, wanted, setting))


def _without_ignored(article: Article, reading: Reading, project: Project) -> Reading:
    """Leave out the claims of rules that a project ignores in an article."""
    ignored = project.ignored.get(article.id)
    if not ignored:
        return reading
    kept = tuple(claim for claim in reading.claims if claim.rule not in ignored)
    return replace(reading, claims=kept)


def check_articles(
    articles: Sequence[Article], rules: Sequence[Rule], rates: Rates, project: Project = _USUAL
) -> Report:
    """Run every stage over `articles`; the caller adds what could not be read."""
    return report_of(trace_articles(articles, rules, rates, project), project)


def _of_article(skip: Skipped, article: Article) -> Skipped:
    """Name the article a skipped number stands in."""
    return Skipped(skip.stage, article.id, skip.reason, skip.span, skip.text)


# The rule book last made of each language, with its rules: programs ask again and again.
_made: dict[str, tuple[tuple[Rule, ...], RuleBook]] = {}


def _rule_book(rules: Sequence[Rule], code: str) -> RuleBook:
    """Compile the rules for one language, with the names of its vocabulary; once if asked again."""
    known = _made.get(code)
    if known is not None and len(known[0]) == len(rules) and all(map(is_, known[0], rules)):
        return known[1]
    remember_patterns(code, pattern_sources(rules, code))
    book = make_rule_book(rules, load_language(code), _names(code))
    _made[code] = tuple(rules), book
    return book


@cache
def _names(code: str) -> Lexicon[Payload]:
    """Compile the names of one language, once a process."""
    names = load_vocabulary(code).names
    pairs = [(term, Name(kind, name, form)) for term, kind, name, form in names]
    return make_names(load_language(code), pairs)
