"""Reading files, folders, tables and JSONL: what is read, what is skipped and what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from checker.articles import ArticlesParsed, parse_articles
from checker.errors import InputError
from checker.inputs import InputOptions, InputsRead, Metadata, decode, read_inputs, tables
from checker.inputs.sources import date_in_name, parse_date
from checker.text import fold_word

LANGUAGES = ("en", "fr")
TEXT = "Plants moved to the coast\n\nThe army said that it had received 300 drones.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that paths are short and relative."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes = TEXT) -> None:
    """Write a file below the current folder, making its parents."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    Path(path).write_bytes(data)


def read(*paths: str, **options: object) -> InputsRead:
    """Read with the two languages of the tests."""
    return read_inputs(paths, InputOptions(languages=LANGUAGES, **options))  # type: ignore[arg-type]


def parse(*paths: str, **options: object) -> ArticlesParsed:
    """Read and parse."""
    return parse_articles(read(*paths, **options))


def paths_of(inputs: InputsRead) -> list[str]:
    """List what was read."""
    return [article.path for article in inputs.articles]


# ----------------------------------------------------------------------------- files and folders


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_by_name_with_all_below_it() -> None:
    for path in ("in/b.txt", "in/a.md", "in/c/d.markdown", "in/c/A.TXT"):
        write(path)
    assert paths_of(read("in")) == ["in/a.md", "in/b.txt", "in/c/A.TXT", "in/c/d.markdown"]
    assert paths_of(read("in/")) == paths_of(read("in"))


@pytest.mark.usefixtures("folder")
def test_what_is_no_article_is_skipped_with_its_reason() -> None:
    for path in ("README.md", "readme.fr.md", "metadata.csv", "a.pdf", ".notes.txt", "Makefile"):
        write(path)
    write(".git/x.txt")
    write("readmetoo.txt")
    inputs = read(".")
    assert paths_of(inputs) == ["readmetoo.txt"]
    reasons = {skipped.article: skipped.reason for skipped in inputs.skipped}
    assert reasons == {
        ".git": "hidden",
        ".notes.txt": "hidden",
        "Makefile": "a file without extension is not read from a folder; name it to read it",
        "README.md": "a README is not an article; name it to read it",
        "a.pdf": ".pdf files are not read from a folder; name it to read it",
        "metadata.csv": "a table of metadata; use it with --metadata",
        "readme.fr.md": "a README is not an article; name it to read it",
    }
    assert inputs.problems == ()


@pytest.mark.usefixtures("folder")
def test_a_file_named_outright_is_read_whatever_its_name() -> None:
    write("README.md")
    write("story.article")
    assert paths_of(read("README.md", "story.article")) == ["README.md", "story.article"]


@pytest.mark.usefixtures("folder")
def test_a_missing_path_does_not_stop_the_others() -> None:
    write("a.txt")
    inputs = read("gone.txt", "a.txt", "nul\0.txt")
    assert paths_of(inputs) == ["a.txt"]
    assert [str(problem) for problem in inputs.problems] == [
        "gone.txt: there is no such file or folder",
        "nul\ufffd.txt: there is no such file or folder",
    ]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_an_article_does_not_stop_the_others() -> None:
    write("one.txt", "text")
    write("pictures/map.png", "no text")
    found = read_inputs(["pictures", "one.txt"])
    assert [article.path for article in found.articles] == ["one.txt"]
    (problem,) = found.problems
    assert (problem.path, problem.message) == ("pictures", "there is no article in this folder")
    assert ".txt, .md, .markdown, .html, .htm" in problem.help


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("paths", "exclude"),
    [(["news", "news/old"], ()), (["news/old"], ("draft.txt",)), (["news"], ())],
)
def test_a_folder_read_before_left_out_or_with_an_empty_one_below_is_no_problem(
    paths: list[str], exclude: tuple[str, ...]
) -> None:
    write("news/old/draft.txt", "text")
    Path("news/new").mkdir()
    assert read_inputs(paths, InputOptions(exclude=exclude)).problems == ()


