"""Where a text looks back on something earlier, and where what it tells goes on."""

from __future__ import annotations

import pytest

from checker.languages import load_language
from checker.lookbacks import goes_on, look_backs
from checker.model import Language


def looked_back(text, code="en"):
    return [text[back.start : back.end] for back in look_backs(text, load_language(code))]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Two died, a week after six men drowned off Lamora.",
         "week after six men drowned off Lamora"),
        ("en", "It comes barely a month after Ivo Brandt died there. He fell.",
         "month after Ivo Brandt died there"),
        ("en", "Nine days after 24 men died, a bridge fell.", "days after 24 men died"),
        ("en", "It came eleven days following one of 6.4.", "days following one of 6.4"),
        ("fr", "Trois morts à Ostra, une semaine après les huit morts de Tirso.",
         "semaine après les huit morts de Tirso"),
        ("es", "Tres muertos, dos meses después de la huelga de Ostra.",
         "meses después de la huelga de Ostra"),
        ("de", "Drei Tote in Ostra, zwei Wochen nach dem Brand in Tirso.",
         "Wochen nach dem Brand in Tirso"),
        ("it", "Tre morti, tre giorni dopo lo sciopero.", "giorni dopo lo sciopero"),
        ("pt", "Três mortos, dois meses depois da greve.", "meses depois da greve"),
    ],
)  # fmt: skip
def test_what_happened_so_long_before(code, text, expected):
    assert looked_back(text, code) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        # The event itself, or what came of it.
        ("en", "The town is calm a day after the quake that killed two."),
        ("en", "He is out for nine months after a fall."),
        ("en", "Two died hours after the quake."),
        ("en", "Two died after six men drowned."),
        # "After" that belongs to what was said before.
        ("en", "Two weeks after, the bridge fell."),
        ("en", "Two weeks later six men drowned."),
        ("fr", "Il est absent pendant neuf mois après sa chute."),
        ("fr", "Deux semaines après, le pont s'est effondré."),
        ("de", "Er fehlt für neun Monate nach dem Sturz."),
        ("es", "Estará fuera durante dos meses después de la caída."),
        ("it", "Resta fuori per due mesi dopo la caduta."),
        ("pt", "Fica fora por dois meses depois da queda."),
    ],
)
def test_what_merely_follows_is_none(code, text):
    assert looked_back(text, code) == []


def test_a_language_that_does_not_say_looks_back_on_nothing():
    assert list(look_backs("A week after six men drowned.", Language("xx", "none"))) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The raid came ten days after a man shot at shoppers in Tirso. "),
        ("en", "The blast comes barely four days after a bomber struck Calden."),
        ("fr", "La fusillade survient dix jours après une attaque à Tirso. "),
        ("es", "El ataque se produce diez días después de un atentado en Tirso. "),
        ("de", "Der Angriff kam zehn Tage nach einem Anschlag in Tirso. "),
        ("it", "La strage arriva dieci giorni dopo una rapina a Tirso. "),
        ("pt", "O ataque ocorre dez dias depois de um atentado em Tirso. "),
    ],
)
def test_the_next_sentence_goes_on_with_what_another_event_came_after(code, text):
    assert goes_on(text, load_language(code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        # The same event: one named before, or what came of it.
        ("en", "The rescue came four days after the mine fell in. "),
        ("en", "The school is shut, four days after a man opened fire there. "),
        # More was said in between, or nothing is looked back on.
        ("en", "The raid came ten days after a man shot at shoppers. The town mourns. "),
        ("en", "The raid came as a surprise. "),
        ("fr", "Les secours arrivent quatre jours après le séisme. "),
        ("de", "Die Hilfe kam zehn Tage nach dem Beben. "),
        ("es", "La ayuda llega diez días después del sismo. "),
        ("en", ""),
    ],
)
def test_a_sentence_goes_on_with_nothing_else(code, text):
    assert not goes_on(text, load_language(code))
