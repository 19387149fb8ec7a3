"""What a report tells: names, figures, words, and what of them looks back."""

from __future__ import annotations

import pytest

from checker.facts.openings import told_first
from checker.facts.terms import is_exact, product, shared_terms, tellings, vectors
from checker.languages import load_language
from checker.model import Span
from checker.model.text import Mark
from tests import claims as made

LANGUAGES = {code: load_language(code) for code in ("en", "fr", "es", "de", "it", "pt")}


def told_by(*texts, language="en"):
    articles = [made.article(f"a{n}", text, language=language) for n, text in enumerate(texts)]
    return tellings(articles, LANGUAGES)[0]


def weights_of(text, language="en"):
    """Return the terms of one report, those that count fully, half and less told apart."""
    (one,) = told_by(text, language=language).values()
    most = max(one.terms.values())
    return {term: round(value / most, 2) for term, value in one.terms.items()}


def test_names_and_exact_figures_count_fully_and_words_half():
    weights = weights_of("Guards shut the port of Quarrel; 1,430 dockers left.")
    assert (weights["quarre"], weights["#1430"], weights["guards"]) == (1.0, 1.0, 0.5)
    assert [is_exact(term) for term in ("#1430", "#34", "quarre")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The firm has 2,375 staff.", "#2375"),
        ("La entreprise emploie 11 500 personnes.", "#11500"),
        ("A quake of magnitude 6.4 struck.", "#64"),
        ("A bid of 412 pence.", "#412"),
    ],
)
def test_a_figure_of_some_digits_is_a_term(text, term):
    assert term in weights_of(text)


def test_a_figure_of_two_digits_counts_as_a_word_does():
    weights = weights_of("Guards of Quarrel, 34 men, left.")
    assert (weights["#34"], weights["guards"]) == (0.5, 0.5)


@pytest.mark.parametrize(
    "text",
    ["The quake of 1971.", "Ivo is 4.", "It killed 300.", "It cost 5,000.", "Room A412b."],
)
def test_a_year_and_a_round_or_short_figure_are_none(text):
    assert not [term for term in weights_of(text) if term.startswith("#")]


def test_the_agency_of_a_dateline_tells_nothing():
    assert "reuter" not in weights_of("OSTRA (Reuters) - Guards shut the port of Quarrel.")
    assert "reuter" in weights_of("Guards of Reuters shut the port of Quarrel.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Guards shut Quarrel, two weeks after 12 sailors drowned off Lamora.", "en"),
        ("Two weeks after sailors drowned off Lamora, guards shut Quarrel.", "en"),
        ("Les gardes ferment Quarrel, dix jours après la grève de Lamora.", "fr"),
    ],
)
def test_what_looks_back_counts_little_and_is_no_news(text, language):
    (one,) = told_by(text, language=language).values()
    assert one.terms["lamora"] < one.terms["quarre"] / 5
    assert ("lamora" in one.names, "quarre" in one.names) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        # Not so long after: what led to it, or what came of it.
        "Guards shut Quarrel after sailors drowned off Lamora.",
        "Guards shut Quarrel two weeks later in Lamora.",
    ],
)
def test_what_merely_follows_is_no_look_back(text):
    (one,) = told_by(text).values()
    assert {"lamora", "quarre"} <= one.names


def test_a_name_at_the_opening_of_a_sentence_is_known_from_other_reports():
    first = "Brandt lost his footing. He fell."
    found = told_by(first, "The guide Ivo Brandt fell.")["a0"].terms
    alone = told_by(first)["a0"].terms
    assert found["brandt"] / found["footin"] > alone["brandt"] / alone["footin"] * 1.5


def test_what_two_reports_share_is_named_without_marks():
    one, other = vectors(
        [
            made.article("a", "The 1,430 dockers of Quarrel."),
            made.article("b", "Quarrel has 1,430."),
        ],
        LANGUAGES,
    ).values()
    assert shared_terms(one, other) == ["1430", "quarre"]
    assert product(one, other) == product(other, one) > 0


def test_marked_paragraphs_tell_nothing():
    text = "Read also: Lamora.\n\nGuards shut Quarrel."
    article = made.article("a", text, marks=(Mark(Span(0, 18), "boilerplate"),))
    assert "Lamora" not in told_first(article)
    assert "Quarrel" in told_first(article)
