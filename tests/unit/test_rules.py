"""Rule files become rules, and every fault is told at its place, with all others, at once."""

import json
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import regex

from checker.claims.book import is_pattern
from checker.model import Compare, Expected, Facet, Rule, Sample, Severities, Tolerance
from checker.rules import (
    Known,
    RuleSet,
    load_rules,
    own_rules,
    read_rules,
    rule_files,
    shipped_rules,
)
from checker.rules.checks import _is_plain
from checker.rules.files import without_examples
from checker.rules.schema import schema_text
from checker.rules.shape import rule_schema
from checker.rules.stored import from_json, to_json
from checker.values import replace
from tests.shipped import rules_with_examples

ROOT = Path(__file__).parents[2]
SNAPSHOTS = ROOT / "tests" / "snapshots" / "rule_errors"

SMALL = """\
id: tanks
title: Tanks supplied
unit: tank
kind: cumulative
words: {en: [tank*], fr: [char, chars]}
"""

FULL = """\
# yaml-language-server: $schema=../rule.schema.json
id: tanks
title: Tanks supplied
about: |
  How many **tanks**.
link: https://example.org/tanks
unit: tank
kind: cumulative
words:
  en: [tank*, '/T-?[0-9]{2}s?/']
  fr: [char, chars de combat]
needs: {en: [sent], fr: [livr*]}
unless: {en: [], fr: [détruit*]}
facets:
  giver: country
  receiver: {type: country, required: true, default: UA}
  state:
    values:
      all: {parts: [new, used], complete: true}
      new: {words: {en: [new], fr: [neuf*]}}
      used: {words: {en: [used]}}
    default: new
compare:
  tolerance: [rounding, 5%, 3 days, fx 2.5 %, 0.5 km]
  growth: 2.5
  in: tank
  min: 10
  scope: story
severity: {same-article: warning, other-speaker: info}
message: tank counts differ
metadata: {owner: desk, since: 2022}
min-version: 0.1
examples:
  - {lang: en, text: Poland sent 12 tanks to Ukraine., finds: {value: 12, giver: PL, state: new}}
  - {lang: fr, text: Rien., finds: nothing}
  - {lang: en, text: 5 tanks and 7 tanks., finds: [{value: 5}, {value: 7}]}
  - {lang: en, text: 5 tanks. 7 tanks., verdict: disagree, because: value}
  - {pair: [5 tanks, 5 tanks], verdict: agree, date: 2022-12-20}
  - pair:
      - {date: 2022-12-20, text: 5 tanks, lang: en, outlet: A}
      - {text: 7 chars, lang: fr}
    outlet: B
    verdict: unrelated
    because: facet state
  - {todo: pairs of tanks, lang: en, text: two pairs of tanks, finds: {value: 4}}
"""


def load(text: str, name: str = "tanks", known: Known | None = None) -> RuleSet:
    return load_rules({f"rules/x/{name}.yaml": text}, known)


def only(rules: RuleSet) -> Rule:
    assert rules.problems == ()
    assert len(rules.rules) == 1
    return rules.rules[0]


def test_a_small_rule_has_the_usual_values() -> None:
    rule = only(load(SMALL))
    assert rule == Rule(
        id="tanks",
        title="Tanks supplied",
        unit="tank",
        kind="cumulative",
        path="rules/x/tanks.yaml",
        words={"en": ("tank*",), "fr": ("char", "chars")},
    )


def test_a_full_rule_keeps_everything() -> None:
    rule = only(load(FULL))
    assert (rule.about, rule.link) == ("How many **tanks**.", "https://example.org/tanks")
    assert rule.words["en"] == ("tank*", "/T-?[0-9]{2}s?/")
    assert (rule.needs["fr"], rule.unless["en"]) == (("livr*",), ())
    assert rule.facet("giver") == Facet("giver", "country")
    assert rule.facet("receiver") == Facet("receiver", "country", required=True, default="UA")
    assert rule.compare == Compare(
        tolerances=(
            Tolerance("rounding"),
            Tolerance("relative", Decimal("0.05")),
            Tolerance("absolute", Decimal(3), "day"),
            Tolerance("fx", Decimal("0.025")),
            Tolerance("absolute", Decimal("0.5"), "km"),
        ),
        growth=Decimal("2.5"),
        unit="tank",
        minimum=Decimal(10),
        scope="story",
    )
    assert rule.severity == Severities("warning", "warning", "info")
    assert (rule.message, rule.min_version) == ("tank counts differ", "0.1")
    assert rule.metadata == {"owner": "desk", "since": "2022"}


