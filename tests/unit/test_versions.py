"""Two versions of an article: which numbers changed, came and went, and which only look so."""

from __future__ import annotations

from functools import cache

import pytest

from checker import __version__
from checker.model import Article
from checker.model.versions import Stated, VersionDiff
from checker.pipeline import make_placer
from checker.rules import read_rules
from checker.versions import diff_of
from tests.property.strategies_of_versions import article_of


@cache
def placer(is_bare: bool) -> object:
    """Compile the shipped rules once; none where claims are no matter."""
    return make_placer(() if is_bare else read_rules((), version=__version__).rules)


def diff(
    old: str | Article, new: str | Article, lang: str = "en", rules: bool = False
) -> VersionDiff:
    place = placer(not rules)
    sides = [article_of(side, lang) if isinstance(side, str) else side for side in (old, new)]
    return diff_of(place(sides[0]), place(sides[1]))  # type: ignore[operator]


def told(found: VersionDiff) -> list[tuple[str, str]]:
    """Return what each changed number was and is."""

    def surface(side: Stated | None) -> str:
        return side.quantity.surface if side else ""

    return [(surface(change.before), surface(change.after)) for change in found.changes]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They sent 300 drones.", "They sent three hundred drones."),
        ("It costs £231m now.", "It costs £231 million now."),
        ("It costs £231m now.", "Now it costs £231,000,000."),
        ("It is 2.30 m high.", "It is 2.3 metres high."),
        ("The trip takes 60 minutes.", "The trip takes one hour."),
        ("About 300 people came.", "Around 300 people came."),
        ("In all 300 people were killed.", "In all 300 were killed."),
        ("There were 12 dead and 30 wounded.", "There were 30 wounded and 12 dead."),
        ("They sent 300 drones, and 12 tanks.", "They sent 300 drones. Also 12 tanks."),
        ("They sent 300 armed drones.", "They sent 300 drones."),
        ("They sent 300 drones.", "He said: “They sent 300 drones”."),
        ("It costs $5m to build.", "It costs USD 5 million to build."),
        ("Built in 1999, it has 12 rooms.", "Built in 2001, it has 12 rooms."),
        ("Some 80 men came.\n\nThen 60 women.", "Then 60 women.\n\nSome 80 men came."),
        ("One line\nof 12 words in it.", "One line of 12 words in it."),
        ("| 12 | 300 |", "| 12   | 300 |"),
    ],
)
def test_what_is_only_written_otherwise_did_not_change(old: str, new: str) -> None:
    assert told(diff(old, new)) == []
    assert told(diff(new, old)) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("They sent 300 drones.", "They sent 400 drones.", [("300 drones", "400 drones")]),
        ("They sent 1 drone.", "They sent 2 drones.", [("1 drone", "2 drones")]),
        ("They sent 300 drones.", "They sent 400 missiles.", [("300 drones", "400 missiles")]),
        (
            "They sent 300 drones.",
            "They sent more than 300 drones.",
            [("300 drones", "more than 300 drones")],
        ),
        ("It costs $5m to build.", "It costs €5m to build.", [("$5m", "€5m")]),
        ("It costs £5m to build.", "It costs £5bn to build.", [("£5m", "£5bn")]),
        ("It is 5 miles away.", "It is 5 km away.", [("5 miles", "5 km")]),
        ("The trip takes 60 minutes.", "The trip takes 2 hours.", [("60 minutes", "2 hours")]),
        ("Prices rose by 5% in May.", "Prices fell by 5% in May.", [("5%", "5%")]),
        (
            "There were 12 dead and 15 hurt.",
            "There were 15 dead and 12 hurt.",
            [("12 dead", "15 dead"), ("15 hurt", "12 hurt")],
        ),
        (
            "There were 12 people in Kent and 15 people in Devon.",
            "There were 15 people in Kent and 12 people in Devon, he said.",
            [("12 people", "15 people"), ("15 people", "12 people")],
        ),
        (
            "It fell from 50 to 40 points.",
            "It fell from 60 to 40 points.",
            [("50", "60")],
        ),
        ("They sent 300 drones.", "They sent drones.", [("300 drones", "")]),
        ("They sent drones.", "They sent 300 drones.", [("", "300 drones")]),
        ("They sent 300 drones.", "He has 12 cats at home.", [("300 drones", ""), ("", "12 cats")]),
        (
            "On Monday 12 people were hurt.\n\nIt rained.",
            "It rained for 3 days.\n\nOn Monday 13 people were hurt.",
            [("", "3 days"), ("12 people", "13 people")],
        ),
        (
            "Five ships left Dover. Five ships left Hull.",
            "Five ships left Dover. Six ships left Hull.",
            [("Five ships", "Six ships")],
        ),
        (
            "| Kent | 12 |\n| Devon | 30 |",
            "| Kent | 14 |\n| Dorset | 7 |\n| Devon | 30 |",
            [("12", "14"), ("", "7")],
        ),
        (
            "| Place | Deaths |\n|---|---|\n| Kent | 12 |\n| Devon | 12 |",
            "| Place | Deaths |\n|---|---|\n| Devon | 12 |\n| Kent | 15 |",
            [("12", "15")],
        ),
        ("- 80 men\n- 60 women", "- 60 women\n- 82 men", [("80 men", "82 men")]),
    ],
)
def test_changes(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert told(diff(old, new)) == changes


@pytest.mark.parametrize(
    ("lang", "old", "new", "changes"),
    [
        ("fr", "Il y a 300 blessés.", "Il y a trois cents blessés.", []),
        ("fr", "Il y a 300 blessés.", "Il y a 400 blessés.", [("300 blessés", "400 blessés")]),
        ("es", "Cuesta 2,3 millones de euros.", "Cuesta 2.300.000 euros.", []),
        ("de", "Es gab 12 Tote.", "Es gab zwölf Tote.", []),
        ("de", "Es gab 12 Tote.", "Es gab 13 Tote.", [("12 Tote", "13 Tote")]),
        ("it", "Ci sono 12 morti.", "Ci sono dodici morti.", []),
        ("pt", "Morreram 12 pessoas.", "Morreram 21 pessoas.", [("12 pessoas", "21 pessoas")]),
    ],
)
def test_other_languages(lang: str, old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert told(diff(old, new, lang)) == changes


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        # The same claim, told in other words.
        (
            "Iran has supplied 300 drones to Russia.",
            "Moscow, a diplomat said, received some 400 unmanned aerial vehicles from Tehran.",
            [["drones-supplied"]],
        ),
        # The same number of another giver is another claim.
        (
            "Iran has supplied 300 drones to Russia.",
            "China has supplied 300 drones to Russia.",
            [["drones-supplied"]],
        ),
        ("Iran has supplied 300 drones to Russia.", "Iran supplied Russia with 300 drones.", []),
        ("They own 300 cats.", "They own 400 cats.", [[]]),
    ],
)
def test_the_claims_a_change_belongs_to(old: str, new: str, rules: list[list[str]]) -> None:
    found = diff(old, new, rules=True)
    assert [[claim.rule for claim in change.claims] for change in found.changed] == rules
    assert len(found.changed_claims) == sum(map(bool, rules))


