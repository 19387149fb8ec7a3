"""
An archive, from the first run to one new article: wall time, memory, throughput, and ratios.

The articles come from `generated.py`. As a command: `python archive.py [COUNT] [JOBS]`, by default
1,000 articles and one process; 10,000 and 100,000 are the sizes to quote. quantulum3 reads a sample
of the same English text, without classifier, when it is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from generated import articles, markdown, write_folder

ROOT = Path(__file__).parents[2]

# Characters that quantulum3 reads: some seconds of its time.
_SAMPLE = 20_000


def run(folder: Path, *arguments: str) -> tuple[float, int]:
    """
    Run the command; return its seconds and the most memory it held, in megabytes.

    With one process the seconds are those of the processor, which other work does not stretch.
    """
    begun = perf_counter()
    is_alone = "-j" not in arguments or arguments[-1] == "1"
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"checker {' '.join(arguments)} failed")
    spent = used.ru_utime + used.ru_stime if is_alone else perf_counter() - begun
    return spent, used.ru_maxrss // 1024


def quantulum_speed(folder: Path) -> float | None:
    """Return the characters that quantulum3 reads in a second; None without it."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    text = "".join(_english(folder))[:_SAMPLE]
    paragraphs = text.split("\n\n")
    parser.parse("3 km", lang="en_US")
    begun = process_time()
    for paragraph in paragraphs:
        parser.parse(paragraph, lang="en_US")
    return len(text) / (process_time() - begun)


def _english(folder: Path) -> Iterator[str]:
    size = 0
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if "lang: en\n" in text:
            yield text
            size += len(text)
        if size > _SAMPLE:
            return


def main(count: int, jobs: int) -> None:
    """Measure, and write a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_folder(folder / "archive", count)
        # A new article of the last days of the archive, which others told before.
        *_, last = articles(count + 1)
        (folder / "new.md").write_text(markdown({**last, "id": "new"}), encoding="utf-8")
        size = sum(path.stat().st_size for path in (folder / "archive").rglob("*.md"))
        idle, _ = min(run(folder, "--version") for _ in range(5))
        command = ("index", "archive", "-o", "a.sqlite", "-j", str(jobs))
        first, most = run(folder, *command)
        second, again = min(run(folder, *command) for _ in range(3))
        alone, _ = min(run(folder, "check", "new.md") for _ in range(3))
        new, held = min(run(folder, "check", "new.md", "--against", "a.sqlite") for _ in range(3))
        store = (folder / "a.sqlite").stat().st_size
        print(f"{count:,} articles, {size / 1e6:.1f} MB, {jobs} process(es)")
        print(f"index                {store / 1e6:8.1f} MB")
        print(f"start-up             {idle:8.2f} s")
        print(f"first run            {first:8.2f} s  {most:5} MB  {size / first / 1e6:.2f} MB/s")
        print(f"second run           {second:8.2f} s  {again:5} MB  {first / second:.0f}x faster")
        print(f"second run, each     {(second - idle) / count * 1e6:8.0f} us an article")
        print(f"one new article      {new:8.2f} s  {held:5} MB  alone {alone:.2f} s")
        speed = quantulum_speed(folder / "archive")
        if speed:
            print(f"quantulum3           {speed / 1e3:8.1f} k characters/s")
            print(f"first run to that    {size / first / speed:8.0f} x")


if __name__ == "__main__":
    main(*map(int, [*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :]]))
