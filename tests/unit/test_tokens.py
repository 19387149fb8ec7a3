"""The tokeniser: the kind of each piece, and that nothing a text repeats makes it slow to cut."""

import pytest

from checker.model import Language, NumberWords, SentenceWords, TokenKind
from checker.tokens import tokens_of

FRENCH = Language("fr", "français", numbers=NumberWords(",", (" ", "\u00a0", ".")))
ENGLISH = Language("en", "English")
WORD, NUMBER, FIXED, SYMBOL = TokenKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("drones", WORD),
        ("f16", WORD),
        ("e\u0301te\u0301", WORD),
        ("½", WORD),
        ("100 000", NUMBER),
        ("1.234.567", NUMBER),
        (".5", NUMBER),
        ("2022-02-24", FIXED),
        ("24/02/2022", FIXED),
        ("24.02.2022", FIXED),
        ("12:30", FIXED),
        ("1.2.3", FIXED),
        ("v1.2", FIXED),
        ("www.exemple.fr", FIXED),
        ("https://exemple.fr/300", FIXED),
        ("1a@exemple.fr", FIXED),
        ("%", SYMBOL),
        ("_", SYMBOL),
    ],
)
def test_a_piece_has_one_kind(text: str, kind: TokenKind) -> None:
    (token,) = tokens_of(text, FRENCH)
    assert (token.start, token.end, token.word, token.kind) == (0, len(text), text, kind)


def test_blank_space_is_no_token_and_moves_offsets() -> None:
    found = [token[:3] for token in tokens_of("  300 \n drones", ENGLISH)]
    assert found == [(2, 5, "300"), (8, 14, "drones")]


@pytest.mark.parametrize("piece", ["11,", "111.", "1.", "1/2/", "a-1@", "a.", "-", "e\u0301"])
@pytest.mark.parametrize("language", [FRENCH, ENGLISH])
def test_repetition_is_cut_whole(piece: str, language: Language) -> None:
    text = piece * 20_000
    assert "".join(token.word for token in tokens_of(text, language)) == text


@pytest.mark.parametrize("first", ["(12", "3,5%", "f16s", "2022-02-24,", "1\u00a0200", "9:30"])
def test_what_has_the_shape_of_what_is_known_keeps_its_own_digits(first: str) -> None:
    other = first.translate(str.maketrans("0123456789", "1234567890"))
    found = [[token[2:] for token in tokens_of(text, ENGLISH)] for text in (first, other)]
    assert found[1] == [
        (word.translate(str.maketrans("0123456789", "1234567890")), kind) for word, kind in found[0]
    ]
    assert "".join(word for word, _ in found[1]) == "".join(other.split())


def test_a_language_whose_words_have_digits_is_not_cut_by_shape() -> None:
    pack = Language("en", "English", sentences=SentenceWords(whole=frozenset({"g7-"})))
    cuts = [[token.word for token in tokens_of(text, pack)] for text in ("g8-", "g7-", "g8-")]
    assert cuts == [["g8", "-"], ["g7-"], ["g8", "-"]]
