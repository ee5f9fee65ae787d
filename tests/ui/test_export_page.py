"""The Export page and "Export this table…", worked with real clicks and keys on real books."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import MAX_RECENT, Settings
from portfolio_app.errors import OperationCancelled
from portfolio_app.services import book_copy, clients, sales
from portfolio_app.storage.book import Book
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.export_cards import CopyCard, TablesCard, WorkbookCard
from portfolio_app.ui.pages.export_page import SCOPE_ROLE, ExportPage
from portfolio_app.ui.widgets.table_view import LazyTableView
from tests.conftest import TODAY

Open = Callable[..., ExportPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_page(qtbot: QtBot, make_book: object) -> Iterator[Open]:
    """Shows the page on a book, and waits until it is filled."""
    made: list[Operations] = []

    def show(book: Book, settings: Settings | None = None) -> ExportPage:
        operations = Operations(book)
        made.append(operations)
        kept = settings or Settings()
        page = ExportPage(UiContext(operations, lambda: "EUR", lambda: TODAY, lambda: kept))
        page.said = []  # type: ignore[attr-defined]
        page.open_requested.connect(lambda kind, item: page.said.append((kind, item)))  # type: ignore[attr-defined]
        operations.failed.connect(lambda error: page.said.append(("failed", error.code)))  # type: ignore[attr-defined]
        qtbot.addWidget(page)
        page.resize(1040, 640)
        page.show()
        page.activate()
        page.focus_first()
        settle(qtbot, page)
        return page

    yield show
    for operations in made:
        operations.shutdown()


@pytest.fixture
def small(make_book: Callable[..., Book]) -> Book:
    """Three clients, one of them with a sale, one a prospect."""
    book = make_book("small.portfolio")
    for name, status in (("Élan", "active"), ("Kerisac", "active"), ("Zoé", "prospect")):
        clients.create_client(book, {"name": name, "status": status}, {"full_name": f"Anne {name}"})
    sales.add_sale(book, 1, {"amount": "120"})
    return book


def settle(qtbot: QtBot, widget: QWidget) -> None:
    operations = (
        widget.ops if isinstance(widget, ExportPage) else widget.lazy_model().operations  # type: ignore[attr-defined]
    )
    for _ in range(2):
        qtbot.wait(5)
        qtbot.waitUntil(lambda: not operations.is_busy, timeout=20_000)


def choose(monkeypatch: pytest.MonkeyPatch, answer: Path | str) -> list[tuple[str, str]]:
    """The file dialog answers so; what it proposed and for which files."""
    asked: list[tuple[str, str]] = []

    def ask(parent: QWidget, title: str, proposed: str, filters: str) -> tuple[str, str]:
        asked.append((Path(proposed).name, filters))
        return str(answer), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def scopes(page: ExportPage) -> list[str]:
    return [page.scope.itemText(row) for row in range(page.scope.count())]


def test_every_kind_of_file_by_a_click(
    open_page: Open, small: Book, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(small)
    page.scope.setCurrentIndex(
        next(n for n, text in enumerate(scopes(page)) if text.startswith("Segment: Prospect"))
    )
    page.language.setCurrentIndex(page.language.findData("fr"))
    expected = {
        "workbook": "small 2026-11-22.xlsx", "csv": "small Clients 2026-11-22.csv",
        "cards": "small 2026-11-22.vcf", "calendar": "small 2026-11-22.ics", "sheets": "small 2026-11-22.pdf",
        "report": "small report 2026-11-22.pdf", "copy": "small 2026-11-22.json", "template": "Import template.xlsx",
    }  # fmt: skip
    assert list(page.cards) == list(expected)
    for kind, proposed in expected.items():
        path = tmp_path / kind / "out"
        path.parent.mkdir()
        asked = choose(monkeypatch, path)
        qtbot.mouseClick(page.cards[kind].button, LEFT)
        settle(qtbot, page)
        assert asked[0][0] == proposed
        written = path.with_suffix(Path(proposed).suffix)
        assert written.stat().st_size > 100, kind
        assert page.said[-1] == ("say", f"Exported: {written.name}")  # type: ignore[attr-defined]
        assert not page.progress.isVisible()
    chosen = page.scope.currentData(SCOPE_ROLE).count
    assert 0 < chosen < 3
    with (tmp_path / "csv" / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert (rows[0][0], len(rows)) == ("Référence", chosen + 1)
    assert len(json.loads((tmp_path / "copy" / "out.json").read_bytes())["tables"]["client"]["rows"]) == 3
    kept = page.context.settings().exports
    assert len(kept) == MAX_RECENT
    assert kept[0].endswith("Import template.xlsx") or kept[0].endswith("out.xlsx")


def test_who_can_be_chosen(open_page: Open, small: Book) -> None:
    page = open_page(small)
    found = scopes(page)
    assert found[0] == "All clients (3)"
    assert any(text.startswith("Segment: Prospect (") for text in found)
    page.show_item({"ids": (3, 1), "title": "Without e-mail"})
    assert page.scope.currentText() == "Chosen: Without e-mail (2)"
    page.activate()
    assert page.scope.currentText() == "Chosen: Without e-mail (2)"


def test_what_stands_on_the_clients_page_can_be_chosen(open_page: Open, small: Book) -> None:
    page = open_page(small)
    listed = SimpleNamespace(ids=[3, 1])
    shown = SimpleNamespace(model=listed, table=SimpleNamespace(selected_ids=lambda: [1, 3]))
    page.page = lambda key: shown if key == "clients" else None  # type: ignore[attr-defined]
    page.activate()
    assert scopes(page)[1:3] == ["As listed on the Clients page (2)", "Selected on the Clients page (2)"]
    assert page.scope.itemData(1, SCOPE_ROLE).ids == (3, 1)
    listed.ids = [1, 2, 3]  # everybody: no choice of its own
    page.activate()
    assert scopes(page)[1] == "Selected on the Clients page (2)"


def test_the_sheets_of_the_workbook(open_page: Open, small: Book, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(small)
    card = page.cards["workbook"]
    assert isinstance(card, WorkbookCard)
    qtbot.mouseClick(card.sheets_button, LEFT)
    assert card.popup.isVisible()
    card.popup.close()
    for code in ("summary", "concentration", "sales", "interactions", "follow_ups", "deals"):
        card.toggle(code, False)
    assert card.sheets_button.text() == "5 of 11 sheets ▾"
    page.write("workbook", tmp_path / "w.xlsx", card.chosen())
    settle(qtbot, page)
    names = openpyxl.load_workbook(tmp_path / "w.xlsx").sheetnames
    assert [name for name in names if not name.startswith("_")] == [
        "Clients", "Contacts", "Survey answers", "Key dates", "Plans",
    ]  # fmt: skip
    for code in ("clients", "contacts", "survey_answers", "key_dates", "plans"):
        card.toggle(code, False)
    assert not card.button.isEnabled()


def test_all_tables_become_an_archive(open_page: Open, small: Book) -> None:
    card = open_page(small).cards["csv"]
    assert isinstance(card, TablesCard)
    assert (card.suffix(), card.chosen()) == (".csv", {"tables": ("clients",)})
    card.table.setCurrentIndex(0)
    assert card.suffix() == ".zip"
    assert len(card.chosen()["tables"]) == 9  # type: ignore[arg-type]


def test_nothing_is_written_when_the_dialog_is_left(
    open_page: Open, small: Book, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(small)
    choose(monkeypatch, "")
    qtbot.keyClick(page.cards["copy"].button, Qt.Key.Key_Space)
    settle(qtbot, page)
    assert page.said == []  # type: ignore[attr-defined]


def test_stopped_and_failed(
    open_page: Open, small: Book, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(small)

    def endless(book: Book, path: Path, *, cancelled: Callable[[], bool], **_: Any) -> Path:
        while not cancelled():
            time.sleep(0.01)
        raise OperationCancelled

    monkeypatch.setattr(book_copy, "write_copy", endless)
    page.write("copy", tmp_path / "c.json", {})
    assert page.progress.isVisible()
    assert not page.cards["csv"].button.isEnabled()
    qtbot.mouseClick(page.stop_button, LEFT)
    settle(qtbot, page)
    assert page.said[-1] == ("say", "Stopped. No file was written.")  # type: ignore[attr-defined]
    assert page.cards["csv"].button.isEnabled()
    monkeypatch.undo()
    page.write("copy", tmp_path / "no" / "c.json", {})
    settle(qtbot, page)
    assert page.said[-1] == ("failed", "cannot_write")  # type: ignore[attr-defined]
    assert list(tmp_path.glob("*.json")) == []


def test_the_focus_comes_back_to_the_button_and_the_page_stays_where_it_is(
    open_page: Open, small: Book, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(exports=[str(tmp_path / f"{number}.json") for number in range(5)])
    page = open_page(small, settings)
    choose(monkeypatch, tmp_path / "a.csv")
    asked = page.cards["csv"].button
    asked.setFocus()
    qtbot.keyClick(asked, Qt.Key.Key_Space)
    assert page.focusWidget() is page.stop_button
    settle(qtbot, page)
    assert page.focusWidget() is asked
    assert page.area.verticalScrollBar().value() == 0


def test_the_files_written_last(
    open_page: Open, book: Any, make_book: Callable[..., Book], qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    there = tmp_path / "là.json"
    there.write_text("{}", encoding="utf-8")
    settings = Settings(exports=[str(there), str(tmp_path / "gone.xlsx")])
    page = open_page(make_book("empty.portfolio"), settings)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    shown = [each for each in page.recent.findChildren(QPushButton) if each.isVisible()]
    assert [each.accessibleName() for each in shown] == [
        "Open: là.json", "Show in folder: là.json", "Show in folder: gone.xlsx",
    ]  # fmt: skip
    qtbot.mouseClick(shown[0], LEFT)
    qtbot.mouseClick(shown[1], LEFT)
    assert opened == [str(there), str(tmp_path)]


def test_an_empty_book_and_a_protected_one(open_page: Open, make_book: Callable[..., Book]) -> None:
    book = make_book("empty.portfolio")
    page = open_page(book)
    usable = {kind for kind, card in page.cards.items() if card.isEnabled()}
    assert usable == {"copy", "template"}
    copy = page.cards["copy"]
    assert isinstance(copy, CopyCard)
    assert not copy.warning.isVisible()
    copy.show_protected(True)
    assert copy.warning.isVisible()


def test_a_table_is_exported_as_it_is_shown(
    make_book: Callable[..., Book], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = make_book("names.portfolio")
    for name in ("Zoé", "=Anne", "Éric"):
        clients.create_client(book, {"name": name})
    operations = Operations(book)
    columns = [
        Column("name", "Name", lambda row: row[0]),
        Column("hidden", "Hidden", lambda row: "no"),
        Column("amount", "Amount", lambda row: row[1], align="right"),
    ]
    model = LazyTableModel(operations, fetch_names, columns)
    view = LazyTableView(model, "My clients: all")
    qtbot.addWidget(view)
    model.set_ids([2, 3, 1])
    view.setColumnHidden(1, True)
    view.horizontalHeader().moveSection(2, 0)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    asked = choose(monkeypatch, tmp_path / "t.xlsx")
    QTest.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, view)
    assert asked[0][0] == "My clients all.xlsx"
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Amount", "Name"], [2000.5, "=Anne"], [3000.5, "Éric"], [1000.5, "Zoé"],
    ]  # fmt: skip
    choose(monkeypatch, tmp_path / "t.doc")
    failed: list[str] = []
    operations.failed.connect(lambda error: failed.append(error.code))
    view.export_action.trigger()
    settle(qtbot, view)
    assert failed == ["unknown_type"]
    operations.shutdown()


def fetch_names(book: Any, ids: list[int]) -> dict[int, tuple[str, str]]:
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, name FROM client").all()
    return {row[0]: (row[1], f"€{row[0]},000.50") for row in rows if row[0] in ids}
