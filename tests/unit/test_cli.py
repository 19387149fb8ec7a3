"""The command line: arguments, exit statuses, what goes to which stream, and colours."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import checker
from checker import cli, run
from checker.cli import terminal
from checker.cli.arguments import kinds
from checker.errors import DataFileError
from checker.model import Report
from checker.run import Settings
from checker.work import ALONE, Jobs
from tests.reports import BROKEN, MORE_THAN_300, agreement, disagreement, report

WARNING = disagreement()
ERROR = disagreement(severity="error")
UNSURE = disagreement(verdict="unsure", because="rounding", severity="info")
NOTHING = report(coverage=report().coverage.__class__(articles=3))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[[Report], list[Settings]]:
    """Let every run give a certain report, and note the settings it was asked for."""

    def show(result: Report) -> list[Settings]:
        asked: list[Settings] = []

        def check(settings: Settings, jobs: Jobs = ALONE, **_: object) -> Report:
            asked.append(settings)
            jobs.told("compare")
            return result

        monkeypatch.setattr(run, "check", check)
        return asked

    return show


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([option]) == 0
    assert capsys.readouterr() == (f"checker {checker.__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h", "help"])
def test_help_names_every_command(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([option]) == 0
    out, err = capsys.readouterr()
    assert all(f"  {command} " in out for command in ("check", "quantities", "claims", "clean"))
    assert err == ""


def test_no_command_shows_help_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: checker COMMAND")


def test_an_unknown_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chekc"]) == 2
    assert "no command 'chekc'; did you mean `check`?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "quantities", "claims", "clean"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main([command, "--help"])
    assert capsys.readouterr().out.startswith(f"usage: checker {command}")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["--fail-on", "maybe"], "invalid choice: 'maybe'"),
        (["--format", "xml"], "invalid choice: 'xml'"),
        (["--date", "20/12/2022"], "is no date like 2022-12-20"),
        (["--write", "report.json"], "is not FORMAT=PATH"),
        (["--write", "xml=report.xml"], "is not FORMAT=PATH"),
        (["--write", "json="], "is not FORMAT=PATH"),
        (["--write", "json=-"], "use --format json for the standard output"),
        (["--write", "json=a", "--write", "table=a"], "'a' is given twice"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_a_bad_option_fails(
    wrong: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["check", *wrong])
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("result", "options", "status"),
    [
        (report(), [], 0),
        (report(agreement()), [], 0),
        (report(agreement()), ["--fail-on", "info"], 0),
        (report(UNSURE), [], 0),
        (report(UNSURE), ["--fail-on", "info"], 1),
        (report(WARNING), [], 1),
        (report(WARNING), ["--fail-on", "error"], 0),
        (report(WARNING), ["--fail-on", "never"], 0),
        (report(ERROR), ["--fail-on", "error"], 1),
        (report(ERROR), ["--fail-on", "never"], 0),
        (report(errors=(BROKEN,)), [], 2),
        (report(WARNING, errors=(BROKEN,)), [], 2),
        (report(WARNING, errors=(BROKEN,)), ["--fail-on", "never"], 2),
        (NOTHING, [], 0),
        (NOTHING, ["--fail-if-empty"], 2),
        (report(agreement()), ["--fail-if-empty"], 0),
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_exit_status(
    shown: Callable[[Report], object],
    result: Report,
    options: list[str],
    status: int,
    form: str,
) -> None:
    shown(result)
    assert cli.main(["check", "x", "--format", form, *options]) == status


def test_options_reach_the_run(shown: Callable[[Report], list[Settings]]) -> None:
    asked = shown(report())
    options = (
        "check a b.md --metadata m.csv --rules r --rules s.yaml --no-default-rules "
        "--select one,two --ignore three --lang fr --outlet Le-Jour --date 2022-12-20 "
        "--rates x.csv --decisions d.yaml --baseline b.json"
    )
    cli.main(options.split())
    assert asked == [
        Settings(
            paths=("a", "b.md"),
            metadata="m.csv",
            lang="fr",
            outlet="Le-Jour",
            published=date(2022, 12, 20),
            rules=("r", "s.yaml"),
            shipped=False,
            select=("one", "two"),
            ignore=("three",),
            rates="x.csv",
            decisions="d.yaml",
            baseline="b.json",
            today=asked[0].today,
        )
    ]
    assert asked[0].today is not None


def test_without_paths_this_folder_is_read(shown: Callable[[Report], list[Settings]]) -> None:
    asked = shown(report())
    cli.main(["check"])
    assert asked == [Settings(paths=(".",), today=asked[0].today)]


def test_an_archive_does_not_swallow_the_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, article = tmp_path / "archive.md", tmp_path / "new.md"
    for path in (archive, article):
        path.write_text("The blast in the old town killed 12 people.", encoding="utf-8")
    assert cli.main(["check", "--against", str(archive), str(article)]) == 2
    assert "no article to check is named" in capsys.readouterr().err
    assert cli.main(["check", "--against", str(archive), "--", str(article)]) == 0


@pytest.mark.parametrize(("form", "expected"), [("jsonl", "jsonl"), ("json", "text")])
def test_jsonl_makes_the_standard_input_jsonl(
    shown: Callable[[Report], list[Settings]], form: str, expected: str
) -> None:
    (asked,) = [shown(report())]
    cli.main(["check", "-", "-f", form])
    assert [settings.stdin_format for settings in asked] == [expected]


def test_errors_go_to_the_standard_error_with_their_line(
    shown: Callable[[Report], object], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report(errors=(BROKEN,)))
    cli.main(["check", "-f", "json"])
    out, err = capsys.readouterr()
    assert json.loads(out)["errors"][0]["message"] == "the front matter is not closed"
    assert err.splitlines() == [
        "error: seeds/broken.md:3:8: the front matter is not closed",
        "    title: [a",
        "           ^",
        "    end it with a line of three hyphens",
    ]


def test_a_data_file_error_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*_: object, **__: object) -> Report:
        raise DataFileError([BROKEN])

    monkeypatch.setattr(run, "check", check)
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().err.startswith("checker: error: seeds/broken.md:3:8")


def test_an_interrupt_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "check", check)
    assert cli.main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_the_program_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*_: object, **__: object) -> Report:
        raise ZeroDivisionError

    monkeypatch.setattr(run, "check", check)
    assert cli.main(["check"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "a fault of checker itself" in err
    assert "ZeroDivisionError" in err


def test_reports_are_also_written_to_files(
    shown: Callable[[Report], object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report(WARNING))
    made = tmp_path / "report.json"
    text = tmp_path / "report.txt"
    status = cli.main(["check", "--write", f"json={made}", "--write", f"table={text}"])
    assert status == 1
    assert json.loads(made.read_text(encoding="utf-8"))["findings"][0]["verdict"] == "disagree"
    assert "\x1b" not in text.read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_written_fails(
    shown: Callable[[Report], object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report())
    missing = tmp_path / "missing" / "report.json"
    assert cli.main(["check", "--write", f"json={missing}"]) == 2
    assert f"{missing}: cannot be written" in capsys.readouterr().err


def test_timing_goes_to_the_standard_error(
    shown: Callable[[Report], object], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report())
    cli.main(["check", "--timing", "-f", "json"])
    out, err = capsys.readouterr()
    json.loads(out)
    assert [line.partition(":")[0] for line in err.splitlines()] == ["compare", "report"]


def test_claims_as_json_lines(
    shown: Callable[[Report], object], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report())
    assert cli.main(["claims", "-f", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["commons-1", "briefing-1", "letter-1"]


def test_claims_as_a_table(
    shown: Callable[[Report], object], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(report())
    assert cli.main(["claims"]) == 0
    assert MORE_THAN_300.path in capsys.readouterr().out


# --- the terminal -----------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("environment", "is_terminal", "expected"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"CI": "true"}, True, False),
        ({"CI": "false"}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "CI": "true"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colours(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_terminal: bool,
    expected: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal() if is_terminal else io.StringIO())
    assert terminal._has_colour() is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [("80", 80), ("20", 40), ("5000", 200), ("wide", 100), ("0", 100), ("", 100)],
)
def test_width(monkeypatch: pytest.MonkeyPatch, told: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", told)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.screen_width() == expected


class Screen(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_articles_are_counted_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_TENTH", 0)
    monkeypatch.setattr(sys, "stderr", Screen())
    with terminal.Counter() as counter:
        counter.tick()
        counter.tick()
        counter.tick(1_500)
        counter.tick(1_500)
    clear = "\r\x1b[K"
    told = ("1 articles", "2 articles", "1 of 1,500 articles", "2 of 1,500 articles", "")
    assert sys.stderr.getvalue() == "".join(clear + each for each in told)


def test_a_few_articles_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_TENTH", 60)
    monkeypatch.setattr(sys, "stderr", Screen())
    with terminal.Counter() as counter:
        counter.tick(2)
        counter.tick(2)
    assert sys.stderr.getvalue() == ""


def test_a_log_holds_no_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_TENTH", 0)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with terminal.Counter() as counter:
        counter.tick(2)
    assert sys.stderr.getvalue() == ""


def test_the_count_goes_when_the_run_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_TENTH", 0)
    monkeypatch.setattr(sys, "stderr", Screen())
    with pytest.raises(KeyboardInterrupt), terminal.Counter() as counter:
        interrupt(counter)
    assert sys.stderr.getvalue().endswith("\r\x1b[K")


def interrupt(counter: terminal.Counter) -> None:
    counter.tick()
    raise KeyboardInterrupt


@pytest.mark.parametrize(("said", "count"), [("1", 1), ("8", 8), ("256", 256)])
def test_a_number_of_processes(said: str, count: int) -> None:
    assert kinds.count(said) == count


@pytest.mark.parametrize("said", ["0", "auto"])
def test_a_process_a_core(said: str) -> None:
    assert kinds.count(said) == len(os.sched_getaffinity(0))


@pytest.mark.parametrize("said", ["-1", "1.5", "many", "257", "", "AUTO "])
def test_what_is_no_number_of_processes(said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no number of processes"):
        kinds.count(said)


@pytest.mark.parametrize(("said", "seconds"), [("0", 0), ("0.5", 0.5), ("86400", 86_400)])
def test_a_number_of_seconds(said: str, seconds: float) -> None:
    assert kinds.seconds(said) == seconds


@pytest.mark.parametrize("said", ["-1", "nan", "inf", "86401", "soon", ""])
def test_what_is_no_number_of_seconds(said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no number of seconds"):
        kinds.seconds(said)


def test_the_names_of_rules_are_split_at_commas() -> None:
    assert kinds.names("one, two,,three ") == ("one", "two", "three")


def test_two_texts_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    texts = ["The blast killed 12 people.", "The blast killed 15 people."]
    assert cli.main(["compare", *texts, "--format", "concise"]) == 1
    shown = capsys.readouterr().out
    assert "A:1:18" in shown
    assert "disagree" in shown


def test_what_one_of_two_texts_says_against_itself_is_reported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    odd, even = "Sales rose from 50 to 60, up 30 %.", "Sales rose from 50 to 60, up 20 %."
    plain = "Sales rose again in the spring of the year."
    assert cli.main(["compare", odd, plain, "--format", "concise"]) == 1
    assert "percent-change" in capsys.readouterr().out
    assert cli.main(["compare", even, plain, "--format", "concise"]) == 0
    assert "percent-change" not in capsys.readouterr().out


def test_a_text_is_compared_with_an_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The blast in the old town killed 12 people.", encoding="utf-8")
    assert cli.main(["compare", str(article), "The blast killed 12 people.", "-f", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [found["verdict"] for found in report["findings"]] == ["agree"]


def test_comparing_needs_two_texts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["compare", "The blast killed 12 people."])
    assert "required" in capsys.readouterr().err


def test_a_path_without_a_file_is_not_compared_as_a_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["compare", "gone.md", "The blast killed 12 people."]) == 2
    assert "`gone.md` is no file" in capsys.readouterr().err
