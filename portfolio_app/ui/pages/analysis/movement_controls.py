"""Since when: a month, a quarter, a year, or days chosen freely."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis.segments_data import months_before
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import plain_tooltip, text_label
from portfolio_app.ui.widgets.fields import DateEdit

MONTHS = {"month": 1, "quarter": 3, "year": 12}
FREE = "free"


class SinceChoice(QWidget):
    """A first day and a last one; of the ready choices the last day is today."""

    changed = Signal()

    def __init__(self, context: UiContext, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        today = context.today()
        self.preset = QComboBox()
        self.preset.setAccessibleName(label)
        self.preset.setToolTip(plain_tooltip(label))
        for code, text in (
            ("month", self.tr("Since a month ago")),
            ("quarter", self.tr("Since a quarter ago")),
            ("year", self.tr("Since a year ago")),
            (FREE, self.tr("From – to…")),
        ):
            self.preset.addItem(text, code)
        self.preset.setCurrentIndex(1)
        self.preset.activated.connect(lambda _: self._on_preset())
        self.start = self._day(months_before(today, MONTHS["quarter"]), self.tr("First day"))
        self._to = text_label(self.tr("to"), "muted")
        self.end = self._day(today, self.tr("Last day"))
        self._extra = (self.start, self._to, self.end)
        for widget in (self.start, self._to, self.end, self.preset):
            layout.addWidget(widget)
        self._show_days()

    def since(self) -> date:
        """The first day."""
        months = MONTHS.get(self.preset.currentData())
        if months is not None:
            return months_before(self._context.today(), months)
        return min(self.start.day(), self.end.day())

    def until(self) -> date:
        """The last day."""
        if self.preset.currentData() != FREE:
            return self._context.today()
        return max(self.start.day(), self.end.day())

    def choose(self, preset: str = "", start: date | None = None, end: date | None = None) -> None:
        """Ask something else, as if the person had."""
        if start is not None:
            self.start.set_day(start)
            preset = FREE
        if end is not None:
            self.end.set_day(end)
        self.preset.setCurrentIndex(max(0, self.preset.findData(preset)))
        self._on_preset()

    def _day(self, day: date, name: str) -> DateEdit:
        field = DateEdit(day)
        field.setAccessibleName(name)
        field.setMaximumDate(i18n.qdate(self._context.today()))
        field.setKeyboardTracking(False)
        field.day_changed.connect(lambda _: self._on_day())
        return field

    def _on_day(self) -> None:
        if self.preset.currentData() == FREE:
            self.changed.emit()

    def _on_preset(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        months = MONTHS.get(self.preset.currentData())
        if months is not None:
            today = self._context.today()
            for field in (self.start, self.end):
                field.setMaximumDate(i18n.qdate(today))
            self.start.set_day(months_before(today, months))
            self.end.set_day(today)
        for widget in self._extra:
            widget.setVisible(months is None)
