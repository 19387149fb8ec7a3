"""Rule files as they were at a revision in git; git is asked, no file of the checkout changes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from checker.errors import UsageError
from checker.rules.files import PACK, RuleFiles
from checker.vocabulary import shipped_folder


def rule_files_at(
    revision: str, paths: Iterable[str | Path] = (), *, shipped: bool = True
) -> RuleFiles:
    """
    Read the rule files that stood at `paths` (and in the shipped folder) at a revision.

    What is not under version control (packs, the rules of an installation) is left out. Raises:
    UsageError when git does not know the revision, or none of the places.
    """
    if revision.startswith("-"):
        raise UsageError(f"`{revision}` is no revision")
    places = [(shipped_folder(), "rules")] if shipped else []
    places += [(Path(path), str(path)) for path in paths if not str(path).startswith(PACK)]
    texts: dict[str, str] = {}
    layers: dict[str, int] = {}
    known = False
    for layer, (place, shown) in enumerate(places):
        root = _root_of(place)
        if root is None:
            continue
        known = True
        _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", what=revision)
        inside = place.resolve().relative_to(root).as_posix()
        for name in _names_at(root, revision, inside):
            path = Path(shown, Path(name).relative_to(inside)).as_posix()
            texts[path] = _git(root, "show", f"{revision}:{name}", what=name)
            layers[path] = layer
    if not known:
        raise UsageError("the rules are not under version control; name a folder that is (--rules)")
    return RuleFiles(texts, layers=layers)


def _names_at(root: Path, revision: str, inside: str) -> list[str]:
    """List the rule files below a folder, or the file itself."""
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", revision, "--", inside, what=inside)
    names = [name for name in listed.split("\0") if name.endswith((".yaml", ".yml"))]
    return [name for name in names if "vocabulary" not in Path(name).parts]


def _root_of(place: Path) -> Path | None:
    """Return the top of the checkout that holds a place, or None."""
    folder = place if place.is_dir() else place.parent
    try:
        return Path(_git(folder, "rev-parse", "--show-toplevel", what=str(place)).strip())
    except UsageError:
        return None


def _git(folder: Path, *arguments: str, what: str) -> str:
    """Ask git. Raises: UsageError when it is not there or does not know."""
    git = shutil.which("git")
    if git is None:
        raise UsageError("git is not installed; without it there is no earlier revision to read")
    command = [git, "-C", str(folder), *arguments]
    # A list of arguments, which no shell reads; a revision that looks like an option is refused.
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - see above
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git does not know `{what}`" + (f": {told[-1]}" if told else ""))
    return done.stdout.decode("utf-8", "replace")
