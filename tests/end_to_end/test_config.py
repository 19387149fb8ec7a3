"""A project's decisions, seen in what the commands do."""

import json
from pathlib import Path

import pytest

from tests import commands

ROOT = Path(__file__).parents[2]
ONE = "Iran has supplied {} drones to Russia, the ministry said on Monday in a statement.\n"
HEAD = "---\ndate: 2023-05-15\noutlet: {}\nlang: en\n---\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a folder with two articles that differ."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, outlet, count in (("one", "Herald", 300), ("two", "herald.example", 400)):
        text = HEAD.format(outlet) + ONE.format(count)
        (articles / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: str, config: str = "") -> commands.Done:
    """Run the command in a folder, with a configuration."""
    if config:
        (desk / "checker.toml").write_text(config, encoding="utf-8")
    return commands.run(desk, *arguments)


def findings(desk: Path, config: str = "", *arguments: str) -> list[dict[str, object]]:
    """Check the folder and return its findings."""
    done = run(desk, "check", "--format", "json", *arguments, config=config)
    assert done.stderr == ""
    return json.loads(done.stdout)["findings"]  # type: ignore[no-any-return]


def test_articles_rules_and_exit_status(desk: Path) -> None:
    config = 'include = ["articles"]\nfail-on = "error"\n'
    assert run(desk, "check", config=config).returncode == 0
    assert run(desk, "check", "--fail-on", "warning").returncode == 1
    raised = config + '[severity]\ndrones-supplied = "error"\n'
    assert run(desk, "check", config=raised).returncode == 1
    assert findings(desk)[0]["severity"] == "error"


def test_rules_that_are_chosen_or_ignored(desk: Path) -> None:
    assert len(findings(desk)) == 1
    assert findings(desk, 'ignore = ["drones-supplied"]\n') == []
    assert findings(desk, 'select = ["troops"]\n') == []
    assert len(findings(desk, 'select = ["troops"]\n', "--select", "drones-supplied")) == 1
    assert findings(desk, '[per-file]\n"articles/two.md" = ["drones-supplied"]\n') == []
    assert findings(desk, '[per-file]\narticles = ["drones-supplied"]\n') == []
    assert len(findings(desk, '[per-file]\n"other/*" = ["drones-supplied"]\n')) == 1
    unknown = run(desk, "check", config='ignore = ["drone-supplied"]\n')
    assert unknown.returncode == 2
    assert "did you mean `drones-supplied`?" in unknown.stderr


def test_rules_of_the_project(desk: Path) -> None:
    (desk / "desk-rules").mkdir()
    rule = "id: drones\ntitle: Ours\nunit: drone\nkind: level\nwords: {en: [drone*]}\n"
    (desk / "desk-rules" / "drones.yaml").write_text(rule, encoding="utf-8")
    config = 'rules = ["desk-rules"]\nshipped = false\n'
    assert [found["rule"] for found in findings(desk, config)] == ["drones"]


def test_paths_that_are_left_out(desk: Path) -> None:
    report = json.loads(
        run(desk, "check", "--format", "json", config='exclude = ["*two.md"]\n').stdout
    )
    assert [article["id"] for article in report["articles"]] == ["one"]


def test_one_outlet_under_two_names_is_one_source(desk: Path) -> None:
    (finding,) = findings(desk, '[sources]\n"The Herald" = ["Herald", "herald.example"]\n')
    sources = [camp["sources"] for camp in finding["camps"]]  # type: ignore[attr-defined]
    assert sources == [["The Herald"], ["The Herald"]]


def test_how_far_hedges_reach(desk: Path) -> None:
    for name, count in (("one", "about 300"), ("two", "350")):
        text = HEAD.format(name) + ONE.format(count)
        (desk / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    assert findings(desk)[0]["verdict"] == "unsure"
    assert findings(desk, "[hedges]\napprox = 0.02\n")[0]["verdict"] == "disagree"


def test_languages_that_are_read(desk: Path) -> None:
    done = run(desk, "check", config='languages = ["fr"]\n')
    assert "0 articles read, 2 skipped" in done.stdout


def test_what_is_decided_is_shown(desk: Path) -> None:
    none = run(desk, "config", "show")
    assert (none.returncode, none.stderr) == (0, "")
    assert none.stdout.startswith("configuration: none found\n")
    shown = run(desk, "config", "show", config='ignore = ["troops"]\nfail-on = "error"\n').stdout
    assert shown.startswith("configuration: checker.toml\n")
    assert "\n  ignore        troops\n" in shown
    assert "\n  fail-on       error\n" in shown


def test_a_wrong_file_stops_the_run(desk: Path) -> None:
    done = run(desk, "check", config='includ = ["articles"]\n')
    assert (done.returncode, done.stdout) == (2, "")
    assert "checker.toml:1:1: unknown key `includ`" in done.stderr
    assert "Did you mean `include`?" in done.stderr
    missing = run(desk, "check", "--config", "nowhere.toml")
    assert missing.returncode == 2
    assert "nowhere.toml: cannot be read" in missing.stderr
