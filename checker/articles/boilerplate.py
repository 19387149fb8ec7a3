"""
Which paragraphs of a page are not the article: buttons, menus, notices, links to other articles.

A false mark loses claims, so a paragraph counts as boilerplate only for its words (the shipped
phrases), its shape (a menu), or its place among such paragraphs; a sentence with a number stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.detect import StopWords, count_votes
from checker.inputs.tables import Boilerplate, Phrases, phrase_words
from checker.text import fold_word
from checker.values import replace

# Most are asked of few pages, so that they are compiled (and kept by `re`) when used.
_SENTENCE_END = r"[.!?…][\"'”’»)\]\s]*$"
_OPENS_QUOTE = ("«", "“", '"', "„", "‘")
_DIGIT = r"\d"
# A year or a whole date is no figure that a mark could lose.
_FIGURE = r"(?<![\d./-])(?!(?:19|20)\d\d(?![.,]?\d))\d"
_LINK = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$")
_MENU_MARKS = "/|>»·•›"
_MENU_MARK = rf"\s+[{_MENU_MARKS}]\s+"
_LABEL_MARK = r"\s*(?:[:\[|»>›–—]|$)"
_WORD = r"[^\W_]+"
_HEAD = re.compile(r"\W*((?:[^\W_]|[\u0300-\u036f])+)(?:\W+((?:[^\W_]|[\u0300-\u036f])+))?")

# Menus of two or three entries look like titles ("War | Europe | News site").
_FEWEST_MENU_MARKS = 3
_LONGEST_MENU_ENTRY = 5
# Introductions of authors are short and close the page.
_AUTHOR_PLACES = 5
# Room for the longest phrase, in characters.
_LONGEST_PHRASE = 80
# No notice of a news site that we know of is longer.
_LONGEST_NOTICE = 900
_LONGEST_EDGE_LINE = 6
_LONGEST_TOP_LINE = 2
_PROSE_WORDS = 12


def find_boilerplate(paragraphs: Sequence[str], tables: Boilerplate) -> list[bool]:
    """Say of each paragraph (without surrounding blank space) whether it is boilerplate."""
    page = _likely(tables.page, paragraphs)
    marked = [_is_certain(paragraph, page) for paragraph in paragraphs]
    author = _likely(tables.author, paragraphs[-_AUTHOR_PLACES:])
    for number in range(max(0, len(paragraphs) - _AUTHOR_PLACES), len(paragraphs)):
        paragraph = paragraphs[number]
        if not marked[number] and not paragraph.startswith(_OPENS_QUOTE):
            marked[number] = _has_phrase(paragraph, author)
    if any(marked):
        _mark_edges(paragraphs, marked)
    return marked


def _likely(phrases: Phrases, paragraphs: Sequence[str]) -> Phrases:
    """Leave out, for speed, the phrases that stand nowhere inside the paragraphs."""
    text = fold_word("\n".join(paragraphs))
    inside = tuple(words for words in phrases.inside if " ".join(words) in text)
    return replace(phrases, inside=inside)


def _is_certain(paragraph: str, phrases: Phrases) -> bool:
    """Whether the paragraph alone shows what it is."""
    if len(paragraph) > _LONGEST_NOTICE:
        return False
    return (
        _is_menu(paragraph) or _LINK.match(paragraph) is not None or _has_phrase(paragraph, phrases)
    )


def _is_menu(paragraph: str) -> bool:
    """Whether it is a bar of short entries: `News / Europe / Asia / Live`."""
    if sum(map(paragraph.count, _MENU_MARKS)) < _FEWEST_MENU_MARKS:
        return False
    entries = re.split(_MENU_MARK, paragraph)
    if len(entries) <= _FEWEST_MENU_MARKS or re.search(_DIGIT, paragraph):
        return False
    return all(
        len(entry.split()) <= _LONGEST_MENU_ENTRY and not re.search(_SENTENCE_END, entry)
        for entry in entries
    )


def _has_phrase(paragraph: str, phrases: Phrases) -> bool:
    """Whether the paragraph is, begins with, or holds one of the phrases."""
    if _has_known_head(paragraph, phrases):
        words = phrase_words(paragraph[:_LONGEST_PHRASE])
        if words in phrases.whole and len(paragraph) < _LONGEST_PHRASE:
            return True
        # Words may begin behind the part that is read, after a long run of marks.
        for phrase in phrases.opening.get(words[0], ()) if words else ():
            if words[: len(phrase)] == phrase and _is_label(paragraph, len(phrase)):
                return True
    return bool(phrases.inside) and _holds_phrase(paragraph, phrases)


def _has_known_head(paragraph: str, phrases: Phrases) -> bool:
    """Whether the first one or two words begin a phrase; asked of every paragraph, so cheap."""
    head = _HEAD.match(paragraph)
    if head is None:
        return False
    first, second = head.groups("")
    if not head.group().isascii():
        first, second = fold_word(first), fold_word(second)
    else:
        first, second = first.lower(), second.lower()
    if first[0].isdecimal() or second[:1].isdecimal():
        return True
    return (first, second) in phrases.heads or (first,) in phrases.heads


def _is_label(paragraph: str, count: int) -> bool:
    """Whether the first `count` words label the rest, which is no sentence with a figure."""
    end = 0
    for _, found in zip(range(count), re.finditer(_WORD, paragraph), strict=False):
        end = found.end()
    return re.match(_LABEL_MARK, paragraph[end:]) is not None or not _states_figure(paragraph)


def _holds_phrase(paragraph: str, phrases: Phrases) -> bool:
    """Whether a phrase stands anywhere in a paragraph that states no figure."""
    joined = f" {' '.join(phrase_words(paragraph))} "
    found = any(f" {' '.join(phrase)} " in joined for phrase in phrases.inside)
    return found and not _states_figure(paragraph)


def _states_figure(paragraph: str) -> bool:
    """Whether it is a sentence that holds a number other than a year."""
    return bool(re.search(_SENTENCE_END, paragraph) and re.search(_FIGURE, paragraph))


def _mark_edges(paragraphs: Sequence[str], marked: list[bool]) -> None:
    """Mark short lines without figures that stand among boilerplate before or after the text."""
    prose = (n for n, text in enumerate(paragraphs) if not marked[n] and _is_prose(text))
    first = next(prose, None)
    if first is None:
        return
    last = len(paragraphs) - 1
    while marked[last] or not _is_prose(paragraphs[last]):
        last -= 1
    for number in range(first):
        beside = marked[number + 1] or (number > 0 and marked[number - 1])
        if beside and _is_short(paragraphs[number], _LONGEST_TOP_LINE):
            marked[number] = True
    if any(marked[last + 1 :]):
        for number in range(last + 1, len(paragraphs)):
            marked[number] |= _is_short(paragraphs[number], _LONGEST_EDGE_LINE)


def _is_short(paragraph: str, longest: int) -> bool:
    """Whether it has few words, no figure, and does not end as a sentence does."""
    return (
        len(paragraph.split()) <= longest
        and not re.search(_DIGIT, paragraph)
        and not re.search(_SENTENCE_END, paragraph)
    )


def _is_prose(paragraph: str) -> bool:
    """Whether it reads as running text."""
    count = len(paragraph.split(None, _PROSE_WORDS))
    return count >= _PROSE_WORDS or (count > _LONGEST_EDGE_LINE and _ends_sentence(paragraph))


def _ends_sentence(paragraph: str) -> bool:
    return re.search(_SENTENCE_END, paragraph) is not None


# So many votes (60 each) that no proper name decides, and three times those of the article.
_FEWEST_FOREIGN_VOTES = 180


def is_foreign_title(paragraph: str, language: str, table: StopWords) -> bool:
    """Whether a line that is no sentence is clearly in another language than the article."""
    if len(paragraph) > 250 or _ends_sentence(paragraph) or paragraph.count(" ") < 5:
        return False
    votes, _ = count_votes(paragraph, table)
    most = max(votes.values(), default=0)
    return most >= _FEWEST_FOREIGN_VOTES and most >= 3 * votes[language]
