"""
Tags and text of a page, each with its place, as browsers cut them; nothing is ever an error.

One pattern that never gives back what it took: the time is linear in the page, whatever is left
open in it. `html.parser` takes seconds for some pages of a few kilobytes, gives up on others, and
differs between Python releases (docs/decisions/0012-html.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from checker.rows import NamedTuple

_MARKUP = re.compile(
    r"""
    <(?:
      (?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
      # After an equals sign quotes hold the value together, and a `>` with it.
      (?P<attributes>(?:[^=>]++ | =\s*+(?:"[^"]*+" | '[^']*+')? )*+) (?:>|\Z)
    | !--(?:-?>|.*?(?:--!?>|\Z))
    | !\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
    | [!?/][^>]*+(?:>|\Z)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/=]++)(?:\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>\S*)))?"""
)
# What follows in these is text of another language, or a text without tags.
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})


class Tag(NamedTuple):
    """A tag, its name in lower case; `raw` is the span of the content of a raw element."""

    name: str
    is_end: bool
    start: int
    attributes: str = ""
    raw: tuple[int, int] | None = None

    def attribute(self, name: str) -> str | None:
        """Return the value of an attribute, entities decoded; None when the tag has none."""
        return self.values().get(name) if name in self.attributes.lower() else None

    def values(self) -> dict[str, str]:
        """Return all attributes; of one given twice the first counts."""
        found: dict[str, str] = {}
        for each in _ATTRIBUTE.finditer(self.attributes):
            value = each["double"] or each["single"] or each["bare"] or ""
            found.setdefault(each["name"].lower(), unescape(value[:_LONGEST_VALUE]))
        return found


class Text(NamedTuple):
    """The span of a stretch of text; entities are not decoded in a CDATA section."""

    start: int
    end: int
    is_verbatim: bool = False


# Attributes of interest are addresses, names and dates.
_LONGEST_VALUE = 4000


def scan(page: str, start: int = 0) -> Iterator[Tag | Text]:
    """Yield the tags and texts of a `page` from `start` on, in order."""
    while start < len(page):
        found = _MARKUP.search(page, start)
        if found is None:
            yield Text(start, len(page))
            return
        if found.start() > start:
            yield Text(start, found.start())
        start = found.end()
        if found["cdata"]:
            yield Text(*found.span("cdata"), is_verbatim=True)
        elif found["name"]:
            name = found["name"].lower()
            if name in _RAW and not found["close"]:
                raw = (start, _end_of_raw(page, start, name))
                yield Tag(name, False, found.start(), found["attributes"], raw)
                start = raw[1]
            else:
                yield Tag(name, bool(found["close"]), found.start(), found["attributes"])


def _end_of_raw(page: str, start: int, name: str) -> int:
    """Return where the end tag of a raw element begins, or the end of the page."""
    end = _end_tag(name).search(page, start)
    return end.start() if end else len(page)


def _end_tag(name: str) -> re.Pattern[str]:
    # `re` keeps the few patterns that this makes.
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
