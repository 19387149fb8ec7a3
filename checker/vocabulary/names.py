"""One term of the vocabulary, and where the shipped files are."""

from __future__ import annotations

from pathlib import Path

from checker.rows import NamedTuple


class NameTerm(NamedTuple):
    """
    One term of the vocabulary, written as in rule files.

    `type` is a facet type (`country`, `organisation`, `event`), or `noun` for nouns that count one
    and the same thing; `code` is what the term stands for, empty for a shield. `form` is `name`,
    `demonym` ("iranien*"), `capital` or `government`, and for an event `name` or `place` (a word
    that names the event only beside a rule's own words).
    """

    term: str
    type: str
    code: str
    form: str


def shipped_folder() -> Path:
    """Return the folder of shipped rules: inside the installed package, else in the checkout."""
    package = Path(__file__).parents[1]
    inside = package / "shipped" / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
