"""`checker rules`: authors see what rules say and whether their examples hold."""

from pathlib import Path

import pytest

from tests import commands
from tests.commands import Done

ROOT = Path(__file__).parents[2]

TENTS = """
id: tents-delivered
title: Tents delivered
unit: tent
kind: cumulative
words: {en: [tent*], fr: [tente*]}
facets: {receiver: country}
examples:
  - {lang: en, text: They gave 500 tents to Turkey., finds: {value: 500, receiver: TR}}
  - {lang: fr, text: Ils ont donné 500 tentes à la Turquie., finds: {value: 500, receiver: TR}}
  - {lang: en, text: They slept in huts., finds: nothing}
  - {todo: boxes, lang: en, text: They gave boxes of 20 tents to Turkey., finds: {value: 500}}
"""
WRONG = "  - {lang: en, text: They gave 500 tents to Turkey., finds: {value: 400, receiver: TR}}\n"
CLOSED = "  - {todo: old, lang: en, text: They gave 30 tents., finds: {value: 30}}\n"
BROKEN = "id: broken\ntitle: Broken\nunit: tent\nkind: none\nwords: {en: [tent*]}\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Make a folder with one good rule."""
    (tmp_path / "tents-delivered.yaml").write_text(TENTS, encoding="utf-8")
    return tmp_path


def run(rules: Path, *arguments: str) -> Done:
    """Run an action on the rules of a folder alone, from inside that folder."""
    return commands.run(rules, "rules", *arguments, "--no-default-rules", "--rules", ".")


def add(rules: Path, text: str) -> None:
    """Add an example to the good rule."""
    with (rules / "tents-delivered.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_examples_that_hold(rules: Path) -> None:
    done = run(rules, "test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "language  passed  failed  known gaps  ready",
        "────────  ──────  ──────  ──────────  ─────",
        "en        2       0       1           0",
        "fr        1       0       0           0",
        "",
        "1 rule, 4 examples: 3 passed, 0 failed, 1 known gap.",
    ]


def test_an_example_that_fails(rules: Path) -> None:
    add(rules, WRONG)
    done = run(rules, "test", "tents-delivered")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "tents-delivered.yaml:13:5: failed: tents-delivered\n"
        "  en\n"
        "  │ They gave 500 tents to Turkey.\n"
        "  │           ^^^^^^^^^\n"
        "     expected                  found\n"
    )
    assert "≠  value: 400, receiver: TR  value: 500, receiver: TR\n" in done.stdout


def test_a_gap_that_is_closed_is_ready_and_fails_nothing(rules: Path) -> None:
    add(rules, CLOSED)
    done = run(rules, "test")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tents-delivered.yaml:13:5: ready: tents-delivered: “old”" in done.stdout
    assert done.stdout.endswith("3 passed, 0 failed, 1 known gap, 1 ready.\n")


