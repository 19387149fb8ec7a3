"""Which country gives and which receives, and which one a number is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from checker.claims.book import Name, Term
from checker.claims.countries import (
    beside,
    countries,
    facet_of,
    is_governed,
    only,
    preposition,
    skip_articles,
    speaks,
    word_before,
)
from checker.claims.openings import opening
from checker.claims.scene import Region, Scene
from checker.claims.verbs import Verb, is_infinitive, is_opened, is_passive, rank_before, verb_of
from checker.lexicon import Hit
from checker.model import Facet, FacetMatch, Quantity

__all__ = [
    "ROLES",
    "beside",
    "countries",
    "facet_of",
    "is_attribute",
    "name_of",
    "only",
    "party_of",
    "preposition",
    "roles_in",
    "side_of",
    "speaks",
]

Role = Literal["giver", "receiver"]
ROLES: frozenset[str] = frozenset({"giver", "receiver"})


def roles_in(
    scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]], words: Sequence[Hit[Term]]
) -> dict[str, FacetMatch]:
    """
    Return the giver and the receiver of what is counted, as far as the sentence says.

    Roles come from prepositions, then from the side of the verb on which a country stands: in the
    part of the region that is about this quantity ("... to Poland and 16 to Kazakhstan"), then, if
    that has no verb of its own, in the whole. A subject pronoun leads back to the subject of an
    earlier clause.
    """
    region, part = scene.region_of(quantity), scene.conjunct_of(quantity)
    own = [hit for hit in needs if part.holds(hit)]
    verb = verb_of(scene, quantity, own or [hit for hit in needs if region.holds(hit)])
    found: dict[str, FacetMatch] = {}
    _add_roles(scene, quantity, (part, verb, words), found)
    if part != region and not own:
        _add_roles(scene, quantity, (region, verb, words), found)
    if verb is not None:
        _add_subject(scene, region, (verb, needs), found)
    _add_beneficiary(scene, region, quantity, found)
    return found


def _add_roles(
    scene: Scene,
    quantity: Quantity,
    place: tuple[Region, Verb | None, Sequence[Hit[Term]]],
    found: dict[str, FacetMatch],
) -> None:
    """Give the countries of a stretch the roles that are still free."""
    region, verb, words = place
    hits = list(countries(scene, region))
    for hit in hits:
        role = _role(scene, hit, region, verb)
        if _possesses(scene, hit, quantity.first):
            role = "giver"
        if role and role not in found:
            found[role] = facet_of(scene, role, hit)
    placed = {match.span for match in found.values()}
    for hit in hits:
        if facet_of(scene, "giver", hit).span in placed or _possesses(scene, hit, quantity.first):
            continue
        role = _side(scene, hit, region, verb) or _owner(scene, hit, quantity, words)
        if role and role not in found:
            found[role] = facet_of(scene, role, hit)


def _possesses(scene: Scene, hit: Hit[Name], index: int) -> bool:
    """Whether a country has what begins at `index`: "Canada's | C$500m aid package"."""
    tokens, suffixes = scene.tokens, scene.language.sentences.suffixes
    return hit.last + 1 == index and tokens[hit.last].word in suffixes


def party_of(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]] = ()
) -> FacetMatch | None:
    """
    Return the country a number is about: named in the counted phrase, else the only one around.

    Countries that merely speak ("Ukraine says ...") are left out; what a rule asks for with the
    same word is no mere speech ("Malawi reported 12 new cases"). Two candidates are no answer. The
    last place is what opens the sentence: "In Chile, ...".
    """
    region = scene.region_of(quantity)
    led = opening(scene, quantity)
    for place in (Region(quantity.first, quantity.last), region):
        hits = [hit for hit in countries(scene, place) if not speaks(scene, hit, terms)]
        if hits:
            return only(scene, facet, hits)
    # "In southern Chile, ..." is of it, and "unlike Chile, ..." is of another country.
    hits = list(countries(scene, led)) if led else []
    leading = scene.tokens[: hits[0].first] if hits else ()
    if any(token.word in scene.language.discourse.places for token in leading):
        return only(scene, facet, hits)
    return None


def side_of(
    scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]], of_things: bool = False
) -> FacetMatch | None:
    """
    Return the country whose people or things are counted.

    It stands in the counted phrase ("300 Russian soldiers"), beside the words for what is counted
    ("Russian losses", "losses of Russia"), or is the subject of a verb of losing. Whoever attacks
    is not counted, so no other country will do. Things lost are those of whoever was counted before
    ("300 Russians died; 40 tanks were lost"), unless another country comes in between.
    """
    region = scene.region_of(quantity)
    nearby = list(countries(scene, region))
    own = [hit for hit in nearby if quantity.first <= hit.first and hit.last <= quantity.last]
    close = [hit for hit in nearby if beside(scene, hit, words)]
    for hits in (own, close, _losers(scene, region, nearby)):
        if hits:
            return only(scene, "side", hits)
    possessives = scene.language.discourse.possessives
    if any(token.word in possessives for token in scene.tokens[quantity.first : region.last]):
        subjects = [hit for hit in nearby if not is_governed(scene, hit, region)]
        subject = subjects[0] if subjects else _subject_before(scene, region.first)
        return facet_of(scene, "side", subject) if subject else None
    return _side_before(scene, quantity) if of_things and not nearby else None


def _side_before(scene: Scene, quantity: Quantity) -> FacetMatch | None:
    """Return the country that was named last before a number, if it stands in a counted phrase."""
    before = list(countries(scene, Region(0, quantity.first)))
    for other in scene.quantities:
        if before and other.first <= before[-1].first and before[-1].last <= other.last:
            return facet_of(scene, "side", before[-1])
    return None


def _losers(scene: Scene, region: Region, nearby: Sequence[Hit[Name]]) -> list[Hit[Name]]:
    """Return the countries that are subjects of a verb of losing."""
    verbs = [cue for cue in scene.cues.get("losing", ()) if region.holds(cue)]
    return [
        hit
        for hit in nearby
        if not is_governed(scene, hit, region) and any(hit.last <= verb.first for verb in verbs)
    ]


def name_of(scene: Scene, quantity: Quantity, facet: Facet) -> FacetMatch | None:
    """
    Return the one organisation or event named around a quantity, its own clause first.

    Two different ones in the same stretch are no answer.
    """
    region = scene.region_of(quantity)
    for place in (region, Region(0, len(scene.tokens))):
        hits = [h for h in scene.names if h.payload.type == facet.type and place.holds(h)]
        if hits:
            return only(scene, facet.name, hits)
    return None


def _role(scene: Scene, hit: Hit[Name], region: Region, verb: Verb | None) -> Role | None:
    """Return the role that the preposition before a country gives it."""
    words = scene.language.discourse
    index = word_before(scene, hit, region)
    word = scene.tokens[index].word if index >= 0 else ""
    taking = verb is not None and verb.taking
    if word in words.against:
        return None
    if taking and verb is not None and hit.first >= verb.last and word in words.taken_from:
        return "giver"
    if word in words.givers or (word in words.belonging and _leads_on(scene, hit)):
        return "giver"
    return "receiver" if word in words.receivers else None


def _leads_on(scene: Scene, hit: Hit[Name]) -> bool:
    """Whether a receiver follows at once: "de l'Allemagne à l'Ukraine"."""
    follows = hit.last < len(scene.tokens)
    return follows and scene.tokens[hit.last].word in scene.language.discourse.receivers


def _side(scene: Scene, hit: Hit[Name], region: Region, verb: Verb | None) -> Role | None:
    """Let a subject give (or take, or be given) and the object right behind the verb receive."""
    before = word_before(scene, hit, region)
    words = scene.language.discourse
    word = scene.tokens[before].word if before >= 0 else ""
    if verb is None or word in words.prepositions or word in words.against:
        return None
    if hit.last <= verb.first:
        takes = verb.taking or is_passive(scene, verb)
        rank = rank_before(hit, _bare(scene, region), verb) if words.verb_final else None
        if rank is not None:
            return _IN_ORDER[takes][rank] if rank < 2 else None
        if is_attribute(scene, hit, verb) or _is_one_of_several(scene, hit):
            return None
        return "receiver" if takes else "giver"
    return _behind(scene, hit, region, verb)


def _behind(scene: Scene, hit: Hit[Name], region: Region, verb: Verb) -> Role | None:
    """Return the role of a party behind a verb; in an opened clause the subject comes first."""
    is_led = scene.tokens[hit.first - 1].word in scene.language.discourse.indirect
    if is_led or not is_opened(scene, verb):
        is_close = word_before(scene, hit, region) == verb.last - 1
        return _IN_ORDER[verb.taking][1] if is_close else None
    bare = [other for other in _bare(scene, region) if other.first >= verb.last]
    if not bare or skip_articles(scene, bare[0].first - 1, region) != verb.last - 1:
        return None
    rank = next((rank for rank, other in enumerate(bare) if other is hit), 2)
    most = 2 if scene.language.discourse.verb_final else 1
    return _IN_ORDER[verb.taking][rank] if rank < most else None


# Who stands first and who next before a verb that stands last, by whether its subject receives.
_IN_ORDER: Mapping[bool, tuple[Role, Role]] = {
    False: ("giver", "receiver"),
    True: ("receiver", "giver"),
}


def _bare(scene: Scene, region: Region) -> list[Hit[Name]]:
    """Return the countries of a stretch that no preposition governs and that are no source."""
    after = {cue.last for cue in scene.cues.get("according", ())}
    before = {cue.first for cue in scene.cues.get("according_after", ())}
    return [
        hit
        for hit in countries(scene, region)
        if hit.last not in before
        and skip_articles(scene, hit.first - 1, region) + 1 not in after
        and not preposition(scene, hit, region)
    ]


def _is_one_of_several(scene: Scene, hit: Hit[Name]) -> bool:
    """Whether a country is joined to another one before it: "Iran, Belarus and North Korea"."""
    index = skip_articles(scene, hit.first - 1, Region(0, len(scene.tokens)))
    joins = scene.language.sentences.list_words
    if index < 1 or scene.tokens[index].word not in joins:
        return False
    return any(name.last == index for name in countries(scene, Region(0, index)))


def is_attribute(scene: Scene, hit: Hit[Name], verb: Verb) -> bool:
    """Whether another name stands between: the nearer one is the subject."""
    between = Region(hit.last, verb.first)
    named = (other for other in scene.names if other.payload.type != "noun")
    nearer = [other for other in named if between.holds(other)]
    return any(not is_governed(scene, other, between) for other in nearer)


def _owner(
    scene: Scene, hit: Hit[Name], quantity: Quantity, words: Sequence[Hit[Term]]
) -> Role | None:
    """Whoever the counted thing is named after gives it: "Iranian drones", "aid of France"."""
    if quantity.first <= hit.first and hit.last <= quantity.last:
        return "giver"
    return "giver" if beside(scene, hit, words) else None


def _add_subject(
    scene: Scene,
    region: Region,
    said: tuple[Verb, Sequence[Hit[Term]]],
    found: dict[str, FacetMatch],
) -> None:
    """Find a subject outside the clause: for a pronoun, a gerund or an infinitive."""
    verb, moving = said
    role: Role = "receiver" if verb.taking else "giver"
    words, tokens = scene.language.discourse, scene.tokens
    if role not in found and not is_passive(scene, verb):
        has_pronoun = any(t.word in words.pronouns for t in tokens[region.first : verb.first])
        if has_pronoun or is_infinitive(scene, region):
            _add(scene, role, _subject_before(scene, region.first), found)
        elif tokens[region.first].word in words.gerunds:
            _add(scene, role, _subject_after(scene, region.last, moving), found)
    has_dative = any(token.word in words.datives for token in tokens[region.first : verb.last])
    if has_dative and "receiver" not in found and "giver" in found:
        other = _subject_before(scene, region.first) or _subject_after(scene, region.last, moving)
        _add(scene, "receiver", other, found)


def _add(scene: Scene, role: Role, hit: Hit[Name] | None, found: dict[str, FacetMatch]) -> None:
    """Give a country a role, unless it has another one already."""
    if hit is not None and all(hit.payload.code != other.value for other in found.values()):
        found[role] = facet_of(scene, role, hit)


def _subject_before(scene: Scene, index: int) -> Hit[Name] | None:
    """Return the country that is the subject of the nearest earlier clause that has one."""
    for number in range(scene.clause_at(index) - 1, -1, -1):
        region = scene.clause(number)
        for hit in countries(scene, region):
            if not is_governed(scene, hit, region):
                return hit
    return None


def _subject_after(scene: Scene, index: int, moving: Sequence[Hit[Term]]) -> Hit[Name] | None:
    """
    Return the country that opens the clause at `index`, for a gerund before it.

    A clause with a moving verb of its own speaks of another transfer, and its subject is no help:
    "In return for having sent 300 drones, Russia will supply ..." does not say who sent them.
    """
    if index >= len(scene.tokens):
        return None
    region = scene.clause(scene.clause_at(index))
    if any(region.holds(hit) for hit in moving):
        return None
    for hit in countries(scene, region):
        if word_before(scene, hit, region) < 0:
            return hit
    return None


def _add_beneficiary(
    scene: Scene, region: Region, quantity: Quantity, found: dict[str, FacetMatch]
) -> None:
    """Let the one country of the purpose receive: "to strengthen the defences of Ukraine"."""
    words = scene.language.discourse
    behind = Region(quantity.last, region.last)
    aims = [i for i in range(*behind) if scene.tokens[i].word in words.purpose]
    if "receiver" in found or "giver" not in found or not aims:
        return
    hits = [hit for hit in countries(scene, behind) if hit.first > aims[0]]
    hits = [hit for hit in hits if hit.payload.code != found["giver"].value]
    index = word_before(scene, hits[0], region) if hits else -1
    if index >= 0 and scene.tokens[index].word in words.belonging:
        found["receiver"] = facet_of(scene, "receiver", hits[0])
