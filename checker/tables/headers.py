"""
What a header says of the numbers under it: "Deaths", "Cost (£m)", "Coût en millions d'euros".

A header is read as what stands behind a number is: it is set behind (or around) a small one, and
the reader of numbers says what that would be. So every unit, magnitude and noun of a language is
known here too.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.mentions import find_mentions
from checker.model import Kind, Language, Quantity
from checker.nouns import is_plural
from checker.phrases import phrase_at
from checker.quantities import find_quantities
from checker.rows import NamedTuple
from checker.text import Page, fold_word, make_page

# What stands in brackets or behind a comma may be the unit.
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
# Longer headers are sentences.
_LONGEST = 120
# The number that a header is tried with: a plural follows it, and with three zeros it is no year.
_TRIED = "3"
# A currency sign, or a code, before its number is no longer.
_LONGEST_SIGN = 4
_SCALES = frozenset(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
# A unit that is a whole header must be more than letters: W, D and L are games won, drawn and lost.
_SHORTEST_UNIT = 4
_SHORTEST_NOUN = 4
_SURE = ("percent", "currency")


class Unit(NamedTuple):
    """A unit, perhaps with a magnitude: what a number of 1 under such a header stands for."""

    kind: Kind
    unit: str
    candidates: tuple[str, ...]
    scale: Decimal


class Noun(NamedTuple):
    """A noun: the singular of its head, and the half-open tokens of its phrase in the header."""

    unit: str
    first: int
    last: int
    head: int


class Header(NamedTuple):
    """What one header says; `size` is how many characters of it stand before unit and brackets."""

    unit: Unit | None = None
    noun: Noun | None = None
    size: int = 0


NOTHING = Header()


def read_header(text: str, language: Language) -> Header:
    """Read a header; NOTHING where it says nothing of numbers."""
    if len(text) > _LONGEST:
        return NOTHING
    main, parts = _cut(text, language)
    unit = next((found for part in parts if (found := _unit(part, language))), None)
    if unit is None and not parts:
        unit = _whole_unit(main, language)
    noun = None if unit and unit.kind != "number" else _noun(main, language)
    return Header(unit, noun, len(main))


def is_total(text: str, language: Language) -> bool:
    """Whether a header says that its row or column adds up the others: "Total", "Ensemble"."""
    said = fold_word(_BRACKETS.sub("", text)).strip(" \t\n.:*_")
    return said in language.tables.totals


def _cut(text: str, language: Language) -> tuple[str, list[str]]:
    """Cut a header into what it names and what may be its unit."""
    parts = [found[1].strip() for found in _BRACKETS.finditer(text)]
    main = text[: min((at for mark in "([" if (at := text.find(mark)) >= 0), default=len(text))]
    before, comma, behind = main.rpartition(",")
    if comma:
        main, parts = before, [*parts, behind.strip()]
    words = main.split()
    for place, word in enumerate(words[1:], 1):
        if fold_word(word) in language.tables.units:
            tail = " ".join(words[place + 1 :])
            if tail and _unit(tail, language):
                parts.append(tail)
                main = main[: main.find(word, len(words[0]))]
                break
    return main.rstrip(" \t\n:;–—-"), [_without_link(part, language) for part in parts if part]


def _without_link(part: str, language: Language) -> str:
    """Leave out the word before a unit: "in millions"."""
    first, _, rest = part.partition(" ")
    return rest.strip() if rest and fold_word(first) in language.tables.units else part


def _unit(part: str, language: Language) -> Unit | None:
    """Read a unit, sign or magnitude that is all of a text."""
    decade = language.numbers.vague.get(fold_word(part))
    if decade is not None:
        # "Thousands".
        return Unit("number", "", (), Decimal(decade[0]))
    bare = part.lstrip("'’")
    signs = range(1, min(len(part), _LONGEST_SIGN) + 1)
    tries = [f"{_TRIED} {part}", f"{_TRIED}{bare}"]
    tries += [f"{part[:at]}{_TRIED}{part[at:]}" for at in signs]
    tries += [f"{part[:at]} {_TRIED} {part[at:].strip()}" for at in signs]
    for tried in tries:
        found = _read_as_unit(tried, language)
        if found is not None:
            return found
    return None


def _read_as_unit(tried: str, language: Language) -> Unit | None:
    found = _quantity(tried, language)
    if found is None or found.value is None or found.change is not None:
        return None
    scale = found.value / int(_TRIED)
    if scale not in _SCALES or found.kind in ("count", "age") or found.mention.hedges:
        return None
    if found.kind == "number" and scale == 1:
        return None
    return Unit(found.kind, found.unit, found.unit_candidates, scale)


def _whole_unit(main: str, language: Language) -> Unit | None:
    """Read a header that is nothing but a unit: "%", "US$ million", "Miles"."""
    found = _unit(main, language) if main else None
    if found is None or found.kind in _SURE:
        return found
    is_word = len(main) >= _SHORTEST_UNIT and found.kind not in ("duration", "number")
    return found if is_word else None


def _noun(main: str, language: Language) -> Noun | None:
    """Read the noun that a header counts, behind words such as "number of"."""
    page = make_page(main, language)
    sentences = page.sentences()
    if len(sentences) != 1:
        return None
    tokens = sentences[0].tokens
    found = phrase_at(language.tables.counts, tokens, 0)
    first = found[0] if found is not None and found[0] < len(tokens) else 0
    tried = f"{_TRIED} {main[tokens[first].start :]}"
    quantity = _first_quantity(tried, language)
    if quantity is None or quantity.kind != "count" or quantity.head is None:
        return None
    words = quantity.mention.sentence.tokens
    head = quantity.head - 1 + first
    is_same = head < len(tokens) and tokens[head].word == words[quantity.head].word
    if not is_same or not _is_things(tokens[head].word, language):
        return None
    last = min(max(quantity.last - 1 + first, head + 1), len(tokens))
    return Noun(quantity.unit, first, last, head)


def _is_things(word: str, language: Language) -> bool:
    """Whether a word is a plural, and no abbreviation that only looks like one: "Pos", "Pts"."""
    words = language.quantities
    is_known = word in words.plurals or word in words.people or word in words.same
    return is_plural(word, words) and (is_known or len(word) >= _SHORTEST_NOUN)


def _quantity(tried: str, language: Language) -> Quantity | None:
    """Return the one quantity that is all of a text."""
    found = _first_quantity(tried, language)
    return found if found is not None and found.surface == tried.rstrip(".") else None


def _first_quantity(tried: str, language: Language) -> Quantity | None:
    """Return the quantity that begins a text, or ends in its first number, if it holds no other."""
    page: Page = make_page(tried, language)
    mentions, skipped = find_mentions(page, language)
    if len(mentions) != 1 or skipped:
        return None
    found = find_quantities(mentions, language, tried)
    return found[0] if len(found) == 1 and found[0].span.start == 0 else None
