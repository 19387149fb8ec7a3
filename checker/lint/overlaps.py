"""Rules that count the same thing: alike in their words, or making a claim of one number both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from checker.lint.advice import advise
from checker.lint.terms import terms_of
from checker.model import Advice, Claim, Rule
from checker.pipeline import place_articles
from checker.rules.checks import Draft
from checker.trials import article_of
from checker.values import replace


def check_duplicates(drafts: Sequence[Draft]) -> Iterator[Advice]:
    """Find rules whose unit, words, needs and exceptions are those of an earlier one."""
    seen: dict[object, Draft] = {}
    for draft in drafts:
        words = tuple(
            (terms.key, terms.language, tuple(sorted(node.text for node in terms.nodes)))
            for terms in terms_of(draft)
        )
        first = seen.setdefault((draft.values["unit"], words), draft)
        if first is not draft:
            message = f"this rule has the unit and all the words of `{first.values['id']}`"
            advice = f"Keep one of the two (the other is {first.node.file.path})."
            yield advise(draft, "duplicate", draft.node.at("id"), message, advice)


def check_overlaps(
    rules: Sequence[Rule], drafts: Sequence[Draft], only: Collection[str]
) -> Iterator[Advice]:
    """Find examples of the rules `only` with a number that another rule claims too, in its unit."""
    articles, homes = [], {}
    for rule, draft in zip(rules, drafts, strict=True):
        if rule.id not in only:
            continue
        for number, example in enumerate(rule.examples):
            if example.finds and len(example.samples) == 1:
                name = f"{rule.id}-{number}"
                articles.append(replace(article_of(example.samples[0], 0), id=name, path=name))
                homes[name] = (rule, draft, number)
    claims: dict[str, list[Claim]] = {}
    for _, reading in place_articles(articles, rules):
        for claim in reading.claims:
            claims.setdefault(claim.article, []).append(claim)
    told: set[tuple[str, str]] = set()
    for name, (rule, draft, number) in homes.items():
        for other in _others(rule, claims.get(name, ())):
            if (rule.id, other) in told:
                continue
            told |= {(rule.id, other), (other, rule.id)}
            node = draft.node.at("examples", number, "text")
            message = f"the rule `{other}` makes a claim of the same number"
            advice = "Tell them apart by `needs` or `unless`, or let one rule hold both."
            yield advise(draft, "overlap", node, message, advice)


def _others(rule: Rule, claims: Sequence[Claim]) -> list[str]:
    """Name the other rules with a claim of a number that `rule` claims."""
    own = [claim.quantity for claim in claims if claim.rule == rule.id]
    return sorted(
        {claim.rule for claim in claims if claim.rule != rule.id and claim.quantity in own}
    )
