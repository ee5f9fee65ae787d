"""The settings of reminders, working days and dues, by real clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import history
from portfolio_app.services.agenda_settings import book_agenda, set_agenda
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n
from portfolio_app.ui.country_names import COUNTRIES, country_name, named_countries
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.settings import SettingsPage
from portfolio_app.ui.widgets.fields import NumberEdit, TimeEdit
from tests.conftest import TODAY


@pytest.fixture
def page(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[SettingsPage]:
    """The page on an empty book; `page.book` is that."""
    book = make_book("settings.portfolio")
    ops = Operations(book, undo=history.undo, redo=history.redo)
    settings = Settings(language="en", theme="light")
    made = SettingsPage(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
    made.setProperty("book", book)
    ops.changed.connect(made.refresh)
    made.resize(1060, 660)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    qtbot.waitUntil(lambda: not ops.is_busy)
    yield made
    ops.shutdown()


def idle(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.waitUntil(lambda: not page.ops.is_busy)


def write(field: QWidget, text: str) -> None:
    """Type a number, and Enter."""
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


class TestReminders:
    def test_each_choice_is_kept_at_once(self, page: SettingsPage) -> None:
        card = page.reminders
        card.remind_at.setFocus()
        QTest.keyClick(card.remind_at, Qt.Key.Key_Up)
        QTest.keyClick(card.remind_at, Qt.Key.Key_Return)
        assert Settings.load().remind_at == "09:30"
        QTest.keyClick(card.is_quiet, Qt.Key.Key_Space)
        assert Settings.load().quiet_from == ""
        assert not card.quiet_to.isEnabled()
        QTest.keyClick(card.is_quiet, Qt.Key.Key_Space)
        assert (Settings.load().quiet_from, Settings.load().quiet_to) == ("20:00", "08:00")
        QTest.keyClick(card.is_on, Qt.Key.Key_Space)
        assert not Settings.load().notifications
        assert not card.remind_at.isEnabled()

    def test_it_can_be_tried(self, page: SettingsPage) -> None:
        asked: list[str] = []
        page.open_requested.connect(lambda kind, _: asked.append(kind))
        QTest.mouseClick(page.reminders.try_button, Qt.MouseButton.LeftButton)
        assert asked == ["try_reminder"]

    @pytest.mark.parametrize("value", ["24:00", "8:00", "noon", "", 8, None])
    def test_a_damaged_time_is_the_usual_one(self, value: object) -> None:
        Settings(quiet_to=value, remind_at=value, quiet_from=value or "x").save()  # type: ignore[arg-type]
        found = Settings.load()
        assert (found.remind_at, found.quiet_from, found.quiet_to) == ("08:30", "20:00", "08:00")


class TestWorkingDays:
    def test_the_week(self, qtbot: QtBot, page: SettingsPage) -> None:
        book: Book = page.property("book")
        card = page.working_days
        QTest.mouseClick(card.days[5], Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
        idle(qtbot, page)
        assert book_agenda(book).working_days == (0, 1, 2, 3, 4, 5)
        page.ops.undo()
        idle(qtbot, page)
        assert [day.isChecked() for day in card.days] == [True] * 5 + [False] * 2

    def test_one_day_stays(self, qtbot: QtBot, page: SettingsPage) -> None:
        book: Book = page.property("book")
        for day in page.working_days.days[:5]:
            QTest.keyClick(day, Qt.Key.Key_Space)
            idle(qtbot, page)
        assert book_agenda(book).working_days == (4,)
        assert page.working_days.days[4].isChecked()

    def test_country_and_region_say_the_holidays(self, qtbot: QtBot, page: SettingsPage) -> None:
        book: Book = page.property("book")
        card = page.working_days
        choose(card.country, "FR")
        idle(qtbot, page)
        assert card.region.isVisible()
        assert card.coming == "Next: 25 Dec Christmas Day · 1 Jan New Year's Day · 29 Mar Easter Monday"
        choose(card.region, "57")
        idle(qtbot, page)
        assert "26 Dec" in card.coming
        assert (book_agenda(book).country, book_agenda(book).region) == ("FR", "57")
        choose(card.country, "MA")
        idle(qtbot, page)
        assert not card.region.isVisible()
        assert book_agenda(book).region == ""

    def test_capacity_is_a_tick_and_a_number(self, qtbot: QtBot, page: SettingsPage) -> None:
        book: Book = page.property("book")
        tick, number = page.working_days.checks["capacity"], page.working_days.numbers["capacity"]
        assert not number.isEnabled()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        idle(qtbot, page)
        assert book_agenda(book).capacity == 12
        write(number, "8")
        idle(qtbot, page)
        assert book_agenda(book).capacity == 8
        QTest.keyClick(tick, Qt.Key.Key_Space)
        idle(qtbot, page)
        assert book_agenda(book).capacity is None
        page.ops.undo()
        idle(qtbot, page)
        assert tick.isChecked()
        assert number.value() == 8

    def test_a_country_unknown_here_stays(self, qtbot: QtBot, page: SettingsPage) -> None:
        page.ops.run(page, set_agenda_of, "QQ")
        idle(qtbot, page)
        assert page.working_days.country.currentData() == "QQ"


def set_agenda_of(book: Book, country: str) -> object:
    return set_agenda(book, country=country)


class TestDues:
    def test_numbers_and_ticks(self, qtbot: QtBot, page: SettingsPage) -> None:
        book: Book = page.property("book")
        card = page.dues
        write(card.numbers["complaint_days"], "3")
        idle(qtbot, page)
        write(card.numbers["deal_days"], "14")
        idle(qtbot, page)
        for name in ("survey_days", "rhythm", "complete_data", "birthdays", "anniversaries"):
            QTest.keyClick(card.checks[name], Qt.Key.Key_Space)
            idle(qtbot, page)
        agenda = book_agenda(book)
        assert (agenda.complaint_days, agenda.deal_days, agenda.survey_days) == (3, 14, 180)
        assert (agenda.rhythm, agenda.complete_data) == (False, False)
        assert (agenda.birthdays, agenda.anniversaries) == (True, True)

    def test_the_wheel_scrolls_the_page(self, qapp: QApplication, page: SettingsPage) -> None:
        for field in (page.dues.numbers["complaint_days"], page.reminders.remind_at):
            before = field.text()
            where = QPointF(5, 5)
            event = QWheelEvent(
                where,
                QPointF(field.mapToGlobal(QPoint(5, 5))),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(field, event)
            assert field.text() == before
            assert isinstance(field, (NumberEdit, TimeEdit))


def test_a_narrow_window_has_one_column(qtbot: QtBot, page: SettingsPage) -> None:
    page.resize(744, 520)
    qtbot.waitUntil(lambda: page.dues.y() > page.protection.y())
    assert page.dues.width() <= 744
    page.resize(1060, 660)
    qtbot.waitUntil(lambda: page.rhythm.x() > page.reminders.x())


def test_countries_are_named_and_in_order(qapp: QApplication) -> None:
    names = [name for name, _ in named_countries(("SE", "AX", "AT", "??", "ZW"))]
    assert names == ["Åland Islands", "Austria", "Sweden", "Zimbabwe"]
    assert country_name("??") == "??"
    assert len({country_name(code) for code in COUNTRIES}) == len(COUNTRIES)


def test_every_country_with_holidays_that_has_inhabitants_is_named() -> None:
    from portfolio_app.services import working_days

    nobody = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
    assert {code for code, _ in working_days.countries()} - set(COUNTRIES) <= nobody


@pytest.mark.parametrize("language", ["en", "fr"])
def test_times_are_read_back_in_any_language(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    field = TimeEdit("17:05")
    qtbot.addWidget(field)
    assert field.value() == "17:05"
    told: list[str] = []
    field.time_changed.connect(told.append)
    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["18:05"]


def test_regions_are_those_with_holidays_of_their_own() -> None:
    from portfolio_app.services import working_days

    assert ("57", "Moselle") in working_days.regions("FR", 2027)
    assert not [name for _, name in working_days.regions("FR", 2027) if name.startswith("Zone")]
    assert working_days.regions("BE", 2027) == []
    assert working_days.regions("", 2027) == []
    assert date(2026, 12, 26) in working_days.holidays_of("FR", "57", [2026])
