"""What `--discover` lists, and what it leaves alone: every row of `discovery.yaml` is a test."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.discovery import RULE, discover
from checker.lint import lint_rules
from checker.model import Article, Finding, Rule
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


def rules_of(row: dict[str, Any]) -> tuple[Rule, ...]:
    """Load the only rule of a row, where it has one; else it is looked at with those shipped."""
    if "rule" not in row:
        return shipped_rules().rules
    return load_rules({f"{row['rule']['id']}.yaml": json.dumps(row["rule"])}).rules


def found_in(articles: list[Article], row: dict[str, Any]) -> tuple[Finding, ...]:
    """Discover what no rule reads."""
    return discover(trace_articles(articles, rules_of(row), RATES), RATES)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_is_listed(row: dict[str, Any]) -> None:
    told = {
        c.quantity.surface for f in found_in(articles_of(row), row) for c in f.claims if c.quantity
    }
    assert told == set(row["lists"])


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_order_of_the_reports_changes_nothing(row: dict[str, Any]) -> None:
    articles = articles_of(row)
    assert found_in(articles[::-1], row) == found_in(articles, row)


LISTED = [row for row in ROWS if row["lists"]]
MISSED = [row for row in LISTED if "rule" in row]


DRAFTED = [row for row in LISTED if row not in MISSED]


@pytest.mark.parametrize("row", DRAFTED, ids=[row["name"] for row in DRAFTED])
def test_a_draft_is_a_rule_whose_examples_hold(row: dict[str, Any]) -> None:
    (finding,) = found_in(articles_of(row), row)
    assert (finding.rule, finding.verdict, finding.severity) == (RULE, "unsure", "info")
    path = finding.draft.partition("\nid: ")[2].partition("\n")[0] + ".yaml"
    loaded = load_rules({path: finding.draft})
    assert not loaded.problems
    assert all(trial.passed for trial in try_rule(loaded.rules[0], RATES))
    assert lint_rules(RuleFiles({path: finding.draft}), Known()) == ()


@pytest.mark.parametrize("row", MISSED, ids=[row["name"] for row in MISSED])
def test_what_a_rule_misses_is_drafted_as_an_example_that_it_fails(row: dict[str, Any]) -> None:
    (finding,) = found_in(articles_of(row), row)
    assert (finding.rule, finding.verdict, finding.severity) == (RULE, "unsure", "info")
    assert row["rule"]["id"] in finding.message
    (example,) = yaml.safe_load(finding.draft)["examples"]
    assert example["text"] in row["texts"]
    grown = row["rule"] | {"examples": [example]}
    (rule,) = load_rules({f"{grown['id']}.yaml": json.dumps(grown)}).rules
    assert [trial.passed for trial in try_rule(rule, RATES)] == [False]
    del grown["needs"]
    (wider,) = load_rules({f"{grown['id']}.yaml": json.dumps(grown)}).rules
    assert [trial.passed for trial in try_rule(wider, RATES)] == [True]


def test_more_is_left_alone_than_listed() -> None:
    assert 2 * len(LISTED) < len(ROWS)
