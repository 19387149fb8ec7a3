"""Who and what a number is about: persons, firms, places, parts, categories and speakers."""

from datetime import date

import pytest

from checker.model import Article, Claim
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = shipped_rules()
DAY = date(2023, 5, 15)


def claims_of(text: str, rule: str, lang: str = "en") -> list[Claim]:
    """Return what one shipped rule makes of a text."""
    article = Article("one", "one.txt", text, lang, DAY)
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named([rule]))
    return list(reading.claims)


def told(text: str, rule: str, facet: str, lang: str = "en") -> list[str | None]:
    """Return the values of one facet of every claim."""
    return [claim.facet(facet) for claim in claims_of(text, rule, lang)]


# --- the share of one place -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Corvo will cut 1,200 jobs at its Orbana plant.", "orbana"),
        ("en", "Corvo will cut 1,200 jobs at a plant in Orbana.", "orbana"),
        ("en", "In Orbana, 1,200 jobs will be cut.", "orbana"),
        ("en", "Corvo will cut 1,200 jobs in Chile.", "CL"),
        ("en", "Corvo will cut 1,200 jobs in Santiago.", "santiago"),
        ("fr", "Corvo va supprimer à Orbana 1 200 emplois.", "orbana"),
        ("de", "Corvo streicht in Orbana 1.200 Stellen.", "orbana"),
        ("de", "In Chile werden 1.200 Stellen gestrichen.", "CL"),
        ("de", "Das heißt für Chile: 1.200 Stellen werden bei Corvo gestrichen.", "CL"),
        ("es", "Corvo recortará 1.200 empleos en su planta de Orbana.", "orbana"),
        ("it", "Corvo taglierà 1.200 posti a Orbana.", "orbana"),
        ("pt", "A Corvo vai cortar 1.200 empregos em Orbana.", "orbana"),
    ],
)
def test_a_share_is_of_the_place_its_words_name(lang: str, text: str, expected: str) -> None:
    assert told(text, "jobs-cut", "site", lang) == [expected]
    assert told(text, "jobs-cut", "part", lang) == ["one-site"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Corvo will cut 1,200 jobs."),
        ("en", "About 1,200 jobs at Corvo will be cut."),
        ("en", "The Chilean maker Corvo will cut 1,200 jobs."),
        ("en", "Corvo will cut 1,200 jobs in May."),
        ("en", "Corvo will cut 1,200 jobs in Orbana and Karsk."),
        ("fr", "Quelque 1 200 emplois seront supprimés chez Corvo."),
        ("fr", "Corvo va supprimer en mai 1 200 emplois."),
        ("de", "Bei Corvo werden 1.200 Stellen gestrichen."),
        ("en", "Chile: Corvo will cut 1,200 jobs."),
        ("de", "Corvo streicht im Mai 1.200 Stellen."),
        ("es", "Corvo recortará 1.200 empleos en mayo."),
        ("it", "Saranno tagliati 1.200 posti presso Corvo."),
        ("pt", "A Corvo vai cortar 1.200 empregos em maio."),
    ],
)
def test_a_share_of_no_one_place_is_of_the_whole(lang: str, text: str) -> None:
    assert told(text, "jobs-cut", "site", lang) == [None]
    assert told(text, "jobs-cut", "part", lang) == ["firm"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The plant will cut 1,200 jobs.", "one-site"),
        ("Corvo will cut 1,200 jobs at its plants worldwide.", "firm"),
    ],
)
def test_words_tell_the_part_where_no_place_is_named(text: str, part: str) -> None:
    assert told(text, "jobs-cut", "part") == [part]


@pytest.mark.parametrize("text", ["Two of the 540 workers laid off went home.", "Some 40 jobs go."])
def test_a_number_word_with_a_capital_names_no_firm(text: str) -> None:
    assert set(told(text, "jobs-cut", "employer")) <= {None}


