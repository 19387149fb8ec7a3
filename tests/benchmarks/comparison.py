"""
Cost of comparing by number of claims, and cost of rules by number of rules.

    python tests/benchmarks/comparison.py [ROUNDS]

Claims: every article states one total of one fact, so that all claims are compared with each other;
only facts and findings are timed. In n log n the microseconds a claim grow by a third from 1,000
to 10,000; if every pair were compared they would grow tenfold. Python's garbage collector visits
all claims again and again, which users pay for and which hides that growth: both are shown.

Rules: the same text is read with 10 and with 200 rules whose words all stand in it, the worst case.
The best of several interleaved rounds counts, so that a busy machine slows all of them.
"""

from __future__ import annotations

import gc
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from tabulate import tabulate

from checker.facts import find_facts
from checker.findings import Context, judge_all
from checker.model import Article, Claim, Rule
from checker.pipeline import read_claims, read_quantities
from checker.rates import Rates
from checker.rules import load_rules
from checker.units import convert

ROOT = Path(__file__).parents[2]
SIZES = (100, 1_000, 10_000)
FEW, MANY = 10, 200
BUDGET = 2
ROUNDS = 5
# Enough text that compiling the rules, once a run, weighs as little as in a folder of articles.
COPIES = 20
FIRST_DAY = date(2020, 1, 1)

TENTS = """
id: tents
title: Tents
unit: tent
kind: cumulative
words: {en: [tent*]}
facets: {giver: country, receiver: country}
"""
GENERATED = """
id: rule-{number}
title: Rule {number}
unit: thing
kind: cumulative
words: {{fr: [{words}]}}
needs: {{fr: [{needs}]}}
facets: {{giver: country, receiver: country}}
"""


def main() -> None:
    """Measure both and print their tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(comparison_table(rounds), end="\n\n")
    print(rules_table(rounds))
    print(f"best of {rounds} interleaved rounds, Python {sys.version.split()[0]}")


def comparison_table(rounds: int) -> str:
    """Draw one row a number of claims: microseconds a claim, and how these grow."""
    (rule,) = load_rules({"tents.yaml": TENTS}).rules
    told = {size: claims_of_one_fact(size, rule) for size in SIZES}
    works = {size: comparing(told[size], rule) for size in SIZES}
    best = fastest(works, rounds)
    gc.disable()
    alone = fastest(works, rounds)
    gc.enable()
    rows, before = [], None
    for size in SIZES:
        each, bare = (found[size] / size * 1e6 for found in (best, alone))
        growth = f"{bare / before:.2f}×" if before else ""
        rows.append((f"{size:,}", f"{best[size] * 1000:.1f}", f"{each:.1f}", f"{bare:.1f}", growth))
        before = bare
    headers = ("claims of one fact", "ms", "µs a claim", "µs without collector", "to the row above")
    return drawn(rows, headers)


def claims_of_one_fact(size: int, rule: Rule) -> tuple[list[Claim], dict[str, Article]]:
    """Read `size` articles of different days, outlets and figures about one fact."""
    articles = {}
    for number in range(size):
        # A prime step spreads the figures, so that days and numbers are in no common order.
        text = f"Norway has given {1000 + number * 7919 % 9001} tents to Turkey."
        day = FIRST_DAY + timedelta(days=number % 1000)
        name = f"article-{number}"
        articles[name] = Article(name, f"{name}.txt", text, "en", day, f"outlet {number % 300}")
    placed = read_claims([read_quantities(article) for article in articles.values()], [rule])
    claims = [claim for _, reading in placed for claim in reading.claims]
    if len(claims) != size:
        sys.exit(f"{size} articles gave {len(claims)} claims")
    return claims, articles


def comparing(told: tuple[list[Claim], dict[str, Article]], rule: Rule) -> Callable[[], object]:
    """Return the work of comparing some claims, which must come to one finding."""
    claims, articles = told
    rules = {rule.id: rule}
    context = Context(convert=convert, articles=articles, rates=Rates())

    def compare() -> object:
        facts = find_facts(claims, rules, articles)
        if len(facts) != 1:
            sys.exit(f"{len(claims)} claims gave {len(facts)} facts")
        return judge_all(facts, rules, context)

    return compare


def rules_table(rounds: int) -> str:
    """Draw one row a number of rules: milliseconds, claims, and the ratio to the first row."""
    text = "\n\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds/ukraine").glob("*.md"))
    )
    articles = [Article(f"a{n}", f"a{n}.md", text, "fr", FIRST_DAY) for n in range(COPIES)]
    rules = generated_rules(text, MANY)
    works = {count: reading(articles, rules[:count]) for count in (0, FEW, MANY)}
    best = fastest(works, rounds)
    rows = []
    for count, seconds in best.items():
        ratio = seconds / best[FEW]
        over = " over" if count == MANY and ratio > BUDGET else ""
        budget = f"{BUDGET}×{over}" if count == MANY else ""
        rows.append((str(count), f"{seconds * 1000:.0f}", f"{ratio:.2f}×", budget))
    size = len(text) * COPIES / 1000
    return drawn(rows, (f"rules on {size:,.0f} kB of text", "ms", "ratio", "budget"))


def generated_rules(text: str, count: int) -> list[Rule]:
    """Make rules for the most frequent longer words of a text, four words and four needs each."""
    words = Counter(re.findall(r"[^\W\d_]{5,}", text.lower()))
    frequent = [word for word, _ in words.most_common(count * 4)]
    files = {}
    for number in range(count):
        own = [frequent[(number + step * count) % len(frequent)] for step in range(4)]
        needs = [frequent[(number * 5 + step) % len(frequent)] for step in range(4)]
        files[f"rule-{number}.yaml"] = GENERATED.format(
            number=number,
            words=", ".join(f"{word}*" for word in dict.fromkeys(own)),
            needs=", ".join(f"{word}*" for word in dict.fromkeys(needs)),
        )
    loaded = load_rules(files)
    if loaded.problems:
        sys.exit("\n".join(map(str, loaded.problems)))
    return sorted(loaded.rules, key=lambda rule: int(rule.id.removeprefix("rule-")))


def reading(articles: list[Article], rules: list[Rule]) -> Callable[[], object]:
    """Return the work of finding quantities and placing them by some rules."""
    return lambda: read_claims([read_quantities(article) for article in articles], rules)


def fastest(works: dict[int, Callable[[], object]], rounds: int) -> dict[int, float]:
    """Run every work once a round, one after the other, and keep the best seconds of each."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = perf_counter()
            work()
            best[name] = min(best[name], perf_counter() - start)
    return best


def drawn(rows: list[tuple[str, ...]], headers: tuple[str, ...]) -> str:
    """Draw a table of numbers."""
    return tabulate(rows, headers, tablefmt="simple", stralign="right", disable_numparse=True)


if __name__ == "__main__":
    main()
