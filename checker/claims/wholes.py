"""Which numbers only name the whole that another number is a part of: "31 of the 60 aboard"."""

from __future__ import annotations

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity, TokenKind
from checker.phrases import phrase_at, phrase_before

# "Out of every" has so many words, and "320 suppressions | de postes | sur 1 900" so many between.
_RATIO = 3
_LINK = 2
_KINDS = frozenset({"count", "number", "percent"})


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """
    Whether a number is the whole that a part is taken from.

    The part is a number before it ("31 of the 60 aboard were saved"), a number behind it where the
    whole opens its clause ("of the 60 aboard, 31 were saved"), or a word ("none of the 60"); but "a
    majority of 2,310" is so large itself.
    """
    index = _opener(scene, quantity)
    if index is None or _is_article_of_many(quantity, index):
        return False
    tokens = scene.tokens
    if is_of_number(scene, quantity):
        return True
    words = scene.language.discourse
    if index and tokens[index - 1].word in words.some:
        is_bare = index + 1 == quantity.first and tokens[index].word not in words.definite
        is_large = is_bare and tokens[index - 2].word in scene.language.numbers.articles
        return index == 1 or not is_large
    opens = index == 0 or tokens[index - 1].kind is not TokenKind.WORD or index in scene.clauses
    return opens and any(
        other.first >= quantity.last and other.kind in _KINDS for other in scene.quantities
    )


def is_of_number(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number stands right before what makes a whole of another: "31 of the |"."""
    index = _opener(scene, quantity)
    return any(other.last == index and other.kind in _KINDS for other in scene.quantities)


def _is_article_of_many(quantity: Quantity, index: int) -> bool:
    """Whether an opener is but the article of a vague count: "« | des | dizaines de missions »"."""
    return index + 1 == quantity.first and quantity.mention.form == "vague"


def whole_before(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Return the number that a part put in is taken of: "| 20 people, 14 of them men, died"."""
    number = scene.clause_at(quantity.first)
    if number not in scene.inclusions:
        return None
    start = scene.clause(number).first
    before = [other for other in scene.quantities if other.first < start]
    # The nearest one before the part; none where it reaches into it.
    return before[-1] if before and before[-1].last <= start else None


def is_included(scene: Scene, quantity: Quantity) -> bool:
    """Whether words that end right before a number make it a part: "including", "of whom"."""
    includes = scene.language.checks.includes
    return phrase_before(includes, scene.tokens, quantity.first) is not None


def opens_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether the word before a number may end words that make it a part: "of them", "davon"."""
    before, words = scene.before(quantity), scene.language
    return before in words.discourse.parts or before in words.checks.includes


def whole_behind(scene: Scene, quantity: Quantity) -> Quantity | None:
    """
    Return the counted whole that a number without a noun is a part of: "540 | of its 3,600 jobs".

    A noun that stands behind both is that of the whole.
    """
    has_noun = quantity.head is not None and quantity.head < quantity.last
    if quantity.kind not in ("number", "count") or has_noun:
        return None
    behind = (other for other in scene.quantities if other.first >= quantity.last)
    other = min(behind, key=lambda other: other.first, default=None)
    if other is None or other.kind != "count" or _opener(scene, other) != quantity.last:
        return None
    return other


def counted_whole(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Return the counted whole that a number without a noun is a part of, behind it or before."""
    return whole_behind(scene, quantity) or _opening_whole(scene, quantity)


def is_bare_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether counted things are out of a number without a noun: "320 jobs out of | 1,900"."""
    if quantity.kind != "number" or quantity.head is not None:
        return False
    ratios, tokens, first = scene.language.numbers.ratios, scene.tokens, quantity.first
    for start in range(max(first - _RATIO, 1), first):
        told = phrase_at(ratios, tokens, start)
        if told is not None and told[0] == first:
            near = [one for one in scene.quantities if 0 <= start - one.last <= _LINK]
            return any(one.kind == "count" for one in near)
    return False


def _opening_whole(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Return the whole in what opens the clause of a part: "of 63 drones launched, | 49 hit"."""
    comma = quantity.first - 1
    if quantity.kind != "number" or comma < 0 or scene.tokens[comma].word != ",":
        return None
    start = scene.clause(scene.clause_at(comma)).first
    before = [one for one in scene.quantities if start <= one.first and one.last <= comma]
    is_whole = len(before) == 1 and before[0].kind == "count"
    return before[0] if is_whole and _opener(scene, before[0]) == start else None


def is_about_part(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a word that stands by a whole tells of its part.

    What stands inside its phrase, or as a participle right behind it, tells of the whole: "of the
    40 people killed, 12 were children".
    """
    if quantity.first <= hit.first and hit.last <= quantity.last:
        return False
    is_own = hit.first == quantity.last and _is_participle(scene, hit)
    is_own |= _is_in_opening(scene, quantity, hit)
    return not is_own and is_whole(scene, quantity)


def _is_in_opening(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word stands in what opens a clause: "of 63 drones | launched overnight, 49 hit"."""
    region, tokens = scene.region_of(quantity), scene.tokens
    is_closed = region.last < len(tokens) and tokens[region.last - 1].word == ","
    return is_closed and region.holds(hit) and _opener(scene, quantity) == region.first


def _is_participle(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a comma or "by" follows a word, or a helping verb before the next number."""
    tokens, agents = scene.tokens, scene.language.discourse.agents
    if hit.last < len(tokens) and tokens[hit.last].word in agents | {","}:
        return True
    end = min((other.first for other in scene.quantities if other.first >= hit.last), default=None)
    words = scene.language.discourse
    helpers = words.passives | words.auxiliaries
    return any(token.word in helpers for token in tokens[hit.last : end])


def _is_owner(scene: Scene, index: int) -> bool:
    """Whether a token is the suffix of an owner or the owner itself: "the | island | 's | five"."""
    suffixes, tokens = scene.language.sentences.suffixes, scene.tokens
    return any(token.word in suffixes for token in tokens[index : index + 2])


def _opener(scene: Scene, quantity: Quantity) -> int | None:
    """Return where the words begin that make a whole of a number: "of the", "out of", "sur"."""
    tokens, words = scene.tokens, scene.language.discourse
    # "Won 21 of | his | 58 matches".
    passed = words.articles | words.possessives | words.owners
    found, index = None, quantity.first - 1
    while index >= 0:
        word = tokens[index].word
        if word in words.wholes:
            found = index
        elif _is_owner(scene, index):
            # "Three of | the island's | five cables".
            pass
        elif word not in passed:
            break
        index -= 1
    return found
