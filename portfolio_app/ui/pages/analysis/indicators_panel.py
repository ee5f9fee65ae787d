"""The list of indicators, and beside it the one that was chosen: its course, its meaning, its clients, its aim."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import BadgeCell, Cell, Spark
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import indicators_charts as charts
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_controls import TargetEditor
from portfolio_app.ui.pages.analysis.indicators_data import Answer, Chosen
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, FlowLayout, button, clear_layout, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.table_view import LazyTableView

YEARLY = frozenset(
    {"revenue", "margin", "orders", "new", "reactivated", "lost", "touches", "retention", "churn"}
)
"""Whose aims are for a year."""
FIRST = "retention"
AIM = 5
"""The column of the aims, which stands there once there is one."""


class IndicatorsPanel(QWidget):
    """Shows an `Answer`; asks for the one chosen."""

    open_requested = Signal(str, object)
    chosen = Signal(str)
    target_set = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._codes: list[str] = []
        self._is_filling = False
        self.code = FIRST
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        layout.addWidget(self._list(), 29)
        layout.addLayout(self._side(), 23)

    def show_answer(self, answer: Answer) -> None:
        """Show the figures of two periods."""
        self._answer = answer
        codes = self._codes = list(answer.view.indicators)
        rows = dict(enumerate(codes))
        self._is_filling = True
        self.model.set_ids(list(rows), rows)
        self.table.select_id(codes.index(self.code))
        self._is_filling = False
        self.table.setColumnHidden(AIM, not answer.view.targets)
        self.table.stretch()

    def show_chosen(self, shown: Chosen) -> None:
        """Show the course of one of them."""
        currency = self._context.currency()
        view, code = shown.view, shown.code
        self.course.set_title(words.name(code))
        self.course.present(charts.course(shown, currency))
        self.meaning.setText(words.meaning(code, view))
        self.target.show_target(
            view.indicators[code],
            view.targets.get(code),
            view.readings[code].value,
            currency,
            yearly=code in YEARLY,
        )
        clear_layout(self._groups)
        for group, ids in shown.detail.groups.items():
            if len(ids):
                text = words.group_count(group, len(ids))
                target = charts.clients_target(ids, f"{words.name(code)} · {words.group(group)}")
                if target is not None:
                    link = button(text, partial(self.open_requested.emit, *target), small=True)
                    self._groups.addWidget(link)

    # Building

    def _list(self) -> Card:
        card = Card(margin=theme.M)
        self.model = LazyTableModel(self._context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Indicators"))
        self.table.setSortingEnabled(False)
        self.table.setSelectionMode(LazyTableView.SelectionMode.SingleSelection)
        self.table.current_changed.connect(self._on_current)
        card.body.addWidget(self.table, 1)
        return card

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(theme.M)
        self.course = ChartCard(self._context, words.name(FIRST), minimum=(260, 150))
        self.course.open_requested.connect(self.open_requested)
        side.addWidget(self.course, 1)
        below = Card(margin=theme.M)
        self.meaning = text_label("", "muted", wrap=True)
        below.body.addWidget(self.meaning)
        holder = QWidget()
        self._groups = FlowLayout(holder)
        below.body.addWidget(holder)
        self.target = TargetEditor()
        self.target.target_set.connect(lambda target: self.target_set.emit(self.code, target))
        below.body.addWidget(self.target)
        side.addWidget(below)
        return side

    def _columns(self) -> list[Column]:
        return [
            Column(
                "name", self.tr("Indicator"), words.name, width=150, least=118, stretch=True, style="strong"
            ),
            Column("trend", self.tr("24 months"), self._spark, width=66),
            Column("value", self.tr("Period"), partial(self._value, "readings"), "right", width=70),
            Column(
                "before", self.tr("Against"), partial(self._value, "before"), "right", width=70, style="muted"
            ),
            Column("change", self.tr("Change"), self._change, width=82),
            Column("light", self.tr("Aim"), self._light, width=82, explain=words.target_meaning(False)),
        ]

    def _fetch(self, _: Any, ids: list[int]) -> dict[int, str]:
        return {each: self._codes[each] for each in ids if each < len(self._codes)}

    def _on_current(self, place: int | None) -> None:
        if place is None or self._is_filling:
            return
        code = self._codes[place]
        if code != self.code:
            self.code = code
            self.chosen.emit(code)

    # Cells

    def _spark(self, code: str) -> Cell:
        if self._answer is None:
            return ""
        course = self._answer.view.course[code].dropna()
        return Spark(course.tolist()) if len(course) > 1 else ""

    def _value(self, which: str, code: str) -> Cell:
        if self._answer is None:
            return ""
        view = self._answer.view
        unit = view.indicators[code].unit
        amount = getattr(view, which)[code].value
        if unit == "money" and amount is not None and abs(amount) >= 1e11:
            return i18n.short_money(round(amount), self._context.currency())
        return words.value(amount, unit, self._context.currency())

    def _change(self, code: str) -> Cell:
        if self._answer is None:
            return ""
        return BadgeCell(*words.change(code, self._answer.view))

    def _light(self, code: str) -> Cell:
        if self._answer is None:
            return ""
        return BadgeCell(*words.light(self._answer.view.lights[code]))
