"""An example that fails says what was found in its place, and why the rest is no claim."""

import pytest

from checker.model import Trial
from checker.rates import load_rates
from checker.report import _trials
from checker.rules import load_rules
from checker.trials import try_rule

RULE = """\
id: burnt
title: Burnt
unit: {unit}
kind: event
words: {{en: [forest*]}}
needs: {{en: [burn*]}}
unless: {{en: [threat*]}}
facets: {{where: country}}
examples:
  - {{lang: en, text: {text}, finds: {finds}}}
"""


def tried(text: str, finds: str = "{value: 40}", unit: str = "hectare") -> Trial:
    """Try one example of the rule."""
    loaded = load_rules({"burnt.yaml": RULE.format(text=text, finds=finds, unit=unit)})
    assert loaded.problems == ()
    [trial] = try_rule(loaded.rules[0], load_rates())
    return trial


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        ("The fire took 40 hectares.", "hectare", "words: none of its words in the sentence"),
        ("The forest lost 40 hectares.", "hectare", "needs: none of its words in the sentence"),
        ("It burned 40 hectares of forest.", "hectars", "unit: hectare is no hectars"),
        ("Forest burns and threatens 40 hectares.", "hectare", "unless: "),
    ],
)
def test_the_key_that_failed_is_named(text: str, unit: str, reason: str) -> None:
    trial = tried(text, unit=unit)
    assert (trial.passed, trial.found) == (False, ())
    assert trial.reasons[0].startswith(f"“40 hectares” is no claim: {reason}")
    assert trial.reasons[0] in _trials.render([trial])


def test_what_is_no_quantity_is_named_too() -> None:
    assert tried("Forest burned.").reasons == ("no number is seen in “Forest burned.”",)
    [told] = tried("The forest burned in 2023.").reasons
    assert told == "“2023” is not read as a quantity: date"


def test_an_example_that_holds_needs_no_reason() -> None:
    assert tried("It burned 40 hectares of forest and 3 cars.").reasons == ()
    assert tried("It burned 40 hectares of forest.", "nothing").reasons == ()


@pytest.mark.parametrize(
    ("finds", "found"),
    [
        ("{value: 41}", "value: 40 hectare"),
        ("{low: 41}", "low: 40 hectare"),
        ("{vague: dozens}", "vague: 40 hectare"),
        ("{value: 40, where: PT}", "value: 40, where: nothing"),
    ],
)
def test_what_was_found_is_told_with_its_unit(finds: str, found: str) -> None:
    assert tried("It burned 40 hectares of forest.", finds).found == (found,)


def test_a_bound_and_a_range_are_told_as_they_are_read() -> None:
    more = tried("It burned more than 40 hectares of forest.")
    assert more.found == ("value: > 40 hectare",)
    span = tried("It burned 40 to 50 hectares of forest.")
    assert span.found == ("value: 40 to 50 hectare",)
