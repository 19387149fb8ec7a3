"""
Which parts of a page are the article: what its own tags say, as far as they make sense.

A part is only ever marked, never left out, and a mark that would cover most of a page is not
believed: some sites wrap the whole page in a form, others leave a menu open.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.articles.html.flow import Block
from checker.articles.html.scanner import Tag
from checker.values import frozen

ASIDE = "aside"
HEADER = "header"
ARTICLE = "article"
MAIN = "main"
BODY = "body"
HEADING = "heading"
PLAIN = "plain"

_KINDS = dict.fromkeys(("nav", "footer", "aside", "form"), ASIDE) | {
    "header": HEADER,
    "article": ARTICLE,
    "main": MAIN,
    "h1": HEADING,
}
_ROLES = dict.fromkeys(("navigation", "complementary", "contentinfo", "search"), ASIDE) | {
    "banner": HEADER,
    "article": ARTICLE,
    "main": MAIN,
}

# A part that holds less of what is not beside the article is a teaser or an empty frame.
_LEAST_SHARE_OF_BODY = 10
# One article among several is the article of the page when it holds so much of them all.
_LEAST_SHARE_OF_ARTICLES = 2


@frozen
class Region:
    """An element that means something: its kind, and the number of the region around it."""

    kind: str
    parent: int


def kind_of(tag: Tag) -> str:
    """Say what kind of region a start tag begins; `plain` for most."""
    marks = tag.attributes.lower()
    if "hidden" in marks and "hidden" in tag.values():
        return ASIDE
    if "display" in marks and "display:none" in (tag.attribute("style") or "").replace(" ", ""):
        return ASIDE
    if "itemprop" in marks and "articleBody" in (tag.attribute("itemprop") or "").split():
        return BODY
    if "role" in marks:
        role = (tag.attribute("role") or "").lower()
        if role in _ROLES:
            return _ROLES[role]
    return _KINDS.get(tag.name, PLAIN)


def find_asides(regions: Sequence[Region], blocks: Sequence[Block]) -> list[bool]:
    """Say of each block whether it stands beside the article; region 0 is the page."""
    sizes = _sizes(regions, blocks)
    beside = _beside(regions, sizes)
    in_aside = inside(regions, beside)
    apart = _sizes(regions, [block for block in blocks if not in_aside[block.region]])
    bodies = _bodies(regions, apart)
    in_heading = inside(regions, numbers_of(regions, HEADING))
    # The innermost region that says something counts; without one, a body elsewhere does, but the
    # headline often stands above what a site takes for the article.
    answers: list[bool] = []
    for number, region in enumerate(regions):
        before = answers[region.parent] if number else bool(bodies)
        is_heading = in_heading[number] and not in_aside[number]
        answers.append(number in beside or (before and number not in bodies and not is_heading))
    return [answers[block.region] for block in blocks]


def numbers_of(regions: Sequence[Region], *kinds: str) -> set[int]:
    """Return the numbers of the regions of some kinds."""
    return {number for number, region in enumerate(regions) if region.kind in kinds}


def inside(regions: Sequence[Region], wanted: set[int]) -> list[bool]:
    """Say of each region whether it is one of the wanted ones, or inside one."""
    found: list[bool] = []
    # A region comes after the one around it.
    for number, region in enumerate(regions):
        found.append(number in wanted or (number > 0 and found[region.parent]))
    return found


def _sizes(regions: Sequence[Region], blocks: Sequence[Block]) -> list[int]:
    """Count the characters in each region, those in the regions inside it too."""
    sizes = [0] * len(regions)
    for block in blocks:
        sizes[block.region] += block.end - block.start
    for number in range(len(regions) - 1, 0, -1):
        sizes[regions[number].parent] += sizes[number]
    return sizes


def _beside(regions: Sequence[Region], sizes: Sequence[int]) -> set[int]:
    """Find the menus and the like; the header of an article is a part of it."""
    in_article = inside(regions, numbers_of(regions, ARTICLE, MAIN, BODY))
    found = numbers_of(regions, ASIDE, HEADER)
    return {
        number
        for number in found
        if 2 * sizes[number] <= sizes[0]
        and not (regions[number].kind == HEADER and in_article[number])
    }


def _bodies(regions: Sequence[Region], sizes: Sequence[int]) -> set[int]:
    """Return the regions that are the article; none when the tags do not say."""
    for kind in (BODY, ARTICLE, MAIN):
        found = sorted(numbers_of(regions, kind))
        if kind == ARTICLE:
            found = _main_articles(regions, sizes, found)
        held = sum(sizes[number] for number in found)
        if found and held * _LEAST_SHARE_OF_BODY >= sizes[0]:
            return {_whole(regions, number) for number in found} if kind == BODY else {*found}
    return set()


def _main_articles(
    regions: Sequence[Region], sizes: Sequence[int], found: Sequence[int]
) -> list[int]:
    """Leave the teasers out, which are articles too; a page may also be made of many articles."""
    within = inside(regions, {*found})
    outer = [number for number in found if not within[regions[number].parent]]
    total = sum(sizes[number] for number in outer)
    large = [number for number in outer if _LEAST_SHARE_OF_ARTICLES * sizes[number] >= total]
    return large[:1] or outer


def _whole(regions: Sequence[Region], number: int) -> int:
    """Return the article around its body: headline and summary stand there."""
    outer = number
    while outer and regions[outer].kind != ARTICLE:
        outer = regions[outer].parent
    return outer or number
