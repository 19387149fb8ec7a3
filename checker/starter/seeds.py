"""What one example sentence offers to a rule: its number, and the words around it."""

from __future__ import annotations

import functools
import re

from checker.dates import find_dates
from checker.detect import count_votes
from checker.errors import UsageError
from checker.inputs import load_tables
from checker.languages import available, load_language
from checker.model import Article, Claim, Language, Quantity, Rule, Sample, Sentence, TokenKind
from checker.pipeline import read_claims, read_quantities
from checker.text import fold_word, make_page
from checker.trials import article_of
from checker.values import frozen, replace
from checker.vocabulary import load_vocabulary

# Shorter words say little of a subject, and as a stem would fit too many others.
_SHORTEST_WORD = 3
_SHORTEST_STEM = 5
_MOST_WORDS = 3
# The language of the reports, and of most of those who read them.
_FIRST = "en"


@frozen
class Seed:
    """
    One sentence read: its quantity, the words for what is counted and those for what happens.

    `words` and `needs` are terms of a rule file; `others` are the further quantities of the
    sentence, which the draft leaves alone.
    """

    sample: Sample
    article: Article
    quantity: Quantity
    words: tuple[str, ...]
    needs: tuple[str, ...]
    others: tuple[Quantity, ...] = ()

    @property
    def unit_kind(self) -> str:
        """What must be the same in all sentences of a rule."""
        kind = self.quantity.kind
        return kind if kind in ("count", "number", "currency", "percent") else self.quantity.unit

    @property
    def slug(self) -> str:
        """A name for the rule: what is counted, then what happens."""
        parts = [*self.words[:1], *self.needs[:1]]
        plain = "-".join(_ascii(part) for part in parts)
        return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "numbers"

    def claims_by(self, rule: Rule) -> list[Claim]:
        """Return the claims that a rule makes of the sentence."""
        [(_, reading)] = read_claims([read_quantities(self.article)], [rule])
        return list(reading.claims)

    def facets_by(self, rule: Rule) -> tuple[tuple[str, str], ...]:
        """Return the facets that a rule finds for the number, by name."""
        claims = [claim for claim in self.claims_by(rule) if claim.quantity is not None]
        own = [claim for claim in claims if claim.quantity == self.quantity]
        return tuple((facet.name, facet.value) for claim in own[:1] for facet in claim.facets)


def read_seed(sample: Sample) -> Seed:
    """
    Read one sentence.

    Raises: UsageError when its language is not clear, or no number in it counts.
    """
    language = sample.lang or _likeliest_language(sample.text)
    if language not in available():
        known = ", ".join(available())
        raise UsageError(f"say the language of “{sample.text}” with --lang (languages: {known})")
    return _read(replace(sample, lang=language))


def _likeliest_language(text: str) -> str:
    """
    Return the language with most votes; of several, and without votes, the first pack of them all.

    The author sees in the draft which one was taken, and can say another.
    """
    votes, _ = count_votes(text, load_tables(available()).stop_words)
    most = max(votes.values(), default=0)
    likely = [code for code in votes if votes[code] == most] if most else [_FIRST]
    return likely[0] if len(likely) == 1 else _FIRST if _FIRST in likely else ""


def _read(sample: Sample) -> Seed:
    article = article_of(sample, 0)
    read = read_quantities(article)
    counted = [quantity for quantity in read.quantities if quantity.value is not None]
    if not counted:
        seen = "; ".join(f"“{skip.text}” ({skip.reason})" for skip in read.skipped if skip.text)
        told = f": seen and not used are {seen}" if seen else ""
        raise UsageError(f"there is no number to count by in “{sample.text}”{told}")
    quantity = counted[0]
    language = load_language(article.language)
    near = _content_words(article, quantity, language)
    words, needs = _split(quantity, near)
    others = tuple(other for other in read.quantities if other is not quantity)
    return Seed(sample, article, quantity, words, needs, others)


def _split(quantity: Quantity, near: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divide the words of a sentence into what is counted and what happens to it."""
    if quantity.kind == "count":
        counted = _forms(quantity)
        folded = {fold_word(word) for word in quantity.noun.split()}
        rest = [word for word in near if word not in folded]
    else:
        counted, rest = tuple(near[:1]), near[1:]
    return counted, tuple(rest[:_MOST_WORDS])


def _forms(quantity: Quantity) -> tuple[str, ...]:
    """Return the noun of a count as terms: a stem where one fits both of its forms."""
    single = quantity.unit.partition("/")[0]
    head = fold_word(quantity.noun.split()[-1] if quantity.noun else "")
    shown = fold_word(quantity.noun)
    plural = next((word for word in shown.split() if word.startswith(single[:3])), head)
    if len(single) >= _SHORTEST_STEM and plural.startswith(single):
        return (f"{single}*",)
    return tuple(dict.fromkeys(word for word in (single, plural) if word))


def _content_words(article: Article, quantity: Quantity, language: Language) -> list[str]:
    """List the words of the sentence that say what it is about, the nearest to the number first."""
    page = make_page(article.text, language)
    for sentence in page.sentences():
        if sentence.span.start <= quantity.span.start < sentence.span.end:
            return _ordered(article, sentence, quantity, language)
    return []


def _ordered(
    article: Article, sentence: Sentence, quantity: Quantity, language: Language
) -> list[str]:
    """Order the telling words of a sentence; the subject that opens it tells least of a number."""
    dates = find_dates(sentence, language, article.published)
    dated = {index for date in dates for index in range(date.first, date.last)}
    names = _first_words_of_names(article.language)
    following = [token.word for token in sentence.tokens if token.start >= quantity.span.end]
    # "4,000 hectares of pines": what follows is what is measured.
    is_of = following[:1] != [] and following[0] in language.discourse.belonging
    found: list[tuple[int, int, str]] = []
    for index, token in enumerate(sentence.tokens):
        is_capital = article.text[token.start].isupper()
        is_inside = quantity.span.start <= token.start < quantity.span.end
        is_name = is_capital and (index > 0 or token.word in names)
        if is_inside or is_name or index in dated or token.kind is not TokenKind.WORD:
            continue
        if _says_something(token.word, language):
            after = token.start - quantity.span.end
            distance = after if after >= 0 else quantity.span.start - token.end
            distance = 0 if is_of and after >= 0 else distance
            found.append((distance + is_capital * len(article.text), index, token.word))
    return list(dict.fromkeys(word for _, _, word in sorted(found)))


@functools.cache
def _first_words_of_names(code: str) -> frozenset[str]:
    names = load_vocabulary(code).names
    return frozenset(fold_word(name.term.split()[0]) for name in names)


def _says_something(word: str, language: Language) -> bool:
    """Whether a word may tell what a sentence is about."""
    discourse = language.discourse
    empty = (
        set(language.stop_words)
        | {*discourse.articles, *discourse.prepositions, *discourse.pronouns}
        | {*discourse.relatives, *discourse.passives, *discourse.auxiliaries, *discourse.gerunds}
        | {*discourse.possessives, *discourse.says, *discourse.datives}
    )
    return len(word) >= _SHORTEST_WORD and word.isalpha() and word not in empty


def _ascii(text: str) -> str:
    """Spell a word in the letters that an id may have."""
    from unicodedata import normalize

    return normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
