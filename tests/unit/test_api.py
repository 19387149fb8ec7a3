"""The Python interface: `checker.check`, `checker.quantities` and the value types."""

import importlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import checker

TEXT = "Iran has supplied {} drones to Russia, the minister said in London on Tuesday."


def test_every_public_name_exists() -> None:
    assert [name for name in checker.__all__ if not hasattr(checker, name)] == []
    assert set(checker.__all__) <= set(dir(checker))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        checker.nonsense  # type: ignore[attr-defined] # noqa: B018 - asking is the test


def test_value_types_are_those_of_the_model() -> None:
    assert checker.Interval is importlib.import_module("checker.interval").Interval
    assert checker.Report is importlib.import_module("checker.model").Report


def test_quantities_stays_a_function_when_the_stage_is_loaded() -> None:
    stage = importlib.import_module("checker.quantities")
    assert callable(checker.quantities)
    assert checker.quantities is not stage


def test_quantities_of_a_text() -> None:
    (found,) = checker.quantities("They sent more than 300 drones.", lang="en")
    assert (found.value, found.unit, found.bound) == (Decimal(300), "drone", ">")
    assert found.surface == "more than 300 drones"


def test_the_language_of_a_text_is_found() -> None:
    (found,) = checker.quantities(
        "Le ministre a dit que l'Iran avait livré 300 drones à la Russie."
    )
    assert found.unit == "drone"


@pytest.mark.parametrize("lang", ["xx", "tlh"])
def test_a_language_without_a_pack_is_refused(lang: str) -> None:
    with pytest.raises(checker.UsageError, match=lang):
        checker.quantities("300", lang=lang)


def article(name: str, count: int) -> checker.Article:
    return checker.Article(
        id=name, path=f"{name}.txt", text=TEXT.format(count), language="en", outlet=name
    )


def test_articles_are_compared() -> None:
    report = checker.check([article("one", 300), article("two", 400)])
    assert [finding.rule for finding in report.findings] == ["drones-supplied"]
    assert len(report.to_frame()) == 2


def test_files_and_articles_are_compared_together(tmp_path: Path) -> None:
    file = tmp_path / "three.txt"
    file.write_text(TEXT.format(300), encoding="utf-8")
    report = checker.check([file, article("two", 300)])
    assert [each.id for each in report.articles] == ["two", "three"]
    assert [finding.verdict for finding in report.findings] == ["agree"]


def test_one_path_needs_no_list(tmp_path: Path) -> None:
    file = tmp_path / "three.txt"
    file.write_text(TEXT.format(300), encoding="utf-8")
    assert [each.id for each in checker.check(file).articles] == ["three"]
    assert [each.id for each in checker.check(str(file)).articles] == ["three"]


def test_what_cannot_be_read_is_in_the_report(tmp_path: Path) -> None:
    report = checker.check(tmp_path / "missing.txt")
    assert [problem.path for problem in report.errors] == [str(tmp_path / "missing.txt")]


def test_rules_can_be_chosen() -> None:
    both = [article("one", 300), article("two", 400)]
    assert checker.check(both, ignore="drones-supplied").findings == ()
    assert checker.check(both, select=["casualties"]).findings == ()
    assert len(checker.check(both, select="drones-supplied").findings) == 1


def test_an_unknown_option_names_the_known_ones() -> None:
    with pytest.raises(checker.UsageError, match=r"no such option: langs .*lang, "):
        checker.check([], langs="fr")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The blast killed 12 people.", "Twelve people died in the blast.", "agree"),
        ("The blast killed 12 people.", "Fifteen people died in the blast.", "disagree"),
        ("The blast killed at least 12 people.", "The blast killed 31 people.", "unsure"),
        ("The blast killed 12 people.", "The blast injured 40 people.", "unrelated"),
        ("The blast killed 12 people.", "It rained in the north of the country.", "unrelated"),
        (
            "L'explosion a tué 12 personnes dans le quartier de la gare.",
            "The blast killed 15 people.",
            "disagree",
        ),
    ],
)
def test_two_texts_are_held_against_each_other(one: str, other: str, expected: str) -> None:
    assert checker.compare(one, other) == expected
    assert checker.compare(other, one) == expected


def test_what_one_text_says_against_itself_is_no_verdict_on_two() -> None:
    odd = "Sales rose from 50 to 60, up 30 %."
    assert checker.compare(odd, "Sales rose again in spring.", lang="en") == "unrelated"
    assert checker.compare("The blast killed 12 people. " + odd, "The blast killed 12.") == "agree"


def test_two_texts_have_the_language_and_the_day_that_are_given() -> None:
    texts = "Iran sent 300 drones to Russia.", "Iran sent 400 drones to Russia."
    assert checker.compare(*texts, lang="en") == "unsure"
    assert checker.compare(*texts, lang="en", date=date(2022, 12, 20)) == "disagree"


def test_a_text_in_no_known_language_is_not_compared() -> None:
    with pytest.raises(checker.UsageError):
        checker.compare("12", "15")


@pytest.mark.parametrize(
    ("article", "read", "skipped"), [("a.txt", 1, 0), ("none.txt", 0, 1)], ids=["there", "missing"]
)
def test_a_missing_table_of_metadata_is_an_error_and_no_article(
    tmp_path: Path, article: str, read: int, skipped: int
) -> None:
    (tmp_path / "a.txt").write_text("Iran sent 300 drones to Russia.", encoding="utf-8")
    table = str(tmp_path / "none.csv")
    report = checker.check(tmp_path / article, metadata=table, lang="en")
    coverage = report.coverage
    assert (coverage.articles, coverage.articles_skipped) == (read, skipped)
    assert table in [fault.path for fault in report.errors]
