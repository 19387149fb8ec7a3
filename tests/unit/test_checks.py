"""Checks inside one article: chosen like rules, reported like findings, explained like claims."""

from datetime import date
from decimal import Decimal

import pytest

from checker.checks import load_checks
from checker.checks._examples import with_examples
from checker.checks._sums import Amount, fit_of
from checker.errors import UsageError
from checker.explain import explain_finding, explain_line
from checker.interval import Interval
from checker.model import Article, Finding, Mark, Report, Rule, Span
from checker.pipeline import Project, check_articles, trace_articles
from checker.rates import load_rates
from checker.report import concise
from checker.run import Settings, check
from checker.values import replace

DAY = date(2022, 12, 20)
WRONG = "The village lies 5 miles (12 km) from the border."


def article(text: str, lang: str = "en", published: date | None = DAY) -> Article:
    return Article("a", "a.txt", text, lang, published, "The One")


def found(text: str, lang: str = "en", published: date | None = DAY) -> tuple[Finding, ...]:
    return check_articles([article(text, lang, published)], load_checks(), load_rates()).findings


def ran(**options: object) -> Report:
    return check(Settings(articles=(article(WRONG),), **options))  # type: ignore[arg-type]


def test_a_finding_has_two_camps_in_one_unit() -> None:
    [one] = found(WRONG)
    assert (one.rule, one.verdict, one.because, one.severity, one.unit) == (
        "conversion",
        "disagree",
        "value",
        "error",
        "kilometer",
    )
    stated = [
        claim.quantity.surface for camp in one.camps for claim in camp.claims if claim.quantity
    ]
    assert stated == ["5 miles", "12 km"]
    assert [claim.place for camp in one.camps for claim in camp.claims] == [
        "a.txt:1:18",
        "a.txt:1:27",
    ]
    core = one.camps[0].core
    assert core is not None
    assert core.low is not None
    assert Decimal(7) < core.low < Decimal("7.3")
    assert "8.129 kilometers" not in one.message
    assert one.message.endswith("the figures differ.")


def test_what_agrees_is_one_camp() -> None:
    [one] = found("The village lies 5 miles (8 km) from the border.")
    assert (one.verdict, len(one.camps), one.relations, one.severity) == ("agree", 1, (), "info")


def test_rates_are_named_with_date_and_source() -> None:
    [one] = found("The bridge cost £231m ($275bn).")
    assert "USD per GBP (daily, 20 December 2022, European Central Bank" in one.message
    assert one.cause == "factor-1000"
    [unknown] = found("The bridge cost £231m ($275bn).", published=None)
    assert (unknown.verdict, unknown.because) == ("unsure", "rate")


def test_the_rate_of_a_year_in_the_sentence_may_have_been_used() -> None:
    [one] = found("In 1998 the bridge had cost £231m (€500m).")
    assert (one.verdict, one.because) == ("unsure", "rate")


def test_the_likeliest_currency_is_shown_when_none_agrees() -> None:
    [one] = found("The bridge cost £231m ($2.75m).")
    assert one.unit == "USD"


def test_one_statement_told_twice_is_one_finding() -> None:
    assert len(found(f"{WRONG}\n\n{WRONG}")) == 1


def test_articles_with_one_sentence_have_findings_of_their_own() -> None:
    two = replace(article(WRONG), id="b", path="b.txt")
    report = check_articles([article(WRONG), two], load_checks(), load_rates())
    assert len({finding.id for finding in report.findings}) == 2


def test_boilerplate_is_left_alone() -> None:
    marked = replace(article(WRONG), marks=(Mark(Span(0, len(WRONG)), "boilerplate"),))
    assert check_articles([marked], load_checks(), load_rates()).findings == ()


def test_coverage_and_claims_know_of_checks() -> None:
    report = ran()
    assert (report.coverage.matched, report.coverage.compared) == (2, 2)
    told = [claim.rule for claim in report.claims if claim.rule != "epicentre-distance"]
    assert told == ["conversion", "conversion"]
    assert report.titles["conversion"] == "A conversion given by the writer"


