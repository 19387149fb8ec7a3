"""What a rule file may hold: its shapes, from which the JSON Schema for editors is generated."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from checker.model import Tolerance
from checker.schema import (
    DAY,
    Choice,
    Custom,
    Field,
    Flag,
    Many,
    Number,
    OneOf,
    Record,
    Table,
    Text,
    json_schema,
)

KEBAB: Final = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
# A letter first, then what names and compound units need, and no power of three digits. `\w` would
# mean other letters in editors, whose patterns are those of JavaScript.
UNIT: Final = (
    r"(?!.*[0-9]{3})[^\u0000-@\[-`{-\u00bf\u2000-\u206f]"
    r"[^\u0000-\u001f!-&+,:-@\[-\]`{-\u009f\u2000-\u2018\u201a-\u206f]{0,60}"
)
KINDS: Final = ("event", "level", "cumulative", "elapsed", "rate", "share")
FACET_TYPES: Final = (
    "country",
    "place",
    "person",
    "organisation",
    "date",
    "event",
    "values",
)

# Reason codes of each verdict (design, section 3); `facet NAME` is checked against the rule.
REASONS: Final[dict[str, tuple[str, ...]]] = {
    "agree": (),
    "explained": ("grows", "converted", "superseded", "parts-incomplete"),
    "unsure": (
        "rounding",
        "bounds",
        "vague",
        "date",
        "rate",
        "unit",
        "facet NAME",
        "same-number-other-category",
    ),
    "disagree": (
        "value",
        "falls",
        "jump",
        "stale",
        "sum",
        "part-exceeds-whole",
        "factor-10",
        "factor-1000",
        "currency-swap",
        "digits-swapped",
    ),
    "unrelated": ("facet NAME", "window", "story", "change"),
}

NUMBER_KEYS: Final = (
    "value",
    "over",
    "at-least",
    "under",
    "at-most",
    "about",
    "nearly",
    "low",
    "high",
)
TEXT_KEYS: Final = ("vague", "unit", "speaker", "polarity", "as-of", "since", "called")

# ISO 639-1 codes, the languages of the news we know best first: the order help lists them in.
_LANGUAGE_CODES = """
en fr es de it pt nl pl ru uk ar he fa tr zh ja ko hi
aa ab ae af ak am an as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da dv dz ee
el eo et eu ff fi fj fo fy ga gd gl gn gu gv ha ho hr ht hu hy hz ia id ie ig ii ik io is iu jv ka
kg ki kj kk kl km kn kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
nb nd ne ng nn no nr nv ny oc oj om or os pa pi ps qu rm rn ro rw sa sc sd se sg si sk sl sm sn so
sq sr ss st su sv sw ta te tg th ti tk tl tn to ts tt tw ty ug ur uz ve vi vo wa wo xh yi yo za zu
"""
LANGUAGES: Final = tuple(_LANGUAGE_CODES.split())

# A window counts whole days: the longest month and year, so that none is cut short.
_DAYS: Final = {"day": 1, "week": 7, "month": 31, "year": 366}


def _tolerance(text: str) -> Tolerance:
    """Read `rounding`, `5%`, `fx 3%` or `3 days`."""
    if text == "rounding":
        return Tolerance("rounding")
    percent = re.fullmatch(r"(fx )?([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%", text)
    if percent:
        amount = Decimal(percent[2]) / 100
        return Tolerance("fx" if percent[1] else "relative", amount)
    absolute = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ([A-Za-z][A-Za-z0-9_/*]*)", text)
    if absolute and not absolute[2].lower().startswith("percent"):
        unit = absolute[2]
        single = unit.removesuffix("s")
        return Tolerance("absolute", Decimal(absolute[1]), single if single in _DAYS else unit)
    raise ValueError(
        f"unknown tolerance `{text}`: write `rounding`, `5%`, `fx 3%` or an amount such as `3 days`"
    )


def _window(text: str) -> int:
    """Read a length of time such as `7 days` into whole days."""
    found = re.fullmatch(r"([0-9]{1,5}) (day|week|month|year)s?", text)
    if not found:
        raise ValueError(f"unknown window `{text}`: write a length of time such as `7 days`")
    return int(found[1]) * _DAYS[found[2]]


TERM: Final = Text(what="a word")
TERMS: Final = Many(TERM)
BY_LANGUAGE: Final = Table(Choice(LANGUAGES, "language"), TERMS, at_least=1)
NAME: Final = Text(KEBAB, "a name in kebab-case")
LINE: Final = Text(r"[^\n]+\n?", "one line of text")
TOLERANCE: Final = Custom(_tolerance, {"type": "string"})
LANGUAGE: Final = Choice(LANGUAGES, "language")

FACET_VALUE: Final = Record(
    {
        "words": Field(BY_LANGUAGE, help="Words that say this value, per language."),
        "parts": Field(Many(NAME), help="Values of this facet that this one includes."),
        "complete": Field(Flag(), help="Whether the parts add up to the whole."),
        "several": Field(
            Flag(), help="Whether a story has many of these, so that none is held against another."
        ),
        "may-be-all": Field(
            Flag(), help="Whether this part may be the whole, so that one number for both is usual."
        ),
        "of-people": Field(
            Flag(), help="Whether it befalls people only, so that any noun counts them."
        ),
        "whole-unless": Field(
            Many(NAME),
            help="Values without which, and without the whole, this part of a report is the whole.",
        ),
        "out-of": Field(
            Many(NAME), help="Values that befell all whom this one befalls: who is freed was taken."
        ),
        "told-by": Field(NAME, help="A facet that tells this value wherever the text tells it."),
    }
)

SOLE: Final = ("player", "described", "any")

FACET: Final = Record(
    {
        "type": Field(Choice(FACET_TYPES, "facet type"), help="Where its values come from."),
        "values": Field(Table(NAME, FACET_VALUE, at_least=1), help="A closed list of values."),
        "required": Field(Flag(), help="Whether a quantity without it makes no claim."),
        "default": Field(TERM, help="The value when the text gives none."),
        "sole": Field(
            Choice(SOLE, "way"),
            help="The one person of a report need not be named, if `described` or in `any` case.",
        ),
    }
)

_POSITIVE = Number(low=Decimal(0))

COMPARE: Final = Record(
    {
        "tolerance": Field(
            OneOf((TOLERANCE, Many(TOLERANCE, unique=True, at_least=1))),
            help="`rounding`, `5%`, `3 days`, `fx 3%` or a list: the widest wins.",
        ),
        "window": Field(
            Custom(_window, {"type": "string", "pattern": r"^\d+ (day|week|month|year)s?$"}),
            help="How far apart two claims may be and still be compared, such as `7 days`.",
        ),
        "growth": Field(
            Number(low=Decimal(1)), help="The factor a cumulative count may grow by in a week."
        ),
        "anchor": Field(
            NAME, help="The event an elapsed time counts from, or a facet of type event."
        ),
        "in": Field(TERM, help="The unit of reports."),
        "per": Field(TERM, help="The period of a rate, such as `day`."),
        "min": Field(_POSITIVE, help="The smallest value considered, in the unit of the rule."),
        "scope": Field(Choice(("story", "corpus"), "scope"), help="Where claims are compared."),
        "dates": Field(
            Choice(("day", "period"), "dates"),
            help="`period`: a figure is of a month, quarter or year, and each has only one.",
        ),
        "measures": Field(
            Choice(("level", "change", "fall"), "measures"),
            help="`change`: the figure is a rise, so that `rose 4 %` is `4 %`; `fall`: a fall.",
        ),
        "fold": Field(
            Number(low=Decimal("1.25")),
            help="Figures of an event so many times apart are probably of two events.",
        ),
    }
)

_LEVEL = Choice(("error", "warning", "info"), "severity")

SEVERITY: Final = Record(
    {
        "same-article": Field(_LEVEL, help="Both claims stand in one article."),
        "other-article": Field(_LEVEL, help="The claims stand in two articles."),
        "other-speaker": Field(_LEVEL, help="Two named speakers say it."),
    }
)

FOUND: Final = Table(NAME, TERM, at_least=1)
SAMPLE: Final = Record(
    {
        "text": Field(TERM, required=True, help="A sentence or more."),
        "lang": Field(LANGUAGE, help="The language of the text."),
        "date": Field(DAY, help="The day of publication."),
        "outlet": Field(LINE, help="Who published it."),
    }
)

EXAMPLE: Final = Record(
    {
        "text": Field(TERM, help="A sentence or more."),
        "pair": Field(
            Many(OneOf((TERM, SAMPLE)), unique=False, at_least=2, at_most=2),
            help="Two texts to compare; without dates they are of one day.",
        ),
        "lang": Field(LANGUAGE, help="The language of the text or of both."),
        "date": Field(DAY, help="The day of publication."),
        "outlet": Field(LINE, help="Who published it."),
        "finds": Field(
            OneOf((Choice(("nothing",)), FOUND, Many(FOUND, unique=False, at_least=1))),
            help="The claim or claims found, or `nothing`.",
        ),
        "verdict": Field(Choice(tuple(REASONS), "verdict"), help="The verdict of comparing."),
        "because": Field(
            Text(r"facet [a-z0-9-]+|[a-z][a-z0-9-]*", "a reason code"), help="Its reason code."
        ),
        "todo": Field(LINE, help="The name of a known gap: the example does not hold yet."),
    }
)

_WORDS_HELP = "Words per language: `foo*` is any ending, `/…/` a regular expression."

RULE: Final = Record(
    {
        "id": Field(
            Text(KEBAB, "an id in kebab-case"), required=True, help="The id equals the file name."
        ),
        "title": Field(LINE, required=True, help="One line for tables."),
        "about": Field(TERM, help="Markdown for `checker rules show`."),
        "link": Field(Text(r"https?://\S+", "a web address"), help="Where to read more."),
        "extends": Field(NAME, help="The id of a rule whose keys are taken, then overridden."),
        "unit": Field(
            Text(UNIT, "`currency`, a unit such as `km/h`, or a count noun"),
            required=True,
            help="`currency`, a unit, or a count noun.",
        ),
        "kind": Field(Choice(KINDS, "kind"), required=True, help=f"One of {', '.join(KINDS)}."),
        "words": Field(
            OneOf(
                (NAME, BY_LANGUAGE),
                help="Write words by language, as in `words: {en: [tree, trees]}`.",
            ),
            required=True,
            help=f"{_WORDS_HELP} Or the name of a facet whose words name the thing counted.",
        ),
        "needs": Field(BY_LANGUAGE, help=f"One of these in the same sentence. {_WORDS_HELP}"),
        "unless": Field(BY_LANGUAGE, help=f"None of these in the same clause. {_WORDS_HELP}"),
        "resumes": Field(
            BY_LANGUAGE, help=f"These go on telling of what was named before. {_WORDS_HELP}"
        ),
        "facets": Field(
            Table(
                NAME,
                OneOf(
                    (Choice(FACET_TYPES[:-1], "facet type"), FACET),
                    help="Write a type such as `country`, or `values:`, each with its words.",
                ),
            ),
            help="What must match before two claims are compared.",
        ),
        "compare": Field(COMPARE, help="How two claims are compared."),
        "severity": Field(SEVERITY, help="The severity of `disagree`, by situation."),
        "message": Field(LINE, help="What a finding says first."),
        "metadata": Field(Table(NAME, TERM), help="Anything else, for your own use."),
        "min-version": Field(
            Text(r"\d+(\.\d+){0,2}", "a version such as 1.2"), help="The oldest tool that works."
        ),
        "told-before": Field(
            Flag(), help="Whether a later figure of an article stands without words of `needs`."
        ),
        "examples": Field(Many(EXAMPLE, unique=False), help="The tests of the rule."),
    }
)


def rule_schema() -> dict[str, Any]:
    """Return the JSON Schema of rule files, for editors; a child takes from its parent."""
    schema = json_schema(RULE, "A rule of checker: one quantity type")
    own = [key for key in schema.pop("required") if key != "id"]
    return schema | {
        "required": ["id"],
        "anyOf": [{"required": ["extends"]}, {"required": own}],
    }
