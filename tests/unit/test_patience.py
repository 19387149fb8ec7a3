"""A rule's pattern gets so much time of an article, and is not tried again once it took that."""

import pytest

from checker.claims import patience
from checker.claims.book import Pattern, Term
from checker.claims.patience import Patience
from checker.model import Span

QUICK = Pattern(Term("lamps", "words"), r"\blamps?\b")
ENDLESS = Pattern(Term("endless", "words"), "(?:(?:a+)+)+b")
OPEN = Pattern(Term("open", "words"), r"\blamps?.*\blit\b")
TEXT = "Two lamps were lit."


def test_a_pattern_finds_all_its_places() -> None:
    assert Patience().spans(QUICK, "a lamp, two lamps") == (Span(2, 6), Span(12, 17))


def test_a_pattern_that_takes_too_long_is_named_once_and_not_tried_again() -> None:
    text = "a" * 4000
    left = Patience()
    assert [left.spans(ENDLESS, text) for _ in range(3)] == [(), (), ()]
    assert left.slow == ["endless"]


@pytest.mark.parametrize(("pattern", "timed"), [(QUICK, 0), (OPEN, 2)])
def test_what_cannot_take_long_is_not_timed(
    pattern: Pattern, timed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[float] = []
    monkeypatch.setattr(patience, "perf_counter", lambda: looks.append(0) or 0)
    assert len(Patience().spans(pattern, TEXT)) == 1
    assert len(looks) == timed


def test_time_in_which_others_work_is_not_held_against_a_pattern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A busy machine stops a run for seconds; only the processor's time takes a pattern away."""
    wall, processor = iter(range(0, 1000, 100)), iter(range(1000))
    monkeypatch.setattr(patience, "perf_counter", lambda: next(wall))
    monkeypatch.setattr(patience, "process_time", lambda: next(processor) / 2)
    left = Patience()
    found = [len(left.spans(OPEN, TEXT)) for _ in range(4)]
    # Once by the wall, which is lenient, then by half a second of the processor each.
    assert found == [1, 1, 1, 0]
    assert left.slow == ["open"]
