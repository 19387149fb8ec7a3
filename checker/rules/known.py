"""What loading rules takes and gives; light, because every start needs it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from checker.errors import Problem, UsageError
from checker.model import Rule
from checker.values import frozen


@frozen
class Known:
    """What rules may name beyond their own file; None means that it is not checked."""

    events: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    version: str = ""


# A longer list of rules helps nobody: `checker rules list` says what they are.
_MOST_LISTED = 8


@frozen
class RuleSet:
    """
    The rules that can be used, by id, and the problems of those that cannot.

    `key` names the contents of their files and of all that they are compiled with.
    """

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()
    key: str = ""

    def get(self, name: str) -> Rule | None:
        """Return the rule with this id, or None."""
        return next((rule for rule in self.rules if rule.id == name), None)

    def named(self, ids: Iterable[str]) -> tuple[Rule, ...]:
        """
        Return the rules with these ids, in their order and each once.

        An id whose file is wrong is left out: its problems say so. Raises: UsageError for others.
        """
        known = {rule.id: rule for rule in self.rules}
        wrong = {PurePath(problem.path).stem for problem in self.problems}
        wanted = dict.fromkeys(ids)
        for name in wanted:
            if name not in known and name not in wrong:
                raise UsageError(f"there is no rule `{name}`{_hint(name, list(known))}")
        return tuple(known[name] for name in wanted if name in known)


def _hint(name: str, known: list[str]) -> str:
    """Name the rules that may be meant, and all of them where they are few."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1) or [one for one in known if name in one][:3]
    meant = f"; did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
    if len(known) > _MOST_LISTED:
        return f"{meant} (`checker rules list` names all {len(known)})"
    return f"{meant} (rules: {', '.join(known)})"
