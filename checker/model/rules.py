"""A compiled rule: what one YAML file under `rules/` says, checked and ready to use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from checker.errors import Problem
from checker.model.text import Span
from checker.values import field, frozen

RuleKind = Literal["event", "level", "cumulative", "elapsed", "rate", "share", "check"]
"""How numbers of one type behave; `check` is a check inside one article, which has no file."""
CHECK: RuleKind = "check"
"""The kind of a check among rules."""
FacetType = Literal["country", "place", "person", "organisation", "date", "event", "values"]
_OBJECT = "object"
ByLanguage = Mapping[str, tuple[str, ...]]


@frozen
class FacetValue:
    """
    One value of a closed list: its words in each language and, for a whole, its parts.

    `complete` says that the parts add up to the whole, so that a sum can be checked. Of `several`
    there are many in one story (aftershocks), so that two figures are never of one for sure. Where
    the text tells the facet `told_by`, this value is told too: a town tells that one site is meant.
    A part that `may_be_all` of its whole may have the same number: in the end all bodies are found.
    A part is `whole_unless` the report tells of its whole or of one of these values: who counts
    bodies and nobody missing tells how many died.
    What comes `out_of` others befalls only whom they befell: who is freed was a hostage.
    What is told `of_people` befalls nobody else: its object is a person ("killed two cooks").
    """

    id: str
    words: ByLanguage = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    whole_unless: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    complete: bool = False
    several: bool = False
    told_by: str = ""
    may_be_all: bool = False
    of_people: bool = False


@frozen
class Facet:
    """What must match before two claims are compared. `values` is empty but for type `values`."""

    name: str
    type: FacetType
    values: Mapping[str, FacetValue] = field(default_factory=dict)
    required: bool = False
    default: str | None = None
    sole: str = ""


@frozen
class Tolerance:
    """
    A difference the rule accepts beyond rounding.

    `kind` is `rounding` (nothing more), `relative` (`amount` is a fraction: 5% is 0.05), `absolute`
    (`amount` in `unit`, a pint unit) or `fx` (a fraction, used only where a rate was used).
    """

    kind: Literal["rounding", "relative", "absolute", "fx"]
    amount: Decimal = Decimal(0)
    unit: str = ""


@frozen
class Compare:
    """
    How claims of one rule are compared.

    `window_days` None means any distance in time. `growth` is the factor a cumulative count may
    grow by in a week. `anchor` names an event in the vocabulary. `unit` is the report unit
    (YAML: `in`), `per` the period of a rate, `minimum` (YAML: `min`) the smallest value considered.
    `dates` says what a date in the text is: the day of a figure, or the `period` it is of. Where
    `measures` is `change`, the figure itself is a rise: "prices rose 4 %", "inflation of 4 %".
    Where it is `fall`, it is a fall: "cut by 60 %", "60 % were lost". Of two figures of an event
    that are `fold` times apart or more nobody knows whether they are of one event.
    """

    tolerances: tuple[Tolerance, ...] = (Tolerance("rounding"),)
    window_days: int | None = None
    growth: Decimal = Decimal(10)
    anchor: str | None = None
    unit: str | None = None
    per: str | None = None
    minimum: Decimal | None = None
    scope: Literal["story", "corpus"] = "corpus"
    dates: Literal["day", "period"] = "day"
    measures: Literal["level", "change", "fall"] = "level"
    fold: Decimal | None = None


@frozen
class Severities:
    """The severity of a `disagree` by situation."""

    same_article: Literal["error", "warning", "info"] = "error"
    other_article: Literal["error", "warning", "info"] = "warning"
    other_speaker: Literal["error", "warning", "info"] = "warning"


@frozen
class Sample:
    """A text of an example with what is known about it. `date` is ISO 8601 or empty."""

    text: str
    lang: str = ""
    date: str = ""
    outlet: str = ""


@frozen
class Expected:
    """
    One claim an example should find: pairs of key and value, as text.

    Keys: `value`, `over`, `at-least`, `under`, `at-most`, `about`, `nearly`, `low`, `high`,
    `vague`, `unit`, `speaker`, `polarity`, `as-of`, `since`, or the name of a facet.
    """

    pairs: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Write it as the rule file does."""
        return ", ".join(f"{key}: {value}" for key, value in self.pairs)


