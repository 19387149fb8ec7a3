"""
One person or firm under several names: "Eric Allen Kirkpatrick", "Eric Kirkpatrick", "Kirkpatrick".

Names are settled inside one story. Of persons the surname decides, unless given names tell two of
them apart; a bare surname that fits two is nobody's. Of firms it is the first word, or the initials
("Electronic Data Systems", "EDS"), and a longer name ends in the shorter ("Carmaker Ostra").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# An acronym has so many letters at least; a single one is the initial of anything.
_SHORTEST = 2


def settled(names: Iterable[str], of: str) -> Mapping[str, str]:
    """Return the name each of `names` goes by; `of` is the facet type."""
    known = sorted(set(names))
    return _persons(known) if of == "person" else _firms(known)


def _persons(names: list[str]) -> dict[str, str]:
    """Settle persons: one surname, and given names that do not part them."""
    by_surname: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name in names:
        words = [word for word in name.split() if word not in _SUFFIXES] or [name]
        by_surname.setdefault(words[-1], []).append((name, frozenset(words[:-1])))
    found: dict[str, str] = {}
    for surname, bearers in by_surname.items():
        groups = _overlapping([given for _, given in bearers if given])
        for name, given in bearers:
            own = [group for group in groups if given & group]
            chosen = own[0] if own else groups[0] if len(groups) == 1 else frozenset({"?"})
            found[name] = " ".join([*sorted(chosen), surname]) if groups else surname
    return found


def _overlapping(givens: list[frozenset[str]]) -> list[frozenset[str]]:
    """Merge given names that share one: "eric allen" and "eric"."""
    groups: list[frozenset[str]] = []
    for given in givens:
        apart = [group for group in groups if not group & given]
        merged = given.union(*(group for group in groups if group & given))
        groups = [*apart, merged]
    return sorted(groups, key=sorted)


def _firms(names: list[str]) -> dict[str, str]:
    """Settle firms: by their first word, or by the initials of a longer name."""
    found: dict[str, str] = {}
    firsts = {name.split()[0]: name for name in sorted(names, key=lambda name: (-len(name), name))}
    for name in names:
        first = name.split()[0]
        whole = next((long for long in names if _is_acronym(first, long)), None)
        found[name] = whole.split()[0] if whole else first
    found = {name: first if first in firsts else name for name, first in found.items()}
    return {name: found[_bare(name, names)] for name in names}


def _bare(name: str, names: list[str]) -> str:
    """Return the name without what it is called at the opening of a sentence: "Carmaker Ostra"."""
    words = name.split()
    tails = [" ".join(words[start:]) for start in range(1, len(words))]
    return next((tail for tail in tails if tail in names), name)


def _is_acronym(short: str, long: str) -> bool:
    words = long.split()
    initials = "".join(word[0] for word in words)
    return len(words) >= _SHORTEST and len(short) >= _SHORTEST and initials.startswith(short)
