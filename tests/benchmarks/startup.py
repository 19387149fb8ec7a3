"""
Time to start and to check the samples, as ratios to a bare interpreter.

    python tests/benchmarks/startup.py [ROUNDS]

Every round runs each command once, one after the other, so that a busy machine slows all of them;
the best of each counts. Budgets are those of the project's design: a row above its own is marked.
"Again" is a run over articles that did not change since the last one; the rows above it read them.
The last line says what loading many rules costs, in milliseconds over loading one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from tabulate import tabulate

ROOT = Path(__file__).parents[2]
SEEDS = "seeds/ukraine"
ROUNDS = 15
# So many rules may cost so many milliseconds more than one, once they are in the cache.
MANY, BUDGET_MS = 200, 100
PYTHON = [sys.executable]
CHECKER = [sys.executable, "-m", "checker"]


@dataclass(frozen=True)
class Case:
    """
    One command, what it may cost in bare interpreters, and what it finds in the cache.

    Nothing where `is_cold`; all but what was read in the articles where they are `unread`; all but
    one rule of the user's where `changed` is its file.
    """

    name: str
    command: list[str]
    budget: float | None = None
    is_cold: bool = False
    unread: bool = False
    changed: Path | None = None


CASES = (
    Case("bare interpreter", [*PYTHON, "-c", "pass"]),
    Case("checker --version", [*CHECKER, "--version"], 3.5),
    Case("checker --help", [*CHECKER, "--help"], 3.5),
    Case("checker check --help", [*CHECKER, "check", "--help"]),
    Case("checker check, table", [*CHECKER, "check", SEEDS], 14, unread=True),
    Case("checker check, JSON", [*CHECKER, "check", SEEDS, "-f", "json"], 10, unread=True),
    Case("checker check again, table", [*CHECKER, "check", SEEDS], 14),
    Case("checker check again, JSON", [*CHECKER, "check", SEEDS, "-f", "json"], 10),
    Case("checker check, table, cold cache", [*CHECKER, "check", SEEDS], 50, is_cold=True),
)


def main() -> None:
    """Measure every case and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        cases = (*CASES, with_changed_rule(Path(folder)))
        best = fastest(cases, rounds, Path(folder, "cache"))
        one, many = (with_rules(Path(folder), count) for count in (1, MANY))
        # A cache of its own: a cold case empties that of the others.
        loading = fastest((one, many), rounds, Path(folder, "rules-cache"))
    print(table(cases, best))
    print(f"best of {rounds} interleaved rounds, Python {sys.version.split()[0]}")
    cost = (loading[many.name] - loading[one.name]) * 1000
    over = ": over" if cost > BUDGET_MS else ""
    print(f"{many.name}: {cost:.0f} ms above {one.name}, budget {BUDGET_MS} ms{over}")


def fastest(cases: Iterable[Case], rounds: int, cache: Path) -> dict[str, float]:
    """Return the seconds of the fastest run of each case, by name."""
    best = {case.name: float("inf") for case in cases}
    cache.mkdir()
    for number in range(rounds + 1):
        for case in cases:
            seconds = timed(case, cache)
            # The first round fills caches and compiles modules.
            if number:
                best[case.name] = min(best[case.name], seconds)
    return best


def with_changed_rule(folder: Path) -> Case:
    """Return the check of the samples with a rule of the user's that is new in every run."""
    (folder / "own").mkdir()
    options = ["--rules", str(folder / "own")]
    name = "checker check, table, one rule changed"
    return Case(name, [*CHECKER, "check", SEEDS, *options], 50, changed=folder / "own" / "own.yaml")


def with_rules(folder: Path, count: int) -> Case:
    """Return the check of one short article with so many rules, copies of the shipped ones."""
    article = folder / "article.md"
    article.write_text(
        "The people of the town were happy with their new bridge.\n", encoding="utf-8"
    )
    rules = folder / f"rules-{count}"
    rules.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules").glob("*/*.yaml"))]
    # The folder of names has no ids, and a copy could not extend what is not there.
    whole = [text for text in texts if "\nid: " in text and "\nextends: " not in text]
    for number, text in enumerate(islice(cycle(whole), count)):
        copy = re.sub("^id: .*$", f"id: copy-{number}", text, count=1, flags=re.MULTILINE)
        (rules / f"copy-{number}.yaml").write_text(copy, encoding="utf-8")
    options = ["-f", "json", "--no-default-rules", "--rules", str(rules)]
    name = f"{count} rule{'s' if count > 1 else ''}, warm cache"
    return Case(name, [*CHECKER, "check", str(article), *options], unread=True)


def timed(case: Case, cache: Path) -> float:
    """Run one case and return the seconds it took."""
    environment = os.environ | {"CHECKER_CACHE_DIR": str(cache)}
    # Users have compiled modules; a machine that is told to keep none would measure the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(cache.with_name(f"{cache.name}-modules"))
    if case.is_cold or case.unread:
        for file in cache.glob("*" if case.is_cold else "read-*"):
            file.unlink()
    if case.changed:
        text = "id: own\nunit: bridge\nkind: level\nwords: {en: [bridge]}\n"
        case.changed.write_text(f"{text}title: Bridges {perf_counter()}\n", encoding="utf-8")
    start = perf_counter()
    done = subprocess.run(case.command, cwd=ROOT, env=environment, capture_output=True, check=False)
    seconds = perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{case.name} failed:\n{done.stderr.decode()}")
    return seconds


def table(cases: Sequence[Case], best: dict[str, float]) -> str:
    """Draw one row a case: milliseconds, ratio to the first case, budget."""
    bare = best[cases[0].name]
    rows = []
    for case in cases:
        ratio = best[case.name] / bare
        budget = f"{case.budget:g}×" if case.budget else ""
        over = " over" if case.budget and ratio > case.budget else ""
        rows.append((case.name, f"{best[case.name] * 1000:.1f}", f"{ratio:.1f}×", budget + over))
    headers = ("command", "ms", "ratio", "budget")
    aligned = ("left", "right", "right", "left")
    return tabulate(rows, headers, tablefmt="simple", colalign=aligned, disable_numparse=True)


if __name__ == "__main__":
    main()
