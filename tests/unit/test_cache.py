"""A cache saves time and is never an error: absent, broken, full or shared by two writers."""

import json
import threading
from pathlib import Path

import pytest

from checker import cache


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))


def never() -> cache.JSON:
    raise AssertionError("built although it was kept")


def stored() -> list[Path]:
    where = cache.folder()
    assert where is not None
    return sorted(where.iterdir())


def test_a_value_is_built_once() -> None:
    value = {"a": [1, None, True, "é\u2028"]}
    assert cache.cached("words", "k", lambda: value) == value
    assert cache.cached("words", "k", never) == value


def test_the_first_call_gives_what_later_calls_give() -> None:
    assert cache.cached("words", "k", lambda: {"a": (1, 2)}) == {"a": [1, 2]}
    assert cache.cached("words", "k", never) == {"a": [1, 2]}


def test_none_is_a_value_too() -> None:
    assert cache.cached("words", "k", lambda: None) is None
    assert cache.cached("words", "k", never) is None


def test_kind_and_key_tell_values_apart() -> None:
    assert cache.cached("words", "k", lambda: 1) == 1
    assert cache.cached("words", "l", lambda: 2) == 2
    assert cache.cached("rules", "k", lambda: 3) == 3


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b'{"content"', b"[]", b"{}", b"null", b"\xff\xfe\x00", b"[" * 100_000, b"NaN!"],
)
def test_a_broken_file_is_built_again(broken: bytes) -> None:
    cache.cached("words", "k", lambda: 1)
    stored()[0].write_bytes(broken)
    assert cache.cached("words", "k", lambda: 2) == 2
    assert cache.cached("words", "k", never) == 2


def test_a_folder_that_cannot_be_made_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert cache.cached("words", "k", lambda: 1) == 1
    assert cache.cached("words", "k", lambda: 2) == 2
    assert cache.clean() == 0


def test_a_folder_where_the_file_should_be_costs_only_time() -> None:
    where = cache.folder()
    assert where is not None
    (where / "words-k.json").mkdir(parents=True)
    assert cache.cached("words", "k", lambda: 1) == 1
    assert [path.name for path in stored()] == ["words-k.json"]


def test_what_building_raises_is_passed_on_and_nothing_is_kept() -> None:
    with pytest.raises(AssertionError):
        cache.cached("words", "k", never)
    assert cache.cached("words", "k", lambda: 1) == 1


def test_writers_at_the_same_time_leave_one_whole_file() -> None:
    big = {"words": ["drone"] * 20_000}
    results: list[cache.JSON] = []
    writers = [
        threading.Thread(target=lambda: results.append(cache.cached("words", "k", lambda: big)))
        for _ in range(8)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert results == [big] * 8
    assert [path.name for path in stored()] == ["words-k.json"]
    assert json.loads(stored()[0].read_text(encoding="utf-8"))["content"] == big


def test_clean_deletes_compiled_files_and_nothing_else() -> None:
    cache.cached("words", "k", lambda: 1)
    cache.cached("rules", "k", lambda: 1)
    where = cache.folder()
    assert where is not None
    (where / "notes.txt").write_text("mine")
    (where / "words-k-0123.part").write_text("left by a crash")
    assert cache.clean() == 3
    assert [path.name for path in stored()] == ["notes.txt"]
    assert cache.clean() == 0


def test_the_key_depends_on_every_part_and_its_borders() -> None:
    keys = [("ab", "c"), ("a", "bc"), ("abc",), ("c", "ab"), ("ab", "c", ""), ()]
    assert len({cache.key_of(*parts) for parts in keys}) == len(keys)
    assert cache.key_of("é") == cache.key_of("é".encode())
    assert cache.key_of("\ud800") != cache.key_of("")


def test_the_stamp_of_a_file_changes_with_its_size(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text("a")
    before = cache.stamp(file)
    file.write_text("ab")
    assert cache.stamp(file) != before


def test_where_the_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache.folder() == tmp_path / "cache"
    monkeypatch.delenv("CHECKER_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.folder() == tmp_path / "xdg" / "checker"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache.folder() == tmp_path / "home" / ".cache" / "checker"
