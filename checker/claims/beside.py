"""Whose age a number is: the person whose name stands right beside it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.capitals import start_of_name
from checker.claims.datelines import body_start
from checker.claims.names import (
    callings,
    is_governed,
    is_known,
    is_nickname,
    is_person,
    name_match,
    nouns_of_people,
    opens_sentence,
)
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, name_end
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind
from checker.nouns import is_plural

# Between a name and the number set beside it stand at most so many words ("who is now").
_LINK = 3
# So many words may describe a person between the age and the name: "the 61-year-old former chief".
_DESCRIBED = 3
# And so many between a name and its age: "Ivo Brandt, | a former car salesman | of 45".
_OFFICE = 5

# Who has children is older: "a mother of | five".
_PARENT = 30
# A number of more in brackets is hardly a score: "the actor (61)".
_SCORE = 14

_COMMAS = frozenset(",(")


def person_beside(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]] = ()
) -> FacetMatch | None:
    """
    Return the person whose age a number is: "Ana Ruiz, 34," and "the 34-year-old Ana Ruiz".

    Only a name that touches the number, or the `words` that lead up to it ("a mother of 12"), will
    do. "A 34-year-old London man" names nobody.
    """
    first = min([quantity.first, *(hit.first for hit in words if hit.last == quantity.first)])
    is_bare = quantity.kind != "age" and not words
    found = _behind_of(scene, quantity) or _before(scene, quantity, first, is_bare=is_bare)
    if found is not None and is_bare and not is_set_off(scene, quantity):
        return None
    if found is None and not is_bare:
        found = _behind(scene, quantity)
    return name_match(scene, facet, found) if found else None


def is_aged_noun(scene: Scene, quantity: Quantity) -> bool:
    """Whether commas or brackets set a number beside a noun for one person: "his mother, 93,"."""
    words, tokens, end = scene.language.quantities, scene.tokens, quantity.first - 1
    if end < 1 or tokens[end].word not in _COMMAS or not is_set_off(scene, quantity):
        return False
    nouns = (hit for hit in nouns_of_people(scene) if hit.last == end)
    return any(not is_plural(tokens[hit.last - 1].word, words) for hit in nouns)


def _behind_of(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name behind an age where "of" leads to both: "coach of 19-year-old | Ruiz"."""
    is_led = start_of_office(scene, quantity.first) < quantity.first
    is_next = quantity.last < len(scene.tokens) and is_capital(scene, quantity.last)
    return _behind(scene, quantity) if is_led and is_next and quantity.kind == "age" else None


def _before(scene: Scene, quantity: Quantity, first: int, *, is_bare: bool) -> Region | None:
    """
    Return the name that what begins at `first` is set beside: "Ana Ruiz, 34", "Ana Ruiz is 34".

    A bare number needs the comma or bracket right before it.
    """
    words, tokens = scene.language.discourse, scene.tokens
    current = {word for word in words.current if " " not in word}
    links = words.passives | words.relatives | _COMMAS | current
    links = _COMMAS | current if is_bare else links
    if is_bare and _is_told_plainly(scene, quantity):
        links = words.passives
    if quantity.kind == "age":
        links |= words.turning
    if first and _is_who_is(scene, first - 1):
        links |= words.relatives
    index = start_of_office(scene, first) - 1
    lowest = max(index - _LINK, 0)
    passed = links | words.articles
    while index >= lowest and (tokens[index].word in passed or _is_who_is(scene, index)):
        index -= 1
    index = _before_stop(scene, index)
    between = [token.word for token in tokens[index + 1 : first]]
    if index < 0 or not any(word in links for word in between) or not is_capital(scene, index):
        return None
    found = Region(start_of_name(scene, index), index + 1)
    if (
        _is_nobody(scene, found)
        or _is_of_office(scene, found)
        or (is_bare and _is_tally(scene, quantity, first))
    ):
        return None
    origin = is_governed(scene, found, Region(0, first)) and _from(scene, found.first)
    if origin:
        return origin if is_person(scene, origin) else None
    is_turned = not words.turning.isdisjoint(between)
    is_led = (is_bare or is_turned) and is_governed(scene, found, Region(0, first))
    return found if is_person(scene, found) and not is_led else None


def _before_stop(scene: Scene, index: int) -> int:
    """Return the place of a name's last word where its stop stands: "Ivo Brandt Jr|.|, 61"."""
    short = scene.language.sentences.abbreviations
    is_stop = index > 0 and scene.tokens[index].word == "."
    return index - 1 if is_stop and scene.tokens[index - 1].word in short else index


