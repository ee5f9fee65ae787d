"""The panels: logging a touch, a new client, and how what is typed is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import client_views, clients, history, interactions, privacy
from portfolio_app.services.books import Book
from portfolio_app.services.client_views import TimelineItem
from portfolio_app.ui import i18n
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.dialogs.log_touch import LogTouchPanel, edit_touch, open_log_touch
from portfolio_app.ui.dialogs.new_client import NewClientSheet, open_new_client, split_values
from portfolio_app.ui.dialogs.sheet import WIDTH
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext

TODAY = date(2026, 11, 22)
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
T = TypeVar("T")


class Desk:
    """A bare window with one field, on an open book."""

    def __init__(self, qtbot: QtBot, book: Book) -> None:
        self.qtbot = qtbot
        self.ops = Operations(book, undo=history.undo, redo=history.redo)
        settings = Settings()
        self.context = UiContext(self.ops, lambda: "EUR", lambda: TODAY, lambda: settings)
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.field = QLineEdit()
        self.window.setCentralWidget(self.field)
        self.window.resize(1280, 720)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def settle(self) -> None:
        """Wait until every answer arrived."""
        self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=10_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def key(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.window.focusWidget(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.window.focusWidget(), text)
        self.settle()

    def ask(self, function: Callable[..., T], *args: object) -> T:
        """What a service answers, on the book's own thread."""
        answers: list[T] = []
        self.ops.query(self.window, function, *args, on_result=answers.append)
        self.settle()
        return answers[0]

    def timeline(self, client_id: int) -> list[TimelineItem]:
        """What happened with a client."""
        return self.ask(client_views.timeline, client_id)

    def log(self, client_id: int | None, kind: str = "call") -> LogTouchPanel:
        """Open the log panel."""
        panel = open_log_touch(self.window, self.context, client_id, kind)
        self.settle()
        return panel


@pytest.fixture
def two_clients(make_book: Callable[..., Book]) -> Book:
    """Clients 1 "Hôtel Étoile" in Brest and 2 "Garage Nord"."""
    book = make_book("two.portfolio")
    clients.create_client(book, {"name": "Hôtel Étoile", "city": "Brest"}, {"full_name": "Ana Ruiz"})
    clients.create_client(book, {"name": "Garage Nord"})
    return book


@pytest.fixture
def desk(qtbot: QtBot, two_clients: Book) -> Iterator[Desk]:
    """The window."""
    made = Desk(qtbot, two_clients)
    yield made
    made.window.close()
    made.ops.shutdown()


