"""Which files a list of paths stands for: files, and folders with all that lies below them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from checker.errors import Problem
from checker.model import Skipped
from checker.values import field, record

STDIN = "<stdin>"
PAGE_EXTENSIONS = (".html", ".htm")
TABLE_EXTENSIONS = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
ARTICLE_EXTENSIONS = (".txt", ".md", ".markdown", *PAGE_EXTENSIONS)
_KINDS = (
    f"Articles are {', '.join(ARTICLE_EXTENSIONS)} files; name a file of another kind to read it."
)


@record
class FilesFound:
    """
    The files to read, in the order of the paths and by name inside folders, each once.

    `files` are paths as the user would write them, with `<stdin>` for `-`. `met` counts what might
    be an article, also where it is read already or left out by an option.
    """

    files: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    met: int = 0
    _seen: dict[str, str] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)

    def skip(self, path: str, reason: str, stage: str = "inputs") -> None:
        """Note that `path` is not read; stage `articles` where an article may be missed."""
        self.skipped.append(Skipped(stage, shown(path), reason))

    def refuse(self, path: str, message: str, advice: str = "") -> None:
        """Note that `path` cannot be read."""
        self.problems.append(Problem(shown(path), 0, 0, message, advice))

    def add(self, path: str) -> None:
        """Take a file, unless the same file was taken before under this or another name."""
        real = self._real(path)
        before = self._seen.get(real)
        self.met += 1
        if before is None:
            self._seen[real] = path
            self.files.append(path)
        elif os.path.normpath(before) != os.path.normpath(path):
            self.skip(path, f"the same file as {shown(before)}", "articles")

    def _real(self, path: str) -> str:
        """Return where a file really is; its folder is looked up once for all files in it."""
        folder, name = os.path.split(path)
        if os.path.islink(path):
            return os.path.realpath(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)


def shown(path: str) -> str:
    """Return a path that can be printed: bytes that are no text become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def file_of(path: str) -> str:
    """Return the file of an article that is one line, row or page of it (`news.csv:12`)."""
    found = re.fullmatch(r"(.+?)(?::\d+|#page=\d+)", path)
    return found[1] if found and not Path(path).exists() else path


def find_files(paths: Sequence[str], exclude: Sequence[str] = ()) -> FilesFound:
    """List the files that `paths` stand for; `exclude` are patterns such as `drafts/*`."""
    found = FilesFound()
    for path in paths:
        if path == "-":
            if STDIN not in found.files:
                found.files.append(STDIN)
        elif not path:
            found.refuse(path, "an empty path names nothing", "Write . for this folder.")
        elif "\0" in path or not Path(path).exists():
            found.refuse(path.replace("\0", "\ufffd"), "there is no such file or folder")
        elif Path(path).is_dir():
            _read_folder(path, tuple(exclude), found)
        else:
            found.add(path)
    return found


def _read_folder(path: str, exclude: tuple[str, ...], found: FilesFound) -> None:
    """Take the articles below a folder; that there is none is told, for it may be the wrong one."""
    before = found.met, len(found.problems)
    _walk(Path(path), exclude, found)
    if (found.met, len(found.problems)) == before:
        found.refuse(path, "there is no article in this folder", _KINDS)


def _walk(top: Path, exclude: tuple[str, ...], found: FilesFound) -> None:
    """Take the articles below a folder; a folder reached twice is walked once."""
    walked: set[str] = set()
    # What is still to visit, the next one last, so that no depth of folders recurses.
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            found.add(str(path))
        elif (real := os.path.realpath(path)) not in walked:
            walked.add(real)
            waiting.extend(reversed(list(_wanted(path, (top, exclude), found))))


def _wanted(
    folder: Path, limits: tuple[Path, tuple[str, ...]], found: FilesFound
) -> Iterator[Path]:
    """Yield the articles and folders in one folder by name, noting what is left out."""
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        found.problems.append(unreadable(str(folder), error))
        return
    top, exclude = limits
    for path in paths:
        if _is_excluded(path.relative_to(top), exclude):
            found.skip(str(path), "excluded by the options")
            found.met += 1
            continue
        reason = _reason_to_skip(path)
        if reason:
            found.skip(str(path), reason)
        elif not path.exists():
            found.refuse(str(path), "a link that leads nowhere")
        else:
            yield path


def _reason_to_skip(path: Path) -> str:
    """Say why something found in a folder is not an article; empty when it may be one."""
    name, extension = path.name.lower(), path.suffix.lower()
    reason = ""
    if name.startswith("."):
        reason = "hidden"
    elif path.is_dir():
        return "pictures and scripts of a saved page" if _is_of_page(path) else ""
    elif name == "metadata.csv":
        reason = "a table of metadata; use it with --metadata"
    elif re.match(r"readme(?![^\W_])", name):
        reason = "a README is not an article; name it to read it"
    elif extension not in ARTICLE_EXTENSIONS:
        kind = f"{extension} files are" if extension else "a file without extension is"
        reason = f"{kind} not read from a folder; name it to read it"
    elif path.exists() and not path.is_file():
        reason = "not a regular file"
    return reason


def _is_of_page(folder: Path) -> bool:
    """Whether a browser made the folder beside a page that it saved."""
    stem, mark, rest = folder.name.rpartition("_")
    if not mark or rest.lower() not in ("files", "fichiers"):
        return False
    return any(folder.with_name(stem + extension).is_file() for extension in PAGE_EXTENSIONS)


def _is_excluded(path: Path, patterns: tuple[str, ...]) -> bool:
    """Whether a path below the folder, one of its parents or its name fits a pattern."""
    parts = path.parts
    options = [*parts, *("/".join(parts[: count + 1]) for count in range(len(parts)))]
    return any(
        fnmatchcase(option, pattern.strip("/")) for pattern in patterns for option in options
    )


def unreadable(path: str, error: OSError) -> Problem:
    """Say that a file cannot be read, and why."""
    reason = (error.strerror or str(error)).lower()
    return Problem(shown(path), 0, 0, f"cannot be read: {reason}")