def _is_nobody(scene: Scene, name: Region) -> bool:
    """Whether a capital names no person: one of a sentence, a nickname, "I", where one is from."""
    is_plain = _is_plain_noun(scene, name) or is_nickname(scene, name) or _is_letter(scene, name)
    is_plain = is_plain or opens_sentence(scene, name)
    return is_plain or (not _from(scene, name.first) and _is_origin(scene, name.first))


def _is_of_office(scene: Scene, name: Region) -> bool:
    """Whether a place or firm only tells of what somebody is: "the mayor of | Tirso |, 58"."""
    tokens, words = scene.tokens, scene.language.discourse
    if name.last - name.first > 1 or not name.first:
        return False
    end = name.first - 1
    is_led = tokens[end].word in words.belonging
    return is_led and any(hit.last == end for hit in nouns_of_people(scene))


def _is_tally(scene: Scene, quantity: Quantity, first: int) -> bool:
    """Whether a number is no age: "Hale (two), Ruiz", "a mother of | five", "one of | 40"."""
    is_scored = scene.before(quantity) == "(" and quantity.mention.form == "words"
    # "Ivo Brandt, one of 40, left".
    is_of = scene.before(quantity) in scene.language.discourse.belonging
    is_part = is_of and all(hit.last != first - 1 for hit in nouns_of_people(scene))
    return is_scored or is_part or is_parent(scene, quantity, first - 1)


def _is_letter(scene: Scene, name: Region) -> bool:
    """Whether a name is one letter: "| I | was 12 when"."""
    return name.last - name.first == 1 and len(scene.tokens[name.first].word) == 1


def _is_plain_noun(scene: Scene, name: Region) -> bool:
    """Whether a capital only opens a headline or sentence: "Climber, 41, ..."."""
    if name.first > body_start(scene) or scene.language.quantities.has_capital_nouns:
        return False
    return any(hit.first == name.first and hit.last == name.last for hit in nouns_of_people(scene))


def _is_who_is(scene: Scene, index: int) -> bool:
    """Whether a suffix stands for a form of "be": "who | 's"."""
    words, tokens = scene.language, scene.tokens
    is_suffix = tokens[index].word in words.sentences.suffixes
    return is_suffix and index > 0 and tokens[index - 1].word in words.discourse.relatives


def _is_told_plainly(scene: Scene, quantity: Quantity) -> bool:
    """Whether a name, a form of "be" and a number are all of a clause: "Ana Ruiz is (just) 41."."""
    first, tokens = quantity.first, scene.tokens
    if first < 2 or tokens[first - 1].word not in scene.language.discourse.passives:
        return False
    return is_over(scene, quantity.last) and is_capital(scene, first - 2)


def _is_origin(scene: Scene, start: int) -> bool:
    """Whether a name behind a noun tells where somebody is from: "the baker from | Tirso |"."""
    words = scene.language.discourse
    leading = words.places | (words.givers & words.taken_from) - words.belonging
    is_led = start > 1 and scene.tokens[start - 1].word in leading
    return is_led and any(hit.last == start - 1 for hit in nouns_of_people(scene))


def is_parent(scene: Scene, quantity: Quantity, end: int) -> bool:
    """Whether a number counts whose parent somebody is: "a mother of | five"."""
    is_kin = end > 0 and scene.tokens[end - 1].word in scene.language.checks.kin
    is_kin = is_kin and scene.before(quantity) in {"-", *scene.language.discourse.belonging}
    return is_kin and quantity.kind == "number" and (quantity.value or 0) < _PARENT


def is_score(scene: Scene, quantity: Quantity) -> bool:
    """Whether brackets hold what is hardly an age: "the striker (12) and the winger (3)"."""
    is_bare = quantity.kind == "number" and scene.before(quantity) == "("
    return is_bare and (quantity.value or 0) <= _SCORE


def is_over(scene: Scene, index: int) -> bool:
    """Whether a clause is over at a token: at its end, or where another one opens with "when"."""
    if index >= len(scene.tokens):
        return True
    word = scene.tokens[index].word
    return word in (".", ",", ";") or word in scene.language.sentences.clause_words


