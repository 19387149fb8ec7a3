"""Laws of stories, over the whole pipeline: order, unrelated articles, units and number formats."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.rules import shipped_rules

RULES = shipped_rules().named(
    ["incident-toll", "earthquake-magnitude", "epicentre-distance", "age", "population"]
)
RATES = load_rates()

# Two stories, one of them with a disagreement on the dead and one on an age.
QUAKE = (
    "A magnitude 6.1 quake shook Lombara, 35 miles south of Tirso, killing 10 people.",
    "The quake that shook Lombara near Tirso had a magnitude of 6.1 and killed 14 people.",
    "The Lombara quake near Tirso killed 10 people, rescuers in Tirso said.",
    "The quake struck 90 miles south of Tirso, shaking Lombara, home to 120,000 people.",
)
SHOOTING = (
    "Ivo Brandt, 61, shot a guard at the Orbana mint and killed one colleague, Orbana police said.",
    "The guard died at the Orbana mint; Ivo Brandt, 64, was led away by Orbana police.",
)
OTHERS = (
    "The Sembrano orchestra played Vost to 300 guests of the Alpine Club.",
    "Voters in Peltavia chose Mila Trent as mayor by 290 votes.",
    "Snow blocked the pass above Soltern and stranded 40 skiers of the Brill school.",
)


def articles_of(texts: list[str] | tuple[str, ...]) -> list[Article]:
    """Make undated articles, named by their texts so that order names nothing."""
    return [Article(text[:40], "a.txt", text, "en", outlet=text[:40]) for text in texts]


def verdicts(texts: list[str] | tuple[str, ...]) -> set[tuple[str, str, frozenset[str]]]:
    """Return rule, verdict and sentences of every finding that does not merely agree."""
    report = check_articles(articles_of(texts), RULES, RATES)
    return {
        (found.rule, found.verdict, frozenset(c.quote for camp in found.camps for c in camp.claims))
        for found in report.findings
        if found.verdict != "agree"
    }


@given(st.permutations((*QUAKE, *SHOOTING)))
@settings(max_examples=20)
def test_the_order_of_articles_changes_no_verdict(texts: list[str]) -> None:
    assert verdicts(texts) == verdicts((*QUAKE, *SHOOTING))


@given(st.lists(st.sampled_from(OTHERS), unique=True))
@settings(max_examples=10)
def test_an_unrelated_article_changes_no_verdict(others: list[str]) -> None:
    assert verdicts((*QUAKE, *SHOOTING, *others)) == verdicts((*QUAKE, *SHOOTING))


def test_what_differs_is_found_in_its_own_story() -> None:
    found = {(rule, verdict) for rule, verdict, _ in verdicts((*QUAKE, *SHOOTING))}
    assert found == {
        ("incident-toll", "disagree"),
        ("epicentre-distance", "disagree"),
        ("age", "disagree"),
    }


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("35 miles south", "56.3 km south"),
        ("90 miles south", "144.8 kilometres south"),
        ("120,000 people", "120 000 people"),
        ("killed 14 people", "killed fourteen people"),
        ("killing 10 people", "killing ten people"),
    ],
)
def test_another_unit_or_way_of_writing_changes_no_verdict(written: str, otherwise: str) -> None:
    changed = [text.replace(written, otherwise) for text in QUAKE]
    assert changed != list(QUAKE)
    names = {(rule, verdict) for rule, verdict, _ in verdicts(changed)}
    assert names == {(rule, verdict) for rule, verdict, _ in verdicts(QUAKE)}
