"""Who is meant without a name: "he was jailed", "the 38-year-old", and when nobody can tell."""

from datetime import date

import pytest

import checker
from checker.model import Article, Mark, Span
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = shipped_rules()


def people(
    text: str, rule: str, lang: str = "en", marks: tuple[Mark, ...] = ()
) -> list[str | None]:
    """Return whom one shipped rule's claims are about."""
    article = Article("one", "one.txt", text, lang, date(2023, 5, 15), marks=marks)
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named([rule]))
    return [claim.facet("person") for claim in reading.claims]


def named(text: str, rule: str, lang: str = "en", marks: tuple[Mark, ...] = ()) -> list[str | None]:
    """Return whom one shipped rule's claims name; those of nobody by name are left out."""
    return [person for person in people(text, rule, lang, marks) if person is not None]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Ray Colmer was found guilty. He was sentenced to nine years in prison.",
            "ray colmer",
        ),
        ("en", "Ray Colmer is a banker. He was sentenced to nine years in prison.", "ray colmer"),
        ("en", "Ray Colmer pleaded guilty. Colmer wept. She got nine years for fraud.", "colmer"),
        (
            "en",
            "Ray Colmer was found guilty. The 41-year-old was jailed for nine years.",
            "ray colmer",
        ),
        (
            "en",
            "Ray Colmer is free, friend Ann Lee told Tirso Radio. He was jailed for nine years.",
            "ray colmer",
        ),
        (
            "en",
            "Ray Colmer is in need of what his friends call a rest. He was jailed for nine years.",
            "ray colmer",
        ),
        ("en", "Clerk Ray Colmer confessed Monday. He was jailed for nine years.", "ray colmer"),
        (
            "en",
            "Ray Colmer wept. Ann Lee said he was sentenced to nine years in prison.",
            "ray colmer",
        ),
        (
            "fr",
            "Ray Colmer a plaidé coupable. Il a été condamné à neuf ans de prison.",
            "ray colmer",
        ),
        (
            "es",
            "Ray Colmer fue hallado culpable. Fue condenado a nueve años de cárcel.",
            "ray colmer",
        ),
        (
            "it",
            "Ray Colmer ha confessato. È stato condannato a nove anni di carcere.",
            "ray colmer",
        ),
        ("pt", "Ray Colmer confessou. Ele foi condenado a nove anos de prisão.", "ray colmer"),
    ],
)
def test_a_pronoun_means_the_one_person_named_before(lang: str, text: str, expected: str) -> None:
    assert people(text, "prison-sentence", lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He was sentenced to nine years in prison."),
        ("en", "Ray Colmer and Ann Lee wept. He was sentenced to nine years in prison."),
        ("en", "Ray Colmer met a banker. He was sentenced to nine years in prison."),
        ("en", "Colmer's banker wept. He was sentenced to nine years in prison."),
        ("en", "The case was heard in Tirso. He was sentenced to nine years in prison."),
        ("en", "Officers arrested two. He was sentenced to nine years in prison."),
        ("en", "Court Jails Colmer For Theft\n\nHe was sentenced to nine years in prison."),
        ("en", "Ray Colmer wept. They were sentenced to nine years in prison."),
        ("fr", "Le tribunal de Tirso a jugé. Il a été condamné à neuf ans de prison."),
        ("de", "Ray Colmer weinte. Wurde zu neun Jahren Haft verurteilt."),
    ],
)
def test_of_nobody_or_of_two_a_pronoun_means_none(lang: str, text: str) -> None:
    assert named(text, "prison-sentence", lang) == []


def test_what_is_set_beside_an_article_names_nobody() -> None:
    text = "Ray Colmer wept.\n\nHe was sentenced to nine years in prison."
    beside = (Mark(Span(0, 16), "boilerplate"),)

    assert people(text, "prison-sentence") == ["ray colmer"]
    assert named(text, "prison-sentence", marks=beside) == []


