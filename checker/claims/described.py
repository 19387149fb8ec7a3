"""Somebody told by what they are to the story: "the suspect, 41", "the 36-year-old victim"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.beside import is_set_off, person_beside, start_of_office
from checker.claims.book import Term
from checker.claims.names import nouns_of_people
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import ROLE, FacetMatch, Quantity, TokenKind

# What has an age and is nobody, whatever its maker is called: "the 16-year-old Boeing".
THINGS = frozenset({"plane", "ship"})
# Words between a description and its number: ", | who is now", ", | a", ", | de".
_LINK = 4
# Words between an article and the description: "the | heavily armed | gunman".
_QUALIFIED = 3
# And between an age and the description: "the 36-year-old | Dutch | victim".
_BETWEEN = 2


def role_beside(scene: Scene, quantity: Quantity, rules: Sequence[str]) -> FacetMatch | None:
    """
    Return what the person whose age a number is is to the story, by the words of some `rules`.

    Only a definite description tells who is meant without a name; "a suspect, 41," may be anyone,
    but whoever "a man, 41, shot dead" was is told by the deed.
    Of ships and planes there is one in most stories: "a 28-year-old ferry".
    """
    terms = [hit for rule in rules for hit in scene.hits_of(rule)]
    hits = [hit for hit in terms if hit.payload.facet == ROLE]
    if not hits:
        return None
    named = person_beside(scene, quantity, "person")
    behind = _behind(scene, quantity, hits)
    if behind is not None and behind.payload.value in THINGS:
        named = None
    hit = _of_name(scene, hits, named) if named else _description(scene, quantity, hits)
    hit = hit or _deed(scene, quantity, hits)
    if hit is None:
        return None
    return FacetMatch(ROLE, hit.payload.value, scene.span(hit.first, hit.last))


def _of_name(scene: Scene, hits: Sequence[Hit[Term]], named: FacetMatch) -> Hit[Term] | None:
    """Return the description that stands before a name or begins it: "the suspect, Ivo Brandt"."""
    span = named.span
    first = next((i for i, t in enumerate(scene.tokens) if span and t.start == span.start), 0)
    before = first - 1 if first and scene.tokens[first - 1].word == "," else first
    return next((hit for hit in hits if hit.last in (first, before) or hit.first == first), None)


def _description(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the definite description that a number without a name belongs to."""
    behind = _behind(scene, quantity, hits)
    is_thing = behind is not None and behind.payload.value in THINGS
    if behind is not None and (is_thing or _is_definite(scene, quantity.first)):
        return behind
    told = _told_of(scene, quantity, hits) or _agent(scene, quantity, hits)
    if told is not None or behind is not None:
        return told
    start = set_beside(scene, quantity)
    if start is None or (quantity.kind == "number" and not is_set_off(scene, quantity)):
        return None
    found = [hit for hit in hits if hit.last == start] or _subject(scene, start, hits)
    return found[0] if found and _is_definite(scene, found[0].first) else None


