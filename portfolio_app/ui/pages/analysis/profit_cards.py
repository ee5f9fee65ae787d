"""The cards of the Profit tab: an income statement, and the clients that cost more than they bring."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import BadgeCell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import profit_words as words
from portfolio_app.ui.pages.analysis.profit_data import Answer, CostlyLine, Subject
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Badge, Card, button, clear_layout, line, plain_tooltip, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

MOST_ROWS = 8
"""More clients than that scroll inside the table."""


class StatementCard(Card):
    """The statement of the whole book, a segment or a client beside that of the period before."""

    subject_asked = Signal(object)
    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._client = 0
        self.open_button = button(self.tr("Open client"), self._open, small=True)
        self.back_button = button(self.tr("Whole book"), self._back, icon="chevron-left", small=True)
        self.header.addWidget(self.open_button)
        self.header.addWidget(self.back_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.notes = text_label("", "muted", wrap=True)
        self.body.addWidget(self.notes)
        to_settings = partial(self.open_requested.emit, "settings", None)
        self.costs_button = button(
            self.tr("Set what serving costs…"), to_settings, variant="link", small=True
        )
        self.body.addWidget(self.costs_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_answer(self, answer: Answer) -> None:
        """Show the statement of the subject chosen."""
        told, view = answer.told, answer.view
        subject = told.subject
        self._client = int(subject.key) if subject.kind == "client" else 0
        is_book = subject.kind == "book"
        self.set_title(self.tr("Income statement") if is_book else words.subject_name(told))
        self.open_button.setVisible(subject.kind == "client")
        self.back_button.setVisible(not is_book)
        clear_layout(self._grid)
        has_before = told.before is not None
        self._titles(has_before)
        place = 1
        for row in words.rows(told, view):
            if row.is_total and row.code != "gross":
                self._grid.addWidget(line(), place, 0, 1, 5 if has_before else 3)
                place += 1
            self._show_row(place, row, answer, has_before)
            place += 1
        said = words.notes(told, view)
        self.notes.setText(" ".join(said))
        self.notes.setVisible(bool(said))
        self.costs_button.setVisible(bool(view.not_counted))

    def _titles(self, has_before: bool) -> None:
        titles = ["", self.tr("Amount"), self.tr("% of revenue")]
        if has_before:
            titles += [self.tr("Before"), self.tr("Change")]
        for column, title in enumerate(titles):
            self._put(0, column, title, "muted")

    def _show_row(self, place: int, row: words.Row, answer: Answer, has_before: bool) -> None:
        role = "strong" if row.is_total else "body"
        none = i18n.NO_VALUE
        label = self._put(place, 0, words.name(row.code, answer.told), role)
        label.setToolTip(plain_tooltip(words.explanation(row.code, answer.view)))
        revenue = answer.told.statement.revenue
        if row.amount is None:
            texts = [self.tr("not known") if row.is_total else none, none]
        elif not row.is_set and not row.amount:
            texts = [self.tr("not set"), none]
        else:
            share = i18n.percent(row.amount / revenue, 1) if revenue > 0 else none
            texts = [
                self._money(row.amount) if row.amount or row.is_total else none,
                share if row.amount else none,
            ]
        if has_before:
            known = row.before is not None and row.amount is not None
            texts.append(
                none
                if row.before is None
                else self._money(row.before)
                if row.before or row.is_total
                else none
            )
            change = (row.amount or 0) - (row.before or 0)
            texts.append(
                i18n.money(change, self._context.currency(), signed=True) if known and change else none
            )
        for column, text in enumerate(texts, 1):
            self._put(place, column, text, "muted" if column in (2, 3) else role)

    def _money(self, units: int) -> str:
        return i18n.money(units, self._context.currency())

    def _put(self, row: int, column: int, text: str, role: str) -> QWidget:
        label = text_label(text, role)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        return label

    def _open(self) -> None:
        self.open_requested.emit("client", self._client)

    def _back(self) -> None:
        self.subject_asked.emit(Subject())


class CostlyCard(Card):
    """The clients with a result below zero: what to make of each, and what would help, with its amount."""

    subject_asked = Signal(object)
    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Clients that cost more than they bring"))
        self._context = context
        self._lines: dict[int, CostlyLine] = {}
        self.list_button = button(self.tr("Show in the list of clients"), self._list, small=True)
        self.header.addWidget(self.list_button)
        self.sentence = text_label("", "muted", wrap=True)
        self.body.addWidget(self.sentence)
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.title())
        self.table.setSortingEnabled(False)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.current_changed.connect(self._on_row)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.levers = self._levers_panel()
        self._split = QHBoxLayout()
        self._split.setSpacing(theme.L)
        self._split.addWidget(self.table, 7)
        self._split.addWidget(self.levers, 4)
        self.body.addLayout(self._split)

    def show_answer(self, answer: Answer) -> None:
        """Show them, the worst first."""
        self._lines = {each.id: each for each in answer.costly}
        currency, whale = self._context.currency(), answer.view.whale
        if self._lines:
            text = self.tr(
                "Worst first. A lever is worth what it says over a period like this one; prices and orders are "
                "supposed to stay as they are otherwise."
            )
        elif whale.table.empty:
            text = self.tr("Nobody can be named: the costs of what was sold are missing.")
        else:
            text = self.tr("No client whose costs are known takes more than it brings.")
        left_out = "" if whale.table.empty else words.left_out(answer.view, currency)
        self.sentence.setText(f"{text} {left_out}".strip())
        for each in (self.table, self.levers, self.list_button):
            each.setVisible(bool(self._lines))
        self.model.set_ids(list(self._lines), dict(self._lines))
        rows = min(max(len(self._lines), 4), MOST_ROWS)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * self.table.verticalHeader().defaultSectionSize() + 4)
        if self._lines:
            self._show_levers(next(iter(self._lines.values())))

    def _columns(self) -> list[Column]:
        def money(line: CostlyLine) -> str:
            return words.money(line.result, self._context.currency())

        def best(line: CostlyLine) -> str:
            return words.best_lever(line, self._context.currency())

        return [
            Column("name", self.tr("Client"), lambda row: row.name, width=176, style="strong", least=130),
            Column("result", self.tr("Result"), money, "right", width=84),
            Column("verdict", self.tr("Verdict"), lambda row: BadgeCell(*words.verdict(row)), width=124),
            Column("levers", self.tr("What would help most"), best, width=160, stretch=True, style="muted"),
        ]

    def _levers_panel(self) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        head = QHBoxLayout()
        self._name = text_label("", "strong")
        self._badge = Badge()
        head.addWidget(self._name, 1)
        head.addWidget(self._badge)
        layout.addLayout(head)
        self._verdict = text_label("", wrap=True)
        layout.addWidget(self._verdict)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(theme.XS)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        return panel

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, CostlyLine]:
        return {item: self._lines[item] for item in ids if item in self._lines}

    def _on_row(self, client: object) -> None:
        if isinstance(client, int) and client in self._lines:
            self._show_levers(self._lines[client])
            self.subject_asked.emit(Subject("client", str(client)))

    def _show_levers(self, shown: CostlyLine) -> None:
        currency = self._context.currency()
        self._name.setText(shown.name)
        self._badge.set_text(*words.verdict(shown))
        self._verdict.setText(words.verdict_sentence(shown, currency))
        clear_layout(self._grid)
        for place, each in enumerate(shown.verdict.levers):
            text = text_label(words.lever(each, currency), wrap=True)
            worth = text_label(words.money(each.amount, currency, signed=True), "strong")
            worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(text, place, 0)
            self._grid.addWidget(worth, place, 1)
            if each.suffices:
                enough = Badge()
                enough.set_text(self.tr("enough"), "good")
                self._grid.addWidget(enough, place, 2)

    def _list(self) -> None:
        title = self.tr("Cost more than they bring")
        self.open_requested.emit("clients", {"ids": tuple(self._lines), "title": title})
