"""
Shared names: countries, organisations, dated events and nouns, from `rules/vocabulary/`.

Terms are written as in rule files and paired with the code or id they stand for. A term paired with
the empty text is a shield: a longer name that only looks like one ("Indian Ocean"). Of terms that
overlap in a text the longest counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from checker.cache import JSON, cached, key_of, stamp
from checker.values import field, frozen
from checker.vocabulary.names import NameTerm, shipped_folder

__all__ = [
    "Event",
    "NameTerm",
    "Vocabulary",
    "known_countries",
    "known_events",
    "load_vocabulary",
    "shipped_folder",
]


@frozen
class Event:
    """
    A dated event. `end` is None while none is recorded; `titles` are by language.

    `source` says who gives the start, and `link` may be empty.
    """

    id: str
    start: date
    end: date | None
    titles: Mapping[str, str]
    source: str
    link: str = ""


@frozen
class Vocabulary:
    """
    The names of one language; no names for a language the files do not have.

    `events` are all events by id, `country_names` the name to show for a code.
    """

    language: str
    names: tuple[NameTerm, ...] = ()
    events: Mapping[str, Event] = field(default_factory=dict)
    country_names: Mapping[str, str] = field(default_factory=dict)


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """
    Return the shipped names of one language (`fr` also serves `fr-CA`).

    Raises: DataFileError when a vocabulary file is wrong.
    """
    code = language.partition("-")[0]
    stored = _stored(f"names-{code}" if code.isalpha() else "names-", lambda: _build_names(code))
    return Vocabulary(
        language,
        tuple(map(NameTerm._make, stored["names"])),
        {name: _event_from_json(name, event) for name, event in stored["events"].items()},
        stored["country_names"],
    )


def known_countries() -> frozenset[str]:
    """Return the codes of all countries. Raises: DataFileError."""
    return frozenset(_stored("codes", _build_codes)["countries"])


def known_events() -> frozenset[str]:
    """Return the ids of all events. Raises: DataFileError."""
    return frozenset(_stored("codes", _build_codes)["events"])


def _stored(kind: str, build: Callable[[], JSON]) -> JSON:
    return cached(kind, vocabulary_key(str(shipped_folder())), build)


@cache
def vocabulary_key(folder: str) -> str:
    """Name the vocabulary below a folder and what reads it; a run asks for it several times."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return key_of(stamp(*sources, *sorted(Path(folder, "vocabulary").rglob("*.yaml"))))


def _build_names(language: str) -> JSON:
    # A warm start reads no files and has no use for their shapes.
    from checker.vocabulary.files import language_names

    return language_names(language)


def _build_codes() -> JSON:
    from checker.vocabulary.files import code_names

    return code_names()


def _event_from_json(name: str, stored: Mapping[str, Any]) -> Event:
    end = stored.get("end")
    return Event(
        name,
        date.fromisoformat(stored["start"]),
        date.fromisoformat(end) if end else None,
        stored["title"],
        stored["source"],
        stored.get("link", ""),
    )
