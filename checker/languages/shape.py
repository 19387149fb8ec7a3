"""The shape of a language pack: every key, checked strictly, with help for authors and editors."""

from __future__ import annotations

from checker.languages.date_shape import DATES
from checker.schema import Choice, Field, Many, Number, Record, Shape, Table, Text

_TERM = Text(what="a term")
_TERMS = Many(_TERM)
_WHOLE = Number(whole=True)
_BY_TERM = Table(_TERM, _WHOLE)
_SHARES = Table(_TERM, Text(r"[0-9]+/[0-9]+", "a fraction such as 1/2"))

HEDGES = ("exact", "approx", "nearly", "less_than", "at_most", "more_than", "at_least")
KINDS = ("duration", "dimension", "temperature", "percent", "number", "count", "age")
_ALL_KINDS = (*KINDS, "currency")


def _terms(text: str) -> Field:
    return Field(_TERMS, help=text)


_GLUED = Record(
    {
        "joiners": _terms("Words inside, behind a scale: hundert`und`eins."),
        "ends": _terms("What else such a word may end with: zwei`jährig`."),
        "forms": Field(Table(_TERM, _TERM), help="Spellings inside such a word: `vent: venti`."),
        "whole": _terms("Words that only look like several: `einmal`."),
    },
    what="key of `glued`",
)

_NUMBERS = Record(
    {
        "decimal": Field(Text("[.,]"), required=True, help="The decimal mark."),
        "group": Field(
            Many(Text(empty=True)), required=True, help="Marks between groups of three digits."
        ),
        "composition": Field(
            Choice(("decimal", "vigesimal")), help="How number words add up; vigesimal as French."
        ),
        "units_first": _terms("Words between units and tens: ein`und`zwanzig."),
        "glued": Field(_GLUED, help="Number words are written as one word: `zweihundert`."),
        "accents": Field(
            Choice(("strict", "loose")), help="Loose: people leave accents off, as on capitals."
        ),
        "words": Field(_BY_TERM, required=True, help="Words that add up: `twenty`, `one`."),
        "scales": Field(_BY_TERM, required=True, help="Words that multiply: `hundred`, `million`."),
        "abbreviations": Field(_BY_TERM, help="Letters that multiply digits: `bn`."),
        "alone": _terms("Scales that need no number before them: `mille`."),
        "joiners": Field(
            Table(_TERM, Many(_WHOLE)),
            help="Words inside a number, with the numbers they may precede; none means all.",
        ),
        "articles": _terms("Words that stand for one before a scale or fraction: `a`."),
        "others": _terms("Words that do so before a scale or group, in a sum: `another` dozen."),
        "halved": _terms("Units that need no `one` before a half: `hora` y media."),
        "entire": _terms("Words that make them one beside a duration: une année `entière`."),
        "pronouns": _terms("Number words with other uses: `one`."),
        "pronoun_cues": _terms("Words behind which they are never numbers: `no` one."),
        "groups": Field(_BY_TERM, help="Nouns that multiply: `dozen`."),
        "million_cues": _terms(
            "Words beside which a letter that is a unit too multiplies: `users`."
        ),
        "about": _terms("Groups that are only about their number: `dizaine`."),
        "fractions": Field(_BY_TERM, help="Denominators: `third`, `thirds`."),
        "nths": Field(
            _BY_TERM, help="Ordinals that may tell how many there are: a `fifth` victim."
        ),
        "nth_nouns": _terms("Nouns of which an ordinal tells so: a fifth `victim`."),
        "denominators": _terms("Endings of denominators written as one word: vent`esimi`."),
        "fraction_marks": _terms("Words behind a denominator: três vinte `avos`."),
        "bound_shares": _terms("Shares that stand right before what they part: `meio` milhão."),
        "shares": Field(_SHARES, help="Fractions of their own: `half`."),
        "sure_shares": Field(_SHARES, help="Shares that need nothing behind: `jeder fünfte`."),
        "told_shares": _terms("Phrases with a share that needs nothing behind: `de moitié`."),
        "multiples": _terms("Words for how many times as much: `twice`, `sixfold`."),
        "share_cues": _terms("Words behind which they mean a part of time: the `first` half."),
        "share_next": _terms("Words that may follow such a fraction: `of`."),
        "plus": Field(_SHARES, help="What adds to a number: `and a half`."),
        "of": _terms("Words between a number and its noun: `of`."),
        "minus": _terms("Words before a negative number."),
        "minus_after": _terms("Words behind a negative number: 5 degrees `below zero`."),
        "points": _terms("Spoken decimal marks: `point`."),
        "ratios": _terms("Between two numbers of a share: `out of`."),
        "divisions": _terms("The same, where no noun may stand between: 2 `sobre` 3."),
        "weak_ratios": _terms("The same, where the second number must be a round one: `in`."),
        "ranges": Field(
            Table(Text(empty=True), _TERMS),
            help="The word before a range (or nothing), with those inside it: `between: [and]`.",
        ),
    },
    what="key of `numbers`",
)

