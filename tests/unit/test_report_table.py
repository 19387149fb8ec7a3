"""The table: what it shows, how it fits the screen, and what it never lets through."""

import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from checker.interval import Interval, point
from checker.model import (
    Camp,
    Claim,
    Coverage,
    Finding,
    Period,
    Relation,
    Report,
    Skipped,
    Span,
)
from checker.report import _listing, _screen, _wording, table
from checker.report._grid import grid
from checker.report._quote import quoted
from checker.report._screen import Screen, shortened
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
    day,
    disagreement,
    quantity,
    report,
)

Snapshot = Callable[[str, str], None]
ANSI = re.compile("\x1b\\[[0-9;]*m")


def pounds_and_dollars() -> Finding:
    quote = "Washington a promis 231 millions de livres ($275m) à Kiev."
    pounds = quantity(
        quote, "231 millions de livres", between("230500000", "231500000"), unit="GBP"
    )
    dollars = quantity(quote, "$275m", between("274500000", "275500000"), unit="USD")
    first = claim("commons", quote, pounds, polarity="planned")
    second = claim("briefing", quote, dollars, source="Agence Exemple")
    message = "275 million USD is 226.3 million GBP at the rate of 20 December 2022 (ECB)."
    return disagreement(
        id="9c1d204b7f3a",
        rule="military-aid",
        title="Military aid",
        verdict="explained",
        because="converted",
        severity="info",
        message=message,
        facets=(("giver", "US"), ("receiver", "UA")),
        camps=(
            Camp((first,), ("The Daily Example",), between("230500000", "231500000")),
            Camp((second,), ("Agence Exemple",), between("225900000", "226700000")),
        ),
        relations=(Relation(0, 1, "explained", "converted", message),),
        unit="GBP",
    )


def dated(as_of: Period | None, **changes: object) -> Claim:
    return claim("x", "", None, as_of=as_of, as_of_from="text", **changes)


def wide_characters() -> Finding:
    quote = "伊朗向俄罗斯提供了400架无人机🚁, dit-on à Téhéran."
    figure = quantity(quote, "400架无人机", between(395, 405))
    first = claim("北京", quote, figure, source="北京晨报", speaker="发言人 王 🎙")
    return disagreement(
        camps=(
            Camp((first,), ("北京晨报",), between(395, 405)),
            Camp((MORE_THAN_300,), ("The Daily Example",), between(300, 395, "()")),
        )
    )


WHOLE = report(
    disagreement(), pounds_and_dollars(), wide_characters(), agreement(), errors=(BROKEN,)
)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_whole_report(width: int, snapshot: Snapshot) -> None:
    snapshot(f"table_{width}_columns.txt", table.render(WHOLE, Screen(width)))


def test_a_verbose_report_with_statistics(snapshot: Snapshot) -> None:
    shown = table.render(WHOLE, Screen(100, verbose=True, statistics=True))
    snapshot("table_verbose_with_statistics.txt", shown)


def test_a_coloured_report(snapshot: Snapshot) -> None:
    shown = table.render(report(disagreement(), agreement()), Screen(80, colour=True))
    snapshot("table_in_colour.txt", shown)


def test_colour_changes_nothing_but_colour() -> None:
    coloured = table.render(WHOLE, Screen(90, colour=True))
    assert ANSI.sub("", coloured) == table.render(WHOLE, Screen(90))
    assert coloured != table.render(WHOLE, Screen(90))


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in table.render(WHOLE, Screen(90))


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 140, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    screen = Screen(width, verbose=True, statistics=True)
    wide = [line for line in table.render(WHOLE, screen).splitlines() if wcswidth(line) > width]
    assert wide == []


def test_no_line_ends_in_a_blank() -> None:
    assert not re.search(r"[ \t]\n", table.render(WHOLE, Screen(80, verbose=True)))


def test_facts_that_agree_are_counted_and_listed_only_when_verbose() -> None:
    shown = table.render(report(agreement()), Screen(80))
    assert "Entities under sanctions" not in shown
    assert "1 fact compared: 1 agrees (-v lists them)." in shown
    verbose = table.render(report(agreement()), Screen(80, verbose=True))
    assert "Entities under sanctions" in verbose
    assert "(-v lists them)" not in verbose.splitlines()[-1]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            report(coverage=NOTHING_COMPARED),
            "Nothing to compare: no two claims speak of the same fact.",
        ),
        # All that was compared is on other lines than those asked for, or accepted.
        (report(), "Nothing to report."),
        (report(articles=()), "Nothing to compare: no article was read."),
    ],
    ids=["no facts", "elsewhere", "no articles"],
)
def test_nothing_to_compare_is_said_and_never_green(shown: Report, said: str) -> None:
    last = table.render(shown, Screen(80, colour=True)).splitlines()[-1]
    assert ANSI.sub("", last) == said
    assert "\x1b[32m" not in last


