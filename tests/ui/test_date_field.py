"""Dates typed into a date field, by keys, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.ui import i18n
from portfolio_app.ui.widgets.fields import DateEdit

START = date(2026, 11, 22)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Where the field stands, with another one to go to."""
    result = QWidget()
    QVBoxLayout(result).addWidget(QLineEdit())
    qtbot.addWidget(result)
    return result


def field(window: QWidget, pattern: str = "") -> DateEdit:
    """A field that has the keyboard."""
    found = DateEdit(START)
    if pattern:
        found.setDisplayFormat(pattern)
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, found)
    window.show()
    window.activateWindow()
    found.setFocus()
    QTest.qWaitForWindowActive(window)
    return found


def leave(window: QWidget) -> None:
    """Go to the other field."""
    next(each for each in window.findChildren(QLineEdit) if each.parent() is window).setFocus()


def select_all(qtbot: QtBot, edit: DateEdit) -> None:
    qtbot.mouseClick(edit.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("tracking", [True, False])
def test_a_whole_date_is_typed_over_everything(
    qtbot: QtBot, window: QWidget, qapp: QApplication, language: str, tracking: bool
) -> None:
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    try:
        edit = field(window)
        edit.setKeyboardTracking(tracking)
        days: list[date] = []
        edit.day_changed.connect(days.append)
        select_all(qtbot, edit)
        typed = "15/03/2026" if edit.displayFormat().startswith("d") else "03/15/2026"
        qtbot.keyClicks(edit, typed)
        assert (edit.day(), days) == (date(2026, 3, 15), [date(2026, 3, 15)])
        # Once more, without blanks or signs, and with the year in two digits.
        select_all(qtbot, edit)
        qtbot.keyClicks(edit, typed.replace("/", "").replace("2026", "27"))
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert days[1:] == [date(2027, 3, 15)]
        assert edit.text() == edit.textFromDateTime(edit.dateTime())
    finally:
        i18n.set_language(qapp, "en")


@pytest.mark.parametrize("pattern", ["dd/MM/yyyy", "M/d/yyyy", "yyyy-MM-dd", "d.M.yyyy"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Home, None])
def test_from_the_beginning_and_in_any_order_of_the_parts(
    qtbot: QtBot, window: QWidget, pattern: str, key: Qt.Key | None
) -> None:
    edit = field(window, pattern)
    edit.setSelectedSection(edit.sectionAt(0))
    if key is not None:
        qtbot.keyClick(edit, key)
    text = pattern.replace("dd", "d").replace("MM", "M").replace("yyyy", "2026")
    qtbot.keyClicks(edit, text.replace("d", "5").replace("M", "3"))
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.day() == date(2026, 3, 5)
    assert edit.accessibleDescription() == ""


def test_a_part_is_typed_alone(qtbot: QtBot, window: QWidget) -> None:
    edit = field(window, "dd/MM/yyyy")
    edit.setSelectedSection(DateEdit.Section.MonthSection)
    qtbot.keyClicks(edit, "3")
    assert edit.text() == "22/3/2026"
    assert edit.day() == date(2026, 3, 22)
    leave(window)
    assert (edit.date(), edit.text()) == (i18n.qdate(date(2026, 3, 22)), "22/03/2026")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "2024")
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.day() == date(2025, 3, 22)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("31/02/2026", "whole"),
        ("15/03", "whole"),
        ("1/1/1752", "before"),
        ("23/11/2026", "after"),
        ("1", "wh"),
    ],
)
def test_half_or_impossible_dates_leave_the_day_and_say_so(
    qtbot: QtBot, window: QWidget, typed: str, word: str
) -> None:
    edit = field(window, "dd/MM/yyyy")
    edit.setMaximumDate(i18n.qdate(START))
    days: list[date] = []
    edit.day_changed.connect(days.append)
    select_all(qtbot, edit)
    qtbot.keyClicks(edit, typed)
    assert edit.day() == START
    leave(window)
    assert (edit.day(), edit.text(), days) == (START, "22/11/2026", [])
    assert word in edit.accessibleDescription()
    assert "22/11/2026" in edit.accessibleDescription()
    edit.setFocus()
    select_all(qtbot, edit)
    qtbot.keyClicks(edit, "01/02/2025")
    assert (days, edit.accessibleDescription()) == ([date(2025, 2, 1)], "")


def test_keys_can_be_taken_back_and_a_date_pasted(qtbot: QtBot, window: QWidget) -> None:
    edit = field(window, "dd/MM/yyyy")
    select_all(qtbot, edit)
    qtbot.keyClicks(edit, "15/04")
    for _ in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "/03/2026")
    assert edit.day() == date(2026, 3, 15)
    select_all(qtbot, edit)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, "9")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.day(), edit.text()) == (date(2026, 3, 15), "15/03/2026")
    QGuiApplication.clipboard().setText(" 01/02/2026\n")
    select_all(qtbot, edit)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.day() == date(2026, 2, 1)


def test_tab_goes_from_part_to_part_and_out_after_a_whole_date(qtbot: QtBot, window: QWidget) -> None:
    edit = field(window, "dd/MM/yyyy")
    edit.setSelectedSection(DateEdit.Section.DaySection)
    qtbot.keyClicks(edit, "9")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(edit, "8")
    assert edit.day() == date(2026, 8, 9)
    select_all(qtbot, edit)
    qtbot.keyClicks(edit, "15/03/2026")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()
    assert edit.day() == date(2026, 3, 15)
