"""Articles that are number words too ("un", "ein"): most are told from numbers by the next word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Language, Token, TokenKind
from checker.model.language import Words
from checker.values import field_names, record

_WORD = TokenKind.WORD


@record
class Articles:
    """
    Tells where an article of one language surely is no number.

    `words` are such articles. `special` is every word that the tables of numbers, units and dates
    know: where none of these follows, no table could make the article a number. Behind one of the
    `hedges` ("at least") it may be one before any word.
    """

    words: Words
    special: Words
    ratios: Words
    hedges: Words

    def is_mere(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether an article at `index` counts nothing, as any word may stand behind it."""
        if tokens[index].word not in self.words:
            return False
        before = tokens[index - 1].word if index else ""
        if index + 1 >= len(tokens) or before == "-" or before in self.hedges:
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
    special = {word for name in field_names(numbers) for word in _words(getattr(numbers, name))}
    special |= {*language.quantities.units, *language.quantities.adjectives, *dates.words}
    words = {word for word in numbers.articles if word not in numbers.adders}
    # Those that are number words too are left to the grammar where dates know them as well.
    words |= {
        word
        for word in numbers.articles & numbers.pronouns
        if dates.terms.get(word, {}).keys() <= {"count"}
    }
    ratios, hedges = frozenset(numbers.ratios), frozenset(numbers.hedges_before)
    return Articles(frozenset(words), frozenset(special), ratios, hedges)


def _words(table: object) -> Iterator[str]:
    """Yield all words of a table, those inside its terms too."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for word, value in table.items():
            yield word
            yield from _words(value)
    elif isinstance(table, (frozenset, list, tuple)):
        for value in table:
            yield from _words(value)
