"""Numbers that tell a portion of what befell, not all of it: "19 children and two teachers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.claims.echoes import echoed
from checker.claims.scene import Scene
from checker.claims.speakers import is_capital
from checker.claims.wholes import is_included, whole_before, whole_behind
from checker.model import Claim, Facet, Quantity, Refusal, Rule
from checker.rows import NamedTuple

ONE_GROUP = "one of several groups"
# A sentence that gives more figures of one category is a table.
_MOST_FIGURES = 30


class Portion(NamedTuple):
    """A claim that counts a portion of one event, why, and the groups that are counted there."""

    claim: Claim
    reason: str
    groups: tuple[Quantity, ...] = ()


def portions(scene: Scene, claims: Sequence[Claim], rules: Mapping[str, Rule]) -> Iterator[Portion]:
    """
    Yield the claims of one sentence that count a portion of one event.

    One event has one figure for each category. A sentence that gives two, in nobody else's name and
    of no other day, counts here and there ("two in Orbana and three in Karsk"), or one group beside
    another; what stands behind "including" is counted elsewhere in full, and "12 new deaths" come
    to those of before. A group that the rule knows by name ("children") is kept: it is held against
    figures of that group alone.
    """
    found: dict[str, Portion] = {}
    events = [claim for claim in claims if rules[claim.rule].counts_one_event]
    for claim in events:
        quantity = claim.quantity
        if quantity is None or not _is_any(claim, rules[claim.rule]):
            continue
        beside = [other for other in scene.quantities if _are_two_groups(scene, quantity, other)]
        rule = rules[claim.rule]
        is_part = _is_portion(scene, quantity, rule) or _is_among(scene, claim, rule)
        if is_part and not _is_own_category(scene, claim, claims, rule):
            found[claim.id] = Portion(claim, "a part of what was counted before")
        elif beside:
            unnamed = (other for other in beside if not _is_named(other, claims, rules))
            found[claim.id] = Portion(claim, ONE_GROUP, (quantity, *unnamed))
        elif _is_of_one_place(scene, claim, rules[claim.rule]) or _is_ranked(scene, quantity):
            found[claim.id] = Portion(claim, "the figure of one of several places")
        elif _is_fresh(scene, quantity) or _is_added(scene, claim, events):
            found[claim.id] = Portion(claim, "what was counted anew")
    others = [claim for claim in claims if not rules[claim.rule].counts_one_event]
    for claim in _included_alike(scene, others):
        found[claim.id] = Portion(claim, "a part of what was counted before")
    is_one_voice = len(scene.sources) <= 1
    # "784 jobs at its offices and 915 in its shops": what a firm cuts is one figure too.
    events += [claim for claim in others if _is_counted_once(claim, rules[claim.rule])]
    events = [claim for claim in events if claim.id not in found and is_one_voice]
    pairs = combinations(events[:_MOST_FIGURES], 2)
    for one, other in (pair for pair in pairs if not _is_told_again(scene, *pair)):
        for claim in _beside(scene, one, other, rules[one.rule]):
            found.setdefault(claim.id, Portion(claim, "one of several figures in the sentence"))
    yield from found.values()


def refused_with_whole(
    scene: Scene, answers: Sequence[Sequence[Claim | Refusal]]
) -> dict[str, Refusal]:
    """
    Refuse, by the id of the claim, each part of a number that is said of something else.

    Of "since a raid in May that killed 26 people, including 20 children" neither is of the event.
    """
    refused: dict[str, Refusal] = {}
    by_place = dict(zip((one.first for one in scene.quantities), answers, strict=True))
    for quantity, placed in zip(scene.quantities, answers, strict=True):
        whole = whole_before(scene, quantity)
        away = {
            answer.rule: answer
            for answer in (by_place[whole.first] if whole else ())
            if isinstance(answer, Refusal) and answer.key in ("unless", "compare")
        }
        for claim in placed:
            if isinstance(claim, Claim) and claim.rule in away:
                refused[claim.id] = Refusal(claim.rule, away[claim.rule].key, "as its whole")
    return refused


def _is_counted_once(claim: Claim, rule: Rule) -> bool:
    """Whether a claim counts things or people of one event, whoever is named with it."""
    return rule.kind == "event" and claim.quantity is not None and claim.quantity.kind == "count"


def _included_alike(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what words call a part where nothing else tells it from its whole."""
    for whole, part in combinations(claims[:_MOST_FIGURES], 2):
        if part.rule != whole.rule or part.quantity is None or _differ(whole, part):
            continue
        if is_included(scene, part.quantity):
            yield part


