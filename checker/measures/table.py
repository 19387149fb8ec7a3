"""The units and currencies of a pack where they stand: by name, symbol, sign or code."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Kind, Language, Token, TokenKind
from checker.phrases import phrase_before, reads, touches
from checker.rows import NamedTuple
from checker.text import visible


class Measure(NamedTuple):
    """
    A unit in `tokens[first:last]`: a pint name, a currency code or an ambiguous name.

    `is_symbol` says that it is spelled in one way only ("lb"), which leaves nothing open.
    """

    first: int
    last: int
    unit: str
    kind: Kind
    is_symbol: bool = False


def sign_before(tokens: Sequence[Token], end: int, language: Language, text: str) -> Measure | None:
    """Return the currency sign or code that stands right before the token `end` ("US$", "EUR")."""
    table = language.quantities.signs
    if end <= 0 or tokens[end - 1].word not in table:
        return None
    found = phrase_before(table, tokens, end)
    if found is None:
        return None
    first, unit = found
    if touches(tokens, first) and tokens[first - 1].kind == TokenKind.NUMBER:
        # The euros of "12€50" are the first number's.
        return None
    start, stop = tokens[first], tokens[end - 1]
    letters = visible(text[start.start : stop.end]).rstrip("$£€¥₹ =")
    # "A $5 note" begins with an article.
    is_article = start.word in language.numbers.articles and not touches(tokens, first + 1)
    if first == end - 1 and len(letters) == 1 and not touches(tokens, end):
        # "R2.5bn", but "latitude N 40".
        return None
    if is_article or (
        letters
        and not letters.isupper()
        and letters[1:] == letters[1:].lower()
        and not (letters.istitle() and touches(tokens, end))
        and not _is_tight(tokens, first, end)
        and not _is_abbreviation(tokens, first, letters, language)
    ):
        # "He gave us $5" holds no US dollar sign; the plain sign remains.
        single = phrase_before(table, tokens, end, end - 1)
        return Measure(end - 1, end, single[1], "currency") if single and end - first > 1 else None
    return Measure(first, end, unit, "currency")


def _is_abbreviation(tokens: Sequence[Token], first: int, letters: str, language: Language) -> bool:
    """Whether one or two letters of a sign spell no word of the language: "hk $ 10", "Rs 300"."""
    word = tokens[first].word
    is_tail = touches(tokens, first)
    if len(word) > 2 or word in language.quantities.stops or is_tail:
        # "The country's $500" holds no Singapore dollar.
        return False
    return letters.istitle() or tokens[first + 1].word == "$"


def _is_tight(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the tokens of a sign stand together, and are more than letters."""
    has_mark = any(tokens[place].kind == TokenKind.SYMBOL for place in range(first, end))
    return has_mark and all(touches(tokens, place) for place in range(first + 1, end))


def measure_at(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the unit, currency or percent sign that begins at `index`."""
    if index >= len(tokens):
        return None
    table = language.quantities.units
    entries = table.get(tokens[index].word)
    if entries is None:
        return None
    beside = tokens[index + 1].word if index + 1 < len(tokens) else ""
    for rest, payload in entries:
        if rest and (rest[0] != beside or not reads(tokens, index + 1, rest)):
            continue
        last = index + 1 + len(rest)
        unit, kind, spelling = payload
        if spelling and visible(text[tokens[index].start : tokens[last - 1].end]) not in spelling:
            continue
        return Measure(index, last, unit, kind, bool(spelling))
    return None
