"""The command as users run it: in a process of its own, in a folder of theirs."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

Done = subprocess.CompletedProcess[str]
"""What a command wrote, and the status it ended with."""


def run(
    folder: Path, *arguments: str, columns: int = 90, said: str = "", **environment: str
) -> Done:
    """Run `checker` in a folder; `said` is what it reads from its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": str(columns)} | environment,
        input=said,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def forget_readings() -> None:
    """Let the next run read its articles itself, as if nothing were kept of them."""
    for file in Path(os.environ["CHECKER_CACHE_DIR"]).glob("read-*.json"):
        file.unlink(missing_ok=True)


def with_command(folder: Path, **environment: str) -> dict[str, str]:
    """Put a command `checker` into `bin` of a folder, and return an environment that finds it."""
    command = folder / "bin" / "checker"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "88"} | environment


def git(folder: Path, *arguments: str) -> None:
    """Run git with a name, and with no settings of whoever runs the tests."""
    who = {
        f"GIT_{role}_{what}": "desk@news.example"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | who | quiet,
        check=True,
        capture_output=True,
    )