def test_a_file_with_an_error_leaves_the_others_tested(rules: Path) -> None:
    (rules / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(rules, "test")
    assert done.returncode == 2
    assert "error: broken.yaml:4:7: unknown kind `none`" in done.stderr
    assert done.stdout.endswith("1 rule, 4 examples: 3 passed, 0 failed, 1 known gap.\n")


def test_an_error_outweighs_a_failure(rules: Path) -> None:
    add(rules, WRONG)
    (rules / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(rules, "test")
    assert done.returncode == 2
    assert "1 failed" in done.stdout


@pytest.mark.parametrize("action", ["test", "show"])
def test_an_unknown_id_names_the_nearest(rules: Path, action: str) -> None:
    done = run(rules, action, "tent-delivered")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "checker: error: there is no rule `tent-delivered`; did you mean `tents-delivered`? "
        "(rules: tents-delivered)\n"
    )


def test_an_id_whose_file_is_wrong_shows_what_is_wrong(rules: Path) -> None:
    (rules / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(rules, "show", "broken")
    assert (done.returncode, done.stdout) == (2, "")
    assert "broken.yaml:4:7" in done.stderr
    assert "there is no rule" not in done.stderr


def test_nothing_tested_is_no_success(tmp_path: Path) -> None:
    text = TENTS.partition("examples:")[0]
    (tmp_path / "tents-delivered.yaml").write_text(text, encoding="utf-8")
    done = run(tmp_path, "test")
    assert (done.returncode, done.stdout) == (2, "No example was tried.\n")


def test_the_list(rules: Path) -> None:
    done = run(rules, "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2].split() == [
        *("tents-delivered", "Tents", "delivered", "cumulative", "en", "fr", "2", "1")
    ]
    assert done.stdout.splitlines()[3].split() == ["tents-delivered.yaml", "tent"]


def test_the_pages_of_rules(rules: Path) -> None:
    done = run(rules, "show", "tents-delivered", "tents-delivered")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Tents delivered\ntents-delivered · tents-delivered.yaml\n")
    assert done.stdout.count("What it counts") == 1


def test_the_shipped_rules_have_pages() -> None:
    done = commands.run(ROOT, "rules", "show", "drones-supplied")
    assert (done.returncode, done.stderr) == (0, "")
    assert "rules/conflict/drones-supplied.yaml" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rules"], "the following arguments are required: ACTION"),
        (["rules", "tset"], "invalid choice: 'tset'"),
        (["rules", "show"], "the following arguments are required: ID"),
    ],
)
def test_a_wrong_action_fails(arguments: list[str], message: str) -> None:
    done = commands.run(ROOT, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_lint_points_at_what_may_be_better(rules: Path) -> None:
    done = run(rules, "lint")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "warning: tents-delivered.yaml:8:1: examples and counterexamples: 2 and 1 "
        "[few-counterexamples]\n"
        "    examples:\n"
        "    ^^^^^^^^\n"
        "    Add texts with `finds: nothing`, and pairs that must not disagree.\n\n"
        "1 rule: 1 warning.\n"
    )
    quiet = run(rules, "lint", "--ignore", "missing-language,few-counterexamples")
    assert (quiet.returncode, quiet.stdout) == (0, "1 rule: nothing to say.\n")
    wrong = run(rules, "lint", "--ignore", "overlaps")
    assert wrong.returncode == 2
    assert "there is no code 'overlaps'" in wrong.stderr


