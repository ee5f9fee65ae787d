"""What is asked of the concentration page: the period, the measure, and which side of the answer is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis.concentration_data import YEAR, Period, Question
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.fields import DateEdit

_PERIODS: tuple[Period, ...] = ("year", "all", "free")
_MEASURES = ("revenue", "margin")


class ViewSwitch(QWidget):
    """A row of buttons of which one is down."""

    chosen = Signal(str)

    def __init__(self, label: str, views: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`views`: (key, text) of each."""
        super().__init__(parent)
        self.setAccessibleName(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in views]
        self.buttons = {}
        for number, (key, text) in enumerate(views):
            item = button(text, small=True)
            item.setCheckable(True)
            self._group.addButton(item, number)
            layout.addWidget(item)
            self.buttons[key] = item
        self.buttons[self._keys[0]].setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def show_view(self, key: str) -> None:
        """Put the button of a view down."""
        self.buttons[key].setChecked(True)


class ConcentrationControls(QWidget):
    """Period and measure."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        today = context.today()
        self.start = DateEdit(today - timedelta(days=YEAR - 1))
        self.end = DateEdit(today)
        self._to = text_label(self.tr("to"), "muted")
        for field, name in ((self.start, self.tr("First day")), (self.end, self.tr("Last day"))):
            field.setAccessibleName(name)
            field.setKeyboardTracking(False)
            field.day_changed.connect(lambda _: self.changed.emit())
        self.period = self._combo(
            self.tr("Period"),
            (self.tr("12 rolling months"), self.tr("All time"), self.tr("From – to…")),
            _PERIODS,
        )
        self.measure = self._combo(
            self.tr("What is measured"), (self.tr("Revenue"), self.tr("Margin")), _MEASURES
        )
        for widget in (self.start, self._to, self.end, self.period, self.measure):
            layout.addWidget(widget)
        self._show_days()

    def question(self) -> Question:
        """What is asked now."""
        return Question(
            today=self._context.today(),
            period=self.period.currentData(),
            measure=self.measure.currentData(),
            start=min(self.start.day(), self.end.day()),
            end=max(self.start.day(), self.end.day()),
        )

    def choose(self, *, period: Period | None = None, measure: str | None = None) -> None:
        """Ask something else, as if the person had."""
        if period is not None:
            self.period.setCurrentIndex(_PERIODS.index(period))
        if measure is not None:
            self.measure.setCurrentIndex(_MEASURES.index(measure))
        self._on_chosen()

    def choose_year_to(self, day: date) -> None:
        """Ask for the 12 months up to a day."""
        for field, shown in ((self.start, day - timedelta(days=YEAR - 1)), (self.end, day)):
            was_blocked = field.blockSignals(True)
            field.set_day(shown)
            field.blockSignals(was_blocked)
        self.choose(period="free")

    def _combo(self, label: str, texts: tuple[str, ...], codes: tuple[str, ...]) -> QComboBox:
        result = QComboBox()
        result.setAccessibleName(label)
        for text, code in zip(texts, codes, strict=True):
            result.addItem(text, code)
        result.activated.connect(lambda _: self._on_chosen())
        return result

    def _on_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for widget in (self.start, self._to, self.end):
            widget.setVisible(self.period.currentData() == "free")
