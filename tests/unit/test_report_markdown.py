"""Markdown: what a report shows, and that no article can format, link or call anybody in it."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.model import Camp, Finding, Report, Skipped
from checker.report import markdown
from checker.report._markdown import begun, bold, escaped
from checker.report._screen import clean
from tests.reports import (
    BROKEN,
    NOTHING_COMPARED,
    agreement,
    between,
    claim,
    disagreement,
    quantity,
    report,
)

Snapshot = Callable[[str, str], None]

HOSTILE = "<b>*@all* `x` | https://evil.example [a](b) #12"

# What GitHub reads: tables, bare addresses, elements.
READER = MarkdownIt("gfm-like", {"html": True})
READER.linkify.set({"fuzzy_link": False})


def hostile() -> Finding:
    """Make a finding whose every foreign text tries to leave its place."""
    quote = f"- 1. {HOSTILE}\n\n# They sent 400|401 drones.\n</td>"
    figure = quantity(quote, "400|401 drones", between(395, 405), unit="drone|`")
    first = claim(
        "a",
        quote,
        figure,
        path="a|b`c.md",
        speaker="@kirby <i>",
        source="www.evil.example",
    )
    other = claim("b", quote, figure, source="mail me@evil.example")
    return disagreement(
        title=HOSTILE,
        unit="drone|`",
        message=f"- {HOSTILE}",
        relations=(),
        facets=(("giver", HOSTILE),),
        camps=(
            Camp((first,), ("x",), between(395, 405)),
            Camp((other,), ("y",), between(395, 405)),
        ),
    )


def tokens(text: str) -> Iterator[Token]:
    """Yield every token of a Markdown text, those inside lines too."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def kinds(text: str) -> set[str]:
    return {token.type for token in tokens(text)}


def shown(text: str) -> str:
    """Give what a reader sees of one line, without what only keeps names apart."""
    return "".join(t.content for t in tokens(text) if t.type in ("text", "text_special")).replace(
        "\u200b", ""
    )


def test_a_whole_report(snapshot: Snapshot) -> None:
    whole = report(disagreement(), agreement(), errors=(BROKEN,))
    snapshot("markdown_of_a_disagreement.md", markdown.render(whole))


def test_a_hostile_article(snapshot: Snapshot) -> None:
    snapshot("markdown_of_a_hostile_article.md", markdown.render(report(hostile())))


def test_a_hostile_article_formats_links_and_calls_nothing() -> None:
    text = markdown.render(report(hostile()))
    allowed = {"text", "inline", "strong_open", "strong_close", "softbreak", "text_special"}
    blocks = ("table", "thead", "tbody", "tr", "th", "td", "paragraph", "heading", "blockquote")
    allowed |= {f"{name}_{end}" for name in blocks for end in ("open", "close")}
    allowed |= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    assert kinds(text) - allowed == set()
    assert "@all" not in text
    assert "@kirby" not in text


def test_a_table_keeps_its_columns() -> None:
    found = READER.parse(markdown.render(report(hostile())))
    assert sum(token.type == "tr_open" for token in found) == 3
    assert sum(token.type == "td_open" for token in found) == 2 * 6
    assert sum(token.type == "th_open" for token in found) == 6


def test_facts_that_agree_are_only_counted() -> None:
    text = markdown.render(report(agreement()))
    assert "1 fact compared: 1 agrees." in text
    assert "Entities under sanctions" not in text


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            report(coverage=NOTHING_COMPARED),
            "Nothing to compare: no two claims speak of the same fact.",
        ),
        (report(articles=()), "Nothing to compare: no article was read."),
    ],
)
def test_nothing_to_compare_is_said(made: Report, said: str) -> None:
    assert f"**{said}**" in markdown.render(made)


def test_what_was_not_read_is_named_and_more_than_twenty_are_counted() -> None:
    skipped = tuple(Skipped("articles", f"{n}.md", "empty") for n in range(25))
    text = markdown.render(report(skipped=skipped))
    assert text.count("- not read: ") == 20
    assert "- and 5 more" in text
    assert "- not read: 0.md (empty)" in text


def test_a_comment_stays_below_the_limit_of_github_and_says_what_it_leaves_out() -> None:
    text = markdown.render(report(*[disagreement() for _ in range(200)]))
    assert len(text) < 65_536
    left = 200 - text.count("\n### ")
    assert left > 0
    assert f"*{left} more findings: a comment holds no more.*" in text


def test_a_camp_of_many_claims_shows_twenty() -> None:
    quote = "They sent 400 drones."
    many = tuple(
        claim(f"n{n}", quote, quantity(quote, "400 drones", between(395, 405))) for n in range(30)
    )
    finding = disagreement(camps=(Camp(many, ("x",), between(395, 405)),), relations=())
    text = markdown.render(report(finding))
    assert text.count("\n> They sent **400 drones**.") == 20
    assert "*and 10 more claims*" in text


@pytest.mark.parametrize(
    ("before", "text", "after", "markdown_text"),
    [
        ("They sent ", "400 drones", ".", "They sent **400 drones**."),
        ("", "400 drones", "", "**400 drones**"),
        ("about ", "£231m", " of aid", "about **£231m** of aid"),
        ("US", "$231m", " of aid", "US<b>\\$231m</b> of aid"),
        ("了", "400架", "无人机", "了**400架**无人机"),
        ("rose ", "5 %", "of all", "rose <b>5 %</b>of all"),
        ("no number here", "", "", "no number here"),
    ],
)
def test_bold(before: str, text: str, after: str, markdown_text: str) -> None:
    assert bold(before, text, after) == markdown_text
    if text:
        assert "strong_open" in kinds(markdown_text) or "html_inline" in kinds(markdown_text)


@pytest.mark.parametrize(
    "start",
    ["- a", "+ a", "* a", "# a", "## a", "1. a", "12) a", "> a", "===", "---", "***", "~~~"],
)
def test_a_line_begins_no_block(start: str) -> None:
    assert kinds(begun(escaped(start))) <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }
    assert shown(begun(escaped(start))) == start


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("@team", "@&#8203;team"),
        ("me@example.org", "me@&#8203;example.org"),
        ("see #12", "see #&#8203;12"),
        ("https://a.example", "https:&#8203;//a.example"),
        ("WWW.a.example", "WWW.&#8203;a.example"),
        ("12:30, no. 4", "12:30, no. 4"),
        ("C# and F#.", "C# and F#."),
        ("50 @ 3", "50 @ 3"),
    ],
)
def test_names_and_addresses_are_kept_apart(text: str, kept: str) -> None:
    assert escaped(text) == kept


MARKS = st.sampled_from("\\`*_{}[]<>()#+-.!|~&@:;/=$'\"^%\t\n ")
WORDS = st.sampled_from(
    ["a", "9", "é", "www.", "http://", "&amp;", "&#35;", "<br>", "](x)", "![", "x.org", "mailto:"]
)


@given(st.lists(MARKS | WORDS, max_size=25).map("".join))
@example("https://a.example/*x*_y_ <c@d.example>")
@example("a\\|b")
@example("mailto:a@+")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    line = begun(escaped(text.strip()))
    assert kinds(line) <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }
    assert shown(line) == clean(text.strip()).strip()


@given(st.lists(MARKS | WORDS, max_size=25).map("".join))
def test_any_text_stays_in_its_cell(text: str) -> None:
    found = READER.parse(f"| a | b |\n| --- | --- |\n| {escaped(text)} | x |")
    assert [t.type for t in found].count("td_open") == 2
    assert [t.type for t in found].count("tr_open") == 2
