"""Articles of generated sentences, for the laws of two versions."""

from __future__ import annotations

from hypothesis import strategies as st

from checker.articles import parse_article
from checker.inputs import Metadata, RawArticle, load_tables
from checker.inputs.sources import FROM_FLAG
from checker.languages import available
from checker.model import Article

# Each sentence has a place for one number, and words of its own.
SENTENCES = (
    "Rescuers counted {} houses without a roof.",
    "The mayor opened {} shelters for families.",
    "A convoy of {} lorries left the harbour.",
    "Divers searched {} caves below the cliff.",
    "The council wants {} trees along the river.",
    "In the north, {} farms lost their harvest.",
    "Teachers wrote {} letters to the minister.",
    "The museum bought {} paintings last week.",
)
COUNTS = st.integers(2, 999).map(str) | st.integers(3_000, 99_999).map(lambda n: f"{n:,}")
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), COUNTS), min_size=1, max_size=8, unique_by=lambda p: p[0]
)


def article_of(text: str, lang: str = "en") -> Article:
    """Make an article of a text."""
    raw = RawArticle("a.md", text, ((FROM_FLAG, Metadata(lang=lang)),))
    article = parse_article(raw, load_tables(available()))
    assert isinstance(article, Article)
    return article
