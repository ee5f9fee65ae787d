"""The welcome page: three doors by mouse and by key, and the books opened before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.welcome import WelcomePage

DOORS = ["import", "new_client", "sample"]


@pytest.fixture
def open_page(qtbot: QtBot, operations: Operations, context: UiContext) -> Callable[..., WelcomePage]:
    """Opens the page with these recent books."""

    def open_it(recent: list[str] | None = None) -> WelcomePage:
        settings = Settings(recent=recent or [])
        page = WelcomePage(UiContext(operations, context.currency, context.today, lambda: settings))
        page.resize(1060, 660)
        qtbot.addWidget(page)
        page.show()
        page.activate()
        qtbot.waitUntil(lambda: not operations.is_busy)
        return page

    return open_it


def intents(page: WelcomePage) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = []
    page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    return asked


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_number_opens_a_door(open_page: Callable[..., WelcomePage], number: int) -> None:
    page = open_page()
    asked = intents(page)
    page.focus_first()
    QTest.keyClick(page.doors[0], str(number))
    assert asked == [(DOORS[number - 1], None)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_doors_are_buttons_for_the_keyboard(open_page: Callable[..., WelcomePage], key: Qt.Key) -> None:
    page = open_page()
    asked = intents(page)
    for door in page.doors:
        QTest.keyClick(door, key)
    assert [kind for kind, _ in asked] == DOORS


def test_a_click_opens_a_door(qtbot: QtBot, open_page: Callable[..., WelcomePage]) -> None:
    page = open_page()
    asked = intents(page)
    for door in page.doors:
        qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
        assert door.accessibleName()
    assert [kind for kind, _ in asked] == DOORS


def test_books_that_are_gone_are_not_offered(
    qtbot: QtBot, open_page: Callable[..., WelcomePage], tmp_path: Path
) -> None:
    there = tmp_path / "Mes clients.portfolio"
    there.write_bytes(b"x")
    page = open_page([str(there), str(tmp_path / "gone.portfolio")])
    asked = intents(page)
    offered = [item for item in page.findChildren(QPushButton) if item.text() in ("Mes clients", "gone")]
    assert [item.text() for item in offered] == ["Mes clients"]
    qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    assert asked == [("open_book", there)]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_looks_right_in_both_themes(
    qapp: QApplication, open_page: Callable[..., WelcomePage], choice: str
) -> None:
    theme.apply_theme(qapp, choice)  # type: ignore[arg-type]
    page = open_page()
    assert all(door.width() > 200 for door in page.doors)
    assert not page.grab().isNull()
