"""Ignore comments at work: which claims they hide, and which of them do not do what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from checker.accepting.notices import Place, notice
from checker.model import Article, Claim, Finding, Ignore
from checker.values import frozen, replace


@frozen
class Sight:
    """
    How much a run sees: only what it would have seen can be missed.

    `known` are the ids of all rules that there are, `chosen` those of the rules in use, of which
    `checks` look at one article alone. `is_whole` says that all articles are there, not some that
    were picked out.
    """

    known: frozenset[str] | None = None
    chosen: frozenset[str] | None = None
    checks: frozenset[str] = frozenset()
    is_whole: bool = True

    def reaches(self, rules: Sequence[str]) -> bool:
        """Whether all findings of some rules would be seen; no rule stands for every rule."""
        if self.chosen is not None and not self.chosen.issuperset(rules or self.known or ()):
            return False
        return self.is_whole or bool(rules and self.checks.issuperset(rules))


@frozen
class Comments:
    """
    The ignore comments of some articles, which stand by their ids.

    A comment counts no more when `today` is later than the day it was limited to. That it hides
    nothing is told only where `sight` reaches what it could hide.
    """

    articles: Mapping[str, Article]
    today: date | None = None
    sight: Sight = Sight()

    def hides(self, claim: Claim) -> Ignore | None:
        """Return the comment that hides a claim, or None."""
        article = self.articles.get(claim.article)
        found = (ignore for ignore in (article.ignores if article else ()) if self._works(ignore))
        return next((each for each in found if each.covers(claim.rule, claim.line)), None)

    def touch(self, finding: Finding) -> bool:
        """Whether a comment hides any claim of a finding."""
        return any(self.hides(claim) for claim in finding.claims)

    def _works(self, ignore: Ignore) -> bool:
        return not ignore.fault and not self._is_past(ignore)

    def _is_past(self, ignore: Ignore) -> bool:
        return bool(self.today and ignore.until and ignore.until < self.today)

    def suppressed(self, before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
        """Return the findings that are there no more, with the reason of the comment."""
        left = {finding.id for finding in after}
        gone = (f for f in before if f.id not in left and f.is_told)
        return [replace(found, hidden_by=f"comment: {self._reason(found)}") for found in gone]

    def _reason(self, finding: Finding) -> str:
        hiding = (self.hides(claim) for claim in finding.claims)
        return next((ignore.reason for ignore in hiding if ignore), "")

    def notices(self, before: Sequence[Finding]) -> Iterator[Finding]:
        """Yield what is wrong with comments, given the findings that there are without them."""
        claims = [claim for finding in before if finding.is_told for claim in finding.claims]
        for article in self.articles.values():
            own = [claim for claim in claims if claim.article == article.id]
            for ignore in article.ignores:
                fault = self._fault(ignore, own)
                if fault:
                    yield notice(_place(article, ignore), *fault)

    def _fault(self, ignore: Ignore, claims: Sequence[Claim]) -> tuple[str, str] | None:
        """Return the code and the message of what is wrong with a comment."""
        said = f"The comment “{ignore.words}” hides nothing"
        if ignore.last < 0:
            return None
        known = self.sight.known
        unknown = [rule for rule in ignore.rules if known and rule not in known]
        if ignore.fault:
            because = "no-reason" if "no reason" in ignore.fault else "broken"
            return because, f"{said}: {ignore.fault}."
        if unknown:
            return "unknown-rule", f"{said}: there is no rule `{unknown[0]}`."
        if self._is_past(ignore):
            return "expired", f"{said} since {ignore.until}: decide anew, or remove it."
        if not _is_used(ignore, claims) and self.sight.reaches(ignore.rules):
            return "unused", f"{said}: nothing on its lines would be reported. Remove it."
        return None


def _is_used(ignore: Ignore, claims: Sequence[Claim]) -> bool:
    return any(ignore.covers(claim.rule, claim.line) for claim in claims)


def _place(article: Article, ignore: Ignore) -> Place:
    return Place(article.id, article.path, ignore.line, ignore.column, ignore.words)
