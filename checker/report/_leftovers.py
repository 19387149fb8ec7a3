"""What a report leaves out, said in a few lines: inputs not read, numbers seen and not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lines import places
from checker.report import _wording as wording
from checker.report._grid import grid
from checker.report._screen import indented, safe, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report, Skipped
    from checker.report._screen import Screen

# A folder of many other files would push the findings off the screen.
_MOST_INPUTS = 3
# So many examples show what kind of number a reason is about.
_MOST_EXAMPLES = 6
# A longer one is no number that a reader would look for.
_LONGEST_EXAMPLE = 40


def leftovers(report: Report, screen: Screen) -> str:
    """Say what was not read, what could not be done, and which numbers were not used."""
    inputs = [skipped for skipped in report.skipped if skipped.stage in ("inputs", "articles")]
    others = [skipped for skipped in report.skipped if skipped.stage not in ("inputs", "articles")]
    notes = [f"{skipped.article}: {skipped.reason}." for skipped in others if not skipped.text]
    lines = unread(inputs, screen, is_all=screen.verbose > 0 or not report.articles)
    lines += [indented(safe(note), 0, screen.width) for note in dict.fromkeys(notes)]
    return "\n".join(
        lines + _unused([skipped for skipped in others if skipped.text], report, screen)
    )


def unread(inputs: Sequence[Skipped], screen: Screen, *, is_all: bool) -> list[str]:
    """Name the articles that were not read; other files of a folder only when all are wanted."""
    named = [skipped for skipped in inputs if is_all or skipped.stage == "articles"]
    if not screen.verbose:
        named = named[:_MOST_INPUTS]
    lines = [
        indented(safe(f"Not read: {skipped.article} ({skipped.reason})."), 0, screen.width)
        for skipped in named
    ]
    if len(named) < len(inputs):
        other = "other file" if named else "file"
        count = wording.counted(len(inputs) - len(named), other)
        lines.append(f"{count} not read (-v lists {_them(len(inputs) - len(named))}).")
    return lines


def _unused(numbers: Sequence[Skipped], report: Report, screen: Screen) -> list[str]:
    """Count numbers; `-v` groups them by reason, `-vv` lists each with its place."""
    count = len({(skipped.article, skipped.span) for skipped in numbers})
    if not count:
        return []
    if not screen.verbose:
        told = wording.counted(count, "number")
        return [f"{told} seen and not used (-v says why)."]
    if screen.verbose > 1:
        return [_each(numbers, report, screen)]
    return [_grouped(numbers, screen)]


def _grouped(numbers: Sequence[Skipped], screen: Screen) -> str:
    """Draw a row for each reason, with examples, the most frequent first."""
    reasons: dict[str, list[str]] = {}
    for skipped in numbers:
        reasons.setdefault(skipped.reason, []).append(skipped.text)
    ordered = sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rows = [(f"{len(texts):,}", _examples(texts), safe(why)) for why, texts in ordered]
    return grid(("", "seen and not used (-vv lists each)", "why"), [rows], screen.width)


def _examples(texts: Sequence[str]) -> str:
    """Quote the first few different texts."""
    different = list(dict.fromkeys(shortened(text, _LONGEST_EXAMPLE) for text in texts))
    more = " …" if len(different) > _MOST_EXAMPLES else ""
    return " · ".join(different[:_MOST_EXAMPLES]) + more


def _each(numbers: Sequence[Skipped], report: Report, screen: Screen) -> str:
    """Draw a row for each number."""
    # A saved report knows no texts, and so no places of what no finding holds.
    files = {article.id: places(article) for article in report.articles if article.text}
    rows = []
    for skipped in numbers:
        place = skipped.article
        if skipped.article in files and skipped.span is not None:
            where = files[skipped.article].within(skipped.span.start)
            place += where if where.startswith("#") else f":{where}"
        rows.append((safe(place), shortened(skipped.text, _LONGEST_EXAMPLE), safe(skipped.reason)))
    return grid(("article", "seen and not used", "why"), [rows], screen.width)


def _them(count: int) -> str:
    return "it" if count == 1 else "them"
