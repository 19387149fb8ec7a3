"""Laws of stage 1: nothing changes the text, nothing breaks it, and places lead back to offsets."""

from hypothesis import given
from hypothesis import strategies as st

from checker.articles import parse_article
from checker.articles.front_matter import simple_values
from checker.errors import InputError
from checker.inputs import Metadata, RawArticle, decode, load_tables
from checker.lines import line_index, position
from checker.model import Article, Skipped
from checker.schema import read_yaml

TABLES = load_tables(("en", "fr"))
ENGLISH = (("flag", Metadata(lang="en")),)

LINES = st.sampled_from(
    ["---", "title: x", "Facebook", "300 drones", "a / b / c / d", "The army has 300 drones.", ""]
)
PAGES = st.lists(
    st.tuples(LINES | st.text(max_size=40), st.sampled_from(["\n", "\r\n", "\r", "\n\n"])),
    max_size=12,
).map(lambda parts: "".join(line + end for line, end in parts))


@given(st.text(alphabet=st.sampled_from("ab\r\n\x0b\u2028é\U0001f600")), st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = line_index(text)
    place = index.position(offset)
    assert index.offset(place) == offset
    assert position(text, offset) == place
    assert 1 <= place.line <= 1 + text.count("\n") + text.count("\r")
    # A line feed after a carriage return belongs to the line that it ends.
    before = index.line(place.line)[: place.column - 1]
    assert text[:offset].rstrip("\r\n").endswith(before)


@given(PAGES)
def test_the_text_never_changes(page: str) -> None:
    data = page.encode("utf-8", "ignore")
    try:
        article = parse_article(RawArticle("a.md", data, ENGLISH), TABLES)
    except InputError:
        return
    assert isinstance(article, Article)
    assert article.text == decode(data, "a.md")
    end = 0
    for mark in article.marks:
        assert end <= mark.span.start < mark.span.end <= len(article.text)
        assert mark.original is None or mark.original.end <= mark.span.start
        end = mark.span.end


@given(st.binary(max_size=200) | PAGES.map(lambda page: page.encode("utf-8", "ignore")))
def test_no_bytes_raise_anything_but_an_input_error(data: bytes) -> None:
    try:
        parsed = parse_article(RawArticle("a.txt", data), TABLES)
    except InputError:
        return
    assert isinstance(parsed, Article | Skipped)


@given(st.text(max_size=60), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_every_encoding_that_says_its_name_gives_the_same_text(text: str, codec: str) -> None:
    kept = text.encode("utf-8", "ignore").decode().replace("\0", "").lstrip("\ufeff")
    assert decode(kept.encode(codec), "a.txt") == kept


VALUES = st.text(alphabet=st.sampled_from("ab é:#'\"-[]{},&*!|>%@`~?.\\1\t\u2028"), max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["title", "date", "x_y", "a-b"]), VALUES), max_size=4))
def test_simple_front_matter_reads_as_yaml_does(pairs: list[tuple[str, str]]) -> None:
    block = "".join(f"{key}: {value}\n" for key, value in pairs)
    simple = simple_values(block)
    if not simple:
        return
    root = read_yaml("\n" + block, "a.md")
    expected = {key.text: (node.text, node.line) for key, node in root.pairs}
    assert {key: (value.text, value.line) for key, value in simple.items()} == expected
    columns = {key.text: node.column for key, node in root.pairs if node.text}
    assert {key: value.column for key, value in simple.items() if value.text} == columns
