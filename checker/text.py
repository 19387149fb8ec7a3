"""
Text as the stages read it: folded for look-up, cut into sentences and tokens.

Offsets always point into `Article.text`. Folding (NFC, lower case, plain apostrophes and hyphens,
nothing invisible) usually keeps every offset; where it does not, an offset map leads back.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from checker.model import Language, Quantity, Sentence, Span, Token
from checker.model.language import SentenceWords, Words
from checker.tokens import Tokeniser, tokeniser_of
from checker.values import field, frozen, record

# Soft hyphen, zero-width characters, direction marks and the byte-order mark.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_UNSEEN = dict.fromkeys(map(ord, _INVISIBLE))
_SAME_LENGTH = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u02bc", "'"),
    ("\u2032", "'"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2212", "-"),
    ("\u2012", "\u2013"),
)
_MARKS = frozenset((*_INVISIBLE, *(mark for mark, _ in _SAME_LENGTH)))
# In a longer text each mark is faster to look for than each character.
_LONGEST_WORD = 40


@frozen
class Folded:
    """
    A folded copy of a text.

    `offsets` maps each folded index (and the end) back to the text; None means that every index is
    its own.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def back(self, index: int) -> int:
        """Return the offset in the original text of the folded `index`."""
        return index if self.offsets is None else self.offsets[index]

    def back_end(self, index: int) -> int:
        """
        Return where, in the original text, what ends before the folded `index` ends.

        Folded characters that came from one cluster ("0" with marks upon it) end with it.
        """
        if self.offsets is None or not index:
            return index
        start, end = self.offsets[index - 1], self.offsets[index]
        return end if end > start else self.offsets[bisect_right(self.offsets, start)]

    def forth(self, offset: int) -> int:
        """Return the first folded index at or after an `offset` of the original text."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold `text` for look-up; equal words in any normal form or case fold to equal strings."""
    folded = _fold_in_place(text)
    return _fold_with_offsets(text) if folded is None else Folded(folded)


def _fold_in_place(text: str) -> str | None:
    """Fold a text of which every character keeps its place; None where one does not."""
    if text.isascii():
        return text.lower()
    if len(text) <= _LONGEST_WORD and _MARKS.isdisjoint(text):
        lower = text.lower()
        is_same = len(lower) == len(text) and unicodedata.is_normalized("NFC", text)
        return lower if is_same else None
    is_seen = not any(mark in text for mark in _INVISIBLE)
    if is_seen and unicodedata.is_normalized("NFC", text):
        lower = text.lower()
        if len(lower) == len(text):
            return _plain_marks(lower)
    return None


def _plain_marks(text: str) -> str:
    """Write apostrophes and hyphens one way; the length stays."""
    for mark, plain in _SAME_LENGTH:
        text = text.replace(mark, plain)
    return text


# A base character, or a Hangul or combining run that NFC may join with it. Text in another normal
# form is rare, so that this is compiled when used.
_CLUSTER = (
    r"[\s\S][\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff"
    r"\u20d0-\u20ff\u1160-\u11ff\u3099\u309a]*"
)


def _fold_with_offsets(text: str) -> Folded:
    """Fold cluster by cluster, remembering where each folded character came from."""
    out: list[str] = []
    offsets: list[int] = []
    for cluster in re.finditer(_CLUSTER, text):
        visible = cluster.group().translate(_UNSEEN)
        folded = _plain_marks(unicodedata.normalize("NFC", visible).lower())
        out.append(folded)
        offsets.extend([cluster.start()] * len(folded))
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


def visible(surface: str) -> str:
    """Return a piece of text composed, without what nobody sees, in its own case."""
    if surface.isascii():
        return surface
    return unicodedata.normalize("NFC", surface.translate(_UNSEEN))


def fold_word(word: str) -> str:
    """Fold a word or term of a data file exactly as text is folded."""
    if word.isascii():
        return word.lower()
    folded = _fold_in_place(word)
    return _fold_with_offsets(word).text if folded is None else folded


# --------------------------------------------------------------------------- paragraphs

