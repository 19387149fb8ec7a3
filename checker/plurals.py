"""Singular and plural of a noun, by the irregular forms and the endings of a language pack."""

from __future__ import annotations

from checker.model.language import QuantityWords


def singular(word: str, words: QuantityWords) -> str:
    """Return the singular of a noun by the pack's irregular forms and endings."""
    irregular = words.plurals.get(word)
    if irregular is not None:
        return irregular
    if word in words.same or word.endswith(words.invariable):
        return word
    for ending, replacement in words.singulars:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - len(ending)] + replacement
    return word


def is_plural(word: str, words: QuantityWords) -> bool:
    """Whether a word looks like a plural noun."""
    if word in words.plurals or word in words.same or word in words.people:
        return True
    if word.endswith(words.invariable):
        return True
    return singular(word, words) != word
