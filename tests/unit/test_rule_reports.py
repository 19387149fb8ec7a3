"""Rules for readers: the list, the page of one rule, and the examples that were tried."""

from collections.abc import Callable

import pytest
from wcwidth import wcswidth

from checker.model import Example, Expected, Rule, Sample, Span, Trial
from checker.report import _rule_list, _rule_page, _trials
from checker.report._screen import Screen
from checker.rules import load_rules

Snapshot = Callable[[str, str], None]

RULES = load_rules(
    {
        "tents-delivered.yaml": """
id: tents-delivered
title: Tents delivered to people in need
about: |
  How many tents a country received. Tents of armies are another
  quantity.

  - one item
  - another
link: https://example.org/tents
unit: tent
kind: cumulative
words:
  en: [tent*, shelter*]
  fr: [tente*]
needs:
  en: [deliver*]
  fr: [livr*]
unless:
  en: []
  fr: [armée]
facets:
  receiver: {type: country, required: true}
  status:
    default: planned
    values:
      all: {parts: [planned, sent], complete: true, words: {en: [tents]}}
      planned: {words: {en: [will], fr: [va]}}
      sent: {words: {en: [sent]}}
compare: {tolerance: [rounding, 5%], growth: 3, min: 10, scope: story}
severity: {same-article: warning, other-speaker: info}
message: The tents differ.
metadata: {owner: the relief desk}
examples:
  - {lang: en, text: They delivered 500 tents to Turkey., finds: {value: 500, receiver: TR}}
  - {lang: en, date: 2023-02-10, outlet: The Desk, text: They slept in 500 tents., finds: nothing}
  - pair: [They delivered 500 tents to Turkey., They delivered 700 tents to Turkey.]
    verdict: disagree
    because: value
  - {todo: parts, lang: fr, text: 50 tentes pour la Turquie., finds: {value: 50}}
""",
        "prices.yaml": """
id: prices
title: A price
unit: currency
kind: level
words: what
facets: {what: {values: {oil: {words: {fr: [pétrole]}}, gas: {words: {en: [gas]}}}}}
compare: {window: 7 days, in: EUR, tolerance: fx 3%}
""",
    }
)
TENTS = RULES.get("tents-delivered")


def trial(text: str, **known: object) -> Trial:
    """Make a trial of one English text at line 9 of its file."""
    spans = known.pop("spans", ((0, text.index("500"), text.index("500") + 9),))
    example = Example(
        (Sample(text, "en"),),
        finds=(Expected((("value", "500"),)),),
        todo=known.pop("todo", None),  # type: ignore[arg-type]
        line=9,
        column=5,
        path="rules/tents.yaml",
    )
    fields = {
        "rule": "tents",
        "expected": ("value: 500",),
        "found": ("value: 500",),
        "passed": True,
        "languages": ("en",),
        "claims": tuple((n, Span(start, end)) for n, start, end in spans),  # type: ignore[attr-defined]
    }
    return Trial(example=example, **(fields | known))  # type: ignore[arg-type]


PASSED = trial("They sent 500 tents.")
FAILED = trial("They sent 500 tents.", found=("value: 400",), passed=False)
GAP = trial("They sent 500 tents.", todo="parts", found=(), passed=False)
READY = trial("They sent 500 tents.", todo="parts")


def test_the_rules_of_these_tests_are_right() -> None:
    assert RULES.problems == ()


def test_the_list_of_rules(snapshot: Snapshot) -> None:
    snapshot("rules_list_80_columns.txt", _rule_list.render(RULES.rules, Screen(80)))


def test_no_rule_is_said() -> None:
    assert _rule_list.render(()) == "There is no rule.\n"


@pytest.mark.parametrize(
    ("name", "languages"), [("tents-delivered", ("en", "fr")), ("prices", ("fr", "en"))]
)
def test_the_languages_of_a_rule(name: str, languages: tuple[str, ...]) -> None:
    rule = RULES.get(name)
    assert rule is not None
    assert _rule_list.languages_of(rule) == languages


def test_the_page_of_a_rule(snapshot: Snapshot) -> None:
    assert TENTS is not None
    snapshot("rules_show_80_columns.txt", _rule_page.render(TENTS, Screen(80)))


