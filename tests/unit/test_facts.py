"""Which claims speak of one fact: facets, change, story, dates, repeats and families."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checker.facts import find_facts, find_stories, separation
from checker.facts.clusters import MOST_FITS, Placement, parting, placements
from checker.facts.naming import settled
from checker.facts.stories import group_stories
from checker.languages import load_language
from tests import claims as made

ENGLISH = load_language("en")
LANGUAGES = {"en": ENGLISH}

DRONES = made.rule(
    facets={
        "giver": "country",
        "receiver": "country",
        "status": {"pledged": {}, "delivered": {}},
    }
)


def facts_of(claims, rule=DRONES, articles=()):
    known, rules = {article.id: article for article in articles}, {rule.id: rule}
    return find_facts(claims, rules, known, find_stories(claims, rules, known, lambda: LANGUAGES))


def members(facts):
    """Name the claims of each fact; unsure ones in capitals."""
    named = []
    for fact in facts:
        unsure = dict(fact.unsure)
        ids = [c.id.upper() if c.id in unsure else c.id for c in fact.claims]
        named.append("".join(sorted(ids, key=str.lower)))
    return sorted(named)


def drones(name, **facets):
    return made.claim(name, DRONES, value=300, facets=facets)


AGES = made.rule(kind="event", facets={"person": "person", "role": {"suspect": {}, "victim": {}}})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Whoever is called so in the story is meant, by full name or by surname.
        (["ivo brandt/suspect", "/suspect"], ["ab"]),
        (["ivo brandt/suspect", "brandt", "/suspect"], ["abc"]),
        (["/suspect", "/suspect"], ["ab"]),
        # Somebody else: another description, a name that no report calls so, one of two.
        (["ivo brandt/suspect", "/victim"], ["a", "b"]),
        (["ivo brandt", "/suspect"], ["a", "b"]),
        (["/suspect", "/victim"], ["a", "b"]),
        (["ivo brandt/suspect", "ana ruiz/suspect", "/suspect"], ["a", "b", "c"]),
    ],
)
def test_a_description_is_of_whom_some_report_calls_so(told, expected):
    claims = []
    for name, text in zip("abc", told, strict=False):
        person, _, role = text.partition("/")
        known = {"person": person, "role": role}
        facets = {key: value for key, value in known.items() if value}
        claims.append(made.claim(name, AGES, value=30, facets=facets, article="one"))
    assert members(facts_of(claims, AGES)) == expected


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ({"role": "suspect"}, True),
        ({"role": "suspect", "person": "ivo brandt"}, False),
        ({"person": "ivo brandt"}, False),
        ({}, False),
    ],
)
def test_whoever_is_only_described_may_be_another_one_in_the_next_story(facets, expected):
    assert made.claim("a", AGES, value=30, facets=facets).is_described is expected


# --- facets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signatures", "expected"),
    [
        ([{"giver": "IR"}, {"giver": "IR"}], ["ab"]),
        ([{"giver": "IR"}, {"giver": "BY"}], ["a", "b"]),
        ([{"giver": "IR"}, {}], ["ab"]),
        ([{"giver": "IR"}, {"receiver": "RU"}], ["ab"]),
        ([{"giver": "IR", "receiver": "RU"}, {"giver": "IR"}, {"receiver": "RU"}], ["abc"]),
        ([{"giver": "IR"}, {"giver": "BY"}, {}], ["aC", "bC"]),
        ([{"giver": "IR"}, {"giver": "BY"}, {"receiver": "RU"}], ["aC", "bC"]),
        ([{"status": "pledged"}, {"status": "delivered"}], ["a", "b"]),
        ([{"giver": "IR", "status": "pledged"}, {"giver": "BY", "status": "delivered"},
          {"giver": "IR"}], ["ac", "b"]),
        ([{"giver": "IR", "receiver": "RU"}, {"giver": "IR", "receiver": "SY"},
          {"giver": "IR"}, {"giver": "BY"}], ["aC", "bC", "d"]),
        # Two that know nothing of each other's facet, and a third that contradicts only one.
        ([{"giver": "IR"}, {"receiver": "RU"}, {"giver": "BY", "receiver": "SY"}], ["ab", "c"]),
    ],
)  # fmt: skip
def test_claims_join_the_one_fact_they_fit(signatures, expected):
    claims = [drones(name, **known) for name, known in zip("abcd", signatures, strict=False)]
    assert members(facts_of(claims)) == expected
    assert members(facts_of(claims[::-1])) == expected


def test_what_fits_several_facts_names_the_facet_that_would_tell_them_apart():
    facts = facts_of([drones("a", giver="IR"), drones("b", giver="BY"), drones("c", receiver="RU")])
    assert [fact.unsure for fact in facts] == [(("c", "giver"),), (("c", "giver"),)]


def test_what_fits_too_many_facts_is_listed_on_none():
    known = [drones(f"a{n}", giver=f"G{n}") for n in range(MOST_FITS + 1)]
    facts = facts_of([*known, drones("b")])
    assert len(facts) == MOST_FITS + 1
    assert not any(fact.unsure for fact in facts)


def test_a_fact_knows_every_facet_that_a_claim_of_it_knows():
    (fact,) = facts_of([drones("a", giver="IR"), drones("b", receiver="RU")])
    assert fact.facets == (("giver", "IR"), ("receiver", "RU"))


def test_an_unsure_claim_lends_no_facet():
    facts = facts_of([drones("a", giver="IR"), drones("b", giver="BY"), drones("c", receiver="RU")])
    assert [fact.facets for fact in facts] == [(("giver", "BY"),), (("giver", "IR"),)]


def test_a_ring_of_claims_that_all_fit_two_others_is_not_joined():
    ring = [(("g", "1"),), (("r", "1"),), (("g", "2"),), (("r", "2"),)]
    assert placements(ring) == {signature: Placement(signature) for signature in ring}


def test_the_parting_facet_is_the_first_of_the_rule_that_differs():
    fits = [(("g", "1"), ("r", "1")), (("g", "1"), ("r", "2"))]
    assert parting(["g", "r"], (), fits) == "r"


# --- rules, change, repeats -----------------------------------------------------------------------


def test_claims_of_different_rules_never_meet():
    other = made.rule(id="drones-lost")
    claims = [made.claim("a", DRONES, value=300), made.claim("b", other, value=300)]
    facts = find_facts(claims, {DRONES.id: DRONES, other.id: other}, {})
    assert members(facts) == ["a", "b"]


def test_a_rise_is_no_level_and_no_fall():
    claims = [
        made.claim(name, DRONES, value=300, change=change)
        for name, change in (("a", None), ("b", "up"), ("c", "down"), ("d", "up"))
    ]
    assert members(facts_of(claims)) == ["a", "bd", "c"]


def test_a_repeat_is_no_claim_of_its_own_but_is_counted():
    claims = [drones("a"), made.claim("b", DRONES, value=300, repeats="a"), drones("c")]
    (fact,) = facts_of(claims)
    assert [claim.id for claim in fact.claims] == ["a", "c"]
    assert fact.repeats == ("b",)


def test_polarity_and_speaker_separate_nothing():
    claims = [
        made.claim("a", DRONES, value=300, speaker="Kirby"),
        made.claim("b", DRONES, value=300, polarity="denied"),
    ]
    assert members(facts_of(claims)) == ["ab"]


# --- dates ----------------------------------------------------------------------------------------

TROOPS = made.rule(id="troops", kind="level", unit="soldier", window=30)


def troops(name, date=None):
    return made.claim(name, TROOPS, value=100, date=date)


def test_a_window_parts_distant_dates():
    claims = [troops("a", "2022-01-01"), troops("b", "2022-01-20"), troops("c", "2022-06-01")]
    assert members(facts_of(claims, TROOPS)) == ["ab", "c"]


def test_a_window_allows_a_chain():
    claims = [troops("a", "2022-01-01"), troops("b", "2022-01-25"), troops("c", "2022-02-20")]
    assert members(facts_of(claims, TROOPS)) == ["abc"]


def test_a_claim_without_date_joins_the_only_time_there_is():
    assert members(facts_of([troops("a", "2022-01-01"), troops("b")], TROOPS)) == ["ab"]


def test_a_claim_without_date_between_two_times_is_unsure():
    claims = [troops("a", "2022-01-01"), troops("b", "2022-06-01"), troops("c")]
    facts = facts_of(claims, TROOPS)
    assert members(facts) == ["aC", "bC"]
    assert {fact.unsure for fact in facts} == {(("c", "date"),)}


def test_a_running_total_has_no_window():
    total = made.rule(id="total", window=30)
    claims = [made.claim(name, total, value=1, date=day) for name, day in
              (("a", "2020-01-01"), ("b", "2023-01-01"))]  # fmt: skip
    assert members(facts_of(claims, total)) == ["ab"]


WAR = made.rule(id="war", kind="elapsed", unit="month", facets={"war": "organisation"})


def test_an_elapsed_time_without_date_is_in_no_fact():
    claims = [made.claim("a", WAR, value=15, kind="duration", unit="month")]
    assert facts_of(claims, WAR) == ()


def test_an_anchor_joins_the_claims_that_may_count_from_it():
    claims = [
        made.claim("a", WAR, value=15, kind="duration", unit="month", date="2023-05-15"),
        made.claim("z", WAR, anchor=True, date="2022-02-24", facets={"war": "one"}),
    ]
    assert members(facts_of(claims, WAR)) == ["az"]


def test_one_of_two_anchors_is_not_guessed():
    anchors = [
        made.claim(name, WAR, anchor=True, date="2022-02-24", facets={"war": name}) for name in "yz"
    ]
    claim = made.claim("a", WAR, value=15, kind="duration", unit="month", date="2023-05-15")
    assert members(facts_of([claim, *anchors], WAR)) == ["a"]


# --- families -------------------------------------------------------------------------------------

LOSSES = made.rule(
    id="losses",
    unit="person",
    facets={
        "side": "country",
        "category": {"casualties": {"parts": ["killed"]}, "killed": {}, "lost": {}},
    },
)


def lost(name, **facets):
    return made.claim(name, LOSSES, value=100, unit="person", facets=facets)


def test_categories_of_one_side_are_facts_of_one_family():
    claims = [lost("a", side="RU", category="casualties"), lost("b", side="RU", category="killed")]
    first, second = facts_of(claims, LOSSES)
    assert first.family == second.family != ""


def test_categories_of_two_sides_are_two_families():
    claims = [lost("a", side="RU", category="casualties"), lost("b", side="UA", category="killed")]
    first, second = facts_of(claims, LOSSES)
    assert first.family != second.family


def test_a_rule_without_parts_has_no_families():
    assert {fact.family for fact in facts_of([drones("a"), drones("b", giver="IR")])} == {""}


# --- stories --------------------------------------------------------------------------------------

TOLL = made.rule(id="toll", kind="event", unit="person", facets={"side": "country"})


def toll(name, **facets):
    return made.claim(name, TOLL, value=12, unit="person", facets=facets)


def quake(name, place, town, published=None, event=None):
    text = f"A strong earthquake shook {place} on Friday. Rescuers in {town} found 12 dead."
    return made.article(name, text, published=published, event=event)


def test_reports_of_one_event_are_one_story():
    articles = [quake("a", "Lombara", "Tirso"), quake("b", "Lombara", "Tirso")]
    assert members(facts_of([toll("a"), toll("b")], TOLL, articles)) == ["ab"]


def test_two_similar_events_are_two_stories():
    articles = [quake("a", "Lombara", "Tirso"), quake("b", "Sembrano", "Vallega")]
    assert members(facts_of([toll("a"), toll("b")], TOLL, articles)) == ["a", "b"]


def test_one_place_years_apart_is_two_stories():
    articles = [
        quake("a", "Lombara", "Tirso", "2019-03-01"),
        quake("b", "Lombara", "Tirso", "2022-03-01"),
    ]
    assert members(facts_of([toll("a"), toll("b")], TOLL, articles)) == ["a", "b"]


def test_metadata_says_which_story_it_is():
    articles = [
        quake("a", "Lombara", "Tirso", event="main shock"),
        quake("b", "Lombara", "Tirso", event="aftershock"),
        quake("c", "Sembrano", "Vallega", event="main shock"),
    ]
    assert members(facts_of([toll("a"), toll("b"), toll("c")], TOLL, articles)) == ["ac", "b"]


def test_a_country_that_every_article_names_joins_none():
    happened = (
        "A ferry sank off Orbana with its crew while the Sea Star looked on from the harbour.",
        "Voters in Peltavia chose Mila Trent as mayor after a long count of paper ballots.",
        "Strikers closed the port of Quarrel, where grain ships wait for the dockers of Venn.",
        "A court in Rundal jailed the banker Otto Faye for forging bonds and hiding cash.",
        "Snow blocked the pass above Soltern and stranded skiers in huts of the Alpine Club.",
        "Farmers near Tambor sold their herds to the Brill dairy because hay had run short.",
    )
    articles = [
        made.article(f"a{n}", f"{text} Lombara has seen it before.")
        for n, text in enumerate(happened)
    ]
    assert len(set(group_stories(articles, LANGUAGES).values())) == len(happened)


def test_ten_reports_of_one_event_are_one_story():
    said = ("police", "doctors", "the mayor", "a witness", "rescuers", "officials", "the army",
            "a spokesman", "neighbours", "the governor")  # fmt: skip
    articles = [
        made.article(f"a{n}", f"A quake shook Lombara near Tirso on Friday, {who} said.")
        for n, who in enumerate(said)
    ]
    assert len(set(group_stories(articles, LANGUAGES).values())) == 1


def test_a_story_does_not_hang_on_articles_about_something_else():
    told = [quake("a", "Lombara", "Tirso"), quake("b", "Lombara", "Tirso")]
    other = made.article("z", "The Orbana orchestra played Vost in Peltavia.")
    with_other = group_stories([*told, other], LANGUAGES)
    assert {with_other[name] for name in "ab"} == set(group_stories(told, LANGUAGES).values())


def test_reports_of_one_day_are_found_among_many_of_one_place():
    """Ids are in no order of time, and every article names the same place."""
    days = [date(2019, 1, 1) + timedelta(days=20 * n) for n in range(50)]
    articles = [
        quake(f"{side}{n:02}", "Lombara", "Tirso", str(day))
        for n, day in enumerate(days)
        for side in "ab"
    ]
    stories = group_stories(articles, LANGUAGES)
    assert [stories[f"a{n:02}"] == stories[f"b{n:02}"] for n in range(50)] == [True] * 50
    assert len(set(stories.values())) == 50


def test_a_report_without_a_day_joins_one_that_has_one():
    articles = [
        quake("a", "Lombara", "Tirso", "2019-03-01"),
        quake("b", "Lombara", "Tirso"),
        quake("c", "Sembrano", "Vallega", "2019-03-01"),
    ]
    stories = group_stories(articles, LANGUAGES)
    assert (stories["a"] == stories["b"], stories["b"] == stories["c"]) == (True, False)


# Two groups of reports in the same words, on two magnitudes, that share no figure.
MAGNITUDE = made.rule(id="magnitude", kind="event", unit="magnitude", scope="story")


def shaken(values):
    """Make reports of a quake in one place, one for each magnitude."""
    articles = [quake(f"a{n}", "Lombara", "Tirso") for n in range(len(values))]
    claims = [
        made.claim(article.id, MAGNITUDE, value=value, unit="magnitude")
        for article, value in zip(articles, values, strict=True)
    ]
    return facts_of(claims, MAGNITUDE, articles)


def test_two_groups_of_reports_without_a_figure_in_common_are_two_stories():
    assert len(shaken(["5.6", "5.6", "5.6", "6.1", "6.1", "6.1"])) == 2


def test_one_report_with_a_figure_of_its_own_is_of_the_same_story():
    assert len(shaken(["5.6", "5.6", "5.6", "6.1"])) == 1


def test_a_figure_that_two_groups_share_keeps_them_together():
    articles = [quake(f"a{n}", "Lombara", "Tirso") for n in range(6)]
    rules = {MAGNITUDE.id: MAGNITUDE, TOLL.id: TOLL}
    values = ["5.6", "5.6", "5.6", "6.1", "6.1", "6.1"]
    claims = [
        made.claim(f"m{n}", MAGNITUDE, value=value, unit="magnitude", article=f"a{n}")
        for n, value in enumerate(values)
    ]
    claims += [made.claim(f"t{n}", TOLL, value=12, unit="person", article=f"a{n}") for n in (1, 4)]
    known = {article.id: article for article in articles}
    stories = find_stories(claims, rules, known, lambda: LANGUAGES)
    assert len(set(stories.values())) == 1


# --- two figures in one article, weekdays, names --------------------------------------------------


def test_an_article_with_two_figures_speaks_of_two_things():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        made.claim("a", TOLL, value=12, unit="person", article="x"),
        made.claim("b", TOLL, value=40, unit="person", article="x"),
        made.claim("c", TOLL, value=12, unit="person", article="y"),
    ]
    assert members(facts_of(claims, TOLL, articles)) == ["ac", "b"]


def test_where_no_other_report_gives_either_figure_both_are_open():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        made.claim("a", TOLL, value=12, unit="person", article="x"),
        made.claim("b", TOLL, value=40, unit="person", article="x"),
        made.claim("c", TOLL, value=25, unit="person", article="y"),
    ]
    assert members(facts_of(claims, TOLL, articles)) == ["ABc"]


def test_what_is_told_of_a_place_of_its_own_leaves_the_other_figure_alone():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        made.claim("a", TOLL, value=12, unit="person", article="x"),
        made.claim("b", TOLL, value=40, unit="person", article="x", within="ostra"),
        made.claim("c", TOLL, value=25, unit="person", article="y"),
    ]
    assert members(facts_of(claims, TOLL, articles)) == ["ac", "b"]


HURT = made.rule(id="hurt", unit="person", kind="event", scope="story")


def hurt(name, value, article, **known):
    return made.claim(name, HURT, value=value, unit="person", article=article, **known)


def test_figures_told_place_by_place_meet_those_of_their_place_alone():
    articles = [quake(name, "Lombara", "Tirso") for name in "xyz"]
    claims = [
        hurt("a", 12, "x", at="ostra"),
        hurt("b", 40, "x", at="vero"),
        hurt("c", 52, "y"),
        hurt("d", 13, "z", at="ostra province"),
    ]
    assert members(facts_of(claims, HURT, articles)) == ["ad", "b", "c"]


def test_a_part_in_the_sentence_of_its_whole_is_of_its_place():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        hurt("a", 52, "x", quote="52 dead, 12 of them in Ostra"),
        hurt("b", 12, "x", quote="52 dead, 12 of them in Ostra", at="ostra"),
        hurt("c", 14, "y", at="ostra"),
    ]
    assert members(facts_of(claims, HURT, articles)) == ["a", "bc"]


def test_a_number_told_apart_from_one_that_no_rule_reads_is_of_its_place():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [hurt("a", 12, "x", at="ostra", apart=("ostra", "vero")), hurt("b", 52, "y")]
    assert members(facts_of(claims, HURT, articles)) == ["a", "b"]


def test_a_place_that_no_report_tells_apart_separates_nothing():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [hurt("a", 12, "x", at="ostra"), hurt("b", 52, "y")]
    assert members(facts_of(claims, HURT, articles)) == ["ab"]


def test_two_places_with_one_figure_may_be_one_place():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        hurt("a", 12, "x", at="ostra"),
        hurt("b", 12, "x", at="lombara"),
        hurt("c", 52, "y"),
    ]
    assert members(facts_of(claims, HURT, articles)) == ["abc"]


MARCH = made.rule(id="march", unit="person", kind="event", scope="story", facets={"place": "place"})


def march(name, value, article, **known):
    return made.claim(name, MARCH, value=value, unit="person", article=article, **known)


def test_the_figure_of_a_whole_is_of_none_of_the_places_told_apart_from_it():
    articles = [quake(name, "Lombara", "Tirso") for name in "xyz"]
    claims = [
        march("a", 52, "x"),
        march("b", 12, "x", facets={"place": "tirso"}),
        march("c", 60, "y"),
        march("d", 14, "z", facets={"place": "tirso"}),
    ]
    assert members(facts_of(claims, MARCH, articles)) == ["ac", "bd"]


def test_who_contradict_each_other_tell_no_places_apart():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        march("a", 52, "x", speaker="Ana Ruiz"),
        march("b", 12, "x", speaker="Ivo Brandt", facets={"place": "tirso"}),
        march("c", 12, "y"),
    ]
    assert members(facts_of(claims, MARCH, articles)) == ["abc"]


def test_a_rule_about_countries_compares_by_these():
    articles = [quake(name, "Lombara", "Tirso") for name in "xy"]
    claims = [
        made.claim("a", TOLL, value=12, unit="person", article="x", at="ostra"),
        made.claim("b", TOLL, value=40, unit="person", article="x", at="vero"),
        made.claim("c", TOLL, value=52, unit="person", article="y"),
    ]
    assert members(facts_of(claims, TOLL, articles)) == ["ABc"]


def test_two_figures_of_one_article_meet_whatever_their_nouns():
    claims = [
        made.claim("a", TOLL, value=12, unit="miner", article="x"),
        made.claim("b", TOLL, value=40, unit="person", article="x"),
    ]
    assert members(facts_of(claims, TOLL, [quake("x", "Lombara", "Tirso")])) == ["a", "b"]


def test_two_figures_of_one_article_alone_are_compared_with_nothing():
    claims = [
        made.claim(name, TOLL, value=value, unit="person", article="x")
        for name, value in (("a", 12), ("b", 40))
    ]
    assert members(facts_of(claims, TOLL, [quake("x", "Lombara", "Tirso")])) == ["a", "b"]


def test_two_people_who_contradict_each_other_in_one_article_do():
    claims = [
        made.claim(name, TOLL, value=value, unit="person", article="x", speaker=who)
        for name, value, who in (("a", 12, "Ana Ruiz"), ("b", 40, "Ivo Brandt"))
    ]
    assert members(facts_of(claims, TOLL, [quake("x", "Lombara", "Tirso")])) == ["ab"]


def test_a_claim_that_names_neither_of_two_persons_is_open():
    rule = made.rule(
        id="fall", kind="event", unit="meter", scope="story", window=7, facets={"person": "person"}
    )
    told = "In Lombara, Ana Ruiz and Eva Lund fell from two towers of the Tirso works."
    claims = [
        made.claim(key, rule, value=300, unit="meter", facets=facets)
        for key, facets in (
            ("a", {"person": "ana ruiz"}),
            ("b", {"person": "eva lund"}),
            ("c", {}),
        )
    ]
    articles = [made.article(name, told) for name in "abc"]
    assert members(facts_of(claims, rule, articles)) == ["aC", "bC"]
    nameless = made.article("c", "In Lombara, someone fell from a tower of the Tirso works.")
    assert members(facts_of(claims, rule, [*articles[:2], nameless])) == ["a", "b", "c"]


def test_two_readings_of_one_figure_are_one_thing():
    claims = [
        made.claim("a", TOLL, value=50, hedges=["approx"], unit="person", article="x"),
        made.claim("b", TOLL, value=52, unit="person", article="x"),
    ]
    assert members(facts_of(claims, TOLL, [quake("x", "Lombara", "Tirso")])) == ["ab"]


def test_events_of_two_weekdays_are_two_events():
    articles = [quake(name, "Lombara", "Tirso") for name in "xyz"]
    claims = [
        made.claim("a", TOLL, value=12, unit="person", article="x", weekday=5),
        made.claim("b", TOLL, value=15, unit="person", article="y", weekday=6),
        made.claim("c", TOLL, value=12, unit="person", article="z"),
    ]
    assert members(facts_of(claims, TOLL, articles)) == ["abc"]
    daily = made.rule(id="toll", kind="event", unit="person", window=30)
    assert members(facts_of(claims, daily, articles)) == ["aC", "bC"]


AGE = made.rule(id="age", kind="event", unit="age", scope="story", facets={"person": "person"})


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("ana ruiz", "ana ruiz"), ["ab"]),
        (("ana ruiz", "ruiz"), ["ab"]),
        (("ana maria ruiz", "ana ruiz"), ["ab"]),
        (("john smith jr", "john smith"), ["ab"]),
        (("ana ruiz", "luis ruiz"), ["a", "b"]),
        (("ana ruiz", "ana soler"), ["a", "b"]),
    ],
)
def test_one_person_has_several_names(names, expected):
    articles = [quake(name, "Lombara", "Tirso") for name in "ab"]
    claims = [
        made.claim(key, AGE, value=34, unit="year", facets={"person": name})
        for key, name in zip("ab", names, strict=True)
    ]
    assert members(facts_of(claims, AGE, articles)) == expected


def test_a_surname_of_two_persons_is_nobodys():
    articles = [quake(name, "Lombara", "Tirso") for name in "abc"]
    claims = [
        made.claim(key, AGE, value=34, unit="year", facets={"person": name})
        for key, name in zip("abc", ("ana ruiz", "luis ruiz", "ruiz"), strict=True)
    ]
    assert members(facts_of(claims, AGE, articles)) == ["a", "b", "c"]


DEAL = made.rule(
    id="deal", kind="event", unit="currency", scope="story", facets={"bought": "organisation"}
)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("aris chips inc", "aris"), ["ab"]),
        (("general mail order", "gmo"), ["ab"]),
        (("aris", "boreal"), ["a", "b"]),
    ],
)
def test_one_firm_has_several_names(names, expected):
    articles = [quake(name, "Lombara", "Tirso") for name in "ab"]
    claims = [
        made.claim(key, DEAL, value=300, unit="USD", kind="currency", facets={"bought": name})
        for key, name in zip("ab", names, strict=True)
    ]
    assert members(facts_of(claims, DEAL, articles)) == expected


def test_a_named_party_needs_no_story():
    articles = [quake("a", "Lombara", "Tirso"), quake("b", "Sembrano", "Vallega")]
    claims = [toll("a", side="RU"), toll("b", side="RU")]
    assert members(facts_of(claims, TOLL, articles)) == ["ab"]


def test_a_claim_without_party_joins_the_fact_of_its_own_story_only():
    articles = [quake("a", "Lombara", "Tirso"), quake("b", "Sembrano", "Vallega")]
    claims = [toll("a", side="RU"), made.claim("c", TOLL, value=9, unit="person", article="a"),
              made.claim("d", TOLL, value=9, unit="person", article="b")]  # fmt: skip
    assert members(facts_of(claims, TOLL, articles)) == ["ac", "d"]


def test_a_rule_may_ask_for_one_story_whoever_is_named():
    rule = made.rule(id="told", unit="person", scope="story", facets={"side": "country"})
    articles = [quake("a", "Lombara", "Tirso"), quake("b", "Sembrano", "Vallega")]
    claims = [
        made.claim(name, rule, value=9, unit="person", facets={"side": "RU"}) for name in "ab"
    ]
    assert members(facts_of(claims, rule, articles)) == ["a", "b"]


def test_one_article_is_always_one_story():
    claims = [
        made.claim(name, TOLL, value=number, unit="person", article="one")
        for name, number in (("a", 12), ("b", 12))
    ]
    assert members(facts_of(claims, TOLL, [made.article("one", "No names here.")])) == ["ab"]


# --- what separates two claims --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, None),
        ({"change": "up"}, {}, "change"),
        ({"facets": {"side": "RU"}}, {"facets": {"side": "UA"}}, "facet side"),
        ({"facets": {"side": "RU"}}, {}, None),
        ({"date": "2022-01-01"}, {"date": "2022-03-01"}, "window"),
        ({"date": "2022-01-01"}, {"date": "2022-01-21"}, None),
        ({"date": "2022-01-01"}, {}, None),
    ],
)
def test_what_separates_two_claims(one, other, expected):
    rule = made.rule(kind="level", window=30, facets={"side": "country"})
    pair = made.claim("a", rule, value=1, **one), made.claim("b", rule, value=1, **other)
    assert separation(pair, rule, {}) == expected


def test_stories_separate_claims_without_party():
    assert separation((toll("a"), toll("b")), TOLL, {"a": "one", "b": "two"}) == "story"
    assert separation((toll("a"), toll("b")), TOLL, {"a": "one", "b": "one"}) is None


def test_reports_in_two_languages_share_a_name_and_a_word():
    english = made.article("a", "A mine caved in at Drevnik, and miners died near Drevnik.")
    french = made.article("b", "Une mine a cédé à Drevnik, près de Drevnik.", language="fr")
    assert len(set(group_stories([english, french]).values())) == 1


def test_reports_in_two_languages_without_a_name_in_common_are_two_stories():
    english = made.article("a", "A mine caved in at Drevnik, and miners died near Drevnik.")
    french = made.article("b", "Une mine a cédé à Ostra, près de Lombara.", language="fr")
    assert len(set(group_stories([english, french]).values())) == 2


def test_firms_go_by_their_name_without_what_they_are():
    names = {"carmaker ostra", "ostra", "dorn"}
    assert settled(names, "organisation") == {
        "carmaker ostra": "ostra",
        "ostra": "ostra",
        "dorn": "dorn",
    }
