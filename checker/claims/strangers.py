"""Words that tell of others than a number does: "60 relatives of those killed", "a vigil for"."""

from __future__ import annotations

from checker.claims.book import Term
from checker.claims.names import nouns_of_people
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity
from checker.plurals import is_plural

_COUNTED = frozenset({"count", "number"})
# Numbers told with what makes them another one: "$200 off", "from 28 percent", "of 31 years".
_AMOUNTS = frozenset({"currency", "percent", "age", "duration"})
_LED_UP_TO = frozenset({"currency", "duration"})
# So many words say something of a number: "suspended | for".
_SAID = 2


def is_of_strangers(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word tells of other people or things than a number counts."""
    if quantity.kind not in _COUNTED:
        return False
    tests = (_has_number, _is_purpose, _is_of_others)
    return any(test(scene, quantity, hit) for test in tests)


def _has_number(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a noun leads to a number of its own: "14 jurors heard of the deaths | of three"."""
    belonging, tokens = scene.language.discourse.belonging, scene.tokens
    if hit.first < quantity.last or hit.last >= len(tokens):
        return False
    if tokens[hit.last].word not in belonging:
        return False
    near = scene.touching(hit.last + 1, hit.last + 1)
    return any(one.first == hit.last + 1 and one.kind in _COUNTED for one in near)


def _is_purpose(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether something is for those whom a word names: "a vigil | for the dead drew 400"."""
    words, tokens = scene.language.discourse, scene.tokens
    before = hit.first - 1
    if hit.last > quantity.first or before < 1 or tokens[before].word not in words.articles:
        return False
    # "Led to the deaths | of | 12": that is their number.
    small = words.prepositions | words.belonging | words.articles
    between = (token.word for token in tokens[hit.last : quantity.first])
    return tokens[before - 1].word in words.purpose and not small.issuperset(between)


def _is_of_others(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether "of those" leads from a counted noun to a word: "60 relatives | of those killed"."""
    words, tokens, head = scene.language.discourse, scene.tokens, quantity.head
    is_named = head is not None and quantity.mention.number_last <= head < hit.first
    start = quantity.last
    if not is_named or hit.first <= start or tokens[start].word not in words.belonging:
        return False
    is_known = tokens[start].word in words.definite or hit.first > start + 1
    passed = words.articles | words.those
    people = {noun.last - 1 for noun in nouns_of_people(scene)}
    return is_known and all(
        tokens[index].word in passed
        or (index in people and is_plural(tokens[index].word, scene.language.quantities))
        for index in range(start + 1, hit.first)
    )


def is_of_rate(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word is the unit of another rate: "the £31-a-share offer of £640 million"."""
    near = scene.touching(hit.first, hit.last)
    rates = (other for other in near if "/" in other.unit and other is not quantity)
    return any(other.first <= hit.first and hit.last <= other.last for other in rates)


def is_of_another(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether words hold another amount of the same kind: "took | $200 off | what now costs $899".

    So do words that lead up to it, "18 months, | suspended for | 2 years", or begin with it, where
    both could count no noun: "a nine-year term was cut | to six".
    """
    if quantity.kind not in _AMOUNTS or (hit.first < quantity.last and quantity.first < hit.last):
        return False
    alike = [one for one in scene.quantities if one.kind == quantity.kind and one is not quantity]
    if any(one.first < hit.last and hit.first < one.last for one in alike):
        return True
    is_led = quantity.kind in _LED_UP_TO and hit.last - hit.first >= _SAID
    return is_led and any(one.first == hit.last != quantity.first for one in alike)
