"""Somebody told by what they are to the story or what befell them: "the suspect, 41"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from checker.claims.beside import is_parent, is_set_off, person_beside, start_of_office
from checker.claims.book import Term
from checker.claims.names import nouns_of_people
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import ROLE, FacetMatch, Quantity, TokenKind
from checker.phrases import phrase_before

# What has an age and is nobody, whatever its maker is called: "the 16-year-old Boeing".
THINGS = frozenset({"plane", "ship"})
# Why the age of somebody without a name is left alone.
ONE_OF_SEVERAL = "one of several whom the same befell"
# Who is no older at the trial than at the deed.
UNAGING = frozenset({"victim"})
# Words between a description and its number: ", | who is now", ", | a", ", | de".
_LINK = 4
# Words between an article and the description: "the | heavily armed | gunman".
_QUALIFIED = 3
# What befell somebody stands so far behind: "a man of 41 | from a small village in Ostra | died".
_FATE = 8
# "Two | other people | were killed".
_COUNTED = 2
# Hedges of an age that many people have passed or not reached.
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})
# And between an age and the description: "the 36-year-old | Dutch | victim".
_BETWEEN = 2


def role_beside(scene: Scene, quantity: Quantity, rules: Sequence[str]) -> FacetMatch | None:
    """
    Return what the person whose age a number is is to the story, by the words of some `rules`.

    Only a definite description tells who is meant without a name; "a suspect, 41," may be anyone,
    unless the clause tells what befell or what was done: "a man, 41, | was arrested".
    Of ships and planes there is one in most stories: "a 28-year-old ferry".
    """
    described = description_beside(scene, quantity, rules)
    return described or befallen_beside(scene, quantity, rules)


def befallen_beside(scene: Scene, quantity: Quantity, rules: Sequence[str]) -> FacetMatch | None:
    """Return what befell, or was done by, the person whose age a number is: "a man, 41, | died"."""
    deed = _deed(scene, quantity, _roles(scene, rules))
    return _match(scene, deed) if deed else _fate_told(scene, quantity, rules)


def description_beside(scene: Scene, quantity: Quantity, rules: Sequence[str]) -> FacetMatch | None:
    """Return the description that a number or the name beside it has: "the suspect, 41"."""
    hits = _roles(scene, rules)
    if not hits:
        return None
    named = person_beside(scene, quantity, "person")
    behind = _behind(scene, quantity, hits)
    if behind is not None and behind.payload.value in THINGS:
        named = None
    hit = _of_name(scene, hits, named) if named else _description(scene, quantity, hits)
    return _match(scene, hit) if hit else None


def several_told(scene: Scene, rules: Sequence[str], ages: Container[int]) -> set[str]:
    """
    Return the roles that a sentence gives to more than one: "two people | were killed".

    `ages` are the identities of the quantities that count nobody.
    """
    counts = (one for one in scene.quantities if one.kind in ("number", "count"))
    many = [one for one in counts if one.value != 1 and id(one) not in ages]
    fates = (hit for hit in _roles(scene, rules) if not _is_agent(scene, hit))
    return {
        hit.payload.value
        for hit in fates
        for one in many
        if 0 <= hit.first - one.mention.number_last <= _COUNTED or one.first == hit.last
    }


def _roles(scene: Scene, rules: Sequence[str]) -> list[Hit[Term]]:
    """Return what tells who somebody is to the story, in the order of the sentence."""
    terms = (hit for rule in rules for hit in scene.hits_of(rule))
    return sorted((hit for hit in terms if hit.payload.facet == ROLE), key=lambda hit: hit.first)


def _match(scene: Scene, hit: Hit[Term]) -> FacetMatch:
    return FacetMatch(ROLE, hit.payload.value, scene.span(hit.first, hit.last))


def _fate_told(scene: Scene, quantity: Quantity, rules: Sequence[str]) -> FacetMatch | None:
    """Return what befell whom an age is of: "a boy, 15, | was killed", "the killing of | a boy"."""
    # "People | over 65 | died" tells nobody's own age.
    is_bound = not _BOUNDS.isdisjoint(quantity.mention.hedges)
    told = None if is_bound else _aged(scene, quantity)
    hits = _roles(scene, rules) if told else []
    if told is None or not hits or _is_one_of_several(scene, told):
        return None
    fates = (hit for hit in hits if hit.first >= told.last and not _is_agent(scene, hit))
    behind = next(fates, None)
    if behind is not None and _is_subject(scene, told) and leads_on(scene, told.last, behind.first):
        return _match(scene, behind)
    before = next((hit for hit in hits if hit.last == told.first), None)
    return _match(scene, before) if before else None


def _is_agent(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether words for a deed lead up to who did it: "were shot dead | by"."""
    return hit.last - hit.first > 1 and scene.tokens[hit.last - 1].word in _agents(scene)