class TestLogTouch:
    """Ctrl+L."""

    def test_a_few_keys_log_a_visit(self, desk: Desk) -> None:
        panel = desk.log(1)
        desk.type("4w")
        desk.type("ants samples")
        assert (panel.kinds.kind, panel.note.toPlainText()) == ("visit", "wants samples")
        desk.key(Key.Key_Return, CTRL)
        assert not panel.isVisible()
        (item,) = desk.timeline(1)
        assert (item.kind, item.body, item.on, item.minutes, item.outcome) == (
            "visit",
            "wants samples",
            TODAY,
            None,
            "",
        )
        assert desk.window.focusWidget() is desk.field

    def test_everything_is_logged(self, desk: Desk) -> None:
        panel = desk.log(1, "email")
        panel.day.set_day(date(2026, 11, 20))
        panel.minutes.setValue(25)
        panel.outcome.setCurrentIndex(panel.outcome.findData("positive"))
        panel.subject.setText("Offer")
        panel.note.setPlainText("Two\nlines")
        panel.next.when.setCurrentIndex(panel.next.when.findData("14"))
        panel.next.what.setText("Call again")
        panel.submit()
        desk.settle()
        (item,) = desk.timeline(1)
        assert (item.kind, item.on, item.minutes, item.outcome) == (
            "email",
            date(2026, 11, 20),
            25,
            "positive",
        )
        assert (item.title, item.body) == ("Offer", "Two\nlines")
        (plan,) = desk.ask(client_views.planned, 1)
        assert (plan.on, plan.title, plan.kind) == (date(2026, 12, 6), "Call again", "email")

    def test_a_day_of_ones_own_for_the_next_action(self, desk: Desk) -> None:
        panel = desk.log(2)
        panel.next.when.setCurrentIndex(panel.next.when.findData("day"))
        assert panel.next.day.isVisible()
        panel.next.day.set_day(date(2027, 1, 5))
        panel.submit()
        desk.settle()
        assert desk.ask(client_views.planned, 2)[0].on == date(2027, 1, 5)

    def test_the_future_cannot_be_logged(self, desk: Desk) -> None:
        panel = desk.log(1)
        panel.day.set_day(date(2027, 1, 1))
        assert panel.day.day() == TODAY

    def test_the_client_is_found_by_a_contact_without_accents(self, desk: Desk) -> None:
        panel = desk.log(None)
        assert desk.window.focusWidget() is panel.picker.field
        desk.type("ruiz")
        desk.qtbot.waitUntil(panel.picker.list.isVisible)
        desk.key(Key.Key_Return)
        assert panel.picker.client_id == 1
        assert panel.picker.field.text() == "Hôtel Étoile"
        assert desk.window.focusWidget() is panel.kinds
        panel.submit()
        desk.settle()
        assert len(desk.timeline(1)) == 1

    def test_without_a_client_it_says_so(self, desk: Desk) -> None:
        panel = desk.log(None)
        panel.note.setPlainText("kept")
        panel.submit()
        assert "Choose the client" in panel.error_line.text()
        assert panel.isVisible()
        assert panel.note.toPlainText() == "kept"

    def test_escape_keeps_the_draft_of_each_client(self, desk: Desk) -> None:
        panel = desk.log(1)
        panel.note.setPlainText("half a")
        panel.note.setFocus()
        desk.key(Key.Key_Escape)
        assert not panel.isVisible()
        assert desk.log(2).note.toPlainText() == ""
        desk.key(Key.Key_Escape)
        assert desk.log(1).note.toPlainText() == "half a"
        panel.submit()
        desk.settle()
        assert desk.log(1).note.toPlainText() == ""

    def test_what_the_book_refuses_stays_typed(self, desk: Desk) -> None:
        panel = desk.log(1)
        panel.note.setPlainText("x" * 100_001)
        panel.submit()
        desk.settle()
        assert panel.isVisible()
        assert "out of range" in panel.error_line.text()
        assert len(panel.note.toPlainText()) == 100_001
        assert panel.submit_button.isEnabled()

    def test_a_client_gone_meanwhile(self, desk: Desk) -> None:
        panel = desk.log(2)
        panel.note.setPlainText("kept")
        desk.ops.run(desk.window, clients.delete_client, 2)
        desk.settle()
        panel.submit()
        desk.settle()
        assert "not in the book any more" in panel.error_line.text()
        assert panel.note.toPlainText() == "kept"

    def test_correcting_keeps_the_draft_apart(self, desk: Desk) -> None:
        panel = desk.log(1)
        panel.note.setPlainText("first")
        panel.submit()
        desk.settle()
        desk.log(1).note.setPlainText("draft")
        (item,) = desk.timeline(1)
        edit_touch(desk.window, desk.context, 1, item)
        desk.settle()
        assert panel.note.toPlainText() == "first"
        panel.minutes.setValue(5)
        panel.submit()
        desk.settle()
        assert [i.minutes for i in desk.timeline(1)] == [5]
        assert desk.log(1).note.toPlainText() == "draft"

    def test_digits_are_text_in_the_note(self, desk: Desk) -> None:
        panel = desk.log(1)
        panel.note.setFocus()
        desk.type("2 boxes")
        assert (panel.kinds.kind, panel.note.toPlainText()) == ("call", "2 boxes")

    def test_it_finds_its_place_when_the_window_has_none_yet(self, desk: Desk) -> None:
        desk.window.hide()
        panel = open_log_touch(desk.window, desk.context, None)
        desk.window.resize(1000, 600)
        desk.window.show()
        desk.settle()
        assert desk.window.centralWidget().width() - panel.geometry().right() < 20
        assert panel.height() > 500

    def test_the_page_stays_usable_beside_it(self, desk: Desk) -> None:
        panel = desk.log(1)
        desk.field.setFocus()
        desk.type("abc")
        assert desk.field.text() == "abc"
        assert panel.isVisible()
        assert panel.geometry().right() < desk.field.width()


