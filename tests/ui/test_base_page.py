"""What every page does: when it loads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from portfolio_app.services.portfolio import QUEUE_FROM
from portfolio_app.ui.pages.base import DUE_FROM, Page, UiContext


class Counted(Page):
    """Counts how often it was loaded."""

    loaded = 0

    def load(self) -> None:
        self.loaded += 1


def test_what_was_loaded_yesterday_is_loaded_again(qtbot: QtBot, context: UiContext) -> None:
    days = [date(2026, 11, 22)]
    page = Counted(replace(context, today=lambda: days[0]))
    qtbot.addWidget(page)
    page.activate()
    page.deactivate()
    page.activate()
    assert page.loaded == 1
    days[0] = date(2026, 11, 23)
    page.activate()
    page.activate()
    assert page.loaded == 2


def test_whatever_decides_who_is_due_is_heard_of() -> None:
    """Steps of plans decide nobody's day, but stand in the words: "Welcome · 2/3"."""
    assert set(QUEUE_FROM) | {"plan_step"} == DUE_FROM
