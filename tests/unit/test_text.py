"""Folding, paragraphs, sentences and tokens, with offsets into the user's text."""

import pytest

from checker.model import Language, NumberWords, SentenceWords, Span, TokenKind
from checker.text import fold, make_page, paragraphs_of

FRENCH = Language(
    "fr",
    "français",
    numbers=NumberWords(",", (" ", "\u00a0", "\u202f", ".")),
    sentences=SentenceWords(
        abbreviations=frozenset({"m", "févr", "env"}),
        clause_words=frozenset({"mais", "que", "qu'", "tandis"}),
        elisions=frozenset({"l'", "d'", "qu'"}),
        whole=frozenset({"aujourd'hui"}),
        list_words=frozenset({"et", "ou", "compris"}),
    ),
)
ENGLISH = Language(
    "en",
    "English",
    sentences=SentenceWords(abbreviations=frozenset({"approx", "gen"}), suffixes=frozenset({"'s"})),
)


def words(text: str, language: Language = FRENCH) -> list[str]:
    """Return the words of every token of `text`."""
    return [token.word for s in make_page(text, language).sentences() for token in s.tokens]


def sentences(text: str, language: Language = FRENCH) -> list[str]:
    """Return the sentences of `text` as the user wrote them."""
    page = make_page(text, language)
    return [text[slice(*sentence.span)] for sentence in page.sentences()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Iran", ["l'", "iran"]),
        ("aujourd’hui", ["aujourd'hui"]),
        ("100\u00a0000 soldats", ["100\u00a0000", "soldats"]),
        ("2,3 milliards", ["2,3", "milliards"]),
        ("4 93", ["4", "93"]),
        ("en 2022 300 chars", ["en", "2022", "300", "chars"]),
        ("Shahed-136", ["shahed", "-", "136"]),
        ("le F16", ["le", "f16"]),
        ("231m", ["231", "m"]),
        ("v1.2.3", ["v1.2.3"]),
        ("1.234.567 euros", ["1.234.567", "euros"]),
        ("à 12:30 le 2022-02-24", ["à", "12:30", "le", "2022-02-24"]),
        ("sur https://exemple.fr/300-drones ici", ["sur", "https://exemple.fr/300-drones", "ici"]),
        ("½ litre", ["½", "litre"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_english_possessive_leans_on_its_noun() -> None:
    assert words("Iran's 1,500 drones", ENGLISH) == ["iran", "'s", "1,500", "drones"]


def test_kinds() -> None:
    page = make_page("Le 24/02/2022, 300 £", FRENCH)
    kinds = [token.kind for token in page.sentences()[0].tokens]
    word, number, fixed, symbol = (
        TokenKind.WORD,
        TokenKind.NUMBER,
        TokenKind.FIXED,
        TokenKind.SYMBOL,
    )
    assert kinds == [word, fixed, symbol, number, symbol]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Dupont parle. Il part.", ["M. Dupont parle.", "Il part."]),
        ("Le 24 févr. 2022, env. 300 chars.", ["Le 24 févr. 2022, env. 300 chars."]),
        ("Le drone est un Shahed.a dit Kirby.", ["Le drone est un Shahed.a dit Kirby."]),
        ("« Il part. » Elle reste.", ["« Il part. »", "Elle reste."]),
        ("Des progrès de l'Iran. voisins. Fin.", ["Des progrès de l'Iran. voisins.", "Fin."]),
        ("Vraiment ? Oui ! Bien…", ["Vraiment ?", "Oui !", "Bien…"]),
        ("J. R. Martin écrit.", ["J. R. Martin écrit."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_is_a_paragraph_unless_an_editor_wrapped_it() -> None:
    wrapped = "Le ministère a déclaré mardi que les livraisons de matériel\nseraient doublées."
    assert len(paragraphs_of(wrapped)) == 1
    assert len(paragraphs_of("Facebook\nTwitter\r\n\r\nPinterest")) == 3
    listed = "Le ministère a déclaré mardi que les livraisons de matériel\n- 300 drones"
    assert len(paragraphs_of(listed)) == 2


def test_sentences_at_makes_each_sentence_once_and_skips_excluded_text() -> None:
    text = "titre: 12\n\nIl y a 300 drones et 20 chars. Rien ici. Puis 5 avions."
    page = make_page(text, FRENCH, [Span(0, 9)])
    at = [text.index(number) for number in ("12", "300", "20", "5 ")]
    found = [text[slice(*sentence.span)] for sentence in page.sentences_at(at)]
    assert found == ["Il y a 300 drones et 20 chars.", "Puis 5 avions."]


@pytest.mark.parametrize("length", [1, 1000])
def test_what_nobody_sees_is_left_out_of_long_texts_too(length: int) -> None:
    seen = "é" * length
    for mark in "\u00ad\u200b\u200f\u202a\u202e\u2060\u2066\u2069\ufeff":
        assert fold(f"{seen}{mark}a").text == f"{seen}a"
    for mark in "\u200a\u2010\u2029\u202f\u205f\u206a":
        assert len(fold(f"{seen}{mark}a").text) == length + 2


@pytest.mark.parametrize(
    "text",
    [
        "L\u2019arme\u0301e a livre\u0301 100\u00a0000 dro\u00adnes.",
        "\ufeff\u200b300 \U0001f600 İstanbul 5",
        "\u05e9\u05dc\u05d5\u05dd 300 \u200fab\u0301c",
    ],
)
def test_offsets_lead_back_through_marks_and_invisible_characters(text: str) -> None:
    page = make_page(text, FRENCH)
    for sentence in page.sentences():
        for token in sentence.tokens:
            assert fold(text[token.start : token.end]).text == token.word
