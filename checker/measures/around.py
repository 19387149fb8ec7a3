"""What stands around a number and its unit: hedges behind them, words of a change before."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures.table import Measure, measure_at
from checker.model import Hedge, Language, Token, TokenKind
from checker.phrases import leads_to_number, phrase_at, phrase_before

_SYMBOL, _WORD = TokenKind.SYMBOL, TokenKind.WORD


def before_article(tokens: Sequence[Token], index: int, language: Language) -> int:
    """Return where an article before `index` begins, or `index`: "casi `la` mitad"."""
    words = language.discourse.articles
    return index - 1 if index and tokens[index - 1].word in words else index


def has_smaller(tokens: Sequence[Token], unit: Measure, language: Language, text: str) -> bool:
    """Whether a number with a smaller unit follows: "an hour and 45 minutes"."""
    at = unit.last
    at += at < len(tokens) and tokens[at].word in language.quantities.joins
    if at + 1 >= len(tokens) or unit.kind not in ("duration", "currency"):
        return False
    words, first = language.numbers, at
    while at + 1 < len(tokens) and at < first + _MOST_WORDS:
        word = tokens[at].word
        is_inside = at > first and (word == "-" or word in words.joiners)
        if not (is_inside or word in words.adders or tokens[at].kind == TokenKind.NUMBER):
            break
        at += 1
    if at == first:
        return False
    part = measure_at(tokens, at, language, text)
    if part is None or part.kind != unit.kind or part.unit == unit.unit:
        return False
    if unit.unit == "second":
        # "The first dose, and a second 21 days later".
        return False
    return unit.kind == "duration" or part.unit in language.quantities.subunits


def hedge_after(
    tokens: Sequence[Token], index: int, language: Language
) -> tuple[int, Hedge] | None:
    """Return where a hedge that begins at `index` ends, and which it is: "or more", "ou moins"."""
    words = language.numbers
    found = phrase_at(words.hedges_after, tokens, index)
    if found is None or found[1] == "exact":
        return None
    last, hedge = found
    if last < len(tokens) and tokens[last].word in words.hedge_stops:
        # "200 or more than." compares nothing.
        last += 1
        if last < len(tokens) and tokens[last].kind != _SYMBOL:
            return None
    if _begins_number(tokens, last, language) or _begins_hedge(tokens, last - 1, language):
        return None
    return last, hedge


# "Más alta que", "inferiores o iguales a": few hedges that begin with such a word are longer.
_LONGEST_HEDGE = 4


def _begins_hedge(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether the hedge of a further number begins at `index`: "de 1000 y `más alta que` 1500"."""
    hedges = language.numbers.hedges_before
    for end in range(index + 2, min(index + _LONGEST_HEDGE, len(tokens) - 1) + 1):
        found = phrase_before(hedges, tokens, end, index)
        if found is not None and found[0] == index:
            return tokens[end].kind == TokenKind.NUMBER or _begins_number(tokens, end, language)
    return False


def bounds_next(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether the word at `index` begins the hedge of a further number: "en moins de 48 heures"."""
    return _begins_hedge(tokens, index, language)


def _begins_number(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether a number, a currency sign or a slash begins at `index`: "3 % plus £500", "+/-"."""
    words, articles = language.numbers, language.discourse.articles
    if index + 1 < len(tokens) and tokens[index].word in words.articles | articles:
        # "£140 plus a £3 fee", "above 5 % and over the 3 % of May".
        index += 1
        if tokens[index].word in words.scales or tokens[index].word in words.groups:
            return True
    if index >= len(tokens):
        return False
    token = tokens[index]
    signs = language.quantities.signs.get(token.word, ())
    if token.word == "/" or (token.kind == _SYMBOL and any(not rest for rest, _ in signs)):
        return True
    is_word = token.word in words.adders or token.word in words.shares
    is_number = is_word or token.kind == TokenKind.NUMBER
    return is_number and not (index + 1 < len(tokens) and tokens[index + 1].word == "-")


# "Thirty-two", "treinta y dos": minutes and seconds need no longer numbers.
_MOST_WORDS = 3
# A word of change may stand this many linking words before its number ("rose by almost").
_MOST_LINKS = 2


def change_before(tokens: Sequence[Token], first: int, language: Language) -> str | None:
    """Return how a word before the number at `first` says that something moved, or None."""
    words, start = language.quantities, first
    if first > 1 and tokens[first - 2].word in language.numbers.particles.get(
        tokens[first - 1].word, ()
    ):
        # "Shot down 35 drones" moved no level.
        return None
    before = phrase_before(words.changes_before, tokens, first)
    for _ in range(_MOST_LINKS):
        if before is not None or not first or tokens[first - 1].word not in words.change_links:
            break
        first -= 1
        before = phrase_before(words.changes_before, tokens, first)
    by, levels = tokens[start - 1].word if start else "", language.checks.targets
    # "By" also names who did it ("killed by 5"): there a level must follow ("by 5 to 40").
    is_agent = by in language.discourse.givers and not leads_to_number(levels, tokens, start)
    if by in words.distant_changes and not is_agent:
        return _distant_change(tokens, start, language)
    return None if before is None or before[1].startswith("far") else str(before[1])


# The verb of a clause is rarely farther from its number than this.
_DISTANT = 15
_CLAUSE_ENDS = frozenset(";:.()–—")


def _distant_change(tokens: Sequence[Token], first: int, language: Language) -> str | None:
    """Return the change told by the verb of a clause: "fiel am Montag um 5 %", "um 5 % fiel"."""
    words = language.quantities
    for at in range(first - 1, max(first - _DISTANT, 0), -1):
        if tokens[at].word in _CLAUSE_ENDS:
            break
        found = phrase_before(words.changes_before, tokens, at)
        if found is not None and found[1] != "more":
            # "Gab um 5 % nach": beside such a word no change is weak.
            return "up" if found[1].endswith("up") else "down"
    for at in range(first + 1, min(first + _DISTANT, len(tokens))):
        if tokens[at].word in _CLAUSE_ENDS or tokens[at].word == ",":
            break
        found = phrase_at(words.changes_after, tokens, at)
        if found is not None and found[1] != "more":
            return "up" if found[1].endswith("up") else "down"
    return None
