"""Imports point one way, and heavy libraries stay away from start-up."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "checker"

# The layers of docs/architecture.md, lowest first. A module imports only from layers below its own,
# so that helpers stand on one another but no stage, and nothing else of its layer, knows another.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("rows",),
    ("digest", "values"),
    ("errors",),
    ("interval",),
    ("model",),
    ("brief", "dialects", "glue", "patterns", "work"),
    ("engines", "tokens"),
    # Helpers and loaders that need only values.
    (
        "cache",
        "copies",
        "detect",
        "focus",
        "git",
        "lines",
        "lookbacks",
        "phrases",
        "rates",
        "readings",
        "saved",
        "schema",
        "text",
        "units",
    ),
    ("compounds", "plurals"),
    # Helpers and loaders that need those.
    ("changes", "clauses", "dates", "lexicon", "measures", "nouns", "vocabulary"),
    ("languages", "numerals", "rules"),
    ("accepting", "config"),
    ("clock", "inputs"),
    ("exclusions",),
    # The stages.
    ("articles", "mentions", "quantities", "claims", "facts", "findings"),
    ("tables",),
    ("checks",),
    ("judging",),
    ("pipeline",),
    ("archive", "scope"),
    ("run", "trials", "explain"),
    ("indexing", "cases", "impact", "lint", "scores", "starter", "versions"),
    ("discovery",),
    ("cli",),
)

# What stands beside the layers may import only these, and only `cli` and `__init__` ask for it.
BESIDE: dict[str, set[str]] = {
    "report": {"rows", "values", "errors", "interval", "model", "lines"},
    "frames": {"errors", "interval", "model"},
    "__init__": {"discovery", "errors", "indexing", "interval", "model", "run"},
    "__main__": {"cli"},
}
# The version stands in `checker/__init__.py`; reading it starts nothing.
VERSION = "__version__"

# A value type offers a convenience that a higher module implements; it asks for it when called.
DEFERRED = {("model", "units"), ("model", "frames")}

HEAVY = ("pint", "pandas", "numpy", "tabulate", "yaml", "regex")


def test_imports_point_one_way() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {part(path)} imports {target}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for target in sorted(imported_parts(path) - {part(path)})
        if not is_allowed(part(path), target)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [
        ("claims", "model", True),
        ("claims", "lexicon", True),
        ("pipeline", "claims", True),
        ("cli", "pipeline", True),
        ("report", "model", True),
        ("model", "claims", False),
        ("claims", "facts", False),
        ("facts", "pipeline", False),
        ("report", "units", False),
        ("report", "interval", True),
        ("interval", "model", False),
        ("pipeline", "cli", False),
        ("articles", "inputs", True),
        ("inputs", "articles", False),
        ("lexicon", "dates", False),
        ("cli", "report", True),
        ("pipeline", "report", False),
        ("run", "cli", False),
        ("model", "unheard_of", False),
    ],
)
def test_the_direction_of_one_import(source: str, target: str, allowed: bool) -> None:
    assert is_allowed(source, target) is allowed


def test_layers_and_document_name_every_module() -> None:
    found = {part(path) for path in PACKAGE.rglob("*.py")}
    found -= {"data"}  # It holds tables, and the script that builds them.
    assert {name for names in LAYERS for name in names} | BESIDE.keys() == found
    document = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = "".join(row.split("|")[1] for row in document.splitlines() if row.startswith("|"))
    named = set(re.findall(r"`(\w+)`", rows))
    assert named == {name for name in found if not name.startswith("__")}


def test_imports_inside_functions_are_read_too(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "from checker import cli\n"
        "import checker.rules\n"
        "def late():\n    from checker.units import to_pint\n"
        "if TYPE_CHECKING:\n    from checker.model.text import Span\n",
        encoding="utf-8",
    )
    assert imported_parts(module) == {"cli", "rules", "units", "model"}


@pytest.mark.parametrize("statement", ["import checker", "import checker.cli"])
def test_start_up_loads_no_heavy_library(statement: str) -> None:
    code = f"import sys; {statement}; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    code = code.replace(repr(HEAVY), repr(set(HEAVY)))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_stand_ins_leave_no_trace() -> None:
    """What argparse and pathlib do without while they are imported is there afterwards."""
    code = (
        "import sys; from checker.cli import main; main(['config', 'show']);"
        "print('---');"
        "print(*sorted({'gettext', 'locale', 'urllib.parse', 'ipaddress'} & sys.modules.keys()));"
        "import gettext, pathlib, urllib.parse;"
        "print(gettext.gettext('a'), pathlib.Path('/a b').as_uri(), urllib.parse.quote(' '))"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    loaded, *told = run.stdout.partition("---\n")[2].splitlines()
    assert loaded == ""
    assert told == ["a file:///a%20b %20"]


def test_no_module_imports_a_heavy_library_at_its_head() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in sorted(head_imports(path) & set(HEAVY))
    ]
    assert wrong == []


def is_allowed(source: str, target: str) -> bool:
    """Whether a module of part `source` may import one of part `target`."""
    if (source, target) in DEFERRED:
        return True
    if source in BESIDE:
        return target in BESIDE[source]
    if target in BESIDE:
        return (source, target) == ("cli", "report")
    levels = {name: level for level, names in enumerate(LAYERS) for name in names}
    if source not in levels or target not in levels:
        return False
    return levels[target] < levels[source]


def part(path: Path) -> str:
    """Name the part of the package a file belongs to: its module or its top folder."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """Collect the parts of the package that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(absolute_names(node))
    parts = {name.split(".")[1] for name in names if name.startswith("checker.")}
    return parts - {VERSION}


def absolute_names(node: ast.ImportFrom) -> list[str]:
    """Name what `from ... import ...` imports; the package is small and has no relative imports."""
    assert node.level == 0, "relative imports hide the direction"
    if node.module == "checker":
        return [f"checker.{alias.name}" for alias in node.names]
    return [node.module or ""]


def head_imports(path: Path) -> set[str]:
    """Collect the top-level packages that a file imports as soon as it is imported itself."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.split(".")[0] for name in names}