@pytest.mark.parametrize(
    ("shown", "colour"),
    [
        (report(agreement()), "32"),
        (report(agreement(), errors=(BROKEN,)), "1;31"),
        (report(disagreement(severity="error"), agreement()), "1;31"),
        (report(disagreement(), agreement()), "1;33"),
        (report(disagreement(verdict="unsure", severity="info"), agreement()), "35"),
        (report(disagreement(verdict="explained", severity="info"), agreement()), "36"),
    ],
    ids=["agree", "agree with an error", "error", "warning", "unsure", "explained"],
)
def test_the_outcome_has_the_colour_of_its_worst_part(shown: Report, colour: str) -> None:
    last = table.render(shown, Screen(80, colour=True)).splitlines()[-1]
    assert last.startswith(f"\x1b[{colour}m")


def test_every_claim_has_its_quote_place_speaker_date_and_reading() -> None:
    shown = table.render(report(disagreement()), Screen(120))
    for part in (
        "│ L’Iran a livré 400 drones à la Russie.",
        "seeds/briefing.md:7:16",
        "John Kirby, in Agence Exemple",
        "published 2022-12-20",
        "since 2022-08",
        "395 to 405",
        ">300 to <395",
        "200 to <1,000",
    ):
        assert part in shown


def test_a_claim_that_fits_two_camps_is_listed_once() -> None:
    shown = table.render(report(disagreement()), Screen(120))
    assert shown.count("Hundreds of drones were sold") == 1
    assert "A/B  Hundreds of drones" in shown
    assert "What fits several camps speaks for none of them." in shown


def test_members_of_one_camp_are_numbered() -> None:
    camps = (Camp((MORE_THAN_300, FOUR_HUNDRED), ("One",)), Camp((HUNDREDS,), ("Two",)))
    shown = table.render(report(disagreement(camps=camps)), Screen(120))
    assert all(f"  {label}  " in shown for label in ("A1", "A2", "B "))
    assert "speaks for none" not in shown


def test_relations_with_another_verdict_say_it() -> None:
    relations = (
        Relation(0, 1, "disagree", "value", "They differ."),
        Relation(0, 2, "explained", "grows", "Later and more."),
    )
    camps = tuple(Camp((each,), (each.source,)) for each in (MORE_THAN_300, FOUR_HUNDRED, HUNDREDS))
    shown = table.render(report(disagreement(camps=camps, relations=relations)), Screen(80))
    assert "A and B: They differ." in shown
    assert "A and C: explained (grows): Later and more." in shown


@pytest.mark.parametrize(
    ("count", "said"), [(3, "Not read: file 2 "), (4, "1 other file not read (-v lists it)")]
)
def test_many_inputs_that_were_not_read_are_counted(count: int, said: str) -> None:
    skipped = tuple(Skipped("articles", f"file {n}", "a binary file") for n in range(count))
    assert said in table.render(report(skipped=skipped), Screen(80))
    verbose = table.render(report(skipped=skipped), Screen(80, verbose=True))
    assert f"Not read: file {count - 1} (a binary file)." in verbose


def test_other_files_of_a_folder_are_one_line_unless_nothing_was_read() -> None:
    others = tuple(Skipped("inputs", f"{n}.csv", "a table") for n in range(2))
    german = Skipped("articles", "de.txt", "its language is German")
    shown = table.render(report(skipped=(*others, german)), Screen(80))
    assert "Not read: de.txt (its language is German).\n2 other files not read (-v lists" in shown
    assert "1 file not read (-v lists it)." in table.render(report(skipped=others[:1]), Screen(80))
    empty = table.render(report(skipped=others, articles=()), Screen(80))
    assert "Not read: 1.csv (a table)." in empty


