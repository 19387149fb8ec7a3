"""From a checked pack to look-up tables, as plain JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from unicodedata import combining, normalize

from checker.languages.dates import date_words, date_words_to_json
from checker.languages.glue import adders_of, glue_of
from checker.languages.notices import headers, notes
from checker.languages.powers import with_powers, word_powers
from checker.languages.stored import Section, plain
from checker.languages.trigger import Around, starts_of, trigger_of
from checker.model import Language, NumberWords, SentenceWords
from checker.model.language import GlueWords
from checker.model.words import CheckWords
from checker.text import fold_word
from checker.tokens import tokens_of

# Shorter words are others without their accents: "à", "dès", "où".
_SHORTEST_BARE = 4


def _without_marks(word: str) -> str:
    """Leave out accents and other marks over letters."""
    if word.isascii():
        return word
    return "".join(mark for mark in normalize("NFD", word) if not combining(mark))


class Terms:
    """Cuts and folds the terms of one pack exactly as its texts are cut and folded."""

    def __init__(self, language: Language, has_loose_accents: bool = False) -> None:
        """
        Cut with the separators, elisions and suffixes of `language`.

        `has_loose_accents` says that people leave accents off, as on capitals in French, so that
        every term is known without them too.
        """
        self.language = language
        self.has_loose_accents = has_loose_accents

    def words(self, term: str) -> tuple[str, ...]:
        """Return the tokens of a term; an elided word leans on a letter, so one is lent to it."""
        folded = fold_word(term)
        lent = "x" if folded.endswith("'") else ""
        cut = tuple(word for _, _, word, _ in tokens_of(folded + lent, self.language))
        return cut[:-1] if lent and cut[-1] == lent else cut

    def first_keyed(self, pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
        """Build a phrase table keyed by first words, longest first."""
        return _table(((words[0], list(words[1:]), value) for words, value in self._cut(pairs)))

    def last_keyed(self, pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
        """Build a phrase table keyed by last words, longest first."""
        return _table(((words[-1], list(words[:-1]), value) for words, value in self._cut(pairs)))

    def _cut(self, pairs: Iterable[tuple[str, Any]]) -> Iterable[tuple[tuple[str, ...], Any]]:
        listed = [(self.words(term), value) for term, value in pairs]
        return listed + self._without_accents(listed)

    def _without_accents(self, listed: list[tuple[tuple[str, ...], Any]]) -> list[Any]:
        """Return the terms that differ without their accents and mean nothing else then."""
        if not self.has_loose_accents:
            return []
        given, plain = {words for words, _ in listed}, []
        for words, value in listed:
            bare = tuple(_without_marks(word) for word in words)
            if bare not in given and sum(map(len, bare)) >= _SHORTEST_BARE:
                given.add(bare)
                plain.append((bare, value))
        return plain

    def singles(self, terms: Iterable[str]) -> list[str]:
        """Fold single words."""
        return sorted({fold_word(term) for term in terms})

    def numbers(self, table: Mapping[str, Decimal]) -> dict[str, int]:
        """Fold the words of a table of numbers."""
        folded = {fold_word(term): int(number) for term, number in table.items()}
        if self.has_loose_accents:
            bare = {_without_marks(word): number for word, number in folded.items()}
            return {**bare, **folded}
        return folded


def _table(entries: Iterable[tuple[str, list[str], Any]]) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = defaultdict(list)
    for key, rest, value in entries:
        table[key].append([rest, value])
    for listed in table.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return dict(table)


def _valued(section: Section, key: str) -> list[tuple[str, str]]:
    """Return each term under `key` with the value it is listed under."""
    return [(term, value) for value, terms in section.get(key, {}).items() for term in terms]


def compile_pack(pack: Section, common: Section) -> dict[str, Any]:
    """Compile a checked pack to plain JSON."""
    glue = glue_of(pack)
    skeleton = Language(
        pack["language"],
        pack["name"],
        glue=plain(GlueWords, glue),
        numbers=NumberWords(pack["numbers"]["decimal"], tuple(pack["numbers"]["group"])),
        sentences=plain(SentenceWords, pack.get("sentences", {})),
    )
    terms = Terms(skeleton, pack["numbers"].get("accents") == "loose")
    dates = date_words(pack.get("dates", {}), skeleton)
    return {
        "code": pack["language"],
        "name": pack["name"],
        "detect": terms.singles(pack.get("detect", ())),
        "numbers": _numbers(pack, common, terms),
        "quantities": _quantities(pack, common, terms),
        "sentences": {key: list(value) for key, value in pack.get("sentences", {}).items()},
        "glue": glue,
        "discourse": dict(pack.get("discourse", {})),
        "checks": _checks(pack.get("checks", {}), terms),
        "tables": headers(pack.get("tables", {}), terms),
        "corrections": notes(pack.get("corrections", {}), terms),
        "dates": date_words_to_json(dates),
    }


def _checks(section: Section, terms: Terms) -> dict[str, Any]:
    """Compile the words of the checks: phrases, and single ones, some under a name."""
    return {key: _check_words(key, table, terms) for key, table in section.items()}


def _check_words(key: str, table: Sequence[str] | Section, terms: Terms) -> Section | list[str]:
    if CheckWords.__annotations__[key] == "Phrases":
        return terms.last_keyed((term, True) for term in table)
    if isinstance(table, dict):
        return {name: terms.singles(words) for name, words in table.items()}
    return terms.singles(table)


def _numbers(pack: Section, common: Section, terms: Terms) -> dict[str, Any]:
    """Compile the tables of `NumberWords`."""
    source = pack["numbers"]
    vague, excluded = pack.get("vague", {}), pack.get("not_quantities", {})
    hedges = [common.get("hedges", {}), pack.get("hedges", {})]
    before = [pair for section in hedges for pair in _valued(section, "before")]
    after = [pair for section in hedges for pair in _valued(section, "after")]
    ratios = [(term, False) for term in source.get("ratios", ())]
    ratios += [(term, True) for term in source.get("weak_ratios", ())]
    divisions = [(term, None) for term in source.get("divisions", ())]
    tables: dict[str, Any] = {
        "decimal": source["decimal"],
        "group": list(source["group"]),
        "is_vigesimal": source.get("composition") == "vigesimal",
        "adders": adders_of(source),
        "scales": terms.numbers(source["scales"]),
        "abbreviations": terms.numbers(source.get("abbreviations", {})),
        "groups": terms.numbers(source.get("groups", {})),
        "fractions": terms.numbers(source.get("fractions", {})),
        "nths": terms.numbers(source.get("nths", {})),
        "joiners": {
            fold_word(word): [int(number) for number in numbers]
            for word, numbers in source.get("joiners", {}).items()
        },
        "shares": terms.first_keyed(_shares(source, "shares")),
        "plus": terms.first_keyed(_shares(source, "plus")),
        "sure_shares": terms.first_keyed(_shares(source, "sure_shares")),
        "told_shares": terms.last_keyed((term, True) for term in source.get("told_shares", ())),
        "multiples": terms.first_keyed((term, True) for term in source.get("multiples", ())),
        "vague": {
            fold_word(word): [int(end) for end in ends]
            for word, ends in vague.get("words", {}).items()
        },
        "few": terms.first_keyed((term, True) for term in vague.get("few", ())),
        "unnumbered": terms.first_keyed((term, True) for term in vague.get("unnumbered", ())),
        "minus_after": terms.first_keyed((term, True) for term in source.get("minus_after", ())),
        "ratios": terms.first_keyed([*ratios, *divisions]),
        "ranges": {
            fold_word(opener): sorted({" ".join(terms.words(term)) for term in inside})
            for opener, inside in source.get("ranges", {}).items()
        },
        "hedges_before": terms.last_keyed(before),
        "hedges_before_shares": terms.last_keyed(
            _valued(pack.get("hedges", {}), "before_shares"),
        ),
        "hedges_after": terms.first_keyed(after),
        "widths": {key: str(value) for s in hedges for key, value in s.get("widths", {}).items()},
        "particles": {
            fold_word(hedge): terms.singles(verbs)
            for hedge, verbs in pack.get("hedges", {}).get("particles", {}).items()
        },
        "lasting": terms.last_keyed((term, True) for term in excluded.get("lasting", ())),
        "names_after": terms.first_keyed((term, True) for term in excluded.get("names_after", ())),
        "million_cues": terms.singles(source.get("million_cues", ())),
        "marks": terms.last_keyed((term, True) for term in excluded.get("marks", ())),
        "times_after": terms.first_keyed((term, True) for term in excluded.get("times_after", ())),
        "fixed": terms.first_keyed((term, True) for term in excluded.get("fixed", ())),
    }
    for key in (
        "alone",
        "articles",
        "entire",
        "others",
        "halved",
        "pronouns",
        "pronoun_cues",
        "about",
        "denominators",
        "fraction_marks",
        "bound_shares",
        "share_cues",
        "share_next",
        "of",
        "minus",
        "points",
        "nth_nouns",
    ):
        tables[key] = terms.singles(source.get(key, ()))
    for key in (
        "labels",
        "names",
        "ordinals",
        "times_before",
        "clock_before",
        "hours",
        "yearly",
        "headlines",
        "prefixes",
        "phones",
        "streets",
        "roads",
        "votes",
        "records",
    ):
        tables[key] = terms.singles(excluded.get(key, ()))
    for key in ("stops", "links", "adverbs"):
        tables[f"hedge_{key}"] = terms.singles(pack.get("hedges", {}).get(key, ()))
    bound_joins = [
        *pack.get("nouns", {}).get("joins", ()),
        *pack.get("hedges", {}).get("joins", ()),
    ]
    tables["bound_joins"] = terms.singles([",", *bound_joins])
    tables["starts"] = sorted(starts_of(tables))
    tables["trigger"] = trigger_of(tables, Around(pack))
    return tables


def _shares(source: Section, key: str) -> list[tuple[str, list[int]]]:
    return [
        (term, [int(part) for part in share.split("/")])
        for term, share in source.get(key, {}).items()
    ]


def _quantities(pack: Section, common: Section, terms: Terms) -> dict[str, Any]:
    """Compile the tables of `QuantityWords`."""
    units, nouns = pack.get("units", {}), pack.get("nouns", {})
    change, money = pack.get("change", {}), _money(pack, common)
    bare = units.get("bare_ages_before", ())
    ages = [(term, "bare") for term in bare]
    ages += [(term, "unit") for term in units.get("ages_before", ()) if term not in bare]
    ages += [(term, "weak") for term in units.get("age_verbs", ())]
    ages += [(term, "start") for term in units.get("ages_at_start", ())]
    tables: dict[str, Any] = {
        "units": terms.first_keyed(_units(pack, common)),
        "choices": _choices(units, terms),
        "signs": terms.last_keyed(_valued(money, "signs")),
        "signs_behind": terms.first_keyed(_valued(pack.get("currencies", {}), "behind")),
        "candidates": {key: list(codes) for key, codes in money["candidates"].items()},
        "subunits": {
            key: int(parts)
            for source in (common, pack)
            for key, parts in source.get("currencies", {}).get("subunits", {}).items()
        },
        "rate_adjectives": {
            fold_word(word): unit
            for unit, listed in units.get("rate_adjectives", {}).items()
            for word in listed
        },
        "spans_before": terms.last_keyed((term, True) for term in units.get("spans_before", ())),
        "ages_before": terms.last_keyed(ages),
        "ages_after": terms.first_keyed((term, True) for term in units.get("ages_after", ())),
        "units_before": terms.last_keyed(_valued(units, "before")),
        "weak_ages_before": terms.last_keyed(
            (term, True) for term in units.get("weak_ages_before", ())
        ),
        "age_nouns": terms.singles(units.get("age_nouns", ())),
        "ages_next": terms.singles(units.get("ages_next", ())),
        "changes_before": terms.last_keyed(_valued(change, "before")),
        "changes_after": terms.first_keyed(_valued(change, "after")),
        "change_links": terms.singles(change.get("links", ())),
        "reaches": terms.singles(change.get("reaches", ())),
        "distant_changes": terms.singles(change.get("distant", ())),
        "comparisons": terms.last_keyed((term, True) for term in change.get("comparisons", ())),
        "moves": terms.last_keyed((term, True) for term in change.get("moves", ())),
        "is_head_first": nouns.get("head") == "first",
        "has_capital_nouns": nouns.get("head") == "capital",
        "plurals": {fold_word(a): fold_word(b) for a, b in nouns.get("plurals", {}).items()},
        "singulars": [[fold_word(a), fold_word(b)] for a, b in nouns.get("singulars", {}).items()],
        "rates": terms.first_keyed(_valued(units, "rates")),
        "sum_adjectives": terms.singles(pack.get("currencies", {}).get("adjectives", ())),
        "sets": terms.first_keyed((term, True) for term in nouns.get("sets", ())),
        "counters": terms.first_keyed((term, True) for term in nouns.get("counters", ())),
        "tolls": terms.first_keyed(_valued(nouns, "tolls")),
        "levels": terms.last_keyed((term, True) for term in nouns.get("levels", ())),
    }
    each = ("each", "each_nouns", "each_stops")
    for key in ("per", "per_stops", "per_base", "per_hundred", "bases", "sides", *each):
        tables[key] = terms.singles(units.get(key, ()))
    tables["singles"] = sorted(units.get("singles", ()))
    tables["noun_prefixes"] = terms.singles(nouns.get("prefixes", ()))
    for key in (
        "stops",
        "verbs",
        "adjectives",
        "participles",
        "adverbs",
        "joins",
        "determiners",
        "inverted",
        "inverting",
        "adjective_endings",
        "people",
        "same",
        "invariable",
    ):
        tables[key] = terms.singles(nouns.get(key, ()))
    return tables


def _money(pack: Section, common: Section) -> dict[str, Any]:
    """Join the currencies of a pack with those all languages share."""
    joined: dict[str, dict[str, tuple[str, ...]]] = {"names": {}, "signs": {}, "candidates": {}}
    for section in (common.get("currencies", {}), pack.get("currencies", {})):
        for key, table in joined.items():
            for name, terms in section.get(key, {}).items():
                table[name] = tuple(dict.fromkeys((*table.get(name, ()), *terms)))
    return joined


def _choices(units: Section, terms: Terms) -> dict[str, Any]:
    return {
        unit: [
            [option["unit"], option["kind"], terms.singles(option.get("words", ()))]
            for option in options
        ]
        for unit, options in units.get("choices", {}).items()
    }


def _units(pack: Section, common: Section) -> list[tuple[str, Any]]:
    """List every term of a unit or currency with its unit, kind and exact spelling."""
    spellings: dict[tuple[str, str, str], list[str]] = {}
    listed: list[tuple[str, Any]] = []
    for section in (common.get("units", {}), pack.get("units", {})):
        for kind, table in section.get("symbols", {}).items():
            for unit, symbols in table.items():
                for symbol, power in with_powers(unit, symbols):
                    spellings.setdefault((fold_word(symbol), power, kind), []).append(symbol)
        for kind, table in section.get("words", {}).items():
            for unit, words in table.items():
                listed += [(word, [unit, kind, []]) for word in words]
                listed += word_powers(section, unit, words)
    without = {fold_word(symbol) for symbol in pack.get("units", {}).get("without", ())}
    spelt = [
        (symbol, [unit, kind, listed])
        for (symbol, unit, kind), listed in spellings.items()
        # Nor may "mi^2" begin with what means something else.
        if symbol.partition("^")[0] not in without
    ]
    # The pack's own symbols are tried before its words in any case, those of all languages behind.
    own = {kind: set(table) for kind, table in pack.get("units", {}).get("symbols", {}).items()}
    # So is what a capital tells apart: "kN" is no knot.
    first = [
        (symbol, value)
        for symbol, value in spelt
        if value[0] in own.get(value[1], ()) or not all(map(str.islower, value[2]))
    ]
    listed = first + listed + [pair for pair in spelt if pair not in first]
    money = _money(pack, common)
    listed += [(term, [unit, "currency", []]) for term, unit in _valued(money, "names")]
    # "5 n" and "size 3 r" are no sums: a single letter stands before its number only.
    signs = [
        (term, unit)
        for term, unit in _valued(money, "signs")
        if not (len(term) == 1 and term.isascii() and term.isalpha())
    ]
    listed += [(term, [unit, "currency", []]) for term, unit in signs]
    codes = {code for codes in money["candidates"].values() for code in codes}
    codes |= {unit for unit in (*money["names"], *money["signs"]) if unit.isupper()}
    listed += [(code, [code, "currency", [code]]) for code in sorted(codes)]
    return listed
