"""Where a figure is told of: the place its words name, and the places a sentence tells apart."""

import pytest

from checker.model import Article, Claim
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = [rule for rule in shipped_rules().rules if rule.id == "incident-toll"]


def claims_of(text: str, language: str) -> list[Claim]:
    [(_, reading)] = read_claims([read_quantities(Article("a", "a.txt", text, language))], RULES)
    return list(reading.claims)


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "The flood killed 12 people in Ostra.", ["ostra"]),
        ("en", "The flood killed 12 people in the coastal province of Ostra.", ["ostra"]),
        ("en", "The flood killed 12 people near Port Vero.", ["port vero"]),
        ("fr", "La crue a fait 12 morts dans la vallée d'Ostra.", ["ostra"]),
        ("fr", "La crue a fait 12 morts à Vero-sur-Mer.", ["vero sur mer"]),
        ("es", "La riada dejó 12 muertos en la provincia de Ostra.", ["ostra"]),
        ("de", "Die Flut forderte 12 Tote in Ostra.", ["ostra"]),
        ("it", "L'alluvione ha causato 12 morti nella valle di Ostra.", ["ostra"]),
        ("pt", "A cheia causou 12 mortos no vale de Ostra.", ["ostra"]),
        # A second place, none, and what is no place.
        ("en", "The flood killed 12 people in Ostra and Vero.", [""]),
        ("fr", "La crue a fait 12 morts à Ostra et à Vero.", [""]),
        ("en", "The flood killed 12 people and swept through Ostra.", [""]),
        ("en", "The flood killed 12 people on Monday.", [""]),
        ("fr", "La crue a fait 12 morts, selon Ana Ruiz.", [""]),
        ("de", "Die Flut forderte 12 Tote in der Nacht.", [""]),
        ("es", "La riada dejó 12 muertos (según Ana Ruiz).", [""]),
    ],
)
def test_the_place_that_the_words_of_a_figure_name(
    language: str, text: str, places: list[str]
) -> None:
    assert [claim.at for claim in claims_of(text, language)] == places


@pytest.mark.parametrize(
    ("language", "text", "apart"),
    [
        ("en", "The flood killed 12 people in Ostra and 7 people in Vero.", ("ostra", "vero")),
        ("fr", "La crue a tué 40 personnes, dont 12 à Ostra.", ("ostra",)),
        ("de", "Die Flut forderte 40 Tote, davon 12 in Ostra.", ("ostra",)),
        ("en", "The flood killed 12 people in Ostra and hurt 7 people in Ostra.", ()),
        ("en", "The flood killed 12 people in Ostra and wrecked 7 boats in Vero.", ()),
        ("en", "The flood killed 40 people and injured 12 people in Ostra.", ()),
        ("en", "The flood killed 12 people in Ostra.", ()),
    ],
)
def test_the_places_that_a_sentence_tells_apart(
    language: str, text: str, apart: tuple[str, ...]
) -> None:
    assert claims_of(text, language)[0].apart == apart


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("A Ostra, 12 personnes ont été tuées.", "ostra"),
        ("À Ostra, 12 personnes ont été tuées.", "ostra"),
        ("Ostra, 12 personnes ont été tuées.", ""),
    ],
)
def test_a_capital_that_lost_its_accent_still_leads_to_a_place(text: str, within: str) -> None:
    assert claims_of(text, "fr")[0].within == within


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("In Ostra starben 12 Menschen.", "ostra"),
        ("Im Kreis Ostra kamen 12 Menschen ums Leben.", "kreis ostra"),
        ("In der Nacht starben 12 Menschen.", ""),
        ("In Ostra und Vero starben 12 Menschen.", ""),
        ("Ostra zählte 12 Tote.", ""),
        ("Nach Angaben der Polizei starben 12 Menschen.", ""),
    ],
)
def test_where_verbs_stand_last_one_may_follow_the_place_at_once(text: str, within: str) -> None:
    assert claims_of(text, "de")[0].within == within


def test_elsewhere_only_a_comma_ends_what_opens_a_sentence() -> None:
    assert claims_of("In Ostra the flood killed 12 people.", "en")[0].within == ""
