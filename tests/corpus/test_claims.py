"""What the shipped rules make of single sentences: every line of `claims.yaml` is a test."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Article, Claim
from checker.pipeline import check_articles, read_claims, read_quantities
from checker.rates import load_rates
from checker.rules import shipped_rules

LINES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("claims.yaml").read_text("utf-8"), yaml.BaseLoader
)


def claims_of(line: dict[str, Any]) -> list[Claim]:
    """Read the sentence of a line by the line's rule alone."""
    published = line.get("published", "2023-05-15")
    day = None if published == "~" else date.fromisoformat(published)
    article = Article("a", "a.txt", line["text"], line["lang"], day)
    names = {line["rule"], line.get("beside", line["rule"])}
    rules = [rule for rule in shipped_rules().rules if rule.id in names]
    assert len(rules) == len(names), f"no rule {names}"
    [(_, reading)] = read_claims([read_quantities(article)], rules)
    return [claim for claim in reading.claims if claim.rule == line["rule"]]


def told(claim: Claim, key: str) -> str:
    """Return what a claim says for one key of the file; `~` for what is not known."""
    plain = {"speaker": claim.speaker, "as_of": claim.as_of, "since": claim.since}
    plain["stage"] = claim.stage or None
    plain["counted"] = claim.as_of if claim.counted else None
    plain["value"] = claim.quantity and claim.quantity.mention.value
    value = (
        plain[key] if key in plain else claim.polarity if key == "polarity" else claim.facet(key)
    )
    return "~" if value is None else str(value)


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:60] for line in LINES])
def test_claims(line: dict[str, Any]) -> None:
    expected = line["finds"]
    if expected == "nothing":
        expected = []
    elif isinstance(expected, dict):
        expected = [expected]
    found = claims_of(line)
    assert len(found) == len(expected), [claim.quantity for claim in found]
    shown = [
        {key: told(claim, key) for key in keys} for claim, keys in zip(found, expected, strict=True)
    ]
    assert shown == expected


def test_counterexamples_are_as_many_as_a_third() -> None:
    nothing = [line for line in LINES if line["finds"] == "nothing" or "~" in str(line["finds"])]
    assert len(nothing) * 4 >= len(LINES)


@pytest.mark.parametrize(
    ("text", "day", "verdict"),
    [
        ("The Nagorno-Karabakh war lasted 44 days.", "2023-05-15", "agree"),
        ("The 44-day war over Nagorno-Karabakh ended there.", "2021-01-10", "agree"),
        ("The 90-day war over Nagorno-Karabakh ended there.", "2023-05-15", "disagree"),
        ("The 15-month war in Ukraine goes on.", "2023-05-24", "agree"),
    ],
)
def test_the_length_of_a_war_that_is_over_counts_to_its_end(
    text: str, day: str, verdict: str
) -> None:
    article = Article("one", "one.txt", text, "en", date.fromisoformat(day))
    rules = shipped_rules().named(["war-duration"])
    report = check_articles([article], rules, load_rates())
    assert [finding.verdict for finding in report.findings] == [verdict]
