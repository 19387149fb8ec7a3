"""What is legal in a rule and still a mistake: each code with what must and must not bring it."""

import pytest

from checker.lint import CODES, lint_rules
from checker.model import Advice
from checker.report import _advice
from checker.rules import Known, RuleFiles, load_rules

TENTS = """\
id: tents
title: Tents delivered
unit: tent
kind: cumulative
words:
  en: [tent*]
  fr: [tente*]
needs:
  en: [deliver*]
  fr: [livr*]
unless:
  en: [army]
  fr: [armée]
facets:
  state:
    values:
      new: {words: {en: [new], fr: [neuve*]}}
      used: {words: {en: [used], fr: [usagée*]}}
examples:
  - {lang: en, text: They delivered 50 tents., finds: {value: 50}}
  - {lang: fr, text: Elle a livré 50 tentes., finds: {value: 50}}
  - {lang: en, text: They slept in 50 tents., finds: nothing}
  - {lang: fr, text: Elle dort sous 50 tentes., finds: nothing}
"""


def lint(*texts: str, only: tuple[str, ...] | None = None) -> list[Advice]:
    """Lint rules whose files are called like their ids."""
    files = {f"rules/{text.split()[1]}.yaml": text for text in texts}
    assert load_rules(files).problems == ()
    return list(lint_rules(RuleFiles(files), Known(), only))


def codes(*texts: str) -> list[str]:
    """List the codes of all advice on some rules."""
    return [advice.code for advice in lint(*texts)]


def test_a_good_rule_is_left_alone() -> None:
    assert lint(TENTS) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("en: [tent*]", "en: [tents, tent*]", "redundant", "`tents` is covered by `tent*`"),
        ("en: [tent*]", "en: [tent*, Tent*]", "redundant", "`Tent*` is covered by `tent*`"),
        ("en: [deliver*]", "en: [hand* over, handed over, deliver*]", "redundant", "handed over"),
        ("en: [army]", "en: [army, ten*]", "never-matches", "`tent*` never counts"),
        ("en: [army]", "en: [army, deliver*]", "never-matches", "`deliver*` never counts"),
        (
            "en: [tent*]",
            "en: [tent*, camp. Tent*]",
            "never-matches",
            "no text can match `camp. Tent*`",
        ),
        ("en: [used]", "en: [used, new]", "ambiguous", "both `new` and `used`"),
        (", fr: [usagée*]", "", "missing-language", "`used` has no words for `fr`"),
        ("  fr: [tente*]", "  fr: [tente*]\n  fi: [teltta*]", "no-pack", "no language pack"),
        ("en: [tent*]", "en: ['/(t+e*)+nts/', tent*]", "slow-pattern", "takes too long"),
    ],
)
def test_what_is_said(old: str, new: str, code: str, message: str) -> None:
    assert old in TENTS
    text = TENTS.replace(old, new)
    if code == "no-pack":
        # `needs` and `unless` must speak the languages of `words`, which is another fault.
        text = text.replace("  fr: [livr*]", "  fr: [livr*]\n  fi: []")
        text = text.replace("  fr: [armée]", "  fr: [armée]\n  fi: []")
    found = [advice for advice in lint(text) if advice.code == code]
    assert found
    assert any(message in advice.problem.message for advice in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Words of other lengths stand at other places of a text.
        ("en: [tent*]", "en: [tent*, big top tent]"),
        ("en: [deliver*]", "en: [deliver*, hand over, handed over]"),
        # An acronym is found in capitals only.
        ("en: [tent*]", "en: [tent*, TP, tps]"),
        ("en: [army]", "en: [army tent*]"),
        ("en: [tent*]", "en: [tent*, '/\\bT-?[0-9]{2}\\b/']"),
        ("en: [tent*]", "en: [tent*, l'abri, mid-size shelter*, 4x4 tent]"),
    ],
)
def test_what_is_not_said(old: str, new: str) -> None:
    assert old in TENTS
    assert lint(TENTS.replace(old, new)) == []


