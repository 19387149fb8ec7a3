"""The pattern that finds the sentences with a number, written from the tables of a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.languages.glue import glue_of, glued_beginnings
from checker.text import fold_word

Section = Mapping[str, Any]
# Words with the patterns of what may stand behind them.
Endings = dict[str, list[str]]
# What may stand between the letters of a phrase.
_JOINTS = {ord(" "): "a", ord("'"): "a"}
_DIGITS = "0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Blank space is spelled out (it is `\s`): with a class inside, the engine asks of every letter
# each character of the set in turn, without it one table.
_BLANK = r" \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BEFORE = _BLANK + r"""'"«»“”‘„()\[\]{}<>/\\|*•·,.:;!?¿¡…=+~≈≥≤$£€%&#_–—\-"""


def starts_of(tables: Section) -> set[str]:
    """Return the words that may begin a number."""
    keys = ("adders", "scales", "vague", "few", "unnumbered", "articles", "minus")
    phrases = ("shares", "sure_shares", "multiples")
    return {word for key in (*keys, *phrases) for word in tables[key]} | set(_DIGITS[3:])


class Around:
    """What a pack's other sections add to the pattern that finds numbers."""

    def __init__(self, pack: Section) -> None:
        """Take the stop words, the glued numbers, and what makes "an hour" a stretch of time."""
        units = pack.get("units", {})
        self.stops = set(pack.get("nouns", {}).get("stops", ()))
        self.glue = glue_of(pack)
        spans = {fold_word(term).split()[-1] for term in units.get("spans_before", ())}
        self.spans = sorted(word for word in spans if word.isalpha())
        times = units.get("words", {}).get("duration", {}).values()
        self.times = sorted({fold_word(w) for words in times for w in words if w.isalpha()})


def trigger_of(tables: Section, around: Around) -> str:
    """
    Write the pattern that finds the sentences with a number.

    Of a phrase it looks for the longest word. Articles that are numbers too ("un") are too frequent
    to look for: they count only behind a hedge ("environ un an", "plus d'un an").
    """
    keys = ("adders", "scales", "vague", "groups", "fractions")
    sought = {word for key in keys for word in tables[key]} - set(tables["articles"])
    for key in ("few", "unnumbered", "sure_shares", "multiples", "plus"):
        for first, entries in tables[key].items():
            sought |= {max((first, *rest), key=len) for rest, _ in entries if rest or key != "plus"}
    # The words of "toute la" are too frequent alone.
    shares = tables["shares"].items()
    sought |= {" ".join((first, *rest)) for first, entries in shares for rest, _ in entries}
    # Each word with what must stand behind it.
    words: Endings = defaultdict(list)
    for word in sorted(word for word in sought if word.translate(_JOINTS).isalpha()):
        words[word].append(r"\b")
    articles = "|".join(word for word in tables["articles"] if word in tables["adders"])
    leaning = ""
    if articles:
        leaning = rf"(?<=')(?:{articles})\b|"
        _add_articles(words, tables, around, articles)
    elif tables["entire"]:
        # "A whole day": such articles are no numbers elsewhere.
        entire, times = _any_of(sorted(tables["entire"])), _any_of(around.times)
        for article in tables["articles"]:
            words[article].append(rf" {entire} {times}\b")
    # It begins with what stands before words: the engine skips all other characters at full speed.
    glued = ""
    if around.glue:
        # Of a glued word the first piece is found, if another one stands behind it.
        firsts, others = map(_any_of, glued_beginnings(around.glue))
        glued = rf"|{firsts}(?={others})"
    beginnings = {word[0] for word in (*words, *(tables["articles"] if articles else ()))}
    # Half of all words are told by their first letter.
    first = rf"(?=[{''.join(sorted(beginnings))}])" if beginnings else ""
    found = rf"(?<=[{_DIGITS}])[\d.,]*|{first}(?:{leaning}{_trie(words)}){glued}"
    return rf"[{_BEFORE}{_DIGITS}](?:{found})"


def _add_articles(words: Endings, tables: Section, around: Around, articles: str) -> None:
    """Add what makes numbers of `articles`: a hedge before them, a stretch of time, "entire"."""
    times = _any_of(around.times)
    for hedge in sorted(_before_articles(tables["hedges_before"], around.stops)):
        words[hedge].append(rf" (?:{articles})\b")
    for span in around.spans:
        words[span].append(rf" (?:{articles}) ?{times}\b")
    if tables["entire"]:
        entire = _any_of(sorted(tables["entire"]))
        for article in articles.split("|"):
            words[article].append(rf" (?:{entire}|{times} {entire})\b")


def _before_articles(hedges: Section, stops: set[str]) -> set[str]:
    """Return the last word of each hedge; of one that ends in a function word, the last two."""
    ends = {word for word in hedges if word.isalpha() and word not in stops}
    for last in stops & hedges.keys():
        ends |= {f"{rest[-1]} {last}" for rest, _ in hedges[last] if rest and rest[-1].isalpha()}
    return ends


def _any_of(words: Iterable[str]) -> str:
    """Write words as a pattern."""
    return _trie({word: [""] for word in words})


def _trie(words: Mapping[str, Sequence[str]]) -> str:
    """Write words, each with its endings, as a pattern that tries equal beginnings once."""
    branches: dict[str, dict[str, Sequence[str]]] = defaultdict(dict)
    for word, endings in words.items():
        branches[word[:1]][word[1:]] = endings
    parts = [letter + _trie(rests) for letter, rests in branches.items() if letter]
    parts += branches[""][""] if "" in branches else []
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