def test_values_of_a_closed_list_keep_order_words_and_parts() -> None:
    facet = only(load(FULL)).facet("state")
    assert facet is not None
    assert (facet.type, facet.default, list(facet.values)) == (
        "values",
        "new",
        ["all", "new", "used"],
    )
    assert (facet.values["all"].parts, facet.values["all"].complete) == (("new", "used"), True)
    assert facet.values["new"].words == {"en": ("new",), "fr": ("neuf*",)}


def test_a_value_may_be_told_by_another_facet() -> None:
    text = SMALL + "facets:\n  state: {values: {new: {told-by: place}, used: {}}}\n  place: place\n"
    facet = only(load(text)).facet("state")
    assert facet is not None
    assert [value.told_by for value in facet.values.values()] == ["place", ""]


def test_a_part_may_be_all_of_its_whole() -> None:
    values = "{dead: {parts: [bodies]}, bodies: {may-be-all: true}}"
    facet = only(load(SMALL + f"facets:\n  state: {{values: {values}}}\n")).facet("state")
    assert facet is not None
    assert [value.may_be_all for value in facet.values.values()] == [False, True]


def test_a_part_may_stand_for_its_whole() -> None:
    values = "{dead: {parts: [bodies]}, bodies: {whole-unless: [lost]}, lost: {}}"
    facet = only(load(SMALL + f"facets:\n  state: {{values: {values}}}\n")).facet("state")
    assert facet is not None
    assert [value.whole_unless for value in facet.values.values()] == [(), ("lost",), ()]


def test_a_part_cannot_stand_for_its_whole_unless_something_unknown_is_told() -> None:
    values = "{dead: {parts: [bodies]}, bodies: {whole-unless: [lots]}, lost: {}}"
    problems = load(SMALL + f"facets:\n  state: {{values: {values}}}\n").problems
    assert ["`lots` is no value of this facet" in problem.message for problem in problems] == [True]


def test_a_value_may_come_out_of_others() -> None:
    values = "{held: {}, freed: {out-of: [held]}}"
    facet = only(load(SMALL + f"facets:\n  state: {{values: {values}}}\n")).facet("state")
    assert facet is not None
    assert [value.out_of for value in facet.values.values()] == [(), ("held",)]


def test_a_value_may_befall_people_only() -> None:
    values = "{dead: {of-people: true}, gone: {}}"
    facet = only(load(SMALL + f"facets:\n  state: {{values: {values}}}\n")).facet("state")
    assert facet is not None
    assert [value.of_people for value in facet.values.values()] == [True, False]


def test_every_form_of_example_is_read() -> None:
    examples = only(load(FULL)).examples
    assert examples[0].finds == (Expected((("value", "12"), ("giver", "PL"), ("state", "new"))),)
    assert examples[1].finds == ()
    assert examples[2].finds == (Expected((("value", "5"),)), Expected((("value", "7"),)))
    assert (examples[3].finds, examples[3].verdict, examples[3].because) == (
        None,
        "disagree",
        "value",
    )
    assert examples[4].samples == (Sample("5 tanks", date="2022-12-20"),) * 2
    assert examples[5].samples == (
        Sample("5 tanks", "en", "2022-12-20", "A"),
        Sample("7 chars", "fr", "", "B"),
    )
    assert (examples[5].verdict, examples[5].because) == ("unrelated", "facet state")
    assert examples[6].todo == "pairs of tanks"
    assert (examples[0].line, examples[0].column) == (34, 5)


@pytest.mark.parametrize(
    ("window", "days"), [("7 days", 7), ("1 day", 1), ("2 weeks", 14), ("1 month", 31)]
)
def test_a_window_is_in_whole_days(window: str, days: int) -> None:
    text = SMALL.replace("cumulative", "level") + f"compare: {{window: {window}}}\n"
    assert only(load(text)).compare.window_days == days


