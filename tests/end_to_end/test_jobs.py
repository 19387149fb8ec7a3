"""Articles checked by several processes, each within its time: the same bytes, and no noise."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands import ROOT, Done, forget_readings, run

sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

from generated import write_folder

COUNT = 48

# Seconds after which a process surely waits for ever.
PATIENCE = 60


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of enough articles that several processes are worth their start."""
    folder = tmp_path_factory.mktemp("desk")
    write_folder(folder / "in", COUNT, seed=11)
    write_folder(folder / "new", 3, seed=12)
    return folder


def checked(folder: Path, *arguments: str, **environment: str) -> Done:
    forget_readings()
    return run(folder, "check", *arguments, **environment)


def test_any_number_of_processes_gives_the_same_bytes(desk: Path) -> None:
    alone = checked(desk, "in", "-f", "json", "-vv")
    assert (alone.returncode, alone.stderr, f'"articles": {COUNT}' in alone.stdout) == (1, "", True)
    for jobs in ("2", "3", "auto", "0"):
        several = checked(desk, "in", "-f", "json", "-vv", "-j", jobs)
        assert (several.stdout, several.stderr) == (alone.stdout, "")


def test_the_order_of_files_and_hashes_changes_nothing(desk: Path) -> None:
    files = sorted(str(path.relative_to(desk)) for path in (desk / "in").rglob("*.md"))
    told = checked(desk, *files, "-f", "concise").stdout
    assert checked(desk, *files, "-f", "concise", "-j", "2").stdout == told
    backwards = checked(desk, *reversed(files), "-f", "concise", "-j", "2", PYTHONHASHSEED="7")
    assert backwards.stdout == told


def test_an_archive_is_read_by_several_processes_too(desk: Path) -> None:
    one = checked(desk, "new", "--against", "in", "-f", "json")
    two = checked(desk, "new", "--against", "in", "-f", "json", "-j", "2")
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert f'"archive": {COUNT}' in one.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_takes_too_long_is_given_up_and_the_others_are_checked(
    tmp_path: Path, jobs: str
) -> None:
    write_folder(tmp_path / "in", COUNT // 2, seed=11)
    slow = tmp_path / "in" / "slow.md"
    # Each sentence takes as long as any; it is their number that is too much.
    slow.write_text("The council paid $3,400 for 25 chairs and 12 tables.\n\n" * 100_000, "utf-8")
    run = checked(tmp_path, "in", "-f", "concise", "--time-limit", "1", "-j", jobs)
    assert run.returncode == 2
    assert run.stderr.startswith("error: in/slow.md: was given up: it took longer than 1 second")
    assert "Allow more with --time-limit SECONDS, or leave the file out." in run.stderr
    assert run.stderr.count("error:") == 1
    slow.unlink()
    *findings, _ = checked(tmp_path, "in", "-f", "concise").stdout.splitlines()
    *told, error, coverage = run.stdout.splitlines()
    assert told == findings != []
    assert error == "in/slow.md: error: was given up: it took longer than 1 second"
    assert coverage.startswith(f"{COUNT // 2} articles read, 1 skipped;")


def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    """Its workers hold the other end of a pipe, which closes with the last of them."""
    write_folder(tmp_path / "in", 10 * COUNT, seed=13)
    reading, writing = os.pipe()
    began = subprocess.Popen(
        [sys.executable, "-m", "checker", "check", "in", "-f", "concise", "-j", "3"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=writing,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    while not children(began.pid):
        assert began.poll() is None
        time.sleep(0.01)
    began.kill()
    began.wait()
    ended, _, _ = select.select([reading], [], [], PATIENCE)
    assert ended
    with os.fdopen(reading, "rb") as left:
        assert left.read() == b""


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(status.parent.name))
    return found


def test_steps_are_timed_when_asked_for(desk: Path) -> None:
    run = checked(desk, "in", "-f", "concise", "--timing", "-j", "2")
    names = [line.partition(":")[0] for line in run.stderr.splitlines()]
    assert names == ["read articles", "load rules", "find claims", "compare", "report"]
