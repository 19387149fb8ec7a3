"""Explanations name every step: for a claim, a number no rule took, a skipped one, a finding."""

from datetime import date

import pytest

from checker.errors import UsageError
from checker.explain import explain_article, explain_finding, explain_line
from checker.model import Article, Mark, Span
from checker.pipeline import Trace, trace_articles
from checker.rates import load_rates
from checker.report import _explanation
from checker.report._screen import Screen
from checker.rules import shipped_rules

FIRST = """Iran has supplied 300 drones to Russia.
Turkey sent 20 drones to Ukraine on 24 February with 12 Su-35.
Iran has supplied 300 drones to Russia."""
SECOND = "Iran has supplied 400 drones to Russia, said Anna Martin."


@pytest.fixture(scope="module")
def trace() -> Trace:
    """Trace two articles of one day; the last line of the first one is marked as a repeat."""
    start = FIRST.rindex("\n") + 1
    mark = Mark(Span(start, len(FIRST)), "repeat", Span(0, FIRST.index("\n")))
    day = date(2023, 5, 15)
    one = Article("one", "one.txt", FIRST, "en", day, "The One", marks=(mark,))
    two = Article("two", "two.txt", SECOND, "en", day, "The Two")
    return trace_articles([one, two], shipped_rules().rules, load_rates())


def steps(trace: Trace, path: str, line: int) -> list[dict[str, str]]:
    """Return the steps of every explanation of a line, by name."""
    return [dict(explained.steps) for explained in explain_line(trace, path, line)]


def test_a_claim_is_followed_from_its_words_to_the_verdict(trace: Trace) -> None:
    [told] = steps(trace, "one.txt", 1)
    assert told["mention"] == "“300” as digits: 300, to the nearest 10; no hedge"
    assert told["expected"].startswith("[295, 305]")
    assert told["rule drones-supplied"] == "taken: words “drones”, needs “supplied”"
    assert "giver IR (“Iran”)" in told["facets"]
    assert told["same fact"] == "“400 drones”, two.txt:1:19"
    assert told["unrelated"] == "(facet giver) “20 drones”, one.txt:2:13"
    assert told["verdict"].startswith("disagree (value), warning")
    assert told["A and B"].startswith("disagree (value)")


def test_a_number_that_no_rule_takes_names_the_key_that_failed(trace: Trace) -> None:
    sent, day, jets, model = explain_line(trace, "one.txt", 2)
    assert "20 drones" in sent.heading
    assert dict(day.steps) == {"skipped": "mentions: date"}
    assert dict(jets.steps)["rule drones-supplied"].startswith("no: words:")
    assert dict(model.steps) == {"skipped": "mentions: name"}


def test_a_rule_that_is_asked_about_is_named_without_a_word_of_its_own() -> None:
    article = Article("one", "one.txt", "They planted 40 trees.", "en")
    few = trace_articles([article], shipped_rules().named(["stock-share"]), load_rates())
    [told] = explain_article(few, article)
    assert dict(told.steps)["rule stock-share"] == "no: words: none of its words in the sentence"
    many = trace_articles([article], shipped_rules().rules, load_rates())
    [told] = explain_article(many, article)
    assert dict(told.steps)["other rules"].endswith(": none of their words in the sentence")


def test_a_repeat_says_what_it_repeats(trace: Trace) -> None:
    mark, told = steps(trace, "one.txt", 3)
    assert mark["marked"].startswith("it repeats the paragraph on line 1")
    assert told["repeats"] == "one:1:19:drones-supplied: no new claim"
    assert "verdict" not in told


def test_a_finding_is_explained_claim_by_claim(trace: Trace) -> None:
    [finding] = [found for found in trace.findings if found.verdict == "disagree"]
    first, *numbers = explain_finding(trace, finding.id[:6])
    assert first.heading == f"{finding.title} ({finding.id})"
    assert [number.heading.partition("  ")[0] for number in numbers] == [
        "one.txt:1:19",
        "two.txt:1:19",
    ]
    assert dict(numbers[1].steps)["said"].startswith("by Anna Martin; asserted")


def test_a_line_without_a_number_has_no_explanation(trace: Trace) -> None:
    with pytest.raises(UsageError, match=r"two\.txt has 1 lines; there is no line 2"):
        explain_line(trace, "two.txt", 2)


@pytest.mark.parametrize("path", ["three.txt", "one", ""])
def test_an_unknown_article_is_an_error(trace: Trace, path: str) -> None:
    with pytest.raises(UsageError, match="is not among the articles"):
        explain_line(trace, path, 1)


@pytest.mark.parametrize("name", ["zz", ""])
def test_an_unknown_or_ambiguous_finding_is_an_error(trace: Trace, name: str) -> None:
    with pytest.raises(UsageError, match="finding has an id that begins with"):
        explain_finding(trace, name)


def test_every_number_of_an_article_is_explained(trace: Trace) -> None:
    headings = [told.heading for told in explain_article(trace, trace.articles[0])]
    assert [heading.split("  ")[0] for heading in headings if "“" in heading] == [
        "one.txt:1:19",
        "one.txt:2:13",
        "one.txt:2:37",
        "one.txt:2:54",
        "one.txt:2:60",
        "one.txt:3:19",
    ]
    assert all("two.txt" not in heading for heading in headings)


def test_explanations_are_shown_in_colour_too(trace: Trace) -> None:
    shown = _explanation.render(explain_line(trace, "one.txt", 1), Screen(80, colour=True))
    assert shown.startswith("\x1b[1mone.txt:1:19")
    assert _explanation.render((), Screen(80)) == "There is no number here.\n"


def told(name: str, text: str) -> Article:
    """Make an article without a date."""
    return Article(name, f"{name}.txt", text, "en")


def test_what_joined_two_reports_of_one_story_is_named() -> None:
    articles = [
        told("a", "A strong quake shook Lombara near Tirso. The quake killed 12 people."),
        told("b", "The quake that shook Lombara near Tirso killed 15 people."),
        told("c", "The flood that struck Orbana killed 9 people, Mila Trent said."),
    ]
    rules = shipped_rules().named(["incident-toll"])
    explained = steps(trace_articles(articles, rules, load_rates()), "b.txt", 1)
    assert explained[0]["same story"].startswith("a.txt, by what both tell: ")
    assert "lombar" in explained[0]["same story"]
    assert "(story)" in explained[0]["unrelated"]


def test_reports_that_share_nothing_are_joined_by_others() -> None:
    reports = [
        told("a", "A mine caved in at Drevnik, killing 12 men below Kolda."),
        told(
            "b", "Rescuers drilled into Kolda shaft at Drevnik, where 12 miners died, Halvex said."
        ),
        told("c", "Halvex feared for 15 dead as rescuers drilled into its shaft, Ivo Brandt said."),
    ]
    rules = shipped_rules().named(["incident-toll"])
    explained = explain_line(trace_articles(reports, rules, load_rates()), "a.txt", 1)
    stories = [text for one in explained for name, text in one.steps if name == "same story"]
    assert stories[0].startswith("b.txt, by what both tell: drevni, kolda")
    assert stories[1:] == ["c.txt, by what others of the story tell"]


def test_a_story_named_by_metadata_says_so() -> None:
    article = Article("a", "a.txt", "The quake killed 12 people.", "en", event="Tirso")
    other = told("b", "The flood that struck Orbana killed 9 people.")
    rules = shipped_rules().named(["incident-toll"])
    explained = steps(trace_articles([article, other], rules, load_rates()), "a.txt", 1)
    assert explained[0]["story"] == "named by its metadata: Tirso; 0 other articles tell it"
