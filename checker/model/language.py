"""A compiled language pack: the tables of `checker/languages/<tag>.yaml`, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.model.discourse import Discourse
from checker.model.words import (
    NO_WORDS,
    CheckWords,
    CorrectionWords,
    Phrases,
    TableWords,
    Words,
)
from checker.rows import NamedTuple
from checker.values import field, frozen

__all__ = [
    "NO_WORDS",
    "DateTerm",
    "DateWords",
    "Discourse",
    "GlueWords",
    "Language",
    "NumberWords",
    "Phrases",
    "QuantityWords",
    "SentenceWords",
    "Words",
]


@frozen
class NumberWords:
    """
    How numbers are written: separators, number words, hedges, vague counts.

    `group` holds the marks between groups of three digits. `is_vigesimal` lets words below twenty
    follow 60 and 80 ("soixante-dix"). `trigger` is the regular expression that finds sentences with
    a number; `starts` are the words that may begin one. `adders` add up ("twenty", "one"), `scales`
    multiply ("hundred", "million"), `abbreviations` multiply digits ("m"), `alone` are scales that
    need no number before them ("mille"). `joiners` map a word inside a number to the numbers it may
    precede, none meaning all ("et": 1, 11). `articles` may stand for one before a scale, and before
    a duration with one of `entire` ("une année entière"), `others` before a scale or group of more
    ("another dozen"); units that are `halved` need none ("hora y media"). `pronouns` are number
    words with other uses, always so behind `pronoun_cues` ("no one"). `groups` are nouns that
    multiply ("dozen"), those in `about` loosely ("une dizaine").
    `nths` map ordinals to the number that they tell before one of `nth_nouns` ("a fifth victim").
    `fractions` map ordinals to their denominator, `denominators` end such words ("ventun-esimi"),
    `fraction_marks` stand behind one ("vinte avos"), `shares` map other words to numerator and
    denominator ("half"), `share_next` says what may follow such a word, though nothing but what
    they part may follow `bound_shares` ("meio milhão"), `sure_shares` need nothing behind them
    ("jeder fünfte"), nor do shares that `told_shares` (by last word) end in ("réduit de moitié"),
    `share_cues` what stands before one that means a part of time ("first half"), and `plus` what
    adds to a number ("and a half"). `vague` maps words to their decade, `few` are phrases that make
    a scale vague ("several hundred"), `unnumbered` state no number at all. `multiples` tell how
    many times as much ("twice", "sixfold"). `of` joins number and noun. `ratios` join two numbers
    to a share ("out of"), `minus` begins a negative one, `minus_after` ends one ("below zero"),
    `points` are spoken decimal marks. `ranges` map the word before a range ("between") to those
    inside it; the empty word stands for none. `hedges_before` (by last word; those in
    `hedges_before_shares` only before fractions) and `hedges_after` say how exact a number is, the
    latter not before one of `hedge_stops` ("or more than"), and `hedge_links` may stand between
    hedge and number ("oltre il"), `hedge_adverbs` inside a hedge ("dépasse désormais les"),
    `bound_joins` between two bounds of one range; `widths` how far that goes. The rest tells names
    and dates from numbers: `labels` and `names` before a number ("section", "boeing"),
    `names_after` behind it ("quart de finale"), `headlines` verbs that are no names in capitals
    either ("Kills 12"), `marks` before it ("n °"), `ordinals` and
    `times_after` behind it, `times_before` before an hour, `hours`, `lasting` before hours that
    last, `clock_before` before one that needs none of these; `prefixes` may be joined to a number
    by a hyphen without making it a name; `phones` stand before telephone numbers, `streets` and
    `roads` ("via" Roma, 12) tell addresses, `fixed` are expressions in digits ("24/7"), and two
    numbers beside one of `votes` are those of a vote and no score ("voted 63-37"), and behind one
    of `records` and "to" the games that a team won and lost ("improved to 12-4").
    """

    decimal: str = "."
    group: tuple[str, ...] = (",",)
    is_vigesimal: bool = False
    trigger: str = r"\d"
    starts: Words = NO_WORDS
    adders: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    abbreviations: Mapping[str, int] = field(default_factory=dict)
    million_cues: Words = NO_WORDS
    alone: Words = NO_WORDS
    joiners: Mapping[str, Sequence[int]] = field(default_factory=dict)
    articles: Words = NO_WORDS
    entire: Words = NO_WORDS
    others: Words = NO_WORDS
    halved: Words = NO_WORDS
    pronouns: Words = NO_WORDS
    pronoun_cues: Words = NO_WORDS
    groups: Mapping[str, int] = field(default_factory=dict)
    about: Words = NO_WORDS
    fractions: Mapping[str, int] = field(default_factory=dict)
    nths: Mapping[str, int] = field(default_factory=dict)
    nth_nouns: Words = NO_WORDS
    denominators: Words = NO_WORDS
    fraction_marks: Words = NO_WORDS
    shares: Phrases = field(default_factory=dict)
    told_shares: Phrases = field(default_factory=dict)
    bound_shares: Words = NO_WORDS
    sure_shares: Phrases = field(default_factory=dict)
    share_cues: Words = NO_WORDS
    share_next: Words = NO_WORDS
    plus: Phrases = field(default_factory=dict)
    vague: Mapping[str, Sequence[int]] = field(default_factory=dict)
    few: Phrases = field(default_factory=dict)
    unnumbered: Phrases = field(default_factory=dict)
    of: Words = NO_WORDS
    ratios: Phrases = field(default_factory=dict)
    multiples: Phrases = field(default_factory=dict)
    minus: Words = NO_WORDS
    minus_after: Phrases = field(default_factory=dict)
    points: Words = NO_WORDS
    ranges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hedges_before: Phrases = field(default_factory=dict)
    hedges_before_shares: Phrases = field(default_factory=dict)
    hedges_after: Phrases = field(default_factory=dict)
    hedge_stops: Words = NO_WORDS
    hedge_links: Words = NO_WORDS
    hedge_adverbs: Words = NO_WORDS
    bound_joins: Words = NO_WORDS
    particles: Mapping[str, Words] = field(default_factory=dict)
    widths: Mapping[str, Decimal] = field(default_factory=dict)
    labels: Words = NO_WORDS
    names: Words = NO_WORDS
    names_after: Phrases = field(default_factory=dict)
    marks: Phrases = field(default_factory=dict)
    ordinals: Words = NO_WORDS
    times_before: Words = NO_WORDS
    clock_before: Words = NO_WORDS
    times_after: Phrases = field(default_factory=dict)
    hours: Words = NO_WORDS
    lasting: Phrases = field(default_factory=dict)
    yearly: Words = NO_WORDS
    headlines: Words = NO_WORDS
    prefixes: Words = NO_WORDS
    phones: Words = NO_WORDS
    streets: Words = NO_WORDS
    roads: Words = NO_WORDS
    votes: Words = NO_WORDS
    records: Words = NO_WORDS
    fixed: Phrases = field(default_factory=dict)


@frozen
class QuantityWords:
    """
    What numbers measure: units, currencies, how a counted noun phrase is built.

    `units` map terms to unit, kind, and the exact spellings of a symbol (none: any case); `choices`
    map an ambiguous term's unit to kind, unit and the words of a sentence that decide for it.
    `units_before` (by last word) are units before a number ("magnitude 6.1"). `signs` (by last
    word) are currencies before a number, which one of `signs_behind` settles from behind the number
    ("$75 U.S."); `candidates` are the ISO codes an ambiguous name may mean, `subunits` say how many
    make one unit. `sum_adjectives` stand behind a currency ("euros bruts"), `noun_prefixes` begin
    nouns with a hyphen ("sous-marins"). An article before a unit of `singles` is the number one
    ("eine Tonne Kokain"). `per` are words of a rate before any noun but `per_stops`
    ("par exemple"), `each` those before a unit or one of `each_nouns` only ("a share"), unless a
    number or one of `each_stops` follows ("a year ago"); `rate_adjectives` map words to the unit of
    a rate ("daily"), `rates` phrases ("de l'heure"); `per_base` stand before a round number of one
    of `bases` ("12 pour 100 000 habitants"), `per_hundred` before a hundred of a unit ("5 litres
    aux 100 km"), `sides` between two sides of something ("3 by 4 metres"). `spans_before` (by last
    word) make an article before a unit of time the number one ("per un'ora"). `ages_before` (by
    last word) and `ages_after` turn a duration into an age; a bare number is one behind
    `weak_ages_before` ("she is") or, with a bound, behind one of `age_nouns` ("women over 50"),
    where nothing or one of `ages_next` follows. `changes_before` (by last word) and `changes_after`
    map to up or down; `change_links` may stand between a verb of change and its number; before one
    of `distant_changes` ("um") that verb may be anywhere in the clause, and one of `reaches` stands
    before the level reached ("von 5 auf 6"). `is_head_first` says that adjectives follow the noun,
    `has_capital_nouns` that nouns are written with a capital, before which only adjectives stand,
    with one of `adjective_endings`; `stops` end a noun phrase, `verbs` end it after its noun,
    `adjectives` stand before a noun, `participles` are endings of words that do, `joins` link two
    nouns; a word before one of `determiners` is a verb. `plurals` map irregular plurals to
    singulars, `singulars` pair endings, `people` are adjectives used as nouns ("wounded"), `same`
    words have one form, as have those that end in one of `invariable`. `sets` lead from a number to
    the things it is some of ("trois `de ces` navires"). `comparisons` (by last word) let a bare
    number take the unit of the one before it; behind one of `levels` (by last word) it counts what
    follows one of `counters` ("the number of deaths rose to 9"), or what a subject in `tolls`
    stands for ("death toll").

    Articles of `inverted` may stand behind a number and before its noun ("46 i morti"), where
    `inverting` holds verbs only behind one of these.
    """

    units: Phrases = field(default_factory=dict)
    choices: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    signs: Phrases = field(default_factory=dict)
    signs_behind: Phrases = field(default_factory=dict)
    candidates: Mapping[str, Sequence[str]] = field(default_factory=dict)
    subunits: Mapping[str, int] = field(default_factory=dict)
    per: Words = NO_WORDS
    per_stops: Words = NO_WORDS
    sum_adjectives: Words = NO_WORDS
    noun_prefixes: Words = NO_WORDS
    singles: Words = NO_WORDS
    each: Words = NO_WORDS
    per_base: Words = NO_WORDS
    per_hundred: Words = NO_WORDS
    bases: Words = NO_WORDS
    sides: Words = NO_WORDS
    rates: Phrases = field(default_factory=dict)
    each_nouns: Words = NO_WORDS
    each_stops: Words = NO_WORDS
    rate_adjectives: Mapping[str, str] = field(default_factory=dict)
    spans_before: Phrases = field(default_factory=dict)
    ages_before: Phrases = field(default_factory=dict)
    ages_after: Phrases = field(default_factory=dict)
    units_before: Phrases = field(default_factory=dict)
    weak_ages_before: Phrases = field(default_factory=dict)
    age_nouns: Words = NO_WORDS
    ages_next: Words = NO_WORDS
    changes_before: Phrases = field(default_factory=dict)
    changes_after: Phrases = field(default_factory=dict)
    change_links: Words = NO_WORDS
    distant_changes: Words = NO_WORDS
    reaches: Words = NO_WORDS
    is_head_first: bool = False
    has_capital_nouns: bool = False
    adjective_endings: tuple[str, ...] = ()
    stops: Words = NO_WORDS
    verbs: Words = NO_WORDS
    adjectives: Words = NO_WORDS
    participles: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    joins: Words = NO_WORDS
    determiners: Words = NO_WORDS
    inverted: Words = NO_WORDS
    inverting: Words = NO_WORDS
    plurals: Mapping[str, str] = field(default_factory=dict)
    singulars: Sequence[tuple[str, str]] = ()
    people: Words = NO_WORDS
    same: Words = NO_WORDS
    invariable: tuple[str, ...] = ()
    comparisons: Phrases = field(default_factory=dict)
    moves: Phrases = field(default_factory=dict)
    sets: Phrases = field(default_factory=dict)
    counters: Phrases = field(default_factory=dict)
    tolls: Phrases = field(default_factory=dict)
    levels: Phrases = field(default_factory=dict)


@frozen
class SentenceWords:
    """
    Where sentences and clauses end.

    `abbreviations` end in a full stop that ends no sentence ("M.", without the stop).
    `clause_words` begin a clause ("mais", "which"), `time_words` too unless a number follows
    ("after"). `elisions` are articles and pronouns that end in an apostrophe and lean on the next
    word ("l'", "qu'"); `suffixes` lean on the word before ("'s"); `whole` are words that keep their
    apostrophe ("aujourd'hui"). `list_words` join the items of a list. Where ordinals
    end in a full stop ("24. Februar"), only a word of `starters` begins a sentence behind one.
    Behind one of `restrictives` a clause word with a number only says "only" ("n'a duré que dix
    jours"), unless one of `negatives` stands between the two.
    """

    abbreviations: Words = NO_WORDS
    clause_words: Words = NO_WORDS
    time_words: Words = NO_WORDS
    elisions: Words = NO_WORDS
    suffixes: Words = NO_WORDS
    whole: Words = NO_WORDS
    list_words: Words = NO_WORDS
    starters: Words = NO_WORDS
    restrictives: Words = NO_WORDS
    negatives: Words = NO_WORDS


@frozen
class GlueWords:
    """
    The pieces of number words that are written as one word ("zweihundertfünf").

    `numbers` add up, and of these `units` may stand behind `tens`; `scales` multiply; `joiners`
    stand behind a scale; `fractions` may stand behind a number or begin the word ("viertel"),
    `ends` may close it ("jährig"). `forms` pair a spelling inside such
    words with the number word it stands for ("vent" with "venti"). `whole` are never cut.
    """

    numbers: Words = NO_WORDS
    tens: Words = NO_WORDS
    units: Words = NO_WORDS
    scales: Words = NO_WORDS
    joiners: Words = NO_WORDS
    fractions: Words = NO_WORDS
    ends: Words = NO_WORDS
    forms: tuple[tuple[str, str], ...] = ()
    whole: Words = NO_WORDS


class DateTerm(NamedTuple):
    """A term of the `dates` section: its words, cut as text is, and its meaning."""

    words: tuple[str, ...]
    value: str


@frozen
class DateWords:
    """
    Months, weekdays and relative dates.

    `terms` are found by their first word and their role (`month`, `article`: one for each list of
    the pack's `dates` section), longest first. `anchors` are the last words of terms that can be
    the heart of a date, `number_anchors` of those beside which digits are part of it;
    `words` are all words of all terms. `is_day_first` says how 4/5/2022 is read, None that it is
    left undecided. `plural_endings` end a counted noun ("2000 villages" is no year).
    `has_year_before_noun` allows "the 2022 talks".
    """

    terms: Mapping[str, Mapping[str, tuple[DateTerm, ...]]] = field(default_factory=dict)
    anchors: Words = NO_WORDS
    number_anchors: Words = NO_WORDS
    words: Words = NO_WORDS
    is_day_first: bool | None = None
    plural_endings: tuple[str, ...] = ()
    has_year_before_noun: bool = False


@frozen
class Language:
    """One language: its BCP 47 `code`, its own `name`, and the tables of each stage."""

    code: str
    name: str
    stop_words: Words = NO_WORDS
    numbers: NumberWords = NumberWords()
    quantities: QuantityWords = QuantityWords()
    sentences: SentenceWords = SentenceWords()
    glue: GlueWords = GlueWords()
    dates: DateWords = DateWords()
    discourse: Discourse = Discourse()
    checks: CheckWords = CheckWords()
    tables: TableWords = TableWords()
    corrections: CorrectionWords = CorrectionWords()
