"""Tables that are no plain rectangle: columns of fixed width, names on several lines, merged cells, drawn lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.exchange.tabular import open_table
from tests.exchange.test_tabular import cells, write

CLIENTS = [
    ("C001", "Atelier Rivière", "12 rue de la Paix", "75002", "Paris", "1 234,50"),
    ("C002", "SARL Dupont et Fils", "", "69001", "Lyon", "99,00"),
    ("C003", "Ets Kérisac", "5 av. Foch", "", "Saint Malo", "12 000,00"),
    ("C004", "Boulangerie", "3 place du Marché", "35000", "Rennes", "5,00"),
]


def aligned(*rows: tuple[str, ...]) -> str:
    widths = (6, 22, 22, 8, 14)
    lines = ("".join(map(str.ljust, row, widths)) + row[5].rjust(12) for row in rows)
    return "".join(line + "\n" for line in lines)


@pytest.mark.parametrize("many", [1, 5])
@pytest.mark.parametrize("above", ["", "Liste des clients\n\n"])
@pytest.mark.parametrize(
    "below", ["", "----- --------------------- --------------------- ------- ------------- -----------\n"]
)
def test_columns_of_fixed_width_keep_blanks_and_missing_cells(
    tmp_path: Path, many: int, above: str, below: str
) -> None:
    names = ("Code", "Raison sociale", "Adresse", "CP", "Ville", "CA HT")
    table = open_table(write(tmp_path, above + aligned(names) + below + aligned(*CLIENTS * many)))
    assert (table.dialect.kind, table.columns) == ("fixed", list(names))
    assert [tuple(row) for row in cells(table) if any(row)] == CLIENTS * many


def test_a_word_over_the_edge_of_its_column_stays_whole(tmp_path: Path) -> None:
    rows = [f"C{number:03} Nom {number:03}    Paris {number * 7:8}\n" for number in range(60)]
    rows[40] = "C040 Nom bien trop long Lyon   280\n"
    table = open_table(write(tmp_path, "".join(rows)))
    assert cells(table)[39] == ["C039", "Nom", "039", "Paris", "273"]
    assert (
        "".join("".join(row).replace(" ", "") for row in cells(table)[40:41])
        == rows[40].replace(" ", "").strip()
    )


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            ";Facturation;;Livraison;\nNom;Rue;Ville;Rue;Ville\nDupont;1 rue A;Paris;2 rue B;Lyon\n",
            ["Nom", "Facturation Rue", "Facturation Ville", "Livraison Rue", "Livraison Ville"],
        ),
        (
            "Client;Contact;;Chiffre d'affaires;\n;Nom;Téléphone;2023;2024\n"
            "Dupont;Jean;0102030405;1200;1300\nMartin;Paul;0102030406;10;20\n",
            [
                "Client",
                "Contact Nom",
                "Contact Téléphone",
                "Chiffre d'affaires 2023",
                "Chiffre d'affaires 2024",
            ],
        ),
        (
            "Nom;Ville;CA;Marge\n;;k€;%\nDupont;Lyon;12;20\nMartin;Nice;13;30\n",
            ["Nom", "Ville", "CA k€", "Marge %"],
        ),
    ],
)
def test_names_on_two_lines_are_put_together(tmp_path: Path, text: str, columns: list[str]) -> None:
    table = open_table(write(tmp_path, text))
    assert table.columns == columns
    assert cells(table)[0][0] == "Dupont"


@pytest.mark.parametrize(
    "text",
    [
        "Nom;Prénom;Ville\nDupont;Jean;Lyon\nMartin;Paul;Nice\n",
        "Nom;Ville;CA;Marge\nDupont;Lyon;n.c.;n.c.\nMartin;Nice;13;30\nPetit;Nice;13;30\n",
        "Nom;Contact;;Ville\nDupont;;;Lyon\nMartin;;;Nice\n",
        "Nom;;;Ville\nDupont;Jean;Paul;Lyon\nMartin;;;Nice\n",
    ],
)
def test_a_first_row_of_words_is_not_taken_for_names(tmp_path: Path, text: str) -> None:
    table = open_table(write(tmp_path, text))
    assert cells(table)[0][0] == "Dupont"
    assert table.columns[0] == "Nom"


def test_merged_names_of_a_sheet(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Client", "Contact", None, "CA"],
        [None, "Nom", "Téléphone", None],
        ["Dupont", "Jean", "0102030405", 12],
    ):
        sheet.append(row)
    for place in ("A1:A2", "B1:C1", "D1:D2"):
        sheet.merge_cells(place)
    book.save(tmp_path / "merged.xlsx")
    table = open_table(tmp_path / "merged.xlsx")
    assert table.columns == ["Client", "Contact Nom", "Contact Téléphone", "CA"]
    assert cells(table) == [["Dupont", "Jean", "0102030405", 12]]


def test_bars_and_dashes_drawn_around_a_table(tmp_path: Path) -> None:
    for text in (
        "| Nom | Ville |\n|-----|-------|\n| Dupont | Lyon |\n| Martin | Nice |\n",
        " Nom    | Ville \n--------+-------\n Dupont | Lyon\n Martin | Nice\n",
    ):
        table = open_table(write(tmp_path, text))
        assert table.dialect.delimiter == "|"
        found = [[cell.strip() for cell in row if cell.strip()] for row in cells(table)]
        assert [row for row in found if row] == [["Dupont", "Lyon"], ["Martin", "Nice"]]
