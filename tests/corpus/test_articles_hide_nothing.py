"""Passing over articles is a short cut: it changes no number in the examples of any pack."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker.languages
from checker.languages import available, load_language, read_pack
from checker.mentions import find_mentions
from checker.model import Mention, Skipped
from checker.numerals.articles import Articles
from checker.text import make_page

FOLDER = Path(checker.languages.__file__).parent


@pytest.mark.parametrize("code", available())
def test_examples_read_the_same_with_every_article_looked_at(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Each example is read alone, and behind a number with each article before its words.

    When this fails, `Articles` must learn what can make an article a number now.
    """
    pack = read_pack(FOLDER / f"{code}.yaml")
    texts = [example["text"] for key in ("examples", "counterexamples") for example in pack[key]]
    articles = sorted(load_language(code).numbers.articles)
    texts += [f"300 {article} {text}" for article in articles for text in texts]
    quick = [read(code, text) for text in texts]
    monkeypatch.setattr(Articles, "is_mere", lambda *_: False)
    assert [read(code, text) for text in texts] == quick


def read(code: str, text: str) -> tuple[list[Mention], list[Skipped]]:
    """Return the mentions of a text, and what was left out."""
    language = load_language(code)
    return find_mentions(make_page(text, language), language)
