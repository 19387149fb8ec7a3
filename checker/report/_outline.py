"""What every format for readers says alike: verdicts, names of camps, readings, the outcome."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model import camp_letter
from checker.report import _wording as wording
from checker.report._screen import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Camp, Claim, Finding, Relation, Report, Verdict

OUTCOMES: tuple[tuple[Verdict, str, str], ...] = (
    ("disagree", "disagrees", "disagree"),
    ("unsure", "is unsure", "are unsure"),
    ("explained", "is explained", "are explained"),
    ("agree", "agrees", "agree"),
)
"""The verdicts of a report, the worst first, with their verb for one fact and for several."""


_NOTHING = "Nothing to compare: no two claims speak of the same fact."
# Facts were compared, and all of them are accepted, or on other lines than those asked for.
_ELSEWHERE = "Nothing to report."
_HIDING = {"comment": "comments", "decision": "decisions", "baseline": "the baseline"}


def outcome_of(judged: Finding | Relation) -> str:
    """Give the verdict and its reason code, where that says more."""
    if judged.because in ("", judged.verdict):
        return judged.verdict
    return f"{judged.verdict} ({judged.because})"


def worst(finding: Finding) -> Relation | None:
    """Return the relation that the message of a finding is about."""
    found = [each for each in finding.relations if each.message == finding.message]
    return found[0] if found else None


def labelled(camps: tuple[Camp, ...]) -> Iterator[tuple[str, Claim, Camp | None]]:
    """
    Name each claim by its camp (`A`, or `A1` and `A2`) and number in it, as printed in the margin.

    Claims that fit several camps come last, once, under all their letters (`A/B`).
    """
    fits: dict[str, tuple[Claim, str]] = {}
    for index, camp in enumerate(camps):
        for number, claim in enumerate(camp.claims, 1):
            yield camp_letter(index) + (str(number) if len(camp.claims) > 1 else ""), claim, camp
        for claim in camp.fits:
            letters = f"{fits[claim.id][1]}/" if claim.id in fits else ""
            fits[claim.id] = (claim, letters + camp_letter(index))
    for claim, letters in fits.values():
        yield letters, claim, None


def in_focus(finding: Finding) -> list[tuple[str, Claim, Camp | None]]:
    """Name each claim as `labelled` does; those that a run is about come first."""
    return sorted(labelled(finding.camps), key=lambda each: is_beside(each[1], finding))


def is_beside(claim: Claim, finding: Finding) -> bool:
    """Whether a run is about other claims of a finding than this one."""
    return bool(finding.here) and claim.id not in finding.here


def notes(finding: Finding) -> list[str]:
    """Say which claims speak for no camp, and which only copy another outlet."""
    told = []
    if any(camp.fits for camp in finding.camps):
        told.append("What fits several camps speaks for none of them.")
    labels = {claim.id: label for label, claim, _ in labelled(finding.camps)}
    told += [
        f"{labels[copy]} is a near-copy of {labels[original]}: they count as one source."
        for camp in finding.camps
        for copy, original in camp.copies
    ]
    return told


def drafted(finding: Finding) -> str:
    """Say what was drafted for a guess: a rule, or an example for the rule that misses a number."""
    is_rule = any(line.startswith("id: ") for line in finding.draft.splitlines())
    return "a rule drafted for it" if is_rule else "an example drafted for the rule"


def draft_of(finding: Finding) -> list[str]:
    """Give the lines of a draft, with their indentation; hostile characters are shown."""
    lines = finding.draft.splitlines()
    return [" " * (len(line) - len(line.lstrip(" "))) + safe(line) for line in lines]


def stated(claim: Claim) -> str:
    """Give the words of a claim, and whether they deny, plan or seek what they count."""
    if claim.quantity is None:
        return "the date of the event" if claim.anchor else ""
    said = "" if claim.polarity == "asserted" else f"{claim.polarity}: "
    return said + claim.quantity.surface


def reading(claim: Claim, camp: Camp | None, finding: Finding) -> str:
    """
    Give the expected reading; in its own unit where that is another than the heading's.

    What the core of a camp comes to in the unit of the heading then follows its first such claim.
    """
    quantity = claim.quantity
    if quantity is None:
        return ""
    if quantity.expected is None:
        return "no number"
    # Nouns count alike in every language: 400 "soldats" are 400 of the heading's persons.
    if quantity.unit == finding.unit or quantity.kind == "count":
        return wording.interval(quantity.expected)
    own = safe(wording.measured(quantity))
    first = camp and next((each for each in camp.claims if each.quantity), None)
    if camp is None or camp.core is None or claim is not first:
        return own
    return f"{own}\n= {wording.interval(camp.core)}"


def facets(finding: Finding, report: Report) -> str:
    """Name what the claims of a finding have in common: `giver: Iran · receiver: Russia`."""
    return " · ".join(
        f"{name}: {report.titles.get(value, value)}" for name, value in finding.facets
    )


def outcome(report: Report) -> str:
    """Say in one line what came out; "nothing to compare" is said in words."""
    if not report.findings:
        none = "Nothing to compare: no article was read."
        nothing = _ELSEWHERE if report.coverage.compared else _NOTHING
        return f"{nothing if report.articles else none}{hidden(report)}"
    found = [finding for finding in report.findings if not finding.is_guess]
    counts = Counter(finding.verdict for finding in found)
    parts = [
        f"{counts[verdict]:,} {one if counts[verdict] == 1 else many}"
        for verdict, one, many in OUTCOMES
        if counts[verdict]
    ]
    facts = wording.counted(len(found), "fact")
    told = f"{facts} compared: {', '.join(parts)}." if found else _NOTHING
    return f"{told}{_guessed(len(report.findings) - len(found))}{hidden(report)}"


def _guessed(count: int) -> str:
    """Count what no rule reads."""
    if not count:
        return ""
    verb = "differs" if count == 1 else "differ"
    return f" {wording.counted(count, 'thing')} that no rule reads probably {verb}."


def hidden(report: Report) -> str:
    """Count what was accepted and is not reported, by what hides it."""
    if not report.suppressed:
        return ""
    kinds = Counter(finding.hidden_by.partition(":")[0] for finding in report.suppressed)
    by = ", ".join(
        f"{count:,} by {_HIDING.get(kind, 'decisions')}" for kind, count in sorted(kinds.items())
    )
    return f" {wording.counted(len(report.suppressed), 'finding')} hidden ({by})."
