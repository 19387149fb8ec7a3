"""Whether a figure is told as one that was counted before: "an earlier toll", "a first count"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.claims.moves import has_risen, is_left
from checker.claims.scene import Region, Scene, T
from checker.claims.verbs import is_infinitive
from checker.lexicon import Hit
from checker.model import Quantity, Rule, Stage, TokenKind
from checker.numerals import NTH
from checker.rows import NamedTuple

# So many words may stand between a count and what tells its order: "an earlier official toll".
_BETWEEN = 2
# More words than these before the first comma say something of their own.
_LONGEST_OPENING = 8

_COUNTED = frozenset({"count", "number"})
# Any unit of area would do.
_LAND = "hectare"


class StageMark(NamedTuple):
    """Words that tell the stage of a figure, and whether they name the count itself."""

    first: int
    last: int
    stage: Stage
    is_count: bool


def may_grow(rule: Rule, quantity: Quantity, same_dimension: Callable[[str, str], bool]) -> bool:
    """Whether a rule counts what one event did, hour by hour: people, things or land."""
    if rule.counts_one_event:
        return quantity.kind in _COUNTED
    return rule.is_of_one_story and same_dimension(rule.unit, _LAND)


def stage_of(scene: Scene, quantity: Quantity) -> Stage:
    """
    Return whether a number is told as an earlier one, as a first one, or as neither.

    What says so stands before it in its clause, in a clause that governs it or opens the sentence,
    or behind it as the source of what is said: "31 dead, | according to an earlier toll".
    """
    if is_left(scene, quantity):
        return "earlier"
    found = {mark.stage for mark in stage_marks(scene) if _tells(scene, mark, quantity)}
    if found:
        return "earlier" if "earlier" in found else "first"
    # "A fifth victim died on Friday": the day is that of this death.
    return "risen" if quantity.mention.via == NTH or has_risen(scene, quantity) else ""


def is_stage(scene: Scene, hit: Hit[T]) -> bool:
    """Whether a term is of the words that tell a stage."""
    return any(mark.first < hit.last and hit.first < mark.last for mark in stage_marks(scene))


def stage_marks(scene: Scene) -> Iterator[StageMark]:
    """Yield the words of a sentence that tell a stage."""
    words, tokens = scene.language, scene.tokens
    if len(tokens) > 1 and tokens[0].word in words.discourse.earlier and tokens[1].word == ",":
        yield StageMark(0, 1, "earlier", is_count=False)
    for cue in scene.cues.get("formerly", ()):
        yield StageMark(cue.first, cue.last, "earlier", is_count=False)
    for cue in scene.cues.get("tally", ()):
        before = range(cue.first - 1, cue.first - 2 - _BETWEEN, -1)
        # Where adjectives stand before their noun, what stands behind it describes another.
        reach = 1 + _BETWEEN if words.quantities.is_head_first else 0
        for places in (before, range(cue.last, cue.last + reach)):
            place, stage = _described(scene, places)
            if stage:
                first, last = min(place, cue.first), max(place + 1, cue.last)
                yield StageMark(first, last, stage, is_count=True)


def _described(scene: Scene, places: range) -> tuple[int, Stage]:
    """Return where an adjective tells the stage of a count, and which; no mark in between."""
    words, tokens = scene.language.discourse, scene.tokens
    for place in places:
        if not 0 <= place < len(tokens) or tokens[place].kind is not TokenKind.WORD:
            break
        if tokens[place].word in words.earlier:
            return place, "earlier"
        if tokens[place].word in words.first:
            return place, "first"
    return 0, ""


def _tells(scene: Scene, mark: StageMark, quantity: Quantity) -> bool:
    """Whether words that tell a stage tell it of a number."""
    if mark.last <= quantity.first:
        return _leads(scene, mark, quantity)
    # "79 muertos | anunciados la víspera": an adjective is of the noun.
    behind = mark.first >= quantity.mention.number_last
    return behind and _follows(scene, mark, quantity)


def _leads(scene: Scene, mark: StageMark, quantity: Quantity) -> bool:
    """Whether they stand before the number, and nothing in between turns to another one."""
    tokens, current = scene.tokens, scene.language.discourse.current
    if any(token.word in current for token in tokens[mark.last : quantity.first]):
        return False
    its, own = (scene.clause_at(place) for place in (mark.first, quantity.mention.number_first))
    between = _counts(scene, Region(mark.last, quantity.first))
    if its == own:
        return all(scene.are_joined(other, quantity) for other in between)
    return not between and (_opens(scene, its) or _governs(scene, its, own))


def _opens(scene: Scene, number: int) -> bool:
    """Whether a clause is a short opening: "Earlier, ...", "According to an earlier toll, ..."."""
    return number == 0 and scene.clause(0).last <= _LONGEST_OPENING


def _governs(scene: Scene, number: int, own: int) -> bool:
    """Whether every clause behind one, up to that of a number, is a reported one."""
    that = scene.language.discourse.that
    regions = [scene.clause(place) for place in range(number + 1, own + 1)]
    return all(
        scene.tokens[region.first].word in that or is_infinitive(scene, region)
        for region in regions
    )


def _follows(scene: Scene, mark: StageMark, quantity: Quantity) -> bool:
    """Whether they stand behind the number as the source of what is said, or in brackets."""
    own = scene.clause_at(max(quantity.last - 1, 0))
    its = scene.clause_at(mark.first)
    region = scene.clause(its)
    if its - own > 1 or _counts(scene, Region(mark.last, region.last)):
        return False
    between = _counts(scene, Region(quantity.last, mark.first))
    if not all(scene.are_joined(quantity, other) for other in between):
        return False
    return _is_source(scene, mark, region) or (its == own and not mark.is_count)


def _is_source(scene: Scene, mark: StageMark, region: Region) -> bool:
    """Whether a mark is what a figure is from: "selon", "in", or set off by itself."""
    words, tokens = scene.language.discourse, scene.tokens
    start = mark.first
    while start > region.first and tokens[start - 1].word in words.articles:
        start -= 1
    if any(region.first <= cue.first < mark.last for cue in scene.cues.get("according", ())):
        return True
    if any(region.holds(cue) and cue.first >= mark.last for cue in scene.cues.get("says", ())):
        return True
    before = tokens[start - 1] if start else None
    if before is None or before.kind is not TokenKind.WORD:
        return before is not None
    return before.word in words.places


def _counts(scene: Scene, region: Region) -> list[Quantity]:
    """Return the numbers of a region that count something."""
    return [
        other
        for other in scene.quantities
        if other.kind in _COUNTED and region.first <= other.first and other.last <= region.last
    ]
