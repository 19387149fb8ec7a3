"""What is accepted is hidden and counted, on the command line and in every format."""

import json
from pathlib import Path

import pytest

from tests.commands import git, run

ROOT = Path(__file__).parents[2]
ONE = "Iran has supplied {} drones to Russia, the ministry said on Monday in a statement.\n"
HEAD = "---\ndate: 2023-05-15\noutlet: {}\nlang: en\n---\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a folder with two articles that differ."""
    for name, count in (("one", 300), ("two", 400)):
        text = HEAD.format(name) + ONE.format(count)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def finding_id(desk: Path) -> str:
    """Return the id of the one finding."""
    (finding,) = json.loads(run(desk, "check", ".", "-f", "json").stdout)["findings"]
    return str(finding["id"])


def test_a_decision_hides_a_finding_and_gives_its_reason(desk: Path) -> None:
    name = finding_id(desk)
    done = run(desk, "decisions", "accept", name[:6], ".", "--reason", "As quoted.", "--who", "Ana")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"accepted {name} (drones-supplied) in checker-decisions.yaml: ")
    listed = run(desk, "decisions", "list").stdout
    assert f"{name} drones-supplied Ana " in listed
    assert listed.endswith(": As quoted.\n1 decision in checker-decisions.yaml.\n")
    checked = run(desk, "check", ".", "--decisions", "checker-decisions.yaml")
    assert checked.returncode == 0
    assert "1 finding hidden (1 by decisions)." in " ".join(checked.stdout.split())
    report = json.loads(
        run(desk, "check", ".", "--decisions", "checker-decisions.yaml", "-f", "json").stdout
    )
    assert [each["hidden_by"] for each in report["suppressed"]] == ["decision: As quoted."]
    # Another number makes another finding, and the decision has nothing left to hide.
    (desk / "two.md").write_text(HEAD.format("two") + ONE.format(450), encoding="utf-8")
    changed = run(desk, "check", ".", "--decisions", "checker-decisions.yaml", "-f", "concise")
    assert changed.returncode == 1
    assert "unsure (unused) accepted: The decision on" in changed.stdout


def test_decisions_need_a_finding_and_a_reason(desk: Path) -> None:
    assert "say why" in run(desk, "decisions", "accept", "abc", ".").stderr
    unknown = run(desk, "decisions", "accept", "ffff", ".", "--reason", "x")
    assert unknown.returncode == 2
    assert "no finding has an id that begins with `ffff`" in unknown.stderr
    assert not (desk / "checker-decisions.yaml").exists()


def test_a_baseline_lets_old_findings_pass_and_only_shrinks(desk: Path) -> None:
    created = run(desk, "baseline", "create", ".")
    assert (created.returncode, created.stderr) == (0, "")
    assert "1 finding is in checker-baseline.json" in created.stdout
    checked = run(desk, "check", ".", "--baseline", "checker-baseline.json")
    assert checked.returncode == 0
    assert "1 finding hidden (1 by the baseline)." in " ".join(checked.stdout.split())
    (desk / "two.md").write_text(HEAD.format("two") + ONE.format(450), encoding="utf-8")
    assert run(desk, "check", ".", "--baseline", "checker-baseline.json").returncode == 1
    part = run(desk, "baseline", "prune", "one.md")
    assert (part.returncode, "name their folder" in part.stderr) == (2, True)
    chosen = run(desk, "baseline", "prune", ".", "--select", "troops")
    assert chosen.stdout == "0 of 1 finding is gone\n"
    pruned = run(desk, "baseline", "prune", ".")
    assert pruned.stdout == "1 of 1 finding is gone\n"
    assert run(desk, "baseline", "show").stdout == "0 findings in checker-baseline.json.\n"


def test_a_comment_hides_and_is_told_when_it_hides_nothing(desk: Path) -> None:
    comment = "<!-- checker: ignore-next-line[drones-supplied] -- an old figure -->\n"
    (desk / "one.md").write_text(HEAD.format("one") + comment + ONE.format(300), encoding="utf-8")
    assert run(desk, "check", ".").returncode == 0
    page = f'<html lang="en"><body>\n{comment}<p>{ONE.format(300)}</p></body></html>'
    (desk / "one.md").unlink()
    (desk / "one.html").write_text(page, encoding="utf-8")
    done = run(desk, "check", ".", "-f", "sarif", "--date", "2023-05-15")
    assert done.returncode == 0
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "an old figure"}]
    (desk / "two.md").unlink()
    unused = run(desk, "check", ".", "-f", "concise")
    assert unused.returncode == 1
    assert unused.stdout.startswith("one.html:2:1: warning unsure (unused) accepted: The comment")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("--decisions", "decisions: [{finding: 1}]", "d:1:13: missing key"),
        ("--baseline", "{}", "this is no baseline"),
    ],
)
def test_a_wrong_file_hides_nothing(desk: Path, name: str, text: str, message: str) -> None:
    (desk / "d").write_text(text, encoding="utf-8")
    done = run(desk, "check", ".", name, "d")
    assert done.returncode == 2
    assert message in done.stderr
    assert "disagree" in done.stdout


