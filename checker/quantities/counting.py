"""Where the counted noun begins behind a number: past "of", a closing quote, an attribute."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Language, Mention, Token, TokenKind
from checker.nouns import Written, is_plural, noun_phrase
from checker.phrases import phrase_at, touches
from checker.quantities.draft import Draft

_QUOTES = frozenset("\"'”’»)")
# One of some things points at it: "eines der Schiffe".
_TWO = 2


def noun_start(mention: Mention, index: int, language: Language) -> int:
    """Step over what may stand between a number and its noun at `index`."""
    tokens, of = mention.sentence.tokens, language.numbers.of
    size = len(tokens)
    if index < size and tokens[index].word == "-":
        return index + 1 if touches(tokens, index) and touches(tokens, index + 1) else index
    if index + 1 < size and tokens[index].word in _QUOTES:
        # 'A "small number" of drones'.
        index += tokens[index + 1].word in of
    sets = language.quantities.sets
    some = phrase_at(sets, tokens, index) if index < size and tokens[index].word in sets else None
    if some is not None and _is_some(mention, index, language):
        index = past_owner(tokens, some[0], language)
    elif index < size and tokens[index].word in of and _takes_of(mention, language):
        index += 1
        index += index < size and _is_owner(tokens[index].word, language)
        index = past_owner(tokens, index, language)
    elif index + 1 < size and tokens[index + 1].word in language.sentences.suffixes:
        # "Five women's groups".
        index = past_owner(tokens, index, language)
    words = language.quantities
    is_still = index < size and tokens[index].word in language.numbers.hedge_adverbs
    if is_still and index + 1 < size and tokens[index + 1].word in words.people:
        # "With 133 still missing".
        return index + 1
    if index + 1 < size and tokens[index].word in words.rate_adjectives:
        # "300 daily cases": such words otherwise end a noun phrase.
        index += tokens[index].word in words.verbs or tokens[index].word in words.stops
    return index


def _is_some(mention: Mention, index: int, language: Language) -> bool:
    """
    Whether a number tells how many of some things: "drei `der` Schiffe", "trois `de ces` navires".

    It stands right before these words, and no noun that it numbers ("Teil 3 der Reihe") does before
    it where nouns have capitals.
    """
    tokens, first, value = mention.sentence.tokens, mention.first, mention.value
    if index != mention.number_last or value is None or value != int(value) or value < _TWO:
        return False
    is_spelt = tokens[mention.number_first].kind == TokenKind.WORD
    if is_spelt or not first or not language.quantities.has_capital_nouns:
        return True
    before, words = tokens[first - 1], language.quantities
    is_noun = before.kind == TokenKind.WORD and before.word not in words.stops | words.verbs
    return not is_noun


def _is_owner(word: str, language: Language) -> bool:
    """Whether a word tells whose things are some of: "four of `its` airports"."""
    if word in language.discourse.articles or word in language.discourse.possessives:
        return True
    return word in language.quantities.determiners and word in language.numbers.share_next


# "Two of the interim government's ministers".
_LONGEST_OWNER = 4


def past_owner(tokens: Sequence[Token], index: int, language: Language) -> int:
    """Return where what is owned begins, past "the city's"; `index` where nobody owns it."""
    endings, words = language.sentences.suffixes, language.quantities
    if index < len(tokens) and tokens[index].word in words.stops:
        return index
    for at in range(index + 1, min(index + _LONGEST_OWNER, len(tokens))):
        if tokens[at].word in endings:
            return at + 1
        word = tokens[at].word
        if tokens[at].kind != TokenKind.WORD or word in words.stops or word in words.verbs:
            break
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
    if not draft.is_bare or attribute.mention.first != attribute.first:
        return
    # "Five of the three-bedroom flats".
    start = noun_start(draft.mention, draft.last, language)
    is_next = attribute.first == (draft.last if tokens[draft.last].word == "-" else start)
    if draft.mention.hedges[-1:] == ("range",) or not is_next:
        return
    end = attribute.mention.number_last
    is_joined = attribute.kind == "count" and end < len(tokens) and tokens[end].word == "-"
    if attribute.kind not in _ATTRIBUTES and not is_joined:
        return
    if "/" in attribute.unit or attribute.mention.hedges:
        return
    phrase = noun_phrase(Written(tokens, draft.text), attribute.last, language, False)
    if phrase is None or not is_plural(tokens[phrase.head].word, language.quantities):
        return
    draft.kind, draft.unit, draft.head = "count", phrase.unit, phrase.head
    draft.noun = draft.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]


def inverted_start(mention: Mention, language: Language) -> int | None:
    """
    Return where the noun begins that an article parts from its number: "sono 46 | i | morti".

    Behind an article or a preposition ("dei 46 i più gravi", "le 3 i vigili") it is none.
    """
    tokens, at, words = mention.sentence.tokens, mention.number_last, language.quantities
    if at + 1 >= len(tokens) or tokens[at].word not in words.inverted:
        return None
    before = tokens[mention.first - 1].word if mention.first else ""
    if before in language.discourse.articles | language.discourse.prepositions:
        return None
    is_listed = before == "," or before in language.sentences.list_words
    verbs = tokens[: mention.first] if is_listed else tokens[mention.first - 1 : mention.first]
    if words.inverting and not any(token.word in words.inverting for token in verbs):
        return None
    is_noun = is_plural(tokens[at + 1].word, words) and tokens[at + 1].word not in words.adjectives
    return at + 1 if is_noun else None
