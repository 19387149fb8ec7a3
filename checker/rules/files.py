"""
The texts of rule files: the shipped ones, then those of each folder, file or pack that is named.

Each of these sources is a layer: a rule of a later one may change an earlier rule by extending it
under its own id. Nothing outside of a named folder is read, and no code of a pack is run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.cache import states
from checker.errors import Problem
from checker.values import field, frozen, record
from checker.vocabulary import shipped_folder

PACK = "pack:"
"""What stands before the name of an installed pack of rules, where a path could stand."""

_GROUP = "checker.rules"
# Folders of a rule folder that hold no rules.
_NO_RULES = ("vocabulary",)
_CASES = ".md"


@frozen
class RuleFiles:
    """
    Rule files by the path to show, and the problems of those that could not be read.

    `layers` gives the number of the source of each path, from 0 on; `cases` are the Markdown files
    beside the rules.
    """

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    layers: Mapping[str, int] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)

    def over(self, below: RuleFiles) -> RuleFiles:
        """Return these files laid over those of lower layers."""
        return RuleFiles(
            {**below.texts, **self.texts},
            (*below.problems, *self.problems),
            {**below.layers, **self.layers},
            {**below.cases, **self.cases},
        )


@record
class _Reading:
    """What was read so far."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    layers: dict[str, int] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)


def rule_files(paths: Iterable[str | Path] = (), *, shipped: bool = True) -> RuleFiles:
    """Read the shipped rules and those of `paths`: files, folders, or packs (`pack:NAME`)."""
    reading = _Reading()
    if shipped:
        _read_folder(shipped_folder(), "rules", 0, reading)
    for layer, path in enumerate(paths, 1):
        name = str(path)
        place = _pack_folder(name, reading) if name.startswith(PACK) else Path(path)
        if place is None:
            continue
        if not place.is_dir():
            _read(place, name, layer, reading)
        elif not _read_folder(place, name, layer, reading):
            reading.problems.append(Problem(name, 0, 0, "this folder holds no rule (`*.yaml`)"))
    return RuleFiles(reading.texts, tuple(reading.problems), reading.layers, reading.cases)


def shipped_state() -> str:
    """Describe every shipped file by path, size and time of change, without reading it."""
    return " ".join(sorted(states(str(shipped_folder()))))


def without_examples(text: str) -> str:
    """Cut the examples out of the text of a rule, up to the next key that is not indented."""
    head, key, tail = text.partition("\nexamples:\n")
    following = re.search(r"^[^\s#-]", tail, re.MULTILINE)
    left = tail[following.start() :] if following else ""
    return f"{head}\n{left}" if key else text


def _pack_folder(name: str, reading: _Reading) -> Path | None:
    """
    Find the folder of an installed pack without running any of its code.

    A pack is a Python package that names the package of its rule files in the entry-point group
    `checker.rules`.
    """
    from importlib.metadata import entry_points

    wanted = name.removeprefix(PACK)
    known = {found.name: found for found in entry_points(group=_GROUP)}
    if wanted not in known:
        told = f"installed packs: {', '.join(sorted(known))}" if known else "none is installed"
        message = f"there is no pack of rules called `{wanted}` ({told})"
        reading.problems.append(Problem(name, 0, 0, message))
        return None
    folder = _folder_of(known[wanted].value)
    if folder is None:
        message = f"the pack has no folder `{known[wanted].value}`"
        reading.problems.append(Problem(name, 0, 0, message))
    return folder


def _folder_of(module: str) -> Path | None:
    """Return the folder of a package; only that of its outermost one is asked for."""
    from importlib.util import find_spec

    outer, *inner = module.split(".")
    spec = find_spec(outer) if all(part.isidentifier() for part in (outer, *inner)) else None
    places = list(spec.submodule_search_locations or ()) if spec else []
    folders = [Path(place, *inner) for place in places]
    return next((folder for folder in folders if folder.is_dir()), None)


def _read_folder(root: Path, shown: str, layer: int, reading: _Reading) -> int:
    """Read every rule file and case below a folder; return the number of rule files."""
    files = _files_below(root)
    inside = os.path.realpath(root)
    for file in files:
        name = Path(shown, file.relative_to(root)).as_posix()
        # Links to folders are not followed, so that only a file may lead out.
        if file.is_symlink() and os.path.commonpath([inside, os.path.realpath(file)]) != inside:
            message = "this is a link that leads out of the folder of rules"
            reading.problems.append(Problem(name, 0, 0, message, "Copy the file."))
        else:
            _read(file, name, layer, reading)
    return sum(file.suffix != _CASES for file in files)


def _files_below(root: Path) -> list[Path]:
    """Return the files under `root` in a stable order, leaving out hidden folders."""
    found: list[Path] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _NO_RULES and name[0] != "."]
        found += [Path(folder, name) for name in names if name.endswith((".yaml", ".yml", _CASES))]
    return sorted(path for path in found if path.name[0] != ".")


def _read(file: Path, shown: str, layer: int, reading: _Reading) -> None:
    """Read one file as what its name says: a rule, or cases."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        reading.problems.append(Problem(shown, 0, 0, f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start})"
        reading.problems.append(Problem(shown, 0, 0, message, "Save as UTF-8."))
    else:
        if file.suffix == _CASES:
            reading.cases[shown] = text
        else:
            reading.texts[shown] = text
            reading.layers[shown] = layer
