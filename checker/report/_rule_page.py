"""The documentation of one rule, made from its own text: what it reads, compares and shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._rule_list import languages_of
from checker.report._screen import PLAIN, Screen, columns, indented, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Compare, Example, Facet, Rule, Sample, Tolerance
    from checker.model.rules import ByLanguage

    Line = tuple[str, str]

_KINDS = {
    "event": "one event: reports of it must give one figure; a later report supersedes it",
    "level": "a state at a time: figures of the same time must be the same",
    "cumulative": "a running total: a later figure may be higher, never lower",
    "elapsed": "the time since an event: it must fit the day on which that happened",
    "rate": "an amount a period: figures are compared in one period",
    "share": "a part of a whole: parts may not come to more than all of it",
}
_FACETS = {
    "country": "a country",
    "place": "a place",
    "person": "a person",
    "organisation": "an organisation",
    "date": "a date",
    "event": "an event",
    "values": "one of a list",
}
_INDENT = 2


def render(rule: Rule, screen: Screen = PLAIN) -> str:
    """Write everything that the file of a rule says, for a reader."""
    blocks = [
        _head(rule, screen),
        _about(rule, screen),
        *(_keys(rule, screen) if rule.kind != "check" else ()),
        *_examples(rule, screen),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _keys(rule: Rule, screen: Screen) -> Iterator[str]:
    """Write what the keys of a rule file say; a check has none."""
    yield _section("What it counts", _counted(rule), screen)
    yield _section("What must match before two claims are compared", _facets(rule), screen)
    yield _section("How they are compared", _compared(rule), screen)


def _head(rule: Rule, screen: Screen) -> str:
    title = screen.paint(indented(safe(rule.title), 0, screen.width), "bold")
    place = screen.paint(indented(safe(f"{rule.id} · {rule.path}"), 0, screen.width), "dim")
    return f"{title}\n{place}"


def _about(rule: Rule, screen: Screen) -> str:
    """Wrap the text a paragraph or list item at a time; Markdown reads well as it stands."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", rule.about.strip()):
        items = re.split(r"\n(?=\s*(?:[-*+]|\d+[.)])\s)", paragraph)
        paragraphs.append("\n".join(indented(safe(item), _INDENT, screen.width) for item in items))
    if rule.link:
        paragraphs.append(indented(safe(f"More: {rule.link}"), _INDENT, screen.width))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _section(title: str, lines: Iterator[Line], screen: Screen) -> str:
    """Draw a heading and under it names with their texts, aligned."""
    rows = [(safe(name), safe(text)) for name, text in lines]
    if not rows:
        return ""
    margin = _INDENT + max(columns(name) for name, _ in rows) + 2
    drawn = [screen.paint(indented(title, 0, screen.width), "bold")]
    for name, text in rows:
        first, *rest = wrap(text, max(screen.width - margin, 20))
        gap = " " * (margin - _INDENT - columns(name))
        drawn.append(f"{' ' * _INDENT}{name}{gap}{first}".rstrip())
        drawn += [" " * margin + line for line in rest]
    return "\n".join(drawn)


def _counted(rule: Rule) -> Iterator[Line]:
    yield "unit", rule.unit
    yield "kind", f"{rule.kind}, {_KINDS[rule.kind]}"
    if rule.words_facet:
        yield "words", f"those of the facet {rule.words_facet}, below"
    yield from _terms("words", rule.words)
    yield from _terms("needs", rule.needs, "one of these in the same sentence")
    yield from _terms("resumes", rule.resumes, "these go on telling of what was named before")
    yield from _terms("unless", rule.unless, "none of these in the same clause")
    yield "languages", ", ".join(languages_of(rule))


def _terms(name: str, terms: ByLanguage, meaning: str = "") -> Iterator[Line]:
    """Give the terms of each language, after a line that says what they are for."""
    if meaning and terms:
        yield name, f"{meaning}:"
        name = ""
    for language, words in terms.items():
        yield name, f"{language}: {', '.join(words) or 'none'}"
        name = ""


def _facets(rule: Rule) -> Iterator[Line]:
    for facet in rule.facets:
        yield facet.name, _facet(facet)
        for value in facet.values.values():
            parts = f" (holds {', '.join(value.parts)})" if value.parts else ""
            whole = ", which add up to it" if value.complete else ""
            yield "", f"{value.id}{parts}{whole}"
            for language, words in value.words.items():
                yield "", f"· {language}: {', '.join(words)}"


