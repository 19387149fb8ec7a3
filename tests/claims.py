"""Claims, rules and rates made by hand, for the tests of facts and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from checker.findings import Context
from checker.interval import Interval
from checker.model import (
    Article,
    Claim,
    Compare,
    Facet,
    FacetMatch,
    FacetValue,
    Hedge,
    Mention,
    Period,
    Quantity,
    Rule,
    Sentence,
    Severities,
    Span,
    Tolerance,
)
from checker.rates import Rate
from checker.readings import precision_of, readings
from checker.units import convert

NOWHERE = Sentence(Span(0, 0), ())


def quantity(**known: Any) -> Quantity:
    """
    Make a quantity from what its words say: `value` or `low` and `high`, `hedges`, `form`, `kind`.

    Its intervals come from the table of readings, unless `expected` and `literal` are given.
    """
    value, low, high = (_number(known.get(name)) for name in ("value", "low", "high"))
    stated = [number for number in (value, low, high) if number is not None]
    precisions = [precision_of(number) for number in stated]
    hedges: tuple[Hedge, ...] = tuple(known.get("hedges", ()))
    surface = str(known.get("surface", "")) or " ".join([*hedges, *(f"{n:f}" for n in stated)])
    mention = Mention(
        span=Span(0, len(surface)),
        surface=surface,
        value=value,
        low=low,
        high=high,
        grain=min((grain for grain, _ in precisions), default=None),
        places=min((place for _, place in precisions), default=None),
        hedges=hedges,
        form=known.get("form", "digits" if value is not None else "range"),
        via="made by hand",
        first=0,
        last=1,
        number_first=0,
        number_last=1,
        sentence=NOWHERE,
    )
    kind = known.get("kind", "count")
    literal, expected = readings(mention, kind)
    return Quantity(
        mention=mention,
        kind=kind,
        unit=known.get("unit", "drone"),
        literal=known.get("literal", literal),
        expected=known.get("expected", expected),
        span=mention.span,
        surface=surface,
        first=0,
        last=1,
        noun=known.get("unit", "drone"),
        unit_candidates=tuple(known.get("candidates", ())),
        change=known.get("change"),
        value=value,
        low=low,
        high=high,
    )


_OF_CLAIM = (
    "speaker",
    "polarity",
    "repeats",
    "weekday",
    "within",
    "at",
    "apart",
    "stage",
    "counted",
)


def claim(name: str, rule: Rule, **known: Any) -> Claim:
    """Make a claim called `name`; what is not `known` of a claim is known of its quantity."""
    anchor = bool(known.pop("anchor", False))
    article = known.pop("article", name)
    facets = known.pop("facets", {})
    as_of_from = known.pop("as_of_from", "published")
    as_of, since = period(known.pop("date", None)), period(known.pop("since", None))
    source, quote = known.pop("outlet", article), known.pop("quote", f"quote of {name}")
    line = known.pop("line", 1)
    said = {key: known.pop(key) for key in _OF_CLAIM if key in known}
    return Claim(
        id=name,
        rule=rule.id,
        article=article,
        source=source,
        path=f"{article}.txt",
        line=line,
        column=1,
        quote=quote,
        quantity=None if anchor else quantity(**known),
        facets=tuple(FacetMatch(key, value) for key, value in facets.items()),
        as_of=as_of,
        as_of_from=as_of_from if as_of else "",
        since=since,
        anchor=anchor,
        **said,
    )


def rule(**known: Any) -> Rule:
    """Make a rule from the keys of a rule file, with values as the loader gives them."""
    facets = tuple(_facet(name, told) for name, told in known.get("facets", {}).items())
    compare = Compare(
        tolerances=tuple(_tolerance(text) for text in _several(known.get("tolerance", "rounding"))),
        window_days=None if "window" not in known else int(known["window"]),
        growth=Decimal(str(known.get("growth", 10))),
        unit=known.get("in"),
        per=known.get("per"),
        scope=known.get("scope", "corpus"),
        fold=Decimal(str(known["fold"])) if "fold" in known else None,
        dates=known.get("dates", "day"),
        measures=known.get("measures", "level"),
    )
    return Rule(
        id=known.get("id", "drones-supplied"),
        title=known.get("title", "Drones supplied"),
        unit=known.get("unit", "drone"),
        kind=known.get("kind", "cumulative"),
        path="rules/made.yaml",
        words_facet=known.get("words_facet"),
        facets=facets,
        compare=compare,
        severity=Severities(**known.get("severity", {})),
        message=known.get("message", ""),
    )


def article(name: str, text: str = "", **known: Any) -> Article:
    """Make an article."""
    published = known.pop("published", None)
    day = date.fromisoformat(published) if published else None
    return Article(name, f"{name}.txt", text, known.pop("language", "en"), day, **known)


@dataclass(frozen=True, slots=True)
class FixedRates:
    """Exchange rates that never change: units of each currency for one euro."""

    per_euro: Mapping[str, Decimal]

    def rate(self, source: str, target: str, on: date | Period) -> Rate | None:
        """Return the rate between two currencies; None for one it does not know."""
        if source not in self.per_euro or target not in self.per_euro:
            return None
        day = Period(on, on) if isinstance(on, date) else on
        factor = self.per_euro[target] / self.per_euro[source]
        return Rate(factor, day, "daily", "made by hand")


RATES = FixedRates(
    {code: Decimal(rate) for code, rate in (("EUR", "1"), ("USD", "1.05"), ("GBP", "0.88"),
                                           ("CAD", "1.43"), ("AUD", "1.55"))}
)  # fmt: skip


def context(articles: Sequence[Article] = ()) -> Context:
    """Give the real units, and rates that never change."""
    known = {one.id: one for one in articles}
    return Context(convert=convert, articles=known, rates=RATES)  # type: ignore[arg-type]


def period(text: str | None) -> Period | None:
    """Read `2022-12-20`, `2022-08`, `2022` or `first/last`."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    return Period(_day(first, "-01-01"), _day(last or first, "-12-31"))


def interval(low: str | int | None, high: str | int | None, closed: str = "[]") -> Interval:
    """Make an interval; a bracket that is not square leaves its end out."""
    ends = _number(low), _number(high)
    return Interval(*ends, closed[0] == "[", closed[1] == "]")


def _day(text: str, rest: str) -> date:
    parts = len(text.split("-"))
    if parts == 2 and rest == "-12-31":
        year, month = (int(part) for part in text.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    return date.fromisoformat(text + {1: rest, 2: "-01", 3: ""}[parts])


def _number(given: object) -> Decimal | None:
    return None if given is None else Decimal(str(given))


def _several(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _facet(name: str, told: Any) -> Facet:
    """Read a facet: a type, or a mapping of closed values to their parts."""
    if isinstance(told, str):
        return Facet(name, told)  # type: ignore[arg-type]
    values = {key: _facet_value(key, more or {}) for key, more in told.items()}
    return Facet(name, "values", values)


def _facet_value(name: str, told: Mapping[str, Any]) -> FacetValue:
    parts = tuple(told.get("parts", ()))
    flags = {key: told.get(key) in (True, "true") for key in ("complete", "several", "may_be_all")}
    return FacetValue(name, parts=parts, **flags)


def _tolerance(text: str) -> Tolerance:
    words = text.split()
    if text.endswith("%"):
        amount = Decimal(words[-1].rstrip("%")) / 100
        return Tolerance("fx" if words[0] == "fx" else "relative", amount)
    if text == "rounding":
        return Tolerance("rounding")
    return Tolerance("absolute", Decimal(words[0]), words[1])
