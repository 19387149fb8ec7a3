"""
What a project decides once: `checker.toml`, or `[tool.checker]` in `pyproject.toml`.

The nearest file counts, from the folder where the command runs upwards. Paths in it are relative to
the file. An unknown key is an error, with its place and the nearest known one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.errors import DataFileError, Problem
from checker.values import field, field_names, frozen

if TYPE_CHECKING:
    from checker.schema import SourceFile

_FILE = "checker.toml"
_SHARED = "pyproject.toml"
_LEVELS = ("info", "warning", "error")
_SITUATIONS = ("same-article", "other-article", "other-speaker")
_PATHS = ("rules", "include", "archive", "rates")
_HEDGES = ("approx", "nearly", "rounding", "fraction_literal", "fraction_expected", "vague")


@frozen
class Config:
    """
    The decisions of a project; `path` is the file they stand in, empty when there is none.

    `rules` are files, folders and packs beside the shipped rules, which `shipped` leaves in or out.
    `include` is what to read where no path is given, `archive` what articles are compared with
    beside each other (files, folders, an index), `exclude` patterns of paths that are not read.
    `select` and `ignore` are rule ids, `per_file` pairs a pattern of paths with rules that are
    ignored there, `severity` a rule with the severity of each situation. `languages` are those
    that are read, by default all. `hedges` override the widths of `checker.readings`. `sources`
    pair the name of an outlet with its other names. `decisions` and `baseline` are the paths of
    what was accepted.
    """

    path: str = ""
    rules: tuple[str, ...] = ()
    shipped: bool = True
    include: tuple[str, ...] = ()
    archive: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    fail_on: str | None = None
    languages: tuple[str, ...] = ()
    hedges: tuple[tuple[str, Decimal], ...] = ()
    rates: str | None = None
    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    decisions: str | None = None
    baseline: str | None = None

    def shown(self) -> tuple[tuple[str, str], ...]:
        """Return each key with its value as text; an empty text where nothing is decided."""
        return tuple((key, _shown(getattr(self, key.replace("-", "_")))) for key in KEYS)


def _shown(value: object) -> str:
    """Write a value as a configuration file does, on one line."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, tuple):
        return str(value)
    pairs = (f"{each[0]}: {_shown(each[1])}" if isinstance(each, tuple) else each for each in value)
    return ", ".join(map(str, pairs))


KEYS = tuple(name.replace("_", "-") for name in field_names(Config) if name != "path")
"""The keys of a configuration file."""


def find_config(folder: str = ".") -> str:
    """Return the path of the nearest configuration file, from a folder upwards, or nothing."""
    place = os.path.abspath(folder)
    while True:
        for name in (_FILE, _SHARED):
            path = os.path.join(place, name)
            if os.path.isfile(path) and (name == _FILE or _has_table(path)):
                return os.path.relpath(path)
        parent = os.path.dirname(place)
        if parent == place:
            return ""
        place = parent