# --- whose age ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ana Ruiz, 34, drove on.", ["ana ruiz"]),
        ("en", "Ana-Mia Ruiz, 34, drove on.", ["ana mia ruiz"]),
        ("en", "Ivo S. Brandt, 34, drove on.", ["ivo s brandt"]),
        ("en", "Ana Ruiz (34) drove on.", ["ana ruiz"]),
        ("en", "Ana Ruiz, 34, and Ivo Brandt, 61, drove on.", ["ana ruiz", "ivo brandt"]),
        ("en", "Mr. Brandt, 61, drove on.", ["brandt"]),
        ("en", "The 34-year-old Ana Ruiz drove on.", ["ana ruiz"]),
        ("en", "The 61-year-old former baker Ivo Brandt drove on.", ["ivo brandt"]),
        ("en", "Ana Ruiz, who is 34 years old, drove on.", ["ana ruiz"]),
        ("en", "Ana Ruiz, a 34-year-old nurse, drove on.", ["ana ruiz"]),
        ("fr", "Ana Ruiz, 34 ans, a roulé.", ["ana ruiz"]),
        ("fr", "Ana Ruiz (34 ans) a roulé.", ["ana ruiz"]),
        ("fr", "Ana Ruiz, une infirmière de 34 ans, a roulé.", ["ana ruiz"]),
        ("fr", "Ana Ruiz, âgée de 34 ans, a roulé.", ["ana ruiz"]),
    ],
)
def test_an_age_belongs_to_the_name_it_stands_beside(
    lang: str, text: str, expected: list[str]
) -> None:
    assert told(text, "age", "person", lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In Orbana, 34, 35 and 36 were drawn."),
        ("en", "On Monday, 34 were hurt."),
        ("en", "Ana Ruiz is 34th."),
        ("en", "Ana Ruiz is 34 points ahead."),
        ("en", "Ana Ruiz, now 34 points ahead, drove on."),
        ("en", "The total in Tirso is 34."),
        ("fr", "En France, 34 ans plus tard, rien n'a changé."),
    ],
)
def test_a_number_that_is_nobodys_age_makes_no_claim(lang: str, text: str) -> None:
    assert told(text, "age", "person", lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ana Ruiz, of Tirso, 34, drove on.", "ana ruiz"),
        ("en", "Ana Ruiz, from Tirso, who is 34, drove on.", "ana ruiz"),
        ("en", "The mayor of Tirso, Ana Ruiz, 34, drove on.", "ana ruiz"),
        # And the plainest sentence of all.
        ("en", "Ana Ruiz is 34.", "ana ruiz"),
        ("en", "Ana Ruiz, now 34, drove on.", "ana ruiz"),
    ],
)
def test_where_someone_comes_from_is_nobody(lang: str, text: str, expected: str) -> None:
    assert told(text, "age", "person", lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The victim, 34, was found.", ["victim"]),
        ("en", "The heavily armed gunman (34) fled.", ["suspect"]),
        ("en", "The 34-year-old Dutch victim was found.", ["victim"]),
        ("en", "The victim, a 34-year-old nurse, was found.", ["victim"]),
        ("en", "Police say the gunman in the church, who is 34, waited.", ["suspect"]),
        ("en", "The suspect, Ivo Brandt, 34, fled.", ["suspect"]),
        ("en", "Suspect Ivo Brandt, 34, fled.", ["suspect"]),
        ("fr", "La victime, âgée de 34 ans, marchait.", ["victim"]),
        ("de", "Der 34-jährige Täter schwieg.", ["suspect"]),
        # Somebody else, anybody, several, and no age.
        ("en", "Ivo Brandt, 34, spoke of the victim.", [None]),
        ("en", "A gunman, 34, fled.", [None]),
        ("en", "A 34-year-old victim was found.", [None]),
        ("en", "The victim's brother, 34, was found.", ["unknown"]),
        ("en", "The killer of a nurse, who is 34, was jailed.", []),
        ("en", "The accused, 12 of them women, were silent.", []),
        ("en", "The victim, 34 hours later, was found.", []),
        ("fr", "Un suspect, 34 ans, a fui.", [None]),
        ("de", "Ein 34-jähriger Täter schwieg.", [None]),
        # By what befell or what was done, before or behind.
        ("en", "A nurse, 34, was arrested.", ["suspect"]),
        ("en", "Nurse, 34, charged with fraud", ["suspect"]),
        ("en", "Police have detained a nurse, 34, in Tirso.", ["suspect"]),
        ("en", "A 34-year-old was found dead.", ["victim"]),
        ("en", "Three are held for the murder of a nurse, 34, in Tirso.", ["victim"]),
        ("en", "The girl was 16 when she was stabbed.", ["victim"]),
        ("fr", "Une infirmière de 34 ans a été écrouée.", ["suspect"]),
        ("it", "La morte di un uomo di 34 anni resta un mistero.", ["victim"]),
        # Of one of several, of whom somebody belongs to, of a thing and of a clause of another.
        ("en", "Two nurses were killed. A nurse, 34, was killed.", []),
        ("en", "A nurse, 34, and a cook were killed.", [None]),
        ("en", "His cousin, 34, was arrested.", ["unknown"]),
        ("en", "A 34-year-old mill was found dead.", []),
        ("en", "A nurse, 34, said that a man was killed.", [None]),
        ("en", "The son of a nurse, 34, was arrested.", []),
        ("en", "The girl was 16 when her brother was stabbed.", ["unknown"]),
        ("it", "La gioia di un uomo di 34 anni resta un mistero.", ["unknown"]),
    ],
)
def test_an_age_may_be_that_of_somebody_described(
    lang: str, text: str, expected: list[str | None]
) -> None:
    assert told(text, "age", "role", lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "A 34-year-old nurse drove on.", "nurse"),
        ("en", "Ana Ruiz met a 34-year-old nurse.", "nurse"),
        ("en", "Ana Ruiz, a 34-year-old nurse, drove on.", "nurse"),
        ("en", "A nurse was suspended. Records list her age as 34.", "nurse"),
        ("en", "The 34-year-old stoker who drove on was seen.", "stoker"),
        ("fr", "Une infirmière de 34 ans a roulé.", "infirmière"),
        # Of whom a story has many, one of several, and somebody told by no noun.
        ("en", "A 34-year-old Orbana woman drove on.", None),
        ("en", "Ana Ruiz said the boy was 12 years old.", None),
        ("en", "Another nurse, 34, drove on.", None),
        ("en", "Two nurses met. A nurse, 34, drove on.", None),
        ("en", "She is only 34.", None),
        ("fr", "Ana Ruiz a croisé un garçon de 12 ans.", None),
    ],
)
def test_an_age_tells_what_somebody_is_called(lang: str, text: str, expected: str | None) -> None:
    assert told(text, "age", "called", lang) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, 34, was arrested.", "arrest"),
        ("At the trial, Ana Ruiz, 36, was silent.", "trial"),
        ("Ana Ruiz, 36, was found guilty.", "trial"),
        ("Ana Ruiz, 36, drove on.", None),
    ],
)
def test_an_age_is_that_of_a_stage_of_the_case(text: str, expected: str | None) -> None:
    assert told(text, "age", "stage") == [expected]


