"""Units and currencies in tokens: the sign before a number, the unit and the rate behind it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Hedge, Kind, Language, Token, TokenKind
from checker.phrases import leads_to_number, phrase_at, phrase_before, reads, touches
from checker.rows import NamedTuple
from checker.text import visible

_SYMBOL, _WORD = TokenKind.SYMBOL, TokenKind.WORD


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
    has_mark = any(tokens[place].kind == _SYMBOL for place in range(first, end))
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


def measure_after(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the unit behind a number that ends at `index`: "5 km", "15-month"."""
    size = len(tokens)
    if index >= size:
        return None
    word = tokens[index].word
    at = index
    if word == "-":
        is_tight = touches(tokens, index) and touches(tokens, index + 1)
        if not is_tight and not _is_set_apart(tokens, index, language, text):
            return None
        at = index + 1
    elif word in language.numbers.of and measure_at(tokens, index, language, text) is None:
        # "3 millions de tonnes", but "12 vom Hundert".
        at = index + 1
    elif word in _MARKS:
        return _marked(tokens, index, language, text)
    measure = measure_at(tokens, at, language, text)
    if measure is None:
        return _behind_adjective(tokens, index, language, text)
    is_short = measure.last == index + 1 and len(word) <= 2
    is_stop = is_short and word in language.quantities.stops and not touches(tokens, index)
    # "12 F-16 jets" holds no degrees.
    is_name = text[tokens[at].start].isupper() and _is_model(tokens, measure)
    # "12 in all" holds no inches, and neither does "1-in-100".
    is_word = is_stop and not _is_inch(tokens, index, language)
    is_word = is_word or (at > index and _joins_number(tokens, measure, language))
    if is_name or is_word or _is_of_next(tokens, measure):
        return None
    return measure if at == index else measure._replace(first=index)


# "5 - in the end": short words are rarely units behind a dash.
_LONGER = 3


def _is_set_apart(tokens: Sequence[Token], index: int, language: Language, text: str) -> bool:
    """Whether a hyphen between spaces joins a singular unit to its noun: "a 30 - year bond"."""
    if touches(tokens, index) or touches(tokens, index + 1):
        return False
    unit = measure_at(tokens, index + 1, language, text)
    if unit is None or unit.last >= len(tokens) or unit.kind not in ("duration", "dimension"):
        return False
    word, words = tokens[unit.last - 1].word, language.quantities
    following = tokens[unit.last]
    is_noun = following.kind == _WORD and following.word not in words.stops
    is_noun = is_noun or following.word == "-"
    is_singular = not word.endswith(tuple(language.dates.plural_endings))
    return is_noun and is_singular and len(word) >= _LONGER


def _is_of_next(tokens: Sequence[Token], sign: Measure) -> bool:
    """Whether a sign touches only the number behind it: "12 $50 notes"."""
    if sign.kind != "currency" or not touches(tokens, sign.last) or touches(tokens, sign.first):
        return False
    return tokens[sign.last].kind == TokenKind.NUMBER


_PRIMES = {"'": "foot", "′": "foot", '"': "inch", "″": "inch"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_MARKS = frozenset((*_PRIMES, *_BRACKETS))
# Longer words in brackets are no symbols.
_LONGEST_SYMBOL, _INCH_DIGITS = 4, 2


def _behind_adjective(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the unit of time behind an adjective: "three full days", "trois longues heures"."""
    if tokens[index].word not in language.quantities.adjectives:
        return None
    measure = measure_at(tokens, index + 1, language, text)
    is_time = measure is not None and measure.kind == "duration"
    return measure._replace(first=index) if measure is not None and is_time else None


def _marked(tokens: Sequence[Token], index: int, language: Language, text: str) -> Measure | None:
    """Return the unit that a mark behind a number tells or holds."""
    if tokens[index].word in _PRIMES:
        return _prime(tokens, index)
    return _bracketed(tokens, index, language, text)


def _prime(tokens: Sequence[Token], index: int) -> Measure | None:
    """
    Return feet or inches that a prime tells: 6'2", 10″.

    A quotation mark is one only where it touches the number and closes no quotation.
    """
    mark = tokens[index].word
    if not touches(tokens, index):
        is_apart = index + 1 < len(tokens) and not touches(tokens, index + 1)
        is_lone = is_apart and sum(token.word == mark for token in tokens) == 1
        # '10 " long' quotes nothing.
        return Measure(index, index + 1, _PRIMES[mark], "dimension") if is_lone else None
    if mark in "'′" and touches(tokens, index + 1) and tokens[index + 1].word == mark:
        # Two primes are a double one: 5''.
        return Measure(index, index + 2, "inch", "dimension")
    quotes = [
        place
        for place in range(index)
        if tokens[place].word == mark and tokens[place - 1].kind != TokenKind.NUMBER
    ]
    if mark in "'\"" and len(quotes) % 2:
        return None
    if mark == "'" and touches(tokens, index + 1):
        # "6'11", but "1'200" of thousands and "5's" of words.
        digits = tokens[index + 1].word.partition(".")[0]
        if not digits.isdecimal() or len(digits) > _INCH_DIGITS:
            return None
    return Measure(index, index + 1, _PRIMES[mark], "dimension")


def _bracketed(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the symbol of a unit that stands alone in brackets: "a weight of 20 (kg)"."""
    if index + 2 >= len(tokens) or len(tokens[index + 1].word) > _LONGEST_SYMBOL:
        return None
    measure = measure_at(tokens, index + 1, language, text)
    if measure is None or measure.last >= len(tokens):
        return None
    is_closed = tokens[measure.last].word == _BRACKETS[tokens[index].word]
    is_symbol = measure.kind in ("dimension", "temperature", "duration", "percent")
    # One letter between such brackets is a tag.
    is_symbol = is_symbol and (tokens[index].word != "<" or len(tokens[index + 1].word) > 1)
    last = measure.last + 1
    return Measure(index, last, measure.unit, measure.kind) if is_closed and is_symbol else None


def _is_inch(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """
    Whether a short unit that is a function word too ("in") is the unit.

    It is at the end of the sentence, or behind a number that follows a unit ("6 ft 2 in").
    """
    following = tokens[index + 1].word if index + 1 < len(tokens) else "."
    if following in (".", ")"):
        return True
    entries = language.quantities.units.get(tokens[index - 2].word, ()) if index >= 2 else ()
    is_length = index > 2 and any(payload[1] == "dimension" for _, payload in entries)
    is_length = is_length and tokens[index - 3].kind == TokenKind.NUMBER
    return is_length and tokens[index - 1].word.isdecimal()


def _joins_number(tokens: Sequence[Token], unit: Measure, language: Language) -> bool:
    """Whether a function word that is a unit too is joined to a number: "a 1-in-100 risk"."""
    last = unit.last
    if tokens[unit.first].word not in language.quantities.stops or last + 1 >= len(tokens):
        return False
    is_joined = tokens[last].word == "-" and touches(tokens, last) and touches(tokens, last + 1)
    return is_joined and tokens[last + 1].kind == TokenKind.NUMBER


def _is_model(tokens: Sequence[Token], measure: Measure) -> bool:
    """Whether a unit of one letter begins a name: "12 F-16 jets"."""
    first, last = measure.first, measure.last
    if len(tokens[first].word) > 1 or last >= len(tokens) or tokens[last].word != "-":
        return False
    return touches(tokens, last) and touches(tokens, last + 1) and not touches(tokens, first)


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
