"""The rule book: every term of every rule, name and cue in one look-up table a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from checker.engines import Sieve, make_sieve
from checker.lexicon import Hit, Lexicon, make_lexicon
from checker.model import Language, Rule
from checker.rows import NamedTuple
from checker.values import field, frozen

Key = Literal["words", "needs", "unless", "resumes", "facet"]


class Term(NamedTuple):
    """A term of a rule: under which key it stands, and for a facet its name and value."""

    rule: str
    key: Key
    facet: str = ""
    value: str = ""


class Name(NamedTuple):
    """A name of the vocabulary: its `type` (a facet type or `noun`), `code` and `form`."""

    type: str
    code: str
    form: str = "name"


class Cue(NamedTuple):
    """A word of the language pack that tells who speaks, or whether it is so."""

    kind: str


Payload = Term | Name | Cue


class Pattern(NamedTuple):
    """A regular expression of a rule author, kept as text until a sentence may need it."""

    term: Term
    source: str


@frozen
class RuleBook:
    """
    The rules of one language, ready for look-up.

    `terms` are the words of the rules; `names` those of vocabulary and pack, which books of one
    language share. `silent` are rules that have no words for the language; their numbers are
    skipped, not lost. `ages` are those whose unit is an age.
    """

    language: Language
    rules: Mapping[str, Rule]
    terms: Lexicon[Payload]
    names: Lexicon[Payload]
    sieve: Sieve[Pattern] = field(default_factory=Sieve)
    silent: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()


def make_names(language: Language, names: Iterable[tuple[str, Name]]) -> Lexicon[Payload]:
    """Compile vocabulary `names` (term and name) and the cues of one language."""
    terms: list[tuple[str, Payload]] = [*names, *_cues(language)]
    return make_lexicon(language, terms)


def make_rule_book(rules: Sequence[Rule], language: Language, names: Lexicon[Payload]) -> RuleBook:
    """Compile `rules` for one language, whose `names` are compiled already."""
    terms: list[tuple[str, Payload]] = []
    patterns: list[tuple[str, Pattern]] = []
    for rule in rules:
        for source, term in _rule_terms(rule, language.code):
            # Few terms are patterns, and there are thousands at every start.
            if source.startswith("/") and is_pattern(source):
                patterns.append((source[1:-1], Pattern(term, source[1:-1])))
            else:
                terms.append((source, term))
    return RuleBook(
        language,
        {rule.id: rule for rule in rules},
        make_lexicon(language, terms),
        names,
        make_sieve(patterns),
        tuple(rule.id for rule in rules if not _speaks(rule, language.code)),
        tuple(rule.id for rule in rules if rule.unit == "age"),
    )


def pattern_sources(rules: Iterable[Rule], code: str) -> Iterator[str]:
    """Yield the regular expressions of rules in one language."""
    for rule in rules:
        for source, _ in _rule_terms(rule, code):
            if source.startswith("/") and is_pattern(source):
                yield source[1:-1]


def longest(names: list[Hit[Name]]) -> list[Hit[Name]]:
    """
    Keep the longest of overlapping names of one type: "North Korea" is not Korea.

    A name without a code only hides shorter ones ("Indian Ocean") and is then dropped.
    """
    kept: list[Hit[Name]] = []
    taken: dict[str, set[int]] = {}
    for hit in sorted(names, key=lambda name: (name.first - name.last, name.first)):
        places = taken.setdefault(hit.payload.type, set())
        if places.isdisjoint(range(hit.first, hit.last)):
            places.update(range(hit.first, hit.last))
            kept.append(hit)
    return sorted((hit for hit in kept if hit.payload.code), key=lambda name: name.first)


def is_pattern(term: str) -> bool:
    """Whether a term of a rule file is a regular expression (`/.../`)."""
    return len(term) > 2 and term[0] == term[-1] == "/"


def _rule_terms(rule: Rule, code: str) -> Iterable[tuple[str, Term]]:
    """Yield every term of one rule in one language."""
    tables: tuple[tuple[Key, Mapping[str, tuple[str, ...]]], ...] = (
        ("words", rule.words),
        ("needs", rule.needs),
        ("unless", rule.unless),
        ("resumes", rule.resumes),
    )
    for key, by_language in tables:
        term = Term(rule.id, key)
        for source in by_language.get(code, ()):
            yield source, term
    for facet in rule.facets:
        for value in facet.values.values():
            term = Term(rule.id, "facet", facet.name, value.id)
            for source in value.words.get(code, ()):
                yield source, term


def _speaks(rule: Rule, code: str) -> bool:
    """Whether a rule has words for what it counts in a language."""
    facet = rule.facet(rule.words_facet) if rule.words_facet else None
    if facet is not None:
        return any(value.words.get(code) for value in facet.values.values())
    return bool(rule.words.get(code))


def _cues(language: Language) -> Iterable[tuple[str, Cue]]:
    """Yield the discourse words of the pack that may be longer than one word."""
    discourse = language.discourse
    tables = {
        "says": discourse.says,
        "according": discourse.according,
        "according_after": discourse.according_after,
        "title": discourse.titles,
        "taking": discourse.taking,
        "losing": discourse.losing,
        "partitive": discourse.partitives,
        "start": discourse.starts,
        "tally": discourse.tallies,
        "dated": discourse.dated,
        "echo": discourse.echoes,
        "afar": discourse.afar,
        "formerly": discourse.formerly,
        **discourse.polarity,
    }
    for kind, terms in tables.items():
        cue = Cue(kind)
        for term in terms:
            yield term, cue
