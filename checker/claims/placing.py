"""Does a rule speak of a quantity? Its unit, words, needs and unless, one key after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.claims.befallen import is_befallen, is_group
from checker.claims.book import Name, Term
from checker.claims.counted import (
    beside_number,
    is_averaged,
    is_glued,
    is_of_other,
    is_other_noun,
    is_part,
    is_untaken,
    leads,
    set_beside,
)
from checker.claims.echoes import echoed
from checker.claims.ellipses import told_elsewhere
from checker.claims.fitting import SameDimension, is_integral, unit_fits
from checker.claims.measured import is_of_seasons
from checker.claims.products import is_counted
from checker.claims.resumed import needed, only_resumes, resume
from checker.claims.scene import Region, Scene
from checker.claims.sets import is_further_kind, told_of_set
from checker.claims.stages import is_stage, may_grow
from checker.claims.strangers import is_of_another, is_of_rate
from checker.claims.topics import is_topic, own_clause
from checker.claims.wholes import counted_whole, is_about_part, is_bare_whole, is_of_number
from checker.lexicon import Hit
from checker.model import Quantity, Refusal, Rule
from checker.values import frozen

# More words than these before the first comma say something of their own.
_LONGEST_OPENING = 6
# Refusals are made once for so many pairs of a rule and a unit.
_MOST_REMEMBERED = 4096


@frozen
class Placed:
    """A rule speaks of a quantity: the terms that said so, by key, inside the sentence."""

    words: tuple[Hit[Term], ...]
    needs: tuple[Hit[Term], ...]


def place(
    scene: Scene, quantity: Quantity, rule: Rule, same_dimension: SameDimension
) -> Placed | Refusal:
    """
    Check the keys of a rule in the order unit, words, needs, unless.

    Where an article goes on telling its figures, a sentence needs none of the words of `needs`.
    """
    # Many rules share a unit: each is tried once for a number.
    asked = quantity.first, quantity.kind, quantity.unit, rule.unit, rule.kind
    if asked not in scene.fits:
        fits = unit_fits(quantity, rule, same_dimension)
        scene.fits[asked] = fits or is_of_seasons(scene, quantity, rule)
    if not scene.fits[asked]:
        return _unfit(rule.id, quantity.unit or quantity.kind, rule.unit)
    words = _naming(scene, quantity, rule)
    if not words and rule.unit != "age":
        return Refusal(rule.id, "words", "no word for what is counted")
    is_numbered = bool(words) and _of_whole(scene, quantity, rule) == words
    is_part_only = not is_numbered and _is_mere_part(scene, quantity, words, rule)
    is_part_only &= not is_of_seasons(scene, quantity, rule)
    is_part_only |= is_bare_whole(scene, quantity)
    if rule.kind == "event" and (is_part_only or _is_when(scene, quantity)):
        return Refusal(rule.id, "words", "a part or the whole of what was counted")
    hits = scene.hits_of(rule.id)
    needs = needed(scene, quantity, rule)
    missing = _missing(scene, quantity, rule, needs)
    if missing and (needs or not (rule.id in scene.told or is_topic(scene, quantity, rule))):
        return Refusal(rule.id, "needs", missing)
    region = own_clause(scene, quantity, words) or _predicate(scene, quantity, needs)
    if rule.kind == "event":
        region = _with_governing(scene, region)
    refused = [hit for hit in hits if hit.payload.key == "unless" and region.holds(hit)]
    refused = [hit for hit in refused if not _is_of_others(scene, quantity, rule, hit)]
    if refused and may_grow(rule, quantity, same_dimension):
        # A figure that was counted before is one of the event still: "an earlier toll".
        refused = [hit for hit in refused if not is_stage(scene, hit)]
    if refused:
        said = scene.words(refused[0].first, refused[0].last)
        return Refusal(rule.id, "unless", f"“{said}” in the same clause")
    return Placed(tuple(words), tuple(needs))


@lru_cache(_MOST_REMEMBERED)
def _unfit(rule_id: str, stated: str, wanted: str) -> Refusal:
    """Refuse a number for its unit: most rules do, of every number."""
    return Refusal(rule_id, "unit", f"{stated} is no {wanted}")


def _is_of_others(scene: Scene, quantity: Quantity, rule: Rule, hit: Hit[Term]) -> bool:
    """Whether a word is said of another number: of a rate, of a rival, of a part of this whole."""
    tests = (is_of_rate, is_of_another)
    if any(test(scene, quantity, hit) for test in tests):
        return True
    # "Intercepted 58 of the 70 drones | launched": whatever befell the part.
    is_whole = rule.names_things and is_of_number(scene, quantity)
    return is_whole and is_about_part(scene, quantity, hit)


def _naming(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """Return the words for what is counted, be they told before what goes on telling of it."""
    words = _of_whole(scene, quantity, rule) if rule.names_things else []
    words = words or _named(scene, quantity, rule)
    is_open = bool(rule.resumes) and (rule.words_facet is not None or not rule.needs)
    if is_open and only_resumes(scene, rule, words) and resume(scene, quantity, rule):
        words = _named(scene, quantity, rule)
    return words


def _named(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """Return the words of the sentence for what is counted; most rules have none there."""
    hits = _naming_hits(scene, rule)
    if _is_named_beside(quantity, rule) and not any(_is_naming(hit.payload, rule) for hit in hits):
        return []
    return _words(scene, quantity, rule, hits)


def _is_when(scene: Scene, quantity: Quantity) -> bool:
    """Whether a time behind a comma only leads to an event: ", five months | after he signed"."""
    follows = [token.word for token in scene.tokens[quantity.last : quantity.last + 1]]
    is_led = quantity.kind == "duration" and scene.before(quantity) == ","
    return is_led and not scene.language.sentences.time_words.isdisjoint(follows)


def _parts_count(rule: Rule) -> bool:
    """Whether what a rule needs is told of a part: "three of five cables | cut", of no 12 bombs."""
    return rule.words_facet is None or rule.names_things


def _is_own(scene: Scene, quantity: Quantity) -> bool:
    """Whether a firm's things are counted, which are no set told before: "540 | of its jobs"."""
    words, index = scene.language.discourse, quantity.mention.number_last
    following = [token.word for token in scene.tokens[index : index + 2]]
    return (
        following[:1] != []
        and following[0] in words.belonging
        and following[-1] in words.possessives | words.owners
    )


