"""The language of a single sentence, in which function words are few: every pack word votes."""

from __future__ import annotations

from checker.detect import StopWords, count_votes, stop_words
from checker.languages import available, load_language
from checker.model import Language

# The language of the reports, and of most of those who read them.
_FIRST = "en"


def likeliest_language(text: str) -> str:
    """
    Return the language with most votes; empty where several have as many and none is the first.

    Without votes it is the first language where all letters are plain ones. The author sees in the
    draft which one was taken, and can say another.
    """
    votes, _ = count_votes(text, _table())
    most = max(votes.values(), default=0)
    if not most:
        return _FIRST if text.isascii() else ""
    likely = [code for code in votes if votes[code] == most]
    return likely[0] if len(likely) == 1 else _FIRST if _FIRST in likely else ""


def _table() -> StopWords:
    """Return the words that tell a language, with the languages of each."""
    return stop_words({code: _words(load_language(code)) for code in available()})


def _words(language: Language) -> list[str]:
    """
    List the function words of a pack, and the verbs and adverbs it knows.

    An elided word votes as it is cut when votes are counted: "l" of "l'".
    """
    discourse, words = language.discourse, language.quantities
    terms = [
        *language.stop_words,
        *discourse.articles,
        *discourse.prepositions,
        *discourse.belonging,
        *discourse.pronouns,
        *discourse.possessives,
        *discourse.auxiliaries,
        *discourse.passives,
        *discourse.current,
        *discourse.totals,
        *words.verbs,
        *words.determiners,
        *language.numbers.scales,
    ]
    return [part for term in terms for part in term.replace("'", " ").replace("*", "").split()]
