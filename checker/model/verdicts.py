"""Claims, the facts they speak of, and what comparing them found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from checker.errors import Problem
from checker.interval import Interval
from checker.model.numbers import Quantity
from checker.model.rules import Rule
from checker.model.text import Article, Skipped, Span
from checker.values import field, frozen

if TYPE_CHECKING:
    import pandas as pd

Verdict = Literal["agree", "explained", "unsure", "disagree", "unrelated"]
Severity = Literal["info", "warning", "error"]
Polarity = Literal["asserted", "denied", "planned", "sought"]
Stage = Literal["", "first", "earlier", "risen"]


@frozen(order=True)
class Period:
    """A stretch of days, both ends included: a day, a month, a year or any other."""

    first: date
    last: date

    def __str__(self) -> str:
        """Write it as EDTF does: `2022-08-24`, `2022-08`, `2022` or `first/last`."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if is_year and first.year == last.year:
            return f"{first.year:04}"
        is_month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
        if is_month and (last == date.max or (last + timedelta(days=1)).day == 1):
            return first.isoformat()[:7]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def meets(self, other: Period) -> bool:
        """Whether both share a day."""
        return self.first <= other.last and other.first <= self.last


@frozen
class FacetMatch:
    """
    One facet of a claim: its value, and the words that gave it.

    A default has none, but for those of whoever a wider value would count in ("the gunman").
    """

    name: str
    value: str
    span: Span | None = None


NEAR_DAYS = 10
"""Days between an event and its reports: follow-ups a week later still quote the same toll."""

PLACE = "one place"
"""The facet of a claim about one of several places that a report tells apart."""

ROLE = "role"
"""The facet of an age that says who is meant where no name does: "the suspect"."""

SOMEONE = "someone"
"""The role of whoever a story is about: "the 38-year-old" of a report that names nobody."""

UNKNOWN = "unknown"
"""The role of somebody of whom nothing tells who it is: the age is held against nobody's."""

ANOTHER = "another"
"""The role of somebody whom a report introduces beside those it names: none of them."""

CALLED = "called"
"""The facet of an age that says what somebody is by any noun: "a baker of 61"."""

TABLE_ROW = "table row"
"""The facet of a claim from a labelled row of a table: it meets only claims of rows called so."""


