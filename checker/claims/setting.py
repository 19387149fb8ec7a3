"""A scene set: what the rule book finds in one sentence."""

from __future__ import annotations

from typing import cast

from checker.claims.book import Cue, Name, RuleBook, Term, longest
from checker.claims.scene import Scene
from checker.lexicon import Hit

# Classes of nouns that only tell who is no person.
_NOBODY = frozenset({"beast", "no-person"})


def set_scene(scene: Scene, book: RuleBook) -> Scene:
    """Fill a scene with what the rule book finds in its sentence."""
    names: list[Hit[Name]] = []
    for hit in (
        *book.names.find(scene.tokens, scene.text),
        *book.terms.find(scene.tokens, scene.text),
    ):
        payload = hit.payload
        if isinstance(payload, Term):
            scene.terms.setdefault(payload.rule, []).append(cast("Hit[Term]", hit))
        elif isinstance(payload, Name):
            known = scene.things if payload.code in _NOBODY else names
            known.append(cast("Hit[Name]", hit))
        else:
            scene.cues.setdefault(payload.kind, []).append(cast("Hit[Cue]", hit))
    scene.names = longest(names)
    for pattern in book.sieve.passing(scene.said):
        scene.terms.setdefault(pattern.term.rule, [])
        scene.patterns.setdefault(pattern.term.rule, []).append(pattern)
    return scene
