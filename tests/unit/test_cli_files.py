"""Files that commands read and write: what goes wrong is one sentence, and never a traceback."""

import io
import sys
from pathlib import Path

import pytest

from checker.cli.files import read_file, write_file
from checker.errors import InputError


def test_a_file_and_the_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("é\n", encoding="utf-8")
    assert read_file(str(tmp_path / "a.txt")) == "é\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("said"))
    assert read_file("-") == "said"
    monkeypatch.setattr(sys, "stdin", None)
    assert read_file("-") == ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "cannot be read: No such file or directory"),
        ("folder", "cannot be read: Is a directory"),
        ("bytes.txt", "is not UTF-8 (byte 1)"),
        ("nul\0.txt", "cannot be read: embedded null byte"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "bytes.txt").write_bytes(b"a\xff")
    path = str(tmp_path / name)
    with pytest.raises(InputError) as raised:
        read_file(path)
    assert str(raised.value) == f"{path}: {message}"


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert write_file(str(path), "one\nlone \ud800\n") == 0
    assert path.read_bytes() == b"one\nlone \\ud800\n"
    assert write_file(str(path), "two\n", "a") == 0
    assert path.read_bytes().endswith(b"\ntwo\n")
    assert write_file(str(path), "three\n") == 0
    assert path.read_bytes() == b"three\n"


@pytest.mark.parametrize(
    ("name", "mode", "what", "message"),
    [
        ("none/a.txt", "w", "", "cannot be written: No such file or directory"),
        ("folder", "w", "", "cannot be written: Is a directory"),
        ("folder", "a", "the job summary", "the job summary cannot be written: Is a directory"),
        ("old.txt", "x", "", "is there already; choose another name, or remove it first"),
    ],
)
def test_what_cannot_be_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    mode: str,
    what: str,
    message: str,
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    assert write_file(str(tmp_path / name), "new", mode, what) == 2
    assert capsys.readouterr().err == f"checker: error: {tmp_path / name}: {message}\n"
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"