class TestWhoCameToWhom:
    """Direction and person, on which the last contact coming from the client depends."""

    def test_a_call_is_ours_and_with_the_only_contact(self, desk: Desk) -> None:
        panel = desk.log(1)
        assert panel.who.person.currentText() == "Ana Ruiz"
        desk.key(Key.Key_Return, CTRL)
        (item,) = desk.timeline(1)
        assert (item.direction, item.contact, item.contact_id) == ("outgoing", "Ana Ruiz", 1)

    def test_0_turns_the_direction(self, desk: Desk) -> None:
        panel = desk.log(1)
        desk.type("20")
        assert (panel.kinds.kind, panel.who.code) == ("email", "incoming")
        desk.type("1t")
        desk.type("hey called")
        assert (panel.who.code, panel.note.toPlainText()) == ("incoming", "they called")
        desk.key(Key.Key_Return, CTRL)
        (item,) = desk.timeline(1)
        assert (item.kind, item.direction) == ("call", "incoming")

    def test_a_complaint_comes_from_the_client(self, desk: Desk) -> None:
        panel = desk.log(2)
        desk.type("7")
        assert panel.who.code == "incoming"
        desk.type("1")
        assert panel.who.code == "outgoing"

    def test_tab_goes_through_both(self, desk: Desk) -> None:
        panel = desk.log(1)
        desk.key(Key.Key_Tab)
        assert desk.window.focusWidget() is panel.who.direction
        desk.key(Key.Key_Down)
        assert panel.who.code == "incoming"
        desk.key(Key.Key_Tab)
        assert desk.window.focusWidget() is panel.who.person
        desk.key(Key.Key_Up)
        assert panel.who.contact_id is None

    def test_among_several_nobody_is_assumed(self, desk: Desk) -> None:
        desk.ops.run(desk.window, clients.create_contact, 1, {"full_name": "Bob"})
        desk.settle()
        panel = desk.log(1)
        assert panel.who.contact_id is None
        panel.who.person.setCurrentIndex(panel.who.person.findText("Bob"))
        desk.key(Key.Key_Return, CTRL)
        assert desk.timeline(1)[0].contact == "Bob"

    def test_another_client_has_other_people(self, desk: Desk) -> None:
        panel = desk.log(1)
        assert panel.who.person.count() == 2
        desk.key(Key.Key_Escape)
        panel = desk.log(2)
        assert (panel.who.person.count(), panel.who.contact_id) == (1, None)
        assert not panel.who.person.isEnabled()

    def test_correcting_shows_and_keeps_both(self, desk: Desk) -> None:
        desk.ops.run(
            desk.window, interactions.log_touch, 1, {"kind": "call", "direction": "incoming"}, contact_id=1
        )
        desk.ops.run(desk.window, interactions.log_touch, 1, {"kind": "visit", "body": "old"})
        desk.settle()
        old, new = sorted(desk.timeline(1), key=lambda item: item.direction)
        panel = edit_touch(desk.window, desk.context, 1, new)
        desk.settle()
        assert (panel.who.code, panel.who.contact_id) == ("incoming", 1)
        panel.minutes.setValue(5)
        panel.submit()
        desk.settle()
        edit_touch(desk.window, desk.context, 1, old)
        desk.settle()
        assert (panel.who.code, panel.who.contact_id) == ("", None)
        panel.minutes.setValue(6)
        panel.submit()
        desk.settle()
        found = {item.minutes: (item.direction, item.contact_id) for item in desk.timeline(1)}
        assert found == {5: ("incoming", 1), 6: ("", None)}
        desk.log(1)
        assert panel.who.direction.findData("") < 0

    def test_the_draft_keeps_both(self, desk: Desk) -> None:
        panel = desk.log(1)
        desk.type("0h")
        desk.type("alf a")
        panel.who.person.setCurrentIndex(0)
        desk.key(Key.Key_Escape)
        desk.log(2)
        desk.key(Key.Key_Escape)
        panel = desk.log(1)
        assert (panel.who.code, panel.note.toPlainText()) == ("incoming", "half a")

    def test_who_does_not_want_calls_is_said(self, desk: Desk) -> None:
        desk.ops.run(
            desk.window, privacy.set_consent, privacy.Person("contact", 1), "phone", "refused", source="call"
        )
        desk.settle()
        panel = desk.log(1)
        assert panel.refusal.isVisible()
        assert panel.refusal.text().startswith("Ana Ruiz does not want calls.")
        desk.type("4")
        assert not panel.refusal.isVisible()
        desk.type("10")
        assert not panel.refusal.isVisible()
        desk.key(Key.Key_Return, CTRL)
        assert desk.timeline(1)[0].direction == "incoming"

    def test_the_panel_is_as_wide_as_before(self, desk: Desk) -> None:
        desk.ops.run(desk.window, clients.create_contact, 2, {"full_name": "Bob " * 60})
        desk.settle()
        panel = desk.log(2)
        sides = panel.width() - panel.kinds.width()
        assert panel.who.minimumSizeHint().width() + sides < WIDTH