@frozen
class Example:
    """
    One example of a rule: its own test.

    `samples` has one text for `text:` and two for `pair:`. `finds` is None when the example does
    not speak of claims and empty for `finds: nothing`. `verdict` and `because` are None when not
    given. `todo` names a known gap. `path`, `line` and `column` say where it stands: a rule may
    take the examples of the one it extends.
    """

    samples: tuple[Sample, ...]
    finds: tuple[Expected, ...] | None = None
    verdict: str | None = None
    because: str | None = None
    todo: str | None = None
    line: int = 0
    column: int = 0
    path: str = ""

    @property
    def is_counterexample(self) -> bool:
        """Whether it finds nothing, or compares two texts that must not be said to disagree."""
        return self.finds == () or self.verdict not in (None, "disagree")


@frozen
class Trial:
    """
    One example of the rule with this id, tried.

    `expected` and `found` are lines for the reader, equal when it passes. `languages` are those the
    samples were read in, `claims` the numbers found: which sample (from 0) and where in its text.
    `reasons` say, of an example that fails, why its other numbers are no claims.
    """

    rule: str
    example: Example
    expected: tuple[str, ...]
    found: tuple[str, ...]
    passed: bool
    languages: tuple[str, ...] = ()
    claims: tuple[tuple[int, Span], ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def todo(self) -> str | None:
        """The known gap, if the example has one."""
        return self.example.todo


@frozen
class Rule:
    """
    One quantity type.

    `words`, `needs` and `unless` hold terms by language as written in the file: `foo*` is any
    ending, `/.../` a regular expression. `words_facet` names the facet whose words name the thing
    counted, when `words` is the name of a facet. Of a rule that is `told_before`, a later figure of
    an article stands without `needs`; the terms of `resumes` stand for what was named before them.
    `path` and `line` say where the rule stands.
    """

    id: str
    title: str
    unit: str
    kind: RuleKind
    path: str
    words: ByLanguage = field(default_factory=dict)
    words_facet: str | None = None
    needs: ByLanguage = field(default_factory=dict)
    unless: ByLanguage = field(default_factory=dict)
    resumes: ByLanguage = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    compare: Compare = Compare()
    severity: Severities = Severities()
    about: str = ""
    link: str = ""
    message: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    min_version: str = ""
    told_before: bool = False
    examples: tuple[Example, ...] = ()

    @property
    def is_of_one_story(self) -> bool:
        """Whether its figures are of one event, and compared inside one story alone."""
        return self.kind == "event" and self.compare.scope == "story"

    @property
    def counts_one_event(self) -> bool:
        """Whether it counts people or things by what befell them in one event."""
        return self.is_of_one_story and self.words_facet is not None

    @property
    def names_things(self) -> bool:
        """
        Whether its words are the nouns of what it counts, so that a part takes that of its whole.

        "Three of the five cables", "58 of the 70 drones": the facet is `object`, or one of kinds of
        the unit.
        """
        return self.words_facet is not None and self.words_facet in (_OBJECT, self.unit)

    def facet(self, name: str) -> Facet | None:
        """Return the facet called `name`, or None."""
        return next((facet for facet in self.facets if facet.name == name), None)


@frozen
class Advice:
    """What may be better about the rule with this id: a code, and where and why."""

    code: str
    rule: str
    problem: Problem


@frozen
class Score:
    """
    How well a rule finds the claims that a person labelled.

    `labelled`, `found` and `right` are counts; `missed` and `wrong` quote numbers with the id of
    their text.
    """

    rule: str
    labelled: int
    found: int
    right: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was labelled that was found; None when nothing was labelled."""
        return self.right / self.labelled if self.labelled else None
