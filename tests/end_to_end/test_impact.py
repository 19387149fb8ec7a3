"""`checker rules impact`: what a change of rules brings and takes away, since a revision in git."""

from pathlib import Path

import pytest

from tests.commands import Done, git, run

ROOT = Path(__file__).parents[2]
RULE = """id: tents
title: Tents given
unit: tent
kind: level
words: {en: [tent*]}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a checkout with one rule and two articles that differ."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "tents.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for name, count in (("one", 300), ("two", 500)):
        text = f"The people of the village were given {count} tents and 20 beds.\n"
        head = "---\ndate: 2023-05-15\n---\n"
        (tmp_path / "articles" / f"{name}.txt").write_text(head + text, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def impact(desk: Path, revision: str = "HEAD", **environment: str) -> Done:
    """Compare the rules of the desk with those of a revision."""
    alone = ("--rules", "rules", "--no-default-rules", "--on", "articles")
    return run(desk, "rules", "impact", f"--since={revision}", *alone, **environment)


def test_no_change_has_no_impact(desk: Path) -> None:
    done = impact(desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "0 findings gained, 0 lost, 0 changed.\n"


def test_a_finding_that_is_lost_and_one_that_changes(desk: Path) -> None:
    path = desk / "rules" / "tents.yaml"
    path.write_text(RULE.replace("tent*", "bed*").replace("tent\n", "bed\n"), encoding="utf-8")
    lost = impact(desk)
    assert lost.stdout.startswith("- tents: disagree (value)\n")
    assert lost.stdout.endswith("0 findings gained, 1 lost, 0 changed.\n")
    path.write_text(RULE + "compare: {tolerance: 90%}\n", encoding="utf-8")
    changed = impact(desk)
    assert changed.stdout.startswith("~ tents: disagree (value) → ")
    assert changed.stdout.endswith("0 findings gained, 0 lost, 1 changed.\n")


def test_a_new_rule_brings_its_findings(desk: Path) -> None:
    git(desk, "rm", "-q", "--cached", "rules/tents.yaml")
    git(desk, "commit", "-qm", "without rules")
    gained = impact(desk)
    assert gained.stdout.startswith("+ tents: disagree (value)\n")
    assert "claims of tents: 0 before, 2 now\n" in gained.stdout
    assert impact(desk, "HEAD~1").stdout == "0 findings gained, 0 lost, 0 changed.\n"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_a_revision_that_is_none(desk: Path, revision: str) -> None:
    done = impact(desk, revision)
    assert (done.returncode, done.stdout) == (2, "")
    assert "checker: error: " in done.stderr
    assert sorted(path.name for path in desk.iterdir()) == [".git", "articles", "rules"]


def test_rules_without_a_history(tmp_path: Path) -> None:
    (tmp_path / "tents.yaml").write_text(RULE, encoding="utf-8")
    there = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    alone = ("--rules", ".", "--no-default-rules", "--on", ".")
    done = run(tmp_path, "rules", "impact", "--since", "HEAD", *alone, **there)
    assert done.returncode == 2
    assert "not under version control" in done.stderr
