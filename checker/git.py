"""What git knows: asked with fixed arguments, never through a shell, and changing nothing."""

from __future__ import annotations

import os

from checker.errors import UsageError


def git(folder: str | os.PathLike[str], *arguments: str, what: str) -> str:
    """
    Return what git answers in a folder; `what` names in an error what was asked for.

    Raises: UsageError when git is not there or does not know.
    """
    import shutil
    import subprocess

    command = shutil.which("git")
    if command is None:
        raise UsageError("git is not installed; without it there is no earlier revision to read")
    # A list of arguments, which no shell reads; a revision that looks like an option is refused.
    done = subprocess.run(  # noqa: S603 - see above
        [command, "-C", os.fspath(folder), *arguments], capture_output=True, check=False
    )
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git does not know `{what}`" + (f": {told[-1]}" if told else ""))
    return done.stdout.decode("utf-8", "surrogateescape")


def commit_of(folder: str | os.PathLike[str], revision: str) -> str:
    """Return the name of the commit a revision stands for. Raises: UsageError for none."""
    if revision.startswith("-"):
        raise UsageError(f"`{revision}` is no revision")
    asked = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return git(folder, *asked, what=revision).strip()


def root_of(folder: str | os.PathLike[str]) -> str | None:
    """Return the top of the checkout that holds a folder, or None."""
    try:
        return git(folder, "rev-parse", "--show-toplevel", what=os.fspath(folder)).rstrip("\n")
    except UsageError:
        return None
