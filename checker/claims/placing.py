"""Does a rule speak of a quantity? Its unit, words, needs and unless, one key after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from checker.claims.book import Name, Term
from checker.claims.scene import Region, Scene, distance
from checker.lexicon import Hit
from checker.model import Facet, FacetMatch, FacetValue, Quantity, Rule, Span
from checker.units import is_unit
from checker.values import frozen

# More words than these before the first comma say something of their own.
_LONGEST_OPENING = 5

SameDimension = Callable[[str, str], bool]


@frozen
class Refusal:
    """Why a rule does not speak of a quantity: the first `key` that failed, and what it lacked."""

    rule: str
    key: Literal["unit", "words", "needs", "unless", "facets", "compare"]
    detail: str


@frozen
class Placed:
    """A rule speaks of a quantity: the terms that said so, by key, inside the sentence."""

    words: tuple[Hit[Term], ...]
    needs: tuple[Hit[Term], ...]


def place(
    scene: Scene, quantity: Quantity, rule: Rule, same_dimension: SameDimension
) -> Placed | Refusal:
    """Check the keys of a rule in the order unit, words, needs, unless."""
    if not _unit_fits(quantity, rule, same_dimension):
        return Refusal(rule.id, "unit", f"{quantity.unit or quantity.kind} is no {rule.unit}")
    hits = scene.terms.get(rule.id, [])
    words = _words(scene, quantity, rule, hits)
    if not words:
        return Refusal(rule.id, "words", "no word for what is counted")
    needs = [hit for hit in hits if hit.payload.key == "needs"]
    if rule.needs.get(scene.language.code) and not needs:
        return Refusal(rule.id, "needs", "none of its words in the sentence")
    region = _predicate(scene, quantity, needs)
    refused = [hit for hit in hits if hit.payload.key == "unless" and region.holds(hit)]
    if refused:
        said = scene.words(refused[0].first, refused[0].last)
        return Refusal(rule.id, "unless", f"“{said}” in the same clause")
    return Placed(tuple(words), tuple(needs))


def _predicate(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> Region:
    """
    Return the clause in which `unless` counts.

    Of "most of the 400 drones fired | that Iran had sold" it is the relative clause, which has the
    verb that the rule needs.
    """
    relative = scene.relative_of(quantity)
    if relative is not None and any(relative.holds(hit) for hit in needs):
        return relative
    region = scene.region_of(quantity)
    return Region(0, region.last) if _is_led_up_to(scene, region) else region


def _is_led_up_to(scene: Scene, region: Region) -> bool:
    """Whether a few words and a comma open the sentence before a clause: "Since 2014, ..."."""
    opening = scene.clause(0)
    if opening.last != region.first or opening.last - opening.first > _LONGEST_OPENING + 1:
        return False
    holds_number = any(quantity.first < opening.last for quantity in scene.quantities)
    return scene.tokens[opening.last - 1].word == "," and not holds_number


def _unit_fits(quantity: Quantity, rule: Rule, same_dimension: SameDimension) -> bool:
    """Whether a quantity can be measured in the unit of the rule."""
    kind, unit = quantity.kind, rule.unit
    if unit == "currency":
        return kind == "currency"
    if unit == "percent":
        return kind == "percent" or quantity.mention.form == "fraction"
    if is_unit(unit) or kind not in ("count", "number"):
        return bool(quantity.unit) and same_dimension(quantity.unit, unit)
    return ("/" in quantity.unit) == (rule.kind == "rate")


def _words(
    scene: Scene, quantity: Quantity, rule: Rule, hits: Sequence[Hit[Term]]
) -> list[Hit[Term]]:
    """Return the terms that name what is counted, where the rule's unit wants them."""
    if rule.words_facet is not None:
        named = [hit for hit in hits if hit.payload.facet == rule.words_facet]
    else:
        named = [hit for hit in hits if hit.payload.key == "words"]
    if rule.words_facet is not None and not _counts(scene, quantity, rule, named):
        return []
    is_measure = quantity.kind not in ("count", "number") or rule.unit == "percent"
    if rule.words_facet is not None or is_measure:
        free = [hit for hit in named if not _taken(scene, quantity, hit)]
        region = scene.region_of(quantity)
        return [hit for hit in free if region.holds(hit)] or _set_beside(scene, quantity, free)
    if quantity.head is not None:
        found = [hit for hit in named if _names(scene, quantity, hit)]
        return found if _names_all(scene, quantity, found) else []
    return _antecedent(scene, quantity, named)


