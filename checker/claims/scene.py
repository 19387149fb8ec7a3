"""A scene: one sentence with its quantities and everything the rule book found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import TypeVar

from checker.claims.book import Cue, Name, Pattern, Term
from checker.claims.patience import Patience
from checker.clauses import (
    LONGEST_INCLUSION,
    clauses_of,
    commas_between,
    end_of_part,
    opens_measured,
)
from checker.dates import DateMention, find_dates
from checker.lexicon import Hit
from checker.model import Language, Quantity, Sentence, Span, Token
from checker.phrases import phrase_at
from checker.rows import NamedTuple
from checker.values import field, record

T = TypeVar("T")

# Longer than this, what stands between two commas says something of its own.
_LONGEST_INSERTION = 9
# More than this is rarely put in between: a list of people and their ages.
_MOST_INSERTED = 6
# What an amount buys is named in so many words at most, before a relative clause begins.
_LONGEST_APPOSITION = 6
# Words before a size that opens a sentence: "Now at | 14,000 acres", but not "At | 300 grams".
_LEAD = 2
# So many verbs stand last together: "verloren haben".
_MOST_VERBS = 2


class Region(NamedTuple):
    """A half-open range of token indexes."""

    first: int
    last: int

    def holds(self, hit: Hit[T] | DateMention) -> bool:
        """Whether a term lies inside."""
        return self.first <= hit.first and hit.last <= self.last


@record
class Scene:
    """
    One sentence as the rules see it.

    `terms` holds the words of each rule by rule id, and what its `patterns` find once `hits_of` has
    asked them; `names` the longest names of the vocabulary, `things` nouns for who is no person;
    `cues` the discourse words by kind. `quantities` are those of the sentence, in order; `patience`
    is shared by the scenes of an article. `named` remembers, by the first token of a quantity, the
    place that its own words name, and `fits` whether one can be measured in the unit of a rule of
    some kind; `told` are the rules whose figures the article goes on telling.
    """

    text: str
    sentence: Sentence
    language: Language
    quantities: Sequence[Quantity]
    published: date | None
    terms: dict[str, list[Hit[Term]]] = field(default_factory=dict)
    names: list[Hit[Name]] = field(default_factory=list)
    things: list[Hit[Name]] = field(default_factory=list)
    cues: dict[str, list[Hit[Cue]]] = field(default_factory=dict)
    patience: Patience = field(default_factory=Patience)
    named: dict[int, Region | None] = field(default_factory=dict)
    fits: dict[tuple[int, str, str, str, str], bool] = field(default_factory=dict)
    patterns: dict[str, list[Pattern]] = field(default_factory=dict)
    antecedent: Callable[[Decimal | None], str | None] | None = None
    earlier: Callable[[], Iterable[Scene]] = tuple
    later: Callable[[], Iterable[Scene]] = tuple
    told: frozenset[str] = frozenset()
    _regions: dict[int, Region] = field(default_factory=dict)
    _said: str | None = None
    _clauses: tuple[int, ...] | None = None
    _dates: list[DateMention] | None = None
    _dated: frozenset[int] | None = None
    _joins: list[int] | None = None
    _commas: frozenset[int] | None = None
    _ends: tuple[list[int], list[int]] | None = None
    _inclusions: frozenset[int] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @property
    def said(self) -> str:
        """The text of the sentence."""
        if self._said is None:
            self._said = self.text[slice(*self.sentence.span)]
        return self._said

    def hits_of(self, rule_id: str) -> list[Hit[Term]]:
        """Return the terms of a rule; its patterns are asked the first time only."""
        hits = self.terms.get(rule_id, [])
        patterns = self.patterns.pop(rule_id, None)
        if patterns is not None:
            hits += _pattern_hits(self, patterns)
        return hits

    def all_hits(self) -> list[Hit[Term]]:
        """Return the terms of all rules."""
        return [hit for rule_id in self.terms for hit in self.hits_of(rule_id)]

    @property
    def clauses(self) -> tuple[int, ...]:
        """The token index at which each clause begins."""
        if self._clauses is None:
            self._clauses = clauses_of(self.sentence, self.language, self._listed())
        return self._clauses

    def _listed(self) -> frozenset[int]:
        """Return the commas between the numbers of a list, which do what "and" does."""
        if self._commas is None:
            counted = [(quantity.first, quantity.last) for quantity in self.quantities]
            self._commas = commas_between(counted, self.sentence, self.language)
        return self._commas

    @property
    def dates(self) -> list[DateMention]:
        """The dates of the sentence."""
        if self._dates is None:
            self._dates = find_dates(self.sentence, self.language, self.published)
        return self._dates

    @property
    def joins(self) -> list[int]:
        """The token indexes of the joining words ("and", "or"), and of commas between numbers."""
        if self._joins is None:
            words, listed = self.language.sentences.list_words, self._listed()
            tokens = enumerate(self.tokens)
            self._joins = [i for i, token in tokens if token.word in words or i in listed]
        return self._joins

    @property
    def dated(self) -> frozenset[int]:
        """The token indexes of the dates."""
        if self._dated is None:
            ranges = (range(date.first, date.last) for date in self.dates)
            self._dated = frozenset(index for stretch in ranges for index in stretch)
        return self._dated

    @property
    def reporting(self) -> frozenset[int]:
        """Where the verbs of saying begin."""
        return frozenset(cue.first for cue in self.cues.get("says", ()))

    @property
    def sources(self) -> tuple[Hit[Cue], ...]:
        """The words that name who says so: "said", "according to"."""
        return (*self.cues.get("says", ()), *self.cues.get("according", ()))

    def touching(self, first: int, last: int) -> Sequence[Quantity]:
        """Return the quantities that stand in a range of tokens or right beside it, in order."""
        if self._ends is None:
            ends = accumulate((quantity.last for quantity in self.quantities), max)
            self._ends = [quantity.first for quantity in self.quantities], list(ends)
        starts, ends_so_far = self._ends
        return self.quantities[bisect_left(ends_so_far, first) : bisect_right(starts, last)]

    def before(self, quantity: Quantity) -> str:
        """Return the word right before a quantity; empty at the start of the sentence."""
        return self.tokens[quantity.first - 1].word if quantity.first else ""

    def clause_at(self, index: int) -> int:
        """Return the number of the clause that holds a token."""
        return max(bisect_right(self.clauses, index) - 1, 0)

    def clause(self, number: int) -> Region:
        """Return the tokens of clause `number`."""
        last = self.clauses[number + 1] if number + 1 < len(self.clauses) else len(self.tokens)
        return Region(self.clauses[number], last)

    def region_of(self, quantity: Quantity) -> Region:
        """
        Return the clause that speaks of a quantity, with a relative clause that follows it.

        "most of the 400 drones | that it had bought from Iran" is one region. What is merely put in
        between ("has sent, since August, 400 drones") does not end a clause, and a number that is
        itself set off by commas belongs to the clause around it.
        """
        region = self._regions.get(quantity.first)
        if region is None:
            region = self._region_of(quantity)
            subject = self.subject_before(quantity)
            if subject is not None and subject < region.first:
                # "The toll of a storm | that razed Ostra rose to 12": the subject tells of what.
                region = self.clause(self.clause_at(subject))
            self._regions[quantity.first] = region
        return region

    def subject_before(self, quantity: Quantity) -> int | None:
        """Return the noun of a subject in front that no other number counts too."""
        head = quantity.head
        if head is None or head >= quantity.first:
            return None
        return None if any(one.first <= head < one.last for one in self.quantities) else head

    def join_regions(self, quantity: Quantity, other: Quantity) -> None:
        """Let what is told of a number before it tell of a quantity too."""
        first, last = self.region_of(other).first, self.region_of(quantity).last
        self._regions[quantity.first] = Region(first, last)

    def _region_of(self, quantity: Quantity) -> Region:
        """Find the region of a quantity."""
        first = self.clause_at(quantity.mention.number_first)
        last = self.clause_at(max(quantity.last - 1, 0))
        last += opens_measured(quantity, self.clause(first), self.sentence, self.language)
        lowest, highest = first - 2 * _MOST_INSERTED, last + 2 * _MOST_INSERTED
        while first > max(lowest, 1) and self._is_insertion(first - 1):
            first -= 2
        while last < min(highest, len(self.clauses) - 2) and self._is_insertion(last + 1):
            last += 2
        while first and self._are_attributes(self.clause(first).first):
            first -= 1
        while last + 1 < len(self.clauses) and self._are_attributes(self.clause(last).last):
            last += 1
        if last == 0 and len(self.clauses) > 1 and self._is_while(quantity):
            last = 1
        is_between = first == last and 0 < first < len(self.clauses) - 1
        # "The king, who had 15 wives, died": a relative clause has a verb of its own.
        is_own = self.tokens[self.clause(first).first].word in self.language.discourse.relatives
        if is_between and (first in self.inclusions or (self._is_set_off(first) and not is_own)):
            first, last = first - 1, last + 1
        elif first == last and first in self.inclusions and quantity.kind != "currency":
            # "It killed 20 people, | including 14 children."
            first -= 1
        relative = self.relative_of(quantity)
        end = self.clause(last).last
        return Region(self.clause(first).first, max(end, relative.last if relative else 0))

    def _is_while(self, quantity: Quantity) -> bool:
        """
        Whether a sentence opens with nothing but a measure: "For two days, | they walked".

        "Now at 14,000 acres, | the fire is moving north": a preposition leads to a size.
        """
        closed, last = self.clause(0).last - 1, quantity.last
        lasting = self.language.numbers.lasting
        is_all = quantity.first == 1 and last == closed
        is_all |= last == closed - 1 and phrase_at(lasting, self.tokens, last) is not None
        if quantity.kind == "dimension" and last == closed and quantity.first:
            before, words = self.tokens[: quantity.first], self.language.discourse.prepositions
            return len(before) == _LEAD and before[-1].word in words
        is_led = quantity.kind == "duration" and self.tokens[closed].word == ","
        return is_led and is_all and quantity.first <= 1

    def _are_attributes(self, index: int) -> bool:
        """Whether a comma before `index` parts two measures of one thing: "4 years, $9 million"."""
        pair = [one for one in self.quantities if index in (one.last + 1, one.first)]
        if self.tokens[index - 1].word != "," or len(pair) <= 1 or pair[0].kind == pair[1].kind:
            return False
        return any("-" in one.surface for one in pair) or _are_terms(pair[0], pair[1])

    def conjunct_of(self, quantity: Quantity) -> Region:
        """
        Return the part of the region that is about this quantity and no other.

        "20,000 were killed | and 50,000 were wounded": a joining word between them parts numbers.
        """
        first, last = self.region_of(quantity)
        for other in self.touching(first, last):
            clause = self.clause_at(other.first)
            if clause in self.inclusions and clause != self.clause_at(quantity.first):
                continue
            if _are_terms(other, quantity):
                continue
            if first <= other.first and other.last <= quantity.first:
                parted = self._joins_before(quantity.first, other.last)
                first = parted[-1] + 1 if parted else first
            elif quantity.last <= other.first and other.last <= last:
                parted = self._joins_before(other.first, quantity.last)
                last = parted[-1] if parted else last
        return Region(first, last)

    def are_joined(self, one: Quantity, other: Quantity) -> bool:
        """Whether a joining word parts two numbers of one clause: "12 people and 8 firms"."""
        return bool(self._joins_before(other.first, one.last))

    def _joins_before(self, index: int, start: int) -> list[int]:
        """Return the joining words between `start` and a number, in one clause with the number."""
        start = max(start, self.clauses[self.clause_at(index)] - 1)
        return self.joins[bisect_left(self.joins, start) : bisect_left(self.joins, index)]

    def relative_of(self, quantity: Quantity) -> Region | None:
        """Return the relative clause that directly follows a quantity, or None."""
        own = self.clause_at(max(quantity.last - 1, 0))
        last = self.clause(own).last
        relatives = self.language.discourse.relatives
        # A verb that stands last parts the two: "300 Drohnen verloren, | die er gekauft hatte".
        most = _MOST_VERBS + 1 if self.language.discourse.verb_final else 1
        follows = last < len(self.tokens) and last - self._end_of_phrase(quantity, last) <= most
        if follows and self.tokens[last].word in relatives:
            return self.clause(self.clause_at(last))
        return None

    def _end_of_phrase(self, quantity: Quantity, last: int) -> int:
        """Return where the phrase of an amount ends: "billions of dollars | of arms | that"."""
        words = self.language.discourse.belonging
        is_owned = quantity.last < last and self.tokens[quantity.last].word in words
        is_short = last - quantity.last <= _LONGEST_APPOSITION
        if is_owned and quantity.kind == "number":
            # "Six | of those | who fled".
            named = phrase_at(self.language.quantities.sets, self.tokens, quantity.last)
            return quantity.last if named is None else named[0]
        return last if quantity.kind == "currency" and is_owned and is_short else quantity.last

    def _is_insertion(self, number: int) -> bool:
        """Whether what is set off is a date, a source, an apposition or a part, or in brackets."""
        if number in self.inclusions:
            return True
        if not self._is_set_off(number):
            return False
        region = self.clause(number)
        if self.tokens[region.last - 1].word == ")" or self._is_apposition(region):
            return True
        dates = (d for d in self.dates if d.first <= region.first and region.last - 1 <= d.last)
        return any(region.holds(cue) for cue in self.sources) or any(True for _ in dates)

    @property
    def inclusions(self) -> frozenset[int]:
        """The numbers of the clauses that tell of a part of what was counted before."""
        if self._inclusions is None:
            numbers = range(1, len(self.clauses))
            self._inclusions = frozenset(n for n in numbers if self._is_inclusion(n))
        return self._inclusions

    def _is_inclusion(self, number: int) -> bool:
        """
        Whether what is set off tells of a part of what was counted before.

        "20 people, 14 of them children, died", or at the end of a sentence: "including 14 boys".
        """
        if not self._is_set_off(number, LONGEST_INCLUSION, number == len(self.clauses) - 1):
            return False
        region = self.clause(number)
        starts = [region.first]
        starts += [q.mention.number_last for q in self.quantities if q.first == region.first]
        if self.tokens[region.first].word in self.language.discourse.some:
            starts.append(region.first + 1)
        return any(self.tells_part(start) for start in starts if start < region.last)

    def tells_part(self, index: int) -> int | None:
        """Return where words for a part that begin at a token end: "of them", "including"."""
        ends = [cue.last for cue in self.cues.get("partitive", ()) if cue.first == index]
        return max(ends, default=end_of_part(self.tokens, index, self.language))

    def is_passed_over(self, index: int, quantity: Quantity, hit: Hit[T] | DateMention) -> bool:
        """Whether a token is of a part put in between: of "died" in "20, 14 of them boys, died"."""
        if not self.inclusions:
            return False
        number = self.clause_at(index)
        held = self.clause(number)
        is_within = held.first <= quantity.first < held.last or held.holds(hit)
        return not is_within and number in self.inclusions

    def is_of_part(self, quantity: Quantity, hit: Hit[T]) -> bool:
        """Whether a term tells of a part put in between, and a quantity does not."""
        if not self.inclusions:
            return False
        number = self.clause_at(hit.first)
        return self.clause_at(quantity.first) != number and number in self.inclusions

    def _is_apposition(self, region: Region) -> bool:
        """Whether what is set off says who a name is: "Ana Ruiz, a baker, ..."."""
        words, tokens = self.language.discourse, self.tokens
        before, after = region.first - 2, region.last
        is_list = after >= len(tokens) or tokens[after].word in self.language.sentences.list_words
        if before < 0 or is_list or not self.text[tokens[before].start].isupper():
            return False
        return tokens[region.first].word in words.articles

    def is_aside(self, quantity: Quantity) -> bool:
        """Whether a number is set beside a name between commas: "Ana Ruiz, 34, was jailed"."""
        tokens, first, last = self.tokens, quantity.first, quantity.last
        if first < 2 or last >= len(tokens) or quantity.kind not in ("number", "age"):
            return False
        is_between = tokens[first - 1].word == "," and tokens[last].word == ","
        return is_between and self.text[tokens[first - 2].start].isupper()

    def _is_set_off(self, number: int, most: int = _LONGEST_INSERTION, ends: bool = False) -> bool:
        """Whether a clause is short and stands between commas or brackets: ", put at $275m,"."""
        region = self.clause(number)
        marks = self.tokens[region.first - 1].word, self.tokens[region.last - 1].word
        is_closed = marks in ((",", ","), ("(", ")")) or (ends and marks[0] == ",")
        return is_closed and region.last - region.first <= most

    def words(self, first: int, last: int) -> str:
        """Return the text of a range of tokens as the user wrote it."""
        return self.text[slice(*self.span(first, last))]

    def span(self, first: int, last: int) -> Span:
        """Return where a range of tokens stands in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def _are_terms(one: Quantity, other: Quantity) -> bool:
    """Whether a time and a sum are the terms of one contract: "six years and | $9 million"."""
    first, second = sorted((one, other), key=lambda quantity: quantity.first)
    is_beside = second.first == first.last + 1
    return is_beside and first.kind == "duration" and second.kind == "currency"


def distance(quantity: Quantity, other: Hit[T] | DateMention) -> int:
    """Return how many tokens lie between a quantity and a term or a date; 0 where they meet."""
    return max(quantity.first - other.last, other.first - quantity.last, 0)


def _pattern_hits(scene: Scene, patterns: Sequence[Pattern]) -> list[Hit[Term]]:
    """Run a rule's regular expressions over the sentence; one that is too slow finds nothing."""
    return [
        hit
        for pattern in patterns
        for span in scene.patience.spans(pattern, scene.said)
        for hit in _as_hit(scene, pattern.term, *span)
    ]


def _as_hit(scene: Scene, term: Term, start: int, end: int) -> list[Hit[Term]]:
    """Turn a stretch of the sentence into the tokens it touches; none for an empty stretch."""
    begin = scene.sentence.span.start
    start, end = start + begin, end + begin
    touched = [i for i, token in enumerate(scene.tokens) if token.start < end and start < token.end]
    return [Hit(touched[0], touched[-1] + 1, term)] if touched else []
