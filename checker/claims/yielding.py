"""Which of several rules that could take one number is to have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.claims.counted import leads
from checker.claims.ellipses import is_left_out
from checker.claims.placing import Placed
from checker.claims.scene import Scene, distance
from checker.model import Claim, Quantity, Refusal, Rule

Answers = list[Claim | Refusal]


def yielding(
    answers: Answers,
    placings: Mapping[str, Placed],
    quantity: Quantity,
    rules: Mapping[str, Rule],
) -> Answers:
    """
    Let a rule that needs no further word yield to one whose needs are met, or that one to it.

    The toll of an incident is whatever hurt people; the losses of a war are something of their own.
    But of "a bus carrying 60 people crashed, killing 31 people" the second number is no number of
    passengers: the word of the first rule stands nearer there than all that the other one needs.
    `placings` say by rule why it takes the number.
    """
    claimed = [answer.rule for answer in answers if isinstance(answer, Claim)]
    plain = [rule for rule in claimed if not rules[rule].needs]
    special = [rule for rule in claimed if rules[rule].needs]
    if not plain or not special:
        return answers
    one = placings[plain[0]]
    told = _told_at(one, quantity)
    far = {rule for rule in special if told < _needed_at(placings[rule], quantity, one)}
    near = [rule for rule in special if rule not in far]
    better = dict.fromkeys(plain, near[0]) if near else {}
    better |= dict.fromkeys(far, plain[0])
    refusals = {
        answer.id: Refusal(answer.rule, "needs", f"{better[answer.rule]} fits it better")
        for answer in answers
        if isinstance(answer, Claim) and answer.rule in better
    }
    return withdrawn(answers, refusals)


def told_on(claims: Sequence[Claim], rules: Mapping[str, Rule]) -> frozenset[str]:
    """
    Return the rules whose figures an article goes on telling: "It has confirmed | 19 cases".

    Where it told before of whatever else hurts people, as of a crash, they are none of these.
    """
    told = {claim.rule for claim in claims}
    plain = {rules[name].unit for name in told if not rules[name].needs}
    return frozenset(
        name for name in told if rules[name].told_before and rules[name].unit not in plain
    )


def told_first(answers: Answers, placings: Mapping[str, Placed]) -> Answers:
    """Let a rule that has a word for what is counted take a number whose noun is left out."""
    claims = [answer for answer in answers if isinstance(answer, Claim)]
    bare = [claim for claim in claims if is_left_out(placings[claim.rule].words)]
    if len(bare) == len(claims):
        return answers
    why = "another rule has a word for it"
    return withdrawn(answers, {one.id: Refusal(one.rule, "words", why) for one in bare})


def led(
    answers: Answers, placings: Mapping[str, Placed], scene: Scene, quantity: Quantity
) -> Answers:
    """
    Let the rules whose word leads up to a number have it: "deaths in a town of | 4,000 people".

    Without one, and where all have one, nothing is decided; nor of a bare number whose own word is
    the next one.
    """
    leading = [rule for rule, placed in placings.items() if _is_led(placed, scene, quantity)]
    if not leading:
        return answers
    refusals = {
        answer.id: Refusal(answer.rule, "words", f"{leading[0]} has the word that leads up to it")
        for answer in answers
        if isinstance(answer, Claim)
        and answer.rule not in leading
        and not _is_told_next(placings[answer.rule], quantity)
    }
    return withdrawn(answers, refusals)


def _is_told_next(placed: Placed, quantity: Quantity) -> bool:
    """Whether the word for what a bare number counts is the next one: "with 61 | on board"."""
    is_bare = quantity.kind == "number" and not quantity.noun
    return is_bare and any(hit.first == quantity.last for hit in placed.words)


def _is_led(placed: Placed, scene: Scene, quantity: Quantity) -> bool:
    return any(leads(scene, quantity, hit) for hit in placed.words)


def withdrawn(answers: Answers, refusals: Mapping[str, Refusal]) -> Answers:
    """Return the answers with a refusal in the place of each claim whose id has one."""
    return [
        refusals.get(answer.id, answer) if isinstance(answer, Claim) else answer
        for answer in answers
    ]


def _told_at(placed: Placed, quantity: Quantity) -> int:
    """Return how many words lie between a number and the nearest word for what it counts."""
    return min((distance(quantity, hit) for hit in placed.words), default=0)


def _needed_at(placed: Placed, quantity: Quantity, plain: Placed) -> int:
    """Return the same of what a rule needs; 0 where both rules take the number by one word."""
    spans = {(hit.first, hit.last) for hit in plain.words}
    if any((hit.first, hit.last) in spans for hit in placed.words):
        return 0
    return min((distance(quantity, hit) for hit in placed.needs), default=0)
