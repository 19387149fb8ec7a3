"""Correction notes: the paragraphs in which an article tells its readers that it was changed."""

from __future__ import annotations

from checker.lines import places
from checker.model import Article, Language, Sentence, Span, Token, TokenKind
from checker.model.versions import Note
from checker.phrases import phrase_at, touches
from checker.text import fold_word, make_page

# Behind its label a note goes on with one of these; a comma only before a date.
_BEHIND_LABEL = frozenset(":;.|([)]*_–—-")
# "Updated 3 May", "Updated on Monday, 3 May": where a date begins, its month is not far.
_DATE_WORDS = 4


def find_notes(article: Article, language: Language) -> list[tuple[Span, Note]]:
    """Return every paragraph that is a correction note, in order; front matter holds none."""
    words = language.corrections
    if not words.labels and not words.phrases:
        return []
    hidden = [mark.span for mark in article.marks if mark.reason == "front-matter"]
    page = make_page(article.text, language, hidden)
    starts = {paragraph.start: paragraph for paragraph in page.paragraphs}
    found: dict[int, Span] = {}
    paragraph = Span(0, 0)
    for sentence in page.sentences():
        paragraph = starts.get(sentence.span.start, paragraph)
        is_first = sentence.span.start == paragraph.start
        if (is_first and _has_label(sentence, language)) or _has_phrase(sentence, language):
            found[paragraph.start] = paragraph
    return [(span, _note(article, span)) for span in found.values()]


def paragraph_of(quote: str) -> str:
    """Return the words of a paragraph without case and blank space, to know it again."""
    return " ".join(fold_word(quote).split())


def _has_phrase(sentence: Sentence, language: Language) -> bool:
    """Whether some words of a sentence speak of an earlier version of the article."""
    phrases, tokens = language.corrections.phrases, sentence.tokens
    return any(
        token.word in phrases and phrase_at(phrases, tokens, index) is not None
        for index, token in enumerate(tokens)
    )


def _has_label(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence begins with a label such as "Correction:"."""
    tokens, first = sentence.tokens, 0
    while first < len(tokens) and tokens[first].kind == TokenKind.SYMBOL:
        first += 1
    found = phrase_at(language.corrections.labels, tokens, first)
    return found is not None and _ends_label(tokens, found[0], language)


def _ends_label(tokens: tuple[Token, ...], at: int, language: Language) -> bool:
    """Whether a label ends at a token: at the end, at a mark, or before a date."""
    if at >= len(tokens):
        return True
    word = tokens[at].word
    if word == "," or tokens[at].kind != TokenKind.SYMBOL:
        return _begins_date(tokens, at + (word == ","), language)
    is_hyphen = word == "-" and touches(tokens, at) and touches(tokens, at + 1)
    return word in _BEHIND_LABEL and not is_hyphen


def _begins_date(tokens: tuple[Token, ...], at: int, language: Language) -> bool:
    """Whether a date or a time of day begins at a token: "3 May", "14:30", "Monday"."""
    near = tokens[at : at + _DATE_WORDS]
    if not near:
        return False
    if near[0].kind == TokenKind.FIXED:
        return True
    if near[0].kind != TokenKind.NUMBER:
        return near[0].word in language.dates.anchors
    times = language.numbers.hours | language.dates.anchors
    return any(token.word in times or token.kind == TokenKind.FIXED for token in near[1:])


def _note(article: Article, span: Span) -> Note:
    where = places(article).at(span.start)
    quote = article.text[span.start : span.end]
    return Note(where.path, where.line, where.column, quote)
