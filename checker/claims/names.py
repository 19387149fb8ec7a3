"""Names of persons and firms as a sentence writes them: where they stand, what they may name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.book import Name
from checker.claims.datelines import body_start
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind
from checker.plurals import is_plural

# Classes of nouns: those that are counted, and what one person is called.
_CALLINGS = frozenset({"somebody", "athlete", "office", "bench"})
_PEOPLE = _CALLINGS | {"person"}

QUOTES = frozenset("\"'“”‘’«»„")

# An article, two adjectives and a noun of so many words: "a young police officer".
_LONGEST_NOUN = 4
# A word and its verb.
_FEW = 2
# A title has so many words on either side of a name in it: "Madame | Is Late".
_TITLE = 5


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
    numbers = (range(one.first, _end(one)) for one in scene.quantities)
    spans = (*numbers, *(range(hit.first, hit.last) for hit in known))
    return {*scene.dated, *_dying(scene), *(index for span in spans for index in span)}


def _dying(scene: Scene) -> range:
    """Return the place of a verb of dying with the capital of its sentence: "Mort | à 89 ans"."""
    is_lone = len(scene.tokens) > 1 and not is_capital(scene, 1)
    is_dying = is_lone and scene.tokens[0].word in scene.language.discourse.aging
    return range(int(is_dying))


def _end(quantity: Quantity) -> int:
    """Return the end of what is no name: "16 | GB", but "300 | Russians"."""
    is_measured = quantity.kind in ("dimension", "currency", "percent")
    return quantity.last if is_measured else quantity.mention.number_last


def name_value(scene: Scene, name: Region) -> str:
    """Write a name without case, its titles of courtesy and its punctuation."""
    short = scene.language.sentences.abbreviations
    titles = {cue.first for cue in scene.cues.get("title", ())}
    titles |= _callings(scene, name) | _opening(scene, name)
    kept = [
        scene.tokens[index].word
        for index in range(*name)
        if scene.tokens[index].kind is TokenKind.WORD
        and scene.tokens[index].word not in short
        and index not in titles
    ]
    return " ".join(kept)


def _callings(scene: Scene, name: Region) -> set[int]:
    """Return the noun with a capital that only opens a sentence: "Banker | Ray Colmer"."""
    if scene.language.quantities.has_capital_nouns:
        return set()
    # "Teenager | Leo Born" opens a sentence; inside one a capital belongs to the name.
    opening = nouns_of_people(scene) if not name.first else callings(scene)
    return {hit.first for hit in opening if name.first == hit.first < name.last - 1}


def _opening(scene: Scene, name: Region) -> set[int]:
    """Return the word for the present with the capital of a sentence: "Now | Ivo Brandt, 61,"."""
    is_first = not name.first and name.last > 1
    is_now = is_first and scene.tokens[0].word in scene.language.discourse.current
    return {0} if is_now else set()


def name_match(scene: Scene, facet: str, name: Region) -> FacetMatch | None:
    """Give a facet a name as its value; None for one of which nothing but a title is left."""
    value = name_value(scene, name)
    return FacetMatch(facet, value, scene.span(*name)) if value else None


def is_person(scene: Scene, name: Region) -> bool:
    """Whether a name is not that of a country, a day or of what a noun behind it is of."""
    if scene.language.quantities.has_capital_nouns and not _is_full_name(scene, name):
        return False
    if not taken_places(scene).isdisjoint(range(*name)) or _begins_compound(scene, name):
        return False
    # "A 61-year-old Vancouver man": the noun behind tells that the name is a place.
    if name.last >= len(scene.tokens):
        return True
    return all(hit.first != name.last for hit in nouns_of_people(scene))


def is_known(scene: Scene, name: Region) -> bool:
    """
    Whether a capitalised word is surely a name: one of several words, or written elsewhere too.

    Where somebody is from has a capital too ("the 51-year-old Yorkshireman"), but mostly stands
    behind an article.
    """
    if name.last - name.first > 1:
        return True
    own = scene.tokens[name.first]
    written = scene.text[own.start : own.end]
    articles = scene.language.discourse.articles
    return any(
        found.start() != own.start
        and scene.text[: found.start()].rpartition(" ")[0].rpartition(" ")[2].lower()
        not in articles
        for found in re.finditer(rf"\b{re.escape(written)}\b", scene.text)
    )


def is_origin(scene: Scene, name: Region) -> bool:
    """
    Whether an article makes one word only tell where somebody is from: "the 51-year-old | Dane".

    So it does with whom somebody played for: "the former | Falcon". Another kind of a word between
    tells nothing, and what the text also writes without an article is a name.
    """
    words, quantities, index = scene.language.discourse, scene.language.quantities, name.first - 1
    is_word = name.last - name.first == 1 and not quantities.has_capital_nouns
    if not is_word or is_plural(scene.tokens[name.first].word, quantities):
        return False
    ages = [range(one.first, one.last) for one in scene.quantities if one.kind == "age"]
    aged = {place for age in ages for place in age}
    while index > 0 and (index in aged or scene.tokens[index].word in quantities.adjectives):
        index -= 1
    is_led = index >= 0 and scene.tokens[index].word in words.articles
    return is_led and not is_known(scene, name)


def _begins_compound(scene: Scene, name: Region) -> bool:
    """Whether a capital only begins a word with a hyphen: "Ex-mayor | Colmer"."""
    tokens, last = scene.tokens, name.last
    if last + 1 >= len(tokens) or tokens[last].word != "-":
        return False
    is_glued = tokens[last - 1].end == tokens[last].start == tokens[last + 1].start - 1
    return is_glued and scene.text[tokens[last + 1].start].islower()


def nouns_of_people(scene: Scene) -> list[Hit[Name]]:
    """Return the nouns that say what somebody is: "driver", "follower"."""
    nouns = (hit for hit in scene.names if hit.payload.type == "noun")
    return [hit for hit in nouns if hit.payload.code in _PEOPLE]


def callings(scene: Scene) -> list[Hit[Name]]:
    """Return the nouns for what a single person is or does: "striker", "actor"."""
    return [hit for hit in nouns_of_people(scene) if hit.payload.code in _CALLINGS]


def one_beside(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the one person joined to a number by "and": "| the driver | and three passengers"."""
    tokens, joins = scene.tokens, scene.language.quantities.joins
    end = quantity.first - 1
    if end > 0 and tokens[end].word in joins:
        named = [name for name in names_in(scene, Region(0, end)) if name.last == end]
        known = [name for name in named if is_person(scene, name)]
        return known[0] if known else _someone(scene, range(max(end - _LONGEST_NOUN, 0), end), end)
    start = quantity.last + 1
    if start < len(tokens) and tokens[quantity.last].word in joins:
        return _someone(scene, range(start, start + 1), None)
    return None


