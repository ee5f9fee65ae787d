"""Which period, against which other, and what an indicator aims at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_data import AGAINST, FREE, PERIODS, Days, Question
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.rule_editor_numbers import NumberBox
from portfolio_app.ui.widgets import FlowLayout, button, plain_tooltip, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox, DateEdit

if TYPE_CHECKING:
    from portfolio_app.analysis.kpis import Indicator

_FIELD_WIDTH = 92
_MOST = {"rate": 100.0, "ratio": 1_000.0, "score": 100.0, "years": 200.0}


class DaysChoice(QWidget):
    """A first and a last day."""

    changed = Signal()

    def __init__(self, context: UiContext, days: Days, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        self.first, self.last = DateEdit(days[0]), DateEdit(days[1])
        for field, title in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            field.setAccessibleName(f"{name}: {title}")
            field.setMaximumDate(i18n.qdate(context.today()))
            field.setKeyboardTracking(False)
            field.day_changed.connect(lambda _: self.changed.emit())
        layout.addWidget(self.first)
        layout.addWidget(text_label("–", "muted"))
        layout.addWidget(self.last)

    def days(self) -> Days:
        """The two days, in the order of the calendar."""
        first, last = sorted((self.first.day(), self.last.day()))
        return first, last


class IndicatorControls(QWidget):
    """The period and what it is compared with; `days` holds the fields for days of one's own, to be put elsewhere."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        today = context.today()
        year = timedelta(days=365)
        period_name, against_name = self.tr("Period"), self.tr("Compared with")
        self.period_days = DaysChoice(context, (today - year + timedelta(days=1), today), period_name)
        self.against_days = DaysChoice(
            context, (today - 2 * year + timedelta(days=1), today - year), against_name
        )
        self.period = self._choice(
            period_name,
            PERIODS,
            (
                self.tr("12 rolling months"),
                self.tr("12 whole months"),
                self.tr("This year so far"),
                self.tr("Last whole quarter"),
                self.tr("Last whole month"),
                self.tr("From – to…"),
            ),
        )
        self.against = self._choice(
            against_name,
            AGAINST,
            (self.tr("the same a year before"), self.tr("the period before"), self.tr("from – to…")),
        )
        layout.addWidget(self.period)
        layout.addWidget(text_label(self.tr("against"), "muted"))
        layout.addWidget(self.against)
        self.days = QWidget()
        beside = QHBoxLayout(self.days)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.S)
        self._against = text_label(self.tr("against"), "muted")
        for widget in (self.period_days, self._against, self.against_days):
            beside.addWidget(widget)
        for days in (self.period_days, self.against_days):
            days.changed.connect(self.changed)
        self._show_days()

    def question(self) -> Question:
        """What is asked now."""
        return Question(
            today=self._context.today(),
            period=self.period.currentData(),
            against=self.against.currentData(),
            days=self.period_days.days(),
            against_days=self.against_days.days(),
        )

    def choose(self, period: str = "", against: str = "") -> None:
        """Ask something else, as if the person had."""
        for box, code in ((self.period, period), (self.against, against)):
            if code:
                box.setCurrentIndex(max(0, box.findData(code)))
        self._on_chosen()

    def _choice(self, name: str, codes: tuple[str, ...], texts: tuple[str, ...]) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setToolTip(plain_tooltip(name))
        for code, text in zip(codes, texts, strict=True):
            box.addItem(text, code)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _: self._on_chosen())
        return box

    def _on_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        mine, other = self.period.currentData() == FREE, self.against.currentData() == FREE
        self.period_days.setVisible(mine)
        self.against_days.setVisible(other)
        self._against.setVisible(other)
        self.days.setVisible(mine or other)


class TargetEditor(QWidget):
    """What an indicator aims at, and what is still acceptable."""

    target_set = Signal(object)
    """(aimed at, still acceptable) in currency units or fractions, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        layout = FlowLayout(self)
        self.aimed, self.acceptable = self._field(self.tr("Aim")), self._field(self.tr("Acceptable"))
        self._label, self._acceptable = text_label("", "muted"), text_label(self.tr("acceptable"), "muted")
        for label, field in ((self._label, self.aimed), (self._acceptable, self.acceptable)):
            layout.addWidget(_beside(label, field))
        self.save = button(self.tr("Set aim"), self._emit, small=True)
        self.remove = button(
            self.tr("No aim"), lambda: self.target_set.emit(None), variant="ghost", small=True
        )
        layout.addWidget(_beside(self.save, self.remove))

    def show_target(
        self,
        indicator: Indicator,
        target: tuple[float, float] | None,
        now: float | None,
        currency: str,
        *,
        yearly: bool,
    ) -> None:
        """Show the aim of an indicator; without one, its present value is what one may start from."""
        is_part = indicator.unit in ("rate", "ratio")
        self._scale = 100.0 if is_part else 1.0
        # What stands before and after the digits in the language in use: "€0" or "0 €", "0 %".
        written = (
            i18n.percent(0) if is_part else i18n.money(0, currency) if indicator.unit == "money" else "0"
        )
        prefix, _, suffix = written.partition("0")
        most = _MOST.get(indicator.unit, 1e9)
        start = (now or 0.0) / (MONEY_SCALE if indicator.unit == "money" else 1)
        shown = target if target is not None else (start, start)
        for field, amount in zip((self.aimed, self.acceptable), shown, strict=True):
            blocker = QSignalBlocker(field)
            field.setDecimals(1 if is_part or indicator.unit == "years" else 0)
            field.setRange(-100.0 if indicator.unit == "score" else 0.0, most)
            field.setPrefix(prefix)
            field.setSuffix(suffix)
            field.setValue(amount * self._scale)
            blocker.unblock()
        self._label.setText(self.tr("Aim for a year") if yearly else self.tr("Aim"))
        self.remove.setVisible(target is not None)
        tip = words.target_meaning(yearly)
        for widget in (self.aimed, self.acceptable, self.save):
            widget.setToolTip(plain_tooltip(tip))

    def _field(self, name: str) -> NumberBox:
        field = NumberBox(0, 100, 1, ("", ""))
        field.setAccessibleName(name)
        field.setFixedWidth(_FIELD_WIDTH)
        return field

    def _emit(self) -> None:
        aimed, acceptable = self.aimed.value() / self._scale, self.acceptable.value() / self._scale
        self.target_set.emit((aimed, acceptable))


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets that stay together when the row is broken."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.XS)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