def test_words_may_name_a_facet() -> None:
    text = SMALL.replace("{en: [tank*], fr: [char, chars]}", "state") + (
        "facets: {state: {values: {lost: {words: {en: [lost]}}}}}\n"
    )
    rule = only(load(text))
    assert (rule.words, rule.words_facet) == ({}, "state")


# extends

CHILD = "id: jets\nextends: tanks\nunit: jet\nwords: {en: [jet*], de: [Jet*]}\n"


def test_a_child_takes_all_keys_and_overrides_its_own() -> None:
    files = {"a/jets.yaml": CHILD, "b/tanks.yaml": SMALL + "severity: {same-article: info}\n"}
    rule = load_rules(files).get("jets")
    assert rule is not None
    assert (rule.title, rule.unit, rule.kind) == ("Tanks supplied", "jet", "cumulative")
    # Mappings merge, lists replace.
    assert rule.words == {"en": ("jet*",), "fr": ("char", "chars"), "de": ("Jet*",)}
    assert rule.severity.same_article == "info"


def test_a_child_of_a_child_takes_from_both() -> None:
    grandchild = "id: bombers\nextends: jets\ntitle: Bombers\n"
    files = {"c/bombers.yaml": grandchild, "a/jets.yaml": CHILD, "b/tanks.yaml": SMALL}
    rules = load_rules(files)
    assert rules.problems == ()
    bombers = rules.get("bombers")
    assert bombers is not None
    assert (bombers.title, bombers.unit, bombers.kind) == ("Bombers", "jet", "cumulative")


def test_a_circle_is_told_for_each_rule_in_it_and_hides_no_other() -> None:
    files = {
        "a.yaml": SMALL.replace("tanks", "a") + "extends: b\n",
        "b.yaml": SMALL.replace("tanks", "b") + "extends: a\n",
        "tanks.yaml": SMALL,
    }
    rules = load_rules(files)
    assert [rule.id for rule in rules.rules] == ["tanks"]
    assert [problem.path for problem in rules.problems] == ["a.yaml", "b.yaml"]
    assert "in a circle" in rules.problems[0].message


def test_a_fault_of_a_parent_is_told_once() -> None:
    wrong = SMALL.replace("kind: cumulative", "kind: cumulativ")
    rules = load_rules({"jets.yaml": CHILD, "tanks.yaml": wrong})
    assert [(problem.path, problem.line) for problem in rules.problems] == [("tanks.yaml", 4)]
    assert rules.rules == ()


def test_a_parent_that_is_no_yaml_is_told_once() -> None:
    rules = load_rules({"jets.yaml": CHILD, "tanks.yaml": "id: [tanks"})
    assert [problem.path for problem in rules.problems] == ["tanks.yaml"]


# Faults, as people see them

