"""Whatever stands in a rule file, loading it gives rules and problems, never an exception."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DataFileError, Problem
from checker.rules import load_rules
from checker.schema import Node, read_yaml

FILES = sorted((Path(__file__).parents[2] / "rules" / "conflict").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in FILES]
# Short enough to mutate often where it matters; still every key of the format.
SMALL = """\
id: tanks
title: Tanks
extends: jets
unit: tank
kind: elapsed
words: {en: ['/T-(34)/', tank*], fr: [char]}
needs: {en: [sent]}
facets:
  giver: country
  state: {values: {all: {parts: [new], complete: true}, new: {words: {en: [new]}}}, default: new}
compare: {tolerance: [rounding, 5%, 3 days], window: 7 days, anchor: war, growth: 2, min: 1}
severity: {same-article: error}
examples:
  - {lang: en, text: 5 tanks, finds: [{value: 5, giver: PL, as-of: 2022}], date: 2022-12-20}
  - {pair: [a, {text: b, lang: fr}], verdict: unrelated, because: facet state}
"""
JETS = "id: jets\ntitle: Jets\nunit: jet\nkind: level\nwords: {en: [jet*]}\n"

PIECES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\n",
            "\t",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "'",
            '"',
            "&a ",
            "*a",
            "!!x ",
            "|\n",
            "#",
        ]
    ),
    st.sampled_from(
        ["words", "values", "extends: tanks", "null", "~", "/", "*", "parts: [all]", "9" * 99]
    ),
    st.text(max_size=3),
)


@st.composite
def mutated(draw: st.DrawFn, texts: list[str]) -> str:
    """Draw a rule file with a few stretches cut out, doubled or overwritten."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 1, 2, 5, 30])))
        piece = draw(st.one_of(PIECES, st.just(text[start:end] * 2)))
        text = text[:start] + piece + text[end:]
    return text


@given(mutated([SMALL]), mutated([SMALL, JETS]))
def test_small_files_with_any_fault(text: str, parent: str) -> None:
    rules = load_rules({"tanks.yaml": text, "jets.yaml": parent})
    assert {rule.id for rule in rules.rules} <= {"tanks", "jets"}
    assert len(rules.rules) == 2 or rules.problems
    for problem in rules.problems:
        assert problem.path in ("tanks.yaml", "jets.yaml")
        assert str(problem).startswith(problem.path)


@given(mutated(TEXTS))
def test_shipped_files_with_any_fault(text: str) -> None:
    rules = load_rules({"rule.yaml": text})
    # The id of a shipped rule is never the name of this file.
    assert rules.rules == ()
    assert rules.problems


@given(st.text())
def test_any_text_is_a_node_or_a_data_file_error(text: str) -> None:
    node, problems = _read(text)
    assert (node is None) == bool(problems)
    assert node is None or 1 <= node.line <= len(node.file.lines)


def _read(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    try:
        return read_yaml(text, "a.yaml"), ()
    except DataFileError as error:
        return None, error.problems


@given(mutated([SMALL, *TEXTS]))
def test_a_problem_points_into_its_line(text: str) -> None:
    for problem in load_rules({"tanks.yaml": text}).problems:
        if problem.source:
            assert 1 <= problem.column <= len(problem.source) + 1
            assert problem.column + problem.width <= len(problem.source) + 2