def _someone(scene: Scene, starts: range, end: int | None) -> Region | None:
    """Return an article and a noun for one person that begin in a range, and end where asked."""
    articles, words = scene.language.discourse.articles, scene.language.quantities
    for hit in nouns_of_people(scene):
        begun = [i for i in starts if hit.first - _LONGEST_NOUN < i < hit.first]
        led = [i for i in begun if scene.tokens[i].word in articles]
        is_one = not is_plural(scene.tokens[hit.last - 1].word, words)
        if led and is_one and end in (None, hit.last):
            return Region(led[-1], hit.last)
    return None


def free_names(scene: Scene, region: Region) -> list[Region]:
    """Return the persons named in a stretch who are no circumstance, owner or mere capital."""
    names = [name for name in names_in(scene, region) if is_person(scene, name)]
    free = [name for name in names if not is_governed(scene, name, region)]
    return [
        name
        for name in free
        if not _is_plural_opening(scene, name, is_alone=len(names) == 1)
        if not opens_sentence(scene, name) and not is_owner(scene, name, names)
        if not is_nickname(scene, name)
    ]


def _is_plural_opening(scene: Scene, name: Region, *, is_alone: bool) -> bool:
    """
    Whether a plural has but the capital of its sentence: "| Tributes | to Ana Ruiz".

    The one name of a stretch is a plural where a preposition follows: "| Bosses | at the bank".
    """
    if name.first or name.last > 1 or is_known(scene, name):
        return False
    behind = scene.tokens[1].word if len(scene.tokens) > 1 else ""
    words = scene.language.discourse
    # "| Tests | showed she had".
    is_shown = len(scene.tokens) > _FEW and scene.tokens[_FEW].word in words.singular
    may_be = not is_alone or behind in words.prepositions or (is_shown and 1 not in scene.reporting)
    return may_be and is_plural(scene.tokens[0].word, scene.language.quantities)


def name_related(scene: Scene, clause: Region) -> Region | None:
    """Return the name that a relative clause follows: "tributes to | Ana Ruiz |, who died"."""
    words, tokens, comma = scene.language.discourse, scene.tokens, clause.first - 1
    is_who = comma > 0 and tokens[clause.first].word in words.who and tokens[comma].word == ","
    names = names_in(scene, Region(0, comma)) if is_who else ()
    name = next((one for one in names if one.last == comma and is_person(scene, one)), None)
    if name is None or name.last - name.first == 1:
        return None
    # "The father of Ana Ruiz, who died": that may be either.
    is_of = name.first > 0 and tokens[name.first - 1].word in words.belonging
    return None if is_of else name


