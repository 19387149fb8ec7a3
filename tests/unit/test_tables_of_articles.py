"""CSV and Parquet with one article a row: columns, places, and rows that are wrong."""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from checker.articles import parse_articles
from checker.inputs import InputOptions, InputsRead, Metadata, RawArticle, read_inputs

STORY = "The ferry company said on Tuesday that it had carried 1,450 people to the island."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, so that paths are short and relative."""
    monkeypatch.chdir(tmp_path)


def read(path: str) -> InputsRead:
    return read_inputs([path], InputOptions(languages=("en", "fr")))


def read_csv(content: str | bytes) -> InputsRead:
    """Read a CSV file with this content."""
    data = content.encode() if isinstance(content, str) else content
    Path("news.csv").write_bytes(data)
    return read("news.csv")


def read_rows(**columns: Sequence[object]) -> InputsRead:
    """Read a Parquet file with these columns."""
    parquet.write_table(pa.table(dict(columns)), "news.parquet")
    return read("news.parquet")


def found(inputs: InputsRead) -> list[tuple[str, str | bytes]]:
    return [(article.path, article.data) for article in inputs.articles]


def said(article: RawArticle) -> Metadata:
    """Return what the row says about its article."""
    ((place, metadata),) = article.known
    assert place == "record"
    return metadata


def faults(inputs: InputsRead) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in inputs.problems]


# ------------------------------------------------------------------------------------------- CSV


def test_each_row_is_an_article_whose_path_names_the_line() -> None:
    inputs = read_csv('id,text\na,"One\ntwo, ""three"""\n\nb,Four\r\nc,\n')
    assert found(inputs) == [
        ("news.csv:2", 'One\ntwo, "three"'),
        ("news.csv:5", "Four"),
        ("news.csv:6", ""),
    ]
    assert inputs.problems == ()
    assert [said(article).id for article in inputs.articles] == ["a", "b", "c"]


def test_all_columns_that_count_are_read_and_others_are_not() -> None:
    (article,) = read_csv(
        "Text,ID,Title,outlet,Published,LANGUAGE,url,event,score\n"
        "One,7,Ferries,The Bay,2023-04-05T10:00:00Z,en-GB,https://bay.example/7,storm,0.5\n"
    ).articles
    assert said(article) == Metadata(
        id="7",
        title="Ferries",
        outlet="The Bay",
        published=date(2023, 4, 5),
        lang="en-GB",
        url="https://bay.example/7",
        event="storm",
    )


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ("id;text\na;One, two\n", ["One, two"]),
        ("id\ttext\na\tOne, two; three\n", ["One, two; three"]),
        ("body\nOne\n", ["One"]),
        ("content,lang\nOne,en\n", ["One"]),
        ("body,text\nno,One\n", ["One"]),
        ("text,date,published\nOne,2023-01-01,\n", ["One"]),
        ("text\r\rOne\rTwo\r", ["One", "Two"]),
        ("text\n" + "x" * 200_000 + "\n", ["x" * 200_000]),
        ("\ufefftext\nété\n", ["été"]),
    ],
)
def test_the_shapes_of_csv(content: str, texts: list[str]) -> None:
    inputs = read_csv(content)
    assert ([data for _, data in found(inputs)], faults(inputs)) == (texts, [])


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_byte_order_mark(codec: str) -> None:
    assert found(read_csv("text\nété\n".encode(codec))) == [("news.csv:2", "été")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"text,id\nOne,a\nTwo\nThree,c\n", "news.csv:3:0: 1 cells where the header has 2"),
        (b"text,id\nOne,a\ncaf\xe9,b\nThree,c\n", "news.csv:3:0: byte 0xE9 is not UTF-8"),
        (b'text,id\nOne,a\n"Two"x,b\nThree,c\n', "news.csv:3:0: this row is not CSV: "),
        (b"text,id\nOne,a\nTwo\0,b\nThree,c\n", "news.csv:3:0: a NUL character in the row"),
        (b"text,date\nOne,2023-01-01\nTwo,soon\nThree,\n", "news.csv:3:0: `soon` is not a date"),
    ],
)
def test_a_wrong_row_is_a_problem_and_the_others_are_read(content: bytes, fault: str) -> None:
    inputs = read_csv(content)
    assert found(inputs) == [("news.csv:2", "One"), ("news.csv:4", "Three")]
    (told,) = faults(inputs)
    assert told.startswith(fault)


