"""Where the counted noun begins behind a number: past "of", a closing quote, an attribute."""

from __future__ import annotations

from checker.model import Language, Mention
from checker.nouns import Written, is_plural, noun_phrase
from checker.phrases import touches
from checker.quantities.draft import Draft

_QUOTES = frozenset("\"'”’»)")


def noun_start(mention: Mention, index: int, language: Language) -> int:
    """Step over what may stand between a number and its noun at `index`."""
    tokens, of = mention.sentence.tokens, language.numbers.of
    size = len(tokens)
    if index < size and tokens[index].word == "-":
        return index + 1 if touches(tokens, index) and touches(tokens, index + 1) else index
    if index + 1 < size and tokens[index].word in _QUOTES:
        # 'A "small number" of drones'.
        index += tokens[index + 1].word in of
    if index < size and tokens[index].word in of and _takes_of(mention, language):
        index += 1
        if index < size and tokens[index].word in language.discourse.articles:
            index += 1
    words = language.quantities
    if index + 1 < size and tokens[index].word in words.rate_adjectives:
        # "300 daily cases": such words otherwise end a noun phrase.
        index += tokens[index].word in words.verbs or tokens[index].word in words.stops
    return index


def _takes_of(mention: Mention, language: Language) -> bool:
    """
    Whether "of" may stand between this number and what is counted.

    Where nouns have capitals, only vague numbers and magnitudes take it: "Hunderte von Drohnen",
    but "300 von Polen gelieferte Panzer".
    """
    if not language.quantities.has_capital_nouns or mention.form == "vague":
        return True
    last = mention.sentence.tokens[mention.number_last - 1]
    return last.word in language.numbers.scales


# What may be told of each thing counted: "two 16-year-old boys", "six 155mm guns", "12 $50 notes".
_ATTRIBUTES = frozenset({"age", "dimension", "duration", "currency"})


def count_behind(draft: Draft, attribute: Draft) -> None:
    """Let a bare number count the noun behind an `attribute`: "two 16-year-old boys"."""
    tokens, language = draft.tokens, draft.language
    is_next = draft.last == attribute.first and attribute.mention.first == attribute.first
    if not draft.is_bare or draft.mention.hedges[-1:] == ("range",) or not is_next:
        return
    if attribute.kind not in _ATTRIBUTES or "/" in attribute.unit or attribute.mention.hedges:
        return
    phrase = noun_phrase(Written(tokens, draft.text), attribute.last, language, False)
    if phrase is None or not is_plural(tokens[phrase.head].word, language.quantities):
        return
    draft.kind, draft.unit, draft.head = "count", phrase.unit, phrase.head
    draft.noun = draft.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