def _names(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term names the head noun of a count, or one joined to it: "drones and missiles"."""
    head = quantity.head
    if head is None or hit.first <= head < hit.last:
        return head is not None
    if hit.last > quantity.last:
        return False
    between = scene.tokens[head + 1 : hit.first]
    joins = scene.language.sentences.list_words
    belonging = scene.language.discourse.belonging
    if not any(token.word in joins for token in between):
        return False
    return all(token.word in joins or token.word in belonging for token in between)


def _names_all(scene: Scene, quantity: Quantity, found: Sequence[Hit[Term]]) -> bool:
    """
    Whether the rule names every noun of a joined count.

    "400 drones and missiles" is no number of drones; a vague count is taken for either.
    """
    head = quantity.head
    if head is None or head < quantity.first or quantity.mention.form == "vague":
        return True
    joins = scene.language.sentences.list_words
    parts = [i for i in range(head, quantity.last) if scene.tokens[i].word in joins]
    if parts and not any(hit.first <= head < hit.last for hit in found):
        return False
    ends = [*parts[1:], quantity.last] if parts else []
    return all(
        any(part < hit.first and hit.last <= end for hit in found)
        for part, end in zip(parts, ends, strict=True)
    )


def _set_beside(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return the words that a bare comma sets an amount beside: "new aid, put at $275 million"."""
    region = scene.region_of(quantity)
    if quantity.kind != "currency" or region.first == 0:
        return []
    if scene.tokens[region.first - 1].word != ",":
        return []
    before = scene.clause(scene.clause_at(region.first) - 1)
    return [hit for hit in named if before.holds(hit)][-1:]


def _counts(scene: Scene, quantity: Quantity, rule: Rule, named: Sequence[Hit[Term]]) -> bool:
    """
    Whether the counted noun is one that the rule's unit stands for.

    "300 soldiers killed" counts persons, and so do "300 Russians", "300 dead" and a bare "300".
    """
    head = quantity.head
    if head is None or any(hit.first <= head < hit.last for hit in named):
        return True
    return any(
        name.first <= head < name.last
        and (name.payload.code == rule.unit or _is_people(name.payload, rule.unit))
        for name in scene.names
    )


def _is_people(name: Name, unit: str) -> bool:
    """Whether the people of a country are counted ("300 Russians")."""
    return name.type == "country" and unit == "person"


def _taken(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether another quantity of the same kind stands between the word and this one."""
    for other in scene.quantities:
        if other is quantity or (other.kind == "currency") != (quantity.kind == "currency"):
            continue
        if _is_restated(scene, quantity, other) or _is_restated(scene, other, quantity):
            continue
        if hit.last <= other.first and other.last <= quantity.first:
            return True
        if quantity.last <= other.first and other.last <= hit.first:
            return not _is_shared(scene, other, hit)
    return False


def _is_restated(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether brackets right behind `one` hold `other`: "£231m ($284m)"."""
    return other.first == one.last + 1 and scene.tokens[one.last].word == "("


def _is_shared(scene: Scene, other: Quantity, hit: Hit[Term]) -> bool:
    """Whether a verb behind the last of joined numbers is that of all: "A and B were killed"."""
    words = scene.language.discourse
    helpers = words.auxiliaries | words.passives
    return all(token.word in helpers for token in scene.tokens[other.last : hit.first]) and (
        hit.first > other.last
    )


def _antecedent(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Return the noun that "of them" or "en" stands for: named before, in this clause or the last one.

    Of "on missiles, | it is false, | and as for drones, | it sent a few of them" it is drones.
    """
    region = scene.region_of(quantity)
    if not any(region.holds(cue) for cue in scene.cues.get("partitive", ())):
        return []
    last = scene.clause(max(scene.clause_at(region.first) - 1, 0))
    topics = scene.language.discourse.topics
    start = max((i for i in range(quantity.first) if scene.tokens[i].word in topics), default=0)
    start = max(start, last.first)
    before = [hit for hit in named if start <= hit.first and hit.last <= quantity.first]
    return before[-1:]


# --------------------------------------------------------------------------- closed values


def closed_value(scene: Scene, quantity: Quantity, rule: Rule, facet: Facet) -> FacetMatch | None:
    """
    Return the value of a facet with a closed list.

    For the facet that names the thing counted, the nearest word wins, and values joined by a comma
    or "and" mean their whole. For any other, what the counted phrase says wins, then the value
    listed first in the rule: a modal ("will deliver") is listed before what it weakens.
    """
    hits = [hit for hit in scene.terms.get(rule.id, []) if hit.payload.facet == facet.name]
    region = scene.region_of(quantity)
    own = [hit for hit in hits if region.holds(hit)]
    inside = [hit for hit in own if quantity.first <= hit.first and hit.last <= quantity.last]
    about_it = scene.conjunct_of(quantity)
    conjunct = [hit for hit in own if about_it.holds(hit)]
    if rule.words_facet == facet.name:
        chosen = _nearest_value(scene, quantity, conjunct or own, facet)
    else:
        chosen = _first_listed(inside, facet) or _first_listed(conjunct, facet)
        chosen = chosen or _first_listed(own, facet)
        chosen = chosen or _first_listed(_loose(scene, hits), facet)
    if chosen is None:
        return FacetMatch(facet.name, facet.default) if facet.default else None
    value, hit = chosen
    tokens = scene.tokens
    span = Span(tokens[hit.first].start, tokens[hit.last - 1].end)
    return FacetMatch(facet.name, value, span)


def _loose(scene: Scene, hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Keep the terms outside clauses that hold a quantity of their own."""
    taken = [scene.region_of(quantity) for quantity in scene.quantities]
    return [hit for hit in hits if not any(region.holds(hit) for region in taken)]


def _first_listed(hits: Sequence[Hit[Term]], facet: Facet) -> tuple[str, Hit[Term]] | None:
    for value in facet.values:
        for hit in hits:
            if hit.payload.value == value:
                return value, hit
    return None


def _nearest_value(
    scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]], facet: Facet
) -> tuple[str, Hit[Term]] | None:
    """Return the value of the nearest word, or the whole of the values joined with it."""
    free = [hit for hit in hits if not _taken(scene, quantity, hit)]
    if not free:
        return None
    nearest = min(free, key=lambda hit: (_distance(quantity, hit), hit.first - hit.last))
    joined = {hit.payload.value for hit in _joined(scene, nearest, free)}
    if len(joined) > 1:
        whole = whole_of(joined, facet.values.values())
        if whole is not None:
            return whole, nearest
    return nearest.payload.value, nearest


def _distance(quantity: Quantity, hit: Hit[Term]) -> int:
    """Return how many tokens lie between a term and the number; 0 inside the counted phrase."""
    if quantity.first <= hit.first and hit.last <= quantity.last:
        return 0
    return distance(quantity, hit) + 1


def _joined(scene: Scene, nearest: Hit[Term], hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return the terms in one list with the nearest: "dead, wounded or deserted"."""
    chain, last = [nearest], nearest.last
    for hit in sorted(hits, key=lambda other: other.first):
        between = scene.tokens[last : hit.first]
        if hit.first >= last and between and all(_is_join(scene, t.word) for t in between):
            chain.append(hit)
            last = hit.last
    return chain


def _is_join(scene: Scene, word: str) -> bool:
    words = scene.language
    joins = words.sentences.list_words | words.discourse.auxiliaries | words.discourse.belonging
    return word == "," or word in joins


def whole_of(parts: set[str], values: Iterable[FacetValue]) -> str | None:
    """Return the smallest whole that has all `parts` among its own parts or is one of them."""
    wholes = [value for value in values if parts <= {*value.parts, value.id} and value.parts]
    return min(wholes, key=lambda value: len(value.parts)).id if wholes else None