# --- who was sentenced, who signed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ivo Brandt was sentenced to 9 years in prison.", ["ivo brandt"]),
        ("en", "The court sentenced Ivo Brandt to 9 years in prison.", ["ivo brandt"]),
        ("en", "In Orbana, Ivo Brandt was jailed for 9 years.", ["ivo brandt"]),
        # A dateline names nobody, and a dash between blanks begins a clause of its own.
        ("en", "TIRSO - Ivo Brandt was jailed for 9 years.", ["ivo brandt"]),
        ("en", "TIRSO, Ga. (Reuters) - Ivo Brandt was jailed for 9 years.", ["ivo brandt"]),
        ("en", "Tirso, May 3 (AP) – Ivo Brandt was jailed for 9 years.", ["ivo brandt"]),
        ("en", "Ana Ruiz - Ivo Brandt was jailed for 9 years.", ["ivo brandt"]),
        ("en", "Ivo Brandt told Ana Ruiz (AP) who was jailed for 9 years.", [None]),
        (
            "de",
            "TIRSO (dpa) - Ivo Brandt, 52 Jahre alt, wurde zu 9 Jahren Haft verurteilt.",
            ["ivo brandt"],
        ),
        # Whom it is given to stands behind the verb, an age passed over.
        (
            "en",
            "A prison term of 9 years was handed to Ivo Brandt by Judge Eva Lund.",
            ["ivo brandt"],
        ),
        ("en", "Judge Eva Lund sentenced 61-year-old Ivo Brandt to 9 years.", ["ivo brandt"]),
        ("en", "A prison term of 9 years was handed to the robber by Eva Lund.", [None]),
        ("es", "La jueza Eva Lund condenó a Ivo Brandt a 9 años de prisión.", ["ivo brandt"]),
        ("es", "Ivo Brandt, de 61 años, fue condenado a 9 años de prisión.", ["ivo brandt"]),
        ("it", "La giudice ha inflitto a Ivo Brandt 9 anni di carcere.", ["ivo brandt"]),
        ("en", "He was jailed for 9 years.", [None]),
        ("fr", "Ivo Brandt a été condamné à 9 ans de prison.", ["ivo brandt"]),
        ("fr", "Il a été condamné à 9 ans de prison.", [None]),
    ],
)
def test_a_sentence_belongs_to_whom_it_is_passed_on(
    lang: str, text: str, expected: list[str | None]
) -> None:
    assert told(text, "prison-sentence", "person", lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt shot Ana Ruiz four times.", "ana ruiz"),
        ("Ana Ruiz was shot four times by Ivo Brandt.", "ana ruiz"),
        ("Ana Ruiz suffered 12 stab wounds.", "ana ruiz"),
        # Whoever does it has no wounds.
        ("Ivo Brandt shot his wife four times.", None),
        ("Ivo Brandt, 47, was jailed for stabbing his neighbour 19 times.", None),
    ],
)
def test_wounds_are_those_of_whom_it_is_done_to(text: str, expected: str | None) -> None:
    assert told(text, "wounds", "victim") == [expected]