class TestNewClient:
    """Ctrl+N."""

    def open(self, desk: Desk) -> tuple[NewClientSheet, list[int]]:
        created: list[int] = []
        sheet = open_new_client(desk.window, desk.context, created.append)
        desk.settle()
        return sheet, created

    def test_name_and_ctrl_enter(self, desk: Desk) -> None:
        sheet, created = self.open(desk)
        desk.type("Boulangerie Sud")
        desk.key(Key.Key_Return, CTRL)
        assert not sheet.isVisible()
        assert desk.ask(client_views.client_detail, created[0], TODAY).values["name"] == "Boulangerie Sud"

    def test_name_and_enter(self, desk: Desk) -> None:
        sheet, created = self.open(desk)
        desk.key(Key.Key_Return)
        assert "cannot be empty" in sheet.form.fields["name"].error
        desk.type("Boulangerie Sud")
        desk.key(Key.Key_Return)
        assert not sheet.isVisible()
        assert len(created) == 1

    def test_several_in_a_row(self, desk: Desk) -> None:
        sheet, created = self.open(desk)
        for name in ("One", "Two"):
            desk.type(name)
            desk.key(Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert sheet.isVisible()
        assert len(created) == 2
        assert sheet.form.fields["name"].text() == ""
        assert desk.window.focusWidget() is sheet.first_field()

    def test_an_empty_name_is_said_under_the_field(self, desk: Desk) -> None:
        sheet, created = self.open(desk)
        sheet.form.fields["city"].editor.setText("Brest")  # type: ignore[union-attr]
        desk.key(Key.Key_Return, CTRL)
        assert "cannot be empty" in sheet.form.fields["name"].error
        assert sheet.form.fields["city"].text() == "Brest"
        assert created == []

    def test_a_look_alike_is_said_gently(self, desk: Desk) -> None:
        sheet, created = self.open(desk)
        desk.type("hotel e")
        desk.qtbot.wait(250)
        desk.settle()
        assert not sheet.warning.isVisible()
        desk.type("toille")
        desk.qtbot.waitUntil(sheet.warning.isVisible)
        assert "Hôtel Étoile (Brest) (similar name)" in sheet.warning.text()
        opened: list[int] = []
        sheet.open_existing.connect(opened.append)
        sheet.submit()
        desk.settle()
        assert len(created) == 1
        sheet, _ = self.open(desk)
        desk.type("garage nord")
        desk.qtbot.waitUntil(sheet.existing_buttons[0].isVisible)
        sheet.existing_buttons[0].click()
        assert opened == [2]
        assert not sheet.isVisible()

    @pytest.mark.parametrize(
        ("typed_in", "contact"),
        [
            (
                {"name": "Jo", "kind": "person", "email": "j@x.fr", "phone": ""},
                {"full_name": "Jo", "email": "j@x.fr", "phone": ""},
            ),
            ({"name": "Co", "kind": "organisation", "email": "c@x.fr", "phone": "1"}, None),
            (
                {"name": "Co", "kind": "organisation", "email": "c@x.fr", "phone": "1", "contact_name": "Al"},
                {"full_name": "Al", "email": "c@x.fr", "phone": "1"},
            ),
        ],
    )
    def test_who_carries_the_address(self, typed_in: dict[str, str], contact: dict[str, str] | None) -> None:
        values, found = split_values(typed_in)
        assert found == contact
        assert (values["email"] == "") is (contact is not None)

    def test_one_panel_at_a_time(self, desk: Desk) -> None:
        panel = desk.log(1)
        sheet, _ = self.open(desk)
        assert sheet.isVisible()
        assert not panel.isVisible()


class TestTyped:
    """Reading what people type."""

    @pytest.fixture(params=["en", "fr"])
    def language(self, request: pytest.FixtureRequest, qapp: QApplication) -> str:
        """Both languages, one after the other."""
        i18n.set_language(qapp, request.param)
        return str(request.param)

    @pytest.mark.parametrize(
        "text", ["2026-03-31", "31/03/2026", "31/3/26", "31.3.2026", "31-03-2026", " 31/3 ", "31 3 2026"]
    )
    def test_days(self, language: str, text: str) -> None:
        assert typed.read_day(text, TODAY) == date(2026, 3, 31)

    def test_the_month_first_where_people_write_so(self) -> None:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        assert typed.read_day("3/31/2026", TODAY) == date(2026, 3, 31)

    @pytest.mark.parametrize("text", ["31/02/2026", "soon", "1/1/1/1", "2026-13-01", "0/0/0"])
    def test_no_days(self, language: str, text: str) -> None:
        assert typed.read_day(text, TODAY) == text

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("1234.56", "1234.56"),
            ("1 234,56 €", "1234.56"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("€ 12", "12"),
            ("−3,5", "-3.5"),
            ("-3.5", "-3.5"),
            ("1\u202f000", "1000"),
        ],
    )
    def test_amounts(self, language: str, text: str, amount: str) -> None:
        assert typed.read_decimal(text) == Decimal(amount)

    def test_a_lone_comma_follows_the_language(self, qapp: QApplication) -> None:
        i18n.set_language(qapp, "en")
        assert typed.read_decimal("1,234") == 1234
        i18n.set_language(qapp, "fr")
        assert typed.read_decimal("1,234") == Decimal("1.234")

    @pytest.mark.parametrize("text", ["abc", "1-2", "1.2.3", "--"])
    def test_no_amounts(self, language: str, text: str) -> None:
        assert typed.read_decimal(text) == text

    @given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    def test_days_come_back(self, day: date) -> None:
        assert typed.read_day(typed.write_day(day), TODAY) == day

    @given(st.decimals(-(10**9), 10**9, places=6))
    def test_amounts_come_back(self, amount: Decimal) -> None:
        assert typed.read_decimal(typed.write_decimal(amount)) == amount

    @given(st.text(max_size=30))
    def test_nothing_typed_is_an_accident(self, text: str) -> None:
        for kind in ("date", "money", "tags", "text"):
            typed.read_value(text, kind, TODAY)

    def test_tags(self) -> None:
        assert typed.read_tags("vip, bio ;  long  word,, ") == ["vip", "bio", "long word"]
        assert typed.write_value(["vip", "bio"], "tags") == "vip, bio"
