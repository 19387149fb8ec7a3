"""What a rule reads a number as: whole years, what a thing starts at, 412 pence as 4.12."""

from __future__ import annotations

from decimal import Decimal

from checker.claims.scene import Scene
from checker.interval import Interval, within
from checker.model import Quantity, Rule
from checker.values import replace

# What is told in hundredths of one currency alone; cents may be of a dollar or of a euro.
_HUNDREDTHS = {"pence": "GBP"}
_HUNDREDTH = Decimal("0.01")
# The class of nouns for what a league plays in a year.
_SEASON = "season"


def measured(scene: Scene, quantity: Quantity, rule: Rule) -> Quantity:
    """
    Return a quantity as the rule reads it: "a level of 0.16", "a three-year contract", "412p".

    What a court or a contract sets is a whole number of years, and no time that runs. What a
    product starts at is its price.
    """
    if rule.unit == "blood_alcohol" and not quantity.unit:
        return replace(quantity, kind="percent", unit="percent")
    if rule.unit == "average":
        quantity = replace(quantity, unit=quantity.unit.partition("/")[0])
    if quantity.kind == "currency":
        return _base_price(scene, _in_whole(quantity), rule)
    if is_of_seasons(scene, quantity, rule):
        quantity = replace(quantity, kind="duration", unit="year")
    value, grain = quantity.value, quantity.mention.grain
    is_set = rule.kind == "event" and quantity.kind == "duration" and quantity.bound == "="
    if not is_set or quantity.mention.hedges or value is None or grain is None:
        return quantity
    whole = Interval(value - grain / 2, value + grain / 2, True, False)
    return replace(quantity, literal=whole, expected=whole)


def is_of_seasons(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """Whether a rule that counts years takes a number of seasons: a contract for four of them."""
    head = quantity.head
    if rule.unit != "year" or rule.kind != "event" or quantity.kind != "count" or head is None:
        return False
    return any(hit.first == head and hit.payload.code == _SEASON for hit in scene.names)


def _in_whole(quantity: Quantity) -> Quantity:
    """Tell an amount in the currency whose hundredths it is told in: "412 pence" are 4.12."""
    name, *per = quantity.unit.split("/")
    if name not in _HUNDREDTHS:
        return quantity
    value, low, high = (
        number and number * _HUNDREDTH for number in (quantity.value, quantity.low, quantity.high)
    )
    literal, expected = (
        reading and reading.scaled(_HUNDREDTH) for reading in (quantity.literal, quantity.expected)
    )
    unit = "/".join([_HUNDREDTHS[name], *per])
    whole = replace(quantity, unit=unit, unit_candidates=(), value=value, low=low, high=high)
    return replace(whole, literal=literal, expected=expected)


def _base_price(scene: Scene, quantity: Quantity, rule: Rule) -> Quantity:
    """
    Return the price that a product starts at as its price: "starting at $249", "à partir de 249".

    A preposition ends such words, and none that compare: "at least $249" stays a bound.
    """
    mention, value = quantity.mention, quantity.value
    is_sold = rule.unit == "currency" and rule.facet("product") is not None
    if not is_sold or mention.hedges != ("at_least",) or value is None or mention.grain is None:
        return quantity
    leading = [token.word for token in scene.tokens[mention.first : mention.number_first]]
    spelt = [word for word in leading if word.isalpha()]
    if not spelt or spelt[-1] not in scene.language.discourse.prepositions:
        return quantity
    price = within(value, mention.grain / 2)
    return replace(quantity, mention=replace(mention, hedges=()), literal=price, expected=price)
