"""Examples that are missing: against what must not match, and in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from checker.detect import detect_language
from checker.inputs import load_tables
from checker.languages import available
from checker.lint.advice import advise
from checker.lint.terms import terms_of
from checker.model import Advice, Rule
from checker.rules.checks import Draft
from checker.rules.compiled import rule_of


def check_examples(draft: Draft) -> Iterator[Advice]:
    """Yield what the examples of a rule leave out."""
    rule = rule_of(draft)
    held = [example for example in rule.examples if example.todo is None]
    against = sum(example.is_counterexample for example in held)
    place = draft.node.key("examples") or draft.node.at("id")
    if not held:
        message = "the rule has no example: nothing shows that it works"
        advice = "Write `examples:` with texts that it finds, and as many that it must not."
        yield advise(draft, "no-examples", place, message, advice)
    elif against * 2 < len(held):
        message = f"examples and counterexamples: {len(held) - against} and {against}"
        advice = "Add texts with `finds: nothing`, and pairs that must not disagree."
        yield advise(draft, "few-counterexamples", place, message, advice)
    if held:
        yield from _without_example(draft, rule)


def _without_example(draft: Draft, rule: Rule) -> Iterator[Advice]:
    """Find the languages that have words and no example."""
    tried = _languages_tried(rule)
    for terms in terms_of(draft):
        if terms.key == "words" and terms.language in available() and terms.language not in tried:
            message = f"no example is in `{terms.language}`, for which there are words"
            yield advise(draft, "missing-language", terms.place, message, "Add an example.")


def _languages_tried(rule: Rule) -> set[str]:
    stop_words = load_tables(available()).stop_words
    samples = [s for example in rule.examples if not example.todo for s in example.samples]
    return {sample.lang or detect_language(sample.text, stop_words) or "" for sample in samples}


def check_languages(drafts: Sequence[Draft]) -> Iterator[Advice]:
    """Find rules without words for a language that most rules of their folder have."""
    folders: dict[str, list[Draft]] = {}
    for draft in drafts:
        folders.setdefault(str(PurePath(draft.node.file.path).parent), []).append(draft)
    for together in folders.values():
        spoken = [languages_of(draft) for draft in together]
        counts = Counter(language for languages in spoken for language in languages)
        usual = [name for name, count in counts.items() if 2 * count > len(together)]
        for draft, languages in zip(together, spoken, strict=True):
            missing = [name for name in usual if languages and name not in languages]
            yield from (_missing(draft, name) for name in missing)
        for draft in together:
            yield from _values_without(draft)


def _missing(draft: Draft, language: str) -> Advice:
    message = f"no words for `{language}`, which most rules of this folder have"
    place = draft.node.key("words") or draft.node
    return advise(draft, "missing-language", place, message, "Its articles make no claim here.")


def languages_of(draft: Draft) -> set[str]:
    """Return the languages in which a rule names what it counts."""
    facet = draft.values["words"] if isinstance(draft.values["words"], str) else ""
    return {
        terms.language
        for terms in terms_of(draft)
        if terms.key == "words" or (facet and terms.facet == facet)
    }


def _values_without(draft: Draft) -> Iterator[Advice]:
    """Find values of a facet that have words, but not in every language of the rule."""
    spoken = languages_of(draft)
    by_value: dict[tuple[str, str], set[str]] = {}
    for terms in terms_of(draft):
        if terms.facet:
            by_value.setdefault((terms.facet, terms.value), set()).add(terms.language)
    for (facet, value), languages in by_value.items():
        for language in sorted(spoken - languages):
            node = draft.node.at("facets", facet, "values", value, "words")
            message = f"the value `{value}` has no words for `{language}`, which the rule has"
            yield advise(draft, "missing-language", node, message, f"Add `{language}: […]`.")
