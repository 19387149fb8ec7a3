"""Strict YAML: every scalar is text, everything ambiguous is refused, every fault has a place."""

import re
from decimal import Decimal

import jsonschema
import pytest

from checker.errors import DataFileError, Problem
from checker.schema import (
    DAY,
    INVALID,
    Choice,
    Custom,
    Field,
    Flag,
    Many,
    Number,
    OneOf,
    Record,
    Shape,
    Table,
    Text,
    convert,
    json_schema,
    nearest,
    problem_at,
    problem_inside,
    read_data,
    read_yaml,
)


def one_problem(text: str, shape: Shape | None = None) -> Problem:
    """Return the only problem of a file, found by reading or by converting."""
    try:
        node = read_yaml(text, "file.yaml")
    except DataFileError as error:
        problems = error.problems
    else:
        problems = convert(node, shape or Table(Text(empty=True), Text(empty=True)))[1]
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    "scalar",
    ["NO", "yes", "null", "~", "12:30", "2022-02-24", "3.20", "012", "1_000", "0x1F", "1e3", ".5"],
)
def test_every_plain_scalar_stays_as_it_is_written(scalar: str) -> None:
    assert read_yaml(f"key: {scalar}", "a.yaml").at("key").text == scalar


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">\n  one\n  two\n", "one two\n"),
        ("one\n  two", "one two"),
        ("'# no comment'", "# no comment"),
        ("plain # comment", "plain"),
        ("", ""),
    ],
)
def test_every_style_of_scalar_is_read(written: str, text: str) -> None:
    assert read_yaml(f"key: {written}", "a.yaml").at("key").text == text


def test_keys_keep_their_order_and_nodes_know_their_place() -> None:
    node = read_yaml("zébu: [a, 'é é', b]\nalpha: {b: 1}\n", "a.yaml")
    assert [key.text for key, _ in node.pairs] == ["zébu", "alpha"]
    second = node.at("zébu", 1)
    assert (second.line, second.column, second.width) == (1, 11, 5)
    assert node.at("alpha", "b").column == 12
    assert node.at("alpha", "nothing", "deeper") is node.at("alpha")


def test_columns_count_code_points_after_wide_characters_and_a_byte_order_mark() -> None:
    assert read_yaml("\ufeff🛰é: {x: y}", "a.yaml").at("🛰é", "x").column == 9


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_lines_are_counted_as_the_parser_counts_them(end: str) -> None:
    problem = one_problem(f"a: 1{end}b: 2{end}b: 3{end}")
    assert (problem.line, problem.source) == (3, "b: 3")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\nb: 2\na: 3", (3, 1), "the key `a` is given twice (first on line 1)"),
        ("a: {b: 1, b: 1}", (1, 11), "the key `b` is given twice (first on line 1)"),
        ("a: &x 1", (1, 4), "anchors (`&x`) are not allowed"),
        ("a: !!str 1", (1, 4), "tags (`tag:yaml.org,2002:str`) are not allowed"),
        ("a: !own 1", (1, 4), "tags (`!own`) are not allowed"),
        ("a: *x", (1, 4), "aliases (`*name`) are not allowed"),
        ("? [a]\n: b", (1, 3), "a key must be text"),
        ("a:\n\t- b", (2, 1), "a tab in the indentation"),
        ("a: 1\n---\nb: 2", (2, 1), "a second document begins here"),
        ("", (0, 0), "the file is empty"),
        ("# only a comment\n", (0, 0), "the file is empty"),
        ("a: b\x07c", (1, 5), "the character U+0007 is not allowed"),
        ("a: \ud800", (1, 4), "the character U+D800 is not allowed"),
        ("a: b: c", (1, 5), "this is not YAML: mapping values are not allowed in this context"),
        ("a: @b", (1, 4), "this is not YAML: found character that cannot start any token"),
        ("[" * 31, (1, 31), "nested more than 30 levels deep"),
        ("[" * 900_000, (1, 31), "nested more than 30 levels deep"),
        ("a: " + "x" * 1_000_000, (0, 0), "the file is larger than one megabyte"),
        ("a: " + "é" * 600_000, (0, 0), "the file is larger than one megabyte"),
    ],
)
def test_what_is_refused(text: str, place: tuple[int, int], message: str) -> None:
    problem = one_problem(text)
    assert ((problem.line, problem.column), problem.message) == (place, message)


