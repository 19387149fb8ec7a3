"""What is known of the patterns of rules before they are asked, kept between runs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from checker import engines
from checker.cache import keep, kept, key_of, stamp
from checker.engines import is_known, remember_known, to_json
from checker.patterns import engine

_KIND = "known"
# Patterns of one language that are kept; a project has a few hundred.
_MOST_KEPT = 5_000


def remember_patterns(language: str, sources: Iterable[str]) -> None:
    """
    Find out what is known of the patterns of a language, or read what earlier runs found out.

    A start that looks at each of hundreds of patterns again takes twice as long. What is new is
    added to what is kept, so that whoever changes a rule waits for the patterns of that one.
    """
    asked = dict.fromkeys(sources)
    if not asked:
        return
    place = key_of(_state(), language)
    before = kept(_KIND, place)
    known = before if isinstance(before, dict) else {}
    new = [source for source in asked if not is_known(known.get(source))]
    if new:
        if len(known) + len(new) > _MOST_KEPT:
            known = {source: known[source] for source in asked if source in known}
        known |= {source: to_json(source) for source in new}
        keep(_KIND, place, known)
    for source in asked:
        remember_known(source, known[source])


@cache
def _state() -> str:
    """Describe the code that looks at patterns and the engine that runs them."""
    folder = Path(engines.__file__).parent
    return stamp(*sorted(folder.glob("*.py")), folder.parent / "dialects.py") + engine()
