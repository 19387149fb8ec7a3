"""
Who is meant where no name tells it: "he", "the 38-year-old", "the striker", "the deal".

For what befell somebody it is the one person of the nearest sentence that tells of any, for the
figure of a player whoever is surely a person in the sentences right before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import islice

from checker.claims.book import RuleBook, Term
from checker.claims.datelines import body_start
from checker.claims.introductions import is_headline, met
from checker.claims.names import (
    callings,
    is_governed,
    is_origin,
    is_person,
    is_suffixed,
    is_title,
    name_value,
    names_in,
    nouns_of_people,
    opens_sentence,
    owned,
)
from checker.claims.scene import Region, Scene
from checker.claims.setting import set_scene
from checker.claims.speakers import is_capital, name_end
from checker.lexicon import Hit
from checker.model import Article, FacetMatch, Quantity, Sentence, TokenKind
from checker.plurals import is_plural
from checker.text import make_page

# So much of the text before a sentence may name whom it speaks of: a few sentences.
_WINDOW = 900
# And of the text behind it: one sentence.
_NEXT = 300
# A pronoun for a player reaches so many sentences back; a headline is one.
_REACH = 2
# Words between an article and what someone is: "the | former Ostra | striker".
_OFFICE = 3
# Nobody is older than two digits say, or three.
_LONGEST_AGE = 3
# A first and a last name.
FULL = 2
_OPENING = frozenset('"“«„‘')
# Marks that hold no text of the article itself.
_OUTSIDE = frozenset({"front-matter", "boilerplate"})


class Antecedents:
    """
    Whom a sentence of an article may speak of without a name.

    `ages` are those that the article told so far, by the name of the person.
    """

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        book: RuleBook,
        ages: Mapping[str, AbstractSet[Decimal]],
    ) -> None:
        """Read nothing yet: few sentences speak of somebody without a name."""
        self.article, self.sentence, self.book, self.ages = article, sentence, book, ages
        self._found: str | None = None
        self._is_read = False
        self._scenes: list[Scene] = []
        self._rest = self._set_scenes()

    def person(self, age: Decimal | None = None) -> str | None:
        """
        Return the person meant, who may be of a certain `age`.

        Empty where nobody can tell which of two it is; None where the text told of nobody. Whoever
        has that age already is meant, and nobody who has another one.
        """
        told = {name for name, ages in self.ages.items() if age in ages}
        if told:
            return _one_of(told)
        found = self._spoken_of()
        is_of_other_age = age is not None and any(_is_same(found, name) for name in self.ages)
        return "" if found and is_of_other_age else found

    def _spoken_of(self) -> str | None:
        """
        Return the one person that the nearest sentence with a person names.

        A name that a preposition governs or that owns what follows is no answer; of two, neither
        is, nor of one beside somebody without a name ("a man was arrested").
        """
        if not self._is_read:
            self._found, self._is_read = _nearest(self.before()), True
        return self._found

    def before(self) -> Iterator[Scene]:
        """Yield the sentences before this one, the nearest first; each is read once."""
        yield from self._scenes
        for scene in self._rest:
            self._scenes.append(scene)
            yield scene

    def behind(self) -> Iterator[Scene]:
        """Yield the sentence behind this one, if there is one."""
        article, start = self.article, self.sentence.span.end
        text = article.text[start : start + _NEXT]
        for sentence in make_page(text, self.book.language).sentences()[:1]:
            scene = Scene(text, sentence, self.book.language, (), article.published)
            yield set_scene(scene, self.book)

    def _set_scenes(self) -> Iterator[Scene]:
        article, end, book = self.article, self.sentence.span.start, self.book
        outside = [mark.span.end for mark in article.marks if mark.reason in _OUTSIDE]
        start = max([end - _WINDOW, 0, *(at for at in outside if at <= end)])
        text = article.text[start:end]
        for sentence in reversed(make_page(text, book.language).sentences()):
            yield set_scene(Scene(text, sentence, book.language, (), article.published), book)


def _nearest(scenes: Iterable[Scene]) -> str | None:
    """
    Return whom the nearest sentence that tells of somebody names; None where none does.

    One person without a name ("a clerk | opened fire") is meant by what follows, unless somebody
    was named before.
    """
    is_told = is_met = False
    for scene in scenes:
        whole = Region(0, len(scene.tokens))
        names = [name for name in names_in(scene, whole) if is_person(scene, name)]
        names = [name for name in names if not _is_letters(scene, name)]
        found = people_of(scene, names)
        told = met(scene, is_named=bool(found))
        if told > 1 or (told and found):
            return ""
        if told:
            is_met = True
            continue
        if is_headline(scene):
            continue
        if found:
            return "" if is_met else _one_of(found)
        is_told = is_told or bool(names)
    return "" if is_told and not is_met else None


def _is_letters(scene: Scene, name: Region) -> bool:
    """Whether a name is of capitals alone, as of an office or a firm: "the | MP"."""
    first, last = scene.tokens[name.first], scene.tokens[name.last - 1]
    return name.last - name.first == 1 and scene.text[first.start : last.end].isupper()


def people_of(scene: Scene, names: Iterable[Region]) -> set[str]:
    """Return which of its names a sentence speaks of: those that no preposition governs."""
    whole = Region(0, len(scene.tokens))
    names = [name for name in names if not is_governed(scene, name, whole)]
    names = [
        name for name in names if not is_suffixed(scene, name) and not _only_opens(scene, name)
    ]
    # "He played in | Ostra", "strangers called him | Inspector".
    names = [one for one in names if not is_title(scene, one) and not _is_calling(scene, one)]
    # "The Falcons | signed Ivo Brandt", "Falcons | sack coach Ivo Brandt": a team is nobody.
    names = [one for one in names if not is_origin(scene, one)]
    alone = [one for one in names if not _is_team(scene, one)]
    names = alone or names
    # Who tells of somebody is another: "he is free, | Pete Rusk told Tirso Radio".
    told = [name for name in names if not {name.last, name.first - 1} & scene.reporting]
    names = told or names or list(_owner_told_of(scene))
    return {value for name in names if (value := name_value(scene, name))}


def _is_team(scene: Scene, name: Region) -> bool:
    """Whether a name has an article, or is a plural that has an office behind: "Falcons sack"."""
    articles, plurals = scene.language.discourse.articles, scene.language.quantities
    if name.first and scene.tokens[name.first - 1].word in articles:
        return True
    is_one_word = name.last - name.first == 1 and not plurals.has_capital_nouns
    is_many = is_one_word and is_plural(scene.tokens[name.first].word, plurals)
    offices = (hit for hit in callings(scene) if hit.payload.code == "office")
    return is_many and any(is_capital(scene, hit.last) for hit in offices if hit.first > name.last)


def _is_calling(scene: Scene, name: Region) -> bool:
    """Whether a capital only makes an office of a noun: "strangers called him | Inspector"."""
    tokens, words = scene.tokens, scene.language.discourse
    if name.first and name.last - name.first == 1:
        # Nobody is "him" and has a name behind it; "her" may own what follows.
        before = tokens[name.first - 1].word
        if before in words.datives - words.owners - words.possessives:
            return True
    return any((hit.first, hit.last) == name for hit in callings(scene))


def _owner_told_of(scene: Scene) -> Iterator[Region]:
    """
    Yield whose things a sentence without another person is about: "Ruiz's | 47 points won it".

    "Brandt's mother" and "Ostra's mayor" are somebody else.
    """
    names = names_in(scene, Region(0, len(scene.tokens)))
    first = next((name for name in names if name.first == body_start(scene)), None)
    if first is None or not is_suffixed(scene, first) or not is_person(scene, first):
        return
    end = first.last + 2 + _OFFICE
    if not any(first.last < hit.first < end for hit in nouns_of_people(scene)):
        yield first


def _only_opens(scene: Scene, name: Region) -> bool:
    """Whether a capital may be that of the sentence alone: "Officers arrested a man"."""
    if name.first or name.last > 1:
        return False
    is_noun = any(hit.first == 0 for hit in nouns_of_people(scene))
    return is_noun or opens_sentence(scene, name) or _is_many(scene)


def _is_many(scene: Scene) -> bool:
    """Whether a plural opens a sentence that leads to somebody's name: "| Tributes | to Ruiz"."""
    others = (name for name in names_in(scene, Region(1, len(scene.tokens))))
    full = [name for name in others if name.last - name.first >= FULL]
    is_led = bool(full) and all(is_governed(scene, name, Region(0, name.first)) for name in full)
    return is_led and is_plural(scene.tokens[0].word, scene.language.quantities)


