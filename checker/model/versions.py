"""Two versions of one article: the numbers that changed between them, and the notes that say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from checker.model.numbers import Quantity
from checker.model.text import Article
from checker.model.verdicts import Claim, Tool
from checker.values import field, frozen

Change = Literal["changed", "added", "removed"]


@frozen
class Stated:
    """
    A number as one version states it.

    `quote` is its sentence, `line` and `column` (from 1) its place in the file at `path`. `claims`
    are those that rules made of it.
    """

    quantity: Quantity
    path: str
    line: int
    column: int
    quote: str
    claims: tuple[Claim, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class NumberChange:
    """What became of a number; one side is None when it came or went."""

    before: Stated | None
    after: Stated | None

    @property
    def kind(self) -> Change:
        """Whether the number is another one now, came, or went."""
        if self.before is not None and self.after is not None:
            return "changed"
        return "removed" if self.after is None else "added"

    @property
    def shown(self) -> Stated:
        """The number as it is now, or as it was when it is gone."""
        shown = self.after or self.before
        if shown is None:
            raise ValueError("a change has a side")
        return shown

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims it belongs to: those made of the newer number, and of the older by others."""
        sides = [side for side in (self.after, self.before) if side is not None]
        found = [claim for side in sides for claim in side.claims]
        return tuple({claim.rule: claim for claim in reversed(found)}.values())[::-1]


@frozen
class Note:
    """A paragraph that says that the article was changed, with its place."""

    path: str
    line: int
    column: int
    quote: str

    @property
    def place(self) -> str:
        """Where it stands: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class VersionDiff:
    """
    What changed in the numbers of an article; `same` counts those that did not.

    `changes` are in the order of the newer version, what is gone stands where it was. `notes` are
    new in the newer version. `titles` name the rules and the codes in facets.
    """

    tool: Tool
    before: Article
    after: Article
    changes: tuple[NumberChange, ...] = ()
    same: int = 0
    notes: tuple[Note, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def count(self, kind: Change) -> int:
        """Count the changes of one kind."""
        return sum(change.kind == kind for change in self.changes)

    @property
    def changed(self) -> tuple[NumberChange, ...]:
        """The numbers that are others now."""
        return tuple(change for change in self.changes if change.kind == "changed")

    @property
    def changed_claims(self) -> tuple[NumberChange, ...]:
        """Those of them that some rule made a claim of, in either version."""
        return tuple(change for change in self.changed if change.claims)
