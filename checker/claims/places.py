"""Where something happened: the place by its name as written, in the sentence of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.actors import is_object
from checker.claims.book import Term
from checker.claims.candidates import beaten_in, name_standing
from checker.claims.openings import opening
from checker.claims.parties import countries
from checker.claims.referents import has_age
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.claims.wholes import is_included
from checker.lexicon import Hit
from checker.model import Facet, FacetMatch, Quantity, TokenKind

# A place is named at most so many words long ("Frankfurt an der Oder").
_LONGEST_PLACE = 4
# "In the eastern mountain region of": so many words say what kind of place it is.
_LONGEST_KIND = 3

# A candidate has votes, or a share of them.
_TOLD_OF = frozenset({"count", "number", "percent"})

_Names = dict[str, tuple[int, int]]


def place_in(
    scene: Scene, quantity: Quantity, facet: Facet, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the place that a preposition or the verb points at, by its name as written.

    It stands in the clause, else opens the sentence ("In Ostra, 400 flights were cancelled"), else
    stands somewhere in it; two different places are no answer. A country is no place of its own.
    Its capital is, but not where the whole country is meant unless the text says otherwise.
    """
    is_whole = facet.default is not None and facet.name == "region"
    if is_whole and scene.language.quantities.has_capital_nouns:
        # "Im Quartal", "am Markt": too many nouns look like a town to give up the country for one.
        return None
    others = _no_places(scene, with_capitals=is_whole) | _of_parts(scene, quantity)
    if facet.name == "region":
        others |= _opposed(scene)
    found = _names(scene, scene.region_of(quantity), needs, others)
    for stretch in (opening(scene, quantity), Region(0, len(scene.tokens))):
        if not found and stretch is not None:
            found = _names(scene, stretch, (), others)
    if len(found) > 1:
        # "Marched through Ostra, as others did in Verano": of two, the one between the same commas.
        found = _names(scene, _between_commas(scene, quantity), (), others)
    if len(found) != 1:
        return None
    [(name, (first, last))] = found.items()
    return FacetMatch(facet.name, name, scene.span(first, last))


def _no_places(scene: Scene, *, with_capitals: bool) -> set[int]:
    """
    Return the tokens that name no place: those of countries and dates, of capitals where asked.

    Where all nouns have a capital, what is counted and what has an article ("in der | Nacht") too.
    """
    tokens, words = scene.tokens, scene.language.discourse
    hits = countries(scene, Region(0, len(tokens)))
    kept = (hit for hit in hits if with_capitals or hit.payload.form != "capital")
    found = {index for hit in kept for index in range(hit.first, hit.last)}
    found |= scene.dated
    if not scene.language.quantities.has_capital_nouns:
        return found
    found |= {index for one in scene.quantities for index in range(one.first, one.last)}
    behind = range(1, len(tokens))
    return found | {index for index in behind if tokens[index - 1].word in words.articles}


def _of_parts(scene: Scene, quantity: Quantity) -> set[int]:
    """Return the tokens that are about a part: "300 people, | including 40 in Ostra |, marched"."""
    tokens, found = scene.tokens, set[int]()
    for other in scene.quantities:
        if other is not quantity and _is_part(scene, other):
            starts = (one.first for one in scene.quantities if one.first >= other.last)
            commas = (
                index for index in range(other.last, len(tokens)) if tokens[index].word == ","
            )
            found |= {*range(other.first, min((*starts, *commas), default=len(tokens)))}
    return found


