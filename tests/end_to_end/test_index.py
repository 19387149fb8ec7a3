"""An archive kept in a store: what it holds, what meets it, what crashes and two writers do."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from checker.archive import store
from checker.archive.store import Store
from checker.config import Config
from checker.errors import UsageError
from checker.indexing import check_against, index
from checker.model import Finding
from checker.report import json as as_json
from checker.run import Settings
from checker.run import check as check_all
from checker.values import replace
from checker.work import Jobs

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

from generated import articles, markdown, write_folder  # noqa: E402 - after the path to it

SEEDS = sorted((ROOT / "seeds").rglob("*.md"))[1:]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of forty articles and its index."""
    folder = tmp_path_factory.mktemp("desk")
    write_folder(folder / "old", 40, seed=7)
    index(Settings(paths=(str(folder / "old"),)), str(folder / "old.sqlite"), Jobs())
    return folder


def told(findings: tuple[Finding, ...]) -> list[object]:
    return [as_json.finding_fields(finding) for finding in findings]


def against(paths: tuple[Path, ...], *archives: Path) -> list[object]:
    given = Settings(paths=tuple(map(str, paths)), against=tuple(map(str, archives)))
    report = check_against(given)
    assert report.errors == ()
    return told(report.findings)


def test_seeds_meet_an_index_as_they_meet_the_articles(tmp_path: Path) -> None:
    """Folder and index give what a check of all articles gives, cut down to the one at hand."""
    folder, store = ROOT / "seeds", tmp_path / "seeds.sqlite"
    index(Settings(paths=(str(folder),)), str(store), Jobs())
    whole = check_all(Settings(paths=(str(folder),))).findings
    for path in SEEDS[::3]:
        touching = sorted(
            finding.id
            for finding in whole
            if str(path) in {claim.path for camp in finding.camps for claim in camp.claims}
            or str(path) in {claim.path for camp in finding.camps for claim in camp.fits}
        )
        found = against((path,), store)
        assert sorted(finding["id"] for finding in found) == touching  # type: ignore[index]


def test_generated_articles_meet_an_index_as_they_meet_the_articles(archive: Path) -> None:
    paths = sorted((archive / "old").rglob("*.md"))[::18]
    met = [against((path,), archive / "old") for path in paths]
    assert met == [against((path,), archive / "old.sqlite") for path in paths]
    assert any(met)
    assert against(tuple(paths), archive / "old") == against(tuple(paths), archive / "old.sqlite")


