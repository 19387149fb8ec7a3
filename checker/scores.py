"""
Precision and recall of rules on texts whose claims a person labelled.

A label file is JSON Lines, one text a line: `{"id", "text", "lang", "date", "outlet", "claims"}`;
a claim is `{"rule", "text"}`, the number as it stands in the text, or `{"rule", "start", "end"}`.
What is labelled is complete: any other claim of a rule that is scored counts as wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from checker.detect import detect_language
from checker.errors import Problem
from checker.inputs import load_tables
from checker.languages import available
from checker.model import Article, Claim, Rule, Score, Span
from checker.pipeline import check_articles
from checker.rates import Rates
from checker.values import frozen


@frozen
class Labelled:
    """A text with the claims that a person sees in it: rule id and place, in order."""

    article: Article
    claims: tuple[tuple[str, Span], ...]


def read_labels(path: str, text: str) -> tuple[tuple[Labelled, ...], tuple[Problem, ...]]:
    """Read a label file; a line that is wrong is a problem, and the others are still read."""
    read: list[Labelled] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            read.append(_labelled(json.loads(line), f"{path}:{number}"))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            message = f"this line holds no labels: {_reason(error)}"
            problems.append(Problem(path, number, 1, message))
    return tuple(read), tuple(problems)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg}, column {error.colno})"
    if isinstance(error, KeyError):
        return f"the key `{error.args[0]}` is missing"
    return str(error)


def _labelled(record: Mapping[str, Any], name: str) -> Labelled:
    """Read one record. Raises: KeyError, TypeError, ValueError, AttributeError when it is wrong."""
    if not isinstance(record, Mapping):
        raise TypeError('it is no mapping, such as {"text": "…", "claims": […]}')
    text = record["text"]
    if not isinstance(text, str):
        raise TypeError("its `text` is no text")
    language = record.get("lang") or detect_language(text, load_tables(available()).stop_words)
    if language not in available():
        raise ValueError(f"its language is not known (languages: {', '.join(available())})")
    day = record.get("date")
    article = Article(
        id=name,
        path=str(record.get("id", name)),
        text=text,
        language=language,
        published=date.fromisoformat(day) if day else None,
        outlet=record.get("outlet"),
    )
    return Labelled(article, tuple(_places(text, record["claims"])))


def _places(text: str, claims: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Span]]:
    """Find each label in its text: one that is quoted, at its next place. Raises: ValueError."""
    last: dict[tuple[str, str], int] = {}
    for claim in claims:
        rule = claim["rule"]
        if "start" in claim:
            yield rule, Span(int(claim["start"]), int(claim["end"]))
            continue
        quoted = claim["text"]
        start = text.find(quoted, last.get((rule, quoted), 0)) if quoted else -1
        if start < 0:
            raise ValueError(f"“{quoted}” is not in its text")
        last[rule, quoted] = start + len(quoted)
        yield rule, Span(start, start + len(quoted))


def score_rules(
    labelled: Sequence[Labelled], rules: Sequence[Rule], rates: Rates
) -> tuple[Score, ...]:
    """Score `rules`; one that is neither labelled nor finds anything is left out."""
    report = check_articles([each.article for each in labelled], rules, rates)
    scores = (_score(rule.id, labelled, report.claims) for rule in rules)
    return tuple(score for score in scores if score.labelled or score.found)


def _score(rule: str, labelled: Sequence[Labelled], claims: Sequence[Claim]) -> Score:
    """Pair the labels of a rule with its claims: each with the first that shares a character."""
    right = 0
    missed: list[str] = []
    wrong: list[str] = []
    found = 0
    for each in labelled:
        article = each.article
        own = [
            claim.quantity.span
            for claim in claims
            if claim.rule == rule and claim.article == article.id and claim.quantity
        ]
        found += len(own)
        for _, span in (label for label in each.claims if label[0] == rule):
            match = next(
                (one for one in own if one.start < span.end and span.start < one.end), None
            )
            if match is None:
                missed.append(f"{article.path}: {article.text[slice(*span)]}")
            else:
                own.remove(match)
                right += 1
        wrong += [f"{article.path}: {article.text[slice(*span)]}" for span in own]
    return Score(rule, right + len(missed), found, right, tuple(missed), tuple(wrong))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
