"""What an archive keeps of one article: metadata, and claims with all that comparing asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from checker.archive.rows import write_claim
from checker.archive.store import Row
from checker.articles import parse_article
from checker.articles.identifiers import Naming
from checker.digest import digest
from checker.errors import InputError, Problem
from checker.facts.openings import told_first
from checker.findings.verdicts import paragraph_of
from checker.inputs.sources import RawArticle
from checker.inputs.tables import Tables
from checker.model import Article, Claim, Facet, Placed, Rule, Skipped
from checker.values import frozen
from checker.work import SlowError, limited, slow

Extracted = tuple[Row, list[Row]]
"""The row of a text and those of its claims, without its key."""


@frozen
class Extractor:
    """
    Makes the rows of articles.

    `place` reads and places the quantities of one; `rename` settles the name of its outlet. `key`
    is a digest of all that extraction hangs on besides the article, and `body` the name of what
    finds the article of a web page. An article may take so many `seconds`, 0 being any number.
    """

    key: str
    tables: Tables
    place: Callable[[Article], Placed]
    rename: Callable[[Article], Article]
    rules: Mapping[str, Rule]
    body: str = "tags"
    seconds: float = 0

    def digest_of(self, raw: RawArticle) -> str:
        """Name a text by its bytes and what is known about it from outside."""
        name = "" if raw.is_record else raw.path.replace("\\", "/").rpartition("/")[2]
        known = repr([(place, repr(said)) for place, said in raw.known])
        body = self.body if raw.form == "html" else ""
        return digest(self.key, raw.data, known, name, raw.form, body, size=16)

    def extract(self, raw: RawArticle, name: str) -> Extracted:
        """Make the rows of one article, whose digest is `name`."""
        try:
            with limited(self.seconds):
                return self._extracted(raw, name)
        except InputError as error:
            return _without_text(name, _fault(error.problem)), []
        except SlowError:
            return _without_text(name, _fault(slow(raw.path, self.seconds))), []

    def _extracted(self, raw: RawArticle, name: str) -> Extracted:
        parsed = parse_article(raw, self.tables)
        if isinstance(parsed, Skipped):
            return _without_text(name, parsed.reason), []
        article = self.rename(parsed)
        _, reading = self.place(article)
        left = _shown(reading.claims, article)
        claims = [_claim(claim, article, self.rules[claim.rule]) for claim in left]
        has_story = any(is_told(self.rules[claim.rule]) for claim in left)
        return _text(name, article, told_first(article) if has_story else ""), claims


def _shown(claims: Sequence[Claim], article: Article) -> Sequence[Claim]:
    """Leave out the claims that comments in the article hide, for good or for a time."""
    if not article.ignores:
        return claims
    from checker.accepting.comments import Comments

    comments = Comments({article.id: article})
    return [claim for claim in claims if not comments.hides(claim)]


def _fault(problem: Problem) -> str:
    told = (problem.line, problem.column, problem.message, problem.help)
    return json.dumps(told, ensure_ascii=False)


def fault_of(fault: str, path: str) -> Problem | Skipped:
    """Say again why an article of the archive could not be read."""
    if not fault.startswith("["):
        return Skipped("articles", path, fault)
    return Problem(path, *json.loads(fault))


def _without_text(name: str, fault: str) -> Row:
    return (name, *(None,) * 10, fault)


def _text(name: str, article: Article, opening: str) -> Row:
    published = article.published.isoformat() if article.published else None
    same = digest(article.text, repr((article.outlet, published, article.event, article.language)))
    is_named = any(field == "id" for field, _ in article.metadata_from)
    return (
        name,
        same,
        article.language,
        published,
        article.outlet,
        article.title,
        article.url,
        article.event,
        article.id if is_named else None,
        json.dumps(article.metadata_from, ensure_ascii=False),
        opening,
        None,
    )


def same_text(article: Article) -> str:
    """Name an article by what makes another one a copy of it."""
    return str(_text("", article, "")[1])


def article_of(path: str, name: str, row: Sequence[str | None]) -> Article:
    """Make an article of its row: all but its text, of which the beginning may be there."""
    language, published, outlet, title, url, event, metadata_from, opening = row
    return Article(
        id=name,
        path=path,
        text=opening or "",
        language=language or "",
        published=date.fromisoformat(published) if published else None,
        outlet=outlet,
        title=title,
        url=url,
        event=event,
        metadata_from=tuple((field, place) for field, place in json.loads(metadata_from or "[]")),
    )


def named_article(path: str, given: str | None) -> Article:
    """Make an article of which only the path is known, and the id if its metadata gives one."""
    known = "[]" if given is None else '[["id", "record"]]'
    name = Naming(path).shortest if given is None else given
    return article_of(path, name, (*(None,) * 6, known, None))


def _claim(claim: Claim, article: Article, rule: Rule) -> Row:
    quantity = claim.quantity
    reading = quantity.expected if quantity else None
    paragraph = paragraph_of(claim, article)
    return (
        claim.rule,
        json.dumps(list(signature_of(claim, rule)), ensure_ascii=False),
        claim.id.removeprefix(claim.article),
        claim.line,
        claim.column,
        quantity.surface if quantity else None,
        claim.quote,
        _real(quantity.value if quantity else None),
        _real(reading.low if reading else None),
        _real(reading.high if reading else None),
        quantity.unit if quantity else None,
        quantity.kind if quantity else None,
        json.dumps({match.name: match.value for match in claim.facets}, ensure_ascii=False),
        claim.speaker,
        str(claim.as_of) if claim.as_of else None,
        str(claim.since) if claim.since else None,
        claim.polarity,
        paragraph if paragraph != claim.quote else None,
        write_claim(claim),
    )


def _real(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def signature_of(claim: Claim, rule: Rule) -> Iterator[tuple[str, str]]:
    """
    Yield the facets that part a claim from others for certain, by name.

    Names of persons and firms are settled story by story, and a category with parts meets another
    one as part and whole.
    """
    parts = {facet.name for facet in rule.facets if _is_loose(facet)}
    for match in sorted(claim.facets, key=lambda match: match.name):
        if match.name not in parts:
            yield match.name, match.value
    quantity = claim.quantity
    yield "change", (quantity.change if quantity else None) or "none"


def is_told(rule: Rule) -> bool:
    """Whether claims of a rule may ask which story their article tells."""
    return rule.kind == "event" or rule.compare.scope == "story"


def _is_loose(facet: Facet) -> bool:
    has_parts = any(value.parts for value in facet.values.values())
    return has_parts or facet.type in ("person", "organisation")
