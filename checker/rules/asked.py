"""What is known of the patterns of rules before they are asked, kept between runs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from checker import engines
from checker.cache import JSON, cached, key_of, stamp
from checker.engines import remember_known, to_json
from checker.patterns import engine


def remember_patterns(sources: Iterable[str]) -> None:
    """
    Find out what is known of patterns, or read what an earlier run found out.

    A start that looks at each of hundreds of patterns again takes twice as long.
    """
    asked = tuple(dict.fromkeys(sources))
    if not asked:
        return
    stored = cached("known", key_of(_state(), *asked), lambda: _known(asked))
    for source, known in zip(asked, stored, strict=True):
        remember_known(source, known)


def _known(sources: Iterable[str]) -> JSON:
    return [to_json(source) for source in sources]


@cache
def _state() -> str:
    """Describe the code that looks at patterns and the engine that runs them."""
    folder = Path(engines.__file__).parent
    return stamp(*sorted(folder.glob("*.py")), folder.parent / "dialects.py") + engine()
