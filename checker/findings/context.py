"""What comparing needs beside the claims: articles, unit conversion and exchange rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from checker.interval import Interval
from checker.model import Article, Rule
from checker.values import field, frozen

if TYPE_CHECKING:
    from checker.rates import Rates

Convert = Callable[[Interval, str, str], Interval | None]


@frozen
class Context:
    """
    The tables a comparison may look things up in.

    `articles` are by id; `paragraphs` hold, by the id of a claim, the text around it where the text
    of its article is not at hand. `convert(interval, from_unit, to_unit)` is None for units that
    measure different things. Without `rates` no two currencies are ever compared.
    """

    convert: Convert
    articles: Mapping[str, Article] = field(default_factory=dict)
    rates: Rates | None = None
    paragraphs: Mapping[str, str] = field(default_factory=dict)


@frozen
class Case:
    """
    One fact before the court: its `rule`, the tables, and the `unit` of its report.

    `is_growing` says that reports of several days show its figure grow; `restless` are the days on
    which reports tell that it grew.
    """

    rule: Rule
    context: Context
    unit: str
    is_growing: bool = False
    restless: frozenset[date] = frozenset()

    @property
    def has_tolerance(self) -> bool:
        """Whether the rule accepts more than rounding."""
        return any(tolerance.amount for tolerance in self.rule.compare.tolerances)

    @property
    def is_elapsed(self) -> bool:
        """Whether its numbers are days on the calendar, on which something may have begun."""
        return self.rule.kind == "elapsed"

    @property
    def shown_unit(self) -> str:
        """The unit readers see; elapsed times are compared as days but stated in their own."""
        return (self.rule.compare.unit or self.rule.unit) if self.is_elapsed else self.unit
