"""What shapes cannot say about a rule: names that must exist, words that must be complete."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from checker.dialects import FAULTS, is_read_alike
from checker.errors import Problem
from checker.rules.known import Known
from checker.rules.shape import NUMBER_KEYS, REASONS, TEXT_KEYS
from checker.schema import Node, Plain, problem_at, problem_inside, suggestion
from checker.values import field, frozen

Values = Mapping[str, Plain]

_FOUND_KEYS: Final = (*NUMBER_KEYS, *TEXT_KEYS)
# The keys of a rule under which its own words stand.
_SPOKEN: Final = ("words", "needs", "unless", "resumes")
_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_COUNTRY = re.compile(r"[A-Z]{2}")
_POLARITIES: Final = ("asserted", "denied", "planned", "sought")


@frozen
class Draft:
    """A rule file as nodes (parents merged in), and the values that were right."""

    node: Node
    stem: str
    values: Values
    known: Known = field(default_factory=Known)

    def facets(self) -> dict[str, Values]:
        """Return the facets in long form, whatever form they are written in."""
        return {
            name: {"type": facet} if isinstance(facet, str) else facet
            for name, facet in self.values.get("facets", {}).items()
        }


def facet_type(facet: Values) -> str:
    """Return the type of a facet: a closed list need not name it."""
    return str(facet.get("type", "values" if "values" in facet else ""))


def check_rule(draft: Draft) -> Iterator[Problem]:
    """Yield every problem that the shapes did not see."""
    checks: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
        _check_id,
        _check_version,
        _check_facets,
        _check_words,
        _check_terms,
        _check_compare,
        _check_examples,
    )
    for check in checks:
        yield from check(draft)


def _check_id(draft: Draft) -> Iterator[Problem]:
    found = draft.values.get("id")
    if found is not None and found != draft.stem:
        advice = f"Name the file {found}.yaml, or write `id: {draft.stem}`."
        message = f"the id `{found}` is not the file name `{draft.stem}`"
        yield problem_at(draft.node.at("id"), message, advice)


def _check_version(draft: Draft) -> Iterator[Problem]:
    wanted, have = draft.values.get("min-version"), draft.known.version
    if wanted and have and _version(wanted) > _version(have):
        message = f"this rule needs version {wanted}; this is version {have}"
        yield problem_at(draft.node.at("min-version"), message, "Install a newer version.")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


# Facets


def _check_facets(draft: Draft) -> Iterator[Problem]:
    for name, facet in draft.facets().items():
        node = draft.node.at("facets", name)
        key = draft.node.at("facets").key(name) or node
        if name in _FOUND_KEYS:
            message = f"a facet cannot be called `{name}`: examples use that key for the number"
            yield problem_at(key, message, "Choose another name.")
        kind = facet_type(facet)
        if not kind:
            yield problem_at(node, f"the facet `{name}` has neither `type` nor `values`")
        elif kind == "values" and "values" not in facet:
            yield problem_at(node, f"the facet `{name}` has no `values`")
        elif kind != "values" and "values" in facet:
            message = f"a facet of type {kind} takes its values from the shared vocabulary"
            yield problem_at(node.at("values"), message, "Remove `values`, or remove `type`.")
        yield from _check_parts(facet.get("values", {}), node.at("values"))
        yield from _check_tellers(draft, name, facet.get("values", {}))
        if "default" in facet:
            yield from _check_value(draft, name, facet["default"], node.at("default"))


def _check_parts(values: Values, node: Node) -> Iterator[Problem]:
    """Parts must be other values of the list, and no value may be part of itself."""
    for name, value in values.items():
        for key in ("parts", "whole-unless", "out-of"):
            yield from _check_listed(name, key, values, node)
        if value.get("complete") and not value.get("parts"):
            yield problem_at(node.at(name, "complete"), f"`{name}` is complete but has no `parts`")


def _check_listed(name: str, key: str, values: Values, node: Node) -> Iterator[Problem]:
    """Check that one value lists other values only."""
    for index, other in enumerate(values[name].get(key, ())):
        place = node.at(name, key, index)
        if other not in values:
            advice = suggestion(other, values, "Values")
            yield problem_at(place, f"`{other}` is no value of this facet", advice)
        elif key == "parts" and name in _all_parts(other, values):
            yield problem_at(place, f"`{name}` would be a part of itself")


def _check_tellers(draft: Draft, name: str, values: Values) -> Iterator[Problem]:
    """Only another facet can tell a value."""
    others = [other for other in draft.facets() if other != name]
    for value, stated in values.items():
        teller = stated.get("told-by")
        if teller is not None and teller not in others:
            place = draft.node.at("facets", name, "values", value, "told-by")
            advice = suggestion(teller, others, "Facets")
            yield problem_at(place, f"`{teller}` is no other facet of this rule", advice)


def _all_parts(name: str, values: Values) -> set[str]:
    """Return a value with its parts, their parts and so on."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part not in seen and part in values:
            seen.add(part)
            waiting.extend(values[part].get("parts", ()))
    return seen


