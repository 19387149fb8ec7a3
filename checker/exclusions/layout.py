"""Numbers that what stands around them makes a telephone number, an address, a score, a part."""

from __future__ import annotations

from collections.abc import Container, Sequence

from checker.exclusions.ordinals import is_alone
from checker.measures import measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords
from checker.nouns import Written
from checker.phrases import GAP, touches
from checker.text import visible

# Groups of a telephone number are this long at most, unless hyphens join them.
_LONGEST_GROUP = 4
_GROUPS = 3
# The digits of an American area, and of what follows it.
_AREA = 3
# Behind a word such as "call", two groups or this many digits are a telephone number.
_CUED_GROUPS, _CUED_DIGITS = 2, 5
# "06 1234567".
_SHORTEST_CODE = 2
# "Call us on", "phone number:".
_CUE_DISTANCE = 3
# "RS6", "RM500": the numbers of models are short.
_LONGEST_MODEL = 3
# No count of so many digits begins with a zero: "0700", "007".
CODE = 3
# A number and its full stop.
_ITEM = 2
# Lists inside a sentence are short.
_LONGEST_ITEM = 2
# "Gate 5A" is a name, "stage 20km" is not.
_LETTERS = 2
# "12 Martin Luther King Street".
_LONGEST_STREET = 4


def is_telephone(tokens: Sequence[Token], first: int, last: int, cues: Container[str]) -> bool:
    """Whether the digits from `first` on are one of many groups, or a few behind one of `cues`."""
    earlier = first - 1 - (tokens[first - 1].word == "/")
    if _is_dialled(tokens, first) or _is_dialled(tokens, earlier):
        return True
    before, behind = _run(tokens, first, -1), _run(tokens, last - 1, 1)
    groups = last - first + before + behind
    if groups < _CUED_GROUPS and len(tokens[first].word) < _CUED_DIGITS:
        return False
    if not all(_is_digits(token.word) for token in tokens[first:last]):
        return False
    if last - first == 1 and groups >= _GROUPS:
        return True
    digits = sum(len(token.word) for token in tokens[first:last])
    if groups < _CUED_GROUPS and digits < _CUED_DIGITS:
        return False
    start = first - before
    return any(token.word in cues for token in tokens[max(0, start - _CUE_DISTANCE) : start])