@pytest.mark.usefixtures("folder")
def test_each_file_is_read_once() -> None:
    write("in/a.txt")
    Path("in/b.txt").symlink_to("a.txt")
    inputs = read("in/a.txt", "in", "in/../in/a.txt", "in/a.txt")
    assert paths_of(inputs) == ["in/a.txt"]
    assert [(s.article, s.reason) for s in inputs.skipped] == [
        ("in/b.txt", "the same file as in/a.txt"),
    ]


def test_links_in_a_circle_end(folder: Path) -> None:
    write("in/a.txt")
    Path("in/again").symlink_to(folder / "in", target_is_directory=True)
    Path("in/dead.txt").symlink_to("nowhere.txt")
    inputs = read("in")
    assert paths_of(inputs) == ["in/a.txt"]
    assert [str(problem) for problem in inputs.problems] == [
        "in/dead.txt: a link that leads nowhere",
    ]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("drafts", ["in/a.txt", "in/b/a.txt"]),
        ("a.txt", ["in/drafts/c.txt"]),
        ("b/*", ["in/a.txt", "in/drafts/c.txt"]),
        ("x*", ["in/a.txt", "in/b/a.txt", "in/drafts/c.txt"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_excluded_patterns(pattern: str, left: list[str]) -> None:
    for path in ("in/a.txt", "in/b/a.txt", "in/drafts/c.txt"):
        write(path)
    inputs = read("in", exclude=(pattern,))
    assert paths_of(inputs) == left
    assert {skipped.reason for skipped in inputs.skipped} <= {"excluded by the options"}


def test_standard_input_is_read_once() -> None:
    parsed = parse("-", "-", stdin=TEXT.encode())
    assert [(article.id, article.path) for article in parsed.articles] == [("stdin", "<stdin>")]


# ------------------------------------------------------------------------------------------- ids


@pytest.mark.usefixtures("folder")
def test_ids_are_stems_and_grow_where_they_clash() -> None:
    for path in ("a/x.txt", "b/x.txt", "b/y.v2.txt", "c/d/z.txt", "e/d/z.txt", "f/x.md", "f/x.txt"):
        write(path)
    assert [article.id for article in parse(".").articles] == [
        "a/x",
        "b/x",
        "y.v2",
        "c/d/z",
        "e/d/z",
        "f/x.md",
        "f/x.txt",
    ]


@pytest.mark.usefixtures("folder")
def test_an_id_from_metadata_stays_and_the_other_grows() -> None:
    write("a/x.txt", f"---\nid: y\n---\n{TEXT}")
    write("b/y.txt")
    assert [article.id for article in parse(".").articles] == ["y", "b/y"]


@pytest.mark.usefixtures("folder")
def test_an_id_given_twice_is_a_problem_and_the_first_keeps_it() -> None:
    write("a.txt", f"---\nid: same\n---\n{TEXT}")
    write("b.txt", f"---\nid: same\n---\n{TEXT}")
    parsed = parse("a.txt", "b.txt")
    assert [(article.id, article.path) for article in parsed.articles] == [("same", "a.txt")]
    assert [str(problem) for problem in parsed.problems] == [
        "b.txt: the id `same` is already that of a.txt\n    Give each article its own id.",
    ]


# -------------------------------------------------------------------------------------- encoding


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"caf\xc3\xa9\r\n", "café\r\n"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café \U0001f600".encode("utf-16"), "café \U0001f600"),
        ("café".encode("utf-16-be").join([b"\xfe\xff", b""]), "café"),
        ("café".encode("utf-32"), "café"),
        ("cafe\u0301\u00a0».".encode(), "cafe\u0301\u00a0»."),
        (b"", ""),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data, "a.txt") == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "Un café.\nL’été à Paris".encode("cp1252"),
            (
                "a.txt:1:7: byte 0xE9 is not UTF-8\n    Un caf\ufffd\n          ^\n"
                "    Re-save the file as UTF-8; it is probably Windows-1252."
            ),
        ),
        (
            b"ok\r\nUn caf\xe9",
            (
                "a.txt:2:7: the file ends in the middle of a UTF-8 character\n    Un caf\ufffd\n"
                "          ^\n    Was it cut off?"
            ),
        ),
        (
            "été\n300 caf".encode() + b"\xe9 et th\xe9s",
            (
                "a.txt:2:8: byte 0xE9 is not UTF-8\n    300 caf\ufffd\n           ^\n"
                "    Re-save the file as UTF-8; it is probably Windows-1252 (Latin-1)."
            ),
        ),
        (
            "Армия получила беспилотники".encode("cp1251"),
            (
                "a.txt:1:1: byte 0xC0 is not UTF-8\n    \ufffd\n    ^\n"
                "    Re-save the file as UTF-8; "
                "it is probably Windows-1251 or another encoding of a non-Latin alphabet."
            ),
        ),
        (
            "l’été déjà passé à côté ".encode() * 9 + b"\xff!",
            (
                "a.txt:1:217: byte 0xFF is not UTF-8\n    "
                "Re-save the file as UTF-8; it is probably UTF-8 with a few damaged characters."
            ),
        ),
        (
            b"%PDF-1.7 ...",
            (
                "a.txt: this is a PDF document, not text\n"
                "    Save its text as UTF-8 and give that file."
            ),
        ),
        (
            b"PK\x03\x04...",
            (
                "a.txt: this is a ZIP archive (DOCX, ODT and EPUB are such archives), not text\n"
                "    Save its text as UTF-8 and give that file."
            ),
        ),
        (
            b"abc\n\0\x01\x02",
            (
                "a.txt:2:1: a NUL character: this looks like a binary file, not text\n"
                "    \ufffd\n    ^\n"
                "    Save its text as UTF-8 and give that file."
            ),
        ),
        (
            "text".encode("utf-16-le"),
            (
                "a.txt: this looks like UTF-16 without a byte-order mark\n"
                "    Re-save the file as UTF-8."
            ),
        ),
        (
            b"\xff\xfea\x00b",
            (
                "a.txt:1:2: the file ends in the middle of a UTF-16 character\n"
                "    a\ufffd\n     ^\n    Was it cut off?"
            ),
        ),
    ],
)
def test_what_cannot_be_decoded(data: bytes, expected: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(data, "a.txt")
    assert str(raised.value) == expected


@pytest.mark.usefixtures("folder")
def test_one_bad_file_does_not_stop_the_others() -> None:
    write("a.txt", b"\x89PNG\r\n")
    write("b.txt", "  \r\n\t\n")
    write("c.txt")
    parsed = parse(".")
    assert [article.id for article in parsed.articles] == ["c"]
    assert [(problem.path, problem.message) for problem in parsed.problems] == [
        ("a.txt", "this is a PNG picture, not text"),
        ("b.txt", "the file is empty"),
    ]


# ----------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-12-20", date(2022, 12, 20)),
        ("20221220", date(2022, 12, 20)),
        ("2022-12-20T08:30:00Z", date(2022, 12, 20)),
        ("2022-12-20 08:30", date(2022, 12, 20)),
        ("2022-02-30", None),
        ("2022-12", None),
        ("20/12/2022", None),
        ("2022-12-201", None),
        ("0000-01-01", None),
        ("yesterday", None),
    ],
)
def test_parse_date(written: str, expected: date | None) -> None:
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2022-12-20-drones.txt", date(2022, 12, 20)),
        ("drones_20221220.md", date(2022, 12, 20)),
        ("2022_12_20.txt", date(2022, 12, 20)),
        ("20221220T0830-drones.txt", date(2022, 12, 20)),
        ("2022-12-20 and 2022-12-20.txt", date(2022, 12, 20)),
        ("2022-12-20_2022-12-21.txt", None),
        ("2022-13-20.txt", None),
        ("0220221220.txt", None),
        ("a20221220f.txt", None),
        ("30001220.txt", None),
        ("2022-1220.txt", None),
        ("story.txt", None),
    ],
)
def test_date_in_name(name: str, expected: date | None) -> None:
    assert date_in_name(name) == expected


