"""Long articles full of numbers that do not contradict each other: no check says a word."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from checker.checks import load_checks
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.values import replace
from tests.tables import parsed

ROWS: list[dict[str, str]] = yaml.load(
    Path(__file__).with_name("clean.yaml").read_text("utf-8"), yaml.BaseLoader
)
IDS = [f"{row['lang']}: {row['text'].strip().splitlines()[0]}" for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_nothing_is_found(row: dict[str, str]) -> None:
    article = replace(parsed(row["text"], row["lang"]), published=date.fromisoformat(row["day"]))
    found = check_articles([article], load_checks(), load_rates()).findings
    assert [(one.rule, one.message) for one in found if one.verdict != "agree"] == []


def test_enough_is_compared() -> None:
    """Articles in which nothing is held against anything would prove nothing."""
    articles = [
        replace(parsed(row["text"], row["lang"]), published=date.fromisoformat(row["day"]))
        for row in ROWS
    ]
    counts = [len(check_articles([one], load_checks(), load_rates()).findings) for one in articles]
    assert len(ROWS) >= 20
    assert sum(counts) >= 2 * len(ROWS)


LEFT_ALONE: dict[str, list[str]] = yaml.load(
    Path(__file__).with_name("left_alone.yaml").read_text("utf-8"), yaml.BaseLoader
)
SENTENCES = [(lang, text) for lang, texts in LEFT_ALONE.items() for text in texts]


@pytest.mark.parametrize(("lang", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_what_only_looks_like_an_error_is_left_alone(lang: str, text: str) -> None:
    article = replace(parsed(text.replace(" ¶ ", "\n\n"), lang), published=date(2023, 6, 15))
    found = check_articles([article], load_checks(), load_rates()).findings
    assert [(one.rule, one.message) for one in found if one.verdict != "agree"] == []
