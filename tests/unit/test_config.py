"""A project's decisions: where they are found, what they say, and what is wrong with them."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from checker.config import KEYS, Config, find_config, load_config, read_config
from checker.errors import DataFileError
from checker.rules import shipped_rules

WHOLE = """\
rules = ["rules", "pack:forest"]
shipped = false
include = ["articles"]
archive = ["old", "/srv/old.jsonl"]
exclude = ["drafts/*"]
select = ["drones-supplied"]
ignore = ["troops"]
fail-on = "error"
languages = ["en", "fr"]
rates = "tables/rates.csv"
decisions = "decided.yaml"
baseline = "known.json"

[per-file]
"archive/*" = ["troops"]

[severity]
drones-supplied = "error"
troops = {same-article = "info"}

[hedges]
approx = 0.1
nearly = 1

[sources]
"The Herald" = ["herald.example", "Herald Online"]
"""


def problems(text: str) -> list[tuple[int, int, str, str]]:
    """Read a wrong file and list its faults."""
    with pytest.raises(DataFileError) as found:
        read_config(text, "desk/checker.toml")
    return [(p.line, p.column, p.message, p.help) for p in found.value.problems]


def test_every_key_is_read() -> None:
    config = read_config(WHOLE, "desk/checker.toml")
    assert config == Config(
        path="desk/checker.toml",
        rules=("desk/rules", "pack:forest"),
        shipped=False,
        include=("desk/articles",),
        archive=("desk/old", "/srv/old.jsonl"),
        exclude=("drafts/*",),
        select=("drones-supplied",),
        ignore=("troops",),
        per_file=(("archive/*", ("troops",)),),
        severity=(
            (
                "drones-supplied",
                (
                    ("same-article", "error"),
                    ("other-article", "error"),
                    ("other-speaker", "error"),
                ),
            ),
            ("troops", (("same-article", "info"),)),
        ),
        fail_on="error",
        languages=("en", "fr"),
        hedges=(("approx", Decimal("0.1")), ("nearly", Decimal(1))),
        rates="desk/tables/rates.csv",
        decisions="desk/decided.yaml",
        baseline="desk/known.json",
        sources=(("The Herald", ("herald.example", "Herald Online")),),
    )
    assert all(value for _, value in config.shown())
    assert len(config.shown()) == len(KEYS)


def test_without_a_file_all_is_as_usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == Config()
    assert dict(Config().shown())["shipped"] == "true"


def test_the_nearest_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nignore = ["troops"]\n')
    monkeypatch.chdir(inner)
    assert (find_config(), load_config().ignore) == ("../../pyproject.toml", ("troops",))
    # A project file that does not speak of the tool is passed by.
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert find_config() == "../../pyproject.toml"
    (inner / "checker.toml").write_text('rules = ["r"]\n')
    assert (find_config(), load_config().rules) == ("checker.toml", ("r",))
    (tmp_path / "a" / "checker.toml").write_text('rules = ["r"]\n')
    assert load_config("../checker.toml").rules == ("../r",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('rulse = ["x"]\n', (1, 1, "unknown key `rulse`", "Did you mean `rules`?")),
        ("rules = 3\n", (1, 1, "`rules` is a list of texts", 'Write `rules = ["…"]`.')),
        ("\n  shipped = 1\n", (2, 3, "`shipped` is true or false", "")),
        ('fail-on = "eror"\n', (1, 1, "`eror` is no severity", "Did you mean `error`?")),
        ('languages = ["xx"]\n', (1, 1, "`xx` is not a language that can be read", "Languages:")),
        ("rates = []\n", (1, 1, "`rates` is the path of a table of exchange rates", "")),
        ("[severity]\na = 3\n", (2, 1, "`3` is no severity", "Allowed:")),
        (
            '[severity]\na = {here = "info"}\n',
            (0, 0, "unknown situation `here`", "Situations:"),
        ),
        ("severity = 3\n", (1, 1, "`severity` is a table of rules", "Write")),
        ("[hedges]\naprox = 1\n", (2, 1, "unknown hedge `aprox`", "Did you mean `approx`?")),
        ("[hedges]\napprox = -1\n", (2, 1, "`approx` is a number, zero or more", "")),
        ("[hedges]\napprox = true\n", (2, 1, "`approx` is a number, zero or more", "")),
        ("hedges = 1\n", (1, 1, "`hedges` is a table of widths", "Write")),
        ('[per-file]\n"a/*" = "x"\n', (2, 2, "`a/*` is a list of texts", "Write")),
        ("sources = 1\n", (1, 1, "`sources` is a table of lists", "Write")),
        ("rules = [\n", (0, 0, "this is not TOML: Invalid value", "")),
        ("rules = ]\n", (1, 9, "this is not TOML: Invalid value", "")),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, fault: tuple[int, int, str, str]) -> None:
    [(line, column, message, advice)] = problems(text)
    assert (line, column, message) == fault[:3]
    assert advice.startswith(fault[3])


def test_all_faults_come_at_once() -> None:
    assert len(problems('rulse = 1\nfail-on = "x"\n[hedges]\napprox = "y"\n')) == 3


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        load_config(str(tmp_path / "checker.toml"))
    (tmp_path / "checker.toml").write_bytes(b"\xff")
    with pytest.raises(DataFileError, match="is not UTF-8"):
        load_config(str(tmp_path / "checker.toml"))


def test_the_example_of_the_readme_is_right() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    config = read_config(example, "checker.toml")
    assert config.rules == ("rules", "pack:forest")
    assert dict(config.severity).keys() <= {rule.id for rule in shipped_rules().rules}
