"""Short reports before all shipped rules at once: every row of `stories.yaml` is a test."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.rules import shipped_rules

ROWS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("stories.yaml").read_text("utf-8"), yaml.BaseLoader
)
RATES = load_rates()


def articles_of(row: dict[str, Any]) -> list[Article]:
    """Make the reports of a row; one language for all, or one each."""
    count = len(row["texts"])
    dates = row.get("dates", [None] * count)
    events = row.get("event", [None] * count)
    lang = row["lang"]
    languages = lang if isinstance(lang, list) else [lang] * count
    facts = zip(row["texts"], languages, dates, events, strict=True)
    return [
        Article(
            f"a{n}",
            f"a{n}.txt",
            text,
            language,
            None if day in (None, "~") else date.fromisoformat(day),
            outlet=f"Outlet {n}",
            event=event,
        )
        for n, (text, language, day, event) in enumerate(facts)
    ]


def told(articles: list[Article]) -> list[list[str]]:
    """Return rule and verdict of everything that is not agreement."""
    report = check_articles(articles, shipped_rules().rules, RATES)
    return sorted([found.rule, found.verdict] for found in report.findings if found.is_told)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_reports_say_against_each_other(row: dict[str, Any]) -> None:
    assert told(articles_of(row)) == sorted(row["finds"])


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_order_of_the_reports_changes_nothing(row: dict[str, Any]) -> None:
    articles = articles_of(row)
    assert told(articles[::-1]) == told(articles)


def test_more_rows_find_nothing_than_something() -> None:
    silent = [row for row in ROWS if not row["finds"]]
    assert len(silent) * 2 >= len(ROWS)
