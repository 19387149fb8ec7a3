"""Every example of every shipped rule is a test; known gaps (`todo`) must still be gaps."""

import pytest

from checker.model import Example, Rule
from checker.rates import load_rates
from checker.rules import shipped_rules
from checker.trials import try_example

RULES = shipped_rules(examples=True)
EXAMPLES = [(rule, example) for rule in RULES.rules for example in rule.examples]
IDS = [f"{rule.id}:{example.line}" for rule, example in EXAMPLES]


def test_shipped_rules_load_without_a_problem() -> None:
    assert not RULES.problems, "\n".join(map(str, RULES.problems))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=IDS)
def test_example(rule: Rule, example: Example) -> None:
    trial = try_example(rule, example, load_rates())
    if example.todo is None:
        assert trial.found == trial.expected
    else:
        assert not trial.passed, "this gap is closed: drop its `todo`"
