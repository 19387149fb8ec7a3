"""Numbers under headers: unit, magnitude and noun, and what headers say nothing of."""

from __future__ import annotations

import pytest

from checker.checks import load_checks
from checker.discovery.numbers import numbers_of, unclaimed
from checker.languages import load_language
from checker.lines import places
from checker.model import Quantity
from checker.pipeline import check_articles, make_placer, read_quantities, trace_articles
from checker.rates import load_rates
from checker.rules import shipped_rules
from checker.tables.headers import is_total, read_header
from checker.text import by_sentence
from tests.tables import parsed, quantities_of, told


def column(header: str, *cells: str, lang: str = "en") -> list[str]:
    """Read a table of one column of numbers."""
    rows = "".join(f"| Kent {'abcdef'[at]} | {cell} |\n" for at, cell in enumerate(cells))
    return told(f"| | {header} |\n|---|---|\n{rows}", lang)


def test_headers_give_unit_magnitude_and_noun() -> None:
    text = (
        "| Year | Deaths | Cost (£m) | Share (%) |\n|---|---|---|---|\n"
        "| 2019 | 1,200 | 45.5 | 12 |\n| 2020 | 300 | 60 | 88 |\n"
    )
    assert told(text) == [
        "1,200 = 1200 death",
        "45.5 = 45500000.0 GBP",
        "12 = 12 percent",
        "300 = 300 death",
        "60 = 60000000 GBP",
        "88 = 88 percent",
    ]
    first = quantities_of(text)[0]
    assert (first.kind, first.noun, first.bound) == ("count", "Deaths", "=")
    assert str(first.expected) == "1150 to 1250" or first.expected is not None


@pytest.mark.parametrize(
    ("lang", "header", "read"),
    [
        ("en", "Number of deaths", "12 death"),
        ("en", "Soldiers killed", "12 soldier"),
        ("en", "Homes (thousands)", "12000 home"),
        ("en", "Cost, £m", "12000000 GBP"),
        ("en", "Cost in millions of euros", "12000000 EUR"),
        ("en", "Aid ($bn)", "12000000000 dollar"),
        ("en", "US$ million", "12000000 USD"),
        ("en", "%", "12 percent"),
        ("en", "Area (km²)", "12 kilometer**2"),
        ("en", "Length (miles)", "12 mile"),
        ("en", "Budget ('000)", "12000"),
        ("fr", "Nombre de morts", "12 mort"),
        ("fr", "Coût (M€)", "12000000 EUR"),
        ("fr", "Coût en millions d'euros", "12000000 EUR"),
        ("fr", "Habitants (milliers)", "12000 habitant"),
        ("es", "Muertos", "12 muerto"),
        ("es", "Coste (millones de euros)", "12000000 EUR"),
        ("de", "Tote", "12 tote"),
        ("de", "Kosten in Mio. Euro", "12000000 EUR"),
        ("de", "Anzahl der Schiffe", "12 schiff"),
        ("it", "Numero di morti", "12 morto"),
        ("it", "Costo (milioni di euro)", "12000000 EUR"),
        ("pt", "Mortos", "12 morto"),
        ("pt", "Custo em milhões de euros", "12000000 EUR"),
    ],
)
def test_headers_of_every_language(lang: str, header: str, read: str) -> None:
    assert column(header, "12", lang=lang) == [f"12 = {read}"]


@pytest.mark.parametrize(
    ("lang", "header"),
    [
        ("en", "Rank"),
        ("en", "Pos"),
        ("en", "Pts"),
        ("en", "W"),
        ("en", "D"),
        ("en", "Day"),
        ("en", "2019"),
        ("en", "Note (1)"),
        ("en", "Total"),
        ("en", "Netherlands"),
        ("en", "United States"),
        ("en", "See the report of 12 May for how these were counted"),
        ("en", "x" * 500),
        ("fr", "Rang"),
        ("fr", "Année"),
        ("fr", "Pays-Bas"),
        ("de", "Rang"),
        ("de", "Anteil"),
        ("es", "Año"),
        ("it", "Anno"),
        ("pt", "Ano"),
    ],
)
def test_headers_that_say_nothing(lang: str, header: str) -> None:
    assert column(header, "12", lang=lang) in (["12 = 12"], ["2019"])


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("300 [1]", ["300 = 300 death"]),
        ("300*", ["300 = 300 death"]),
        ("300 a", ["300 = 300 death"]),
        ("about 300", ["about 300 = 300 death"]),
        ("1,200 (12%)", ["1,200 = 1200 death", "12% = 12 percent"]),
        ("£45m", ["£45m = 45000000 GBP"]),
        ("12%", ["12% = 12 percent"]),
        # A cell with words says itself what it counts.
        ("300 injured", ["300 injured = 300 injured"]),
        ("12 raids by 30 men", ["12 raids = 12 raid", "30 men = 30 man"]),
        ("none", []),
        ("–", []),
        ("", []),
        ("2019", []),
    ],
)
def test_cells(cell: str, read: list[str]) -> None:
    assert column("Deaths", cell) == read


