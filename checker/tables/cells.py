"""The numbers of a table, each read with what its headers say of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from checker.model import (
    Article,
    Cell,
    Kind,
    Language,
    Mention,
    Quantity,
    Sentence,
    Skipped,
    Span,
    Table,
    Token,
    TokenKind,
)
from checker.quantities.ends import readings_of, stated_ends
from checker.readings import precision_of
from checker.rows import NamedTuple
from checker.tables.captions import caption_unit, says_when
from checker.tables.headers import NOTHING, Header, Noun, Unit, is_total, read_header
from checker.tables.walk import Place, places_in
from checker.text import fold_word
from checker.values import field, frozen, record, replace

# So many headers of rows are read in one table; longer tables are lists of things with names.
_MOST_ROW_HEADERS = 200
# A mark that leads to a footnote is no longer: "1,200 a", "300 [b]".
_LONGEST_MARK = 1
# What tells a row from others is shown beside a claim.
_LONGEST_LABEL = 80


@frozen
class Reading:
    """What headers are read with: the language, its names, and how a stretch is cut to tokens."""

    language: Language
    names: Callable[[], frozenset[str]]
    tokens: Callable[[Span], tuple[Token, ...]]


@record
class _Reader:
    """One article whose tables are read; what a header says is worked out once."""

    article: Article
    quantities: list[Quantity]
    words: Reading
    starts: list[int] = field(default_factory=list)
    known: dict[str, Header] = field(default_factory=dict)
    tokens: dict[Span, tuple[Token, ...]] = field(default_factory=dict)
    common: frozenset[str] | None = None
    row_headers: int = 0
    caption: Unit | None = None
    dropped: set[int] = field(default_factory=set)

    def inside(self, cell: Cell) -> range:
        """Return the numbers of the quantities of a cell."""
        return range(bisect_left(self.starts, cell.start), bisect_left(self.starts, cell.end))

    def says(self, cell: Cell) -> Header:
        """Return what a header says."""
        text = self.said(cell)
        if text not in self.known:
            self.known[text] = read_header(text, self.words.language)
        return self.known[text]

    def said(self, cell: Cell) -> str:
        """Return the text of a cell."""
        return self.article.text[cell.start : cell.end]

    def header_tokens(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens of a header, which many cells ask for."""
        if span not in self.tokens:
            self.tokens[span] = self.words.tokens(span)
        return self.tokens[span]

    def is_name(self, cell: Cell) -> bool:
        """Whether a header is a name of the vocabulary: "Netherlands" is no plural."""
        return fold_word(self.said(cell)).strip() in self.words.names()

    def is_common(self, cell: Cell, noun: Noun) -> bool:
        """Whether the noun of a row is no name: it, or what follows it, is written small."""
        tokens = self.header_tokens(Span(cell.start, cell.end))
        rest = [t for t in tokens[noun.head + 1 :] if t.kind == TokenKind.WORD]
        rest = [token for token in rest if token.end - token.start > _LONGEST_MARK]
        if rest and all(self.article.text[token.start].islower() for token in rest):
            return True
        if self.common is None:
            words = {word.strip(".,;:!?()[]\"'’“”«»*_") for word in self.article.text.split()}
            self.common = frozenset(word for word in words if word.islower())
        return tokens[noun.head].word in self.common


def read_cells(
    article: Article, quantities: Sequence[Quantity], words: Reading
) -> tuple[list[Quantity], list[Skipped]]:
    """
    Read the numbers in the tables of an article with their headers; all others stay.

    Bare numbers in the headers of columns are left out, and named with the reason.
    """
    reader = _Reader(article, list(quantities), words)
    reader.starts = [one.span.start for one in quantities]
    for table in article.tables:
        reader.row_headers = 0
        reader.caption = caption_unit(article.text, table, words.language)
        _read_table(reader, table)
    kept = [one for at, one in enumerate(reader.quantities) if at not in reader.dropped]
    gone = [reader.quantities[at] for at in sorted(reader.dropped)]
    return kept, [Skipped("quantities", "", "header", one.span, one.surface) for one in gone]