_VAGUE = Record(
    {
        "words": Field(
            Table(_TERM, Many(_WHOLE, unique=False, at_least=2, at_most=2)),
            help="Plurals with their decade: `hundreds: [100, 1000]`.",
        ),
        "few": _terms("Phrases that make a scale vague: `several` hundred."),
        "unnumbered": _terms("Phrases for a number they do not tell: `a handful of`."),
    },
    what="key of `vague`",
)

_HEDGES = Record(
    {
        "before": Field(Table(Choice(HEDGES, "hedge"), _TERMS), help="Words before a number."),
        "before_shares": Field(
            Table(Choice(HEDGES, "hedge"), _TERMS), help="Words before a fraction only."
        ),
        "after": Field(Table(Choice(HEDGES, "hedge"), _TERMS), help="Words behind a number."),
        "stops": _terms("Words that may not follow a hedge behind a number: `than`."),
        "links": _terms("Articles between a hedge and its number: over `the` 300."),
        "adverbs": _terms("Adverbs inside a hedge: dépasse `désormais` les 300."),
        "joins": _terms("Words between two bounds of one range: over 5 `but` under 9."),
        "particles": Field(
            Table(_TERM, _TERMS), help="A hedge and the verbs behind which it is none: hand `over`."
        ),
        "widths": Field(Table(_TERM, Number()), help="How far hedges reach; see readings."),
    },
    what="key of `hedges`",
)

_BY_KIND = Table(Choice(KINDS, "kind"), Table(Text(what="a unit"), _TERMS))
_UNITS = Record(
    {
        "words": Field(_BY_KIND, help="Kind, pint name, words; in any case."),
        "symbols": Field(_BY_KIND, help="Kind, pint name, symbols; in exactly this case."),
        "before": Field(
            Table(Text(what="a unit"), _TERMS), help="Units before a number: `magnitude` 6.1."
        ),
        "powers": Field(Table(_TERM, _TERMS), help="`2: [square]`: words for powers of lengths."),
        "powers_after": Field(Table(_TERM, _TERMS), help="The same, where they follow the length."),
        "choices": Field(
            Table(
                Text(what="a unit"),
                Many(
                    Record(
                        {
                            "unit": Field(Text(), required=True),
                            "kind": Field(Choice(_ALL_KINDS, "kind"), required=True),
                            "words": Field(_TERMS),
                        }
                    ),
                    unique=False,
                ),
            ),
            help="Readings of an ambiguous unit, the usual one first, with words that decide.",
        ),
        "per": _terms("Words of a rate before any noun: `per`."),
        "per_stops": _terms("Words that make no rate behind one of `per`: par `exemple`."),
        "each": _terms("Words of a rate before a unit or one of `each_nouns` only: `a`."),
        "each_nouns": _terms("Nouns that make a rate behind them: 3 dollars a `share`."),
        "each_stops": _terms("Words behind which they make a date: a year `ago`."),
        "without": _terms("Symbols of common.yaml that mean something else here: `mi`."),
        "rate_adjectives": Field(
            Table(Text(what="a unit"), _TERMS), help="Adjectives of a rate: `day: [daily]`."
        ),
        "singles": _terms("Units, by name, before which an article is one: `une tonne` de blé."),
        "spans_before": _terms("Words before a stretch of time: `for` an hour."),
        "per_hundred": _terms("Words of a rate before a hundred of a unit: 5 litres `aux` 100 km."),
        "per_base": _terms("Words of a rate before a round number: 12 `pour` 100 000 habitants."),
        "bases": _terms("The nouns, in the singular, that such a number counts: `habitant`."),
        "sides": _terms("Words between the sides of something: 3 `by` 4 metres."),
        "rates": Field(
            Table(Text(what="a unit"), _TERMS), help="Words that tell the rate: `de l'heure`."
        ),
        "ages_before": _terms("Words before an age with its unit: `âgé de`."),
        "ages_at_start": _terms("The same at the start of a sentence, before a comma: `À` 34 ans,"),
        "age_verbs": _terms("The same, unless more words follow: he `has` 41 years."),
        "bare_ages_before": _terms("Words before an age without a unit: `aged`."),
        "ages_after": _terms("Words behind an age: `old`."),
        "weak_ages_before": _terms("Words that a bare age may follow: `she is` 41."),
        "age_nouns": _terms("Words for people before an age with a bound: `women` over 50."),
        "ages_next": _terms("Words that may follow such an age: she was 12 `when`."),
    },
    what="key of `units`",
)

