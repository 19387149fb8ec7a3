"""
Stage 5: claims become facts, each holding the claims that may be compared.

Claims of one rule belong together when their known facets agree, when both or neither say by how
much something changed, and when dates and story allow it. `facets` reads what a claim tells,
`clusters` settles the facets, `stories` and `figures` the story, `naming` its persons and firms,
`windows` the dates, `doubts` what may be of another thing and `elsewhere` what must be. Speaker and
polarity separate nothing. No result depends on the order of claims or articles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.digest import digest
from checker.facts.clusters import MOST_FITS, Placement, Signature, compatible, parting, placements
from checker.facts.doubts import (
    Stories,
    beside_a_known_figure,
    doubtful,
    may_be_of,
    prepared,
    story_of,
    undecided,
)
from checker.facts.elsewhere import (
    may_be_named,
    nameless,
    reader,
    set_apart,
    with_products,
)
from checker.facts.facets import (
    APART,
    change_of,
    kept_apart,
    known_facets,
    only_facet,
    parting_names,
    signature_of,
)
from checker.facts.windows import near, runs
from checker.model import Article, Claim, Fact, Language, Rule
from checker.values import field, record, replace

__all__ = ["find_facts", "find_stories", "separation"]

# Facets that name a party: with one of them known, an event is told apart without its story.
_PARTIES = frozenset({"country", "person", "organisation"})

# Kinds to which the window of a rule applies.
_WINDOWED = frozenset({"event", "level", "rate", "share"})


@record
class _Bundle:
    """A fact in the making: its sure claims, and those that fit others too with what is missing."""

    facets: Signature
    claims: list[Claim] = field(default_factory=list)
    unsure: list[tuple[Claim, str]] = field(default_factory=list)
    story: str = ""


def find_facts(
    claims: Sequence[Claim],
    rules: Mapping[str, Rule],
    articles: Mapping[str, Article],
    stories: Stories | None = None,
) -> tuple[Fact, ...]:
    """
    Sort `claims` into facts; a fact may have a single claim.

    `articles` are by id; `stories` is what `find_stories` makes of them. Claims that repeat
    another, and elapsed times without a date, are in none.
    """
    if stories is None:
        stories = find_stories(claims, rules, articles)
    repeats: dict[str, list[str]] = {}
    for claim in claims:
        if claim.repeats is not None:
            repeats.setdefault(claim.repeats, []).append(claim.id)
    facts: list[Fact] = []
    words = reader(articles)
    for rule_id, members in _by_rule(claims, rules).items():
        ready = prepared(members, rules[rule_id], stories)
        ready = with_products(ready, rules[rule_id], stories, words)
        ready = set_apart(ready, rules[rule_id], stories, words)
        facts += _facts_of_rule(ready, rules[rule_id], stories)
    return tuple(sorted((_with_repeats(fact, repeats) for fact in facts), key=_fact_order))


def find_stories(
    claims: Sequence[Claim],
    rules: Mapping[str, Rule],
    articles: Mapping[str, Article],
    languages: Callable[[], Mapping[str, Language]] | None = None,
) -> Stories:
    """
    Return the story of every article, as far as some claim asks for it.

    `languages` returns, by code, the words that tell nothing about a story.
    """
    by_rule = _by_rule(claims, rules)
    asked = {
        claim.article
        for rule_id, members in by_rule.items()
        for claim in members
        if _needs_story(claim, rules[rule_id])
    }
    if len(asked) < 2:
        return {}
    # Imported here, because a run without such claims should start without them.
    from checker.facts.figures import divided
    from checker.facts.reuniting import counts_of
    from checker.facts.stories import group_stories
    from checker.facts.terms import tellings

    telling = tellings(articles.values(), languages() if languages else {})
    stories = group_stories(articles.values(), told=telling, counts=counts_of(claims, rules))
    terms = {name: one.terms for name, one in telling[0].items()}
    told: dict[tuple[str, ...], list[Claim]] = {}
    for rule_id, members in by_rule.items():
        for claim in members:
            is_asked = rules[rule_id].kind == "event" and _needs_story(claim, rules[rule_id])
            if is_asked and claim.stage != "earlier" and not claim.is_described:
                key = rule_id, *(f"{name}={value}" for name, value in signature_of(claim))
                told.setdefault(key, []).append(claim)
    return divided(stories, told, terms)


def _by_rule(claims: Sequence[Claim], rules: Mapping[str, Rule]) -> dict[str, list[Claim]]:
    """Return the claims that can be compared, by rule."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        is_first = claim.repeats is None and claim.rule in rules
        if is_first and _is_comparable(claim, rules[claim.rule]):
            found.setdefault(claim.rule, []).append(claim)
    return found