def _read_table(reader: _Reader, table: Table) -> None:
    """Read the numbers of one table."""
    text = reader.article.text
    places = list(places_in(table, text, lambda cell: bool(reader.inside(cell))))
    is_only = not places or places[-1].row == 0
    for cell in {cell for place in places for cell in place.above}:
        reader.dropped.update(at for at in reader.inside(cell) if _is_bare(reader.quantities[at]))
    for place in places:
        inside = reader.inside(place.cell)
        if not inside or place.cell.columns > 1 or not _is_numeric(reader, place.cell, inside):
            continue
        quantity = reader.quantities[inside[0]]
        said = _said(reader, place, quantity)
        if said is not None:
            label = _label(reader, place, said, is_only=is_only)
            reader.quantities[inside[0]] = _placed(reader, place, (quantity, said, label))


def _is_numeric(reader: _Reader, cell: Cell, inside: range) -> bool:
    """Whether a cell holds a number and no words of its own."""
    found = [reader.quantities[number] for number in inside]
    if found[0].kind != "count" and found[0].surface == reader.said(cell):
        return True
    for token in reader.words.tokens(Span(cell.start, cell.end)):
        is_own = any(one.span.start <= token.start < one.span.end for one in found)
        is_mark = token.end - token.start <= _LONGEST_MARK
        if not is_own and token.kind == TokenKind.WORD and not is_mark:
            return False
    before = reader.article.text[cell.start : found[0].span.start]
    return found[0].kind != "count" and not any(map(str.isalnum, before))


# --------------------------------------------------------------------------- what headers say


class _Said(NamedTuple):
    """What the headers of a cell say: `source` names what is measured, `noun` its noun."""

    unit: Unit | None
    noun: Noun | None
    source: Cell | None


def _said(reader: _Reader, place: Place, quantity: Quantity) -> _Said | None:
    """Gather what the headers of a cell say of its number; None for nothing."""
    unit: Unit | None = None
    noun: Noun | None = None
    source: Cell | None = None
    for cell, header in _headers(reader, place):
        if header.unit is not None and unit is None:
            unit, source = header.unit, source or cell
        is_free = noun is None and (unit is None or unit.kind == "number")
        if header.noun is not None and is_free and _is_noun(reader, place, cell, header.noun):
            noun, source = header.noun, cell
    if unit is None and noun is None and _is_bare(quantity):
        unit = _of_caption(reader, place)
    if not _is_bare(quantity):
        noun = None
        source = source or _naming(reader, place)
    if unit is None and noun is None and (_is_bare(quantity) or source is None):
        return None
    return _Said(unit, noun, source)


def _of_caption(reader: _Reader, place: Place) -> Unit | None:
    """Return the unit in the line above a table, where the header of a column says only when."""
    language = reader.words.language
    are_whens = all(says_when(reader.said(cell), language) for cell in place.above)
    return reader.caption if are_whens else None


def _headers(reader: _Reader, place: Place) -> Iterator[tuple[Cell, Header]]:
    """Yield the headers of a cell with what they say: its column first."""
    for cell in place.above:
        yield cell, reader.says(cell)
    for cell in place.beside:
        reader.row_headers += 1
        if reader.row_headers <= _MOST_ROW_HEADERS:
            yield cell, reader.says(cell)


def _is_noun(reader: _Reader, place: Place, cell: Cell, noun: Noun) -> bool:
    """Whether a header names what is counted; headers of rows mostly name whose number it is."""
    if reader.is_name(cell):
        return False
    return cell in place.above or (place.corner is None and reader.is_common(cell, noun))


def _naming(reader: _Reader, place: Place) -> Cell | None:
    """Return the header that names what a number with a unit of its own is."""
    nearest = place.above[0] if place.above else None
    if nearest is None or any(map(str.isdigit, reader.said(nearest))):
        return None
    return nearest


def _is_bare(quantity: Quantity) -> bool:
    """Whether a number says nothing of what it measures."""
    is_number = quantity.kind == "number" and not quantity.unit
    return is_number and quantity.mention.form != "fraction"


def _label(reader: _Reader, place: Place, said: _Said, *, is_only: bool) -> str:
    """
    Return the words that tell a number from others under its header, none for a total.

    Without headers it is the row that tells them apart, unless there is only one.
    """
    section = (place.section,) if place.section else ()
    others = [c for c in (*place.above, *section, *place.beside) if c is not said.source]
    told = [" ".join(reader.said(cell).split()) for cell in others]
    own = [one for one in told if not is_total(one, reader.words.language)]
    if told or is_only:
        return ", ".join(own)[:_LONGEST_LABEL]
    return f"#{place.row + 1}"