# ------------------------------------------------------------------------------------ the table


def metadata_of(inputs: InputsRead) -> dict[str, Metadata]:
    """Return what the table says, by path."""
    return {article.path: dict(article.known)["metadata file"] for article in inputs.articles}


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("meta/m.csv", "../in/a.txt"),
        ("meta/m.csv", "in/a.txt"),
        ("in/m.csv", "a.txt"),
        ("meta/m.csv", "a.txt"),
        ("meta/m.csv", "in\\a.txt"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_row_names_its_article(table: str, named: str) -> None:
    write("in/a.txt")
    write(table, f"path,published,outlet\n{named},2022-12-20,Daily\n")
    inputs = read("in/a.txt", metadata=table)
    assert inputs.problems == ()
    assert metadata_of(inputs) == {
        "in/a.txt": Metadata(published=date(2022, 12, 20), outlet="Daily")
    }


@pytest.mark.usefixtures("folder")
def test_spreadsheets_write_semicolons_byte_order_marks_and_quoted_lines() -> None:
    write("a.txt")
    write("m.csv", '\ufeffpath;title;language\r\na.txt;"Two\r\nlines; one ""title""";fr\r\n')
    inputs = read("a.txt", metadata="m.csv")
    assert inputs.problems == ()
    assert metadata_of(inputs) == {"a.txt": Metadata(title='Two lines; one "title"', lang="fr")}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("path,publised\na.txt,x\n", "m.csv:1:6: unknown column `publised`"),
        ("path,lang,lang\na.txt,en,fr\n", "m.csv:1:11: the column `lang` is given twice"),
        ("file,lang\na.txt,en\n", "m.csv:1:1: unknown column `file`"),
        ("lang\nen\n", "m.csv:1:1: the column `path` is missing"),
        ("path,published\n\na.txt,20 Dec\n", "m.csv:3:7: `20 Dec` is not a date"),
        ("path,lang\na.txt,en,fr\n", "m.csv:2:1: 3 cells where the header has 2"),
        ("path,lang\n,en\n", "m.csv:2:1: the row names no path"),
        ("path,lang\nb.txt,en\n", "m.csv:2:1: `b.txt` names no article"),
        ("path\na.txt\na.txt\n", "m.csv:3:1: `a.txt` is described twice"),
        ('path,title\na.txt,"open\n', "m.csv:2:1: this is not CSV: unexpected end of data"),
        ("", "m.csv: the metadata table is empty"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_wrong_with_a_table(table: str, expected: str) -> None:
    write("a.txt")
    write("m.csv", table)
    inputs = read("a.txt", metadata="m.csv")
    assert paths_of(inputs) == ["a.txt"]
    assert str(inputs.problems[0]).split("\n", maxsplit=1)[0] == expected


@pytest.mark.usefixtures("folder")
def test_the_nearest_name_is_offered() -> None:
    write("drones.txt")
    write("m.csv", "path,langauge\ndrone.txt,en\n")
    helps = [problem.help for problem in read("drones.txt", metadata="m.csv").problems]
    assert helps[0].startswith("Did you mean `language`? Known columns: path, id, title,")
    assert helps[1].startswith("Did you mean `drones.txt`?")


@pytest.mark.usefixtures("folder")
def test_a_table_may_describe_more_than_is_read_today() -> None:
    write("a.txt")
    write("b.txt")
    write("m.csv", "path,outlet\na.txt,A\nb.txt,B\n")
    assert read("a.txt", metadata="m.csv").problems == ()


@pytest.mark.usefixtures("folder")
def test_a_bare_name_of_two_articles_is_a_problem() -> None:
    write("in/a/x.txt")
    write("in/b/x.txt")
    write("m.csv", "path,outlet\nx.txt,A\n")
    problems = read("in", metadata="m.csv").problems
    assert [problem.message for problem in problems] == ["`x.txt` names 2 articles"]


@pytest.mark.usefixtures("folder")
def test_a_missing_table_is_a_problem_and_articles_are_still_read() -> None:
    write("a.txt")
    inputs = read("a.txt", metadata="gone.csv")
    assert paths_of(inputs) == ["a.txt"]
    assert str(inputs.problems[0]) == "gone.csv: cannot be read: no such file or directory"


# ----------------------------------------------------------------------------------------- JSONL


@pytest.mark.usefixtures("folder")
def test_one_article_a_line() -> None:
    write(
        "news.jsonl",
        '{"id": "a", "text": "300 drones\\r\\nfly", "title": "T", "lang": "en",'
        ' "date": "2022-12-20", "x": [1]}\n'
        "\r\n"
        '{"id": 7, "text": "Le \\ud83d\\ude00", "language": "fr", "outlet": null}\r\n'
        '{"text": "four", "lang": "en"}',
    )
    parsed = parse("news.jsonl")
    assert parsed.problems == ()
    assert [(a.id, a.path, a.text, a.language, a.published) for a in parsed.articles] == [
        ("a", "news.jsonl:1", "300 drones\r\nfly", "en", date(2022, 12, 20)),
        ("7", "news.jsonl:3", "Le \U0001f600", "fr", None),
        ("news:4", "news.jsonl:4", "four", "en", None),
    ]
    assert dict(parsed.articles[0].metadata_from) == {
        "id": "record",
        "title": "record",
        "published": "record",
        "lang": "record",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "a", }', "<stdin>:2:15: this is not JSON"),
        ('{"text": "a"', "<stdin>:2:13: this is not JSON"),
        ('["text"]', "<stdin>:2:1: an object is wanted here"),
        ('{"id": "a"}', "<stdin>:2:1: `text` is missing"),
        ('{"id": "a", "text": 3}', "<stdin>:2:13: `text` must be text"),
        ('{"text": "a", "lang": ["en"]}', "<stdin>:2:15: `lang` must be text"),
        ('{"text": "a", "date": "2022-2-3"}', "<stdin>:2:15: `2022-2-3` is not a date"),
        ('{"text": "a \\ud83d b"}', "<stdin>:2:13: \\ud83d is half a character"),
        ("[" * 100_000, "<stdin>:2:1: this JSON is nested too deep or too large"),
    ],
)
def test_what_is_wrong_with_a_line(line: str, expected: str) -> None:
    good = '{"text": "It is in the box.", "lang": "en"}'
    inputs = read("-", stdin=f"{good}\n{line}\n{good}\n".encode(), stdin_format="jsonl")
    assert paths_of(inputs) == ["<stdin>:1", "<stdin>:3"]
    assert [str(problem).startswith(expected) for problem in inputs.problems] == [True]


