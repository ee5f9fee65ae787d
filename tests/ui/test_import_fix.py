"""Correcting rows of an import where they stand, and seeing at once what comes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from portfolio_app.storage.book import Book
from portfolio_app.ui.pages.import_fix import VALUE
from portfolio_app.ui.pages.import_page import CHECK, DONE, ImportPage
from tests.ui.import_desk import checked, counts, ops, page, real_book, sales_file, settle, wait_for

__all__ = ["ops", "page", "real_book", "sales_file"]


def values(page: ImportPage) -> list[str]:
    model = page.check.troubles.model
    return [model.index(row, VALUE).data() for row in range(model.rowCount())]


def editor(page: ImportPage) -> QLineEdit:
    return next(e for e in page.check.troubles.table.viewport().findChildren(QLineEdit) if e.isVisible())


def type_into(page: ImportPage, text: str) -> None:
    field = editor(page)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_f2_corrects_a_cell_and_the_row_comes_in(
    qtbot: QtBot, page: ImportPage, real_book: Book, sales_file: Path
) -> None:
    checked(qtbot, page, sales_file)
    settle(qtbot, page)
    assert values(page) == ["31/02/2026", "4 5OO,00"]
    table = page.check.troubles.table
    table.select_id(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    type_into(page, "28/02/2026")
    qtbot.waitUntil(lambda: page.checking.is_busy)
    assert not page.next_button.isEnabled()
    assert "being checked" in page.check.troubles.model.index(0, 4).data()
    settle(qtbot, page)
    assert page.step == CHECK
    assert values(page) == ["4 5OO,00"]
    assert "3 row" in page.next_button.text()
    QTest.keyClick(table, Qt.Key.Key_Return)
    type_into(page, "4 500,00")
    qtbot.waitUntil(lambda: page.checking.is_busy)
    settle(qtbot, page)
    assert values(page) == []
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert counts(real_book)["sale"] == 4


def test_a_correction_that_is_wrong_too_is_refused_again(
    qtbot: QtBot, page: ImportPage, sales_file: Path
) -> None:
    checked(qtbot, page, sales_file)
    settle(qtbot, page)
    model = page.check.troubles.model
    model.setData(model.index(0, VALUE), "bientôt")
    settle(qtbot, page)
    assert values(page) == ["bientôt", "4 5OO,00"]
    assert "is not a date" in model.index(0, 4).data()


def test_escape_leaves_the_cell_and_stays_on_the_step(
    qtbot: QtBot, page: ImportPage, sales_file: Path
) -> None:
    checked(qtbot, page, sales_file)
    settle(qtbot, page)
    table = page.check.troubles.table
    table.select_id(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(editor(page), "x")
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert page.step == CHECK
    assert values(page) == ["31/02/2026", "4 5OO,00"]
    assert not page.checking.is_busy


def test_two_corrections_in_a_row_are_checked_together(
    qtbot: QtBot, page: ImportPage, sales_file: Path
) -> None:
    checked(qtbot, page, sales_file)
    settle(qtbot, page)
    reports: list[object] = []
    page.checking.checked.connect(reports.append)
    model = page.check.troubles.model
    model.setData(model.index(0, VALUE), "28/02/2026")
    model.setData(model.index(1, VALUE), "4500")
    settle(qtbot, page)
    assert values(page) == []
    assert len(reports) == 1


def test_the_whole_line_can_be_corrected(
    qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
) -> None:
    path = tmp_path / "ventes.csv"
    path.write_text(
        "Raison sociale;Ville;Date facture;Montant HT\nÉlan;Brest;03/02/2026;\n;;04/02/2026;12,00\n", "utf-8"
    )
    checked(qtbot, page, path)
    settle(qtbot, page)
    troubles = page.check.troubles
    lines = [trouble.item.line for trouble in troubles.model.troubles]
    troubles.table.select_id(lines.index(3))
    qtbot.mouseClick(troubles.line_button, Qt.MouseButton.LeftButton)
    assert troubles.box is not None
    assert troubles.box.fields["Montant HT"].text() == "12,00"
    troubles.box.fields["Raison sociale"].setText("Kermor <b>")
    QTest.keyClick(troubles.box.fields["Raison sociale"], Qt.Key.Key_Return)
    settle(qtbot, page)
    assert 3 not in [trouble.item.line for trouble in troubles.model.troubles]
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert counts(real_book)["client"] == 1
    assert counts(real_book)["sale"] == 1
