r"""
Speed and memory of reading the quantities of news, as ratios measured in one run.

    python tests/benchmarks/extraction.py [ROUNDS]

The texts are the sample articles: a story as news tell it, and planted ones that are little but
numbers. They are read again and again with other digits and other names, so that no number and no
more words are known from before than in news of the day. Reading is compared with one pass of
`re.findall(r"\w+", text)`, the least that anything written in Python does, with quantulum3 (without
its classifier) where that is installed, and with Duckling where `DUCKLING_PYTHON` names a Python
that has the package `pyduckling-native`. All take turns, only the processor's time counts, and of
each text the best one, so that other work on the machine shows little.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tracemalloc
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time
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
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{4,}\b")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class Text(NamedTuple):
    """One article's body with the code of its language."""

    language: str
    text: str


class Case(NamedTuple):
    """Something timed, the texts it is timed on, and how to get the seconds it takes for one."""

    name: str
    seconds: Callable[[Text], float]
    texts: list[Text]


def main() -> None:
    """Measure speed in interleaved rounds, then memory, and print both tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    news, planted = list(sample_articles("ukraine")), list(sample_articles("planted"))
    texts = [varied(text, copy) for copy in range(COPIES) for text in news]
    cases = [
        Case(WORDS, clocked(find_words), texts),
        Case("checker, news", clocked(read_quantities), texts),
        Case("checker, planted", clocked(read_quantities), planted),
        *quantulum_cases(planted),
        *duckling_cases(news),
    ]
    best = {case.name: [float("inf")] * len(case.texts) for case in cases}
    for number in range(rounds):
        for case in cases:
            best[case.name] = list(map(min, best[case.name], timed(case, number)))
    sizes = {case.name: sum(len(text.text) for text in case.texts) for case in cases}
    print(speed_table({name: sum(times) / sizes[name] for name, times in best.items()}))
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
    """
    Exchange the digits of a text, but 0, 1 and 2, which years and large round numbers need.

    The vowels of its names are exchanged too, since names are what is new in news.
    """
    digits = str.maketrans("3456789", "".join(str(3 + (n + number) % 7) for n in range(7)))
    vowels = str.maketrans("aeiou", "".join("aeiou"[(n + number) % 5] for n in range(5)))
    dates = load_language(text.language).dates.words

    def other(name: re.Match[str]) -> str:
        is_date = name.group().lower() in dates
        return name.group() if is_date else name.group().translate(vowels)

    return Text(text.language, _NAME.sub(other, text.text.translate(digits)))


def clocked(run: Callable[[Text], object]) -> Callable[[Text], float]:
    """Return what gives the seconds that `run` takes for a text."""

    def seconds(text: Text) -> float:
        start = process_time()
        run(text)
        return process_time() - start

    return seconds


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

    return [Case("quantulum3", clocked(parse), [Text("en", english)])]


def duckling_cases(articles: list[Text]) -> list[Case]:
    """
    Return the cases of Duckling, which runs beside with the Python of `DUCKLING_PYTHON`.

    Once it looks for numbers alone, once for dates, telephone numbers and the like too, which must
    be known to tell quantities from them. None where no such Python is named (the package has
    wheels for old versions only), or where it does not have the package.
    """
    python = os.environ.get("DUCKLING_PYTHON")
    if not python:
        return []
    cases = (
        duckling_case(python, articles, "Duckling, numbers alone", ()),
        duckling_case(python, articles, "Duckling, dates told apart", ("all",)),
    )
    return [case for case in cases if case is not None]


def duckling_case(
    python: str, articles: list[Text], name: str, options: tuple[str, ...]
) -> Case | None:
    """Start one Duckling; None with a message where it does not run."""
    peer_file = str(Path(__file__).with_name("duckling_peer.py"))
    try:
        peer = subprocess.Popen(
            [python, peer_file, articles[0].language, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
    except OSError as error:
        print(f"without Duckling: DUCKLING_PYTHON: {error}", file=sys.stderr)
        return None
    questions, answers = peer.stdin, peer.stdout
    if questions is None or answers is None or answers.readline() != b"ready\n":
        peer.kill()
        message = "DUCKLING_PYTHON names a Python in which `pyduckling-native` does not run"
        print(f"without Duckling: {message}: {python}", file=sys.stderr)
        return None

    def seconds(text: Text) -> float:
        questions.write(json.dumps(text.text).encode() + b"\n")
        questions.flush()
        return float(answers.readline())

    return Case(name, seconds, articles)


def timed(case: Case, number: int) -> list[float]:
    """Return the seconds a case takes for each of its texts; a round has digits of its own."""
    return [case.seconds(varied(text, number)) for text in case.texts]


def speed_table(best: dict[str, float]) -> str:
    """Draw one row a case: characters a second, and its time as that of finding words."""
    rows = [
        (name, f"{1e-6 / seconds:.3g}", f"{seconds / best[WORDS]:.3g}×")
        for name, seconds in best.items()
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
