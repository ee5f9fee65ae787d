"""Choosing a later day: a menu of the usual ones, and a calendar for any other."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QMenu, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
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


def _day(day: date) -> str:
    return f"{i18n.locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {i18n.day_month(day)}"


class SnoozeMenu(QMenu):
    """1 tomorrow, 2 next week, 3 in two weeks, 4 next month, 5 any day. `choose(day)` hears of it."""

    def __init__(self, today: date, choose: Choose, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today, self._choose = today, choose
        for number, (words, day) in enumerate(usual_days(today), 1):
            shown = _day(day)
            self.addAction(f"&{number}  {words}\t{shown}", partial(choose, day))
        self.addSeparator()
        self.addAction(self.tr("&5  Pick a date…"), self._pick)

    def _pick(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            DayPopup(self._today, self._choose, parent).open_at(self.pos())


class DayPopup(Popup):
    """A calendar that closes when a day is chosen, or with Esc."""

    def __init__(self, today: date, choose: Choose, parent: QWidget) -> None:
        super().__init__(parent)
        self._choose = choose
        tomorrow = today + timedelta(days=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(text_label(self.tr("Postpone until"), "strong"))
        self.calendar = QCalendarWidget()
        self.calendar.setMinimumDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(self.tr("Postpone until"))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        layout.addWidget(self.calendar)

    def open_at(self, place: QPoint) -> None:
        """Show it with its corner at `place`, kept on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
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
