"""The language of a text by its function words; other languages are named, not mistaken."""

import pytest

from checker.detect import detect_language, stop_words
from checker.inputs import load_tables
from checker.languages import available

TABLE = load_tables(("en", "fr")).stop_words

ENGLISH = "The minister said that more than 300 drones had been delivered to the army."
FRENCH = "Le ministre a dit que plus de 300 drones avaient été livrés à l'armée."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("L’Iran a livré 400 drones à la Russie.", "fr"),
        ("Un traversier qui transportait 52 personnes a chaviré mardi, faisant 14 morts.", "fr"),
        ("Police arrested 14 people on Saturday.", "en"),
        ("Nora Feld, 43, got nine years for fraud.", "en"),
        ("Fire kills 12 in Aldby.", None),
        ("Polizei: 14 Tote bei Brand in Aldby.", "de"),
        ("Politiet meldte om 12 døde mandag.", "da"),
        ("La policia va detenir catorze persones dissabte.", "ca"),
        ("De politie heeft zaterdag veertien mensen aangehouden.", "nl"),
        ("Iran has sent 400 drones to Russia.", "en"),
        (ENGLISH.upper(), "en"),
        ("Der Minister sagte, dass mehr als 300 Drohnen an die Armee geliefert wurden.", "de"),
        ("El ministro dijo que más de 300 drones fueron entregados al ejército.", "es"),
        ("Il prezzo del gas sale a 61 euro.", "it"),
        ("Almeno 43 persone sono morte nel crollo.", "it"),
        ("L'Iran ha consegnato 400 droni alla Russia.", "it"),
        ("Una donna di 41 anni è morta a Roma.", "it"),
        ("Un hombre de 41 años murió en Madrid.", "es"),
        ("A guerra dura há mais de um ano.", "pt"),
        ("La guerre dure depuis un an.", "fr"),
        ("Il ministro ha detto che più di 300 droni sono stati consegnati all'esercito.", "it"),
        ("O ministro disse que mais de 300 drones foram entregues ao exército.", "pt"),
        ("De minister zei dat meer dan 300 drones aan het leger zijn geleverd.", "nl"),
        ("El ministre va dir que s'han lliurat més de 300 drons a l'exèrcit.", "ca"),
        ("Министр заявил, что армии было передано более 300 беспилотников.", "ru"),
        ("Міністр заявив, що армії було передано понад 300 безпілотників.", "uk"),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert detect_language(text, TABLE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "300",
        "Reuters",
        "Zelensky, Putin, Kirby",
        "無人機三百機が引き渡された。",
        "سلّمت إيران ثلاثمئة طائرة",
        "Iran drones Shahed-136 Moscow Tehran Kyiv Beijing Pyongyang Minsk Paris London Rome of",
    ],
)
def test_unclear_is_not_guessed(text: str) -> None:
    assert detect_language(text, TABLE) is None


def test_the_language_of_most_of_a_mixed_text_wins() -> None:
    assert detect_language(f"{FRENCH} {FRENCH} {ENGLISH}", TABLE) == "fr"
    assert detect_language(f"{FRENCH} {ENGLISH} {ENGLISH}", TABLE) == "en"


def test_an_english_menu_does_not_decide_a_long_french_article() -> None:
    menu = "Read all of the news from around the world and sign up to our newsletter. " * 8
    assert detect_language(menu + f"{FRENCH}\n" * 80, TABLE) == "fr"


def test_a_shared_word_shares_its_vote() -> None:
    table = stop_words({"a": ["la", "de"], "b": ["la"]})
    assert table == {"la": ("a", "b"), "de": ("a",)}
    assert detect_language("la", table) is None
    assert detect_language("la de", table) == "a"


PORTUGUESE = load_tables(available()).stop_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morreram 12 pessoas no incêndio.", "pt"),
        ("O número de mortos subiu para 137.", "pt"),
        ("Sismo faz 12 mortos na Turquia e há 30 feridos.", "pt"),
        ("A inflação no Brasil foi de 4,8% em março.", "pt"),
        ("Governo vai dar 300 milhões às câmaras.", "pt"),
        ("Ele não sabe se são 300 ou 400 drones.", "pt"),
        ("El número de muertos subió a 137.", "es"),
        ("La inflación en Brasil fue del 4,8% en marzo.", "es"),
        ("Sono morte 12 persone nell'incendio.", "it"),
        ("Il numero dei morti è salito a 137.", "it"),
        ("Le nombre de morts est de 137.", "fr"),
    ],
)
def test_portuguese_and_its_neighbours(text: str, expected: str) -> None:
    assert detect_language(text, PORTUGUESE) == expected


HINTS = load_tables(available()).hints


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Health officials in Karsk reported 12 deaths.", "en"),
        ("Karsk: ministère confirme 12 décès, autorités inquiètes.", "fr"),
        ("Karsk: Behörden melden 12 Tote, teilte Polizeichef mit.", "de"),
        # One word is no proof, nor are words that two packs share.
        ("Karsk reported 12.", None),
        ("Karsk 12 Tirso 14 Verano 19", None),
        ("Officers confirmed 12 deaths.", None),
        # Languages without a pack are not taken for a neighbour.
        ("Polisen bekräftar 12 döda.", "sv"),
        ("Policia confirma 12 morts.", "ca"),
        ("Ministrul confirmă 12 morți.", None),
        ("", None),
    ],
)
def test_a_few_lines_tell_their_language_by_other_words(text: str, expected: str | None) -> None:
    assert detect_language(text, PORTUGUESE, HINTS) == expected


def test_function_words_outweigh_other_words() -> None:
    assert detect_language("De officials in Gent reported dat 12 doden", PORTUGUESE, HINTS) != "en"


def test_without_hints_a_few_lines_stay_unclear() -> None:
    assert detect_language("Farm inspectors in Karsk reported 12 deaths.", PORTUGUESE) is None


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        ({"rise": ("a",), "fall": ("a",)}, "a"),
        ({"rise": ("a",)}, None),
        ({"rise": ("a", "b"), "fall": ("a", "b")}, None),
        ({"rise": ("a",), "fall": ("b",)}, None),
        ({"rise*": ("a",), "fall*": ("a",)}, "a"),
        ({"ri*": ("a",), "fa*": ("a",)}, None),
    ],
)
def test_two_words_of_one_language_alone_are_enough(hints, expected) -> None:
    assert detect_language("rise fall", stop_words({}), lambda: hints) == expected


def test_a_long_text_without_function_words_is_no_running_text() -> None:
    text = "rise fall " * 40
    hints = {"rise": ("a",), "fall": ("a",)}
    assert detect_language(text, stop_words({}), lambda: hints) is None
