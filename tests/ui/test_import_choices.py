"""Columns that are joined, split, or about a whole period; values for every row; dates that read two ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from portfolio_app.storage.book import Book
from portfolio_app.ui.pages.import_columns import FIELD, JOIN
from portfolio_app.ui.pages.import_dates import Ambiguous, ambiguous
from portfolio_app.ui.pages.import_page import CHECK, COLUMNS, DONE, ImportPage
from portfolio_app.ui.pages.import_period import ConstantBox, PeriodBox
from tests.ui.import_desk import (
    column,
    field_of,
    open_fields,
    ops,
    page,
    pick,
    real_book,
    sales_file,
    wait_for,
)

__all__ = ["ops", "page", "real_book", "sales_file"]


def imported(qtbot: QtBot, page: ImportPage) -> None:
    for step in (CHECK, DONE):
        page.go_next()
        wait_for(qtbot, page, step)


def all_of(book: Book, sql: str) -> list[tuple[object, ...]]:
    with book.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def opened(qtbot: QtBot, page: ImportPage, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    page.show_item([path])
    wait_for(qtbot, page, COLUMNS)


def test_two_columns_are_joined_where_that_is_chosen(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    opened(qtbot, page, tmp_path / "c.csv", "Nom;Rue;Complément bât;Ville\nÉlan;1 quai;Bât. B;Brest\n")
    pick(qtbot, page, "Rue", "client.street")
    combo = open_fields(qtbot, page, "Complément bât")
    assert "Rue" in combo.itemText(combo.findData("client.street"))
    assert combo.findData(f"{JOIN}client.street") > 0
    QTest.keyClick(combo.view(), Qt.Key.Key_Escape)
    model = page.columns.model
    model.setData(model.index(column(page, "Complément bât"), FIELD), f"{JOIN}client.street")
    assert field_of(page, "Rue") == "client.street"
    assert "with Rue" in model.index(column(page, "Complément bât"), FIELD).data()
    imported(qtbot, page)
    assert all_of(real_book, "SELECT street FROM client") == [("1 quai, Bât. B",)]


def test_a_column_of_a_year_becomes_sales(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    opened(qtbot, page, tmp_path / "c.csv", "Nom;Ville;Total 2024\nÉlan;Brest;1200,50\n")
    model = page.columns.model
    model.setData(model.index(column(page, "Total 2024"), FIELD), "@")
    box = page.columns.box
    assert isinstance(box, PeriodBox)
    assert box.year.value() == 2024
    assert box.month.currentData() == 0
    QTest.keyClick(box.year, Qt.Key.Key_Return)
    assert field_of(page, "Total 2024") == "sale.amount@2024"
    assert model.index(column(page, "Total 2024"), FIELD).data() == "Sale › amount of 2024"
    imported(qtbot, page)
    assert all_of(real_book, "SELECT date FROM sale") == [("2024-12-31",)]


def test_every_row_gets_a_value_it_has_not(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    opened(qtbot, page, tmp_path / "c.csv", "Nom;Pays\nÉlan;\nZorn;Allemagne\n")
    qtbot.mouseClick(page.columns.constant_button, Qt.MouseButton.LeftButton)
    box = page.columns.box
    assert isinstance(box, ConstantBox)
    QTest.keyClick(box.value, Qt.Key.Key_Return)
    assert box.problem.text()
    QTest.keyClicks(box.value, "France")
    QTest.keyClick(box.value, Qt.Key.Key_Return)
    page.columns.reading.chosen.emit("encoding", "utf-8")
    wait_for(qtbot, page, COLUMNS)
    imported(qtbot, page)
    assert all_of(real_book, "SELECT country FROM client ORDER BY id") == [("France",), ("Allemagne",)]


def test_a_date_that_reads_two_ways_is_asked_with_its_own_readings(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    opened(
        qtbot,
        page,
        tmp_path / "v.csv",
        "Client;Date;Montant\nKermor;03/02/2026;10,00\nÉlorn;04/05/2026;20,00\n",
    )
    assert "03/02/2026" in page.columns.notice.text
    assert [button.text() for button in page.columns.notice.buttons] == ["3 Feb 2026", "2 Mar 2026"]
    qtbot.mouseClick(page.columns.notice.buttons[1], Qt.MouseButton.LeftButton)
    assert page.columns.notice.text == ""
    imported(qtbot, page)
    assert all_of(real_book, "SELECT date FROM sale ORDER BY date") == [("2026-03-02",), ("2026-04-05",)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/2026", (date(2026, 4, 3), date(2026, 3, 4))),
        ("3.4.26", (date(2026, 4, 3), date(2026, 3, 4))),
        ("03/04/69", (date(2069, 4, 3), date(2069, 3, 4))),
        ("03-04-70 10:30", (date(1970, 4, 3), date(1970, 3, 4))),
    ],
)
def test_both_readings_of_a_date(text: str, days: tuple[date, date]) -> None:
    found = ambiguous(["", "2026-01-01", "13/04/2026", "04/04/2026", text])
    assert isinstance(found, Ambiguous)
    assert (found.day_first, found.month_first) == days


@pytest.mark.parametrize(
    "text", ["13/04/2026", "04/13/2026", "2026-03-04", "03/04/20261", "hier", "0/4/2026"]
)
def test_dates_with_one_reading_or_none(text: str) -> None:
    assert ambiguous([text]) is None


def test_dates_sent_there_by_hand_are_asked_about_too(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    opened(qtbot, page, tmp_path / "v.csv", "Client;Vu\nKermor;03/02/2026\nÉlorn;04/05/2026\n")
    assert field_of(page, "Vu") == ""
    page.columns.model.choose(column(page, "Vu"), "interaction.date")
    assert not page.next_button.isEnabled()
    qtbot.waitUntil(page.next_button.isEnabled)
    assert "03/02/2026" in page.columns.notice.text
    qtbot.mouseClick(page.columns.notice.buttons[1], Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert all_of(real_book, 'SELECT "on" FROM interaction ORDER BY 1') == [("2026-03-02",), ("2026-04-05",)]


def test_a_day_above_twelve_says_it_of_dates_sent_there_by_hand(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    opened(qtbot, page, tmp_path / "v.csv", "Client;Vu\nKermor;03/02/2026\nÉlorn;04/25/2026\n")
    page.columns.model.choose(column(page, "Vu"), "interaction.date")
    qtbot.waitUntil(page.next_button.isEnabled)
    assert page.columns.notice.text == ""
    assert page.columns.draft is not None
    assert page.columns.draft.reading is not None
    assert page.columns.draft.reading.source.mapping.date_order == "MDY"


def test_typing_goes_to_the_field_that_begins_so(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    opened(qtbot, page, tmp_path / "v.csv", "Client;Vu\nKermor;x\n")
    view = open_fields(qtbot, page, "Vu").view()
    QTest.keyClicks(view, "vat n")
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field_of(page, "Vu") == "client.vat")
