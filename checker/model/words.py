"""Words of a language pack as its tables hold them, and those of checks, notes and headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.values import field, frozen

Words = frozenset[str]
NO_WORDS: Words = frozenset()

Phrases = Mapping[str, Sequence[tuple[Sequence[str], Any]]]
"""
Terms by their first word (by their last one where so named): the other words in reading order, then
what the term stands for; longest first.
"""


@frozen
class CorrectionWords:
    """
    How an article says that it was changed.

    `labels` do so at the head of a paragraph, where a mark, a number or a date follows
    ("Correction:", "Updated on 3 May"), `phrases` wherever they stand ("an earlier version of this
    article").
    """

    labels: Phrases = field(default_factory=dict)
    phrases: Phrases = field(default_factory=dict)


@frozen
class TableWords:
    """
    What the headers of tables say.

    `totals` are whole headers of rows and columns that add up the others; `counts` stand before
    what a header counts ("number of"); a word of `units` stands before its unit ("in millions").
    """

    totals: Words = frozenset()
    counts: Phrases = field(default_factory=dict)
    units: Words = frozenset()


@frozen
class CheckWords:
    """
    What the checks inside one article look for, in single words where nothing else is said.

    `restated` introduce an amount in another unit ("or", "i.e."), those of `alternatives` another
    choice, too ("or"). `origins` stand before the level
    that something left ("from"), `targets` before the one it reached ("to"), `against` before the
    earlier one where that comes last ("compared with"). `passing` and `links` join a change with
    its levels ("passing", "of"); sentences with a word of `adjusted` tell changes of something else
    ("excluding"). `multiples` are factors with the verbs that mean them ("2": "doubled"). `shares`
    stand between a count and the count it is part of ("of the").

    `includes` (by last word) introduce parts of what was counted before ("including", "of whom").
    `partitives` (by last word) stand behind the number of such a part ("11 `of them`").
    `composes` (by last word) stand before the list of all parts ("made up of").
    `totals` (by last word) say that a number is a whole ("a total of", "in all"); `persons` are
    units that count people, and of those of one group in `partitions` nobody is two ("man" and
    "woman"); `kin` are people beside somebody ("son", "colleague").

    `anniversaries` stand behind an ordinal, as do those of `yearly` ("the tenth `year`"), behind
    one of `owners` ("its"); `jubilees` are numbers of years with the nouns that tell them ("100":
    "centenary"), `nths` numbers with their ordinals where these are no fractions ("fiftieth").

    `births` and `begins` stand before the date from which an age counts ("born", "founded"); `ends`
    tell that it counts no more ("died"). `lasting` join an age and its dates ("aged", "was"), those
    of `present` say that it is told of today ("is", "now"). A sentence with a word of `revised` may
    tell of another moment than the rest of the article ("initially", "so far"); `futures` tell a
    plan as sure ("will"). `lowest`, `highest`
    and `averages` name a figure by its place among others ("low", "peak", "mean"). Words of one
    group in `opposites` are answers that exclude each other ("yes", "no"); `remaining` call a share
    the rest of its whole, and those of `divides` say that a list is one of parts ("split",
    "sources").
    """

    restated: Words = frozenset()
    alternatives: Words = frozenset()
    origins: Words = frozenset()
    targets: Words = frozenset()
    against: Words = frozenset()
    passing: Words = frozenset()
    links: Words = frozenset()
    adjusted: Words = frozenset()
    multiples: Mapping[str, Words] = field(default_factory=dict)
    shares: Words = frozenset()
    includes: Phrases = field(default_factory=dict)
    partitives: Phrases = field(default_factory=dict)
    composes: Phrases = field(default_factory=dict)
    totals: Phrases = field(default_factory=dict)
    persons: Words = frozenset()
    partitions: Mapping[str, Words] = field(default_factory=dict)
    kin: Words = frozenset()
    anniversaries: Words = frozenset()
    yearly: Words = frozenset()
    jubilees: Mapping[str, Words] = field(default_factory=dict)
    nths: Mapping[str, Words] = field(default_factory=dict)
    owners: Words = frozenset()
    births: Words = frozenset()
    begins: Words = frozenset()
    ends: Words = frozenset()
    lasting: Words = frozenset()
    present: Words = frozenset()
    revised: Words = frozenset()
    futures: Words = frozenset()
    lowest: Words = frozenset()
    highest: Words = frozenset()
    averages: Words = frozenset()
    opposites: Mapping[str, Words] = field(default_factory=dict)
    remaining: Words = frozenset()
    divides: Words = frozenset()
