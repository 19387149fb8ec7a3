"""Formats that other programs read: their rules of writing, places, levels, and hostile text."""

import csv as standard_csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from checker.errors import Problem
from checker.model import Camp, Finding, Report, Rule, Skipped
from checker.report import _spots, csv, github, gitlab, html, junit, rdjson, sarif
from checker.run import Settings, check
from checker.values import replace
from tests.reports import (
    BROKEN,
    FOUR_HUNDRED,
    MORE_THAN_300,
    agreement,
    between,
    claim,
    disagreement,
    quantity,
    report,
)

ROOT = Path(__file__).parents[2]
EVIL = '=cmd|"/c calc"!A0 <script>alert(1)</script> ]](x) ::error::x %0A \x1b[31m\u202e & "q" \'s\''
HOSTILE_QUOTE = f"{EVIL} sent 400 drones."
HOSTILE = claim(
    "evil",
    HOSTILE_QUOTE,
    quantity(HOSTILE_QUOTE, "400 drones", between(395, 405)),
    source=EVIL,
    speaker=EVIL,
    path='a,b:c"<x>%\n.md',
)
RULE = Rule(
    "drones-supplied",
    "Drones supplied",
    "drone",
    "cumulative",
    "",
    about="How **many**.",
    link="https://example.org/",
)
UNSURE = disagreement(id="aa", verdict="unsure", because="bounds", severity="info")
WHOLE = report(disagreement(), UNSURE, agreement(), errors=(BROKEN,), rules=(RULE,))


def hostile(title: str = EVIL) -> Report:
    """Make a report whose every text is hostile."""
    camps = (
        Camp((HOSTILE,), (EVIL,), between(395, 405)),
        Camp((MORE_THAN_300,), ("x",), between(300, 395, "()")),
    )
    finding = disagreement(camps=camps, title=title, message=EVIL, facets=((EVIL, EVIL),))
    return report(finding, errors=(Problem(EVIL, 1, 1, EVIL, EVIL),))


# ----------------------------------------------------------------------------------------- places


def test_the_first_place_is_of_the_camp_that_the_message_names() -> None:
    first, second, both = _spots.spots(disagreement())
    assert (first.file, first.line, first.column, first.end_column) == (
        "seeds/commons.md",
        12,
        34,
        34 + len("more than 300 kamikaze drones"),
    )
    assert (first.label, both.label, second.label) == ("A", "B", "A")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("news.csv:12", ("news.csv", 12, 0, 0)),
        ("a/news.jsonl:3", ("a/news.jsonl", 3, 0, 0)),
        ("news.parquet:7", ("news.parquet", 0, 0, 0)),
        ("report.pdf#page=3", ("report.pdf", 0, 0, 0)),
        ("odd:12", ("odd:12", 7, 16, 26)),
        ("page.html", ("page.html", 7, 16, 26)),
    ],
)
def test_rows_and_pages_are_places_of_their_file(
    path: str, place: tuple[str, int, int, int]
) -> None:
    moved = replace(FOUR_HUNDRED, path=path)
    [spot] = _spots.spots(disagreement(camps=(Camp((moved,), ("x",)),), relations=()))
    assert (spot.file, spot.line, spot.column, spot.end_column) == place


# ------------------------------------------------------------------------------------------- SARIF


def log(shown: Report) -> dict[str, object]:
    """Render as SARIF and return the one run."""
    document = json.loads(sarif.render(shown))
    assert document["version"] == "2.1.0"
    [run] = document["runs"]
    return run  # type: ignore[no-any-return]


def results(shown: Report) -> list[dict[str, object]]:
    """Return the results of a SARIF log."""
    return log(shown)["results"]  # type: ignore[return-value]


def test_a_disagreement_fails_and_what_is_unsure_is_for_review() -> None:
    fails, review = results(WHOLE)
    assert (fails["kind"], fails["level"]) == ("fail", "warning")
    assert (review["kind"], review["level"]) == ("review", "none")
    assert "disagree (value)" in fails["message"]["text"]  # type: ignore[index]
    noted = results(report(disagreement(severity="info")))[0]
    assert (noted["kind"], noted["level"]) == ("fail", "note")


