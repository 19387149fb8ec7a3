"""Fingerprints: the same parts give the same digits, other parts give others."""

import subprocess
import sys
from pathlib import Path

import pytest

from checker.digest import digest


def test_equal_parts_give_equal_digits() -> None:
    assert digest("drones", "300") == digest("drones", b"300")
    assert len(digest("drones")) == 16
    assert len(digest("drones", size=16)) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("b", "a")),
        (("a",), ("a", "")),
        ((), ("",)),
        (("a:1",), ("a", "1")),
    ],
)
def test_other_parts_give_other_digits(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert digest(*one) != digest(*other)


def test_names_of_files_that_are_no_text_have_digits() -> None:
    assert digest("\udcff") != digest("\udcfe")


def test_a_start_does_not_load_openssl() -> None:
    code = "import sys, checker.run; print('hashlib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_command_does_not_load_what_only_help_and_mistakes_need() -> None:
    code = "import sys; from checker.cli import main; main(['check', '-f', 'json', 'seeds']);"
    code += "print(*sorted({'shutil', 'difflib', 'hashlib'} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("text", "is_loaded"),
    [
        ("The river rose by 3 metres, which is 5 % more than before.", False),
        ("- 3 boats\n- 40 rafts", False),
        ("| river | depth (m) |\n|---|---|\n| blue | 3 |\n| red | 40 |", True),
    ],
)
def test_only_articles_with_tables_load_what_reads_them(
    tmp_path: Path, text: str, is_loaded: bool
) -> None:
    article = tmp_path / "article.md"
    article.write_text(f"---\nlang: en\n---\n{text}\n", encoding="utf-8")
    code = (
        f"import sys; from checker.cli import main; main(['check', '-f', 'json', {str(article)!r}])"
    )
    code += "; print('checker.tables' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == str(is_loaded)
