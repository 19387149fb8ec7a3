"""
A baseline: the findings that were there when a project began to check, by their fingerprints.

It lets an archive full of old differences pass, and only shrinks: what is gone is pruned, and what
is new is reported.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence

from checker.errors import InputError, Problem
from checker.model import Finding
from checker.values import frozen, replace

VERSION = 1


@frozen
class Known:
    """One finding of a baseline: its fingerprint, its rule, and what it said."""

    id: str
    rule: str
    message: str


def read_baseline(text: str, path: str) -> tuple[Known, ...]:
    """Read a baseline. Raises: InputError for anything else."""
    try:
        saved = json.loads(text)
        if saved["version"] != VERSION:
            raise ValueError(f"its version is {saved['version']}")
        return tuple(
            Known(str(f["id"]), str(f["rule"]), str(f["message"])) for f in saved["findings"]
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = f"this is no baseline ({error}); make one with `checker baseline create`"
        raise InputError(Problem(path, 0, 0, message)) from error


def write_baseline(known: Iterable[Known]) -> str:
    """Write a baseline in order of rule and fingerprint."""
    findings = [
        {"id": each.id, "rule": each.rule, "message": each.message}
        for each in sorted(known, key=lambda each: (each.rule, each.id))
    ]
    return (
        json.dumps({"version": VERSION, "findings": findings}, ensure_ascii=False, indent=1) + "\n"
    )


def known_of(findings: Iterable[Finding]) -> tuple[Known, ...]:
    """Return what a baseline holds of findings: those that would be reported."""
    told = (finding for finding in findings if finding.is_told)
    return tuple(Known(f.id, f.rule, f.message) for f in told)


def pruned(
    known: Sequence[Known], findings: Iterable[Finding], rules: Container[str]
) -> tuple[Known, ...]:
    """Leave out what is there no more; nothing is added. Of rules not in use nothing is known."""
    there = {finding.id for finding in findings}
    return tuple(each for each in known if each.id in there or each.rule not in rules)


def apply_baseline(
    findings: Sequence[Finding], known: Sequence[Known]
) -> tuple[list[Finding], list[Finding]]:
    """Divide findings into new ones and those that the baseline knows."""
    ids = {each.id for each in known}
    kept = [f for f in findings if f.id not in ids or not f.is_told]
    hidden = [f for f in findings if f.id in ids and f.is_told]
    return kept, [replace(finding, hidden_by="baseline") for finding in hidden]
