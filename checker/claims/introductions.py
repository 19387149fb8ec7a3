"""Who is told of first without a name ("a clerk opened fire"), and which lines are headlines."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from checker.claims.names import nouns_of_people
from checker.claims.scene import Region, Scene
from checker.model import TokenKind

# Who acts for the law is nobody a report is of, beside somebody else.
_BENCH = "bench"
# Words between an indefinite article and its noun: "a | 20-year-old local | man".
_DESCRIBED = 6
# Where more words than these in a hundred have a capital, all of a headline's words have one.
_MOST_CAPITALS = 60
# A shorter line tells nothing by its capitals.
_SHORTEST_HEADLINE = 4


def introduced(scene: Scene) -> int:
    """Return of how many without a name a sentence tells first: "police arrested | a man"."""
    return len(introductions(scene))


def introductions(scene: Scene) -> list[Region]:
    """Return the nouns for those without a name whom a sentence tells first."""
    nouns = nouns_of_people(scene)
    ends = {hit.last for hit in nouns}
    return [Region(hit.first, hit.last) for hit in nouns if _is_introduced(scene, hit.first, ends)]


def met(scene: Scene, *, is_named: bool) -> int:
    """
    Return of how many a sentence tells first that it may be about, with somebody named or not.

    "A judge jailed | Ana Ruiz" is of her alone, "a judge was found dead" of the judge.
    """
    found = set(introductions(scene))
    bench = {Region(hit.first, hit.last) for hit in scene.names if hit.payload.code == _BENCH}
    others = found - bench
    return len(others if others or is_named else found)


def _is_introduced(scene: Scene, noun: int, ends: AbstractSet[int]) -> bool:
    """
    Whether an indefinite article leads up to a noun that says nothing of a name beside it.

    `ends` are those of nouns for people: "a robber | held 11 | people" introduces one.
    """
    tokens, indefinite = scene.tokens, scene.language.numbers.articles
    for index in range(noun - 1, max(noun - 2 - _DESCRIBED, -1), -1):
        word = tokens[index].word
        if word in indefinite:
            # "Ana Ruiz, | a baker," and "she is | a baker" say who somebody is.
            beside = {",", "(", *scene.language.discourse.passives}
            return index == 0 or tokens[index - 1].word not in beside
        # "A spell | of what her people called a rest" is nobody.
        if index + 1 in ends and index + 1 < noun:
            return False
        if word in _between(scene) or (tokens[index].kind is TokenKind.SYMBOL and word not in "-,"):
            return False
    return False


def _between(scene: Scene) -> AbstractSet[str]:
    """Return the words that never stand between an article and its noun."""
    words, sentences = scene.language.discourse, scene.language.sentences
    return words.prepositions | words.owners | words.possessives | sentences.clause_words


def is_headline(scene: Scene) -> bool:
    """Whether nearly all words have a capital, so that none tells a name."""
    words = [token for token in scene.tokens if scene.text[token.start].isalpha()]
    capitals = sum(scene.text[token.start].isupper() for token in words)
    discourse = scene.language.discourse
    small = scene.language.stop_words | discourse.prepositions | discourse.articles
    if any(token.word not in small and scene.text[token.start].islower() for token in words):
        # "Teacher Ana Ruiz | disappeared" is a sentence of few words.
        return False
    return len(words) >= _SHORTEST_HEADLINE and capitals * 100 > _MOST_CAPITALS * len(words)
