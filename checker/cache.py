"""
Compiled data kept as JSON between runs, found again by a hash of what it was compiled from.

The folder is `$CHECKER_CACHE_DIR`, else `$XDG_CACHE_HOME/checker`, else `~/.cache/checker`. A cache
that is absent, broken or not writable costs time, never correctness, and is never an error.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from checker.digest import digest

JSON = Any
"""What `json` writes and reads back: dicts with text keys, lists, text, numbers, truth values."""


def folder() -> Path | None:
    """Return where compiled data is kept, or None when no home folder is known."""
    chosen = os.environ.get("CHECKER_CACHE_DIR")
    if chosen:
        return Path(chosen)
    shared = Path(os.environ.get("XDG_CACHE_HOME", ""))
    # The XDG standard says that a relative path must be ignored.
    if shared.is_absolute():
        return shared / "checker"
    try:
        return Path.home() / ".cache" / "checker"
    except RuntimeError:
        return None


def key_of(*parts: str | bytes) -> str:
    """Return a key for contents: equal parts in equal order give equal keys."""
    return digest(*parts, size=16)


def stamp(*files: Path) -> str:
    """Describe files by name, size and time of change: a part of a key that costs no reading."""
    states = [(path.name, path.stat()) for path in files]
    return " ".join(f"{name}:{state.st_size}:{state.st_mtime_ns}" for name, state in states)


def states(folder: str) -> Iterator[str]:
    """
    Describe every file below a folder by path, size and time of change, as `stamp` does.

    Hidden files and compiled modules are left out. Raises: OSError where it cannot be looked at.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name[0] == "." or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from states(entry.path)
            else:
                state = entry.stat()
                yield f"{entry.path}:{state.st_size}:{state.st_mtime_ns}"


def kept(kind: str, key: str) -> JSON:
    """Return the value kept under `kind` and `key`; None where there is none that can be read."""
    content = _content(kind, key)
    return content[0] if content else None


def keep(kind: str, key: str, value: JSON) -> str:
    """Keep a value under `kind` and `key`, in place of what was there; return it as text."""
    where = folder()
    text = json.dumps({"content": value}, ensure_ascii=False, separators=(",", ":"))
    if where is not None:
        _write(_path(where, kind, key), text)
    return text


def cached(kind: str, key: str, build: Callable[[], JSON]) -> JSON:
    """
    Return the value kept under `kind` and `key`, else build, keep and return it.

    `key` must change whenever the result of `build` would (`key_of` the tool's version and all
    contents). What `build` raises is passed on and nothing is kept. The first and every later call
    give the same value: tuples come back as lists both times.
    """
    content = _content(kind, key)
    return content[0] if content else json.loads(keep(kind, key, build()))["content"]


def _content(kind: str, key: str) -> list[JSON]:
    """Return what is kept as a list of one, empty where there is nothing that can be read."""
    where = folder()
    if where is not None:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            return [json.loads(_path(where, kind, key).read_text(encoding="utf-8"))["content"]]
    return []


def _path(where: Path, kind: str, key: str) -> Path:
    return where / f"{kind}-{key}.json"


def clean() -> int:
    """Delete every compiled file and return how many there were; other files are left alone."""
    count = 0
    for path in _files(folder()):
        with contextlib.suppress(OSError):
            path.unlink()
            count += 1
    return count


def _files(where: Path | None) -> list[Path]:
    if where is None:
        return []
    try:
        return [path for path in sorted(where.iterdir()) if path.suffix in (".json", ".part")]
    except OSError:
        return []


def _write(path: Path, text: str) -> None:
    """
    Write beside and move into place, so that a reader never sees half a file.

    The name beside is random: two writers never share it.
    """
    beside = path.with_name(f"{path.stem}-{os.urandom(8).hex()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            beside.unlink()
