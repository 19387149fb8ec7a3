"""The README tells the truth: its commands run, and what it shows is what they print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rates import Rates
from checker.rules import load_rules
from checker.trials import try_rule
from tests.commands import with_command

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

# The commands of each `console` block, each with what stands below it, up to the next command.
BLOCKS = [
    re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a folder to run in, with the samples, in which a command may write."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    return tmp_path


@pytest.mark.parametrize("block", BLOCKS, ids=[block[0][0] for block in BLOCKS])
def test_commands(checkout: Path, block: list[tuple[str, str]]) -> None:
    # In one folder, in their order: a later one may read what an earlier one wrote.
    for command, output in block:
        done = subprocess.run(
            command,
            shell=True,
            cwd=checkout,
            env=with_command(checkout),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (command, done.returncode in (0, 1), done.stderr) == (command, True, "")
        if output and os.environ.get("UPDATE_SNAPSHOTS"):
            text = (ROOT / "README.md").read_text(encoding="utf-8")
            shown = text.replace(f"$ {command}\n{output}", f"$ {command}\n{done.stdout}")
            (ROOT / "README.md").write_text(shown, encoding="utf-8")
        elif output:
            assert done.stdout == output


def test_there_are_commands_with_and_without_output() -> None:
    assert {bool(output) for block in BLOCKS for _, output in block} == {True, False}


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(code, names)
    assert len(names["frame"]) > 0  # type: ignore[arg-type]


(RULE,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def test_the_examples_of_the_rule_hold() -> None:
    loaded = load_rules({"tents-delivered.yaml": RULE})
    assert loaded.problems == ()
    (rule,) = loaded.rules
    trials = try_rule(rule, Rates())
    assert [(trial.found, trial.passed) for trial in trials if not trial.passed] == []
    assert len(trials) == 2


def test_the_rule_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "tents-delivered.yaml"
    path.write_text(RULE, encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("The Red Cross has delivered 500 tents to Turkey.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "checker", "claims", text, "--rules", path, "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "tents-delivered" in done.stdout
    assert "receiver: TR" in done.stdout


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_make_targets_exist(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
