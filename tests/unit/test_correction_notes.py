"""Correction notes in six languages, and paragraphs that only look like one."""

from __future__ import annotations

import pytest

from checker.languages import available, load_language
from checker.versions.notes import find_notes
from tests.property.strategies_of_versions import article_of

NOTES = [
    ("en", "Correction: the number of ships was wrong."),
    ("en", "CORRECTION (3 May): there were 12 ships."),
    ("en", "**Correction**"),
    ("en", "## Corrections and clarifications"),
    ("en", "[Updated at 14:30]"),
    ("en", "Updated Monday, 3 May."),
    ("en", "Correction, 3 May 2023: there were 12 ships."),
    ("en", "We say sorry. An earlier version of this article said 12 ships had left."),
    ("en", "This article was amended on 3 May to say that 12 ships had left."),
    ("en", "Editor’s note: the figure was changed."),
    ("fr", "Mis à jour le 3 mai à 14h30"),
    ("fr", "Rectificatif : douze navires sont partis."),
    ("fr", "Erratum. Douze navires sont partis."),
    ("fr", "Dans une version précédente de cet article, nous parlions de 12 navires."),
    ("fr", "Cet article a été modifié : douze navires sont partis."),
    ("es", "Fe de errores: salieron 12 barcos."),
    ("es", "Actualizado el 3 de mayo de 2023"),
    ("es", "En una versión anterior de este artículo se hablaba de 12 barcos."),
    ("de", "Korrektur: Es waren 12 Schiffe."),
    ("de", "Aktualisiert am 3. Mai 2023"),
    ("de", "In einer früheren Version dieses Artikels hieß es, 12 Schiffe seien ausgelaufen."),
    ("de", "Anmerkung der Redaktion: Es waren 12 Schiffe."),
    ("it", "Errata corrige: sono partite 12 navi."),
    ("it", "Aggiornato il 3 maggio 2023"),
    ("it", "Una versione precedente di questo articolo parlava di 12 navi."),
    ("pt", "Correção: saíram 12 navios."),
    ("pt", "Atualizado em 3 de maio de 2023"),
    ("pt", "Uma versão anterior deste artigo falava de 12 navios."),
]
NO_NOTES = [
    ("en", "Correction of prices was slow, 12 traders said."),
    ("en", "Updated figures show that 12 ships left."),
    ("en", "Update-ready phones cost more than 300 dollars."),
    ("en", "The market correction: 12 percent in a week."),
    ("en", "An earlier version of this bill would have cost £5m."),
    ("en", "Corrected, the dose is 12 ml."),
    ("en", "Corrected 12 errors by hand."),
    ("en", "Corrections?"),
    ("en", "He updated this article of faith in 1999."),
    ("fr", "Correction des prix : le marché perd 12 %."),
    ("fr", "Mise à jour des logiciels, un chantier de 3 ans."),
    ("fr", "Une version précédente de cet avion pesait 12 tonnes."),
    ("fr", "Les listes sont mises à jour le 3 mai."),
    ("es", "Actualizado el censo, viven aquí 300 personas."),
    ("es", "La corrección: un 12 % en una semana."),
    ("es", "Una versión anterior de este coche pesaba 2 toneladas."),
    ("de", "Korrekturen im Haushalt kosten 12 Millionen Euro."),
    ("de", "In einer früheren Version dieses Autos gab es 2 Türen."),
    ("de", "Aktualisierte Zahlen zeigen 12 Tote."),
    ("it", "Aggiornato il piano, restano 12 navi."),
    ("it", "Una versione precedente di questo aereo pesava 12 tonnellate."),
    ("pt", "Atualizado o plano, restam 12 navios."),
    ("pt", "Uma versão anterior deste avião pesava 12 toneladas."),
]


def notes(text: str, lang: str) -> list[tuple[int, str]]:
    return [(n.line, n.quote) for _, n in find_notes(article_of(text, lang), load_language(lang))]


@pytest.mark.parametrize(("lang", "text"), NOTES)
def test_a_note_is_found(lang: str, text: str) -> None:
    assert notes(f"Body.\n\n{text}", lang) == [(3, text)]


@pytest.mark.parametrize(("lang", "text"), NO_NOTES)
def test_other_paragraphs_are_none(lang: str, text: str) -> None:
    assert notes(f"Body.\n\n{text}", lang) == []


def test_every_language_has_notes_and_counterexamples() -> None:
    assert {lang for lang, _ in NOTES} == {lang for lang, _ in NO_NOTES} == set(available())


def test_front_matter_holds_none() -> None:
    assert notes("---\ntitle: 'Correction: ships'\nlang: en\n---\nTwelve ships left.", "en") == []


def test_a_paragraph_is_one_note_with_all_its_sentences() -> None:
    text = "Correction: it was 12. An earlier version of this article said 13."
    assert notes(text, "en") == [(1, text)]