def _facet(facet: Facet) -> str:
    """Say what kind of value a facet has and what happens without one."""
    told = [_FACETS[facet.type]]
    if facet.required:
        told.append("needed: a number without it is no claim")
    if facet.default is not None:
        told.append(f"{facet.default} when the text says nothing")
    return "; ".join(told)


def _of_figures(compare: Compare) -> Iterator[Line]:
    if compare.fold is not None:
        yield "fold", f"{wording.number(compare.fold)} times apart, two events are likelier"
    if compare.dates == "period":
        yield "dates", "one figure for each month, quarter or year"
    if compare.measures == "change":
        yield "measures", "a change: a rise by a figure is the figure itself"
    if compare.measures == "fall":
        yield "measures", "a fall: a fall by a figure is the figure itself"


def _compared(rule: Rule) -> Iterator[Line]:
    compare, severity = rule.compare, rule.severity
    yield "tolerance", ", ".join(_tolerance(tolerance) for tolerance in compare.tolerances)
    if compare.window_days is not None:
        yield "window", f"at most {wording.counted(compare.window_days, 'day')} apart"
    if rule.kind == "cumulative":
        yield "growth", f"at most {wording.number(compare.growth)}-fold in a week"
    if compare.anchor:
        yield "anchor", f"the date of {compare.anchor}"
    if compare.unit:
        yield "in", compare.unit
    if compare.per:
        yield "per", compare.per
    if compare.minimum is not None:
        yield "min", f"numbers below {wording.number(compare.minimum)} are left alone"
    yield from _of_figures(compare)
    if compare.scope == "story":
        yield "scope", "only inside one story"
    there = f"{severity.same_article} in the same article, {severity.other_article} in another"
    yield "severity", f"{there}, {severity.other_speaker} between two named speakers"
    if rule.message:
        yield "message", rule.message
    if rule.min_version:
        yield "version", f"checker {rule.min_version} or later"
    yield from rule.metadata.items()


def _tolerance(tolerance: Tolerance) -> str:
    if tolerance.kind == "rounding":
        return "rounding"
    if tolerance.kind == "absolute":
        return f"{wording.number(tolerance.amount)} {tolerance.unit}"
    percent = f"{wording.number(tolerance.amount * 100)} %"
    return f"{percent} where an exchange rate is used" if tolerance.kind == "fx" else percent


def _examples(rule: Rule, screen: Screen) -> Iterator[str]:
    """Show the examples by what they are for, in the order of the file."""
    held = [example for example in rule.examples if example.todo is None]
    single = [example for example in held if len(example.samples) == 1]
    groups = (
        ("What it finds", [each for each in single if each.finds != ()]),
        ("What it leaves alone", [each for each in single if each.finds == ()]),
        ("How two claims compare", [each for each in held if len(each.samples) > 1]),
        ("Known gaps", [example for example in rule.examples if example.todo is not None]),
    )
    for title, examples in groups:
        if examples:
            count = f" ({len(examples):,})"
            blocks = [_example(example, screen) for example in examples]
            yield "\n".join([screen.paint(title, "bold") + count, *blocks])


def _example(example: Example, screen: Screen) -> str:
    """Draw each text behind its language and day, then what comes of it."""
    lines = []
    for sample in example.samples:
        known = _known(sample)
        margin = _INDENT + columns(known) + 2 if known else _INDENT
        first, *rest = wrap(safe(sample.text), screen.width - margin)
        lines.append(" " * _INDENT + (f"{screen.paint(known, 'dim')}  " if known else "") + first)
        lines += [" " * margin + line for line in rest]
    told = "; ".join(_outcome(example))
    if told:
        lines.append(indented(f"→ {safe(told)}", 2 * _INDENT, screen.width))
    return "\n".join(lines)


def _known(sample: Sample) -> str:
    return safe(" ".join(part for part in (sample.lang, sample.date, sample.outlet) if part))


def _outcome(example: Example) -> Sequence[str]:
    """Say what an example finds and decides; a text that is left alone needs no word."""
    told = [str(wanted) for wanted in example.finds or ()]
    if example.verdict:
        because = f" ({example.because})" if example.because else ""
        told.append(f"{example.verdict}{because}")
    if example.todo:
        told.append(f"a known gap: {example.todo}")
    return told
