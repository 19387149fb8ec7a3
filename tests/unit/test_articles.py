"""Stage 1: text kept as it is, metadata from the best place, marks where text is no evidence."""

from datetime import date
from itertools import pairwise

import pytest

from checker.articles import parse_article
from checker.errors import InputError
from checker.inputs import Metadata, RawArticle, load_tables
from checker.lines import position
from checker.model import Article, Skipped

TABLES = load_tables(("en", "fr"))

BODY = "The army said on Monday that it had received 300 drones from its ally.\n"


def parse(text: str | bytes, path: str = "a.txt", **known: Metadata) -> Article:
    """Parse one article that is expected to be readable."""
    data = text.encode() if isinstance(text, str) else text
    places = tuple((place.replace("_", " "), said) for place, said in known.items())
    article = parse_article(RawArticle(path, data, places), TABLES)
    assert isinstance(article, Article)
    return article


def problem_of(text: str) -> str:
    """Return the error that an article raises."""
    with pytest.raises(InputError) as raised:
        parse_article(RawArticle("a.md", text.encode()), TABLES)
    return str(raised.value)


def marked(text: str) -> list[tuple[str, str]]:
    """List what is marked, with the reason."""
    article = parse(text)
    return [(mark.reason, article.text[mark.span.start : mark.span.end]) for mark in article.marks]


# ------------------------------------------------------------------------------- text and places


def test_the_text_is_the_users_own() -> None:
    text = "Cafe\u0301s de la gare\r\n\r\n\tLe maire a vu 12\u202f000 e\u0301toiles \U0001f600.\r\n"
    article = parse("\ufeff" + text)
    assert article.text == text
    assert position(article.text, article.text.index("12")) == (3, 16)


# --------------------------------------------------------------------------------- front matter


def test_front_matter() -> None:
    article = parse(
        "---\n"
        'title: "Drones: what we know"\n'
        "outlet: The Daily\n"
        "date: 2022-12-20\n"
        "lang: en-GB\n"
        "url: https://example.org/a#b\n"
        "event: winter attack\n"
        "id: d1\n"
        "tags: [war, drones]\n"
        "layout:\n  name: post\n"
        "---\n" + BODY
    )
    assert (article.id, article.title, article.outlet) == (
        "d1",
        "Drones: what we know",
        "The Daily",
    )
    assert (article.published, article.language) == (date(2022, 12, 20), "en")
    assert (article.url, article.event) == ("https://example.org/a#b", "winter attack")
    assert {place for _, place in article.metadata_from} == {"front matter"}
    assert article.marks[0].reason == "front-matter"
    assert article.text[article.marks[0].span.end :] == "\n" + BODY


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_with_each_line_end(end: str) -> None:
    article = parse(f"--- {end}outlet: Daily{end}{end}# note{end}lang: en{end}...{end}{BODY}")
    assert (article.outlet, article.language) == ("Daily", "en")
    assert article.text[article.marks[0].span.end :] == end + BODY


def test_the_main_spelling_of_a_key_wins_and_empty_values_say_nothing() -> None:
    article = parse(
        "---\ndate: 2020-01-01\npublished: 2022-12-20\noutlet:\nevent: ~\nlang: ''\n---\n" + BODY
    )
    assert article.published == date(2022, 12, 20)
    assert (article.outlet, article.event) == (None, None)
    assert dict(article.metadata_from)["lang"] == "text"


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + BODY,
        "---\n\n" + BODY + "\n---\n" + BODY,
        "----\noutlet: Daily\n----\n" + BODY,
        "\n---\noutlet: Daily\n---\n" + BODY,
        BODY + "---\noutlet: Daily\n---\n",
        "+++\noutlet = 1\n+++\n" + BODY,
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    article = parse(text)
    assert article.outlet is None
    assert "front-matter" not in {mark.reason for mark in article.marks}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("date: 20 December\n---\n", "a.md:2:7: `20 December` is not a date"),
        ("a: b\ndate: 2022-02-30\n---\n", "a.md:3:7: `2022-02-30` is not a date"),
        ("tags: [a]\ndate: 2022-02-30\n---\n", "a.md:3:7: `2022-02-30` is not a date"),
        ("title: Drones: what we know\n---\n", "a.md:2:14: this is not YAML"),
        ("title: [a\n---\n", "a.md:3:1: this is not YAML"),
        ("title: a\ntitle: b\n---\n", "a.md:3:1: the key `title` is given twice"),
        ("title: [a, b]\n---\n", "a.md:2:8: `title` must be text, not a list"),
        ("title: a\n", "a.md:1:1: the front matter that begins here is never closed"),
    ],
)
def test_broken_front_matter(block: str, expected: str) -> None:
    assert problem_of(f"---\n{block}{BODY}").startswith(expected)


def test_front_matter_without_a_text_is_an_article_without_language() -> None:
    skipped = parse_article(RawArticle("a.md", b"---\ntitle: x\n---\n"), TABLES)
    assert isinstance(skipped, Skipped)
    assert (skipped.stage, skipped.article) == ("articles", "a.md")
    assert "language" in skipped.reason


