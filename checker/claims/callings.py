"""Which person a noun or a pronoun with an age means: a name, a calling, or somebody unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from checker.claims.anaphors import is_definite, is_of_other, named_before, only_subject
from checker.claims.holders import holder
from checker.claims.introductions import introductions
from checker.claims.names import (
    is_known,
    is_person,
    name_match,
    name_value,
    names_in,
    nouns_of_people,
)
from checker.claims.scene import Region, Scene
from checker.claims.somebody import is_noun, named_beside, origins
from checker.claims.speakers import speaker_of
from checker.model import ANOTHER, CALLED, ROLE, UNKNOWN, Claim, FacetMatch, Quantity
from checker.plurals import is_plural, singular
from checker.values import replace

# An article gives a name beside what somebody is so many sentences back.
_REACH = 12
_PERSON = "person"
# Words between what tells another one and the noun: "another | local | baker".
_FURTHER = 2


def person_held(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return the person whose age any noun, pronoun or name beside a number tells."""
    found = _held(scene, quantity)
    if found is None or found.first == quantity.first:
        return None
    if _is_pronoun(scene, found):
        own = _named_ahead(scene, found.first)
        return name_match(scene, facet, own) if own else _meant(scene, quantity, facet, found)
    own = named_beside(scene, found) if is_noun(scene, found) else found
    if own is not None:
        return name_match(scene, facet, own)
    return _told_of_before(scene, quantity, facet, found)


def _told_of_before(
    scene: Scene, quantity: Quantity, facet: str, noun: Region
) -> FacetMatch | None:
    """Return who was named before that a definite noun means: "(their fallen) | manager |, 52,"."""
    if not is_definite(scene, noun.first) or is_of_other(scene, noun.first):
        return None
    called = _called_so(scene, noun)
    if called:
        return FacetMatch(facet, called, scene.span(*noun))
    codes = {hit.payload.code for hit in nouns_of_people(scene) if hit.last == noun.last}
    return None if codes == {"office"} else _meant(scene, quantity, facet, noun)


def callings_held(scene: Scene, quantity: Quantity) -> tuple[FacetMatch, ...]:
    """Return what somebody with an age is called, and whether that is somebody not named before."""
    found = _held(scene, quantity)
    if found is None:
        return ()
    is_told_before = _is_pronoun(scene, found) or _is_definite_age(scene, quantity, found)
    span = scene.span(*found)
    told = next(_introduced_before(scene), None) if is_told_before else (scene, found)
    calling = _calling(*told) if told and is_noun(*told) else ""
    if not calling or (not is_told_before and _is_further(scene, found)):
        return (FacetMatch(ROLE, UNKNOWN, span),)
    is_other = not is_told_before and not is_definite(scene, found.first)
    if is_other and scene.antecedent is not None and scene.antecedent(None):
        return (FacetMatch(CALLED, calling, span), FacetMatch(ROLE, ANOTHER, span))
    return (FacetMatch(CALLED, calling, span),)


def _is_definite_age(scene: Scene, quantity: Quantity, found: Region) -> bool:
    """Whether an age stands for somebody told before: "the | 46-year-old | could be charged"."""
    return found.first == quantity.first and is_definite(scene, found.first)


def known_apart(claims: Sequence[Claim], scenes: Sequence[Scene]) -> Iterator[Claim]:
    """Yield the claims; of one called as the article calls several ("two bakers") nothing tells."""
    counted = {q.unit for scene in scenes for q in scene.quantities if q.kind == "count"}
    for claim in claims:
        match = next((match for match in claim.facets if match.name == CALLED), None)
        if match is None or match.value not in counted:
            yield claim
            continue
        others = tuple(one for one in claim.facets if one.name != CALLED)
        is_known = any(one.name in (ROLE, _PERSON) for one in others)
        unknown = () if is_known else (FacetMatch(ROLE, UNKNOWN, match.span),)
        yield replace(claim, facets=(*others, *unknown))


def _is_further(scene: Scene, noun: Region) -> bool:
    """Whether a noun tells of one of several: "another (local) | baker |, 61,"."""
    words = {*scene.language.discourse.further, *scene.language.numbers.nths}
    near = scene.tokens[max(noun.first - _FURTHER, 0) : noun.first]
    return any(token.word in words for token in near)


