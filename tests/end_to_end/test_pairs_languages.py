"""Two reports of one event in two languages: what differs is found, and nothing else is flagged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import checker
from checker.model import Article

Pair = dict[str, Any]
PAIRS: dict[str, list[Pair]] = yaml.load(
    Path(__file__).with_name("pairs_languages.yaml").read_text("utf-8"), yaml.BaseLoader
)
LANGUAGES = {"en", "fr", "es", "de", "it", "pt"}


def disagreements(pair: Pair) -> list[str]:
    """Return the rules by which the two reports of a pair disagree."""
    articles = [
        Article(
            side,
            f"{side}.txt",
            pair[side]["text"],
            pair[side]["lang"],
            date.fromisoformat(pair[side]["date"]),
            event=pair.get("event"),
        )
        for side in ("a", "b")
    ]
    findings = checker.check(articles).findings
    return [finding.rule for finding in findings if finding.verdict == "disagree"]


@pytest.mark.parametrize("pair", PAIRS["differ"], ids=lambda pair: pair["name"])
def test_what_differs_between_two_languages_is_found(pair: Pair) -> None:
    assert len(disagreements(pair)) == 1


@pytest.mark.parametrize("pair", PAIRS["quiet"], ids=lambda pair: pair["name"])
def test_what_only_looks_alike_is_left_alone(pair: Pair) -> None:
    assert disagreements(pair) == []


def test_every_language_is_told_on_both_sides_and_against_another() -> None:
    pairs = [*PAIRS["differ"], *PAIRS["quiet"]]
    assert all(pair["a"]["lang"] != pair["b"]["lang"] for pair in pairs)
    for side in ("a", "b"):
        assert {pair[side]["lang"] for pair in pairs} == LANGUAGES
    assert len({pair["name"] for pair in pairs}) == len(pairs)


def test_as_many_pairs_must_be_left_alone_as_differ() -> None:
    assert len(PAIRS["quiet"]) >= len(PAIRS["differ"]) >= 20