def _is_dialled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a nought begins the first of two groups, as it does in no quantity: "030 123456"."""
    if at < 0 or at + 1 >= len(tokens) or tokens[at].word[0] != "0":
        return False
    code, last = tokens[at], at + 1 + (tokens[at + 1].word == "/")
    if last >= len(tokens) or tokens[last].start - code.end > GAP + (last - at - 1):
        return False
    is_code = code.word.isdecimal() and len(code.word) >= _SHORTEST_CODE
    return is_code and tokens[last].word.isdecimal() and len(tokens[last].word) >= _CUED_DIGITS


def _is_digits(word: str) -> bool:
    """Whether a word is digits, in groups perhaps that look like thousands: "91 234"."""
    if word.isdecimal() or not word[0].isdecimal():
        return word.isdecimal()
    return all(group.isdecimal() for group in word.split())


def _run(tokens: Sequence[Token], place: int, step: int) -> int:
    """Count the groups of digits that follow the one at `place` in one direction."""
    groups = 0
    while groups < _GROUPS:
        near, place = tokens[place], place + step
        is_joined = 0 <= place < len(tokens) and tokens[place].word in "-.+"
        if not is_joined and 0 <= place < len(tokens) and tokens[place].word == ")":
            is_joined = _closes_area(tokens, place)
        is_tight = is_joined and tokens[place].word == "-"
        place += step * is_joined
        if not 0 <= place < len(tokens) or not _is_digits(tokens[place].word):
            break
        one, two = sorted((tokens[place], near))
        # A hyphen, and perhaps something that nobody sees.
        is_tight = is_tight and two.start - one.end <= GAP
        is_long = any(len(group) > _LONGEST_GROUP for group in tokens[place].word.split())
        if two.start - one.end > GAP or (is_long and not is_tight):
            break
        groups += 1
    return groups


def _closes_area(tokens: Sequence[Token], at: int) -> bool:
    """Whether the bracket at `at` closes the area before three digits: "(202) 555-0143"."""
    if not 1 < at < len(tokens) - 1 or tokens[at - 2].word != "(":
        return False
    area, rest = tokens[at - 1].word, tokens[at + 1].word
    return area.isdecimal() and rest.isdecimal() and len(area) == len(rest) == _AREA


# Days and months have two digits.
_LONGEST_DAY = 2


def is_day_month(tokens: Sequence[Token], slash: int) -> bool:
    """Whether a slash stands between a day and a month that begins with a nought: "15/06"."""
    if not 0 < slash < len(tokens) - 1 or tokens[slash].word != "/":
        return False
    day, month = tokens[slash - 1].word, tokens[slash + 1].word
    is_short = max(len(day), len(month)) <= _LONGEST_DAY and day.isdecimal()
    return is_short and month.isdecimal() and month[0] == "0" and touches(tokens, slash + 1)


# Laws and decisions are numbered by the year since they are told so.
_FIRST_LAW, _LAST_LAW = "1900", "2100"


def is_law(word: str) -> bool:
    """Whether digits may be the year in the number of a law: "2017-1837"."""
    return len(word) == len(_LAST_LAW) and word.isdecimal() and _FIRST_LAW <= word <= _LAST_LAW


def is_compared(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Whether the hedge at `start` compares a measure with a year: "3 Punkte mehr als 2021"."""
    unit, words = start - 1, language.quantities
    if unit > 0 and tokens[unit].kind == TokenKind.NUMBER:
        # "300 mehr als 2020".
        return True
    # "10 % de plus que 2020".
    unit -= unit > 1 and tokens[unit].word in language.numbers.of
    if unit < 1 or (tokens[unit].word in words.stops and tokens[unit].word not in words.units):
        return False
    numbers = language.numbers
    if tokens[unit].word in numbers.fractions:
        # "Ein Drittel weniger als 2020".
        return True
    near = tokens[max(0, unit - 2) : unit]
    return any(token.kind == TokenKind.NUMBER or token.word in numbers.adders for token in near)


