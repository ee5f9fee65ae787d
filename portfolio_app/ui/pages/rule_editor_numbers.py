"""A number in a rule: a box to type it in and a slider that moves over sensible values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil, floor, isfinite, log10

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSizePolicy, QSlider, QWidget

from portfolio_app.analysis.columns import Column
from portfolio_app.models.money import MAX_MONEY, MONEY_SCALE
from portfolio_app.ui import i18n, metric_words, theme

MOST = 1_000_000_000.0
_MANTISSAS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
_STOPS = 100
_USUAL: dict[str, tuple[float, float]] = {
    "money": (0, 50_000),
    "percent": (0, 100),
    "days": (0, 730),
    "count": (0, 30),
}
"""Where sliders move in a book that says nothing itself."""
_FIXED: dict[str, tuple[float, float]] = {
    "clients_before": (0, 100), "share_before": (0, 100), "cumulative_share": (0, 100), "p_overdue": (0, 50),
    "p_active": (0, 100),
    "recency_score": (1, 5), "frequency_score": (1, 5), "monetary_score": (1, 5), "nps_last": (0, 10),
    "nps_mean": (0, 10), "csat_last": (1, 5), "csat_mean": (1, 5), "growth": (-100, 200),
    "margin_rate": (-20, 100), "lateness": (0, 6), "age_years": (0, 100), "recency_days": (0, 730),
    "days_since_touch": (0, 730), "tenure_days": (0, 3_650), "returns_rate": (0, 100),
}  # fmt: skip
"""Ranges that do not depend on the book, in the unit that is typed."""


def scale_of(column: Column) -> float:
    """How many units of the column one unit that people type is: a cent is 0.01, 12 % is 0.12."""
    if column.kind == "money":
        return MONEY_SCALE
    return 0.01 if column.name in metric_words.PERCENTS else 1.0


def decimals_of(column: Column) -> int:
    """How many decimals people may type."""
    if column.kind == "money":
        return 2
    if column.kind == "int":
        return 0
    return 1 if column.name in metric_words.PERCENTS or column.name in metric_words.DAYS else 2


def unit_of(column: Column, currency: str) -> tuple[str, str]:
    """What stands before and after the number in its box."""
    space = i18n.NBSP
    if column.kind == "money":
        symbol = i18n.currency_symbol(currency)
        leads = i18n.money(0, currency).startswith(symbol)
        return (symbol, "") if leads else ("", f"{space}{symbol}")
    if column.name in metric_words.PERCENTS:
        return "", i18n.percent(0).removeprefix(i18n.number(0))
    if column.name in metric_words.DAYS:
        return "", days_unit()
    if column.name == metric_words.TIMES:
        return "", f"{space}×"
    return "", f"{space}min" if column.name in metric_words.MINUTES else ""


def days_unit() -> str:
    """ " d", after a number of days."""
    return i18n.NBSP + QCoreApplication.translate("NumberField", "d", "days, very short")


def stops(column: Column, known: tuple[float, float] | None, value: float) -> list[float]:
    """The values a slider stops at, in the unit that is typed; `known` is where the book's clients lie."""
    scale = scale_of(column)
    if column.name in _FIXED:
        low, high = _FIXED[column.name]
    elif known is not None and known[1] > known[0]:
        low, high = known[0] / scale, known[1] / scale
    else:
        low, high = _USUAL[_sort(column)]
    low, high = min(low, 0.0, value) if column.name not in _FIXED else min(low, value), max(high, value)
    if column.kind == "money" and low >= 0:
        return _growing(high)
    return _even(low, high, decimals_of(column))


def _sort(column: Column) -> str:
    if column.kind == "money":
        return "money"
    if column.name in metric_words.PERCENTS:
        return "percent"
    return "days" if column.name in metric_words.DAYS else "count"


def _growing(high: float) -> list[float]:
    """0, then round amounts that grow by about a fifth, up to one that is not below `high`."""
    top = ceil(log10(max(high, 100)))
    found = [0.0, *(m * 10**power for power in range(max(top - 4, 0), top + 1) for m in _MANTISSAS)]
    return found[: bisect_left(found, high) + 1]


def _even(low: float, high: float, decimals: int) -> list[float]:
    """Round values at equal distances."""
    rough = max((high - low) / _STOPS, 10.0**-decimals)
    unit = 10 ** floor(log10(rough))
    step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= rough * 0.999)
    first, last = floor(low / step), ceil(high / step)
    return [round(place * step, 6) for place in range(first, last + 1)]