@frozen
class Claim:
    """
    A quantity placed by a rule, asserted by one source.

    `quote` is its sentence, `line` and `column` (from 1) the place of the quantity in the user's
    file. `as_of` is the date the claim is about: from the text, else the day of publication
    (`as_of_from` is `text` or `published`); None when neither is known. `since` is the known start
    of a count. `speaker` is as named in the text, None for the article's own voice. `repeats` is
    the id of the claim this one says again (a repeated paragraph), else None. `anchor` claims are
    not from an article: they state the date of the event an elapsed time counts from (`as_of`).
    `weekday` is the day told (1 is Monday) where nothing says of which week. `within` is the place
    that opens its sentence, if one does; `at` is the place its own words name ("12 in Ostra"),
    and `apart` are the places that its sentence tells apart. `stage` says that it is told as an
    `earlier` figure ("a previous toll") or as a `first` one that will change ("an initial toll"),
    or as what an earlier one had `risen` to.
    `counted` says that `as_of` is the day of the count, not that of the event.
    """

    id: str
    rule: str
    article: str
    source: str
    path: str
    line: int
    column: int
    quote: str
    quantity: Quantity | None
    facets: tuple[FacetMatch, ...] = ()
    speaker: str | None = None
    as_of: Period | None = None
    as_of_from: Literal["", "text", "published"] = ""
    since: Period | None = None
    polarity: Polarity = "asserted"
    repeats: str | None = None
    anchor: bool = False
    weekday: int | None = None
    within: str = ""
    at: str = ""
    apart: tuple[str, ...] = ()
    stage: Stage = ""
    counted: bool = False

    @property
    def is_described(self) -> bool:
        """Whether it is of somebody without a name, who may be another one in the next story."""
        is_told = self.facet(ROLE) is not None or self.facet(CALLED) is not None
        return is_told and self.facet("person") is None

    @property
    def is_before(self) -> bool:
        """Whether the words tell it as a figure of before some other one."""
        return self.stage in ("first", "earlier")

    @property
    def order(self) -> tuple[str, str, str, int, int, str]:
        """What lists of claims are sorted by: date (without one last), outlet, place."""
        day = self.as_of.first.isoformat() if self.as_of else "~"
        return day, self.source, self.article, self.line, self.column, self.id

    @property
    def place(self) -> str:
        """Where its number stands: `path:line:column`; the file alone for a dated event."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def facet(self, name: str) -> str | None:
        """Return the value of the facet called `name`, or None when it is not known."""
        return next((match.value for match in self.facets if match.name == name), None)


@frozen
class Fact:
    """
    The claims of one rule that may be compared.

    `facets` are those known of any of its claims. `unsure` pairs the id of a claim that fits
    several facts with the name of the facet that would tell them apart (`date` for the dates).
    `repeats` are the ids of claims left out because they say one of `claims` again. Facts of one
    `family` differ only in a category that has parts, so that part and whole can be checked.
    """

    id: str
    rule: str
    facets: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    unsure: tuple[tuple[str, str], ...] = ()
    repeats: tuple[str, ...] = ()
    family: str = ""


@frozen
class Camp:
    """
    Claims of a fact that agree with one another.

    `sources` are the outlets, near-copies of one story counted once. `core` is the set of numbers
    common to its members in the report unit, None for a camp of vague claims, of another unit, or
    of elapsed times, whose common `start` dates are given instead. `fits` are claims that would
    also fit another camp and so are evidence for none. `copies` pairs the id of each claim whose
    paragraph nearly copies that of another outlet with the id of the claim it copies.
    """

    claims: tuple[Claim, ...]
    sources: tuple[str, ...]
    core: Interval | None = None
    fits: tuple[Claim, ...] = ()
    start: Period | None = None
    copies: tuple[tuple[str, str], ...] = ()


def camp_letter(index: int) -> str:
    """Name camp 0 `A`, camp 25 `Z`, camp 26 `AA`."""
    last = chr(ord("A") + index % 26)
    return camp_letter(index // 26 - 1) + last if index >= 26 else last


@frozen
class Relation:
    """
    How camps number `a` and `b` (from 0) stand to each other.

    `cause` is a likely cause of a `disagree`: `factor-10`, `factor-1000`, `currency-swap`,
    `digits-swapped`, or None.
    """

    a: int
    b: int
    verdict: Verdict
    because: str
    message: str
    cause: str | None = None

    @property
    def letters(self) -> str:
        """Its camps by letter, as people read them: "A and B", or "A" for what one camp says."""
        one, other = camp_letter(self.a), camp_letter(self.b)
        return one if one == other else f"{one} and {other}"


@frozen
class Finding:
    """
    What comparing the claims of one fact found; `verdict` is the worst of the relations.

    `id` is a fingerprint of rule, facets, normalised values and quotes, not of line numbers.
    `unit` is the unit in which cores are given. `because` is a reason code (design, section 3) and
    `cause` that of the worst relation. `here` are the ids of the claims that a run is about (those
    of the given articles beside an archive, or on lines that changed), empty where it is about all.
    `hidden_by` says what keeps it from being reported, in the form `comment: reason`,
    `decision: reason` or `baseline`. `draft` is the text of a rule file, or of an
    example for one, of what no rule reads.
    """

    id: str
    rule: str
    title: str
    verdict: Verdict
    because: str
    severity: Severity
    message: str
    facets: tuple[tuple[str, str], ...]
    camps: tuple[Camp, ...]
    relations: tuple[Relation, ...]
    unit: str = ""
    cause: str | None = None
    here: tuple[str, ...] = ()
    hidden_by: str = ""
    draft: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all camps, camp by camp; one that fits several stands there as often."""
        return tuple(claim for camp in self.camps for claim in (*camp.claims, *camp.fits))

    @property
    def is_told(self) -> bool:
        """Whether there is anything to report: its sources do not simply agree."""
        return self.verdict not in ("agree", "unrelated")

    @property
    def is_guess(self) -> bool:
        """Whether no rule found it: a rule is drafted for whoever finds it worth one."""
        return bool(self.draft)


@frozen
class Explanation:
    """Every step for one number or finding: a heading, and pairs of a step's name and its text."""

    heading: str
    steps: tuple[tuple[str, str], ...]


@frozen
class Coverage:
    """
    What was looked at: counts for the head of every report.

    `archive` are the articles that those given were compared with; the others do not count them.
    """

    articles: int = 0
    articles_skipped: int = 0
    numbers: int = 0
    understood: int = 0
    matched: int = 0
    compared: int = 0
    archive: int = 0


@frozen
class Tool:
    """Who wrote the report."""

    name: str = "checker"
    version: str = ""


@frozen
class Report:
    """
    Everything a format needs; findings are filtered and sorted, worst first.

    `claims` holds every claim, also those that nothing was compared with. `errors` are inputs and
    data files that could not be used: one of them makes exit status 2. `titles` name the rules and
    the codes in facets; `rules` are those that were used.
    """

    tool: Tool
    coverage: Coverage
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    errors: tuple[Problem, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def to_frame(self, of: Literal["claims", "findings"] = "claims") -> pd.DataFrame:
        """Give one row a claim (with its finding and camp) or one row a finding, as pandas."""
        from checker.frames import to_frame

        return to_frame(self, of)


@frozen
class FindingChange:
    """
    What became of a finding when something changed; one side is None when it came or went.

    Facts whose sources agree before and after are no change.
    """

    before: Finding | None
    after: Finding | None
