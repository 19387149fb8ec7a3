"""Rule files as they were at a revision in git; git is asked, no file of the checkout changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.errors import UsageError
from checker.git import commit_of, git, root_of
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
        top = root_of(place if place.is_dir() else place.parent)
        if top is None:
            continue
        known, root = True, Path(top)
        commit_of(root, revision)
        inside = place.resolve().relative_to(root).as_posix()
        for name in _names_at(root, revision, inside):
            path = Path(shown, Path(name).relative_to(inside)).as_posix()
            texts[path] = git(root, "show", f"{revision}:{name}", what=name)
            layers[path] = layer
    if not known:
        raise UsageError("the rules are not under version control; name a folder that is (--rules)")
    return RuleFiles(texts, layers=layers)


def _names_at(root: Path, revision: str, inside: str) -> list[str]:
    """List the rule files below a folder, or the file itself."""
    listed = git(root, "ls-tree", "-r", "-z", "--name-only", revision, "--", inside, what=inside)
    names = [name for name in listed.split("\0") if name.endswith((".yaml", ".yml"))]
    return [name for name in names if "vocabulary" not in Path(name).parts]
