"""Facets with a closed list of values: which of them the words around a number name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.claims.book import Term
from checker.claims.counted import is_other_noun, leads, set_beside, taken
from checker.claims.distances import away_from
from checker.claims.echoes import echoed
from checker.claims.names import one_beside
from checker.claims.scene import Region, Scene, distance
from checker.claims.sets import said_of_it, told_of_set
from checker.claims.wholes import counted_whole, opens_part
from checker.clauses import end_of_part
from checker.lexicon import Hit
from checker.model import Facet, FacetMatch, FacetValue, Quantity, Rule

# A comma between a number and a word counts as so many words more.
_COMMA = 3
# A verb, and an adverb or two, between those counted and what became of them.
_LONGEST_VERB = 3
# A term of fewer words is no phrase that tells who is counted in.
_SHORTEST_INCLUSION = 2
# Words between an amount and what tells its part: "$281 million will be paid in cash".
_LONGEST_REACH = 5
# Clauses between a subject and its verb: "The top version, | with 64 gigabytes, | costs".
_CLAUSES_BACK = 2


def closed_value(scene: Scene, quantity: Quantity, rule: Rule, facet: Facet) -> FacetMatch | None:
    """
    Return the value of a facet with a closed list.

    For the facet that names the thing counted, the nearest word wins, and values joined by a comma
    or "and" mean their whole. For any other, what the counted phrase says wins, then the value
    listed first in the rule: a modal ("will deliver") is listed before what it weakens. A facet
    with a default is told by the counted phrase and what stands at it; else the default holds.
    """
    if rule.words_facet == facet.name:
        return _named_value(scene, quantity, rule, facet)
    told = echoed(scene, quantity) if facet.default else None
    if told is not None:
        return closed_value(scene, told, rule, facet)
    hits = _values(scene, quantity, rule, facet)
    own, conjunct = _around(scene, quantity, hits)
    if facet.default:
        close = _close(scene, quantity, rule, conjunct)
        naming = [hit for hit in conjunct if _names_it(scene, quantity, hit)]
        naming += [hit for hit in own if _is_subject_and_verb(quantity, hit)]
        chosen = _first_listed(naming, facet)
        chosen = chosen or _first_listed([*close, *_apart(scene, quantity, rule, hits)], facet)
    else:
        inside = [hit for hit in own if quantity.first <= hit.first and hit.last <= quantity.last]
        chosen = _first_listed(inside, facet) or _first_listed(conjunct, facet)
        chosen = chosen or _first_listed(own, facet)
        chosen = chosen or _first_listed(_loose(scene, hits), facet)
    return _match(scene, facet, *chosen) if chosen else _default(scene, quantity, facet, hits)


def _named_value(scene: Scene, quantity: Quantity, rule: Rule, facet: Facet) -> FacetMatch | None:
    """Return the value of the facet that names the thing counted."""
    hits = _values(scene, quantity, rule, facet)
    hits = [hit for hit in hits if not is_other_noun(scene, quantity, rule.unit, hit)]
    if rule.unit == "person":
        # "The damage was estimated" tells no speaker: only people say anything.
        hits = said_of_it(scene, quantity, [hit for hit in hits if not _is_speaker(scene, hit)])
    own, conjunct = _around(scene, quantity, hits)
    whole = counted_whole(scene, quantity) if rule.names_things else None
    if whole is not None:
        own = [hit for hit in hits if whole.first <= hit.first and hit.last <= whole.last]
        return _match(scene, facet, own[0].payload.value, own[0]) if own else None
    of_set = [hit for hit in told_of_set(scene, quantity, rule) if hit in own]
    behind = of_set or _of_a_part(scene, quantity, own) or _of_next(scene, quantity, own)
    own = own or set_beside(scene, quantity, hits, rule)
    leading = [hit for hit in own if leads(scene, quantity, hit)]
    chosen = _nearest_value(scene, quantity, leading or behind or conjunct or own, facet)
    if chosen is None and rule.facet("from") is not None:
        chosen = next(((hit.payload.value, hit) for hit in away_from(scene, quantity, hits)), None)
    return _match(scene, facet, *chosen) if chosen else _default(scene, quantity, facet, hits)


def _values(scene: Scene, quantity: Quantity, rule: Rule, facet: Facet) -> list[Hit[Term]]:
    """Return the words of a facet in a sentence that mean one thing, not "any" of a kind."""
    hits = [hit for hit in scene.hits_of(rule.id) if hit.payload.facet == facet.name]
    return [hit for hit in hits if not _means_anyone(scene, quantity, hit)]


def _around(
    scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]
) -> tuple[list[Hit[Term]], list[Hit[Term]]]:
    """Return those of some words in the clause of a number, and those in its conjunct."""
    region, about_it = scene.region_of(quantity), scene.conjunct_of(quantity)
    own = [hit for hit in hits if region.holds(hit)]
    return own, [hit for hit in own if about_it.holds(hit)]


def _match(scene: Scene, facet: Facet, value: str, hit: Hit[Term]) -> FacetMatch:
    return FacetMatch(facet.name, value, scene.span(hit.first, hit.last))


def _default(
    scene: Scene, quantity: Quantity, facet: Facet, hits: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the default of a facet, if it has one; with the words of whoever another may count in.

    "| A gunman | killed three people", "three passengers and | the driver | died": none of them is
    one of the three, though "four dead" may count him.
    """
    if not facet.default:
        return None
    wider = [value for value in facet.values.values() if facet.default in value.parts]
    others = {part for value in wider for part in value.parts}
    doers = (hit for hit in hits if hit.payload.value in others and _acts(quantity, hit))
    beside = next(doers, None) or (one_beside(scene, quantity) if wider else None)
    told = scene.span(beside.first, beside.last) if beside else None
    return FacetMatch(facet.name, facet.default, told)


