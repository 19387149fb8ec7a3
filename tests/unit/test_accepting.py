"""Comments, decisions and baselines: what they hide, what they say of themselves."""

from datetime import date

import pytest

from checker.accepting.baseline import (
    Known,
    apply_baseline,
    known_of,
    pruned,
    read_baseline,
    write_baseline,
)
from checker.accepting.comments import Sight
from checker.accepting.decisions import (
    Decision,
    Seen,
    apply_decisions,
    decision_notices,
    read_decisions,
    write_decisions,
)
from checker.articles.comments import find_ignores
from checker.checks import load_checks
from checker.errors import DataFileError, InputError
from checker.model import Article, Report, Span
from checker.pipeline import Project, check_articles
from checker.rates import load_rates
from checker.rules import shipped_rules
from checker.values import replace
from tests.reports import agreement, disagreement

RULES = shipped_rules().rules
KNOWN = frozenset(rule.id for rule in RULES)
DAY = date(2026, 11, 22)
SAID = "Iran has supplied {} drones to Russia, a spokesman told reporters."


def article(name: str, *lines: str) -> Article:
    """Make an article of lines, with the comments in it."""
    text = "\n".join(lines)
    published = date(2023, 5, 15)
    ignores = find_ignores(text, in_text=True)
    return Article(name, f"{name}.md", text, "en", published, name, ignores=ignores)


def checked(*lines: str, today: date | None = None) -> Report:
    """Compare an article with another one that says 400."""
    articles = [article("one", *lines), article("two", SAID.format(400))]
    return check_articles(articles, RULES, load_rates(), Project(known=KNOWN, today=today))


def told(report: Report) -> list[tuple[str, str]]:
    """List rule and reason of what is reported."""
    return [(f.rule, f.because) for f in report.findings if f.verdict != "agree"]


# ---------------------------------------------------------------------------------------- comments


@pytest.mark.parametrize(
    "lines",
    [
        ("<!-- checker: ignore-next-line[drones-supplied] -- a typo -->", SAID.format(300)),
        ("<!-- checker: ignore-next-line -- a typo -->", "", SAID.format(300)),
        ("<!-- checker: ignore-file[troops, drones-supplied] -- a typo -->", "x", SAID.format(300)),
        (
            "<!-- checker: ignore-start[drones-supplied] -- a typo -->",
            SAID.format(300),
            "<!-- checker: ignore-end -->",
        ),
        (
            "<!-- checker: ignore-next-line[drones-supplied] until=2026-11-22 -- a typo -->",
            SAID.format(300),
        ),
    ],
)
def test_what_a_comment_hides_is_kept_with_its_reason(lines: tuple[str, ...]) -> None:
    report = checked(*lines, today=DAY)
    assert told(report) == []
    (hidden,) = report.suppressed
    assert (hidden.rule, hidden.hidden_by) == ("drones-supplied", "comment: a typo")


@pytest.mark.parametrize(
    ("lines", "because", "message"),
    [
        (("<!-- checker: ignore-next-line[drones-supplied] -->",), "no-reason", "gives no reason"),
        (("<!-- checker: ignore-next-line[drone] -- x -->",), "unknown-rule", "no rule `drone`"),
        (("<!-- checker: ignore-next-lines -- x -->",), "broken", "is not one of"),
        (("<!-- checker: ignore-next-line until=soon -- x -->",), "broken", "`soon` is no day"),
        (
            ("<!-- checker: ignore-next-line until=2026-11-21 -- x -->",),
            "expired",
            "since 2026-11-21",
        ),
        (("<!-- checker: ignore-start -- x -->",), "broken", "never closed"),
        (("<!-- checker: ignore-end -->",), "broken", "nothing was opened"),
        (("<!-- checker: ignore-next-line[troops] -- x -->",), "unused", "Remove it"),
        (
            ("<!-- checker: ignore-next-line -- x -->", "Nothing here.", ""),
            "unused",
            "nothing on its lines",
        ),
    ],
)
def test_a_comment_that_hides_nothing_is_a_finding(
    lines: tuple[str, ...], because: str, message: str
) -> None:
    report = checked(*lines, SAID.format(300), today=DAY)
    assert set(told(report)) == {("drones-supplied", "value"), ("accepted", because)}
    (notice,) = [finding for finding in report.findings if finding.rule == "accepted"]
    assert message in notice.message
    (claim,) = notice.camps[0].claims
    assert (claim.path, claim.line, claim.quantity) == ("one.md", 1, None)
    assert report.suppressed == ()


