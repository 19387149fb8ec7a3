"""The clauses of a sentence: where they begin, at marks, clause words and what is put in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from checker.model import Language, Quantity, Sentence, Token, TokenKind
from checker.phrases import phrase_before
from checker.plurals import is_plural

_HARD_BREAKS = frozenset(";:()[]—–!?")
# Between two commas, fewer tokens than this are an item of a list, not a clause.
_SHORT_ITEM = 3
# "Ana Ruiz, 101,".
_LONGEST_AGE = 3
# Words that tell of a part: "of the latter"; and what may lead up to them: "at least 14 | of whom".
_LONGEST_OPENER = 3
_LONGEST_LEAD = 4
# Words between "ne" and "que": "n'aura | guère duré | que".
_LONGEST_VERB = 5
# "including 14 children and two of their teachers": what opens so is put in at no more length.
LONGEST_INCLUSION = 15

# "At $899 with the smallest memory, | the Lumen costs": more words say something of their own.
_LONGEST_PRICE = 9
_MEASURED = frozenset({"currency", "dimension", "percent"})


def clauses_of(
    sentence: Sentence, language: Language, listed: Collection[int] = ()
) -> tuple[int, ...]:
    """
    Return the token index at which each clause of the sentence begins; the first is 0.

    The commas `listed` part the numbers of a list (`commas_between`), and end no clause.

    A clause ends at a bracket, dash (a hyphen between blanks too), colon or semicolon, before a
    clause word of the pack, before a time word that no number follows, and at a comma that does not
    merely separate the items of a list. What tells of a part between two commas ("20 people,
    including 14 children, died") is one clause, whatever its words.
    """
    tokens, starts = sentence.tokens, [0]
    words, times = language.sentences.clause_words, language.sentences.time_words
    for index, token in enumerate(tokens):
        # A hyphen between blanks stands for a dash: "ORBANA (AP) - Ivo Brandt ...".
        is_dash = token.word == "-" and is_spaced(tokens, index)
        is_break = token.word in _HARD_BREAKS or is_dash
        if is_break or (
            token.word == ","
            and index not in listed
            and (
                _ends_clause(tokens, index, language)
                or _opens_part(tokens, index, language)
                or _closes_part(tokens, (starts[-1], index), language)
            )
        ):
            starts.append(index + 1)
        elif index > starts[-1] and (
            (token.word in words and _opens_clause(tokens, (starts[-1], index), language))
            or (token.word in times and not _counts(tokens, index, language))
        ):
            starts.append(index)
    return tuple(dict.fromkeys(start for start in starts if start < len(tokens)))


def opens_measured(
    quantity: Quantity, clause: tuple[int, int], sentence: Sentence, language: Language
) -> bool:
    """
    Whether a preposition and a measure open a sentence whose next clause has the rest.

    "At $899, | the Lumen is cheap", "With 6 percent of the shares, | the fund is the largest".
    """
    tokens, (first, last) = sentence.tokens, clause
    if first or last > min(_LONGEST_PRICE, len(tokens) - 1) or tokens[last - 1].word != ",":
        return False
    words = language.discourse
    leading = words.articles | words.possessives | words.owners
    is_led = tokens[0].word in words.prepositions and quantity.first > 0
    is_led &= all(token.word in leading for token in tokens[1 : quantity.first])
    return is_led and quantity.kind in _MEASURED


def commas_between(
    counted: Sequence[tuple[int, int]], sentence: Sentence, language: Language
) -> frozenset[int]:
    """
    Return the commas between the numbers of a list: "70 drones, 30 missiles and 12 bombs".

    `counted` are the first token of each number and the one behind it, in order. The last of a list
    stands behind a joining word, and the others have nothing beside them but what they are of
    ("30 kilos | of gold").
    """
    found: set[int] = set()
    is_listed = False
    for (_, end), (first, _) in reversed(list(pairwise(counted))):
        link = _link(sentence.tokens, end, first, language)
        if is_listed and link == ",":
            found.add(first - 1)
        is_listed = link in language.sentences.list_words or (is_listed and link == ",")
    return frozenset(found)


def _link(tokens: Sequence[Token], end: int, first: int, language: Language) -> str:
    """Return the comma or word that alone parts two numbers; empty where more does."""
    between = [token.word for token in tokens[end:first]]
    link = between.pop() if between else ""
    if between[-1:] == [","] and link in language.sentences.list_words:
        between.pop()
    is_of_it = between[:1] and between[0] in language.discourse.belonging
    is_short = len(between) <= _LONGEST_LEAD and "," not in between
    return link if not between or (is_of_it and is_short) else ""


def is_spaced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a blank stands on each side of a mark, and a token beyond each."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, token, after = tokens[index - 1 : index + 2]
    return before.end < token.start and token.end < after.start


def _counts(tokens: tuple[Token, ...], index: int, language: Language) -> bool:
    """Whether a number follows so closely that no clause begins: "after nearly 15 months"."""
    following = tokens[index + 1 : index + 1 + _SHORT_ITEM]
    return any(_is_number(token, language) for token in following)


def _ends_age(tokens: tuple[Token, ...], comma: int) -> bool:
    """Whether an age between commas ends here: "Ana Ruiz, 34, ...", "Ana Ruiz, 34 ans, ..."."""
    first = comma - 1 if tokens[comma - 1].kind is TokenKind.NUMBER else comma - 2
    if first < 2 or tokens[first - 1].word != ",":
        return False
    age, before = tokens[first], tokens[first - 2]
    is_short = age.kind is TokenKind.NUMBER and len(age.word) <= _LONGEST_AGE
    return is_short and before.kind is TokenKind.WORD


def _ends_clause(tokens: tuple[Token, ...], comma: int, language: Language) -> bool:
    """Whether what follows the comma is longer than the item of a list, and no age before it."""
    if _ends_age(tokens, comma):
        return False
    auxiliaries = language.discourse.auxiliaries
    nearby = tokens[comma + 1 : comma + 1 + 2 * _SHORT_ITEM]
    following = [token for token in nearby if token.word not in auxiliaries][:_SHORT_ITEM]
    joins = language.sentences.list_words
    return not any(token.word == "," or token.word in joins for token in following)


def end_of_part(tokens: Sequence[Token], index: int, language: Language) -> int | None:
    """Return where words for a part that begin at a token end: "of them", "including"."""
    includes = language.checks.includes
    ends = range(min(index + _LONGEST_OPENER, len(tokens)), index, -1)
    for end in ends:
        found = phrase_before(includes, tokens, end, index)
        if found is not None and found[0] == index:
            return end
    return None


def _opens_clause(tokens: Sequence[Token], at: tuple[int, int], language: Language) -> bool:
    """Whether a clause word opens one: no part ("of whom"), no "so far" and no mere "only"."""
    pair = " ".join(token.word for token in tokens[at[1] : at[1] + 2])
    tests = (_tells_part, _restricts)
    is_other = any(test(tokens, at, language) for test in tests)
    return pair not in language.discourse.totals and not is_other


def _restricts(tokens: Sequence[Token], at: tuple[int, int], language: Language) -> bool:
    """Whether a clause word and a number only say "only": "n'a duré | que dix jours"."""
    words, (start, index) = language.sentences, at
    following = tokens[index + 1 : index + 1 + _SHORT_ITEM]
    if not words.restrictives or not any(_is_number(token, language) for token in following):
        return False
    near = [token.word for token in tokens[max(start, index - _LONGEST_VERB) : index]]
    is_denied = not words.negatives.isdisjoint(near)
    return not is_denied and not words.restrictives.isdisjoint(near)


def _tells_part(tokens: Sequence[Token], at: tuple[int, int], language: Language) -> bool:
    """Whether a clause word ends the words for a part that open a clause: "14 of | whom were"."""
    start, index = at
    if index - start > _LONGEST_LEAD:
        return False
    found = phrase_before(language.checks.includes, tokens, index + 1, start)
    return found is not None and found[0] < index


def _closes_part(tokens: Sequence[Token], at: tuple[int, int], language: Language) -> bool:
    """
    Whether a comma ends a part put in between: "12 people, three of them boys, | died and 40 fled".

    The part has a number. A list goes on behind a number, and behind "including" with a plural or
    what has an article: "two of them boys, three men", "including two boys, a cook and a dog".
    """
    start, comma = at
    is_open = start > 0 and tokens[start - 1].word == "," and comma + 1 < len(tokens)
    if not is_open or tokens[comma + 1].kind is not TokenKind.WORD:
        return False
    if _is_number(tokens[comma + 1], language):
        return False
    leads = range(start + 1, min(start + _LONGEST_LEAD, comma))
    ends = (end_of_part(tokens, lead, language) for lead in leads)
    if any(end is not None and end < comma for end in ends):
        return True
    end = end_of_part(tokens, start, language)
    is_counted = end is not None and any(_is_number(one, language) for one in tokens[end:comma])
    return is_counted and _is_predicate(tokens, comma + 1, language)


def _is_number(token: Token, language: Language) -> bool:
    """Whether a token is a number, in digits or words."""
    return token.kind is TokenKind.NUMBER or token.word in language.numbers.adders


def _is_predicate(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether a verb stands behind a part: "were killed", "died | and 40 fled", "and hurt | 40"."""
    words, known, joins = language.quantities, language.discourse, language.sentences.list_words
    if tokens[index].word in joins:
        return _is_joined_verb(tokens[index + 1 : index + 3], language)
    word = tokens[index].word
    if word in known.auxiliaries or word in known.passives:
        return True
    is_joined = index + 1 < len(tokens) and tokens[index + 1].word in joins
    is_noun = word in known.articles or word in words.determiners or is_plural(word, words)
    return is_joined and not is_noun


def _is_joined_verb(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb and no noun stands behind a joining word: "and | injured", "and | hurt 40"."""
    first, second = tokens[:1], tokens[1:2]
    if not first or first[0].kind is not TokenKind.WORD or _is_number(first[0], language):
        return False
    is_verb = first[0].word.endswith(language.quantities.participles)
    return is_verb or any(_is_number(token, language) for token in second)


def _opens_part(tokens: tuple[Token, ...], comma: int, language: Language) -> bool:
    """
    Whether a comma opens a part: ", including a priest, | died".

    Another comma closes it; of a part with a number the end of the sentence does too.
    """
    end = end_of_part(tokens, comma + 1, language)
    if end is None:
        return False
    following = tokens[end : end + _LONGEST_LEAD]
    articles = language.discourse.articles
    is_counted = any(_is_number(one, language) and one.word not in articles for one in following)
    for index in range(comma + 1, min(comma + LONGEST_INCLUSION + 1, len(tokens))):
        if tokens[index].word in _HARD_BREAKS:
            return is_counted
        if tokens[index].word == "," and (
            _ends_clause(tokens, index, language)
            or _closes_part(tokens, (comma + 1, index), language)
        ):
            return True
    return is_counted and len(tokens) <= comma + LONGEST_INCLUSION + 1
