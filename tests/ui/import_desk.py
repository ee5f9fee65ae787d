"""The import page on a real book, as the tests of its parts need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import books, history
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.import_columns import FIELD, FieldCombo
from portfolio_app.ui.pages.import_page import CHECK, COLUMNS, ImportPage

TODAY = date(2026, 11, 22)
HEADER = "Raison sociale;Nom contact;Tél.;Mail;Ville;Date facture;N° commande;Montant HT;Code"
ROWS = [
    "Atelier Kermor;Solène Quéré;02 98 00 00 01;s.quere@example.fr;Brest;03/02/2026;F1;1 250,50;07",
    "Garage de l'Élorn;Yann Abgrall;02 98 00 00 02;yann@example.fr;Landerneau;17/03/2026;F2;300,00;07",
    "Boulangerie Ti Bara;Maël Jaouen;02 98 00 00 03;mael@example.fr;Quimper;31/02/2026;F3;80,00;07",
    "Atelier Kermor;Solène Quéré;02 98 00 00 01;s.quere@example.fr;Brest;21/04/2026;F4;4 5OO,00;07",
]


@pytest.fixture
def real_book(make_book: Callable[..., Book]) -> Book:
    return make_book("import.portfolio")


@pytest.fixture
def ops(qapp: QApplication, real_book: Book) -> Iterator[Operations]:
    made = Operations(real_book, undo=history.undo, redo=history.redo)
    yield made
    made.shutdown()


@pytest.fixture
def page(qtbot: QtBot, ops: Operations) -> ImportPage:
    settings = Settings()
    made = ImportPage(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
    made.resize(1060, 660)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    qtbot.waitUntil(lambda: not ops.is_busy)  # the tests use the same book from their own thread
    return made


@pytest.fixture
def sales_file(tmp_path: Path) -> Path:
    path = tmp_path / "ventes 2026.csv"
    path.write_bytes("\r\n".join([HEADER, *ROWS]).encode("cp1252"))
    return path


def counts(book: Book) -> dict[str, int]:
    return books.info(book).counts


def wait_for(qtbot: QtBot, page: ImportPage, step: int) -> None:
    qtbot.waitUntil(lambda: page.step == step and not page.is_working and not page.ops.is_busy)


def press(page: ImportPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def save_refused(page: ImportPage, path: Path) -> None:
    assert page._report is not None
    page.refused.save(page._report, path)


def column(page: ImportPage, name: str) -> int:
    model = page.columns.model
    return next(row for row in range(model.rowCount()) if model.column_name(row) == name)


def field_of(page: ImportPage, name: str) -> str:
    assert page.columns.model.draft is not None
    return page.columns.model.draft.field_of(name)


def open_fields(qtbot: QtBot, page: ImportPage, name: str) -> FieldCombo:
    """Click on the field of a column; the list that opens."""
    table = page.columns.table
    spot = table.visualRect(page.columns.model.index(column(page, name), FIELD)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: any(c.view().isVisible() for c in table.findChildren(FieldCombo)))
    return next(c for c in table.findChildren(FieldCombo) if c.view().isVisible())


def pick(qtbot: QtBot, page: ImportPage, name: str, field: str) -> None:
    """Choose the field of a column with the mouse."""
    combo = open_fields(qtbot, page, name)
    view = combo.view()
    index = combo.model().index(combo.findData(field), 0)
    view.scrollTo(index)
    qtbot.mouseMove(view.viewport(), view.visualRect(index).center())
    qtbot.wait(QApplication.doubleClickInterval() + 50)  # Qt takes an earlier click for the opening one
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    qtbot.waitUntil(lambda: field_of(page, name) == field)


def checked(qtbot: QtBot, page: ImportPage, *paths: Path) -> None:
    """Bring these files as far as the check."""
    page.show_item(list(paths))
    wait_for(qtbot, page, COLUMNS)
    page.go_next()
    wait_for(qtbot, page, CHECK)


def settle(qtbot: QtBot, page: ImportPage) -> None:
    """Wait until nothing runs and nothing is about to."""
    qtbot.waitUntil(lambda: not page.ops.is_busy and not page.checking.is_busy and not page.is_working)
