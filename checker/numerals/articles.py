"""Words that seldom begin a number ("un", "le double"): most are told by the next word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords, Phrases, Words
from checker.phrases import phrase_before
from checker.values import field_names, record

_WORD = TokenKind.WORD


@record
class Articles:
    """
    Tells where an article or another frequent word of one language surely begins no number.

    `words` are articles that are number words too. `special` is every word that the tables of
    numbers, units and dates know: where none of these follows, no table could make the article a
    number. Behind one of the `hedges` ("at least") it may be one before any word. `seconds` maps
    words that are nothing but the first of a phrase ("le double") to those that come second.
    """

    words: Words
    special: Words
    ratios: Words
    hedges: Phrases
    seconds: Mapping[str, Words]

    def is_mere(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether no number begins at `index`, by the word that stands there and the next one."""
        word = tokens[index].word
        if word not in self.words:
            seconds = self.seconds.get(word)
            if seconds is None:
                return False
            return index + 1 >= len(tokens) or tokens[index + 1].word not in seconds
        if index + 1 >= len(tokens) or (index and tokens[index - 1].word == "-"):
            return False
        if phrase_before(self.hedges, tokens, index) is not None:
            return False
        following = tokens[index + 1]
        if following.kind is not _WORD or following.word in self.special:
            return False
        return index + 2 >= len(tokens) or tokens[index + 2].word not in self.ratios


_KNOWN: dict[int, tuple[Language, Articles]] = {}
_MOST_KNOWN = 50


def articles_of(language: Language) -> Articles:
    """Return the articles of a language, collected once."""
    # A language holds tables and has no hash; kept beside, its number stays its own.
    known = _KNOWN.get(id(language))
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[id(language)] = (language, _collected(language))
    return known[1]


def _collected(language: Language) -> Articles:
    numbers, dates = language.numbers, language.dates
    special = _words([getattr(numbers, name) for name in field_names(numbers)])
    quantities = language.quantities
    special |= {*quantities.units, *quantities.adjectives, *quantities.people, *dates.words}
    words = {word for word in numbers.articles if word not in numbers.adders}
    # Those that are number words too are left to the grammar where dates know them as well.
    words |= {
        word
        for word in numbers.articles & numbers.pronouns
        if dates.terms.get(word, {}).keys() <= {"count"}
    }
    ratios, hedges = frozenset(numbers.ratios), numbers.hedges_before
    return Articles(frozenset(words), frozenset(special), ratios, hedges, _seconds(numbers))


def _seconds(numbers: NumberWords) -> dict[str, Words]:
    """Return, for each word that only begins phrases, what may stand second in them."""
    tables = (
        numbers.few, numbers.unnumbered, numbers.shares, numbers.sure_shares, numbers.multiples,
    )  # fmt: skip
    alone = {*numbers.adders, *numbers.scales, *numbers.vague, *numbers.articles, *numbers.minus}
    alone |= numbers.others
    found: dict[str, Words] = {}
    for word in {word for table in tables for word in table} - alone:
        terms = [rest for table in tables for rest, _ in table.get(word, ())]
        if all(terms):
            found[word] = frozenset(rest[0] for rest in terms)
    return found


def _words(table: object) -> set[str]:
    """Return all words of a table, those inside its terms too."""
    found: set[str] = set()
    tables = [table]
    while tables:
        one = tables.pop()
        if isinstance(one, str):
            found.add(one)
        elif isinstance(one, (frozenset, list, tuple)):
            tables += one
        elif isinstance(one, dict):
            found.update(one)
            tables += one.values()
    return found
