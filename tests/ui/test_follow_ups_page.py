"""The queue's page, worked with real clicks and keys on real books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from portfolio_app.services import follow_ups, interactions, privacy
from portfolio_app.services.clients import create_contact, delete_client, update_client
from portfolio_app.ui import reasons, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.follow_ups import FollowUpsPage
from portfolio_app.ui.pages.queue_model import BLOCK, QueueModel
from portfolio_app.ui.pages.queue_snooze import DayPopup, usual_days
from portfolio_app.ui.widgets import EmptyState
from tests.conftest import TODAY
from tests.ui.queue_desk import (
    KEY,
    Open,
    action,
    add_client,
    click_part,
    current_name,
    key,
    names,
    open_page,
    settle,
    small_book,
)

__all__ = ["open_page", "small_book"]


def test_an_empty_book_says_what_to_do(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    page = open_page(make_book("empty.portfolio"))
    wanted: list[str] = []
    page.open_requested.connect(lambda kind, item: wanted.append(kind))
    (doors,) = page.findChildren(EmptyState)
    for each in doors.buttons:
        each.click()
    assert wanted == ["import", "new_client"]


def test_one_client_stands_under_its_segment_with_its_reason(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("one.portfolio")
    add_client(book, "Atelier <b>Morel</b>", None)
    page = open_page(book)
    page.show_item("week")  # today is a Sunday
    settle(qtbot, page)
    model = page.panel.model
    assert model.rowCount() == 2
    heading = model.heading(0)
    assert (heading.name, heading.total, heading.rhythm) == ("Prospect", 1, reasons.rhythm(30, 60))
    line = model.line(1)
    assert line is not None
    assert (line.name, line.reason, line.badge) == ("Atelier <b>Morel</b>", "Never contacted yet", "tomorrow")
    assert page.tabs.tabText(1) == "This week  1"


def test_the_sample_book_in_groups(open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    model = page.panel.model
    headings = [model.heading(row) for row in model.heading_rows()]
    assert [h.name for h in headings] == [
        "Top",
        "High potential",
        "Regular",
        "At risk",
        "Dormant",
        "Prospect",
    ]
    assert sum(h.total for h in headings) == len(model.ids) == model.rowCount() - len(headings)
    assert all(
        chip.text.endswith(str(h.total))
        for h, chip in zip(headings, list(page.chips.values())[1:], strict=True)
    )


def test_the_badge_counts_who_is_due(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    with qtbot.waitSignal(page.badge_changed) as seen:
        page.refresh()
    assert seen.args == [3]


def test_arrows_go_from_client_to_client_and_enter_opens(
    qtbot: QtBot, open_page: Open, small_book: Any
) -> None:
    page = open_page(small_book)
    page.focus_first()
    assert current_name(page) == "Ardoise"
    key(page, KEY.Key_Down)
    assert current_name(page) == "Brasserie"
    key(page, KEY.Key_Up, KEY.Key_Up)
    assert current_name(page) == "Ardoise"
    client = page.panel.list.current_id()
    assert page.current_client() == client
    with qtbot.waitSignal(page.open_requested) as seen:
        key(page, KEY.Key_Return)
    assert seen.args == ["client", client]
    with qtbot.waitSignal(page.open_requested) as seen:
        key(page, KEY.Key_L)
    assert seen.args == ["log_touch", client]


def test_done_goes_on_to_the_next_and_undo_brings_it_back(
    qtbot: QtBot, open_page: Open, small_book: Any
) -> None:
    page = open_page(small_book)
    page.focus_first()
    with qtbot.waitSignal(page.ops.recorded) as seen:
        key(page, KEY.Key_D)
        assert current_name(page) == "Brasserie"  # at once, before the book has answered
    assert seen.args[0].label == "complete_follow_up"
    settle(qtbot, page)
    assert names(page) == ["Brasserie", "Cidrerie"]
    assert current_name(page) == "Brasserie"
    page.ops.undo()
    settle(qtbot, page)
    assert names(page) == ["Ardoise", "Brasserie", "Cidrerie"]
    assert current_name(page) == "Brasserie"


def test_a_whole_day_by_keyboard(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    for _ in range(3):
        key(page, KEY.Key_D)
        settle(qtbot, page)
    assert names(page) == []
    texts = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert any(text.startswith("This week") for text in texts)


def test_snooze_by_keys_and_the_days_it_offers(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    client = page.panel.list.current_id()
    key(page, KEY.Key_S)
    menu = page.panel.menu
    assert menu is not None
    QTest.keyClick(menu, KEY.Key_3)
    settle(qtbot, page)
    assert names(page) == ["Brasserie", "Cidrerie"]
    page.show_item("later")
    settle(qtbot, page)
    line = page.panel.model.line(page.panel.model.row_of(client or 0))
    assert line is not None
    assert line.reason.startswith("Postponed by you")
    assert line.badge == "6 Dec"


def test_the_usual_days() -> None:
    days = [day for _, day in usual_days(date(2027, 1, 31))]  # a Sunday
    assert days == [date(2027, 2, 1), date(2027, 2, 8), date(2027, 2, 14), date(2027, 2, 28)]
    days = [day for _, day in usual_days(date(2026, 12, 30))]  # a Wednesday
    assert days == [date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 13), date(2027, 1, 30)]


def test_any_other_day_from_a_calendar(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    chosen: list[date] = []
    popup = DayPopup(TODAY, chosen.append, page)
    popup.open_at(QPoint(0, 0))
    assert popup.calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-23"
    days = popup.calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert days is not None
    QTest.keyClick(days, KEY.Key_Right)
    QTest.keyClick(days, KEY.Key_Return)
    assert chosen == [TODAY + timedelta(days=2)]


def test_buttons_by_mouse(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    first, second, _ = page.panel.model.ids
    with qtbot.waitSignal(page.open_requested) as seen:
        click_part(page, second, "log")
    assert seen.args == ["log_touch", second]
    with qtbot.waitSignal(page.open_requested) as seen:
        click_part(page, second, "name")
    assert seen.args == ["client", second]
    click_part(page, first, "later")
    assert page.panel.menu is not None
    page.panel.menu.close()
    with qtbot.waitSignal(page.ops.recorded):
        click_part(page, first, "done")
    settle(qtbot, page)
    assert first not in page.panel.model.ids


def test_several_at_once_are_one_step(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    assert page.panel.bar.isVisible()
    key(page, KEY.Key_Escape)
    assert not page.panel.bar.isVisible()
    key(page, KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    click_part(page, page.panel.model.ids[2], "check")
    with qtbot.waitSignal(page.ops.recorded):
        page.panel.bar_done.click()
    settle(qtbot, page)
    assert names(page) == ["Cidrerie"]
    assert not page.panel.bar.isVisible()
    page.ops.undo()
    settle(qtbot, page)
    assert len(names(page)) == 3


def test_a_complaint_is_resolved_by_done(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("complaint.portfolio")
    client = add_client(book, "Atelier", 1)
    interactions.log_touch(book, client, {"kind": "complaint", "on": TODAY - timedelta(days=9)})
    page = open_page(book)
    line = page.panel.model.line(1)
    assert line is not None
    assert line.reason.startswith("Complaint open for 9 day")
    assert "complaint" in line.done_hint
    page.focus_first()
    key(page, KEY.Key_D)
    settle(qtbot, page)
    assert page.panel.model.ids == []


def test_what_cannot_be_done_is_said_and_the_line_stays(
    qtbot: QtBot, open_page: Open, small_book: Any
) -> None:
    page = open_page(small_book)
    first = page.panel.model.ids[0]
    with qtbot.waitSignal(page.ops.failed):
        page.panel.postpone([first], TODAY)
    assert page.panel.model.pending == set()
    assert len(names(page)) == 3


def test_folding_keeps_the_place(open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    page.focus_first()
    model = page.panel.model
    rows = model.rowCount()
    key(page, KEY.Key_Left)
    assert not model.heading(0).is_open
    assert page.panel.list.currentIndex().row() == 0
    key(page, KEY.Key_Down)
    assert page.panel.list.currentIndex().row() == 2  # past the open heading below
    key(page, KEY.Key_Up, KEY.Key_Right)
    assert model.rowCount() == rows
    assert page.panel.list.currentIndex().row() == 1
    heights = {page.panel.list.rowHeight(row) for row in range(1, 15)}
    assert heights == {page.panel.list.painter.row_height}


def test_chips_filter_by_segment(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    whole = len(page.panel.model.ids)
    QTest.mouseClick(page.chips["top"], Qt.MouseButton.LeftButton)
    assert [page.panel.model.heading(r).key for r in page.panel.model.heading_rows()] == ["top"]
    QTest.mouseClick(page.chips["top"], Qt.MouseButton.LeftButton)
    assert len(page.panel.model.ids) == whole


def test_tabs_show_the_rest(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    for place, view in ((1, "week"), (2, "later"), (3, "waiting"), (4, "unplanned")):
        page.tabs.setCurrentIndex(place)
        settle(qtbot, page)
        assert page.view == view
        assert page.tabs.tabText(place).endswith(str(len(page.panel.model.ids)))


def test_a_rhythm_is_saved_as_you_go(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.edit_rhythm("prospect")
    ideal, maximum = page.rhythms.field("prospect")
    assert (ideal.value(), maximum.value()) == (30, 60)
    ideal.setValue(100)
    with qtbot.waitSignal(page.ops.recorded) as seen:
        ideal.editingFinished.emit()
    assert seen.args[0].label == "set_cadence"
    settle(qtbot, page)
    assert (ideal.value(), maximum.value()) == (100, 100)
    assert names(page) == []
    page.ops.undo()
    settle(qtbot, page)
    assert (ideal.value(), maximum.value()) == (30, 60)
    assert len(names(page)) == 3


def test_the_place_survives_a_client_that_goes(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_Down)
    gone = page.panel.list.current_id()
    page.ops.run(page, delete_client, gone)
    settle(qtbot, page)
    assert current_name(page) == "Cidrerie"
    page.ops.run(page, update_client, page.panel.list.current_id(), {"name": "Zinc"})
    settle(qtbot, page)
    assert current_name(page) == "Zinc"


def test_a_new_day_makes_the_page_stale(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.deactivate()
    object.__setattr__(page.context, "today", lambda: TODAY + timedelta(days=3))
    page.activate()
    settle(qtbot, page)
    assert len(names(page)) == 4


def test_many_lines_are_fetched_only_where_looked_at(qtbot: QtBot, operations: Operations) -> None:
    asked: list[int] = []

    def fetch(book: Any, ids: Any) -> dict[int, Any]:
        asked.append(len(ids))
        return {}

    from portfolio_app.services.agenda import QueueGroup, QueueView
    from portfolio_app.services.portfolio import SegmentInfo

    model = QueueModel(operations, fetch, lambda row, segment: pytest.fail("no rows"))
    info = SegmentInfo("top", "", "#009E73", 1, 30, 45)
    groups = tuple(
        QueueGroup("top", "segment", tuple(range(start, start + 30_000)), 30_000, 0, 30, 45)
        for start in (0, 30_000)
    )
    model.show_view(QueueView(TODAY, "due", 60_000, {}, (info,), groups, ()))
    assert model.rowCount() == 60_002
    assert model.row_of(59_999) == 60_001
    assert model.id_at(60_001) == 59_999
    assert model.heading_of(45_000) == 30_001
    model.line(50_000)
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert asked == [BLOCK]


def sentence(**values: Any) -> str:
    from portfolio_app.services.agenda import QueueRow

    row = QueueRow(1, "A", "", "top", "", "", "", 0, None, None, TODAY - timedelta(days=6), action(**values))
    return reasons.reason(row, "Top")


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, "No contact for 41 day(s); Top clients are contacted every 30 day(s)"),
        ({"ideal_days": None}, "No contact for 41 day(s)"),
        ({"touch_is_order": True, "days_since_touch": 45}, "Last order 45 day(s) ago, no contact noted"),
        ({"touch_is_order": True, "days_since_touch": 3281}, "Last order on 28/11/2017, no contact noted"),
        ({"reason": "never_touched"}, "Never contacted yet"),
        ({"reason": "reminder", "title": "the annual service"}, "Reminder: the annual service"),
        ({"reason": "reminder", "kind": "visit"}, "Reminder: Visit"),
        ({"reason": "reminder", "title": "call", "due_time": "14:30"}, "Reminder at 14:30: call"),
        ({"reason": "complaint"}, "Complaint open for 6 day(s)"),
        ({"follow_up_id": 3}, "Postponed by you; last contact 41 day(s) ago"),
    ],
)
def test_the_reason_in_words(values: dict[str, Any], wanted: str) -> None:
    assert sentence(**values).replace("(s)", "s") == wanted.replace("(s)", "s")


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"days_late": 11, "bucket": "overdue"}, "danger"),
        ({"days_late": 3}, "warn"),
        ({}, "good"),
        ({"days_late": -1, "bucket": "week"}, "neutral"),
    ],
)
def test_the_badge_says_how_late(values: dict[str, Any], wanted: theme.Tone) -> None:
    from portfolio_app.services.agenda import QueueRow

    row = QueueRow(1, "A", "", "top", "", "", "", 0, None, None, None, action(**values))
    text, tone = reasons.badge(row, TODAY)
    assert tone == wanted
    assert text


def test_reminders_of_the_user_are_shown_as_they_are(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("text.portfolio")
    client = add_client(book, "A & B <i>", 1)
    follow_ups.plan_follow_up(book, client, {"due_on": TODAY, "title": "<b>bold</b> & co"})
    page = open_page(book)
    line = page.panel.model.line(1)
    assert line is not None
    assert line.reason == "Reminder: <b>bold</b> & co"
    page.grab()


class TestWhoDoesNotWantCalls:
    """No list offers somebody who opted out without saying so."""

    @pytest.fixture
    def page(self, open_page: Open, make_book: Callable[..., Any]) -> FollowUpsPage:
        """Ardoise, whose Ana refuses calls but has an e-mail; Brasserie, who said nothing."""
        book = make_book("opted.portfolio")
        for name in ("Ardoise", "Brasserie"):
            client = add_client(book, name, 90)
            create_contact(
                book,
                client,
                {"full_name": f"Ana {name}", "phone": f"06 1{client} 34 56 78", "email": "a@x.fr"},
            )
        privacy.set_consent(book, privacy.Person("contact", 1), "phone", "refused", source="call")
        return open_page(book)

    def test_the_line_says_it(self, page: FollowUpsPage) -> None:
        first, second = page.panel.model.line(1), page.panel.model.line(2)
        assert first is not None
        assert second is not None
        assert (first.refusal, second.refusal) == ("does not want calls", "")
        assert "Ana Ardoise does not want calls. Possible instead: write an e-mail." in first.explanation
        assert "does not want calls" in str(page.panel.model.index(1, 0).data())
        assert page.panel.list.part_rect(1, "refusal").width() > 20
        assert not page.grab().isNull()

    def test_it_follows_what_is_noted(self, qtbot: QtBot, page: FollowUpsPage) -> None:
        both = ("email", "phone")
        for channel in both:
            page.ops.run(page, privacy.set_consent, privacy.Person("contact", 2), channel, "refused")
        settle(qtbot, page)
        line = page.panel.model.line(2)
        assert line is not None
        assert line.refusal == "no calls, no e-mails"
        page.ops.undo()
        page.ops.undo()
        settle(qtbot, page)
        line = page.panel.model.line(2)
        assert line is not None
        assert line.refusal == ""

    @pytest.mark.parametrize("width", [420, 520, 1400])
    def test_there_is_room_for_it(self, qtbot: QtBot, page: FollowUpsPage, width: int) -> None:
        page.resize(width, 640)
        settle(qtbot, page)
        refusal, reason = (page.panel.list.part_rect(1, part) for part in ("refusal", "reason"))
        assert refusal.right() < reason.left()
        assert refusal.right() < page.panel.list.viewport().width()
