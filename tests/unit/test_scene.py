"""What a rule's patterns find in a sentence, and that they wait until it may matter."""

from datetime import date

import pytest

from checker.claims.book import RuleBook, make_names, make_rule_book
from checker.claims.placing import Placed, Refusal, place
from checker.claims.scene import Scene
from checker.claims.setting import set_scene
from checker.languages import load_language
from checker.mentions import find_mentions
from checker.model import Rule
from checker.quantities import find_quantities
from checker.rules import load_rules
from checker.rules.known import Known
from checker.text import make_page

ENGLISH = load_language("en")
TENTS = r"""
id: tents-delivered
title: Tents delivered
unit: tent
kind: cumulative
words: {en: [tent*]}
needs: {en: ['/sen[dt]\b/']}
unless: {en: ['/would \w+/']}
"""
SHELTERS = r"""
id: shelters
title: Shelters
unit: shelter
kind: level
words: {en: ['/shelters?/']}
"""


def rule_of(text: str) -> Rule:
    name = text.split()[1]
    (rule,) = load_rules({f"{name}.yaml": text}, Known()).rules
    return rule


def scene_of(text: str, *rules: Rule) -> Scene:
    """Set the scene of a text of one sentence."""
    book: RuleBook = make_rule_book(rules, ENGLISH, make_names(ENGLISH, ()))
    mentions, _ = find_mentions(make_page(text, ENGLISH), ENGLISH)
    quantities = find_quantities(mentions, ENGLISH, text)
    sentence = quantities[0].mention.sentence
    return set_scene(Scene(text, sentence, ENGLISH, quantities, date(2023, 5, 15)), book)


def placed(text: str, source: str) -> tuple[Placed | Refusal, Scene]:
    """Ask one rule about the first number of a text."""
    rule = rule_of(source)
    scene = scene_of(text, rule)
    return place(scene, scene.quantities[0], rule, lambda one, other: one == other), scene


def test_patterns_for_needs_and_exceptions_are_asked_where_a_word_stands() -> None:
    found, _ = placed("They sent 300 tents to the coast.", TENTS)
    assert isinstance(found, Placed)
    assert [(hit.first, hit.last) for hit in found.needs] == [(1, 2)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They would have sent 300 tents to the coast.", "unless"),
        ("They would send 300 tents to the coast.", "unless"),
        ("They lost 300 tents at the coast.", "needs"),
    ],
)
def test_what_patterns_say_against_a_claim_is_heard(text: str, key: str) -> None:
    found, _ = placed(text, TENTS)
    assert isinstance(found, Refusal)
    assert found.key == key


@pytest.mark.parametrize("text", ["They sent 300 lorries.", "They would send 300 lorries north."])
def test_without_a_word_of_the_rule_its_patterns_wait(text: str) -> None:
    found, scene = placed(text, TENTS)
    assert isinstance(found, Refusal)
    assert found.key == "words"
    assert list(scene.patterns) == ["tents-delivered"]


def test_a_pattern_may_be_the_word() -> None:
    found, scene = placed("There are 300 shelters.", SHELTERS)
    assert isinstance(found, Placed)
    assert [scene.words(hit.first, hit.last) for hit in found.words] == ["shelters"]


@pytest.mark.parametrize(
    ("text", "asked"),
    # The engine is spared what cannot match, and is asked where "shelter" is part of a word.
    [("There are 300 tents.", 0), ("There are 300 unsheltered tents.", 1)],
)
def test_a_pattern_that_may_be_the_word_finds_nothing(
    text: str, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []
    watched = "checker.claims.patience.Patience.spans"
    monkeypatch.setattr(watched, lambda _, pattern, *__: runs.append(pattern.source) or ())
    found, scene = placed(text, SHELTERS)
    assert isinstance(found, Refusal)
    assert (found.key, scene.patterns, len(runs)) == ("words", {}, asked)


def test_whoever_asks_for_all_terms_gets_those_of_patterns() -> None:
    scene = scene_of("They would send 300 lorries.", rule_of(TENTS), rule_of(SHELTERS))
    assert {hit.payload.key for hit in scene.all_hits()} == {"needs", "unless"}
    assert scene.patterns == {}


def test_patterns_are_asked_once() -> None:
    scene = scene_of("They sent 300 tents.", rule_of(TENTS))
    once = list(scene.hits_of("tents-delivered"))
    assert scene.hits_of("tents-delivered") == once
    assert [hit.payload.key for hit in once] == ["words", "needs"]
    assert scene.hits_of("unknown") == []
