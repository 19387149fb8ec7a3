"""A number whose noun is told elsewhere: "a few of them", "had 43" beside another's points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Claim, Quantity, Rule, TokenKind
from checker.phrases import phrase_before

# Why a number without its noun is left alone.
NOUN_UNTOLD = "nothing in the article says what is counted"
# Marks behind which a figure goes on: "14-of-25", "30%", "7/8".
_GOES_ON = frozenset("-–—/%:+°")
# So many digits at least has a figure whose noun is left out: "had two" may be of anything.
_FEWEST_DIGITS = 2
# "In all", "all told".
_LONGEST_TOTAL = 2
# Nobody makes so many goals, runs of an inning or tries as the side that loses with these points.
_FEWEST_POINTS = 60


def told_elsewhere(
    scene: Scene, quantity: Quantity, rule: Rule, named: Sequence[Hit[Term]]
) -> list[Hit[Term]]:
    """
    Return what tells of a bare number that its noun stands elsewhere.

    A rule that wants a player takes the figure of a deed, and no part of it ("17 of them").
    """
    player = rule.facet("player")
    if player is not None and player.required and rule.words_facet is None:
        return _deeds(scene, quantity, rule)
    return _antecedent(scene, quantity, named)


def _deeds(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """
    Return the words of a deed that a bare number stands right behind: "finished | with 43".

    It is written in digits, at the end of its phrase: "made 14 of 25" and "hit 10 from the line"
    are something else.
    """
    is_bare = quantity.kind == "number" and quantity.mention.form == "digits"
    is_figure = is_bare and len(quantity.surface) >= _FEWEST_DIGITS
    if not is_figure or not ends_phrase(scene, quantity):
        return []
    # "Who's | 58" tells no deed.
    deeds = (hit for hit in scene.hits_of(rule.id) if hit.payload.key == "needs")
    suffixes = scene.language.sentences.suffixes
    is_suffix = scene.before(quantity) in suffixes
    return [] if is_suffix else [hit for hit in deeds if hit.last == quantity.first]


def _antecedent(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Return the noun that "of them" or "en" stands for: named before, in this clause or the last one.

    Of "on missiles, | it is false, | and as for drones, | it sent a few of them" it is drones.
    """
    region = scene.region_of(quantity)
    last = scene.clause(max(scene.clause_at(region.first) - 1, 0))
    is_partitive = any(region.holds(cue) for cue in scene.cues.get("partitive", ()))
    if not is_partitive and not _is_total(scene, quantity):
        return []
    topics = scene.language.discourse.topics
    start = max((i for i in range(quantity.first) if scene.tokens[i].word in topics), default=0)
    start = max(start, last.first)
    before = [hit for hit in named if start <= hit.first and hit.last <= quantity.first]
    return before[-1:]


def _is_total(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number behind a comma tells how many: "The porters left, | 700 in all"."""
    totals, tokens, start = scene.language.checks.totals, scene.tokens, quantity.last
    is_bare = quantity.kind == "number" and scene.before(quantity) == ","
    ends = range(start + 1, min(start + _LONGEST_TOTAL, len(tokens)) + 1)
    told = (phrase_before(totals, tokens, end, start) for end in ends)
    return is_bare and any(found is not None for found in told)


def ends_phrase(scene: Scene, quantity: Quantity) -> bool:
    """Whether nothing behind a number says what it counts: a mark, "and", "in" or "as" stands."""
    words, index = scene.language, quantity.last
    if index >= len(scene.tokens):
        return True
    token = scene.tokens[index]
    if token.kind is TokenKind.SYMBOL:
        return token.word not in _GOES_ON
    others = words.discourse.belonging | words.discourse.givers
    leads_on = words.discourse.prepositions | words.sentences.list_words | words.stop_words
    leads_on |= words.sentences.clause_words | words.sentences.time_words
    return token.word in leads_on - others or index in scene.dated


def is_left_out(words: Sequence[Hit[Term]]) -> bool:
    """Whether what names a thing counted is but the deed, so that its noun was left out."""
    return bool(words) and all(hit.payload.key == "needs" for hit in words)


def unlicensed(
    claims: Iterable[Claim], bare: Iterable[str], text: str, rules: Mapping[str, Rule]
) -> list[Claim]:
    """
    Return those of the `bare` claims of which nothing in the article says what is counted.

    A figure of the same rule with its noun says it, and so does a score that only points make.
    """
    claims, without = list(claims), frozenset(bare)
    told = {claim.rule for claim in claims if claim.id not in without}
    doubtful = [claim for claim in claims if claim.id in without and claim.rule not in told]
    if not doubtful or not _has_score_of_points(text):
        return doubtful
    return [claim for claim in doubtful if rules[claim.rule].unit != "point"]


def _has_score_of_points(text: str) -> bool:
    """Whether both sides of a score are so high that they have points: "104-99", "112–88"."""
    pairs = re.findall(r"(?<![\d.,–-])(\d{2,3})[–-](\d{2,3})(?![\d%–-])", text)
    return any(_FEWEST_POINTS <= int(loser) < int(winner) for winner, loser in pairs)
