"""Rule files compiled one at a time give what compiling them together gives."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.rules import compiled, load_rules, read_rules
from checker.rules.known import Known
from checker.rules.parts import Parts, compile_parts
from checker.rules.stored import to_json

BRIDGES = "id: bridges\ntitle: Bridges\nunit: bridge\nkind: level\nwords: {en: [bridge]}\n"
TUNNELS = BRIDGES.replace("bridge", "tunnel").replace("Bridge", "Tunnel")
CHILD = "id: long-bridges\ntitle: Long\nextends: bridges\nneeds: {en: [long]}\n"
GRANDCHILD = "id: longest\ntitle: Longest\nextends: long-bridges\nneeds: {en: [longest]}\n"

SETS: dict[str, dict[str, str]] = {
    "two": {"a/bridges.yaml": BRIDGES, "a/tunnels.yaml": TUNNELS},
    "a chain": {
        "a/bridges.yaml": BRIDGES,
        "a/long-bridges.yaml": CHILD,
        "a/longest.yaml": GRANDCHILD,
    },
    "a parent in quotes": {
        "a/bridges.yaml": BRIDGES,
        "a/long-bridges.yaml": CHILD.replace(": bridges", ": 'bridges'"),
    },
    "a rule in braces": {
        "a/bridges.yaml": BRIDGES,
        "a/long-bridges.yaml": "{id: long-bridges, title: Long, extends: bridges}\n",
    },
    "the word in a text": {
        "a/bridges.yaml": BRIDGES + "about: It extends to the sea.\n",
        "a/tunnels.yaml": TUNNELS,
    },
    "an unknown parent": {
        "a/bridges.yaml": BRIDGES,
        "a/long-bridges.yaml": CHILD.replace(": bridges", ": bridgse"),
    },
    "a wrong parent": {
        "a/bridges.yaml": BRIDGES.replace("level", "levle"),
        "a/long-bridges.yaml": CHILD,
        "a/tunnels.yaml": TUNNELS,
    },
    "a circle": {
        "a/bridges.yaml": BRIDGES + "extends: long-bridges\n",
        "a/long-bridges.yaml": CHILD,
    },
    "itself": {"a/bridges.yaml": BRIDGES + "extends: bridges\n", "a/tunnels.yaml": TUNNELS},
    "no YAML": {"a/bridges.yaml": "{", "a/tunnels.yaml": TUNNELS},
    "one name twice": {"a/bridges.yaml": BRIDGES, "b/bridges.yaml": BRIDGES},
    "one changed from above": {
        "a/bridges.yaml": BRIDGES,
        "b/bridges.yaml": "id: bridges\nextends: bridges\ntitle: Crossings\n",
        "b/tunnels.yaml": TUNNELS,
    },
    "another id": {"a/bridges.yaml": TUNNELS, "a/tunnels.yaml": BRIDGES},
    "nothing": {},
}


def layers_of(files: Mapping[str, str]) -> dict[str, int]:
    return {path: int(path.startswith("b/")) for path in files}


def kept(found: Parts) -> Parts:
    again: Parts = json.loads(json.dumps(found))
    return again


def ready(found: Parts) -> list[object]:
    return [kept({"": part})[""] for part in sorted(found.values(), key=lambda part: part["id"])]


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths that are compiled, in order."""
    paths: list[str] = []
    usual = compiled.compile_rules

    def watched(files: Mapping[str, str], known: Known, layers: Mapping[str, int]) -> object:
        paths.extend(files)
        return usual(files, known, layers)

    monkeypatch.setattr(compiled, "compile_rules", watched)
    return paths


@pytest.mark.parametrize("files", SETS.values(), ids=SETS)
def test_parts_are_what_all_of_them_give(files: dict[str, str]) -> None:
    layers = layers_of(files)
    together = load_rules(files, Known(), layers)
    wanted = [kept({"": to_json(rule)})[""] for rule in together.rules]
    found, problems = compile_parts(files, layers, Known(), None)
    assert (ready(found), problems) == (wanted, together.problems)
    again, problems = compile_parts(files, layers, Known(), kept(found))
    assert (ready(again), problems) == (wanted, together.problems)