def test_the_page_of_a_rule_without_much(snapshot: Snapshot) -> None:
    rule = RULES.get("prices")
    assert rule is not None
    snapshot("rules_show_a_short_rule.txt", _rule_page.render(rule, Screen(80)))


def test_a_page_names_every_word_of_the_rule() -> None:
    assert TENTS is not None
    text = _rule_page.render(TENTS, Screen(100))
    for word in ("tent*", "shelter*", "tente*", "deliver*", "armée", "will", "va", "relief desk"):
        assert word in text


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert TENTS is not None
    screen = Screen(width)
    shown = _rule_list.render(RULES.rules, screen) + _rule_page.render(TENTS, screen)
    shown += _trials.render([FAILED, READY, GAP], screen)
    assert [line for line in shown.splitlines() if wcswidth(line) > width] == []


def test_the_text_of_a_rule_cannot_take_over_the_terminal() -> None:
    bad = "x\x1b[31m\u202e"
    sample = Sample(bad, bad, "", bad)
    rule = Rule(
        id=bad,
        title=bad,
        unit=bad,
        kind="level",
        path=bad,
        words={"en": (bad,)},
        about=bad,
        link=bad,
        message=bad,
        examples=(Example((sample,), finds=(Expected(((bad, bad),)),), todo=bad, path=bad),),
    )
    tried = Trial(bad, rule.examples[0], (bad,), (), passed=False, languages=(bad,))
    screen = Screen(100, verbose=1)
    shown = _rule_list.render([rule], screen) + _rule_page.render(rule, screen)
    shown += _trials.render([tried], screen)
    assert not {"\x1b", "\u202e"} & set(shown)


def test_trials_of_every_outcome(snapshot: Snapshot) -> None:
    pair = Trial(
        "tents",
        Example(
            (Sample("Ils ont livré 500 tentes.", "fr", "2023-02-10"), Sample("No tents.", "en")),
            verdict="agree",
            line=12,
            column=5,
            path="rules/tents.yaml",
        ),
        expected=("agree",),
        found=("unrelated",),
        passed=False,
        languages=("fr", "en"),
        claims=((0, Span(14, 24)),),
    )
    shown = _trials.render([PASSED, FAILED, pair, READY, GAP], Screen(80, verbose=1))
    snapshot("rules_test_80_columns.txt", shown)


@pytest.mark.parametrize(
    ("tried", "outcome"),
    [(PASSED, "passed"), (FAILED, "failed"), (GAP, "known gaps"), (READY, "ready")],
)
def test_the_outcome_of_a_trial(tried: Trial, outcome: str) -> None:
    assert _trials.outcome_of(tried) == outcome


def test_known_gaps_are_counted_and_listed_only_when_verbose() -> None:
    assert "known gap: tents: “parts”" not in _trials.render([GAP], Screen(100))
    assert "known gap: tents: “parts”" in _trials.render([GAP], Screen(100, verbose=1))
    assert "1 known gap." in _trials.render([GAP], Screen(100))


def test_nothing_tried_is_said() -> None:
    assert _trials.render([]) == "No example was tried.\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("They sent 500 tents.", "          ^^^^^^^^^"),
        ("A\n  \tB\x1b sent 500 tents.", "                 ^^^^^^^^^"),
        ("北京 sent 500 tents.", "          ^^^^^^^^^"),
    ],
)
def test_the_number_found_is_underlined(text: str, marked: str) -> None:
    failed = trial(text, found=(), passed=False)
    lines = _trials.render([failed], Screen(100)).splitlines()
    (under,) = [line for line in lines if "^" in line]
    above = lines[lines.index(under) - 1]
    column = wcswidth(above[: above.index("500")])
    assert under.index("^") == column
    assert under.count("^") == len("500 tents")
    assert under == f"  │ {marked}".rstrip()


def test_a_number_on_a_later_line_is_underlined_there() -> None:
    text = "word " * 20 + "500 tents in the end"
    lines = _trials.render([trial(text, found=(), passed=False)], Screen(50)).splitlines()
    under = next(n for n, line in enumerate(lines) if "^" in line)
    start = lines[under].index("^")
    assert lines[under - 1][start : start + 9] == "500 tents"


def test_a_text_without_a_number_has_no_underline() -> None:
    failed = trial("They sent none of the 500 tents.", spans=(), found=(), passed=False)
    assert "^" not in _trials.render([failed], Screen(100))
