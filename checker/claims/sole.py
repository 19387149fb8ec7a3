"""
Whose figure it is where a report tells of one person only: "the Serb", "his new deal", nobody.

A rule says with `sole` that such a figure needs no name beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from checker.claims.book import Name, RuleBook
from checker.claims.countries import countries
from checker.claims.introductions import is_headline
from checker.claims.names import (
    is_origin,
    is_person,
    is_title,
    name_match,
    name_value,
    names_in,
    nouns_of_people,
)
from checker.claims.referents import sure_persons
from checker.claims.scene import Region, Scene
from checker.claims.setting import set_scene
from checker.lexicon import Hit
from checker.model import CALLED, ROLE, Article, Facet, FacetMatch, Quantity, Rule, TokenKind
from checker.plurals import is_plural
from checker.text import make_page

# Words between an article and what somebody is: "the | former Ostra | striker".
_OFFICE = 3
# And behind a name: "Brandt, 31, | a former Ostra | striker".
_APPOSED = 7
# Facets that may be of a team.
_TEAMS = frozenset({"team", "winner"})
# The class of nouns for players that mean other things too.
_PLAYER = "player"
# Those and the classes for other players and for what is done with players alone.
_SPORTS = frozenset({"athlete", _PLAYER, "signing"})


class People:
    """The persons that an article surely names, read when first asked for."""

    def __init__(self, article: Article, book: RuleBook) -> None:
        """Read nothing yet: most articles are never asked."""
        self._article, self._book = article, book
        self._names: set[str] | None = None

    @property
    def names(self) -> set[str]:
        """The full names of an article, one for each person."""
        if self._names is None:
            self._names = {name for scene in self._scenes() for name in _full_names(scene)}
        return self._names

    def _scenes(self) -> Iterator[Scene]:
        article, book = self._article, self._book
        for sentence in make_page(article.text, book.language).sentences():
            scene = Scene(article.text, sentence, book.language, (), article.published)
            yield set_scene(scene, book)


def _full_names(scene: Scene) -> Iterator[str]:
    """Yield the full names of persons in a sentence; teams and titles are nobody."""
    if is_headline(scene):
        return
    plurals = scene.language.quantities
    for name in sure_persons(scene, Region(0, len(scene.tokens))):
        is_team = is_plural(scene.tokens[name.last - 1].word, plurals)
        value = name_value(scene, name)
        if len(value.split()) > 1 and not is_team and not is_title(scene, name):
            yield value


def with_sole(
    scene: Scene, by: tuple[Quantity, Rule], facets: Sequence[FacetMatch], people: People
) -> tuple[FacetMatch, ...]:
    """Add whom a sentence describes: who is set behind its first clause, or alone is named."""
    quantity, rule = by
    wanted = {facet.name for facet in rule.facets if facet.sole}
    facets = tuple(
        one for one in facets if one.name not in wanted or _may_be(scene, quantity, one, people)
    )
    known = {match.name for match in facets}
    facet = next((one for one in rule.facets if one.sole and one.name not in known), None)
    if facet is None:
        return facets
    found = _set_behind(scene, quantity, facet.name)
    if found is None and len(people.names) == 1 and _describes(scene):
        (person,) = people.names
        found = None if set(_full_names(scene)) else FacetMatch(facet.name, person)
    return (*facets, found) if found else facets


def _may_be(scene: Scene, quantity: Quantity, match: FacetMatch, people: People) -> bool:
    """
    Whether a name of one word may be the person told of, and no club, place or mere capital.

    It is another where the sentence describes somebody ("Ostra paid $9m for | the winger"), and so
    is "the Dane"; not where the report has it as a last name, or an office stands beside it.
    """
    value = match.value
    if match.name in _TEAMS or " " in value or match.span is None:
        return True
    if any(name.rpartition(" ")[2] == value for name in people.names):
        return True
    named = names_in(scene, Region(0, len(scene.tokens)))
    name = next((one for one in named if name_value(scene, one) == value), None)
    # Else it was named before.
    if name is None:
        return True
    behind = _set_behind(scene, quantity, match.name)
    if behind is not None and behind.value != value and name.last <= scene.clause(0).last:
        return False
    return not _is_from(scene, name) and not _describes_another(scene, name)


def _is_from(scene: Scene, name: Region) -> bool:
    """Whether an article makes a singular of a name, so that it only tells where one is from."""
    words = scene.language.discourse
    led = bool(name.first) and scene.tokens[name.first - 1].word in words.articles
    is_one = not is_plural(scene.tokens[name.last - 1].word, scene.language.quantities)
    return (led and is_one) or is_origin(scene, name)


def _describes_another(scene: Scene, name: Region) -> bool:
    """Whether a sentence has a noun for one person that does not stand beside a name."""
    words, tokens = scene.language.discourse, scene.tokens
    if any(hit.last == name.first for hit in _single(scene)):
        return False
    after = tokens[name.last].word if name.last < len(tokens) else ""
    reach = _APPOSED if after in {",", "(", *words.passives, *words.relatives} else 0
    beside = range(name.first, name.last + reach)
    own = words.owners - words.possessives
    others = (hit for hit in _single(scene) if tokens[max(hit.first - 1, 0)].word not in own)
    return any(hit.first not in beside for hit in others) or _only_opens(scene, name)


def _only_opens(scene: Scene, name: Region) -> bool:
    """Whether a capital is that of a sentence: "Hurt in May, | he has missed two games"."""
    words, tokens = scene.language.discourse, scene.tokens
    if name != Region(0, 1) or name.last >= len(tokens):
        return False
    after, endings = tokens[name.last], scene.language.quantities.participles
    is_led = after.word in words.prepositions or after.kind is TokenKind.NUMBER
    is_verb = tokens[0].word.endswith((*endings, *words.gerund_endings) or (" ",))
    people = words.singular | words.datives
    return is_led and is_verb and any(token.word in people for token in tokens[name.last :])


def _set_behind(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return whom the clause that opens a sentence describes: "Four times champion, | Ana Ruiz"."""
    opening = scene.clause(0)
    comma = opening.last - 1
    if quantity.last > opening.last or scene.tokens[comma].word != ",":
        return None
    names = names_in(scene, Region(opening.last, len(scene.tokens)))
    name = next((one for one in names if one.first == opening.last), None)
    return name_match(scene, facet, name) if name and is_person(scene, name) else None


