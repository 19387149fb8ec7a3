"""
Text as the stages read it: folded for look-up, cut into sentences, clauses and tokens.

Offsets always point into `Article.text`. Folding (NFC, lower case, plain apostrophes and hyphens,
nothing invisible) usually keeps every offset; where it does not, an offset map leads back.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from checker.model import Language, Sentence, SentenceWords, Span, Token, TokenKind
from checker.model.language import Words
from checker.values import field, frozen, record

# Soft hyphen, zero-width characters, direction marks and the byte-order mark.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_HAS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
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

    def forth(self, offset: int) -> int:
        """Return the first folded index at or after an `offset` of the original text."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold `text` for look-up; equal words in any normal form or case fold to equal strings."""
    if unicodedata.is_normalized("NFC", text) and not _HAS_INVISIBLE.search(text):
        lower = text.lower()
        if len(lower) == len(text):
            return Folded(_plain_marks(lower))
    return _fold_with_offsets(text)


def _plain_marks(text: str) -> str:
    """Write apostrophes and hyphens one way; the length stays."""
    if text.isascii():
        return text
    for mark, plain in _SAME_LENGTH:
        text = text.replace(mark, plain)
    return text


# A base character, or a Hangul or combining run that NFC may join with it.
_CLUSTER = re.compile(
    r"[\s\S][\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff\u1160-\u11ff\u3099\u309a]*"
)


def _fold_with_offsets(text: str) -> Folded:
    """Fold cluster by cluster, remembering where each folded character came from."""
    out: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        visible = _HAS_INVISIBLE.sub("", cluster.group())
        folded = _plain_marks(unicodedata.normalize("NFC", visible).lower())
        out.append(folded)
        offsets.extend([cluster.start()] * len(folded))
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


def fold_word(word: str) -> str:
    """Fold a word or term of a data file exactly as text is folded."""
    return fold(word).text


# --------------------------------------------------------------------------- tokens

# Addresses are looked for only in text that has one of these: trying them at every word is slow.
_HAS_ADDRESS = re.compile(r"@|://|www\.")
_ADDRESS = r"""
    (?P<address>
        (?:https?://|www\.)[^\s<>"'()\[\]]+
      | [\w.+-]+@[\w-]+\.[\w.-]+
    )
"""
_WORD = r"(?P<word>[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*)"
_VERSION = r"(?P<version>v\d+(?:\.\d+)+(?!\w))"
# Groups hold exactly three digits, so that "4 93" stays two numbers; lakh groups come first.
_DIGITS = r"""
    (?P<fixed>(?=\d)(?:
        \d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}(?::\d{2})?)?(?![\w-])
      | \d{1,2}/\d{1,2}/\d{2,4}(?![\w/])
      | (?:\d{1,2}\.){2}\d{4}(?!\.?\w)
      | \d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[ap]\.?m\b\.?)?(?!\w)
      | \d+(?:\.\d+){2,}(?!\w)(?<!\d\.\d{3}\.\d{3})
    ))
  | (?P<number>
        \d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?
      | \d{1,3}(?:%(groups)s)(?!\d)(?:[.,]\d+(?![.,]?\d))?
      | \d+(?:[.,·]\d+)?
      | \.(?<![\w.,]\.)\d+
      | [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]
    )
"""
_SYMBOL = r"(?P<symbol>\S)"


@functools.cache
def _token_pattern(
    groups: tuple[str, ...], words: SentenceWords, addresses: bool
) -> re.Pattern[str]:
    """Compile the tokeniser for the group separators and leaning words of one language."""
    joined = "|".join(f"(?:{re.escape(mark)}\\d{{3}})+" for mark in groups) or r"(?!)"
    leaning = [
        rf"(?P<{name}>(?:{_alternatives(table)})(?{look}\w))"
        for name, table, look in (
            ("whole", words.whole, "!"),
            ("lean", words.elisions, "="),
            ("tail", words.suffixes, "!"),
        )
        if table
    ]
    first = [_ADDRESS, _VERSION] if addresses else [_VERSION]
    parts = [*first, *leaning, _WORD, _DIGITS % {"groups": joined}, _SYMBOL]
    return re.compile("|".join(parts), re.VERBOSE)


