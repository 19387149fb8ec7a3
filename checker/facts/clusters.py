"""
Which known facets may speak of one fact, without ever looking at all pairs.

A signature is what is known: names with values, sorted by name. Two signatures are compatible when
they give no name different values; what is unknown is compatible with anything. Compatibility does
not chain: "drones for Russia" fits a supply by Iran and one by Belarus, which do not fit each
other. A signature is therefore *ambiguous* when two of those compatible with it are not compatible
with one another. The others fall into groups in which everything fits everything: all members of a
group have the same *closure*, their own values and those of everything compatible with them. An
ambiguous signature joins the one group it fits, and is only listed on several. Nothing depends on
the order of the claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from checker.rows import NamedTuple

Signature = tuple[tuple[str, str], ...]
Names = tuple[str, ...]
Summaries = Callable[[Signature], Iterable[dict[str, str]]]

# What fits more groups than this says nothing about any of them and is listed on none. It also
# keeps the work linear when thousands of claims know nothing.
MOST_FITS = 16

_SEVERAL = ""
"""Stands for two values or more; no facet has an empty value."""


class Placement(NamedTuple):
    """
    Where a signature belongs.

    `group` is the closure of its own group; None when it fits several, which are in `fits`.
    """

    group: Signature | None
    fits: tuple[Signature, ...] = ()


def placements(signatures: Iterable[Signature]) -> dict[Signature, Placement]:
    """Say for every signature which group it belongs to, or which ones it fits."""
    known = sorted(set(signatures))
    summaries = _Projections(known).summaries
    closures = {signature: _closure(signature, summaries) for signature in known}
    groups = sorted({closure for closure in closures.values() if closure is not None})
    index = _Projections(groups)
    return {
        signature: Placement(closure) if closure is not None else _among(signature, index)
        for signature, closure in closures.items()
    }


def compatible(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no name has two different values."""
    return all(other.get(name, value) == value for name, value in one.items())


def parting(names: Iterable[str], own: Signature, fits: Iterable[Signature]) -> str:
    """Return the first of `names` that `own` does not know and on which `fits` differ."""
    known = {name for name, _ in own}
    tables = [dict(signature) for signature in fits]
    for name in names:
        values = {table[name] for table in tables if name in table}
        if name not in known and len(values) > 1:
            return name
    return next(iter(names), "")


class _Projections:
    """
    Signatures by what they say about any set of names, built on demand.

    Two signatures are compatible when they agree on the names both know; a bucket holds those that
    know the names `mask` and say `values` about the names in `common`.
    """

    def __init__(self, signatures: list[Signature]) -> None:
        self.by_mask: dict[Names, list[Signature]] = {}
        for signature in signatures:
            self.by_mask.setdefault(_names(signature), []).append(signature)
        self._buckets: dict[tuple[Names, Names], dict[Signature, list[Signature]]] = {}
        self._summaries: dict[tuple[Names, Names], dict[Signature, dict[str, str]]] = {}

    def buckets(self, own: Signature) -> Iterable[list[Signature]]:
        """Yield everything compatible with `own`, a list for each set of known names."""
        for mask in self.by_mask:
            common = _shared(_names(own), mask)
            table = self._table(mask, common)
            yield table.get(_projected(own, common), [])

    def summaries(self, own: Signature) -> Iterable[dict[str, str]]:
        """Yield what those compatible with `own` say beyond it, `_SEVERAL` where they differ."""
        for mask in self.by_mask:
            common = _shared(_names(own), mask)
            table = self._summaries.get((mask, common))
            if table is None:
                table = {
                    key: _beyond(bucket, common)
                    for key, bucket in self._table(mask, common).items()
                }
                self._summaries[mask, common] = table
            yield table.get(_projected(own, common), {})

    def _table(self, mask: Names, common: Names) -> dict[Signature, list[Signature]]:
        table = self._buckets.get((mask, common))
        if table is None:
            table = {}
            for signature in self.by_mask[mask]:
                table.setdefault(_projected(signature, common), []).append(signature)
            self._buckets[mask, common] = table
        return table


def _closure(own: Signature, summaries: Summaries) -> Signature | None:
    """Return `own` with all that its compatible signatures add, None when they contradict."""
    values = dict(own)
    for summary in summaries(own):
        for name, value in summary.items():
            if value == _SEVERAL or values.setdefault(name, value) != value:
                return None
    return tuple(sorted(values.items()))


def _among(own: Signature, groups: _Projections) -> Placement:
    """Place an ambiguous signature among the groups; one that fits none makes its own."""
    fits: list[Signature] = []
    for bucket in groups.buckets(own):
        fits += bucket[: MOST_FITS + 1]
    if not fits:
        return Placement(own)
    if len(fits) == 1:
        return Placement(fits[0])
    return Placement(None, tuple(sorted(fits)) if len(fits) <= MOST_FITS else ())


def _beyond(bucket: list[Signature], common: Names) -> dict[str, str]:
    """Merge what the signatures of one bucket know outside `common`."""
    merged: dict[str, str] = {}
    for signature in bucket:
        for name, value in signature:
            if name not in common and merged.setdefault(name, value) != value:
                merged[name] = _SEVERAL
    return merged


def _names(signature: Signature) -> Names:
    return tuple(name for name, _ in signature)


def _shared(one: Names, other: Names) -> Names:
    return tuple(name for name in one if name in other)


def _projected(signature: Signature, names: Names) -> Signature:
    return tuple(pair for pair in signature if pair[0] in names)