def _held(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the words for whoever has an age, or tells the own one: "I'm 30," | Ruiz | said."""
    if _tells_own_age(scene, quantity):
        return _speaker(scene, quantity)
    found = holder(scene, quantity)
    is_own = found is not None and scene.tokens[found.first].word in scene.language.discourse.selves
    return _speaker(scene, quantity) if is_own else found


def _tells_own_age(scene: Scene, quantity: Quantity) -> bool:
    """Whether somebody tells the own age: "I'm (only) | 30", "j'ai | 30 ans"."""
    words, index = scene.language.discourse, quantity.first - 1
    while index > 0 and scene.tokens[index].word in words.aged:
        index -= 1
    is_own = index >= 0 and scene.tokens[index].word in words.own_ages
    return is_own and quantity.kind in ("age", "duration") and quantity.value is not None


def _speaker(scene: Scene, quantity: Quantity) -> Region:
    """Return the name, noun or pronoun of who says something; the number itself where none is."""
    own, words = Region(quantity.first, quantity.last), scene.language.discourse
    said = speaker_of(scene, quantity)
    if not said:
        # "Dit-| il |".
        beside = {at for verb in scene.reporting for at in (verb - 1, verb + 1, verb + 2)}
        near = (i for i in sorted(beside) if 0 <= i < len(scene.tokens))
        return next((Region(i, i + 1) for i in near if scene.tokens[i].word in words.singular), own)
    start = scene.text.find(said, scene.sentence.span.start)
    end = start + len(said)
    places = [i for i, token in enumerate(scene.tokens) if start <= token.start < end]
    region = Region(places[0], places[-1] + 1) if places else own
    names = [name for name in names_in(scene, region) if is_person(scene, name)]
    nouns = [Region(hit.first, hit.last) for hit in nouns_of_people(scene) if region.holds(hit)]
    return next(iter([*reversed(names), *nouns]), own)


def _named_ahead(scene: Scene, pronoun: int) -> Region | None:
    """Return the one person named before a pronoun; "Court records list | her" names nobody."""
    own = only_subject(scene, pronoun)
    if own is None or len(scene.tokens[own.first].word.strip("'’")) == 1:
        # "I", "j'".
        return None
    return own if own.first or own.last > 1 or is_known(scene, own) else None


def _is_pronoun(scene: Scene, found: Region) -> bool:
    """Whether a word stands for somebody told before: "he", "her (age)"."""
    words = scene.language.discourse
    is_short = found.last - found.first == 1
    return is_short and scene.tokens[found.first].word in (
        words.singular | words.owners | words.possessives | words.turning
    )


def _meant(scene: Scene, quantity: Quantity, facet: str, found: Region) -> FacetMatch | None:
    """Return the person a text was about."""
    meant = named_before(scene, facet, found, quantity.value)
    return meant if meant is not None and meant.name == facet else None


def _called_so(scene: Scene, noun: Region) -> str:
    """Return the one person beside whose name a text wrote the noun: "manager | Ivo Brandt"."""
    calling = _calling(scene, noun)
    found: set[str] = set()
    for told in islice(scene.earlier(), _REACH):
        found |= set(_names_beside(told, calling))
    surnames = {name.rpartition(" ")[2] for name in found}
    return max(found, key=len) if len(surnames) == 1 else ""


def _names_beside(scene: Scene, calling: str) -> Iterator[str]:
    """Yield the names that a noun stands beside: "striker | Ana Ruiz |, the club's captain"."""
    names = list(names_in(scene, Region(0, len(scene.tokens))))
    for noun in nouns_of_people(scene):
        if _calling(scene, Region(noun.first, noun.last)) != calling:
            continue
        for name in names:
            is_beside = noun.last == name.first or name.first <= noun.first < noun.last < name.last
            if is_beside and (
                value := name_value(scene, Region(max(noun.last, name.first), name.last))
            ):
                yield value


def _introduced_before(scene: Scene) -> Iterator[tuple[Scene, Region]]:
    """
    Yield the one whom the sentence before tells of without a name: "| a teacher | was suspended".

    Whoever says something there is another one: "..., a spokesman | said".
    """
    for told in islice(scene.earlier(), 1):
        found = [noun for noun in introductions(told) if not _says(told, noun)]
        if len(found) != 1:
            people = [Region(hit.first, hit.last) for hit in nouns_of_people(told)]
            words = told.language.quantities
            single = [one for one in people if not is_plural(told.tokens[one.last - 1].word, words)]
            found = [noun for noun in single if not _says(told, noun)]
        if len(found) == 1:
            yield told, found[0]


def _says(scene: Scene, noun: Region) -> bool:
    """Whether a noun is beside a verb of saying: "a | spokesman | said"."""
    return bool({noun.first - 1, noun.last} & scene.reporting)


def _calling(scene: Scene, noun: Region) -> str:
    """Return what a noun calls somebody; nothing where a story has many who are called so."""
    words = scene.language
    called = " ".join(token.word for token in scene.tokens[slice(*noun)])
    last = singular(scene.tokens[noun.last - 1].word, words.quantities)
    is_open = noun in origins(scene) or {called, last} & words.discourse.crowd
    return "" if is_open else called
