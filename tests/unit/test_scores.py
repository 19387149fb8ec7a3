"""Precision and recall: labels meet claims of their rule, and nothing else does."""

import json

import pytest

from checker.model import Score
from checker.rates import Rates
from checker.report import _scores
from checker.report._screen import Screen
from checker.rules import load_rules
from checker.scores import read_labels, score_rules

RULES = load_rules(
    {
        "tents.yaml": "id: tents\ntitle: T\nunit: tent\nkind: level\nwords: {en: [tent*]}\n",
        "huts.yaml": "id: huts\ntitle: H\nunit: hut\nkind: level\nwords: {en: [hut*]}\n",
    }
).rules
TEXT = "They had 20 tents and 30 huts, then 20 tents more."


def scores(*records: dict[str, object]) -> dict[str, Score]:
    """Score the rules on records in English."""
    lines = "\n".join(json.dumps({"lang": "en", **record}) for record in records)
    labelled, problems = read_labels("labels.jsonl", lines)
    assert problems == ()
    return {score.rule: score for score in score_rules(labelled, RULES, Rates())}


def test_what_is_labelled_and_found_is_right() -> None:
    labels = [
        {"rule": "tents", "text": "20 tents"},
        {"rule": "tents", "text": "20 tents"},
        {"rule": "huts", "text": "30 huts"},
    ]
    assert scores({"text": TEXT, "claims": labels}) == {
        "tents": Score("tents", 2, 2, 2),
        "huts": Score("huts", 1, 1, 1),
    }


def test_what_is_missed_and_what_is_wrong_is_quoted() -> None:
    found = scores(
        {"id": "one", "text": TEXT, "claims": [{"rule": "huts", "start": 9, "end": 17}]},
        {"id": "two", "text": "A hut for 12 men.", "claims": [{"rule": "huts", "text": "12 men"}]},
    )
    assert found["huts"].missed == ("one: 20 tents", "two: 12 men")
    assert found["huts"].wrong == ("one: 30 huts",)
    assert (found["huts"].precision, found["huts"].recall) == (0, 0)
    assert (found["tents"].precision, found["tents"].recall) == (0, None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nope", "it is not JSON"),
        ("[]", "this line holds no labels"),
        ('{"claims": []}', "the key `text` is missing"),
        ('{"text": "A.", "lang": "en"}', "the key `claims` is missing"),
        ('{"text": "A.", "lang": "xx", "claims": []}', "its language is not known"),
        ('{"text": "A.", "lang": "en", "date": "soon", "claims": []}', "Invalid isoformat"),
        ('{"text": "A.", "lang": "en", "claims": [{"rule": "x", "text": "B"}]}', "not in its text"),
        ('{"text": "A.", "lang": "en", "claims": [{"text": "A"}]}', "the key `rule` is missing"),
    ],
)
def test_a_line_that_is_wrong_does_not_hide_the_others(line: str, message: str) -> None:
    good = json.dumps({"text": TEXT, "lang": "en", "claims": []})
    labelled, (problem,) = read_labels("labels.jsonl", f"{good}\n\n{line}\n")
    assert len(labelled) == 1
    assert (problem.path, problem.line) == ("labels.jsonl", 3)
    assert message in problem.message


def test_the_table() -> None:
    table = _scores.render(
        [Score("tents", 4, 2, 1, ("a: 5 tents",), ("b: 6 tents",)), Score("huts", 0, 0, 0)],
        Screen(80, verbose=1),
    )
    assert table.splitlines() == [
        "rule      labelled  found  right  precision  recall",
        "────────  ────────  ─────  ─────  ─────────  ──────",
        "tents     4         2      1      50.0 %     25.0 %",
        "huts      0         0      0      –          –",
        "",
        "together  4         2      1      50.0 %     25.0 %",
        "tents: missed: a: 5 tents",
        "tents: wrong: b: 6 tents",
    ]
    assert _scores.render([]) == "No rule is labelled, and none found anything.\n"
