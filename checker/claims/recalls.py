"""Which figures a report only recalls: of another event, of a year gone by, of a level left."""

from __future__ import annotations

from datetime import date

from checker.claims.moves import is_left
from checker.claims.scene import Region, Scene
from checker.claims.times import When, is_looked_back, when
from checker.claims.wholes import is_included
from checker.model import Polarity, Quantity, Rule, Stage
from checker.rows import NamedTuple

# Days: who dates an event by a whole year recalls it.
_YEAR = 364
_COUNTS = ("count", "number")


class Recall(NamedTuple):
    """What is known of a figure: its dates, its stage, and whether a name tells whose it is."""

    dates: When
    stage: Stage
    is_named: bool


def recalled(scene: Scene, quantity: Quantity, rule: Rule, known: Recall) -> str | None:
    """Say what a figure recalls; None for one that the report tells as its own."""
    dates = known.dates
    is_left_level = not known.stage and dates.source != "text" and is_left(scene, quantity)
    if is_left_level:
        return "a level that was left for another one"
    if _is_of_other(scene, quantity, rule, known):
        return "a look back at another event"
    is_of_now = _is_birth(scene, rule) or _is_ahead(scene, quantity)
    if _looks_back(dates, rule, scene.published) and not is_of_now:
        return f"a look back at {dates.as_of}"
    is_undated = dates.as_of is None and dates.is_told and rule.kind != "event"
    return "its own date is not known" if is_undated and _has_rival(scene, quantity) else None


def _is_of_other(scene: Scene, quantity: Quantity, rule: Rule, known: Recall) -> bool:
    """Whether a figure is of another event than the one that the report is about."""
    # A premium is told over the price "of the last three months".
    is_premium = quantity.kind == "percent" and rule.facet("bought") is not None
    if is_premium:
        return False
    if rule.counts_one_event and known.dates.is_long_past:
        return True
    if known.is_named or not rule.is_of_one_story:
        return False
    return is_looked_back(scene, quantity, has_rival=_has_rival(scene, quantity))


def dated(scene: Scene, quantity: Quantity, published: date | None, polarity: Polarity) -> When:
    """Date a quantity; a part without a date has that of its whole: "in May 400, | 30 of them"."""
    dates = when(scene, quantity, published, polarity)
    if dates.source == "text" or not is_included(scene, quantity):
        return dates
    before = [other for other in scene.quantities if other.last <= quantity.first]
    return when(scene, before[-1], published, polarity) if before else dates


def _looks_back(dates: When, rule: Rule, published: date | None) -> bool:
    """Whether a report of one event recalls another by its year: "the quake of 1906"."""
    period = dates.as_of
    if rule.kind != "event" or rule.compare.window_days is None or dates.source != "text":
        return False
    if period is None or (published is not None and period.last >= published):
        return False
    return (period.last - period.first).days >= _YEAR


def _is_birth(scene: Scene, rule: Rule) -> bool:
    """Whether a year is that of a birth, beside an age: "born in 1972, the baker of 52"."""
    births = scene.language.checks.births
    return rule.unit == "age" and any(token.word in births for token in scene.tokens)


def _is_ahead(scene: Scene, quantity: Quantity) -> bool:
    """Whether a report of no known day plans for the year: "he will be paid $4m in 2031"."""
    region, starts = scene.region_of(quantity), scene.language.discourse.starts
    # "It would be the biggest | since it bought Ostra for $9m in 2002."
    then = [at for at in range(region.first, quantity.first) if scene.tokens[at].word in starts]
    plan = Region(max(then, default=region.first), region.last)
    plans = scene.cues.get("planned", ())
    return scene.published is None and any(plan.holds(cue) for cue in plans)


def _has_rival(scene: Scene, quantity: Quantity) -> bool:
    """
    Whether the sentence sets another number of the same unit, or of none, beside one.

    "Three were found, days after the collapse | that killed 14" is of the one collapse: what a
    relative clause tells without a noun has no rival without one.
    """
    others = [other for other in scene.quantities if other is not quantity]
    if any(other.unit == quantity.unit for other in others):
        return True
    opening = scene.tokens[scene.region_of(quantity).first].word
    if opening in scene.language.discourse.relatives:
        return False
    is_count = quantity.kind in _COUNTS
    bare = (other for other in others if "" in (other.unit, quantity.unit))
    return is_count and any(other.kind in _COUNTS for other in bare)
