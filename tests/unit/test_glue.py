"""Number words written as one word: what is cut, what stays whole, and that nothing is slow."""

import pytest

from checker.glue import Glue
from checker.languages.stored import language_from_json
from checker.languages.tables import compile_pack
from checker.mentions import find_mentions
from checker.model import Language
from checker.text import make_page
from checker.tokens import tokens_of

GERMAN = {
    "language": "de",
    "name": "Deutsch",
    "numbers": {
        "decimal": ",",
        "group": ["."],
        "units_first": ["und"],
        "glued": {"joiners": ["und"], "ends": ["jährige"], "whole": ["Achttausend"]},
        "words": {"ein": 1, "eins": 1, "drei": 3, "acht": 8, "elf": 11, "zwanzig": 20},
        "scales": {"hundert": 100, "tausend": 1000},
        "alone": ["hundert", "tausend"],
        "joiners": {"und": ()},
    },
}
ITALIAN = {
    "language": "it",
    "name": "italiano",
    "numbers": {
        "decimal": ",",
        "group": ["."],
        "glued": {"forms": {"vent": "venti", "cent": "cento", "tré": "tre"}},
        "words": {"uno": 1, "tre": 3, "otto": 8, "cinque": 5, "trenta": 30, "venti": 20},
        "scales": {"cento": 100, "mila": 1000},
        "alone": ["cento"],
    },
}
DUTCH = {
    "language": "nl",
    "name": "Nederlands",
    "numbers": {
        "decimal": ",",
        "group": ["."],
        "units_first": ["en", "ën"],
        "glued": {"joiners": ["en"]},
        "words": {"een": 1, "drie": 3, "vier": 4, "twintig": 20},
        "scales": {"honderd": 100, "duizend": 1000},
        "alone": ["honderd"],
        "joiners": {"en": ()},
    },
}
LANGUAGES = {
    pack["language"]: language_from_json(compile_pack(pack, {}))
    for pack in (GERMAN, ITALIAN, DUTCH)
}


def values(language: Language, text: str) -> list[int]:
    """Return the number of every mention of a text."""
    mentions, _ = find_mentions(make_page(text, language), language)
    return [int(mention.value or 0) for mention in mentions]


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [
        ("de", "einundzwanzig", 21),
        ("de", "hundertelf", 111),
        ("de", "Achthundertdreiundzwanzigtausendeinhundertacht", 823108),
        ("de", "hunderttausend", 100000),
        ("de", "hundertundeins", 101),
        ("it", "ventuno", 21),
        ("it", "ventotto", 28),
        ("it", "trentacinque", 35),
        ("it", "ventitré", 23),
        ("it", "trecentotrentacinque", 335),
        ("it", "centotto", 108),
        ("it", "tremilacento", 3100),
        ("nl", "eenentwintig", 21),
        ("nl", "drieëntwintig", 23),
        ("nl", "honderdeneen", 101),
        ("nl", "vierduizenddriehonderdvierentwintig", 4324),
    ],
)
def test_a_glued_number_is_read(code: str, word: str, value: int) -> None:
    assert values(LANGUAGES[code], f"{word} ok.") == [value]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("de", "Dreieck"),
        ("de", "Achtung"),
        ("de", "einig"),
        ("de", "hundertfach"),
        ("de", "dreiacht"),
        ("de", "achtund"),
        ("de", "Achttausend"),
        ("de", "tausendjährigeundeins"),
        ("it", "vent"),
        ("it", "cent"),
        ("it", "centesimo"),
        ("it", "ventotta"),
        ("nl", "eenden"),
        ("nl", "eenheid"),
    ],
)
def test_a_word_that_only_begins_so_stays_whole(code: str, word: str) -> None:
    (token,) = tokens_of(word.lower(), LANGUAGES[code])
    assert token.word == word.lower()
    assert values(LANGUAGES[code], f"x {word} ok.") == []


def test_pieces_point_into_the_text() -> None:
    found = [token[:3] for token in tokens_of("am achthundertelfjährige x", LANGUAGES["de"])]
    assert found == [
        (0, 2, "am"),
        (3, 7, "acht"),
        (7, 14, "hundert"),
        (14, 17, "elf"),
        (17, 24, "jährige"),
        (25, 26, "x"),
    ]
    assert [token[:3] for token in tokens_of("ventuno", LANGUAGES["it"])] == [
        (0, 4, "venti"),
        (4, 7, "uno"),
    ]


def test_glued_numbers_go_on_in_the_next_word() -> None:
    assert values(LANGUAGES["de"], "drei tausend achthundertelf Mann") == [3811]


def test_a_glued_number_has_the_grain_of_its_words() -> None:
    glued, apart = (
        find_mentions(make_page(text, LANGUAGES["de"]), LANGUAGES["de"])[0][0]
        for text in ("dreitausend Mann", "drei tausend Mann")
    )
    assert (glued.value, glued.grain, glued.surface) == (apart.value, apart.grain, "dreitausend")


@pytest.mark.parametrize("piece", ["ein", "eins", "hundert", "einhundert", "tausendund"])
def test_endless_repetition_is_cut_at_once(piece: str) -> None:
    language = LANGUAGES["de"]
    text = piece * 20_000
    assert "".join(token.word for token in tokens_of(text, language)) == text
    cut = Glue(language.glue).parts(piece * (100 // len(piece)) + "x")
    assert cut == ()
