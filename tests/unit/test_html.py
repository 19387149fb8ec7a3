"""Pages: clean text with the way back to the file, what is the article, and what the page says."""

import sys
from datetime import date

import pytest

from checker.articles import parse_article
from checker.articles.html import decode_page, read_page
from checker.articles.html.body import load_extractor
from checker.errors import InputError, UsageError
from checker.inputs import Metadata, RawArticle, load_tables
from checker.lines import places
from checker.model import Article, Skipped
from checker.run import Settings, quantities

TABLES = load_tables(("en", "fr"))
STORY = "The ferry company said on Tuesday that it had carried 1,450 people to the island."


def parse(page: str | bytes, path: str = "a.html", **known: Metadata) -> Article:
    """Parse a page that is expected to be readable."""
    data = page.encode() if isinstance(page, str) else page
    said = tuple((place.replace("_", " "), metadata) for place, metadata in known.items())
    article = parse_article(RawArticle(path, data, said, form="html"), TABLES)
    assert isinstance(article, Article)
    return article


def paragraphs(page: str) -> list[str]:
    """List the paragraphs of the text of a page."""
    return [part for part in read_page(page).text.split("\n\n") if part]


def beside(page: str) -> list[str]:
    """List the parts that stand beside the article."""
    content = read_page(page)
    return [content.text[a:b] for a, b in content.asides]


# ------------------------------------------------------------------------------------------ text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two<div>Three</div>Four", ["One", "Two", "Three", "Four"]),
        ("<P CLASS=X>One</P><UL><LI>a<LI>b</UL>", ["One", "a", "b"]),
        ("<p>One\n   two\t<b>three</b>four</p>", ["One two threefour"]),
        ("<p>One<br>two<br/><br>three</p>", ["One\ntwo", "three"]),
        ("<table><tr><td>Boats<td>300<tr><th>Tents<th>12</table>", ["Boats | 300", "Tents | 12"]),
        ("<td><p>Boats</p></td><td><p>300</p></td>", ["Boats", "300"]),
        ("<dl><dt>Boats<dd>300</dl>", ["Boats", "300"]),
        ("<figure><img alt=x><figcaption>A boat</figcaption></figure>", ["A boat"]),
        ("a&nbsp;b &eacute;t&eacute; &#8239;&#x20AC;5 AT&T &amp;lt; &copy2023", None),
        ("<p>&nbsp;</p><p> \n </p>", []),
        ("<pre>one\n  two</pre>", ["one\n  two"]),
        ("10<sup>6</sup> and km<sup>2</sup> and 1<sup>st</sup>", ["10⁶ and km2 and 1st"]),
        ("x < y and 3 > 2 & <3", ["x < y and 3 > 2 & <3"]),
        ("<![CDATA[one < two & three]]>", ["one < two & three"]),
        ("<!-- no --><!doctype html><?php no ?>yes<!-- no", ["yes"]),
        ("a<!-- > -->b<!---->c<!-->d", ["abcd"]),
        ("<a title=\"3 > 2\" href='x>y' data-x=it's>one</a> two", ["one two"]),
        ("</>one</ p>two</x", ["onetwo"]),
        ("<script>if (1 < 2) document.write('<p>no</p>')</script>yes", ["yes"]),
        (
            "<STYLE>p > b {}</STYLE><noscript><p>no</p></noscript><template>no</template>yes",
            ["yes"],
        ),
        ("<svg><text>no</text></svg>a<svg/>b<select><option>no</select>", ["ab"]),
        ("<textarea><p>no</textarea><title>no</title>yes<iframe>no", ["yes"]),
        ("<div><noscript>no</div>yes", ["yes"]),
        ("<b><p>one</b> two</p></i></div>three", ["one two", "three"]),
        ("&#0;&#xD800;&#99999999999999999999;&bogus;", None),
        ("", []),
    ],
)
def test_what_a_reader_sees(page: str, expected: list[str] | None) -> None:
    known = {
        "a&nbsp;b": ["a\u00a0b été \u202f€5 AT&T &lt; ©2023"],
        "&#0;&#xD8": ["\ufffd\ufffd\ufffd99999999999;&bogus;"],
    }
    found = paragraphs(page)
    assert found == (
        known[page[:8] if page[0] == "a" else page[:9]] if expected is None else expected
    )