# These are asked of hard-wrapped text only, so that they are compiled (and kept by `re`) when used.
_STARTS_BLOCK = r"\s*(?:[•*#>|+–—-]\s|#{1,6}\s|\||>|\d{1,3}[.)]\s)"
_ENDS_SENTENCE = r"[.!?…:;][\"'”’»)\]\s]*$"
# A line between these widths was probably broken by a text editor, not by the writer.
_NARROWEST, _WIDEST = 55, 130


def paragraphs_of(text: str) -> list[Span]:
    """
    Cut `text` into paragraphs without their surrounding blank space.

    A line is a paragraph, but a hard-wrapped line goes on in the next one.
    """
    if "\r" in text:
        # Each break becomes one line feed, without moving what stands around it.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    spans: list[Span] = []
    before, at = "", 0
    for line in text.split("\n"):
        content = line.strip()
        if content:
            start = at if content is line else at + len(line) - len(line.lstrip())
            end = start + len(content)
            if _NARROWEST <= len(before) < _WIDEST and _goes_on(before, content):
                start = spans.pop().start
            spans.append(Span(start, end))
        before = content
        at += len(line) + 1
    return spans


def _goes_on(line: str, following: str) -> bool:
    """Whether a `line` of a wrapped width continues in the `following` one."""
    return not re.search(_ENDS_SENTENCE, line) and not re.match(_STARTS_BLOCK, following)


# --------------------------------------------------------------------------- sentences

# The bound keeps a page of full stops from being tried to its end from each of them.
_STOP = re.compile(r"([.!?…][.!?…]{0,39})(?:\s*[»”)\]]|[\"'’])*(\s+)(?=\S)")
# Room for the longest abbreviation, with what may stand before and behind it.
_LONGEST_ABBREVIATION = 60
# "24. Februar", "150. Geburtstag".
_LONGEST_ORDINAL = 3
_OPENING = "«“\"'‘’([—–- \u00a0\u202f"


def _sentence_spans(text: str, paragraph: Span, words: SentenceWords) -> list[Span]:
    """Cut a paragraph into sentences; nothing but blank space is lost between them."""
    spans, start = [], paragraph.start
    for stop in _STOP.finditer(text, start, paragraph.end):
        if _ends_sentence(text, stop, start, words):
            spans.append(Span(start, stop.start(2)))
            start = stop.end()
    spans.append(Span(start, paragraph.end))
    return spans


def _ends_sentence(text: str, stop: re.Match[str], start: int, words: SentenceWords) -> bool:
    """Whether a full stop, or another mark, ends the sentence begun at `start`."""
    end = stop.end()
    following = text[end]
    if following in _OPENING or not following.isprintable():
        following = visible(text[end : end + 8]).lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if stop[1] != "." or following == "":
        return True
    at = stop.start()
    before = text[max(start, at - _LONGEST_ABBREVIATION) : at].rsplit(None, 1)
    last = visible(before[-1]).lstrip(_OPENING) if before else ""
    if len(last) == 1 and last.isalpha() and last.isupper():
        return False
    if words.starters and last.isdecimal() and len(last) <= _LONGEST_ORDINAL:
        return _begins_sentence(text, end, words.starters)
    if "'" in last or "’" in last:
        last = last.rpartition("'")[2].rpartition("’")[2]
    return fold_word(last) not in words.abbreviations


def _begins_sentence(text: str, start: int, starters: Words) -> bool:
    """Whether the word at `start` begins a sentence where ordinals end in a full stop."""
    word = text[start : start + _LONGEST_ABBREVIATION].lstrip(_OPENING).split(None, 1)[0]
    return fold_word(word.rstrip(",.:;")) in starters


# --------------------------------------------------------------------------- pages