def test_numbers_not_used_are_grouped_by_reason_and_listed_on_request() -> None:
    spans = [Span(10 * n, 10 * n + 4) for n in range(9)]
    years = tuple(Skipped("mentions", "commons", "date", s, f"20{s.start + 10}") for s in spans)
    skipped = (*years, Skipped("mentions", "commons", "name", Span(95, 98), "131"))
    assert "10 numbers seen and not used" in table.render(report(skipped=skipped), Screen(80))
    grouped = table.render(report(skipped=skipped), Screen(80, verbose=1))
    assert re.search(r"\n9 +2010 · 2020 · 2030 · 2040 · 2050 · 2060 … +date\n", grouped)
    assert re.search(r"\n1 +131 +name\n", grouped)
    whole = report(skipped=skipped)
    articles = tuple(replace(article, text="x" * 200) for article in whole.articles)
    each = table.render(replace(whole, articles=articles), Screen(80, verbose=2))
    assert each.count("commons:1:") == 10
    # A saved report has no texts, so that no line can be told.
    assert "commons:1:" not in table.render(whole, Screen(80, verbose=2))


def test_what_a_rule_could_not_do_is_no_input_that_was_not_read() -> None:
    slow = Skipped("claims", "commons", "a pattern of rule slow takes too long")
    shown = table.render(report(skipped=(slow, slow)), Screen(80))
    assert shown.count("commons: a pattern of rule slow takes too long.") == 1
    assert "ot read" not in shown.split("\n\n", 1)[1]


def test_errors_that_are_on_the_screen_already_are_only_counted() -> None:
    shown = table.render(report(errors=(BROKEN,)), Screen(80, has_errors=True))
    assert "1 error (see above)" in shown
    assert BROKEN.message not in shown
    assert BROKEN.message in table.render(report(errors=(BROKEN,)), Screen(80))


def test_words_glued_together_do_not_fill_the_screen() -> None:
    glued = "300 " + "x" * 100_000
    huge = claim("x", glued, quantity(glued, glued, between(300, 300)), speaker="y" * 90_000)
    camps = (Camp((huge,), ("x",)), Camp((FOUR_HUNDRED,), ("y",)))
    relations = (Relation(0, 1, "unsure", "vague", "z" * 90_000),)
    shown = table.render(report(disagreement(camps=camps, relations=relations)), Screen(80))
    assert len(shown) < 6_000


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("300 drones", 10, "300 drones"),
        ("300 drones", 9, "300 dro …"),
        (" 300\n drones ", 10, "300 drones"),
        ("无人机无人机", 8, "无人机 …"),
        ("a" + "\n" * 90, 8, "a …"),
    ],
)
def test_long_texts_are_cut(text: str, width: int, shown: str) -> None:
    assert shortened(text, width) == shown


def test_a_denial_is_shown_as_one() -> None:
    denied = claim("briefing", MORE_THAN_300.quote, MORE_THAN_300.quantity, polarity="denied")
    shown = table.render(report(disagreement(camps=(Camp((denied,), ()),))), Screen(120))
    assert "denied: more than 300 kamikaze drones" in shown


def test_an_event_has_a_row_without_number() -> None:
    began = claim(
        "", "The invasion began.", None, path="events.yaml", line=0, as_of=day(2022, 2, 24),
        as_of_from="text", source="the vocabulary", anchor=True,
    )  # fmt: skip
    shown = table.render(report(disagreement(camps=(Camp((began,), ()),))), Screen(120))
    assert "the date of the event" in shown
    assert "events.yaml\n" in shown
    assert "2022-02-24" in shown


def test_names_of_facet_values_are_shown_where_known() -> None:
    shown = table.render(report(disagreement(), titles={"IR": "Iran"}), Screen(80))
    assert "giver: Iran · receiver: RU" in shown


def test_more_camps_than_letters() -> None:
    figures = [
        claim(f"a{n}", f"{n} drones", quantity(f"{n} drones", f"{n}", point(Decimal(n))))
        for n in range(28)
    ]
    camps = tuple(Camp((figure,), (figure.source,)) for figure in figures)
    shown = table.render(report(disagreement(camps=camps)), Screen(80))
    assert all(f"\n  {label} " in shown for label in ("A", "Z", "AA", "AB"))


# --- hostile text -----------------------------------------------------------------------------

HOSTILE = "\x1b[31mred\x1b[0m \u202egnp.exe \x00\x07\x08 \u2066x\u2069 \U000e0041 \udc80 \x9b31m"


def hostile_report() -> Report:
    figure = quantity(f"{HOSTILE} 400 drones", "400 drones", between(395, 405), unit=HOSTILE)
    odd = claim(
        HOSTILE, f"{HOSTILE} 400 drones", figure, speaker=HOSTILE, source=HOSTILE, path=HOSTILE
    )
    finding = disagreement(
        title=HOSTILE, message=HOSTILE, facets=((HOSTILE, HOSTILE),),
        camps=(Camp((odd,), (HOSTILE,)),), relations=(Relation(0, 0, "unsure", HOSTILE, HOSTILE),),
    )  # fmt: skip
    return report(finding, errors=(BROKEN.__class__(HOSTILE, 1, 1, HOSTILE, HOSTILE, HOSTILE),))