def test_coverage_counts_a_number_once_that_two_checks_look_at() -> None:
    """Coverage counts numbers: a whole of a share and of a sum is one number still."""
    text = "Officials said 40 of the 200 homes, or 25 %, were lost."
    report = check_articles([article(text)], load_checks(), load_rates())
    seen = report.coverage
    assert len(report.findings) == 2
    assert (seen.compared, seen.matched, seen.understood, seen.numbers) == (3, 3, 3, 3)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"select": ("conversion",)}, 1),
        ({"select": ("troops",)}, 0),
        ({"ignore": ("conversion",)}, 0),
        ({"shipped": False}, 0),
        ({}, 1),
    ],
)
def test_checks_are_chosen_like_rules(options: dict[str, object], count: int) -> None:
    assert len(ran(**options).findings) == count


def test_an_unknown_check_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UsageError, match="did you mean `conversion`"):
        ran(select=("conversions",))


def test_severity_is_that_of_one_article() -> None:
    rules = [
        replace(one, severity=replace(one.severity, same_article="info")) for one in load_checks()
    ]
    [finding] = check_articles([article(WRONG)], rules, load_rates()).findings
    assert (finding.verdict, finding.severity) == ("disagree", "info")


def test_a_project_can_ignore_a_check_in_some_articles() -> None:
    project = Project(ignored={"a": frozenset({"conversion"})})
    assert check_articles([article(WRONG)], load_checks(), load_rates(), project).findings == ()


def test_a_line_is_explained_with_its_checks() -> None:
    trace = trace_articles([article(WRONG)], load_checks(), load_rates())
    first, second = (dict(one.steps) for one in explain_line(trace, "a.txt", 1))
    assert first["check conversion"] == "held against another number of the article"
    assert second["verdict"].startswith("disagree (value), error")
    heading, *numbers = explain_finding(trace, trace.findings[0].id)
    assert "conversion" in heading.heading
    assert len(numbers) == 2


def test_an_example_must_be_written_as_one() -> None:
    page = Rule("x", "X", "", "check", "built in", about="About.\n\nDiffers:\n- no language\n")
    with pytest.raises(ValueError, match="no example of a check: - no language"):
        with_examples(page)


def test_the_page_of_a_check_has_its_examples_apart() -> None:
    [page] = [with_examples(one) for one in load_checks() if one.id == "conversion"]
    assert "Differs:" not in page.about
    assert page.about.startswith("The writer's own conversions")
    assert page.examples[0].samples[0].text == WRONG


@pytest.mark.parametrize(
    "text",
    [
        "5 miles (",
        "5 miles ()",
        "0 miles (0 km)",
        "(5 miles) (8 km) [",
        "5 miles (8 km / 9 kg / £4)",
        "hundreds of miles (hundreds of km)",
        "-40 °C (-40 °F)",
        "5 miles (8 km",
        "10 to 20 miles (16 km)",
    ],
)
def test_odd_text_is_no_contradiction(text: str) -> None:
    assert [one for one in found(text) if one.verdict == "disagree"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 12% from $50m.",
        "Sales rose 12% from $0m to $60m.",
        "Sales rose 12% from $50m to €60m.",
        "Sales rose from $50m to $60m and profits by 3%.",
        "Real sales rose 12% from $50m to $60m.",
        "Sales more than doubled from $50m to $160m.",
        "from to % from 0 to 0 to %",
        "Turnout rose from -5 to -10 points.",
        "The club climbed from 60 to 50.",
        "Ages rose from 1,2,3 to 2.",
    ],
)
def test_changes_that_are_not_told_plainly_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


def test_a_change_shows_what_its_levels_give() -> None:
    [one] = found("Sales rose 12% from $50m to $60m.")
    assert (one.rule, one.unit, len(one.camps)) == ("percent-change", "percent", 2)
    assert one.message == (
        "“from $50m to $60m” make a change of 17.82 to 22.22 percent, and “12%” is told: "
        "the figures differ."
    )


