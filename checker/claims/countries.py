"""Countries as a sentence names them: where they stand, and the words that stand around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.book import Name, Term
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch


def only(scene: Scene, facet: str, hits: Sequence[Hit[Name]]) -> FacetMatch | None:
    """Return the one country that all `hits` name, or None."""
    codes = {hit.payload.code for hit in hits}
    return facet_of(scene, facet, hits[0]) if len(codes) == 1 else None


def beside(scene: Scene, hit: Hit[Name], words: Sequence[Hit[Term]]) -> bool:
    """Whether a country touches a word for what is counted, or owns it by a word such as "of"."""
    if any(word.last == hit.first or hit.last == word.first for word in words):
        return True
    index = word_before(scene, hit, Region(0, len(scene.tokens)))
    belonging, tokens = scene.language.discourse.belonging, scene.tokens
    is_owned = index >= 0 and tokens[index].word in belonging
    # An article may say so by itself: "Verluste | der Ukraine".
    is_genitive = index + 1 < hit.first and tokens[index + 1].word in belonging
    ends = {index} if is_owned else {index + 1} if is_genitive else set()
    return any(word.last in ends for word in words)


def countries(scene: Scene, region: Region) -> Iterator[Hit[Name]]:
    """Yield the countries named in a region, in order; that of "US dollars" is none of them."""
    money = [quantity for quantity in scene.quantities if quantity.kind == "currency"]
    for hit in scene.names:
        is_money = any(q.first <= hit.first and hit.last <= q.last for q in money)
        if hit.payload.type == "country" and region.holds(hit) and not is_money:
            yield hit


def facet_of(scene: Scene, facet: str, hit: Hit[Name]) -> FacetMatch:
    """Give a facet the country that a name stands for."""
    return FacetMatch(facet, hit.payload.code, scene.span(hit.first, hit.last))


def word_before(scene: Scene, hit: Hit[Name], region: Region) -> int:
    """
    Return the index of the word before a name, articles passed over; -1 for none.

    Of an adjective behind its noun it is the word before the noun: "à l'armée russe".
    """
    words = scene.language.discourse
    index = skip_articles(scene, hit.first - 1, region)
    if hit.payload.form == "demonym" and index > region.first:
        outer = skip_articles(scene, index - 1, region)
        if outer >= region.first and scene.tokens[outer].word in words.prepositions:
            index = outer
    return index if index >= region.first else -1


def preposition(scene: Scene, hit: Hit[Name], region: Region) -> str:
    """Return the preposition that governs a country, or an empty text."""
    index = word_before(scene, hit, region)
    word = scene.tokens[index].word if index >= 0 else ""
    return word if word in scene.language.discourse.prepositions else ""


def skip_articles(scene: Scene, index: int, region: Region) -> int:
    """Walk back over articles."""
    while index >= region.first and scene.tokens[index].word in scene.language.discourse.articles:
        index -= 1
    return index


def is_governed(scene: Scene, hit: Hit[Name], region: Region) -> bool:
    """Whether a preposition stands before a country, so that it is no subject."""
    before = word_before(scene, hit, region)
    return before >= 0 and scene.tokens[before].word in scene.language.discourse.prepositions


def speaks(scene: Scene, hit: Hit[Name], terms: Sequence[Hit[Term]] = ()) -> bool:
    """Whether a verb of saying, which is none of the `terms` of a rule, follows a name closely."""
    return any(
        0 <= cue.first - hit.last <= 2
        and not any(term.first <= cue.first < term.last for term in terms)
        for cue in scene.cues.get("says", ())
    )
