"""Work spread over processes: the same results in the same order, within limits, and no hangs."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import WorkerError
from checker.work import SlowError, limited, spread

ROOT = Path(__file__).parents[2]

# The weight of an item that alone is enough for one process at a time.
HEAVY = 100_000


def squares() -> Callable[[int], int]:
    return lambda number: number * number


def pids() -> Callable[[int], int]:
    return lambda _: os.getpid()


def dying() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def failing() -> Callable[[int], int]:
    return lambda number: 1 // (number - 3)


def forever() -> None:
    while True:
        time.sleep(0.001)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("weight", [0, 10_000, HEAVY])
def test_results_come_in_the_order_of_items(jobs: int, weight: int) -> None:
    done = list(spread(squares, range(40), jobs, lambda _: weight))
    assert done == [number * number for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 4])
def test_nothing_to_do_is_done(jobs: int) -> None:
    assert list(spread(squares, [], jobs, lambda _: HEAVY)) == []


def test_little_work_is_done_here() -> None:
    assert set(spread(pids, range(40), 4, lambda _: 100)) == {os.getpid()}
    assert set(spread(pids, [1], 4, lambda _: HEAVY)) == {os.getpid()}


def test_much_work_is_done_elsewhere() -> None:
    assert os.getpid() not in set(spread(pids, range(40), 2, lambda _: HEAVY))


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerError, match=r"ended from outside.*-j 1"):
        list(spread(dying, range(40), 2, lambda _: HEAVY))


def test_a_fault_of_the_work_is_passed_on() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(failing, range(40), 2, lambda _: HEAVY))


def test_results_that_nobody_wants_are_not_waited_for() -> None:
    results = spread(squares, range(1_000), 2, lambda _: HEAVY)
    assert next(results) == 0
    results.close()


def test_work_within_its_limit_is_done() -> None:
    with limited(60):
        done = sum(range(10))
    assert (done, signal.getitimer(signal.ITIMER_REAL)) == (45, (0.0, 0.0))


def test_work_beyond_its_limit_is_given_up() -> None:
    with pytest.raises(SlowError), limited(0.01):
        forever()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_without_a_limit_no_alarm_is_set() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with limited(0):
        inside = signal.getitimer(signal.ITIMER_REAL), signal.getsignal(signal.SIGALRM)
    assert inside == ((0.0, 0.0), before)


def test_another_thread_works_without_a_limit() -> None:
    done = []

    def work() -> None:
        with limited(0.001):
            time.sleep(0.01)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_what_places_articles_travels() -> None:
    """Where a process does not begin as a copy of another one, all that it needs is sent."""
    from checker.pipeline import Tables
    from checker.run.placing import _Placing
    from checker.run.rules import rates_of, rules_of
    from checker.run.settings import Settings

    rules, _ = rules_of(Settings())
    rates, _ = rates_of(Settings())
    making = _Placing(Tables(rules.chosen, rates), 1, is_brief=True)
    assert pickle.loads(pickle.dumps(making)) == making


def test_one_process_does_without_what_several_need() -> None:
    code = (
        "import sys; from checker.cli import main;"
        "main(['check', 'seeds/ukraine', '-f', 'concise', '--fail-on', 'never']);"
        "print('---', *{'multiprocessing', 'concurrent.futures', 'threading'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "---"