def test_thirty_levels_are_deep_enough() -> None:
    assert read_yaml("[" * 30 + "]" * 30, "a.yaml").kind == "list"


def test_all_refusals_of_a_file_come_at_once() -> None:
    with pytest.raises(DataFileError) as caught:
        read_yaml("a: &x 1\nb: !y 2\na: 3\n", "a.yaml")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_a_bomb_of_aliases_is_given_up_early() -> None:
    with pytest.raises(DataFileError) as caught:
        read_yaml(f"a: [{'*a,' * 50_000}]", "a.yaml")
    assert len(caught.value.problems) == 20
    assert caught.value.problems[0].help.endswith("put `*` behind the stem, as in `plant*`.")


def test_a_caret_is_as_wide_as_the_text_and_stays_on_its_line() -> None:
    node = read_yaml("title: some words\n", "a.yaml")
    assert str(problem_at(node.at("title"), "wrong", "Do better.")) == (
        "a.yaml:1:8: wrong\n    title: some words\n           ^^^^^^^^^^\n    Do better."
    )


def test_a_place_inside_a_quoted_text_counts_the_quote() -> None:
    node = read_yaml("a: '/x(/'", "a.yaml")
    assert problem_inside(node.at("a"), 2, "open").column == 7


def test_a_place_that_escapes_hide_is_the_start_of_the_text() -> None:
    node = read_yaml('a: "/x\\u0028/"', "a.yaml")
    assert problem_inside(node.at("a"), 2, "open").column == 4


def test_a_very_long_line_is_cut_for_display() -> None:
    problem = one_problem("a: 1\na: [" + "word, " * 40 + "]")
    assert len(problem.source) < 200
    assert problem.source.endswith("…")


RULE = Record(
    {
        "id": Field(Text("[a-z]+", "a name"), required=True, help="Names the rule."),
        "kind": Field(Choice(("event", "level"), "kind")),
        "size": Field(Number(low=Decimal(1))),
        "open": Field(Flag()),
        "words": Field(Table(Choice(("en", "fr"), "language"), Many(Text()))),
    }
)


def test_a_right_file_becomes_plain_values() -> None:
    text = "id: abc\nkind: level\nsize: 2.50\nopen: true\nwords: {en: [NO, '1:30'], fr: []}"
    assert read_data(text, "a.yaml", RULE) == {
        "id": "abc",
        "kind": "level",
        "size": Decimal("2.50"),
        "open": True,
        "words": {"en": ("NO", "1:30"), "fr": ()},
    }


def test_a_decomposed_text_is_composed() -> None:
    assert read_data("e\u0301", "a.yaml", Text()) == "é"


def test_all_problems_come_at_once_and_the_rest_is_kept() -> None:
    text = "id: ABC\nknd: level\nkind: evnt\nsize: many\nopen: yes\nwords: {en: [a, a], de: [x]}"
    value, problems = convert(read_yaml(text, "a.yaml"), RULE)
    assert value == {"words": {"en": ("a", "a")}}
    assert [(p.line, p.message) for p in problems] == [
        (1, "expected a name, found `ABC`"),
        (2, "unknown key `knd`"),
        (3, "unknown kind `evnt`"),
        (4, "expected a number, found `many`"),
        (5, "expected `true` or `false`, found `yes`"),
        (6, "`a` is listed twice (first on line 6)"),
        (6, "unknown language `de`"),
    ]
    assert problems[1].help == "Did you mean `kind`? Allowed here: id, kind, size, open, words."