def _from(scene: Scene, start: int) -> Region | None:
    """Return the name that a comma and a preposition set a place beside: "Ana Ruiz, | of Tirso"."""
    comma = start - 2
    if comma < 1 or scene.tokens[comma].word != "," or not is_capital(scene, comma - 1):
        return None
    return Region(start_of_name(scene, comma - 1), comma)


def start_of_office(scene: Scene, first: int) -> int:
    """Go back over what someone is to the comma: "Ivo Brandt, | un boulanger de 61 ans"."""
    tokens = scene.tokens
    if first == 0 or tokens[first - 1].word not in scene.language.discourse.belonging:
        return first
    for index in range(first - 2, max(first - 2 - _OFFICE, 0), -1):
        if tokens[index].word in _COMMAS:
            return index + 1
        # "Brandt, | died at the age of 61" says when.
        is_verb = tokens[index].word in scene.language.discourse.aging
        if is_verb or tokens[index].kind is not TokenKind.WORD or is_capital(scene, index):
            break
    return first


def is_set_off(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number is closed off like an age: "Ruiz, 34, ...", "Ruiz (34) ..."."""
    if quantity.last >= len(scene.tokens):
        return True
    token, words = scene.tokens[quantity.last], scene.language.discourse
    joins = scene.language.sentences.list_words | words.passives | words.auxiliaries
    is_joined = token.word in joins or token.kind is TokenKind.SYMBOL
    return is_joined or is_over(scene, quantity.last)


def _behind(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name behind an age: "the 61-year-old former chief Ana Ruiz"."""
    words, tokens = scene.language.discourse, scene.tokens
    stops = words.prepositions | words.pronouns | words.relatives | words.passives
    # "The 24-year-old striker joins | Ostra": that is a club.
    stops |= words.joining
    says = scene.reporting
    start = quantity.last
    if start > quantity.mention.number_last and is_capital(scene, quantity.mention.number_last):
        # "Father of two | Tom Hale": nobody counts Toms.
        start = quantity.mention.number_last
    # "A boy of 16 years | Leo Born", but "a boy of 16 years moved | Tirso".
    is_noun_before = "-" not in quantity.surface and scene.before(quantity) in words.belonging
    reach = 0 if is_noun_before else _DESCRIBED
    called = {place for hit in callings(scene) for place in range(hit.first, hit.last)}
    for index in range(start, min(start + reach + 1, len(tokens))):
        if index in called:
            # "The 31-year-old | MVP": what somebody is, not a name.
            continue
        if is_capital(scene, index):
            found = Region(index, name_end(scene, index))
            if is_person(scene, found):
                return found if _is_described(scene, quantity, found) else None
            if _is_followed(scene, found):
                # "The 19-year-old | Dutch | striker Bo Linden".
                continue
            return None
        if _is_of_number(scene, index):
            # "The 36-year-old father | of two | Tom Hale".
            continue
        is_comma = tokens[index].word == "," and index > start
        if tokens[index].kind is not TokenKind.WORD and not is_comma:
            return None
        if tokens[index].word in stops or index in says:
            return None
    return None


def _is_described(scene: Scene, quantity: Quantity, name: Region) -> bool:
    """
    Whether an age and what stands up to a name describe it: "the 61-year-old banker | Ivo Brandt".

    A verb does not ("the 61-year-old beat | Ivo Brandt"), and a word with a capital right behind
    the age may only say where somebody is from.
    """
    before = name.first - 1
    if before < quantity.last:
        return is_known(scene, name)
    people = any(hit.last == name.first for hit in nouns_of_people(scene))
    is_set = scene.tokens[before].kind is not TokenKind.WORD or _is_of_number(scene, before)
    return people or is_set or scene.before(quantity) in scene.language.numbers.articles


def _is_followed(scene: Scene, name: Region) -> bool:
    """Whether what a person is and a name stand behind a demonym: "Dutch | striker Bo Linden"."""
    nouns = (hit for hit in callings(scene) if hit.first == name.last)
    is_short = name.last - name.first == 1
    return is_short and any(
        hit.last < len(scene.tokens) and is_capital(scene, hit.last) for hit in nouns
    )


def _is_of_number(scene: Scene, index: int) -> bool:
    """Whether "of" and a number stand at a token, or the number behind "of"."""
    belonging, tokens = scene.language.discourse.belonging, scene.tokens
    starts = {quantity.mention.number_first for quantity in scene.quantities}
    is_of = tokens[index].word in belonging and index + 1 in starts
    return is_of or (index in starts and index > 0 and tokens[index - 1].word in belonging)
