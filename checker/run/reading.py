"""The articles that settings name: read, parsed, and each of them once."""

from __future__ import annotations

from checker.articles import ArticlesParsed, Parse, language_code, parse_article, parse_articles
from checker.config import Config
from checker.errors import UsageError
from checker.inputs import (
    InputOptions,
    InputsRead,
    Metadata,
    RawArticle,
    load_tables,
    read_inputs,
)
from checker.inputs.sources import FROM_FLAG
from checker.languages import available
from checker.model import Article, Skipped
from checker.run.settings import Settings
from checker.values import replace


def articles_of(settings: Settings, parse: Parse | None = None) -> ArticlesParsed:
    """Read and parse the inputs. Raises: UsageError for a language that cannot be read."""
    if settings.lang is not None:
        _check_language(settings.lang)
    read = with_extractor(read_inputs(settings.paths, input_options(settings)), settings.body)
    parsed = parse_articles(read, parse)
    named = with_names((*settings.articles, *parsed.articles), settings.config)
    return replace(parsed, articles=named)


def _check_language(written: str) -> None:
    """Refuse a language that has no pack."""
    if language_code(written, load_tables(available())) not in available():
        known = ", ".join(available())
        raise UsageError(f"`{written}` is not a language that can be read (languages: {known})")


def input_options(settings: Settings) -> InputOptions:
    """Say how the inputs are read."""
    return InputOptions(
        metadata=settings.metadata,
        lang=settings.lang,
        outlet=settings.outlet,
        published=settings.published,
        stdin_format=settings.stdin_format,
        exclude=settings.config.exclude,
        languages=settings.config.languages or available(),
    )


def with_extractor(read: InputsRead, body: str) -> InputsRead:
    """Add what finds the article of a page, if asked. Raises: UsageError when not installed."""
    if body == "tags":
        return read
    from checker.articles.html.body import load_extractor

    return replace(read, tables=replace(read.tables, find_body=load_extractor()))


def with_names(articles: tuple[Article, ...], config: Config) -> tuple[Article, ...]:
    """Call every outlet by one name, so that no source counts as two."""
    names = {alias.casefold(): name for name, others in config.sources for alias in (name, *others)}
    if not names:
        return articles
    return tuple(
        replace(article, outlet=names.get((article.outlet or "").casefold(), article.outlet))
        for article in articles
    )


def without_copies(parsed: ArticlesParsed) -> ArticlesParsed:
    """
    Leave out articles that are another once more: text, outlet, date and event are the same.

    A copy agrees with its original, which would look like a second source.
    """
    kept: dict[tuple[object, ...], Article] = {}
    copies: list[Skipped] = []
    for article in parsed.articles:
        same = (article.text, article.outlet, article.published, article.event, article.language)
        first = kept.setdefault(same, article)
        if first is not article:
            reason = f"the same text as {first.path or first.id}"
            copies.append(Skipped("articles", article.path or article.id, reason))
    return replace(parsed, articles=tuple(kept.values()), skipped=(*parsed.skipped, *copies))


def article_of(text: str, settings: Settings) -> Article:
    """
    Make an article of a text, with what `settings` say of it.

    Raises: UsageError when its language is not known.
    """
    known = Metadata(lang=settings.lang, outlet=settings.outlet, published=settings.published)
    source = RawArticle("text", text, ((FROM_FLAG, known),), is_record=True)
    article = parse_article(source, load_tables(available()))
    if isinstance(article, Skipped):
        raise UsageError(article.reason)
    return article
