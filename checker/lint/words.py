"""Words that are of no use: covered by another, excluded by another key, or no word of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.languages import load_language
from checker.lexicon import make_lexicon
from checker.lint.advice import advise
from checker.lint.terms import Terms, covers, terms_of
from checker.model import Advice
from checker.rules.checks import Draft
from checker.schema import Node
from checker.text import make_page


def check_words(draft: Draft, languages: Sequence[str]) -> Iterator[Advice]:
    """Yield what is wrong with the words of a rule; `languages` are those that can be read."""
    tables = list(terms_of(draft))
    for terms in tables:
        yield from _redundant(draft, terms)
        if terms.language in languages:
            yield from _unreadable(draft, terms)
        elif terms.key == "words":
            message = f"there is no language pack for `{terms.language}`: these words are not used"
            yield advise(draft, "no-pack", terms.place, message, f"Packs: {', '.join(languages)}.")
    yield from _excluded(draft, tables)
    yield from _ambiguous(draft, tables)


def _redundant(draft: Draft, terms: Terms) -> Iterator[Advice]:
    """Find terms that another one of the same list covers; of two alike, the later."""
    for one, other in combinations(terms.nodes, 2):
        if covers(one.text, other.text):
            yield _covered(draft, other, one)
        elif covers(other.text, one.text):
            yield _covered(draft, one, other)


def _covered(draft: Draft, node: Node, by: Node) -> Advice:
    message = f"`{node.text}` is covered by `{by.text}` on line {by.line}"
    return advise(draft, "redundant", node, message, "Remove it.")


def _unreadable(draft: Draft, terms: Terms) -> Iterator[Advice]:
    """Find terms that do not even match themselves, as the text is cut into words."""
    language = load_language(terms.language)
    for node in terms.nodes:
        shown = node.text.replace("*", "")
        page = make_page(shown, language)
        lexicon = make_lexicon(language, [(node.text, node)])
        sentences = page.sentences()
        if not any(lexicon.find(sentence.tokens, shown) for sentence in sentences):
            message = f"no text can match `{node.text}`: it is not cut into words like this"
            yield advise(draft, "never-matches", node, message, "Write the words as in a text.")


def _excluded(draft: Draft, tables: Sequence[Terms]) -> Iterator[Advice]:
    """Find words and needs that `unless` takes away whenever they stand beside the number."""
    unless = {terms.language: terms.nodes for terms in tables if terms.key == "unless"}
    for terms in tables:
        if terms.key not in ("words", "needs"):
            continue
        for node in terms.nodes:
            for other in unless.get(terms.language, ()):
                if covers(other.text, node.text):
                    message = f"`{node.text}` never counts: `unless` has `{other.text}`"
                    advice = f"Remove one of the two (the other is on line {other.line})."
                    yield advise(draft, "never-matches", node, message, advice)


def _ambiguous(draft: Draft, tables: Sequence[Terms]) -> Iterator[Advice]:
    """Find terms that say two values of one facet."""
    seen: dict[tuple[str, str, str], Terms] = {}
    for terms in tables:
        for node in terms.nodes if terms.facet else ():
            first = seen.setdefault((terms.facet, terms.language, node.text.casefold()), terms)
            if first.value != terms.value:
                message = f"`{node.text}` says both `{first.value}` and `{terms.value}`"
                yield advise(draft, "ambiguous", node, message, "Keep it with one of them.")