def _is_subject(scene: Scene, told: Region) -> bool:
    """Whether somebody with an age is no circumstance: "the killer of | a nurse, 41, wept"."""
    before = scene.tokens[told.first - 1].word if told.first else ""
    return before not in scene.language.discourse.prepositions


def _aged(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the words for a person with an age: "a boy, 15,", "a 15-year-old boy", "Ruiz, 15,"."""
    if quantity.kind not in ("age", "duration", "number"):
        return None
    named = person_beside(scene, quantity, "person")
    if named is not None and named.span is not None:
        start, end = named.span.start, named.span.end
        name = [i for i, token in enumerate(scene.tokens) if start <= token.start < end]
        last = max(quantity.last, *(i + 1 for i in name))
        return Region(min(quantity.first, *name), _past_mark(scene, last))
    if scene.before(quantity) in scene.language.discourse.passives:
        return _told_then(scene, quantity)
    comma = set_beside(scene, quantity)
    is_of = scene.before(quantity) in scene.language.discourse.belonging
    # "A mother of | 12" has so many children, but "a girl of | 12" is so old.
    is_of &= quantity.kind != "number" or _is_plain_person(scene, quantity.first - 1)
    if comma is None and not is_of:
        return _attributed(scene, quantity)
    return _set_off(scene, quantity, quantity.first - 1 if comma is None else comma)


def _is_plain_person(scene: Scene, end: int) -> bool:
    """Whether a noun says no more of somebody than sex and age: "a girl | of 12"."""
    groups = scene.language.checks.partitions.values()
    plain = {*scene.language.discourse.generic, *(word for group in groups for word in group)}
    is_plain = end > 0 and scene.tokens[end - 1].word in plain
    return is_plain and any(hit.last == end for hit in nouns_of_people(scene))


def _set_off(scene: Scene, quantity: Quantity, end: int) -> Region | None:
    """Return the words for a person and the age behind: "a boy, 15,", "un homme de 52 ans"."""
    between = {token.word for token in scene.tokens[end : quantity.first]}
    is_beside = not between.isdisjoint((",", "("))
    is_closed = not is_beside or is_set_off(scene, quantity)
    if not is_closed or between & scene.language.discourse.relatives:
        return None
    noun = next((hit for hit in nouns_of_people(scene) if hit.last == end), None)
    last = _past_mark(scene, quantity.last) if is_beside else quantity.last
    return Region(_article(scene, noun.first), last) if noun else None


def _told_then(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the words before what befell: "the boy was 15 when he | was shot"."""
    words, tokens, last = scene.language.discourse, scene.tokens, quantity.last
    noun = next((hit for hit in nouns_of_people(scene) if hit.last == quantity.first - 1), None)
    is_then = last + 1 < len(tokens) and tokens[last].word in scene.language.sentences.clause_words
    if noun is None or not is_then or tokens[last + 1].word not in words.singular:
        return None
    return Region(_article(scene, noun.first), last + 2)


def _attributed(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the words for a person whose age stands before: "a 15-year-old (boy)"."""
    if quantity.kind != "age":
        return None
    first, start = _article(scene, quantity.first), quantity.mention.number_last
    near = (hit for hit in nouns_of_people(scene) if start <= hit.first <= quantity.last + _BETWEEN)
    noun = next((hit for hit in near if _is_plain(scene, start, hit.first)), None)
    if noun is not None:
        return Region(first, max(noun.last, quantity.last))
    # "A 200-year-old | bank" is nobody, but "a 20-year-old | was held".
    words, tokens = scene.language.discourse, scene.tokens[quantity.last : quantity.last + 1]
    ends = words.prepositions | words.auxiliaries | words.passives
    is_bare = all(token.word in ends or token.kind is not TokenKind.WORD for token in tokens)
    hits = (hit.first for hit in scene.all_hits() if hit.payload.facet == ROLE)
    return Region(first, quantity.last) if is_bare or quantity.last in hits else None


def _article(scene: Scene, index: int) -> int:
    """Return where the words begin that describe somebody: at the article before a few words."""
    articles = scene.language.discourse.articles
    for before in range(index - 1, max(index - 2 - _QUALIFIED, -1), -1):
        if scene.tokens[before].word in articles:
            return before
        if not _is_plain(scene, before, before + 1):
            break
    return index


def _past_mark(scene: Scene, index: int) -> int:
    """Pass over the comma or bracket behind what is set beside somebody."""
    is_mark = index < len(scene.tokens) and scene.tokens[index].word in (",", ")")
    return index + 1 if is_mark else index


def _is_one_of_several(scene: Scene, told: Region) -> bool:
    """Whether others are told beside somebody: "including a boy, 15,", "another man, 25,"."""
    language = scene.language
    others = language.discourse.further | language.checks.revised
    before = scene.tokens[told.first - 1].word if told.first else ""
    words = language.discourse
    # "Brandt's brother, 41, was held" tells of another than the suspect of the story.
    others -= language.sentences.clause_words
    others |= language.sentences.suffixes | words.owners | words.possessives
    is_listed = before in language.sentences.list_words | others
    return is_listed or any(token.word in others for token in scene.tokens[slice(*told)])


def leads_on(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but where somebody is from or was stands between them and what they did."""
    words, language = scene.language.discourse, scene.language
    stops = words.singular | words.relatives | words.that | words.owners | words.possessives
    stops |= language.sentences.clause_words | language.sentences.list_words
    stops |= language.quantities.verbs | words.joining
    if last - first > _FATE:
        return False
    for index in range(first, last):
        token = scene.tokens[index]
        is_led = index > first and scene.tokens[index - 1].word in words.prepositions
        if token.word in words.articles and not is_led:
            return False
        if (
            token.word in stops
            or index in scene.reporting
            or not _is_plain(scene, index, index + 1)
        ):
            return False
    return True


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
    words = scene.language
    led = phrase_before(words.quantities.ages_before, scene.tokens, start)
    if led is not None and scene.tokens[start - 1].word in words.discourse.belonging:
        # "Who won a title at the age of 14, died": that was long ago.
        return None
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
    nouns = (hit for hit in plain if _is_noun(scene, hit))
    return next((hit for hit in nouns if not _is_of_somebody(scene, hit)), None)


def _is_of_somebody(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a thing only tells what somebody does: "the 45-year-old | ferry | captain"."""
    people = (name for name in scene.names if name.payload.code == "person")
    roles = (one for one in scene.all_hits() if one.payload.facet == ROLE)
    behind = {*(name.first for name in people), *(role.first for role in roles)}
    return hit.payload.value in THINGS and hit.last in behind


def _is_noun(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether what tells a role names somebody, and does not tell what happened ("died")."""
    language = scene.language
    verbs = language.discourse.passives | language.discourse.auxiliaries | language.checks.ends
    words = [token.word for token in scene.tokens[hit.first : hit.last]]
    ends = tuple(language.quantities.participles)
    return not any(word in verbs or word.endswith(ends) for word in words)


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
    """Whether what is said of an age ends at a token: "the victim was 61.", "is 61 and a cook"."""
    ends = {".", ",", ";"} | scene.language.sentences.list_words
    return index >= len(scene.tokens) or scene.tokens[index].word in ends


def set_beside(scene: Scene, quantity: Quantity) -> int | None:
    """Return the comma or bracket that sets a number beside what stands before it."""
    words, tokens = scene.language.discourse, scene.tokens
    if is_parent(scene, quantity, quantity.first - 1):
        return None
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
        if name.payload.code == "person"
        and region.first <= name.first < comma
        # "Police | say the gunman, who is 41": whoever says it is another.
        and name.last not in scene.reporting
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
