"""What could be sold to whom: the list by what it would bring, its evidence, the grid, rules and segments."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.cells import TwoLines
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import opportunities_charts as charts
from portfolio_app.ui.pages.analysis import opportunities_data as data
from portfolio_app.ui.pages.analysis import opportunities_words as words
from portfolio_app.ui.pages.analysis.opportunities_cards import RulesCard, ServedCard
from portfolio_app.ui.pages.analysis.opportunities_data import KINDS, Answer, Question, Row
from portfolio_app.ui.pages.analysis.opportunities_detail import OpportunityCard
from portfolio_app.ui.pages.analysis.opportunities_table_words import column_explanation
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, EmptyState, StatTile, plain_tooltip, scrolling, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.table_view import LazyTableView

LIST_HEIGHT = 420
GRID_LEAST, GRID_LINE, GRID_HEAD = 240, 21, 130
"""Height of the grid: the least, that of a client, and that of what stands above and below."""


class OpportunityControls(QWidget):
    """Which kind of opportunity, and whether products or categories are compared."""

    kind_changed = Signal()
    unit_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Which opportunities"))
        for kind in ("", *KINDS):
            self.kind.addItem(words.kind_name(kind), kind)
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("What is compared"))
        for text, unit in (
            (self.tr("What suits the book"), ""),
            (self.tr("By product"), "product"),
            (self.tr("By category"), "category"),
        ):
            self.unit.addItem(text, unit)
        for each in (self.kind, self.unit):
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            layout.addWidget(each)
        self.kind.activated.connect(lambda _: self.kind_changed.emit())
        self.unit.activated.connect(lambda _: self.unit_changed.emit())

    def choose_kind(self, kind: str) -> None:
        """List one kind, as if the person had; the same once more lists all."""
        wanted = "" if kind == self.kind.currentData() else kind
        self.kind.setCurrentIndex(max(0, self.kind.findData(wanted)))
        self.kind_changed.emit()


class OpportunitiesTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._order: tuple[str, bool] = ("", True)
        self.controls = OpportunityControls()
        self.controls.kind_changed.connect(self._show_list)
        self.controls.unit_changed.connect(self.load)
        self._stack = QStackedWidget()
        self._empty: EmptyState | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(scrolling(self._content()))

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def empty_state(self) -> EmptyState | None:
        """What stands in the place of everything where nothing can be said."""
        return self._empty

    def load(self) -> None:
        """Ask for the opportunities of today."""
        question = Question(self._context.today(), self.controls.unit.currentData())
        self._context.operations.query(
            self, data.look, question, on_result=self._show, latest="opportunities"
        )

    def show_item(self, item: dict[str, object]) -> None:
        """`kind`: list these only."""
        kind = item.get("kind")
        if kind in KINDS and kind != self.controls.kind.currentData():
            self.controls.choose_kind(str(kind))

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.L)
        grid.addLayout(self._tile_row(), 0, 0, 1, 2)
        grid.addWidget(self._list_card(), 1, 0)
        self.detail = OpportunityCard(self._context)
        self.detail.open_requested.connect(self.open_requested)
        grid.addWidget(self.detail, 1, 1)
        self.grid_card = ChartCard(self._context, self.tr("Who does not buy what"))
        self.grid_card.open_requested.connect(self.open_requested)
        grid.addWidget(self.grid_card, 2, 0, 1, 2)
        self.served = ServedCard(self._context)
        self.rules = RulesCard(self._context)
        grid.addWidget(self.served, 3, 0, 1, 2)
        grid.addWidget(self.rules, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)
        grid.setColumnStretch(0, 25)
        grid.setColumnStretch(1, 13)
        return content

    def _tile_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {kind: StatTile(words.tile_name(kind)) for kind in ("", *KINDS)}
        for kind, tile in self.tiles.items():
            tile.clicked.connect(partial(self._choose_tile, kind))
            row.addWidget(tile, 1)
        return row

    def _choose_tile(self, kind: str) -> None:
        if kind or self.controls.kind.currentData():
            self.controls.choose_kind(kind)

    def _list_card(self) -> Card:
        card = Card(self.tr("The best first"))
        self._list_title = card
        self._note = text_label("", "muted", wrap=True)
        self.model = LazyTableModel(self._context.operations, self._fetch, self._columns(), self)
        self.model.sort_requested.connect(self._sort)
        self.table = LazyTableView(self.model, self.tr("Opportunities"), high=True)
        self.table.setMinimumHeight(LIST_HEIGHT)
        self.table.activated_id.connect(self._open_row)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_detail())
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._note)
        self._below = QWidget()
        card.body.addWidget(self._below, 1)
        return card

    def _columns(self) -> list[Column]:
        def money(row: Row) -> str:
            if row.amount is None:
                return i18n.NO_VALUE
            return i18n.short_money(row.amount, self._context.currency())

        def who(row: Row) -> TwoLines:
            name = messages.segment_name(row.segment, row.segment_name) if row.segment else ""
            return TwoLines(row.client, name)

        def proposal(row: Row) -> TwoLines:
            return TwoLines(words.what(row), words.reason(row, self._context.currency()))

        return [
            Column("client", self.tr("Client"), who, sort_key="client", width=180, style="strong"),
            Column("kind", self.tr("Opportunity"), proposal, sort_key="kind", width=200, stretch=True),
            Column("amount", self.tr("Expected a year"), money, "right", "amount", width=110,
                   explain=plain_tooltip(column_explanation("amount"))),
            Column("chance", self.tr("Chance"), words.chance_short, "right", "chance", width=80,
                   explain=plain_tooltip(column_explanation("chance"))),
        ]  # fmt: skip

    # Showing

    def _fetch(self, book: Any, places: list[int]) -> dict[int, Row]:
        return data.fetch(self._answer, places)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.controls.setVisible(answer.has_sales)
        if not answer.has_sales:
            self._show_empty()
            return
        self._stack.setCurrentIndex(0)
        currency = self._context.currency()
        for kind, tile in self.tiles.items():
            places = answer.places[kind] if kind else answer.all_places
            total = answer.totals[kind] if kind else sum(answer.totals.values())
            tile.set_value(
                i18n.short_money(total, currency) if places else i18n.NO_VALUE, i18n.number(len(places))
            )
            tile.set_explanation(words.tile_explanation(kind, answer))
        lines = len(answer.grid.clients) if answer.grid.gaps else 0
        self.grid_card.chart.setMinimumHeight(max(GRID_LEAST, GRID_HEAD + GRID_LINE * lines))
        self.grid_card.present(charts.grid(answer, currency))
        self.served.show_answer(answer)
        self.rules.show_answer(answer)
        self._show_list()

    def _show_list(self) -> None:
        answer = self._answer
        if answer is None:
            return
        kind = self.controls.kind.currentData()
        places = answer.places[kind] if kind else answer.all_places
        key, descending = self._order
        if key:
            places = data.ordered(answer, places, key, descending=descending)
        row = max(0, self.table.currentIndex().row())
        self.model.set_ids(places, answer.first)
        best = self.tr("Most margin first") if answer.knows_margin else self.tr("The best first")
        self._list_title.set_title(words.kind_name(kind) if key else best)
        self._note.setText(words.list_note(answer, kind))
        self._note.setVisible(bool(self._note.text()))
        self.table.setVisible(bool(places))
        self._below.setVisible(not places)
        if places:
            self.table.select_id(places[min(row, len(places) - 1)])
        self._show_detail()

    def _sort(self, key: str, descending: bool) -> None:
        self._order = key, descending
        self._show_list()

    def _show_detail(self) -> None:
        chosen = self.table.selected_ids()
        rows = data.fetch(self._answer, chosen)
        self.detail.show_rows(self._answer, [rows[place] for place in chosen if place in rows])

    def _open_row(self, place: int) -> None:
        row = data.fetch(self._answer, [place]).get(place)
        if row is not None:
            self.open_requested.emit("client", row.client_id)

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = EmptyState(
                "analysis",
                self.tr("What could you sell to whom?"),
                self.tr(
                    "Once there are sales in the book, this page compares your clients with one another and shows "
                    "who could buy more, and who could be won back."
                ),
                [
                    (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                    (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
                ],
            )
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        self.model.set_ids(())
        self.detail.show_rows(None, [])
