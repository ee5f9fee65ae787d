"""The page of data quality, on real books, through clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import clients, history, quality
from portfolio_app.storage.book import Book
from portfolio_app.ui.main_window import MainWindow, PageSpec
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import quality_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.quality import QualityPage
from portfolio_app.ui.pages.quality_checks import CODES
from tests.conftest import TODAY

Key = Qt.Key
NOWHERE = {"name": "Trois", "postcode": "29200", "city": ""}
"""A client whose city nothing tells."""


class Stage:
    """A window with the page on an open book."""

    def __init__(self, qtbot: QtBot, book: Book) -> None:
        self.qtbot, self.book = qtbot, book
        self.ops = Operations(book, undo=history.undo, redo=history.redo)
        settings = Settings()
        self.window = MainWindow(UiContext(self.ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        qtbot.addWidget(self.window)
        self.window.set_pages([PageSpec("quality", "Data quality", "quality", QualityPage)])
        self.window.resize(1280, 720)
        self.window.show()
        self.window.show_page("quality")
        page = self.window.page("quality")
        assert isinstance(page, QualityPage)
        self.page, self.checks, self.detail = page, page.checks, page.checks.detail
        self.asked: list[tuple[str, Any]] = []
        page.open_requested.connect(lambda what, item: self.asked.append((what, item)))
        self.ops.changed.connect(page.refresh)
        self.settle()

    def settle(self) -> None:
        """Wait until every answer arrived and was shown."""
        for _ in range(3):
            self.qtbot.wait(20)
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=20_000)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def listed(self) -> list[str]:
        """The codes of the checks, in the order shown."""
        return [CODES[each] for each in self.checks.model.ids]

    def cell(self, code: str, column: int = 2) -> str:
        row = self.checks.model.row_of(CODES.index(code))
        return str(self.checks.model.index(row, column).data())

    def choose(self, code: str) -> None:
        """Click a check."""
        table = self.checks.table
        index = self.checks.model.index(self.checks.model.row_of(CODES.index(code)), 0)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        assert self.detail.code == code

    def click(self, text: str, parent: QWidget | None = None) -> None:
        """Click the visible button of that text."""
        found = (parent or self.page).findChildren(QPushButton)
        item = next(each for each in found if each.text() == text and each.isVisible())
        assert item.isEnabled()
        self.qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
        self.settle()

    def ask(self, sql: str) -> list[Any]:
        answers: list[Any] = []

        def read(book: Any) -> list[Any]:
            with book.read() as connection:
                return [row[0] for row in connection.exec_driver_sql(sql)]

        self.ops.query(self.page, read, on_result=answers.append)
        self.settle()
        return list(answers[0])


@pytest.fixture
def stage(qtbot: QtBot, make_book: Callable[[str], Book]) -> Iterator[Callable[..., Stage]]:
    made: list[Stage] = []

    def start(*records: dict[str, Any]) -> Stage:
        book = make_book("quality.portfolio")
        for number, values in enumerate(records):
            person = {"full_name": f"Zoé {number}", "email": f"z{number}@exemple.fr"}
            basis = {"sector": "Auto", "city": "Brest", "country": "France", "kind": "person"}
            clients.create_client(book, {**basis, **values}, person)
        made.append(Stage(qtbot, book))
        return made[-1]

    yield start
    for each in made:
        each.ops.shutdown()


def test_an_empty_book_says_what_the_page_is_for(stage: Callable[..., Stage]) -> None:
    desk = stage()
    desk.click("Import my file")
    assert desk.asked == [("import", None)]


def test_the_costliest_check_comes_first_and_lists_its_clients(stage: Callable[..., Stage]) -> None:
    name, email = "<b>%n {who}</b>", "<i>@{value}"
    desk = stage({"name": name, "email": email}, {"name": "Deux", "phone": "0298112233"}, {"name": "Trois"})
    assert desk.listed()[:2] == ["bad_email", "phone_form"]
    assert (desk.cell("bad_email"), desk.cell("phone_form"), desk.cell("no_place")) == ("1", "1", "✓")
    assert desk.detail.code == "bad_email"
    assert [desk.detail.model.index(0, column).data() for column in (0, 2)] == [name, email]
    assert desk.checks.score.value.text().endswith("of 100")
    assert [point.on for point in quality.scores(desk.book)] == [TODAY]
    desk.click("Show in the client list")
    assert desk.asked == [("clients", {"ids": (1,), "title": words.title("bad_email")})]
    desk.detail.table.select_id(1)
    desk.qtbot.keyClick(desk.detail.table, Key.Key_Return)
    assert desk.asked[-1] == ("client", 1)


def test_mending_is_looked_through_then_written_in_one_step(stage: Callable[..., Stage]) -> None:
    desk = stage({"name": "Un", "phone": "0298112233"}, {"name": "Deux", "phone": "02.98.44.55.66"})
    desk.choose("phone_form")
    desk.click(words.fix("phone_form"))
    fix = desk.detail.fix
    assert [fix.model.index(0, column).data() for column in (1, 3, 4)] == [
        "Deux", "02.98.44.55.66", "+33 2 98 44 55 66",
    ]  # fmt: skip
    fix.style_box.setFocus()
    desk.qtbot.keyClick(fix.style_box, Key.Key_Down)
    fix.style_box.activated.emit(1)
    desk.settle()
    assert fix.model.index(0, 4).data() == "02 98 44 55 66"
    place = fix.table.visualRect(fix.model.index(0, 0)).center()
    desk.qtbot.mouseClick(fix.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert fix.model.index(0, 0).data() == ""
    assert [each.client for each in fix.chosen] == ["Un"]
    desk.qtbot.mouseClick(fix.apply_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.ask("SELECT phone FROM client ORDER BY id") == ["02 98 11 22 33", "02.98.44.55.66"]
    assert desk.cell("phone_form") == "1"
    assert not fix.isVisible()
    desk.ops.undo()
    desk.settle()
    assert desk.cell("phone_form") == "2"


def test_ticks_by_key_and_all_at_once(stage: Callable[..., Stage]) -> None:
    desk = stage({"name": "Un", "email": "A@x.fr"}, {"name": "Deux", "email": "B@x.fr"}, NOWHERE)
    desk.choose("email_form")
    desk.click(words.fix("email_form"))
    fix = desk.detail.fix
    fix.table.select_id(1)
    desk.qtbot.keyClick(fix.table, Key.Key_Space)
    assert len(fix.chosen) == 1
    desk.click("Tick all")
    assert len(fix.chosen) == 2
    desk.click("Untick all")
    assert fix.chosen == []
    assert not fix.apply_button.isEnabled()
    desk.qtbot.keyClick(fix.table, Key.Key_Escape)
    assert not fix.isVisible()
    assert desk.detail.table.isVisible()
    desk.choose("no_city")
    desk.click(words.fix("no_city"))
    assert fix.chosen == []
    assert not fix.apply_button.isEnabled()
    desk.click("Cancel")
    assert desk.detail.table.isVisible()


def test_what_matters_and_what_is_old_is_chosen_here(stage: Callable[..., Stage]) -> None:
    desk = stage({"name": "Un", "email": "un@"})
    desk.click("Doesn’t matter here")
    assert desk.listed()[-1] == "bad_email"
    assert desk.cell("bad_email") == "—"
    assert desk.checks.score.value.text() == "100 of 100"
    desk.choose("bad_email")
    desk.click("Check this again")
    assert desk.cell("bad_email") == "1"
    desk.choose("stale")
    months = desk.detail.months
    assert (months.isVisible(), months.value()) == (True, 12)
    months.setFocus()
    months.selectAll()
    desk.qtbot.keyClicks(months, "6")
    desk.qtbot.keyClick(months, Key.Key_Return)
    desk.settle()
    assert quality.quality_settings(desk.book).months == 6


def test_duplicates_are_counted_and_compared_in_their_tab(stage: Callable[..., Stage]) -> None:
    twin = {"name": "Garage Riou", "email": "g@exemple.fr", "postcode": "29200"}
    desk = stage(twin, twin)
    assert desk.cell("duplicates") == "2"
    assert desk.page.tabs.tabText(1) == "Duplicates (1)"
    desk.choose("duplicates")
    desk.click("Compare them")
    assert desk.page.tabs.currentIndex() == 1
    desk.page.show_item("bad_email")
    desk.settle()
    assert (desk.page.tabs.currentIndex(), desk.detail.code) == (0, "bad_email")
