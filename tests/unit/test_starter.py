"""A drafted rule loads, its examples hold, and it says what was guessed."""

import pytest

from checker.errors import UsageError
from checker.lint import lint_rules
from checker.model import Rule, Sample
from checker.rates import load_rates
from checker.rules import Known, RuleFiles, load_rules, shipped_rules
from checker.starter import claimed_by, draft_rule
from checker.trials import try_rule

RATES = load_rates()


def drafted(*sentences: str, name: str = "") -> Rule:
    """Draft a rule, load it and see that its examples hold and nothing is to be said of it."""
    text = draft_rule([Sample(sentence) for sentence in sentences], RATES, name)
    assert text.startswith("# yaml-language-server: $schema=")
    path = text.split("id: ")[1].split("\n")[0] + ".yaml"
    loaded = load_rules({path: text})
    assert loaded.problems == ()
    (rule,) = loaded.rules
    trials = try_rule(rule, RATES)
    assert [trial.found for trial in trials if not trial.passed] == []
    against = sum(example.is_counterexample for example in rule.examples)
    assert against >= 2
    # Of "hundreds" no other number is known that surely disagrees.
    assert len(rule.examples) - against >= (1 if "undreds" in sentences[0] else 2)
    assert lint_rules(RuleFiles({path: text}), Known()) == ()
    return rule


@pytest.mark.parametrize(
    ("sentence", "unit", "kind", "words"),
    [
        ("The judge sent her to prison for 12 years.", "year", "event", ("prison",)),
        ("A court sent the old mayor to jail: 12 years in prison.", "year", "event", ("prison",)),
        ("A 34-year-old nurse was pulled from the lake.", "age", "event", ("nurse",)),
        ("Le maire est âgé de 64 ans.", "age", "event", ("maire",)),
        ("The drought has lasted 15 months.", "month", "event", ("drought",)),
        ("The bakery now employs 340 people.", "person", "level", ("person", "people")),
        ("L'usine emploie aujourd'hui 340 personnes.", "personne", "level", ("personne*",)),
        ("So far the town has built 120 homes.", "home", "cumulative", ("home", "homes")),
        ("Bislang hat die Stadt 120 Wohnungen gebaut.", "wohnung", "cumulative", ("wohnung*",)),
        ("Hasta ahora han plantado 1.200 pinos.", "pino", "cumulative", ("pino", "pinos")),
        ("Between 200 and 300 barns were destroyed.", "barn", "event", ("barn", "barns")),
        ("Hundreds of cows were lost in the flood.", "cow", "event", ("cow", "cows")),
        ("The storm has flattened 4,000 hectares of pines.", "hectare", "event", ("pines",)),
        ("The team paid a fee of £45m for the keeper.", "currency", "event", ("fee",)),
        ("Nurses gave 12,000 doses in a week.", "dose", "event", ("dose", "doses")),
        ("The rent takes 45% of their wages.", "percent", "share", ("wages",)),
        ("The pilots flew 60 sorties a day.", "sortie", "rate", ("sortie*",)),
        ("They handed over 500 blankets.", "blanket", "event", ("blanket*",)),
        ("Three climbers were hurt on the ridge.", "climber", "event", ("climber*",)),
        ("Le juge l'a envoyée en prison pour deux ans.", "year", "event", ("prison",)),
        (
            "Elle compte près de 3 500 infirmiers.",
            "infirmier",
            "event",
            ("infirmier*",),
        ),
    ],
)
def test_what_is_read_off_a_sentence(
    sentence: str, unit: str, kind: str, words: tuple[str, ...]
) -> None:
    rule = drafted(sentence)
    (found,) = rule.words.values()
    assert (rule.unit, rule.kind, found) == (unit, kind, words)


@pytest.mark.parametrize(
    ("sentence", "needs"),
    [
        # A verb is told by the forms of "have" and "be" before it, and by its ending.
        ("The mayors of the valley have now planted 300 trees.", ("planted",)),
        ("300 arbres ont été plantés par la mairie.", ("plantés",)),
        ("Three houses were badly damaged.", ("damaged",)),
        # Or it stands behind its subject, last before the number.
        ("The fleet flies 40 missions.", ("flies",)),
        ("Le maire offre aux élèves 40 vélos.", ("offre",)),
        ("Los vecinos rescataron a 12 perros.", ("rescataron",)),
        ("Die Feuerwehr rettete 12 Hunde aus dem Haus.", ("rettete",)),
        # Who says so made nothing happen.
        ("300 arbres ont été plantés, a indiqué la mairie.", ("plantés",)),
        # An article or an adjective makes it a noun.
        ("Farmers in the flooded valley lost 40 cows.", ("lost",)),
        # Without a verb the nearest words stand in for it.
        ("40 cows in the valley.", ("valley",)),
    ],
)
def test_what_happens_is_told_from_what_is_beside_it(sentence: str, needs: tuple[str, ...]) -> None:
    (found,) = drafted(sentence).needs.values()
    assert found == needs