def _is_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether words around a number make it a part: "including 40", "40 of them", "40 others"."""
    tokens, last = scene.tokens, quantity.mention.number_last
    if last < len(tokens) and tokens[last].word in scene.language.discourse.further:
        return True
    is_of_them = any(cue.first == last for cue in scene.cues.get("partitive", ()))
    return is_of_them or is_included(scene, quantity)


def _opposed(scene: Scene) -> set[int]:
    """
    Return the tokens right behind "against": a town may be fired at, a region is voted in.

    So are those whom a share or number belongs to: "to | Ruiz's 47 percent", "4,300 for | Ruiz",
    "gave | Ruiz 47 percent"; and those who are beaten: "beat | Brandt by 4,300 votes".
    """
    tokens, words = scene.tokens, scene.language.discourse
    behind = range(1, len(tokens))
    found = {index for index in behind if tokens[index - 1].word in words.against}
    for one in scene.quantities:
        if one.last < len(tokens) - 1 and tokens[one.last].word in words.bids:
            found |= {*range(one.last + 1, name_end(scene, one.last + 1))}
        standing = name_standing(scene, one) if one.kind in _TOLD_OF else None
        found |= {*range(*standing)} if standing else set()
    beaten = beaten_in(scene, Region(0, len(tokens)))
    return found | {*range(*beaten)} if beaten else found


def _between_commas(scene: Scene, quantity: Quantity) -> Region:
    """Return what stands between the same two commas as a number."""
    tokens = scene.tokens
    commas = [index for index, token in enumerate(tokens) if token.word == ","]
    first = max((index + 1 for index in commas if index < quantity.first), default=0)
    last = min((index for index in commas if index >= quantity.last), default=len(tokens))
    return Region(first, last)


def _names(scene: Scene, region: Region, needs: Sequence[Hit[Term]], others: set[int]) -> _Names:
    """Return the places of a stretch by their names, each with its tokens."""
    return {
        scene.words(first, last).casefold(): (first, last)
        for first, last in _places(scene, region, needs, others)
    }


def _places(
    scene: Scene, region: Region, verbs: Sequence[Hit[Term]], others: set[int]
) -> Iterator[tuple[int, int]]:
    """
    Yield the capitalised names that a preposition or the verb points at, but for the `others`.

    A name joined to such a one ("between Ostra and Verano") is pointed at too.
    """
    tokens, joins = scene.tokens, scene.language.sentences.list_words
    index, end = region.first, -1
    while index < region.last:
        if index in others or not is_capital(scene, index):
            index += 1
            continue
        last = min(name_end(scene, index), index + _LONGEST_PLACE, region.last)
        is_joined = end == index - 1 and tokens[end].word in joins
        if has_age(scene, last):
            # "A funeral for Sgt Ivo Brandt, | 54 |, drew 500": that is somebody.
            index = last
            continue
        if is_joined or _points(scene, index, region) or _is_of_verb(scene, (index, last), verbs):
            yield index, last
            end = last
        index = last


def _is_of_verb(scene: Scene, name: tuple[int, int], verbs: Sequence[Hit[Term]]) -> bool:
    """
    Whether a name is the object of a verb, which stands last in some languages.

    What opens a sentence has a capital anyhow: "Insgesamt | demonstrierten 300 Menschen".
    """
    is_final = bool(scene.language.discourse.verb_final) and name[0] > 0
    if is_final and any(verb.first == name[1] for verb in verbs):
        return True
    return is_object(scene, name[0], verbs)


def _points(scene: Scene, index: int, region: Region) -> bool:
    """
    Whether a preposition leads to what begins at `index`: "in Ostra", "in the district of Ostra".

    Between the two stand at most a few words that say what kind of place it is.
    """
    words, tokens = scene.language.discourse, scene.tokens
    before = _over_articles(scene, index - 1, region)
    if before >= region.first and tokens[before].word in words.belonging:
        lowest = max(before - 1 - _LONGEST_KIND, region.first)
        before -= 1
        while before > lowest and _is_plain(scene, before):
            before -= 1
        before = _over_articles(scene, before, region)
    word = tokens[before].word if before >= region.first else ""
    is_source = any(cue.last == before + 1 for cue in scene.cues.get("according", ()))
    others = words.givers | words.belonging
    return word in words.prepositions and word not in others and not is_source


def _over_articles(scene: Scene, index: int, region: Region) -> int:
    """Walk back over articles."""
    while index >= region.first and scene.tokens[index].word in scene.language.discourse.articles:
        index -= 1
    return index


def _is_plain(scene: Scene, index: int) -> bool:
    """Whether a token is a word without a capital, and no preposition or article."""
    token, words = scene.tokens[index], scene.language.discourse
    if token.kind is not TokenKind.WORD or is_capital(scene, index):
        return False
    return token.word not in words.prepositions and token.word not in words.articles