def separation(
    pair: tuple[Claim, Claim],
    rule: Rule,
    stories: Stories,
    articles: Mapping[str, Article] | None = None,
) -> str | None:
    """
    Say what keeps two claims of one rule apart: `change`, `facet NAME`, `story` or `window`.

    None when nothing does. It looks at this pair alone; others may still part them. `articles` say
    what their texts name.
    """
    one, other = pair
    if change_of(one, rule) != change_of(other, rule):
        return "change"
    ready = prepared(pair, rule, stories)
    for name in APART:
        if ready[0].facet(name) != ready[1].facet(name):
            return f"facet {name}"
    for first, second in (ready, set_apart(ready, rule, stories, reader(articles or {}))):
        known, known_too = dict(signature_of(first)), dict(signature_of(second))
        for name in parting_names(rule):
            if not compatible(only_facet(known, name), only_facet(known_too, name)):
                return f"facet {name}"
    is_asked = _needs_story(one, rule) or _needs_story(other, rule)
    if is_asked and story_of(one, stories) != story_of(other, stories):
        return "story"
    return "window" if _too_far(one, other, rule) else None


def _is_comparable(claim: Claim, rule: Rule) -> bool:
    """Whether a claim can be compared with anything."""
    if rule.kind == "elapsed":
        return claim.as_of is not None and (claim.anchor or claim.quantity is not None)
    return claim.quantity is not None and not _is_one_of_several(claim, rule)


def _is_one_of_several(claim: Claim, rule: Rule) -> bool:
    """Whether a story has many of what a claim counts: one aftershock is not the next."""
    values = (facet.values.get(claim.facet(facet.name) or "") for facet in rule.facets)
    return any(value is not None and value.several for value in values)


def _needs_story(claim: Claim, rule: Rule) -> bool:
    """Whether a claim can only be compared inside its own story."""
    if claim.anchor:
        return False
    if rule.compare.scope == "story":
        return True
    if rule.kind != "event":
        return False
    parties = {facet.name for facet in rule.facets if facet.type in _PARTIES}
    return not any(match.name in parties for match in claim.facets)


def _facts_of_rule(claims: list[Claim], rule: Rule, stories: Stories) -> list[Fact]:
    """Sort the claims of one rule; rises, falls and levels never meet, nor rows of tables."""
    by_change: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        if not claim.anchor:
            by_change.setdefault(kept_apart(claim, rule), []).append(claim)
    anchors = sorted((claim for claim in claims if claim.anchor), key=lambda claim: claim.order)
    facts: list[Fact] = []
    for change, members in by_change.items():
        bundles = _bundles(members, rule, stories)
        for bundle in bundles:
            bundle.claims += _anchors_of(bundle, anchors)
        facts += _with_families(bundles, rule, change)
    return facts


def _anchors_of(bundle: _Bundle, anchors: Sequence[Claim]) -> list[Claim]:
    """Return the dates the claims of a fact may count from; of several events, none."""
    fits = [a for a in anchors if compatible(dict(signature_of(a)), dict(bundle.facets))]
    known = [dict(signature_of(anchor)) for anchor in fits]
    return fits if all(compatible(known[0], other) for other in known) else []