def test_hostile_text_is_made_visible_everywhere() -> None:
    shown = table.render(hostile_report(), Screen(80, verbose=True, statistics=True))
    assert hostile_characters(shown) == set()
    assert "<U+001B>" in shown
    assert "<U+202E>" in shown
    shown.encode("utf-8")


def test_hostile_text_is_made_visible_in_lists() -> None:
    (finding,) = hostile_report().findings
    (odd,) = finding.camps[0].claims
    assert hostile_characters(_listing.claims([odd])) == set()
    article = report().articles[0]
    assert odd.quantity
    listed = _listing.quantities(article, [odd.quantity], report().skipped)
    assert hostile_characters(listed) == set()


def test_hostile_text_is_made_visible_in_error_messages() -> None:
    shown = _screen.shown_problem(hostile_report().errors[0])
    assert hostile_characters(shown) == set()


def hostile_characters(shown: str) -> set[str]:
    categories = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {c for c in shown if unicodedata.category(c) in categories and c != "\n"}


@given(st.text())
def test_safe_text_is_one_line_without_hostile_characters(text: str) -> None:
    assert hostile_characters(_screen.safe(text)) <= _screen._SPELLING


@pytest.mark.parametrize(
    "text", ["plain", "l’été à 20 %", "伊朗", "👩\u200d🚀", "нет", "\u0601 12"]
)
def test_honest_text_is_left_alone(text: str) -> None:
    assert _screen.safe(text) == text


def test_an_error_keeps_its_caret_under_the_fault() -> None:
    shown = _screen.shown_problem(BROKEN).splitlines()
    assert shown[0] == "seeds/broken.md:3:8: the front matter is not closed"
    assert shown[1].index("[") == shown[2].index("^")


# --- pieces -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("300", "300"),
        ("100000", "100,000"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("231000000", "231 million"),
        ("2.3E+9", "2.3 billion"),
        ("1234567", "1,234,567"),
        ("1234000", "1.234 million"),
        ("1000000.5", "1,000,000.5"),
        ("4E+12", "4 trillion"),
        ("0.010", "0.01"),
        ("0.123456", "0.123456"),
        ("0.11111111111", "0.1111…"),
        ("-5", "−5"),
        ("0", "0"),
        ("1E-50", "1E−50"),
        ("1E+5000", "1E+5000"),
    ],
)
def test_numbers_are_written_for_readers(number: str, written: str) -> None:
    assert _wording.number(Decimal(number)) == written


@given(st.decimals(min_value=-(10**30), max_value=10**30, places=6))
def test_no_digit_of_a_number_is_lost(number: Decimal) -> None:
    digits, _, name = _wording.number(number).partition(" ")
    power = {"": 0, "million": 6, "billion": 9, "trillion": 12}[name]
    assert Decimal(digits.replace(",", "").replace("−", "-") + f"E{power}") == number


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        (between(295, 305), "295 to 305"),
        (between(300, 395, "()"), ">300 to <395"),
        (between(300, None), "≥300"),
        (between(300, None, "(]"), ">300"),
        (between(None, 15), "≤15"),
        (between(None, 15, "[)"), "<15"),
        (between(35, 35), "35"),
        (between(None, None), "any number"),
        (between(230500000, 231500000), "230.5 to 231.5 million"),
        (between(950000, 1050000), "950,000 to 1.05 million"),
    ],
)
def test_intervals_are_written_for_readers(numbers: Interval, written: str) -> None:
    assert _wording.interval(numbers) == written


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (
            Coverage(articles=1, numbers=1),
            "1 article read; 1 number seen, 0 understood, 0 matched by a rule, 0 compared",
        ),
        (
            Coverage(2000, 3, 54321, 50000, 700, 60),
            (
                "2,000 articles read, 3 skipped; 54,321 numbers seen, 50,000 understood, "
                "700 matched by a rule, 60 compared"
            ),
        ),
    ],
)
def test_coverage_in_words(seen: Coverage, said: str) -> None:
    assert _wording.coverage(seen) == said


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (FOUR_HUNDRED, "published 2022-12-20"),
        (HUNDREDS, "since 2022-08"),
        (dated(day(2022, 12, 20), since=day(2022, 8, 1)), "since 2022-08-01; 2022-12-20"),
        (dated(None), "no date"),
        (dated(Period(date(2022, 1, 1), date(2022, 12, 31))), "2022"),
    ],
)
def test_dates_say_where_they_come_from(made: Claim, said: str) -> None:
    assert _wording.as_of(made) == said


