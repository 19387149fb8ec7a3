"""What a claim says of itself that may part it from another: facets, change, row and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.facts.clusters import Signature
from checker.facts.doubts import WEEKDAY
from checker.model import PLACE, TABLE_ROW, Claim, Rule

# Facets that keep claims apart even where one lacks them: a row of a table, one of several places.
APART = (TABLE_ROW, PLACE)


def known_facets(claims: Iterable[Claim]) -> Signature:
    """Return every facet that any of the claims knows."""
    return tuple(sorted({pair for claim in claims for pair in signature_of(claim)}))


def parting_names(rule: Rule) -> list[str]:
    """Name what may part two claims of a rule."""
    return [*(facet.name for facet in rule.facets), WEEKDAY]


def signature_of(claim: Claim) -> Signature:
    """Return the facets a claim knows, in order."""
    return tuple(sorted((match.name, match.value) for match in claim.facets))


def only_facet(known: Mapping[str, str], name: str) -> dict[str, str]:
    """Return one facet of those known; nothing where it is not among them."""
    return {name: known[name]} if name in known else {}


# The move that is the figure itself, by what a rule measures.
_MEASURED = {"change": "up", "fall": "down"}


def change_of(claim: Claim, rule: Rule) -> str:
    """Say which way a claim moved; where the rule measures that move, it is the figure."""
    change = (claim.quantity.change if claim.quantity else None) or ""
    return "" if change and change == _MEASURED.get(rule.compare.measures) else change


def kept_apart(claim: Claim, rule: Rule) -> str:
    """Return what keeps a claim from all others: how it changed, its row in a table, its place."""
    known = (claim.facet(name) or "" for name in APART)
    return "\x1f".join([change_of(claim, rule), *(value.casefold() for value in known)])