# --- what is bought, what part is meant -----------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Boreal will buy Aris for $3 billion.", "aris"),
        ("en", "Boreal will buy the chip maker Aris for $3 billion.", "aris"),
        ("en", "Boreal announced its $3 billion acquisition of Aris Chips.", "aris chips"),
        ("en", "Boreal will buy the chip maker for $3 billion.", None),
        ("en", "Aris will be bought by Boreal for $3 billion.", "aris"),
        ("en", "Aris agreed to be acquired by Boreal for $3 billion.", "aris"),
        ("en", "Boreal is paying $3 billion for Aris.", "aris"),
        ("en", "Boreal made a $3 billion bid for Aris.", "aris"),
        ("en", "Boreal made a $3 billion bid.", None),
        ("en", "Boreal is paying $3 billion for its rival.", None),
        ("en", "The firm will be bought for $3 billion.", None),
        ("en", "Boreal launched a $3 billion bid on Monday.", None),
        ("fr", "Aris sera racheté par Boréal pour 3 milliards d'euros.", "aris"),
        ("fr", "Boréal lance une OPA de 3 milliards d'euros sur Aris.", "aris"),
        ("fr", "Boréal lance une OPA de 3 milliards d'euros.", None),
        ("es", "Boreal lanza una opa de 3.000 millones de euros sobre Aris.", "aris"),
        ("it", "Boreal lancia un'opa da 3 miliardi di euro su Aris.", "aris"),
        ("fr", "Boréal va racheter Aris pour 3 milliards d'euros.", "aris"),
        ("fr", "Boréal annonce le rachat d'Aris pour 3 milliards d'euros.", "aris"),
    ],
)
def test_the_object_of_the_purchase_is_what_is_bought(
    lang: str, text: str, expected: str | None
) -> None:
    assert told(text, "takeover-price", "bought", lang) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boreal will buy Aris for $3 billion.", ["whole"]),
        ("Boreal will buy Aris for $3 billion in cash.", ["whole"]),
        ("Boreal will buy Aris for $3 billion in cash and $2 billion in shares.", ["cash"]),
        ("Boreal will buy Aris for $3 billion in cash and stock.", ["whole"]),
        ("Boreal is paying $3 billion for Aris, $1 billion of it in cash.", ["whole"]),
    ],
)
def test_a_part_is_told_beside_its_amount(text: str, expected: list[str]) -> None:
    assert told(text, "takeover-price", "part") == expected