def test_records_meet_an_index_as_they_meet_the_table(tmp_path: Path) -> None:
    lines = "".join(json.dumps(record) + "\n" for record in articles(40, seed=7))
    (tmp_path / "old.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "new.md").write_text(markdown(next(articles(1, seed=7))), encoding="utf-8")
    store = tmp_path / "jsonl.sqlite"
    index(Settings(paths=(str(tmp_path / "old.jsonl"),)), str(store), Jobs())
    new = (tmp_path / "new.md",)
    found = against(new, tmp_path / "old.jsonl")
    assert found == against(new, store) != []


def content(store: Path) -> list[tuple[object, ...]]:
    """Return all that readers of a store see."""
    with closing(sqlite3.connect(store)) as opened:
        return [
            *opened.execute("SELECT * FROM articles ORDER BY id"),
            *opened.execute("SELECT * FROM claims ORDER BY id"),
        ]


def counts(folder: Path, *, jobs: int = 1) -> tuple[int, int, int, int]:
    done = index(Settings(paths=(str(folder / "in"),)), str(folder / "s.sqlite"), Jobs(jobs))
    return done.articles, done.added, done.kept, done.left


def test_only_what_changed_is_extracted(tmp_path: Path) -> None:
    write_folder(tmp_path / "in", 12)
    assert counts(tmp_path) == (12, 12, 0, 0)
    before = (tmp_path / "s.sqlite").read_bytes()
    assert counts(tmp_path) == (12, 0, 12, 0)
    assert (tmp_path / "s.sqlite").read_bytes() == before
    one, two, *_ = sorted((tmp_path / "in").rglob("*.md"))
    one.unlink()
    two.write_text(two.read_text("utf-8") + "\nMore than 70 people were killed.\n", "utf-8")
    assert counts(tmp_path) == (11, 1, 10, 1)
    fresh = tmp_path / "fresh.sqlite"
    index(Settings(paths=(str(tmp_path / "in"),)), str(fresh), Jobs())
    assert content(tmp_path / "s.sqlite") == content(fresh)


def test_any_number_of_processes_gives_the_same(tmp_path: Path) -> None:
    write_folder(tmp_path / "in", 40)
    counts(tmp_path)
    alone = content(tmp_path / "s.sqlite")
    (tmp_path / "s.sqlite").unlink()
    counts(tmp_path, jobs=3)
    assert content(tmp_path / "s.sqlite") == alone


def test_claims_can_be_queried(archive: Path) -> None:
    query = "SELECT id, article, path, line, value, unit, facets, published FROM claims"
    with closing(sqlite3.connect(archive / "old.sqlite")) as opened:
        rows = opened.execute(f"{query} WHERE rule = 'drones-supplied'").fetchall()
    assert rows
    name, article, path, line, value, unit, facets, _ = rows[0]
    assert name.startswith(f"{article}:{line}:")
    assert (archive / path).is_file()
    assert (value > 0, unit, "giver" in json.loads(facets)) == (True, "drone", True)


def test_other_rules_make_an_index_outdated(archive: Path) -> None:
    path = min((archive / "old").rglob("*.md"))
    given = Settings(paths=(str(path),), against=(str(archive / "old.sqlite"),), select=("troops",))
    with pytest.raises(UsageError, match="run `checker index` again"):
        check_against(given)


@pytest.mark.parametrize("held", [b"an article, not an index\n", b"SQLite format 3\0 and no more"])
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "a.md").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "other").write_bytes(held)
    with pytest.raises(UsageError):
        index(Settings(paths=(str(tmp_path / "a.md"),)), str(tmp_path / "other"), Jobs())
    assert (tmp_path / "other").read_bytes() == held


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE claims (id TEXT)")
    with pytest.raises(UsageError, match="no index"):
        Store(str(tmp_path / "other.db"), is_writer=True)


def test_articles_that_cannot_be_read_are_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "in" / "b.md").write_text("---\nlang: xx\n---\nText.\n", encoding="utf-8")
    given = Settings(paths=(str(tmp_path / "in"),))
    first, second = (index(given, str(tmp_path / "s.sqlite"), Jobs()) for _ in range(2))
    assert first.problems == second.problems
    assert [skip.reason for skip in first.skipped] == [skip.reason for skip in second.skipped] != []


def test_an_archive_that_is_not_there_empties_no_index(tmp_path: Path) -> None:
    write_folder(tmp_path / "in", 4)
    counts(tmp_path)
    before = content(tmp_path / "s.sqlite")
    away = Settings(paths=(str(tmp_path / "away"),))
    done = index(away, str(tmp_path / "s.sqlite"), Jobs())
    assert [problem.message for problem in done.problems] == ["there is no such file or folder"]
    assert content(tmp_path / "s.sqlite") == before != []


def test_nothing_to_read_makes_no_index(tmp_path: Path) -> None:
    write_folder(tmp_path / "left-out", 1)
    left_out = Settings(paths=(str(tmp_path / "left-out"),), config=Config(exclude=("*",)))
    with pytest.raises(UsageError, match="no article to read in"):
        index(left_out, str(tmp_path / "s.sqlite"), Jobs())
    (tmp_path / "empty").mkdir()
    for name in ("empty", "away"):
        done = index(Settings(paths=(str(tmp_path / name),)), str(tmp_path / "s.sqlite"), Jobs())
        assert (done.articles, len(done.problems)) == (0, 1)
    assert not (tmp_path / "s.sqlite").exists()


