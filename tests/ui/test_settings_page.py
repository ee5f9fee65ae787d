"""The settings page on a real book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import books, clients, custom_fields, history, portfolio
from portfolio_app.services import settings as book_settings
from portfolio_app.storage.book import Book
from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.settings import SettingsPage


@pytest.fixture
def real_book(make_book: Callable[..., Book]) -> Book:
    return make_book("settings.portfolio")


@pytest.fixture
def open_page(
    qtbot: QtBot, qapp: QApplication, make_book: object
) -> Iterator[Callable[[Book], SettingsPage]]:
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


class TestCosts:
    def test_costs_are_saved_on_leaving_and_undone(
        self, qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book
    ) -> None:
        page = open_page(real_book)
        hour = page.costs.form.fields["per_hour"]
        assert "€" in [label.text() for label in hour.findChildren(QLabel)]
        hour.editor.setFocus()
        QTest.keyClicks(hour.editor, "-3")
        QTest.keyClick(hour.editor, Qt.Key.Key_Return)
        idle(qtbot, page)
        assert hour.error
        hour.editor.selectAll()  # type: ignore[union-attr]
        QTest.keyClicks(hour.editor, "42.5")
        QTest.keyClick(hour.editor, Qt.Key.Key_Return)
        idle(qtbot, page)
        assert not hour.error
        assert str(book_settings.costs(real_book).per_hour) == "42.5"
        page.ops.undo()
        idle(qtbot, page)
        assert hour.text() == ""


class TestOwnFields:
    def test_a_field_is_added_renamed_moved_and_deleted(
        self, qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book
    ) -> None:
        page = open_page(real_book)
        card = page.own_fields
        for name, kind in (("Effectif", "number"), ("Machine", "choice")):
            QTest.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
            form = card.new.form
            QTest.keyClicks(form.fields["name"].editor, name)
            form.fields["type"].set_value(kind)
            form.fields["type"].edited.emit()
            if kind == "choice":
                QTest.mouseClick(card.new.add_button, Qt.MouseButton.LeftButton)
                idle(qtbot, page)
                assert form.fields["choices"].error  # nothing to choose from
                form.fields["choices"].editor.setPlainText("Offset\nRotative")  # type: ignore[union-attr]
            QTest.mouseClick(card.new.add_button, Qt.MouseButton.LeftButton)
            idle(qtbot, page)
            assert card.new.isHidden()
        assert [row.info.name for row in card.rows] == ["Effectif", "Machine"]
        QTest.mouseClick(card.rows[1].up_button, Qt.MouseButton.LeftButton)
        idle(qtbot, page)
        assert [row.info.name for row in card.rows] == ["Machine", "Effectif"]
        QTest.mouseClick(card.rows[1].delete_button, Qt.MouseButton.LeftButton)
        idle(qtbot, page)
        assert [field.name for field in custom_fields.custom_fields(real_book)] == ["Machine"]
        page.ops.undo()
        idle(qtbot, page)
        assert len(card.rows) == 2

    def test_a_choice_renamed_in_its_place_takes_the_clients_along(
        self, qtbot: QtBot, open_page: Callable[[Book], SettingsPage], real_book: Book
    ) -> None:
        custom_fields.create_custom_field(real_book, "Machine", "choice", ["Offset", "Rotative"])
        clients.create_client(real_book, {"name": "Anne", "custom.machine": "Offset"})
        page = open_page(real_book)
        (row,) = page.own_fields.rows
        QTest.mouseClick(row.edit_button, Qt.MouseButton.LeftButton)
        assert row.form is not None
        note = row.form.fields["choices"]
        for text in ("Offset 4C\nRotative", "Rotative"):
            note.editor.setPlainText(text)  # type: ignore[union-attr]
            note.left.emit("choices")
            idle(qtbot, page)
        assert "Offset 4C" in row.problem  # in use: it cannot go
        (field,) = custom_fields.custom_fields(real_book)
        assert (field.choices, field.used) == (("Offset 4C", "Rotative"), 1)