def test_facets_of_the_newer_number_are_shown() -> None:
    found = diff(
        "Iran has supplied 300 drones to Russia.",
        "China has supplied 300 drones to Russia.",
        rules=True,
    )
    (change,) = found.changes
    (claim,) = change.claims
    assert claim.facet("giver") == "CN"


def test_a_note_covers_what_changed_and_its_own_numbers_are_no_change() -> None:
    found = diff(
        "They sent 300 drones to Kyiv.",
        "They sent 400 drones to Kyiv.\n\n"
        "Correction: an earlier version of this article said 300 drones were sent; it was 400.",
    )
    assert told(found) == [("300 drones", "400 drones")]
    assert [note.line for note in found.notes] == [3]


def test_a_note_that_stood_there_before_covers_nothing() -> None:
    note = "\n\nCorrection: it was 5 ships, not 6."
    found = diff("They sent 300 drones." + note, "They sent 400 drones." + note)
    assert (told(found), found.notes) == ([("300 drones", "400 drones")], ())


def test_boilerplate_is_left_alone() -> None:
    body = "They sent 300 drones to the front, the ministry said on Monday.\n\n"
    old = diff(body + "Read also: 12 things to know", body + "Read also: 15 things to know")
    assert told(old) == []


def test_many_numbers_take_no_more_than_their_time() -> None:
    many = " ".join(f"{number} drones," for number in range(100, 1_100))
    other = " ".join(f"{number} tanks," for number in range(2_100, 3_100))
    assert len(diff(many, other).changes) >= 1_000
    lines = "\n".join(f"Line {n}: {n} people said so." for n in range(100, 1_600))
    assert told(diff(lines, lines.replace("1500 people", "9 people"))) == [
        ("1500 people", "9 people")
    ]
