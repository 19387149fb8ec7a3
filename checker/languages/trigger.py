"""The pattern that finds the sentences with a number, written from the tables of a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from checker.languages.glue import glue_of, glued_beginnings
from checker.text import fold_word

Section = Mapping[str, Any]
# Patterns of what may stand behind words, with these words.
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
    keys = (
        "adders",
        "scales",
        "vague",
        "few",
        "unnumbered",
        "articles",
        "others",
        "minus",
        "halved",
        "nths",
    )
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
        self.ones = _ones(pack)


def _ones(pack: Section) -> list[str]:
    """Return the words behind which an article may be one: "une tonne", "un mort et un blessé"."""
    units = pack.get("units", {})
    dimensions = units.get("words", {}).get("dimension", {})
    named = {**dimensions, **pack.get("currencies", {}).get("names", {})}
    terms = [term for unit in units.get("singles", ()) for term in named.get(unit, ())]
    terms += pack.get("nouns", {}).get("people", ())
    return sorted({fold_word(term) for term in terms if term.isalpha()})


def trigger_of(tables: Section, around: Around) -> str:
    """
    Write the pattern that finds the sentences with a number.

    Of a phrase it looks for the longest word. Articles that are numbers too ("un") are too frequent
    to look for: they count only behind a hedge ("environ un an", "plus d'un an").
    """
    keys = ("adders", "scales", "vague", "groups", "fractions", "nths")
    sought = {word for key in keys for word in tables[key]} - set(tables["articles"])
    for key in ("few", "unnumbered", "sure_shares", "multiples", "plus"):
        for first, entries in tables[key].items():
            sought |= {max((first, *rest), key=len) for rest, _ in entries if rest or key != "plus"}
    # The words of "toute la" are too frequent alone.
    shares = tables["shares"].items()
    sought |= {" ".join((first, *rest)) for first, entries in shares for rest, _ in entries}
    # What must stand behind words, with these words.
    endings: Endings = {r"\b": sorted(word for word in sought if word.translate(_JOINTS).isalpha())}
    articles = [word for word in tables["articles"] if word in tables["adders"]]
    rare = _add_articles(endings, tables, around, articles) if articles else []
    if tables["entire"] and not articles:
        # "A whole day": such articles are no numbers elsewhere.
        entire, times = _trie(sorted(tables["entire"])), _trie(around.times)
        endings[rf" {entire} {times}\b"] = sorted(tables["articles"])
        # "Nearly a week", "less than an hour".
        article = _trie(sorted(tables["articles"]))
        hedges = sorted(word for word in tables["hedges_before"] if word.isalpha())
        endings[rf" {article} {times}\b"] = hedges
        # "A month or more".
        behind = _trie(sorted(_phrases(tables["hedges_after"])))
        endings[rf" {times} {behind}\b"] = sorted(tables["articles"])
    # It begins with what stands before words: the engine skips all other characters at full speed.
    glued = ""
    if around.glue:
        # Of a glued word the first piece is found, if another one stands behind it.
        firsts, others = map(_trie, glued_beginnings(around.glue))
        glued = rf"|{firsts}(?={others})"
    beginnings = {
        word[0] for words in (*endings.values(), articles, around.spans) for word in words
    }
    # Half of all words are told by their first letter.
    first = rf"(?=[{''.join(sorted(beginnings))}])" if beginnings else ""
    words = "|".join([_by_letter(endings), *rare])
    found = rf"(?<=[{_DIGITS}])[\d.,]*|{first}(?:{words}){glued}"
    return rf"[{_BEFORE}{_DIGITS}](?:{found})"


def _add_articles(
    endings: Endings, tables: Section, around: Around, articles: list[str]
) -> list[str]:
    """
    Add what makes numbers of `articles`: a hedge before them, or "entire" behind them.

    Returns patterns of what is seldom tried: an elision before them, a stretch of time around them.
    """
    article, times = _trie(articles), _trie(around.times)
    endings[rf" {article}\b"] = sorted(_before_articles(tables["hedges_before"], around.stops))
    if tables["entire"]:
        entire = _trie(sorted(tables["entire"]))
        endings[rf" (?:{entire}|{times} {entire})\b"] = articles
    if around.ones:
        endings.setdefault(rf" {_trie(around.ones)}\b", articles)
    rare = [rf"(?<='){article}\b"]
    return [*rare, rf"{_trie(around.spans)} {article} ?{times}\b"] if around.spans else rare


def _phrases(table: Section) -> set[str]:
    """Return the phrases of several words, without those that hold a sign."""
    phrases = [(first, *rest) for first, entries in table.items() for rest, _ in entries if rest]
    return {" ".join(words) for words in phrases if all(word.isalpha() for word in words)}


def _before_articles(hedges: Section, stops: set[str]) -> set[str]:
    """Return the last word of each hedge; of one that ends in a function word, the last two."""
    ends = {word for word in hedges if word.isalpha() and word not in stops}
    for last in stops & hedges.keys():
        ends |= {f"{rest[-1]} {last}" for rest, _ in hedges[last] if rest and rest[-1].isalpha()}
    return ends


def _by_letter(endings: Endings) -> str:
    """Write words with their endings as a pattern that looks at their first letter once."""
    letters: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for ending, words in endings.items():
        for word in words:
            letters[word[0]][ending].append(word[1:])
    return "|".join(
        letter + f"(?:{'|'.join(_trie(rests) + ending for ending, rests in found.items())})"
        for letter, found in letters.items()
    )


def _trie(words: Iterable[str]) -> str:
    """Write words as a pattern in which equal beginnings are tried once."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in words:
        branches[word[:1]].append(word[1:])
    parts = [letter + _trie(rests) for letter, rests in branches.items() if letter]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    return f"(?:{joined})?" if "" in branches else joined
