"""
A first rule from one or two example sentences: a file that loads, whose examples hold.

`seeds` reads what a sentence offers, `kinds` guesses how such numbers behave, `writing` makes the
file. What is guessed says so in a comment: the author knows the subject, the draft only the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.errors import UsageError
from checker.model import Rule, Sample
from checker.rates import Rates
from checker.rules import load_rules
from checker.rules.shape import KEBAB
from checker.starter.kinds import guess_kind
from checker.starter.missed import draft_example
from checker.starter.plan import Plan
from checker.starter.samples import examples_of
from checker.starter.seeds import Seed, quoted, read_seed, slug_of
from checker.starter.writing import write_rule
from checker.trials import try_rule
from checker.values import replace

__all__ = ["claimed_by", "draft_example", "draft_rule"]

# Facets whose values can be read off a sentence without any words of their own.
_FACETS = (
    {"giver": "country", "receiver": "country"},
    {"side": "country"},
    {"where": "country"},
)
# Names of persons are read in ages and terms of prison; elsewhere any name could be taken for one.
_OF_PERSONS = ("age", "duration")
# So many words are tried for what is counted, where the likeliest gives no rule that holds.
_MOST_WAYS = 4


def draft_rule(
    samples: Sequence[Sample], rates: Rates, name: str = "", places: Sequence[int] = ()
) -> str:
    """
    Write a rule for the number of each sample, called `name` or after what is counted.

    `places` are the offsets of these numbers in their texts; without them it is the first of each.

    Raises: UsageError for a sample without a number, and when no examples could be made that hold.
    """
    known: Sequence[int | None] = places or [None] * len(samples)
    seeds = [read_seed(sample, at) for sample, at in zip(samples, known, strict=True)]
    first = seeds[0]
    if any(seed.unit_kind != first.unit_kind for seed in seeds):
        told = " and ".join(f"“{quoted(seed.quantity.surface)}”" for seed in seeds)
        raise UsageError(f"{told} are not one kind of quantity; a rule counts one")
    if name and not re.fullmatch(KEBAB, name):
        plain = slug_of([name])
        raise UsageError(f"`{name}` cannot be an id: write it in kebab-case, such as `{plain}`")
    ways = list(_ways(seeds))
    for tried in ways[:-1]:
        try:
            return _written(tried, rates, name)
        except UsageError:
            continue
    return _written(ways[-1], rates, name)


def _ways(seeds: Sequence[Seed]) -> Iterator[Sequence[Seed]]:
    """
    Yield the sentences with one word after the other for what is counted.

    A word that several sentences of one language have tells more than one that only the first has.
    """
    first, *others = seeds
    beside = [seed for seed in others if seed.article.language == first.article.language]
    shared = [word for word in first.named if all(word in seed.named for seed in beside)]
    words = (shared or list(first.named))[:_MOST_WAYS] if beside else first.named[:_MOST_WAYS]
    if first.words[0] in words or not words:
        yield seeds
    for word in words:
        if (word,) != first.words:
            yield [seed.naming(word) if word in seed.named else seed for seed in seeds]


def _written(seeds: Sequence[Seed], rates: Rates, name: str) -> str:
    """Write the rule of some sentences. Raises: UsageError when no examples hold."""
    plan = Plan(name or seeds[0].slug, tuple(seeds), guess_kind(seeds))
    plan = replace(plan, facets=_facets(plan))
    found = [seed.facets_by(_loaded(plan)) for seed in seeds]
    plan = replace(plan, examples=examples_of(seeds, found))
    return _that_holds(plan, rates)


def claimed_by(samples: Sequence[Sample], rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the ids of the rules that make a claim of the number of a sample already."""
    found: dict[str, None] = {}
    for seed in (read_seed(sample) for sample in samples):
        claims = seed.claims_by(*rules)
        found |= {claim.rule: None for claim in claims if claim.quantity == seed.quantity}
    return tuple(found)


def _facets(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Find the facets that the pipeline fills from most of the sentences."""
    best: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
    is_personal = plan.seeds[0].quantity.kind in _OF_PERSONS
    for candidates in (*_FACETS, {"person": "person"}) if is_personal else _FACETS:
        rule = _loaded(replace(plan, facets=tuple(candidates.items())))
        told = [{name for name, _ in seed.facets_by(rule)} for seed in plan.seeds]
        every = {name for names in told for name in names}
        found = tuple((name, of) for name, of in candidates.items() if name in every)
        count = sum(bool(names) for names in told)
        if count > best[0]:
            best = (count, found)
    return best[1]


def _that_holds(plan: Plan, rates: Rates) -> str:
    """
    Write the rule with the examples that hold.

    Raises: UsageError when there are too few of them for a test.
    """
    trials = try_rule(_loaded(plan), rates)
    kept = tuple(
        example for example, trial in zip(plan.examples, trials, strict=True) if trial.passed
    )
    against = [example for example in kept if example.is_against]
    # As many against as for the rule: what matches too much is the usual fault.
    matching = [example for example in kept if not example.is_against][: max(2, len(against))]
    # Of "hundreds" no other number is known that surely disagrees.
    least = 1 if plan.seeds[0].quantity.value is None else 2
    if len(against) < 2 or len(matching) < least:
        raise UsageError(
            f"no rule could be drafted from “{quoted(plan.seeds[0].sample.text)}”: "
            "give a whole sentence in which one number counts one thing"
        )
    return write_rule(replace(plan, examples=(*matching, *against)))


def _loaded(plan: Plan) -> Rule:
    """Load the rule of a plan. Raises: UsageError for a name that is no rule id."""
    loaded = load_rules({f"{plan.name}.yaml": write_rule(plan)})
    if loaded.problems:
        raise UsageError(str(loaded.problems[0]))
    return loaded.rules[0]
