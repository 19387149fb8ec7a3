"""Numbers behind names that leave out verb and noun: "took 12 medals, Spain 9 and Italy 8"."""

from __future__ import annotations

from checker.model import Language, TokenKind
from checker.nouns import Written, is_plural

# "The Liberal Democrats 72".
_LONGEST_NAME, _SHORTEST_WORD = 4, 4
_ENDS = frozenset(",.;")


def gap_start(written: Written, first: int, last: int, language: Language) -> int | None:
    """
    Return where the name before a bare number begins that leaves out what is counted.

    A comma or "and" stands before the name, with its article perhaps, and a mark or "and" behind
    the number, which is `tokens[first:last]`; None where that is not so.
    """
    tokens, joins = written.tokens, language.quantities.joins
    if last < len(tokens) and tokens[last].word not in _ENDS and tokens[last].word not in joins:
        return None
    at = first
    while at > max(0, first - _LONGEST_NAME) and _is_name(written, at - 1):
        at -= 1
    if at == first or language.quantities.has_capital_nouns:
        return None
    if len(tokens[first - 1].word) < _SHORTEST_WORD:
        # "12 missiles, Kh 101 among them".
        return None
    articles = language.discourse.articles
    start = at
    at -= at > 0 and tokens[at - 1].word in articles - language.numbers.articles
    if at < 1 or (tokens[at - 1].word != "," and tokens[at - 1].word not in joins):
        return None
    return start


def is_gapped(written: Written, first: int, last: int, language: Language) -> bool:
    """
    Whether the number `tokens[first:last]` goes on with what an earlier one of its list counts.

    Between them stand names with their numbers alone: "12 medals, Spain 9 and Italy `8`".
    """
    at = gap_start(written, first, last, language)
    tokens, words, numbers = written.tokens, language.quantities, language.numbers
    while at is not None and at > 1:
        at -= 1
        word = tokens[at].word
        if _is_name(written, at):
            if word in numbers.names or word in numbers.labels:
                return False
        elif tokens[at].kind == TokenKind.WORD and not _links(word, language):
            near = tokens[max(0, at - _LONGEST_NAME) : at]
            is_noun = word not in words.stops and is_plural(word, words)
            is_noun = is_noun or any(unit[1] == "percent" for _, unit in words.units.get(word, ()))
            return is_noun and any(token.kind == TokenKind.NUMBER for token in near)
        elif word == "%":
            return True
    return False


def _links(word: str, language: Language) -> bool:
    return word in language.quantities.joins or word in language.discourse.articles


def _is_name(written: Written, at: int) -> bool:
    return written.tokens[at].kind == TokenKind.WORD and written.is_capital(at)
