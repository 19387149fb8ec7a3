"""Loading language packs: what is refused and where, and that the cache changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker.languages
from checker.errors import DataFileError, UsageError
from checker.languages import available, load_language
from checker.languages.checks import read_checked
from checker.languages.shape import pack_shape
from checker.languages.shape import section as shape_of
from checker.model.words import CheckWords
from checker.schema import Text

FOLDER = Path(checker.languages.__file__).parent
GUIDE = Path(__file__).parents[2] / "docs" / "language-packs.md"
PACK = """\
language: xx
name: Testish
numbers:
  decimal: "."
  group: [","]
  words:
    one: 1
  scales:
    hundred: 100
"""


def problems_of(text: str) -> list[str]:
    """Return the faults of a pack, each with its place."""
    with pytest.raises(DataFileError) as caught:
        read_checked(text, "xx.yaml")
    return [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems]


def test_english_and_french_are_available() -> None:
    assert {"en", "fr"} <= set(available())
    assert "common" not in available()


def test_region_is_ignored() -> None:
    assert load_language("fr-CA") is not None
    assert load_language("fr-CA").code == "fr"


@pytest.mark.parametrize(
    "section",
    [
        "numbers",
        "hedges",
        "units",
        "currencies",
        "nouns",
        "not_quantities",
        "change",
        "checks",
        "corrections",
        "tables",
    ],
)
def test_the_guide_tells_of_every_key(section: str) -> None:
    checks = shape_of(CheckWords.__annotations__, "checks")
    fields = pack_shape(Text(), Text(), checks).fields[section].shape.fields  # type: ignore[attr-defined]
    rows = [row for row in GUIDE.read_text("utf-8").splitlines() if row.startswith(f"| `{section}")]
    told = set(re.findall(rf"`(?:{section}\.)?(\w+)`", "".join(rows)))
    assert fields.keys() - told == set()


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"there are: .*fr"):
        load_language("tlh")


def test_small_pack_is_enough() -> None:
    assert read_checked(PACK, "xx.yaml")["numbers"]["words"] == {"one": 1}


def test_unknown_key_is_refused_with_its_place() -> None:
    assert problems_of(PACK + "unitz: {}\n") == ["10:1 unknown key of a language pack `unitz`"]


def test_all_faults_are_told_at_once() -> None:
    found = problems_of(PACK.replace('"."', '"x"') + "hedges: {before: {aboutish: [about]}}\n")
    assert len(found) == 2


def test_word_with_two_meanings_is_refused() -> None:
    text = PACK + "hedges:\n  before:\n    approx: [about]\n    nearly: [About]\n"
    assert problems_of(text) == ["13:14 `About` has a second meaning (first on line 12)"]


def test_missing_numbers_are_refused() -> None:
    assert problems_of("language: xx\nname: Testish\n") == [
        "1:1 missing key of a language pack `numbers`"
    ]


def test_compiled_and_cached_tables_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path))
    first = load_language.__wrapped__("fr")
    assert list(tmp_path.glob("language-fr-*.json"))
    assert load_language.__wrapped__("fr") == first


@pytest.mark.parametrize("code", available())
def test_every_hedge_has_words(code: str) -> None:
    table = load_language(code).numbers.hedges_before
    hedges = {hedge for entries in table.values() for _, hedge in entries}
    assert {"approx", "nearly", "more_than", "at_least", "less_than", "at_most"} <= hedges
