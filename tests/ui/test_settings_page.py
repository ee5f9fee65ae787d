"""The settings page on a real book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import books, history, portfolio
from portfolio_app.storage.book import Book
from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.settings import SettingsPage


@pytest.fixture
def real_book(make_book: Callable[..., Book]) -> Book:
    return make_book("settings.portfolio")


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Book], SettingsPage]]:
    """Opens the page on a book and waits until it shows it."""
    opened: list[Operations] = []

    def open_it(book: Book) -> SettingsPage:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        settings = Settings(language="fr", theme="dark")
        page = SettingsPage(UiContext(ops, lambda: "EUR", lambda: date(2026, 11, 22), lambda: settings))
        ops.changed.connect(page.refresh)
        page.resize(1060, 660)
        qtbot.addWidget(page)
        page.show()
        page.activate()
        qtbot.waitUntil(lambda: not ops.is_busy)
        return page

    yield open_it
    for ops in opened:
        ops.shutdown()


def idle(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.waitUntil(lambda: not page.ops.is_busy)


def test_language_and_theme_are_told_at_once(
    open_page: Callable[[Book], SettingsPage], real_book: Book
) -> None:
    page = open_page(real_book)
    told: list[str] = []
    page.language_chosen.connect(told.append)
    page.theme_chosen.connect(told.append)
    assert page.language.currentData() == "fr"
    assert page.theme.currentData() == "dark"
    for combo in (page.language, page.theme):
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Up)
    assert told == ["system", "light"]


def test_the_currency_is_chosen_and_can_be_taken_back(
    qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book
) -> None:
    page = open_page(real_book)
    line = page.currency.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "chf")
    QTest.keyClick(line, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert books.info(real_book).currency == "CHF"
    page.ops.undo()
    idle(qtbot, page)
    assert page.currency.currentData() == "EUR"


def test_a_currency_that_is_none_is_refused_in_place(
    qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book
) -> None:
    page = open_page(real_book)
    line = page.currency.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "euros")
    QTest.keyClick(line, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert books.info(real_book).currency == "EUR"
    assert "euros" in page.currency_problem.text().lower()
    assert page.currency.currentData() == "EUR"


def test_the_rhythm_is_kept(qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book) -> None:
    page = open_page(real_book)
    ideal, _ = page.rhythm.field("top")
    ideal.setFocus()
    ideal.selectAll()
    QTest.keyClicks(ideal, "21")
    QTest.keyClick(ideal, Qt.Key.Key_Return)
    idle(qtbot, page)
    found = {segment.code: segment.ideal_days for segment in portfolio.segments(real_book)}
    assert found["top"] == 21


def test_the_book_can_be_copied_and_another_opened(
    qtbot: QtBot, open_page: Callable[[Book], SettingsPage], sample_book: Book
) -> None:
    page = open_page(sample_book)
    asked: list[tuple[str, object]] = []
    page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    for item in page.findChildren(QPushButton):
        if item.text().endswith("…"):
            qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert asked == [("save_copy", None), ("open_book", None)]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_looks_right_in_both_themes(
    qapp: QApplication, open_page: Callable[[Book], SettingsPage], real_book: Book, choice: str
) -> None:
    theme.apply_theme(qapp, choice)  # type: ignore[arg-type]
    assert not open_page(real_book).grab().isNull()