@pytest.mark.parametrize("files", SETS.values(), ids=SETS)
def test_one_more_file_changes_what_it_would_have(files: dict[str, str]) -> None:
    before, _ = compile_parts(files, layers_of(files), Known(), None)
    for path, text in (
        ("b/bridges.yaml", BRIDGES.replace("level", "cumulative")),
        ("b/canals.yaml", BRIDGES.replace("bridge", "canal")),
    ):
        more = files | {path: text}
        together = load_rules(more, Known(), layers_of(more))
        found, problems = compile_parts(more, layers_of(more), Known(), kept(before))
        wanted = [kept({"": to_json(rule)})[""] for rule in together.rules]
        assert (ready(found), problems) == (wanted, together.problems)


def test_only_what_changed_is_compiled(compiles: list[str]) -> None:
    files = SETS["a chain"] | SETS["two"]
    before, _ = compile_parts(files, {}, Known(), None)
    compiles.clear()
    after, problems = compile_parts(
        files | {"a/tunnels.yaml": TUNNELS.replace("level", "cumulative")}, {}, Known(), before
    )
    assert (compiles, problems) == (["a/tunnels.yaml"], ())
    assert {part["kind"] for part in after.values() if part["id"] == "tunnels"} == {"cumulative"}


def test_a_rule_changes_with_the_one_it_extends(compiles: list[str]) -> None:
    files = SETS["a chain"] | SETS["two"]
    before, _ = compile_parts(files, {}, Known(), None)
    compiles.clear()
    files["a/bridges.yaml"] = BRIDGES.replace("level", "cumulative")
    after, _ = compile_parts(files, {}, Known(), before)
    assert sorted(compiles) == ["a/bridges.yaml", "a/long-bridges.yaml", "a/longest.yaml"]
    kinds = {part["id"]: part["kind"] for part in after.values()}
    assert kinds["longest"] == "cumulative"
    assert kinds["tunnels"] == "level"


def test_a_rule_that_speaks_of_what_extends_hangs_on_no_other(compiles: list[str]) -> None:
    files = {"a/bridges.yaml": BRIDGES + "about: It extends far.\n", "a/tunnels.yaml": TUNNELS}
    before, _ = compile_parts(files, {}, Known(), None)
    compiles.clear()
    files["a/tunnels.yaml"] = TUNNELS.replace("level", "cumulative")
    compile_parts(files, {}, Known(), before)
    assert compiles == ["a/tunnels.yaml"]


def test_a_wrong_rule_is_all_that_is_compiled_again(compiles: list[str]) -> None:
    files = SETS["two"] | {"a/canals.yaml": "{"}
    before, _ = compile_parts(files, {}, Known(), None)
    compiles.clear()
    _, (problem,) = compile_parts(files, {}, Known(), before)
    assert (compiles, problem.path) == (["a/canals.yaml"], "a/canals.yaml")


@pytest.mark.parametrize("before", [None, [], "", {"a": 1}, {"a": None}, 7])
def test_what_is_kept_may_be_spoiled(before: object) -> None:
    found, _ = compile_parts(SETS["two"], {}, Known(), before)
    assert [part["id"] for part in ready(found)] == ["bridges", "tunnels"]  # type: ignore[index]


def test_a_user_who_changes_a_rule_waits_for_that_rule_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiles: list[str]
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    rule = tmp_path / "bridges.yaml"
    rule.write_text(BRIDGES, encoding="utf-8")
    first = read_rules([rule], shipped=False)
    rule.write_text(BRIDGES.replace("Bridges", "Crossings"), encoding="utf-8")
    (tmp_path / "tunnels.yaml").write_text(TUNNELS, encoding="utf-8")
    compiles.clear()
    second = read_rules([rule, tmp_path / "tunnels.yaml"], shipped=False)
    assert [one.title for one in (*first.rules, *second.rules)] == [
        "Bridges",
        "Crossings",
        "Tunnels",
    ]
    compiles.clear()
    rule.write_text("{", encoding="utf-8")
    third = read_rules([rule, tmp_path / "tunnels.yaml"], shipped=False)
    assert [one.id for one in third.rules] == ["tunnels"]
    assert [problem.path for problem in third.problems] == [str(rule)]
    assert compiles == [str(rule)]