def _deed(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the words from an age to what was done by or to somebody: "a man, | 38, was shot"."""
    start = quantity.mention.number_first
    is_told = quantity.kind != "number" or scene.before(quantity) in (",", "(")
    found = (hit for hit in hits if hit.first in (start, start - 1) and hit.last > start)
    return next((hit for hit in found if is_told and _is_of_person(scene, quantity, hit)), None)


def _is_of_person(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether no thing stands between an age and a deed: "the 31-year-old | lift was hit"."""
    words, tokens = scene.language.discourse, scene.tokens
    if "-" not in quantity.surface or quantity.last >= hit.last:
        return True
    word = tokens[quantity.last].word
    is_verb = word in words.passives | words.auxiliaries
    is_verb |= word.endswith(tuple(scene.language.quantities.participles))
    inside = range(quantity.mention.number_last, hit.last)
    return is_verb or any(noun.last - 1 in inside for noun in nouns_of_people(scene))


def _behind(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the description behind an age: "the 36-year-old Dutch | victim"."""
    start = quantity.mention.number_last
    near = [hit for hit in hits if start <= hit.first <= quantity.last + _BETWEEN]
    is_age = quantity.kind == "age"
    plain = (hit for hit in near if is_age and _is_plain(scene, start, hit.first))
    return next((hit for hit in plain if not _is_of_somebody(scene, hit)), None)


def _is_of_somebody(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a thing only tells what somebody does: "the 45-year-old | ferry | captain"."""
    people = (name for name in scene.names if name.payload.code == "person")
    roles = (one for one in scene.all_hits() if one.payload.facet == ROLE)
    behind = {*(name.first for name in people), *(role.first for role in roles)}
    return hit.payload.value in THINGS and hit.last in behind


def _told_of(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the subject that a form of "be" leads from to an age: "the victim was | (a) 34"."""
    tokens, words = scene.tokens, scene.language.discourse
    index = quantity.first - 1
    if quantity.kind == "age" and index > 0 and tokens[index].word in words.articles:
        index -= 1
    is_told = index > 0 and tokens[index].word in words.passives
    is_told &= quantity.kind == "age" or _ends(scene, quantity.last)
    found = (hit for hit in hits if is_told and hit.last == index)
    return next((hit for hit in found if _is_definite(scene, hit.first)), None)


def _agent(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the words for a deed that lead up to who did it: "were shot dead by | a man, 41"."""
    indefinite = scene.language.numbers.articles
    is_beside = scene.before(quantity) in (",", "(")
    start = set_beside(scene, quantity) if is_beside else quantity.first
    if start is None or (quantity.kind == "number" and not is_set_off(scene, quantity)):
        return None
    for index in range(start - 1, max(start - 2 - _QUALIFIED, 0), -1):
        if scene.tokens[index].word in indefinite:
            by = scene.tokens[index - 1].word in _agents(scene)
            return next((hit for hit in hits if by and hit.last == index), None)
        if not _is_plain(scene, index, index + 1):
            return None
    return None


def _agents(scene: Scene) -> frozenset[str]:
    """Return the words before whoever did something that was done: "by", "von"."""
    words = scene.language.discourse
    return (words.givers - words.taken_from) | words.agents


def _ends(scene: Scene, index: int) -> bool:
    """Whether a sentence or clause ends at a token: "the victim was 61."."""
    return index >= len(scene.tokens) or scene.tokens[index].word in (".", ",", ";")


def set_beside(scene: Scene, quantity: Quantity) -> int | None:
    """Return the comma or bracket that sets a number beside what stands before it."""
    words, tokens = scene.language.discourse, scene.tokens
    links = words.passives | words.relatives | words.articles | words.belonging
    start = start_of_office(scene, quantity.first)
    for index in range(start - 1, max(start - 1 - _LINK, 0), -1):
        if tokens[index].word in (",", "("):
            return index
        if tokens[index].word not in links and tokens[index].word not in words.current:
            return None
    return None


def _subject(scene: Scene, comma: int, hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return whom a relative clause is about: "the gunman in the church, | who is 41"."""
    if scene.tokens[comma + 1].word not in scene.language.discourse.relatives:
        return []
    region = scene.clause(scene.clause_at(comma - 1))
    found = [hit for hit in hits if region.holds(hit)]
    others = [
        name
        for name in scene.names
        if name.payload.code == "person" and region.first <= name.first < comma
    ]
    apart = {hit.first for hit in found}
    is_alone = len(found) == 1 and all(name.first in apart for name in others)
    return found if is_alone else []


def _is_definite(scene: Scene, index: int) -> bool:
    """Whether a definite article leads up to what stands at `index`, a few words passed over."""
    words, tokens = scene.language.discourse, scene.tokens
    definite = words.articles - scene.language.numbers.articles
    # "His wife, 41," and "Brandt's wife, 41," are somebody known too.
    definite |= words.possessives | words.owners | scene.language.sentences.suffixes
    for before in range(index - 1, max(index - 2 - _QUALIFIED, -1), -1):
        if tokens[before].word in definite:
            return True
        if tokens[before].word in words.prepositions or not _is_plain(scene, before, before + 1):
            return False
    return False


def _is_plain(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but words, or hyphens between them, stands in a stretch."""
    return all(
        token.kind is TokenKind.WORD or token.word == "-" for token in scene.tokens[first:last]
    )
