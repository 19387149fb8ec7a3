"""Numbers as values: the mention that states one, and the quantity it means."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from checker.interval import Interval
from checker.model.text import Sentence, Span
from checker.values import field, frozen

if TYPE_CHECKING:
    import pint

Hedge = Literal[
    "exact", "approx", "nearly", "less_than", "at_most", "more_than", "at_least", "range", "vague"
]
Form = Literal["digits", "words", "fraction", "range", "vague"]
Kind = Literal[
    "number", "percent", "currency", "dimension", "age", "temperature", "duration", "count"
]
Change = Literal["up", "down"]
Bound = Literal["=", "~", ">", ">=", "<", "<=", "range", "vague"]


@frozen
class Mention:
    """
    The extent of text that states a number, hedge included.

    `value` is the number as stated with magnitude words expanded ("2.3 billion" is 2300000000), or
    None for a range or a vague count. `low` and `high` are the ends of a range or the decade of a
    vague count ("hundreds": 100 and 1000), else None. `grain` is the place value of the last digit
    meant (`design`: 300 has 10, 2.30 has 0.01), `places` the place of the last non-zero digit.
    `hedges` run from the inner to the outer: "about a ninth or less" is approx, at_most.
    `other` is the second reading of an undecided separator ("1.234"), else None.
    `first` and `last` are the half-open range of its tokens in `sentence`; `number_first` and
    `number_last` that of the bare number without hedge words. `via` names the pattern that made it.
    """

    span: Span
    surface: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    grain: Decimal | None
    places: Decimal | None
    hedges: tuple[Hedge, ...]
    form: Form
    via: str
    first: int
    last: int
    number_first: int
    number_last: int
    sentence: Sentence = field(repr=False, compare=False)
    other: Decimal | None = None


@frozen
class Quantity:
    """
    What a mention measures, and the two sets of numbers it may stand for.

    `span` and `surface` include the unit or the counted noun phrase; `first` and `last` are its
    half-open token range in `mention.sentence`. `unit` is an ISO 4217 code, an ambiguous currency
    name (`dollar`, with its codes in `unit_candidates`), a pint expression, `percent`, a singular
    lower-case noun, or empty. `noun` is the whole phrase that is counted, as written. `change` is
    set when the number says by how much something moved. `literal` is what the words exclude
    nothing beyond, `expected` what a cooperative writer means; both are None for "few", which
    has no number. Values are in `unit`. `head` is the token index of the counted head noun in
    `mention.sentence`, None when nothing is counted.
    """

    mention: Mention
    kind: Kind
    unit: str
    literal: Interval | None
    expected: Interval | None
    span: Span
    surface: str
    first: int
    last: int
    noun: str = ""
    unit_candidates: tuple[str, ...] = ()
    change: Change | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    head: int | None = None

    @property
    def bound(self) -> Bound:
        """Name the outermost hedge by its sign; a loosened range keeps both ends and is one."""
        if self.mention.form == "range" and self.mention.hedges[-1:] == ("approx",):
            return "range"
        return _BOUNDS[self.mention.hedges[-1]] if self.mention.hedges else "="

    def to_pint(self) -> pint.Quantity[Any]:
        """
        Give the stated value as a pint quantity in this unit.

        Raises: UnitError for a quantity without a single value or with an ambiguous currency.
        """
        from checker.units import to_pint

        return to_pint(self)


_BOUNDS: dict[Hedge, Bound] = {
    "exact": "=",
    "approx": "~",
    "nearly": "~",
    "less_than": "<",
    "at_most": "<=",
    "more_than": ">",
    "at_least": ">=",
    "range": "range",
    "vague": "vague",
}