def relates_to_other(scene: Scene, start: int) -> bool:
    """Whether "who" follows somebody behind a preposition: "from her | father, 69, who"."""
    words, tokens, end = scene.language.discourse, scene.tokens, start - 1
    if end > 1 and tokens[end - 1].kind is TokenKind.NUMBER and tokens[end - 2].word == ",":
        end -= 2
    noun = next((hit for hit in nouns_of_people(scene) if hit.last == end), None)
    kin = end - 1 if end and tokens[end - 1].word in scene.language.checks.kin else -1
    index = (noun.first if noun is not None else kin) - 1
    while index > 0 and tokens[index].word in words.articles | words.owners | words.possessives:
        index -= 1
    return index > 0 and tokens[index].word in words.prepositions


def is_nickname(scene: Scene, name: Region) -> bool:
    """Whether a verb and an article lead up to what only calls somebody so: "dubbed the | Fox"."""
    words, tokens, before = scene.language, scene.tokens, name.first - 2
    is_led = before >= 0 and tokens[before + 1].word in words.discourse.articles
    return is_led and tokens[before].word.endswith(tuple(words.quantities.participles) or (" ",))


def is_title(scene: Scene, name: Region) -> bool:
    """
    Whether a name is that of a book, a film or a song: what quotation marks hold begins with it.

    A few words at most stand between the marks ("Madame | Is Late"); more are somebody's own.
    """
    tokens = scene.tokens
    before = range(name.first - 1, max(name.first - 2 - _TITLE, -1), -1)
    opened = next((index for index in before if tokens[index].word in QUOTES), None)
    behind = range(name.last, min(name.last + _TITLE, len(tokens)))
    closed = next((index for index in behind if tokens[index].word in QUOTES), None)
    if opened is None or closed is None:
        return False
    # The second of two marks before a name closes: `who starred in "Ostra", | Ruiz said`.
    marks = sum(token.word in QUOTES for token in tokens[:opened])
    return marks % 2 == 0 and scene.text[tokens[opened + 1].start].isupper()


def _is_full_name(scene: Scene, name: Region) -> bool:
    """
    Whether a name is of first and last name, and no noun of a number or of what a rule counts.

    Where all nouns have a capital ("Ein Mann", "100.000 Euro Kaution"), a single word names nobody
    for sure.
    """
    if name.last - name.first < 2:
        return False
    taken = [(quantity.first, quantity.last) for quantity in scene.quantities]
    taken += [(hit.first, hit.last) for hit in scene.all_hits()]
    return not any(first < name.last and name.first < last for first, last in taken)


def is_suffixed(scene: Scene, name: Region) -> bool:
    """Whether something belongs to a name: "Brandt | 's mother"."""
    suffixes = scene.language.sentences.suffixes
    return name.last < len(scene.tokens) and scene.tokens[name.last].word in suffixes


def is_owner(scene: Scene, name: Region, names: Sequence[Region]) -> bool:
    """Whether another name belongs to this one: "Ana Ruiz's | Green Party"."""
    return is_suffixed(scene, name) and any(other.first == name.last + 1 for other in names)


def owned(scene: Scene, named: Mapping[int, Region], name: Region) -> Region:
    """Return what belongs to a name where another one follows: "Ostra's | Aris"."""
    has_more = is_owner(scene, name, list(named.values()))
    return named[name.last + 1] if has_more else name


def is_governed(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a preposition stands before a name, articles and quotation marks passed over."""
    words, tokens = scene.language.discourse, scene.tokens
    index, passed = name.first - 1, words.articles | QUOTES
    while index >= region.first and tokens[index].word in passed:
        index -= 1
    return index >= region.first and tokens[index].word in words.prepositions


def opens_sentence(scene: Scene, name: Region) -> bool:
    """Whether a capital is that of a sentence: "Former | mayor Ivo Brandt", "The | court"."""
    words = scene.language.quantities
    if name.first or name.last > 1:
        return False
    word, discourse = scene.tokens[0].word, scene.language.discourse
    if any(not before for before, _ in scene.language.numbers.hedges_before.get(word, ())):
        # "Some | 54 percent of them".
        return True
    return word in words.adjectives | words.stops | discourse.aged | discourse.gerunds
