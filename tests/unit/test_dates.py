"""Dates in text: where they stand and which days they mean; the arithmetic of the calendar."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import checker.languages
from checker.dates import (
    DateMention,
    dates_around,
    elapsed,
    find_dates,
    months_before,
    start_period,
)
from checker.errors import DataFileError
from checker.interval import Interval, point
from checker.languages import available, load_language
from checker.languages.date_shape import DATES
from checker.languages.dates import date_words, date_words_to_json
from checker.languages.stored import date_words_from_json
from checker.model import Period, TokenKind
from checker.schema import read_data
from checker.text import make_page
from tests.shipped import pack

PACKS = Path(checker.languages.__file__).parent
# A Tuesday.
PUBLISHED = date(2022, 12, 20)

Row = tuple[str, str, str, str]
"""Text, words of the date as written, relation, period (empty: unknown)."""

FRENCH: list[Row] = [
    ("Le 24 février 2022, la guerre éclate.", "Le 24 février 2022", "on", "2022-02-24"),
    ("Le prix change le 1er janvier 2023.", "le 1er janvier 2023", "on", "2023-01-01"),
    ("Un poisson du premier avril.", "premier avril", "on", "2022-04-01"),
    ("Le relevé du 24/02/2022.", "24/02/2022", "on", "2022-02-24"),
    ("Le relevé du 03/02/22.", "03/02/22", "on", "2022-02-03"),
    ("Le relevé du 24.02.2022.", "24.02.2022", "on", "2022-02-24"),
    ("Version du 2022-02-24, corrigée.", "2022-02-24", "on", "2022-02-24"),
    ("Publié le 12 sept. 2022 à Lyon.", "le 12 sept. 2022", "on", "2022-09-12"),
    ("Les combats de mars 2022 ont repris.", "mars 2022", "on", "2022-03"),
    ("On comptait 300 sorties en mars.", "en mars", "on", "2022-03"),
    ("En mars 24 drones ont été livrés.", "En mars", "on", "2022-03"),
    ("Livrés en 2022, ils ont servi.", "en 2022", "on", "2022"),
    ("Le rapport annuel (2021) le dit.", "2021", "on", "2021"),
    ("L'invasion de 2014 a tout changé.", "2014", "on", "2014"),
    ("Le bogue de l'an 2000 inquiète.", "l'an 2000", "on", "2000"),
    ("Il date des années 1990.", "années 1990", "on", "1990-01-01/1999-12-31"),
    ("Il date des années 90.", "années 90", "on", "1990-01-01/1999-12-31"),
    ("L'accord date de la mi-2022.", "la mi-2022", "on", "2022-05-01/2022-08-31"),
    ("Livrés début novembre.", "début novembre", "on", "2022-11-01/2022-11-10"),
    ("À la mi-novembre, le front bouge.", "À la mi-novembre", "on", "2022-11-11/2022-11-20"),
    ("Attendus fin décembre.", "fin décembre", "on", "2022-12-21/2022-12-31"),
    ("Au premier semestre 2022, rien.", "Au premier semestre 2022", "on", "2022-01-01/2022-06-30"),
    ("Il parle samedi 5 novembre.", "samedi 5 novembre", "on", "2022-11-05"),
    ("Il a parlé lundi 12, à Lviv.", "lundi 12", "on", "2022-12-12"),
    ("Un record, lundi.", "lundi", "on", "2022-12-19"),
    ("Le tir de vendredi dernier.", "vendredi dernier", "on", "2022-12-16"),
    ("Le sommet de mardi prochain.", "mardi prochain", "on", "2022-12-27"),
    ("Lundi soir, deux tirs.", "Lundi soir", "on", "2022-12-19"),
    ("L'envoyé a parlé hier soir.", "hier soir", "on", "2022-12-19"),
    ("Avant-hier, deux tirs.", "Avant-hier", "on", "2022-12-18"),
    ("Il le dit aujourd'hui.", "aujourd'hui", "on", "2022-12-20"),
    ("La semaine dernière, deux tirs.", "La semaine dernière", "on", "2022-12-12/2022-12-18"),
    ("Il l'a admis le mois dernier.", "le mois dernier", "on", "2022-11"),
    ("L'année dernière, rien.", "L'année dernière", "on", "2021"),
    ("C'était l'an dernier.", "l'an dernier", "on", "2021"),
    ("En mars de l'année dernière, rien.", "En mars de l'année dernière", "on", "2021-03"),
    ("Plus tôt cette année, il niait.", "Plus tôt cette année", "on", "2022-01-01/2022-12-20"),
    ("Il vient ce mois-ci.", "ce mois-ci", "on", "2022-12"),
    ("Le froid de l'hiver prochain.", "l'hiver prochain", "on", "2023-12-01/2024-02-29"),
    ("Il y a trois jours, un tir.", "Il y a trois jours", "on", "2022-12-17"),
    (
        "C'était il y a près de deux semaines.",
        "il y a près de deux semaines",
        "on",
        "2022-11-30/2022-12-10",
    ),
    (
        "Des tirs au cours des trois dernières semaines.",
        "au cours des trois dernières semaines",
        "on",
        "2022-11-29/2022-12-20",
    ),
    ("Depuis août, l'Iran livre.", "Depuis août", "since", "2022-08"),
    ("Des morts depuis le 24 février.", "depuis le 24 février", "since", "2022-02-24"),
    ("Il tient depuis trois mois.", "depuis trois mois", "since", "2022-08-21/2022-10-05"),
    (
        "Depuis le début de l'année, rien.",
        "Depuis le début de l'année",
        "since",
        "2022-01-01/2022-04-30",
    ),
    ("Un délai jusqu'à jeudi.", "jusqu'à jeudi", "until", "2022-12-22"),
    ("Un plan jusqu'en 2023.", "jusqu'en 2023", "until", "2023"),
    ("La guerre ira jusqu'à l'année prochaine.", "jusqu'à l'année prochaine", "until", "2023"),
    (
        "Un plan d'ici la fin de l'année.",
        "d'ici la fin de l'année",
        "by",
        "2022-09-01/2022-12-31",
    ),
    ("Neutre d'ici 2050.", "d'ici 2050", "by", "2050"),
    ("Fournis avant le 24 février.", "avant le 24 février", "before", "2022-02-24"),
    ("Reparti après mai.", "après mai", "after", "2022-05"),
    ("Un débat en janvier.", "en janvier", "on", "2023-01"),
    ("De mars à mai, rien.", "De mars à mai", "on", "2022-03-01/2022-05-31"),
    ("Du 3 au 7 mai 2022, rien.", "Du 3 au 7 mai 2022", "on", "2022-05-03/2022-05-07"),
    ("Entre 2014 et 2021, rien.", "Entre 2014 et 2021", "on", "2014-01-01/2021-12-31"),
    (
        "Du 24 décembre au 3 janvier, trêve.",
        "Du 24 décembre au 3 janvier",
        "on",
        "2022-12-24/2023-01-03",
    ),
    ("À Washington on March 08, 2019.", "March 08, 2019", "on", "2019-03-08"),
    ("Il est né un 29 février.", "29 février", "on", "2020-02-29"),
    ("Le 29 février 2023 n'existe pas.", "Le 29 février 2023", "on", ""),
]

ENGLISH: list[Row] = [
    ("It began on February 24, 2022.", "on February 24, 2022", "on", "2022-02-24"),
    ("It began on Feb. 24 at dawn.", "on Feb. 24", "on", "2022-02-24"),
    ("On Feb 24 soldiers crossed.", "On Feb 24", "on", "2022-02-24"),
    ("It began on 24 February 2022.", "on 24 February 2022", "on", "2022-02-24"),
    ("It began on the 24th of February.", "on the 24th of February", "on", "2022-02-24"),
    ("The report of 24/02/2022.", "24/02/2022", "on", "2022-02-24"),
    ("The report of 02/24/2022.", "02/24/2022", "on", "2022-02-24"),
    ("The report of 05/05/2022.", "05/05/2022", "on", "2022-05-05"),
    ("The report of 04/05/2022.", "04/05/2022", "on", ""),
    ("Dated 2022-02-24 in the file.", "Dated 2022-02-24", "on", "2022-02-24"),
    ("They had 300 sorties in March.", "in March", "on", "2022-03"),
    ("In March 24 drones were delivered.", "In March", "on", "2022-03"),
    ("In 2022 drones were rare.", "In 2022", "on", "2022"),
    ("The 2022 invasion failed.", "The 2022", "on", "2022"),
    ("The 2020 elections were close.", "The 2020", "on", "2020"),
    ("By mid-2022 it failed.", "By mid-2022", "by", "2022-05-01/2022-08-31"),
    ("The annual report (2021) says so.", "2021", "on", "2021"),
    ("In early November it failed.", "In early November", "on", "2022-11-01/2022-11-10"),
    ("He spoke on Monday, 6 May.", "on Monday, 6 May", "on", "2022-05-06"),
    ("He spoke Monday, May 6, 2024, twice.", "Monday, May 6, 2024", "on", "2024-05-06"),
    ("He spoke on Sat 5 Nov in Kyiv.", "on Sat 5 Nov", "on", "2022-11-05"),
    ("He spoke on Monday.", "on Monday", "on", "2022-12-19"),
    ("He spoke last Friday.", "last Friday", "on", "2022-12-16"),
    ("He speaks next Tuesday.", "next Tuesday", "on", "2022-12-27"),
    ("He spoke this Thursday.", "this Thursday", "on", "2022-12-22"),
    ("He spoke on Monday night.", "on Monday night", "on", "2022-12-19"),
    ("He spoke yesterday.", "yesterday", "on", "2022-12-19"),
    ("He left last month.", "last month", "on", "2022-11"),
    ("He left last year.", "last year", "on", "2021"),
    ("He left last March.", "last March", "on", "2022-03"),
    ("He left in March last year.", "in March last year", "on", "2021-03"),
    ("He left earlier this year.", "earlier this year", "on", "2022-01-01/2022-12-20"),
    ("He left last summer.", "last summer", "on", "2022-06-01/2022-08-31"),
    ("He left three weeks ago.", "three weeks ago", "on", "2022-11-23/2022-12-03"),
    ("It began 15 months ago.", "15 months ago", "on", "2021-08-21/2021-10-05"),
    (
        "Attacks over the past two months.",
        "over the past two months",
        "on",
        "2022-10-20/2022-12-20",
    ),
    ("Attacks in the last 24 hours.", "in the last 24 hours", "on", "2022-12-19/2022-12-20"),
    ("Attacks in the last month.", "in the last month", "on", "2022-11-20/2022-12-20"),
    ("More than 400 since August.", "since August", "since", "2022-08"),
    ("It has grown since 2014.", "since 2014", "since", "2014"),
    ("It lasts until Thursday.", "until Thursday", "until", "2022-12-22"),
    ("Done by the end of the year.", "by the end of the year", "by", "2022-09-01/2022-12-31"),
    ("Done by Friday.", "by Friday", "by", "2022-12-23"),
    ("Delivered before May.", "before May", "before", "2022-05"),
    ("Delivered after March 3.", "after March 3", "after", "2022-03-03"),
    ("They met on 12 May, he said.", "on 12 May", "on", "2022-05-12"),
    ("A fire on 12 May killed him.", "on 12 May", "on", "2022-05-12"),
    ("On 12 March a fire broke out.", "On 12 March", "on", "2022-03-12"),
    ("He fought in the 1990s.", "in the 1990s", "on", "1990-01-01/1999-12-31"),
    ("The war of 1914-1918.", "1914-1918", "on", "1914-01-01/1918-12-31"),
    ("The budget for 2022-23 grew.", "for 2022-23", "on", "2022-01-01/2023-12-31"),
    ("From 3-7 May he hid.", "From 3-7 May", "on", "2022-05-03/2022-05-07"),
    ("On February 24-28, 2022, he hid.", "On February 24-28, 2022", "on", "2022-02-24/2022-02-28"),
    ("On March 3 and 12 drones fell.", "On March 3", "on", "2022-03-03"),
    ("On May 6, 2000 soldiers left.", "On May 6", "on", "2022-05-06"),
    ("It beat its 2018 sales.", "2018", "on", "2018"),
    ("The firm's 2008 result fell.", "2008", "on", "2008"),
    ("Sales for 2020 were weak.", "for 2020", "on", "2020"),
    ("Sales in fiscal 2007 were weak.", "in fiscal 2007", "on", "2007"),
    ("He said so in a May 20 call.", "May 20", "on", "2022-05-20"),
    ("Shot on the night of May 29th while asleep.", "May 29th", "on", "2022-05-29"),
]

NO_DATES: list[tuple[str, str]] = [
    ("fr", "Sept soldats sont morts."),
    ("fr", "La sonde vise la planète Mars."),
    ("fr", "Mars est une planète froide."),
    ("fr", "Sa voiture roule."),
    ("fr", "Un second convoi est parti."),
    ("fr", "Il vit en l'an III."),
    ("fr", "Deux semaines de combats."),
    ("fr", "Une aide de 2,3 milliards de livres."),
    ("fr", "Plus de 2000 soldats sont morts."),
    ("fr", "Près de 1945 personnes ont fui."),
    ("fr", "Vendu en 2000 exemplaires."),
    ("fr", "Les 2000 soldats sont partis."),
    ("fr", "Les 1945 soldats sont partis."),
    ("fr", "Un total de 2022 euros."),
    ("fr", "De 1950 à 2000 soldats sont partis."),
    ("fr", "Entre 3 et 7 drones sont tombés."),
    ("fr", "Il a été 2022 fois cité."),
    ("fr", "Il y a plus de 300 drones."),
    ("fr", "Il y a trois semaines de combats."),
    ("fr", "Depuis le début de la guerre, il fuit."),
    ("fr", "Pendant l'hiver, il fuit."),
    ("fr", "Ces derniers mois, il fuit."),
    ("fr", "Cette année-là, il fuit."),
    ("fr", "Chaque lundi, il fuit."),
    ("fr", "Le défi n°1 du pays."),
    ("fr", "Un avion Su-24 mars."),
    ("fr", "Le combat a duré 9 heures."),
    ("en", "They may have sold 12 drones."),
    ("en", "At least 12 may have died."),
    ("en", "Theresa May resigned."),
    ("en", "Before May resigned, she spoke."),
    ("en", "The 12 march on Paris."),
    ("en", "They march 12 km a day."),
    ("en", "A march of 12 km."),
    ("en", "They march on."),
    ("en", "The sun sat on the horizon."),
    ("en", "More than 2000 soldiers left."),
    ("en", "About 1950 drones fell."),
    ("en", "The 2000 soldiers left."),
    ("en", "The 1845 soldiers left."),
    ("en", "It hit in 2000 villages."),
    ("en", "It rose by 2000 soldiers."),
    ("en", "It cost $2022 a piece."),
    ("en", "See page 2022 of it."),
    ("en", "Every Monday he left."),
    ("en", "The last month of the war."),
    ("en", "Since the start of the war."),
    ("en", "It lasted three days."),
    ("en", "The fall of Kyiv."),
    ("en", "The F-16 may fly."),
    ("en", "One second later it fell."),
    ("en", "Its 1850 drones fell."),
    ("en", "He paid for 2022 drones."),
    ("en", "It reads 12.5 march."),
    ("en", "They sang during the march."),
    ("en", "He spoke throughout the march of the guards."),
    ("en", "Of those on board 12 may leave."),
    ("en", "Of the firms on it 12 may have left."),
    ("en", "Between 12 and 15 drones fell."),
    ("en", "The 1950-2000 soldiers left."),
]


def dates_in(text: str, language: str, published: date | None = PUBLISHED) -> list[DateMention]:
    """Find every date of a text."""
    pack = load_language(language)
    return [
        found
        for sentence in make_page(text, pack).sentences()
        for found in find_dates(sentence, pack, published)
    ]


def described(text: str, language: str, published: date | None = PUBLISHED) -> list[Row]:
    """Describe every date of a text as the tables do."""
    return [
        (text, text[slice(*found.span)], found.relation, str(found.period or ""))
        for found in dates_in(text, language, published)
    ]


@pytest.mark.parametrize("row", FRENCH, ids=lambda row: row[0])
def test_a_french_date(row: Row) -> None:
    assert described(row[0], "fr") == [row]


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row[0])
def test_an_english_date(row: Row) -> None:
    assert described(row[0], "en") == [row]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_no_date(language: str, text: str) -> None:
    assert described(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "granularity"),
    [
        ("en", "He left on 3 May 2022.", "day"),
        ("en", "He left on Monday.", "day"),
        ("en", "He left yesterday.", "day"),
        ("en", "He left last week.", "week"),
        ("en", "He left in early March.", "month"),
        ("en", "He left last winter.", "season"),
        ("en", "He left in 2022.", "year"),
        ("en", "He left three days ago.", "relative"),
        ("fr", "Parti depuis trois mois.", "relative"),
        ("fr", "Parti le mois dernier.", "month"),
    ],
)
def test_granularity_is_the_smallest_unit_stated(
    language: str, text: str, granularity: str
) -> None:
    assert [found.granularity for found in dates_in(text, language)] == [granularity]


def test_several_dates_in_one_sentence() -> None:
    text = "Il y a 100 000 morts depuis le 24 février, contre 300 sorties en mars et 35 lundi."
    assert [row[1:] for row in described(text, "fr")] == [
        ("depuis le 24 février", "since", "2022-02-24"),
        ("en mars", "on", "2022-03"),
        ("lundi", "on", "2022-12-19"),
    ]


@pytest.mark.parametrize(
    ("published", "text", "period"),
    [
        # News look back: the latest that begins at most a month ahead.
        ("2022-12-20", "Le 10 janvier, il parle.", "2023-01-10"),
        ("2022-12-20", "Le 10 février, il parle.", "2022-02-10"),
        ("2022-11-06", "Le 24 février, il parle.", "2022-02-24"),
        ("2023-05-15", "Depuis août, il parle.", "2022-08"),
        ("2022-08-10", "Depuis août, il parle.", "2022-08"),
        ("2022-12-20", "Depuis janvier, il parle.", "2022-01"),
        ("2022-12-20", "D'ici mars, il parle.", "2023-03"),
        ("2022-12-20", "D'ici décembre, il parle.", "2022-12"),
        ("2022-12-20", "Jusqu'en mars, il parle.", "2023-03"),
        ("2022-09-20", "Jusqu'en août, il parle.", "2022-08"),
        ("2022-12-20", "En mars dernier, il parle.", "2022-03"),
        ("2022-03-20", "En mars dernier, il parle.", "2021-03"),
        ("2022-12-20", "Vu mardi.", "2022-12-20"),
        ("2022-12-20", "Vu mardi dernier.", "2022-12-13"),
        ("2022-01-01", "Vu le 31 décembre.", "2021-12-31"),
        # The weekday chooses between two years.
        ("2024-03-01", "Vu lundi 6 mai.", "2024-05-06"),
        ("2024-03-01", "Vu le 6 mai.", "2023-05-06"),
        # The nearest day outside the calendar is unknown.
        ("0001-01-01", "L'année dernière, rien.", ""),
        ("9999-12-31", "Le mois prochain, rien.", ""),
    ],
)
def test_the_day_of_publication_gives_the_year(published: str, text: str, period: str) -> None:
    assert [row[3] for row in described(text, "fr", date.fromisoformat(published))] == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("le 24 février 2022", "2022-02-24"),
        ("en 2022", "2022"),
        ("fin 2022", "2022-09-01/2022-12-31"),
        ("l'hiver 2022", "2022-12-01/2023-02-28"),
        ("le 24 février", ""),
        ("depuis août", ""),
        ("lundi dernier", ""),
        ("hier", ""),
        ("il y a trois jours", ""),
        ("plus tôt cette année", ""),
    ],
)
def test_without_the_day_of_publication(text: str, period: str) -> None:
    assert [row[3] for row in described(text, "fr", None)] == [period]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Le 24 février, 300 drones et 400 chars.", "le 24 février"),
        ("fr", "En 2022, 300 drones.", "en 2022"),
        ("en", "On March 3 and 12 drones fell.", "on march 3"),
        ("en", "In March 24 drones fell.", "in march"),
        ("en", "It cost 300 dollars in 2022-23.", "in 2022 - 23"),
        ("en", "The war that began 15 months ago.", ""),
        ("fr", "Il y a 15 mois, la guerre.", ""),
        ("fr", "Plus de 2000 soldats.", ""),
        ("en", "Nothing on Monday.", ""),
    ],
)
def test_numbers_of_dates_are_no_quantities(language: str, text: str, words: str) -> None:
    pack = load_language(language)
    (sentence,) = make_page(text, pack).sentences()
    numbers = [n for n, token in enumerate(sentence.tokens) if token.kind is TokenKind.NUMBER]
    dated = set().union(*(dates_around(sentence, pack, number)[1] for number in numbers))
    assert " ".join(sentence.tokens[index].word for index in sorted(dated)) == words


def test_dates_around_a_number_say_how_far_they_looked() -> None:
    pack = load_language("en")
    (sentence,) = make_page("On 3 May, 12 cats saw 5 tanks.", pack).sentences()
    words = [token.word for token in sentence.tokens]
    assert dates_around(sentence, pack, 1) == (words.index("cats"), {0, 1, 2})
    assert dates_around(sentence, pack, words.index("5")) == (words.index("tanks"), frozenset())


def test_the_words_of_a_date_are_folded() -> None:
    text = "Depuis le 24\u00a0FÉVRIER 2022, jusqu’en\u202f2023."
    assert [found.text for found in dates_in(text, "fr")] == [
        "depuis le 24 février 2022",
        "jusqu'en 2023",
    ]


def test_no_dates_without_tables_or_words() -> None:
    pack = load_language("en")
    sentences = make_page("300 drones, 12 tanks", pack).sentences()
    assert [find_dates(sentence, pack, PUBLISHED) for sentence in sentences] == [[]]


# --------------------------------------------------------------------------- the pack's section

SECTIONS = {code: pack(code).get("dates", {}) for code in available()}


@pytest.mark.parametrize("code", sorted(SECTIONS))
def test_every_pack_has_as_many_counterexamples_as_examples(code: str) -> None:
    section = SECTIONS[code]
    assert 0 < len(section["examples"]) <= len(section["counterexamples"])


@pytest.mark.parametrize(
    ("code", "example"),
    [(code, example) for code in SECTIONS for example in SECTIONS[code].get("examples", ())],
)
def test_an_example_of_a_pack(code: str, example: dict[str, Any]) -> None:
    published = date.fromisoformat(example["published"]) if "published" in example else None
    assert [
        {"text": found.text, found.relation: str(found.period or "")}
        for found in dates_in(example["text"], code, published)
    ] == list(example["finds"])


@pytest.mark.parametrize(
    ("code", "text"),
    [(code, row["text"]) for code in SECTIONS for row in SECTIONS[code].get("counterexamples", ())],
)
def test_a_counterexample_of_a_pack(code: str, text: str) -> None:
    assert described(text, code) == []


def test_the_table_survives_json() -> None:
    words = load_language("fr").dates
    assert date_words_from_json(date_words_to_json(words)) == words


def test_terms_are_cut_as_text_is() -> None:
    section = {"relations": {"until": ("jusqu'à", "jusqu'à la mi")}, "articles": ("l'",)}
    words = date_words(section, load_language("fr"))
    assert [term.words for term in words.terms["jusqu'"]["relation"]] == [
        ("jusqu'", "à", "la", "mi"),
        ("jusqu'", "à"),
    ]
    assert words.terms["l'"]["article"][0].words == ("l'",)


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("months: {13: [smarch]}", "unknown value `13`"),
        ("weekday: {1: [lundi]}", "unknown key of `dates` `weekday`"),
        ("parts: {most: [presque]}", "unknown value `most`"),
        ("articles: [le, le]", "`le` is listed twice"),
    ],
)
def test_a_wrong_section_is_a_problem(section: str, message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        read_data(section, "xx.yaml", DATES)


# --------------------------------------------------------------------------- arithmetic


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2023-05-15", "15", "2022-02-15"),
        ("2023-05-15", "0", "2023-05-15"),
        ("2023-05-31", "3", "2023-02-28"),
        ("2024-05-31", "3", "2024-02-29"),
        ("2023-01-15", "1", "2022-12-15"),
        ("2023-05-15", "0.5", "2023-04-30"),
        ("2023-05-15", "14.5", "2022-02-28"),
        ("2023-05-15", "-1", "2023-06-15"),
        ("2023-05-15", "99999999999", "0001-01-01"),
        ("2023-05-15", "-99999999999", "9999-12-31"),
    ],
)
def test_months_before(day: str, months: str, expected: str) -> None:
    assert months_before(date.fromisoformat(day), Decimal(months)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("duration", "unit", "first", "last"),
    [
        (point(Decimal(15)), "month", "2022-02-15", "2022-02-15"),
        (Interval(Decimal(15), Decimal(16)), "month", "2022-01-15", "2022-02-15"),
        (Interval(Decimal(15), Decimal(16), True, False), "month", "2022-01-16", "2022-02-15"),
        (Interval(Decimal(15), Decimal(16), False, True), "month", "2022-01-15", "2022-02-14"),
        # Half a mean month is 15.2 days: 16 back from the far end, 15 from the near one.
        (Interval(Decimal("14.5"), Decimal(15), True, False), "month", "2022-02-16", "2022-02-28"),
        (Interval(Decimal(14), Decimal("14.5")), "month", "2022-02-27", "2022-03-15"),
        (point(Decimal(3)), "day", "2023-05-12", "2023-05-12"),
        (point(Decimal(2)), "week", "2023-05-01", "2023-05-01"),
        (point(Decimal(36)), "hour", "2023-05-13", "2023-05-14"),
        (point(Decimal(2)), "year", "2021-05-15", "2021-05-15"),
        (Interval(Decimal(15), None), "month", "0001-01-01", "2022-02-15"),
        (Interval(None, Decimal(15)), "month", "2022-02-15", "2023-05-15"),
        (Interval(Decimal(-1), Decimal(0)), "month", "2023-05-15", "2023-05-15"),
        # No whole day lies strictly between: the ends stand in.
        (Interval(Decimal(1), Decimal(2), False, False), "day", "2023-05-13", "2023-05-14"),
    ],
)
def test_start_period(duration: Interval, unit: str, first: str, last: str) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert start_period(date(2023, 5, 15), duration, unit) == expected


def test_a_unit_that_is_none_of_time() -> None:
    with pytest.raises(ValueError, match="'drone' is no unit of time"):
        start_period(date(2023, 5, 15), point(Decimal(1)), "drone")
    with pytest.raises(ValueError, match="'drone' is no unit of time"):
        elapsed(Period(date(2023, 5, 15), date(2023, 5, 15)), date(2023, 5, 15), "drone")


@pytest.mark.parametrize(
    ("start", "unit", "low", "high"),
    [
        (("2022-02-15", "2022-02-15"), "month", "15", "15"),
        (("2022-02-15", "2022-02-15"), "year", "1.25", "1.25"),
        (("2023-05-01", "2023-05-08"), "week", "1", "2"),
        (("2023-05-14", "2023-05-14"), "hour", "24", "24"),
        (("2023-06-15", "2023-06-15"), "month", "-1", "-1"),
        (("2023-02-28", "2023-02-28"), "month", "2.49", "2.50"),
    ],
)
def test_elapsed(start: tuple[str, str], unit: str, low: str, high: str) -> None:
    first, last = (date.fromisoformat(day) for day in start)
    time = elapsed(Period(first, last), date(2023, 5, 15), unit)
    assert time.low is not None
    assert time.high is not None
    assert Interval(Decimal(low), Decimal(high)).covers(
        Interval(round(time.low, 2), round(time.high, 2))
    )


@pytest.mark.parametrize(
    ("lang", "text", "ahead", "back"),
    [
        ("en", "It had gone by 18 December.", date(2023, 12, 18), date(2022, 12, 18)),
        ("en", "It had gone by Monday.", date(2022, 12, 26), date(2022, 12, 19)),
        ("de", "Bis Montag war er fort.", date(2022, 12, 26), date(2022, 12, 19)),
        ("en", "It had gone by 18 December 2021.", date(2021, 12, 18), date(2021, 12, 18)),
        ("en", "It went on 18 December.", date(2022, 12, 18), None),
        ("en", "It went before Monday.", date(2022, 12, 19), None),
        ("en", "It has stood since Monday.", date(2022, 12, 19), None),
    ],
)
def test_a_deadline_has_a_day_behind_it_too(
    lang: str, text: str, ahead: date, back: date | None
) -> None:
    pack = load_language(lang)
    (sentence,) = make_page(text, pack).sentences()
    (found,) = find_dates(sentence, pack, PUBLISHED)
    assert found.period == Period(ahead, ahead)
    assert found.back == (back and Period(back, back))
