"""What git says was added: hunks, names with unusual characters, whole files."""

import subprocess
from pathlib import Path

import pytest

from checker.changes import Changes, changes_since, read_diff
from checker.errors import UsageError


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@news.example")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a checkout with one article of three lines."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "a.md").write_text("one\ntwo\nthree\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    return tmp_path


def added(folder: Path, name: str, revision: str = "HEAD") -> list[int]:
    """List the first nine lines of a file that were added."""
    changes = changes_since(revision, str(folder))
    return [line for line in range(1, 10) if changes.has(str(folder / name), line, line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\nthree\n", []),
        ("one\ntwo\n", []),
        ("one\nnew\ntwo\nthree\n", [2]),
        ("new\ntwo\nnew\n", [1, 3]),
        ("one\ntwo\nthree\nnew\nnew", [4, 5]),
        ("one\n++ b/x.md\n-- a/x.md\n@@ -1 +9 @@\nthree\n", [2, 3, 4]),
    ],
)
def test_lines_that_were_added(desk: Path, text: str, expected: list[int]) -> None:
    (desk / "a.md").write_text(text, encoding="utf-8")
    assert added(desk, "a.md") == expected


@pytest.mark.parametrize("name", ["b c.md", "été.md", 'a"b\\c.md', "tab\t.md", "b/a.md"])
def test_unusual_names_staged_or_not_yet_known(desk: Path, name: str) -> None:
    path = desk / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("1\n2\n", encoding="utf-8")
    assert added(desk, name) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    git(desk, "add", ".")
    assert added(desk, name) == [1, 2]
    assert added(desk, "a.md") == []


def test_a_file_that_moved_has_only_its_new_lines(desk: Path) -> None:
    lines = [f"line {number}\n" for number in range(1, 8)]
    (desk / "a.md").write_text("".join(lines), encoding="utf-8")
    git(desk, "commit", "--quiet", "--all", "--message=second")
    git(desk, "mv", "a.md", "z.md")
    (desk / "z.md").write_text("".join([*lines, "new\n"]), encoding="utf-8")
    assert added(desk, "z.md") == [8]


def test_ignored_files_are_not_new(desk: Path) -> None:
    (desk / ".gitignore").write_text("draft.md\n", encoding="utf-8")
    (desk / "draft.md").write_text("1\n", encoding="utf-8")
    assert added(desk, "draft.md") == []


def test_settings_of_the_user_change_nothing(desk: Path) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("diff.mnemonicPrefix", "true"),
    ):
        git(desk, "config", key, value)
    (desk / "a.md").write_text("one\nnew\nthree\n", encoding="utf-8")
    assert added(desk, "a.md") == [2]


def test_a_binary_file_counts_as_a_whole() -> None:
    text = "diff --git a/r.pdf b/r.pdf\nBinary files a/r.pdf and b/r.pdf differ\n"
    assert read_diff(text) == {"r.pdf": ()}


def test_a_deleted_file_has_no_lines() -> None:
    text = "--- a/a.md\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-one\n-two\n"
    assert read_diff(text) == {}


@pytest.mark.parametrize("revision", ["--output=x", "nothing", "HEAD~5", ""])
def test_revisions_that_git_does_not_know(desk: Path, revision: str) -> None:
    with pytest.raises(UsageError):
        changes_since(revision, str(desk))
    assert not (desk / "x").exists()


def test_a_folder_that_is_not_under_version_control(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not under version control"):
        changes_since("HEAD", str(tmp_path))


def test_a_quote_over_several_lines() -> None:
    changes = Changes({"/a.md": (range(4, 6),), "/b.md": ()})
    spans = [(1, 3), (3, 4), (5, 9), (6, 7), (0, 0)]
    assert [changes.has("/a.md", *span) for span in spans] == [False, True, True, False, True]
    assert changes.has("/b.md", 1, 1)
    assert not changes.has("/c.md", 0, 0)