@record
class Page:
    """
    An article's text with its folded copy, cut into sentences on demand.

    `excluded` spans (front matter, say) hold no sentences.
    """

    text: str
    language: Language
    folded: Folded
    paragraphs: list[Span] = field(default_factory=list)
    _sentences: dict[int, list[Span]] = field(default_factory=dict)
    _made: dict[int, Sentence] = field(default_factory=dict)
    _tokeniser: Tokeniser = field(init=False)

    def __post_init__(self) -> None:
        """Find the tokeniser once: there are many sentences."""
        self._tokeniser = tokeniser_of(self.language)

    def sentences(self) -> list[Sentence]:
        """Return every sentence, in order."""
        return [
            self._sentence(span)
            for number in range(len(self.paragraphs))
            for span in self._spans(number)
        ]

    def sentences_at(self, offsets: Iterable[int]) -> list[Sentence]:
        """Return the sentences that hold the ascending folded `offsets`, each once, in order."""
        found: list[Sentence] = []
        end = -1
        for offset in offsets:
            if offset < end:
                continue
            sentence = self._holding(self.folded.back(offset))
            if sentence is not None:
                found.append(sentence)
                end = self.folded.forth(sentence.span.end)
        return found

    def beside(self, sentence: Sentence) -> tuple[Sentence | None, Sentence | None]:
        """Return the sentences before and behind one of this page, in its paragraph."""
        number = bisect_right(self.paragraphs, (sentence.span.start, _FAR)) - 1
        spans = self._spans(number)
        at = spans.index(sentence.span)
        before = self._sentence(spans[at - 1]) if at else None
        return before, self._sentence(spans[at + 1]) if at + 1 < len(spans) else None

    def _holding(self, offset: int) -> Sentence | None:
        """Return the sentence around an offset into the text, or None between paragraphs."""
        number = bisect_right(self.paragraphs, (offset, _FAR)) - 1
        if number < 0 or offset >= self.paragraphs[number].end:
            return None
        spans = self._spans(number)
        span = spans[max(bisect_right(spans, (offset, _FAR)) - 1, 0)]
        return self._sentence(span)

    def _spans(self, number: int) -> list[Span]:
        """Return the sentence spans of one paragraph."""
        spans = self._sentences.get(number)
        if spans is None:
            words = self.language.sentences
            spans = _sentence_spans(self.text, self.paragraphs[number], words)
            self._sentences[number] = spans
        return spans

    def _sentence(self, span: Span) -> Sentence:
        """Make (once) the sentence of a span."""
        sentence = self._made.get(span.start)
        if sentence is None:
            sentence = Sentence(span, self.tokens(span))
            self._made[span.start] = sentence
        return sentence

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """Cut a span into tokens whose offsets point into the text."""
        folded = self.folded
        cut = self._tokeniser.cut
        if folded.offsets is None:
            return tuple(cut(folded.text, span.start, span.end))
        tokens = cut(folded.text, folded.forth(span.start), folded.forth(span.end))
        back, end = folded.back, folded.back_end
        return tuple(Token(back(t.start), end(t.end), t.word, t.kind) for t in tokens)


# Beyond every offset: a span that begins at an offset sorts before the offset with this.
_FAR = sys.maxsize


def make_page(text: str, language: Language, excluded: Sequence[Span] = ()) -> Page:
    """Prepare `text` for the stages; what `excluded` spans cover of its paragraphs is left out."""
    paragraphs = paragraphs_of(text)
    for hole in excluded:
        first, last = bisect_left(paragraphs, hole), bisect_left(paragraphs, (hole.end,))
        if first and paragraphs[first - 1].end > hole.start:
            first -= 1
        paragraphs[first:last] = [
            piece for whole in paragraphs[first:last] for piece in _around(text, whole, hole)
        ]
    return Page(text, language, fold(text), paragraphs)


def _around(text: str, whole: Span, hole: Span) -> Iterator[Span]:
    """Yield what a hole leaves of a paragraph before and behind it, without blanks at the ends."""
    for start, end in ((whole.start, hole.start), (hole.end, whole.end)):
        piece = text[start:end] if start < end else ""
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            yield Span(start + left, start + len(piece.rstrip()))


def by_sentence(quantities: Iterable[Quantity]) -> list[tuple[Quantity, ...]]:
    """Group quantities by the sentence they stand in, in order."""
    groups: dict[object, list[Quantity]] = {}
    for quantity in quantities:
        groups.setdefault(quantity.mention.sentence.key, []).append(quantity)
    return [tuple(group) for group in groups.values()]