def test_results_point_at_rules_places_and_one_another() -> None:
    run = log(WHOLE)
    rules = run["tool"]["driver"]["rules"]  # type: ignore[index]
    first = results(WHOLE)[0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "drones-supplied"
    assert rules[first["ruleIndex"]]["help"] == {"text": RULE.about, "markdown": RULE.about}
    assert rules[first["ruleIndex"]]["helpUri"] == RULE.link
    assert run["columnKind"] == "unicodeCodePoints"
    [location] = first["locations"]  # type: ignore[misc]
    region = location["physicalLocation"]["region"]  # type: ignore[index]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (12, 34, 63)
    related = first["relatedLocations"]
    assert [each["id"] for each in related] == [1, 2]  # type: ignore[attr-defined]
    links = re.findall(r"\]\((\d+)\)", first["message"]["text"])  # type: ignore[index]
    assert links == ["1", "2"]
    assert first["partialFingerprints"] == {"checkerFinding/v1": "f3a9c1d204b7"}


def test_errors_and_unread_articles_are_notifications() -> None:
    unread = Skipped("articles", "x.md", "its language is not clear")
    [invocation] = log(report(errors=(BROKEN,), skipped=(unread,)))["invocations"]  # type: ignore[misc]
    assert invocation["executionSuccessful"] is False  # type: ignore[index]
    error, note = invocation["toolExecutionNotifications"]  # type: ignore[index]
    assert (error["level"], note["level"]) == ("error", "note")
    assert log(report())["invocations"][0]["executionSuccessful"] is True  # type: ignore[index]


def test_what_was_accepted_is_suppressed() -> None:
    one, other = results(report(UNSURE, suppressed=(disagreement(),)))
    assert "suppressions" not in one
    assert other["suppressions"] == [{"kind": "external"}]


SCHEMA = json.loads(
    (ROOT / "tests" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
SARIF = jsonschema.Draft4Validator(SCHEMA)


@pytest.mark.parametrize(
    "shown",
    [
        WHOLE,
        hostile(),
        report(),
        report(UNSURE, suppressed=(disagreement(),)),
        report(errors=(BROKEN,), skipped=(Skipped("articles", "x.md", "no language"),)),
        report(disagreement(severity="info")),
    ],
    ids=["whole", "hostile", "empty", "suppressed", "errors", "info"],
)
def test_a_log_follows_the_schema_of_the_standard(shown: Report) -> None:
    assert [error.message for error in SARIF.iter_errors(json.loads(sarif.render(shown)))] == []


def test_the_samples_follow_the_schema_of_the_standard() -> None:
    document = json.loads(sarif.render(check(Settings(paths=(str(ROOT / "seeds"),)))))
    assert [error.message for error in SARIF.iter_errors(document)] == []
    assert len(document["runs"][0]["results"]) > 10


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "results", 0, "kind"), "wrong"),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "verdict"), "disagree"),
        (("runs", 0, "tool", "driver"), {}),
        (("runs", 0, "columnKind"), "bytes"),
    ],
)
def test_the_schema_refuses_what_the_standard_does_not_know(
    path: tuple[object, ...], value: object
) -> None:
    document = json.loads(sarif.render(WHOLE))
    *parents, last = path
    inside = document
    for step in parents:
        inside = inside[step]
    inside[last] = value
    assert not SARIF.is_valid(document)


def test_paths_become_uris() -> None:
    assert sarif._uri("a b/é.md") == "a%20b/%C3%A9.md"
    assert sarif._uri("odd:name.md") == "odd%3Aname.md"
    assert sarif._uri("/tmp/a#b.md") == "file:///tmp/a%23b.md"
    assert sarif._uri("a\\b.md") == "a/b.md"


def test_foreign_text_makes_no_link_in_sarif() -> None:
    text = results(hostile())[0]["message"]["text"]  # type: ignore[index]
    assert re.findall(r"(?<!\\)\]\((.*?)\)", text) == ["1"]


# ------------------------------------------------------------------------------------------ GitHub


