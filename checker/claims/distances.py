"""Places that a distance is reckoned from: "35 miles south-west of Tirso", "50 km off Sudan"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.capitals import is_capital, name_end, start_of_name
from checker.claims.countries import countries, facet_of
from checker.claims.names import name_match
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# What "away" is away from.
_HERE = "here"
# A direction and a description between a distance and the place: "south of the capital, Tirso".
_DIRECTIONS = 9
# So many words may say what sort of place a name is: "the port | city of | Tirso".
_NAMED = 2
# Clauses between what struck and how far from where: "a quake struck, | 10 km deep, | 35 km off".
_CLAUSES_BACK = 3


def reference_place(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the place a distance is reckoned from: "35 miles south-west of | Tirso".

    A country is one by whatever name: "30 km from | the Sudanese border", "off | Sudan". Of places
    without a name there is one in a story: "50 km from | the prison", "50 km | away".
    """
    return _place_behind(scene, quantity, facet) or _place_before(scene, quantity, facet)


def _place_before(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return the place told before a distance: "Tirso, | 45 km | to the east", "50 km | away"."""
    words, tokens = scene.language.discourse, scene.tokens
    start = _behind_brackets(scene, quantity.last)
    cue = next((cue for cue in scene.cues.get("afar", ()) if cue.first == start), None)
    if cue is None:
        return None
    following = tokens[cue.last].word if cue.last < len(tokens) else ""
    if following in words.belonging | words.givers:
        return None
    comma = quantity.first - 1 - (scene.before(quantity) in words.prepositions)
    if comma > 0 and tokens[comma].word == "," and is_capital(scene, comma - 1):
        return name_match(scene, facet, Region(start_of_name(scene, comma - 1), comma))
    return FacetMatch(facet, _HERE, scene.span(cue.first, cue.last))


def _place_behind(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return the place that a word leads to behind a distance."""
    words, tokens = scene.language.discourse, scene.tokens
    if tokens[min(quantity.mention.number_last, len(tokens) - 1)].word == "-":
        # "The 229-metre tanker met off Tirso" is so long.
        return None
    is_led, start = False, _behind_brackets(scene, quantity.last)
    people = {hit.first: hit for hit in countries(scene, Region(start, len(tokens)))}
    for index in range(start, min(start + _DIRECTIONS, len(tokens))):
        # "Off | Tirso", "off the | coast", but not "off and on, to Tirso".
        before = index - 1 - (tokens[index - 1].word in words.articles)
        is_off = is_led or tokens[before].word in words.away
        if is_led and index in people and people[index].payload.form == "demonym":
            return facet_of(scene, facet, people[index])
        if is_off and is_capital(scene, index):
            name = Region(index, name_end(scene, index))
            lands = (hit for hit in countries(scene, name) if hit.payload.form != "capital")
            land = next((hit for hit in lands if (hit.first, hit.last) == name), None)
            return facet_of(scene, facet, land) if land else name_match(scene, facet, name)
        if is_off and tokens[index].word in words.landmarks and not _is_named(scene, index):
            return FacetMatch(facet, tokens[index].word, scene.span(index, index + 1))
        is_led = is_led or tokens[index].word in words.belonging | words.givers
        if tokens[index].kind is not TokenKind.WORD and tokens[index].word not in "-,":
            return None
    return None


def _is_named(scene: Scene, index: int) -> bool:
    """Whether a name follows a noun of a place: "port | city of Tirso", "the capital, Ostra"."""
    words, tokens, start = scene.language.discourse, scene.tokens, index + 1
    if start < len(tokens) and tokens[start].word == ",":
        start += 1
        is_name = start < len(tokens) and is_capital(scene, start)
        end = name_end(scene, start) if is_name else start
        return is_name and (end >= len(tokens) or tokens[end].kind is not TokenKind.WORD)
    near = range(start, min(start + _NAMED, len(tokens)))
    led = next((at + 1 for at in near if tokens[at].word in words.belonging), start)
    return led < len(tokens) and is_capital(scene, led)


def away_from(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Return what is so far from a place: "a quake struck, | at a depth of 10 km, | 35 km from Ostra".

    A number without a place stands in between for nothing; one with a place ends it.
    """
    if reference_place(scene, quantity, "from") is None:
        return []
    clause = max(scene.clause_at(quantity.first) - _CLAUSES_BACK, 0)
    start = scene.clause(clause).first
    before = (one for one in scene.quantities if start <= one.first < quantity.first)
    likes = (one for one in before if one.unit == quantity.unit)
    if any(reference_place(scene, one, "from") is not None for one in likes):
        return []
    return [hit for hit in named if start <= hit.first and hit.last <= quantity.first][-1:]


def _behind_brackets(scene: Scene, start: int) -> int:
    """Return where a sentence goes on behind a figure put in: "40 km | (25 miles) | from Ostra"."""
    tokens = scene.tokens
    if start >= len(tokens) or tokens[start].word != "(":
        return start
    ends = (i + 1 for i in range(start, min(start + _DIRECTIONS, len(tokens))))
    return next((end for end in ends if tokens[end - 1].word == ")"), start)