def is_hundredths(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma joins the digits at `first` to a time: "in 1:44,30 Minuten"."""
    if first < 2 or tokens[first - 1].word != "," or not touches(tokens, first):
        return False
    return touches(tokens, first - 1) and tokens[first - 2].kind == TokenKind.FIXED


def has_colon(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon joins two numbers: "2:1"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].word != ":":
        return False
    is_joined = touches(tokens, at) and touches(tokens, at + 1)
    return is_joined and tokens[at - 1].kind == tokens[at + 1].kind == TokenKind.NUMBER


def follows_initials(text: str, start: int) -> bool:
    """Whether the sentence that begins at `start` was cut behind initials: "H.R. 1"."""
    # What nobody sees may stand between them.
    before = visible(text[max(0, start - 8) : start])[-4:].rstrip(" \u00a0")
    return len(before) >= 3 and before[-1] == before[-3] == "." and before[-2].isupper()


def is_model(tokens: Sequence[Token], first: int, text: str) -> bool:
    """
    Whether letters that touch the digits at `first` are part of a name: "Audi RS6".

    The names of models are in capitals throughout, which "Rs300" is not; codes have 3 letters.
    """
    letters = visible(text[tokens[first - 1].start : tokens[first - 1].end])
    if len(letters) != 2 or not letters.isupper() or first < 2:
        return False
    is_short = len(tokens[first].word) <= _LONGEST_MODEL
    return is_short and text[tokens[first - 2].start].isupper()


def is_decade(tokens: Sequence[Token], last: int, language: Language) -> bool:
    """
    Whether tens with a plural ending at `last` are a decade: "in his 50s", "the late 90s".

    So are three digits ("the 700s"), which may be a machine's name too ("the firm's 737s").
    """
    word, endings = tokens[last - 1].word, language.dates.plural_endings
    is_long = len(word) == _LONGEST_MODEL and word.isdecimal()
    if tokens[last].word not in endings or not (is_long or _is_tens(word)):
        return False
    before = tokens[last - 2] if last > 1 else None
    if is_long and before is not None:
        is_counted = before.kind is TokenKind.NUMBER or before.word in language.numbers.adders
        if is_counted or before.word in language.sentences.suffixes:
            return True
    determiners = language.quantities.determiners - language.discourse.pronouns
    for _ in range(_MOST_DECADES):
        if any(token.word in determiners for token in tokens[max(0, last - 3) : last - 1]):
            return True
        # "Their 30s and 40s", "in their 60s (12), 50s (9)".
        last = next(
            (
                at
                for at in range(last - 2, max(1, last - _DECADE_DISTANCE), -1)
                if tokens[at].word in endings and _is_tens(tokens[at - 1].word)
            ),
            0,
        )
        if not last:
            break
    return False


# Between the decades of one list stand a word and a bracket at most.
_DECADE_DISTANCE = 7
_MOST_DECADES = 10


def _is_tens(word: str) -> bool:
    """Whether digits may be a decade's: "50"."""
    return len(word) == _LETTERS and word.isdecimal() and word[1] == "0"


# A headline has no more long words in small letters than this.
_MOST_SMALL, _SHORT_WORD = 1, 3


def is_named(tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether an article stands before capitals in running text: "the Three Gorges Dam"."""
    if not 0 < first < last < len(tokens) or not text[tokens[first].start].isupper():
        return False
    is_article = first == 1 or text[tokens[first - 1].start].islower()
    if not is_article or not text[tokens[last].start].isupper():
        return False
    words = [token for token in tokens if len(token.word) > _SHORT_WORD and token.word.isalpha()]
    return sum(text[token.start].islower() for token in words) > _MOST_SMALL


def is_in_name(tokens: Sequence[Token], first: int, last: int, text: str) -> str:
    """Find a number word in capitals, which is part of a name: "the Group of Seven"."""
    if not first or not text[tokens[first].start].isupper():
        return ""
    if not _is_one_name(tokens, first, last, text):
        return ""
    following = tokens[last] if last < len(tokens) else None
    is_word = following is not None and following.kind == TokenKind.WORD
    is_title = tokens[first - 1].kind != TokenKind.WORD or (is_word and touches(tokens, last))
    if is_title or visible(text[tokens[first].start : tokens[first].end])[:2].isupper():
        return ""
    is_capital = following is not None and is_word and text[following.start].isupper()
    return "" if is_capital else "name"


def _is_one_name(tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether number words are one word or one name: "les Vingt-Sept", "i Ventisette"."""
    return all(
        touches(tokens, at) or text[tokens[at].start].isupper() or at + 1 < last
        for at in range(first + 1, last)
    )


def is_address(written: Written, first: int, last: int, language: Language) -> bool:
    """
    Whether a number is that of a house: "12 Baker Street", "12, rue X", "via Roma, 12".

    Where adjectives follow their noun, streets come first and need no capital.
    """
    tokens, streets = written.tokens, language.numbers.streets
    is_figure = last - first == 1 and tokens[first].kind == TokenKind.NUMBER
    if is_figure and _is_on_road(written, first, last, language):
        return True
    if not streets or last >= len(tokens):
        return False
    if language.quantities.is_head_first:
        last += tokens[last].word == "," and last + 1 < len(tokens)
        return tokens[last].word in streets
    for place in range(last, min(last + _LONGEST_STREET, len(tokens))):
        token = tokens[place]
        if token.kind != TokenKind.WORD or not written.is_capital(place):
            return False
        if token.word in streets and place > last:
            return not touches(tokens, last)
    return False


# "Calle de la Virgen del Carmen, 12".
_LONGEST_ROAD = 6


def _is_on_road(written: Written, first: int, last: int, language: Language) -> bool:
    """Whether the name of a street stands before a number that ends there: "via Roma, 12,"."""
    tokens, roads = written.tokens, language.numbers.roads
    at = first - 1
    if not roads or at < 1:
        return False
    if last < len(tokens) and tokens[last].kind != TokenKind.SYMBOL:
        return False
    at -= tokens[at].word == ","
    if tokens[at].kind != TokenKind.WORD or not written.is_capital(at):
        return False
    for place in range(at - 1, max(at - _LONGEST_ROAD, -1), -1):
        if tokens[place].word in roads:
            return True
        is_inside = tokens[place].word in language.quantities.stops or written.is_capital(place)
        if tokens[place].kind != TokenKind.WORD or not is_inside:
            return False
    return False


def is_tail(tokens: Sequence[Token], first: int, words: NumberWords) -> bool:
    """Whether a number word is the tail of a compound: "production-four-door"."""
    if first < 2 or tokens[first - 1].word != "-" or not touches(tokens, first):
        return False
    before = tokens[first - 2]
    is_joined = touches(tokens, first - 1) and before.kind == TokenKind.WORD
    return is_joined and before.word not in words.prefixes


def is_part(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether the word at `at` makes a number part of the next: "58 von 62 Drohnen"."""
    is_of = tokens[at].word in words.of
    return is_of and at + 1 < len(tokens) and tokens[at + 1].kind == TokenKind.NUMBER


def is_measure(token: Token, language: Language, text: str) -> bool:
    """Whether `token` is a unit or a magnitude."""
    if token.word in language.numbers.scales:
        return True
    if token.word in language.quantities.stops:
        return False
    entries = language.quantities.units.get(token.word, ())
    surface = visible(text[token.start : token.end])
    # "A" is a unit, "a" is none, nor is the beginning of "A$".
    return any(
        surface in spelt if spelt else not rest or rest[0].isalpha()
        for rest, (_, _, spelt) in entries
    )


def is_between(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether a unit at `index` stands between the digits of one measure: "1m80", "2h30"."""
    if index < 1 or tokens[index - 1].kind != TokenKind.NUMBER or not touches(tokens, index):
        return False
    return tokens[index].word in language.quantities.units


def has_unit(tokens: Sequence[Token], last: int, language: Language, text: str) -> bool:
    """Whether a share, or a unit of several letters that touches it: "top 1%", "line 13.7sec"."""
    unit = measure_at(tokens, last, language, text)
    if unit is not None and unit.kind == "percent":
        return True
    return unit is not None and touches(tokens, last) and len(tokens[last].word) >= _LETTERS


def repeats(written: Written, earlier: int, first: int) -> bool:
    """Whether the number of a name stands before a capital again: "iPhone 11 and 11 Pro"."""
    tokens = written.tokens
    if earlier < 0 or first + 1 >= len(tokens):
        return False
    return tokens[earlier].word == tokens[first].word and written.is_capital(first + 1)


_ALIKE = 2


def is_variant(tokens: Sequence[Token], earlier: int, first: int) -> bool:
    """Whether two models are numbered alike: "the 737, 767 and `777` jets"."""
    one, two = tokens[earlier].word, tokens[first].word
    same = sum(a == b for a, b in zip(one, two, strict=False))
    return earlier >= 0 and len(one) == len(two) > _ALIKE <= same


def numbers_item(tokens: Sequence[Token], first: int, text: str) -> bool:
    """Whether digits number an item or a note: "1. Milk", "2) eggs", "(3) Rice", "[4]"."""
    last = first + 1
    before = tokens[first - 1].word if first else ""
    after = tokens[last].word if last < len(tokens) else ""
    if (first, before, after) == (1, "(", ")"):
        return last + 1 < len(tokens) and len(tokens[first].word) < CODE
    if (not before and after in (".", ")")) or (before, after) == ("[", "]"):
        is_last = last + 1 >= len(tokens)
        if is_last and is_alone(text, (tokens[first].word, after)):
            return False
        return after != "." or not is_last or len(tokens) == _ITEM
    return after == ")" and is_item(tokens, first)


def is_item(tokens: Sequence[Token], first: int) -> bool:
    """Whether a short number stands before a bracket that nothing opened: "1) save, 2) spend"."""
    marks = [token.word for token in tokens[:first]]
    return len(tokens[first].word) <= _LONGEST_ITEM and marks.count("(") <= marks.count(")")
