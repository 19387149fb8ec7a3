"""`checker diff`: exit statuses, formats, revisions of git, and what is no version."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parents[2]
HEAD = "---\ndate: 2023-05-15\noutlet: The Bay\nlang: en\n---\n"
STORY = (
    "Iran has supplied {} drones to Russia, the ministry said on Monday in a statement.\n\n"
    "The fair drew {} visitors.\n"
)
NOTE = "\nCorrection: the number of drones was wrong.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a folder with one article in several versions."""
    versions = {
        "old": (300, 80),
        "claim": (400, 80),
        "number": (300, 90),
        "worded": ("three hundred", "eighty"),
    }
    for name, counts in versions.items():
        text = HEAD + STORY.format(*counts)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}-noted.md").write_text(text + NOTE, encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    settings: dict[str, object] = {
        "cwd": desk,
        "env": environment | {"PYTHONPATH": str(ROOT), "COLUMNS": "90"},
        "capture_output": True,
        "text": True,
    }
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "checker", "diff", *arguments], check=False, **(settings | options)
    )


@pytest.mark.parametrize(
    ("new", "options", "status"),
    [
        ("old", [], 0),
        ("worded", [], 0),
        ("number", [], 0),
        ("number", ["--fail-on", "number"], 1),
        ("number-noted", ["--fail-on", "number"], 0),
        ("claim", [], 1),
        ("claim-noted", [], 0),
        ("claim", ["--fail-on", "never"], 0),
        ("claim", ["--no-default-rules"], 0),
        ("claim", ["--ignore", "drones-supplied"], 0),
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_the_exit_status(desk: Path, new: str, options: list[str], status: int, form: str) -> None:
    done = run(desk, "old.md", f"{new}.md", "-f", form, *options)
    assert (done.returncode, done.stderr) == (status, "")


def test_the_table_shows_both_sides_with_the_claim(desk: Path) -> None:
    assert run(desk, "old.md", "claim.md").stdout == (
        "checker 0.1.0: old.md → claim.md\n\n"
        "── changed ──────────────────────────────────────────────────────────── "
        "drones-supplied ──\n"
        "  Drones supplied to a fighting party\n"
        "  giver: Iran · receiver: Russia · status: delivered\n"
        "  - old.md:6:19 300 drones (read as 295 to 305 drone)\n"
        "    │ Iran has supplied 300 drones to Russia, the ministry said on Monday in a "
        "statement.\n"
        "  + claim.md:6:19 400 drones (read as 395 to 405 drone)\n"
        "    │ Iran has supplied 400 drones to Russia, the ministry said on Monday in a "
        "statement.\n"
        "\n1 changed; 1 number unchanged. 1 claim changed; no correction note was added.\n"
    )


def test_the_note_is_quoted(desk: Path) -> None:
    shown = run(desk, "old.md", "claim-noted.md").stdout
    assert "correction note claim-noted.md:10:1\n    Correction: the number of" in shown
    assert shown.endswith("1 claim changed; a correction note says so.\n")


def test_json_holds_everything(desk: Path) -> None:
    found = json.loads(run(desk, "old.md", "claim-noted.md", "-f", "json").stdout)
    (change,) = found["changes"]
    before, after = change["before"], change["after"]
    assert (change["kind"], change["rules"]) == ("changed", ["drones-supplied"])
    assert [(side["value"], side["line"], side["column"]) for side in (before, after)] == [
        (300, 6, 19),
        (400, 6, 19),
    ]
    assert after["quote"].startswith("Iran has supplied 400 drones")
    assert after["claims"][0]["facets"]["receiver"] == "RU"
    assert (found["unchanged"], found["changed_claims"]) == (1, 1)
    assert [note["line"] for note in found["notes"]] == [10]
    assert (found["before"]["path"], found["after"]["path"]) == ("old.md", "claim-noted.md")


@pytest.mark.parametrize("new", ["old", "claim", "claim-noted", "number"])
def test_json_follows_its_schema(desk: Path, new: str) -> None:
    folder = ROOT / "checker" / "report"
    schemas = {
        name: json.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("diff.schema.json", "report.schema.json")
    }
    known = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    found = json.loads(run(desk, "old.md", f"{new}.md", "-f", "json").stdout)
    validator = Draft202012Validator(schemas["diff.schema.json"], registry=known)
    assert list(validator.iter_errors(found)) == []
    assert list(validator.iter_errors(found | {"changes": [{"kind": "changed"}]})) != []


def test_markdown_and_concise(desk: Path) -> None:
    comment = run(desk, "old.md", "claim-noted.md", "-f", "markdown").stdout
    assert "| changed | 300 drones | 400 drones | drones-supplied · giver: Iran" in comment
    assert "> Iran has supplied **400 drones** to Russia" in comment
    assert "correction note: claim-noted.md:10:1" in comment
    lines = run(desk, "old.md", "claim.md", "-f", "concise").stdout.splitlines()
    assert lines[0] == "claim.md:6:19: changed [drones-supplied]: 300 drones → 400 drones"


@pytest.mark.parametrize("form", ["table", "concise", "markdown"])
def test_the_text_of_an_article_is_shown_as_it_is(desk: Path, form: str) -> None:
    text = HEAD + "Iran has supplied {} drones to \x1b[31mRussia <b>@all</b> |x|.\n"
    for name, count in (("a", 300), ("b", 400)):
        (desk / f"{name}.md").write_text(text.format(count), encoding="utf-8")
    shown = run(desk, "a.md", "b.md", "-f", form)
    assert shown.returncode == 1
    assert "\x1b" not in shown.stdout
    assert form != "markdown" or "<b>@all" not in shown.stdout


def test_a_page_and_the_standard_input(desk: Path) -> None:
    page = '<html lang="en"><body><p>The fair drew {} visitors.</p></body></html>'
    (desk / "old.html").write_text(page.format(80), encoding="utf-8")
    (desk / "new.html").write_text(page.format(90), encoding="utf-8")
    done = run(desk, "old.html", "new.html", "-f", "concise")
    assert done.stdout.startswith("new.html:1:40: changed: 80 visitors → 90 visitors\n")
    text = "The fair drew 90 visitors."
    read = run(desk, "old.html", "-", "-f", "concise", "--lang", "en", input=text)
    assert "<stdin>:1:15: changed: 80 visitors → 90 visitors" in read.stdout


def test_a_revision_of_git(desk: Path) -> None:
    def git(*arguments: str) -> None:
        name = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
        subprocess.run(["git", *name, *arguments], cwd=desk, check=True, capture_output=True)

    git("init", "-q")
    git("add", "old.md")
    git("commit", "-qm", "first")
    old, new = desk / "old.md", desk / "claim.md"
    old.write_text(new.read_text(encoding="utf-8"), encoding="utf-8")
    done = run(desk, "HEAD:old.md", "old.md", "-f", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("old.md:6:19: changed [drones-supplied]: 300 drones →")
    assert "- HEAD:old.md:6:19 300 drones" in run(desk, "HEAD:./old.md", "old.md").stdout.replace(
        "HEAD:./", "HEAD:"
    )
    for wrong in ("HEAD:none.md", "nowhere:old.md", "--output=x:old.md", "HEAD:data.csv"):
        done = run(desk, "--", wrong, "old.md")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("checker: error: ")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (("old.md", "none.md"), "none.md: there is no such file or folder"),
        (("old.md", "french.md"), "the versions of one article are in one language"),
        (("old.md", "empty.md"), "the file is empty"),
        (("old.md", "unclear.md"), "its language is not clear"),
        (("old.md", "."), ". is a folder; a version is one article"),
        (("old.md", "two.jsonl"), "two.jsonl holds 2 articles; a version is one"),
        (("old.md", "HEAD:old.md"), "git does not know `HEAD`"),
    ],
)
def test_what_is_no_version(desk: Path, files: tuple[str, str], message: str) -> None:
    french = "---\nlang: fr\n---\nIl y a 300 drones.\n"
    (desk / "french.md").write_text(french, encoding="utf-8")
    (desk / "empty.md").write_text("", encoding="utf-8")
    (desk / "unclear.md").write_text("300", encoding="utf-8")
    record = '{"text": "The fair drew 90 visitors.", "lang": "en"}\n'
    (desk / "two.jsonl").write_text(record * 2, encoding="utf-8")
    done = run(desk, *files)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_broken_rule_file_is_told_beside_the_changes(desk: Path) -> None:
    (desk / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    done = run(desk, "old.md", "claim.md", "--rules", "broken.yaml")
    assert done.returncode == 2
    assert "broken.yaml" in done.stderr
    assert "300 drones" in done.stdout


def test_help_names_what_is_special(desk: Path) -> None:
    told = run(desk, "--help").stdout
    assert "REV:PATH" in told
    assert "{never,claim,number}" in told


def test_changes_are_written_to_files_too(desk: Path) -> None:
    plain = run(desk, "old.md", "claim.md", "-f", "concise")
    names = [f"--write={name}={name}.out" for name in ("table", "concise", "json", "markdown")]
    done = run(desk, "old.md", "claim.md", "-f", "concise", *names)
    assert (done.returncode, done.stdout, done.stderr) == (1, plain.stdout, "")
    assert (desk / "concise.out").read_text("utf-8") == plain.stdout
    for name in ("json", "markdown"):
        shown = run(desk, "old.md", "claim.md", "-f", name).stdout
        assert (desk / f"{name}.out").read_text("utf-8") == shown
    assert "300 drones" in (desk / "table.out").read_text("utf-8")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("json=claim.md", "claim.md: is a version that was read"),
        ("json=no/where", "no/where: cannot be written"),
        ("sarif=x.sarif", "is not FORMAT=PATH with a format of table, concise, json, markdown"),
        ("json=-", "use --format json for the standard output"),
    ],
)
def test_where_changes_cannot_be_written(desk: Path, target: str, message: str) -> None:
    before = (desk / "claim.md").read_bytes()
    done = run(desk, "old.md", "claim.md", "--write", target)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert (desk / "claim.md").read_bytes() == before
