r"""
Speed and memory of reading the quantities of news, as ratios measured in one run.

    python tests/benchmarks/extraction.py [ROUNDS]

The texts are the sample articles: a story as news tell it, and planted ones that are little but
numbers. They are read again and again with other digits, so that no number is known from before.
Reading is compared with one pass of `re.findall(r"\w+", text)`, the least that anything
written in Python does, with quantulum3 (without its classifier) where that is installed, and with
Duckling where `DUCKLING_PYTHON` names a Python that has the package `pyduckling-native`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tracemalloc
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tabulate import tabulate

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.quantities import find_quantities
from checker.text import make_page

ROOT = Path(__file__).parents[2]
ROUNDS = 15
COPIES = 8
# quantulum3 is so much slower that it reads a part of the text, once a round.
PART = 6_000
WORDS = r"re.findall(\w+)"
_WORD = re.compile(r"\w+")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class Text(NamedTuple):
    """One article's body with the code of its language."""

    language: str
    text: str


class Case(NamedTuple):
    """Something timed, and the texts it is timed on."""

    name: str
    run: Callable[[Text], object]
    texts: list[Text]


def main() -> None:
    """Measure speed in interleaved rounds, then memory, and print both tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    news, planted = list(sample_articles("ukraine")), list(sample_articles("planted"))
    texts = [varied(text, copy) for copy in range(COPIES) for text in news]
    cases = [
        Case(WORDS, find_words, texts),
        Case("checker, news", read_quantities, texts),
        Case("checker, planted", read_quantities, planted),
        *quantulum_cases(planted),
    ]
    best = dict.fromkeys((case.name for case in cases), float("inf"))
    for number in range(rounds):
        for case in cases:
            best[case.name] = min(best[case.name], timed(case, number))
    duckling = duckling_seconds(news, rounds)
    if duckling is not None:
        cases.append(Case("Duckling, news", find_words, news))
        best["Duckling, news"] = duckling
    print(speed_table(cases, best))
    print(f"best of {rounds} interleaved rounds, Python {sys.version.split()[0]}\n")
    print(memory_table(texts))


def sample_articles(folder: str) -> Iterable[Text]:
    """Yield the bodies of the sample articles of a folder."""
    for path in sorted((ROOT / "seeds" / folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        head = _FRONT_MATTER.match(text)
        if head is not None:
            language = "en" if "\nlang: en" in head.group() else "fr"
            yield Text(language, text[head.end() :])


def varied(text: Text, number: int) -> Text:
    """Exchange the digits of a text, but 0, 1 and 2, which years and large round numbers need."""
    turned = str.maketrans("3456789", "".join(str(3 + (n + number) % 7) for n in range(7)))
    return Text(text.language, text.text.translate(turned))


def read_quantities(text: Text) -> object:
    """Run the first stages that need no rules: sentences, mentions, quantities."""
    language = load_language(text.language)
    mentions, _ = find_mentions(make_page(text.text, language), language)
    return find_quantities(mentions, language, text.text)


def find_words(text: Text) -> object:
    """Find all words, which is what any reader of text does at least."""
    return _WORD.findall(text.text)


def quantulum_cases(articles: list[Text]) -> list[Case]:
    """Return the case of quantulum3, which reads English; none where it is not installed."""
    try:
        # It warns where its classifier is not installed, which is not wanted here.
        with warnings.catch_warnings(action="ignore"):
            from quantulum3 import classifier, parser
    except ImportError:
        return []
    classifier.USE_CLF = False
    english = "\n".join(text.text for text in articles if text.language == "en")[:PART]

    def parse(text: Text) -> object:
        return parser.parse(text.text)

    return [Case("quantulum3", parse, [Text("en", english)])]


def duckling_seconds(articles: list[Text], rounds: int) -> float | None:
    """
    Time Duckling on the same news, in seconds a character, with the Python of `DUCKLING_PYTHON`.

    None where no such Python is named: the package has wheels for old versions only.
    """
    python = os.environ.get("DUCKLING_PYTHON")
    if not python:
        return None
    done = subprocess.run(
        [python, str(Path(__file__).with_name("duckling_peer.py")), "fr", str(rounds)],
        input="\n".join(text.text for text in articles).encode(),
        capture_output=True,
        check=True,
    )
    return float(done.stdout)


def timed(case: Case, number: int) -> float:
    """Return the seconds a case takes for one character; every round has digits of its own."""
    texts = [varied(text, number) for text in case.texts]
    start = perf_counter()
    for text in texts:
        case.run(text)
    return (perf_counter() - start) / sum(len(text.text) for text in texts)


def speed_table(cases: list[Case], best: dict[str, float]) -> str:
    """Draw one row a case: characters a second, and its time as that of finding words."""
    rows = [
        (case.name, f"{1e-6 / best[case.name]:.3g}", f"{best[case.name] / best[WORDS]:.3g}×")
        for case in cases
    ]
    return drawn(rows, ("reader", "million characters/s", "time"))


def drawn(rows: Sequence[tuple[str, ...]], headers: tuple[str, ...]) -> str:
    """Draw a table whose first column is text and whose others are figures."""
    aligned = ("left", *["right"] * (len(headers) - 1))
    return tabulate(rows, headers, "simple", colalign=aligned, disable_numparse=True)


def memory_table(texts: list[Text]) -> str:
    """Draw the peak memory of reading ever more articles, which should not grow."""
    rows = []
    for count in (1, len(texts) // 4, len(texts)):
        tracemalloc.start()
        for text in texts[:count]:
            read_quantities(text)
        rows.append((str(count), f"{tracemalloc.get_traced_memory()[1] / 1e6:.2f}"))
        tracemalloc.stop()
    return drawn(rows, ("articles", "peak MB"))


if __name__ == "__main__":
    main()
