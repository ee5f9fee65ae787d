"""What is to come with one client, in its page: follow-ups with a time or repeating, key dates, plans, rhythm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.models.enums import FollowUpReason
from portfolio_app.services import (
    agenda,
    client_views,
    deals,
    follow_ups,
    interactions,
    key_dates,
    plans,
    sales,
)
from portfolio_app.services.books import Book
from portfolio_app.ui import agenda_words
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.dialogs.log_touch import LogTouchPanel
from portfolio_app.ui.dialogs.record_sheets import FollowUpSheet, KeyDateSheet
from tests.conftest import TODAY
from tests.ui.test_clients_page import Stage

KEY = Qt.Key


@pytest.fixture
def stage(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[Stage]:
    """The page on one client who ordered three weeks ago."""
    from portfolio_app.services import clients

    book = make_book("agenda.portfolio")
    clients.create_client(book, {"name": "Atelier Bleu", "email": "ana@example.com"})
    sales.add_sale(book, 1, {"date": date(2026, 11, 1), "amount": 60})
    made = Stage(qtbot, book)
    made.open(1)
    yield made
    made.window.close()
    made.ops.shutdown()


def tab(stage: Stage) -> object:
    stage.page.detail.tabs.setCurrentWidget(stage.page.detail.plans)
    stage.settle()
    return stage.page.detail.plans


def sheet(stage: Stage, kind: type) -> object:
    found = stage.window.findChild(kind)
    assert found is not None
    assert found.isVisible()
    return found


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:30", "14:30"),
        ("14h30", "14:30"),
        ("9h", "09:00"),
        ("9", "09:00"),
        ("2.30 pm", "14:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("", ""),
        ("25:00", "25:00"),
        ("soon", "soon"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, time: str) -> None:
    assert typed.read_time(text) == time


class TestFollowUps:
    def test_one_with_a_time_that_comes_again_every_second_month(self, stage: Stage) -> None:
        stage.click(tab(stage).add_button)  # type: ignore[attr-defined]
        form = sheet(stage, FollowUpSheet).form  # type: ignore[attr-defined]
        form.fields["title"].editor.setText("Stock check")
        form.fields["due_on"].editor.setText("31/12/2026")
        form.fields["due_time"].editor.setText("14h30")
        assert not form.fields["repeat_until"].isVisible()
        form.fields["repeat_every"].editor.setText("2")
        unit = form.fields["repeat_unit"].editor
        unit.setCurrentIndex(unit.findData("month"))
        assert form.fields["repeat_until"].isVisible()
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        (item,) = stage.ask(client_views.planned, 1)
        assert (item.due_time, item.repeat_every, item.repeat_unit) == ("14:30", 2, "month")
        assert item.time_zone == agenda_words.local_zone()
        (row,) = stage.page.detail.plans.rows
        assert row._facts() == "Call · Thursday, 31 December 2026 at 14:30 · every 2 months"
        stage.click(row.done_button)
        (item,) = stage.ask(client_views.planned, 1)
        assert item.on == date(2027, 2, 28)

    def test_a_time_nobody_can_read_is_said_at_its_field(self, stage: Stage) -> None:
        stage.click(tab(stage).add_button)  # type: ignore[attr-defined]
        panel = sheet(stage, FollowUpSheet)
        panel.form.fields["due_time"].editor.setText("half past")  # type: ignore[attr-defined]
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert panel.form.fields["due_time"].error  # type: ignore[attr-defined]
        assert stage.ask(client_views.planned, 1) == []

    def test_one_of_another_time_zone_keeps_it(self, stage: Stage) -> None:
        stage.do(
            follow_ups.plan_follow_up,
            1,
            {"due_on": date(2026, 12, 1), "due_time": "09:00", "time_zone": "Asia/Tokyo"},
        )
        stage.page.refresh()
        tab(stage)
        (row,) = stage.page.detail.plans.rows
        assert "09:00 (Asia/Tokyo)" in row._facts()
        stage.click(row.edit_button)
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert stage.ask(client_views.planned, 1)[0].time_zone == "Asia/Tokyo"


class TestNextAction:
    def test_done_offers_the_next_and_waiting_has_a_day(self, stage: Stage) -> None:
        stage.do(follow_ups.plan_follow_up, 1, {"due_on": TODAY, "title": "Send the catalogue"})
        stage.page.refresh()
        stage.settle()
        card = stage.page.detail.next_action
        stage.click(card.done_button)
        menu = stage.page.detail.offer.menu
        assert menu is not None
        menu.numbered[1].trigger()  # tomorrow, after what is proposed
        stage.settle()
        (planned,) = stage.ask(client_views.planned, 1)
        assert planned.on == date(2026, 11, 23)
        stage.click(card.wait_button)
        card.menu.numbered[2].trigger()  # in two weeks
        stage.settle()
        (planned,) = stage.ask(client_views.planned, 1)
        assert (planned.status, planned.on) == ("waiting", date(2026, 12, 6))
        assert card.wait_button.isHidden()

    def test_done_in_the_list_of_plans_offers_it_too_and_the_panel_says_whose_it_is(
        self, stage: Stage
    ) -> None:
        stage.do(follow_ups.plan_follow_up, 1, {"due_on": TODAY, "title": "Send the catalogue"})
        stage.page.refresh()
        plans = tab(stage)
        stage.click(plans.rows[0].done_button)  # type: ignore[attr-defined]
        menu = plans.offer.menu  # type: ignore[attr-defined]
        assert menu is not None
        menu.close()
        stage.click(plans.add_button)  # type: ignore[attr-defined]
        name = stage.ask(client_views.client_rows, [1], TODAY)[0].name
        assert sheet(stage, FollowUpSheet)._whose.text() == name  # type: ignore[attr-defined]

    def test_logging_proposes_a_day_and_takes_a_time(self, stage: Stage) -> None:
        stage.page.detail.log("call")
        stage.settle()
        panel = sheet(stage, LogTouchPanel)
        picker = panel.next  # type: ignore[attr-defined]
        picker.when.setCurrentIndex(picker.when.findData("proposed"))
        assert picker.due() is not None
        assert picker.due() > TODAY
        picker.when.setCurrentIndex(picker.when.findData("7"))
        picker.time.setText("9h15")
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        (item,) = stage.ask(client_views.planned, 1)
        assert (item.on, item.due_time) == (date(2026, 11, 29), "09:15")

    def test_a_complaint_has_a_deadline(self, stage: Stage) -> None:
        stage.page.detail.log("complaint")
        stage.settle()
        panel = sheet(stage, LogTouchPanel)
        assert panel.deadline.day.day() == date(2026, 11, 29)  # type: ignore[attr-defined]
        assert panel.deadline.own is None  # type: ignore[attr-defined]
        panel.day.set_day(date(2026, 11, 20))  # type: ignore[attr-defined]
        assert panel.deadline.day.day() == date(2026, 11, 27)  # type: ignore[attr-defined]
        panel.deadline.day.set_day(date(2026, 11, 24))  # type: ignore[attr-defined]
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        item = stage.ask(client_views.timeline, 1)[0]
        assert (item.kind, item.due_on) == ("complaint", date(2026, 11, 24))
        headline = stage.page.detail.history.model.headline(item)
        assert headline == "Complaint · open · to be resolved by 24/11/2026"


class TestRhythm:
    def test_its_own_then_never_then_the_segments(self, stage: Stage) -> None:
        row = tab(stage).rhythm  # type: ignore[attr-defined]
        assert row.choice.currentData() == "segment"
        assert "contact every" in row._words.text()
        row.choice.setCurrentIndex(row.choice.findData("own"))
        row.choice.activated.emit(1)
        row.ideal.setValue(10)
        row.maximum.setValue(5)
        row.flush()
        stage.settle()
        values = stage.values(1)
        assert (values["cadence_ideal_days"], values["cadence_max_days"]) == (10, 10)
        row.choice.setCurrentIndex(row.choice.findData("never"))
        row.choice.activated.emit(2)
        stage.settle()
        assert stage.values(1)["cadence_ideal_days"] == 0
        row.choice.setCurrentIndex(row.choice.findData("segment"))
        row.choice.activated.emit(0)
        stage.settle()
        assert stage.values(1)["cadence_ideal_days"] is None


class TestKeyDates:
    def test_added_changed_and_deleted(self, stage: Stage) -> None:
        block = tab(stage).key_dates  # type: ignore[attr-defined]
        stage.click(block.add_button)
        form = sheet(stage, KeyDateSheet).form  # type: ignore[attr-defined]
        assert form.fields["notice_days"].text() == "30"
        form.fields["on"].editor.setText("31/03/2027")
        form.fields["label"].editor.setText("Maintenance & hosting")
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        (found,) = stage.ask(key_dates.key_dates, 1)
        assert (found.kind, found.on, found.notice_days) == ("renewal", date(2027, 3, 31), 30)
        stage.click(block.edit_buttons[0])
        form.fields["notice_days"].editor.setText("60")
        stage.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert stage.ask(key_dates.key_dates, 1)[0].notice_days == 60
        stage.click(block.delete_buttons[0])
        assert stage.ask(key_dates.key_dates, 1) == []

    def test_a_birthday_is_yearly_without_notice(self, stage: Stage) -> None:
        stage.click(tab(stage).key_dates.add_button)  # type: ignore[attr-defined]
        form = sheet(stage, KeyDateSheet).form  # type: ignore[attr-defined]
        kind = form.fields["kind"].editor
        kind.setCurrentIndex(kind.findData("birthday"))
        assert form.fields["yearly"].value() is True
        assert form.fields["notice_days"].text() == "0"


class TestPlans:
    def test_put_into_a_plan_and_taken_out(self, stage: Stage) -> None:
        steps = [{"after_days": 0, "kind": "email", "title": "News"}, {"after_days": 7, "kind": "call"}]
        stage.do(plans.create_plan, "Wake up", steps)
        block = tab(stage).enrolments  # type: ignore[attr-defined]
        stage.click(block.add_button)
        block.menu.actions()[0].trigger()
        stage.settle()
        (enrolment,) = stage.ask(plans.enrolments, 1)
        assert (enrolment.plan, enrolment.step, enrolment.steps) == ("Wake up", 1, 2)
        assert stage.page.detail.next_action.words[0] == "Next action: News"
        stage.click(block.stop_buttons[0])
        assert stage.ask(plans.enrolments, 1)[0].end_reason == "stopped"
        assert stage.ask(client_views.planned, 1) == []

    def test_without_any_plan_the_door_leads_to_where_they_are_made(self, stage: Stage) -> None:
        gone: list[tuple[str, object]] = []
        stage.page.open_requested.connect(lambda *where: gone.append(where))
        stage.click(tab(stage).enrolments.add_button)  # type: ignore[attr-defined]
        assert gone == [("follow_ups", "plans")]


def test_the_next_step_of_a_deal_stands_on_its_card_and_makes_due(stage: Stage) -> None:
    stage.do(
        deals.create_deal, 1, {"title": "Fittings", "next_step": "Send the quote", "next_step_on": TODAY}
    )
    stage.page.detail.tabs.setCurrentWidget(stage.page.detail.deals)
    stage.settle()
    (card,) = stage.page.detail.deals.cards
    assert card._facts() == "next: Send the quote, by 22/11/2026"
    (row,) = stage.ask(agenda.queue_rows, [1], TODAY)
    assert row.action is not None
    assert row.action.reason == FollowUpReason.DEAL_STEP


def test_a_complaint_is_resolved_from_the_card(stage: Stage) -> None:
    stage.do(interactions.log_touch, 1, {"kind": "complaint", "on": date(2026, 11, 1)})
    stage.page.refresh()
    stage.settle()
    card = stage.page.detail.next_action
    assert card.done_button.toolTip()
    stage.click(card.done_button)
    QApplication.processEvents()
    assert stage.ask(client_views.timeline, 1)[0].resolved_on == TODAY
