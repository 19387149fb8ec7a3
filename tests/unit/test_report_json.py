"""The JSON report: its schema, its exact numbers, and its order."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker.report
from checker.errors import Problem
from checker.model import Camp, Claim, Report
from checker.report import json as format_json
from checker.report import jsonl
from tests.reports import (
    BROKEN,
    FOUR_HUNDRED,
    HUNDREDS,
    MORE_THAN_300,
    agreement,
    between,
    claim,
    day,
    disagreement,
    quantity,
    report,
)

SCHEMA = json.loads(
    Path(checker.report.__file__).with_name("report.schema.json").read_text(encoding="utf-8")
)
EVENT = claim("events", "Russia invaded Ukraine.", None, line=0, column=0, anchor=True)


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "shown",
    [
        report(),
        report(disagreement(), agreement(), errors=(BROKEN,)),
        report(suppressed=(disagreement(),)),
        report(disagreement(camps=(Camp((EVENT,), ()), Camp((HUNDREDS,), ("Gazette",))))),
    ],
    ids=["no findings", "findings and an error", "suppressed", "an event"],
)
def test_reports_follow_the_schema(shown: Report) -> None:
    jsonschema.validate(json.loads(format_json.render(shown)), SCHEMA)


@pytest.mark.parametrize("key", ["findings", "coverage", "errors", "schema_version"])
def test_the_schema_misses_a_key(key: str) -> None:
    document = format_json.report_fields(report(disagreement()))
    del document[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_schema_refuses_an_unknown_verdict() -> None:
    document = format_json.report_fields(report(disagreement(verdict="false")))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_a_claim_has_exactly_the_published_fields() -> None:
    assert format_json.claim_fields(MORE_THAN_300) == {
        "id": "commons-1",
        "rule": "drones-supplied",
        "article": "commons",
        "path": "seeds/commons.md",
        "line": 12,
        "column": 34,
        "start": 130,
        "end": 159,
        "text": "more than 300 kamikaze drones",
        "quote": MORE_THAN_300.quote,
        "value": 300,
        "low": 300,
        "high": None,
        "bound": ">",
        "unit": "drone",
        "facets": {"giver": "IR", "receiver": "RU"},
        "speaker": "Ben Wallace",
        "as_of": "2022-12-20",
        "since": None,
        "polarity": "asserted",
        "repeats": None,
        "source": MORE_THAN_300.source,
        "as_of_from": MORE_THAN_300.as_of_from,
        "anchor": False,
        "kind": "count",
        "noun": MORE_THAN_300.quantity.noun,
        "change": None,
        "literal": {"low": 300, "high": 395, "low_closed": False, "high_closed": False},
        "expected": {"low": 300, "high": 395, "low_closed": False, "high_closed": False},
        "quote_start": 100,
        "unit_candidates": [],
    }


def test_an_event_states_no_number() -> None:
    fields = format_json.claim_fields(EVENT)
    stated = ("start", "end", "text", "value", "low", "high", "bound", "unit")
    assert [fields[name] for name in stated] == [None] * len(stated)


def test_a_month_is_written_as_a_month() -> None:
    assert format_json.claim_fields(HUNDREDS)["since"] == "2022-08"


@pytest.mark.parametrize(
    ("made", "ends"),
    [
        (quantity("300", "300", between(295, 305)), (True, True)),
        (quantity("300", "300", between(300, 395), hedge="more_than", high=None), (False, False)),
        (quantity("300", "300", between(300, 395), hedge="at_least", high=None), (True, False)),
        (quantity("300", "300", between(205, 300), hedge="less_than", low=None), (False, False)),
        (quantity("300", "300", between(205, 300), hedge="at_most", low=None), (False, True)),
        (quantity("hundreds", "hundreds", between(200, 1000), hedge="vague"), (True, False)),
    ],
    ids=["=", ">", ">=", "<", "<=", "vague"],
)
def test_stated_ends_are_open_or_closed(made: object, ends: tuple[bool, bool]) -> None:
    fields = format_json.quantity_fields(made)  # type: ignore[arg-type]
    assert (fields["low_closed"], fields["high_closed"]) == ends


def test_candidates_are_given_only_for_an_ambiguous_unit() -> None:
    plain = quantity("300 dollars", "300 dollars", between(295, 305), unit="USD")
    ambiguous = quantity(
        "300 $", "300 $", between(295, 305), unit="dollar", unit_candidates=("USD", "CAD")
    )
    assert "unit_candidates" not in format_json.quantity_fields(plain)
    assert format_json.quantity_fields(ambiguous)["unit_candidates"] == ["USD", "CAD"]


def test_a_quantity_without_number_expects_nothing() -> None:
    few = quantity("a few drones", "a few drones", None, hedge="vague")
    assert format_json.quantity_fields(few)["expected"] is None


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("300", 300),
        ("300.0", 300),
        ("0.1", 0.1),
        ("-2.5", -2.5),
        ("231000000", 231000000),
        ("1E+18", 10**18),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("9007199254740993", "9007199254740993"),
        ("1E+400", "1E+400"),
    ],
)
def test_numbers_are_numbers_only_when_a_double_carries_them(number: str, written: object) -> None:
    result = format_json.exact(Decimal(number))
    assert (result, type(result)) == (written, type(written))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_no_number_is_changed_by_json(number: Decimal) -> None:
    written = json.dumps(format_json.exact(number))
    read = json.loads(written, parse_float=Decimal, parse_int=Decimal)
    assert Decimal(read) == number


def test_the_same_report_gives_the_same_bytes() -> None:
    first = format_json.render(report(disagreement(), agreement()))
    assert first == format_json.render(report(disagreement(), agreement()))


def test_findings_keep_their_order() -> None:
    document = format_json.report_fields(report(disagreement(), agreement()))
    assert [finding["verdict"] for finding in document["findings"]] == ["disagree", "agree"]


def test_foreign_text_is_kept_as_it_is() -> None:
    odd = Problem("weird\x1b[31m\u202e.md", 0, 0, "“quoted” \U0001f600")
    errors = json.loads(format_json.render(report(errors=(odd,))))["errors"]
    assert (errors[0]["path"], errors[0]["message"]) == (odd.path, odd.message)


def test_jsonl_has_one_line_a_finding() -> None:
    lines = jsonl.render(report(disagreement(), agreement())).splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["disagree", "agree"]


def test_jsonl_has_one_line_a_claim() -> None:
    claims: tuple[Claim, ...] = (MORE_THAN_300, FOUR_HUNDRED)
    lines = jsonl.claims(claims).splitlines()
    assert [json.loads(line) for line in lines] == [
        format_json.claim_fields(each) for each in claims
    ]


def test_jsonl_has_one_line_an_article() -> None:
    figure = quantity("300 drones", "300 drones", between(295, 305), value=Decimal(300))
    line = jsonl.quantities("a\nb", [figure])
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "id": "a\nb",
        "quantities": [format_json.quantity_fields(figure)],
    }


def test_a_line_separator_in_a_quote_does_not_end_the_line() -> None:
    quoted = claim("odd", "300\u2028drones\x85", None, as_of=day(2022, 1, 1))
    (line,) = jsonl.claims([quoted]).splitlines()
    assert json.loads(line)["quote"] == "300\u2028drones\x85"
