"""
Which articles tell one story, so that "12 dead" here is never compared with "12 dead" elsewhere.

An article whose metadata names an event belongs to that event and to nothing else. The others are
gathered by what their openings have in common, as `terms` weighs it. Two groups become one when
their articles are, on average, alike enough, have a name in common and were published near one
another, unless each is about somebody or some place that the other never names. What "alike
enough" means does not hang on how many articles are at hand: rarity is reckoned as if many others,
of other stories, stood beside them. What is left over, `adopting` gives to the one group it is
clearly most like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

from checker.facts.adopting import adopted
from checker.facts.doubts import Stories
from checker.facts.groups import (
    FEWEST_SHARED,
    NAME_SHARED,
    Group,
    are_at_odds,
    is_near,
    joined,
    name_apart,
    share_a_name,
)
from checker.facts.reuniting import Counts, reunited
from checker.facts.seats import MOST_ALIKE, Seats
from checker.facts.sharing import sharing
from checker.facts.terms import Languages, Telling, Vector, most_telling, product, tellings
from checker.model import NEAR_DAYS, Article

Entry = tuple[float, int, int]
Told = tuple[Mapping[str, Telling], frozenset[str]]

# Cosines, averaged over the pairs of two groups. Reports of one event that few words tell lie
# around 0.25, those of two unrelated events under 0.1 (nineteen in twenty), and those of two
# events of a kind in one region around it.
_ALIKE = 0.13

# Two reports that each name a town or a person, but none that both do, are so much less alike: what
# they share is then a country and the kind of event.
_ELSEWHERE = 0.85

# To stay linear, articles are first sought by their most telling terms, and a term that very many
# have leads from each of them to the next few only.
_TELLING = 20
_MOST_SHARING = 40


def group_stories(
    articles: Iterable[Article],
    languages: Languages | None = None,
    told: Told | None = None,
    counts: Counts | None = None,
) -> Stories:
    """
    Return the story of every article by its id; the name of a story means nothing by itself.

    `languages` hold the words that tell nothing: function words, months, weekdays. `told` is what
    the articles tell, where it is known already, and `counts` what they count.
    """
    known = sorted(articles, key=lambda article: article.id)
    stories = {article.id: f"event {article.event}" for article in known if article.event}
    unnamed = [article for article in known if not article.event]
    found, names = tellings(unnamed, languages or {}) if told is None else told
    counts = counts or Counts()
    alone = [_alone(one, found[one.id], names, counts) for one in unnamed]
    seats = Seats({one.id: found[one.id].narrow for one in unnamed})
    groups = sharing(adopted(_gathered(unnamed, alone, names, seats), names, seats))
    for group in adopted(sharing(reunited(groups, counts.figures)), names, seats):
        stories |= dict.fromkeys(group.members, f"article {min(group.members)}")
    return stories


def _gathered(
    articles: list[Article], alone: list[Group], names: frozenset[str], seats: Seats
) -> list[Group]:
    """Join the two groups that are most alike, again and again, while any are alike enough."""
    groups = dict(enumerate(alone))
    queue: list[Entry] = []
    # A group takes in what the next one tells: its terms are its own only at first.
    terms = [group.total for group in alone]
    for one, other in _candidates(articles, terms, names):
        queue += _related(groups, one, other, seats)
    heapify(queue)
    fresh = len(groups)
    while queue:
        _, one, other = heappop(queue)
        if one in groups and other in groups:
            groups[fresh] = joined(groups.pop(one), groups.pop(other))
            for neighbour in sorted(groups[fresh].near & groups.keys()):
                for entry in _related(groups, neighbour, fresh, seats):
                    heappush(queue, entry)
            fresh += 1
    return list(groups.values())


def _alone(article: Article, told: Telling, names: frozenset[str], counts: Counts) -> Group:
    """Make the group of a single article."""
    days = (article.published, article.published) if article.published else None
    strength = counts.strengths.get(article.id)
    return Group(
        [article.id],
        dict(told.terms),
        days,
        names.intersection(told.terms),
        Counter(told.names),
        None if strength is None else (strength, strength),
        told.regions,
        told.narrow,
    )


def _candidates(
    articles: list[Article], told: list[Vector], names: frozenset[str]
) -> list[tuple[int, int]]:
    """Return pairs near in time that have a few of their most telling terms in common."""
    days = [a.published.toordinal() if a.published else _ALWAYS for a in articles]
    holders: dict[str, list[int]] = {}
    for index in sorted(range(len(articles)), key=lambda index: (days[index], index)):
        for term in most_telling(told[index], _TELLING):
            holders.setdefault(term, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for term, found in holders.items():
        worth = NAME_SHARED if term in names else 1
        for pair in _neighbours(found, days):
            shared[pair] += worth
    return [pair for pair, count in shared.items() if count >= FEWEST_SHARED]


def _neighbours(found: list[int], days: list[int]) -> Iterator[tuple[int, int]]:
    """Pair each article with the next by day; those without a day come last and may be any."""
    reach = len(found) if len(found) <= _MOST_SHARING else _MOST_SHARING // 4
    for place, one in enumerate(found):
        last = days[one] + NEAR_DAYS
        for other in found[place + 1 : place + 1 + reach]:
            if last < days[other] < _ALWAYS:
                continue
            yield (one, other) if one < other else (other, one)


# Later than any day.
_ALWAYS = date.max.toordinal() + 1


def _related(groups: dict[int, Group], one: int, other: int, seats: Seats) -> Iterable[Entry]:
    """Yield the entry of two groups that are alike enough; the most alike are smallest."""
    first, second = groups[one], groups[other]
    first.near.add(other)
    second.near.add(one)
    # What takes longest comes last: most pairs are told apart by their days.
    if is_near(first, second) and share_a_name(first, second):
        alike = product(first.total, second.total) / (len(first.members) * len(second.members))
        if name_apart(first, second):
            alike *= _ELSEWHERE
        # Names decide what may be one, and the words what is so first.
        may_be_one = alike * MOST_ALIKE >= _ALIKE and not are_at_odds(first, second)
        if may_be_one and alike * seats.likeness(first, second) >= _ALIKE:
            yield -alike, one, other
