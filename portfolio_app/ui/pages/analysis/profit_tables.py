"""What each client, and each segment, leaves: the tables of the Profit tab."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.item_models.cells import Chip
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import profit_data as data
from portfolio_app.ui.pages.analysis import profit_words as words
from portfolio_app.ui.pages.analysis.profit_data import Answer, Line, SegmentLine, Subject
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

_WIDE = {"segment_of": 920, "margin_rate": 690, "service": 620, "before": 820}
"""How wide the card must be for these columns to be shown."""


class TablesCard(Card):
    """The clients, or the segments; a row chosen asks for its statement."""

    subject_asked = Signal(object)
    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What each leaves"))
        self._context = context
        self._answer: Answer | None = None
        self._sort: tuple[str, bool] | None = None
        self.note = text_label(
            self.tr("A row chosen shows its statement; a double click opens it."), "muted", wrap=True
        )
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("By"))
        for text, code in ((self.tr("By client"), "client"), (self.tr("By segment"), "segment")):
            self.by.addItem(text, code)
        self.by.activated.connect(self._turn)
        self.header.addWidget(self.by)
        self.body.addWidget(self.note)
        operations = context.operations
        self.model = LazyTableModel(operations, self._fetch, self._client_columns(), self)
        self.model.sort_requested.connect(self._sort_by)
        self.table = LazyTableView(self.model, self.tr("What each client leaves"))
        self.table.current_changed.connect(self._on_client)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.segment_model = LazyTableModel(operations, self._fetch_segments, self._segment_columns(), self)
        self.segments = LazyTableView(self.segment_model, self.tr("What each segment leaves"))
        self.segments.setSortingEnabled(False)
        self.segments.current_changed.connect(self._on_segment)
        self.segments.activated_id.connect(self._list_segment)
        self._stack = QStackedWidget()
        for table in (self.table, self.segments):
            table.setSelectionMode(table.SelectionMode.SingleSelection)
            self._stack.addWidget(table)
        self._stack.setMinimumHeight(380)
        self.body.addWidget(self._stack)

    def show_answer(self, answer: Answer) -> None:
        """Show the clients, in the order chosen, and the segments."""
        self._answer = answer
        self.segment_model.set_ids(range(len(answer.segments)), dict(enumerate(answer.segments)))
        if self._sort is None:
            self._show_order((answer.ids, answer.first))
        else:
            self._sort_by(*self._sort)

    def _turn(self) -> None:
        self._stack.setCurrentIndex(self.by.currentIndex())

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        if self._answer is not None:
            self._context.operations.query(
                self, _order, self._answer, key, descending, on_result=self._show_order, latest="profit order"
            )

    def _show_order(self, found: tuple[list[int], dict[int, Line]]) -> None:
        self.model.set_ids(*found)
        if self._answer is not None:
            key, descending = self._sort or self._answer.sort
            self.table.show_sort(key, descending=descending)

    def _fetch(self, _: Any, ids: list[int]) -> dict[int, Line]:
        return {} if self._answer is None else data.lines(self._answer.view, ids)

    def _fetch_segments(self, _: Any, ids: list[int]) -> dict[int, SegmentLine]:
        found = () if self._answer is None else self._answer.segments
        return {place: found[place] for place in ids if place < len(found)}

    def _on_client(self, client: object) -> None:
        if isinstance(client, int):
            self.subject_asked.emit(Subject("client", str(client)))

    def _on_segment(self, place: object) -> None:
        if isinstance(place, int) and self._answer is not None and place < len(self._answer.segments):
            self.subject_asked.emit(Subject("segment", self._answer.segments[place].info.code))

    def _list_segment(self, place: int) -> None:
        if self._answer is None:
            return
        info = self._answer.segments[place].info
        of = self._answer.view.table["segment"]
        ids = tuple(of.index[(of == info.code).to_numpy()].tolist())
        self.open_requested.emit(
            "clients", {"ids": ids, "title": messages.segment_name(info.code, info.name)}
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all columns, those that say least give way."""
        super().resizeEvent(event)
        for table, model in ((self.table, self.model), (self.segments, self.segment_model)):
            for number, column in enumerate(model.columns):
                if column.key in _WIDE:
                    table.setColumnHidden(number, self.width() < _WIDE[column.key])
            table.stretch()

    # Columns

    def _money(self, units: int | None, *, mark: str = "") -> str:
        return i18n.NO_VALUE if units is None else mark + words.money(units, self._context.currency())

    def _client_columns(self) -> list[Column]:
        def right(key: str, title: str, width: int, text: Any, explain: str = "") -> Column:
            return Column(key, title, text, "right", key, width=width, explain=explain)

        return [
            Column("name", self.tr("Client"), lambda row: row.name, "left", "name", 180, "strong", True, least=120),
            Column("segment_of", self.tr("Segment"), self._segment, width=126, least=90),
            right("revenue", self.tr("Net revenue"), 104, lambda row: self._money(row.revenue)),
            right(
                "margin", self.tr("Margin"), 100, self._margin,
                self.tr("Net revenue less the cost of goods. *: of the part of the revenue whose cost is known."),
            ),
            right("margin_rate", self.tr("Rate"), 62, lambda row: _percent(row.margin_rate)),
            right(
                "service", self.tr("To serve"), 88, lambda row: self._money(row.service),
                self.tr("Deliveries, time, visits, acquisition and late payment."),
            ),
            right(
                "result", self.tr("Result"), 100, lambda row: self._money(row.result, mark=_mark(row)),
                self.tr("Margin less the cost to serve; not known where a cost of goods is missing."),
            ),
            right(
                "before", self.tr("Before"), 100, lambda row: self._money(row.before),
                self.tr("The result of the period before, of the same length."),
            ),
        ]  # fmt: skip

    def _segment_columns(self) -> list[Column]:
        def right(key: str, title: str, width: int, text: Any) -> Column:
            return Column(key, title, text, "right", width=width)

        return [
            Column(
                "segment", self.tr("Segment"), lambda row: _chip(row.info.code, row.info.name, row.info.colour),
                width=180, stretch=True, least=120,
            ),
            right("clients", self.tr("Clients"), 74, lambda row: i18n.number(row.statement.clients)),
            right("revenue", self.tr("Net revenue"), 104, lambda row: self._money(row.statement.revenue)),
            right("margin", self.tr("Margin"), 100, self._segment_margin),
            right("margin_rate", self.tr("Rate"), 62, lambda row: _percent(row.statement.margin_rate)),
            right("service", self.tr("To serve"), 88, lambda row: self._money(row.statement.service)),
            right("result", self.tr("Result"), 100, lambda row: self._money(row.statement.result)),
            right(
                "before", self.tr("Before"), 100,
                lambda row: self._money(None if row.before is None else row.before.result),
            ),
        ]  # fmt: skip

    def _margin(self, row: Line) -> str:
        text = self._money(row.margin, mark=_mark(row))
        return f"{text} *" if row.is_margin_part and row.margin is not None else text

    def _segment_margin(self, row: SegmentLine) -> str:
        statement = row.statement
        if not statement.has_margin:
            return i18n.NO_VALUE
        text = self._money(statement.margin, mark="≈ " if statement.estimated else "")
        return f"{text} *" if statement.unknown_lines and not statement.estimated else text

    def _segment(self, row: Line) -> Chip | str:
        infos = () if self._answer is None else self._answer.view.segments
        info = next((each for each in infos if each.code == row.segment), None)
        return "" if info is None else _chip(info.code, info.name, info.colour)


def _order(_: Any, answer: Answer, key: str, descending: bool) -> tuple[list[int], dict[int, Line]]:
    ids = data.ordered(answer.view, key, descending=descending)
    return ids, data.lines(answer.view, ids[: data.FIRST])


def _chip(code: str, name: str, colour: str) -> Chip:
    return Chip(messages.segment_name(code, name), colour)


def _percent(share: float | None) -> str:
    return i18n.NO_VALUE if share is None else i18n.percent(share)


def _mark(row: Line) -> str:
    return "≈ " if row.is_estimated else ""
