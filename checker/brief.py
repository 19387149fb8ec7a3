"""
Claims and findings without the words around their numbers.

Only reading a text asks for the tokens of its sentences. What comes later is compared and told
without them, so that thousands of claims can be kept, or sent by one process to another.
"""

from __future__ import annotations

from checker.model import Camp, Claim, Finding, Sentence
from checker.values import replace


def brief_claim(claim: Claim) -> Claim:
    """Return a claim whose sentence has no tokens, and whose numbers stand nowhere among them."""
    quantity = claim.quantity
    if quantity is None or not quantity.mention.sentence.tokens:
        return claim
    sentence = Sentence(quantity.mention.sentence.quoted, ())
    nowhere = {"first": 0, "last": 0}
    mention = replace(quantity.mention, sentence=sentence, number_first=0, number_last=0, **nowhere)
    return replace(claim, quantity=replace(quantity, mention=mention, head=None, **nowhere))


def brief_finding(finding: Finding) -> Finding:
    """Return a finding with brief claims."""
    return replace(finding, camps=tuple(map(_brief_camp, finding.camps)))


def _brief_camp(camp: Camp) -> Camp:
    return replace(
        camp,
        claims=tuple(map(brief_claim, camp.claims)),
        fits=tuple(map(brief_claim, camp.fits)),
    )
