"""Duplicates by real clicks and keys: found, compared, merged, said not to be; merging two from the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import client_views, clients, duplicates, history, sales
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.duplicates_panel import DuplicatesPanel
from portfolio_app.ui.pages.duplicates_sheet import MergeSheet, open_merge
from tests.conftest import TODAY

KEY = Qt.Key


class Desk:
    """The panel in a window, on a book that its thread has."""

    def __init__(self, qtbot: QtBot, book: Book) -> None:
        self.qtbot, self.book = qtbot, book
        self.ops = Operations(book, undo=history.undo, redo=history.redo)
        settings = Settings()
        self.context = UiContext(self.ops, lambda: "EUR", lambda: TODAY, lambda: settings)
        self.window = QMainWindow()
        self.panel = DuplicatesPanel(self.context)
        self.window.setCentralWidget(QWidget())
        self.panel.setParent(self.window.centralWidget())
        self.panel.resize(1040, 600)
        self.window.resize(1040, 620)
        self.ops.changed.connect(self.panel.refresh)
        self.counts: list[int] = []
        self.panel.counted.connect(self.counts.append)
        qtbot.addWidget(self.window)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs or is about to."""
        for _ in range(2):
            self.qtbot.wait(1)
            self.qtbot.waitUntil(
                lambda: not self.ops.is_busy and not self.panel._is_looking,
                timeout=10_000,
            )

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget(), key)
        self.settle()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def ask(self, function: Callable[..., Any], *args: object) -> Any:
        """What a service answers, on the book's own thread."""
        answers: list[Any] = []
        self.ops.query(self.window, function, *args, on_result=answers.append)
        self.settle()
        return answers[0]

    def shown(self) -> list[str]:
        """The clients of each pair in the list."""
        model = self.panel.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def texts(self) -> list[str]:
        """What is said about the pair in sight."""
        return [each.text() for each in self.panel.view.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def twice(make_book: Callable[..., Book]) -> Book:
    """Kerisac (1 and 2) and Morvan (3 and 4) twice each, and somebody else (5)."""
    book = make_book("twice.portfolio")
    for values in (
        {
            "name": "Kerisac & <b>Fils</b>",
            "city": "Brest",
            "phone": "0298000000",
            "tags": ["bio"],
            "notes": "One",
        },
        {
            "name": "SARL KERISAC & <b>Fils</b>",
            "city": "Brest",
            "phone": "0298111111",
            "tags": ["été"],
            "notes": "Two",
        },
        {"name": "Morvan", "city": "Quimper"},
        {"name": "Morvann", "city": "Quimper"},
        {"name": "Somebody else"},
    ):
        clients.create_client(book, values)
    for client_id in (1, 2):
        sales.add_sale(
            book, client_id, {"amount": "10", "date": TODAY - timedelta(days=3), "order_reference": "C1"}
        )
    return book


@pytest.fixture
def desk(qtbot: QtBot, twice: Book) -> Iterator[Desk]:
    made = Desk(qtbot, twice)
    yield made
    made.window.close()
    made.ops.shutdown()


def test_the_pairs_stand_there_with_the_first_one_side_by_side(desk: Desk) -> None:
    assert desk.shown() == ["Kerisac & <b>Fils</b> · SARL KERISAC & <b>Fils</b>", "Morvan · Morvann"]
    assert desk.counts[-1] == 2
    assert "Kerisac & <b>Fils</b>" in desk.texts()
    assert "Very likely · Same name, same place" in [each.text() for each in desk.panel.findChildren(QLabel)]
    assert set(desk.panel.view.choices) == {"name", "phone", "tags", "notes"}
    assert any("count twice" in text for text in desk.texts())
    assert "Merge into Kerisac && <b>Fils</b>" in desk.panel.merge_button.text()


def test_merging_takes_what_was_chosen_and_keeps_the_rest_in_the_notes(desk: Desk) -> None:
    desk.click(desk.panel.view.choices["phone"][1].label)
    desk.click(desk.panel.merge_button)
    values = desk.ask(client_views.client_detail, 1, TODAY).values
    assert (values["name"], values["phone"]) == ("Kerisac & <b>Fils</b>", "0298111111")
    assert values["tags"] == ["bio", "été"]
    assert values["notes"] == "One\n\nTwo\n\nName: SARL KERISAC & <b>Fils</b>\nPhone: 0298000000"
    assert desk.shown() == ["Morvan · Morvann"]
    assert desk.panel.view.keep_id == 3
    desk.ops.undo()
    desk.settle()
    assert len(desk.shown()) == 2
    assert desk.counts[-1] == 2


def test_the_other_one_can_stay(desk: Desk) -> None:
    desk.click(desk.panel.view.choices["notes"][0].label)
    desk.click(desk.panel.view.keep_buttons[1])
    assert (desk.panel.view.keep_id, desk.panel.view.other_id) == (2, 1)
    assert desk.panel.view.choices["notes"][0].radio.isChecked()
    desk.panel.view.keep_rest.setChecked(False)
    desk.click(desk.panel.merge_button)
    values = desk.ask(client_views.client_detail, 2, TODAY).values
    assert (values["name"], values["notes"]) == ("SARL KERISAC & <b>Fils</b>", "One")


def test_all_by_keyboard(desk: Desk) -> None:
    desk.panel.setFocus()
    desk.press(KEY.Key_Down)
    assert desk.panel.view.keep_id == 3
    desk.press(KEY.Key_Return)
    assert desk.window.focusWidget() is desk.panel.view.choices["name"][0].radio
    desk.press(KEY.Key_Right)
    assert desk.panel.view.values()["name"] == "Morvann"
    desk.press(KEY.Key_M)
    assert desk.ask(client_views.client_detail, 3, TODAY).values["name"] == "Morvann"
    desk.panel.setFocus()
    desk.press(KEY.Key_N)
    assert desk.shown() == []
    assert desk.counts[-1] == 0


def test_what_was_set_apart_can_be_seen_and_taken_back(desk: Desk) -> None:
    assert not desk.panel.apart_button.isVisible()
    desk.click(desk.panel.apart_or_not_button)
    assert desk.shown() == ["Morvan · Morvann"]
    assert desk.panel.apart_button.text() == "1 set apart"
    desk.click(desk.panel.apart_button)
    assert desk.shown() == ["Kerisac & <b>Fils</b> · SARL KERISAC & <b>Fils</b>"]
    desk.click(desk.panel.apart_or_not_button)
    assert not desk.panel.shows_apart
    assert len(desk.shown()) == 2


def test_what_goes_wrong_is_said_and_nothing_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.ask(lambda book: clients.delete_client(book, 2))
    desk.click(desk.panel.merge_button)
    said = [each.text() for each in desk.panel.findChildren(QLabel) if each.property("role") == "danger"]
    assert any("2" in text for text in said if text)
    assert desk.panel.merge_button.isEnabled()


def test_a_client_is_opened_from_its_side(desk: Desk) -> None:
    opened: list[tuple[str, object]] = []
    desk.panel.open_requested.connect(lambda *what: opened.append(what))
    desk.click(desk.panel.view.open_buttons[1])
    assert opened == [("client", 2)]


def test_it_looks_only_while_in_sight(desk: Desk) -> None:
    desk.panel.hide()
    desk.ops.run(desk.window, duplicates.not_same, 3, 4)
    desk.settle()
    assert desk.counts == [2]
    desk.panel.show()
    desk.settle()
    assert desk.counts == [2, 1]


def test_two_of_the_list_are_merged_in_a_panel_of_the_window(desk: Desk) -> None:
    sheet = open_merge(desk.window, desk.context, 5, 1)
    desk.settle()
    assert isinstance(sheet, MergeSheet)
    assert desk.window.focusWidget() is sheet.view.keep_buttons[0]
    desk.click(sheet.view.choices["name"][1].label)
    desk.click(sheet.submit_button)
    assert not sheet.isVisible()
    assert desk.ask(client_views.client_detail, 5, TODAY).values["name"] == "Kerisac & <b>Fils</b>"
    again = open_merge(desk.window, desk.context, 5, 1)
    desk.settle()
    assert again is sheet
    assert again.error_line.text()
    assert not again.submit_button.isEnabled()
