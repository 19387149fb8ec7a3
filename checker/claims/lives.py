"""Whose age a birth or a death tells: "born 61 years ago, the novelist", "the death at 61 of"."""

from __future__ import annotations

from checker.claims.names import is_governed, is_person
from checker.claims.persons import name_behind
from checker.claims.scene import Region, Scene
from checker.claims.somebody import ending, led_to, noun_ending
from checker.model import Quantity

# Words between "of" and a name: "the death of | the former minister | Ana Ruiz".
_DESCRIBED = 3
# Words of which one may join a noun to another: "Ana Ruiz | and her | brother".
_NEAR = 4


def dead(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name behind a noun for a death: "the death at 61 of | Ana Ruiz |"."""
    tokens, words, first = scene.tokens, scene.language.discourse, quantity.first
    is_led = quantity.kind == "age" or scene.before(quantity) in words.at_age
    region = scene.region_of(quantity)
    near = (i for i in range(region.first, first) if tokens[i].word in words.deaths)
    death = next(near, None)
    if death is None or not is_led:
        return None
    for start in (death + 1, quantity.last):
        if start < len(tokens) and tokens[start].word in words.belonging:
            name = name_behind(scene, start + 1, Region(start, len(tokens)), reach=_DESCRIBED)
            return name if name is not None and is_person(scene, name) else None
    return None


def born(scene: Scene, quantity: Quantity) -> Region | None:
    """Return who was born so many years ago: "born in Tirso 61 years ago, the | novelist"."""
    tokens, births = scene.tokens, scene.language.checks.births
    held = (one for one in scene.dates if one.first <= quantity.first < one.last)
    told = next((one for one in held if one.granularity == "relative"), None)
    if told is None or quantity.kind != "duration":
        return None
    born = next((i for i, token in enumerate(tokens) if token.word in births), len(tokens))
    if born > quantity.first or scene.clause_at(born) != scene.clause_at(quantity.first):
        return None
    if born == 0:
        comma = next((i for i in range(told.last, len(tokens)) if tokens[i].word == ","), None)
        return led_to(scene, comma + 1, is_sure=True) if comma is not None else None
    passed = {",", *scene.language.discourse.passives}
    return ending(scene, born - 1 if tokens[born - 1].word in passed else born)


def aged_by(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the noun whose death tells an age: "the | poet |, who died at 61"."""
    words, tokens = scene.language.discourse, scene.tokens
    region = scene.region_of(quantity)
    near = range(min(quantity.first, region.last) - 1, region.first - 1, -1)
    verb = next((i for i in near if tokens[i].word in words.aging), None)
    if verb is None or quantity.kind != "age":
        return None
    passed = words.auxiliaries | words.passives | words.relatives | {","}
    while verb > 0 and tokens[verb - 1].word in passed:
        verb -= 1
    if verb and tokens[verb - 1].word in words.singular:
        return Region(verb - 1, verb)
    if verb == 0:
        # "Fallece | Ivo Brandt | a los 61 años".
        name = name_behind(scene, 1, Region(1, quantity.first), reach=_DESCRIBED)
        return name if name is not None and is_person(scene, name) else None
    noun = noun_ending(scene, verb)
    if noun is None or is_governed(scene, noun, Region(0, noun.first)):
        return None
    # "Ana Ruiz and her | brother | died aged 81".
    joins = scene.language.sentences.list_words
    is_joined = any(one.word in joins for one in tokens[max(noun.first - _NEAR, 0) : noun.first])
    return None if is_joined else noun