def _check_value(draft: Draft, name: str, value: str, node: Node) -> Iterator[Problem]:
    """Check that `value` can be a value of the facet called `name`."""
    facet = draft.facets()[name]
    kind, countries, events = facet_type(facet), draft.known.countries, draft.known.events
    if kind == "values" and value not in facet.get("values", {}):
        advice = suggestion(value, facet.get("values", {}), "Values")
        yield problem_at(node, f"unknown value `{value}` of the facet `{name}`", advice)
    elif kind == "country" and not _COUNTRY.fullmatch(value):
        advice = "Write its two-letter code, such as UA or RU."
        yield problem_at(node, f"`{value}` is no country code", advice)
    elif kind == "country" and countries is not None and value not in countries:
        yield problem_at(node, f"unknown country code `{value}`", suggestion(value, countries))
    elif kind == "event" and events is not None and value not in events:
        yield problem_at(node, f"unknown event `{value}`", suggestion(value, events))


# Words


def _check_words(draft: Draft) -> Iterator[Problem]:
    words = draft.values.get("words")
    if isinstance(words, str):
        yield from _check_words_facet(draft, words)
        return
    for language, terms in (words or {}).items():
        if not terms:
            node = draft.node.at("words", language)
            yield problem_at(node, f"no words for {language}", "List what is counted.")
    for key in ("needs", "unless"):
        others = draft.values.get(key, {})
        for language in words or {}:
            if others and language not in others:
                message = f"`{key}` has no words for {language}, which `words` has"
                advice = f"Add them, or `{language}: []` where none are wanted."
                yield problem_at(draft.node.at(key), message, advice)


def _check_words_facet(draft: Draft, name: str) -> Iterator[Problem]:
    node, facets = draft.node.at("words"), draft.facets()
    if name not in facets:
        advice = suggestion(name, facets, "Facets") if facets else ""
        advice = f"Write words by language, as in `words: {{en: [{name}]}}`. {advice}".strip()
        yield problem_at(node, f"`words` names `{name}`, which is no facet", advice)
    elif facet_type(facets[name]) != "values":
        yield problem_at(node, f"`words` names `{name}`, which has no closed list of values")
    elif not any(value.get("words") for value in facets[name].get("values", {}).values()):
        yield problem_at(node, f"`words` names `{name}`, whose values have no words")


def _check_terms(draft: Draft) -> Iterator[Problem]:
    """Check the spelling of every term, wherever words stand."""
    tables = [draft.node.at(key) for key in _SPOKEN if draft.node.get(key)]
    facets = draft.node.get("facets")
    for _, facet in facets.pairs if facets else ():
        values = facet.get("values")
        found = [value.get("words") for _, value in (values.pairs if values else ())]
        tables += [words for words in found if words]
    for table in tables:
        for _, terms in table.pairs:
            for term in terms.elements:
                if term.kind == "text":
                    yield from check_term(term)


def check_term(node: Node) -> Iterator[Problem]:
    """Yield what is wrong with one term: `foo*` words, or `/…/`."""
    term = node.text.strip()
    if len(term) > 1 and term.startswith("/") and term.endswith("/"):
        yield from _check_pattern(node, term[1:-1])
        return
    for part in re.finditer(r"\S+", term):
        stem = part[0].removesuffix("*")
        if "*" in stem:
            message = "`*` stands only at the end of a word"
            yield problem_inside(node, part.start() + stem.index("*"), message)
        elif not any(character.isalnum() for character in stem):
            yield problem_inside(node, part.start(), f"`{part[0]}` holds no letter and no digit")
        elif part[0] != stem and len(stem) == 1 and len(term) == len(part[0]):
            message = f"`{part[0]}` would fit too many words"
            yield problem_inside(node, part.start(), message, "Give two letters or more.")


def _is_plain(pattern: str) -> bool:
    """Whether the built-in engine, which compiles much faster, takes a pattern that fits a text."""
    if not is_read_alike(pattern):
        return False
    try:
        return re.compile(pattern, re.IGNORECASE).match("") is None
    except FAULTS:
        return False


