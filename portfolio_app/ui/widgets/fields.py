"""Fields of forms that Qt does not have ready."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QWidget

from portfolio_app.ui import i18n


class DateEdit(QDateEdit):
    """A calendar day with a pop-up calendar, in Python dates."""

    day_changed = Signal(object)
    """The new `date`."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setCalendarPopup(True)
        self.setLocale(i18n.locale())
        pattern = i18n.locale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy"))
        self.dateChanged.connect(lambda _: self.day_changed.emit(self.day()))
        # Weekends in the colours of the other days: Qt's red is unreadable on dark.
        plain = QTextCharFormat()
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(weekday, plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit typed where nothing is selected replaces the part of the date it stands in."""
        if event.text().isdigit() and not self.lineEdit().hasSelectedText():
            at = self.lineEdit().cursorPosition()
            if at == 0 or not self.text()[at - 1].isdigit():
                self.setSelectedSection(self.currentSection())
        super().keyPressEvent(event)

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))


class NumberEdit(QSpinBox):
    """A whole number between two bounds, with an optional suffix such as " d"."""

    def __init__(
        self, low: int, high: int, value: int, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setLocale(i18n.locale())
        self.lineEdit().setTextMargins(6, 0, 0, 0)


class ChoiceBox(QComboBox):
    """A list of choices that the wheel scrolls past instead of changing, for pages that scroll."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
