"""Two levels of one thing in one sentence, an earlier one and a later: "from 50 to 60"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._amounts import loosely
from checker.checks._case import tokens_of, word_at, words_between
from checker.checks._whens import Whens
from checker.interval import ZERO, Interval
from checker.model import Language, Quantity, Token, TokenKind
from checker.phrases import phrase_at, phrase_before
from checker.rows import NamedTuple

# Ends of one move this far apart have probably not been read in one magnitude ("from 60 to 50
# millions").
_MOST_APART = 20
_LONGEST_AGAINST = 4
_LONGEST_LINK = 5
# Lengths of time between two levels.
_MOST_BETWEEN = 3
# Where a change may stand behind a move, dates in between included.
_LONGEST_REACH = 30
# "From $50 `at noon on Tuesday` to $60".
_LONGEST_WHEN = 6
_ENDS = frozenset({".", ",", ";", ")", "!"})
_FULL_STOPS = frozenset({".", ")", "!"})


class Move(NamedTuple):
    """
    Two levels, `old` and `new`, with the numbers they may stand for.

    `strict` holds what careful writers mean by either, `loose` what a second rounding allows.
    `quantities` are one range or two quantities, in order; `first` and `last` the half-open range
    of tokens from the word before the first level ("from") to the end of the last. `is_open` says
    that the earlier level may be one of another date than the change beside it counts from: "down
    2 % to $80, against $120 a year ago"; `is_dated` that a date stands between them. `whens` are
    the places of the sentence that only say when.
    """

    quantities: tuple[Quantity, ...]
    old: Decimal
    new: Decimal
    strict: tuple[Interval, Interval]
    loose: tuple[Interval, Interval]
    first: int
    last: int
    is_open: bool = False
    is_dated: bool = False
    whens: Whens | None = None

    @property
    def unit(self) -> str:
        """The unit of both levels."""
        return self.quantities[0].unit

    @property
    def surface(self) -> str:
        """Both levels as written, the earlier first."""
        told = [f"“{one.surface}”" for one in self.quantities]
        return " and ".join(told)


def moves(quantities: Sequence[Quantity], language: Language) -> Iterator[Move]:
    """Yield every move that one sentence tells in so many words."""
    if not quantities:
        return
    whens = Whens(quantities[0].mention.sentence, quantities, language)
    for place, one in enumerate(quantities):
        found = _range(one, language)
        if found is None and place + 1 < len(quantities):
            found = _pair(one, quantities[place + 1 : place + 1 + _MOST_BETWEEN], whens, language)
        if found is not None and _is_plain(found):
            yield found._replace(whens=whens)


def _is_plain(move: Move) -> bool:
    low, high = sorted((move.old, move.new))
    return low > 0 and high / low <= _MOST_APART and low != high


def _range(one: Quantity, language: Language) -> Move | None:
    """Read "from 50 to 60", which is one mention; what it loses is which end came first."""
    tokens, words = tokens_of(one), language.checks
    if one.bound != "range" or one.low is None or one.high is None or one.change:
        return None
    if tokens[one.first].word not in words.origins:
        return None
    first = _first_number(tokens[one.first : one.last], language)
    ends = [_digits(one.low), _digits(one.high)]
    if ends[0] == ends[1] or first not in ends:
        return None
    low, high = one.low, one.high
    old, new = (low, high) if first == ends[0] else (high, low)
    half = (one.mention.grain or ZERO) / 2
    strict = Interval(old - half, old + half), Interval(new - half, new + half)
    loose = loosely(strict[0], one), loosely(strict[1], one)
    return Move((one,), old, new, strict, loose, one.first, one.last)


def _first_number(tokens: Sequence[Token], language: Language) -> tuple[int, ...] | None:
    """Return the significant digits of the first number written in digits."""
    numbers = language.numbers
    for token in tokens:
        if token.kind is TokenKind.NUMBER:
            text = token.word
            for mark in (*numbers.group, " "):
                text = text.replace(mark, "")
            text = text.replace(numbers.decimal, ".")
            return _digits(Decimal(text)) if text.replace(".", "", 1).isdecimal() else None
    return None


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def _pair(
    one: Quantity, following: Sequence[Quantity], whens: Whens, language: Language
) -> Move | None:
    """Read two levels of one unit: "from $50 to $60", "to $60 from $50", "to 60, against 50"."""
    other = _next_level(one, following)
    if other is None or one.first == 0:
        return None
    before, between = tokens_of(one)[one.first - 1].word, words_between(one, other)
    words = language.checks
    if before in words.origins and between[-1:] and between[-1] in words.targets:
        is_dated = len(between) > 1
        if is_dated and not _is_when(range(one.last, other.first - 1), whens):
            return None
        move = _of(one, other, one)
        return move and move._replace(is_dated=is_dated)
    if before not in words.targets or not 0 < len(between) <= _LONGEST_AGAINST:
        return None
    is_against = all(word == "," or word in words.against for word in between)
    found = _of(other, one, one) if is_against and between[-1] != "," else None
    return found and found._replace(is_open=_is_open(other, between, language))


def _next_level(one: Quantity, following: Sequence[Quantity]) -> Quantity | None:
    """Return the next quantity that is no length of time, if both are levels alike."""
    other = next((each for each in following if each.kind != "duration"), None)
    if other is None or one.value is None or other.value is None or one.change or other.change:
        return None
    # "From €900 to €1,050 a month".
    is_alike = one.unit == other.unit or (bool(one.unit) and other.unit.startswith(f"{one.unit}/"))
    return other if is_alike and one.kind == other.kind else None


def _is_when(places: range, whens: Whens) -> bool:
    """Whether only a date stands between two levels: "from 50 in May to 60"."""
    return len(places) <= _LONGEST_WHEN and all(at in whens.places for at in places)


def _is_open(old: Quantity, before: Sequence[str], language: Language) -> bool:
    """Whether a level told last is no plain "from" one, or something is said of its date."""
    tokens = tokens_of(old)
    is_last = old.last >= len(tokens) or tokens[old.last].word in _ENDS
    return not is_last or any(word not in language.checks.origins for word in before)


def _of(old: Quantity, new: Quantity, first: Quantity) -> Move | None:
    last = new if first is old else old
    if old.value is None or new.value is None or old.expected is None or new.expected is None:
        return None
    strict = old.expected, new.expected
    loose = loosely(strict[0], old), loosely(strict[1], new)
    return Move((first, last), old.value, new.value, strict, loose, first.first - 1, last.last)


def is_led(move: Move, quantity: Quantity, language: Language) -> bool:
    """Whether a change stands right before a move: "up 20 % last year, from 50 to 60"."""
    tokens, whens = tokens_of(quantity), _places(move)
    if move.is_open or move.is_dated:
        # "Rose 3 % in May, from 100 in January to 140": the change may be one of May alone.
        whens = frozenset()
    known = language.checks.passing | {","}
    return all(at in whens or tokens[at].word in known for at in range(quantity.last, move.first))


def is_alone(move: Move, quantity: Quantity, language: Language) -> bool:
    """Whether only joining words stand between a move and a change, and nothing behind that."""
    tokens, words = tokens_of(quantity), language.checks
    if quantity.first - move.last > _LONGEST_REACH:
        return False
    whens = _places(move)
    led = phrase_before(language.quantities.changes_before, tokens, quantity.first, move.last)
    end = led[0] if led else quantity.first
    between = [tokens[at] for at in range(move.last, end) if at not in whens]
    behind = phrase_at(language.quantities.changes_after, tokens, quantity.last)
    after = behind[0] if behind and behind[1] in ("up", "down") else quantity.last
    if not 0 < len(between) <= _LONGEST_LINK or after + 1 in whens:
        return False
    if not _is_end(tokens, after, language):
        return False
    if quantity.change and not led and len(between) > 1 and between[-2].word in words.links:
        # "A sharp 3 percent drop".
        between = between[:-1] if between[-1].kind is TokenKind.WORD else between
    changing = language.quantities.changes_before
    known = words.restated | language.discourse.articles | words.links
    return all(
        token.word in known or token.word in changing or token.word in (",", "(", "+", "-")
        for token in between
    ) and (quantity.change is not None or between[-1].word in words.restated)


def _is_end(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """
    Whether nothing follows a change that may give it another base: "up 20 % on last year".

    Behind a comma a new clause may begin, but no preposition: "up 20 %, against 10 %".
    """
    word, after = word_at(tokens, at), word_at(tokens, at + 1)
    if at >= len(tokens) - 1:
        return not word or word in _FULL_STOPS
    words = language.checks
    bases = words.against | words.origins | words.adjusted | language.discourse.prepositions
    # "50 % more, to build three schools".
    bases -= language.discourse.purpose - words.against - words.origins
    is_clause = at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.WORD
    return word == ";" or (word == "," and is_clause and after not in bases)


def _places(move: Move) -> frozenset[int]:
    return move.whens.places if move.whens is not None else frozenset()