@pytest.mark.parametrize(
    ("text", "shape", "message"),
    [
        ("[a]", Text(), "expected text, found a list"),
        ("a", Many(Text()), "expected a list, found text"),
        ("[a]", RULE, "expected a mapping, found a list"),
        ("{kind: level}", RULE, "missing key `id`"),
        ("''", Text(), "expected text, found nothing"),
        ("[a]", Many(Text(), at_least=2), "expected 2 or more, found 1"),
        ("[a, b, c]", Many(Text(), at_most=2), "expected at most 2, found 3"),
        ("{}", Table(Text(), Text(), at_least=1), "expected at least one key, found none"),
        ("0.5", Number(low=Decimal(1)), "expected a number of at least 1"),
        ("2.5", Number(whole=True), "expected a whole number, found `2.5`"),
        ("1,000", Number(), "expected a number, found `1,000`"),
        ("1e3", Number(), "expected a number, found `1e3`"),
        ("٣", Number(), "expected a number, found `٣`"),
        ("9" * 41, Number(), f"expected a number, found `{'9' * 41}`"),
        ("{a: b}", OneOf((Text(), Many(Text()))), "expected text or a list, found a mapping"),
        ("x", OneOf((Choice(("a",)), Choice(("b",), "letter"))), "unknown letter `x`"),
    ],
)
def test_what_a_shape_refuses(text: str, shape: Shape, message: str) -> None:
    problem = one_problem(text, shape)
    assert problem.message == message


def test_one_of_takes_the_first_shape_that_fits() -> None:
    shape = OneOf((Number(), Text(), Many(Number())))
    assert [read_data(text, "a", shape) for text in ("3", "three", "[3]")] == [
        Decimal(3),
        "three",
        (Decimal(3),),
    ]


def test_one_of_says_what_to_write_where_no_shape_takes_the_value() -> None:
    shape = OneOf((Text(), Table(Text(), Text())), help="Write a word.")
    for text, seen in (("[a]", "a list"), ("''", "nothing")):
        problem = one_problem(f"{text}", shape)
        assert problem.message == f"expected text or a mapping, found {seen}"
        assert problem.help == "Write a word."


def test_a_custom_shape_says_why_in_its_own_words() -> None:
    def even(text: str) -> int:
        if int(text) % 2:
            raise ValueError(f"{text} is odd")
        return int(text)

    assert read_data("4", "a", Custom(even)) == 4
    assert one_problem("5", Custom(even)).message == "5 is odd"
    assert convert(read_yaml("5", "a"), Custom(even))[0] is INVALID


@pytest.mark.parametrize(
    ("word", "found"), [("reciever", "receiver"), ("Giver", "giver"), ("xyz", None), ("", None)]
)
def test_the_nearest_known_word(word: str, found: str | None) -> None:
    assert nearest(word, ["giver", "receiver", "status"]) == found


@pytest.mark.parametrize(
    ("word", "found"), [("english", "en"), ("eng", "en"), ("FR", "fr"), ("ngo", "ng"), ("xx", None)]
)
def test_a_short_code_is_meant_by_what_it_begins(word: str, found: str | None) -> None:
    assert nearest(word, ["en", "fr", "ng"]) == found


def test_the_json_schema_accepts_what_the_shape_accepts() -> None:
    validator = jsonschema.Draft202012Validator(json_schema(RULE, "rules"))
    validator.check_schema(json_schema(RULE, "rules"))
    assert validator.is_valid({"id": "abc", "kind": "level", "words": {"en": ["NO", 12, True]}})


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"id": "abc", "knd": "level"},
        {"id": "abc", "kind": "evnt"},
        {"id": "abc", "size": 0.5},
        {"id": "abc", "open": "yes"},
        {"id": "abc", "words": {"de": []}},
        {"id": "abc", "words": {"en": ["a", "a"]}},
        {"id": "ABC"},
    ],
)
def test_the_json_schema_refuses_what_the_shape_refuses(wrong: dict[str, object]) -> None:
    assert not jsonschema.Draft202012Validator(json_schema(RULE, "rules")).is_valid(wrong)


def test_a_day_stays_text() -> None:
    shape = Record({"day": Field(DAY)})
    assert read_data("day: 2022-12-20", "a.yaml", shape) == {"day": "2022-12-20"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("20221220", "expected a day such as 2022-12-20, found `20221220`"),
        ("2022-W51-2", "expected a day such as 2022-12-20"),
        ("2022-12", "expected a day such as 2022-12-20"),
        ("tomorrow", "expected a day such as 2022-12-20"),
        ("٢٠٢٢-12-20", "expected a day such as 2022-12-20"),
        ("2022-02-30", "there is no day `2022-02-30`"),
    ],
)
def test_what_is_no_day(text: str, message: str) -> None:
    with pytest.raises(DataFileError, match=re.escape(message)):
        read_data(f"day: {text}", "a.yaml", Record({"day": Field(DAY)}))
