"""The page of a check: what its docstring says, and the examples at its end."""

from __future__ import annotations

import re

from checker.model import Example, Rule, Sample
from checker.values import replace

_GROUPS = {
    "Differs": "disagree",
    "Unsure": "unsure",
    "Agrees": "agree",
    "Left alone": "unrelated",
}
_HEADING = re.compile(rf"^({'|'.join(_GROUPS)}):$", re.MULTILINE)
_EXAMPLE = re.compile(r"^- (?P<lang>[a-z]{2})(?: (?P<date>\d{4}-\d\d-\d\d))?: (?P<text>.+)$")


def with_examples(rule: Rule) -> Rule:
    """Take the examples of a check out of its text."""
    about, *parts = _HEADING.split(rule.about)
    examples: list[Example] = []
    for name, lines in zip(parts[::2], parts[1::2], strict=True):
        examples += [_example(line, _GROUPS[name]) for line in _items(lines)]
    return replace(rule, about=about.strip(), examples=tuple(examples))


def _items(lines: str) -> list[str]:
    """Return the items of a list; an indented line goes on with the item above."""
    return [line for line in re.sub(r"\n {2,}", " ", lines).strip().splitlines() if line]


def _example(line: str, verdict: str) -> Example:
    """
    Read a line such as `- en 2022-12-20: The text. ¶ Its second paragraph`.

    Raises: ValueError for anything else.
    """
    found = _EXAMPLE.match(line)
    if found is None:
        raise ValueError(f"this is no example of a check: {line}")
    text = found["text"].replace(" ¶ ", "\n\n")
    sample = Sample(text, found["lang"], found["date"] or "")
    return Example((sample,), verdict=verdict)