def _is_mere_part(scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]], rule: Rule) -> bool:
    """Whether a number is a part of what was counted, and told for nothing else."""
    if any(rule.facet(name) is not None for name in ("product", "shareholder")):
        # "900 | of the mopeds found buyers" are all that did; so is "half | of the shares".
        return False
    is_firm = any(facet.type == "organisation" for facet in rule.facets)
    # "One in ten | of our jobs" is the share that a rule of shares reads.
    if rule.unit == "percent":
        return False
    # "540 | of its jobs", "€2 million | of his own money".
    if (is_firm or quantity.kind == "currency") and _is_own(scene, quantity):
        return False
    if not is_part(scene, quantity, words):
        return False
    is_told = bool(told_of_set(scene, quantity, rule))
    return not is_told and not is_further_kind(scene, quantity, words, rule)


def _missing(scene: Scene, quantity: Quantity, rule: Rule, needs: Sequence[Hit[Term]]) -> str:
    """Return what is wrong with the words that a rule needs; nothing where they are there."""
    if rule.needs.get(scene.language.code) and not needs:
        return "none of its words in the sentence"
    is_of_part = _parts_count(rule) and _is_told_of_part(scene, quantity, needs)
    return "told of a part of it" if is_of_part else ""


def _is_told_of_part(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> bool:
    """Whether all that a rule needs is said of a part: "540 of its 3,600 jobs | will go"."""
    is_of_part = bool(needs) and all(_tells_of_part(scene, quantity, hit) for hit in needs)
    return is_of_part and quantity.kind == "count"


def _tells_of_part(scene: Scene, whole: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word tells of a part; "most of the 400 drones | that it bought" were all bought."""
    relative = scene.relative_of(whole)
    is_of_all = relative is not None and relative.holds(hit)
    is_of_all = is_of_all or _leads_back(scene, whole, hit)
    return not is_of_all and is_about_part(scene, whole, hit)


def _leads_back(scene: Scene, whole: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a participle behind a whole is said of it: "shot down 87 of 103 drones | launched".

    Its part has a verb before it, which the rule refuses; one participle may be said of several
    wholes ("87 of 103 drones and two of nine missiles | launched").
    """
    region, words = scene.region_of(whole), scene.language
    said = scene.hits_of(hit.payload.rule)
    parted = (one.last <= whole.first for one in said if one.payload.key == "unless")
    lists = words.sentences.list_words | words.discourse.belonging | words.discourse.definite
    between = range(whole.last, hit.first)
    counted = [range(one.first, one.last) for one in scene.quantities]
    return (
        hit.first >= whole.last
        and region.holds(hit)
        and any(parted)
        and all(scene.tokens[i].word in lists or any(i in one for one in counted) for i in between)
    )


def _predicate(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> Region:
    """
    Return the clause in which `unless` counts.

    Of "most of the 400 drones fired | that Iran had sold" it is the relative clause, which has the
    verb that the rule needs.
    """
    relative = scene.relative_of(quantity)
    if relative is not None and any(relative.holds(hit) for hit in needs):
        # Between the two only a verb can stand, and only where verbs stand last: it counts too.
        is_parted = bool(scene.language.discourse.verb_final)
        return Region(quantity.last, relative.last) if is_parted else relative
    region = scene.region_of(quantity)
    return Region(0, region.last) if _is_led_up_to(scene, region) else region


def _with_governing(scene: Scene, region: Region) -> Region:
    """
    Add to a relative clause the one that it hangs on: "19 fires since May | that killed 40".

    So does one that tells what there was then: "the worst since a raid, | when 26 people died".
    """
    words, opener = scene.language, scene.tokens[region.first].word
    if region.first == 0:
        return region
    before = scene.clause(scene.clause_at(region.first) - 1)
    is_then = opener in words.sentences.clause_words and any(
        token.word in words.discourse.starts for token in scene.tokens[before.first : before.last]
    )
    is_governed = is_then or opener in words.discourse.relatives
    return Region(before.first, region.last) if is_governed else region


def _is_led_up_to(scene: Scene, region: Region) -> bool:
    """Whether a few words and a comma open the sentence before a clause: "Since 2014, ..."."""
    opening = scene.clause(0)
    if opening.last != region.first or opening.last - opening.first > _LONGEST_OPENING + 1:
        return False
    # "Among those under 25, ..." and "In the past 12 months, ..." tell who or when.
    holds_number = any(
        other.first < opening.last and other.kind not in ("age", "duration")
        for other in scene.quantities
    )
    return scene.tokens[opening.last - 1].word == "," and not holds_number


def _is_naming(term: Term, rule: Rule) -> bool:
    """Whether a term of a rule says what it counts."""
    return term.key == "words" if rule.words_facet is None else term.facet == rule.words_facet


def _naming_hits(scene: Scene, rule: Rule) -> Sequence[Hit[Term]]:
    """
    Return the terms of a rule, among them all those that say what it counts.

    Most sentences have no word of a rule whose patterns say when it is silent: these then wait.
    """
    waiting = scene.patterns.get(rule.id, ())
    if any(_is_naming(pattern.term, rule) for pattern in waiting):
        return scene.hits_of(rule.id)
    return scene.terms.get(rule.id, ())


def _words(
    scene: Scene, quantity: Quantity, rule: Rule, hits: Sequence[Hit[Term]]
) -> list[Hit[Term]]:
    """Return those of `hits` that name what is counted, where the rule's unit wants them."""
    named = [hit for hit in hits if _is_naming(hit.payload, rule)]
    if rule.words_facet is not None:
        named = [hit for hit in named if not is_other_noun(scene, quantity, rule.unit, hit)]
        # "The author of | 12 books" wrote them; a mother of 12 people is somebody else.
        told = named if rule.unit == "person" else hits
        if not _counts(scene, quantity, rule, named) or is_of_other(scene, quantity, told):
            return []
        if rule.unit != "person" and quantity.head is None and quantity.kind == "number":
            return beside_number(scene, quantity, named)
    is_measure = quantity.kind not in ("count", "number") or rule.unit in ("percent", "average")
    is_measure |= is_of_seasons(scene, quantity, rule)
    is_sold = rule.facet("product") is not None and is_counted(scene, quantity)
    if rule.words_facet is not None or is_measure or is_sold:
        region = scene.region_of(quantity)
        is_free = is_averaged if rule.unit == "average" else is_untaken
        near = [hit for hit in named if region.holds(hit) and is_free(scene, quantity, hit)]
        return near or set_beside(scene, quantity, named, rule)
    led = [hit for hit in named if leads(scene, quantity, hit)]
    if led:
        return led
    if quantity.head is not None:
        found = [hit for hit in named if _names(scene, quantity, hit)]
        if rule.unit == "magnitude" and not is_integral(quantity):
            # Of "6.4 quake rocks Verano" the last word is a verb.
            found += [hit for hit in named if hit.first == quantity.mention.number_last]
        return found if found and _names_all(scene, quantity, found) else []
    beside = _of_whole(scene, quantity, rule) or beside_number(scene, quantity, named)
    if rule.unit == "magnitude" and is_integral(quantity):
        beside = [hit for hit in beside if is_glued(scene, quantity, hit)]
    other = None if beside else echoed(scene, quantity)
    again = _words(scene, other, rule, hits) if other is not None else []
    return beside or again or told_elsewhere(scene, quantity, rule, named)


def _is_named_beside(quantity: Quantity, rule: Rule) -> bool:
    """Whether nothing but a word of its rule, in the sentence, says what a number counts."""
    is_measure = quantity.kind not in ("count", "number")
    return rule.words_facet is not None or is_measure or quantity.head is not None


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


def _of_whole(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """
    Return the noun of the whole that a bare number is a part of: "will cut 540 of its 3,600 jobs".

    What the rule needs must be told of the part, in the same clause.
    """
    whole = counted_whole(scene, quantity)
    if whole is None or not _parts_count(rule):
        return []
    region = scene.region_of(quantity)
    hits = scene.hits_of(rule.id)
    needs = (hit for hit in hits if hit.payload.key == "needs" and region.holds(hit))
    if not any(_tells_of_part(scene, whole, hit) for hit in needs):
        return []
    named = (hit for hit in hits if _is_naming(hit.payload, rule))
    return [hit for hit in named if whole.first <= hit.first and hit.last <= whole.last]


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
    ) or (is_group(scene, head, rule) or is_befallen(scene, quantity, rule, named))


def _is_people(name: Name, unit: str) -> bool:
    """Whether people are counted: of a country ("300 Russians"), or of a calling ("zwei Köche")."""
    is_calling = name.type == "noun" and name.code in ("somebody", "athlete", "bench")
    return unit == "person" and (is_calling or name.type == "country")
