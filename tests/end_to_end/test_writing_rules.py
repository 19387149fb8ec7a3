"""The guide for rule authors tells the truth: its files and commands, in order, in one folder."""

import os
import re
import subprocess
from pathlib import Path

from tests.commands import with_command

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "writing-rules.md"
TEXT = GUIDE.read_text(encoding="utf-8")

_STEP = re.compile(
    r"<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<content>.*?)```\n"
    r"|```console\n(?P<commands>.*?)```\n",
    re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def run(command: str, folder: Path) -> str:
    """Run a command of the guide and return everything that it prints."""
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=with_command(folder.parent),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_guide_shows_what_happens(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    (folder / "rules").mkdir(parents=True)
    shown, printed = [], []
    for step in _STEP.finditer(TEXT):
        if step["path"]:
            path = folder / step["path"]
            path.parent.mkdir(exist_ok=True)
            path.write_text(step["content"], encoding="utf-8")
        for line, output in _COMMAND.findall(step["commands"] or ""):
            shown.append((line, output))
            printed.append((line, run(line, folder)))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        write_anew(printed)
    assert printed == shown or os.environ.get("UPDATE_SNAPSHOTS")


def write_anew(printed: list[tuple[str, str]]) -> None:
    """Write the guide with what its commands print now."""
    outputs = iter(printed)

    def block(found: re.Match[str]) -> str:
        return found[1] + _COMMAND.sub(lambda _: "$ {}\n{}".format(*next(outputs)), found[2])

    written = re.sub(r"(```console\n)(.*?)(?=```\n)", block, TEXT, flags=re.DOTALL)
    GUIDE.write_text(written, encoding="utf-8")


def test_every_action_on_rules_is_in_the_guide() -> None:
    from checker.cli.rules import _ACTIONS

    assert [name for name in _ACTIONS if f"checker rules {name}" not in TEXT] == ["list", "show"]
