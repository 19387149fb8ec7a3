"""Ids of articles: the file's name without ending, and as many parent folders as it takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checker.errors import Problem
from checker.model import Article
from checker.values import field, record, replace


@record
class Naming:
    """The ids that a path can give, from the shortest to the whole path."""

    path: str
    options: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """List the options: `c`, `b/c`, `a/b/c`, and the path as it is."""
        parts = [part for part in re.split(r"[\\/]", self.path) if part not in ("", ".", "..")]
        name = parts.pop() if parts else self.path
        stem = re.sub(r"(?<=.)\.[A-Za-z]+(?=:\d+$|$)", "", name).strip("<>").replace(">:", ":")
        self.options = [
            "/".join((*parts[len(parts) - count :], stem)) for count in range(len(parts) + 1)
        ]
        self.options.append("/".join((*parts, name)))
        self.options.append(self.path)

    @property
    def shortest(self) -> str:
        """Return the id when no other article has it."""
        return self.options[0]


def unique_ids(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """
    Give articles whose ids clash longer ones; an id that metadata gives twice is a problem.

    The first article keeps an id given twice, and the later ones are left out.
    """
    named, problems = _refuse_repeats(articles)
    options = [
        [article.id] if _is_given(article) else Naming(article.path).options for article in named
    ]
    lengths = [0] * len(named)
    while True:
        ids = [choice[length] for choice, length in zip(options, lengths, strict=True)]
        counts = Counter(ids)
        clashing = [
            number
            for number, name in enumerate(ids)
            if counts[name] > 1 and lengths[number] + 1 < len(options[number])
        ]
        if not clashing:
            break
        for number in clashing:
            lengths[number] += 1
    unique = [
        article if article.id == name else replace(article, id=name)
        for article, name in zip(named, ids, strict=True)
    ]
    return unique, problems


def _is_given(article: Article) -> bool:
    return any(name == "id" for name, _ in article.metadata_from)


def _refuse_repeats(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """Leave out articles whose metadata gives an id that an earlier one's gave."""
    given: dict[str, str] = {}
    kept: list[Article] = []
    problems: list[Problem] = []
    for article in articles:
        before = given.setdefault(article.id, article.path) if _is_given(article) else ""
        if before in ("", article.path):
            kept.append(article)
        else:
            message = f"the id `{article.id}` is already that of {before}"
            problems.append(Problem(article.path, 0, 0, message, "Give each article its own id."))
    return kept, problems