def _one_of(names: set[str]) -> str:
    """Return the longest of several names of one person; nothing where they name two."""
    longest = max(names, key=lambda name: (len(name.split()), name))
    return longest if all(_is_same(longest, name) for name in names) else ""


def _is_same(one: str | None, other: str) -> bool:
    """Whether two names may be of one person: "Ray Colmer" and "Colmer"."""
    return bool(one) and (one or "").rpartition(" ")[2] == other.rpartition(" ")[2]


def person_pointed_at(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the person that the words of a number point back to, by the name given there.

    Of two persons in the sentence that names any, it may be either: that is no answer. `words` are
    those of the rule, of which "the deal" points back too.
    """
    region = scene.region_of(quantity)
    is_of_deal = facet == "hired" and _names_deal(scene, quantity, words)
    if not is_of_deal and not _points_back(scene, region, words):
        return None
    for back, told in enumerate((scene, *islice(scene.earlier(), _REACH))):
        whole = Region(0, len(told.tokens))
        is_next = back == 1 and _has_pronoun(scene, region)
        found = list(sure_persons(told, whole)) or list(_opening_name(told, whole, is_next=is_next))
        if told is scene and found and _is_said(scene, Region(found[0].last, quantity.first)):
            return None
        if found:
            own = _owning(told) if is_of_deal else ()
            value = _one_of({name_value(told, name) for name in (*found, *own)})
            return FacetMatch(facet, value, scene.span(*region)) if value else None
    return _last_named(scene, region, facet)


def _last_named(scene: Scene, region: Region, facet: str) -> FacetMatch | None:
    """Return who is hired by the last name told before: "Ruiz stays. The 29-year-old earns $9m"."""
    aged = {quantity.first for quantity in scene.quantities if quantity.kind == "age"}
    if facet != "hired" or region.first + 1 not in aged or scene.antecedent is None:
        return None
    names = names_in(scene, Region(0, len(scene.tokens)))
    value = "" if any(is_person(scene, name) for name in names) else scene.antecedent(None)
    # "Falcons are back."
    is_team = is_plural((value or "").rpartition(" ")[2], scene.language.quantities)
    return FacetMatch(facet, value, scene.span(*region)) if value and not is_team else None


def _owning(scene: Scene) -> list[Region]:
    """Return the names that something belongs to: "Hale called Ruiz's agent" is of Ruiz too."""
    names = names_in(scene, Region(0, len(scene.tokens)))
    return [name for name in names if is_suffixed(scene, name) and is_person(scene, name)]


def _points_back(scene: Scene, region: Region, words: Sequence[Hit[Term]]) -> bool:
    """Whether a clause has a pronoun for a person, or opens with somebody or "the deal"."""
    discourse = scene.language.discourse
    if _has_pronoun(scene, region):
        return True
    region = _described(scene, region)
    if scene.tokens[region.first].word not in discourse.articles - scene.language.numbers.articles:
        return False
    is_known = any(hit.first == region.first + 1 for hit in words)
    return is_known or is_somebody(scene, region.first)


def _names_deal(scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]]) -> bool:
    """Whether a clause has "the (10-year) contract", or opens with "that (is $9m a year)"."""
    region, discourse = scene.region_of(quantity), scene.language.discourse
    things = (discourse.pronouns - discourse.singular) | discourse.that
    if "/" in quantity.unit and scene.tokens[region.first].word in things:
        return True
    return any(_is_the(scene, hit.first) for hit in words if region.holds(hit))


def only_points(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> bool:
    """Whether "the contract" is all that a clause has of some terms before a number."""
    region = scene.region_of(quantity)
    own = [hit for hit in terms if region.holds(hit) and hit.last <= quantity.first]
    return bool(own) and all(_is_the(scene, hit.first) for hit in own)


def _is_the(scene: Scene, noun: int) -> bool:
    """Whether a definite article leads up to a noun: "the | club's | offer"."""
    words, indefinite = scene.language.discourse, scene.language.numbers.articles
    stops = indefinite | words.prepositions | words.relatives
    for index in range(noun - 1, max(noun - 3 - _OFFICE, -1), -1):
        word = scene.tokens[index].word
        if word in stops or is_capital(scene, index):
            return word in words.articles - indefinite
        if word in words.articles:
            return True
    return False


def _described(scene: Scene, region: Region) -> Region:
    """Return the clause that a relative one describes: "The striker, | who is owed $9m"."""
    is_relative = scene.tokens[region.first].word in scene.language.discourse.relatives
    if not is_relative or not region.first or scene.tokens[region.first - 1].word != ",":
        return region
    return scene.clause(scene.clause_at(region.first - 1))


def _has_pronoun(scene: Scene, region: Region) -> bool:
    """Whether a clause has a pronoun for a person."""
    humans = scene.language.discourse.singular | scene.language.discourse.owners
    return any(token.word in humans for token in scene.tokens[slice(*region)])


def is_somebody(scene: Scene, first: int) -> bool:
    """Whether what somebody is stands behind an article: "The striker", "The 24-year-old Dane"."""
    near = range(first + 1, first + 2 + _OFFICE)
    aged = {quantity.first for quantity in scene.quantities if quantity.kind == "age"}
    if any(index in aged or _is_office(scene, index) for index in near):
        return True
    origins = (Region(index, name_end(scene, index)) for index in near if is_capital(scene, index))
    return any(is_origin(scene, name) for name in origins)


def _is_office(scene: Scene, index: int) -> bool:
    """Whether a word tells what a single person is or does: "striker", "actor"."""
    return any(hit.first <= index < hit.last for hit in callings(scene))


def _is_said(scene: Scene, between: Region) -> bool:
    """
    Whether somebody says it between a name and a number: "Brandt said that he made | 47".

    Not where an aside of another does ("Brandt, | the team said, | made 47").
    """
    commas = [i for i in range(*between) if scene.tokens[i].word == ","]
    return any(
        between.first <= index < between.last
        and not any(comma < index - 1 for comma in commas if comma < index)
        for index in scene.reporting
    )


def _opening_name(scene: Scene, region: Region, *, is_next: bool) -> Iterator[Region]:
    """
    Yield the name that opens a sentence whose pronoun is of a person: "Ruiz and her agent".

    The pronoun may open the next sentence, unless the name is a plural: "Falcons are back. He ...".
    """
    words, opening, plurals = scene.language.discourse, body_start(scene), scene.language.quantities
    humans = (words.singular | words.owners) - words.possessives
    first = [token.word for token in scene.tokens[opening : opening + 1]]
    is_one = is_next and not any(is_plural(word, plurals) for word in first)
    if is_one or any(token.word in humans for token in scene.tokens):
        names = [name for name in names_in(scene, region) if is_person(scene, name)]
        if names and names[0].first == opening and not opens_sentence(scene, names[0]):
            # "Ostra's | Ruiz says that he is fit", but no team of his: "Brandt's Falcons".
            found = owned(scene, {name.first: name for name in names}, names[0])
            is_team = is_plural(scene.tokens[found.last - 1].word, plurals)
            yield names[0] if is_team else found


def sure_persons(scene: Scene, region: Region) -> Iterator[Region]:
    """
    Yield the names that are surely of persons, and no mere circumstance or owner of another.

    They have two words or more, an age beside them or an office before them. Behind an article
    ("the Ostra Herald") and in quotation marks stand the names of things, and who tells of somebody
    is not the one it is told of ("..., Coach Hal Brennan said").
    """
    tokens, words = scene.tokens, scene.language.discourse
    for name in names_in(scene, region):
        before = tokens[name.first - 1].word if name.first else ""
        is_thing = before in words.articles or before in _OPENING
        is_teller = bool({name.first - 1, name.last} & scene.reporting)
        if is_thing or is_teller or is_governed(scene, name, region) or not is_person(scene, name):
            continue
        is_full = name.last - name.first >= FULL
        if is_full or has_age(scene, name.last) or _is_office(scene, name.first - 1):
            yield name


def has_age(scene: Scene, index: int) -> bool:
    """Whether an age is set beside the name that ends before `index`: "Ruiz, 34,"."""
    tokens = scene.tokens
    if index + 2 >= len(tokens) or tokens[index].word not in (",", "("):
        return False
    age, mark = tokens[index + 1], tokens[index + 2]
    is_short = age.kind is TokenKind.NUMBER and len(age.word) <= _LONGEST_AGE
    return is_short and mark.kind is TokenKind.SYMBOL
