"""Choosing a later day: a menu of the usual ones, and a calendar for any other. Menus answer to digits."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QMenu, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.shell_actions import AZERTY_DIGITS
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.popup import Popup

Choose = Callable[[date], object]


def usual_days(today: date) -> list[tuple[str, date]]:
    """(words, day): tomorrow, Monday of next week, in two weeks, in a month."""
    monday = today + timedelta(days=7 - today.weekday())
    if monday - today == timedelta(days=1):  # on a Sunday, "tomorrow" says that already
        monday += timedelta(days=7)
    index = today.year * 12 + today.month
    year, month = index // 12, index % 12 + 1
    in_a_month = date(year, month, min(today.day, monthrange(year, month)[1]))
    return [
        (QCoreApplication.translate("Snooze", "Tomorrow"), today + timedelta(days=1)),
        (QCoreApplication.translate("Snooze", "Next week"), monday),
        (QCoreApplication.translate("Snooze", "In 2 weeks"), today + timedelta(days=14)),
        (QCoreApplication.translate("Snooze", "Next month"), in_a_month),
    ]


def digit_of(event: QKeyEvent) -> int:
    """1 to 9 for a digit key, also without Shift on a French keyboard; 0 for any other key."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    if held or len(text) != 1:
        return 0
    if text in "123456789":
        return int(text)
    return AZERTY_DIGITS.find(text.upper()) + 1


class NumberedMenu(QMenu):
    """A menu whose lines are numbered and chosen by their digit. It deletes itself when closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.numbered: list[QAction] = []

    def add_numbered(self, text: str, choose: Callable[[], object], beside: str = "") -> QAction:
        """Add the next line; `beside` stands at its right."""
        number = len(self.numbered) + 1
        shown = f"{number}  {plain_caption(text)}" if number < 10 else plain_caption(text)
        action = QAction(f"{shown}\t{beside}" if beside else shown, self)
        action.triggered.connect(lambda: choose())
        self.addAction(action)
        self.numbered.append(action)
        return action

    def showEvent(self, event: QShowEvent) -> None:
        """Be on the line that holds, else on the first: Enter takes it."""
        super().showEvent(event)
        usual = self.numbered or [action for action in self.actions() if action.isEnabled()]
        chosen = [action for action in usual if action.isChecked()] or usual
        if chosen and self.activeAction() is None:
            self.setActiveAction(chosen[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its line."""
        number = digit_of(event)
        if 0 < number <= len(self.numbered):
            self.close()
            self.numbered[number - 1].trigger()
        else:
            super().keyPressEvent(event)


class SnoozeMenu(NumberedMenu):
    """1 tomorrow, 2 next week, 3 in two weeks, 4 next month, 5 any day. `choose(day)` hears of it.

    `title` says what the day is for, "Postpone until" unless given.
    """

    def __init__(self, today: date, choose: Choose, parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self._today, self._choose, self._title = today, choose, title
        if title:
            self.addAction(plain_caption(title)).setEnabled(False)
        for words, day in usual_days(today):
            self.add_numbered(words, partial(choose, day), i18n.weekday(day))
        self.addSeparator()
        self.add_numbered(self.tr("Pick a date…"), self._pick)

    def _pick(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            DayPopup(self._today, self._choose, parent, self._title).open_at(self.pos())


class DayPopup(Popup):
    """A calendar that closes when a day is chosen, or with Esc."""

    def __init__(self, today: date, choose: Choose, parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self._choose = choose
        tomorrow = today + timedelta(days=1)
        title = title or self.tr("Postpone until")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(text_label(title, "strong"))
        self.calendar = QCalendarWidget()
        self.calendar.setMinimumDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(title)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        layout.addWidget(self.calendar)

    def open_at(self, place: QPoint) -> None:
        """Show it, ready for the keyboard."""
        self.adjustSize()
        super().open_at(place)
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the day, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, chosen: QDate) -> None:
        choose, day = self._choose, date(chosen.year(), chosen.month(), chosen.day())
        if self.isVisible():
            self.close()
            choose(day)