def test_a_change_told_by_a_word_relates_no_camp_that_is_missing() -> None:
    text = "The price doubled from $30 to $95."
    report = check_articles([article(text)], load_checks(), load_rates())
    (finding,) = report.findings
    (relation,) = finding.relations
    assert (relation.a, relation.b, len(finding.camps)) == (0, 0, 1)
    assert concise.render(report).count("a.txt:1:") == 1
    [two] = found("The price rose 20% from $30 to $95.")
    assert [(one.a, one.b) for one in two.relations] == [(0, 1)]


def test_percentage_points_told_as_a_percentage_are_unsure() -> None:
    [one] = found("The rate rose from 5% to 8%, an increase of 3 percent.")
    assert (one.verdict, one.because) == ("unsure", "unit")


@pytest.mark.parametrize(
    "text",
    [
        "A third (50% of voters) said no.",
        "Some 140 of the 200 seats and 60% of votes were lost.",
        "They won 250 of the 200 seats (60%).",
        "They won 140 seats of the 200 camels (60%).",
        "A fifth (10%) was last.",
        "Half () (%) of them.",
        "None of the 0 seats (0%) was free.",
    ],
)
def test_shares_that_are_not_told_twice_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.rule == "share" and one.verdict != "agree"] == []


def test_a_share_shows_what_the_counts_come_to() -> None:
    [one] = [one for one in found("Only 3 of the 5 men (70%) came back.") if one.rule == "share"]
    assert one.message == (
        "“Only 3” of “5 men” comes to 60 percent, and “70%” is told: the figures differ."
    )
    assert [claim.quantity.surface for camp in one.camps for claim in camp.claims if claim.quantity]


def amount(value: int, slack: int = 0) -> Amount:
    near = Interval(Decimal(value - slack), Decimal(value + slack))
    return Amount(near, Interval(Decimal(value - 2 * slack), Decimal(value + 2 * slack)))


@pytest.mark.parametrize(
    ("whole", "parts", "is_complete", "fit"),
    [
        (amount(140), [amount(80), amount(60)], True, "agree"),
        (amount(150), [amount(80), amount(60)], True, "sum"),
        (amount(130), [amount(80), amount(60)], True, "sum"),
        (amount(150, 5), [amount(80), amount(60)], True, "rounding"),
        (amount(150), [amount(80), amount(60)], False, "agree"),
        (amount(130), [amount(80), amount(60)], False, "part-exceeds-whole"),
        (amount(130, 5), [amount(80), amount(60)], False, "rounding"),
        (amount(130), [], False, "agree"),
        (amount(130), [], True, "sum"),
        (
            Amount(Interval(Decimal(5), None), Interval(Decimal(5), None)),
            [amount(80)],
            False,
            "agree",
        ),
    ],
)
def test_parts_are_held_against_their_whole(
    whole: Amount, parts: list[Amount], is_complete: bool, fit: str
) -> None:
    assert fit_of(whole, parts, is_complete=is_complete) == fit


@pytest.mark.parametrize(
    "text",
    [
        "The shelter has 40 beds: 25 for men and 10 for women, with five kept free.",
        "Some 12 people (",
        "12 people (8 men and",
        "12 people: 8 men; 5 women: 3 men",
        "Police held 12 people, including two brothers, 19 and 45.",
        "Three people died, among them 4-year-old twins.",
        "They scored 20 points (12 rebounds and 9 assists).",
        "Between 20 and 30 people were hurt, including 25 children.",
        "Hundreds of people died, including 700 children.",
        "Of 20 people asked, 12 said yes, 5 said no and 3 did not answer.",
        "The number of staff rose by 12 people: 3 in sales and 4 in support.",
        "The prize is £20: £15 and £10.",
        "The team won 12 games: 3 on Monday and 4 on Tuesday.",
        "12 dead, dead, dead, including, including 13",
        "It makes 200 cars a day: 80 in Leeds and 90 in Derby.",
        "The 12 of them, and 13 of whom",
    ],
)
def test_what_is_no_whole_with_its_parts_is_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


