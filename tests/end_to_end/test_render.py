"""`checker render`: every format of a saved report is what `check` writes in that format."""

import json
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.report import formats
from checker.saved import read_report
from tests import commands

ROOT = Path(__file__).parents[2]
SEEDS = ("seeds/ukraine", "seeds/planted/en-drones-same-day")


def run(*arguments: str, said: str = "") -> commands.Done:
    """Run the command at the top of the checkout."""
    return commands.run(ROOT, *arguments, columns=88, said=said)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save the report of all samples."""
    path = tmp_path_factory.mktemp("saved") / "report.json"
    assert run("check", *SEEDS, "--format", "json", "--write", f"json={path}").returncode == 1
    return path


# The words of a facet (`full`) and the bytes of a line (`rdjson`) stand in the articles alone.
@pytest.mark.parametrize("name", [name for name in formats() if name not in ("full", "rdjson")])
def test_a_saved_report_is_written_as_it_was(saved: Path, name: str) -> None:
    direct = run("check", *SEEDS, "--format", name)
    rendered = run("render", str(saved), "--format", name)
    assert (rendered.returncode, rendered.stderr) == (0, "")
    assert rendered.stdout == direct.stdout


def test_every_format_can_be_written_at_once(saved: Path, tmp_path: Path) -> None:
    written = [f"--write={name}={tmp_path / name}" for name in formats()]
    assert run("render", str(saved), *written).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(formats())
    assert all(path.stat().st_size for path in tmp_path.iterdir())


def test_a_report_comes_from_the_standard_input_too(saved: Path) -> None:
    done = run("render", "-", "--format", "concise", said=saved.read_text(encoding="utf-8"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "drones-supplied" in done.stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no report"),
        ("[]", "this is no report"),
        ('{"a": 1}', "this is no report"),
        ("[" * 100_000, "this is no report"),
        ('{"schema_version": "2.0"}', "version 2.0 cannot be read"),
        ('{"schema_version": "1.0"}', "version 1.0 cannot be read: make it anew"),
        ('{"schema_version": "1.1", "rules": [], "findings": {}}', "damaged"),
    ],
)
def test_what_is_no_report(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_report(text, "report.json")


def test_any_damage_is_told(saved: Path) -> None:
    whole = json.loads(saved.read_text(encoding="utf-8"))
    for key in whole:
        damaged = json.dumps({**whole, key: 3})
        with pytest.raises(InputError):
            read_report(damaged, "report.json")
    claim = whole["findings"][0]["camps"][0]["claims"][0]
    for key in claim:
        without = {name: value for name, value in claim.items() if name != key}
        whole["findings"][0]["camps"][0]["claims"][0] = without
        with pytest.raises(InputError, match="damaged"):
            read_report(json.dumps(whole), "report.json")


def test_a_file_that_is_not_there() -> None:
    done = run("render", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "checker: error: nowhere.json: cannot be read: No such file or directory\n"
    )