def test_other_claims_of_the_fact_are_still_compared() -> None:
    three = [
        article("one", "<!-- checker: ignore-file -- a draft -->", SAID.format(300)),
        article("two", SAID.format(400)),
        article("three", SAID.format(500)),
    ]
    report = check_articles(three, RULES, load_rates(), Project(known=KNOWN))
    (finding,) = report.findings
    assert finding.verdict == "disagree"
    assert {claim.article for camp in finding.camps for claim in camp.claims} == {"two", "three"}
    assert len(report.suppressed) == 1


def test_the_words_of_a_comment_are_no_text_of_the_article() -> None:
    comment = "<!-- checker: ignore-next-line -- they sold 900 drones to Russia -->"
    report = checked(f"{SAID.format(300)} {comment}", "So it was.")
    assert "900" not in str(report.claims)
    assert [str(c.quantity.value) for c in report.claims if c.quantity] == ["300", "400"]


def test_comments_are_read_with_their_places() -> None:
    text = "a\n<!-- checker: ignore-next-line[x, y] until=2026-12-31 -- why not -->\n\n  b\n"
    (found,) = find_ignores(text, in_text=True)
    assert (found.rules, found.first, found.last) == (("x", "y"), 4, 4)
    assert (found.line, found.column, found.span) == (2, 1, Span(2, 70))
    assert (found.until, found.reason) == (date(2026, 12, 31), "why not")
    assert text[2:70].endswith("-->")
    assert find_ignores("<!-- a comment -->", in_text=True) == ()


# --------------------------------------------------------------------------------------- decisions

ACCEPTED = Decision(
    "f3a9c1d204b7",
    'Both are right: "more than 300" was said earlier.',
    "drones-supplied",
    "Ana Lucas",
    "2026-11-20",
    "2026-12-31",
    ("seeds/commons.md",),
)


def test_decisions_survive_being_written() -> None:
    other = Decision("00aa11bb22cc", "no: yes", "a", "", "", "", ())
    text = write_decisions([ACCEPTED, other])
    assert text.startswith("# Decisions")
    read = read_decisions(text, "d.yaml")
    assert [(d.finding, d.reason, d.until, d.paths) for d in read] == [
        ("00aa11bb22cc", "no: yes", "", ()),
        (ACCEPTED.finding, ACCEPTED.reason, ACCEPTED.until, ACCEPTED.paths),
    ]
    assert [d.line for d in read] == [3, 7]
    assert write_decisions(read) == text
    assert read_decisions(write_decisions([]), "d.yaml") == ()


def test_an_accepted_finding_is_hidden_until_its_day() -> None:
    findings = (disagreement(), agreement())
    kept, hidden = apply_decisions(findings, [ACCEPTED], DAY)
    assert [finding.verdict for finding in kept] == ["agree"]
    assert hidden[0].hidden_by == f"decision: {ACCEPTED.reason}"
    kept, hidden = apply_decisions(findings, [ACCEPTED], date(2027, 1, 1))
    assert (len(kept), hidden) == (2, [])


BOTH = replace(ACCEPTED, paths=("new.md", "old.md"), rule="drones-supplied")


@pytest.mark.parametrize(
    ("seen", "today", "because"),
    [
        ({"findings": {BOTH.finding}}, DAY, []),
        ({}, DAY, ["unused"]),
        ({"findings": {BOTH.finding}}, date(2027, 1, 1), ["expired"]),
        # Not all of its articles were read: nothing is known of it.
        ({"paths": {"new.md"}}, DAY, []),
        # Both stand in an archive, and what they say to each other was not compared again.
        ({"given": {"newer.md"}}, DAY, []),
        ({"given": {"old.md", "newer.md"}}, DAY, ["unused"]),
        # Its rule was not in use.
        ({"rules": {"troops"}}, DAY, []),
        ({"rules": {"troops"}, "paths": set(), "given": set()}, date(2027, 1, 1), ["expired"]),
    ],
)
def test_decisions_that_hide_nothing_are_told(
    seen: dict[str, set[str]], today: date, because: list[str]
) -> None:
    whole = {
        "findings": set(),
        "paths": {"new.md", "old.md"},
        "given": {"new.md", "old.md"},
        "rules": {"drones-supplied"},
    }
    known = Seen(**{name: frozenset(each) for name, each in (whole | seen).items()})
    found = list(decision_notices("d.yaml", [BOTH], known, today))
    assert [finding.because for finding in found] == because


