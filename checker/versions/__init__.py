"""
Two versions of one article, and the numbers that changed between them.

`reading` finds the versions, `passages` aligns their sentences, `numbers` says which number of
one is which of the other, `notes` finds what tells readers of a correction.
"""

from __future__ import annotations

from checker import __version__
from checker.errors import Problem, UsageError
from checker.languages import load_language
from checker.model import Placed, Tool
from checker.model.versions import VersionDiff
from checker.pipeline import make_placer
from checker.run import Settings, project_of, rules_of, shown_names
from checker.values import frozen
from checker.versions.notes import find_notes, paragraph_of
from checker.versions.numbers import Sides, number_changes
from checker.versions.passages import passages_of
from checker.versions.reading import read_version

__all__ = ["VersionsCompared", "compare_versions", "diff_of"]


@frozen
class VersionsCompared:
    """What changed, and what was wrong with rule files."""

    diff: VersionDiff
    problems: tuple[Problem, ...] = ()


def compare_versions(old: str, new: str, settings: Settings) -> VersionsCompared:
    """
    Compare the numbers of two versions, each a file or `REV:path` of git.

    Raises: UsageError for what is no version of one article, DataFileError for what cannot be read.
    """
    before, after = read_version(old, settings), read_version(new, settings)
    if before.language != after.language:
        told = f"{before.path} ({before.language}), {after.path} ({after.language})"
        raise UsageError(f"the versions of one article are in one language: {told}")
    rules, problems = rules_of(settings)
    place = make_placer(rules.chosen, project_of((before, after), settings, rules.known))
    titles = {**shown_names(), **{rule.id: rule.title for rule in rules.chosen}}
    return VersionsCompared(diff_of(place(before), place(after), titles), problems)


def diff_of(old: Placed, new: Placed, titles: dict[str, str] | None = None) -> VersionDiff:
    """Compare the numbers of two versions that were read and placed by the rules."""
    before, after = old[0].article, new[0].article
    language = load_language(after.language)
    notes_before, notes_after = find_notes(before, language), find_notes(after, language)
    known = {paragraph_of(note.quote) for _, note in notes_before}
    sides = Sides(
        passages_of(old, language, [span for span, _ in notes_before]),
        passages_of(new, language, [span for span, _ in notes_after]),
        language.stop_words,
    )
    changes, same = number_changes(sides)
    return VersionDiff(
        tool=Tool(version=__version__),
        before=before,
        after=after,
        changes=changes,
        same=same,
        notes=tuple(note for _, note in notes_after if paragraph_of(note.quote) not in known),
        titles=titles or {},
    )
