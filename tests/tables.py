"""Articles with tables, for tests."""

from __future__ import annotations

from checker.articles import parse_article
from checker.inputs import Metadata, RawArticle, load_tables
from checker.inputs.sources import FROM_FLAG
from checker.languages import available
from checker.model import Article, Quantity
from checker.pipeline import read_quantities


def parsed(text: str, lang: str = "en", path: str = "a.md") -> Article:
    """Make an article of Markdown, or of HTML where the path says so."""
    form = "html" if path.endswith(".html") else "text"
    raw = RawArticle(path, text, ((FROM_FLAG, Metadata(lang=lang)),), form=form)  # type: ignore[arg-type]
    article = parse_article(raw, load_tables(available()))
    assert isinstance(article, Article)
    return article


def grid_of(text: str, path: str = "a.md") -> list[list[list[tuple[str, int, bool]]]]:
    """Return the cells of every table: what they hold, their column, whether they are headers."""
    article = parsed(text, path=path)
    return [
        [[(article.text[c.start : c.end], c.column, c.is_header) for c in row] for row in one.rows]
        for one in article.tables
    ]


def quantities_of(text: str, lang: str = "en", path: str = "a.md") -> list[Quantity]:
    return list(read_quantities(parsed(text, lang, path)).quantities)


def told(text: str, lang: str = "en", path: str = "a.md") -> list[str]:
    """Return every number with its value and unit."""
    return [f"{q.surface} = {q.value:f} {q.unit}".strip() for q in quantities_of(text, lang, path)
            if q.value is not None]  # fmt: skip