WRONG: dict[str, str] = {
    "unknown_key": SMALL.replace("unit:", "units:"),
    "duplicate_key": SMALL + "kind: level\n",
    "wrong_type": SMALL.replace("[tank*]", "tank*"),
    "missing_words": SMALL.replace("words: {en: [tank*], fr: [char, chars]}\n", ""),
    "unknown_kind": SMALL.replace("cumulative", "cumulativ"),
    "unknown_language": SMALL.replace("fr:", "frr:"),
    "id_is_not_the_file_name": SMALL.replace("id: tanks", "id: tank"),
    "id_is_not_kebab_case": SMALL.replace("id: tanks", "id: Tanks_Supplied"),
    "duplicate_word": SMALL.replace("char, chars", "char, char"),
    "bad_regular_expression": SMALL.replace("[tank*]", "[tank*, '/T-(34|72/']"),
    "star_inside_a_word": SMALL.replace("tank*", "t*nk"),
    "needs_without_a_language": SMALL + "needs: {en: [sent]}\n",
    "unknown_facet_type": SMALL + "facets: {giver: countri}\n",
    "facet_without_type": SMALL + "facets:\n  giver: {required: true}\n",
    "facet_named_like_a_number": SMALL + "facets: {value: country}\n",
    "part_that_is_no_value": SMALL
    + "facets:\n  state:\n    values:\n      all: {parts: [nwe]}\n      new: {}\n",
    "part_of_itself": SMALL
    + "facets:\n  state:\n    values:\n      a: {parts: [b]}\n      b: {parts: [a]}\n",
    "default_that_is_no_value": SMALL
    + "facets:\n  state: {values: {new: {}, used: {}}, default: nw}\n",
    "told_by_no_facet": SMALL
    + "facets:\n  state: {values: {new: {told-by: pace}, used: {}}}\n  place: place\n",
    "words_name_no_facet": SMALL.replace("{en: [tank*], fr: [char, chars]}", "categry")
    + "facets: {category: {values: {lost: {words: {en: [lost]}}}}}\n",
    "unknown_tolerance": SMALL + "compare: {tolerance: 5 percent}\n",
    "rate_without_per": SMALL.replace("cumulative", "rate"),
    "window_of_a_cumulative_count": SMALL + "compare: {window: 7 days}\n",
    "unknown_event": SMALL.replace("cumulative", "elapsed") + "compare: {anchor: ukraine-war}\n",
    "extends_an_unknown_rule": SMALL + "extends: tank\n",
    "needs_a_newer_version": SMALL + "min-version: 9.0\n",
    "unknown_verdict": SMALL + "examples:\n  - {pair: [a, b], verdict: disagre}\n",
    "reason_of_another_verdict": SMALL
    + "examples:\n  - {pair: [a, b], verdict: explained, because: falls}\n",
    "reason_with_an_unknown_facet": SMALL
    + "facets: {giver: country}\n"
    + "examples:\n  - {pair: [a, b], verdict: unrelated, because: facet givr}\n",
    "unknown_key_in_finds": SMALL
    + "facets: {giver: country}\nexamples:\n  - {text: a, finds: {value: 3, givr: IR}}\n",
    "number_with_separators": SMALL + "examples:\n  - {text: a, finds: {value: '3,000'}}\n",
    "country_that_is_no_code": SMALL
    + "facets: {giver: country}\nexamples:\n  - {text: a, finds: {value: 3, giver: Iran}}\n",
    "pair_of_three": SMALL + "examples:\n  - {pair: [a, b, c], verdict: agree}\n",
    "text_that_says_nothing": SMALL + "examples:\n  - {text: a}\n",
    "day_that_does_not_exist": SMALL
    + "examples:\n  - {text: a, date: 2022-02-30, finds: nothing}\n",
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_fault_is_told_with_its_line_a_caret_and_help(
    name: str, snapshot: Callable[[str, str], None]
) -> None:
    known = Known(frozenset({"ukraine-war-2022"}), frozenset({"IR", "UA"}), "0.1.0")
    rules = load(WRONG[name], known=known)
    assert rules.rules == ()
    told = "\n".join(str(problem) for problem in rules.problems)
    snapshot(f"rule_errors/{name}.txt", told + "\n")


def test_every_snapshot_belongs_to_a_fault() -> None:
    assert sorted(path.stem for path in SNAPSHOTS.glob("*.txt")) == sorted(WRONG)


def test_two_rules_with_one_id_are_told_with_both_files() -> None:
    rules = load_rules({"a/tanks.yaml": SMALL, "b/tanks.yaml": SMALL})
    assert [rule.path for rule in rules.rules] == ["a/tanks.yaml"]
    assert [str(problem).splitlines()[0] for problem in rules.problems] == [
        "b/tanks.yaml:1:5: the id `tanks` is already that of a/tanks.yaml"
    ]


def test_all_faults_of_all_files_come_at_once_and_good_rules_stay() -> None:
    files = {
        "b.yaml": "id: b\ntitle: B\n\tunit: x",
        "a.yaml": SMALL.replace("tanks", "a").replace("unit:", "unti:").replace("tank*", "'*'"),
        "tanks.yaml": SMALL,
    }
    rules = load_rules(files)
    assert [rule.id for rule in rules.rules] == ["tanks"]
    assert [(p.path, p.line) for p in rules.problems] == [
        ("a.yaml", 3),
        ("a.yaml", 5),
        ("b.yaml", 3),
    ]


@pytest.mark.parametrize(
    "term",
    [
        "tank*",
        "main battle tank*",
        "T-72",
        "F16*",
        "obusier* d'artillerie",
        "US",
        "/a{1,3}/",
        "бронетехн*",
    ],
)
def test_terms_that_are_right(term: str) -> None:
    assert load(SMALL.replace("tank*", f'"{term}"')).problems == ()


@pytest.mark.parametrize(
    "term", ["*", "a*", "ta*nk", "*tank", "...", "/(/", "/a*/", "/(?=)/", "//"]
)
def test_terms_that_are_wrong(term: str) -> None:
    assert len(load(SMALL.replace("tank*", f"'{term}'")).problems) == 1


# From files


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.usefixtures("own_cache")
def test_rules_come_back_from_the_cache_without_reading_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tanks.yaml").write_text(FULL, encoding="utf-8")
    first = read_rules([tmp_path])

    def never(*_: object) -> RuleSet:
        raise AssertionError("compiled although it was kept")

    monkeypatch.setattr("checker.rules.load_rules", never)
    assert read_rules([tmp_path]) == first
    assert first.get("tanks") is not None


@pytest.mark.usefixtures("own_cache")
def test_rules_with_faults_are_told_in_every_run(tmp_path: Path) -> None:
    (tmp_path / "tanks.yaml").write_text(WRONG["unknown_kind"], encoding="utf-8")
    for _ in range(2):
        rules = read_rules([tmp_path], shipped=False)
        assert [problem.line for problem in rules.problems] == [4]


@pytest.mark.usefixtures("own_cache")
def test_a_changed_rule_is_compiled_again(tmp_path: Path) -> None:
    file = tmp_path / "tanks.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert only(read_rules([file], shipped=False)).title == "Tanks supplied"
    file.write_text(SMALL.replace("supplied", "lost"), encoding="utf-8")
    assert only(read_rules([file], shipped=False)).title == "Tanks lost"


@pytest.mark.usefixtures("own_cache")
def test_what_cannot_be_read_is_a_problem_and_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "tanks.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "rules" / "latin.yaml").write_bytes("id: latin\ntitle: é".encode("latin-1"))
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "rules", tmp_path / "missing.yaml", tmp_path / "empty"]
    rules = read_rules(paths, shipped=False)
    assert [rule.id for rule in rules.rules] == ["tanks"]
    told = {Path(problem.path).name: problem.message for problem in rules.problems}
    assert told == {
        "latin.yaml": "is not UTF-8 (byte 17)",
        "missing.yaml": "cannot be read: No such file or directory",
        "empty": "this folder holds no rule (`*.yaml`)",
    }