def test_a_quote_that_is_never_closed_ends_the_table() -> None:
    inputs = read_csv('text\nOne\n"Two\nThree\n')
    assert found(inputs) == [("news.csv:2", "One")]
    assert faults(inputs) == ["news.csv:3:0: this row is not CSV: unexpected end of data"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "news.csv: the table is empty"),
        ("\n \n", "news.csv: the table is empty"),
        ("id,title\na,b\n", "news.csv:1:0: no column holds the text of the articles"),
    ],
)
def test_a_table_without_text(content: str, fault: str) -> None:
    inputs = read_csv(content.replace(" ", ""))
    assert (found(inputs), faults(inputs)) == ([], [fault])


def test_a_table_of_metadata_is_told_from_articles() -> None:
    (problem,) = read_csv("path,outlet\na.txt,The Bay\n").problems
    assert "--metadata" in problem.help


def test_a_place_inside_a_row_is_that_of_its_text() -> None:
    Path("news.csv").write_text(f'id,lang,text\na,en,"Ferries\n{STORY}"\n', encoding="utf-8")
    (article,) = parse_articles(read("news.csv")).articles
    assert (article.id, article.path, article.origin) == ("a", "news.csv:2", None)


# --------------------------------------------------------------------------------------- Parquet


def test_each_row_of_a_parquet_file_is_an_article() -> None:
    inputs = read_rows(
        ID=[1, 2],
        Body=["One", "Two"],
        published=[date(2023, 4, 5), None],
        score=[0.5, 0.25],
    )
    assert found(inputs) == [("news.parquet:1", "One"), ("news.parquet:2", "Two")]
    assert [said(article) for article in inputs.articles] == [
        Metadata(id="1", published=date(2023, 4, 5)),
        Metadata(id="2"),
    ]


def test_dates_with_a_time_and_strings_from_a_dictionary() -> None:
    words = pa.array(["en", "en"]).dictionary_encode()
    day = datetime(2023, 4, 5, 23, 59, tzinfo=UTC)
    first, second = read_rows(text=["One", "Two"], lang=words, date=[day, day]).articles
    assert said(first) == said(second) == Metadata(lang="en", published=date(2023, 4, 5))


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ({"text": ["One", None, "Three"]}, "news.parquet:2:0: `text` is empty"),
        (
            {"text": ["One", "Two", "Three"], "date": [None, "soon", None]},
            "news.parquet:2:0: `soon` is not a date",
        ),
        (
            {"text": ["One", "Two", "Three"], "outlet": [None, ["a"], None]},
            "news.parquet:2:0: `outlet` must be text, not list",
        ),
    ],
)
def test_a_wrong_row_of_a_parquet_file(columns: Mapping[str, list[object]], fault: str) -> None:
    inputs = read_rows(**columns)
    assert found(inputs) == [("news.parquet:1", "One"), ("news.parquet:3", "Three")]
    assert faults(inputs) == [fault]


def test_many_rows_come_in_batches_and_keep_their_numbers() -> None:
    inputs = read_rows(text=[f"row {number}" for number in range(1, 2502)])
    assert found(inputs)[1999:2001] == [
        ("news.parquet:2000", "row 2000"),
        ("news.parquet:2001", "row 2001"),
    ]
    assert len(inputs.articles) == 2501


def test_a_parquet_file_without_text_or_that_is_none() -> None:
    assert faults(read_rows(name=["a"])) == [
        "news.parquet:1:0: no column holds the text of the articles"
    ]
    Path("news.parquet").write_bytes(b"PAR1 not really PAR1")
    (fault,) = faults(read("news.parquet"))
    assert fault.startswith("news.parquet: this is not a Parquet file: ")


@pytest.mark.parametrize(("name", "extra"), [("pyarrow", "parquet"), ("pypdf", "pdf")])
def test_a_missing_library_names_its_extra(
    name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    Path(f"news.{extra}").write_bytes(b"")
    (problem,) = read(f"news.{extra}").problems
    assert problem.message.endswith(f"needs {name}")
    assert problem.help == f"Install it with: pip install 'checker[{extra}]'"


def test_what_is_not_named_is_not_read_from_a_folder() -> None:
    for name in ("a.csv", "a.parquet", "a.pdf", "a.jsonl", "a.html", "b.HTM", "README.html"):
        Path(name).write_bytes(b"")
    Path("a_files").mkdir()
    Path("a_files/frame.html").write_bytes(b"")
    inputs = read(".")
    assert [article.path for article in inputs.articles] == ["a.html", "b.HTM"]
    assert {article.form for article in inputs.articles} == {"html"}
    reasons = {skipped.article: skipped.reason for skipped in inputs.skipped}
    assert reasons.pop("a_files") == "pictures and scripts of a saved page"
    assert reasons.pop("README.html") == "a README is not an article; name it to read it"
    assert reasons == {
        f"a.{kind}": f".{kind} files are not read from a folder; name it to read it"
        for kind in ("csv", "parquet", "pdf", "jsonl")
    }