def test_a_sign_in_the_cell_leaves_the_magnitude_to_the_header() -> None:
    assert column("Cost (£m)", "£45.5", "£3bn", "$7") == [
        "£45.5 = 45500000.0 GBP",
        "£3bn = 3000000000 GBP",
        "$7 = 7 dollar",
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # The headers of rows name what is counted, below years.
        (
            "| | 2019 |\n|---|---|\n| Homes destroyed | 12 |\n| Cost (£m) | 4 |",
            ["12 = 12 home", "4 = 4000000 GBP"],
        ),
        (
            "Many deaths were counted.\n\n| | 2019 |\n|---|---|\n| Deaths | 12 |",
            ["12 = 12 death"],
        ),
        # Wales, Athens and Knowles are no plurals.
        ("| | 2019 |\n|---|---|\n| Wales | 12 |\n| Athens | 30 |", ["12 = 12", "30 = 30"]),
        ("| Area | 2019 |\n|---|---|\n| Wet fields | 12 |", ["12 = 12"]),
    ],
)
def test_headers_of_rows(text: str, read: list[str]) -> None:
    assert told(text) == read


def test_html_headers_stand_upon_each_other() -> None:
    page = (
        "<p>Text of the story.</p><table><tr><th rowspan=2>Region<th colspan=2>Injured"
        "<tr><th>2019<th>2020<tr><th scope=row>Kent<td>12<td>300<sup>1</sup></table>"
    )
    found = quantities_of(page, path="a.html")
    assert [(q.surface, q.unit) for q in found] == [("12", "injured"), ("300", "injured")]
    assert [q.mention.sentence.label for q in found] == ["2019, Kent", "2020, Kent"]


def test_html_without_th_needs_a_first_row_of_words() -> None:
    rows = "<tr><td>Kent<td>12<tr><td>Devon<td>30"
    page = f"<p>Story.</p><table><tr><td>Region<td>Deaths{rows}</table>"
    assert told(page, path="a.html") == ["12 = 12 death", "30 = 30 death"]
    assert told(f"<p>Story.</p><table>{rows}</table>", path="a.html") == ["12 = 12", "30 = 30"]


def test_a_layout_table_is_read_as_before() -> None:
    page = (
        "<table><tr><td>Home<td>News<tr><td>In all, 12 people died.<td>"
        "<p>Some 300 homes burned.</p></table>"
    )
    found = quantities_of(page, path="a.html")
    assert [(q.surface, q.unit, q.mention.sentence.label) for q in found] == [
        ("12 people", "person", ""),
        ("Some 300 homes", "home", ""),
    ]


def test_merged_cells_of_numbers_take_no_header() -> None:
    page = "<p>a</p><table><tr><th>x<th>Dead<th>Hurt<tr><td>Kent<td colspan=2>12</table>"
    assert told(page, path="a.html") == ["12 = 12"]


def test_offsets_and_quotes_are_those_of_the_file() -> None:
    text = "Story.\n\n| Region | Deaths |\n|---|---|\n| Kent | 12 |\n| Devon | 12 |\n"
    article = parsed(text)
    found = read_quantities(article).quantities
    where = places(article)
    assert [where.at(q.span.start)[1:] for q in found] == [(5, 10), (6, 11)]
    assert [article.text[slice(*q.span)] for q in found] == ["12", "12"]
    quoted = [article.text[slice(*q.mention.sentence.quoted)] for q in found]
    assert quoted == ["Kent | 12", "Devon | 12"]


@pytest.mark.parametrize(
    ("header", "label"),
    [("| Region | Deaths |", "Kent"), ("| | Deaths |", "Kent"), ("| Total | Deaths |", "Kent")],
)
def test_the_label_of_a_row(header: str, label: str) -> None:
    (first, total) = quantities_of(f"{header}\n|---|---|\n| Kent | 12 |\n| Total | 12 |")
    assert [one.mention.sentence.label for one in (first, total)] == [label, ""]


