"""The review of a workbook that the book exported: edits ticked, applied in one step, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.services import clients
from portfolio_app.services.export import export_workbook
from portfolio_app.services.workbook_options import WorkbookOptions
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.import_page import COLUMNS, FILES, REVIEW, ImportPage
from portfolio_app.ui.pages.round_trip_model import EDITS, KINDS, RECORD, TICK
from tests.ui.import_desk import TODAY, ops, page, real_book, wait_for

__all__ = ["ops", "page", "real_book"]

NAMES = ("Ardoise", "Brasserie", "Cidrerie")


@pytest.fixture
def workbook(real_book: Book, page: ImportPage, tmp_path: Path) -> Path:
    """Three clients in Brest, exported."""
    for name in NAMES:
        clients.create_client(real_book, {"name": name, "city": "Brest"})
    options = WorkbookOptions(sheets=frozenset({"clients"}), charts=False)
    return export_workbook(real_book, tmp_path / "clients.xlsx", TODAY, "en", options=options)


def edit(path: Path, change: Any) -> None:
    """Change the sheet of clients: `change(sheet, {title: column}, {client: row})`."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book["Clients"]
    head = next(row for row in sheet.iter_rows(max_row=20) if "#id" in [cell.value for cell in row])
    columns = {cell.value: cell.column for cell in head}
    rows = {
        sheet.cell(row, columns["Client"]).value: row for row in range(head[0].row + 1, sheet.max_row + 1)
    }
    change(sheet, columns, rows)
    book.save(path)


def set_city(name: str, city: str) -> Any:
    def change(sheet: Any, columns: Any, rows: Any) -> None:
        sheet.cell(rows[name], columns["City"]).value = city

    return change


def reviewed(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    page.show_item([path])
    wait_for(qtbot, page, FILES)

    def offer() -> QPushButton | None:
        found = [b for b in page.files.findChildren(QPushButton) if b.text() == "Compare with the book"]
        return found[0] if found and found[0].isVisible() else None

    qtbot.waitUntil(lambda: offer() is not None)
    qtbot.mouseClick(offer(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: page.step == REVIEW and page.review.diff is not None and not page.ops.is_busy, timeout=30_000
    )


def cities(book: Book) -> list[str]:
    with book.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT city FROM client ORDER BY name")]


def shown(page: ImportPage) -> list[tuple[str, str]]:
    model = page.review.model
    return [
        (model.index(row, RECORD).data(), model.index(row, EDITS).data()) for row in range(model.rowCount())
    ]


def test_nothing_edited_is_said(qtbot: QtBot, page: ImportPage, workbook: Path) -> None:
    reviewed(qtbot, page, workbook)
    assert "Nothing was edited" in page.review._told.text()
    assert not page.review.apply_button.isVisible()
    qtbot.mouseClick(page.review.back_button, Qt.MouseButton.LeftButton)
    assert page.step == FILES


def test_what_is_ticked_is_taken_over_and_taken_back(
    qtbot: QtBot, page: ImportPage, ops: Operations, real_book: Book, workbook: Path
) -> None:
    edit(workbook, set_city("Ardoise", "Quimper"))
    edit(workbook, set_city("Cidrerie", "Morlaix"))
    reviewed(qtbot, page, workbook)
    assert shown(page) == [("Ardoise", "City Brest → Quimper"), ("Cidrerie", "City Brest → Morlaix")]
    table = page.review.table
    table.setFocus()
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.review.model.index(1, TICK).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    qtbot.mouseClick(page.review.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.ops.is_busy and len(page.review.model.items) == 1)
    assert cities(real_book) == ["Quimper", "Brest", "Brest"]
    assert "taken over" in page.review.notice.text
    ops.undo()
    qtbot.waitUntil(lambda: not ops.is_busy)
    assert cities(real_book) == ["Brest", "Brest", "Brest"]


def test_a_row_taken_out_stays_unless_ticked(
    qtbot: QtBot, page: ImportPage, real_book: Book, workbook: Path
) -> None:
    edit(workbook, lambda sheet, columns, rows: sheet.delete_rows(rows["Brasserie"]))
    reviewed(qtbot, page, workbook)
    assert [item.kind for item in page.review.model.items] == ["removed"]
    assert not page.review.apply_button.isEnabled()
    qtbot.mouseClick(page.review.all_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.review.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.ops.is_busy and len(cities(real_book)) == 2)


def test_what_both_sides_changed_waits_for_the_user(
    qtbot: QtBot, page: ImportPage, real_book: Book, workbook: Path
) -> None:
    edit(workbook, set_city("Ardoise", "Quimper"))
    clients.update_client(real_book, 1, {"city": "Lorient"})
    reviewed(qtbot, page, workbook)
    assert page.review.model.items[0].is_conflict
    assert page.review.model.chosen == set()
    spot = page.review.table.visualRect(page.review.model.index(0, TICK)).center()
    qtbot.mouseClick(page.review.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseClick(page.review.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.ops.is_busy and not page.review.model.items)
    assert cities(real_book)[0] == "Quimper"


def test_a_change_in_between_is_compared_anew(
    qtbot: QtBot, page: ImportPage, real_book: Book, workbook: Path
) -> None:
    edit(workbook, set_city("Ardoise", "Quimper"))
    reviewed(qtbot, page, workbook)
    clients.update_client(real_book, 1, {"city": "Lorient"})
    page.review.apply()
    qtbot.waitUntil(lambda: not page.ops.is_busy and page.review.model.items[0].is_conflict)
    assert cities(real_book)[0] == "Lorient"
    assert page.review.notice.text


def test_a_value_that_cannot_be_read_is_listed(qtbot: QtBot, page: ImportPage, workbook: Path) -> None:
    def change(sheet: Any, columns: Any, rows: Any) -> None:
        sheet.cell(rows["Ardoise"], columns["Status"]).value = "peut-être"

    edit(workbook, change)
    reviewed(qtbot, page, workbook)
    model = page.review.refused_model
    assert model.rowCount() == 1
    assert model.index(0, 3).data() == "peut-être"
    assert model.index(0, 4).data()


def test_it_can_be_imported_as_a_table_instead(qtbot: QtBot, page: ImportPage, workbook: Path) -> None:
    page.show_item([workbook])
    wait_for(qtbot, page, FILES)
    page.files.other_requested.emit(page._drafts[0], "as_table")
    wait_for(qtbot, page, COLUMNS)


def test_every_sheet_has_its_word() -> None:
    from portfolio_app.services.workbook_options import SHEETS
    from portfolio_app.ui.field_names import RECORDS

    assert set(KINDS) == set(SHEETS) - {"summary", "concentration"}
    assert set(KINDS.values()) <= set(RECORDS)
