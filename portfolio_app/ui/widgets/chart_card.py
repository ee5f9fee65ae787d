"""A card that answers one question: a sentence, the chart behind it, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets.basic import Card, text_label
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.chart_worker import Draw, Target
from portfolio_app.ui.widgets.table_view import LazyTableView


@dataclass(frozen=True)
class ChartTable:
    """The figures of a chart as rows: each column's `format(row)` makes a cell; `opens(place)` what a row opens.

    Rows that have an attribute or a field worth sorting by are given in the order they are to be read.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Any] = field(repr=False)
    opens: Callable[[int], Target | None] | None = None


@dataclass(frozen=True)
class Presented:
    """What a card shows. `sentence` says in words what the chart shows, and what it does not know.

    `draw` is None where there is nothing to draw: then the sentence says why. `note` stands under the chart.
    """

    sentence: str
    draw: Draw | None = field(default=None, repr=False)
    table: ChartTable | None = None
    note: str = ""


class ChartCard(Card):
    """Shows a `Presented`; a button turns the chart into its table and back, a menu saves or copies the chart."""

    open_requested = Signal(str, object)

    def __init__(
        self,
        context: UiContext,
        title: str,
        parent: QWidget | None = None,
        *,
        minimum: tuple[int, int] = (260, 200),
    ) -> None:
        super().__init__(title, parent)
        self._context = context
        self._shown: Presented | None = None
        self.sentence = text_label("", "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note = text_label("", "muted", wrap=True)
        self.note.hide()
        self.chart = ChartView(title, minimum=minimum)
        self.chart.client_clicked.connect(lambda client: self.open_requested.emit("client", client))
        self.chart.open_requested.connect(self.open_requested)
        self.chart.failed.connect(context.operations.failed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._model: LazyTableModel | None = None
        self.table: LazyTableView | None = None
        """The table, once it has been asked for."""
        self.switch = IconButton("columns", self.tr("Show as a table"))
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._turn)
        self.menu = self.chart.menu_button()
        self.header.addWidget(self.switch)
        self.header.addWidget(self.menu)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.note)

    def present(self, shown: Presented) -> None:
        """Show this instead of what was shown."""
        self._shown = shown
        self.sentence.setText(shown.sentence)
        self.note.setText(shown.note)
        self.note.setVisible(bool(shown.note))
        has_chart = shown.draw is not None
        self._stack.setVisible(has_chart)
        self.menu.setVisible(has_chart)
        self.switch.setVisible(has_chart and shown.table is not None)
        if shown.draw is not None:
            self.chart.setAccessibleDescription(shown.sentence)
            self.chart.draw(shown.draw)
        else:
            self.chart.clear()
        if shown.table is None or not has_chart:
            self.switch.setChecked(False)
        elif self.switch.isChecked():
            self._fill(shown.table)

    def _turn(self, as_table: bool) -> None:
        self.switch.setToolTip(self.tr("Show as a chart") if as_table else self.tr("Show as a table"))
        self.switch.setAccessibleName(self.switch.toolTip())
        if as_table and self._shown is not None and self._shown.table is not None:
            self._fill(self._shown.table)
        self._stack.setCurrentIndex(1 if as_table and self.table is not None else 0)

    def _fill(self, table: ChartTable) -> None:
        if self._model is None or self.table is None:
            self._model = LazyTableModel(self._context.operations, self._fetch, table.columns, self)
            self.table = LazyTableView(self._model, self.title())
            self.table.setSortingEnabled(False)
            self.table.activated_id.connect(self._activated)
            self._stack.addWidget(self.table)
        self._model.set_columns(table.columns)
        rows = dict(enumerate(table.rows))
        self._model.set_ids(list(rows), rows)

    def _fetch(self, _: Any, ids: list[int]) -> dict[int, Any]:
        table = self._shown.table if self._shown is not None else None
        return {} if table is None else {place: table.rows[place] for place in ids if place < len(table.rows)}

    def _activated(self, place: int) -> None:
        table = self._shown.table if self._shown is not None else None
        target = table.opens(place) if table is not None and table.opens is not None else None
        if target is not None:
            self.open_requested.emit(*target)