def test_lint_shows_what_is_wrong_too(rules: Path) -> None:
    (rules / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(rules, "lint")
    assert done.returncode == 2
    assert "broken.yaml:4:7" in done.stderr


def test_the_schema_is_that_of_the_file() -> None:
    done = commands.run(ROOT, "rules", "schema")
    assert done.stdout == (ROOT / "rules" / "rule.schema.json").read_text(encoding="utf-8")


def new(folder: Path, *arguments: str, said: str = "") -> Done:
    """Draft a rule, in a folder."""
    return commands.run(folder, "rules", "new", *arguments, said=said)


def test_a_new_rule_passes_its_tests(tmp_path: Path) -> None:
    done = new(tmp_path, "They handed over 500 blankets.", "-o", "blankets.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("  checker rules test blankets --rules blankets.yaml\n")
    tested = run(tmp_path, "test", "blankets")
    assert (tested.returncode, tested.stderr) == (0, "")
    assert run(tmp_path, "lint", "blankets").returncode == 0
    again = new(tmp_path, "They handed over 500 blankets.", "-o", "blankets.yaml")
    assert again.returncode == 2
    assert "blankets.yaml: is there already" in again.stderr


def test_a_new_rule_may_stand_in_a_new_folder(tmp_path: Path) -> None:
    done = new(tmp_path, "They handed over 500 blankets.", "-o", "ours/aid/blankets.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "ours" / "aid" / "blankets.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=rule.schema.json\n")
    # A folder of folders keeps one schema for all of them.
    (tmp_path / "ours" / "rule.schema.json").write_text("{}", encoding="utf-8")
    new(tmp_path, "They handed over 500 tents.", "-o", "ours/aid/tents.yaml")
    text = (tmp_path / "ours" / "aid" / "tents.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../rule.schema.json\n")


def test_a_new_rule_is_held_against_the_shipped_ones(tmp_path: Path) -> None:
    done = new(tmp_path, "The wildfire burned 1,200 hectares of forest.")
    assert done.returncode == 0
    assert done.stderr == (
        "note: the shipped rule `area-burnt` reads this number too: "
        "`checker rules show area-burnt`\n"
    )
    taken = new(tmp_path, "They handed over 500 blankets.", "--id", "area-burnt")
    assert taken.returncode == 2
    assert "there is a shipped rule `area-burnt`" in taken.stderr


def test_each_sentence_may_have_its_language(tmp_path: Path) -> None:
    sentences = ("They planted 500 palms.", "La 500 palmas xyz.")
    done = new(tmp_path, *sentences, "--lang", "en,es")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n  es: [palma*]\n" in done.stdout
    wrong = new(tmp_path, *sentences, "--lang", "en,es,fr")
    assert wrong.returncode == 2
    assert "--lang names 3 languages for 2 sentences" in wrong.stderr
    no_name = new(tmp_path, "They planted 500 palms.", "-o", "palms.txt")
    assert "palms.txt: the file of a rule is called ID.yaml" in no_name.stderr


def with_shipped(folder: Path, *arguments: str) -> Done:
    """Run an action on the rules of a folder beside the shipped ones."""
    return commands.run(folder, "rules", *arguments, "--rules", ".")


def test_with_rules_named_only_these_are_tried_and_looked_at(rules: Path) -> None:
    tested = with_shipped(rules, "test")
    assert (tested.returncode, tested.stderr) == (0, "")
    assert tested.stdout.endswith("1 rule, 4 examples: 3 passed, 0 failed, 1 known gap.\n")
    looked = with_shipped(rules, "lint", "--ignore", "few-counterexamples,missing-language")
    assert (looked.returncode, looked.stdout) == (0, "1 rule: nothing to say.\n")
    (rules / "tents-delivered.yaml").unlink()
    nothing = with_shipped(rules, "lint")
    assert (nothing.returncode, nothing.stdout) == (2, "No rule was looked at.\n")


def test_a_label_of_no_rule_is_told(rules: Path, tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text(
        '{"id": "a", "lang": "en", "text": "They sent 3 tents.", '
        '"claims": [{"rule": "tent-delivered", "text": "3 tents"}]}\n',
        encoding="utf-8",
    )
    done = run(rules, "score", str(labels))
    assert done.returncode == 0
    assert done.stderr.startswith("note: `tent-delivered` is labelled, and no rule that is read")
    labels.write_bytes(b"\xff\xfe")
    assert f"{labels}: is not UTF-8 (byte 0)" in run(rules, "score", str(labels)).stderr


def test_so_many_mistakes_of_one_file_are_counted(tmp_path: Path) -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(200))
    (tmp_path / "many.yaml").write_text(f"id: many\n{keys}", encoding="utf-8")
    done = run(tmp_path, "test")
    assert done.returncode == 2
    assert done.stderr.count("error: ") == 51
    assert done.stderr.endswith(" more of this file\n")


def test_sentences_come_from_the_standard_input_too(tmp_path: Path) -> None:
    text = "They handed over 500 blankets.\n\nElles ont distribué 500 couvertures.\n"
    done = new(tmp_path, "--id", "blankets", said=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nid: blankets\n" in done.stdout
    assert "\n  fr: [couverture*]\n" in done.stdout
    nothing = new(tmp_path)
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert "give an example sentence" in nothing.stderr


def test_a_file_is_called_like_its_rule(tmp_path: Path) -> None:
    done = new(tmp_path, "They sent 50 tents.", "--id", "tents", "-o", "other.yaml")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "must be called tents.yaml" in done.stderr


def test_cases_beside_the_rules_are_tried_too(rules: Path) -> None:
    (rules / "README.md").write_text("# Rules of ours\n", encoding="utf-8")
    case = "<!-- expect: value=400 -->\nThey gave 500 tents to the people of Turkey.\n"
    (rules / "case.md").write_text(case, encoding="utf-8")
    done = run(rules, "test")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("case.md:1:1: failed: tents-delivered\n")
    (rules / "case.md").write_text("<!-- expect: maybe -->\n500 tents\n", encoding="utf-8")
    wrong = run(rules, "test")
    assert wrong.returncode == 2
    assert "case.md:1:14: `maybe` is no verdict" in wrong.stderr