_CURRENCIES = Record(
    {
        "names": Field(Table(Text(what="a currency"), _TERMS), help="ISO code or name, words."),
        "signs": Field(Table(Text(what="a currency"), _TERMS), help="Signs before or behind."),
        "behind": Field(
            Table(Text("[A-Z]{3}", "an ISO 4217 code"), _TERMS),
            help="Words behind a number with an ambiguous sign that settle it: $75 `U.S.`",
        ),
        "adjectives": _terms("Words that say how a sum is meant: 1 800 euros `bruts` par mois."),
        "subunits": Field(_BY_TERM, help="Parts of a currency, with how many make one: `cent`."),
        "candidates": Field(
            Table(_TERM, Many(Text("[A-Z]{3}", "an ISO 4217 code"))),
            help="What an ambiguous name may mean, the likeliest first.",
        ),
    },
    what="key of `currencies`",
)

_NOUNS = Record(
    {
        "head": Field(
            Choice(("first", "last", "capital")), help="Where the head noun of a phrase stands."
        ),
        "adjective_endings": _terms("Endings of adjectives, where nouns have a capital."),
        "stops": _terms("Function words, which end a noun phrase."),
        "verbs": _terms("Verbs, which end a noun phrase behind its noun."),
        "adjectives": _terms("Adjectives before a noun."),
        "participles": _terms("Endings of words that end a phrase behind its noun: `ing`."),
        "adverbs": _terms("Endings of words that are counted by no number: one criti`cally`."),
        "joins": _terms("Words between two nouns: `and`."),
        "prefixes": _terms("First parts of nouns with a hyphen: `sous`-marins."),
        "sets": _terms("Words between a number and what it is some of: drei `der` Schiffe."),
        "counters": _terms("Words before what a subject counts: the `number of` deaths rose to 9."),
        "tolls": Field(
            Table(_TERM, _TERMS), help="Subjects that count a noun: `death: [death toll]`."
        ),
        "levels": _terms("Words between such a subject and its number: rose `to` 9, `is` 9."),
        "inverted": _terms("Plural articles between a number and its noun: 46 `i` morti."),
        "inverting": _terms("Verbs that such a number follows, where it follows one only: `son`."),
        "determiners": _terms("Words before which a word in -s is a verb: `the`."),
        "plurals": Field(Table(_TERM, _TERM), help="Irregular plurals."),
        "singulars": Field(
            Table(_TERM, Text(empty=True)), help="Endings of plurals, in order, and of singulars."
        ),
        "people": _terms("Adjectives used as nouns: `wounded`."),
        "invariable": _terms("Endings of words with one form for singular and plural."),
        "same": _terms("Nouns with one form, and words that only look like plurals."),
    },
    what="key of `nouns`",
)

_NOT_QUANTITIES = Record(
    {
        "labels": _terms("Words that make the number behind them a name: `article`."),
        "names": _terms("Product names that take a number: `boeing`."),
        "names_after": _terms("Words behind a number that make it a name: quart `de finale`."),
        "marks": _terms("Marks that make it a label: `n°`."),
        "yearly": _terms("Plurals of what a year has, behind its number: the 2023 `sales`."),
        "headlines": _terms("Verbs that headlines write with a capital: Fire `Kills` 12."),
        "ordinals": _terms("Endings of ordinals: `st`."),
        "times_before": _terms("Words before an hour of the day: `at`."),
        "clock_before": _terms("The same, where no word for the hour need follow: `alle` 14."),
        "lasting": _terms("Words before hours and minutes that last: `dure` 2 h 30."),
        "times_after": _terms("Words behind an hour of the day: `pm`."),
        "hours": _terms("Words for hours that follow such a number: `heures`."),
        "prefixes": _terms("Words joined to a number by a hyphen: `sub`."),
        "phones": _terms("Words before a telephone number: `call`."),
        "streets": _terms("Words for streets, which make a number before them an address."),
        "roads": _terms("Words for streets before their name and number: `via` Roma, 12."),
        "votes": _terms("Words beside two numbers that are no score: `voted` 63-37."),
        "records": _terms("Verbs before games won and lost: `improved` to 12-4."),
        "fixed": _terms("Expressions in digits that count nothing: `24/7`."),
    },
    what="key of `not_quantities`",
)

