"""The tables under the list of opportunities: what is bought together, and the segments that get too little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.cells import BadgeCell, Chip
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import opportunities_table_words as words
from portfolio_app.ui.pages.analysis.opportunities_charts import segment_names
from portfolio_app.ui.pages.analysis.opportunities_data import Answer, Rule, Served
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, plain_tooltip, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

HEAD, LINE, MOST = 40, 34, 9


class _TableCard(Card):
    """A sentence, and a table of rows that are all at hand."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._context = context
        self._rows: Sequence[Any] = ()
        self.sentence = text_label("", "muted", wrap=True)
        self.body.addWidget(self.sentence)
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, title)
        self.table.setSortingEnabled(False)
        self.body.addWidget(self.table)

    def show_rows(self, rows: Sequence[Any], sentence: str) -> None:
        """Show these, or only the sentence without any."""
        self._rows = rows
        self.sentence.setText(sentence)
        self.table.setVisible(bool(rows))
        self.table.setFixedHeight(HEAD + LINE * min(len(rows), MOST))
        self.model.set_ids(range(len(rows)), dict(enumerate(rows)))

    def _fetch(self, book: Any, places: list[int]) -> dict[int, Any]:
        return {place: self._rows[place] for place in places if place < len(self._rows)}

    def _columns(self) -> list[Column]:
        raise NotImplementedError


class RulesCard(_TableCard):
    """What is bought together, with the evidence."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_title(self.tr("What is bought together"))
        self.table.setAccessibleName(self.title())

    def show_answer(self, answer: Answer) -> None:
        """Show the rules that stand."""
        self.show_rows(answer.rules, words.rules_sentence(answer))

    def _columns(self) -> list[Column]:
        def lift(rule: Rule) -> str:
            return f"× {i18n.number(rule.lift, 1)}"

        def at_least(rule: Rule) -> str:
            return f"× {i18n.number(rule.lift_low, 1)}"

        def explained(key: str) -> str:
            return plain_tooltip(words.column_explanation(key))

        return [
            Column("a", self.tr("Who buys"), lambda rule: rule.a, width=150, style="strong"),
            Column("b", self.tr("also buys"), lambda rule: rule.b, width=150, stretch=True, style="strong"),
            Column("both", self.tr("Clients"), words.rule_evidence, "right", width=100),
            Column("confidence", self.tr("Confidence"), lambda rule: i18n.percent(rule.confidence), "right",
                   width=100, explain=explained("confidence")),
            Column("support", self.tr("Support"), lambda rule: i18n.percent(rule.support), "right",
                   width=100, explain=explained("support")),
            Column("lift", self.tr("Lift"), lift, "right", width=90, explain=explained("lift")),
            Column("low", self.tr("At least"), at_least, "right", width=90, explain=explained("lift_low")),
        ]  # fmt: skip


class ServedCard(_TableCard):
    """What each segment brings, and what it gets of your time."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_title(self.tr("Segments: what they bring, what they get"))
        self.table.setAccessibleName(self.title())
        self._names: dict[str, str] = {}

    def show_answer(self, answer: Answer) -> None:
        """Show the segments."""
        self._names = segment_names(answer)
        self.show_rows(answer.served, words.served_sentence(answer, self._names))

    def _columns(self) -> list[Column]:
        none = i18n.NO_VALUE

        def money(units: int) -> str:
            return i18n.short_money(units, self._context.currency())

        def percent(part: float | None) -> str:
            return none if part is None else i18n.percent(part)

        def on_time(each: Served) -> str:
            return f"{i18n.number(each.on_time)} / {i18n.number(each.of)}" if each.of else none

        def explained(key: str) -> str:
            return plain_tooltip(words.column_explanation(key))

        return [
            Column("name", self.tr("Segment"), lambda each: Chip(self._names.get(each.segment, ""), each.colour),
                   width=170, stretch=True),
            Column("clients", self.tr("Clients"), lambda each: i18n.number(each.clients), "right", width=70),
            Column("revenue", self.tr("Revenue"), lambda each: money(each.revenue), "right", width=90,
                   explain=explained("revenue")),
            Column("potential", self.tr("Opportunities"), lambda each: money(each.potential), "right", width=100,
                   explain=explained("potential")),
            Column("worth", self.tr("Part of the worth"), lambda each: percent(each.worth), "right", width=100,
                   explain=explained("worth")),
            Column("touches", self.tr("Part of the contacts"), lambda each: percent(each.touch_share), "right",
                   width=110, explain=explained("touches")),
            Column("on_time", self.tr("Seen in time"), on_time, "right", width=90, explain=explained("on_time")),
            Column("why", "", lambda each: BadgeCell(*words.served_words(each)), "right", width=140),
        ]  # fmt: skip
