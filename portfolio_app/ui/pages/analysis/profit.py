"""Who earns you money: income statements, the whale curve, clients that cost more than they bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import profit_charts as charts
from portfolio_app.ui.pages.analysis import profit_data as data
from portfolio_app.ui.pages.analysis import profit_words as words
from portfolio_app.ui.pages.analysis.profit_cards import CostlyCard, StatementCard
from portfolio_app.ui.pages.analysis.profit_data import YEAR, Answer, Period, Question, Subject, Told
from portfolio_app.ui.pages.analysis.profit_tables import TablesCard
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import EmptyState, StatTile, plain_tooltip, scrolling, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.fields import DateEdit

_PERIODS: tuple[Period, ...] = ("year", "calendar", "all", "free")


class ProfitControls(QWidget):
    """Period, and whether unknown costs of goods are estimated."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        today = context.today()
        self.estimate = QCheckBox(self.tr("Estimate unknown costs"))
        self.estimate.setToolTip(
            plain_tooltip(
                self.tr(
                    "Sale lines without a cost get the margin rate of all the lines of the book that have one. What "
                    "rests on it is marked ≈."
                )
            )
        )
        self.estimate.hide()
        self.estimate.toggled.connect(lambda _: self.changed.emit())
        self.start = DateEdit(today - timedelta(days=YEAR - 1))
        self.end = DateEdit(today)
        self._to = text_label(self.tr("to"), "muted")
        for field, name in ((self.start, self.tr("First day")), (self.end, self.tr("Last day"))):
            field.setAccessibleName(name)
            field.setKeyboardTracking(False)
            field.day_changed.connect(lambda _: self.changed.emit())
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period"))
        texts = (
            self.tr("12 rolling months"), self.tr("Last calendar year"), self.tr("All time"), self.tr("From – to…"),
        )  # fmt: skip
        for text, code in zip(texts, _PERIODS, strict=True):
            self.period.addItem(text, code)
        self.period.activated.connect(lambda _: self._on_chosen())
        for widget in (self.estimate, self.start, self._to, self.end, self.period):
            layout.addWidget(widget)
        self._show_days()

    def question(self) -> Question:
        """What is asked now."""
        return Question(
            today=self._context.today(),
            period=self.period.currentData(),
            start=min(self.start.day(), self.end.day()),
            end=max(self.start.day(), self.end.day()),
            estimate=self.estimate.isChecked(),
        )

    def choose(self, period: Period) -> None:
        """Ask for another period, as if the person had."""
        self.period.setCurrentIndex(_PERIODS.index(period))
        self._on_chosen()

    def show_answer(self, answer: Answer) -> None:
        """An estimate can be had where some costs are not known and others are."""
        unknown = bool(answer.view.total.unknown_lines)
        self.estimate.setVisible(unknown and answer.view.can_estimate)

    def _on_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for widget in (self.start, self._to, self.end):
            widget.setVisible(self.period.currentData() == "free")


class ProfitTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._subject = Subject()
        context.operations.book_opened.connect(self._forget)
        self.controls = ProfitControls(context)
        self.controls.changed.connect(self.load)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._area = scrolling(self._content())
        self._stack.addWidget(self._area)
        self._empty: EmptyState | None = None

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def empty_state(self) -> EmptyState | None:
        """What stands in the place of the cards when there is nothing to tell."""
        return self._empty if self._stack.currentWidget() is self._empty else None

    def load(self) -> None:
        """Ask for the statements of the period chosen."""
        self._context.operations.query(
            self, data.look, self.controls.question(), self._subject, on_result=self._show, latest="profit"
        )

    def show_item(self, item: dict[str, object]) -> None:
        """A `client` (its id) or a `segment` (its code): its statement."""
        for kind in ("client", "segment"):
            if item.get(kind):
                self.show_subject(Subject(kind, str(item[kind])))

    def show_subject(self, subject: Subject) -> None:
        """Show the statement of the book, a segment or a client; where there is none, what is shown stays."""
        self._subject = subject
        if self._answer is None:
            return
        self._context.operations.query(
            self, _tell, self._answer, subject, on_result=self._show_told, latest="profit told"
        )

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, theme.XS, 0)
        rows.setSpacing(theme.L)
        rows.addLayout(self._tile_row())
        self.statement = StatementCard(self._context)
        self.whale = ChartCard(self._context, self.tr("Who earns you money"), minimum=(280, 230))
        self.income = ChartCard(self._context, self.tr("Where the revenue goes"), minimum=(280, 260))
        self.costly = CostlyCard(self._context)
        self.tables = TablesCard(self._context)
        for card in (self.statement, self.whale, self.income, self.costly, self.tables):
            card.open_requested.connect(self.open_requested)
        for card in (self.statement, self.costly, self.tables):
            card.subject_asked.connect(self.show_subject)
        rows.addLayout(_side_by_side((self.statement, 1), (self.whale, 1)))
        rows.addLayout(_side_by_side((self.tables, 5), (self.income, 4)))
        rows.addWidget(self.costly)
        return content

    def _tile_row(self) -> QHBoxLayout:
        labels = {
            "revenue": self.tr("Net revenue"),
            "margin": self.tr("Gross margin"),
            "service": self.tr("Cost to serve"),
            "result": self.tr("Result of the clients"),
            "losing": self.tr("Clients below zero"),
            "peak": self.tr("Peak of the curve"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {key: StatTile(label) for key, label in labels.items()}
        for tile in self.tiles.values():
            tile.clicked.connect(partial(_explain, tile))
            row.addWidget(tile, 1)
        return row

    # Showing

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self._subject = answer.told.subject
        self.controls.show_answer(answer)
        if answer.view.table.empty:
            self._show_empty(answer)
            return
        self._stack.setCurrentWidget(self._area)
        currency = self._context.currency()
        for key, figure in words.figures(answer, currency).items():
            self.tiles[key].set_value(figure.value, figure.badge, figure.tone)
            self.tiles[key].set_explanation(figure.explain)
        self._show_statement(answer)
        self.whale.present(charts.whale(answer, currency))
        self.costly.show_answer(answer)
        self.tables.show_answer(answer)

    def _show_told(self, told: Told | None) -> None:
        if told is not None and self._answer is not None:
            self._answer = replace(self._answer, told=told)
            self._show_statement(self._answer)

    def _show_statement(self, answer: Answer) -> None:
        self.statement.show_answer(answer)
        self.income.set_title(
            self.tr("Where the revenue goes · {name}").format(name=words.subject_name(answer.told))
        )
        self.income.present(charts.income(answer, self._context.currency()))

    def _show_empty(self, answer: Answer) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = self._empty_state(answer)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _empty_state(self, answer: Answer) -> EmptyState:
        if answer.last_sale is not None or answer.question.period in ("calendar", "free"):
            text = self.tr("No client bought or cost anything in this period ({period}).").format(
                period=words.period_text(answer.question)
            )
            if answer.last_sale is not None:
                day = i18n.short_date(answer.last_sale)
                text += " " + self.tr("The last sale before its end is of {day}.").format(day=day)
            all_time = (self.tr("All time"), lambda: self.controls.choose("all"))
            return EmptyState("calendar", self.tr("Nothing in this period"), text, [all_time])
        return EmptyState(
            "analysis",
            self.tr("Who earns you money?"),
            self.tr(
                "Once there are sales in the book, this page shows what each client leaves once discounts, goods, "
                "deliveries, time and visits are paid."
            ),
            [
                (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )

    def _forget(self, *_: object) -> None:
        self._answer, self._subject = None, Subject()


def _side_by_side(*cards: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.L)
    for card, share in cards:
        row.addWidget(card, share)
    return row


def _tell(_: Any, answer: Answer, subject: Subject) -> Told | None:
    return data.tell(answer.view, subject)


def _explain(tile: StatTile) -> None:
    spot = tile.mapToGlobal(QPoint(tile.width() // 2, tile.height()))
    QToolTip.showText(QCursor.pos() if tile.underMouse() else spot, tile.toolTip(), tile)