@pytest.mark.parametrize("width", [30, 40, 60, 100])
def test_a_long_quote_is_cut_around_its_number(width: int) -> None:
    quote = f"{'before ' * 40}exactly 400 drones{' after' * 40}."
    figure = quantity(quote, "400 drones", between(395, 405))
    lines = quoted(claim("x", quote, figure), width, Screen())
    assert len(lines) <= 2
    assert "400 drones" in " ".join(lines)
    assert lines[0].startswith("│ … ")
    assert lines[-1].endswith(" …")
    assert max(map(len, lines)) <= width


def test_the_number_in_question_is_highlighted_when_it_stands_twice() -> None:
    quote = "Then 400 and now 400 drones."
    figure = quantity("Then xxx and now 400 drones.", "400", between(395, 405))
    (line,) = quoted(claim("x", quote, figure), 80, Screen(colour=True))
    assert line == "\x1b[2m│ \x1b[0mThen 400 and now \x1b[1;4m400\x1b[0m drones."


def test_a_number_broken_over_two_lines_is_highlighted_on_both() -> None:
    quote = "They sent four hundred drones."
    figure = quantity(quote, "four hundred", between(395, 405))
    lines = quoted(claim("x", quote, figure), 22, Screen(colour=True))
    bar = "\x1b[2m│ \x1b[0m"
    assert lines == [
        f"{bar}They sent \x1b[1;4mfour\x1b[0m",
        f"{bar}\x1b[1;4mhundred\x1b[0m drones.",
    ]


def test_a_quote_that_does_not_hold_its_number_is_shown_whole() -> None:
    figure = quantity("400", "400", between(395, 405))
    assert quoted(claim("x", "No figure here.", figure), 80, Screen()) == ["│ No figure here."]


def test_rows_of_one_group_stand_together() -> None:
    drawn = grid(("a", "b"), [[("1", "x"), ("2", "y\nz")], [("3", "")]], 40)
    assert drawn.splitlines() == ["a  b", "─  ─", "1  x", "2  y", "   z", "", "3"]


def test_the_widest_column_is_wrapped_first() -> None:
    drawn = grid(("a", "b"), [[("short", "a very long text with many words")]], 20)
    assert drawn.splitlines()[2].startswith("short  a very")
    assert max(map(len, drawn.splitlines())) <= 20


def test_numbers_in_a_table_stay_as_written() -> None:
    assert "1e5" in grid(("a",), [[("1e5",)]], 40)
    assert "1234567.8910" in grid(("a",), [[("1234567.8910",)]], 40)


@given(st.text(min_size=1, max_size=60), st.integers(min_value=2, max_value=30))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    text = _screen.safe(text)
    lines = _screen.wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(_screen.columns(line) <= width for line in lines)


def test_drawing_a_table_leaves_the_modules_of_others_alone() -> None:
    code = (
        "import sys; from checker.report._grid import grid; print(grid(('a',), [[('1',)]], 20));"
        "print('importlib.metadata' in sys.modules);"
        "import importlib.metadata; print(importlib.metadata.version('tabulate') > '0')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["a", "─", "1", "False", "True"]


def test_claims_are_listed_rule_by_rule(snapshot: Snapshot) -> None:
    aid = pounds_and_dollars().camps[0].claims[0]
    other = claim("commons", aid.quote, aid.quantity, rule="military-aid", polarity="sought")
    rows = [MORE_THAN_300, other, FOUR_HUNDRED, HUNDREDS]
    snapshot("claims_80_columns.txt", _listing.claims(rows, Screen(80)))


def test_no_claims_are_said_in_words() -> None:
    assert _listing.claims([]) == "No rule matched a number.\n"


def test_quantities_of_an_article_are_listed_with_what_was_not_used(snapshot: Snapshot) -> None:
    (article,) = report().articles
    found = [each.quantity for each in (MORE_THAN_300, FOUR_HUNDRED, HUNDREDS) if each.quantity]
    rise = quantity("5 %", "5 %", between(5, 5), unit="percent", kind="percent", change="up")
    dollars = quantity(
        "$5", "$5", between(5, 5), unit="dollar", kind="currency", unit_candidates=("USD", "CAD")
    )
    skipped = report().skipped[1:]
    listed = _listing.quantities(article, [*found, rise, dollars], skipped, Screen(80))
    snapshot("quantities_80_columns.txt", listed)
