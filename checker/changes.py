"""Which lines of which files were added since a revision, as `git diff` sees them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from checker.errors import UsageError
from checker.git import commit_of, git, root_of
from checker.lines import places
from checker.model import Article, Claim, Span
from checker.values import frozen

# What the settings of a user or a repository could change about the output is said outright.
_DIFF = (
    "-c",
    "core.quotePath=true",
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--ignore-submodules",
)
# An article that is one row or one line of a file; PDFs and Parquet have pages and rows, no lines.
_ROW = re.compile(r"(?P<file>.+\.(?:csv|tsv|jsonl|ndjson)):(?P<line>\d+)", re.IGNORECASE)
_PART = re.compile(r"(?P<file>.+)(?:#page=\d+|(?<=\.parquet):\d+)", re.IGNORECASE)

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(r"Binary files .* and (\"?b/.*) differ$")

Lines = tuple[range, ...]
"""Added lines, counted from 1, in order; no range at all for a file that git takes as a whole."""


@frozen
class Changes:
    """The added lines of every file that changed, by its real path."""

    files: Mapping[str, Lines]

    def added(self, claim: Claim, article: Article) -> bool:
        """Whether the quote of a claim stands on an added line."""
        return self.has(*quoted_lines(claim, article))

    def has(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` of a file was added; 0 is any line."""
        added = self.files.get(os.path.realpath(path))
        if added is None:
            return False
        is_whole = not added or first < 1
        return is_whole or any(lines.start <= last and first < lines.stop for lines in added)


def changes_since(revision: str, folder: str = ".") -> Changes:
    """
    Ask git what was added in the checkout that holds `folder`: in its files, staged or not.

    A file that git does not know yet, and does not ignore, is new as a whole. Raises: UsageError
    when git does not know the revision, or the folder is in no checkout.
    """
    root = root_of(folder)
    if root is None:
        raise UsageError(f"{os.path.abspath(folder)} is not under version control (git)")
    commit = commit_of(root, revision)
    files = read_diff(git(root, *_DIFF, commit, "--", what=revision))
    listed = git(root, "ls-files", "--others", "--exclude-standard", "-z", what=revision)
    files.update(dict.fromkeys(filter(None, listed.split("\0")), ()))
    return Changes({os.path.realpath(os.path.join(root, name)): at for name, at in files.items()})


def read_diff(text: str) -> dict[str, Lines]:
    """Read a diff without context: the added lines by the path of the file."""
    files: dict[str, Lines] = {}
    name = ""
    left = 0
    for line in text.split("\n"):
        if left and line[:1] in ("-", "+", "\\"):
            left -= line[0] != "\\"
        elif line.startswith("+++ "):
            name = _name(line.removeprefix("+++ ").rstrip("\t"))
        elif hunk := _HUNK.match(line):
            count = 1 if hunk[2] is None else int(hunk[2])
            left = count + _removed(line)
            if count and name:
                files[name] = (*files.get(name, ()), range(int(hunk[1]), int(hunk[1]) + count))
        elif binary := _BINARY.match(line):
            files[_name(binary[1])] = ()
    return files


def _removed(hunk: str) -> int:
    """Return how many lines a hunk takes away."""
    _, comma, count = hunk.split()[1].partition(",")
    return int(count) if comma else 1


def _name(shown: str) -> str:
    """Read a path as git writes it: behind a letter, in quotes with escapes where it is unusual."""
    if shown.startswith('"'):
        plain = shown.strip('"').encode("ascii", "replace").decode("unicode_escape")
        shown = plain.encode("latin-1").decode("utf-8", "surrogateescape")
    return shown.removeprefix("b/") if shown != "/dev/null" else ""


def quoted_lines(claim: Claim, article: Article) -> tuple[str, int, int]:
    """
    Return the file of a claim with the first and last line of its quote in it, both included.

    An article that is a row of a table begins on the line of that row. Where a file has no lines
    (PDF, Parquet) both are 0.
    """
    found = places(article)
    span = claim.quantity.mention.sentence.quoted if claim.quantity else Span(0, 0)
    first, last = found.at(span.start), found.at(max(span.end - 1, span.start))
    row = _ROW.fullmatch(article.path)
    if row:
        start = int(row["line"]) - 1
        # The text of a JSON record stands on one line, whatever line ends it holds.
        is_one = not row["file"].lower().endswith(("csv", "tsv"))
        return (
            row["file"],
            *((start + 1,) * 2 if is_one else (start + first.line, start + last.line)),
        )
    part = _PART.fullmatch(first.path)
    return (part["file"], 0, 0) if part else (article.path, first.line, last.line)