@pytest.mark.parametrize(
    ("opening", "once"),
    [
        ("<a ", None),
        ("<!--", None),
        ("<a b='", None),
        ("<h1>x", "x\n\n"),
        ("<article>x<nav>y", "x\n\ny\n\n"),
        ("&a", "&a"),
    ],
)
def test_what_is_left_open_a_thousand_times_is_no_error(opening: str, once: str | None) -> None:
    expected = "" if once is None else (once * 1000).strip() + "end"
    assert read_page(opening * 1000 + "end").text == expected


def test_every_number_leads_back_to_its_place_in_the_file() -> None:
    page = (
        "\ufeff<html>\r\n<body><p>The army\r\n  received <b>more than&nbsp;300</b>\r\n"
        "drones &eacute;t&eacute;<br>and 12 tanks.</p>\r\n<td>7</td><td>8</td></body>"
    )
    article = parse(page, flag=Metadata(lang="en"))
    where = places(article)
    found = {number: where.within(article.text.index(number)) for number in ("300", "12", "7", "8")}
    assert found == {"300": "3:30", "12": "4:33", "7": "5:5", "8": "5:15"}
    assert str(where.at(0)) == "a.html:2:10"
    old = parse("<p>&lt300 &copy2023", flag=Metadata(lang="en"))
    assert old.text == "<300 ©2023"
    assert [places(old).within(old.text.index(digit)) for digit in "32"] == ["1:7", "1:16"]
    assert str(where.at(len(article.text))) == "a.html:5:16"


def test_the_text_of_a_line_of_the_file() -> None:
    article = parse("<p>one\n<b>two</b> &amp;\n\n<p>three", flag=Metadata(lang="en"))
    where = places(article)
    spans = [where.span_of("a.html", line) for line in (1, 2, 3, 4)]
    texts = [article.text[slice(*span)].strip() for span in spans if span]
    assert texts == ["one", "two &", "", "three"]
    assert where.span_of("a.html", 5) is None
    assert where.span_of("b.html", 1) is None
    assert where.line_count("a.html") == 4


# --------------------------------------------------------------------------------------- regions


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<nav>Home</nav><p>{STORY}<footer>Contact</footer>", ["Home", "Contact"]),
        (f"<header>Logo</header><p>{STORY}<aside>More</aside>", ["Logo", "More"]),
        (f"<div role=navigation>Home</div><p>{STORY}", ["Home"]),
        (
            f"<div hidden>Old</div><p style='display: none'>x<div class=hidden>{STORY}</div>",
            ["Old"],
        ),
        # Outside of the article stands what is not the article; its own header is a part of it.
        (f"<p>Latest<article><header>Top</header>{STORY}</article><p>End", ["Latest", "End"]),
        (f"<p>Latest<div role=main>{STORY}</div>", ["Latest"]),
        (
            f"<p>Latest<div itemprop='x articleBody'><div>{STORY}</div></div><p>End",
            ["Latest", "End"],
        ),
        (f"<article><h2>Top</h2><div itemprop=articleBody>{STORY}</div></article>x", ["x"]),
        # The headline may stand above the article; a menu's headline may not.
        (f"<h1>Ferries</h1><p>x</p><main>{STORY}</main><nav><h1>y</h1></nav>", ["x", "y"]),
        # The teasers are articles too.
        (f"<article>One</article><article>{STORY}</article><article>Two</article>", ["One", "Two"]),
        # A page made of many articles, none of them the largest by far.
        (f"<article>{STORY}</article><article>{STORY}</article><article>{STORY}</article>", []),
        # What would cover most of the page is not believed.
        (f"<form><p>{STORY}<p>{STORY}</form>", []),
        (f"<nav>Home<p>{STORY}<p>{STORY}", []),
        (f"<p>{STORY}<p>{STORY}<main></main>", []),
        # A form around the article does not hide it, a form inside it does not belong to it.
        (
            f"<form><p>Search<article>{STORY}<form>Sign up</form></article></form>",
            ["Search", "Sign up"],
        ),
        # Forgotten end tags.
        (f"<article><div><p>{STORY}</article><p>After", ["After"]),
        (f"<article><p>{STORY}</div></section><p>Still inside</article>", []),
        (f"<div><nav>Home</div><p>{STORY}", ["Home"]),
        (f"<table><tr><td></div><nav>Home</nav><td>{STORY}</table>", ["Home"]),
        (f"<p>{STORY}", []),
    ],
)
def test_what_stands_beside_the_article(page: str, expected: list[str]) -> None:
    assert beside(page) == expected