# ------------------------------------------------------------------------------------ precedence


def test_each_field_comes_from_the_best_place() -> None:
    article = parse(
        "---\noutlet: Front\nevent: front\n---\n" + BODY,
        "2022-12-20.txt",
        flag=Metadata(outlet="Flag", published=date(2000, 1, 1), event="flag", lang="en"),
        metadata_file=Metadata(outlet="Table"),
    )
    assert (article.outlet, article.event) == ("Table", "front")
    assert article.published == date(2022, 12, 20)
    assert dict(article.metadata_from) == {
        "outlet": "metadata file",
        "published": "file name",
        "lang": "flag",
        "event": "front matter",
    }


# -------------------------------------------------------------------------------------- language


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("fr", "fr"), ("FR", "fr"), ("fr_CA", "fr"), ("French", "fr"), ("français", "fr")],
)
def test_declared_languages(declared: str, expected: str) -> None:
    article = parse(BODY, flag=Metadata(lang=declared))
    assert article.language == expected
    assert ("lang", "flag") in article.metadata_from


@pytest.mark.parametrize(
    ("text", "declared", "reason"),
    [
        (
            "El ministro dijo que más de 300 drones fueron entregados al ejército.",
            None,
            "its language seems to be Spanish (es), which is not supported (supported: en, fr)",
        ),
        (
            BODY,
            "de",
            "its language is, by its flag, German (de), which is not supported (supported: en, fr)",
        ),
        (
            BODY,
            "tlh-x",
            "its language is, by its flag, `tlh-x`, which is not supported (supported: en, fr)",
        ),
        ("300", None, "its language is not clear; declare it, or give --lang (supported: en, fr)"),
    ],
)
def test_languages_without_a_pack_are_skipped(text: str, declared: str | None, reason: str) -> None:
    known = (("flag", Metadata(lang=declared)),) if declared else ()
    skipped = parse_article(RawArticle("a.txt", text.encode(), known), TABLES)
    assert skipped == Skipped("articles", "a.txt", reason)


# ----------------------------------------------------------------------------------------- title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Drones over the harbour\n\n{BODY}", "Drones over the harbour"),
        (f"By our reporter\n\n## Drones  over the harbour ##\n\n{BODY}", "Drones over the harbour"),
        (
            f"News / Europe / Asia / Live\nDrones over the harbour\n\n{BODY}",
            "Drones over the harbour",
        ),
        (BODY, None),
        (f"{BODY.strip() * 4}\n\n{BODY}", None),
    ],
)
def test_title(text: str, expected: str | None) -> None:
    assert parse(text).title == expected


# --------------------------------------------------------------------------------------- repeats

SENTENCE = "The army said that it had received 300 drones"


@pytest.mark.parametrize(
    "again",
    [
        SENTENCE,
        SENTENCE + ".",
        "• " + SENTENCE,
        "- " + SENTENCE,
        "  " + SENTENCE.upper(),
        "“" + SENTENCE.replace(" ", "  ") + "”",
        "> " + SENTENCE + " . .",
    ],
)
def test_a_paragraph_that_says_the_same_again(again: str) -> None:
    article = parse(f"Title of this\n\n{SENTENCE}.\n\nThat is all.\n\n{again}\n")
    repeats = [mark for mark in article.marks if mark.reason == "repeat"]
    assert [article.text[slice(*mark.span)] for mark in repeats] == [again.strip()]
    assert [mark.original and article.text[slice(*mark.original)] for mark in repeats] == [
        SENTENCE + "."
    ]


@pytest.mark.parametrize(
    "other",
    [
        SENTENCE.replace("300", "400") + ".",
        SENTENCE.replace("300", "3,00") + ".",
        SENTENCE.replace("300", "-300") + ".",
        SENTENCE.replace("300", "$300") + ".",
        SENTENCE.replace("300", "<300") + ".",
        SENTENCE.replace("said", "denied") + ".",
        SENTENCE.replace("300 drones", "300 drones and more") + ".",
    ],
)
def test_a_paragraph_with_another_meaning_is_no_repeat(other: str) -> None:
    assert marked(f"Title of this\n\n{SENTENCE}.\n\n{other}\n") == []


def test_short_lines_repeat_by_chance_but_a_headline_does_not() -> None:
    headline, row = "Harbour drones again\n\n", "300 drones lost\n\n"
    text = f"{headline}{headline}East\n\n{row}West\n\n{row}{BODY}"
    assert marked(text) == [("repeat", "Harbour drones again")]


def test_every_later_copy_points_at_the_first() -> None:
    article = parse(f"{SENTENCE}\n\n{BODY}\n{SENTENCE}.\n\n{SENTENCE}\n")
    assert [mark.original for mark in article.marks] == [(0, len(SENTENCE))] * 2


def test_a_caption_glued_to_its_copy() -> None:
    text = f"Title of this\n\nA harbour in winterA harbour in winter\n\n{BODY}"
    article = parse(text)
    assert [(m.reason, article.text[slice(*m.span)]) for m in article.marks] == [
        ("repeat", "A harbour in winter")
    ]
    assert article.marks[0].original == (15, 34)


