"""
In how many ways can news tell a figure? Fifty a family in English and thirty in French, invented.

A row of `paraphrases/FAMILY.LANGUAGE.jsonl` has a text, its number, what the number is a figure
`of`, and the `rule` that claims it; without one the wording is a known gap. Rows of `none` are not
figures of the family, though told in its words: a rule that takes one all the same is its `gap`.
What the checker learns to read, `UPDATE_SNAPSHOTS=1` writes down.
"""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.model import Article
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

FOLDER = Path(__file__).with_name("paraphrases")
FILES = sorted(FOLDER.glob("*.jsonl"))
NONE = "none"

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    """Read the rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def fitting(family: str, figure: str) -> frozenset[str]:
    """Return the rules that claim one figure of a family; for none, those that claim any."""
    rows = (row for path in FOLDER.glob(f"{family}.*.jsonl") for row in rows_of(path))
    told = (row for row in rows if figure in (row["of"], NONE))
    return frozenset(row["rule"] for row in told if "rule" in row)


def claimed(path: Path) -> Iterator[tuple[Row, list[str]]]:
    """Yield each row of a file with the rules that claim its number and fit what it is of."""
    family, language, _ = path.name.split(".")
    rows = rows_of(path)
    articles = [Article(f"{n:03}", "", row["text"], language) for n, row in enumerate(rows)]
    rules = [rule for rule in shipped_rules().rules if rule.kind != "check"]
    read = read_claims([read_quantities(article) for article in articles], rules)
    for row, (_, reading) in zip(rows, read, strict=True):
        start = row["text"].index(row["number"])
        end = start + len(row["number"])
        spans = ((claim.rule, claim.quantity.span) for claim in reading.claims if claim.quantity)
        found = {rule for rule, span in spans if span.start < end and start < span.end}
        yield row, sorted(found & fitting(family, row["of"]))


def as_read(row: Row, rules: list[str]) -> Row:
    """Return a row as the checker reads it: a rule that claimed it before comes first."""
    told = {key: row[key] for key in ("text", "number", "of")}
    if row["of"] == NONE:
        return told | ({"gap": rules} if rules else {})
    kept = [rule for rule in rules if rule == row.get("rule")] or rules
    return told | ({"rule": kept[0]} if kept else {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_wording_is_read_as_it_is_noted(path: Path) -> None:
    rows = rows_of(path)
    read = [as_read(row, rules) for row, rules in claimed(path)]
    if os.environ.get("UPDATE_SNAPSHOTS"):
        lines = (json.dumps(row, ensure_ascii=False) for row in read)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert read == rows


def test_most_wordings_are_read_and_few_others() -> None:
    rows = [row for path in FILES for row in rows_of(path)]
    told = [row for row in rows if row["of"] != NONE]
    others = [row for row in rows if row["of"] == NONE]
    assert sum("rule" in row for row in told) > 0.75 * len(told)
    assert sum("gap" in row for row in others) < 0.07 * len(others)
