"""Which firm is bought, and whose figure it is where its word stands before the firm's name."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.names import name_match, name_value, names_in
from checker.claims.persons import is_undergone, name_behind, only_name
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# So many words may describe a firm, between the verb and its name: "buy the Canadian maker of".
_DESCRIBED_FIRM = 8
# Clauses that describe what is bought: "buy Aris, | a maker of pumps based in Tirso, | for $3m".
_CLAUSES_BACK = 3
# "In cash and shares" stands between a price and what is bought.
_PAID_IN = 6


def firm_behind(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the firm behind a word that opens a sentence: "Shares in | Corvo rose 5 percent".

    The capital of such a word is none of a name.
    """
    tokens, prepositions = scene.tokens, scene.language.discourse.prepositions
    for hit in words:
        start = hit.last + 1
        if hit.first or start >= quantity.first or tokens[hit.last].word not in prepositions:
            continue
        names = names_in(scene, Region(start, quantity.first))
        named = next((name for name in names if name.first <= start + 1), None)
        return name_match(scene, facet, named) if named else None
    return None


def is_figure(scene: Scene, found: FacetMatch, words: Sequence[Hit[Term]]) -> bool:
    """Whether a name is but the word for the figure, with the capital of a sentence: "Shares"."""
    return any(
        hit.first == 0 and scene.words(hit.first, hit.last).lower() == found.value for hit in words
    )


def firm_object(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return what is bought, by its name as written: "buys the chip maker Aris", "purchase of Aris".

    The name follows the verb or noun that the rule needs, with nothing but a description between,
    or a price or a bid and "for" ("a bid for Aris"); or it is the subject of a passive ("Aris was
    bought by Ostra") or of what says no ("Aris rejected an offer").
    """
    region, verbs = _told_in(scene, quantity, needs)
    for verb in verbs:
        is_subject = is_undergone(scene, verb) or _declines(scene, verb)
        if is_subject or _heads_line(scene, verb, quantity):
            return only_name(scene, facet, _own_subject(scene, Region(region.first, verb.first)))
    starts = (verb.last for verb in verbs if not _is_told_of(scene, verb, quantity))
    named = [name_behind(scene, start, region, reach=_DESCRIBED_FIRM) for start in starts]
    if not any(named):
        named = [_bid_for(scene, end, region) for end in (quantity.last, *(v.last for v in verbs))]
    values = {name_value(scene, found): found for found in reversed(named) if found is not None}
    return name_match(scene, facet, next(iter(values.values()))) if len(values) == 1 else None


def _told_in(
    scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]
) -> tuple[Region, list[Hit[Term]]]:
    """Return the clause that tells the deal: "will buy Aris, | a maker of pumps, | for $3m"."""
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    if verbs or not region.first or scene.tokens[region.first - 1].word != ",":
        return region, verbs
    for back in range(1, min(_CLAUSES_BACK, scene.clause_at(region.first)) + 1):
        before = scene.clause(scene.clause_at(region.first) - back)
        verbs = [hit for hit in needs if before.holds(hit)]
        if verbs:
            return before, verbs
    return region, []


def _bid_for(scene: Scene, index: int, region: Region) -> Region | None:
    """Return the name that "for" leads to behind a price: "$3 billion in cash | for Aris"."""
    words, tokens = scene.language.discourse, scene.tokens
    for place in range(index, min(index + _PAID_IN, region.last)):
        if tokens[place].word in words.bids:
            return name_behind(scene, place + 1, region, reach=_DESCRIBED_FIRM)
        if tokens[place].kind is TokenKind.SYMBOL:
            return None
    return None


def _declines(scene: Scene, verb: Hit[Term]) -> bool:
    """Whether a term tells of a no: "Aris | rejected an offer | of $3m"; its subject is wanted."""
    return any(cue.first == verb.first for cue in scene.cues.get("denied", ()))


def _heads_line(scene: Scene, verb: Hit[Term], quantity: Quantity) -> bool:
    """Whether a headline's participle follows the name that opens it: "Aris | bought for $3m"."""
    words, tokens = scene.language.discourse, scene.tokens
    if list(names_in(scene, Region(0, verb.first))) != [Region(0, verb.first)]:
        return False
    behind = tokens[verb.last].word if verb.last < len(tokens) else ""
    is_priced = quantity.first == verb.last + 1 and behind in words.bids
    return is_priced or behind in words.gerunds


def _is_told_of(scene: Scene, noun: Hit[Term], quantity: Quantity) -> bool:
    """
    Whether a term is a noun that something is told of: "the $3m takeover | will give Ostra shops".

    What is bought stands behind such a noun with "of" or "for" only.
    """
    words, tokens = scene.language.discourse, scene.tokens
    is_led = noun.first > 0 and tokens[noun.first - 1].word in words.articles
    is_noun = noun.last - noun.first == 1 and (is_led or noun.first == quantity.last)
    leads_on = words.belonging | words.bids | words.prepositions
    return is_noun and noun.last < len(tokens) and tokens[noun.last].word not in leads_on


def _own_subject(scene: Scene, region: Region) -> Region:
    """Return a stretch up to the first "of" in it: "the maker | of Crunchies is to be sold"."""
    words, tokens = scene.language.discourse, scene.tokens
    ends = (i for i in range(*region) if tokens[i].word in words.belonging)
    return Region(region.first, next(ends, region.last))
