"""The calendar, worked with real clicks and keys on real books."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import deals, follow_ups, history, interactions
from portfolio_app.services.calendar_items import PER_DAY
from portfolio_app.services.calendar_view import CalendarItem
from portfolio_app.services.clients import create_client
from portfolio_app.ui.dialogs.record_sheets import FollowUpSheet
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.calendar import CalendarPage
from portfolio_app.ui.pages.calendar_month import month_span
from portfolio_app.ui.pages.calendar_week import HOUR, week_span
from tests.conftest import TODAY

Open = Callable[..., CalendarPage]
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def open_page(qtbot: QtBot, make_book: object) -> Iterator[Open]:
    """Shows the page on a book, and waits until it is filled."""
    made: list[Operations] = []

    def show(book: Any, settings: Settings | None = None) -> CalendarPage:
        operations = Operations(book, undo=history.undo, redo=history.redo)
        made.append(operations)
        kept = settings or Settings()
        page = CalendarPage(UiContext(operations, lambda: "EUR", lambda: TODAY, lambda: kept))
        operations.changed.connect(page.refresh)
        page.said = []  # type: ignore[attr-defined]
        page.open_requested.connect(lambda kind, item: page.said.append((kind, item)))  # type: ignore[attr-defined]
        qtbot.addWidget(page)
        page.resize(1040, 640)
        page.show()
        page.activate()
        page.focus_first()
        settle(qtbot, page)
        return page

    yield show
    for operations in made:
        operations.shutdown()


def settle(qtbot: QtBot, page: CalendarPage) -> None:
    qtbot.waitUntil(lambda: not page.ops.is_busy, timeout=10_000)


def add(book: Any, name: str, *plans: dict[str, Any]) -> int:
    client: int = next(iter(create_client(book, {"name": name, "status": "active"}).created["client"]))
    interactions.log_touch(book, client, {"on": TODAY - timedelta(days=1)})
    for values in plans:
        follow_ups.plan_follow_up(book, client, values)
    return client


def day(number: int, month: int = 11) -> date:
    return date(2026, month, number)


def items(page: CalendarPage, *types: str) -> list[tuple[date, str, str]]:
    assert page.grid.view is not None
    return [(i.on, i.client, i.time) for i in page.grid.view.items if i.type in (types or ("follow_up",))]


def one(page: CalendarPage, type_: str = "follow_up") -> CalendarItem:
    assert page.grid.view is not None
    return next(item for item in page.grid.view.items if item.type == type_)


def place(page: CalendarPage, item: CalendarItem) -> QRect:
    spot = page.grid.spot_of(item.key)
    assert spot is not None
    return spot.rect


def drag(page: CalendarPage, start: QPoint, end: QPoint) -> None:
    grid = page.grid
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(grid, start + QPoint(20, 4))
    QTest.mouseMove(grid, end)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, NONE, end)


def key(page: CalendarPage, *keys: KEY, modifier: Qt.KeyboardModifier = NONE) -> None:
    for each in keys:
        QTest.keyClick(page.grid, each, modifier)


@pytest.mark.parametrize(
    ("when", "first_weekday", "span"),
    [
        (day(22), 0, (day(26, 10), day(6, 12))),
        (day(22), 6, (day(1), day(5, 12))),
        (date(2027, 2, 10), 0, (date(2027, 2, 1), date(2027, 2, 28))),
        (date(2028, 2, 29), 0, (date(2028, 1, 31), date(2028, 3, 5))),
        (date(2026, 12, 31), 0, (date(2026, 11, 30), date(2027, 1, 3))),
    ],
)
def test_a_month_is_shown_in_whole_weeks(when: date, first_weekday: int, span: tuple[date, date]) -> None:
    assert month_span(when, first_weekday) == span
    assert week_span(day(22), 0) == (day(16), day(22))
    assert week_span(day(22), 6) == (day(22), day(28))


def test_an_empty_book_says_what_to_do(open_page: Open, make_book: Any) -> None:
    page = open_page(make_book("empty.portfolio"))
    shown = [
        b
        for b in page.findChildren(QPushButton)
        if b.isVisible() and b.text() in ("Import my file", "Add a client")
    ]
    for each in shown:
        each.click()
    assert [kind for kind, _ in page.said] == ["import", "new_client"]  # type: ignore[attr-defined]


def test_dragging_moves_a_follow_up_and_undo_brings_it_back(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("drag.portfolio")
    add(book, "Morel", {"due_on": day(25), "title": "Offer", "due_time": "14:30"})
    page = open_page(book)
    drag(page, place(page, one(page)).center(), page.grid.day_rect(day(27)).center())
    assert items(page) == [(day(27), "Morel", "14:30")]  # at once, before the book answered
    settle(qtbot, page)
    assert items(page) == [(day(27), "Morel", "14:30")]
    page.ops.undo()
    settle(qtbot, page)
    assert items(page) == [(day(25), "Morel", "14:30")]


def test_nothing_moves_to_the_past_and_what_is_done_keeps_its_day(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("fixed.portfolio")
    add(book, "Morel", {"due_on": day(25)})
    page = open_page(book)
    drag(page, place(page, one(page)).center(), page.grid.day_rect(day(18)).center())
    drag(page, place(page, one(page, "touch")).center(), page.grid.day_rect(day(26)).center())
    settle(qtbot, page)
    assert items(page, "follow_up", "touch") == [(day(21), "Morel", ""), (day(25), "Morel", "")]
    assert [kind for kind, _ in page.said] == ["say"]  # type: ignore[attr-defined]


def test_a_due_is_put_off_by_dragging_and_a_deal_gets_another_close(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("due.portfolio")
    client: int = next(iter(create_client(book, {"name": "Silent", "status": "active"}).created["client"]))
    interactions.log_touch(book, client, {"on": day(1, 3)})
    other = add(book, "Buyer")
    deals.create_deal(book, other, {"title": "Fleet", "expected_on": day(3, 12)})
    page = open_page(book)
    assert (TODAY, "Silent", "") in items(page, "due")
    due = next(item for item in page.grid.by_day[TODAY] if item.client == "Silent")
    drag(page, place(page, due).center(), page.grid.day_rect(day(26)).center())
    drag(page, place(page, one(page, "deal")).center(), page.grid.day_rect(day(4, 12)).center())
    settle(qtbot, page)
    assert (day(26), "Silent", "") in items(page, "follow_up")
    assert "Silent" not in [name for _, name, _ in items(page, "due")]
    put_off = next(item for item in page.grid.by_day[day(26)] if item.client == "Silent")
    drag(page, place(page, put_off).center(), page.grid.day_rect(day(27)).center())
    settle(qtbot, page)
    with book.read() as connection:
        kept = connection.exec_driver_sql("SELECT due_on, set_on FROM follow_up").fetchall()
    assert [tuple(row) for row in kept] == [("2026-11-27", "2026-11-22")]
    assert items(page, "deal") == [(day(4, 12), "Buyer", "")]


def test_the_keys_alone_find_move_and_finish_a_follow_up(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("keys.portfolio")
    add(book, "Morel", {"due_on": day(24), "title": "Offer"})
    page = open_page(book)
    assert page.grid.day == TODAY
    key(page, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down)
    assert page.current_client() is not None
    key(page, KEY.Key_Right, KEY.Key_Right, modifier=ALT)
    settle(qtbot, page)
    assert items(page) == [(day(26), "Morel", "")]
    key(page, KEY.Key_Down, modifier=ALT)  # a week on
    settle(qtbot, page)
    assert items(page) == [(day(3, 12), "Morel", "")]
    key(page, KEY.Key_M)
    assert page.menu is not None
    QTest.keyClick(page.menu, KEY.Key_1)  # tomorrow
    settle(qtbot, page)
    assert items(page) == [(day(23), "Morel", "")]
    assert page.grid.item() is not None
    key(page, KEY.Key_D)
    settle(qtbot, page)
    assert items(page) == []
    with book.read() as connection:
        assert connection.exec_driver_sql("SELECT status FROM follow_up").scalar() == "done"
    assert page.offer.menu is not None
    assert page.offer.menu.actions()[0].text() == "Next for Morel"
    QTest.keyClick(page.offer.menu, KEY.Key_2)  # tomorrow, after what is proposed
    settle(qtbot, page)
    assert items(page) == [(day(23), "Morel", "")]


def test_taking_an_entry_over_the_edge_turns_the_page(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("edge.portfolio")
    add(book, "Morel", {"due_on": day(4, 12)})
    page = open_page(book)
    page.grid.go_to(day(4, 12), one(page))
    key(page, KEY.Key_Down, modifier=ALT)
    settle(qtbot, page)
    assert page.heading.text() == "December 2026"
    assert items(page) == [(day(11, 12), "Morel", "")]
    assert page.grid.item() is not None  # it is still the one in hand
    key(page, KEY.Key_PageUp)
    settle(qtbot, page)
    assert (page.heading.text(), page.grid.day) == ("November 2026", TODAY)


def test_a_click_tells_the_whole_and_offers_what_can_be_done(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("click.portfolio")
    client = add(book, "Atelier <b>Morel</b>", {"due_on": day(24), "title": "Offer & price"})
    page = open_page(book)
    QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, NONE, place(page, one(page)).center())
    assert page.card is not None
    assert list(page.card.buttons) == ["open", "log", "done", "later", "export"]
    page.card.buttons["open"].click()
    key(page, KEY.Key_Return)
    QTest.keyClick(page.card, KEY.Key_L)
    assert page.said == [("client", client), ("log_touch", client)]  # type: ignore[attr-defined]
    key(page, KEY.Key_Return)
    QTest.keyClick(page.card, KEY.Key_D)
    settle(qtbot, page)
    assert items(page) == []


def test_a_crowded_month_counts_what_does_not_fit_and_lists_it(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("many.portfolio")
    client = add(book, "Morel")
    rows = [
        (client, (TODAY + timedelta(days=n % 10)).isoformat(), f"R{n}", "2026-11-01T00:00:00Z")
        for n in range(2_000)
    ]
    with book.step("fill") as step:
        step.connection.exec_driver_sql(
            "INSERT INTO follow_up(client_id, due_on, title, created_at) VALUES (?,?,?,?)", rows
        )
    page = open_page(book)
    more = [spot for spot in page.grid.spots() if spot.more]
    assert len(more) == 10
    of_today = next(spot for spot in more if spot.day == TODAY)
    shown = sum(spot.item is not None and spot.day == TODAY for spot in page.grid.spots())
    assert of_today.more + shown == 200
    QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, NONE, of_today.rect.center())
    assert page.day_list is not None
    assert page.day_list.list.count() == PER_DAY
    QTest.keyClick(page.day_list.list, KEY.Key_Down)
    QTest.keyClick(page.day_list.list, KEY.Key_D)
    settle(qtbot, page)
    assert sum(on == TODAY for on, _, _ in items(page)) == PER_DAY
    assert page.grid.view is not None
    assert page.grid.view.beyond[TODAY] == 199 - PER_DAY


def test_the_week_has_hours_to_drop_into(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("week.portfolio")
    add(
        book,
        "Timed",
        {"due_on": day(20, 12), "due_time": "09:30"},
        {"due_on": day(20, 12), "due_time": "09:45"},
    )
    add(book, "Whole day", {"due_on": day(17, 12)})
    page = open_page(book)
    key(page, KEY.Key_V)
    page.go(day(17, 12))
    settle(qtbot, page)
    assert page.heading.text().endswith("week 51")
    assert page.tabs.currentIndex() == 1
    page.week.bar.setValue(8 * HOUR)
    first, second = (place(page, item) for item in page.grid.by_day[day(20, 12)])
    assert not first.intersects(second)  # side by side
    whole = place(page, page.grid.by_day[day(17, 12)][0])
    assert whole.bottom() < first.top()
    drag(page, whole.center(), QPoint(page.grid.day_rect(day(18, 12)).center().x(), first.top() + 2))
    settle(qtbot, page)
    assert (day(18, 12), "Whole day", "09:30") in items(page)
    page.grid.go_to(day(18, 12), page.grid.by_day[day(18, 12)][0])
    key(page, KEY.Key_Down, modifier=ALT)
    settle(qtbot, page)
    assert (day(18, 12), "Whole day", "10:00") in items(page)
    moved = page.grid.by_day[day(18, 12)][0]
    drag(page, place(page, moved).center(), whole.center())
    settle(qtbot, page)
    assert (day(17, 12), "Whole day", "") in items(page)


def test_something_new_is_planned_on_the_day_in_hand(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("new.portfolio")
    client = add(book, "Morel")
    page = open_page(book)
    key(page, KEY.Key_Right, KEY.Key_Right, KEY.Key_N)
    assert page.plan_popup is not None
    picker = page.plan_popup.picker
    qtbot.keyClicks(picker.field, "morel")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    QTest.keyClick(picker.field, KEY.Key_Return)
    (sheet,) = page.window().findChildren(FollowUpSheet)
    assert (sheet.client_id, sheet.form.fields["due_on"].value()) == (client, day(24))
    sheet.submit()
    settle(qtbot, page)
    assert items(page) == [(day(24), "Morel", "")]


def test_filters_hide_what_is_not_wanted_and_are_remembered(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("filters.portfolio")
    add(book, "Morel", {"due_on": day(24), "kind": "visit"}, {"due_on": day(25), "kind": "call"})
    settings = Settings()
    page = open_page(book, settings)
    assert page.filters.chips["follow_up"].text == "Follow-ups  2"
    QTest.mouseClick(page.filters.chips["touch"], Qt.MouseButton.LeftButton)
    page.filters.menu.actions()[0].trigger()  # calls
    settle(qtbot, page)
    assert items(page, "follow_up", "touch") == [(day(24), "Morel", "")]
    assert page.filters.kinds_button.text() == "8 kinds of contact"
    again = open_page(book, settings)
    assert items(again, "follow_up", "touch") == [(day(24), "Morel", "")]
    assert not again.filters.chips["touch"].is_checked


def test_who_cannot_see_it_hears_where_they_are(open_page: Open, make_book: Any) -> None:
    book = make_book("heard.portfolio")
    add(book, "Morel", {"due_on": TODAY, "title": "Offer"})
    page = open_page(book)
    assert page.grid.accessibleDescription().startswith("Sunday, 22 November 2026")
    key(page, KEY.Key_Down)
    assert page.grid.accessibleDescription().startswith("Morel, Offer, ")


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody//Else//EN
BEGIN:VEVENT
UID:none@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261202
STATUS:CANCELLED
SUMMARY:Morel, not any more
END:VEVENT
BEGIN:VEVENT
UID:one@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261203
SUMMARY:Morel: bring the samples
END:VEVENT
BEGIN:VEVENT
UID:two@elsewhere
DTSTAMP:20261101T000000Z
DTSTART:20261204T090000Z
SUMMARY:Dentist <b>8 a.m.</b>
END:VEVENT
BEGIN:VEVENT
UID:three@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261105
SUMMARY:Morel, long past
END:VEVENT
END:VCALENDAR
"""


