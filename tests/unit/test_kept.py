"""An article that did not change is not read again, and nothing else is different."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker import cache, pipeline
from checker.archive.rows import claim_to_json, finding_to_json
from checker.config import Config
from checker.model import Article, Placed, Report
from checker.report import json as json_report
from checker.run import Settings, check, kept
from checker.run.kept import Kept, state_of
from checker.work import Jobs

STORY = "---\ndate: 2024-05-03\n---\nThe fire killed 12 people in Ostra, police said on Friday.\n"
SUM = "The blast killed 14 people: eight men and five women.\n"
TABLE = "| town | dead |\n|---|---|\n| Ostra | 12 |\n| Velm | 3 |\n"
MILES = "The road is 41 miles (80 km) long, and Mr Vale, 41, walked it in May 2023.\n"

Reads = list[str]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that all tests fill with compiled rules, once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folder(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(compiled))
    for file in compiled.glob("read-*.json"):
        file.unlink()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Return the ids of the articles that were read, in order."""
    names: Reads = []
    usual = pipeline.make_placer

    def watched(*given: Any) -> Callable[[Article], Placed]:
        place = usual(*given)

        def work(article: Article) -> Placed:
            names.append(article.id)
            return place(article)

        return work

    monkeypatch.setattr(pipeline, "make_placer", watched)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of articles, with claims, checks and a table among them."""
    where = tmp_path / "news"
    where.mkdir()
    for name, text in (("a", STORY), ("b", SUM), ("c", TABLE), ("d", MILES)):
        (where / f"{name}.md").write_text(text, encoding="utf-8")
    return where


def settings(folder: Path, **options: Any) -> Settings:
    return Settings(paths=(str(folder),), lang="en", **options)


def stored() -> list[Path]:
    where = cache.folder()
    assert where is not None
    return sorted(where.glob("read-*.json"))


def contents(report: Report) -> tuple[object, ...]:
    claims = [claim_to_json(claim) for claim in report.claims]
    findings = [finding_to_json(finding) for finding in report.findings]
    return claims, findings, report.coverage, report.skipped, report.errors


def spoilt(saved: dict[str, Any], reading: object) -> dict[str, Any]:
    return saved | {"articles": dict.fromkeys(saved["articles"], reading)}


def test_what_did_not_change_is_not_read_again(folder: Path, reads: Reads) -> None:
    first = check(settings(folder))
    assert reads == ["a", "b", "c", "d"]
    assert contents(check(settings(folder))) == contents(first)
    assert reads == ["a", "b", "c", "d"]
    assert len(first.claims) > 3
    assert len(first.findings) > 1


def test_claims_and_findings_come_back_as_they_were(folder: Path) -> None:
    first, again = check(settings(folder)), check(settings(folder))
    assert again.claims == first.claims
    assert again.findings == first.findings
    assert json_report.render(again) == json_report.render(first)


def test_only_what_changed_is_read_again(folder: Path, reads: Reads) -> None:
    check(settings(folder))
    reads.clear()
    (folder / "a.md").write_text(STORY.replace("12", "13"), encoding="utf-8")
    report = check(settings(folder))
    assert reads == ["a"]
    assert "13 people" in {claim.quantity.surface for claim in report.claims if claim.quantity}


def test_what_came_is_read_and_what_went_is_forgotten(folder: Path, reads: Reads) -> None:
    check(settings(folder))
    reads.clear()
    (folder / "b.md").rename(folder / "e.md")
    check(settings(folder))
    assert reads == ["e"]
    (saved,) = stored()
    assert len(json.loads(saved.read_text(encoding="utf-8"))["content"]["articles"]) == 4


def test_what_is_known_from_outside_counts(folder: Path, reads: Reads) -> None:
    check(settings(folder))
    reads.clear()
    check(settings(folder, outlet="The Ostra Post"))
    assert reads == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "options",
    [
        {"ignore": ("sum",)},
        {"select": ("incident-toll",)},
        {"shipped": False, "rules": ("rules/disasters",)},
        {"config": Config(ignore=("sum",))},
        {"config": Config(severity=(("sum", (("same-article", "info"),)),))},
        {"config": Config(hedges=(("approx", "0.5"),))},  # type: ignore[arg-type]
        {"config": Config(path="checker.toml", per_file=(("*", ("sum",)),))},
    ],
)
def test_other_rules_and_decisions_are_another_reading(
    folder: Path, reads: Reads, options: dict[str, Any]
) -> None:
    check(settings(folder))
    reads.clear()
    check(settings(folder, **options))
    assert reads == ["a", "b", "c", "d"]


def test_a_changed_rule_of_the_user_is_another_reading(
    folder: Path, reads: Reads, tmp_path: Path
) -> None:
    rule = tmp_path / "bridges.yaml"
    text = "id: bridges\ntitle: Bridges\nunit: bridge\nkind: level\nwords: {en: [bridge*]}\n"
    rule.write_text(text, encoding="utf-8")
    check(settings(folder, rules=(str(rule),)))
    reads.clear()
    rule.write_text(text.replace("bridge*]", "bridges]"), encoding="utf-8")
    check(settings(folder, rules=(str(rule),)))
    assert reads == ["a", "b", "c", "d"]


def test_rates_are_part_of_what_checks_find(folder: Path, reads: Reads, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("date,base,quote,rate\n2024-05-03,EUR,USD,1.10\n", encoding="utf-8")
    check(settings(folder, rates=str(rates)))
    reads.clear()
    rates.write_text("date,base,quote,rate\n2024-05-03,EUR,USD,1.20\n", encoding="utf-8")
    check(settings(folder, rates=str(rates)))
    assert reads == ["a", "b", "c", "d"]


def test_another_state_of_the_tool_is_another_reading(
    folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(settings(folder))
    reads.clear()
    monkeypatch.setattr(kept, "__version__", "another")
    check(settings(folder))
    assert reads == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: None,
        lambda _: [],
        lambda _: {"state": 1},
        lambda saved: saved | {"articles": None},
        lambda saved: spoilt(saved, None),
        lambda saved: spoilt(saved, []),
        lambda saved: spoilt(saved, [[1, 2], 3, 4, 5, 6]),
        lambda saved: spoilt(saved, [[1, 2], [], [{}], [], []]),
    ],
)
def test_a_spoiled_file_is_read_past(
    folder: Path, reads: Reads, spoil: Callable[[Any], object]
) -> None:
    first = check(settings(folder))
    reads.clear()
    (file,) = stored()
    saved = json.loads(file.read_text(encoding="utf-8"))["content"]
    file.write_text(json.dumps({"content": spoil(saved)}), encoding="utf-8")
    assert contents(check(settings(folder))) == contents(first)
    assert reads == ["a", "b", "c", "d"]
    reads.clear()
    check(settings(folder))
    assert reads == []


def test_two_sets_of_paths_do_not_push_each_other_out(folder: Path, reads: Reads) -> None:
    one = Settings(paths=(str(folder / "a.md"),), lang="en")
    check(settings(folder))
    check(one)
    reads.clear()
    check(settings(folder))
    check(one)
    assert reads == []


def test_a_folder_seen_from_elsewhere_is_another_set(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (folder, folder.parent):
        monkeypatch.chdir(place)
        check(Settings(paths=(".",), lang="en"))
    assert len(stored()) == 2


def test_a_collection_is_not_kept(
    folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    check(settings(folder))
    assert stored() == []
    check(settings(folder))
    assert reads == ["a", "b", "c", "d"] * 2


def test_articles_from_python_are_not_kept(folder: Path) -> None:
    article = Article("a", "a.md", STORY, "en")
    assert check(Settings(articles=(article,), paths=(str(folder),), lang="en")).claims
    assert stored() == []


def test_where_all_is_wanted_nothing_is_kept(folder: Path, reads: Reads) -> None:
    """What looks at numbers that no rule reads needs them all, with their words."""
    check(settings(folder))
    reads.clear()
    check(settings(folder), beyond=lambda trace, _: trace)
    assert reads == ["a", "b", "c", "d"]


def test_a_pattern_that_took_too_long_is_tried_again(folder: Path, tmp_path: Path) -> None:
    text = (
        "id: slow\ntitle: Slow\nunit: person\nkind: level\n"
        "words: {en: ['/(?:(?:a+)+)+b|people/']}\n"
    )
    (tmp_path / "slow.yaml").write_text(text, encoding="utf-8")
    (folder / "a.md").write_text(f"In {'a' * 5000} 12 people died.\n", encoding="utf-8")
    chosen = {"rules": (str(tmp_path / "slow.yaml"),), "select": ("slow",)}
    report = check(settings(folder, **chosen))
    assert [skip.article for skip in report.skipped if "takes too long" in skip.reason] == ["a"]
    (file,) = stored()
    saved = json.loads(file.read_text(encoding="utf-8"))["content"]["articles"]
    assert len(saved) == 3


def test_processes_keep_what_they_read_too(folder: Path, reads: Reads) -> None:
    first = check(settings(folder), Jobs(2))
    reads.clear()
    assert contents(check(settings(folder))) == contents(first)
    assert reads == []


def test_a_cache_that_cannot_be_written_costs_only_time(
    folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert contents(check(settings(folder))) == contents(check(settings(folder)))
    assert reads == ["a", "b", "c", "d"] * 2


def test_the_state_hangs_on_every_file_of_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "tool" / "inner" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("", encoding="utf-8")
    monkeypatch.setattr(kept, "__file__", str(tmp_path / "tool" / "run" / "kept.py"))
    before = state_of("rules")
    assert before
    assert state_of("rules") == before
    assert state_of("other rules") != before
    os.utime(module, ns=(1, 1))
    assert state_of("rules") != before


def test_a_tool_without_files_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "__file__", str(tmp_path / "tool.zip" / "run" / "kept.py"))
    assert state_of("rules") == ""
    nothing = Kept(("a.md",), "")
    nothing.close()
    assert stored() == []


def test_a_known_article_loads_nothing_that_reads(folder: Path) -> None:
    code = (
        "import sys; from checker.cli import main\n"
        f"try: main(['check', {str(folder)!r}, '--lang', 'en', '-f', 'json'])\n"
        "except SystemExit: pass\n"
        "reading = {f'checker.{name}' for name in ('claims', 'mentions', 'quantities')}\n"
        "print(*sorted(reading & sys.modules.keys()), file=sys.stderr)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stderr.split() != [] for run in runs] == [True, False]
    assert runs[0].stdout == runs[1].stdout != ""
