"""Names by their capitals: which word is one, where a name begins and where it ends."""

from __future__ import annotations

from checker.claims.scene import Scene
from checker.model import TokenKind

# A name or office is cut after this many words.
LONGEST = 14


def is_capital(scene: Scene, index: int) -> bool:
    """Whether a word is written with a capital and is not just a function word."""
    token = scene.tokens[index]
    if token.kind is not TokenKind.WORD or not scene.text[token.start].isupper():
        return False
    word, words = token.word, scene.language.discourse
    is_function_word = (
        word in words.articles
        or word in words.prepositions
        or word in words.pronouns
        or word in words.relatives
        or word in words.possessives
    )
    if is_function_word or word in scene.language.stop_words:
        return _is_acronym(scene, index)
    return True


def _is_acronym(scene: Scene, index: int) -> bool:
    """Whether capitals make a name of a small word, in a text with small letters: "the WHO"."""
    token = scene.tokens[index]
    beside = scene.tokens[index - 1 if index else index + 1 : index + 2]
    return (
        token.end - token.start > 1
        and scene.text[token.start : token.end].isupper()
        and any(scene.text[one.start : one.end].islower() for one in beside)
    )


def start_of_name(scene: Scene, index: int) -> int:
    """Walk back to the first word of a name."""
    while index > 0 and (is_capital(scene, index - 1) or _joins(scene, index - 1)):
        index -= 1
    return index


def name_end(scene: Scene, index: int) -> int:
    """Walk on to behind the last word of a name."""
    last = index + 1
    while last < len(scene.tokens) and last - index < LONGEST:
        if not (is_capital(scene, last) or _joins(scene, last)):
            break
        last += 1
    return last


def written(scene: Scene, first: int, last: int) -> str:
    """Return a name as it is compared: its words without the marks between them."""
    tokens = scene.tokens[first:last]
    return " ".join(token.word for token in tokens if token.kind is TokenKind.WORD)


def _joins(scene: Scene, index: int) -> bool:
    """Whether a hyphen or an initial's stop joins two capitals: "Royaume-Uni", "M. Durand"."""
    tokens = scene.tokens
    if not 0 < index < len(tokens) - 1 or not is_capital(scene, index + 1):
        return False
    before = tokens[index - 1]
    if before.end != tokens[index].start:
        return False
    if tokens[index].word == ".":
        short = len(before.word) == 1 or before.word in scene.language.sentences.abbreviations
        return short and is_capital(scene, index - 1)
    return tokens[index].word == "-"