def untold(scene: Scene, rule: Rule, known: Collection[str], people: People) -> str | None:
    """Return the first facet that a claim cannot do without and that nothing tells."""
    # Whoever is described is told, though not by name.
    is_described = ROLE in known or CALLED in known
    for facet in rule.facets:
        is_told = facet.name in known or is_described
        if facet.required and not is_told and not _is_of_nobody(scene, facet, people):
            return facet.name
    return None


def _is_of_nobody(scene: Scene, facet: Facet, people: People) -> bool:
    """Whether a figure is of a player whom the report never names, and of no other person."""
    if not facet.sole:
        return False
    is_told = _tells_of_player(scene)
    if facet.sole == "described":
        # "The manager has signed."
        is_told = is_told or _has_pronoun(scene) or (facet.name == "hired" and _in_office(scene))
    if not people.names:
        return facet.sole == "any" or is_told
    return people.names <= set(_full_names(scene)) and is_told


def _tells_of_player(scene: Scene) -> bool:
    """Whether a sentence tells of a player or coach: "the Serb", "a striker", "a transfer"."""
    return any(hit.payload.code in _SPORTS for hit in scene.names) or _is_led(
        scene, [hit.first for hit in _demonyms(scene)]
    )


def _in_office(scene: Scene) -> bool:
    """Whether an article leads up to the noun for an office: "the former | manager"."""
    offices = [hit.first for hit in nouns_of_people(scene) if hit.payload.code == "office"]
    return _is_led(scene, offices)


def _describes(scene: Scene) -> bool:
    """Whether a sentence tells of somebody without a name: "he", "the Serb", "the striker"."""
    if _has_pronoun(scene):
        return True
    ends = [hit.first for hit in _single(scene)]
    ends += [hit.first for hit in _demonyms(scene)]
    ends += [one.first for one in scene.quantities if one.kind == "age"]
    names = names_in(scene, Region(0, len(scene.tokens)))
    return _is_led(scene, ends) or any(is_origin(scene, name) for name in names)


def _has_pronoun(scene: Scene) -> bool:
    """Whether a pronoun can only be of a person: "he", "him" and "his" where there is "its"."""
    discourse = scene.language.discourse
    humans = discourse.owners - discourse.possessives
    if humans:
        humans |= discourse.singular | (discourse.datives - discourse.pronouns)
    return any(token.word in humans for token in scene.tokens)


def _is_led(scene: Scene, ends: Sequence[int]) -> bool:
    """Whether an article leads up to one of some nouns, a few words between."""
    articles = scene.language.discourse.articles
    words = [token.word for token in scene.tokens]
    return any(not articles.isdisjoint(words[max(end - 1 - _OFFICE, 0) : end]) for end in ends)


def _single(scene: Scene) -> Iterator[Hit[Name]]:
    """Yield the nouns for one person: "striker", "boss", "milieu"."""
    words = scene.language.quantities
    players = [hit for hit in scene.names if hit.payload.code == _PLAYER]
    for hit in (*players, *nouns_of_people(scene)):
        if not is_plural(scene.tokens[hit.last - 1].word, words):
            yield hit


def _demonyms(scene: Scene) -> Iterator[Region]:
    """Yield where somebody is told by a country alone: "the Serb", but not "the Serb club"."""
    begun = {hit.first for hit in nouns_of_people(scene)}
    for hit in countries(scene, Region(0, len(scene.tokens))):
        if hit.payload.form == "demonym" and hit.last not in begun:
            yield Region(hit.first, hit.last)
