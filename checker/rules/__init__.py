"""
Rules: the YAML files under `rules/` and the user's own, compiled to `Rule` values.

`load_rules` is pure: texts in, rules and problems out. `read_rules` reads files and folders and
keeps what it compiled in the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from checker.cache import JSON, cached, keep, kept, key_of, stamp
from checker.errors import DataFileError
from checker.model import Rule
from checker.rules.asked import remember_patterns
from checker.rules.files import RuleFiles, rule_files, shipped_state, without_examples
from checker.rules.known import Known, RuleSet
from checker.rules.parts import compile_parts, needed_for
from checker.rules.stored import from_json
from checker.values import replace
from checker.vocabulary import (
    known_countries,
    known_events,
    shipped_folder,
    vocabulary_key,
)

__all__ = [
    "Known",
    "RuleFiles",
    "RuleSet",
    "known_names",
    "load_rules",
    "own_rules",
    "read_rules",
    "remember_patterns",
    "rule_files",
    "shipped_rules",
]


_PARTS = "rule-parts"

# Rules read in this process, by all that they hang on: a program asks for them with every text.
_read: dict[str, tuple[Rule, ...]] = {}
_MOST_READ = 4


def load_rules(
    files: Mapping[str, str], known: Known | None = None, layers: Mapping[str, int] | None = None
) -> RuleSet:
    """
    Compile rule files, path to text, each on its own: a wrong one does not hide the others.

    A rule that extends its own id changes the one of the layer below (by path, 0 where not given).
    All problems of all files come back at once, in order of path and place.
    """
    # A warm start compiles nothing and has no use for shapes and checks.
    from checker.rules.compiled import compile_rules

    return compile_rules(files, known or Known(), layers or {})


def read_rules(
    paths: Iterable[str | Path] = (),
    *,
    shipped: bool = True,
    version: str = "",
    examples: bool = False,
) -> RuleSet:
    """
    Return the shipped rules and those of `paths`: files, folders, or packs (`pack:NAME`).

    A rule that extends its own id takes the place of the one in an earlier path.

    Their examples come with them only when asked for: they are not kept in the cache. `version` is
    that of the tool, for `min-version`. Problems come back, nothing is raised.
    """
    if examples:
        files = rule_files(paths, shipped=shipped)
        rules = load_rules(files.texts, known_names(version), files.layers)
        return RuleSet(rules.rules, tuple(sorted({*rules.problems, *files.problems})))
    # Of the shipped files only the state is asked for: reading them takes longer than the rest.
    own = rule_files(paths, shipped=False)
    state = shipped_state() if shipped else ""
    key = key_of(_stamp_of_sources(), version, state, *_contents(own))

    if key in _read:
        return RuleSet(_read[key], own.problems, key)

    def build() -> JSON:
        return _stored(own.over(rule_files()) if shipped else own, version)

    try:
        stored = cached("rules", key, build)
    except _NotStoredError as found:
        return replace(found.rules, key=key)
    if len(_read) >= _MOST_READ:
        _read.clear()
    _read[key] = tuple(from_json(rule) for rule in stored)
    return RuleSet(_read[key], own.problems, key)


def own_rules(paths: Iterable[str | Path], *, shipped: bool = True, version: str = "") -> RuleSet:
    """
    Return the rules of `paths` alone, with their examples; the others as `read_rules` has them.

    Of the shipped ones only those that they change are compiled.
    """
    files = rule_files(paths, shipped=shipped)
    own = {path for path, layer in files.layers.items() if layer}
    found = load_rules(needed_for(own, files.texts), known_names(version), files.layers)
    rules = tuple(rule for rule in found.rules if rule.path in own)
    return RuleSet(rules, tuple(sorted({*found.problems, *files.problems})))


def _stamp_of_sources() -> str:
    """Describe the code and the vocabulary that rules are compiled with."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return stamp(*sources) + vocabulary_key(str(shipped_folder()))


def _contents(files: RuleFiles) -> Iterator[str]:
    """Yield all that the rules of some files hang on."""
    for path, text in sorted(files.texts.items()):
        yield from (path, str(files.layers[path]), text)


def shipped_rules(*, examples: bool = False) -> RuleSet:
    """Return the rules that come with the tool; with their examples when asked."""
    return read_rules(examples=examples)


class _NotStoredError(Exception):
    """Rules with problems are not kept, so that every run reports them."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        super().__init__()


def _stored(files: RuleFiles, version: str) -> JSON:
    """Compile rules for the cache; most of a shipped file are its examples, which are not kept."""
    texts = {
        path: text if files.layers[path] else without_examples(text)
        for path, text in files.texts.items()
    }
    place = key_of(_stamp_of_sources(), version)
    before = kept(_PARTS, place)
    parts, problems = compile_parts(texts, files.layers, known_names(version), before)
    if not isinstance(before, dict) or parts.keys() != before.keys():
        keep(_PARTS, place, parts)
    rules = sorted(parts.values(), key=lambda part: str(part["id"]))
    if problems or files.problems:
        found = tuple(sorted({*problems, *files.problems}))
        raise _NotStoredError(RuleSet(tuple(map(from_json, rules)), found))
    return rules


def known_names(version: str) -> Known:
    """Return what rules may name; a vocabulary that cannot be read is reported where it is used."""
    return Known(_names(known_events), _names(known_countries), version)


def _names(read: Callable[[], frozenset[str]]) -> frozenset[str] | None:
    try:
        return read()
    except DataFileError:
        return None