def test_reminders_are_imported_after_a_look_at_what_they_are(
    qtbot: QtBot, open_page: Open, make_book: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = make_book("import.portfolio")
    add(book, "Morel")
    other = add(book, "Le Goff")
    path = tmp_path / "agenda.ics"
    path.write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    page = open_page(book)
    page.exchange.choose_import()
    settle(qtbot, page)
    box = page.exchange.box
    assert box is not None
    table = [[box.model.index(row, column).data() for column in (1, 2, 3)] for row in range(4)]
    assert table == [
        ["Morel: bring the samples", "Morel", ""],
        ["Dentist <b>8 a.m.</b>", "not recognised", ""],
        ["Morel, long past", "Morel", "past"],
        ["Morel, not any more", "Morel", "cancelled"],
    ]
    assert box.model.chosen == {0}
    assert box.import_button.text().startswith("Import 1 reminder")
    box.table.selectRow(1)
    qtbot.keyClicks(box.picker.field, "goff")
    qtbot.waitUntil(lambda: box.picker.list.count() == 1)
    QTest.keyClick(box.picker.field, KEY.Key_Return)
    settle(qtbot, page)
    assert box.model.pairs()[1][0] == other
    QTest.keyClick(box.table, KEY.Key_Space)  # and not, after all
    assert box.model.chosen == {0}
    QTest.keyClick(box.table, KEY.Key_Space)
    box.import_button.click()
    settle(qtbot, page)
    assert [what[:2] for what in items(page)] == [(day(3, 12), "Morel"), (day(4, 12), "Le Goff")]
    page.ops.undo()
    settle(qtbot, page)
    assert items(page) == []


def test_files_are_written_where_the_user_says(
    qtbot: QtBot, open_page: Open, make_book: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = make_book("export.portfolio")
    add(book, "Morel", {"due_on": day(24), "title": "Offer"}, {"due_on": day(26), "title": "Order"})
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    page = open_page(book)
    page.grid.go_to(day(24), one(page))
    page.files_button.click()
    settle(qtbot, page)
    assert page.menu is not None
    every, only, live = [action for action in page.menu.actions() if not action.isSeparator()][:3]
    assert "Morel · Offer" in only.text()
    only.trigger()
    settle(qtbot, page)
    text = (tmp_path / "out.ics").read_text(encoding="utf-8")
    assert "Offer" in text
    assert "Order" not in text
    every.trigger()
    settle(qtbot, page)
    assert "Order" in (tmp_path / "out.ics").read_text(encoding="utf-8")
    warning = page.menu.actions()[4]
    assert "passphrase" in warning.text()
    assert not warning.isVisible()
    live.trigger()
    assert page.said[-1] == ("live_calendar", tmp_path / "out.ics")  # type: ignore[attr-defined]
