"""Laws of the tokeniser: cutting piece by piece, and remembering the pieces, changes no token."""

from hypothesis import given
from hypothesis import strategies as st

from checker.languages import load_language
from checker.text import fold
from checker.tokens import tokeniser_of

LANGUAGES = st.sampled_from(["en", "fr"])
SIGNS = st.sampled_from(".,:/-'’$€@_½٣")
BLANKS = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u202f"])
NUMBERS = st.sampled_from(["1", "12", "100", "000", "2022", "v1", "://", "www."])
WORDS = st.sampled_from(["am", "p.m.", "l", "qu", "s", "aujourd", "hui", "usd", "é", "e\u0301"])
PIECES = SIGNS | BLANKS | NUMBERS | WORDS | st.text(max_size=4)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(LANGUAGES, TEXTS)
def test_what_is_remembered_changes_no_token(code: str, text: str) -> None:
    tokeniser, folded = tokeniser_of(load_language(code)), fold(text).text
    whole = tokeniser.cut_whole(folded, 0, len(folded))
    assert tokeniser.cut(folded, 0, len(folded)) == whole
    assert tokeniser.cut(folded, 0, len(folded)) == whole


@given(LANGUAGES, st.lists(TEXTS, min_size=1, max_size=3))
def test_tokens_end_at_blank_space_around_them(code: str, texts: list[str]) -> None:
    tokeniser = tokeniser_of(load_language(code))
    folded = [fold(text).text for text in texts]
    alone = [token.word for text in folded for token in tokeniser.cut(text, 0, len(text))]
    joined = "\n\n".join(folded)
    assert [token.word for token in tokeniser.cut(joined, 0, len(joined))] == alone
