"""How severe a disagreement is: whether one article, two articles or two speakers contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.findings.context import Case
from checker.findings.strata import Stratum
from checker.model import Claim, Severity

if TYPE_CHECKING:
    from checker.findings.kinds import Outcome

SEVERITIES: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def severity_of(outcome: Outcome, case: Case) -> tuple[int, Severity]:
    """Return rank and name of the severity: by article and speaker for a disagreement."""
    if outcome.verdict != "disagree":
        return 0, "info"
    severity = case.rule.severity
    situations = {
        "article": severity.same_article,
        "other": severity.other_article,
        "speaker": severity.other_speaker,
    }
    name = situations[_situation(outcome.one, outcome.other)]
    return SEVERITIES[name], name


def _situation(one: Stratum, other: Stratum) -> str:
    """
    Say what two strata that disagree have in common: `article`, `other` or `speaker`.

    Two named speakers may contradict each other, also in one article, whose own error it is not.
    The gravest situation of any two of their claims counts.
    """
    if len(one.sides) == 1 and len(other.sides) == 1:
        return _of_two(one.side.claim, other.side.claim)
    voices: dict[str, set[str | None]] = {}
    for side in one.sides:
        voices.setdefault(side.claim.article, set()).add(side.claim.speaker)
    heard = {voice for found in voices.values() for voice in found}
    found = {_case(voices.get(s.claim.article), heard, s.claim.speaker) for s in other.sides}
    return next(name for name in ("article", "other", "speaker") if name in found)


def _of_two(one: Claim, other: Claim) -> str:
    """Compare two single claims, the common case among many."""
    if one.speaker is not None and other.speaker not in (None, one.speaker):
        return "speaker"
    return "article" if one.article == other.article else "other"


def _case(here: set[str | None] | None, heard: set[str | None], speaker: str | None) -> str:
    """Compare one speaker with those of the same article, then with all."""
    if here and not _all_others(here, speaker):
        return "article"
    return "speaker" if _all_others(heard, speaker) else "other"


def _all_others(heard: set[str | None], speaker: str | None) -> bool:
    """Whether a named speaker is none of those heard, all of whom are named."""
    return speaker is not None and None not in heard and speaker not in heard
