"""What was named before a clause that only goes on telling of it: "It lasted 20 seconds"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity, Rule

# "It lasted 20 seconds" goes on with one of so many sentences before it.
_REACH = 3
# Units in which nobody dates what is new.
_COARSE = frozenset({"year", "decade"})


def resume(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """
    Let words that go on telling stand for what was named before them; tell whether it is known.

    "The tremor hit at dawn. | It lasted 20 seconds": the terms of the rule in the sentence before
    count as if they stood at "it lasted". So do those of an earlier clause: "the siege, | which
    lasted two days". What may be either of two things is neither.
    """
    region = scene.region_of(quantity)
    hits = scene.hits_of(rule.id)
    leading = [hit for hit in hits if hit.payload.key == "resumes" and region.holds(hit)]
    if not leading:
        return False
    at = min(leading, key=lambda hit: abs(quantity.first - hit.last))
    told = _told_in_sentence(hits, rule, at) or _told_before(scene, rule)
    if told:
        # What the words themselves may mean is meant only where nothing was named before.
        hits = [hit for hit in hits if not (_names(hit, rule) and _is_within(hit, at))]
        scene.terms[rule.id] = [*hits, *(Hit(at.first, at.last, hit.payload) for hit in told)]
    return bool(told)


def only_resumes(scene: Scene, rule: Rule, words: Sequence[Hit[Term]]) -> bool:
    """Whether all that names a thing, if anything does, goes on with what was named before."""
    leading = [hit for hit in scene.hits_of(rule.id) if hit.payload.key == "resumes"]
    return all(any(_is_within(word, hit) for hit in leading) for word in words)


def needed(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """Return the words that a rule needs, be they told before what goes on telling of it."""
    found = [hit for hit in scene.hits_of(rule.id) if hit.payload.key == "needs"]
    if found or not rule.needs or not rule.resumes or not resume(scene, quantity, rule):
        return found
    return [hit for hit in scene.hits_of(rule.id) if hit.payload.key == "needs"]


def _told_in_sentence(hits: list[Hit[Term]], rule: Rule, at: Hit[Term]) -> list[Hit[Term]]:
    """Return the nearest term before some words that names what a rule is about."""
    before = [hit for hit in hits if _names(hit, rule) and hit.last <= at.first]
    return [max(before, key=lambda hit: hit.last)] if before else []


def _told_before(scene: Scene, rule: Rule) -> list[Hit[Term]]:
    """Return the terms of the nearest sentence before that names what a rule is about."""
    for earlier in islice(scene.earlier(), _REACH):
        hits = earlier.hits_of(rule.id)
        if not any(_names(hit, rule) for hit in hits):
            continue
        if _is_recalled(earlier) or any(hit.payload.key == "unless" for hit in hits):
            return []
        named = {hit.payload.value for hit in hits if _names(hit, rule)}
        return [hit for hit in hits if hit.payload.key != "resumes"] if len(named) == 1 else []
    return []


def _is_within(hit: Hit[Term], other: Hit[Term]) -> bool:
    """Whether a term stands inside another one."""
    return other.first <= hit.first and hit.last <= other.last


def _names(hit: Hit[Term], rule: Rule) -> bool:
    """Whether a term names what a rule is about: its thing, or what it needs."""
    if rule.words_facet is not None:
        return hit.payload.facet == rule.words_facet
    return hit.payload.key == ("needs" if rule.needs else "words")


def _is_recalled(scene: Scene) -> bool:
    """Whether a sentence tells of a whole year: "A quake razed the town in 1907"."""
    return any(mention.granularity in _COARSE for mention in scene.dates)
