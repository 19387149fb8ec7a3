"""The verb that moves what is counted, and the order in which the parties stand around it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Name, Term
from checker.claims.scene import Region, Scene, distance
from checker.lexicon import Hit
from checker.model import Quantity
from checker.rows import NamedTuple


class Verb(NamedTuple):
    """The verb that moves things: its tokens, and whether its subject receives ("buy")."""

    first: int
    last: int
    taking: bool

    def at(self, index: int) -> Verb:
        """Return the same verb as if it stood at `index`."""
        return Verb(index, index + self.last - self.first, self.taking)


def verb_of(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> Verb | None:
    """
    Return the moving verb nearest to the quantity.

    A verb that also reports ("announced") moves nothing while there is another one.
    """
    reporting = scene.reporting
    needs = [hit for hit in needs if hit.first not in reporting] or needs
    needs = [hit for hit in needs if not _is_noun(scene, quantity, hit)] or needs
    if not needs:
        return None

    nearest = min(needs, key=lambda hit: (distance(quantity, hit), hit.first))
    taking = any(
        cue.first < nearest.last and nearest.first < cue.last
        for cue in scene.cues.get("taking", ())
    )
    return Verb(nearest.first, nearest.last, taking)


def _is_noun(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word of moving names a deal or a gift: "a $5bn | deal"."""
    words, tokens = scene.language.discourse, scene.tokens
    if hit.first == quantity.last and not words.verb_final:
        return True
    return hit.first > 0 and tokens[hit.first - 1].word in words.articles


def is_passive(scene: Scene, verb: Verb) -> bool:
    """
    Whether a form of "be" stands right before the verb.

    Where verbs stand last it is as far off as it likes: "wurden | 300 Drohnen geliefert".
    """
    words = scene.language.discourse
    if words.verb_final:
        clause = scene.clause(scene.clause_at(verb.first))
        return any(t.word in words.verb_final for t in scene.tokens[clause.first : clause.last])
    if any(scene.tokens[verb.first].word.endswith(ending) for ending in words.gerund_endings):
        return False
    start = max(verb.first - 2, 0)
    return any(token.word in words.passives for token in scene.tokens[start : verb.first])


def is_opened(scene: Scene, verb: Verb) -> bool:
    """
    Whether a date, adverb or preposition opens a clause, so that a subject may follow the verb.

    Of "Im Mai lieferte Oslo" and "en mayo envió Oslo" it does; where a receiver may follow a verb
    as it is ("In May it sent Oslo"), order says nothing.
    """
    words, tokens = scene.language.discourse, scene.tokens
    if not (words.verb_final or words.indirect) or is_passive(scene, verb):
        return False
    clause = scene.clause(scene.clause_at(verb.first))
    is_dated = any(date.first == clause.first for date in scene.dates)
    opening = tokens[clause.first].word
    is_led = opening in words.prepositions - words.articles
    is_led = is_led or opening in (*words.totals, *words.current)
    return clause.first < verb.first and (is_dated or is_led)


def rank_before(hit: Hit[Name], bare: Sequence[Hit[Name]], verb: Verb) -> int | None:
    """
    Return the place of a party among the `bare` ones, which no preposition governs, before a verb.

    Where the verb of doing stands last, two of them stand before it, the subject first: "hat der
    Iran | Russland 300 Drohnen geliefert". None for fewer than two: order says nothing then.
    """
    before = [other for other in bare if other.last <= verb.first]
    places = [place for place, other in enumerate(before) if other is hit]
    return places[0] if places and len(before) > 1 else None


def is_infinitive(scene: Scene, region: Region) -> bool:
    """Whether a clause ends in an infinitive with its mark: "300 Drohnen | zu liefern"."""
    marks = scene.language.discourse.infinitives
    if not marks:
        return False
    words = [t.word for t in scene.tokens[region.first : region.last] if t.word.isalpha()]
    return any(word in marks for word in words[-3:-1])
