"""
Which words of a sentence say what happens to its number, and which what it is about.

No pack knows all the verbs of its language, so a verb is told by where it stands: behind a form of
"have" or "be", with the ending of a participle, or last before the number behind its subject.
"""

from __future__ import annotations

import functools

from checker.dates import find_dates
from checker.model import Article, Language, Quantity, Sentence, Token, TokenKind
from checker.text import fold_word, make_page
from checker.values import frozen
from checker.vocabulary import load_vocabulary

# Shorter words say little of a subject, and as a stem would fit too many others.
_SHORTEST_WORD = 3
# A shorter word with the ending of a participle is something else: "red", "king".
_SHORTEST_PARTICIPLE = 5


@frozen
class Told:
    """
    The telling words of a sentence.

    `events` say what happens, the nearest to the number first; `things` are the others, those that
    its grammar ties to the number first.
    """

    events: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


@frozen
class _Place:
    """A word of the sentence that may tell something."""

    index: int
    token: Token
    rank: int
    distance: int


def read_words(article: Article, quantity: Quantity, language: Language) -> Told:
    """Divide the words of the sentence of a number."""
    sentence = _sentence_of(article, quantity, language)
    if sentence is None:
        return Told()
    places = sorted(
        _places(article, sentence, quantity, language), key=lambda place: place.distance
    )
    events = [place for place in places if _is_event(sentence, place.index, language)]
    events = events or _last_verb(sentence, places, quantity, language)
    told = {place.index for place in events}
    things = sorted(
        (place for place in places if place.index not in told),
        key=lambda place: (place.rank, place.distance),
    )
    return Told(_distinct(events), _distinct(things))


def _distinct(places: list[_Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.token.word for place in places))


def _sentence_of(article: Article, quantity: Quantity, language: Language) -> Sentence | None:
    for sentence in make_page(article.text, language).sentences():
        if sentence.span.start <= quantity.span.start < sentence.span.end:
            return sentence
    return None


def _places(
    article: Article, sentence: Sentence, quantity: Quantity, language: Language
) -> list[_Place]:
    """List the telling words: no names, dates, numbers, or words that every sentence has."""
    dates = find_dates(sentence, language, article.published)
    dated = {index for date in dates for index in range(date.first, date.last)}
    names = _first_words_of_names(article.language)
    found = []
    for index, token in enumerate(sentence.tokens):
        is_written_large = article.text[token.start].isupper()
        is_capital = is_written_large and not language.quantities.has_capital_nouns
        is_inside = quantity.span.start <= token.start < quantity.span.end
        is_name = (is_written_large and token.word in names) or (is_capital and index > 0)
        if is_inside or is_name or index in dated or token.kind is not TokenKind.WORD:
            continue
        if _says_something(token.word, language):
            after = token.start - quantity.span.end
            distance = after if after >= 0 else quantity.span.start - token.end
            # The subject that opens a sentence tells least of a number.
            distance += is_capital * len(article.text)
            rank = _rank(sentence, index, quantity, language)
            found.append(_Place(index, token, rank, distance))
    return found


def _rank(sentence: Sentence, index: int, quantity: Quantity, language: Language) -> int:
    """
    Say how a word is tied to the number: "a fee of £4m", then "12 years in prison", then none.

    What the number is only beside ("the mayor to 12 years") comes last.
    """
    tokens = sentence.tokens
    before = [token for token in tokens if token.end <= quantity.span.start]
    following = [token.word for token in tokens if token.start >= quantity.span.end][:1]
    is_of = len(before) > 1 and before[-1].word in language.discourse.belonging
    if is_of and tokens[index] is before[-2]:
        return 0
    is_linked = bool(following) and following[0] in _links(language)
    return 1 if is_linked and tokens[index].start >= quantity.span.end else 2


def _links(language: Language) -> frozenset[str]:
    discourse = language.discourse
    return frozenset({*discourse.prepositions, *discourse.belonging, *discourse.purpose})


def _is_event(sentence: Sentence, index: int, language: Language) -> bool:
    """Whether a word surely says what happens: it is known to, or built or placed like a verb."""
    word, words = sentence.tokens[index].word, language.quantities
    before = [token.word for token in sentence.tokens[:index]]
    previous = before[-1] if before else ""
    if previous in {*words.determiners, *language.discourse.articles, *words.adjectives}:
        return False
    if previous in _fillers(language):
        previous = before[-2] if len(before) > 1 else ""
    if previous in {*language.discourse.auxiliaries, *language.discourse.passives}:
        return True
    is_participle = len(word) >= _SHORTEST_PARTICIPLE and word.endswith(words.participles)
    return word in words.verbs or is_participle


def _last_verb(
    sentence: Sentence, places: list[_Place], quantity: Quantity, language: Language
) -> list[_Place]:
    """
    Return the last word before the number that stands behind its subject ("the force flies 40").

    A noun has an article, a preposition or an adjective before it; a verb has a noun or a pronoun.
    """
    words, discourse = language.quantities, language.discourse
    introduces = {*words.determiners, *discourse.articles, *words.adjectives, *_links(language)}
    introduces |= {*discourse.possessives} - {*discourse.pronouns}
    for place in sorted(places, key=lambda place: -place.index):
        previous = sentence.tokens[place.index - 1] if place.index else None
        if place.token.end > quantity.span.start or previous is None:
            continue
        if previous.word in discourse.pronouns:
            return [place]
        if previous.kind is TokenKind.WORD and previous.word not in introduces:
            return [place]
    return []


@functools.cache
def _first_words_of_names(code: str) -> frozenset[str]:
    names = load_vocabulary(code).names
    return frozenset(fold_word(name.term.split()[0]) for name in names)


def _says_something(word: str, language: Language) -> bool:
    """Whether a word may tell what a sentence is about."""
    return (
        len(word) >= _SHORTEST_WORD
        and word.isalpha()
        and word not in empty_words(language.code)
        and word not in language.quantities.adjectives
        and not word.startswith(_said(language.code))
    )


@functools.cache
def _said(code: str) -> tuple[str, ...]:
    """Return the stems of the verbs of saying: whoever "declared" something made nothing happen."""
    from checker.languages import load_language

    terms = load_language(code).discourse.says
    return tuple(term[:-1] for term in terms if term.endswith("*") and " " not in term)


def _fillers(language: Language) -> frozenset[str]:
    """Return words between "have" and its verb: "has now given", "were not hurt"."""
    single = [term for term in language.discourse.current if " " not in term]
    return frozenset({*single, *language.stop_words})


@functools.cache
def empty_words(code: str) -> frozenset[str]:
    """Return the words of a language that every subject has."""
    from checker.languages import load_language

    language = load_language(code)
    discourse = language.discourse
    cues = [word for term in (*discourse.current, *discourse.totals) for word in term.split()]
    return frozenset(
        {*language.stop_words, *discourse.articles, *discourse.prepositions, *discourse.pronouns}
        | {*discourse.relatives, *discourse.passives, *discourse.auxiliaries, *discourse.gerunds}
        | {*discourse.possessives, *discourse.says, *discourse.datives, *discourse.further, *cues}
    )
