"""
Rule files compiled one at a time: a change of one of them compiles no other.

What is compiled is kept by the path and text of its file, and the texts of the rules it extends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from checker.cache import JSON, key_of
from checker.errors import Problem
from checker.rules.known import Known
from checker.rules.stored import to_json

_EXTENDS = re.compile(r"^extends: *([a-z0-9-]+) *$", re.MULTILINE)
# A key that may be this one, however it is written; a word of a rule is none.
_KEY = re.compile(r"extends[\"']?\s*:")

Parts = dict[str, dict[str, Any]]
"""Compiled rules, as `to_json` describes them, by a name for all that they hang on."""


def compile_parts(
    files: Mapping[str, str], layers: Mapping[str, int], known: Known, before: JSON
) -> tuple[Parts, tuple[Problem, ...]]:
    """
    Compile the files, path to text, of which `before` holds nothing; a wrong one has no part.

    `layers` are those of `load_rules`. The problems are the same as if all were compiled together.
    """
    # Imported here, as in `load_rules`: a warm start compiles nothing.
    from checker.rules.compiled import compile_rules

    chains = _chains(files)
    names = {path: _name((path, *chain), files) for path, chain in chains.items()}
    parts = _known(names, before)
    left = [path for path in files if names[path] not in parts]
    compiled = compile_rules(_needed(left, chains, files), known, layers)
    found = {rule.path: to_json(rule) for rule in compiled.rules}
    parts |= {names[path]: found[path] for path in left if path in found}
    return parts, compiled.problems


def needed_for(paths: Iterable[str], files: Mapping[str, str]) -> dict[str, str]:
    """Return those of the files, path to text, that the rules of some paths hang on."""
    return _needed(paths, _chains(files), files)


def _needed(
    paths: Iterable[str], chains: Mapping[str, Sequence[str]], files: Mapping[str, str]
) -> dict[str, str]:
    asked = {at for path in paths for at in chains[path]}
    return {path: text for path, text in files.items() if path in asked}


def _name(chain: Sequence[str], files: Mapping[str, str]) -> str:
    """Name all that a rule hangs on."""
    return key_of(*(part for path in chain for part in (path, files[path])))


def _known(names: Mapping[str, str], before: JSON) -> Parts:
    """Return what was compiled before of the files with these names."""
    if not isinstance(before, dict):
        return {}
    return {name: before[name] for name in names.values() if isinstance(before.get(name), dict)}


def _chains(files: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the paths that each rule hangs on: its own, and those of the rules it extends."""
    by_name: dict[str, list[str]] = {}
    for path in files:
        by_name.setdefault(PurePath(path).stem, []).append(path)
    return {path: list(_chain(path, files, by_name)) for path in files}


def _chain(
    path: str, files: Mapping[str, str], by_name: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield the paths that one rule hangs on; all where that is not plain to see."""
    seen: list[str] = []
    near: Sequence[str] = by_name[PurePath(path).stem]
    while len(near) == 1 and near[0] not in seen:
        seen.append(near[0])
        yield near[0]
        text = files[near[0]]
        parent, keys = _EXTENDS.search(text), len(_KEY.findall(text))
        if not keys:
            return
        near = by_name.get(parent[1], ()) if parent and keys == 1 else ()
    # Two files of one name, no such parent, a circle, or a parent that is named in some other way.
    yield from (other for other in files if other not in seen)
