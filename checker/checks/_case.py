"""One article before a check: its quantities, and how findings about them are written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.dates import DateMention
from checker.digest import digest
from checker.findings import Context
from checker.findings.severity import SEVERITIES
from checker.findings.verdicts import normalised
from checker.interval import Interval
from checker.lines import places
from checker.model import (
    Article,
    Camp,
    Claim,
    Finding,
    Language,
    Period,
    Quantity,
    Relation,
    Rule,
    Sentence,
    Severity,
    Token,
    Verdict,
)
from checker.text import by_sentence
from checker.values import frozen


@frozen
class Setting:
    """What a check needs beside the article: its language, and the tables of a comparison."""

    language: Language
    context: Context


@frozen
class Case:
    """One article before one check. `quantities` are in order, those of boilerplate left out."""

    article: Article
    quantities: tuple[Quantity, ...]
    rule: Rule
    setting: Setting

    def sentences(self, least: int = 2) -> Iterator[tuple[Quantity, ...]]:
        """Yield the quantities of each sentence that holds at least so many."""
        for together in by_sentence(self.quantities):
            if len(together) >= least:
                yield together


@frozen
class Side:
    """
    A quantity as one side of a finding, with the numbers it stands for in the unit of that.

    With `told`, that date of its sentence is the side, in place of the quantity; or of the sentence
    `where`.
    """

    quantity: Quantity
    reading: Interval | None = None
    told: DateMention | None = None
    where: Sentence | None = None

    @property
    def surface(self) -> str:
        """The number or date as written, a date folded."""
        return self.told.text if self.told else self.quantity.surface


@frozen
class Judgement:
    """
    What a check says of some sides, of which the first two are held against each other.

    `because` is a reason code and `cause` a likely cause; `unit` that of the readings.
    """

    verdict: Verdict
    because: str
    message: str
    unit: str = ""
    cause: str | None = None


ENDS = frozenset({",", ".", ";", ")", "!", "?"})
"""Marks behind which nothing more is said of a figure."""


def is_figure(quantity: Quantity) -> bool:
    """Whether a quantity is one number, exact or about, and not by how much something moved."""
    is_one = quantity.value is not None and quantity.bound in ("=", "~")
    return is_one and quantity.change is None


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the folded word at a place, or nothing outside the sentence."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def tokens_of(quantity: Quantity) -> tuple[Token, ...]:
    """Return the tokens of the sentence a quantity stands in."""
    return quantity.mention.sentence.tokens


def words_between(one: Quantity, other: Quantity) -> tuple[str, ...]:
    """Return the folded words between two quantities of one sentence, in order."""
    return tuple(token.word for token in tokens_of(one)[one.last : other.first])


def finding_of(case: Case, sides: Sequence[Side], judged: Judgement) -> Finding:
    """Write a finding down: agreeing sides make one camp, others a camp each."""
    claims = [claim_of(case, side) for side in sides]
    camps: tuple[Camp, ...] = (Camp(tuple(claims), (case.article.source,), sides[-1].reading),)
    relations: tuple[Relation, ...] = ()
    if judged.verdict != "agree":
        camps = tuple(
            Camp((claim,), (case.article.source,), side.reading)
            for claim, side in zip(claims, sides, strict=True)
        )
        # Where a word such as "doubled" tells the other side, the one camp is at odds with itself.
        other = min(1, len(camps) - 1)
        relation = Relation(0, other, judged.verdict, judged.because, judged.message, judged.cause)
        relations = (relation,)
    stated = [f"{side.surface}\x1f{normalised(claims[0].quote)}" for side in sides]
    return Finding(
        id=digest(case.rule.id, case.article.id, *stated),
        rule=case.rule.id,
        title=case.rule.title,
        verdict=judged.verdict,
        because=judged.because,
        severity=_severity(case, judged.verdict),
        message=judged.message,
        facets=(),
        camps=camps,
        relations=relations,
        unit=judged.unit,
        cause=judged.cause,
    )


def _severity(case: Case, verdict: Verdict) -> Severity:
    """Return the severity of a contradiction within one article."""
    level = case.rule.severity.same_article
    return level if verdict == "disagree" and level in SEVERITIES else "info"


def claim_of(case: Case, side: Side) -> Claim:
    """Make a claim of a quantity, or of a date beside it: said by the article, on its day."""
    article, quantity, told = case.article, side.quantity, side.told
    sentence = side.where or quantity.mention.sentence
    where = places(article).at((told or quantity).span.start)
    name = article.id + where.path.removeprefix(article.path)
    published = article.published
    as_of = Period(published, published) if published else None
    if told is not None:
        as_of = told.period
    return Claim(
        id=f"{name}:{where.line}:{where.column}:{case.rule.id}",
        rule=case.rule.id,
        article=article.id,
        source=article.source,
        path=where.path,
        line=where.line,
        column=where.column,
        quote=article.text[slice(*sentence.quoted)],
        quantity=None if told else quantity,
        as_of=as_of,
        as_of_from="text" if told else "published" if as_of else "",
        anchor=told is not None,
    )
