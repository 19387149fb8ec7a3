"""The dateline of a report: "HARTON, Ohio (AP) - ", which names a place and an agency, nobody."""

from __future__ import annotations

from checker.claims.scene import Scene
from checker.clauses import is_spaced
from checker.model import TokenKind

# Town, state, day and agency: more words and marks than these are a sentence of their own.
_LONGEST = 14
# "A - " and "US - " are no towns.
_SHORTEST = 3

_DASHES = frozenset("-–—") | {"--"}
_MARKS = frozenset(",.()/")


def body_start(scene: Scene) -> int:
    """
    Return the token at which a report begins behind its dateline; 0 where it has none.

    A dateline opens the sentence, and a dash between spaces ends it. Its town is in capitals, or
    brackets hold an agency; outside them nothing but dates is written small.
    """
    tokens, text = scene.tokens, scene.text
    depth = 0
    for index in range(min(_LONGEST, len(tokens) - 1)):
        token = tokens[index]
        depth += (token.word == "(") - (token.word == ")")
        if index and token.word in _DASHES and is_spaced(tokens, index):
            return index + 1 if _is_marked(scene, index) else 0
        is_name = token.kind is TokenKind.WORD and text[token.start].isupper()
        is_mark = token.word in _MARKS or token.kind is TokenKind.NUMBER
        if not (is_name or is_mark or depth or index in scene.dated):
            return 0
    return 0


def _is_marked(scene: Scene, end: int) -> bool:
    """Whether what stands before a dash is a town in capitals or ends in an agency in brackets."""
    tokens = scene.tokens
    town = scene.words(0, 1)
    is_town = town.isupper() and len(town) >= _SHORTEST and town.isalpha()
    return is_town or tokens[end - 1].word == ")"