# --------------------------------------------------------------------------- the quantity


def _placed(reader: _Reader, place: Place, by: tuple[Quantity, _Said, str]) -> Quantity:
    """Write a number down with what its headers say, as if these stood behind it."""
    quantity, said, label = by
    own = quantity.mention.sentence.tokens[quantity.first : quantity.last]
    named = _named(reader, place, said)
    sentence = Sentence(Span(place.cell.start, place.cell.end), (*own, *named), place.around, label)
    kind, unit = _kind(quantity, said)
    mention = _mention(quantity, said, sentence, is_counted=kind == "count")
    literal, expected = readings_of(mention, kind, reader.words.language)
    low, high = stated_ends(mention)
    noun = said.noun if kind == "count" else None
    candidates = quantity.unit_candidates
    if said.unit is not None and _takes(quantity, said):
        candidates = said.unit.candidates
    phrase = named[: noun.last - noun.first] if noun else ()
    return replace(
        quantity,
        mention=mention,
        kind=kind,
        unit=unit,
        unit_candidates=candidates,
        literal=literal,
        expected=expected,
        first=0,
        last=len(own) + len(phrase),
        noun=reader.article.text[phrase[0].start : phrase[-1].end] if phrase else quantity.noun,
        head=len(own) + noun.head - noun.first if noun else None,
        value=mention.value,
        low=low,
        high=high,
    )


def _named(reader: _Reader, place: Place, said: _Said) -> tuple[Token, ...]:
    """Return the words of all headers of a cell, those of its source first."""
    section = (place.section,) if place.section else ()
    cells = [c for c in (*place.above, *place.beside, *section) if c is not said.source]
    found: list[Token] = []
    for cell in (*((said.source,) if said.source else ()), *cells):
        text = reader.said(cell)
        size = reader.known.get(text, NOTHING).size or len(text)
        tokens = reader.header_tokens(Span(cell.start, cell.start + size))
        found += tokens[said.noun.first if said.noun and cell is said.source else 0 :]
    return tuple(found)


def _takes(quantity: Quantity, said: _Said) -> bool:
    """Whether a number takes the unit of its headers: it has none of its own."""
    return _is_bare(quantity) and said.unit is not None and said.unit.kind != "number"


def _kind(quantity: Quantity, said: _Said) -> tuple[Kind, str]:
    """Return the kind and unit of a number under its headers."""
    if said.unit is not None and _takes(quantity, said):
        return said.unit.kind, said.unit.unit
    if said.noun is not None:
        return "count", said.noun.unit
    return quantity.kind, quantity.unit


def _mention(quantity: Quantity, said: _Said, sentence: Sentence, *, is_counted: bool) -> Mention:
    """Move a mention into its sentence, multiplied by the magnitude of its header."""
    mention, scale = quantity.mention, _scale(quantity, said)
    if is_counted and mention.other is not None and mention.value is not None:
        # Things that are counted are whole: "1.234" is more than a thousand.
        value = max(mention.value, mention.other)
        grain, places = precision_of(value)
        mention = replace(mention, value=value, other=None, grain=grain, places=places)
    names = ("value", "low", "high", "grain", "places", "other")
    told = {name: getattr(mention, name) for name in names}
    moved = {
        name: getattr(mention, name) - quantity.first
        for name in ("first", "last", "number_first", "number_last")
    }
    scaled = {name: value * scale for name, value in told.items() if value is not None}
    return replace(mention, sentence=sentence, **scaled, **moved)


def _scale(quantity: Quantity, said: _Said) -> Decimal:
    """Return the magnitude that a header adds: none where the cell tells its own unit."""
    unit = said.unit
    if unit is None:
        return Decimal(1)
    if _is_bare(quantity):
        return unit.scale
    is_same = quantity.kind == unit.kind == "currency" and quantity.unit == unit.unit
    tokens = quantity.mention.sentence.tokens[quantity.first : quantity.last]
    is_plain = sum(token.kind != TokenKind.SYMBOL for token in tokens) == 1
    return unit.scale if is_same and is_plain else Decimal(1)
