"""Any table as Excel, CSV or PDF; and what is shown on the screen as what it is."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.errors import BookWriteError, ExportError, OperationCancelled
from portfolio_app.services.table_files import TableColumn, typed, write_table
from tests.conftest import NOW
from tests.exchange.pdf_text import pdf_text

KINDS = (("Client", "text"), ("Montant", "money"), ("Le", "date"), ("Part", "percent"))
COLUMNS = [TableColumn(title, kind) for title, kind in KINDS]  # type: ignore[arg-type]
ROWS: list[list[Any]] = [
    ["=Élan & “Fils”", 1_234_500_000, date(2026, 3, 31), 0.125],
    ["Zoé", None, None, -0.5],
]


def test_a_workbook_holds_values_not_texts(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t", "Clients", COLUMNS, ROWS, "fr", created=NOW)
    sheet = openpyxl.load_workbook(path)["Clients"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Client", "Montant", "Le", "Part"],
        ["=Élan & “Fils”", 1234.5, sheet["C2"].value, 0.125],
        ["Zoé", None, None, -0.5],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet["C2"].value.date() == date(2026, 3, 31)


def test_the_same_as_csv(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", "Clients", COLUMNS, ROWS, "en")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1:] == [
            ["'=Élan & “Fils”", "1234.50", "2026-03-31", "12.5%"],
            ["Zoé", "", "", "-50%"],
        ]


def test_the_same_as_pdf(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.pdf", "Clients de mars", COLUMNS, ROWS, "fr", created=NOW)
    text = pdf_text(path)
    for words in (
        "Clients de mars",
        "=Élan & “Fils”",
        "1\u202f234,50\u00a0€",
        "31/03/2026",
        "12,5\u202f%",
        "1 / 1",
    ):
        assert words in text
    assert b"/MediaBox [0 0 595" in path.read_bytes()


def test_a_wide_pdf_lies_on_its_side_and_repeats_its_titles(tmp_path: Path) -> None:
    columns = [TableColumn(f"Colonne {place}") for place in range(12)]
    rows = [[f"ligne {line} — assez long pour tenir" for _ in columns] for line in range(60)]
    path = write_table(tmp_path / "t.pdf", "Large", columns, rows, "fr")
    text = pdf_text(path)
    pages = text.count("Large") - 1  # its title, and the foot of each page
    assert pages > 1
    assert text.count("Colonne") == 12 * pages
    assert text.count("ligne") == 60 * 12
    assert b"/MediaBox [0 0 841" in path.read_bytes()


def test_a_table_with_nothing_in_it(tmp_path: Path) -> None:
    assert "Ce tableau est vide." in pdf_text(write_table(tmp_path / "t.pdf", "Rien", COLUMNS, [], "fr"))
    for name in ("t.csv", "t.xlsx"):
        assert write_table(tmp_path / name, "Rien", COLUMNS, [], "fr").exists()


def test_refused_and_stopped(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_table(tmp_path / "t.doc", "x", COLUMNS, ROWS, "fr")
    for suffix in (".csv", ".pdf", ".xlsx"):
        with pytest.raises(OperationCancelled):
            write_table(tmp_path / f"t{suffix}", "x", COLUMNS, ROWS, "fr", cancelled=lambda: True)
        with pytest.raises(BookWriteError):
            write_table(tmp_path / "no" / f"t{suffix}", "x", COLUMNS, ROWS, "fr")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "texts", "kind", "values"),
    [
        ("fr", ["1\u202f234,50\u00a0€", "—", "−12\u00a0€"], "money", [1_234_500_000, None, -12_000_000]),
        ("en", ["€1,234.50", "−€12"], "money", [1_234_500_000, -12_000_000]),
        ("fr", ["92\u00a0k€", "3\u00a0€"], "text", ["92\u00a0k€", "3\u00a0€"]),
        ("fr", ["12,5\u00a0%", "100\u202f%"], "percent", [0.125, 1.0]),
        ("fr", ["22/11/2026", "", "1/2/2024"], "date", [date(2026, 11, 22), None, date(2024, 2, 1)]),
        ("fr", ["31/02/2026"], "text", ["31/02/2026"]),
        ("fr", ["1\u202f234", "−3"], "number", [1234.0, -3.0]),
        ("fr", ["02 98 44 10 20"], "text", ["02 98 44 10 20"]),
        ("fr", ["00123", "7"], "text", ["00123", "7"]),
        ("fr", ["+33 6 12 34"], "text", ["+33 6 12 34"]),
        ("fr", ["12", "C12"], "text", ["12", "C12"]),
        ("fr", ["", ""], "text", ["", ""]),
    ],
)
def test_what_is_shown_is_what_it_is(language: str, texts: list[str], kind: str, values: list[Any]) -> None:
    (column,), rows = typed(["T"], [[text] for text in texts], language)
    assert (column.kind, [row[0] for row in rows]) == (kind, values)


def test_days_of_a_country_where_the_month_comes_first() -> None:
    _, rows = typed(["T"], [["11/22/2026"]], "en", month_first=True)
    assert rows == [[date(2026, 11, 22)]]
