"""Articles that are number words too: when the next word tells that nothing is counted."""

import pytest

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.numerals.articles import articles_of
from checker.text import make_page
from checker.tokens import tokens_of


@pytest.mark.parametrize(
    ("language", "text", "is_mere"),
    [
        ("fr", "un soldat", True),
        ("fr", "une horloge sonne", True),
        ("fr", "un million", False),
        ("fr", "une heure", False),
        ("fr", "un neuvième", False),
        ("fr", "une dizaine", False),
        ("fr", "une petite quantité", False),
        ("fr", "un français sur trois", False),
        ("fr", "un", False),
        ("fr", "un, deux", False),
        ("en", "a soldier", True),
        ("en", "an hour", False),
        ("en", "a dozen", False),
        ("en", "a few", False),
        ("en", "a third", False),
    ],
)
def test_only_an_ordinary_word_makes_an_article_mere(
    language: str, text: str, is_mere: bool
) -> None:
    pack = load_language(language)
    articles = articles_of(pack)
    tokens = tokens_of(text, pack)
    assert tokens[0].word in articles.words
    assert articles.is_mere(tokens, 0) == is_mere


@pytest.mark.parametrize(
    ("language", "text", "index", "is_mere"),
    [
        ("fr", "le soldat", 0, True),
        ("fr", "il voit le", 2, True),
        ("fr", "le double", 0, False),
        ("fr", "plus d'un soldat", 2, False),
        ("fr", "l'idée d'un soldat", 3, True),
        ("en", "a soldier", 0, True),
        ("en", "at least a soldier", 2, False),
    ],
)
def test_a_word_is_mere_unless_the_words_around_it_make_a_phrase(
    language: str, text: str, index: int, is_mere: bool
) -> None:
    pack = load_language(language)
    assert articles_of(pack).is_mere(tokens_of(text, pack), index) == is_mere


def test_the_tail_of_a_compound_is_left_to_the_grammar() -> None:
    pack = load_language("fr")
    assert not articles_of(pack).is_mere(tokens_of("vingt-un soldats", pack), 2)


def test_articles_are_collected_once() -> None:
    assert articles_of(load_language("fr")) is articles_of(load_language("fr"))


def test_articles_hide_no_number() -> None:
    pack = load_language("fr")
    text = "Un homme, une heure et demie et un soldat sur deux, dont un tiers et 300 autres."
    found = [mention.surface for mention in find_mentions(make_page(text, pack), pack)[0]]
    assert found == ["une heure et demie", "un soldat sur deux", "un tiers", "300"]