def test_rows_without_words_are_told_apart_by_their_number() -> None:
    found = quantities_of("| Dead | Injured |\n|---|---|\n| 12 | 3 |\n| 14 | 5 |")
    assert [one.mention.sentence.label for one in found] == ["#1", "#1", "#2", "#2"]
    (one, _) = quantities_of("| Dead | Injured |\n|---|---|\n| 12 | 3 |")
    assert one.mention.sentence.label == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Total"), ("en", "**TOTAL**"), ("en", "Grand total:"), ("en", "Total (UK)"),
        ("fr", "Ensemble"), ("es", "Suma"), ("de", "Insgesamt"), ("it", "Totale"), ("pt", "Total"),
    ],
)  # fmt: skip
def test_totals(lang: str, said: str) -> None:
    assert is_total(said, load_language(lang))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Total Energies"), ("en", "Totally"), ("en", ""), ("en", "Kent"),
        ("fr", "Ensemblier"), ("es", "Sumas"), ("de", "Gesamtschulen"), ("it", "Tot"),
        ("pt", "Soma 2"),
    ],
)  # fmt: skip
def test_what_is_no_total(lang: str, said: str) -> None:
    assert not is_total(said, load_language(lang))


@pytest.mark.parametrize(
    "text", ["", "(", ")(", "[]", "£", "%%%", "in", "(in)", "12", "\x00", "’000"]
)
def test_hostile_headers(text: str) -> None:
    for lang in ("en", "de", "fr"):
        assert read_header(text, load_language(lang)).noun is None


def test_the_claims_of_rows_are_kept_apart() -> None:
    place = make_placer(shipped_rules().rules)
    text = "| Region | Killed |\n|---|---|\n| Kent | 1,200 |\n| Devon | 300 |\n| Total | 1,500 |\n"
    _, reading = place(parsed(text))
    assert [(c.rule, c.facet("table row"), c.quote) for c in reading.claims] == [
        ("incident-toll", "Kent", "Kent | 1,200"),
        ("incident-toll", "Devon", "Devon | 300"),
        ("incident-toll", None, "Total | 1,500"),
    ]


def test_a_sports_table_makes_no_claim() -> None:
    place = make_placer(shipped_rules().rules)
    text = (
        "| Team | P | W | D | L | Losses | Goals | Pts |\n|---|---|---|---|---|---|---|---|\n"
        "| Arsenal | 17 | 12 | 3 | 2 | 2 | 45 | 39 |\n| Chelsea | 17 | 10 | 3 | 4 | 4 | 40 | 33 |\n"
    )
    read, reading = place(parsed(text))
    assert len(read.quantities) == 14
    assert reading.claims == ()


def _is_counted(one: Quantity) -> bool:
    return one.unit == "death"


def test_a_long_table_is_read_to_its_end() -> None:
    rows = "".join(f"| Place {n} | {n + 10} | {n}.5 |\n" for n in range(3_000))
    found = quantities_of(f"| Where | Deaths | Cost (£m) |\n|---|---|---|\n{rows}")
    # Those that look like years are skipped.
    assert len(found) == 5_799
    assert sum(map(_is_counted, found)) == 2_799


def test_no_rule_is_drafted_from_cells() -> None:
    text = "He saw 35 boats.\n\n| Port | Boats |\n|---|---|\n| Dover | 12 |\n| Hull | 30 |\n"
    trace = trace_articles([parsed(text)], (), load_rates())
    assert [number.quantity.surface for number in unclaimed(numbers_of(trace))] == ["35 boats"]


def test_a_cell_that_begins_its_row_is_no_sentence_with_it() -> None:
    page = (
        "<p>Story.</p><table><tr><th>Boats<th>Pos<th>Note"
        "<tr><td>12 (5%)<td>1<td>saw 7 men<tr><td>30<td>2<td>saw 9 men</table>"
    )
    found = quantities_of(page, path="a.html")
    groups = [[one.surface for one in group] for group in by_sentence(found)]
    assert groups == [["12"], ["5%", "1", "7 men"], ["30"], ["2", "9 men"]]
    article = parsed(page, path="a.html")
    check_articles([article], (*shipped_rules().rules, *load_checks()), load_rates())
