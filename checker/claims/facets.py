"""The facets of a claim: each is looked for by its type, and by its name where that tells more."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.actors import ACTORS, actor_in
from checker.claims.anaphors import aged_person, person_aging
from checker.claims.asking import asked_in
from checker.claims.beside import person_beside
from checker.claims.book import Term
from checker.claims.callings import callings_held, person_held
from checker.claims.candidates import person_confirmed, person_standing
from checker.claims.closed import closed_value
from checker.claims.defendants import defendant_of, person_behind, person_named_next
from checker.claims.described import (
    THINGS,
    UNAGING,
    befallen_beside,
    description_beside,
    role_beside,
)
from checker.claims.dismissals import dismisses, person_dismissed
from checker.claims.distances import reference_place
from checker.claims.firms import firm_behind, firm_object, is_figure
from checker.claims.localities import place_getting, place_of, site_of
from checker.claims.on_trial import DEFENDANT, role_on_trial
from checker.claims.owners import fortune_of, maker_of, owner_before, spouse_before, told_before
from checker.claims.parties import ROLES, name_of, party_of, roles_in, side_of
from checker.claims.persons import (
    only_name,
    owner_of,
    person_subject,
    person_undergoing,
)
from checker.claims.places import place_in
from checker.claims.placing import Placed
from checker.claims.players import person_doing, person_hired
from checker.claims.products import product_of
from checker.claims.referents import only_points, person_pointed_at
from checker.claims.scene import Region, Scene
from checker.claims.shareholders import shareholder_of
from checker.claims.works import work_told
from checker.lexicon import Hit
from checker.model import CALLED, ROLE, Facet, FacetMatch, Quantity, Rule
from checker.values import replace

# Organisations under these names are not looked up: any name as written will do.
FIRMS = frozenset({"bought"})
# And under these it is whoever does what is told.
_DOERS = frozenset({"earner", "employer", "party"})


def _victim(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return whom something is done to."""
    return person_undergoing(scene, quantity, facet, placed.needs)


