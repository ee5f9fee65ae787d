"""What tests of the window share. Without a display they draw on no screen at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext


@dataclass(frozen=True)
class FakeChanges:
    """Looks like the `Changes` of a service."""

    label: str = "log_touch"
    kinds: frozenset[str] = frozenset({"interaction"})
    ids: dict[str, frozenset[int] | None] = field(default_factory=dict)

    def touches(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


@dataclass
class FakeBook:
    """Stands for the open book: remembers what was called, in order."""

    calls: list[object] = field(default_factory=list)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Every test starts in light English."""
    i18n.set_language(qapp, "en")
    theme.apply_theme(qapp, "light")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """What it is given looks as it does in the window."""
    add = qtbot.addWidget

    def add_dressed(widget: QWidget, **options: Any) -> None:
        if widget.parentWidget() is None:
            theme.dress(widget)
        add(widget, **options)

    qtbot.addWidget = add_dressed  # type: ignore[method-assign]
    return qtbot


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> theme.Tokens:
    """The tokens of both themes, one after the other."""
    return request.param


@pytest.fixture
def book() -> FakeBook:
    """A book that is none."""
    return FakeBook()


@pytest.fixture
def operations(qapp: QApplication, book: FakeBook) -> Iterator[Operations]:
    """The road to the fake book; undo and redo note themselves in its calls."""

    def revert(way: str) -> Callable[[FakeBook], FakeChanges]:
        def call(book: FakeBook) -> FakeChanges:
            book.calls.append(way)
            return FakeChanges()

        return call

    made = Operations(book, undo=revert("undo"), redo=revert("redo"))
    yield made
    made.shutdown()


@pytest.fixture
def context(operations: Operations) -> UiContext:
    """What pages get, on 22 November 2026."""
    settings = Settings()
    return UiContext(operations, lambda: "EUR", lambda: date(2026, 11, 22), lambda: settings)
