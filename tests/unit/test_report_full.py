"""Full: nothing that a report knows is left out."""

from collections.abc import Callable
from datetime import date

import pytest
from wcwidth import wcswidth

from checker.interval import Interval
from checker.model import Article, FacetMatch, Finding, Report, Skipped, Span
from checker.report import full
from checker.report._screen import Screen
from checker.values import replace
from tests.reports import (
    BROKEN,
    FOUR_HUNDRED,
    HUNDREDS,
    MORE_THAN_300,
    NOTHING_COMPARED,
    agreement,
    between,
    claim,
    disagreement,
    quantity,
    report,
)

Snapshot = Callable[[str, str], None]

QUOTE = "A ninth of its tanks, as the army put it, or $11m."
ALONE = claim(
    "commons",
    QUOTE,
    quantity(QUOTE, "$11m", between("10500000", "11500000"), unit="dollar", noun=""),
    id="commons-9",
    rule="stock",
    polarity="denied",
    repeats="commons-1",
    facets=(FacetMatch("category", "tank", Span(115, 120)), FacetMatch("status", "lost")),
)
WHOLE = report(
    disagreement(cause="factor-10"),
    agreement(),
    claims=(MORE_THAN_300, FOUR_HUNDRED, HUNDREDS, ALONE),
    errors=(BROKEN,),
    suppressed=(disagreement(id="aaaabbbbcccc"),),
)


def literal(finding: Finding, numbers: Interval) -> Finding:
    """Give the first claim of a finding another literal reading."""
    (first, *others) = finding.camps
    (one, *rest) = first.claims
    assert one.quantity is not None
    changed = replace(one, quantity=replace(one.quantity, literal=numbers))
    return replace(finding, camps=(replace(first, claims=(changed, *rest)), *others))


def test_a_whole_report(snapshot: Snapshot) -> None:
    snapshot("full_100_columns.txt", full.render(WHOLE, Screen(100)))


def test_both_readings_are_shown() -> None:
    text = full.render(report(literal(disagreement(), between(300, None, "()"))), Screen(100))
    assert "literal   (300, ∞)\n      expected  (300, 395)" in text


def test_a_facet_is_shown_with_the_words_that_gave_it() -> None:
    text = full.render(report(claims=(ALONE,)), Screen(100))
    assert "category  tank “tanks”" in text
    assert "status    lost\n" in text


def test_the_words_of_a_facet_come_from_the_article_where_it_is_at_hand() -> None:
    article = Article("commons", "a.md", "x" * 100 + "Iran and others", "en")
    text = full.render(report(disagreement(), articles=(article,)), Screen(100))
    assert "giver     IR “Iran”" in text


def test_metadata_names_its_source() -> None:
    article = Article(
        "a",
        "a.md",
        "",
        "en",
        date(2022, 12, 20),
        metadata_from=(("published", "file name"), ("lang", "flag")),
    )
    text = full.render(report(articles=(article,)), Screen(100))
    assert "published  2022-12-20 (file name)" in text
    assert "lang       en (flag)" in text


def test_what_was_skipped_has_its_place_and_reason() -> None:
    article = Article("a", "dir/a.md", "one\ntwo 1.234 three", "en")
    skipped = (
        Skipped("mentions", "a", "two readings", Span(8, 13), "1.234"),
        Skipped("articles", "logo.png", "a binary file"),
    )
    text = full.render(report(articles=(article,), skipped=skipped), Screen(100))
    assert "  dir/a.md:2:5: “1.234” two readings (mentions)\n" in text
    assert "  logo.png: a binary file (articles)\n" in text


def test_a_claim_that_fits_several_camps_is_written_once() -> None:
    text = full.render(report(disagreement(), claims=()), Screen(100))
    assert text.count("A/B (fits each): Hundreds of drones") == 1


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    wide = [
        line for line in full.render(WHOLE, Screen(width)).splitlines() if wcswidth(line) > width
    ]
    assert wide == []


def test_hostile_text_cannot_take_over_the_terminal() -> None:
    hostile = "\x1b[31m\nx\u202e"
    bad = claim("x\x1b", hostile, None, path=hostile, speaker=hostile, source=hostile)
    skipped = (Skipped("articles", hostile, hostile),)
    article = Article(hostile, hostile, "", hostile, title=hostile)
    text = full.render(report(claims=(bad,), skipped=skipped, articles=(article,)), Screen(100))
    assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            report(claims=(), coverage=NOTHING_COMPARED),
            "Nothing to compare: no two claims speak of the same fact.\n",
        ),
        (report(agreement()), "1 fact compared: 1 agrees.\n"),
    ],
)
def test_the_outcome_stands_last(made: Report, said: str) -> None:
    assert full.render(made, Screen(100)).endswith(said)
