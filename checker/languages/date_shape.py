"""The shape of the `dates` section of a language pack, with the examples that test it."""

from __future__ import annotations

from checker.languages.dates import KEYS, RELATIONS
from checker.schema import Choice, Field, Flag, Many, Record, Shape, Table, Text

_TERMS = Many(Text(what="a term"))
_DAY = Text(r"\d{4}-\d\d-\d\d", "a day such as 2022-12-20")
_PERIOD = Text(r"[0-9/-]*", "a period such as 2022-08 or 2022-03-03/2022-03-07", empty=True)

_FOUND = Record(
    {
        "text": Field(Text(), required=True, help="The words of the date, folded."),
        **{
            relation: Field(_PERIOD, help="The relation, and the days meant; empty: unknown.")
            for relation in RELATIONS
        },
    },
    what="key of a date",
)
_EXAMPLE = Record(
    {
        "text": Field(Text(), required=True, help="The sentence."),
        "published": Field(_DAY, help="The day of publication, if known."),
        "finds": Field(Many(_FOUND), required=True, help="Every date of the sentence, in order."),
    },
    what="key of an example",
)
_COUNTEREXAMPLE = Record(
    {
        "text": Field(Text(), required=True, help="A sentence without any date."),
        "because": Field(Text(), help="What its words are instead."),
    },
    what="key of a counterexample",
)


def _shape_of(values: tuple[str, ...]) -> Shape:
    return Table(Choice(values), _TERMS) if values else _TERMS


DATES: Shape = Record(
    {
        "day_first": Field(Flag(), help="How 4/5/2022 is read; absent: it is left undecided."),
        "year_before_noun": Field(Flag(), help="Whether `the 2022 talks` names a year."),
        "plural_endings": Field(_TERMS, help="Endings of counted nouns: `2000 villages`."),
        **{key: Field(_shape_of(values), help=text) for key, (_, values, text) in KEYS.items()},
        "examples": Field(Many(_EXAMPLE)),
        "counterexamples": Field(Many(_COUNTEREXAMPLE)),
    },
    what="key of `dates`",
)
"""The shape of the `dates` section."""
