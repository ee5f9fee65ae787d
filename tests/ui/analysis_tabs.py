"""The analysis page on an open book, as the tests of its tabs need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import clients, history, sales
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.analysis.page import AnalysisPage
from portfolio_app.ui.pages.base import UiContext
from tests.conftest import TODAY


@dataclass
class Opened:
    """A page on an open book, and what it asked the window for."""

    qtbot: QtBot
    page: AnalysisPage
    ops: Operations
    asked: list[tuple[str, object]] = field(default_factory=list)

    def wait(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(2):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=90_000)

    def show(self, item: dict[str, object]) -> None:
        """Go to a tab as another page would."""
        self.page.show_item(item)
        self.wait()


@pytest.fixture
def open_analysis(qtbot: QtBot, qapp: QApplication, make_book: object) -> Iterator[Callable[[Book], Opened]]:
    """Opens the page on a book; changes made through it reach it as in the window."""
    opened: list[Operations] = []

    def open_it(book: Book) -> Opened:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        settings = Settings()
        page = AnalysisPage(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        page.resize(1060, 660)
        page.show_tab("concentration")
        qtbot.addWidget(page)
        found = Opened(qtbot, page, ops)
        page.open_requested.connect(lambda kind, item: found.asked.append((kind, item)))
        ops.changed.connect(page.refresh)
        page.show()
        page.activate()
        found.wait()
        return found

    yield open_it
    for ops in opened:
        ops.shutdown()


def buyer(book: Book, name: str, *orders: tuple[date, str]) -> int:
    """A client with these orders (day, amount); returns its id."""
    (client,) = clients.create_client(book, {"name": name}).created["client"]
    for number, (day, amount) in enumerate(orders):
        values = {"date": day, "amount": Decimal(amount), "order_reference": f"{name}{number}"}
        sales.add_sale(book, client, values)
    return client
