"""A new language needs one new file: a pack laid beside the others is read by the same code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import checker

PACKAGE = Path(checker.__file__).parent
PACK = Path(__file__).parents[1] / "corpus" / "packs" / "nl.yaml"
TEXT = (
    "Het leger heeft eenentwintig drones en drieëndertigduizend schepen van de kust gezien. "
    "Er zijn meer dan 300 doden. Dat kost 2,5 miljoen euro, of 40 procent van het geld."
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package and add the one file; return the folder to import it from."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(PACKAGE, folder / "checker", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PACK, folder / "checker" / "languages" / "nl.yaml")
    return folder


def quantities(copy: Path, *options: str) -> list[dict[str, Any]]:
    """Run `checker quantities` of the copy on the text, and return what it finds."""
    path = copy / "artikel.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "checker", "quantities", str(path), "--format", "jsonl", *options],
        env={**os.environ, "PYTHONPATH": str(copy), "CHECKER_CACHE_DIR": str(copy / "cache")},
        cwd=copy,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found: list[dict[str, Any]] = json.loads(done.stdout)["quantities"]
    return found


@pytest.mark.parametrize("options", [("--lang", "nl"), ()])
def test_one_file_is_enough(copy: Path, options: tuple[str, ...]) -> None:
    found = quantities(copy, *options)
    assert [(item["value"], item["bound"], item["unit"]) for item in found] == [
        (21, "=", "drone"),
        (33000, "=", "schip"),
        (300, ">", "dode"),
        (2500000, "=", "EUR"),
        (40, "=", "percent"),
    ]


def test_no_module_knows_the_new_language() -> None:
    """The copy differs from the package by the pack alone, whose language no code names."""
    assert not (PACKAGE / "languages" / "nl.yaml").exists()
    named = [
        path.name for path in PACKAGE.rglob("*.py") if '"nl"' in path.read_text(encoding="utf-8")
    ]
    assert named == []
