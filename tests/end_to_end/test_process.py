"""The command as a process: streams that break, inputs that are bad, and nothing left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.languages import available
from tests.commands import forget_readings

ROOT = Path(__file__).parents[2]
DRONES = "Iran has supplied {} drones to Russia, the minister said in London on Tuesday.\n"


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *arguments]
    settings: dict[str, object] = {"cwd": ROOT, "capture_output": True, "text": True}
    return subprocess.run(command, check=False, **(settings | options))  # type: ignore[call-overload,no-any-return]


def test_the_module_is_the_command() -> None:
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("checker ")


@pytest.mark.parametrize("arguments", [["--help"], ["quantities", "seeds/ukraine"]])
def test_a_reader_that_has_left_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*arguments, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("w") as full:
        done = run("--help", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith("checker: error: the output cannot be written")
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two good articles in a folder."""
    for name, count in (("one", 300), ("two", 400)):
        header = f"---\ndate: 2022-12-20\noutlet: {name}\nlang: en\n---\n"
        (tmp_path / f"{name}.md").write_text(header + DRONES.format(count), encoding="utf-8")
    return tmp_path


def test_two_articles_that_differ(articles: Path) -> None:
    done = run("check", str(articles), "--format", "json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (done.returncode, done.stderr) == (1, "")
    assert (finding["rule"], finding["verdict"]) == ("drones-supplied", "disagree")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("encoding.txt", "L'Iran a livré 400 drones à la Russie.".encode("latin-1")),
        ("empty.txt", b""),
        ("front.md", b"---\ntitle: [a\n---\nIran has supplied 300 drones to Russia.\n"),
    ],
)
def test_a_bad_input_is_told_and_the_others_are_checked(
    articles: Path, name: str, content: bytes
) -> None:
    bad = articles / name
    bad.write_bytes(content)
    done = run("check", str(articles), "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {bad}:")
    assert [error["path"] for error in report["errors"]] == [str(bad)]
    assert [finding["verdict"] for finding in report["findings"]] == ["disagree"]


def test_a_missing_path_is_told_and_the_others_are_checked(articles: Path) -> None:
    missing = articles / "missing.txt"
    done = run("check", str(articles), str(missing), "--format", "json")
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {missing}: ")
    assert len(json.loads(done.stdout)["findings"]) == 1


def test_a_bad_rule_is_told_and_the_others_are_used(articles: Path) -> None:
    rule = articles / "rules" / "bad.yaml"
    rule.parent.mkdir()
    rule.write_text("id: bad\ntitel: Typing mistake\n", encoding="utf-8")
    done = run("check", str(articles), "--rules", str(rule.parent), "--format", "json")
    assert done.returncode == 2
    assert f"error: {rule}:2:1: " in done.stderr
    assert "title" in done.stderr
    assert len(json.loads(done.stdout)["findings"]) == 1


def test_an_unknown_rule_id_names_the_nearest(articles: Path) -> None:
    done = run("check", str(articles), "--select", "drone-supplied")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `drones-supplied`?" in done.stderr


def test_bad_rates_are_told_and_the_articles_are_checked(articles: Path) -> None:
    rates = articles / "rates.csv"
    rates.write_text("day,what\n", encoding="utf-8")
    done = run("check", str(articles), "--rates", str(rates), "--format", "json")
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {rates}:")
    assert len(json.loads(done.stdout)["findings"]) == 1