def test_vocabulary_and_hidden_files_are_no_rules(tmp_path: Path) -> None:
    for name in (
        "vocabulary/countries.yaml",
        ".git/x.yaml",
        ".hidden.yaml",
        "x/tanks.yml",
        "a.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SMALL, encoding="utf-8")
    files = rule_files([tmp_path], shipped=False)
    assert list(files.texts) == [str(tmp_path / "x" / "tanks.yml")]


def test_a_rule_that_extends_its_own_id_changes_the_one_of_an_earlier_source(
    tmp_path: Path,
) -> None:
    for name, text in (
        ("one/tanks.yaml", SMALL),
        ("two/tanks.yaml", "id: tanks\nextends: tanks\ntitle: Tanks of ours\n"),
        ("three/tanks.yaml", "id: tanks\nextends: tanks\nunit: char\n"),
    ):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for examples in (True, False):
        loaded = read_rules(folders, shipped=False, examples=examples)
        assert loaded.problems == ()
        (rule,) = loaded.rules
        assert (rule.title, rule.unit, rule.words["fr"]) == (
            "Tanks of ours",
            "char",
            ("char", "chars"),
        )
    # Nothing takes the place of a rule by chance, and alone there is nothing to extend.
    turned = read_rules([folders[1], folders[0]], shipped=False)
    (clash,) = [each for each in turned.problems if "is already that of" in each.message]
    assert clash.help == "Rename it, or write `extends: tanks` to change that one."
    (problem,) = read_rules([folders[1]], shipped=False).problems
    assert problem.message == "`tanks` extends itself in a circle"


def test_own_rules_come_alone_with_their_examples_over_what_they_change(tmp_path: Path) -> None:
    (tmp_path / "tanks.yaml").write_text(SMALL, encoding="utf-8")
    changed = tmp_path / "area-burnt.yaml"
    changed.write_text("id: area-burnt\nextends: area-burnt\ntitle: Burnt\n", encoding="utf-8")
    every = read_rules([tmp_path], examples=True)
    own = own_rules([tmp_path])
    assert own.problems == every.problems == ()
    assert [rule.id for rule in own.rules] == ["area-burnt", "tanks"]
    assert own.rules == tuple(rule for rule in every.rules if str(tmp_path) in rule.path)
    assert own.rules[0].title == "Burnt"
    assert own.rules[0].examples


def test_own_rules_are_told_of_the_same_problems_as_with_all(tmp_path: Path) -> None:
    for name, text in (
        ("area-burnt.yaml", "id: area-burnt\ntitle: Mine\n"),
        ("tanks.yaml", "id: tanks\nextends: tank\n"),
        ("wrong.yaml", "id: wrong\nunits: person\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    own = own_rules([tmp_path])
    assert own.rules == ()
    assert own.problems == read_rules([tmp_path], examples=True).problems
    assert any("is already that of" in problem.message for problem in own.problems)
    assert own_rules([tmp_path], shipped=False).problems != own.problems


def test_one_source_holds_an_id_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tanks.yaml").write_text(SMALL, encoding="utf-8")
    (problem,) = read_rules([tmp_path], shipped=False).problems
    assert "already that of" in problem.message


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: 1234", encoding="utf-8")
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "tanks.yaml").symlink_to(secret)
    (folder / "inside.yaml").write_text(SMALL.replace("tanks", "inside"), encoding="utf-8")
    (folder / "linked.yaml").symlink_to(folder / "inside.yaml")
    files = rule_files([folder], shipped=False)
    assert sorted(Path(path).name for path in files.texts) == ["inside.yaml", "linked.yaml"]
    assert ["leads out of the folder" in problem.message for problem in files.problems] == [True]


def test_an_installed_pack_is_found_and_none_of_its_code_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "ferries" / "rules"
    rules.mkdir(parents=True)
    (tmp_path / "ferries" / "__init__.py").write_text("raise SystemExit(3)", encoding="utf-8")
    (rules / "tanks.yaml").write_text(SMALL, encoding="utf-8")
    info = tmp_path / "ferries-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: ferries\nVersion: 1.0\n", encoding="utf-8")
    points = "[checker.rules]\nboats = ferries.rules\nlost = ferries.nowhere\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    loaded = read_rules(["pack:boats"], shipped=False, examples=True)
    assert (loaded.problems, loaded.rules[0].path) == ((), "pack:boats/tanks.yaml")
    assert "ferries" not in sys.modules
    (lost,) = read_rules(["pack:lost"], shipped=False).problems
    assert lost.message == "the pack has no folder `ferries.nowhere`"
    (other,) = read_rules(["pack:boots"], shipped=False).problems
    assert "no pack of rules called `boots` (installed packs: boats, lost)" in other.message


def test_a_compiled_rule_survives_being_kept() -> None:
    for rule in (only(load(FULL)), only(load(SMALL)), *shipped_rules().rules):
        kept = json.loads(json.dumps(to_json(rule)))
        assert from_json(kept) == Rule(
            **{
                name: getattr(rule, name)
                for name in Rule.__dataclass_fields__
                if name != "examples"
            }
        )


# What is shipped


def test_the_shipped_rules_have_no_problem() -> None:
    rules = shipped_rules(examples=True)
    assert rules.problems == ()
    assert [rule.id for rule in rules.rules] == sorted(
        path.stem for path in (ROOT / "rules").glob("*/*.yaml") if path.parent.name != "vocabulary"
    )
    assert all(rule.about and rule.link for rule in rules.rules)


def test_shown_paths_do_not_depend_on_the_machine() -> None:
    assert all(rule.path.startswith("rules/") for rule in shipped_rules().rules)


def test_the_published_schema_is_the_generated_one() -> None:
    published = (ROOT / "rules" / "rule.schema.json").read_text(encoding="utf-8")
    assert published == schema_text()


def test_the_published_schema_is_a_schema_and_accepts_the_shipped_rules() -> None:
    import yaml

    jsonschema.Draft202012Validator.check_schema(rule_schema())
    validator = jsonschema.Draft202012Validator(rule_schema())
    for path in sorted((ROOT / "rules" / "conflict").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        data = _as_editors_read_it(yaml.load(text, Loader=yaml.BaseLoader))
        assert [error.message for error in validator.iter_errors(data)] == [], path.name


@pytest.mark.parametrize(
    "wrong", [{"id": "a"}, {"extends": "b"}, {"id": "a", "extends": "b", "titel": "A"}]
)
def test_the_published_schema_refuses_what_loading_refuses(wrong: dict[str, str]) -> None:
    assert not jsonschema.Draft202012Validator(rule_schema()).is_valid(wrong)


def test_the_published_schema_accepts_a_child_that_takes_the_rest() -> None:
    child = {"id": "a", "extends": "b"}
    assert jsonschema.Draft202012Validator(rule_schema()).is_valid(child)


def _as_editors_read_it(value: object) -> object:
    """Turn texts into truth values and numbers as YAML 1.2 does."""
    if isinstance(value, dict):
        return {key: _as_editors_read_it(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_editors_read_it(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    text = str(value)
    return float(text) if text.replace(".", "", 1).isdigit() else text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "rules" / "conflict").glob("*.yaml")), ids=lambda path: path.stem
)
def test_a_shipped_rule_tells_editors_where_its_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    head = "# yaml-language-server: $schema="
    assert first.startswith(head)
    assert (path.parent / first.removeprefix(head)).resolve() == ROOT / "rules" / "rule.schema.json"


@pytest.mark.parametrize(
    ("unit", "is_right"),
    [
        ("drone", True),
        ("km/h", True),
        ("metre ** 2", True),
        ("étoile filante", True),
        ("無人機", True),
        ("US_pint", True),
        ("m**999999999", False),
        ("\u202edrone", False),
        ("[]", False),
        ("1 drone", False),
        ("drone; tank", False),
        ("x" * 90, False),
    ],
)
def test_units_that_no_word_and_no_unit_could_be(unit: str, is_right: bool) -> None:
    rule = f"id: a\ntitle: A\nunit: '{unit}'\nkind: level\nwords: {{en: [drone*]}}\n"
    loaded = load_rules({"a.yaml": rule})
    assert [problem.line for problem in loaded.problems] == ([] if is_right else [3])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("id: a\nexamples:\n  - {text: b}\n", "id: a\n"),
        ("id: a\nexamples:\n# No key.\n- text: b\n\nkind: event\n", "id: a\nkind: event\n"),
        ("id: a\nkind: event\n", "id: a\nkind: event\n"),
        ("id: a\nabout: |\n  examples:\n  none\n", "id: a\nabout: |\n  examples:\n  none\n"),
    ],
)
def test_a_rule_without_its_examples(text: str, left: str) -> None:
    assert without_examples(text) == left


def test_shipped_rules_are_the_same_without_reading_their_examples() -> None:
    whole = rules_with_examples().rules
    assert read_rules().rules == tuple(replace(rule, examples=()) for rule in whole)


def test_a_pattern_that_the_built_in_engine_takes_is_taken_by_the_other() -> None:
    rules = shipped_rules().rules
    facets = [v.words for rule in rules for f in rule.facets for v in f.values.values()]
    tables = [table for rule in rules for table in (rule.words, rule.needs, rule.unless)]
    terms = {term for table in (*tables, *facets) for words in table.values() for term in words}
    patterns = [term[1:-1] for term in terms if is_pattern(term)]
    plain = [pattern for pattern in patterns if _is_plain(pattern)]
    assert len(plain) > 200
    for pattern in plain:
        assert regex.compile(pattern, regex.IGNORECASE | regex.VERSION1).match("") is None


@pytest.mark.parametrize(
    "pattern", [r"\p{L}", "[[a-z]--[b]]", "(?:a){e<=1}", "(unclosed", "a*", r"(?<=a|bc)d", "(?V1)a"]
)
def test_other_patterns_are_left_to_the_other_engine(pattern: str) -> None:
    assert not _is_plain(pattern)
