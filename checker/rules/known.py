"""What loading rules takes and gives; light, because every start needs it."""

from __future__ import annotations

from checker.errors import Problem
from checker.model import Rule
from checker.values import frozen


@frozen
class Known:
    """What rules may name beyond their own file; None means that it is not checked."""

    events: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    version: str = ""


@frozen
class RuleSet:
    """The rules that can be used, by id, and the problems of those that cannot."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()

    def get(self, name: str) -> Rule | None:
        """Return the rule with this id, or None."""
        return next((rule for rule in self.rules if rule.id == name), None)
