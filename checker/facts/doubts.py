"""Claims made ready for their story, and those that may be of another thing than the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from checker.facts.alike import MOST_FIGURES, agree, is_dispute, meet
from checker.facts.described import identified, is_named
from checker.facts.naming import settled
from checker.facts.places import by_place
from checker.facts.retold import may_count_more, retold
from checker.facts.unnamed import with_unnamed
from checker.model import Claim, FacetMatch, Rule
from checker.values import replace

Stories = Mapping[str, str]
"""The story of each article, by id."""

WEEKDAY = "weekday"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Events that are told by the day of the week are compared within so many days.
_LONGEST_EVENT = 31

# Ages of one name further apart are of two times, or of a parent and a child.
_NEAR_AGES = 5

# Figures of one event beyond which nobody asks which of them most reports give.
_MOST_TOLD = 200


def prepared(claims: Sequence[Claim], rule: Rule, stories: Stories) -> list[Claim]:
    """
    Settle the names of persons and firms inside each story, and tell events apart by weekday.

    Persons who are only described are given the name they have there. A weekday counts only where
    no date does: reports of one day's event name that day. Figures that a report gives place by
    place are told apart by these.
    """
    types = {facet.name: facet.type for facet in rule.facets if facet.type in _NAMED}
    tables = {name: _tables(claims, name, of, stories) for name, of in types.items()}
    ready = [_prepared(claim, rule, stories, tables) for claim in claims]
    told = [story_of(claim, stories) for claim in claims]
    named = with_unnamed(retold(ready, rule), rule, told)
    return by_place(identified(named, rule, told), rule, told)


_NAMED = frozenset({"person", "organisation"})
_PRODUCT = "product"


def _tables(
    claims: Sequence[Claim], name: str, of: str, stories: Stories
) -> dict[str, Mapping[str, str]]:
    """Return by story the name that each name goes by."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.facet(name)
        if value is not None and value == value.casefold():
            told.setdefault(story_of(claim, stories), set()).add(value)
    return {story: settled(names, of) for story, names in told.items()}


def _prepared(
    claim: Claim,
    rule: Rule,
    stories: Stories,
    tables: Mapping[str, Mapping[str, Mapping[str, str]]],
) -> Claim:
    story = story_of(claim, stories)
    facets = tuple(
        replace(match, value=tables[match.name].get(story, {}).get(match.value, match.value))
        if match.name in tables
        else match
        for match in claim.facets
    )
    # "Rose to 29 on Thursday" tells the day of the count, and not that of what happened.
    is_of_event = claim.as_of is None and claim.stage != "risen" and _is_of_a_day(rule)
    if claim.weekday is not None and is_of_event:
        facets = (*facets, FacetMatch(WEEKDAY, _WEEKDAYS[claim.weekday - 1]))
    return claim if facets == claim.facets else replace(claim, facets=facets)


def _is_of_a_day(rule: Rule) -> bool:
    """Whether a rule counts what happens on a day; how old someone is holds on any."""
    window = rule.compare.window_days
    return rule.kind == "event" and window is not None and window <= _LONGEST_EVENT


def undecided(claims: Sequence[Claim], rule: Rule, stories: Stories) -> dict[str, str]:
    """
    Return the claims that may be of either of two, by id, with the facet that would tell.

    They are of one of two who are named, or may count in whoever did it.
    """
    counted = may_count_more(claims, rule, [story_of(claim, stories) for claim in claims])
    return counted | _nameless(claims, rule, stories)


def _nameless(claims: Sequence[Claim], rule: Rule, stories: Stories) -> dict[str, str]:
    """
    Return the claims that name none of several, by id, with the facet that would tell.

    Where a story tells of two persons or firms, a claim that names neither is of one of them. News
    of a product tells of its rivals and of what came before it: the price or size of one without
    a name may be of any.
    """
    found: dict[str, str] = {}
    for facet in rule.facets:
        if facet.type in _NAMED:
            told: dict[str, set[str]] = {}
            for claim in claims:
                value = claim.facet(facet.name)
                known = told.setdefault(story_of(claim, stories), set())
                known |= {value} if value is not None else set()
            for claim in claims:
                is_open = claim.facet(facet.name) is None
                is_priced = claim.quantity is None or claim.quantity.kind != "count"
                is_any = facet.name == _PRODUCT and is_priced
                is_any |= len(told[story_of(claim, stories)]) > 1
                if is_open and is_any:
                    found.setdefault(claim.id, facet.name)
    return found


