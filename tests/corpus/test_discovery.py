"""What `--discover` lists, and what it leaves alone: every row of `discovery.yaml` is a test."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.discovery import RULE, discover
from checker.lint import lint_rules
from checker.model import Article, Finding
from checker.pipeline import trace_articles
from checker.rates import load_rates
from checker.rules import Known, RuleFiles, load_rules, shipped_rules
from checker.trials import try_rule

ROWS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("discovery.yaml").read_text("utf-8"), yaml.BaseLoader
)
RATES = load_rates()


def articles_of(row: dict[str, Any]) -> list[Article]:
    """Make the reports of a row, undated unless it gives their dates."""
    dates = row.get("dates", [None] * len(row["texts"]))
    return [
        Article(f"a{n}", f"a{n}.txt", text, row["lang"], day and date.fromisoformat(day))
        for n, (text, day) in enumerate(zip(row["texts"], dates, strict=True))
    ]


def found_in(articles: list[Article]) -> tuple[Finding, ...]:
    """Discover what no shipped rule reads."""
    return discover(trace_articles(articles, shipped_rules().rules, RATES), RATES)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_is_listed(row: dict[str, Any]) -> None:
    told = {c.quantity.surface for f in found_in(articles_of(row)) for c in f.claims if c.quantity}
    assert told == set(row["lists"])


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_order_of_the_reports_changes_nothing(row: dict[str, Any]) -> None:
    articles = articles_of(row)
    assert found_in(articles[::-1]) == found_in(articles)


LISTED = [row for row in ROWS if row["lists"]]


@pytest.mark.parametrize("row", LISTED, ids=[row["name"] for row in LISTED])
def test_a_draft_is_a_rule_whose_examples_hold(row: dict[str, Any]) -> None:
    (finding,) = found_in(articles_of(row))
    assert (finding.rule, finding.verdict, finding.severity) == (RULE, "unsure", "info")
    path = finding.draft.partition("\nid: ")[2].partition("\n")[0] + ".yaml"
    loaded = load_rules({path: finding.draft})
    assert not loaded.problems
    assert all(trial.passed for trial in try_rule(loaded.rules[0], RATES))
    assert lint_rules(RuleFiles({path: finding.draft}), Known()) == ()


def test_more_is_left_alone_than_listed() -> None:
    assert 2 * len(LISTED) < len(ROWS)
