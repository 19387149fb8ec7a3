"""Where the clauses of a sentence begin."""

from itertools import pairwise

import pytest

from checker import quantities
from checker.clauses import clauses_of, commas_between, end_of_part
from checker.languages import load_language
from checker.text import make_page


def clauses(text: str, lang: str) -> list[str]:
    """Return the clauses of one sentence, as written."""
    language = load_language(lang)
    sentence = make_page(text, language).sentences()[0]
    starts = [*clauses_of(sentence, language), len(sentence.tokens)]
    return [
        text[sentence.tokens[a].start : sentence.tokens[b - 1].end] for a, b in pairwise(starts)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit que trois partent", ["Il dit", "que trois partent"]),
        ("morts, blessés ou déserteurs depuis", ["morts, blessés ou déserteurs depuis"]),
        ("il part, elle reste donc là", ["il part,", "elle reste donc là"]),
        ("des armes, y compris des missiles", ["des armes, y compris des missiles"]),
        ("il part (en train) demain", ["il part (", "en train)", "demain"]),
        ("LYON - il part demain", ["LYON -", "il part demain"]),
        ("il part à Saint-Malo demain", ["il part à Saint-Malo demain"]),
        ("il part à Saint -Malo demain", ["il part à Saint -Malo demain"]),
    ],
)
def test_marks_and_clause_words_begin_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text, "fr") == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "20, including a priest, died in May", ["20,", "including a priest,"]),
        ("en", "20, including 14 boys and 2 men, died in May", ["20,", "including 14 boys and"]),
        ("en", "20, 14 of whom were boys, died in May", ["20,", "14 of whom were boys,"]),
        ("fr", "20, parmi lesquels 14 enfants, sont morts lundi", ["20,", "parmi lesquels 14"]),
        ("de", "20, darunter ein Priester, sind am Montag tot", ["20,", "darunter ein Priester,"]),
        ("it", "20, tra cui un prete, sono morti in maggio", ["20,", "tra cui un prete,"]),
    ],
)
def test_a_part_between_two_commas_is_one_clause(lang: str, text: str, expected: list[str]) -> None:
    found = clauses(text, lang)
    assert len(found) == 3
    assert all(a.startswith(b) for a, b in zip(found, expected, strict=False))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It killed 20, including a priest"),
        ("en", "It killed 20, including a priest, and injured 40"),
        ("en", "It killed 20, including a priest, a nurse and a cook"),
        ("de", "Er tötete 20, darunter ein Priester und ein Koch"),
    ],
)
def test_a_part_that_nothing_closes_begins_no_clause(lang: str, text: str) -> None:
    assert clauses(text, lang) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It killed 20, including two boys", ["It killed 20,", "including two boys"]),
        ("20, 14 of them boys, died and 40 fled", ["20,", "14 of them boys,", "died and 40 fled"]),
        (
            "20, including 14 boys, died and 40 fled",
            ["20,", "including 14 boys,", "died and 40 fled"],
        ),
        ("20, including 14 boys, and hurt 40", ["20,", "including 14 boys,", "and hurt 40"]),
        (
            "20, including 2 men, a cook and a boy, died today",
            ["20,", "including 2 men, a cook and a boy,", "died today"],
        ),
        ("20, 2 of them men, 3 of them boys", ["20,", "2 of them men,", "3 of them boys"]),
    ],
)
def test_a_verb_or_the_end_closes_a_part_with_a_number(text: str, expected: list[str]) -> None:
    assert clauses(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "index", "end"),
    [
        ("including a priest", 0, 1),
        ("14 of whom fled", 1, 3),
        ("14 of them fled", 1, 3),
        ("14 of the men fled", 1, None),
        ("14 of them fled", 0, None),
        ("among friends", 0, None),
        ("of", 0, None),
    ],
)
def test_words_for_a_part_are_known(text: str, index: int, end: int | None) -> None:
    language = load_language("en")
    tokens = make_page(text, language).sentences()[0].tokens
    assert end_of_part(tokens, index, language) == end


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They fired 70 drones^ 30 missiles and 12 bombs at it, he said"),
        ("en", "It took 5 cars^ 30 kilos of gold^ 2 rings, and 12 phones"),
        ("en", "He sold 12 cars^ about 30 vans and some 20 bikes"),
        ("fr", "Ils ont pris 70 chars^ plus de 30 obus de mortier et 12 fusils"),
        ("de", "Es gab 12 Tote^ 40 Verletzte und drei Vermisste"),
        # Nothing joins the last, or more stands between two numbers than what they count.
        ("en", "It killed 12 people, 3 children"),
        ("en", "It killed 12 people, wounding 40 and displacing 300"),
        ("en", "It killed 12 people in Lund, 40 in Ystad and 3 in Malmo"),
        ("en", "It killed 12 people, 3 of them children, and hurt 40"),
        ("en", "At 9, he had 12 cars in it and 3 vans"),
    ],
)
def test_commas_between_the_numbers_of_a_list(lang: str, text: str) -> None:
    language = load_language(lang)
    plain = text.replace("^", ",")
    sentence = make_page(plain, language).sentences()[0]
    counted = [(one.first, one.last) for one in quantities(plain, lang)]
    found = commas_between(counted, sentence, language)
    assert [sentence.tokens[comma].start for comma in sorted(found)] == [
        place for place, letter in enumerate(text) if letter == "^"
    ]
    assert set(found).isdisjoint(start - 1 for start in clauses_of(sentence, language, found))
