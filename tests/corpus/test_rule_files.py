"""A rule file is complete: examples and as many counterexamples, in each of its languages."""

from collections import Counter

import pytest

from checker import __version__
from checker.lint import lint_rules
from checker.model import Example, Rule
from checker.rules import known_names, rule_files
from checker.rules.shape import REASONS
from tests.shipped import rules_with_examples

RULES = rules_with_examples().rules
# What every shipped rule speaks.
LANGUAGES = {"en", "fr", "es", "de", "it", "pt"}
# The fewest examples, and counterexamples, in any one language.
FEWEST = 4

# Pairs of rules that claim one number of an example, each with the reason why that may stand.
OVERLAPS = {
    # A purchase of arms and one of a company are told alike; each is compared inside its story.
    ("arms-trade", "takeover-price"),
    # One who has twelve children may be the victim of an incident; nobody is counted twice.
    ("children-of", "incident-toll"),
    # A deal that is signed may be that of a player or of a firm; the facets keep them apart.
    ("contract-value", "takeover-price"),
}


def languages(rule: Rule) -> set[str]:
    """Return the languages a rule has words for."""
    facet = rule.facet(rule.words_facet) if rule.words_facet else None
    tables = [value.words for value in facet.values.values()] if facet else [rule.words]
    return {language for table in tables for language in table}


def is_counterexample(example: Example) -> bool:
    """Whether it finds nothing, or compares two texts that must not disagree."""
    return example.finds == () or (len(example.samples) == 2 and example.verdict != "disagree")


def by_language(examples: list[Example]) -> Counter[str]:
    return Counter(sample.lang for example in examples for sample in example.samples[:1])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples_and_counterexamples_in_every_language(rule: Rule) -> None:
    held = [example for example in rule.examples if example.todo is None]
    examples = by_language([example for example in held if example.finds])
    against = by_language([example for example in held if is_counterexample(example)])
    for language in languages(rule):
        assert examples[language] >= FEWEST, language
        assert against[language] >= examples[language], language


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_shipped_rule_speaks_every_language(rule: Rule) -> None:
    assert languages(rule) == LANGUAGES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_text_says_its_language(rule: Rule) -> None:
    for example in rule.examples:
        assert {sample.lang for sample in example.samples} <= languages(rule), example.line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_example_stands_twice(rule: Rule) -> None:
    counted = Counter((example.samples, example.verdict is None) for example in rule.examples)
    assert [samples for samples, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_verdict_but_those_its_kind_cannot_reach_is_shown(rule: Rule) -> None:
    # An elapsed time, a rate and a share are right or wrong for their time: nothing explains them.
    never = {"explained"} if rule.kind in ("elapsed", "rate", "share") else set()
    wanted = set(REASONS) - never
    assert {example.verdict for example in rule.examples} - {None} == wanted


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_differs_says_why(rule: Rule) -> None:
    for example in rule.examples:
        assert (example.verdict in (None, "agree")) == (example.because is None), example.line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_known_gaps_are_few(rule: Rule) -> None:
    gaps = [example for example in rule.examples if example.todo is not None]
    assert len(gaps) * 10 <= len(rule.examples)


def test_lint_finds_no_mistake_in_the_shipped_rules() -> None:
    found = lint_rules(rule_files(), known_names(__version__))
    # A word that another one covers is found all the same: it is untidy, and no mistake.
    wrong = [a for a in found if a.code not in ("overlap", "redundant")]
    assert [(advice.code, str(advice.problem)) for advice in wrong] == []
    told = [(a.rule, a.problem.message) for a in found if a.code == "overlap"]
    known = [(one, f"the rule `{other}` makes") for one, other in OVERLAPS]
    new = [t for t in told if not any(t[0] == one and t[1].startswith(m) for one, m in known)]
    assert new == []
