"""
What is legal in a rule file and still a mistake: words that never match, gaps, slow patterns.

`lint_rules` is pure: texts in, findings out. What is wrong outright (the shape, ids, names) is what
loading the rules says; `words`, `examples`, `patterns` and `overlaps` hold one kind of check each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from checker.languages import available
from checker.lint.examples import check_examples, check_languages
from checker.lint.overlaps import check_duplicates, check_overlaps
from checker.lint.patterns import check_patterns
from checker.lint.words import check_words
from checker.model import Advice
from checker.rules import Known, RuleFiles
from checker.rules.compiled import read_drafts, rule_of

__all__ = ["CODES", "lint_rules"]

CODES: Final = {
    "ambiguous": "one word says two values of a facet",
    "duplicate": "two rules count the same thing with the same words",
    "few-counterexamples": "fewer examples that must find nothing or differ than others",
    "missing-language": "no words or no example for a language that the others have",
    "never-matches": "a word that no text can match, or that another key always excludes",
    "no-examples": "no example at all",
    "no-pack": "words for a language that cannot be read yet",
    "overlap": "a number of an example is also a claim of another rule",
    "redundant": "a word that another word of the list covers",
    "slow-pattern": "a regular expression that some text makes take too long",
}
"""Every code of an advice with what it means."""


def lint_rules(
    files: RuleFiles, known: Known, only: Iterable[str] | None = None
) -> tuple[Advice, ...]:
    """
    Look at rule files and at how they go together; in order of path and place.

    Files with problems are left out: they do not load. `only` are ids of rules, by default all;
    the others are still what they may overlap with.
    """
    read, _ = read_drafts(files.texts, known, files.layers)
    drafts = list(read)
    languages = available()
    found: list[Advice] = []
    wanted = {draft.values["id"] for draft in drafts} if only is None else set(only)
    for draft in drafts:
        if draft.values["id"] in wanted:
            found += check_words(draft, languages)
            found += check_examples(draft)
            found += check_patterns(draft)
    found += check_languages(drafts)
    # Of two rules alike the later is told about, of two that overlap the first: one asked for.
    drafts = sorted(drafts, key=lambda draft: draft.values["id"] in wanted)
    found += check_duplicates(drafts)
    drafts = sorted(drafts, key=lambda draft: draft.values["id"] not in wanted)
    found += check_overlaps([rule_of(draft) for draft in drafts], drafts, wanted)
    kept = (advice for advice in set(found) if advice.rule in wanted)
    return tuple(sorted(kept, key=lambda advice: (advice.problem, advice.code)))