def _check_pattern(node: Node, pattern: str) -> Iterator[Problem]:
    """Compile with the library that later runs it, unless any library would take the pattern."""
    if _is_plain(pattern):
        return
    import regex

    try:
        compiled = regex.compile(pattern, regex.IGNORECASE | regex.VERSION1)
        if compiled.match("", timeout=1) is not None:
            yield problem_at(node, "this pattern fits an empty text", "Ask for a character.")
    except TimeoutError:
        yield problem_at(node, "this pattern takes more than a second")
    except (regex.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", None) or str(error)
        offset = getattr(error, "pos", None) or 0
        yield problem_inside(node, 1 + offset, f"bad regular expression: {reason}")


# Comparing


def _check_compare(draft: Draft) -> Iterator[Problem]:
    compare, kind = draft.values.get("compare", {}), draft.values.get("kind")
    place = draft.node.at("compare") if draft.node.get("compare") else draft.node.at("kind")
    for key, wanted in (("anchor", "elapsed"), ("per", "rate")):
        if kind == wanted and key not in compare:
            yield problem_at(place, f"a rule of kind {kind} needs `{key}` under `compare`")
    allowed = {
        "anchor": ("elapsed",),
        "per": ("rate",),
        "growth": ("cumulative",),
        "window": ("event", "level", "rate", "share"),
        "dates": ("level",),
    }
    for key, kinds in allowed.items():
        node = draft.node.at("compare").key(key)
        # A key taken from a parent of another kind is simply not used.
        if key in compare and kind and kind not in kinds and node and node.file is draft.node.file:
            advice = f"It belongs to rules of kind {', '.join(kinds)}."
            yield problem_at(node, f"`{key}` means nothing for kind {kind}", advice)
    if "anchor" in compare:
        yield from _check_anchor(draft, compare["anchor"])


def _check_anchor(draft: Draft, anchor: str) -> Iterator[Problem]:
    """Require an event of the vocabulary, or a facet that tells which event is meant."""
    named = [name for name, facet in draft.facets().items() if facet_type(facet) == "event"]
    events = draft.known.events
    if anchor not in named and events is not None and anchor not in events:
        node = draft.node.at("compare", "anchor")
        advice = suggestion(anchor, [*named, *sorted(events)], "Events and facets of type event")
        yield problem_at(node, f"unknown event `{anchor}`", advice)


# Examples


def _check_examples(draft: Draft) -> Iterator[Problem]:
    node = draft.node.at("examples")
    for example in node.elements if node.kind == "list" else ():
        if example.kind == "mapping":
            yield from _check_form(example)
            yield from _check_because(draft, example)
            finds = example.get("finds")
            for found in (finds, *finds.elements) if finds else ():
                for key, value in found.pairs:
                    yield from _check_found(draft, key, value)


def _check_form(example: Node) -> Iterator[Problem]:
    """Require a text with `finds` or `verdict`, or a pair with a verdict."""
    text, pair, finds = example.get("text"), example.get("pair"), example.get("finds")
    verdict = example.get("verdict")
    if (text is None) == (pair is None):
        yield problem_at(example, "an example has either `text` or `pair`")
    elif pair is not None and verdict is None:
        yield problem_at(example, "a `pair` needs a `verdict`")
    elif pair is not None and finds is not None:
        yield problem_at(finds, "`finds` belongs to a `text`, not to a `pair`")
    elif text is not None and finds is None and verdict is None:
        yield problem_at(example, "a `text` needs `finds` or a `verdict`")


def _check_because(draft: Draft, example: Node) -> Iterator[Problem]:
    because, verdict = example.get("because"), example.get("verdict")
    if because is None or because.kind != "text":
        return
    if verdict is None:
        yield problem_at(because, "`because` needs a `verdict`")
        return
    codes = REASONS.get(verdict.text)
    facets = draft.facets()
    name = because.text.removeprefix("facet ")
    if codes is None or because.text in codes:
        return
    if name != because.text and "facet NAME" in codes:
        if name not in facets:
            yield problem_at(
                because, f"`{name}` is no facet of this rule", suggestion(name, facets)
            )
        return
    message = f"`{because.text}` is no reason for the verdict `{verdict.text}`"
    advice = suggestion(because.text, codes, "Reasons") if codes else "It has no reasons."
    yield problem_at(because, message, advice)


def _check_found(draft: Draft, key: Node, value: Node) -> Iterator[Problem]:
    """Check one key of `finds` and its value."""
    name, facets = key.text, draft.facets()
    if name not in _FOUND_KEYS and name not in facets:
        advice = suggestion(name, (*_FOUND_KEYS, *facets), "Keys")
        yield problem_at(key, f"unknown key `{name}` in `finds`", advice)
    elif value.kind != "text":
        return
    elif name in facets:
        yield from _check_value(draft, name, value.text, value)
    elif name in NUMBER_KEYS and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.text):
        advice = "Write it out, with a point and without separators, as in 2500000 or 2.5."
        yield problem_at(value, f"expected a number, found `{value.text[:40]}`", advice)
    elif name == "polarity" and value.text not in _POLARITIES:
        advice = suggestion(value.text, _POLARITIES, "Allowed")
        yield problem_at(value, f"unknown polarity `{value.text[:40]}`", advice)
    elif name in ("as-of", "since") and not re.fullmatch(f"{_DATE}(/{_DATE})?", value.text):
        advice = "Write it as 2022, 2022-08, 2022-08-24 or first/last."
        yield problem_at(value, f"expected a date, found `{value.text[:40]}`", advice)
