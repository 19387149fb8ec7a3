"""Whether a number is asserted, denied, planned or sought."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Cue, Term
from checker.claims.scene import Region, Scene
from checker.claims.verbs import is_infinitive
from checker.lexicon import Hit
from checker.model import Polarity, Quantity, TokenKind

# The order in which cues win: a denial of a plan is a denial.
_ORDER: tuple[Polarity, ...] = ("denied", "sought", "planned")
# Words between a denial and the "that" it leads to: "denied in a statement on Tuesday | that".
_FARTHEST = 9


def polarity_of(
    scene: Scene,
    quantity: Quantity,
    needs: Sequence[Hit[Term]] = (),
    named: Sequence[Hit[Term]] = (),
) -> Polarity:
    """
    Return the polarity of a quantity.

    A cue counts in the clause of the number, before the number. A denial also counts in the clause
    that governs it: "denied | that it had sent 300 drones"; of an infinitive every cue does:
    "promised | to send 300 drones" where a comma parts the two. Where a relative clause behind the
    number has the verb of the rule, it counts too: "the 300 drones | that it hopes to buy". What is
    `named` says nothing: "les négociations | ont duré 14 heures".
    """
    own = scene.clause(scene.clause_at(quantity.mention.number_first))
    before = Region(own.first, quantity.first)
    relative = scene.relative_of(quantity)
    has_verb = relative is not None and any(relative.holds(hit) for hit in needs)
    for polarity in _ORDER:
        is_heard = polarity != "denied" and _is_heard(scene, own)
        if polarity == "denied" and _is_deed(scene, needs, before):
            continue
        if polarity != "denied" and _is_thing(scene, polarity, named, before):
            continue
        if _has(scene, polarity, before) and not (is_heard or _are_months(scene, polarity, before)):
            return polarity
        if relative is not None and has_verb and _has(scene, polarity, relative):
            return polarity
    governing = _governing(scene, own)
    if is_infinitive(scene, own):
        for polarity in _ORDER:
            if _has(scene, polarity, governing):
                return polarity
    if _has(scene, "denied", governing) or _is_refuted(scene, quantity, own):
        return "denied"
    return "asserted"


def _is_deed(scene: Scene, needs: Sequence[Hit[Term]], region: Region) -> bool:
    """Whether what might deny is the very deed a rule tells: "dismissed | after two years"."""
    denials = [cue for cue in scene.cues.get("denied", ()) if region.holds(cue)]
    return bool(denials) and all(_is_in(cue, needs) for cue in denials)


def _is_thing(scene: Scene, polarity: str, named: Sequence[Hit[Term]], region: Region) -> bool:
    """Whether what might plan is the very thing a rule tells of: "the search | took nine days"."""
    cues = [cue for cue in scene.cues.get(polarity, ()) if region.holds(cue)]
    leads = scene.language.discourse.articles | scene.language.discourse.possessives
    return bool(cues) and all(
        _is_in(cue, named) and cue.first > 0 and scene.tokens[cue.first - 1].word in leads
        for cue in cues
    )


def _is_in(cue: Hit[Cue], told: Sequence[Hit[Term]]) -> bool:
    """Whether a term of a rule holds a cue."""
    return any(hit.first <= cue.first and cue.last <= hit.last for hit in told)


def _is_heard(scene: Scene, own: Region) -> bool:
    """
    Whether a modal reports what has happened: "soll 300 Panzer | verloren haben".

    Where verbs stand last, the clause ends in a participle and a form of "have" or "be".
    """
    words, tokens = scene.language.discourse, scene.tokens
    last = own.last - 1
    while last > own.first and tokens[last].kind is not TokenKind.WORD:
        last -= 1
    if not words.verb_final or last <= own.first or tokens[last].word not in words.perfects:
        return False
    before = tokens[last - 1]
    return before.kind is TokenKind.WORD and not scene.text[before.start].isupper()


def _is_refuted(scene: Scene, quantity: Quantity, own: Region) -> bool:
    """Whether what is said turns out false behind the number: "reports that ... are false"."""
    words = scene.language.discourse
    behind = Region(quantity.last, own.last)
    return any(
        behind.holds(cue) and scene.tokens[cue.first].word in words.auxiliaries | words.passives
        for cue in scene.cues.get("denied", ())
    )


def _are_months(scene: Scene, polarity: str, region: Region) -> bool:
    """Whether the cues of a region are names of months: "the May 3 fire"."""
    return all(
        any(date.first <= cue.first and cue.last <= date.last for date in scene.dates)
        for cue in scene.cues.get(polarity, ())
        if region.holds(cue)
    )


def _governing(scene: Scene, own: Region) -> Region:
    """Return the clause before one with "that" or an infinitive; an empty region otherwise."""
    is_governed = scene.tokens[own.first].word in scene.language.discourse.that
    if own.first == 0 or not (is_governed or is_infinitive(scene, own)):
        return Region(0, 0)
    before = scene.clause(scene.clause_at(own.first) - 1)
    if not is_governed:
        return before
    # "Rejected the appeal of five men jailed for the raid | that left 13 dead" denies no raid.
    return Region(max(before.first, own.first - _FARTHEST), before.last)


def _has(scene: Scene, polarity: str, region: Region) -> bool:
    cues = (cue for cue in scene.cues.get(polarity, ()) if region.holds(cue))
    return any(not _is_passive_now(scene, cue.first) for cue in cues)


def _is_passive_now(scene: Scene, index: int) -> bool:
    """
    Whether the verb at `index` is one of the future elsewhere, but of the passive here.

    Where verbs stand last, a participle at the end of the clause tells: "werden 40 vermisst".
    """
    words, tokens = scene.language.discourse, scene.tokens
    if not words.verb_final or tokens[index].word not in words.passives:
        return False
    clause = scene.clause(scene.clause_at(index))
    inside = (i for i in range(clause.last - 1, index, -1) if tokens[i].kind is TokenKind.WORD)
    last = tokens[next(inside, index)].word
    return any(last.endswith(ending) for ending in words.participle_endings)


def asserts_nothing(scene: Scene, quantity: Quantity) -> str:
    """Name why a sentence says nothing of a quantity: a question, a condition; else nothing."""
    words = scene.language.discourse
    if any(token.word == "?" for token in scene.tokens[-2:]):
        return "a question"
    first = scene.region_of(quantity).first
    if scene.tokens[first].word in words.conditions:
        before = scene.tokens[first - 1].word if first else ""
        # "Falava-se em 12 mortos": behind a hyphen it is a pronoun.
        return "" if before in words.concessions | {"-"} else "a condition"
    return ""
