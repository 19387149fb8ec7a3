"""A version of an article: a file, the standard input, or a file at a revision of git."""

from __future__ import annotations

from os.path import exists, isdir
from pathlib import PurePosixPath

from checker.articles import parse_articles
from checker.errors import DataFileError, UsageError
from checker.git import commit_of, git
from checker.inputs import InputsRead, Metadata, RawArticle, load_tables, read_inputs
from checker.inputs.folders import ARTICLE_EXTENSIONS, PAGE_EXTENSIONS
from checker.inputs.sources import FROM_FLAG
from checker.languages import available
from checker.model import Article
from checker.run import Settings
from checker.run.reading import input_options, with_extractor, with_names


def read_version(name: str, settings: Settings) -> Article:
    """
    Read one version; `REV:path` stands for a file at a revision, unless a file is called so.

    Raises: UsageError when it is not one article in a known language, or git does not know it;
    DataFileError when it cannot be read.
    """
    if isdir(name):
        raise UsageError(f"{name} is a folder; a version is one article")
    is_revision = ":" in name and not exists(name)
    read = _at_revision(name, settings) if is_revision else _from_file(name, settings)
    parsed = parse_articles(with_extractor(read, settings.body))
    if parsed.problems:
        raise DataFileError(parsed.problems)
    for left_out in parsed.skipped:
        if left_out.stage == "articles":
            raise UsageError(f"{left_out.article}: {left_out.reason}")
    articles = with_names(parsed.articles, settings.config)
    if len(articles) != 1:
        raise UsageError(f"{name} holds {len(articles):,} articles; a version is one")
    return articles[0]


def _from_file(name: str, settings: Settings) -> InputsRead:
    return read_inputs((name,), input_options(settings))


def _at_revision(name: str, settings: Settings) -> InputsRead:
    """Ask git for the bytes of a file, seen from the top of the checkout, or from here with ./."""
    revision, _, path = name.partition(":")
    extension = PurePosixPath(path).suffix.lower()
    if extension not in ARTICLE_EXTENSIONS:
        kinds = ", ".join(ARTICLE_EXTENSIONS)
        raise UsageError(f"{name}: is no file, and of a revision only these are read: {kinds}")
    commit = commit_of(".", revision)
    text = git(".", "cat-file", "blob", f"{commit}:{path}", what=name)
    flags = Metadata(outlet=settings.outlet, published=settings.published, lang=settings.lang)
    raw = RawArticle(
        name,
        text.encode("utf-8", "surrogateescape"),
        known=((FROM_FLAG, flags),),
        form="html" if extension in PAGE_EXTENSIONS else "text",
    )
    return InputsRead((raw,), load_tables(settings.config.languages or available()))
