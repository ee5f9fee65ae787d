"""Reminders in the window: what the line above the page says, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.services import books, clients, follow_ups
from portfolio_app.services.reminders import Reminder, reminders
from portfolio_app.storage.book import Book
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.reminder_desk import what_of, when_of
from portfolio_app.ui.widgets.reminder_bar import ReminderBar
from tests.conftest import NOW, TODAY
from tests.ui.desks import Desk

YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class Paper:
    """Notes what the desktop would show."""

    shown: list[tuple[str, str]] = field(default_factory=list)
    is_there: bool = False

    def show(self, title: str, text: str) -> None:
        self.shown.append((title, text))
        self.is_there = True

    def hide(self) -> None:
        self.is_there = False


def make_book(path: Path, days: tuple[date, ...]) -> Path:
    """A closed book: a client per day, with a reminder of that day."""
    book = books.new_book(path, "EUR", lambda: NOW)
    for day, name in zip(
        days, ("Anne", "Bruno", "Chloé", "<b>Dora</b> & Cie", "Émile", "Farid"), strict=False
    ):
        clients.create_client(book, {"name": name})
        follow_ups.plan_follow_up(book, clients_count(book), {"due_on": day, "title": f"Devis {name}"})
    books.close_book(book)
    return path


def clients_count(book: Book) -> int:
    with book.read() as connection:
        return int(connection.exec_driver_sql("SELECT max(id) FROM client").scalar() or 0)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    made.settings.quiet_from = ""
    yield made
    made.close()


@pytest.fixture
def start(desk: Desk, tmp_path: Path) -> Callable[..., tuple[ReminderBar, Paper]]:
    def begin(*days: date) -> tuple[ReminderBar, Paper]:
        path = make_book(tmp_path / "book.portfolio", days)
        paper = Paper()
        desk.start()
        desk.desktop.reminders.set_messenger(paper)
        desk.desktop.open_book(path)
        desk.settle()
        return desk.desktop.window.reminder_bar, paper

    return begin


def open_ones(book: Book) -> list[Reminder]:
    return reminders(book, NOW + timedelta(days=900))


def test_one_is_shown_done_and_taken_back(
    desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]
) -> None:
    bar, paper = start(YESTERDAY)
    assert not bar.isHidden()
    assert bar.text == "21 Nov Anne · Devis Anne"
    assert not bar.list_button.isVisible()
    assert paper.shown == [("21 Nov · Anne", "Devis Anne")]
    bar.done_button.setFocus()
    desk.click(bar.done_button)
    assert bar.isHidden()
    focused = QApplication.focusWidget()
    page = desk.desktop.window.page("today")
    assert page is not None
    assert focused is None or page is focused or page.isAncestorOf(focused)
    assert not paper.is_there
    assert desk.ask(open_ones) == []
    desk.desktop.operations.undo()
    desk.settle()
    assert len(desk.ask(open_ones)) == 1
    assert bar.isHidden()  # it was told, and is told no more


def test_done_offers_what_comes_next(desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]) -> None:
    bar, _ = start(YESTERDAY)
    desk.click(bar.done_button)
    offer = desk.desktop.reminders.offer
    assert offer is not None
    assert offer.menu is not None
    title = offer.menu.actions()[0]
    assert title.text() == "Next for Anne"
    assert not title.isEnabled()
    QTest.keyClick(offer.menu, Qt.Key.Key_2)  # tomorrow
    desk.settle()
    ((on, _),) = [(one.due_on, one.client) for one in desk.ask(open_ones)]
    assert on == TODAY + timedelta(days=1)


def test_several_one_after_the_other(desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]) -> None:
    bar, paper = start(*[YESTERDAY] * 6)
    ((title, text),) = paper.shown
    assert title.startswith("6 reminder")
    assert text.splitlines()[0] == "21 Nov  Anne · Devis Anne"
    assert text.splitlines()[-1] == "and 2 more"
    assert "Farid" in bar.lines[-1].text
    desk.click(bar.next_button)
    assert "Bruno" in bar.text
    desk.click(bar.done_button)
    assert "Bruno" not in bar.text
    assert "Chloé" in bar.text
    desk.click(bar.list_button)
    assert desk.desktop.window.current_key == "follow_ups"
    desk.click(bar.close_button)
    assert bar.isHidden()
    desk.desktop.set_language("fr")
    desk.settle()
    assert desk.desktop.window.reminder_bar.isHidden()


def test_another_language_keeps_them(desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]) -> None:
    start(YESTERDAY, YESTERDAY)
    desk.desktop.set_language("fr")
    desk.settle()
    bar = desk.desktop.window.reminder_bar
    assert not bar.isHidden()
    assert bar.text == "21 nov. Anne · Devis Anne"
    desk.click(bar.open_button)
    assert desk.desktop.window.current_key == "clients"


@pytest.mark.parametrize(
    ("steps", "due_on", "due_time"),
    [(0, TODAY, "11:10"), (1, TODAY, "12:00"), (3, TODAY + timedelta(days=1), "")],
)
def test_put_off_by_the_keyboard(
    desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]], steps: int, due_on: date, due_time: str
) -> None:
    bar, _ = start(YESTERDAY)
    bar.snooze_button.setFocus()
    QTest.keyClick(bar.snooze_button, Qt.Key.Key_Space)
    menu = bar.snooze_button.findChild(SnoozeMenu)
    assert menu is not None
    menu.setActiveAction(menu.actions()[steps])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()
    (one,) = desk.ask(open_ones)
    assert (one.due_on, one.due_time) == (due_on, due_time)
    assert bar.isHidden()
    # The time comes: it is told again, as of its new day.
    desk.clock.now = one.at
    desk.desktop.reminders.notifier.check()
    desk.settle()
    assert not bar.isHidden()


def test_a_name_is_plain_text_everywhere(desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]) -> None:
    from portfolio_app.ui.reminder_desk import plain

    bar, _ = start(*[YESTERDAY] * 4)
    assert "<b>Dora</b> & Cie" in bar.lines[3].text
    assert plain("<b>Dora</b> & Cie") == "‹b›Dora‹/b› & Cie"


def test_clicking_the_message_opens_the_client(
    desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]
) -> None:
    start(YESTERDAY)
    desk.desktop.reminders.clicked()
    desk.settle()
    assert desk.desktop.window.current_key == "clients"


def test_turned_off_nothing_is_shown(desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]]) -> None:
    desk.settings.notifications = False
    bar, paper = start(YESTERDAY)
    assert bar.isHidden()
    assert paper.shown == []


def test_another_day_brings_the_pages_up_to_date(
    desk: Desk, start: Callable[..., tuple[ReminderBar, Paper]], monkeypatch: pytest.MonkeyPatch
) -> None:
    start()
    asked: list[object] = []
    monkeypatch.setattr(desk.desktop.window, "refresh", lambda *changes: asked.append(changes))
    desk.clock.forward(24)
    desk.desktop.reminders.notifier.check()
    desk.settle()
    assert asked == [()]


def test_when_and_what() -> None:
    one = Reminder("k", 1, 1, "Anne", "", "call", TODAY, "", NOW, True, False)
    assert (when_of(one, TODAY), what_of(one)) == ("Today", "Call")
    waiting = Reminder("k", 1, 1, "Anne", "Devis", "call", TODAY, "", NOW, True, True)
    assert what_of(waiting) == "waiting for: Devis"
