"""Pieces of the Today page: a list of names that opens over it, revenue by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.widgets import (
    Card,
    ElidedLabel,
    text_label,
)
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.popup import Popup

if TYPE_CHECKING:
    pass

SHOWN_NAMES = 500


class NamesPopup(Popup):
    """A short list of clients that opens the one chosen."""

    chosen = Signal(int)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(text_label(title, "strong"))
        self.names = QListView()
        self.names.setModel(QStringListModel(self.names))
        self.names.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.names.setUniformItemSizes(True)
        self.names.setSpacing(3)
        self.names.setAccessibleName(title)
        self.names.setMouseTracking(True)
        self.names.clicked.connect(lambda index: self._choose(index.row()))
        layout.addWidget(self.names)
        self.rest = text_label("", "caption")
        self.rest.hide()
        layout.addWidget(self.rest)
        self.resize(320, 120)

    def show_names(self, names: Sequence[tuple[int, str]], total: int, place: QPoint) -> None:
        """Show them, with the popup's corner at `place`, kept on the screen."""
        self._ids = [client for client, _ in names]
        model = self.names.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([name for _, name in names])
        if total > len(names):
            self.rest.setText(self.tr("and %n more", "", total - len(names)))
            self.rest.show()
        height = (self.names.sizeHintForRow(0) + 6) * min(len(names), 10) + 8
        self.names.setFixedHeight(max(height, 40))
        self.adjustSize()
        self.resize(max(self.width(), 320), self.height())
        self.open_at(place)
        self.names.setFocus()
        self.names.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.names.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._ids) and self.isVisible():
            client = self._ids[row]
            self.close()
            self.chosen.emit(client)


class MonthsCard(Card):
    """Revenue of the last 12 calendar months, the current one marked as unfinished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Revenue by month"))
        self.chart = ChartView(self.tr("Revenue by month"), minimum=(200, 104))
        # What room there is, rather than the size it would like: the side must fit a small screen.
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.header.addWidget(self.chart.menu_button())
        self.body.addWidget(self.chart, 1)
        self._note = ElidedLabel("", "caption")
        self.body.addWidget(self._note)

    def show_months(self, months: Sequence[tuple[date, int]], as_of: date, currency: str) -> None:
        """Draw them; hidden without any sale."""
        self.setVisible(any(amount for _, amount in months))
        last_day = _is_last_day(as_of)
        self._note.setText(self.tr("Hatched: this month, up to {day}").format(day=i18n.day_month(as_of)))
        self._note.setVisible(not last_day)
        so_far = self.tr("{month}, up to today: {amount}")
        whole = self.tr("{month}: {amount}")
        tips = [
            (so_far if place == len(months) - 1 and not last_day else whole).format(
                month=i18n.month(month), amount=i18n.money(amount, currency)
            )
            for place, (month, amount) in enumerate(months)
        ]
        self.chart.draw(_drawing(months, currency, tips, unfinished=not last_day))


def _letter(month: date) -> str:
    return i18n.locale().standaloneMonthName(month.month, QLocale.FormatType.NarrowFormat)


def _is_last_day(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _drawing(
    months: Sequence[tuple[date, int]], currency: str, tips: Sequence[str], *, unfinished: bool
) -> Callable[[Any, Any], Any]:
    """What the chart thread runs: no widget in it, all words ready."""

    def draw(figure: Any, palette: Any) -> Any:
        import pandas as pd
        from matplotlib.patches import Rectangle

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.monthly_revenue import draw_monthly_revenue
        from portfolio_app.ui.widgets.chart_worker import ChartHits

        frame = pd.DataFrame(
            {"month": pd.to_datetime([month for month, _ in months]), "amount": [a for _, a in months]}
        )
        text = ChartText(money=lambda units: i18n.short_money(int(units), currency), month=_letter)
        axes = figure.add_subplot()
        hits = draw_monthly_revenue(axes, frame, palette, text)
        last = months[-1][1]
        if unfinished and last > 0:
            bar = Rectangle(
                (len(months) - 1.32, 0), 0.64, last, fill=False, hatch="/////", linewidth=0,
                edgecolor=palette.surface,
            )  # fmt: skip
            axes.add_patch(bar)
        return ChartHits(axes, hits, lambda row: tips[row])

    return draw