def _doing(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return who does what is counted, never whom it is done to."""
    found = person_doing(scene, quantity, facet, (*placed.needs, *placed.words))
    return found or person_pointed_at(scene, quantity, facet, placed.words)


def _making(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return whose works are counted: "the best of | his 34 novels" are of whoever was told of."""
    own = fortune_of(scene, quantity, facet, placed.words)
    if own is not None:
        return own
    found, is_told = maker_of(scene, quantity, facet, placed.needs)
    return found if is_told else _doing(scene, quantity, facet, placed)


def _marrying(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return one of a couple: "his wife of 50 years" is told of whoever the text was about."""
    found = spouse_before(scene, quantity, facet)
    return found or _doing(scene, quantity, facet, placed)


def _hired(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return who signs or is signed, bought or paid."""
    terms = (*placed.needs, *placed.words)
    if only_points(scene, quantity, terms):
        # "Sources put | the contract | at $9m" tells of whoever was told of before.
        meant = person_pointed_at(scene, quantity, facet, placed.words)
        return meant or person_hired(scene, quantity, facet, terms)
    found = person_hired(scene, quantity, facet, terms)
    return found or person_pointed_at(scene, quantity, facet, placed.words)


def _holding(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return who holds an office: whoever is dismissed from it, else whoever does it."""
    found = person_dismissed(scene, quantity, facet, placed.needs)
    found = found or _doing(scene, quantity, facet, placed)
    is_dismisser = found is not None and dismisses(scene, quantity, found, placed.needs)
    return None if is_dismisser else found


def _nominee(scene: Scene, quantity: Quantity, facet: str, _: Placed) -> FacetMatch | None:
    """Return whom a parliament votes on."""
    return person_confirmed(scene, quantity, facet)


def _shareholder(scene: Scene, quantity: Quantity, facet: str, placed: Placed) -> FacetMatch | None:
    """Return whose a stake is."""
    return shareholder_of(scene, quantity, facet, (placed.words, placed.needs))


# When an age is told of somebody: at the deed, the arrest, the trial.
_STAGE = "stage"
_PERSON = "person"

# Of several of these in one sentence each has a number of his own.
_CANDIDATE = "candidate"

# What is measured of one person only, who need not be named beside it.
_BLOOD = "blood_alcohol"

# And under these it is a person with a part of his own.
_PEOPLE = {
    "victim": _victim,
    "defendant": defendant_of,
    "faller": _doing,
    "player": _doing,
    "winner": _doing,
    "prisoner": _doing,
    "holder": _holding,
    "film": _doing,
    "maker": _making,
    "spouse": _marrying,
    "hired": _hired,
    "nominee": _nominee,
    "shareholder": _shareholder,
}

# Of these a work or its maker may be told without a name: "the film", "the band".
_ENTITLED = frozenset({"winner", "film", "maker"})


def facets_of(
    scene: Scene, quantity: Quantity, rule: Rule, placed: Placed
) -> tuple[FacetMatch, ...]:
    """Find every facet of a rule; what the sentence does not tell is left out."""
    roles = (
        roles_in(scene, quantity, placed.needs or placed.words, placed.words)
        | asked_in(scene, quantity, placed.needs)
        if any(facet.name in ROLES for facet in rule.facets)
        else {}
    )
    found: list[FacetMatch] = []
    for facet in rule.facets:
        value = roles.get(facet.name) if facet.name in ROLES and facet.type != "values" else None
        if facet.type == "values" or facet.name not in ROLES:
            value = _facet(scene, quantity, (rule, placed), facet)
        if facet.name == ROLE and DEFENDANT in facet.values:
            # A name tells more than any description.
            people = {one.name for one in rule.facets if one.type == "person"}
            is_named = any(match.name in people for match in found)
            value = None if is_named else role_on_trial(scene, quantity, placed)
        if value is None and facet.default:
            value = FacetMatch(facet.name, facet.default)
        if value is not None:
            found.append(value)
    if rule.unit == "age" and any(match.name == ROLE and match.value in UNAGING for match in found):
        found = [match for match in found if match.name != _STAGE]
    if rule.unit == "age":
        found += _callings(scene, quantity, found)
    return (*_with_told(rule, found), *_inherited(scene, quantity, rule, found))


def _callings(scene: Scene, quantity: Quantity, found: list[FacetMatch]) -> list[FacetMatch]:
    """Tell what somebody is called, or that nothing but this tells of somebody at all."""
    known = {match.name: match.value for match in found}
    if known.get(ROLE) in THINGS:
        return []
    is_known = not known.keys().isdisjoint((ROLE, _PERSON))
    callings = callings_held(scene, quantity)
    return [match for match in callings if match.name == CALLED or not is_known]


def _with_told(rule: Rule, found: list[FacetMatch]) -> Iterator[FacetMatch]:
    """Give a facet that nothing told the value that another one tells: a town means one site."""
    told = {match.name: match for match in found if match.span is not None}
    for match in found:
        facet = None if match.name in told else rule.facet(match.name)
        values = facet.values.values() if facet else ()
        teller = next((value for value in values if value.told_by in told), None)
        yield (
            match
            if teller is None
            else replace(match, value=teller.id, span=told[teller.told_by].span)
        )


def _facet(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find one facet by its type, and by its name where that says what part it plays."""
    rule, placed = by
    if facet.name == ROLE and rule.unit == "age":
        return role_beside(scene, quantity, [rule.id])
    if facet.type == "values":
        return closed_value(scene, quantity, rule, facet)
    if facet.type == "country":
        return _country(scene, quantity, by, facet)
    if facet.type == "place":
        return _place(scene, quantity, placed, facet)
    return _named(scene, quantity, by, facet)


def _place(scene: Scene, quantity: Quantity, placed: Placed, facet: Facet) -> FacetMatch | None:
    """Find a place: one that something is away from, the site of a part, or any."""
    if facet.name == "from":
        return reference_place(scene, quantity, facet.name)
    if facet.name == "site":
        return site_of(scene, quantity, facet.name)
    found = place_in(scene, quantity, facet, placed.needs)
    if found is not None or facet.name == "region":
        return found
    found = place_of(scene, quantity, facet.name)
    return found or place_getting(scene, quantity, facet.name)


def _beside(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find whose name stands at a number, or whose age it is where no description does."""
    rule, placed = by
    named = person_beside(scene, quantity, facet.name, placed.words)
    if rule.unit != "age":
        return named or owner_before(scene, quantity, facet.name)
    described = description_beside(scene, quantity, [rule.id])
    role = described or befallen_beside(scene, quantity, [rule.id])
    if role is not None and role.value in THINGS:
        return None
    if named is not None or described is not None:
        return named
    found = person_aging(scene, quantity, facet.name) or aged_person(scene, quantity, facet.name)
    if role is None and (found is None or found.name == ROLE):
        found = person_held(scene, quantity, facet.name) or found
    # Whoever the story is about is told less well than by what befell or was done.
    return None if role is not None and found is not None and found.name == ROLE else found


def _named(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find a person or firm: any name that stands where the rule wants it, or a known one."""
    rule, placed = by
    if facet.name == "product":
        return product_of(scene, quantity, facet.name, scene.hits_of(rule.id))
    if facet.type == "person" and not rule.needs:
        return _beside(scene, quantity, by, facet)
    if facet.type == "person" and facet.name in _PEOPLE:
        return _playing(scene, quantity, by, facet)
    if facet.type == "person" or facet.name in _DOERS:
        find = _candidate if facet.name == _CANDIDATE else _owning
        find = _tested if rule.unit == _BLOOD else find
        return find(scene, quantity, by, facet)
    if facet.name in FIRMS:
        return firm_object(scene, quantity, facet.name, placed.needs or placed.words)
    return name_of(scene, quantity, facet)


def _playing(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find who plays a part; a work or its maker may be told by a noun alone: "the film"."""
    rule, placed = by
    found = _PEOPLE[facet.name](scene, quantity, facet.name, placed)
    if facet.name not in _ENTITLED:
        return found
    # "Worldwide receipts" has the capital of its sentence.
    is_name = found is not None and not is_figure(scene, found, scene.hits_of(rule.id))
    if is_name or not facet.required:
        return found if is_name else None
    return work_told(scene, quantity, facet.name)


def _tested(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find whose blood was tested: where no name is told, whoever the text was about."""
    whole = Region(0, len(scene.tokens))
    found = _owning(scene, quantity, by, facet)
    return found or told_before(scene, facet.name, quantity.first, whole)


def _owning(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find whose figure it is: its owner, the one name of its clause, whom it is meant for."""
    found = _owner(scene, quantity, by[1], facet)
    if found is None and facet.required and facet.type == "person":
        found = person_behind(scene, quantity, facet.name)
        found = found or person_named_next(scene, quantity, facet.name)
    return found or (_speaking(scene, quantity, facet) if facet.name in _DOERS else None)


def _owner(scene: Scene, quantity: Quantity, placed: Placed, facet: Facet) -> FacetMatch | None:
    """Find the owner of a figure or who does what is told, never the word for the figure."""
    if facet.name in _DOERS:
        behind = firm_behind(scene, quantity, facet.name, placed.words)
        if behind is not None:
            return behind
    found = owner_of(scene, quantity, facet.name, placed.words)
    found = found or person_subject(scene, quantity, facet.name, placed.needs or placed.words)
    return None if found and is_figure(scene, found, placed.words) else found


def _candidate(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find whose votes are told; "he" and "the former senator" may stand for the name."""
    _, placed = by
    terms = (*placed.needs, *placed.words)
    found, is_settled = person_standing(scene, quantity, facet.name, terms)
    if is_settled:
        return found
    found = _owning(scene, quantity, by, facet)
    return found or person_pointed_at(scene, quantity, facet.name, placed.words)


def _speaking(scene: Scene, quantity: Quantity, facet: Facet) -> FacetMatch | None:
    """Return the one name that "it" stands for: "Dorn said last week | that it would ..."."""
    region = scene.region_of(quantity)
    opening = [token.word for token in scene.tokens[region.first : region.first + 2]]
    if region.first == 0 or not scene.language.discourse.pronouns.intersection(opening):
        return None
    return only_name(scene, facet.name, scene.clause(scene.clause_at(region.first) - 1))


def _country(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facet: Facet
) -> FacetMatch | None:
    """Find a country by the part its facet is named for."""
    rule, placed = by
    if facet.name in ACTORS:
        return actor_in(scene, quantity, facet.name, (placed.needs, placed.words))
    if facet.name == "side":
        naming = _naming(scene, rule, placed)
        return side_of(scene, quantity, naming, of_things=rule.unit != "person")
    return party_of(scene, quantity, facet.name, (*placed.needs, *placed.words))


def _inherited(
    scene: Scene, quantity: Quantity, rule: Rule, found: list[FacetMatch]
) -> list[FacetMatch]:
    """
    Take what a part leaves unsaid from its whole: "100,000 hit, of whom 40,000 died".

    A number whose noun stands in an earlier clause takes it from there: "40 sorties, from 300".
    """
    start = scene.clause(scene.clause_at(quantity.mention.number_first)).first
    before = [other for other in scene.quantities if other.last <= start]
    is_part = scene.tokens[start].word in scene.language.discourse.parts
    if not is_part:
        before = [other for other in before if other.head == quantity.head is not None]
    if not before:
        return []
    known = {facet.name for facet in found}
    whole = facets_of(scene, before[-1], rule, Placed((), ()))
    return [facet for facet in whole if facet.name not in known]


def _naming(scene: Scene, rule: Rule, placed: Placed) -> list[Hit[Term]]:
    """Return every term that names who or what is counted, those of closed facets too."""
    facets = [hit for hit in scene.hits_of(rule.id) if hit.payload.key == "facet"]
    return [*placed.words, *facets]