def test_what_stands_beside_is_marked_and_repeats_nothing() -> None:
    page = f"<aside><p>{STORY}</aside><article><p>{STORY}<p>{STORY}<p>{STORY} Really.</article>"
    article = parse(page)
    marked = [(mark.reason, article.text[slice(*mark.span)]) for mark in article.marks]
    assert marked == [("boilerplate", STORY), ("repeat", STORY)]
    assert article.marks[1].original is not None
    assert article.marks[1].original.start == len(STORY) + 2


def test_the_language_is_that_of_the_article_and_not_of_the_menu() -> None:
    menu = "<nav>" + "Nous sommes dans une page qui est aussi pour les gens et des villes. " * 2
    assert (
        parse(f"{menu}</nav><p>{STORY}<p>{STORY}<p>It was the best of the year.").language == "en"
    )


# -------------------------------------------------------------------------------------- metadata

META = (
    '<html lang="en-GB"><head><title>Ferries - The Bay</title>'
    '<meta property="og:title" content="Ferries &amp; boats">'
    "<META NAME=Date CONTENT='2023-04-05T23:59:00-05:00'>"
    '<meta property="og:site_name" content="The Bay"><link rel=canonical href="/ferries">'
)
JSON = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
    '{"@type": "WebPage", "name": "Page"}, [{"@type": ["Thing", "NewsArticle"], '
    '"headline": "More ferries", "datePublished": "2023-04-06", "inLanguage": "en_US", '
    '"publisher": {"@type": "Organization", "name": "Bay &amp; Sons"}}]]}</script>'
)


def said(page: str, **known: Metadata) -> dict[str, tuple[object, str]]:
    """Return what is known about a page, with the place that said it."""
    article = parse(page, "2023-01-01-page.html", **known)
    values = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "lang": article.language,
        "url": article.url,
    }
    return {name: (values[name], place) for name, place in article.metadata_from}


def test_meta_tags_come_before_json_and_json_before_the_file_name() -> None:
    assert said(META + JSON + f"<p>{STORY}") == {
        "title": ("Ferries & boats", "html meta"),
        "outlet": ("The Bay", "html meta"),
        "published": (date(2023, 4, 5), "html meta"),
        "lang": ("en", "html meta"),
        "url": ("/ferries", "html meta"),
    }
    assert said(JSON + f"<p>{STORY}") == {
        "title": ("More ferries", "json-ld"),
        "outlet": ("Bay & Sons", "json-ld"),
        "published": (date(2023, 4, 6), "json-ld"),
        "lang": ("en", "json-ld"),
    }
    assert said(f"<title>A \n page</title><p>{STORY}") == {
        "title": ("A page", "text"),
        "published": (date(2023, 1, 1), "file name"),
        "lang": ("en", "text"),
    }


def test_table_and_front_matter_come_before_what_the_page_says() -> None:
    table = Metadata(outlet="Table")
    found = said(f"---\ntitle: Front\n---\n{META}<p>{STORY}", metadata_file=table)
    assert found["title"] == ("Front", "front matter")
    assert found["outlet"] == ("Table", "metadata file")
    assert found["published"] == (date(2023, 4, 5), "html meta")
    page = parse(f"---\ntitle: Front\n---\n<p>{STORY}")
    assert page.text == STORY
    assert str(places(page).at(0)) == "a.html:4:4"


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 5000,
        "null",
        '{"@type": 3, "headline": "x"}',
        '{"@type": "Recipe", "name": "x", "datePublished": "2023-04-06"}',
        '{"@type": "Article", "headline": 5, "publisher": [[1]], "datePublished": "soon"}',
        '{"@type": "Article", "headline": "\\ud83d", "inLanguage": "und"}',
    ],
)
def test_json_that_says_nothing(script: str) -> None:
    page = f'<title>Ferries</title><script type="application/ld+json">{script}</script><p>{STORY}'
    assert said(page) == {
        "title": ("Ferries", "text"),
        "published": (date(2023, 1, 1), "file name"),
        "lang": ("en", "text"),
    }


def test_a_date_that_is_none_leaves_the_next_one() -> None:
    page = '<meta name=date content="today"><meta name="dc.date" content="20230405">'
    assert said(page + STORY)["published"] == (date(2023, 4, 5), "html meta")