def test_quantities_from_json_lines_on_the_standard_input() -> None:
    record = {"id": "a1", "text": "It cost $2.3bn.", "lang": "en"}
    done = run("quantities", "--format", "jsonl", "-", input=json.dumps(record) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    (found,) = json.loads(line)["quantities"]
    assert json.loads(line)["id"] == "a1"
    assert (found["text"], found["value"], found["unit"]) == ("$2.3bn", 2300000000, "dollar")
    names = "text start end value low high low_closed high_closed expected bound unit kind noun"
    assert [*found] == [*names.split(), "unit_candidates"]


def test_text_on_the_standard_input() -> None:
    done = run("quantities", "--lang", "fr", "-", input="Il a fallu 300 drones.")
    assert (done.returncode, done.stderr) == (0, "")
    assert "300 drones" in done.stdout


def test_the_same_input_gives_the_same_bytes_with_a_cold_and_a_warm_cache(
    articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = str(tmp_path_factory.mktemp("cache"))
    environment = os.environ | {"CHECKER_CACHE_DIR": cache, "PYTHONHASHSEED": "random"}
    outputs = {
        run("check", str(articles), "--format", form, "-v", env=environment).stdout
        for form in ("json", "json", "json")
    }
    assert len(outputs) == 1


def test_a_cache_that_cannot_be_written_is_no_error(articles: Path) -> None:
    environment = os.environ | {"CHECKER_CACHE_DIR": "/dev/null/cache"}
    done = run("check", str(articles), env=environment)
    assert (done.returncode, done.stderr) == (1, "")


def test_clean_empties_the_cache(tmp_path: Path, articles: Path) -> None:
    environment = os.environ | {"CHECKER_CACHE_DIR": str(tmp_path / "cache")}
    run("check", str(articles), env=environment)
    done = run("clean", env=environment)
    assert done.returncode == 0
    assert done.stdout.endswith("removed\n")
    assert not done.stdout.startswith("0 ")
    assert run("clean", env=environment).stdout == "0 cached files removed\n"


CLOSED = ["-c", 'exec "$@" {}', "sh", sys.executable, "-m", "checker"]


@pytest.mark.parametrize(
    ("closed", "arguments"),
    [
        ("<&-", ["check", "-"]),
        ("<&-", ["quantities", "--format", "jsonl", "-"]),
        (">&-", ["check", "seeds/ukraine"]),
        (">&-", ["--version"]),
        ("2>&-", ["check", "there-is-no-such-file"]),
        ("2>&-", ["no-such-command"]),
    ],
)
def test_a_stream_that_is_closed_is_an_error_without_a_traceback(
    closed: str, arguments: list[str]
) -> None:
    script = [part.format(closed) for part in CLOSED]
    command = ["/bin/sh", *script, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr


def test_a_report_is_never_written_over_an_article(articles: Path) -> None:
    article = articles / "one.md"
    before = article.read_bytes()
    done = run("check", str(articles), "--write", f"table={articles / '.' / 'one.md'}")
    assert (done.returncode, article.read_bytes()) == (2, before)
    assert "is an article that was read" in done.stderr


def test_one_text_under_two_names_is_one_article(articles: Path) -> None:
    (articles / "copy.md").write_bytes((articles / "one.md").read_bytes())
    (articles / "two.md").unlink()
    done = run("check", str(articles), "--format", "json", "--fail-if-empty")
    report = json.loads(done.stdout)
    assert (done.returncode, report["findings"], len(report["articles"])) == (2, [], 1)
    assert report["skipped"][0]["reason"] == f"the same text as {articles / 'copy.md'}"
    assert "--fail-if-empty" in done.stderr


def test_one_text_of_two_outlets_is_two_articles(articles: Path) -> None:
    text = (articles / "one.md").read_text(encoding="utf-8")
    (articles / "two.md").write_text(text.replace("outlet: one", "outlet: two"), encoding="utf-8")
    done = run("check", str(articles), "--format", "json")
    assert len(json.loads(done.stdout)["articles"]) == 2


@pytest.mark.parametrize("language", ["xx", "", "pl"])
@pytest.mark.parametrize("command", ["check", "quantities", "claims"])
def test_a_language_that_cannot_be_read_is_a_bad_option(
    command: str, language: str, articles: Path
) -> None:
    done = run(command, str(articles), "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    codes = ", ".join(available())
    assert f"`{language}` is not a language that can be read (languages: {codes})" in done.stderr


@pytest.mark.parametrize("command", ["quantities", "claims"])
def test_an_article_that_was_not_read_is_never_silent(command: str, tmp_path: Path) -> None:
    polish = (
        "Rząd dostarczył w poniedziałek trzysta dronów i 400 czołgów na front, "
        "ale to nie jest wszystko, co do tej pory wysłał."
    )
    path = tmp_path / "a.txt"
    path.write_text(polish, encoding="utf-8")
    # The name of a folder for tests may be longer than a line.
    wide = os.environ | {"COLUMNS": "1000"}
    table = run(command, str(path), env=wide)
    lines = run(command, str(path), "--format", "jsonl")
    assert table.stdout.startswith("No article was read.\n\nNot read: ")
    assert (lines.stdout, lines.returncode) == ("", 0)
    assert lines.stderr.startswith(f"not read: {path}: its language seems to be Polish (pl)")


# Each way to cut the words is tried before the last sign is missed.
SLOW = r"/(?:\w|\w\w|\s)+[@#]/"


def test_a_slow_pattern_is_given_up_and_said(articles: Path, tmp_path: Path) -> None:
    rule = tmp_path / "slow.yaml"
    words = f"words:\n  en: ['{SLOW}', drone*]\n"
    rule.write_text(f"id: slow\ntitle: Slow\nunit: drone\nkind: level\n{words}", encoding="utf-8")
    more = " as they say" * 6
    every = " ".join(f"Iran has supplied {n} drones to Russia{more}." for n in range(99))
    (articles / "one.md").write_text(every, encoding="utf-8")
    done = run("check", str(articles), "--rules", str(rule), "--lang", "en", timeout=60)
    assert done.stdout.count("one: a pattern of rule slow takes too long") == 1
    assert "Drones supplied to a fighting party" in done.stdout


def test_a_rule_cannot_take_the_place_of_a_shipped_one(articles: Path, tmp_path: Path) -> None:
    rule = tmp_path / "drones-supplied.yaml"
    rule.write_text(
        "id: drones-supplied\ntitle: Mine\nunit: drone\nkind: level\nwords: {en: [a b]}"
    )
    done = run("check", str(articles), "--rules", str(rule), "--format", "json")
    assert done.returncode == 2
    assert f"{rule}:1:5: the id `drones-supplied` is already that of rules/" in done.stderr
    assert json.loads(done.stdout)["findings"][0]["rule"] == "drones-supplied"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_paths_and_of_hashes_changes_no_finding(seed: str, articles: Path) -> None:
    paths = [str(articles / "one.md"), str(articles / "two.md")]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    forget_readings()
    one = run("check", *paths, "--format", "json", env=env)
    other = run("check", *reversed(paths), "--format", "json", env={**env, "PYTHONHASHSEED": "3"})
    assert json.loads(one.stdout)["findings"] == json.loads(other.stdout)["findings"]
    forget_readings()
    assert run("check", *paths, "--format", "json").stdout == one.stdout
