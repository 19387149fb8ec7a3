"""Every example of every shipped rule is a test; known gaps (`todo`) must still be gaps."""

import pytest

from checker.model import Rule
from checker.rates import load_rates
from checker.trials import try_example
from tests.shipped import rules_with_examples

RULES = rules_with_examples()


def test_shipped_rules_load_without_a_problem() -> None:
    assert not RULES.problems, "\n".join(map(str, RULES.problems))


# One test a rule: thousands of tests would take longer to hand out than to run.
@pytest.mark.parametrize("rule", RULES.rules, ids=[rule.id for rule in RULES.rules])
def test_every_example(rule: Rule) -> None:
    rates = load_rates()
    wrong: dict[str, tuple[object, object]] = {}
    for example in rule.examples:
        trial = try_example(rule, example, rates)
        place = f"{example.path}:{example.line}"
        if example.todo is not None and trial.passed:
            wrong[place] = ("this gap is closed", "drop its `todo`")
        elif example.todo is None and trial.found != trial.expected:
            wrong[place] = (trial.found, trial.expected)
    assert wrong == {}