def test_the_headline_is_the_title() -> None:
    page = f"<title>The Bay</title><nav><h1>Menu</h1></nav><h1>More <i>ferries</i></h1><p>{STORY}"
    assert said(page)["title"] == ("More ferries", "text")


def test_a_page_in_another_language_is_skipped() -> None:
    raw = RawArticle("a.html", f"<html lang=pt-BR><p>{STORY}".encode(), form="html")
    skipped = parse_article(raw, TABLES)
    assert isinstance(skipped, Skipped)
    assert "by its html meta, Portuguese (pt)" in skipped.reason


# -------------------------------------------------------------------------------------- encoding


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ("<META CHARSET='ISO-8859-1'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso8859-15"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf-8>", "utf-16"),
        ("<meta charset=windows-1252>", "utf-8"),
        ("<meta charset=no-such-thing>", "utf-8"),
        ("<meta charset=rot13>", "utf-8-sig"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_that_the_page_names(head: str, codec: str) -> None:
    assert decode_page(f"{head}é €5".encode(codec), "a.html") == f"{head}é €5"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>caf\xe9.", "a.html:1:7: byte 0xE9 is not UTF-8"),
        (b"<meta charset=utf-8>\n\xe9.", "a.html:2:1: byte 0xE9 is not UTF-8"),
        (b"<meta charset=windows-1252>\x81", "byte 0x81 is not WINDOWS-1252"),
        (b"%PDF-1.4", "a PDF document"),
        (b"<p>\0</p>", "NUL character"),
        (b"<nav></nav><script>x</script>", "a.html: the page holds no text"),
        (b"", "a.html: the page holds no text"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_article(RawArticle("a.html", data, form="html"), TABLES)
    assert message in str(raised.value)


# ------------------------------------------------------------------------------- body extractor

FERRY = "The ferry to the island will need three more boats by the end of the summer season."
# A page that is nothing but `div`s, so that its tags say nothing.
DIVS = (
    "<div>Home News Sport Weather and all our other pages</div>"
    f"<div>{FERRY}</div><div>{STORY}</div>"
    "<div>More about this: 1,900 people took the ferry in a single day last year, a record.</div>"
)


def marked_by(body: str, page: str = DIVS) -> list[str]:
    """List what stands beside the article that an extractor told as `body`."""
    content = read_page(page, find_body=lambda _: body)
    return [content.text[a:b] for a, b in content.asides]


def test_blocks_that_an_extractor_leaves_out_stand_beside() -> None:
    # The extractor flows two blocks into one line, and changes blanks and quotes.
    outside = marked_by(f"{FERRY}  {STORY}\n")
    assert [each.split()[0] for each in outside] == ["Home", "More"]
    assert beside(DIVS) == []


@pytest.mark.parametrize("body", ["", "Another text that is nowhere on the page.", "More"])
def test_an_extractor_that_lost_the_article_is_not_believed(body: str) -> None:
    assert marked_by(body) == []
    page = f"<nav>All pages</nav><article><p>{STORY}</p></article>"
    assert marked_by(body, page) == ["All pages"]


def test_short_words_are_not_found_by_chance_in_the_middle_of_a_sentence() -> None:
    page = f"<div>{STORY}</div><div>on Tuesday</div><div>the island</div>"
    assert marked_by(f"{STORY}\nThe island", page) == ["on Tuesday"]


def test_trafilatura_finds_the_article_of_a_page_of_divs() -> None:
    said = [f"The company carried {n},450 people to island {n} that day." for n in range(1, 10)]
    story = "".join(f"<p>{line} It wrote so to the mayor on Tuesday.</p>" for line in said)
    links = "".join(f'<li><a href="/{n}">{n}00 boats sold in a day</a></li>' for n in range(1, 10))
    page = (
        f'<html><body><div class="story"><h1>Ferries</h1>{story}</div>'
        f'<div class="related-links"><ul>{links}</ul></div></body></html>'
    )
    content = read_page(page, find_body=load_extractor())
    marked = [content.text[a:b] for a, b in content.asides]
    assert [each.split()[0] for each in marked] == [f"{n}00" for n in range(1, 10)]


def test_without_trafilatura_the_user_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError, match=r"pip install 'checker\[html\]'"):
        quantities(Settings(paths=("seeds/ukraine",), body="trafilatura"))