# --- who is counted -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The blast killed 12 people and injured 30.", ["killed", "injured"]),
        ("en", "He shot three people, killing two of them.", ["victims", "killed"]),
        ("en", "The blast hurt 40 people, five of them critically.", ["injured", "critical"]),
        ("en", "The toll rose to 17 dead and 40 missing.", ["killed", "missing"]),
        ("fr", "L'explosion a tué 12 personnes et blessé 30 autres.", ["killed", "injured"]),
        ("fr", "Le bilan est de 17 morts et 40 disparus.", ["killed", "missing"]),
    ],
)
def test_each_number_takes_the_category_nearest_to_it(
    lang: str, text: str, expected: list[str]
) -> None:
    assert told(text, "incident-toll", "category", lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The blast killed 12 people near a school for girls.", "all"),
        ("en", "The blast killed 12 girls.", "children"),
        ("en", "The blast killed 12 police officers.", "responders"),
        ("fr", "L'explosion a tué 12 personnes près d'une école de filles.", "all"),
        ("fr", "L'explosion a tué 12 enfants.", "children"),
        ("fr", "L'explosion a tué 12 pompiers.", "responders"),
    ],
)
def test_a_group_is_told_by_the_counted_words_alone(lang: str, text: str, expected: str) -> None:
    assert told(text, "incident-toll", "group", lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two of the bombs fell on the camp."),
        ("en", "Two other bombs fell on the camp."),
        ("en", "Another two bombs fell on the camp."),
        ("en", "One of the four bombs fell on the camp, which is small."),
        ("fr", "Deux des bombes sont tombées sur le camp."),
        ("fr", "Deux autres bombes sont tombées sur le camp."),
        ("fr", "Une des bombes est tombée sur le camp."),
    ],
)
def test_a_part_of_the_things_is_not_their_number(lang: str, text: str) -> None:
    found = [claim.quantity for claim in claims_of(text, "munitions-hit", lang)]
    assert [quantity.value for quantity in found if quantity and quantity.value in (1, 2)] == []


# --- from where -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The quake struck 35 miles from Tirso.", ["tirso"]),
        ("en", "The quake struck 35 miles south-west of Tirso.", ["tirso"]),
        ("en", "The quake struck 35 miles south of the capital, Tirso.", ["tirso"]),
        ("en", "The quake struck 35 miles from the coast.", ["coast"]),
        ("en", "The quake struck 35 miles (56 km) north of Tirso.", ["tirso"]),
        ("en", "The quake struck 35 miles (56 km from the coast).", ["coast"]),
        ("en", "The quake struck at a depth of 6 miles, 35 miles north of Tirso.", ["tirso"]),
        ("en", "The quake, 6 miles deep, struck 35 miles from the coast.", ["coast"]),
        ("en", "Near Tirso, the quake struck 35 miles off the coast of Sudan.", ["SD"]),
        ("en", "The camp is 35 miles from the Sudanese border.", ["SD"]),
        ("en", "The camp is 35 miles from South Sudan.", ["SS"]),
        ("en", "The camp, home to 800 people, is 35 miles from Tirso.", ["tirso"]),
        ("fr", "Le séisme a frappé à 35 km de Tirso.", ["tirso"]),
        ("fr", "Le séisme a frappé à 35 km au nord de Tirso.", ["tirso"]),
        ("fr", "Le séisme a frappé à 35 km de la côte.", ["côte"]),
        ("en", "The quake struck 35 miles from a shop.", []),
        ("fr", "Le camp est à 35 km du Soudan.", ["SD"]),
        ("fr", "Le séisme a frappé à 10 km de profondeur, près de Tirso.", []),
    ],
)
def test_a_distance_has_a_place_it_is_reckoned_from(
    lang: str, text: str, expected: list[str]
) -> None:
    assert told(text, "epicentre-distance", "from", lang) == expected


# --- who says so, and whether it is so ------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The blast killed 12 people, Ana Ruiz said.", "Ana Ruiz"),
        ("en", "According to Ana Ruiz, the blast killed 12 people.", "Ana Ruiz"),
        ("en", "The blast killed 12 people, state media said.", "media"),
        ("en", "The blast killed 12 people.", None),
        ("fr", "L'explosion a tué 12 personnes, a déclaré Ana Ruiz.", "Ana Ruiz"),
        ("fr", "Selon Ana Ruiz, l'explosion a tué 12 personnes.", "Ana Ruiz"),
        ("fr", "L'explosion a tué 12 personnes.", None),
    ],
)
def test_a_toll_has_its_speaker(lang: str, text: str, expected: str | None) -> None:
    [claim] = claims_of(text, "incident-toll", lang)
    assert bool(claim.speaker) == bool(expected)
    assert (claim.speaker or "").endswith(expected or "")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The army denied that the blast had killed 12 people.", "denied"),
        ("en", "The blast killed 12 people.", "asserted"),
        ("fr", "L'armée dément que l'explosion a tué 12 personnes.", "denied"),
        ("fr", "L'explosion a tué 12 personnes.", "asserted"),
    ],
)
def test_a_denied_toll_is_not_asserted(lang: str, text: str, expected: str) -> None:
    assert [claim.polarity for claim in claims_of(text, "incident-toll", lang)] == [expected]


