"""
Rules: the YAML files under `rules/` and the user's own, compiled to `Rule` values.

`load_rules` is pure: texts in, rules and problems out. `read_rules` reads files and folders and
keeps what it compiled in the cache.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from checker.cache import JSON, cached, key_of, stamp
from checker.errors import DataFileError, Problem
from checker.rules.known import Known, RuleSet
from checker.rules.stored import from_json, to_json
from checker.values import frozen
from checker.vocabulary import known_countries, known_events, shipped_folder

__all__ = [
    "Known",
    "RuleFiles",
    "RuleSet",
    "known_names",
    "load_rules",
    "read_rules",
    "rule_files",
    "shipped_rules",
]

# Folders of a rule folder that hold no rules.
_NO_RULES = ("vocabulary",)


@frozen
class RuleFiles:
    """Rule files by the path to show, and the problems of those that could not be read."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def load_rules(files: Mapping[str, str], known: Known | None = None) -> RuleSet:
    """
    Compile rule files, path to text, each on its own: a wrong one does not hide the others.

    All problems of all files come back at once, in order of path and place.
    """
    # A warm start compiles nothing and has no use for shapes and checks.
    from checker.rules.compiled import compile_rules

    return compile_rules(files, known or Known())


def read_rules(
    paths: Iterable[str | Path] = (),
    *,
    shipped: bool = True,
    version: str = "",
    examples: bool = False,
) -> RuleSet:
    """
    Return the shipped rules and those of `paths`, files or folders.

    Their examples come with them only when asked for: they are not kept in the cache. `version` is
    that of the tool, for `min-version`. Problems come back, nothing is raised.
    """
    files = rule_files(paths, shipped=shipped)
    if examples:
        rules = load_rules(files.texts, known_names(version))
        return RuleSet(rules.rules, tuple(sorted({*rules.problems, *files.problems})))
    sources = sorted(Path(__file__).parent.glob("*.py"))
    vocabulary = sorted((shipped_folder() / "vocabulary").glob("*.yaml"))
    texts = [part for pair in sorted(files.texts.items()) for part in pair]
    key = key_of(stamp(*sources, *vocabulary), version, *texts)
    try:
        stored = cached("rules", key, lambda: _stored(files.texts, version))
        return RuleSet(tuple(from_json(rule) for rule in stored), files.problems)
    except _NotStoredError as found:
        problems = sorted({*found.rules.problems, *files.problems})
        return RuleSet(found.rules.rules, tuple(problems))


def shipped_rules(*, examples: bool = False) -> RuleSet:
    """Return the rules that come with the tool; with their examples when asked."""
    return read_rules(examples=examples)


def rule_files(paths: Iterable[str | Path] = (), *, shipped: bool = True) -> RuleFiles:
    """Read the texts of the shipped rules and of `paths`, files or folders."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    root = shipped_folder()
    if shipped:
        for file in _yaml_files(root):
            _read(file, f"rules/{file.relative_to(root).as_posix()}", texts, problems)
    for path in paths:
        place = Path(path)
        files = _yaml_files(place) if place.is_dir() else [place]
        if not files:
            problems.append(Problem(str(path), 0, 0, "this folder holds no rule (`*.yaml`)"))
        for file in files:
            _read(file, str(file), texts, problems)
    return RuleFiles(texts, tuple(problems))


def _yaml_files(root: Path) -> list[Path]:
    """Return the rule files under `root` in a stable order, leaving out hidden folders."""
    found: list[Path] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _NO_RULES and name[0] != "."]
        found += [Path(folder, name) for name in names if name.endswith((".yaml", ".yml"))]
    return sorted(path for path in found if path.name[0] != ".")


def _read(file: Path, shown: str, texts: dict[str, str], problems: list[Problem]) -> None:
    try:
        texts[shown] = file.read_text(encoding="utf-8")
    except OSError as error:
        problems.append(Problem(shown, 0, 0, f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        problems.append(
            Problem(shown, 0, 0, f"is not UTF-8 (byte {error.start})", "Save as UTF-8.")
        )


class _NotStoredError(Exception):
    """Rules with problems are not kept, so that every run reports them."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        super().__init__()


def _stored(texts: Mapping[str, str], version: str) -> JSON:
    rules = load_rules(texts, known_names(version))
    if rules.problems:
        raise _NotStoredError(rules)
    return [to_json(rule) for rule in rules.rules]


def known_names(version: str) -> Known:
    """Return what rules may name; a vocabulary that cannot be read is reported where it is used."""
    return Known(_names(known_events), _names(known_countries), version)


def _names(read: Callable[[], frozenset[str]]) -> frozenset[str] | None:
    try:
        return read()
    except DataFileError:
        return None