def _is_set_between(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """
    Whether a part put in between is of a number before it: "20, 14 of them guests, died".

    Where the part has a word of its own ("40, five of them hurt, fled"), all of that is told.
    """
    number = scene.clause_at(quantity.first)
    if scene.tells_part(quantity.mention.number_last) is None or number not in scene.inclusions:
        return False
    hits = [hit for hit in scene.hits_of(rule.id) if hit.payload.facet == rule.words_facet]
    return not any(scene.clause(number).holds(hit) for hit in hits)


def _is_portion(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """Whether words, or where it is put, make a number a part of one before it."""
    return _is_told_as_part(scene, quantity, rule) or _is_set_between(scene, quantity, rule)


def _is_own_category(scene: Scene, claim: Claim, claims: Sequence[Claim], rule: Rule) -> bool:
    """
    Whether words behind a part tell what became of it alone: "43 hurt, including six | critically".

    No other number of the sentence is told so.
    """
    told = [match for match in claim.facets if match.name == rule.words_facet]
    quantity = claim.quantity
    if quantity is None or not told or told[0].span is None:
        return False
    if told[0].span.start < scene.tokens[quantity.mention.number_last - 1].end:
        return False
    if not is_included(scene, quantity):
        return False
    rivals = (other for other in claims if other.rule == claim.rule and other is not claim)
    return all(
        (told[0].name, told[0].value) not in {(m.name, m.value) for m in other.facets}
        for other in rivals
    )


def _is_any(claim: Claim, rule: Rule) -> bool:
    """
    Whether nothing told the group of a claim, so that it counts as one of all.

    Whoever did it tells no group of those he killed.
    """
    defaults = {facet.name: facet for facet in rule.facets if facet.default}
    return any(
        match.span is None or (match.value == facet.default and not _has_words(facet))
        for match in claim.facets
        if (facet := defaults.get(match.name)) is not None
    )


def _is_named(quantity: Quantity, claims: Sequence[Claim], rules: Mapping[str, Rule]) -> bool:
    """Whether a rule knows the group of a number by its name: "three | police officers"."""
    told = [
        claim
        for claim in claims
        if claim.quantity is quantity and rules[claim.rule].counts_one_event
    ]
    return bool(told) and not any(_is_any(claim, rules[claim.rule]) for claim in told)


def _has_words(facet: Facet) -> bool:
    """Whether the default of a facet is told by words of its own."""
    default = facet.values.get(facet.default or "")
    return default is not None and bool(default.words)


def _are_two_groups(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but joining words parts two groups of people: "12 miners and two guides"."""
    if one.head is None or other.head is None or one.unit == other.unit:
        return False
    first, second = sorted((one, other), key=lambda quantity: quantity.first)
    joins = scene.language.quantities.joins
    between = range(first.last, second.first)
    # From the front, since most pairs stand far apart and the first word tells.
    if any(scene.tokens[i].word not in joins and scene.tokens[i].word != "," for i in between):
        return False
    are_joined = any(scene.tokens[index].word in joins for index in between)
    return are_joined and all(_are_people(scene, quantity) for quantity in (one, other))


def _is_told_as_part(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """Whether words make a number a part: "including", "the toll includes", "among the dead"."""
    words, tokens = scene.language.discourse, scene.tokens
    if is_included(scene, quantity) or scene.before(quantity) in words.comprises:
        return True
    clause = scene.clause(scene.clause_at(quantity.first))
    start = clause.first
    if tokens[start].word not in words.among:
        return False
    start += 1 + (tokens[start + 1].word in words.articles)
    return any(
        hit.first == start and hit.last <= quantity.first
        for hit in scene.hits_of(rule.id)
        if hit.payload.facet == rule.words_facet
    )


def _is_among(scene: Scene, claim: Claim, rule: Rule) -> bool:
    """Whether a few are told to be of those whom something befell: "two are | among the dead"."""
    words, tokens = scene.language.discourse, scene.tokens
    told = (match.span for match in claim.facets if match.name == rule.words_facet)
    span = next(told, None)
    index = next((i for i, token in enumerate(tokens) if span and token.start == span.start), 0)
    quantity = claim.quantity
    if quantity is None or index <= quantity.last:
        return False
    index -= 1
    while tokens[index].word in words.articles | words.those:
        index -= 1
    return tokens[index].word in words.among and index >= quantity.last


def _is_ranked(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure of a next one follows: "most died in Orbana (40), followed by Karsk"."""
    followed, tokens = scene.language.discourse.followed, scene.tokens
    ranks = (i for i in range(quantity.last, len(tokens)) if tokens[i].word in followed)
    index = next(ranks, len(tokens))
    between = [other for other in scene.quantities if quantity.last <= other.first < index]
    behind = [other for other in scene.quantities if other.first > index]
    return bool(behind) and not between and _is_placed(scene, index + 1)


def _is_fresh(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number counts those since the last count: "12 new deaths"."""
    end = min(quantity.last + 1, len(scene.tokens))
    words = (token.word for token in scene.tokens[quantity.mention.number_last : end])
    return quantity.head is not None and not scene.language.discourse.fresh.isdisjoint(words)


def _is_added(scene: Scene, claim: Claim, events: Sequence[Claim]) -> bool:
    """Whether a toll rose by a number: "rose to 29 | when two more passengers died"."""
    quantity, words = claim.quantity, scene.language.discourse.further
    if quantity is None or claim.stage == "risen":
        return False
    stretch = scene.tokens[max(quantity.first - 1, 0) : quantity.last + 1]
    is_further = any(token.word in words for token in stretch)
    alike = (other for other in events if other.rule == claim.rule)
    risen = (other for other in alike if other.stage == "risen" or _is_reached(scene, other, claim))
    return is_further and any(_values(other) == _values(claim) for other in risen)


def _is_reached(scene: Scene, whole: Claim, claim: Claim) -> bool:
    """Whether a later number is what a figure came to: "two more died, taking the total to 14"."""
    first, later = claim.quantity, whole.quantity
    if first is None or later is None or later.first < first.last:
        return False
    return scene.before(later) in scene.language.checks.targets


def _values(claim: Claim) -> list[tuple[str, str]]:
    return [(facet.name, facet.value) for facet in claim.facets]


def _is_of_one_place(scene: Scene, claim: Claim, rule: Rule) -> bool:
    """Whether a later number without a noun is of another place: "12 in Orbana, four in Karsk"."""
    one = claim.quantity
    hits = [hit for hit in scene.hits_of(rule.id) if hit.payload.facet == rule.words_facet]
    for other in scene.quantities:
        if one is None or other.kind != "number" or other.first <= one.last:
            continue
        is_told = any(one.last <= hit.first and hit.last <= other.first for hit in hits)
        if is_told or not _is_placed(scene, other.last):
            continue
        if any(_is_placed(scene, index) for index in range(one.last, other.first - 1)):
            return True
    return False


def _is_placed(scene: Scene, index: int) -> bool:
    """Whether a preposition and a capitalised name stand at `index`."""
    if index + 1 >= len(scene.tokens):
        return False
    words = scene.language.discourse
    at = index + 1 + (scene.tokens[index + 1].word in words.articles)
    is_led = scene.tokens[index].word in words.prepositions
    return is_led and at < len(scene.tokens) and is_capital(scene, at)


def _is_told_again(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether one of two claims is what another source has for the figure of the other."""
    first, second = one.quantity, other.quantity
    if first is None or second is None:
        return False
    return first is echoed(scene, second) or second is echoed(scene, first)


def _are_people(scene: Scene, quantity: Quantity) -> bool:
    """Whether the noun of a count is one for people, and not for what befell them."""
    head = quantity.head
    nouns = (name for name in scene.names if name.payload.type == "noun")
    return head is not None and any(
        name.first <= head < name.last and name.payload.code == "person" for name in nouns
    )


def _beside(scene: Scene, one: Claim, other: Claim, rule: Rule) -> Iterator[Claim]:
    """Yield those of two claims that stand beside the other as portions of one figure."""
    first, second = one.quantity, other.quantity
    if one.rule != other.rule or first is None or second is None or _may_be_two(scene, one, other):
        return
    if not _differ(one, other):
        if not _is_part_of(scene, first, second, rule):
            yield one
        if not _is_part_of(scene, second, first, rule):
            yield other


def _is_part_of(scene: Scene, whole: Quantity, part: Quantity, rule: Rule) -> bool:
    """Whether a number is a part of another: "12 of the 40 aboard", "47 aboard, including four"."""
    if whole in (whole_behind(scene, part), whole_before(scene, part)):
        return True
    return whole.last <= part.first and _is_portion(scene, part, rule)


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two claims of a rule are of different facets."""
    pairs = [{(match.name, match.value) for match in claim.facets} for claim in (one, other)]
    return pairs[0] != pairs[1]


def _may_be_two(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether two figures may each be the whole: two speakers, two days, a rise, or one number."""
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.expected is None or second.expected is None:
        return True
    if one.speaker != other.speaker and not scene.are_joined(first, second):
        return True
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return True
    if one.is_before != other.is_before:
        return True
    if one.as_of != other.as_of or one.polarity != other.polarity or one.since != other.since:
        return True
    is_rise = any(_leaves(scene, quantity) for quantity in (first, second))
    return is_rise or first.expected.meets(second.expected)


def _leaves(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number is the level something left: "rose from 12"."""
    return scene.before(quantity) in scene.language.checks.origins
