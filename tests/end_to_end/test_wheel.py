"""The package as users get it: built, installed elsewhere, run outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = "---\nlang: en\ndate: 2022-12-20\n---\nIran has supplied {} drones to Russia.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([sys.executable, "-m", *build, "-w", folder, ROOT], check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """Unpack the wheel, which is all that installing a pure one does, into a folder of its own."""
    folder = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(installed),
        "CHECKER_CACHE_DIR": str(installed.parent / "cache"),
    }
    command = [sys.executable, "-P", "-m", "checker", *arguments]
    return subprocess.run(
        command,
        cwd=installed.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "checker").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    rules = {
        f"checker/shipped/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "rules").rglob("*")
        if path.is_file()
    }
    assert data >= {"checker/py.typed", "checker/units.txt", "checker/report/report.schema.json"}
    assert (data | rules) - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {name.partition("/")[0] for name in names}
    assert folders == {"checker", "checker-0.1.0.dist-info"}
    assert [name for name in names if name.endswith((".pyc", ".part"))] == []


def test_the_installed_command_compares_articles(installed: Path, tmp_path: Path) -> None:
    for name, count in (("one", 300), ("two", 400)):
        (tmp_path / f"{name}.md").write_text(ARTICLE.format(count), encoding="utf-8")
    done = run(installed, "check", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    assert "Drones supplied to a fighting party" in done.stdout
    assert "giver: Iran" in done.stdout


def test_the_installed_rules_are_those_of_the_checkout(installed: Path) -> None:
    code = "from checker.rules import shipped_rules; print(*(r.id for r in shipped_rules().rules))"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import checker; {code}; print(checker.__file__)"],
        cwd=installed.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    ids, file = done.stdout.splitlines()
    assert sorted(ids.split()) == sorted(
        path.stem for path in (ROOT / "rules").rglob("*.yaml") if "vocabulary" not in path.parts
    )
    assert Path(file).is_relative_to(installed)
