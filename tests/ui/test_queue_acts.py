"""What is done from the queue by mouse and by keys, for one client and for many."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.services import agenda, agenda_settings, client_views, follow_ups, plans, privacy
from portfolio_app.ui.pages import client_links
from portfolio_app.ui.pages.follow_ups import FollowUpsPage
from portfolio_app.ui.pages.queue_list import KEYS
from tests.conftest import TODAY
from tests.ui.queue_desk import (
    KEY,
    Open,
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
DAY = timedelta(days=1)


def planned(book: Any) -> dict[str, Any]:
    """The next action by client's name."""
    view = {
        row.client_id: row for row in agenda.queue_rows(book, client_views.client_ids(book, TODAY), TODAY)
    }
    return {row.name: row.action for row in view.values()}


@pytest.fixture
def reach(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is handed to other programs, which are all there."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(client_links, "open_url", open_url)
    return opened


def test_waiting_by_keys_for_all_selected(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space, KEY.Key_Down, KEY.Key_W)
    assert page.panel.menu is not None
    QTest.keyClick(page.panel.menu, KEY.Key_2)
    settle(qtbot, page)
    assert names(page) == ["Cidrerie"]
    page.show_item("waiting")
    settle(qtbot, page)
    assert sorted(names(page)) == ["Ardoise", "Brasserie"]
    assert {planned(small_book)[name].due_on for name in ("Ardoise", "Brasserie")} == {TODAY + 8 * DAY}
    page.ops.undo()
    settle(qtbot, page)
    assert names(page) == []


def test_digits_of_a_french_keyboard_choose_too(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_S)
    assert page.panel.menu is not None
    QTest.keyClicks(page.panel.menu, '"')  # the key of 3, without Shift
    settle(qtbot, page)
    assert planned(small_book)["Ardoise"].due_on == TODAY + 14 * DAY


class TestNext:
    """Finishing proposes what comes next."""

    @pytest.fixture
    def page(self, qtbot: QtBot, open_page: Open, small_book: Any) -> FollowUpsPage:
        """The page, its first client just ticked off."""
        page = open_page(small_book)
        page.focus_first()
        key(page, KEY.Key_D)
        settle(qtbot, page)
        assert page.panel.next_bar.isVisible()
        return page

    def test_enter_takes_the_proposal(self, qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
        assert page.panel.next_bar.text.text() == "Next for Ardoise:"
        assert page.panel.next_bar.buttons[0].text() == "1  Call · Tue 22 Dec"  # in 30 days, the ideal
        key(page, KEY.Key_Return)
        settle(qtbot, page)
        assert not page.panel.next_bar.isVisible()
        due = planned(small_book)["Ardoise"]
        assert (due.reason, due.due_on, due.kind) == ("reminder", TODAY + 30 * DAY, "call")

    def test_another_day_by_its_digit_and_undo(
        self, qtbot: QtBot, page: FollowUpsPage, small_book: Any
    ) -> None:
        key(page, KEY.Key_3)
        settle(qtbot, page)
        assert planned(small_book)["Ardoise"].due_on == TODAY + 14 * DAY
        page.ops.undo()
        settle(qtbot, page)
        assert planned(small_book)["Ardoise"].reason == "cadence"

    def test_any_day_from_the_calendar(self, qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
        key(page, KEY.Key_5)
        popup = page.panel.next_bar.popup
        assert popup is not None
        popup.calendar.activated.emit(popup.calendar.selectedDate())
        settle(qtbot, page)
        assert planned(small_book)["Ardoise"].due_on == TODAY + DAY

    def test_escape_plans_nothing(self, qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
        key(page, KEY.Key_Escape)
        assert not page.panel.next_bar.isVisible()
        key(page, KEY.Key_1)
        settle(qtbot, page)
        assert planned(small_book)["Ardoise"].reason == "cadence"

    def test_going_on_gives_enter_back_to_the_list(self, qtbot: QtBot, page: FollowUpsPage) -> None:
        key(page, KEY.Key_Down)
        with qtbot.waitSignal(page.open_requested) as seen:
            key(page, KEY.Key_Return)
        assert seen.args[0] == "client"
        assert page.panel.next_bar.isVisible()

    def test_undoing_takes_it_away(self, qtbot: QtBot, page: FollowUpsPage) -> None:
        page.ops.undo()
        settle(qtbot, page)
        assert not page.panel.next_bar.isVisible()
        assert names(page) == ["Ardoise", "Brasserie", "Cidrerie"]

    def test_for_several_a_day_for_all(self, qtbot: QtBot, page: FollowUpsPage, small_book: Any) -> None:
        key(page, KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
        key(page, KEY.Key_D)
        settle(qtbot, page)
        assert "2" in page.panel.next_bar.text.text()
        key(page, KEY.Key_4)
        settle(qtbot, page)
        due = planned(small_book)
        assert {due[name].due_on for name in ("Brasserie", "Cidrerie")} == {TODAY + 30 * DAY}

    def test_what_is_planned_already_is_said(
        self, qtbot: QtBot, page: FollowUpsPage, small_book: Any
    ) -> None:
        client = page.panel.list.current_id()
        assert client is not None
        follow_ups.plan_follow_up(small_book, client, {"due_on": TODAY + 9 * DAY, "title": "the <i>fair</i>"})
        key(page, KEY.Key_D)
        settle(qtbot, page)
        assert page.panel.next_bar.text.text() == "Next for Brasserie: the <i>fair</i>, Tue 1 Dec (planned)"
        assert not page.panel.next_bar.is_armed


class TestReach:
    """Call, write, map, number."""

    @pytest.fixture
    def page(self, open_page: Open, make_book: Any) -> FollowUpsPage:
        """One client with everything, one with nothing."""
        book = make_book("reach.portfolio")
        address = {"street": "1 quai de l’Odet", "postcode": "29000", "city": "Quimper"}
        add_client(book, "Ardoise", 90, phone="02 98 00 00 01", email="a@x.fr", **address)
        add_client(book, "Brasserie", 90)
        page = open_page(book)
        page.resize(1300, 640)
        page.focus_first()
        return page

    @pytest.mark.parametrize(
        ("pressed", "wanted"),
        [
            (KEY.Key_C, "tel:0298000001"),
            (KEY.Key_E, "mailto:a@x.fr"),
            (KEY.Key_M, "https://www.openstreetmap.org/search?query=1 quai de l’Odet, 29000 Quimper"),
        ],
    )
    def test_by_one_key(
        self, qtbot: QtBot, page: FollowUpsPage, reach: list[str], pressed: KEY, wanted: str
    ) -> None:
        key(page, pressed)
        settle(qtbot, page)
        assert [url.replace("%2C", ",") for url in reach] == [wanted]

    def test_by_one_click(self, qtbot: QtBot, page: FollowUpsPage, reach: list[str]) -> None:
        client = page.panel.model.ids[0]
        for part in ("call", "email"):
            click_part(page, client, part)
        settle(qtbot, page)
        assert reach == ["tel:0298000001", "mailto:a@x.fr"]

    def test_the_number_is_copied(self, qtbot: QtBot, page: FollowUpsPage) -> None:
        with qtbot.waitSignal(page.open_requested) as seen:
            key(page, KEY.Key_N)
        assert seen.args == ["say", "Copied: 02 98 00 00 01"]
        assert QGuiApplication.clipboard().text() == "02 98 00 00 01"

    def test_what_is_not_known_is_said(self, qtbot: QtBot, page: FollowUpsPage, reach: list[str]) -> None:
        key(page, KEY.Key_Down)
        for pressed in (KEY.Key_C, KEY.Key_E, KEY.Key_M):
            with qtbot.waitSignal(page.open_requested) as seen:
                key(page, pressed)
            assert seen.args[0] == "say"
            assert "Brasserie" in seen.args[1]
        assert reach == []

    def test_who_refuses_calls_is_not_called(
        self, qtbot: QtBot, page: FollowUpsPage, reach: list[str]
    ) -> None:
        client = page.panel.model.ids[0]
        page.ops.run(page, privacy.set_consent, privacy.Person("client", client), "phone", "refused")
        settle(qtbot, page)
        with qtbot.waitSignal(page.open_requested) as seen:
            key(page, KEY.Key_C)
        assert "does not want calls" in seen.args[1]
        assert reach == []
        assert page.panel.model.line(1).reach == ("email",)  # type: ignore[union-attr]

    def test_without_a_program_the_number_is_copied(
        self, qtbot: QtBot, page: FollowUpsPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(client_links, "open_url", lambda url: False)
        with qtbot.waitSignal(page.open_requested):
            key(page, KEY.Key_C)
        assert QGuiApplication.clipboard().text() == "02 98 00 00 01"


def test_the_menu_offers_everything_and_does_it(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    first = page.panel.model.ids[0]
    place = page.panel.list.part_rect(first, "reason").center()
    viewport = page.panel.list.viewport()
    by_mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(by_mouse, place, viewport.mapToGlobal(place)))
    menu = page.panel.line_menu
    assert menu is not None
    assert set(menu.actions_by_name) == set(KEYS)
    assert not menu.actions_by_name["call"].isEnabled()  # no number is known
    menu.actions_by_name["done"].trigger()
    menu.close()
    settle(qtbot, page)
    assert names(page) == ["Brasserie", "Cidrerie"]
    page.panel.list.check(page.panel.model.ids)
    page.panel._open_menu(page.panel.model.ids[0], QPoint(0, 0))
    assert "call" not in page.panel.line_menu.actions_by_name  # type: ignore[union-attr]


def test_into_a_plan_by_keys(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    plans.create_plan(small_book, "A & B", [{"after_days": 0, "kind": "email", "title": "write"}])
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_T)
    settle(qtbot, page)
    assert page.panel.menu is not None
    assert page.panel.menu.numbered[0].text().startswith("1  A && B")
    QTest.keyClick(page.panel.menu, KEY.Key_1)
    settle(qtbot, page)
    (enrolment,) = plans.enrolments(small_book)
    assert enrolment.client == "Ardoise"


class TestGroups:
    """What the list is grouped by."""

    def test_by_place_is_remembered(self, qtbot: QtBot, open_page: Open, make_book: Any) -> None:
        book = make_book("places.portfolio")
        for name, postcode in (("Ardoise", "29000"), ("Brasserie", "56000"), ("Cidrerie", "")):
            add_client(book, name, 90, postcode=postcode, country="France" if postcode else "")
        page = open_page(book)
        page.focus_first()
        key(page, KEY.Key_G)
        assert page.head.menu is not None
        QTest.keyClick(page.head.menu, KEY.Key_3)
        settle(qtbot, page)
        model = page.panel.model
        assert [model.heading(at).name for at in model.heading_rows()] == [
            "29 Finistère",
            "56 Morbihan",
            "Place unknown",
        ]
        assert page.context.settings().queue_by == "place"
        page.filter_group("")
        assert names(page) == ["Cidrerie"]
        page.filter_group(None)
        assert len(names(page)) == 3

    @pytest.mark.parametrize("by", ["date", "kind"])
    @pytest.mark.parametrize("view", ["due", "week", "later", "waiting", "unplanned"])
    def test_every_view_by_everything(
        self, qtbot: QtBot, open_page: Open, small_book: Any, by: str, view: str
    ) -> None:
        page = open_page(small_book)
        page.head._choose_grouping(by)
        page.show_item(view)
        settle(qtbot, page)
        model = page.panel.model
        assert sum(model.heading(at).total for at in model.heading_rows()) == len(model.ids)
        page.grab()


def test_capacity_in_place_spreads_the_rest(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    agenda_settings.set_agenda(small_book, working_days=[0, 1, 2, 3, 4, 5, 6])
    page = open_page(small_book)
    page.focus_first()
    assert page.head.capacity_button.text() == "No daily limit"
    key(page, KEY.Key_P)
    popup = page.head.popup
    assert popup is not None
    popup.number.setValue(1)
    QTest.keyClick(popup, KEY.Key_Return)
    settle(qtbot, page)
    assert page.head.capacity_button.text() == "1 a day"
    assert names(page) == ["Ardoise"]
    assert page.head.text.text().replace("(s)", "s") == "2 more spread over 2 working days"
    key(page, KEY.Key_D)
    settle(qtbot, page)
    assert names(page) == []  # the day's one place is taken
    assert page.head.text.text().startswith("1 done today")
    page.show_item("week")
    settle(qtbot, page)
    line = page.panel.model.line(1)
    assert line is not None
    assert "its turn: Mon 23 Nov" in line.reason
    assert current_name(page) in ("", "Brasserie")


def test_the_keys_mean_the_first_client_once_it_arrives(
    qtbot: QtBot, open_page: Open, small_book: Any
) -> None:
    page = open_page(small_book)
    page.panel.list.setFocus()
    page.panel.model.show_only("nobody")
    page.panel.model.show_only(None)
    assert current_name(page) == "Ardoise"
    assert page.panel.list.selectionModel().isSelected(page.panel.list.currentIndex())


def test_enter_takes_the_first_day_of_the_menu(qtbot: QtBot, open_page: Open, small_book: Any) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_S)
    assert page.panel.menu is not None
    QTest.keyClick(page.panel.menu, KEY.Key_Return)
    settle(qtbot, page)
    assert "Ardoise" not in names(page)


def test_who_one_is_on_stays_in_sight_when_grouped_anew(
    qtbot: QtBot, open_page: Open, sample_book: Any
) -> None:
    page = open_page(sample_book)
    page.focus_first()
    client = page.panel.list.current_id()
    key(page, KEY.Key_G)
    assert page.head.menu is not None
    QTest.keyClick(page.head.menu, KEY.Key_3)
    settle(qtbot, page)
    rows = page.panel.list
    assert rows.current_id() == client
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_what_comes_next_is_asked_after_the_last_of_the_list_too(
    qtbot: QtBot, open_page: Open, make_book: Any
) -> None:
    book = make_book("last.portfolio")
    client = add_client(book, "Ardoise", 90)
    page = open_page(book)
    page.focus_first()
    key(page, KEY.Key_D)
    settle(qtbot, page)
    assert not names(page)
    assert page.panel.next_bar.isVisible()
    QTest.keyClick(page, KEY.Key_Return)
    settle(qtbot, page)
    (row,) = agenda.queue_rows(book, [client], TODAY)
    assert row.action is not None
    assert (row.action.reason, row.action.due_on > TODAY) == ("reminder", True)


def test_r_brings_the_route_and_esc_takes_it_away(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    page = open_page(make_book("nobody.portfolio"))
    page.focus_first()
    QTest.keyClick(page, KEY.Key_R)
    settle(qtbot, page)
    assert page.route.isVisible()
    QTest.keyClick(page.route.tree, KEY.Key_Escape)
    assert not page.route.isVisible()
    assert page.window().focusWidget() is page  # never a list that is not in sight


def test_shift_f10_opens_the_menu_where_no_menu_key_is(
    qtbot: QtBot, open_page: Open, small_book: Any
) -> None:
    page = open_page(small_book)
    page.focus_first()
    key(page, KEY.Key_F10, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert page.panel.line_menu is not None
    page.panel.line_menu.close()