def test_a_wrong_rule_keeps_an_archive_from_nothing(archive: Path) -> None:
    (archive / "bad.yaml").write_text("id: bad\ntitle: Bad\n", encoding="utf-8")
    path = min((archive / "old").rglob("*.md"))
    given = Settings(paths=(str(path),), against=(str(archive / "old"),))
    bad = replace(given, rules=(str(archive / "bad.yaml"),))
    report = check_against(bad)
    assert {problem.path for problem in report.errors} == {str(archive / "bad.yaml")}
    assert told(report.findings) == told(check_against(given).findings) != []


def start(folder: Path, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "checker", "index", "in", "-o", "s.sqlite", *options]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ended(run: "subprocess.Popen[bytes]") -> tuple[bytes, int]:
    """Wait for a run and return what it complains of, with its status."""
    _, complaint = run.communicate()
    return complaint, run.returncode


def test_an_indexer_that_is_killed_harms_nothing(tmp_path: Path) -> None:
    """Whenever it is killed, the file opens, and the next run ends its work."""
    write_folder(tmp_path / "in", 60)
    chance = random.Random(5)
    for _ in range(4):
        run = start(tmp_path)
        time.sleep(chance.uniform(0.05, 1.2))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        if (tmp_path / "s.sqlite").exists() and (tmp_path / "s.sqlite").stat().st_size:
            with closing(sqlite3.connect(tmp_path / "s.sqlite")) as opened:
                assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert ended(start(tmp_path)) == (b"", 0)
    assert content(tmp_path / "s.sqlite") == content(fresh(tmp_path))


def test_what_a_killed_indexer_had_done_is_kept(tmp_path: Path) -> None:
    """It is killed when a first part of the texts is kept; a reader is told, the next run ends."""
    write_folder(tmp_path / "in", 400)
    run = start(tmp_path, "-j", "2")
    while not (kept := texts(tmp_path / "s.sqlite")):
        assert run.poll() is None
        time.sleep(0.01)
    run.kill()
    run.communicate()
    before = texts(tmp_path / "s.sqlite")
    assert 0 < kept <= before < 400
    new = Settings(paths=(str(tmp_path / "in" / "2022-01"),), against=(str(tmp_path / "s.sqlite"),))
    with pytest.raises(UsageError, match="is not complete: run `checker index` again"):
        check_against(new)
    assert ended(start(tmp_path)) == (b"", 0)
    assert texts(tmp_path / "s.sqlite") == 400
    assert content(tmp_path / "s.sqlite") == content(fresh(tmp_path))


def texts(store: Path) -> int:
    """Count the texts of a store, of which there may be none yet."""
    if not store.exists() or not store.stat().st_size:
        return 0
    with closing(sqlite3.connect(store)) as opened:
        try:
            return int(opened.execute("SELECT count(*) FROM texts").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_two_indexers_at_once_lose_nothing(tmp_path: Path) -> None:
    write_folder(tmp_path / "in", 60)
    runs = [start(tmp_path), start(tmp_path, "-j", "2"), start(tmp_path)]
    assert [ended(run) for run in runs] == [(b"", 0)] * 3
    assert content(tmp_path / "s.sqlite") == content(fresh(tmp_path))


def test_another_writer_may_make_the_tables_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "s.sqlite")
    marks = store._marks

    def late(opened: sqlite3.Connection) -> list[int]:
        """Look at an empty file, and go on only when another writer has made its tables."""
        seen = marks(opened)
        monkeypatch.setattr(store, "_marks", marks)
        Store(path, is_writer=True).close()
        return seen

    monkeypatch.setattr(store, "_marks", late)
    with closing(Store(path, is_writer=True)) as opened:
        assert opened.setting("none") is None


def fresh(folder: Path) -> Path:
    """Index the articles of a folder from the beginning."""
    assert ended(start(folder, "-o", "fresh.sqlite")) == (b"", 0)
    return folder / "fresh.sqlite"