def test_a_sum_shows_what_the_parts_come_to() -> None:
    [one] = found("The blast left 150 dead: 80 men and 60 women.")
    assert (one.rule, one.because, len(one.camps)) == ("sum", "sum", 3)
    assert one.message == (
        "“80 men” and “60 women” come to 140 dead, and “150 dead” is the whole: the parts do not "
        "add up to the whole."
    )
    [one] = found("The storm killed 14 people, including 20 children.")
    assert one.message == (
        "“20 children” is 20 people, and “14 people” is the whole: the parts exceed the whole."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Born in 1950, his father died in 2010 aged 30.",
        "Born in 1950, he married Ann Jones, 22, in 1972.",
        "Born in 1990 and 1992, the brothers, 43 and 41, ran away.",
        "The girl, 17, was born in 2015 and her brother, 3, in 2020.",
        "The two-year war, begun in 2005, ended in 2017.",
        "Anna, then 21, was born in 1960.",
        "Anna, who was 21, was born in 1960 and left in 1981.",
        "He served 12 years, from 2001 to 2008, in jail.",
        "Five years ago, in 2008 dollars, it was cheap.",
        "In 9999, 5 years ago, in 0000, since 12 years, born in",
        "Dozens of years ago, in 2015, he left.",
        "He was elected in 2010 for five years, since 2005 the usual term.",
    ],
)
def test_times_that_belong_to_something_else_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


def test_a_time_without_a_day_to_count_up_to_is_left_alone() -> None:
    text = "Mary Jones, 35, was born in 1970."
    assert found(text, published=None) == ()
    assert [one.verdict for one in found(text)] == ["disagree"]
    [one] = found("Born in 1950, Smith was aged 80 in 2023.", published=None)
    assert one.verdict == "disagree"


def test_a_time_is_held_against_the_date_itself() -> None:
    [one] = found("The 12-year-old war, begun in 2015, goes on.")
    time, start = one.claims
    assert (one.rule, one.unit, time.anchor, start.anchor) == ("elapsed", "year", False, True)
    assert (start.place, start.quantity, str(start.as_of)) == ("a.txt:1:28", None, "2015")
    assert one.message == (
        "Counted from 2015 up to 20 December 2022 it is 6.971 to 7.969 years, and “12-year-old” is "
        "told: the figures differ."
    )


def test_a_headline_may_tell_a_verb_in_another_tense() -> None:
    for line, told in (("sinks", "sank"), ("drowns", "drowned")):
        text = f"Storm {line} 12 boats off Karra\n\nA storm {told} 15 boats off Karra on Monday."
        assert [one.rule for one in found(text)] == ["repeat"]


def test_another_verb_in_a_headline_tells_of_something_else() -> None:
    text = "Storm sinks 12 boats off Karra\n\nA storm damaged 15 boats off Karra on Monday."
    assert found(text) == ()


HEADLINE = "Landslide kills 12 miners in northern Peru\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "A landslide killed 15 miners in northern Peru.",
        "A landslide killed 15 miners in northern Peru on Monday.",
        "A landslide killed 15 miners in northern Peru, the coast guard said.",
        "A massive landslide killed 15 miners in northern Peru.",
    ],
)
def test_a_headline_is_held_against_the_body(text: str) -> None:
    [one] = [one for one in found(HEADLINE + text) if one.rule == "repeat"]
    assert (one.verdict, one.because) == ("disagree", "value")
    assert one.message == (
        "“12 miners” and “15 miners” are told in the same words: the figures differ."
    )


@pytest.mark.parametrize(
    "text",
    [
        "A landslide killed 12 miners in northern Peru.",
        "A landslide killed 15 coal miners in northern Peru.",
        "A landslide killed 15 villagers in northern Peru.",
        "A landslide killed 15 miners in southern Peru.",
        "A landslide killed 15 miners in Chile.",
        "A landslide hurt 15 miners in northern Peru.",
        "A landslide did not kill 15 miners in northern Peru.",
        "A landslide may have killed 15 miners in northern Peru.",
        "Has a landslide killed 15 miners in northern Peru?",
        "Last year, a landslide killed 15 miners in northern Peru.",
        "In 2019 a landslide killed 15 miners in northern Peru.",
        "On 3 May a landslide killed 15 miners in northern Peru.",
        "Another landslide killed 15 miners in northern Peru.",
        "A landslide killed at least 15 miners in northern Peru.",
        "A landslide killed between 9 and 15 miners in northern Peru.",
        "A landslide killed 15 miners in northern Peru and 3 miners in Chile.",
        "A landslide killed 15 miners in northern Peru near Chala.",
        "“A landslide killed 15 miners in northern Peru.”",
        "He said that it killed 15 miners in northern Peru.",
        "Landslide kills 15 miners in northern Peru",
        "If a landslide killed 15 miners in northern Peru, nobody would know.",
        "Miners 15, Peru 12, northern landslide kills.",
    ],
)
def test_what_may_be_another_fact_is_no_repetition(text: str) -> None:
    assert [one for one in found(HEADLINE + text) if one.rule == "repeat"] == []