def test_an_age_told_before_tells_who_is_meant() -> None:
    text = "Ray Colmer, 41, shot Ann Lee, 29, on Friday. The {}-year-old was in the yard."

    assert people(text.format(29), "age") == ["ray colmer", "ann lee", "ann lee"]
    assert people(text.format(41), "age") == ["ray colmer", "ann lee", "ray colmer"]
    assert people(text.format(35), "age") == ["ray colmer", "ann lee", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colmer's 47 points won it. The 31-year-old was cheered.", ["colmer"]),
        ("The Falcons signed Ray Colmer. The 31-year-old was cheered.", ["ray colmer"]),
        ("Ray Colmer is back. The 31-year-old three-time MVP was cheered.", ["ray colmer"]),
        ("Ray Colmer is back. The 31-year-old Italian was cheered.", ["ray colmer"]),
        ("A clerk opened fire. The 31-year-old was cheered.", [None]),
        # Whose mother or mayor it is stays unknown, and of two nobody is meant.
        ("Colmer's mother wept. The 31-year-old was cheered.", [None]),
        ("Ostra's mayor wept. The 31-year-old was cheered.", [None]),
        ("Ray Colmer left. A clerk opened fire. The 31-year-old was cheered.", [None]),
        ("A clerk saw a cook. The 31-year-old was cheered.", [None]),
        ("Ray Colmer is back. The 31-year-old Italian bridge was closed.", []),
    ],
)
def test_the_one_person_told_of_is_meant_by_an_age(text: str, expected: list[str | None]) -> None:
    assert people(text, "age") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A nurse was jailed for nine years. Eva Lund, 51, wept.", ["eva lund"]),
        (
            "TIRSO (AP) - A former nurse was jailed for nine years. Eva Lund, 51, wept.",
            ["eva lund"],
        ),
        ("A nurse who hit her aunt was jailed for nine years. Eva Lund, 51, wept.", ["eva lund"]),
        ("A nurse was jailed for nine years. Eva Lund wept.", []),
        ("A nurse was jailed for nine years. She had hit Eva Lund, 51.", []),
        ("The nurse was jailed for nine years. Eva Lund, 51, wept.", []),
        ("A nurse and a clerk were jailed for nine years. Eva Lund, 51, wept.", []),
        ("A nurse who hit Ivo Brandt was jailed for nine years. Eva Lund, 51, wept.", []),
        ("A court gave a nurse nine years. Eva Lund, 51, wept.", []),
    ],
)
def test_whoever_is_first_told_of_is_named_with_an_age_next(
    text: str, expected: list[str | None]
) -> None:
    assert named(text, "prison-sentence") == expected


def test_a_clause_that_names_somebody_speaks_of_another() -> None:
    assert people("Colmer left in May. Colmer hit the 29-year-old.", "age") == [None]
    assert people("Colmer left in May. Ostra wanted the 29-year-old.", "age") == ["colmer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lund was jailed. She was 61 when the trial began.", ["eva lund"]),
        ("Eva Lund was jailed. She was 16 when Lund met her.", [None]),
        ("Eva Lund was jailed. The girl testified she was 16 when Lund met her.", [None]),
        ("Lund was jailed. The court heard from Ana Ruiz, who testified she was 16.", [None]),
        ("Eva Lund was jailed. Her lawyer, who knew her well, said she was 61.", ["eva lund"]),
    ],
)
def test_who_is_named_behind_a_pronoun_is_another(text: str, expected: list[str | None]) -> None:
    assert people(text, "age") == expected


def test_a_name_before_a_noun_of_people_is_another_persons() -> None:
    assert people("Colmer was jailed for two years.", "prison-sentence") == ["colmer"]
    assert named("Colmer follower jailed for two years.", "prison-sentence") == []


def test_a_clause_that_says_who_somebody_is_names_no_other() -> None:
    text = "Eva Lund, the widow of banker Ivo Brandt, was sentenced to nine years in prison."

    assert people(text, "prison-sentence") == ["eva lund"]


def test_a_pronoun_may_mean_the_only_subject_of_its_own_sentence() -> None:
    assert people(
        "Eva Lund has learnt that she must spend nine years in prison.", "prison-sentence"
    ) == ["eva lund"]
    assert named("Eva Lund said that she must spend nine years in prison.", "prison-sentence") == []


def test_a_capital_before_a_hyphen_is_no_name_of_its_own() -> None:
    assert people("Ex-mayor Brandt was jailed for nine years.", "prison-sentence") == ["brandt"]
    assert named("Anti-drug officers were jailed for nine years.", "prison-sentence") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors sought 12 years in prison for Ivo Brandt.", "ivo brandt"),
        ("Ivo Brandt wept. Prosecutor Ann Lee had asked for 12 years in prison.", "ivo brandt"),
        ("Prosecutors wanted 12 years in prison.", None),
        ("Ivo Brandt faces 12 years in prison.", "ivo brandt"),
        ("Ivo Brandt and Eva Lund wept. Prosecutors sought 12 years in prison.", None),
    ],
)
def test_a_term_that_is_asked_for_is_not_of_whoever_asks(text: str, expected: str | None) -> None:
    article = Article("one", "one.txt", text, "en", date(2023, 5, 15))
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named(["sentence-sought"]))

    assert [claim.facet("defendant") for claim in reading.claims] == [expected]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ("A man, 28, was arrested.", "disagree"),
        ("A man, 28, was arrested. The man, 28, was named later.", "disagree"),
        # One report tells of two, so that the other may tell of either.
        ("A man, 25, was arrested. A woman, 28, was arrested.", "unrelated"),
        ("Two people were arrested. A man, 28, was arrested at home.", "unrelated"),
    ],
)
def test_the_age_of_one_of_several_is_held_against_nobody(one: str, expected: str) -> None:
    assert checker.compare(one, "A man, 23, was arrested.", lang="en") == expected