@pytest.mark.parametrize(
    "decision", [replace(BOTH, paths=()), replace(BOTH, rule=""), replace(BOTH, rule="gone")]
)
def test_of_a_decision_that_says_too_little_nothing_is_known(decision: Decision) -> None:
    paths = frozenset({"new.md", "old.md"})
    seen = Seen(frozenset(), paths, paths, frozenset({"drones-supplied"}))
    assert list(decision_notices("d.yaml", [decision], seen, DAY)) == []


KNOWN_RULES = frozenset({"troops", "conversion", "drones-supplied"})


@pytest.mark.parametrize(
    ("sight", "rules", "reaches"),
    [
        (Sight(), (), True),
        (Sight(), ("troops",), True),
        (Sight(KNOWN_RULES, KNOWN_RULES), (), True),
        (Sight(KNOWN_RULES, frozenset({"troops"})), (), False),
        (Sight(KNOWN_RULES, frozenset({"troops"})), ("troops",), True),
        (Sight(KNOWN_RULES, frozenset({"troops"})), ("conversion",), False),
        (Sight(is_whole=False), (), False),
        (Sight(is_whole=False), ("troops",), False),
        (Sight(checks=frozenset({"conversion"}), is_whole=False), ("conversion",), True),
        (Sight(checks=frozenset({"conversion"}), is_whole=False), ("conversion", "troops"), False),
        (Sight(KNOWN_RULES, frozenset(), frozenset({"conversion"})), ("conversion",), False),
    ],
)
def test_what_a_run_would_have_seen(sight: Sight, rules: tuple[str, ...], reaches: bool) -> None:
    assert sight.reaches(rules) is reaches


@pytest.mark.parametrize(
    "text",
    [
        "decisions: [{finding: xyz, decision: accept, reason: a}]",
        "decisions: [{finding: 00aa11bb, decision: accept}]",
        "decisions: [{finding: 00aa11bb, decision: reject, reason: a}]",
        "decisions: [{finding: 00aa11bb, decision: accept, reason: a, until: soon}]",
        "other: 1",
    ],
)
def test_wrong_files_of_decisions(text: str) -> None:
    with pytest.raises(DataFileError):
        read_decisions(text, "d.yaml")


# ---------------------------------------------------------------------------------------- baseline


def test_a_baseline_hides_what_it_knows_and_only_shrinks() -> None:
    findings = (disagreement(), disagreement(id="aa"), agreement())
    known = known_of(findings)
    assert [each.id for each in known] == ["f3a9c1d204b7", "aa"]
    kept, hidden = apply_baseline((*findings, disagreement(id="bb")), known)
    assert [finding.id for finding in kept] == [agreement().id, "bb"]
    assert {finding.hidden_by for finding in hidden} == {"baseline"}
    there = disagreement(id="aa"), disagreement(id="bb")
    assert pruned(known, there, {known[0].rule}) == (known[1],)
    # Of a rule that is not in use nothing is known.
    assert pruned(known, there, {"troops"}) == known


def test_a_baseline_survives_being_written() -> None:
    known = (Known("b", "a", "“x”"), Known("a", "b", "y"))
    assert read_baseline(write_baseline(known), "b.json") == known
    assert write_baseline(known) == write_baseline(reversed(known))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', "{" * 9999])
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(InputError, match="this is no baseline"):
        read_baseline(text, "b.json")


def test_a_comment_hides_what_a_check_says_too() -> None:
    line = "The rope is 5 miles (20 km) long, and it was laid by the army of the king."
    assert [f.rule for f in checked_alone(line).findings if f.verdict == "disagree"] == [
        "conversion"
    ]
    comment = "<!-- checker: ignore-next-line[conversion] -- as printed -->"
    report = checked_alone(comment, line)
    assert told(report) == []
    assert [f.hidden_by for f in report.suppressed] == ["comment: as printed"]


def checked_alone(*lines: str) -> Report:
    """Look at one article by the rules and the checks that come with the tool."""
    rules = (*RULES, *load_checks())
    known = frozenset(rule.id for rule in rules)
    return check_articles([article("one", *lines)], rules, load_rates(), Project(known=known))
