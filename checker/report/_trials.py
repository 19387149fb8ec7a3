"""The examples of rules, tried: each failure with its text and place, then counts by language."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._grid import grid
from checker.report._screen import PLAIN, Screen, clean, columns, indented, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Sample, Span, Trial

_BAR = "│ "
_OUTCOMES = ("passed", "failed", "known gaps", "ready")


def render(trials: Sequence[Trial], screen: Screen = PLAIN) -> str:
    """Show what failed and what is ready; with `verbose` also the known gaps; then the counts."""
    blocks = [_failure(trial, screen) for trial in trials if outcome_of(trial) == "failed"]
    notes = [note for trial in trials for note in _notes(trial, screen)]
    blocks += ["\n".join(notes)] if notes else []
    blocks += [_by_language(trials, screen)] if trials else []
    return "\n\n".join([*blocks, _summary(trials, screen)]) + "\n"


def outcome_of(trial: Trial) -> str:
    """Say how a trial ended; a known gap never fails, and is `ready` when it is one no more."""
    if trial.todo is None:
        return "passed" if trial.passed else "failed"
    return "ready" if trial.passed else "known gaps"


def _failure(trial: Trial, screen: Screen) -> str:
    lines = [f"{_place(trial)}: {screen.paint('failed', 'error')}: {safe(trial.rule)}"]
    for number, sample in enumerate(trial.example.samples):
        spans = [span for which, span in trial.claims if which == number]
        lines += _sample(sample, spans, screen)
    lines.append(_side_by_side(trial, screen))
    lines += [indented(safe(reason), 5, screen.width) for reason in trial.reasons]
    return "\n".join(lines)


def _place(trial: Trial) -> str:
    example = trial.example
    return safe(f"{example.path}:{example.line}:{example.column}")


def _notes(trial: Trial, screen: Screen) -> Iterator[str]:
    """Say that a gap is closed, or, when asked for, that it is one."""
    outcome, place = outcome_of(trial), _place(trial)
    gap = safe(f"{trial.rule}: “{trial.todo}”")
    if outcome == "ready":
        told = f"{place}: ready: {gap} holds now: remove its `todo`."
        yield screen.paint(indented(told, 0, screen.width), "agree")
    elif outcome == "known gaps" and screen.verbose:
        yield indented(f"{place}: known gap: {gap}", 0, screen.width)


def _sample(sample: Sample, spans: Sequence[Span], screen: Screen) -> Iterator[str]:
    """Yield the lines of a text, each followed by a line that marks the numbers found in it."""
    label = safe(" ".join(part for part in (sample.lang, sample.date, sample.outlet) if part))
    if label:
        yield f"  {label}"
    text, marked = _marked(sample.text, spans)
    position = 0
    for line in wrap(text.strip(), screen.width - len(_BAR) - 2):
        position = text.index(line, position)
        marks = _underline(line, marked[position : position + len(line)])
        position += len(line)
        yield f"  {_BAR}{line}"
        if marks:
            yield f"  {_BAR}{screen.paint(marks, 'bold')}"


def _marked(text: str, spans: Sequence[Span]) -> tuple[str, list[bool]]:
    """Make a text safe, and say of each character of the result whether a span holds it."""
    held = [False] * len(text)
    for start, end in spans:
        held[start:end] = [True] * (min(end, len(text)) - start)
    cuts = [at for at in range(1, len(text)) if held[at] != held[at - 1]]
    shown, marked = [], []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = clean(text[start:end])
        shown.append(piece)
        marked += [bool(text) and held[start]] * len(piece)
    return "".join(shown), marked


def _underline(line: str, marked: Sequence[bool]) -> str:
    """Draw a caret below each marked column of a line."""
    drawn = (
        ("^" if is_marked else " ") * columns(character)
        for character, is_marked in zip(line, marked, strict=True)
    )
    return "".join(drawn).rstrip()


def _side_by_side(trial: Trial, screen: Screen) -> str:
    """Set what was expected beside what was found, and point at the lines that differ."""
    pairs = list(zip_longest(trial.expected, trial.found, fillvalue="nothing"))
    rows = [("" if a == b else "≠", safe(a), safe(b)) for a, b in pairs]
    table = grid(("", "expected", "found"), [rows], screen.width - 2)
    return "\n".join(f"  {line}" for line in table.splitlines())


def _by_language(trials: Sequence[Trial], screen: Screen) -> str:
    """Count outcomes by the languages of the samples, so that one that lags shows."""
    counts = Counter((" + ".join(trial.languages), outcome_of(trial)) for trial in trials)
    names = sorted({language for language, _ in counts})
    rows = [(safe(name), *(f"{counts[name, out]:,}" for out in _OUTCOMES)) for name in names]
    return grid(("language", *_OUTCOMES), [rows], screen.width)


def _summary(trials: Sequence[Trial], screen: Screen) -> str:
    """Say in one line how all went; nothing tried is never shown as a success."""
    if not trials:
        return screen.paint("No example was tried.", "warning")
    counts = Counter(outcome_of(trial) for trial in trials)
    rules = wording.counted(len({trial.rule for trial in trials}), "rule")
    examples = wording.counted(len(trials), "example")
    parts = [f"{counts['passed']:,} passed", f"{counts['failed']:,} failed"]
    if counts["known gaps"]:
        parts.append(wording.counted(counts["known gaps"], "known gap"))
    if counts["ready"]:
        parts.append(f"{counts['ready']:,} ready")
    text = indented(f"{rules}, {examples}: {', '.join(parts)}.", 0, screen.width)
    return screen.paint(text, "error" if counts["failed"] else "agree")
