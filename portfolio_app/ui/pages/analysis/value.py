"""What the clients are worth: simply, by their rhythm, with how sure that is; and what winning new ones may cost."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import ROW_HEIGHT
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.pages.analysis import value_charts as charts
from portfolio_app.ui.pages.analysis import value_data as data
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.value_cards import RetentionCard, SimpleCard
from portfolio_app.ui.pages.analysis.value_data import Answer, Question, ValueLine
from portfolio_app.ui.pages.analysis.value_spending import SpendingCard
from portfolio_app.ui.pages.analysis.value_table import COLUMNS_OF, columns
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import (
    Badge,
    Card,
    EmptyState,
    StatTile,
    button,
    plain_tooltip,
    scrolling,
    text_label,
)
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.fields import ChoiceBox, DateEdit, NumberEdit
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.value import Equity

HEADER, MOST_ROWS = 48, 10
"""The height of the table's header with the bar below it, and the rows shown without scrolling."""
HORIZONS = (6, 12, 24, 36, 60)


class ValueControls(QWidget):
    """The day looked from, how far ahead, and the discount rate."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rate_of_book: int | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.day = DateEdit(context.today())
        self.day.setAccessibleName(self.tr("Seen from this day"))
        self.day.setToolTip(plain_tooltip(self.day.accessibleName()))
        self.day.setKeyboardTracking(False)
        self.day.day_changed.connect(lambda _: self.changed.emit())
        self.horizon = ChoiceBox()
        self.horizon.setAccessibleName(self.tr("How far ahead"))
        self.horizon.setToolTip(plain_tooltip(self.horizon.accessibleName()))
        self.horizon.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.horizon.addItem(self.tr("As far as set"), None)
        for months in HORIZONS:
            self.horizon.addItem(self.tr("%n months ahead", "", months), months)
        self.horizon.activated.connect(lambda _: self.changed.emit())
        self.rate = NumberEdit(0, 100, 10, self.tr(" % a year"))
        self.rate.setAccessibleName(self.tr("Discount rate"))
        self.rate.setToolTip(self.tr("Discount rate: money to come is worth less by so much for each year."))
        self.rate.setKeyboardTracking(False)
        self.rate.valueChanged.connect(lambda _: self.changed.emit())
        for widget in (self.day, self.horizon, self.rate):
            layout.addWidget(widget)

    def question(self) -> Question:
        """What is asked now; a rate left as the book says it is not asked for."""
        rate = (
            None
            if self.rate.value() == self._rate_of_book or self._rate_of_book is None
            else self.rate.value() / 100
        )
        return Question(self.day.day(), self._context.today(), self.horizon.currentData(), rate)

    def show_settings(self, answer: Answer) -> None:
        """Say what the book's settings are; a rate the user changed here stays."""
        months, rate = answer.settings.horizon_months, round(answer.settings.discount_rate * 100)
        self.horizon.setItemText(0, self.tr("%n months ahead (set)", "", months))
        if self._rate_of_book is None or self.rate.value() == self._rate_of_book:
            was_blocked = self.rate.blockSignals(True)
            self.rate.setValue(rate)
            self.rate.blockSignals(was_blocked)
        self._rate_of_book = rate

    def look_from(self, day: date) -> None:
        """Ask from another day, as if the person had."""
        self.day.set_day(day)


class ValueTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._sort = ("value", True)
        self.controls = ValueControls(context)
        self.controls.changed.connect(self.load)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._area = scrolling(self._content())
        self._stack.addWidget(self._area)
        self._empty = self._empty_state()
        self._stack.addWidget(self._empty)

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def is_empty(self) -> bool:
        """Whether there is no client with an order."""
        return self._stack.currentWidget() is self._empty

    def load(self) -> None:
        """Ask for the values; then, as it takes longer, for those of the past quarters."""
        question, ops = self.controls.question(), self._context.operations
        ops.query(self, data.look, question, on_result=self._show, latest="value")
        ops.query(self, data.look_spent, question.as_of, on_result=self.spending.show_spent, latest="spent")
        asked = question.as_of, question.discount_rate
        ops.query(self, data.equity_days, *asked, on_result=partial(self._work_out, *asked), latest="equity")

    def _work_out(self, as_of: date, rate: float | None, days: tuple[date, ...]) -> None:
        """One day after the other, so that whatever else is asked need not wait for all of them."""
        ops = self._context.operations
        if days:
            then = partial(self._work_out, as_of, rate, days[1:])
            ops.query(self, data.work_out, as_of, days[0], rate, on_result=lambda _: then(), latest="equity")
        else:
            ops.query(self, data.look_equity, as_of, rate, on_result=self._show_equity, latest="equity")

    def show_item(self, item: dict[str, object]) -> None:
        """`spending`: where acquisition spending is noted."""
        if item.get("spending"):
            self._area.ensureWidgetVisible(self.spending)
            self.spending.add()

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.L)
        grid.addLayout(self._tile_row(), 0, 0, 1, 2)
        grid.addWidget(self._notice(), 1, 0, 1, 2)
        self.activity = self._chart(self.tr("Whom to keep, whom to rescue"))
        self.forecast = self._chart(self.tr("Forecast against reality"))
        self.by_segment = self._chart(self.tr("Value by segment, and what a new client may cost"))
        self.equity = self._chart(self.tr("Value of all clients over time"))
        self._grid = grid
        grid.addWidget(self.activity, 2, 0)
        grid.addWidget(self.forecast, 2, 1)
        grid.addWidget(self._table_card(), 3, 0, 1, 2)
        grid.addWidget(self.by_segment, 4, 0)
        grid.addWidget(self.equity, 4, 1)
        self.spending = SpendingCard(self._context)
        self.spending.open_requested.connect(self.open_requested)
        self.retention = RetentionCard()
        self.simple = SimpleCard()
        grid.addWidget(self.spending, 5, 0, 2, 1)
        grid.addWidget(self.retention, 5, 1)
        grid.addWidget(self.simple, 6, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return content

    def _tile_row(self) -> QHBoxLayout:
        labels = {
            "total": self.tr("Value of your clients"),
            "top": self.tr("Ten most valuable"),
            "orders": self.tr("Orders to come"),
            "new": self.tr("Most a new client may cost"),
            "level": self.tr("How sure"),
        }
        row = self._tiles_row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {key: StatTile(label) for key, label in labels.items()}
        for tile in self.tiles.values():
            tile.clicked.connect(partial(_explain, tile))
            row.addWidget(tile, 1)
        return row

    def _notice(self) -> Card:
        self.notice = Card(margin=theme.M)
        row = QHBoxLayout()
        self.badge = Badge()
        self.sentence = text_label("", wrap=True)
        self.last_sale_button = button("", self._look_at_last_sale)
        row.addWidget(self.badge)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.last_sale_button)
        self.notice.body.addLayout(row)
        return self.notice

    def _chart(self, title: str) -> ChartCard:
        card = ChartCard(self._context, title, minimum=(280, 260))
        card.open_requested.connect(self.open_requested)
        return card

    def _table_card(self) -> Card:
        card = Card(self.tr("Clients by value"))
        self.table_note = text_label("", "muted")
        card.header.addWidget(self.table_note)
        made = columns(self._context.currency, lambda: self._answer)
        self.model = LazyTableModel(self._context.operations, self._fetch, made, self)
        self.model.sort_requested.connect(self._sort_by)
        self.table = LazyTableView(self.model, self.tr("Clients by value"))
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        card.body.addWidget(self.table)
        return card

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "analysis",
            self.tr("What is each client worth?"),
            self.tr(
                "Once there are sales in the book, this page shows what each client should still bring you, how sure "
                "that is, and what winning a new one may cost."
            ),
            [
                (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )

    # Showing

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        is_empty = not answer.ids and answer.question.as_of >= answer.question.today
        self._stack.setCurrentWidget(self._empty if is_empty else self._area)
        self.controls.setVisible(not is_empty)
        if is_empty:
            return
        currency = self._context.currency()
        self.controls.show_settings(answer)
        for key, figure in words.figures(answer, currency).items():
            self.tiles[key].set_value(figure.value, figure.badge, figure.tone)
            self.tiles[key].set_explanation(figure.explain)
        for place, tile in enumerate(self.tiles.values()):
            self._tiles_row.setStretch(place, tile.full_width())
        self._show_notice(answer)
        self._arrange(bool(answer.level))
        self.activity.present(charts.activity(answer, currency))
        self.forecast.present(charts.forecast(answer, currency))
        self.by_segment.present(charts.by_segment(answer, currency))
        self.retention.show_answer(answer, currency)
        self.simple.show_answer(answer, currency)
        self._show_table(answer)

    def _arrange(self, has_forecast: bool) -> None:
        """Without a forecast only the facts are there: the orders so far take the whole row."""
        for card in (self.activity, self.by_segment, self.equity):
            card.setVisible(has_forecast)
        self.forecast.set_title(
            self.tr("Forecast against reality") if has_forecast else self.tr("Orders by month")
        )
        self._grid.addWidget(self.forecast, 2, 1 if has_forecast else 0, 1, 1 if has_forecast else 2)

    def _show_notice(self, answer: Answer) -> None:
        self.badge.set_text(words.level_name(answer.level), words.TONES[answer.level])
        self.sentence.setText(words.level_sentence(answer))
        last = answer.last_sale
        is_past = answer.values.why == "missing_months" and last is not None
        self.last_sale_button.setVisible(is_past)
        if is_past:
            self.last_sale_button.setText(self.tr("Look from {day}").format(day=i18n.short_date(last)))

    def _look_at_last_sale(self) -> None:
        if self._answer is not None and self._answer.last_sale is not None:
            self.controls.look_from(self._answer.last_sale)

    def _show_equity(self, found: tuple[Equity, dict[str, SegmentInfo]]) -> None:
        self.equity.present(charts.equity(found, self._context.currency()))

    def _show_table(self, answer: Answer) -> None:
        shown = COLUMNS_OF[answer.level]
        self.table.setFixedHeight(HEADER + ROW_HEIGHT * min(max(len(answer.ids), 2), MOST_ROWS))
        for place, column in enumerate(self.model.columns):
            self.table.setColumnHidden(place, column.key not in shown)
        key, descending = self._sort
        if key not in shown:
            key, descending = self._sort = ("simple", True) if "value" not in shown else ("value", True)
        self.table.stretch()
        if self._sort == (("value", True) if answer.level else ("simple", True)):
            self.model.set_ids(answer.ids, answer.first)
            self.table.show_sort(key, descending=descending)
        else:
            self._sort_by(key, descending)

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        answer = self._answer
        if answer is None:
            return
        self._context.operations.query(
            self,
            data.order,
            answer,
            key,
            descending,
            on_result=partial(self._sorted, key, descending),
            latest="order",
        )

    def _sorted(self, key: str, descending: bool, ids: list[int]) -> None:
        self.model.set_ids(ids)
        self.table.show_sort(key, descending=descending)

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, ValueLine]:
        return data.fetch(self._answer, ids)


def _explain(tile: StatTile) -> None:
    spot = tile.mapToGlobal(QPoint(tile.width() // 2, tile.height()))
    QToolTip.showText(QCursor.pos() if tile.underMouse() else spot, tile.toolTip(), tile)