def doubtful(claims: Sequence[Claim]) -> list[Claim]:
    """
    Return the claims that may be of another event than the others of their fact.

    An article that gives two figures speaks of two things, this strike and all of them, this quake
    and an earlier one, unless it names two people who contradict each other, gives somebody two
    ages a few years apart, or tells one of them as a figure that was counted before the other. The
    figure that other reports give is of the event they tell; the other is open. Where the sentence
    of one of two is opened by a place ("In neighbouring Ostra, ..."), only that one is.
    """
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.quantity is not None and claim.quantity.bound != "vague":
            by_article.setdefault(claim.article, []).append(claim)
    open_ones: dict[str, Claim] = {}
    at_odds: list[tuple[Claim, Claim]] = []
    for members in by_article.values():
        for one, other in combinations(members[:MOST_FIGURES], 2):
            if not (is_dispute(one, other) or meet(one, other) or _is_slip(one, other)):
                open_ones |= {claim.id: claim for claim in _elsewhere(one, other)}
                at_odds.append((one, other))
    firm = [claim for claim in claims if claim.id not in open_ones]
    known = {claim.id for claim in open_ones.values() if any(_same(claim, one) for one in firm)}
    both = [pair for pair in at_odds if all(claim.id in known for claim in pair)]
    lesser = {claim.id for claim in _outvoted(both, by_article)}
    return [claim for claim in claims if claim.id in lesser or claim.id in open_ones.keys() - known]


def may_be_of(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a figure may be of the person that others are of: nobody has ages far apart."""
    ages = [one.quantity.value for one in others if one.quantity and one.quantity.kind == "age"]
    own = claim.quantity.value if claim.quantity else None
    known = [age for age in ages if age is not None]
    return not ages or (own is not None and any(abs(own - age) <= _NEAR_AGES for age in known))


def _is_slip(one: Claim, other: Claim) -> bool:
    """Whether one report gives somebody by name two ages that are too near for another time."""
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.value is None or second.value is None:
        return False
    are_ages = first.kind == second.kind == "age" and is_named(one) and is_named(other)
    return are_ages and abs(first.value - second.value) <= _NEAR_AGES


def _outvoted(
    pairs: Sequence[tuple[Claim, Claim]], by_article: Mapping[str, Sequence[Claim]]
) -> list[Claim]:
    """
    Return the claims of a figure that one voice tells beside a larger one which more reports give.

    Where a report tells of 13 people shot and of four in the car park, and others tell either, the
    four are a part in those too.
    """
    told = [claim for claims in by_article.values() for claim in claims]
    if not pairs or len(told) > _MOST_TOLD:
        return []
    lesser: list[Claim] = []
    for pair in pairs:
        part, whole = sorted(pair, key=_size)
        if len(_reports(part, told)) <= len(_reports(whole, told)):
            voices = {None, part.speaker, whole.speaker}
            said = [claim for claim in told if claim.speaker in voices]
            lesser += [claim for claim in said if meet(claim, part) and not meet(claim, whole)]
    return lesser


def _size(claim: Claim) -> Decimal:
    """Return the figure of a claim, zero where it has none."""
    value = claim.quantity.value if claim.quantity else None
    return value or Decimal(0)


def _reports(one: Claim, told: Sequence[Claim]) -> set[str]:
    """Return the articles that give a figure."""
    return {claim.article for claim in told if meet(claim, one)}


def _elsewhere(one: Claim, other: Claim) -> tuple[Claim, ...]:
    """Return the one of two figures that is of a place of its own; both where none tells."""
    if bool(one.within) == bool(other.within):
        return one, other
    return (one,) if one.within else (other,)


def story_of(claim: Claim, stories: Stories) -> str:
    """Return the story of a claim; an article that was put in none is one of its own."""
    return stories.get(claim.article, f"article {claim.article}")


def beside_a_known_figure(claims: Sequence[Claim], open_ones: Sequence[Claim]) -> Sequence[Claim]:
    """
    Return the open claims that are of something else than the rest, so that each stands by itself.

    One article alone tells which of its figures is which to nobody. Where its other figure is the
    one that other reports give, that is the figure of the event, and this one is of another.
    """
    if len({claim.article for claim in claims}) == 1:
        return open_ones
    ids = {claim.id for claim in open_ones}
    told = {claim.article for claim in claims if claim.id not in ids}
    return [claim for claim in open_ones if claim.article in told]


def _same(claim: Claim, one: Claim) -> bool:
    """Whether another article gives the same figure."""
    return claim.article != one.article and agree(claim, one)