def test_any_sentence_may_tell_the_kind() -> None:
    rule = drafted(
        "The nurses have given 12,000 doses so far.", "Les infirmiers ont donné 12 000 doses."
    )
    assert rule.kind == "cumulative"


def test_the_line_breaks_of_a_terminal_are_no_sentence_ends() -> None:
    rule = drafted("They planted\n300 trees\tin Kenya.")
    assert rule.needs["en"] == ("planted",)


def test_a_rule_that_counts_this_already_is_named() -> None:
    rules = shipped_rules().rules
    taken = [Sample("The wildfire burned 1,200 hectares of forest.", "en")]
    assert claimed_by(taken, rules) == ("area-burnt",)
    assert claimed_by([Sample("They handed over 500 blankets.", "en")], rules) == ()


def test_a_count_with_a_start_grows() -> None:
    rule = drafted("Rescuers have delivered 500 tents to Turkey since February.")
    assert rule.kind == "cumulative"
    assert [facet.name for facet in rule.facets] == ["receiver"]
    assert rule.needs["en"][0] == "delivered"
    assert str(rule.examples[0].finds[0]) == "value: 500, receiver: TR"  # type: ignore[index]


def test_names_dates_and_pronouns_are_no_words_of_a_rule() -> None:
    rule = drafted("On Monday, Anna Martin gave him 500 blankets in Oslo.")
    assert rule.needs["en"] == ("gave",)


def test_two_sentences_make_one_rule_in_two_languages() -> None:
    rule = drafted(
        "The nurses gave 12,000 vaccine doses.", "Les infirmiers ont donné 12 000 doses de vaccin."
    )
    assert set(rule.words) == {"en", "fr"}
    assert rule.id == "dose-gave"
    assert {sample.lang for example in rule.examples for sample in example.samples} == {"en", "fr"}


def test_a_hedge_is_kept_in_the_examples() -> None:
    rule = drafted("They handed over more than 500 blankets.")
    assert str(rule.examples[0].finds[0]) == "over: 500"  # type: ignore[index]


def test_the_name_given_is_the_id() -> None:
    assert drafted("They handed over 500 blankets.", name="blankets").id == "blankets"
    with pytest.raises(
        UsageError, match="`Bad Id` cannot be an id: write it in kebab-case, such as `bad-id`"
    ):
        draft_rule([Sample("They handed over 500 blankets.")], RATES, "Bad Id")


@pytest.mark.parametrize(
    ("sentences", "message"),
    [
        (["They handed over blankets."], "there is no number"),
        (["He flew the Su-35 home."], r"“35” \(name\)"),
        (["12"], "“12” does not say what is counted"),
        (["They planted 300 trees. " * 3000], r"planted 300 trees\.…” is too long"),
        (["They met two friends.", "It cost £4m."], "not one kind of quantity"),
    ],
)
def test_what_cannot_be_drafted_is_said(sentences: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draft_rule([Sample(sentence, "en") for sentence in sentences], RATES)


@pytest.mark.parametrize(
    "sentence",
    [
        'They called "500 blankets" a \\ gift: {no} [less].',
        "They handed over 500 blankets: yes, no, null — #1 & more!",
        "They handed\tover 500 blankets \x85 today.",
    ],
)
def test_hostile_sentences_stay_text(sentence: str) -> None:
    drafted(sentence)


def test_a_language_that_is_not_clear_is_asked_for() -> None:
    with pytest.raises(UsageError, match=r"say the language of “La 500 xyz” with --lang"):
        draft_rule([Sample("La 500 xyz")], RATES)
    with pytest.raises(UsageError, match="--lang"):
        draft_rule([Sample("They handed over 500 blankets.", "xx")], RATES)
    with pytest.raises(UsageError, match="--lang en,fr"):
        draft_rule([Sample("Strażacy uratowali 12 osób.")], RATES)
    assert list(drafted("Le Kenya a administré 2 millions de doses.").words) == ["fr"]
    # Too few words to tell it from German: a draft in English shows that it is one.
    assert list(drafted("Volunteers planted 300 trees in Kenya.").words) == ["en"]
