"""`checker check --discover`: listed in every format, never in the exit status, kept in JSON."""

import json
from pathlib import Path

import pytest

import checker
from checker.cli import main
from checker.report import formats

ONE = "A storm capsized 12 kayaks in the bay of Lombara on Sunday, its mayor Ana Ruiz said.\n"
OTHER = "The storm capsized 17 kayaks in the bay of Lombara on Sunday, its mayor Ana Ruiz said.\n"
# The reason code, or the number of whichever report a format names first.
TOLD = "no-rule"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with two reports of one storm."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ONE, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Check the folder and return status and output."""
    status = main(["check", ".", *arguments])
    return status, capsys.readouterr().out


@pytest.mark.parametrize("name", formats())
def test_every_format_lists_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "--discover", "-f", name)
    assert status == 0
    assert TOLD in out
    assert "12 kayaks" in out


@pytest.mark.parametrize("name", formats())
def test_nothing_is_listed_unless_asked_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "-f", name)
    assert status == 0
    assert TOLD not in out


@pytest.mark.parametrize("level", ["info", "warning", "error", "never"])
def test_the_exit_status_stays(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--discover", "--fail-on", level)[0] == 0


def test_it_does_not_count_as_compared(capsys: pytest.CaptureFixture[str]) -> None:
    plain, listed = run(capsys, "-f", "concise")[1], run(capsys, "--discover", "-f", "concise")[1]
    assert plain.splitlines()[-1] in listed
    assert "1 thing that no rule reads probably differs." in listed
    assert run(capsys, "--discover", "--fail-if-empty")[0] == 2


@pytest.mark.parametrize("name", ["full", "markdown", "html"])
def test_readers_see_the_draft(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "id: kayak-capsized" in run(capsys, "--discover", "-f", name)[1]


RULE = """id: pier-cost
title: Cost of a pier
unit: currency
kind: event
words: {en: [pier]}
needs: {en: [cost]}
"""


@pytest.fixture
def _missed() -> None:
    """Put two reports of one pier there, of which a rule reads one."""
    Path("a.txt").write_text("The pier of Lombara cost €4 million, Ana Ruiz said.", "utf-8")
    Path("b.txt").write_text("Ana Ruiz put Lombara's bill for its pier at €5 million.", "utf-8")
    Path("rules").mkdir()
    Path("rules/pier-cost.yaml").write_text(RULE, encoding="utf-8")


OWN = ("--discover", "--rules", "rules", "--no-default-rules")


@pytest.mark.usefixtures("_missed")
@pytest.mark.parametrize("name", ["full", "markdown", "html"])
def test_readers_see_the_example_that_a_rule_misses(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, *OWN, "-f", name)[1]
    assert "an example drafted for the rule" in out.lower()
    assert "To be added to the rule pier-cost" in out
    assert "a rule drafted for it" not in out.lower()


@pytest.mark.usefixtures("_missed")
def test_a_claim_beside_what_its_rule_misses_is_listed_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = json.loads(run(capsys, *OWN, "-f", "json")[1])
    (finding,) = report["findings"]
    assert (finding["rule"], finding["verdict"], finding["because"]) == (
        "discovered",
        "unsure",
        TOLD,
    )
    assert "of which the rule pier-cost reads one" in finding["message"]
    assert (report["coverage"]["matched"], report["coverage"]["compared"]) == (1, 0)


def test_the_draft_is_a_rule_that_finds_it(capsys: pytest.CaptureFixture[str]) -> None:
    (finding,) = json.loads(run(capsys, "--discover", "-f", "json")[1])["findings"]
    Path("rules").mkdir()
    Path("rules/kayak-capsized.yaml").write_text(finding["draft"], encoding="utf-8")
    assert main(["rules", "test", "--rules", "rules"]) == 0
    assert main(["rules", "lint", "--rules", "rules"]) == 0
    capsys.readouterr()
    status, out = run(capsys, "--discover", "--rules", "rules", "-f", "json")
    (found,) = json.loads(out)["findings"]
    assert (status, found["rule"], found["verdict"]) == (1, "kayak-capsized", "disagree")


def test_a_saved_report_keeps_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("report.json").write_text(run(capsys, "--discover", "-f", "json")[1], encoding="utf-8")
    shown = run(capsys, "--discover", "-f", "markdown")[1]
    assert main(["render", "report.json", "-f", "markdown"]) == 0
    assert capsys.readouterr().out == shown


def test_a_comment_hides_it(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = f"<!-- checker: ignore-next-line -- counted twice -->\n{ONE}"
    Path("a.txt").unlink()
    Path("a.md").write_text(hidden, encoding="utf-8")
    assert TOLD not in run(capsys, "--discover", "-f", "json")[1]


def test_against_an_archive_only_what_is_given_is_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("old").mkdir()
    Path("b.txt").rename("old/b.txt")
    status = main(["check", "a.txt", "--discover", "--against", "old", "-f", "json"])
    assert (status, json.loads(capsys.readouterr().out)["findings"]) == (0, [])


def test_hostile_text_stays_text(capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.txt", ONE), ("b.txt", OTHER)):
        hostile = text.replace("bay of", "bay of <script>```\u202e")
        Path(name).write_text(hostile, encoding="utf-8")
    page, comment = (run(capsys, "--discover", "-f", name)[1] for name in ("html", "markdown"))
    assert "<script>" not in page
    assert "\u202e" not in page + comment


def test_python_asks_for_it_by_name() -> None:
    (finding,) = checker.check(".", discover=True).findings
    assert finding.is_guess
    assert "id: kayak-capsized" in finding.draft
    assert not checker.check(".").findings
