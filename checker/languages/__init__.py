"""
Language packs: one YAML file a language, checked strictly, compiled once and cached.

`common.yaml` holds the symbols and signs all languages share. A pack is documented in
`docs/language-packs.md`; its `examples` and `counterexamples` are its tests.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from checker.cache import cached, key_of
from checker.errors import UsageError
from checker.languages.stored import language_from_json
from checker.model import Language
from checker.patterns import code_of, engine, remember
from checker.tokens import tokeniser_of

__all__ = ["available", "load_language", "read_pack"]

_FOLDER = Path(__file__).parent
_COMMON = "common.yaml"
_SOURCES = (
    "shape.py",
    "tables.py",
    "notices.py",
    "stored.py",
    "glue.py",
    "trigger.py",
    "dates.py",
    "date_shape.py",
    "powers.py",
)


@functools.cache
def available() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml") if path.name != _COMMON))


@functools.cache
def load_language(code: str) -> Language:
    """
    Return the compiled pack of a language; its region is ignored ("fr-CA" is "fr").

    Raises: UsageError for a language without a pack, DataFileError for a pack with faults.
    """
    known = available()
    name = code if code in known else code.split("-", maxsplit=1)[0].lower()
    if name not in known:
        raise UsageError(f"there is no language pack for `{code}`; there are: {', '.join(known)}")
    path = _FOLDER / f"{name}.yaml"
    parts = [path.read_bytes(), (_FOLDER / _COMMON).read_bytes()]
    parts += [(_FOLDER / source).read_bytes() for source in _SOURCES]
    stored = cached(f"language-{name}", key_of(*parts), lambda: _compiled(path))
    language = language_from_json(stored)
    # The two patterns that every text needs.
    for text, flags in ((language.numbers.trigger, 0), tokeniser_of(language).source(False)):
        _remember(text, flags)
    return language


def _remember(text: str, flags: int) -> None:
    key = key_of(text, str(flags), engine())
    remember(text, flags, cached("pattern", key, lambda: code_of(text, flags)))


def _compiled(path: Path) -> dict[str, Any]:
    # A warm start compiles nothing.
    from checker.languages.tables import compile_pack

    return compile_pack(read_pack(path), _common())


def _common() -> dict[str, Any]:
    from checker.languages.shape import COMMON
    from checker.schema import read_data

    path = _FOLDER / _COMMON
    common: dict[str, Any] = read_data(path.read_text(encoding="utf-8"), path.name, COMMON)
    return common


def read_pack(path: Path) -> dict[str, Any]:
    """
    Read and check one pack.

    Raises: DataFileError with every fault of the file.
    """
    from checker.languages.checks import read_checked

    return read_checked(path.read_text(encoding="utf-8"), path.name)