def _alternatives(words: Iterable[str]) -> str:
    """Write `words` as a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_KINDS = {
    "address": TokenKind.FIXED,
    "version": TokenKind.FIXED,
    "fixed": TokenKind.FIXED,
    "number": TokenKind.NUMBER,
    "symbol": TokenKind.SYMBOL,
}


@functools.cache
def _kinds(pattern: re.Pattern[str]) -> tuple[TokenKind, ...]:
    """Return the kind that each group of the tokeniser stands for, by group number."""
    named = {number: name for name, number in pattern.groupindex.items()}
    return tuple(
        _KINDS.get(named.get(number, ""), TokenKind.WORD) for number in range(pattern.groups + 1)
    )


def tokens_of(
    folded: str, language: Language, start: int = 0, end: int | None = None
) -> list[Token]:
    """Cut folded text between two offsets into tokens, whose offsets point into `folded`."""
    end = len(folded) if end is None else end
    has_address = _HAS_ADDRESS.search(folded, start, end) is not None
    pattern = _token_pattern(language.numbers.group, language.sentences, has_address)
    kinds = _kinds(pattern)
    # Tokens are made the short way, past the argument checks of NamedTuple: there are many.
    new = tuple.__new__
    return [
        new(Token, (*found.span(), found.group(), kinds[found.lastindex or 0]))
        for found in pattern.finditer(folded, start, end)
    ]


# --------------------------------------------------------------------------- paragraphs

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_STARTS_BLOCK = re.compile(r"\s*(?:[•*#>|+–—-]\s|#{1,6}\s|\||>|\d{1,3}[.)]\s)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]\s]*$")
# A line between these widths was probably broken by a text editor, not by the writer.
_WRAPPED_WIDTHS = range(55, 130)


def paragraphs_of(text: str) -> list[Span]:
    """
    Cut `text` into paragraphs without their surrounding blank space.

    A line is a paragraph, but a hard-wrapped line goes on in the next one.
    """
    spans: list[Span] = []
    before = ""
    for line in _LINE.finditer(text):
        content = line.group().strip()
        if content:
            start = line.start() + line.group().index(content[0])
            end = start + len(content)
            if before and _goes_on(before, content):
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
        before = content
    return spans


def _goes_on(line: str, following: str) -> bool:
    """Whether a hard-wrapped `line` continues in the `following` one."""
    if len(line) not in _WRAPPED_WIDTHS or _ENDS_SENTENCE.search(line):
        return False
    return not _STARTS_BLOCK.match(following)


# --------------------------------------------------------------------------- sentences

_STOP = re.compile(r"(?P<stop>[.!?…]+)(?:[\s\u00a0\u202f]*[»”)\]]|[\"'’])*(?P<gap>\s+)(?=\S)")
_OPENING = "«“\"'‘’([—–- \u00a0\u202f"


def _sentence_spans(text: str, paragraph: Span, abbreviations: Words) -> list[Span]:
    """Cut a paragraph into sentences; nothing but blank space is lost between them."""
    spans, start = [], paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, stop, start, abbreviations):
            spans.append(Span(start, stop.start("gap")))
            start = stop.end()
    spans.append(Span(start, paragraph.end))
    return spans


def _ends_sentence(text: str, stop: re.Match[str], start: int, abbreviations: Words) -> bool:
    """Whether a full stop, or another mark, ends the sentence begun at `start`."""
    following = text[stop.end() : stop.end() + 8].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if stop.group("stop") != "." or following == "":
        return True
    before = text[start : stop.start()].split()
    last = before[-1].lstrip(_OPENING) if before else ""
    if len(last) == 1 and last.isalpha() and last.isupper():
        return False
    return fold_word(last.rpartition("'")[2].rpartition("’")[2]) not in abbreviations


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

    def sentences(self) -> list[Sentence]:
        """Return every sentence, in order."""
        return [
            self._sentence(number, span)
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

    def _holding(self, offset: int) -> Sentence | None:
        """Return the sentence around an offset into the text, or None between paragraphs."""
        number = bisect_right(self.paragraphs, offset, key=_start) - 1
        if number < 0 or offset >= self.paragraphs[number].end:
            return None
        spans = self._spans(number)
        span = spans[max(bisect_right(spans, offset, key=_start) - 1, 0)]
        return self._sentence(number, span)

    def _spans(self, number: int) -> list[Span]:
        """Return the sentence spans of one paragraph."""
        spans = self._sentences.get(number)
        if spans is None:
            abbreviations = self.language.sentences.abbreviations
            spans = _sentence_spans(self.text, self.paragraphs[number], abbreviations)
            self._sentences[number] = spans
        return spans

    def _sentence(self, paragraph: int, span: Span) -> Sentence:
        """Make (once) the sentence of a span."""
        sentence = self._made.get(span.start)
        if sentence is None:
            sentence = Sentence(span, self._tokens(span), paragraph)
            self._made[span.start] = sentence
        return sentence

    def _tokens(self, span: Span) -> tuple[Token, ...]:
        """Cut a span into tokens whose offsets point into the text."""
        start, end = self.folded.forth(span.start), self.folded.forth(span.end)
        tokens = tokens_of(self.folded.text, self.language, start, end)
        if self.folded.offsets is None:
            return tuple(tokens)
        back = self.folded.back
        return tuple(Token(back(t.start), back(t.end), t.word, t.kind) for t in tokens)


def _start(span: Span) -> int:
    return span.start


def make_page(text: str, language: Language, excluded: Sequence[Span] = ()) -> Page:
    """Prepare `text` for the stages; paragraphs inside an `excluded` span are left out."""
    paragraphs = [
        span
        for span in paragraphs_of(text)
        if not any(hole.start <= span.start < hole.end for hole in excluded)
    ]
    return Page(text, language, fold(text), paragraphs)


# --------------------------------------------------------------------------- clauses

_HARD_BREAKS = frozenset(";:()[]—–!?")
# Between two commas, fewer tokens than this are an item of a list, not a clause.
_SHORT_ITEM = 3


def clauses_of(sentence: Sentence, language: Language) -> tuple[int, ...]:
    """
    Return the token index at which each clause of the sentence begins; the first is 0.

    A clause ends at a bracket, dash, colon or semicolon, before a clause word of the pack, before a
    time word that no number follows, and at a comma that does not merely separate the items of a
    list.
    """
    tokens, starts = sentence.tokens, [0]
    words, times = language.sentences.clause_words, language.sentences.time_words
    for index, token in enumerate(tokens):
        if token.word in _HARD_BREAKS or (
            token.word == "," and _ends_clause(tokens, index, language)
        ):
            starts.append(index + 1)
        elif index > starts[-1] and (
            token.word in words or (token.word in times and not _counts(tokens, index, language))
        ):
            starts.append(index)
    return tuple(dict.fromkeys(start for start in starts if start < len(tokens)))


def _counts(tokens: tuple[Token, ...], index: int, language: Language) -> bool:
    """Whether a number follows so closely that no clause begins: "after nearly 15 months"."""
    following = tokens[index + 1 : index + 1 + _SHORT_ITEM]
    numbers = language.numbers.adders
    return any(token.kind is TokenKind.NUMBER or token.word in numbers for token in following)


def _ends_clause(tokens: tuple[Token, ...], comma: int, language: Language) -> bool:
    """Whether what follows the comma is longer than the item of a list."""
    auxiliaries = language.discourse.auxiliaries
    nearby = tokens[comma + 1 : comma + 1 + 2 * _SHORT_ITEM]
    following = [token for token in nearby if token.word not in auxiliaries][:_SHORT_ITEM]
    joins = language.sentences.list_words
    return not any(token.word == "," or token.word in joins for token in following)
