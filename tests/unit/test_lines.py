"""Offsets to lines and columns, as editors count them."""

from pathlib import Path

import pytest

from checker.lines import line_index, position


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("abc", 3, (1, 4)),
        ("a\nbc", 2, (2, 1)),
        ("a\r\nbc", 3, (2, 1)),
        ("a\rbc", 2, (2, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("a\n\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("\U0001f600 é x", 4, (1, 5)),
        # Editors do not end a line at these.
        ("a\x0bb\x0cc\u2028d\x85e", 8, (1, 9)),
    ],
)
def test_position(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert line_index(text).position(offset) == expected
    assert position(text, offset) == expected


def test_a_line_without_its_end() -> None:
    index = line_index("first\r\nsecond\rthird\n")
    assert [index.line(number) for number in (1, 2, 3, 4)] == ["first", "second", "third", ""]


def test_only_one_module_turns_offsets_of_articles_into_places() -> None:
    package = Path(__file__).parents[2] / "checker"
    users = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "line_index" in path.read_text(encoding="utf-8")
    }
    # Bytes that are no text have no article yet, an origin is made of the lines of a file, and a
    # case for rules is a file of its own.
    assert users == {"lines.py", "inputs/decoding.py", "articles/mapping.py", "cases.py"}