# The weak ones tell a change of shares only ("lost 5 %", not "lost 300 tanks"); `more` adds to a
# count. The far ones tell one before a word of `distant` only.
_MOVES = Choice(
    ("up", "down", "weak_up", "weak_down", "far_up", "far_down", "more"), "kind of change"
)
_CHANGE = Record(
    {
        "before": Field(Table(_MOVES, _TERMS), help="Words before the number."),
        "after": Field(Table(_MOVES, _TERMS), help="Words behind it."),
        "links": _terms("Words between a verb of change and its number: `by`."),
        "reaches": _terms("Words before the level that something reached: von 5 `auf` 6."),
        "distant": _terms("Words behind which that verb may be far away: `um` 5 % gestiegen."),
        "moves": _terms("Words before the level that something left: `rose` from 5 to 6."),
        "comparisons": _terms("Words before a number that has the unit of the one before it."),
    },
    what="key of `change`",
)

_TABLES = Record(
    {
        "totals": _terms("Headers of what adds up the others: `Total`."),
        "counts": _terms("Words before what a header counts: `number of`."),
        "units": _terms("Words before the unit of a header: `in` millions."),
    },
    what="key of `tables`",
)

_CORRECTIONS = Record(
    {
        "labels": _terms("What a note begins with, before a mark or a date: `Correction`:"),
        "phrases": _terms("What tells one anywhere: `an earlier version of this article`."),
    },
    what="key of `corrections`",
)

_FINDS = Record(
    {
        key: Field(Text(empty=True))
        for key in [
            "text",
            "value",
            "low",
            "high",
            "bound",
            "unit",
            "kind",
            "change",
            "noun",
            "candidates",
            "expected",
            "literal",
            "other",
        ]
    },
    what="key of an example",
)
_EXAMPLE = Record(
    {
        "text": Field(Text(), required=True, help="The text itself."),
        "finds": Field(
            Many(_FINDS, unique=False), help="Every quantity, in order; none if absent."
        ),
        "because": Field(Text(), help="Why nothing is found, or what the example shows."),
        "reason": Field(Text(), help="The reason with which a number is skipped."),
    },
    what="key of an example",
)


def section(names: dict[str, str], what: str) -> Shape:
    """
    Return the shape of a section whose keys are the fields of a dataclass.

    `names` maps each to its type: `Words` and `tuple[str, ...]` are lists of terms, a mapping of
    these is a table of lists, a mapping of texts a table.
    """
    fields = {}
    for name, kind in names.items():
        shape: Shape = _TERMS
        if kind.startswith("Mapping"):
            shape = Table(_TERM, _TERMS if "tuple" in kind or "Words" in kind else _TERM)
        fields[name] = Field(shape)
    return Record(fields, what=f"key of `{what}`")


def pack_shape(sentences: Shape, discourse: Shape, checks: Shape) -> Record:
    """Return the shape of a whole pack; three of its sections mirror value types."""
    return Record(
        {
            "language": Field(Text("[a-z]{2,3}(-[A-Za-z0-9]+)*", "a BCP 47 code"), required=True),
            "name": Field(Text(), required=True, help="The language's own name."),
            "sources": Field(Many(Text()), help="Where the facts of this file come from."),
            "detect": _terms("Frequent words that tell the language from others."),
            "numbers": Field(_NUMBERS, required=True),
            "vague": Field(_VAGUE),
            "hedges": Field(_HEDGES),
            "units": Field(_UNITS),
            "currencies": Field(_CURRENCIES),
            "nouns": Field(_NOUNS),
            "not_quantities": Field(_NOT_QUANTITIES),
            "change": Field(_CHANGE),
            "dates": Field(DATES),
            "sentences": Field(sentences),
            "discourse": Field(discourse),
            "checks": Field(checks),
            "tables": Field(_TABLES),
            "corrections": Field(_CORRECTIONS),
            "examples": Field(Many(_EXAMPLE, unique=False)),
            "counterexamples": Field(Many(_EXAMPLE, unique=False)),
        },
        what="key of a language pack",
    )


COMMON = Record(
    {
        "sources": Field(Many(Text())),
        "hedges": Field(_HEDGES),
        "units": Field(_UNITS),
        "currencies": Field(_CURRENCIES),
    },
    what="key of the common tables",
)
"""The shape of `common.yaml`: symbols and signs that every language shares."""