def test_annotations_name_the_place_and_come_worst_first() -> None:
    error, *lines = github.render(
        report(UNSURE, disagreement(severity="error"), errors=(BROKEN,))
    ).splitlines()
    assert error.startswith(f"::error file={BROKEN.path},line={BROKEN.line},col={BROKEN.column},")
    assert lines[0].startswith(
        "::error file=seeds/commons.md,line=12,col=34,endColumn=62,"
        "title=drones-supplied%3A disagree (value)::"
    )
    assert "%0AB: seeds/briefing.md:7:16" in lines[0]
    assert lines[1].startswith("::notice file=seeds/commons.md")
    assert lines[2].startswith("3 articles read")


def test_ten_annotations_a_level_and_the_rest_counted() -> None:
    many = [disagreement(id=f"{number}") for number in range(13)]
    lines = github.render(report(*many, UNSURE)).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert sum(line.startswith("::notice ") for line in lines) == 1
    assert lines[-2] == "Not shown above: 3 warnings."


def test_foreign_text_begins_no_command() -> None:
    lines = github.render(hostile()).splitlines()
    assert [line.partition(" ")[0] for line in lines if line.startswith("::")] == [
        "::error",
        "::warning",
    ]
    assert all("\x1b" not in line for line in lines)
    command = lines[1]
    properties = command.removeprefix("::warning ").partition("::")[0]
    assert properties.startswith('file=a%2Cb%3Ac"<x>%25%0A.md,line=12,col=34,')


# ---------------------------------------------------------------------------- GitLab, rdjson, JUnit


def test_code_quality_issues() -> None:
    first, second, broken = json.loads(gitlab.render(WHOLE))
    assert first["fingerprint"] == "f3a9c1d204b7"
    assert first["location"] == {"path": "seeds/commons.md", "lines": {"begin": 12}}
    assert [each["severity"] for each in (first, second, broken)] == ["minor", "info", "blocker"]
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= first.keys()
    assert json.loads(gitlab.render(report())) == []


def test_diagnostics_for_reviewdog() -> None:
    whole = json.loads(rdjson.render(WHOLE))
    first = whole["diagnostics"][0]
    assert first["severity"] == "WARNING"
    assert first["code"] == {"value": "drones-supplied", "url": RULE.link}
    assert first["location"]["range"] == {"start": {"line": 12}}
    assert [each["message"][:2] for each in first["relatedLocations"]] == ["A:", "B:"]


def test_columns_of_reviewdog_count_bytes() -> None:
    line = "L’été, l’Iran a livré 400 drones à la Russie."
    known = report(disagreement(camps=(Camp((replace(FOUR_HUNDRED, column=23),), ("x",)),)))
    article = replace(known.articles[0], id=FOUR_HUNDRED.article, text=f"{'x' * 9}\n" * 6 + line)
    shown = replace(known, articles=(article,))
    [diagnostic] = json.loads(rdjson.render(shown))["diagnostics"]
    where = diagnostic["location"]["range"]
    start, end = (where[name]["column"] - 1 for name in ("start", "end"))
    assert line.encode()[start:end].decode() == "400 drones"


def test_suites_and_cases() -> None:
    root = ET.fromstring(junit.render(WHOLE))
    assert root.attrib == {"name": "checker", "tests": "4", "failures": "1", "errors": "1"}
    cases = root.findall("./testsuite/testcase")
    assert len(cases) == 4
    [failure] = root.findall(".//failure")
    assert failure.get("type") == "disagree (value)"
    assert "seeds/briefing.md:7:16" in (failure.text or "")
    assert len(root.findall(".//error")) == 1


@pytest.mark.parametrize("text", [EVIL, "\x00\x08\ud800\ufffe]]>", "a\r\nb"])
def test_foreign_text_keeps_xml_well_formed(text: str) -> None:
    finding = disagreement(message=text, title=text)
    root = ET.fromstring(junit.render(report(finding)))
    assert len(root.findall(".//failure")) == 1


# --------------------------------------------------------------------------------------------- CSV


def rows(shown: Report) -> list[dict[str, str]]:
    """Read the CSV back."""
    return list(standard_csv.DictReader(io.StringIO(csv.render(shown))))


