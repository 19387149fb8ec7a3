"""The built-in engine runs patterns that cannot take long, and finds what the other one does."""

import re
from itertools import product

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.book import is_pattern
from checker.dialects import said_alike
from checker.engines import engine_of
from tests.shipped import rules_with_examples
from tests.sources import sources

PLAIN = "\t\n !\"$%&'()*+,-./0129:;<=>?@AZ[]^_`az{|}~\xa0£§«°·»¿ÀÖØÞßàöøÿ–—‘’“”„…\u202f•€"


def quick(source: str, text: str = "") -> re.Pattern[str] | None:
    return engine_of(source, text)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    "source",
    [
        r"\b\d{1,4}(?: votes?)? to \d{1,4}",
        r"held (?:[\w-]+ ){1,3}(?:crew|sailors)",
        r"\d(?: seats)? of(?: \p{L}+)? \d",
        r"since (?!(?-i:\p{Lu})|north\b|south\b)",
        r"\S+ (?:months|years)",
        "(?:a|b|c)(?:d|e|f)",
        "(?<=x)y",
        "",
        r"(?:will|could)\w*\b of(?: \w+){0,3} (?:one|two|three|four|five) \w+$",
        r"(?:(?!\bby\b)[^.;]){0,80}\bby\b",
        "(?:(?:ab|b)(?:cd|d)){7}",
        r"\d+(?:,\d{3})? \S+",
    ],
)
def test_few_ways_are_quick(source: str) -> None:
    assert quick(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "(a+)+b",
        "(?:a|aa)+b",
        r".*\d+ seats",
        r"\w+\d+\w+",
        r"\d seats.*\D\d+(?: more)?",
        r"(?:[\w ]+ and ?){1,9}",
        "(?:(?:a|ab)(?:c|bc)){9}",
        r"\w*(?:s|t)",
        r"\S*\bof",
        r"(?:\w+ ?){0,9}x",
        r"(?:men)(?=.{0,900}(?:first|second|third))",
        "(?<!a|bc)d",
        "[[:alpha:]]",
        "(?:lamp){e<=1}",
        r"(a)\1",
        "(unclosed",
        "(" * 3000 + "a" + ")" * 3000,
    ],
)
def test_many_ways_and_what_is_read_otherwise_are_not(source: str) -> None:
    assert quick(source) is None


@pytest.mark.parametrize("text", ["²", "½", "İ", "ſ", "e\u0301", "д", "x" * 1025])
def test_other_letters_and_long_sentences_are_left_to_the_other_engine(text: str) -> None:
    assert quick("a", text) is None
    assert quick("a", "a") is not None


@pytest.mark.parametrize("source", [r"\w", r"\d", r"\s", r"\p{L}", r"(?-i:\p{Lu})", r".\b", "."])
def test_both_engines_class_plain_characters_alike(source: str) -> None:
    known = regex.compile(source, regex.IGNORECASE)
    ours = quick(source)
    assert ours is not None
    every = [chr(code) for code in range(0x2100) if quick("", chr(code)) is not None]
    assert len(every) > 150
    assert [c for c in every if bool(known.match(c)) is not bool(ours.match(c))] == []


def test_both_engines_pair_the_same_letters() -> None:
    every = [letter for letter in PLAIN if letter != "{"]
    for one, other in product(every, PLAIN):
        ours, known = quick(re.escape(one)), regex.compile(regex.escape(one), regex.IGNORECASE)
        assert ours is not None
        assert bool(ours.match(other)) is bool(known.match(other)), (one, other)


_PIECES = (*"abÀé ", r"\d", r"\w", r"\S", r"\p{L}", ".", "[ab]", "[^a-c]", r"\b", "(?<=a)", "(?!b)")


@given(sources(*_PIECES), st.text(alphabet="aAbBcéÉàÀ 01.-", max_size=40))
def test_both_engines_find_the_same(source: str, text: str) -> None:
    ours = quick(source, text)
    if ours is not None:
        known = regex.compile(source, regex.IGNORECASE)
        assert spans(ours, text) == [found.span() for found in known.finditer(text, timeout=5)]


def test_the_patterns_of_shipped_rules_find_the_same_in_their_examples() -> None:
    seen = 0
    for rule in rules_with_examples().rules:
        facets = [value.words for facet in rule.facets for value in facet.values.values()]
        tables = (rule.words, rule.needs, rule.unless, *facets)
        terms = [term for table in tables for words in table.values() for term in words]
        texts = [sample.text for example in rule.examples for sample in example.samples]
        for source in {term[1:-1] for term in terms if is_pattern(term)}:
            known = regex.compile(source, regex.IGNORECASE)
            for text in texts:
                ours = quick(source, text)
                if ours is not None:
                    seen += 1
                    found = [match.span() for match in known.finditer(text)]
                    assert spans(ours, text) == found, (rule.id, source)
    assert seen > 1000


def test_names_of_classes_are_said_in_others() -> None:
    assert said_alike(r"\p{L}+ (?-i:\p{Lu}\S)") == r"[^\W\d_]+ (?-i:[A-ZÀ-ÖØ-Þ]\S)"
    assert said_alike(r"[\p{L}\d-]+ \[\p{Ll}") == r"[A-Za-zÀ-ÖØ-öø-ÿ\d-]+ \[[a-zß-öø-ÿ]"
    assert said_alike(r"\p{Nd} [\p{Sc}]") == r"\p{Nd} [\p{Sc}]"