# --- when -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people on Friday.", 5),
        ("The blast killed 12 people.", None),
        ("Officials said Monday the blast killed 12 people.", None),
        ("On Sunday, the blast killed 12 people.", 7),
    ],
)
def test_a_weekday_is_that_of_the_event(text: str, expected: int | None) -> None:
    article = Article("one", "one.txt", text, "en")
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named(["incident-toll"]))
    assert [claim.weekday for claim in reading.claims] == [expected]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The quake of 1906 killed 3,000 people.", 0),
        ("A quake there in 1906 killed 3,000 people.", 0),
        ("The quake killed 3,000 people.", 1),
        ("The quake on 3 May 2023 killed 3,000 people.", 1),
    ],
)
def test_an_event_told_by_its_year_is_a_look_back(text: str, count: int) -> None:
    assert len(claims_of(text, "incident-toll")) == count


# --- where it happened ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "In Tirso, 60 flights were cancelled.", "tirso"),
        ("en", "On Monday in Tirso, 60 flights were cancelled.", "tirso"),
        ("en", "In the northern region of Tirso 60 flights were cancelled.", "tirso"),
        ("en", "A strike broke out in Tirso, where 60 flights were cancelled.", "tirso"),
        ("en", "In Tirso 60 flights were cancelled, more than in Verano.", "tirso"),
        ("en", "In Nairobi, 60 flights were cancelled.", "nairobi"),
        ("fr", "À Tirso, 60 vols ont été annulés.", "tirso"),
        ("fr", "Lundi à Tirso, 60 vols ont été annulés.", "tirso"),
        ("fr", "Près de Tirso, 60 vols ont été annulés.", "tirso"),
        ("fr", "Dans la région de Tirso, 60 vols ont été annulés.", "tirso"),
        ("en", "According to Ana Ruiz, 60 flights were cancelled.", None),
        ("en", "In Kenya, 60 flights were cancelled.", None),
        ("en", "Between Tirso and Verano 60 flights were cancelled.", None),
        ("en", "The friends of Tirso saw 60 flights cancelled.", None),
        ("fr", "Selon Ana Ruiz, 60 vols ont été annulés.", None),
        ("fr", "Au Kenya, 60 vols ont été annulés.", None),
        ("fr", "Les amis de Tirso ont vu 60 vols annulés.", None),
    ],
)
def test_a_place_is_what_a_preposition_leads_to(lang: str, text: str, expected: str | None) -> None:
    assert told(text, "flights-cancelled", "place", lang) == [expected]


def test_a_rival_is_no_region() -> None:
    text = "Ana Ruiz took 57.1% of the votes against Ivo Brandt."
    assert told(text, "vote-share", "region") == [None]
    text = "Ana Ruiz took 57.1% of the votes in Tirso."
    assert told(text, "vote-share", "region") == ["tirso"]


def test_the_capital_stands_for_its_country_where_the_country_is_meant() -> None:
    text = "In Nairobi, the bureau said that unemployment in Kenya was 6.1%."
    assert told(text, "unemployment-rate", "region") == ["whole"]
    text = "In the region of Tirso in Kenya unemployment was 6.1%."
    assert told(text, "unemployment-rate", "region") == ["tirso"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "In Chile, unemployment stood at 8.8%.", ["CL"]),
        ("en", "In Chile last May, unemployment stood at 8.8%.", ["CL"]),
        ("fr", "Au Chili, le chômage atteint 8,8 %.", ["CL"]),
        ("en", "According to Chile, unemployment stood at 8.8%.", []),
        ("en", "In Chile and Peru, unemployment stood at 8.8%.", []),
        ("fr", "Selon le Chili, le chômage atteint 8,8 %.", []),
    ],
)
def test_a_country_may_open_the_sentence(lang: str, text: str, expected: list[str]) -> None:
    assert told(text, "unemployment-rate", "country", lang) == expected