def test_a_row_a_claim() -> None:
    first, fits, other, *agreeing = rows(WHOLE)[:3], *rows(WHOLE)[3:]
    assert [row["camp"] for row in first] == ["A", "B", "A/B"]
    assert first[0]["text"] == "more than 300 kamikaze drones"
    assert (first[0]["value"], first[0]["low"], first[0]["high"]) == ("300", "300", "")
    assert first[0]["bound"] == ">"
    assert first[0]["facets"] == "giver=IR; receiver=RU"
    assert {row["verdict"] for row in (fits, other, *agreeing)} == {"unsure", "agree"}


def test_no_cell_is_a_formula() -> None:
    for row in rows(hostile(title="=1+1")):
        for name, cell in row.items():
            if name not in ("bound", "value", "low", "high", "line", "column"):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), name
            assert "\x1b" not in cell


# -------------------------------------------------------------------------------------------- HTML


class Page(HTMLParser):
    """Collects the tags of a page, its text, and what is open."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        self.words += data


@pytest.mark.parametrize("shown", [WHOLE, hostile(), report()], ids=["whole", "hostile", "empty"])
def test_the_page_runs_and_loads_nothing(shown: Report) -> None:
    page = Page(html.render(shown))
    names = {name for name, _ in page.tags}
    assert not names & {"script", "iframe", "img", "link", "object", "form", "base"}
    for _, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
        assert "src" not in attributes


def test_the_page_shows_quotes_with_the_number_marked() -> None:
    text = html.render(WHOLE)
    assert "supplied <mark>more than 300 kamikaze drones</mark>, Russia" in text
    assert text.count("<svg") == 3
    assert "seeds/briefing.md:7:16" in text
    assert "<summary>1 fact on which all sources agree</summary>" in text


def test_foreign_text_is_shown_as_text() -> None:
    page = Page(html.render(hostile()))
    assert "<script>alert(1)</script>" in page.words
    assert "\x1b" not in page.words
    assert "\u202e" not in page.words


def bars(*readings: tuple[int | None, int | None]) -> str:
    """Draw a finding with these readings."""
    camps = tuple(
        Camp(
            (
                claim(
                    f"c{number}",
                    "400 drones",
                    quantity("400 drones", "400 drones", between(low, high, "[]")),
                ),
            ),
            ("x",),
        )
        for number, (low, high) in enumerate(readings)
    )
    return html.plot(disagreement(camps=camps, relations=()))


def test_bars_points_and_open_ends_are_drawn() -> None:
    drawn = bars((300, 395), (400, 400), (500, None), (None, 200))
    assert drawn.count("<rect") == 3
    assert drawn.count("<circle") == 1
    assert drawn.count("<path") == 3
    assert 'aria-label="A: 300 to 395; B: 400; C: ≥500; D: ≤200 drone"' in drawn


@pytest.mark.parametrize("readings", [((400, 400),), (), ((None, None), (None, None))])
def test_nothing_is_drawn_of_less_than_two_numbers(
    readings: tuple[tuple[int | None, int | None], ...],
) -> None:
    assert bars(*readings) == ""


def test_two_equal_points_can_be_drawn() -> None:
    assert bars((0, 0), (0, 0)).count("<circle") == 2


def test_a_bar_is_where_its_numbers_are() -> None:
    drawn = bars((0, 100), (200, 300))
    starts = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', drawn)]
    widths = [float(w) for w in re.findall(r'width="([\d.]+)" height', drawn)]
    assert widths[0] == pytest.approx(widths[1])
    assert starts[1] - starts[0] == pytest.approx(2 * widths[0], abs=0.2)


@pytest.mark.parametrize("made", [disagreement(), agreement(), UNSURE])
def test_agreements_are_not_told_to_machines(made: Finding) -> None:
    shown = report(made)
    is_told = made.verdict != "agree"
    assert bool(results(shown)) is is_told
    assert bool(json.loads(gitlab.render(shown))) is is_told
    assert bool(json.loads(rdjson.render(shown))["diagnostics"]) is is_told
