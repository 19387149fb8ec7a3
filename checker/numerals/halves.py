"""What adds to a number: "two `and a half` years", "an hour `and half`", "2 mil `e` 500"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.model import Language, Token, TokenKind
from checker.nouns import is_plural
from checker.phrases import phrase_at

# "And half": a joining word and the part.
_SHORT = 2
_TWO, _TEN, _HUNDRED = 2, 10, 100
_MOST_DECIMALS = 3


def plus_at(
    tokens: Sequence[Token], index: int, language: Language
) -> tuple[int, tuple[int, int]] | None:
    """
    Return where words that add a part to a number end, and that part; None when none stand there.

    Those that leave out the article they have elsewhere ("and half") need a unit, a magnitude or no
    word at all behind them: "two and half years", but not "he took two and half of the rest".
    """
    found = phrase_at(language.numbers.plus, tokens, index)
    if found is None:
        return None
    last, (top, bottom) = found
    if last - index == _SHORT and _lacks_article(tokens[index:last], language):
        return (last, (top, bottom)) if _is_measured(tokens, last, language) else None
    return last, (top, bottom)


def leads_to_two(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether "or two", which counts nothing else, stands at `index`: "an hour `or two`"."""
    words = language.quantities
    if index + 1 >= len(tokens) or tokens[index].word not in words.joins:
        return False
    is_choice = tokens[index].word in language.numbers.ranges.get("", ())
    if not is_choice or language.numbers.adders.get(tokens[index + 1].word) != _TWO:
        return False
    following = tokens[index + 2] if index + 2 < len(tokens) else None
    if following is None or following.kind is not TokenKind.WORD:
        return following is None or following.word != "-"
    if following.word in words.stops:
        return True
    is_noun = following.word in words.units or is_plural(following.word, words)
    return not (is_noun or words.has_capital_nouns)


def digit_behind(tokens: Sequence[Token], at: int, tens: int, language: Language) -> int:
    """Return the digit that a word for units joins to `tens` in words: "treinta y 3"; or 0."""
    if not _TEN < tens < _HUNDRED or tens % _TEN or at + 1 >= len(tokens):
        return 0
    allowed, digit = language.numbers.joiners.get(tokens[at].word), tokens[at + 1].word
    is_joined = bool(allowed) and len(digit) == 1 and digit.isdecimal()
    return int(digit) if is_joined and int(digit) in (allowed or ()) else 0


def joined_at(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> Sequence[int] | None:
    """
    Return what may follow the word at `last` that joins hundreds to a magnitude; None for nothing.

    "They owe 3 crores and 12 lakhs" and "tra un milione e 200mila" hold two numbers.
    """
    words, word = language.numbers, tokens[last].word
    allowed = words.joiners.get(word)
    if allowed is None or _HUNDRED in allowed:
        return allowed
    middles = words.ranges.get(tokens[first - 1].word if first else "", ())
    is_free = language.quantities.is_head_first and word not in middles
    return allowed if is_free and not allowed else None


def with_spoken(
    tokens: Sequence[Token], mark: int, value: Decimal, language: Language
) -> tuple[int, Decimal]:
    """Add decimals behind a spoken mark at `mark`, "3 virgule 5"; return where the number ends."""
    following = tokens[mark + 1] if mark + 1 < len(tokens) else None
    is_free = tokens[mark].word not in language.discourse.prepositions
    if following is None or not is_free or value != int(value) or value < 0:
        return mark, value
    digits = following.word
    if following.kind is not TokenKind.NUMBER:
        digits = str(language.numbers.adders.get(digits, ""))
    if not digits.isdecimal() or len(digits) > _MOST_DECIMALS:
        return mark, value
    return mark + 2, Decimal(f"{int(value)}.{digits}")


def _lacks_article(phrase: Sequence[Token], language: Language) -> bool:
    """Whether the pack has the phrase with an article too: "and a half"."""
    words, part = language.numbers, phrase[-1].word
    articles = words.articles - words.adders.keys()
    entries = words.plus[phrase[0].word]
    return any(rest[0] in articles and tuple(rest[1:]) == (part,) for rest, _ in entries if rest)


def _is_measured(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether a unit or magnitude, or nothing more, stands at `index`."""
    if index >= len(tokens) or tokens[index].kind is not TokenKind.WORD:
        return index >= len(tokens) or tokens[index].word not in ("-", "'")
    word = tokens[index].word
    if word in language.numbers.articles:
        return False
    return word in language.quantities.units or word in language.numbers.scales
