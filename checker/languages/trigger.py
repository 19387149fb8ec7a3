"""The pattern that finds the sentences with a number, written from the tables of a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from checker.languages.glue import glue_of, glued_beginnings
from checker.text import fold_word

Section = Mapping[str, Any]
# What may stand between the letters of a phrase.
_JOINTS = {ord(" "): "a", ord("'"): "a"}
_DIGITS = "0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_BEFORE = r"""\s'"«»“”‘„()\[\]{}<>/\\|*•·,.:;!?¿¡…=+~≈≥≤$£€%&#_–—\-"""


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
    spelled = sorted(word for word in sought if word.translate(_JOINTS).isalpha())
    words, beginnings = [_trie(spelled)], {word[0] for word in spelled}
    articles = "|".join(word for word in tables["articles"] if word in tables["adders"])
    if articles:
        hedges = sorted(_before_articles(tables["hedges_before"], around.stops))
        words += [rf"(?<=')(?:{articles})", rf"{_trie(hedges)} (?:{articles})"]
        beginnings |= {word[0] for word in (*hedges, *tables["articles"])}
        if around.spans:
            times = _trie(around.times)
            words += [rf"{_trie(around.spans)} (?:{articles}) ?{times}"]
            beginnings |= {word[0] for word in around.spans}
        if tables["entire"]:
            times, entire = _trie(around.times), _trie(sorted(tables["entire"]))
            words += [rf"(?:{articles}) (?:{entire}|{times} {entire})"]
    elif tables["entire"]:
        # "A whole day": such articles are no numbers elsewhere.
        entire, times = _trie(sorted(tables["entire"])), _trie(around.times)
        words += [rf"{_trie(sorted(tables['articles']))} {entire} {times}"]
        beginnings |= {word[0] for word in tables["articles"]}
    # It begins with what stands before words: the engine skips all other characters at full speed.
    glued = ""
    if around.glue:
        # Of a glued word the first piece is found, if another one stands behind it.
        firsts, others = glued_beginnings(around.glue)
        glued = rf"|{_trie(firsts)}(?={_trie(others)})"
    # Half of all words are told by their first letter.
    first = rf"(?=[{''.join(sorted(beginnings))}])" if beginnings else ""
    found = rf"(?<=[{_DIGITS}])[\d.,]*|{first}(?:{'|'.join(words)})\b{glued}"
    return rf"[{_BEFORE}{_DIGITS}](?:{found})"


def _before_articles(hedges: Section, stops: set[str]) -> set[str]:
    """Return the last word of each hedge; of one that ends in a function word, the last two."""
    ends = {word for word in hedges if word.isalpha() and word not in stops}
    for last in stops & hedges.keys():
        ends |= {f"{rest[-1]} {last}" for rest, _ in hedges[last] if rest and rest[-1].isalpha()}
    return ends


def _trie(words: list[str]) -> str:
    """Write words as a pattern in which equal beginnings are tried once."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in words:
        branches[word[:1]].append(word[1:])
    parts = [
        letter + (_trie(rests) if letter else "") for letter, rests in branches.items() if letter
    ]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    return f"(?:{joined})?" if "" in branches else joined
