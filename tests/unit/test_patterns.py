"""Patterns kept between runs find what freshly compiled ones do, and broken ones are not used."""

import json
import re
from typing import Any

import pytest

from checker import patterns
from checker.languages import available, load_language
from checker.patterns import code_of, pattern_of, remember

TEXT = "Some 300 drones, not a dozen; 4½ km, im Jahr zweitausend, o dobro de 12 %."


@pytest.fixture(autouse=True)
def fixture_nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with nothing remembered."""
    monkeypatch.setattr(patterns, "_known", {})


@pytest.mark.parametrize("language", available())
def test_what_was_kept_finds_the_same(language: str) -> None:
    trigger = load_language(language).numbers.trigger
    kept = json.loads(json.dumps(code_of(trigger)))
    assert remember(trigger, 0, kept)
    remembered, fresh = pattern_of(trigger), re.compile(trigger)
    assert remembered is not fresh
    assert (remembered.pattern, remembered.flags) == (fresh.pattern, fresh.flags)
    expected = [found.span() for found in fresh.finditer("\n" + TEXT)]
    assert [found.span() for found in remembered.finditer("\n" + TEXT)] == expected
    assert expected


def test_flags_are_kept() -> None:
    assert remember("a b # c", re.VERBOSE, code_of("a b # c", re.VERBOSE))
    assert pattern_of("a b # c", re.VERBOSE).fullmatch("ab")
    assert not pattern_of("a b # c").fullmatch("ab")


def test_a_pattern_with_groups_is_not_kept() -> None:
    assert code_of("(a)b") == {}


@pytest.mark.parametrize(
    "code",
    [
        {},
        [],
        None,
        "code",
        {"flags": 32},
        {"flags": 32, "code": []},
        {"flags": 32, "code": [1, 2, 3]},
        {"flags": 32, "code": [-1]},
        {"flags": 32, "code": ["a"]},
        {"flags": "x", "code": code_of("ab")["code"]},
        {"flags": 32, "code": code_of("ab")["code"][:-1]},
        {"flags": 32, "code": [10**30]},
    ],
)
def test_what_is_broken_is_compiled_anew(code: Any) -> None:
    assert not remember("a+", 0, code)
    assert pattern_of("a+").findall("baab") == ["aa"]


def test_another_engine_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def import_module(name: str) -> object:
        raise ImportError(name)

    code = code_of("ab")
    monkeypatch.setattr(patterns, "import_module", import_module)
    assert code_of("ab") == {}
    assert not remember("ab", 0, code)
    assert patterns.engine()
    assert pattern_of("ab").match("abc")