def _bundles(claims: list[Claim], rule: Rule, stories: Stories) -> list[_Bundle]:
    """Group claims by facets, inside their story where the rule asks for it, then by date."""
    free = [claim for claim in claims if not _needs_story(claim, rule)]
    bundles = _grouped(free, rule)
    told = _by_story([claim for claim in claims if _needs_story(claim, rule)], stories)
    homes = _by_home(bundles, stories) if told else {}
    either = undecided([claim for members in told.values() for claim in members], rule, stories)
    for story, members in told.items():
        rest = _joined(members, homes.get(story, []), rule)
        grouped = [replace(bundle, story=story) for bundle in _grouped(rest, rule)]
        bundles += _with_nameless(
            [part for bundle in grouped for part in _told(bundle, rule, either)], rule
        )
    window = rule.compare.window_days
    if rule.kind not in _WINDOWED or window is None:
        return bundles
    return [part for bundle in bundles for part in _split_by_date(bundle, window)]


def _told(bundle: _Bundle, rule: Rule, either: Mapping[str, str]) -> list[_Bundle]:
    """
    Take the claims that may be of another event, or of another person, out of what is sure.

    Where one article alone gives two figures, nothing tells which is which: each stands by itself.
    """
    missing = {claim.id: either[claim.id] for claim in bundle.claims if claim.id in either}
    open_ones: list[Claim] = []
    if rule.kind == "event":
        open_ones = doubtful([claim for claim in bundle.claims if claim.polarity == "asserted"])
    alone = beside_a_known_figure(bundle.claims, open_ones)
    ids = {claim.id for claim in alone}
    missing |= {claim.id: "story" for claim in open_ones}
    kept = [claim for claim in bundle.claims if claim.id not in ids]
    bundle.unsure += [(claim, missing[claim.id]) for claim in kept if claim.id in missing]
    bundle.claims = [claim for claim in kept if claim.id not in missing]
    # What is of another event is no part of this one either.
    others = [_Bundle(bundle.facets, [one], story=f"{bundle.story}, {one.id}") for one in alone]
    return [bundle, *others] if bundle.claims or bundle.unsure else others


def _with_nameless(bundles: list[_Bundle], rule: Rule) -> list[_Bundle]:
    """List the figure of a report that names nobody on the fact of the one whom others name."""
    moved = set[int]()
    for own, named, facet in may_be_named([bundle.facets for bundle in bundles], rule):
        open_ones = [c for c in bundles[own].claims if may_be_of(c, bundles[named].claims)]
        bundles[named].unsure += [(nameless(claim, facet), facet) for claim in open_ones]
        # What only one claim tells is no fact to compare any more.
        moved |= {own} if len(open_ones) == len(bundles[own].claims) == 1 else set()
    return [bundle for number, bundle in enumerate(bundles) if number not in moved]


def _grouped(claims: list[Claim], rule: Rule) -> list[_Bundle]:
    """Group claims by their known facets; list what fits several groups on each of them."""
    placed = placements(signature_of(claim) for claim in claims)
    groups: dict[Signature, _Bundle] = {}
    for claim in claims:
        group = placed[signature_of(claim)].group
        if group is not None:
            groups.setdefault(group, _Bundle(group)).claims.append(claim)
    for claim in claims:
        _list_unsure(claim, placed[signature_of(claim)], groups, rule)
    for bundle in groups.values():
        bundle.facets = known_facets(bundle.claims)
    return list(groups.values())


def _list_unsure(
    claim: Claim, placement: Placement, groups: Mapping[Signature, _Bundle], rule: Rule
) -> None:
    """List a claim on every group it fits, with the facet that would tell them apart."""
    if not placement.fits:
        return
    name = parting(parting_names(rule), signature_of(claim), placement.fits)
    for group in placement.fits:
        groups[group].unsure.append((claim, name))


def _by_story(claims: list[Claim], stories: Stories) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(story_of(claim, stories), []).append(claim)
    return told


def _by_home(bundles: list[_Bundle], stories: Stories) -> dict[str, list[_Bundle]]:
    """Return for each story the facts that have a claim in it."""
    homes: dict[str, list[_Bundle]] = {}
    for bundle in bundles:
        for story in {story_of(claim, stories) for claim in bundle.claims}:
            homes.setdefault(story, []).append(bundle)
    return homes


