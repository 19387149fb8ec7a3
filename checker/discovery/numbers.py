"""The numbers of articles, each with what its sentence says of it and which rules claim it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.judging import Trace
from checker.languages import load_language
from checker.model import Article, Claim, Language, Placed, Quantity, Span, Token, TokenKind
from checker.starter.words import empty_words, read_words
from checker.text import fold_word
from checker.values import frozen

# What a number may measure. A bare number counts nothing, an age needs a person, and a percentage
# is a share of something that words alone do not tell.
_KINDS = frozenset({"count", "currency", "dimension", "duration", "temperature"})
# One is told of anything ("one man", "one of the boats").
_FEWEST = 2
# Letters by which words are told apart, as for stories: "destroyed" and "destroying" are one.
_STEM = 5
# Shorter words tell little.
_SHORTEST = 3


@frozen
class Number:
    """
    A quantity of an article, and the ids of the rules and checks that claim it.

    `events` are stems of the words that say what happens, the nearest first; `things` those of what
    it is about; `said` all telling stems of the sentence, `names` the words written with a capital.
    `modifiers` are the words of the counted phrase but for its head.
    """

    article: Article
    quantity: Quantity
    events: tuple[str, ...]
    things: tuple[str, ...]
    said: frozenset[str]
    names: frozenset[str]
    modifiers: frozenset[str]
    rules: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[str, tuple[int, int]]:
        """Where it stands: the id of its article, and its offsets there, the end open."""
        return self.article.id, self.quantity.span

    @property
    def key(self) -> tuple[str, ...]:
        """What two numbers must have in common: what is counted, and what happens to it."""
        return *self.measure, "of", *self.events[:1]

    @property
    def measure(self) -> tuple[str, ...]:
        """What is counted or measured, and in what, whatever happens to it."""
        quantity = self.quantity
        words = sorted(self.modifiers)
        return self.article.language, quantity.kind, quantity.unit, quantity.change or "", *words


def numbers_of(trace: Trace) -> Iterator[Number]:
    """Yield the numbers that stand outside boilerplate, in the order of the articles."""
    checked: dict[_Place, set[str]] = {}
    for claim in trace.checked:
        _note(claim, checked)
    for placed in trace.placed:
        yield from _of_article(placed, checked)


def unclaimed(numbers: Iterable[Number]) -> Iterator[Number]:
    """Yield what no rule and no check claims, where its sentence says so of one number only."""
    left = [number for number in numbers if not number.rules]
    beside: dict[object, list[Number]] = {}
    for number in left:
        beside.setdefault(_told_in(number), []).append(number)
    yield from (number for number in left if len(beside[_told_in(number)]) == 1)


def differ(one: Number, other: Number) -> bool:
    """Whether no loose reading of two numbers meets; what is looser is no disagreement."""
    first, second = one.quantity.literal, other.quantity.literal
    return first is not None and second is not None and not first.meets(second)


_Place = tuple[str, Span]


def _note(claim: Claim, rules: dict[_Place, set[str]]) -> None:
    """Note the rule of a claim where its number stands."""
    if claim.quantity is not None:
        rules.setdefault((claim.article, claim.quantity.span), set()).add(claim.rule)


def _told_in(number: Number) -> tuple[object, ...]:
    """Return what tells numbers of one sentence apart; where they share it, words do not."""
    return number.article.id, number.quantity.mention.sentence.span, number.key


def _of_article(placed: Placed, checked: Mapping[_Place, set[str]]) -> Iterator[Number]:
    read, reading = placed
    article = read.article
    language = load_language(article.language)
    rules: dict[_Place, set[str]] = {}
    for claim in reading.claims:
        _note(claim, rules)
    for quantity in read.quantities:
        if _states_much(quantity) and article.mark_at(quantity.span.start) is None:
            at = (article.id, quantity.span)
            known = frozenset(rules.get(at, ())) | frozenset(checked.get(at, ()))
            yield _number(article, quantity, language, known)


def _states_much(quantity: Quantity) -> bool:
    """Whether a quantity states one number of something, large enough to be of one thing."""
    value = quantity.value
    if quantity.kind not in _KINDS or value is None or not quantity.unit:
        return False
    if quantity.mention.sentence.around is not None:
        # No rule can be drafted from the cell of a table.
        return False
    return quantity.kind != "count" or value >= _FEWEST


def _number(
    article: Article, quantity: Quantity, language: Language, rules: frozenset[str]
) -> Number:
    told = read_words(article, quantity, language)
    noun = [fold_word(word) for word in quantity.noun.split()]
    return Number(
        article,
        quantity,
        _stems(told.events),
        _stems(told.things),
        frozenset(_stems(_telling(quantity, language))),
        frozenset(_names(article, quantity, language)),
        frozenset(_stems(noun)) - {stem_of(quantity.unit)},
        rules,
    )


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem_of(word) for word in words))


def stem_of(word: str) -> str:
    """Return the beginning of a word, by which its forms are one."""
    return word[:_STEM]


def _telling(quantity: Quantity, language: Language) -> Iterator[str]:
    """Yield the words of a sentence that tell something of a number; days and months do not."""
    empty = empty_words(language.code) | language.dates.words
    inside = range(quantity.first, quantity.last)
    for index, token in enumerate(quantity.mention.sentence.tokens):
        is_word = token.kind is TokenKind.WORD and len(token.word) >= _SHORTEST
        if is_word and token.word not in empty and index not in inside:
            yield token.word


def _names(article: Article, quantity: Quantity, language: Language) -> Iterator[str]:
    """Yield the words written with a capital inside a sentence; German writes all nouns so."""
    if language.quantities.has_capital_nouns:
        return
    first: Token | None = None
    for token in quantity.mention.sentence.tokens:
        if token.kind is not TokenKind.WORD:
            continue
        is_large = first is not None and article.text[token.start].isupper()
        if is_large and token.word not in language.dates.words:
            yield stem_of(token.word)
        first = first or token
