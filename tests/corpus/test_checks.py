"""Every example on the page of every check is a test; each has as many against it as for it."""

import pytest

from checker.checks import load_checks
from checker.checks._examples import with_examples
from checker.model import Example, Rule
from checker.rates import load_rates
from checker.trials import try_example

CHECKS = [with_examples(check) for check in load_checks()]
EXAMPLES = [(check, example) for check in CHECKS for example in check.examples]


@pytest.mark.parametrize(
    ("check", "example"), EXAMPLES, ids=[f"{c.id}: {e.samples[0].text}" for c, e in EXAMPLES]
)
def test_example(check: Rule, example: Example) -> None:
    trial = try_example(check, example, load_rates())
    assert trial.found == trial.expected


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_languages_have_examples_for_and_against(check: Rule, language: str) -> None:
    told = [e for e in check.examples if e.samples[0].lang == language]
    fires = [example for example in told if example.verdict == "disagree"]
    assert len(fires) >= 2
    assert len(told) - len(fires) >= len(fires)
