"""Work on many articles: by several processes when asked to, each article within a time limit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, TypeVar

from checker.errors import Problem, WorkerError
from checker.values import frozen

T = TypeVar("T")
R = TypeVar("R")

Make = Callable[[], Callable[[T], R]]
"""Makes what does the work, once in each process."""

Weigh = Callable[[T], int]
"""Says how much work an item is, in bytes of text."""

# What a process is handed at a time, in bytes: about a tenth of a second of work, which makes up
# for the way there and back. Two chunks of it take as long as starting a process.
_CHUNK = 48_000

# Chunks on their way for each process, so that none waits and few are held in memory.
_AHEAD = 3


@frozen
class Jobs:
    """
    How to work: the number of processes, the seconds an article may take, and who is told.

    0 seconds are any number. `tick` is told of each article that is done and of how many there are,
    0 where that is not known, and `watch` the name of each step when it ends.
    """

    count: int = 1
    seconds: float = 0
    tick: Callable[[int], None] | None = None
    watch: Callable[[str], None] | None = None

    def counted(self, total: int = 0) -> None:
        """Tell that one more article is done, of so many."""
        if self.tick:
            self.tick(total)

    def told(self, step: str) -> None:
        """Tell that a step is done."""
        if self.watch:
            self.watch(step)


ALONE = Jobs()
"""One process, this one."""


class SlowError(Exception):
    """One article took longer than its time limit."""


SLOW = "was given up: it took longer than"
"""What every problem of a slow article says; another machine, or another day, may manage."""

SLOW_PATTERN = "takes too long and was not used to the end"
"""What is said of a pattern that was given up in an article; it may be used the next time."""


def slow(path: str, seconds: float) -> Problem:
    """Say that an article took too long."""
    advice = "Allow more with --time-limit SECONDS, or leave the file out."
    length = f"{seconds:g} second{'' if seconds == 1 else 's'}"
    return Problem(path, 0, 0, f"{SLOW} {length}", advice)


def spread(make: Make[T, R], items: Iterable[T], jobs: int, weigh: Weigh[T]) -> Iterator[R]:
    """
    Yield what the work makes of each item, in their order, whatever the number of processes.

    With one process, or too little work for more, it is done here. Otherwise `make`, items and
    results must be picklable. Raises: WorkerError when a process ends before its work is done.
    """
    if jobs > 1:
        chunks = _chunks(items, weigh)
        first = list(islice(chunks, 2))
        if len(first) > 1:
            yield from _by_processes(make, chain(first, chunks), jobs)
            return
        items = chain.from_iterable(first)
    work = make()
    for item in items:
        yield work(item)


def _chunks(items: Iterable[T], weigh: Weigh[T]) -> Iterator[list[T]]:
    """Cut items into lists of like weight; a heavy one stands alone or ends its list."""
    chunk: list[T] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += weigh(item)
        if weight >= _CHUNK:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _by_processes(make: Make[T, R], chunks: Iterable[list[T]], jobs: int) -> Iterator[R]:
    """Hand out chunks, and take the results in order."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Any] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(make,))
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_run, chunk))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError(_GONE) from error
    finally:
        pool.shutdown(cancel_futures=True)


_GONE = (
    "a process that read articles was ended from outside, perhaps for want of memory: "
    "run again with fewer of them (-j 1 does without)"
)

_worker: Callable[[Any], Any] | None = None


def _start(make: Make[T, R]) -> None:
    """Make ready a process that works; what interrupts the run, interrupts its first process."""
    import gc
    import signal
    from threading import Thread

    global _worker  # noqa: PLW0603 - a process has one task, which arrives before all items
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_first, daemon=True).start()
    gc.set_threshold(100_000, 20, 20)
    _worker = make()


def _end_with_the_first() -> None:
    """End this process when the one that began it is gone: it would wait for ever for work."""
    import os
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)


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

    def stop(*_: object) -> None:
        raise SlowError

    try:
        before = signal.signal(signal.SIGALRM, stop) if seconds else None
    except (AttributeError, ValueError):
        before = None
    if before is None:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