def test_many_figures_of_one_kind_are_no_repetitions() -> None:
    text = " ".join(f"The mill of Ardbeg employs {number} people in Leeds." for number in range(99))
    assert [one for one in found(text) if one.rule == "repeat"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The firm had 60%, now has 80% and will buy the remaining 20%.",
        "Some 60% said yes in 2019, 45% said no in 2020.",
        "Some 60% said yes and 45% said yes again.",
        "Turnout was 60%, 45% and 30% in the three towns.",
        "Some 60% women, 60% women and 60% women.",
        "remaining 60% remaining, 60% yes, no yes no 60%",
        "They see 60% yes no, 50% no yes.",
    ],
)
def test_shares_that_may_be_of_several_wholes_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The plant makes 50 cars a day, 20 a week for export.",
        "Members may visit 5 parks a day, or 3,000 beaches a month.",
        "The plant makes 50 to 60 cars a day, or 3,000 cars a month.",
        "The plant makes up to 50 cars a day, or 3,000 cars a month.",
        "The plant makes 50 cars a day, or 3,000 cars a month in summer.",
        "They fired 50 shells a day for 30 days, and 3,500 in all.",
        "They fired 50 shells a day for weeks, 3,500 in all.",
        "0 cars a day, or 3,000 cars a month.",
        "50 cars a day, or , or (",
    ],
)
def test_totals_that_may_be_of_something_else_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales went from $60m to $50m, up 10% on a better year.",
        "Sales went from $60m to $50m and profits, up 10%, did not.",
        "A low of 12 °C in Ardbeg and a high of 8 °C in Oban were seen.",
        "A low of 12 °C and then, on Monday, a high of 8 °C.",
        "The low was 1.5 °C and the high 1.5 °C.",
        "Tickets cost at least £60, with up to £40 off.",
        "They list fares of at most $40 and at least $60.",
        "Prices ranged from $20 to $40, with an average stay of 55 nights.",
        "Prices ranged from $20 to $40, with an average of $41 or so in town.",
        "Prices ranged from $20 to $40, with an average of about $45.",
        "average, minimum of, maximum of, 5 to 3 to 1",
    ],
)
def test_figures_in_a_possible_order_are_left_alone(text: str) -> None:
    assert [one for one in found(text) if one.verdict != "agree"] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Sales went from $60m to $50m, up 10%.",
            (
                "“up 10%” tells of a higher figure at the end, and “$60m” and “$50m” end in a "
                "lower one: the figures differ from what is told."
            ),
        ),
        (
            "Prices ranged from $20 to $40, with an average of $55.",
            (
                "“from $20 to $40” and “$55” are told as a range and its average, and the average "
                "lies outside: the figures differ."
            ),
        ),
        (
            "The plant makes 50 cars a day, or 3,000 cars a month.",
            (
                "“50 cars a day” comes to 1,000 to 1,550 cars, and “3,000 cars a month” is told: "
                "the figures differ."
            ),
        ),
        (
            "Some 60% said yes, 45% said no.",
            "“Some 60%” and “45%” of one whole come to 99.5 to 110.5 percent: the figures agree.",
        ),
        (
            "Gold cost $1,900 an ounce ($161 a gram).",
            (
                "“$1,900 an ounce” is 64.59 to 69.45 USD per gram, and “$161 a gram” stands beside "
                "it: the figures differ."
            ),
        ),
    ],
)
def test_what_a_check_says(text: str, message: str) -> None:
    [one] = found(text)
    assert one.message == message