def _has_table(path: str) -> bool:
    """Whether a shared file speaks of this tool; most do not, and need not be parsed."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return False
    found = "[tool.checker" in text and re.search(r"^[ \t]*\[tool\.checker\b", text, re.MULTILINE)
    return bool(found)


def load_config(path: str = "") -> Config:
    """
    Read a configuration file, by default the nearest one; without any, everything is as usual.

    Raises: DataFileError with every fault of the file.
    """
    path = path or find_config()
    if not path:
        return Config()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        raise DataFileError([Problem(path, 0, 0, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        raise DataFileError([Problem(path, 0, 0, f"is not UTF-8 (byte {error.start})")]) from None
    return read_config(text, path)


def read_config(text: str, path: str) -> Config:
    """Read the text of a configuration file. Raises: DataFileError with every fault of it."""
    import tomllib

    from checker.schema import SourceFile

    file = SourceFile(path, tuple(text.splitlines()))
    try:
        whole: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError([_syntax_fault(file, str(error))]) from None
    if os.path.basename(path) == _SHARED:
        whole = whole.get("tool", {}).get("checker", {})
    reader = _Reader(file, os.path.dirname(path))
    config = reader.config(whole)
    if reader.problems:
        raise DataFileError(reader.problems)
    return config


def _syntax_fault(file: SourceFile, reason: str) -> Problem:
    """Point at the place that the parser names in its message."""
    place = re.search(r" \(at line (\d+), column (\d+)\)", reason)
    where = (int(place[1]), int(place[2])) if place else (0, 0)
    return file.problem(where, f"this is not TOML: {re.sub(r' *[(]at .*', '', reason)}")


def _advice(unknown: str, known: Iterable[str], title: str) -> str:
    """Name the nearest known word, or all of them. Only who made a mistake waits for the import."""
    from checker.schema import suggestion

    return suggestion(unknown, known, title)


@frozen
class _Reader:
    """Turns the tables of a file into a `Config` and collects what is wrong with them."""

    file: SourceFile
    folder: str
    problems: list[Problem] = field(default_factory=list)

    def config(self, table: Mapping[str, Any]) -> Config:
        """Read all keys; one that is wrong does not hide the others."""
        known: dict[str, Any] = {}
        for key, value in table.items():
            if key not in KEYS:
                self._fault(key, f"unknown key `{key}`", _advice(key, KEYS, "Keys"))
                continue
            read = getattr(self, f"_read_{key.replace('-', '_')}", self._names)
            known[key.replace("-", "_")] = read(key, value)
        return Config(path=self.file.path, **{k: v for k, v in known.items() if v is not None})

    def _fault(self, key: str, message: str, advice: str = "") -> None:
        """Note a fault at the line that holds a key."""
        bare = re.compile(rf"""^[ \t]*(?:\[+[^\]]*?)?(["']?){re.escape(key)}\1[ \t]*(?:=|\]|\.)""")
        for number, line in enumerate(self.file.lines, 1):
            if bare.match(line):
                column = line.index(key) + 1
                problem = self.file.problem((number, column), message, advice, len(key))
                self.problems.append(problem)
                return
        self.problems.append(Problem(self.file.path, 0, 0, message, advice))

    def _names(self, key: str, value: object) -> tuple[str, ...] | None:
        """Read a list of texts; paths become relative to where the command runs."""
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._fault(key, f"`{key}` is a list of texts", f'Write `{key} = ["…"]`.')
            return None
        return tuple(self._path(each) if key in _PATHS else each for each in value)

    def _path(self, path: str) -> str:
        """Return a path of the file as seen from the folder of the command."""
        if path.startswith("pack:") or os.path.isabs(path):
            return path
        return os.path.normpath(os.path.join(self.folder, path))

    def _read_shipped(self, key: str, value: object) -> bool | None:
        if isinstance(value, bool):
            return value
        self._fault(key, "`shipped` is true or false")
        return None

    def _read_fail_on(self, key: str, value: object) -> str | None:
        levels = ("never", *_LEVELS)
        if isinstance(value, str) and value in levels:
            return value
        self._fault(key, f"`{value}` is no severity", _advice(str(value), levels, "Allowed"))
        return None

    def _read_rates(self, key: str, value: object) -> str | None:
        return self._file(key, value, "a table of exchange rates")

    def _read_decisions(self, key: str, value: object) -> str | None:
        return self._file(key, value, "a file of decisions")

    def _read_baseline(self, key: str, value: object) -> str | None:
        return self._file(key, value, "a baseline")

    def _file(self, key: str, value: object, what: str) -> str | None:
        if isinstance(value, str):
            return self._path(value)
        self._fault(key, f"`{key}` is the path of {what}")
        return None

    def _read_languages(self, key: str, value: object) -> tuple[str, ...] | None:
        from checker.languages import available

        names = self._names(key, value)
        for name in names or ():
            if name not in available():
                advice = _advice(name, available(), "Languages")
                self._fault(key, f"`{name}` is not a language that can be read", advice)
        return names

    def _read_per_file(
        self, key: str, value: object
    ) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
        return self._lists(key, value, '"drafts/*" = ["rule-id"]')

    def _read_sources(
        self, key: str, value: object
    ) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
        return self._lists(key, value, '"The Herald" = ["herald.example"]')

    def _lists(
        self, key: str, value: object, example: str
    ) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
        """Read a table of lists of texts."""
        if not isinstance(value, dict):
            self._fault(key, f"`{key}` is a table of lists", f"Write `{example}` under it.")
            return None
        lists = ((name, self._names(name, each)) for name, each in value.items())
        return tuple((name, each) for name, each in lists if each is not None)

    def _read_severity(
        self, key: str, value: object
    ) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...] | None:
        if not isinstance(value, dict):
            self._fault(key, "`severity` is a table of rules", 'Write `rule-id = "error"`.')
            return None
        return tuple((rule, tuple(self._levels(rule, said))) for rule, said in value.items())

    def _levels(self, rule: str, said: object) -> Iterator[tuple[str, str]]:
        """Read one severity for all situations, or one for each."""
        table = said if isinstance(said, dict) else dict.fromkeys(_SITUATIONS, said)
        for situation, level in table.items():
            if situation not in _SITUATIONS:
                advice = _advice(situation, _SITUATIONS, "Situations")
                self._fault(situation, f"unknown situation `{situation}`", advice)
            elif level not in _LEVELS:
                advice = _advice(str(level), _LEVELS, "Allowed")
                self._fault(rule, f"`{level}` is no severity", advice)
                return
            else:
                yield situation, level

    def _read_hedges(self, key: str, value: object) -> tuple[tuple[str, Decimal], ...] | None:
        if not isinstance(value, dict):
            self._fault(key, "`hedges` is a table of widths", "Write `approx = 0.1` under it.")
            return None
        for name, width in value.items():
            if name not in _HEDGES:
                self._fault(name, f"unknown hedge `{name}`", _advice(name, _HEDGES, "Hedges"))
            elif not isinstance(width, (int, Decimal)) or isinstance(width, bool) or width < 0:
                self._fault(name, f"`{name}` is a number, zero or more")
        return tuple(
            (name, Decimal(width))
            for name, width in value.items()
            if isinstance(width, (int, Decimal))
        )
