"""The follow-ups page on an open book, as the tests of its parts need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import history, interactions
from portfolio_app.services.clients import create_client
from portfolio_app.services.next_actions import NextAction
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.follow_ups import FollowUpsPage
from tests.conftest import TODAY

Open = Callable[[Any], FollowUpsPage]
KEY = Qt.Key


@pytest.fixture
def open_page(qtbot: QtBot, make_book: object) -> Iterator[Open]:
    """Shows the page on a book, and waits until it is filled; what runs ends before the books are closed."""
    made: list[Operations] = []

    def show(book: Any) -> FollowUpsPage:
        operations = Operations(book, undo=history.undo, redo=history.redo)
        made.append(operations)
        settings = Settings()
        page = FollowUpsPage(UiContext(operations, lambda: "EUR", lambda: TODAY, lambda: settings))
        operations.changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1024, 640)
        page.show()
        page.activate()
        settle(qtbot, page)
        return page

    yield show
    for operations in made:
        operations.shutdown()


@pytest.fixture
def small_book(make_book: Callable[..., Any]) -> Any:
    """Four prospects (30 days, 60 at most): two overdue, one due, one to come tomorrow."""
    book = make_book("small.portfolio")
    for name, touched in (("Ardoise", 90), ("Brasserie", 80), ("Cidrerie", 40), ("Domaine", 27)):
        add_client(book, name, touched)
    return book


def settle(qtbot: QtBot, page: FollowUpsPage) -> None:
    """Wait until nothing runs and everything arrived."""
    for _ in range(2):
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not page.ops.is_busy, timeout=10_000)


def add_client(book: Any, name: str, touched: int | None, **values: Any) -> int:
    """A client last contacted so many days ago, never for None; returns its id."""
    client_id: int = next(iter(create_client(book, {"name": name, **values}).created["client"]))
    if touched is not None:
        interactions.log_touch(book, client_id, {"on": TODAY - timedelta(days=touched)})
    return client_id


def names(page: FollowUpsPage) -> list[str]:
    """Whom the list shows, in order."""
    model = page.panel.model
    lines = [model.line(row) for row in range(model.rowCount())]
    return [line.name for line in lines if line is not None]


def current_name(page: FollowUpsPage) -> str:
    """The client the user is on."""
    line = page.panel.model.line(page.panel.list.currentIndex().row())
    return line.name if line else ""


def key(
    page: FollowUpsPage, *keys: KEY, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press keys in the list."""
    for each in keys:
        QTest.keyClick(page.panel.list, each, modifier)


def click_part(page: FollowUpsPage, client: int, part: str) -> None:
    """Click a part of a client's row."""
    place = page.panel.list.part_rect(client, part).center()
    QTest.mouseClick(page.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def action(**values: Any) -> NextAction:
    """A contact rhythm due today, but for these values."""
    given: dict[str, Any] = {
        "client_id": 1, "follow_up_id": None, "due_on": TODAY, "days_late": 0, "bucket": "today",
        "reason": "cadence", "other_reasons": (), "kind": "", "title": "", "due_time": "", "last_touch": None,
        "days_since_touch": 41, "touch_is_order": False, "ideal_days": 30, "max_days": 45, "at_stake": 0,
    }  # fmt: skip
    return NextAction(**{**given, **values})
