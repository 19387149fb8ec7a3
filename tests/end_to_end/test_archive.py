"""New articles beside an archive, and what changed since a revision: only what touches them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import commands
from tests.commands import git

ROOT = Path(__file__).parents[2]
HEAD = "---\ndate: {}\noutlet: {}\nlang: en\n---\n"
DRONES = "Iran has supplied {} drones to Russia, the ministry said on Monday in a statement.\n"
TANKS = "Poland delivered {} missiles to Ukraine, the ministry said on Friday in a letter.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make an archive in which two articles differ, and a new article that differs from one."""
    write(tmp_path / "archive/one.md", "Herald", DRONES.format(300))
    write(tmp_path / "archive/two.md", "Courier", TANKS.format(20))
    write(tmp_path / "archive/three.md", "Gazette", TANKS.format(70))
    write(tmp_path / "new.md", "Journal", "Moscow waits.\n\n" + DRONES.format(400))
    return tmp_path


def write(path: Path, outlet: str, text: str, date: str = "2023-05-15") -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(HEAD.format(date, outlet) + text, encoding="utf-8")


def run(desk: Path, *arguments: str) -> commands.Done:
    return commands.run(desk, *arguments, columns=100)


def report(desk: Path, *arguments: str) -> dict[str, Any]:
    done = run(desk, "check", "--format", "json", *arguments)
    assert done.stderr == ""
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def rules(found: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in found["findings"]]


def test_only_what_touches_the_new_article(desk: Path) -> None:
    assert rules(report(desk, ".")) == ["drones-supplied", "missiles-supplied"]
    found = report(desk, "new.md", "--against", "archive")
    assert rules(found) == ["drones-supplied"]
    assert found["findings"][0]["here"] == ["new:8:19:drones-supplied"]
    assert [article["path"] for article in found["articles"]] == ["new.md", "archive/one.md"]
    seen = found["coverage"]
    assert (seen["articles"], seen["archive"], seen["matched"], seen["compared"]) == (1, 3, 1, 1)


@pytest.mark.parametrize("form", ["concise", "github", "sarif", "rdjson", "csv", "html"])
def test_the_new_article_is_the_place_and_the_others_are_related(desk: Path, form: str) -> None:
    """Its name sorts last and its date is the latest: nothing but the option puts it first."""
    write(desk / "znew.md", "Zeitung", "Moscow waits.\n\n" + DRONES.format(500), "2023-05-16")
    out = run(desk, "check", "znew.md", "--against", "archive", "new.md", "-f", form).stdout
    places = {name: out.find(name) for name in ("znew.md", "archive/one.md")}
    assert 0 <= places["znew.md"] < places["archive/one.md"]


def test_code_quality_points_at_the_new_article(desk: Path) -> None:
    out = run(desk, "check", "new.md", "--against", "archive", "-f", "gitlab").stdout
    assert json.loads(out)[0]["location"] == {"path": "new.md", "lines": {"begin": 8}}


def test_a_saved_report_keeps_the_order(desk: Path) -> None:
    arguments = ("check", "new.md", "--against", "archive", "--format", "json")
    (desk / "report.json").write_text(run(desk, *arguments).stdout, encoding="utf-8")
    shown = run(desk, "render", "report.json", "--format", "concise").stdout
    assert shown.startswith("new.md:8:19: ")


@pytest.mark.parametrize("given", [".", "./archive", "archive"])
def test_an_archive_that_holds_the_new_article(desk: Path, given: str) -> None:
    (desk / "new.md").rename(desk / "archive/new.md")
    found = report(desk, "archive/new.md", "--against", given)
    assert rules(found) == ["drones-supplied"]
    assert (found["coverage"]["articles"], found["coverage"]["archive"]) == (1, 3)
    assert found["skipped"] == []


def test_archives_in_other_forms(desk: Path) -> None:
    record = {"id": "a1", "text": DRONES.format(300), "lang": "en", "date": "2023-05-15"}
    (desk / "old.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    found = report(desk, "new.md", "--against", "old.jsonl")
    assert rules(found) == ["drones-supplied"]


def test_the_archive_of_the_configuration(desk: Path) -> None:
    (desk / "checker.toml").write_text('archive = ["archive"]\n', encoding="utf-8")
    assert rules(report(desk, "new.md")) == ["drones-supplied"]


def test_an_archive_that_is_not_there(desk: Path) -> None:
    done = run(desk, "check", "new.md", "--against", "nowhere")
    assert (done.returncode, "there is no such file" in done.stderr) == (2, True)


def test_only_what_touches_an_added_line(desk: Path) -> None:
    git(desk, "init", "--quiet")
    git(desk, "add", ".")
    git(desk, "commit", "--quiet", "--message=all")
    assert rules(report(desk, ".", "--since", "HEAD")) == []
    path = desk / "archive/three.md"
    path.write_text(path.read_text("utf-8").replace("70", "80") + "\nMore.\n", encoding="utf-8")
    found = report(desk, ".", "--since", "HEAD")
    assert rules(found) == ["missiles-supplied"]
    assert found["findings"][0]["here"] == ["three:6:18:missiles-supplied"]
    assert rules(report(desk, "new.md", "--against", "archive", "--since", "HEAD")) == []


def test_a_revision_that_is_none(desk: Path) -> None:
    git(desk, "init", "--quiet")
    done = run(desk, "check", ".", "--since", "--output=stolen")
    assert (done.returncode, (desk / "stolen").exists()) == (2, False)
    assert run(desk, "check", ".", "--since", "HEAD~3").returncode == 2
