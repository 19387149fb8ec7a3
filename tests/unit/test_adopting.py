"""What is left over joins the one group it is clearly most like, and names keep groups apart."""

from __future__ import annotations

from collections import Counter

from checker.facts.adopting import adopted
from checker.facts.groups import Group
from checker.facts.seats import Seats
from checker.facts.stories import group_stories
from checker.facts.terms import tellings
from checker.languages import load_language
from tests import claims as made

LANGUAGES = {"en": load_language("en")}

MINE = (
    "A mine caved in at Drevnik, trapping miners deep below the Kolda shaft, Halvex said.",
    "Rescuers drilled towards the trapped miners of the Kolda shaft at Drevnik, Halvex said.",
    "Families of the trapped miners kept watch in Drevnik while rescuers drilled into Kolda.",
)
FERRY = (
    "A ferry sank in a storm off Orbana, drowning sailors of the Sea Star, the coast guard said.",
    "Divers sought drowned sailors of the Sea Star, the ferry that sank in a storm off Orbana.",
    "The Sea Star left Orbana in a storm, and divers of the coast guard found its drowned sailors.",
)


def stories_of(*texts):
    """Return which texts are of one story, by their places in the order given."""
    articles = [made.article(f"a{n:02}", text) for n, text in enumerate(texts)]
    told = group_stories(articles, LANGUAGES)
    groups = {}
    for n, article in enumerate(articles):
        groups.setdefault(told[article.id], set()).add(n)
    return sorted(map(sorted, groups.values()))


TERSE = "Halvex was warned of water, a union said, as rescuers drilled for its trapped miners."


def test_a_terse_report_joins_what_all_others_tell_together():
    assert stories_of(*MINE, *FERRY, TERSE) == [[0, 1, 2, 6], [3, 4, 5]]


def test_what_fits_two_events_stays_alone():
    either = (
        "Otto Faye leaves the Tambor Courier to breed sheep in Peltavia. His pages on divers of"
        " Orbana and rescuers of Drevnik won a Brill medal."
    )
    assert [6] in stories_of(*MINE, *FERRY, either)


MOURNED = (
    "Otto Faye, the Tambor tenor, sang at Soltern for a trapped cousin and, to Peltavia's surprise,"
    " kissed a Halvex clerk."
)


def test_one_name_in_common_with_another_report_keeps_none_from_its_event():
    """A report that shares a country's name and nothing else tells of no second event."""
    told = stories_of(*MINE, *FERRY, MOURNED, "Snow in Peltavia.")
    assert told == [[0, 1, 2, 6], [3, 4, 5], [7]]


def test_a_name_and_a_word_in_common_with_another_report_do():
    told = stories_of(*MINE, *FERRY, MOURNED, "A clerk left Peltavia for good.")
    assert [0, 1, 2, 6] not in told


def test_words_of_any_report_join_nothing():
    assert [6] in stories_of(*MINE, *FERRY, "A spokesman said they would watch.")


def test_other_names_keep_a_report_apart():
    other = "Rescuers drilled for the trapped miners of Sembrano, Ivo Brandt said in Vallega."
    assert [6] in stories_of(*MINE, *FERRY, other)


def test_other_reports_change_nothing():
    assert stories_of(*MINE, TERSE) == [[0, 1, 2, 3]]


def climbs(who, *, at="Mount Harrow"):
    return (
        f"The climber {who} fell from {at} in a storm, guides said.",
        f"Guides carried {who} down {at} after the fall in a storm.",
        f"A storm hid {at} when {who} fell, guides said of the climber.",
    )


def test_two_who_fell_from_one_mountain_are_two_stories():
    assert stories_of(*climbs("Ivo Brandt"), *climbs("Mila Trent")) == [[0, 1, 2], [3, 4, 5]]


def test_one_who_is_named_in_all_reports_is_one_story():
    assert stories_of(*climbs("Ivo Brandt"), *climbs("Brandt")) == [[0, 1, 2, 3, 4, 5]]


def test_a_look_back_at_the_other_event_joins_them_no_more():
    back = "Mila Trent fell from Mount Harrow, a month after the climber Ivo Brandt fell there."
    told = stories_of(*climbs("Ivo Brandt"), *climbs("Mila Trent"), back)
    assert told == [[0, 1, 2], [3, 4, 5, 6]]


def told(members, names, narrow):
    """Make a group of reports that tell some names as news, of which `narrow` are of no country."""
    terms = dict.fromkeys(["drones", "sirens", "gunners", *names], 1.0)
    return Group(members, terms, None, frozenset(names), Counter(names), narrow=frozenset(narrow))


def test_a_report_that_names_a_town_of_its_own_is_left_to_no_other_town():
    """Two raids on one country are told in the same words but for the town."""
    raid = told(["a", "b", "c"], ["drevnik", "ukraine"], ["drevnik"])
    names = frozenset({"drevnik", "orbana", "ukraine"})
    same = told(["d"], ["drevnik", "ukraine"], ["drevnik"])
    assert len(adopted([raid, same], names, Seats({}))) == 1
    raid = told(["a", "b", "c"], ["drevnik", "ukraine"], ["drevnik"])
    other = told(["d"], ["orbana", "ukraine"], ["orbana"])
    assert len(adopted([raid, other], names, Seats({}))) == 2
    silent = told(["d"], ["ukraine", "europe"], [])
    assert len(adopted([raid, silent], names, Seats({}))) == 1


def test_a_country_and_its_people_are_no_town():
    text = "Russian drones hit Orbana in Ukraine, the Ukrainian governor Otto Faye said."
    article = made.article("a", text)
    telling = tellings([article], LANGUAGES)[0]["a"]
    assert telling.narrow == {"orbana", "otto", "faye"}
    assert telling.names - telling.narrow == {"ukrain"}
