"""
The article of a page as a body extractor sees it; only marks come of it, never text.

trafilatura (the extra `html`) flows the text anew and keeps no offsets, so that its words are found
again in the blocks of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from checker.articles.html.flow import Block
from checker.errors import UsageError

FindBody = Callable[[str], str]
"""From a page to the text of its article, paragraphs on lines of their own; empty without one."""

_WORD = re.compile(r"[^\W_]+")
# Fewer words ("Share this") may stand in a sentence by chance: they must be a whole line.
_FEWEST_WORDS = 4
# An extractor that kept less than one part in so many of what the tags keep lost the article.
_LEAST_SHARE = 10


def load_extractor() -> FindBody:
    """Return what finds the article of a page. Raises: UsageError without trafilatura."""
    try:
        from trafilatura import extract
    except ImportError:
        raise UsageError(
            "`--body trafilatura` needs trafilatura; install it with: pip install 'checker[html]'"
        ) from None

    def find_body(page: str) -> str:
        return extract(page, include_comments=False, include_tables=True) or ""

    return find_body


def asides_by(body: str, text: str, blocks: Iterable[Block], by_tags: list[bool]) -> list[bool]:
    """
    Say of each block of a page's `text` whether it stands beside the article that `body` tells.

    Where hardly anything of the article is found again, the answer of the tags stands.
    """
    lines = {_words(line) for line in body.splitlines()}
    whole = _words(body)
    blocks = list(blocks)
    found = [not _is_told(_words(text[block.start : block.end]), lines, whole) for block in blocks]
    sizes = [block.end - block.start for block in blocks]
    kept = sum(size for size, is_aside in zip(sizes, found, strict=True) if not is_aside)
    by_tags_kept = sum(size for size, is_aside in zip(sizes, by_tags, strict=True) if not is_aside)
    return found if kept * _LEAST_SHARE >= by_tags_kept else by_tags


def _words(text: str) -> str:
    """Fold a text to its words, a blank round each, so that whole words are found again."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _is_told(words: str, lines: set[str], whole: str) -> bool:
    """Whether a block is a line of the article, or stands inside one."""
    return words in lines or (words.count(" ") > _FEWEST_WORDS and words in whole)