# ----------------------------------------------------------------------------------- data files


@pytest.mark.parametrize("name", ["boilerplate.txt", "stopwords.txt"])
def test_words_of_the_data_files_are_folded_and_not_repeated(name: str) -> None:
    text = Path(tables.__file__).parents[1].joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(set(lines))
    for line in lines:
        words = line.partition(":")[2].split() if name == "stopwords.txt" else [line]
        assert words == [fold_word(word) for word in words]
        if name == "stopwords.txt":
            assert len(words) >= 25
            assert sorted(words) == sorted(set(words))


@pytest.mark.usefixtures("folder")
def test_an_empty_path_is_no_folder() -> None:
    write("a.txt")
    inputs = read("")
    assert paths_of(inputs) == []
    assert [problem.message for problem in inputs.problems] == ["an empty path names nothing"]


@pytest.mark.usefixtures("folder")
def test_a_standard_input_that_is_closed_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")
    monkeypatch.setattr("sys.stdin", None)
    inputs = read("-", "a.txt")
    assert paths_of(inputs) == ["a.txt"]
    (problem,) = inputs.problems
    assert str(problem) == "<stdin>: cannot be read: the standard input is closed"


@pytest.mark.usefixtures("folder")
def test_files_that_are_no_articles_are_told_from_articles_left_out() -> None:
    for path in ("in/a.txt", "in/notes.csv"):
        write(path)
    Path("in/b.txt").symlink_to("a.txt")
    stages = {skipped.article: skipped.stage for skipped in read("in").skipped}
    assert stages == {"in/notes.csv": "inputs", "in/b.txt": "articles"}
