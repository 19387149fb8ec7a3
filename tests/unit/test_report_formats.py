"""Formats: found by their files, explained by their first lines, named in the README."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from checker import cli, run
from checker.model import Relation, Report
from checker.report import formats
from tests.reports import BROKEN, agreement, disagreement, report

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
WHOLE = report(disagreement(), agreement(), errors=(BROKEN,))
EMPTY = Report(WHOLE.tool, WHOLE.coverage)


def test_the_formats_there_are() -> None:
    names = "concise csv full github gitlab html json jsonl junit markdown rdjson sarif table"
    assert formats() == tuple(names.split())
    assert not [name for name in formats() if name.startswith("_")]


def test_the_readme_lists_every_format() -> None:
    assert set(formats()) <= set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE))


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("made", [WHOLE, EMPTY], ids=["whole", "empty"])
def test_a_format_gives_the_same_text_twice(name: str, made: Report) -> None:
    render: Callable[[Report], str] = import_module(f"checker.report.{name}").render
    assert render(made) == render(made)
    assert render(made) == "" or render(made).endswith("\n")


@pytest.mark.parametrize("name", formats())
def test_help_says_what_a_format_is_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main(["check", "--help"])
    first = (import_module(f"checker.report.{name}").__doc__ or "").strip().splitlines()[0]
    assert re.search(rf"^  {name} +{re.escape(first)}$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "fits"),
    [("table", True), ("full", True), ("concise", False), ("markdown", False), ("json", False)],
)
def test_formats_for_readers_fit_the_screen(
    name: str, fits: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "check", lambda *_, **__: report(disagreement()))
    monkeypatch.setenv("COLUMNS", "60")
    assert cli.main(["check", "--format", name]) == 1
    widest = max(map(len, capsys.readouterr().out.splitlines()))
    assert (widest <= 60) is fits


@pytest.mark.parametrize("name", ["concise", "full", "markdown"])
def test_a_format_is_written_to_a_file(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "check", lambda *_, **__: report(disagreement()))
    path = tmp_path / "out"
    assert cli.main(["check", "--write", f"{name}={path}"]) == 1
    render = import_module(f"checker.report.{name}").render
    assert path.read_text(encoding="utf-8") == render(report(disagreement()))


def test_github_gets_annotations_and_a_summary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "check", lambda *_, **__: report(disagreement()))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("# Before\n", encoding="utf-8")
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=seeds/commons.md,line=12")
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# Before\n**checker")
    assert len(summary.encode()) < 1024 * 1024
    assert cli.main(["check", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("seeds/commons.md:12:34: warning")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert cli.main(["check"]) == 2


@pytest.mark.parametrize("name", ["full", "html", "markdown", "table"])
@pytest.mark.parametrize(("other", "letters"), [(0, "A"), (1, "A and B")])
def test_what_one_camp_says_against_itself_names_it_once(
    name: str, other: int, letters: str
) -> None:
    whole = disagreement()
    camps = whole.camps[: other + 1]
    relation = Relation(0, other, "disagree", "change", "“Doubled” is told.")
    assert relation.letters == letters
    alone = disagreement(camps=camps, relations=(relation,), message=relation.message)
    render: Callable[[Report], str] = import_module(f"checker.report.{name}").render
    text = render(report(alone))
    assert ("A and B" in text) == (other == 1)
    assert "A and A" not in text