@pytest.mark.parametrize("name", ["--decisions", "--baseline"])
def test_a_file_that_is_named_must_be_there(desk: Path, name: str) -> None:
    done = run(desk, "check", ".", name, "gone")
    assert (done.returncode, done.stderr) == (
        2,
        "error: gone: cannot be read: No such file or directory\n",
    )
    assert "disagree" in done.stdout


def test_decisions_of_the_configuration_may_still_come(desk: Path) -> None:
    (desk / "checker.toml").write_text('decisions = "later.yaml"\n', encoding="utf-8")
    done = run(desk, "check", ".")
    assert (done.returncode, done.stderr) == (1, "")


# What a run cannot know is not told: a commit of one file must not fail for want of the others.

IGNORED = "<!-- checker: ignore-next-line[{}] -- as the ministry said it -->\n"


def fewer(desk: Path) -> list[str]:
    """Hide what the second article says, and return what a check of a part is about."""
    text = HEAD.format("two") + IGNORED.format("drones-supplied") + ONE.format(400)
    (desk / "two.md").write_text(text, encoding="utf-8")
    return ["two.md", "-f", "concise"]


def test_an_article_alone_does_not_show_that_its_comment_is_unused(desk: Path) -> None:
    part = fewer(desk)
    assert "unused" not in run(desk, "check", *part).stdout
    assert run(desk, "check", *part).returncode == 0
    beside = run(desk, "check", *part, "--against", "one.md")
    assert "1 finding hidden" in beside.stdout
    assert "unused" not in beside.stdout
    (desk / "one.md").unlink()
    (desk / "three.md").write_text("Nothing of the kind was said here today.\n", encoding="utf-8")
    alone = run(desk, "check", *part, "--against", "three.md")
    assert (alone.returncode, "unsure (unused)" in alone.stdout) == (1, True)
    assert "unsure (unused)" in run(desk, "check", ".", "-f", "concise").stdout


def test_an_article_alone_shows_that_a_comment_on_a_check_is_unused(desk: Path) -> None:
    text = HEAD.format("two") + IGNORED.format("conversion") + ONE.format(400)
    (desk / "two.md").write_text(text, encoding="utf-8")
    assert "unsure (unused)" in run(desk, "check", "two.md", "-f", "concise").stdout


def test_chosen_rules_do_not_show_that_a_comment_on_another_is_unused(desk: Path) -> None:
    fewer(desk)
    chosen = run(desk, "check", ".", "-f", "concise", "--select", "troops")
    assert (chosen.returncode, "unused" in chosen.stdout) == (0, False)


@pytest.fixture
def decided(desk: Path) -> Path:
    """Accept the finding of two articles, and add a third that says nothing of the kind."""
    accept = ("decisions", "accept", finding_id(desk), ".", "--reason", "As quoted.")
    assert run(desk, *accept).returncode == 0
    text = "---\ndate: 2023-05-15\nlang: en\n---\nSpain has supplied 60 drones to Russia.\n"
    (desk / "three.md").write_text(text, encoding="utf-8")
    return desk


DECIDED = ("--decisions", "checker-decisions.yaml", "-f", "concise")


def test_a_decision_about_the_archive_is_not_unused(decided: Path) -> None:
    archive = ("--against", "one.md", "two.md")
    one = run(decided, "check", "three.md", *archive, *DECIDED)
    assert (one.returncode, "unused" in one.stdout) == (0, False)
    # The third article now differs from both of the archive, which are therefore in the report.
    text = HEAD.format("three") + ONE.format(500)
    (decided / "three.md").write_text(text, encoding="utf-8")
    two = run(decided, "check", "three.md", *archive, *DECIDED)
    assert (two.returncode, "unused" in two.stdout) == (1, False)


def test_a_decision_about_a_new_article_and_the_archive(decided: Path) -> None:
    given = ("two.md", "--against", "one.md", *DECIDED)
    used = run(decided, "check", *given)
    assert (used.returncode, "1 finding hidden" in used.stdout) == (0, True)
    # It says another number, which still meets the archive: the old finding is there no more.
    text = HEAD.format("two") + ONE.format(450)
    (decided / "two.md").write_text(text, encoding="utf-8")
    unused = run(decided, "check", *given)
    assert (unused.returncode, "unsure (unused)" in unused.stdout) == (1, True)


@pytest.mark.parametrize("rules", [("--select", "troops"), ("--ignore", "drones-supplied")])
def test_chosen_rules_do_not_show_that_a_decision_is_unused(
    decided: Path, rules: tuple[str, str]
) -> None:
    done = run(decided, "check", ".", *rules, *DECIDED)
    assert (done.returncode, "unused" in done.stdout) == (0, False)


def test_added_lines_do_not_show_that_a_decision_is_unused(decided: Path) -> None:
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        git(decided, *command)
    done = run(decided, "check", ".", "--since", "HEAD", *DECIDED)
    assert (done.returncode, "unused" in done.stdout) == (0, False)
