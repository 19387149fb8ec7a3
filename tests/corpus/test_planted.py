"""Errors planted in paragraphs of news: each is found by its check, and its true twin by none."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.checks import load_checks
from checker.model import Finding
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.values import replace
from tests.tables import parsed

ROWS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("planted.yaml").read_text("utf-8"), yaml.BaseLoader
)
PLANTED = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")
RATES = load_rates()
IDS = [f"{row['check']} {row['lang']}: {' '.join(row['text'].split())[:60]}" for row in ROWS]


def told(row: dict[str, Any], number: int) -> list[Finding]:
    """Return what all checks say, beyond agreement, of the true text (1) or the wrong one (2)."""
    text = PLANTED.sub(lambda found: found[number], row["text"])
    article = replace(parsed(text, row["lang"]), published=date.fromisoformat(row["day"]))
    report = check_articles([article], load_checks(), RATES)
    return [one for one in report.findings if one.verdict != "agree"]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_planted_error_is_found_by_its_check(row: dict[str, Any]) -> None:
    [_] = PLANTED.findall(row["text"])
    expected = row.get("finds", "disagree")
    verdicts = [one.verdict for one in told(row, 2) if one.rule == row["check"]]
    assert verdicts == ([] if expected == "nothing" else [expected])


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_true_twin_is_left_alone(row: dict[str, Any]) -> None:
    assert [(one.rule, one.message) for one in told(row, 1)] == []


def test_most_errors_are_found() -> None:
    found = [row for row in ROWS if row.get("finds", "disagree") == "disagree"]
    assert len(ROWS) >= 60
    assert len(found) >= len(ROWS) * 0.85
    assert {row["lang"] for row in ROWS} == {"en", "fr", "es", "de", "it", "pt"}
    assert {row["check"] for row in ROWS} == {check.id for check in load_checks()}
