"""Work on many articles: by several processes when asked to, each article within a time limit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from checker.errors import Problem

T = TypeVar("T")
R = TypeVar("R")

Make = Callable[[], Callable[[T], R]]
"""Makes what does the work, once in each process."""

# Articles that are handed to a process at a time: enough to make up for the way there and back.
_CHUNK = 16

# Chunks on their way for each process, so that none waits and few are held in memory.
_AHEAD = 3


class SlowError(Exception):
    """One article took longer than its time limit."""


SLOW = "was given up: it took longer than"
"""What every problem of a slow article says; another machine, or another day, may manage."""


def slow(path: str, seconds: float) -> Problem:
    """Say that an article took too long."""
    advice = "Allow more with --time-limit SECONDS, or leave the file out."
    return Problem(path, 0, 0, f"{SLOW} {seconds:g} seconds", advice)


def spread(make: Make[T, R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """
    Yield what the work makes of each item, in their order, whatever the number of processes.

    With one process it is done here. Otherwise `make`, items and results must be picklable.
    """
    if jobs <= 1:
        work = make()
        for item in items:
            yield work(item)
        return
    from concurrent.futures import ProcessPoolExecutor

    waiting: deque[Any] = deque()
    source = iter(items)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(make,)) as pool:
        while chunk := list(islice(source, _CHUNK)):
            waiting.append(pool.submit(_run, chunk))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_worker: Callable[[Any], Any] | None = None


def _start(make: Make[T, R]) -> None:
    """Make ready a process that works."""
    import gc

    global _worker  # noqa: PLW0603 - a process has one task, which arrives before all items
    gc.set_threshold(100_000, 20, 20)
    _worker = make()


def _run(chunk: list[Any]) -> list[Any]:
    work = _worker
    return [] if work is None else [work(item) for item in chunk]


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """
    Raise SlowError when what is inside takes longer; 0 is no limit.

    Only the main thread of a system with alarms (any but Windows) can be interrupted; elsewhere
    there is no limit.
    """
    import signal
    import threading

    is_main = threading.current_thread() is threading.main_thread()
    if not seconds or not is_main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise SlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
