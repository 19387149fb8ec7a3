"""
The decisions of a project about findings: a YAML file that people read, and that a command writes.

A decision names a finding by its fingerprint, which holds for as long as the rule, the facets, the
numbers and the quotes stay as they are; when one of them changes, the finding is new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from checker.accepting.notices import Place, notice
from checker.model import Finding
from checker.schema import (
    DAY,
    Choice,
    Field,
    Many,
    Node,
    Record,
    Text,
    read_data,
    read_yaml,
)
from checker.values import frozen, replace

HEAD = "# Decisions about findings; `checker decisions accept` adds to them.\n"

_DECISION: Final = Record(
    {
        "finding": Field(
            Text(r"[0-9a-f]{8,64}", "the id of a finding"), required=True, help="Its fingerprint."
        ),
        "decision": Field(Choice(("accept",), "decision"), required=True, help="What is decided."),
        "reason": Field(Text(what="a reason"), required=True, help="Why."),
        "rule": Field(Text(), help="The rule that made the finding."),
        "who": Field(Text(), help="Who decided."),
        "date": Field(DAY, help="When."),
        "until": Field(DAY, help="The last day on which it counts."),
        "paths": Field(Many(Text()), help="The articles that the finding is about."),
    }
)
_FILE: Final = Record({"decisions": Field(Many(_DECISION, unique=False), required=True)})


@frozen
class Decision:
    """One decision; `line` and `column` say where it stands in its file."""

    finding: str
    reason: str
    rule: str = ""
    who: str = ""
    date: str = ""
    until: str = ""
    paths: tuple[str, ...] = ()
    line: int = 0
    column: int = 0


def read_decisions(text: str, path: str) -> tuple[Decision, ...]:
    """Read a file of decisions. Raises: DataFileError with every fault of it."""
    values = read_data(text, path, _FILE)
    nodes: Node = read_yaml(text, path).at("decisions")
    return tuple(
        _decision(each, node)
        for each, node in zip(values["decisions"], nodes.elements, strict=True)
    )


def _decision(stated: dict[str, Any], node: Node) -> Decision:
    said = {key: value for key, value in stated.items() if key != "decision"}
    return Decision(**said, line=node.line, column=node.column)


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions in order of rule and finding, one a block."""
    blocks = [_block(each) for each in sorted(decisions, key=lambda d: (d.rule, d.finding))]
    return f"{HEAD}decisions:{'' if blocks else ' []'}\n" + "".join(blocks)


def _block(decision: Decision) -> str:
    pairs = [("finding", decision.finding), ("decision", "accept")]
    names = ("rule", "reason", "who", "date", "until")
    pairs += [(name, getattr(decision, name)) for name in names if getattr(decision, name)]
    lines = [f"{name}: {_scalar(value)}" for name, value in pairs]
    if decision.paths:
        lines.append(f"paths: [{', '.join(map(_scalar, decision.paths))}]")
    return "".join(
        f"{'  - ' if not number else '    '}{line}\n" for number, line in enumerate(lines)
    )


def _scalar(text: str) -> str:
    """Write a text so that YAML reads it back; JSON's quoted strings are YAML's too."""
    plain = " ".join(text.split())
    return plain if plain.replace("-", "").isalnum() else json.dumps(plain, ensure_ascii=False)


def apply_decisions(
    findings: Sequence[Finding], decisions: Sequence[Decision], today: date | None
) -> tuple[list[Finding], list[Finding]]:
    """Divide findings into those that are still reported and those that are accepted."""
    accepted = {each.finding: each for each in decisions if not _is_past(each, today)}
    kept: list[Finding] = []
    hidden: list[Finding] = []
    for finding in findings:
        decision = accepted.get(finding.id)
        if decision is None or not finding.is_told:
            kept.append(finding)
        else:
            hidden.append(replace(finding, hidden_by=f"decision: {decision.reason}"))
    return kept, hidden


def _is_past(decision: Decision, today: date | None) -> bool:
    return bool(today and decision.until and date.fromisoformat(decision.until) < today)


def decision_notices(
    path: str, decisions: Sequence[Decision], seen: Seen, today: date | None
) -> Iterator[Finding]:
    """Yield the decisions that are past, and those whose finding is there no more."""
    for decision in decisions:
        place = Place("", path, decision.line, decision.column, decision.reason)
        said = f"The decision on {decision.finding[:8]} ({decision.reason}) hides nothing"
        if _is_past(decision, today):
            message = f"{said} since {decision.until}: decide anew, or remove it."
            yield notice(place, "expired", message)
        elif decision.finding not in seen.findings and seen.reaches(decision):
            yield notice(place, "unused", f"{said}: the finding is there no more. Remove it.")


@frozen
class Seen:
    """
    What a run saw, whatever of it is reported.

    `findings` are the fingerprints of all findings, `paths` those of all articles. `given` are the
    paths of the articles that the run is about, all of them unless it has an archive beside them:
    what two articles of an archive say to each other is not compared again. `rules` are the ids of
    the rules in use.
    """

    findings: frozenset[str]
    paths: frozenset[str]
    given: frozenset[str]
    rules: frozenset[str]

    def reaches(self, decision: Decision) -> bool:
        """Whether the finding of a decision would be there, had nothing changed."""
        paths = decision.paths
        if decision.rule not in self.rules or self.given.isdisjoint(paths):
            return False
        return self.paths.issuperset(paths)
