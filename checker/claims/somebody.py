"""Words for one person in a sentence: a noun, a name, a pronoun, where somebody is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.capitals import name_end, start_of_name
from checker.claims.countries import countries
from checker.claims.names import is_governed, is_person, names_in, nouns_of_people
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital
from checker.model import TokenKind
from checker.plurals import is_plural

# Words between the comma behind an age and whom it is of: "at 61, | the former Ostra | striker".
_LED = 4
# "Mother-of-three", "a father of | two".
_PARTS = 4
# Words between an article and a noun: ", | a retired | baker".
_ARTICLE = 3


def nouns(scene: Scene) -> list[Region]:
    """Return the nouns for persons; what "who" follows is one, and "the Kenyan" is somebody."""
    known = [Region(hit.first, hit.last) for hit in nouns_of_people(scene)]
    return [*known, *_relating(scene, known), *origins(scene)]


def is_noun(scene: Scene, region: Region) -> bool:
    """Whether a region is that of a noun for a person."""
    return region in nouns(scene)


def origins(scene: Scene) -> Iterator[Region]:
    """Yield where somebody is from that stands for the person: "at 17, the | Kenyan | won"."""
    people, articles = nouns_of_people(scene), scene.language.discourse.articles
    for hit in countries(scene, Region(1, len(scene.tokens))):
        is_led = hit.first > 0 and scene.tokens[hit.first - 1].word in articles
        is_alone = hit.last >= len(scene.tokens) or not is_capital(scene, hit.last)
        is_last = all(noun.first != hit.last for noun in people)
        if hit.payload.form == "demonym" and is_led and is_alone and is_last:
            yield Region(hit.first, hit.last)


def _relating(scene: Scene, known: Sequence[Region]) -> Iterator[Region]:
    """Yield the words that a relative pronoun for persons follows: "the | bookkeeper | who"."""
    words, tokens = scene.language.discourse, scene.tokens
    small = scene.language.stop_words | words.prepositions | words.pronouns
    ends = {noun.last for noun in known}
    for index, token in enumerate(tokens[1:]):
        noun = tokens[index]
        is_word = noun.kind is TokenKind.WORD and scene.text[noun.start].islower()
        if token.word in words.who and is_word and noun.word not in small and index + 1 not in ends:
            yield Region(index, index + 1)


def is_one(scene: Scene, region: Region) -> bool:
    """Whether a word is no plural, as of "two | bakers | of 61"; "fils" may be one."""
    if not is_noun(scene, region):
        return True
    words = scene.language.quantities
    word = scene.tokens[region.first if words.is_head_first else region.last - 1].word
    is_either = words.is_head_first and (word in words.same or word.endswith(words.invariable))
    return is_either or not is_plural(word, words)


def noun_ending(scene: Scene, end: int) -> Region | None:
    """Return the noun for a person that ends before `end`: "a | baker |", "a mother-of-three"."""
    belonging = scene.language.discourse.belonging
    found = [noun for noun in nouns(scene) if noun.last == end]
    if found:
        return min(found)
    counted = next((one for one in scene.quantities if one.last == end), None)
    if counted is None or scene.tokens[counted.first - 1].word not in {"-", *belonging}:
        return None
    first = counted.first
    while first > max(0, end - _PARTS) and scene.tokens[first - 1].word in {"-", *belonging}:
        first -= 1
    return next((noun for noun in nouns(scene) if noun.last == first), None)


def name_ending(scene: Scene, end: int) -> Region | None:
    """Return the name of a person that ends before `end` and that no preposition governs."""
    if end < 1 or not is_capital(scene, end - 1):
        return None
    name = Region(start_of_name(scene, end - 1), end)
    is_free = not is_governed(scene, name, Region(0, end)) and is_person(scene, name)
    return name if is_free and len(scene.tokens[name.first].word) > 1 else None


def ending(scene: Scene, end: int) -> Region | None:
    """Return the noun or name of a person that ends before `end`."""
    return noun_ending(scene, end) or name_ending(scene, end)


def named_beside(scene: Scene, noun: Region) -> Region | None:
    """Return the name that a noun says more of: "| Ivo Brandt |, (a retired) | baker | of 61"."""
    tokens, articles = scene.tokens, scene.language.discourse.articles
    for index in range(noun.first - 1, max(noun.first - 1 - _ARTICLE, 0), -1):
        if tokens[index].word == ",":
            is_led = index + 1 == noun.first or tokens[index + 1].word in articles
            return name_ending(scene, index) if is_led else None
        if tokens[index].kind is not TokenKind.WORD:
            return None
    return None


def led_to(scene: Scene, start: int, *, is_sure: bool) -> Region | None:
    """Return the subject that begins at a token: "| he |", "the old | baker |", "Ana Ruiz"."""
    tokens, words = scene.tokens, scene.language.discourse
    if start < len(tokens) and tokens[start].word in words.singular | words.selves:
        return Region(start, start + 1)
    stops = words.prepositions | words.relatives | words.passives | words.auxiliaries
    for index in range(start, min(start + _LED + 1, len(tokens))):
        if tokens[index].kind is not TokenKind.WORD or tokens[index].word in stops:
            return None
        origin = next((one for one in origins(scene) if one.first == index), None)
        if origin is not None or is_capital(scene, index):
            return origin or _name_from(scene, index, is_sure=is_sure)
        noun = next((one for one in nouns(scene) if one.first == index), None)
        is_named = noun is not None and noun.last < len(tokens) and is_capital(scene, noun.last)
        if noun is not None and not is_named:
            return noun
    return None


def _name_from(scene: Scene, index: int, *, is_sure: bool) -> Region | None:
    """Return the person's name that begins at a token, a place before somebody passed over."""
    end = name_end(scene, index)
    name, words = Region(index, end), scene.language.discourse
    if not is_person(scene, name):
        return next((one for one in nouns(scene) if one.first == end), None)
    after = scene.tokens[end].word if end < len(scene.tokens) else ""
    is_full = end - index > 1 or is_sure or after in words.passives | words.auxiliaries
    return name if is_full else None


def behind_colon(scene: Scene, start: int) -> Region | None:
    """Return the one name behind the colon of a headline: "Dead at 28: the life of | Bo Linden"."""
    found = names_in(scene, Region(start, len(scene.tokens)))
    people = [name for name in found if name.last - name.first > 1 and is_person(scene, name)]
    return people[0] if len(people) == 1 else None
