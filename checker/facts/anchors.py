"""The dated event that an elapsed time counts from, as a claim to compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Claim, Facet, FacetMatch, Period, Rule
from checker.values import replace
from checker.vocabulary import Event

# Where the dates of events stand, for the reader who wants to look one up.
_PATH = "rules/vocabulary/events.yaml"


def anchor_claims(
    claims: Sequence[Claim], rules: Mapping[str, Rule], events: Mapping[str, Event]
) -> list[Claim]:
    """
    Return one anchor for every event that some elapsed claim counts from.

    A rule's `anchor` is the id of an event, or the name of a facet whose value is one.
    """
    found: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        rule = rules[claim.rule]
        if rule.kind != "elapsed" or rule.compare.anchor is None:
            continue
        facet = rule.facet(rule.compare.anchor)
        name = claim.facet(facet.name) if facet else rule.compare.anchor
        event = events.get(name) if name else None
        if event is not None and (rule.id, event.id) not in found:
            found[rule.id, event.id] = _anchor(rule, event, facet)
    return list(found.values())


def at_their_end(
    claims: Sequence[Claim], rules: Mapping[str, Rule], events: Mapping[str, Event]
) -> list[Claim]:
    """
    Date the length of what is over by its end: "the 44-day war" was 44 days long when it ended.

    Elapsed times of events that go on, or of claims from before the end, stay as they are.
    """
    return [_at_its_end(claim, rules[claim.rule], events) for claim in claims]


def _at_its_end(claim: Claim, rule: Rule, events: Mapping[str, Event]) -> Claim:
    if rule.kind != "elapsed" or rule.compare.anchor is None or claim.as_of is None:
        return claim
    facet = rule.facet(rule.compare.anchor)
    event = events.get((claim.facet(facet.name) if facet else rule.compare.anchor) or "")
    if event is None or event.end is None or claim.as_of.first <= event.end:
        return claim
    return replace(claim, as_of=Period(event.end, event.end), as_of_from="text")


def _anchor(rule: Rule, event: Event, facet: Facet | None) -> Claim:
    """State the date of an event as a claim of its source."""
    title = event.titles.get("en") or next(iter(event.titles.values()), event.id)
    return Claim(
        id=f"events:{event.id}:{rule.id}",
        rule=rule.id,
        article="",
        source=event.source,
        path=_PATH,
        line=0,
        column=0,
        quote=f"{title}: {event.start.isoformat()}",
        quantity=None,
        facets=(FacetMatch(facet.name, event.id),) if facet else (),
        as_of=Period(event.start, event.start),
        as_of_from="text",
        anchor=True,
    )
