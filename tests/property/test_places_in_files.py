"""Laws of pages and PDFs: text is never torn from its place, and no bytes break the reader."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from checker.articles import parse_article
from checker.articles.content import Content
from checker.articles.html import read_page
from checker.articles.pdf import read_pdf_pages
from checker.errors import InputError
from checker.inputs import Metadata, RawArticle, load_tables
from checker.lines import line_index, places
from checker.model import Article, Skipped

TABLES = load_tables(("en", "fr"))
ENGLISH = (("flag", Metadata(lang="en")),)

MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<td>", "</table>", "<nav>"),
        *("</nav>", "<article>", "</article>", "<h1>", "</h1>", "<pre>", "</pre>", "<main>"),
        *("<form hidden>", "<!--x-->", "<!--", "<![CDATA[", "]]>", "<script>", "</script>"),
        *("<sup>", "</sup>", '<a\tb="', "<a\tb='x>", ">", "<template>", "</template>"),
        *("</", "<!", "&", ";", "=", '"', "'"),
    ]
)
WORDS = st.sampled_from(
    [
        "300",
        "drones",
        " ",
        "\n",
        "\r\n",
        "\t",
        "&nbsp;",
        "&eacute;",
        "&#8239;",
        "&lt",
        "&#10;",
        "\ufb01",
    ]
)
PAGES = st.lists(MARKUP | WORDS | st.text(max_size=4), max_size=40).map("".join)


def article_of(content: Content) -> Article:
    return Article("a", "a.x", content.text, "en", origin=content.origin)


def file_offset(article: Article, offset: int, lines: tuple[int, ...]) -> int:
    """Return the offset in the file that a place means."""
    place = places(article).at(offset)
    return lines[place.line - 1] + place.column - 1


@given(PAGES)
def test_each_character_of_a_page_stands_where_its_place_says(page: str) -> None:
    content = read_page(page)
    article, lines = article_of(content), line_index(page).starts
    before = 0
    for offset, character in enumerate(content.text):
        at = file_offset(article, offset, lines)
        assert before <= at <= len(page)
        before = at
        if character in " \n|" or character in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            continue
        decoded = unescape(page[at : at + 40]) if page[at] == "&" else page[at]
        # A reference that stands for two characters begins before its second one.
        assert character in (page[at], *decoded[:2]) or "&" in page[max(at - 2, 0) : at]


@given(PAGES)
def test_every_offset_stands_on_the_line_that_its_place_names(page: str) -> None:
    article = article_of(read_page(page))
    where = places(article)
    held: list[int] = []
    for line in range(1, where.line_count("a.x") + 1):
        span = where.span_of("a.x", line)
        assert span is not None
        held += range(*span)
        assert all(where.at(offset).line == line for offset in range(*span))
    assert held == sorted(set(held))
    assert set(range(len(article.text))) <= set(held)


@given(
    st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1), max_size=9)
)
def test_markup_around_words_changes_no_word(words: list[str]) -> None:
    page = "".join(f"<p class='{word}'>{word}</p>\n" for word in words)
    assert read_page(page).text == "\n\n".join(words)


@given(st.binary(max_size=200) | PAGES.map(lambda page: page.encode("utf-8", "ignore")))
def test_no_page_raises_anything_but_an_input_error(data: bytes) -> None:
    try:
        parsed = parse_article(RawArticle("a.html", data, ENGLISH, form="html"), TABLES)
    except InputError:
        return
    assert isinstance(parsed, Article | Skipped)
    if isinstance(parsed, Article):
        end = 0
        for mark in parsed.marks:
            assert end <= mark.span.start < mark.span.end <= len(parsed.text)
            end = mark.span.end


LINES = st.sampled_from(
    ["The army has", "car-", "ried 300", "1", "Page 2", "• one", "", "  x  ", "A."]
)


@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\f", "\n\n"])), max_size=12))
def test_each_character_of_a_pdf_stands_where_its_place_says(parts: list[tuple[str, str]]) -> None:
    raw = "".join(line + end for line, end in parts)
    article = article_of(read_pdf_pages(raw))
    where = places(article)
    pages = raw.split("\f")
    for offset, character in enumerate(article.text):
        place = where.at(offset)
        page = pages[int(place.path.removeprefix("a.x#page=")) - 1]
        found = line_index(page).line(place.line)[place.column - 1 :]
        assert character in " \n" or found.startswith(character)
