"""Fields of forms that Qt does not have ready."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, QObject, QPoint, Qt, QTime, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSpinBox, QTimeEdit, QToolTip, QWidget

from portfolio_app.ui import i18n
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.typed_day import SEPARATORS, TypedDay

EARLIEST = date(1900, 1, 1)
"""No day before it is taken: a year half typed would be one."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class DateEdit(QDateEdit):
    """A calendar day with a pop-up calendar, in Python dates; a date may be typed whole or part by part."""

    day_changed = Signal(object)
    """The new `date`."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(i18n.qdate(day), parent)
        self._typed: TypedDay | None = None
        self.setMinimumDate(i18n.qdate(EARLIEST))
        self.lineEdit().installEventFilter(self)
        self.setCalendarPopup(True)
        self.setLocale(i18n.locale())
        pattern = i18n.locale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy"))
        self._told = day
        self.dateChanged.connect(self._tell)
        # Weekends in the colours of the other days: Qt's red is unreadable on dark.
        plain = QTextCharFormat()
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(weekday, plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and separators typed write a day over the whole selection, or over the part they stand in.

        Qt would take them part by part, and lose some of a date typed in one go.
        """
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._write(QGuiApplication.clipboard().text().strip())
            self._settle()
        elif self._typed is not None and event.key() == Qt.Key.Key_Escape:
            self._typed = None
            self._show_text(self.textFromDateTime(self.dateTime()))
        elif event.key() == Qt.Key.Key_Backspace and self._typed is not None:
            self._typed.backspace()
            self._show_text(self._typed.text(), self._typed.cursor())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._write("")
        elif _is_written(event) and (text.isdecimal() or self._typed is not None):
            self._write(text)
        elif event.key() in _MODIFIERS:
            super().keyPressEvent(event)
        else:
            self._settle()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts, once the field is left."""
        self._settle()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next part, and from the last one on to what follows; what was typed counts."""
        self._settle()
        return super().focusNextPrevChild(next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click ends the typing: it may go to another part."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._settle()
        return super().eventFilter(watched, event)

    def day(self) -> date:
        """The day shown, or typed if that is one."""
        typed = self._typed.day() if self._typed is not None else None
        if typed is not None and self._is_allowed(typed):
            return typed
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another day."""
        self._typed = None
        self.setDate(i18n.qdate(day))

    def _tell(self) -> None:
        """Tell the day, once: Qt says it again at every Enter."""
        if self.day() != self._told:
            self._told = self.day()
            self.day_changed.emit(self._told)

    def _write(self, keys: str) -> None:
        """Write these keys where the cursor stands."""
        edit = self.lineEdit()
        if self._typed is None:
            at = edit.selectionStart() if edit.hasSelectedText() else edit.cursorPosition()
            place = len(re.findall(r"\D+", edit.text()[:at]))
            shown = self.textFromDateTime(self.dateTime())
            self._typed = TypedDay(self.displayFormat(), shown, min(place, 2), is_whole=_is_whole(edit))
            self.setAccessibleDescription("")
        for key in keys:
            self._typed.key(key)
        self._show_text(self._typed.text(), self._typed.cursor())
        if self._typed.is_full:
            self._settle()

    def _settle(self) -> None:
        """Take the day typed; half a date, or none that can be, leaves the day as it was and says so."""
        typed, self._typed = self._typed, None
        if typed is None:
            return
        day = typed.day()
        good = day if day is not None and self._is_allowed(day) else None
        shown = self.textFromDateTime(self.dateTime() if good is None else _midnight(i18n.qdate(good)))
        self._show_text(shown)
        if good is not None:
            self.set_day(good)
        # Where Tab goes on from: the keys passed Qt by.
        self.setCurrentSection(self.sectionAt(min(typed.place, self.sectionCount() - 1)))
        if good is not None:
            return
        first, last = (self.textFromDateTime(_midnight(d)) for d in self._bounds())
        if day is None:
            text = self.tr("“{typed}” is not a whole date. {day} was kept.")
        elif i18n.qdate(day) < self.minimumDate():
            text = self.tr("“{typed}” is before {first}, the first day possible here. {day} was kept.")
        else:
            text = self.tr("“{typed}” is after {last}, the last day possible here. {day} was kept.")
        sentence = text.format(typed=typed.text(), day=shown, first=first, last=last)
        self.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain_tooltip(sentence), self)

    def _bounds(self) -> tuple[QDate, QDate]:
        return self.minimumDate(), self.maximumDate()

    def _is_allowed(self, day: date) -> bool:
        first, last = self._bounds()
        return first <= i18n.qdate(day) <= last

    def _show_text(self, text: str, cursor: int = 0) -> None:
        """Show what is written without Qt making a date of it."""
        edit = self.lineEdit()
        was_blocked, validator = edit.blockSignals(True), edit.validator()
        edit.setValidator(None)  # type: ignore[arg-type]
        edit.setText(text)
        edit.setCursorPosition(cursor)
        edit.setValidator(validator)
        edit.blockSignals(was_blocked)


def _midnight(day: QDate) -> QDateTime:
    return QDateTime(day, QTime(0, 0))


def _is_whole(edit: QLineEdit) -> bool:
    """Whether more than one part of the date is selected."""
    return len(re.findall(r"\d+", edit.selectedText())) > 1


def _is_written(event: QKeyEvent) -> bool:
    """Whether the key writes something a date is made of."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    text = event.text()
    return not held and len(text) == 1 and (text.isdecimal() or text in SEPARATORS)


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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless one works in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TimeEdit(QTimeEdit):
    """A time of day, as "08:30" whatever the language shows."""

    time_changed = Signal(str)
    """The new time, once the field is left or Enter pressed."""

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(i18n.locale())
        self.setDisplayFormat(i18n.locale().timeFormat(QLocale.FormatType.ShortFormat))
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = value
        self.set_value(value)
        self.editingFinished.connect(self._tell)

    def value(self) -> str:
        """The time shown."""
        return self.time().toString("HH:mm")

    def set_value(self, value: str) -> None:
        """Show another time."""
        self._told = value
        self.setTime(QTime.fromString(value, "HH:mm"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless one works in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.time_changed.emit(self._told)


class ChoiceBox(QComboBox):
    """A list of choices that the wheel scrolls past instead of changing, for pages that scroll."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
