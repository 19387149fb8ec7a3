"""What one example sentence offers to a rule: its number, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.errors import UsageError
from checker.languages import available, load_language
from checker.model import Article, Claim, Quantity, Rule, Sample
from checker.pipeline import read_claims, read_quantities
from checker.starter.tongue import likeliest_language
from checker.starter.words import Told, read_words
from checker.text import fold_word
from checker.trials import article_of
from checker.values import frozen, replace

# A shorter word, as a stem, would fit too many others.
_SHORTEST_STEM = 5
_MOST_WORDS = 3
# Characters; the longest sentences of the news have half as many.
_LONGEST = 2_000
# Characters of a sentence that a message shows.
_MOST_QUOTED = 120


@frozen
class Seed:
    """
    One sentence read: its quantity, the words for what is counted and those for what happens.

    `words` and `needs` are terms of a rule file; `others` are the further quantities of the
    sentence, which the draft leaves alone. `told` are the words that these are taken from.
    """

    sample: Sample
    article: Article
    quantity: Quantity
    words: tuple[str, ...]
    needs: tuple[str, ...]
    others: tuple[Quantity, ...] = ()
    told: Told = Told()

    @property
    def named(self) -> tuple[str, ...]:
        """The words that may name what is counted, the likeliest first; a count has its noun."""
        return () if self.quantity.kind == "count" else self.told.things or self.told.events

    def naming(self, word: str) -> Seed:
        """Return it with another word for what is counted."""
        words, needs = _split(self.quantity, self.told, word)
        return replace(self, words=words, needs=needs)

    @property
    def unit_kind(self) -> str:
        """What must be the same in all sentences of a rule."""
        kind = self.quantity.kind
        return kind if kind in ("count", "number", "currency", "percent") else self.quantity.unit

    @property
    def slug(self) -> str:
        """A name for the rule: what is counted, then what happens."""
        return slug_of([*self.words[:1], *self.needs[:1]])

    def claims_by(self, *rules: Rule) -> list[Claim]:
        """Return the claims that rules make of the sentence."""
        [(_, reading)] = read_claims([read_quantities(self.article)], rules)
        return list(reading.claims)

    def facets_by(self, rule: Rule) -> tuple[tuple[str, str], ...]:
        """Return the facets that a rule finds for the number, by name."""
        claims = [claim for claim in self.claims_by(rule) if claim.quantity is not None]
        own = [claim for claim in claims if claim.quantity == self.quantity]
        return tuple((facet.name, facet.value) for claim in own[:1] for facet in claim.facets)


def read_seed(sample: Sample, at: int | None = None) -> Seed:
    """
    Read one sentence by its first number that counts, or by the one `at` an offset of its text.

    Raises: UsageError when it is too long, its language is not clear, or no number in it counts.
    """
    text = " ".join(sample.text.split())
    if len(text) > _LONGEST:
        raise UsageError(f"“{quoted(text)}” is too long: give one sentence that holds the number")
    language = sample.lang or likeliest_language(text)
    if language not in available():
        known = ", ".join(available())
        raise UsageError(
            f"say the language of “{quoted(text)}” with --lang, of several sentences in their "
            f"order: --lang en,fr (languages: {known})"
        )
    place = None if at is None else len(" ".join(f"{sample.text[:at]}.".split())) - 1
    return _read(replace(sample, text=text, lang=language), place)


def _read(sample: Sample, at: int | None) -> Seed:
    article = article_of(sample, 0)
    read = read_quantities(article)
    counted = [quantity for quantity in read.quantities if _states_something(quantity)]
    if at is not None:
        counted = [each for each in counted if each.span.start <= at < each.span.end]
    if not counted:
        seen = "; ".join(f"“{skip.text}” ({skip.reason})" for skip in read.skipped if skip.text)
        told = f": seen and not used are {seen}" if seen else ""
        raise UsageError(f"there is no number to count by in “{quoted(sample.text)}”{told}")
    quantity = counted[0]
    told_by = read_words(article, quantity, load_language(article.language))
    words, needs = _split(quantity, told_by)
    if not words:
        raise UsageError(
            f"“{quoted(sample.text)}” does not say what is counted: give a whole sentence"
        )
    others = tuple(other for other in read.quantities if other is not quantity)
    return Seed(sample, article, quantity, words, needs, others, told_by)


def quoted(text: str) -> str:
    """Return a text for a message: its beginning, where it is long."""
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED].rstrip()}…"


def _states_something(quantity: Quantity) -> bool:
    return quantity.value is not None or quantity.low is not None


def _split(
    quantity: Quantity, told: Told, word: str = ""
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divide the words of a sentence into what is counted, maybe `word`, and what happens to it."""
    if quantity.kind == "count":
        folded = {fold_word(word) for word in quantity.noun.split()}
        rest = [word for word in (told.events or told.things) if word not in folded]
        return _forms(quantity), tuple(rest[:_MOST_WORDS])
    named = (word,) if word else told.things or told.events
    rest = [word for word in (told.events or told.things) if word != named[0]]
    return named[:1], tuple(rest[:_MOST_WORDS])


def _forms(quantity: Quantity) -> tuple[str, ...]:
    """Return the noun of a count as terms: a stem where one fits both of its forms."""
    single = quantity.unit.partition("/")[0]
    head = fold_word(quantity.noun.split()[-1] if quantity.noun else "")
    shown = fold_word(quantity.noun)
    plural = next((word for word in shown.split() if word.startswith(single[:3])), head)
    if len(single) >= _SHORTEST_STEM and plural.startswith(single):
        return (f"{single}*",)
    return tuple(dict.fromkeys(word for word in (single, plural) if word))


def slug_of(parts: Iterable[str]) -> str:
    """Make an id of words, in the letters that one may have."""
    from unicodedata import normalize

    plain = normalize("NFKD", "-".join(parts).lower()).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")
    return joined or "numbers"
