"""The data that stage 1 asks: function words of languages and phrases of web pages."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checker.detect import StopWords, stop_words
from checker.text import fold_word
from checker.values import field, frozen

_DATA = Path(__file__).parents[1] / "data"

_WORD = re.compile(r"\d[\d.,\u00a0\u202f]*[kKmM]?(?![^\W_])|[^\W_]+")
NUMBER = "<n>"
"""Stands for any number in a phrase."""

_PHRASE_WORD = re.compile(rf"{NUMBER}|[^\W_]+")

Words = tuple[str, ...]


@frozen
class Phrases:
    """
    Phrases that stand beside articles on web pages, as folded words.

    `whole` are whole paragraphs, `opening` begin one (by their first word), `inside` may stand
    anywhere in one. `heads` are the first two words of the first two kinds: a cheap question
    to ask first.
    """

    whole: frozenset[Words] = frozenset()
    opening: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    inside: tuple[Words, ...] = ()
    heads: frozenset[Words] = frozenset()


@frozen
class Boilerplate:
    """Phrases of the page, and phrases by which an article's author is introduced at its end."""

    page: Phrases = Phrases()
    author: Phrases = Phrases()


@frozen
class Tables:
    """
    Everything stage 1 looks up.

    `names` maps a folded name or code of a language to the code; `supported` are the codes of the
    languages that have a pack. `find_body` finds the article of a web page where the user asks for
    more than what its tags say. `hints` are further words that tell a language, loaded when asked.
    """

    stop_words: StopWords
    names: dict[str, str]
    supported: tuple[str, ...]
    boilerplate: Boilerplate = Boilerplate()
    find_body: Callable[[str], str] | None = None
    hints: Callable[[], StopWords] | None = None

    def name_of(self, code: str) -> str:
        """Return the English name of a language, or its code when we know none."""
        named = (name for name, known in self.names.items() if known == code and name != code)
        return next(named, code).capitalize() if code in self.names else code


def phrase_words(text: str) -> Words:
    """Cut a line into the folded words that phrases are made of; numbers become `<n>`."""
    return tuple(NUMBER if word[0].isdecimal() else word for word in _WORD.findall(fold_word(text)))


def load_tables(supported: tuple[str, ...] = ()) -> Tables:
    """Read the shipped lists; `supported` are codes, by default of all languages with a pack."""
    lists, names = _languages()
    if not supported:
        from checker.languages import available

        supported = available()
    for code in supported:
        if code not in lists:
            from checker.languages import load_language

            lists[code] = tuple(load_language(code).stop_words)
            names[code] = code
    return Tables(stop_words(lists), names, supported, _boilerplate(), hints=_hints)


def _hints() -> StopWords:
    """Return the telling words of the packs, which only few texts need."""
    from checker.inputs.hints import telling_words

    return telling_words()


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a data file that are neither empty nor comments."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _languages() -> tuple[dict[str, Words], dict[str, str]]:
    """Read the function words of each language by its code, and the code of each of its names."""
    lists: dict[str, Words] = {}
    names: dict[str, str] = {}
    for line in _lines("stopwords.txt"):
        head, _, words = line.partition(":")
        code, *others = head.split()
        lists[code] = tuple(words.split())
        names |= {name.lower(): code for name in (*others, code)}
    return lists, names


@functools.cache
def _boilerplate() -> Boilerplate:
    """Read the phrases: `[section]` lines name the kind, `...` stands for further words."""
    sections: dict[str, list[str]] = {"page": [], "author": []}
    section = "page"
    for line in _lines("boilerplate.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            sections[section].append(line)
    return Boilerplate(_phrases(sections["page"]), _phrases(sections["author"]))


def _phrases(lines: list[str]) -> Phrases:
    whole: set[Words] = set()
    opening: dict[str, tuple[Words, ...]] = {}
    inside: list[Words] = []
    for line in lines:
        # The file is written folded (a test holds it to that), so that reading it is quick.
        words = tuple(_PHRASE_WORD.findall(line))
        if line.startswith("..."):
            inside.append(words)
        elif line.endswith("..."):
            opening[words[0]] = (*opening.get(words[0], ()), words)
        else:
            whole.add(words)
    heads = {words[:2] for words in (*whole, *(w for known in opening.values() for w in known))}
    return Phrases(frozenset(whole), opening, tuple(inside), frozenset(heads))
