"""What the import takes besides chosen tables: the clipboard, followed files, calendars, copies, other sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.services import book_copy, clients
from portfolio_app.storage.book import Book
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.import_page import CHECK, COLUMNS, DONE, FILES, ImportPage
from tests.ui.import_desk import checked, counts, field_of, ops, page, real_book, sales_file, settle, wait_for

__all__ = ["ops", "page", "real_book", "sales_file"]

CELLS = 'Société\tVille\tNotes\r\nÉlan\tBrest\t"deux\r\nlignes"\r\nKermor\tQuimper\t\r\n'


def buttons(page: ImportPage) -> dict[str, QPushButton]:
    return {each.text(): each for each in page.files.findChildren(QPushButton) if each.isVisible()}


def press_button(qtbot: QtBot, page: ImportPage, text: str) -> None:
    qtbot.waitUntil(lambda: text in buttons(page))
    qtbot.mouseClick(buttons(page)[text], Qt.MouseButton.LeftButton)


class TestClipboard:
    def test_cells_of_a_spreadsheet_are_a_table(
        self, qtbot: QtBot, page: ImportPage, real_book: Book
    ) -> None:
        QGuiApplication.clipboard().setText(CELLS)
        QTest.keyClick(page.files.zone.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        wait_for(qtbot, page, COLUMNS)
        assert field_of(page, "Société") == "client.name"
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        assert counts(real_book)["client"] == 2
        assert not page.done.watch_button.isVisible()
        assert page._drafts[0].name == "Clipboard"
        folder = page._drafts[0].path.parent
        page.go_next()
        assert page.step == FILES
        assert not folder.exists()

    def test_nothing_copied_is_said(self, qtbot: QtBot, page: ImportPage) -> None:
        QGuiApplication.clipboard().clear()
        qtbot.mouseClick(page.files.zone.paste_button, Qt.MouseButton.LeftButton)
        assert "Nothing was copied" in page.notice.text

    def test_copied_files_are_files(self, qtbot: QtBot, page: ImportPage, sales_file: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(sales_file))])
        QGuiApplication.clipboard().setMimeData(data)
        page.intake.paste()
        wait_for(qtbot, page, COLUMNS)
        assert page._drafts[0].path == sales_file


class TestFollowedFiles:
    def test_followed_read_again_and_no_longer(
        self, qtbot: QtBot, page: ImportPage, ops: Operations, real_book: Book, sales_file: Path
    ) -> None:
        ops.changed.connect(page.refresh)
        checked(qtbot, page, sales_file)
        page.go_next()
        wait_for(qtbot, page, DONE)
        qtbot.mouseClick(page.done.watch_button, Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        assert "Followed" in page.done.text
        assert page.done.undo_button.isVisible()
        page.go_next()
        settle(qtbot, page)
        assert "Read again" in buttons(page)
        sales_file.write_bytes(
            sales_file.read_bytes() + "\r\nNeuf;;;;Brest;01/10/2026;F9;9,00;07".encode("cp1252")
        )
        press_button(qtbot, page, "Read again")
        wait_for(qtbot, page, DONE)
        assert counts(real_book)["client"] == 3
        assert not page.done.watch_button.isVisible()
        page.go_next()
        settle(qtbot, page)
        page.files.unwatch_requested.emit(page.watching._views[0])
        qtbot.waitUntil(lambda: not page.ops.is_busy and "Read again" not in buttons(page))

    def test_other_columns_are_said_and_can_be_looked_at(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path
    ) -> None:
        checked(qtbot, page, sales_file)
        page.go_next()
        wait_for(qtbot, page, DONE)
        page.done.watch_requested.emit()
        settle(qtbot, page)
        page.go_next()
        settle(qtbot, page)
        sales_file.write_text("Article;Prix\nVis;1,50\nClou;2,50\n", "utf-8")
        press_button(qtbot, page, "Read again")
        settle(qtbot, page)
        assert page.step == FILES
        assert page.notice.text
        qtbot.mouseClick(page.notice.buttons[0], Qt.MouseButton.LeftButton)
        wait_for(qtbot, page, COLUMNS)
        assert page.columns.model.column_name(0) == "Article"


class TestMemory:
    def test_the_next_file_like_it_is_read_as_chosen_and_afresh_when_wanted(
        self, qtbot: QtBot, page: ImportPage, sales_file: Path, tmp_path: Path
    ) -> None:
        page.show_item([sales_file])
        wait_for(qtbot, page, COLUMNS)
        assert page.columns.memory.text == ""
        before = field_of(page, "Code")
        row = next(r for r in range(9) if page.columns.model.column_name(r) == "Code")
        page.columns.model.choose(row, "client.tags")
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        page.go_next()
        other = tmp_path / "ventes 2027.csv"
        other.write_bytes(sales_file.read_bytes())
        page.show_item([other])
        wait_for(qtbot, page, COLUMNS)
        assert field_of(page, "Code") == "client.tags"
        assert "ventes 2026.csv" in page.columns.memory.text
        assert "22 Nov" in page.columns.memory.text
        qtbot.mouseClick(page.columns.memory.buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.ops.is_busy and page.columns.memory.text == "")
        assert field_of(page, "Code") == before


class TestOtherKinds:
    def test_a_calendar_goes_to_its_own_import(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
    ) -> None:
        clients.create_client(real_book, {"name": "Élan"})
        path = tmp_path / "agenda.ics"
        path.write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261201\r\n"
            "SUMMARY:Appeler Élan\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "utf-8",
        )
        page.show_item([path])
        qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "See its entries…")
        press_button(qtbot, page, "See its entries…")
        qtbot.waitUntil(lambda: page.other.calendar.box is not None)
        assert page.other.calendar.box is not None
        page.other.calendar.box.withdraw()
        assert page.step == FILES
        assert not page.next_button.isVisible()
        left = page.other.calendar.box
        press_button(qtbot, page, "See its entries…")
        qtbot.waitUntil(lambda: page.other.calendar.box not in (None, left))
        qtbot.waitUntil(lambda: page.other.calendar.box.isVisible())
        page.other.calendar.box.submit()
        qtbot.waitUntil(lambda: page._drafts == [])
        assert page.focusWidget() is page.files.zone.button

    def test_a_copy_fills_an_empty_book(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, make_book: Callable[..., Book], tmp_path: Path
    ) -> None:
        other = make_book("other.portfolio")
        clients.create_client(other, {"name": "Élan"})
        path = book_copy.write_copy(other, tmp_path / "copie.json")
        page.show_item([path])
        press_button(qtbot, page, "Read into this book")
        qtbot.waitUntil(lambda: "copy is in the book" in page.notice.text)
        assert counts(real_book)["client"] == 1

    def test_a_copy_becomes_a_book_of_its_own(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
    ) -> None:
        clients.create_client(real_book, {"name": "Élan"})
        path = book_copy.write_copy(real_book, tmp_path / "copie.json")
        asked: list[tuple[str, object]] = []
        page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
        page.refresh()
        page.show_item([path])
        settle(qtbot, page)
        qtbot.waitUntil(lambda: "Open as a new book…" in buttons(page))
        assert "Read into this book" not in buttons(page)
        page.other.make_book(path, tmp_path / "neuf.portfolio")
        qtbot.waitUntil(lambda: bool(asked))
        assert asked == [("open_book", tmp_path / "neuf.portfolio")]
        assert not page.is_working

    def test_a_broken_copy_is_a_sentence(self, qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
        path = tmp_path / "copie.json"
        path.write_text('{"portfolio_copy": 1, "tab', "utf-8")
        page.show_item([path])
        settle(qtbot, page)
        assert page._drafts[0].error is not None
        assert page.step == FILES

    def test_address_cards_are_a_table(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
    ) -> None:
        path = tmp_path / "contacts.vcf"
        path.write_text(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Solène Quéré\r\nORG:Élan\r\nTEL:02 98 00 00 01\r\nEND:VCARD\r\n",
            "utf-8",
        )
        checked(qtbot, page, path)
        page.go_next()
        wait_for(qtbot, page, DONE)
        assert counts(real_book)["client"] == 1


class TestSheets:
    def test_the_other_sheets_come_along(
        self, qtbot: QtBot, page: ImportPage, real_book: Book, tmp_path: Path
    ) -> None:
        import openpyxl

        book = openpyxl.Workbook()
        book.active.title = "Nord"
        for title in ("Nord", "Sud"):
            sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
            for row in (("Client", "Ville"), (f"{title} un", "Brest"), (f"{title} deux", "Quimper")):
                sheet.append(row)
        path = tmp_path / "secteurs.xlsx"
        book.save(path)
        page.show_item([path])
        wait_for(qtbot, page, COLUMNS)
        qtbot.mouseClick(page.columns.sheets_button, Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        assert [draft.name for draft in page._drafts] == ["secteurs.xlsx · Nord", "secteurs.xlsx · Sud"]
        assert not page.columns.sheets_button.isVisible()
        for step in (CHECK, DONE):
            page.go_next()
            wait_for(qtbot, page, step)
        assert counts(real_book)["client"] == 4


@pytest.mark.parametrize(("name", "intent"), [("clients.csv", "import"), ("mes.portfolio", "open_book")])
def test_files_can_be_dropped_on_the_window(
    qtbot: QtBot, context: UiContext, tmp_path: Path, name: str, intent: str
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.start(context, [])
    asked: list[tuple[str, object]] = []
    window.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    data = QMimeData()
    path = tmp_path / name
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert asked == [(intent, path if intent == "open_book" else [path])]