def _joined(members: list[Claim], homes: list[_Bundle], rule: Rule) -> list[Claim]:
    """
    Let the claims of a story that name no party join the facts of that story; return the rest.

    The most specific come first, so that each sees the facets the others brought.
    """
    rest: list[Claim] = []
    for claim in sorted(
        members, key=lambda claim: (-len(claim.facets), signature_of(claim), claim.id)
    ):
        own = signature_of(claim)
        fits = [home for home in homes if compatible(dict(own), dict(home.facets))]
        if len(fits) == 1:
            fits[0].claims.append(claim)
            fits[0].facets = tuple(sorted({**dict(fits[0].facets), **dict(own)}.items()))
        elif 1 < len(fits) <= MOST_FITS:
            name = parting(parting_names(rule), own, [home.facets for home in fits])
            for home in fits:
                home.unsure.append((claim, name))
        elif not fits:
            rest.append(claim)
    return rest


def _split_by_date(bundle: _Bundle, window: int) -> list[_Bundle]:
    """Cut a fact where its dates lie too far apart; a claim without date may fit several parts."""
    dated = [claim for claim in bundle.claims if claim.as_of is not None]
    undated = [claim for claim in bundle.claims if claim.as_of is None]
    parts = [replace(bundle, claims=run, unsure=[]) for run in runs(dated, window)]
    if len(parts) <= 1:
        return [bundle]
    for part in parts:
        part.unsure = [
            (claim, name)
            for claim, name in bundle.unsure
            if claim.as_of is None or near(claim, part.claims, window)
        ]
        if len(parts) <= MOST_FITS:
            part.unsure += [(claim, "date") for claim in undated]
        part.facets = known_facets(part.claims)
    return parts


def _with_families(bundles: list[_Bundle], rule: Rule, change: str) -> list[Fact]:
    """Make facts, and name the family of those that differ only in a category with parts."""
    names = {f.name for f in rule.facets if any(value.parts for value in f.values.values())}
    if not names:
        return [_fact(bundle, rule, change) for bundle in bundles]
    bare = [tuple(pair for pair in bundle.facets if pair[0] not in names) for bundle in bundles]
    told: dict[str, list[Signature]] = {}
    for bundle, signature in zip(bundles, bare, strict=True):
        told.setdefault(bundle.story, []).append(signature)
    placed = {story: placements(signatures) for story, signatures in told.items()}
    facts = []
    for bundle, signature in zip(bundles, bare, strict=True):
        group = placed[bundle.story][signature].group
        family = "" if group is None else digest(rule.id, change, bundle.story, repr(group))
        facts.append(replace(_fact(bundle, rule, change), family=family))
    return facts


def _fact(bundle: _Bundle, rule: Rule, change: str) -> Fact:
    """Make the fact of a bundle: claims in order of date and place."""
    listed = [*bundle.claims, *(claim for claim, _ in bundle.unsure)]
    claims = tuple(sorted(listed, key=lambda claim: claim.order))
    unsure = tuple(sorted((claim.id, name) for claim, name in bundle.unsure))
    name = digest(rule.id, change, *sorted(claim.id for claim in claims))
    return Fact(f"{rule.id}:{name}", rule.id, bundle.facets, claims, unsure)


def _with_repeats(fact: Fact, repeats: Mapping[str, list[str]]) -> Fact:
    again = [name for claim in fact.claims for name in repeats.get(claim.id, ())]
    return replace(fact, repeats=tuple(sorted(again))) if again else fact


def _too_far(one: Claim, other: Claim, rule: Rule) -> bool:
    """Whether the dates of two claims lie further apart than the rule's window."""
    window = rule.compare.window_days
    if rule.kind not in _WINDOWED or window is None or one.as_of is None or other.as_of is None:
        return False
    return not near(one, [other], window)


def _fact_order(fact: Fact) -> tuple[str, Signature, str]:
    return fact.rule, fact.facets, fact.id
