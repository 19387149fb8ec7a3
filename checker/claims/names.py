"""Names of persons and firms as a sentence writes them: where they stand, what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.datelines import body_start
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.model import FacetMatch, Span, TokenKind


def names_in(scene: Scene, region: Region) -> Iterator[Region]:
    """Yield the capitalised names of a region but days, months, countries and the dateline's."""
    taken = taken_places(scene)
    index = max(region.first, body_start(scene))
    while index < region.last:
        if not is_capital(scene, index) or index in taken:
            index += 1
            continue
        last = min(name_end(scene, index), region.last)
        yield Region(index, last)
        index = last


def taken_places(scene: Scene) -> set[int]:
    """Return the places of dates, of numbers and of names that are known to be no person's."""
    known = (hit for hit in scene.names if hit.payload.type != "noun")
    numbers = (range(one.first, one.mention.number_last) for one in scene.quantities)
    spans = (*numbers, *(range(hit.first, hit.last) for hit in known))
    return {*scene.dated, *(index for span in spans for index in span)}


def name_value(scene: Scene, name: Region) -> str:
    """Write a name without case, its titles of courtesy and its punctuation."""
    short = scene.language.sentences.abbreviations
    titles = {cue.first for cue in scene.cues.get("title", ())}
    kept = [
        scene.tokens[index].word
        for index in range(*name)
        if scene.tokens[index].kind is TokenKind.WORD
        and scene.tokens[index].word not in short
        and index not in titles
    ]
    return " ".join(kept)


def name_match(scene: Scene, facet: str, name: Region) -> FacetMatch | None:
    """Give a facet a name as its value; None for one of which nothing but a title is left."""
    value = name_value(scene, name)
    tokens = scene.tokens
    span = Span(tokens[name.first].start, tokens[name.last - 1].end)
    return FacetMatch(facet, value, span) if value else None