def test_advice_points_at_the_word() -> None:
    [advice] = lint(TENTS.replace("en: [tent*]", "en: [tents, tent*]"))
    assert (advice.rule, advice.code) == ("tents", "redundant")
    problem = advice.problem
    assert (problem.path, problem.line, problem.column, problem.width) == (
        "rules/tents.yaml",
        6,
        8,
        5,
    )


def test_examples_are_asked_for() -> None:
    without = TENTS[: TENTS.index("examples:")]
    assert codes(without) == ["no-examples"]
    only_todo = without + "examples:\n  - {todo: later, text: Here are 50 tents., finds: nothing}\n"
    assert codes(only_todo) == ["no-examples"]
    three = "  - {lang: en, text: They delivered 60 tents., finds: {value: 60}}\n"
    few = TENTS[: TENTS.index("  - {lang: en, text: They slept")] + three
    assert codes(few) == ["few-counterexamples"]


def test_every_language_of_the_words_has_an_example() -> None:
    english = "\n".join(line for line in TENTS.splitlines() if "lang: fr" not in line)
    [advice] = lint(english)
    assert (advice.code, advice.problem.line) == ("missing-language", 7)
    assert "no example is in `fr`" in advice.problem.message


def test_rules_of_one_folder_speak_the_same_languages() -> None:
    english = (
        TENTS.replace("id: tents", "id: beds")
        .replace("  fr: [tente*]\n", "")
        .replace("tent*", "bed*")
        .replace("tents", "beds")
        .replace(", fr: [neuve*]", "")
        .replace(", fr: [usagée*]", "")
        .replace("unit: tent", "unit: bed")
    )
    english = "\n".join(line for line in english.splitlines() if "lang: fr" not in line)
    other = TENTS.replace("tent", "quilt").replace("quilte", "couette").replace("neuve", "neuf")
    found = lint(TENTS, other.replace("id: quilts", "id: quilts"), english)
    assert [(a.rule, a.code) for a in found] == [("beds", "missing-language")]


def test_two_rules_with_the_same_words_are_told() -> None:
    again = TENTS.replace("id: tents", "id: shelters")
    found = lint(TENTS, again)
    assert {advice.code for advice in found} == {"duplicate", "overlap"}


def test_rules_that_claim_one_number_overlap() -> None:
    wide = TENTS.replace("id: tents", "id: any-tents").replace("en: [deliver*]", "en: []")
    wide = wide.replace("  - {lang: en, text: They slept in 50 tents., finds: nothing}\n", "")
    [overlap] = [advice for advice in lint(TENTS, wide) if advice.code == "overlap"]
    assert "`any-tents`" in overlap.problem.message or "`tents`" in overlap.problem.message
    apart = TENTS.replace("id: tents", "id: lost-tents").replace("deliver*", "los*, lost")
    apart = apart.replace("delivered", "lost").replace("livré", "perdu").replace("livr*", "perdu*")
    assert "overlap" not in codes(TENTS, apart)


def test_only_the_rules_asked_for_are_told_about() -> None:
    wrong = TENTS.replace("id: tents", "id: wrong").replace("en: [army]", "en: [army, Army]")
    assert {advice.rule for advice in lint(TENTS, wrong, only=("wrong",))} <= {"wrong"}
    assert all(advice.code in CODES for advice in lint(TENTS, wrong))


def test_a_file_with_problems_does_not_hide_the_advice_on_others() -> None:
    wrong = TENTS.replace("en: [tent*]", "en: [tents, tent*]")
    files = {"rules/tents.yaml": wrong, "rules/broken.yaml": "id: ["}
    assert [a.code for a in lint_rules(RuleFiles(files), Known())] == ["redundant"]


def test_advice_is_shown_with_its_line_and_code() -> None:
    text = _advice.render(lint(TENTS.replace("en: [army]", "en: [army, Army]")), 1)
    assert text == (
        "warning: rules/tents.yaml:12:14: `Army` is covered by `army` on line 12 [redundant]\n"
        "      en: [army, Army]\n"
        "                 ^^^^\n"
        "    Remove it.\n\n"
        "1 rule: 1 warning.\n"
    )
    assert _advice.render([], 3) == "3 rules: nothing to say.\n"