# ----------------------------------------------------------------------------------- boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Facebook",
        "LEAVE A COMMENT",
        "Lire aussi : Moscou a tiré 100 missiles en une nuit.",
        "lire aussi [Rusia derriba 3 misiles]",
        "Read also: Army fires 100 missiles.",
        "5 min read",
        "1.2k shares",
        "Temps de lecture : 4 min",
        "Il y a 3 heures",
        "Source link -24",
        "This site uses Akismet to reduce spam.",
        "Nous et nos partenaires utilisons des cookies pour mesurer l'audience",
        "© 2022 The Harbour Daily. All rights reserved.",
        "News / Europe / Asia / Live",
        "Home | World | Europe | Business",
        "https://example.org/news",
        "What’s your reaction?",
        "À LIRE AUSSI — Le port sous les drones",
        "A\u0300 lire aussi : le port sous 30 drones",
    ],
)
def test_boilerplate(line: str) -> None:
    assert marked(f"Title of this\n\n{BODY}\n{line}\n\n{BODY[:-2]} again.\n") == [
        ("boilerplate", line)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 30 % on Monday.",
        "300 drones",
        "Killed: 12",
        "| Killed | 300 | 400 | 500 |",
        "East 1 / West 2 / North 3 / South 4",
        "Comments by the minister cost him 3 seats.",
        "Read more than 300 pages in a night, she did.",
        "The fine for tracking users through its cookie policy was $100m.",
        "Copyright claims rose to 300 this year.",
        "Recommended spending is 2 % of output.",
        "Subscribe to our plan, he told 300 voters.",
        "Breaking news of 300 deaths reached the town.",
        "Il y a 300 soldats dans le port.",
        "Infos : 300 morts.",
    ],
)
def test_sentences_with_figures_stay(line: str) -> None:
    assert marked(f"Title of this\n\n{BODY}\n{line}\n\n{BODY[:-2]} again.\n") == []


def test_a_paragraph_may_begin_with_a_long_run_of_marks() -> None:
    line = "(" * 8000 + "5%"
    assert ("boilerplate", line) not in marked(f"{BODY}\n\n{line}\n\n{BODY}\n")
    assert ("boilerplate", "--- 5%") not in marked(f"{BODY}\n\n--- 5%\n\n{BODY}\n")


def test_short_lines_among_buttons_at_the_end_are_boilerplate() -> None:
    text = f"Title of this\n\n{BODY}\nHarbour Press\n\nFacebook\nTwitter\nOur partners\n"
    assert [line for _, line in marked(text)] == [
        "Harbour Press",
        "Facebook",
        "Twitter",
        "Our partners",
    ]


def test_short_lines_that_may_be_content_stay() -> None:
    text = f"Title of this\n\n{BODY}\nKilled: 12\n\nFacebook\n\nIn all 300 drones\n"
    assert [line for _, line in marked(text)] == ["Facebook"]
    assert marked(f"Title of this\n\n{BODY}\nHarbour Press\n") == []


def test_an_introduction_of_the_author_closes_a_page_only() -> None:
    author = "I am a freelance writer and have covered harbours since 2015."
    assert marked(f"Title of this\n\n{BODY}\n{author}\n") == [("boilerplate", author)]
    rest = "".join(f"{BODY[:-2]} in week {number}.\n\n" for number in range(6))
    assert marked(f"Title of this\n\n{author}\n\n{rest}") == []
    assert marked(f"Title of this\n\n{BODY}\n“{author}”\n") == []


def test_a_link_title_in_another_language() -> None:
    french = "Ce que l’on sait des attaques dans le port et sur les côtes de la mer"
    assert marked(f"Title of this\n\n{BODY}\n{french}\n\n{BODY[:-2]} again.\n") == [
        ("boilerplate", french)
    ]
    assert marked(f"Title of this\n\n{BODY}\n{french}.\n\n{BODY[:-2]} again.\n") == []


def test_marks_are_in_order_and_do_not_overlap() -> None:
    article = parse(
        f"---\nlang: en\n---\nFacebook\n{SENTENCE}\n\n{BODY}\n{SENTENCE}.\nTwitter\n{SENTENCE}\n"
    )
    assert [mark.reason for mark in article.marks] == [
        "front-matter",
        "boilerplate",
        "repeat",
        "boilerplate",
        "repeat",
    ]
    spans = [mark.span for mark in article.marks]
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_many_paragraphs_that_begin_alike_are_compared_at_once() -> None:
    """Thousands of lines of a table begin alike; comparing each pair would take minutes."""
    lines = [
        f"Iran has supplied {n} drones to Russia, a speaker said on Monday." for n in range(4000)
    ]
    article = parse_article(RawArticle("a.txt", "\n\n".join([*lines, lines[7]]).encode()), TABLES)
    assert isinstance(article, Article)
    (mark,) = article.marks
    assert mark.reason == "repeat"
    assert mark.original is not None
    assert article.text[slice(*mark.original)] == lines[7]