class NumberBox(QDoubleSpinBox):
    """A number with its unit, as many decimals as it takes; the wheel scrolls the page."""

    def __init__(self, low: float, high: float, decimals: int, unit: tuple[str, str]) -> None:
        super().__init__()
        self.setLocale(i18n.locale())
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setPrefix(unit[0])
        self.setSuffix(unit[1])
        self.setKeyboardTracking(True)
        self.setGroupSeparatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 0, 0)

    def textFromValue(self, value: float) -> str:
        """Without the zeros nobody would write."""
        decimals = next(
            (n for n in range(self.decimals()) if round(value, n) == round(value, self.decimals())),
            self.decimals(),
        )
        return self.locale().toString(value, "f", decimals)

    def sizeHint(self) -> QSize:
        """Room for an amount, not for the largest number there is."""
        usual, own = "−8 888 888 min", f"{self.prefix()}−8 888 888{self.suffix()}"
        wide = max(self.fontMetrics().horizontalAdvance(text) for text in (usual, own))
        return QSize(wide + 44, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As its size."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QWidget):
    """Box and slider of one number. Values go in and out in the unit of the rule."""

    changed = Signal(float)

    def __init__(
        self,
        name: str,
        value: float,
        *,
        scale: float = 1.0,
        decimals: int = 0,
        unit: tuple[str, str] = ("", ""),
        low: float = -MOST,
        high: float = MOST,
        at: Sequence[float] = (),
    ) -> None:
        super().__init__()
        self._scale, self._whole = scale, decimals == 0
        self._stops = list(at) or [0.0, 1.0]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.box = NumberBox(low, high, decimals, unit)
        self.box.setAccessibleName(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("{name}, slider").format(name=name))
        self.slider.setRange(0, len(self._stops) - 1)
        self.slider.setPageStep(max(len(self._stops) // 10, 1))
        self.slider.setMinimumWidth(80)
        layout.addWidget(self.box)
        layout.addWidget(self.slider, 1)
        self.setFocusProxy(self.box)
        self.set_value(value)
        self.box.valueChanged.connect(self._typed)
        self.slider.valueChanged.connect(self._slid)

    @classmethod
    def of_column(
        cls, column: Column, value: float, currency: str, known: tuple[float, float] | None, name: str
    ) -> NumberField:
        """The field of an indicator's own number."""
        scale = scale_of(column)
        most = float(MAX_MONEY) if column.kind == "money" else MOST
        return cls(
            name,
            value,
            scale=scale,
            decimals=decimals_of(column),
            unit=unit_of(column, currency),
            low=-most,
            high=most,
            at=stops(column, known, value / scale),
        )

    @classmethod
    def of_percentile(cls, value: float, name: str) -> NumberField:
        """The field of a percentile."""
        unit = "", i18n.percent(0).removeprefix(i18n.number(0))
        return cls(name, value, unit=unit, low=0, high=100, at=range(0, 101))

    @classmethod
    def of_days(cls, value: float, name: str, most: int) -> NumberField:
        """The field of a number of days before or after today."""
        return cls(name, value, unit=("", days_unit()), low=0, high=most, at=_even(0, max(730.0, value), 0))

    def value(self) -> float:
        """The number, in the unit of the rule; whole where it must be."""
        exact = self.box.value() * self._scale
        # 0.1 × 1000000 must not become 99999.99999: what was typed has few decimals.
        rounded = round(exact, 6)
        return int(rounded) if rounded == int(rounded) and (self._whole or self._scale > 1) else rounded

    def set_value(self, value: float) -> None:
        """Show a number without telling."""
        shown = value / self._scale if isfinite(value) else 0.0
        for field, number in ((self.box, shown), (self.slider, self._nearest(shown))):
            was_blocked = field.blockSignals(True)
            field.setValue(number)  # type: ignore[arg-type]
            field.blockSignals(was_blocked)

    def _nearest(self, shown: float) -> int:
        place = bisect_left(self._stops, shown)
        around = [p for p in (place - 1, place) if 0 <= p < len(self._stops)]
        return min(around, key=lambda p: abs(self._stops[p] - shown))

    def _typed(self, shown: float) -> None:
        was_blocked = self.slider.blockSignals(True)
        self.slider.setValue(self._nearest(shown))
        self.slider.blockSignals(was_blocked)
        self.changed.emit(self.value())

    def _slid(self, place: int) -> None:
        was_blocked = self.box.blockSignals(True)
        self.box.setValue(self._stops[place])
        self.box.blockSignals(was_blocked)
        self.changed.emit(self.value())
