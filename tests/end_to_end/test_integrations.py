"""What other tools read of this repository: the hooks run, and the steps of the action do."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands import with_command

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ONE = "---\ndate: 2023-05-15\nlang: en\n---\nIran has supplied {} drones to Russia, he said.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a checkout with two articles that differ."""
    desk = tmp_path / "desk"
    (desk / "articles").mkdir(parents=True)
    for name, count in (("one", 300), ("two", 400)):
        (desk / "articles" / f"{name}.md").write_text(ONE.format(count), encoding="utf-8")
    (desk / "checker.toml").write_text('include = ["articles"]\n', encoding="utf-8")
    return desk


def step(name: str) -> dict[str, object]:
    """Return the step of the action with this name."""
    (found,) = [each for each in ACTION["runs"]["steps"] if each["name"] == name]
    return found  # type: ignore[no-any-return]


def run_step(desk: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the shell of the checking step as GitHub does, with these inputs."""
    environment = with_command(
        desk.parent,
        GITHUB_ACTIONS="true",
        GITHUB_OUTPUT=str(desk.parent / "output"),
        GITHUB_STEP_SUMMARY=str(desk.parent / "summary.md"),
    )
    told = step("Check the numbers")["env"]
    for name, value in told.items():  # type: ignore[attr-defined]
        wanted = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)
        assert wanted
        environment[name] = inputs.get(wanted[1], ACTION["inputs"][wanted[1]]["default"])
    script = str(step("Check the numbers")["run"])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_annotates_summarises_and_writes_sarif(desk: Path) -> None:
    done = run_step(desk, paths="articles", sarif="out.sarif")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::warning file=articles/one.md,line=5,col=19,")
    assert (desk.parent / "output").read_text() == "status=1\n"
    assert "disagree" in (desk.parent / "summary.md").read_text()
    assert json.loads((desk / "out.sarif").read_text())["version"] == "2.1.0"


def test_the_action_takes_paths_from_the_configuration_and_further_arguments(desk: Path) -> None:
    done = run_step(desk, arguments="--fail-on never --select drones-supplied")
    assert done.returncode == 0
    assert "::warning" in done.stdout
    assert (desk.parent / "output").read_text() == "status=0\n"


def test_inputs_are_never_run(desk: Path) -> None:
    run_step(desk, paths="articles; touch owned", arguments="$(touch owned) `touch owned`")
    assert not list(desk.rglob("owned"))
    script = str(step("Check the numbers")["run"])
    assert "${{" not in script


def test_the_action_names_what_it_needs() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert '"$GITHUB_ACTION_PATH"' in str(step("Install checker")["run"])
    assert all(each["description"] for each in ACTION["inputs"].values())
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])


def test_the_hook_runs_under_pre_commit(desk: Path, tmp_path: Path) -> None:
    environment = os.environ | {
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        # What is installed is run once: compiling all of it takes longer than all else.
        "PIP_COMPILE": "no",
    }
    environment.pop("PYTHONPATH", None)
    for arguments in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *arguments], cwd=desk, env=environment, check=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "checker"),
            *("--color=never", "--all-files"),
        ],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Failed" in done.stdout
    assert "Drones supplied to a fighting party" in done.stdout


def test_the_hooks_see_all_files_at_once() -> None:
    assert [hook["id"] for hook in HOOKS] == ["checker", "checker-all"]
    assert all(hook["require_serial"] for hook in HOOKS)


def test_the_snippets_of_the_guide_are_yaml_and_their_commands_run(desk: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    github, gitlab, hooks = (yaml.safe_load(block) for block in blocks)
    used = github["jobs"]["numbers"]["steps"][1]["with"]
    assert used.keys() <= ACTION["inputs"].keys()
    assert hooks["repos"][0]["hooks"] == [{"id": "checker"}]
    lines = [gitlab["numbers"]["script"][1]]
    lines += re.findall(r"^\$ (checker .*?)(?: \| .*)?$", GUIDE, re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        done = subprocess.run(
            [sys.executable, "-m", *line.split()],
            cwd=desk,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode in (0, 1), done.stderr) == (True, ""), line
    reports = gitlab["numbers"]["artifacts"]["reports"]
    assert all((desk / name).exists() for name in reports.values())
