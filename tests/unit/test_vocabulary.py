"""Names of countries, organisations and events: complete, unambiguous, rightly dated."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from checker.errors import DataFileError
from checker.rules.checks import check_term
from checker.schema import read_yaml
from checker.vocabulary import (
    NameTerm,
    Vocabulary,
    known_countries,
    known_events,
    load_vocabulary,
    shipped_folder,
)
from checker.vocabulary.files import COUNTRIES, read_vocabulary_file

FILES = sorted((shipped_folder() / "vocabulary").rglob("*.yaml"))
LANGUAGES = ("de", "en", "es", "fr", "it", "pt")


@pytest.fixture(params=LANGUAGES)
def names(request: pytest.FixtureRequest) -> Vocabulary:
    return load_vocabulary(request.param)


def codes(vocabulary: Vocabulary, text: str) -> set[str]:
    """Return what a term that fits the whole of `text` stands for, longest terms only."""
    found = [
        (len(name.term.removeprefix("=")), name.code)
        for name in vocabulary.names
        if name.type in ("country", "organisation") and fits(name.term, text)
    ]
    longest = max((length for length, _ in found), default=0)
    return {code for length, code in found if length == longest}


def fits(term: str, text: str) -> bool:
    """Whether a term, as rule files write it, fits a text word by word."""
    words, wanted = text.split(), term.split()
    if len(words) != len(wanted):
        return False
    if term.isupper() or term.startswith("="):
        return term.removeprefix("=") == text
    return all(
        word.lower().startswith(piece[:-1].lower())
        if piece.endswith("*")
        else word.lower() == piece.lower()
        for word, piece in zip(words, wanted, strict=True)
    )


def missing(form: str, names: Vocabulary, other: Vocabulary) -> set[str]:
    """Return the countries of which only the other language has a term of a form."""
    held, wanted = ({n.code for n in each.names if n.form == form} for each in (names, other))
    return wanted - held


def test_every_member_of_the_united_nations_has_a_code(names: Vocabulary) -> None:
    # 193 members, two observers, Taiwan, Kosovo and the European Union.
    assert len(known_countries()) == 198
    assert {name.code for name in names.names if name.type == "country"} - {""} == known_countries()


def test_every_country_has_a_name_to_show(names: Vocabulary) -> None:
    assert set(names.country_names) == known_countries()
    assert len(set(names.country_names.values())) == 198


def test_most_countries_have_words_for_their_people(names: Vocabulary) -> None:
    assert len({name.code for name in names.names if name.form == "demonym"}) > 150


def test_every_language_names_as_many_governments_and_most_capitals(names: Vocabulary) -> None:
    english = load_vocabulary("en")
    assert not missing("government", names, english)
    assert len(missing("capital", names, english)) <= 8


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Iran", "IR"),
        ("en", "Iranian", "IR"),
        ("en", "Iranians", "IR"),
        ("en", "Tehran", "IR"),
        ("en", "the", None),
        ("en", "US", "US"),
        ("en", "us", None),
        ("en", "White House", "US"),
        ("en", "Kremlin", "RU"),
        ("en", "UK", "GB"),
        ("en", "UAE", "AE"),
        ("en", "Niger", "NE"),
        ("en", "Nigeria", "NG"),
        ("en", "Nigerian", "NG"),
        ("en", "Nigerien", "NE"),
        ("en", "South Korean", "KR"),
        ("en", "Korean", None),
        ("en", "Congo", None),
        ("en", "DR Congo", "CD"),
        ("en", "Georgia", None),
        ("en", "Georgian", "GE"),
        ("en", "Jordan", None),
        ("en", "Chad", None),
        ("en", "Norwegian", "NO"),
        ("en", "Northern Ireland", ""),
        ("en", "New Mexico", ""),
        ("en", "Latin American", ""),
        ("en", "NATO", "nato"),
        ("en", "UN", "un"),
        ("en", "un", None),
        ("fr", "Iran", "IR"),
        ("fr", "iraniennes", "IR"),
        ("fr", "Téhéran", "IR"),
        ("fr", "Moscou", "RU"),
        ("fr", "russe", "RU"),
        ("fr", "russes", "RU"),
        ("fr", "Maison Blanche", "US"),
        ("fr", "États-Unis", "US"),
        ("fr", "Etats-Unis", "US"),
        ("fr", "américaine", "US"),
        ("fr", "sud-américaine", ""),
        ("fr", "Londres", "GB"),
        ("fr", "britanniques", "GB"),
        ("fr", "nigériane", "NG"),
        ("fr", "nigériens", "NE"),
        ("fr", "nord-coréens", "KP"),
        ("fr", "Inde", "IN"),
        ("fr", "indépendant", None),
        ("fr", "grecques", "GR"),
        ("fr", "turque", "TR"),
        ("fr", "Maurice", None),
        ("fr", "grenade", None),
        ("fr", "Dominique", None),
        ("fr", "vienne", None),
        ("fr", "sucre", None),
        ("fr", "chinoise", "CN"),
        ("fr", "océan Indien", ""),
        ("fr", "OTAN", "nato"),
        ("fr", "ONU", "un"),
        ("fr", "un", None),
        ("fr", "EAU", "AE"),
        ("fr", "eau", None),
        ("fr", "ue", None),
        ("es", "Irán", "IR"),
        ("es", "iraníes", "IR"),
        ("es", "francesas", "FR"),
        ("es", "Francisco", None),
        ("es", "Alemania", "DE"),
        ("es", "alemanes", "DE"),
        ("es", "chinas", "CN"),
        ("es", "Moscú", "RU"),
        ("es", "Londres", "GB"),
        ("es", "Casa Blanca", "US"),
        ("es", "estadounidenses", "US"),
        ("es", "EE.UU.", "US"),
        ("es", "EEUU", "US"),
        ("es", "catar", None),
        ("es", "Catar", "QA"),
        ("es", "la paz", None),
        ("es", "Granada", None),
        ("es", "Mauricio", None),
        ("es", "Níger", "NE"),
        ("es", "Nigeria", "NG"),
        ("es", "montaña rusa", ""),
        ("es", "Comunidad de Madrid", ""),
        ("es", "OTAN", "nato"),
        ("de", "Iran", "IR"),
        ("de", "Irans", "IR"),
        ("de", "iranischen", "IR"),
        ("de", "Russlands", "RU"),
        ("de", "Russinnen", "RU"),
        ("de", "russischsprachige", None),
        ("de", "deutschsprachig", None),
        ("de", "deutschem", "DE"),
        ("de", "Moskau", "RU"),
        ("de", "Kreml", "RU"),
        ("de", "Weißen Hauses", "US"),
        ("de", "Vereinigten Staaten", "US"),
        ("de", "USA", "US"),
        ("de", "Schweizer", "CH"),
        ("de", "Polens", "PL"),
        ("de", "Pole", None),
        ("de", "Ire", "IE"),
        ("de", "irrt", None),
        ("de", "nigrische", "NE"),
        ("de", "nigerianische", "NG"),
        ("de", "Südsudan", "SS"),
        ("de", "Deutsche Bank", ""),
        ("de", "Nato", "nato"),
        ("de", "Vereinten Nationen", "un"),
        ("de", "uno", None),
        ("it", "Iran", "IR"),
        ("it", "iraniane", "IR"),
        ("it", "Londra", "GB"),
        ("it", "Mosca", "RU"),
        ("it", "Cremlino", "RU"),
        ("it", "Casa Bianca", "US"),
        ("it", "tedesche", "DE"),
        ("it", "francesi", "FR"),
        ("it", "mali", None),
        ("it", "Mali", "ML"),
        ("it", "usa", None),
        ("it", "Usa", "US"),
        ("it", "nato", None),
        ("it", "Nato", "nato"),
        ("it", "giordano", None),
        ("it", "Monaco", None),
        ("it", "Monaco di Baviera", ""),
        ("it", "la Roma", ""),
        ("it", "riga", None),
        ("pt", "Irã", "IR"),
        ("pt", "Irão", "IR"),
        ("pt", "irão", None),
        ("pt", "iranianas", "IR"),
        ("pt", "Moscou", "RU"),
        ("pt", "Moscovo", "RU"),
        ("pt", "Londres", "GB"),
        ("pt", "norte-americanas", "US"),
        ("pt", "latino-americanas", ""),
        ("pt", "EUA", "US"),
        ("pt", "eu", None),
        ("pt", "peru", None),
        ("pt", "Peru", "PE"),
        ("pt", "camarões", None),
        ("pt", "Camarões", "CM"),
        ("pt", "praia", None),
        ("pt", "Montenegro", None),
        ("pt", "Chade", "TD"),
        ("pt", "alemães", "DE"),
        ("pt", "portuguesas", "PT"),
        ("pt", "ONU", "un"),
    ],
)
def test_what_a_word_stands_for(language: str, text: str, code: str | None) -> None:
    found = codes(load_vocabulary(language), text)
    assert found == (set() if code is None else {code})


def test_no_term_stands_for_two_countries(names: Vocabulary) -> None:
    seen: dict[tuple[str, str], str] = {}
    for name in names.names:
        if name.type == "country":
            spelling = name.term if name.term.isupper() else name.term.lower()
            assert seen.setdefault((spelling, name.type), name.code) == name.code, name


def test_no_stem_of_one_country_reaches_a_term_of_another(names: Vocabulary) -> None:
    countries = [name for name in names.names if name.type == "country" and name.code]
    stems = [name for name in countries if name.term.endswith("*")]
    caught = [
        (stem.term, other.term)
        for stem in stems
        for other in countries
        if stem.code != other.code and fits(stem.term, other.term.removesuffix("*"))
    ]
    assert caught == []


def test_every_term_is_spelt_as_rule_files_spell_terms(names: Vocabulary) -> None:
    for name in names.names:
        node = read_yaml(f"- {name.term!r}", "terms.yaml").at(0)
        assert list(check_term(node)) == []
        assert name.term == unicodedata.normalize("NFC", name.term)
        assert "’" not in name.term


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_says_what_it_holds(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_language_without_names_has_none_but_still_the_events() -> None:
    assert load_vocabulary("xx").names == ()
    assert set(load_vocabulary("xx").events) == known_events()


def test_a_region_is_served_by_its_language() -> None:
    assert load_vocabulary("fr-CA").names == load_vocabulary("fr").names


@pytest.mark.parametrize(
    ("event", "start", "end"),
    [
        ("ukraine-war-2022", date(2022, 2, 24), None),
        ("gaza-war-2023", date(2023, 10, 7), None),
        ("sudan-war-2023", date(2023, 4, 15), None),
        ("kuwait-invasion-1990", date(1990, 8, 2), date(1991, 2, 28)),
        ("first-world-war", date(1914, 7, 28), date(1918, 11, 11)),
    ],
)
def test_when_an_event_began(event: str, start: date, end: date | None) -> None:
    found = load_vocabulary("en").events[event]
    assert (found.start, found.end) == (start, end)


def test_every_event_is_sourced_titled_and_in_order(names: Vocabulary) -> None:
    for event in names.events.values():
        assert event.source
        assert set(event.titles) == set(LANGUAGES)
        assert event.end is None or event.start < event.end
        assert any(name.code == event.id for name in names.names if name.type == "event")


def test_places_name_an_event_only_beside_the_words_of_a_rule() -> None:
    events = [name for name in load_vocabulary("en").names if name.type == "event"]
    assert NameTerm("war in Ukraine", "event", "ukraine-war-2022", "name") in events
    assert NameTerm("Kyiv", "event", "ukraine-war-2022", "place") in events


def test_terms_stand_beside_what_they_stand_for() -> None:
    names = load_vocabulary("en").names
    assert NameTerm("Iranian*", "country", "IR", "demonym") in names
    assert NameTerm("NATO", "organisation", "nato", "name") in names
    assert NameTerm("Gaza", "event", "gaza-war-2023", "place") in names
    assert NameTerm("soldier*", "noun", "person", "name") in names
    assert {name.type for name in names} == {"country", "organisation", "event", "noun"}


def test_a_term_that_stands_for_two_things_is_a_problem() -> None:
    text = "countries:\n  IR: {names: [Iran]}\n  IQ: {people: [iran]}\n"
    with pytest.raises(
        DataFileError, match=r"c\.yaml:3:17: `iran` already stands for IR \(line 2\)"
    ):
        read_vocabulary_file(text, "c.yaml", COUNTRIES)
