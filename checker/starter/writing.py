"""A drafted rule as YAML with comments, in the form of the shipped rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from checker.model import Sample
from checker.starter.plan import Plan, Sketch

_SCHEMA = "# yaml-language-server: $schema=rule.schema.json"
# What YAML reads as plain text wherever it stands: letters, digits and blanks between them.
_PLAIN = re.compile(r"[^\W\d_][\w*' -]*(?<! )")
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def write_rule(plan: Plan) -> str:
    """Write the file of a rule."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    first = plan.seeds[0]
    yield _SCHEMA
    yield f"id: {plan.name}"
    yield f"title: {_title(plan)}"
    yield "about: |"
    yield "  What is counted, and what is not: a line or two for readers of reports."
    yield f"unit: {plan.guess.unit}"
    yield f"# A guess: {plan.guess.reason}."
    yield f"kind: {plan.guess.kind}"
    yield "# What is counted. `*` is any ending: write it only behind a stem of no other words."
    yield from _table(plan, "words")
    if any(seed.needs for seed in plan.seeds):
        yield "# One of these must stand in the same sentence: keep those that tell what happens."
        yield from _table(plan, "needs")
    if plan.facets:
        yield "# Only claims that do not differ in these are compared."
        yield "facets:"
        yield from (f"  {name}: {of}" for name, of in plan.facets)
    if plan.guess.compare:
        yield "compare:"
        yield from (f"  {key}: {value}" for key, value in plan.guess.compare)
    if plan.examples:
        yield "examples:"
        for is_against in (False, True):
            yield "  # What must not match or differ." if is_against else "  # What it finds."
            yield from (
                write_example(each) for each in plan.examples if each.is_against is is_against
            )
    if first.others:
        left = ", ".join(f"“{other.surface}”" for other in first.others)
        yield f"# Left alone here: {' '.join(left.split())}."


def _title(plan: Plan) -> str:
    """Make a title of the name: the author will know a better one."""
    return plan.name.replace("-", " ").capitalize()


def _table(plan: Plan, key: str) -> Iterator[str]:
    """Write the terms of a key by language, in the order of the sentences."""
    by_language: dict[str, dict[str, None]] = {}
    for seed in plan.seeds:
        terms = by_language.setdefault(seed.article.language, {})
        terms.update(dict.fromkeys(seed.words if key == "words" else seed.needs))
    yield f"{key}:"
    for language, terms in by_language.items():
        yield f"  {language}: [{', '.join(map(_scalar, terms))}]"


def write_example(sketch: Sketch) -> str:
    """Write one example on a line."""
    if len(sketch.samples) == 2:
        one, other = (_scalar(sample.text) for sample in sketch.samples)
        said = f"pair: [{one}, {other}], verdict: {sketch.verdict}"
    else:
        said = f"text: {_scalar(sketch.samples[0].text)}, finds: {sketch.finds}"
    return f"  - {{lang: {_language(sketch.samples)}, {said}}}"


def _language(samples: tuple[Sample, ...]) -> str:
    return samples[0].lang


def _scalar(text: str) -> str:
    """Write a text so that YAML reads it back as it is."""
    plain = " ".join(text.split())
    if _PLAIN.fullmatch(plain) and plain.lower() not in _RESERVED:
        return plain
    # JSON's double-quoted strings are YAML's, but for what YAML cannot hold at all.
    return json.dumps(plain, ensure_ascii=False)
