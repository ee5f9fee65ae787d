"""What is in the exported workbook, and what of it may be chosen."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.exchange.workbook_checks import (
    Numbers,
    cell_form,
    check_of,
    former,
    pack_ids,
    read_check,
    row_check,
)
from portfolio_app.exchange.workbook_manifest import MANIFEST
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services import clients, deals, sales
from portfolio_app.services.export import export_workbook
from portfolio_app.services.export_rows import reader
from portfolio_app.services.export_sheets import RECORDS
from portfolio_app.services.workbook_options import SHEETS, WorkbookOptions
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.doors import hostile


def chosen(book: Book, path: Path, **options: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(
        export_workbook(book, path / "out.xlsx", TODAY, "en", options=WorkbookOptions(**options))
    )


@pytest.fixture
def three(book: Book) -> Book:
    """Three clients: 60 and 40 of revenue in the last 12 months, 100 the year before; and one without any."""
    for place, amount in enumerate((60, 40)):
        (client_id,) = clients.create_client(book, {"name": f"C{place}"}).created["client"]
        sales.add_sale(book, client_id, {"date": date(2026, 3, 31), "amount": Decimal(amount)})
        sales.add_sale(book, client_id, {"date": date(2025, 3, 31), "amount": Decimal(50)})
    clients.create_client(book, {"name": "C2"})
    deals.create_deal(book, 1, {"title": "A", "amount": 200, "probability": 25})
    return book


def test_the_summary_tells_the_figures_of_the_book(three: Book, tmp_path: Path) -> None:
    cells = [[c.value for c in row[:5]] for row in chosen(three, tmp_path)["Summary"].iter_rows()]
    assert cells[0][0] == "book"
    assert "2026-11-22" in cells[1][0]
    figures = {row[0]: row[1:4] for row in cells if row[4]}
    assert figures["Clients and prospects"] == [3, None, None]
    assert figures["Revenue, 12 months"] == [100, 100, 0]
    assert figures["Clients who bought"] == [2, 2, 0]
    assert figures["Average order"] == [50, 50, 0]
    assert figures["Clients kept"] == [1, None, None]
    assert figures["Share of the first client"] == [0.6, None, None]
    assert figures["Clients making 80 %"] == [2, None, None]
    assert figures["Concentration (HHI)"] == [5200, None, None]
    assert figures["Open deals"] == [200, None, None]
    assert figures["Open deals, weighted"] == [50, None, None]
    months = {row[0]: row[1:3] for row in cells}
    assert months["March 2026"] == [100, 100]
    assert months["C1"] == [40, 0.4]
    assert [row[3] for row in cells if row[0] == "C1"] == [1]


def test_sheets_and_clients_can_be_chosen(three: Book, tmp_path: Path) -> None:
    book = chosen(three, tmp_path, sheets=frozenset({"summary", "sales"}), client_ids=(2, 3))
    assert book.sheetnames == ["Summary", "Sales", MANIFEST]
    assert [row[3] for row in book["Sales"].iter_rows(min_row=2, values_only=True)] == ["C1", "C1"]
    cells = [[c.value for c in row[:3]] for row in book["Summary"].iter_rows()]
    assert "2 of 3 clients" in cells[2][0]
    assert {row[0]: row[1] for row in cells}["Revenue, 12 months"] == 40
    nobody = chosen(three, tmp_path, client_ids=())
    assert nobody["Clients"].max_row == 1
    assert "Concentration" not in nobody.sheetnames
    assert chosen(three, tmp_path, sheets=frozenset()).sheetnames[0] != ""


def test_the_period_of_the_concentration(three: Book, tmp_path: Path) -> None:
    for days, total, told in ((365, 100, "365 days"), (None, 200, "All time"), (1, 200, "All time")):
        sheet = chosen(three, tmp_path, window_days=days)["Concentration"]
        assert told in sheet["A1"].value
        assert sheet["B3"].value == total


def test_charts_are_native_and_can_be_left_out(three: Book, tmp_path: Path) -> None:
    chosen(three, tmp_path)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert len([name for name in archive.namelist() if name.startswith("xl/charts/")]) == 4
    chosen(three, tmp_path, charts=False)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert not [name for name in archive.namelist() if "chart" in name]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_titles_tell_columns_apart(book: Book, language: str) -> None:
    """A workbook that comes back is read by its titles."""
    words = Words(language)
    for sheet in RECORDS:
        columns = reader(book, words).columns(sheet)
        assert len({column.title for column in columns}) == len(columns), sheet.key
        assert {sheet.fields[key] for key in sheet.fields} == {c.field for c in columns if c.field}, sheet.key
    assert len({words[key] for key in SHEETS}) == len(SHEETS)


@hostile.QUICK
@given(st.lists(st.text(max_size=20), max_size=6))
def test_fingerprints_know_every_cell(texts: list[str]) -> None:
    form = former("text")
    forms = [form(text) for text in texts]
    check = read_check(row_check(forms), len(forms))
    assert check == check_of(forms)
    assert [cell_form("text", text, "DMY") for text in forms if not text.startswith("'")] == [
        text for text in forms if not text.startswith("'")
    ]
    assert read_check(row_check(forms) + "x", len(forms)) is None
    assert read_check("", len(forms)) is None


@hostile.QUICK
@given(st.sets(st.integers(1, 300), max_size=40))
def test_numbers_of_records_are_kept_short(ids: set[int]) -> None:
    numbers = Numbers(pack_ids(ids))
    assert {number for number in range(302) if number in numbers} == ids
    for wrong in ("0", "5-3", "2,1", "x", "1-9999999999999999999999x"):
        with pytest.raises(ValueError, match=r".*"):
            Numbers(wrong)


@pytest.mark.parametrize(
    ("kind", "value", "cells"),
    [
        ("money", 957_577_512, [957.577512, "957,577512", "957.577512 €"]),
        ("quantity", 1_500, [1.5, "1,5"]),
        ("integer", 30, [30, 30.0, "30"]),
        ("number", 0.1 + 0.2, [0.3, 0.30000000000000004, "0,3"]),
        ("date", date(2026, 3, 31), [date(2026, 3, 31), "31/03/2026", "2026-03-31", 46112]),
        ("date", date(1850, 1, 1), ["1850-01-01"]),
        ("text", "00123", ["00123", " 00123 "]),
        ("text", "=1", ["=1", "'=1"]),
        ("text", None, [None, "", "  "]),
    ],
)
def test_a_value_has_one_form_whoever_wrote_its_cell(kind: str, value: Any, cells: list[Any]) -> None:
    assert {cell_form(kind, cell, "DMY") for cell in cells} == {former(kind)(value)}