def _acts(quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term stands before a number, or tells behind it of its own: "killed himself"."""
    return hit.last <= quantity.first or hit.last - hit.first > 1


def _means_anyone(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether the noun of a number means people of any kind: "12 men were trapped".

    Beside a number of women or children it means men.
    """
    checks, head, generic = scene.language.checks, quantity.head, scene.language.discourse.generic
    if quantity.unit not in generic or head is None or not hit.first <= head < hit.last:
        return False
    if hit.first < quantity.first:
        # "Found | the two men | alive" tells what became of them.
        return False
    beside = {other.unit for other in scene.quantities if other is not quantity}
    groups = (group for group in checks.partitions.values() if quantity.unit in group)
    return not any(beside & group for group in groups)


def _is_speaker(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a word only tells who says it: "Survivors | said", "according to the survivors"."""
    words = scene.language.discourse
    passed = words.articles | words.auxiliaries
    first, last = hit.first, hit.last
    while first > 0 and scene.tokens[first - 1].word in passed:
        first -= 1
    while last < len(scene.tokens) and scene.tokens[last].word in passed:
        last += 1
    is_led = any(cue.last == first for cue in scene.cues.get("according", ()))
    starts = scene.clause(scene.clause_at(hit.first)).first
    says = any(cue.first == last for cue in scene.cues.get("says", ()))
    return is_led or (says and first == starts)


def _of_a_part(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Return the words behind a number of a set told before.

    "40 hurt, five of them critically"; "40 hurt, of whom five critically".
    """
    index, words = quantity.mention.number_last, scene.language
    is_part = any(cue.first == index for cue in scene.cues.get("partitive", ()))
    is_part |= index < len(scene.tokens) and scene.tokens[index].word in words.discourse.parts
    is_part |= opens_part(scene, quantity)
    behind = [hit for hit in hits if is_part and hit.first >= index]
    return [hit for hit in behind if not taken(scene, quantity, hit)]


def _of_next(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return the verb behind a number that "and" parts from one before it: "died | and 40 fled"."""
    joins, before = scene.language.sentences.list_words, quantity.first - 2
    if before < 0 or scene.before(quantity) not in joins:
        return []
    if not any(hit.last == before + 1 for hit in hits):
        return []
    behind = [hit for hit in hits if hit.first > quantity.last]
    return [hit for hit in behind if _are_helpers(scene, _between(scene, quantity, hit))]


def _between(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> list[str]:
    """Return the words between a number and a term behind it."""
    return [token.word for token in scene.tokens[quantity.last : hit.first]]


def _are_helpers(scene: Scene, words: Sequence[str]) -> bool:
    """Whether words are forms of "be" and "have", and no others."""
    known = scene.language.discourse
    return all(word in known.auxiliaries or word in known.passives for word in words)


def _apart(
    scene: Scene, quantity: Quantity, rule: Rule, hits: Sequence[Hit[Term]]
) -> list[Hit[Term]]:
    """Return the words that stand apart from the counted phrase and still tell of it."""
    about_it, subject = scene.conjunct_of(quantity), _subject_of(scene, quantity, rule)
    adverbial = [hit for hit in hits if _is_adverbial(scene, hit, about_it)]
    return [
        *(hit for hit in told_of_set(scene, quantity, rule) if hit in hits and about_it.holds(hit)),
        *(hit for hit in adverbial if not taken(scene, quantity, hit)),
        *(hit for hit in hits if subject.holds(hit)),
        *(hit for hit in hits if _is_counted_in(scene, quantity, hit)),
    ]


def _close(
    scene: Scene, quantity: Quantity, rule: Rule, hits: Sequence[Hit[Term]]
) -> list[Hit[Term]]:
    """Return the words in the counted phrase, or at a thing or an amount right beside it."""
    reach = 0 if rule.unit == "person" else _LONGEST_REACH
    part = _part_named(scene, quantity)
    return [
        hit
        for hit in hits
        if not taken(scene, quantity, hit)
        and (
            (quantity.first <= hit.first and hit.first <= quantity.last + reach - 1)
            or 0 <= quantity.first - hit.last <= reach - 1
            or hit.first == part
        )
    ]


def _names_it(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term is the noun itself or leads up to it: "two | warships", "crew of | 26"."""
    # A noun told before ("three children, with 107 more in hospital") is no longer its own.
    is_head = quantity.head is not None and quantity.first <= hit.first <= quantity.head < hit.last
    return is_head or leads(scene, quantity, hit)


def _is_subject_and_verb(quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term of several words ends at a number: "the | hospital received | 28 dead"."""
    return hit.last == quantity.first and hit.last - hit.first > 1


def _is_counted_in(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term tells who is counted in: "four people died, | including the gunman"."""
    words = scene.language.sentences.list_words | scene.language.discourse.parts
    if hit.first < quantity.last or hit.last - hit.first < _SHORTEST_INCLUSION:
        return False
    if scene.tokens[hit.first].word not in words:
        return False
    return not any(
        other.first < hit.first for other in scene.quantities if other.first > quantity.first
    )


def _part_named(scene: Scene, quantity: Quantity) -> int | None:
    """Return where the noun of a part stands: "14 of them | children", "14 of whom were | men"."""
    words = scene.language.discourse
    index = scene.tells_part(quantity.mention.number_last)
    if quantity.head is not None or index is None:
        return None
    passed = words.passives | words.auxiliaries | words.articles
    while index < len(scene.tokens) and scene.tokens[index].word in passed:
        index += 1
    return index


def _subject_of(scene: Scene, quantity: Quantity, rule: Rule) -> Region:
    """
    Return the clauses that hold the subject of a bare verb: "The top version, with 64 GB, | costs".

    An empty region where the clause of the number has more than what the rule asks for.
    """
    words, start = scene.language.discourse, scene.region_of(quantity).first
    leading = range(start, quantity.first)
    if rule.unit == "person" or not start or not leading:
        return Region(0, 0)
    verbs = {i for hit in scene.hits_of(rule.id) for i in range(hit.first, hit.last)}
    verbs |= {hit.first for hit in scene.cues.get("planned", ())}
    if not all(i in verbs or scene.tokens[i].word in words.passives for i in leading):
        return Region(0, 0)
    first = scene.clause(max(scene.clause_at(start) - _CLAUSES_BACK, 0)).first
    before = [one.last for one in scene.quantities if one.unit == quantity.unit]
    return Region(max([first, *(last for last in before if last <= start)]), start)


def _is_adverbial(scene: Scene, hit: Hit[Term], about_it: Region) -> bool:
    """
    Whether a term says where or how, not who: "marched across the country", "In all regions, ...".

    It begins with a preposition of its own, or with words for a part ("| including the gunman"), or
    is all that opens the sentence before a comma.
    """
    tokens, words = scene.tokens, scene.language.discourse
    # "Partout | en" ends in a preposition, where "à travers le pays" begins with one.
    is_led = any(tokens[at].word in words.prepositions for at in (hit.first, hit.last - 1))
    is_led |= end_of_part(tokens, hit.first, scene.language) is not None
    is_led &= hit.last - hit.first > 1
    if is_led and about_it.holds(hit):
        return True
    is_ended = hit.last < len(tokens) and tokens[hit.last].word == ","
    return hit.first == 0 and is_ended


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
    free = [hit for hit in hits if not taken(scene, quantity, hit)]
    if not free:
        return None
    # Of "missiles" and "missiles de croisière" the longer one is meant.
    nouns = [hit for hit in free if quantity.mention.number_last <= hit.first < quantity.last]
    ends = {hit.first: hit.last for hit in sorted(nouns, key=lambda hit: hit.last)}
    free = [hit for hit in free if hit not in nouns or hit.last == ends[hit.first]]
    nearest = min(free, key=lambda hit: (_distance(scene, quantity, hit), hit.first - hit.last))
    joined = {hit.payload.value for hit in _joined(scene, nearest, free)}
    if len(joined) > 1:
        whole = whole_of(joined, facet.values.values())
        if whole is not None:
            return whole, nearest
    order = list(facet.values)
    before = order[: order.index(nearest.payload.value)]
    verb = _befallen(scene, quantity, [hit for hit in free if hit.payload.value in before])
    is_noun = quantity.first <= nearest.first and nearest.last <= quantity.last
    verb = verb if is_noun else None
    return (verb or nearest).payload.value, verb or nearest


def _befallen(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """
    Return the verb right beside a phrase whose own noun is also a value: "freeing 12 hostages".

    It tells what became of them, and wins where the rule lists it before the noun.
    """
    for hit in hits:
        between = _between(scene, quantity, hit)
        is_behind = hit.first >= quantity.last and _are_helpers(scene, between)
        # "Some 20 injured are | still | in a serious state": a word or two may follow the verb.
        articles = scene.language.discourse.articles
        led = hit.last == quantity.first - 1 and scene.before(quantity) in articles
        is_late = bool(between) and _are_helpers(scene, between[:1]) and _is_plain(scene, between)
        if is_behind or is_late or led or hit.last == quantity.first:
            return hit
    return None


def _is_plain(scene: Scene, words: Sequence[str]) -> bool:
    """Whether a few words say nothing of another thing: no mark, no joining word."""
    joins = scene.language.sentences.list_words
    return len(words) <= _LONGEST_VERB and all(w.isalpha() and w not in joins for w in words)


def _distance(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> int:
    """
    Return how many tokens lie between a term and the number; 0 where one holds the other alone.

    A comma parts more than a word: of "shot three people, killing one" three were shot.
    """
    held = [one for one in scene.quantities if hit.first <= one.first and one.last <= hit.last]
    if held == [quantity] and hit.first < quantity.first:
        return 0
    if quantity.first <= hit.first and hit.last <= quantity.last:
        # "12 people and injured 30": what stands behind the head noun may be another verb.
        return 0 if quantity.head is None else max(hit.first - quantity.head, 0)
    between = scene.tokens[min(hit.last, quantity.last) : max(quantity.first, hit.first)]
    commas = sum(token.word in ",;" for token in between)
    return distance(quantity, hit) + 1 + _COMMA * commas


def _joined(scene: Scene, nearest: Hit[Term], hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return the terms in one list with the nearest: "dead, wounded or deserted"."""
    chain, first, last = [nearest], nearest.first, nearest.last
    in_order = sorted(hits, key=lambda other: other.first)
    for hit in in_order:
        if hit.first >= last and _are_joined(scene, last, hit.first):
            chain.append(hit)
            last = hit.last
    # Verbs may stand before the number: "has killed or wounded 9,000".
    for hit in reversed(in_order):
        if hit.last <= first and _are_joined(scene, hit.last, first):
            chain.append(hit)
            first = hit.first
    return chain


def _are_joined(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but joining words stands between two terms, and at least one."""
    return start < end and all(_is_join(scene, t.word) for t in scene.tokens[start:end])


def _is_join(scene: Scene, word: str) -> bool:
    words = scene.language
    joins = words.sentences.list_words | words.discourse.auxiliaries | words.discourse.belonging
    return word == "," or word in joins


def whole_of(parts: set[str], values: Collection[FacetValue]) -> str | None:
    """Return the smallest whole that has all `parts`, of those that cannot be all of it."""
    own = {one.id: {*one.parts} - {v.id for v in values if v.may_be_all} for one in values}
    wholes = [name for name, held in own.items() if held and parts <= held | {name}]
    return min(wholes, key=lambda name: len(own[name])) if wholes else None
