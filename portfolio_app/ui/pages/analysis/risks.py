"""What may go wrong: four axes that are never added up, the clients most exposed, and why each alert fired."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import BadgeCell, TwoLines
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import risks_data as data
from portfolio_app.ui.pages.analysis import risks_signs as signs
from portfolio_app.ui.pages.analysis import risks_words as words
from portfolio_app.ui.pages.analysis.risks_charts import strips
from portfolio_app.ui.pages.analysis.risks_data import AXES, FLAGS, Answer, Question
from portfolio_app.ui.pages.analysis.risks_detail import ClientRiskCard
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, EmptyState, StatTile, button, plain_tooltip, scrolling, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.risks import ClientRisk

LIST_HEIGHT = 330
LOST = "lost"


class RisksControls(QWidget):
    """Which axis or flag, and from which level on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.axis = QComboBox()
        self.axis.setAccessibleName(self.tr("Which risk"))
        self.axis.addItem(self.tr("All risks"), "")
        for code in AXES:
            self.axis.addItem(words.axis(code), code)
        self.axis.insertSeparator(self.axis.count())
        for code in FLAGS:
            self.axis.addItem(self.tr("Loyalty: {flag}").format(flag=words.axis(code).lower()), code)
        self.level = QComboBox()
        self.level.setAccessibleName(self.tr("From which level on"))
        self.level.addItem(self.tr("To watch and alarms"), data.WATCH)
        self.level.addItem(self.tr("Alarms only"), data.ALARM)
        for each in (self.axis, self.level):
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            each.activated.connect(lambda _: self.changed.emit())
            layout.addWidget(each)

    def choose(self, axis: str, level: int = data.WATCH) -> None:
        """Ask something else, as if the person had."""
        self.axis.setCurrentIndex(max(0, self.axis.findData(axis)))
        self.level.setCurrentIndex(self.level.findData(level))
        self.changed.emit()


class RisksTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._order = ("exposed", True)
        self._wanted: int | None = None
        context.operations.book_opened.connect(self._forget)
        self.controls = RisksControls()
        self.controls.changed.connect(self.load)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._area = scrolling(self._content())
        self._stack.addWidget(self._area)
        self._empty = EmptyState(
            "info",
            self.tr("What may go wrong, and with whom?"),
            self.tr(
                "Once there are clients and sales in the book, this page shows on whom you depend too much, who costs "
                "more than they bring, who may leave and who may not pay."
            ),
            [
                (self.tr("Import my clients"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )
        self._stack.addWidget(self._empty)

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def is_empty(self) -> bool:
        """Whether there is no client in the book."""
        return self._stack.currentWidget() is self._empty

    def load(self) -> None:
        """Ask for the risks of the day."""
        order, descending = self._order
        question = Question(
            self._context.today(),
            self.controls.axis.currentData(),
            self.controls.level.currentData(),
            order,
            descending,
        )
        self._context.operations.query(self, data.look, question, on_result=self._show, latest="risks")

    def show_item(self, item: dict[str, object]) -> None:
        """An `axis` or flag, a `level`, and the `client` to choose."""
        axis, level = str(item.get("axis") or ""), item.get("level")
        client = item.get("client")
        self._wanted = client if isinstance(client, int) else None
        self.controls.choose(axis, level if level in (data.WATCH, data.ALARM) else data.WATCH)  # type: ignore[arg-type]

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.L)
        grid.addLayout(self._tile_row(), 0, 0, 1, 2)
        grid.addWidget(self._list_card(), 1, 0)
        self.strips = ChartCard(self._context, self.tr("Orders and silences"), minimum=(300, 300))
        self.strips.open_requested.connect(self.open_requested)
        grid.addWidget(self.strips, 2, 0, 1, 2)
        self.detail = ClientRiskCard(self._context)
        self.detail.open_requested.connect(self.open_requested)
        grid.addWidget(self.detail, 1, 1)
        grid.setColumnStretch(0, 13)
        grid.setColumnStretch(1, 9)
        grid.setRowStretch(2, 1)
        return content

    def _tile_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {LOST: StatTile(self.tr("Revenue at risk"))}
        self.tiles |= {axis: StatTile(words.axis(axis)) for axis in AXES}
        for key, tile in self.tiles.items():
            tile.clicked.connect(partial(self._on_tile, "" if key == LOST else key))
            row.addWidget(tile, 1)
        return row

    def _list_card(self) -> Card:
        self.card = Card(self.tr("Clients most exposed"))
        self.all_button = button(self.tr("Show in the list"), self._list_all, icon="clients", small=True)
        self.card.header.addWidget(self.all_button)
        self.sentence = text_label("", "muted", wrap=True)
        self.card.body.addWidget(self.sentence)
        self.model = LazyTableModel(self._context.operations, self._fetch, self._columns(), self)
        self.model.sort_requested.connect(self._sort)
        self.table = LazyTableView(self.model, self.tr("Clients most exposed"), high=True)
        self.table.setMinimumHeight(LIST_HEIGHT)
        self.table.current_changed.connect(self._on_row)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.card.body.addWidget(self.table, 1)
        self.nobody = text_label("", "muted", wrap=True)
        self.card.body.addWidget(self.nobody)
        return self.card

    def _columns(self) -> list[Column]:
        return [
            Column(
                "client",
                self.tr("Client and signs"),
                self._client_cell,
                sort_key="name",
                width=220,
                stretch=True,
                style="strong",
                explain=plain_tooltip(self.tr("The signs of each client, the strongest first.")),
            ),
            Column("level", self.tr("Level"), self._level_cell, "center", width=104),
            Column(
                "exposed",
                self.tr("Exposed"),
                self._exposed_cell,
                "right",
                "exposed",
                width=104,
                explain=plain_tooltip(
                    self.tr(
                        "What the risk is about: revenue × (1 − chance of being active), what is lost serving the "
                        "client, or what is owed. With all risks, the largest of these: they are never added up."
                    )
                ),
            ),
            Column(
                "stake",
                self.tr("Revenue"),
                lambda each: i18n.money(each.stake, self._context.currency()),
                "right",
                "stake",
                width=92,
                explain=plain_tooltip(
                    self.tr("What the client bought over 12 months; if nothing, over the 12 months before.")
                ),
            ),
        ]

    # Cells

    def _client_cell(self, risk: ClientRisk) -> TwoLines:
        currency = self._context.currency()
        level = self._level(risk)
        shown = " · ".join(signs.title(each, currency) for each in self._signs(risk))
        return TwoLines(risk.name, shown, words.TONES[level])

    def _level_cell(self, risk: ClientRisk) -> BadgeCell:
        level = self._level(risk)
        return BadgeCell(words.level(level), words.TONES[level])

    def _exposed_cell(self, risk: ClientRisk) -> str:
        axis = self.controls.axis.currentData()
        amounts = {
            "dependency": risk.stake,
            "cost": risk.loss,
            "instability": risk.stake if risk.at_risk is None else risk.at_risk,
            "insolvency": risk.owed,
        }
        if axis in amounts:
            amount = amounts[axis]
        else:
            in_doubt = risk.levels["dependency"] or risk.levels["instability"]
            amount = max(amounts["instability"] if in_doubt else 0, risk.loss, risk.owed)
        return i18n.money(amount, self._context.currency()) if amount else i18n.NO_VALUE

    def _level(self, risk: ClientRisk) -> int:
        axis = self.controls.axis.currentData()
        return risk.levels[axis] if axis in AXES else max(risk.levels.values())

    def _signs(self, risk: ClientRisk) -> list[Any]:
        axis = self.controls.axis.currentData()
        return [each for each in risk.signs if axis not in AXES or each.axis == axis]

    # Showing

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, ClientRisk]:
        return data.fetch(self._answer, ids)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.controls.setVisible(answer.clients > 0)
        self._stack.setCurrentWidget(self._area if answer.clients else self._empty)
        if not answer.clients:
            self._forget()
            return
        self._show_tiles(answer)
        currency = self._context.currency()
        self.sentence.setText(words.summary(answer.view, currency))
        self.model.set_ids(answer.ids, answer.first)
        self.table.show_sort(answer.question.order, descending=answer.question.descending)
        found = bool(answer.ids)
        self.table.setVisible(found)
        self.all_button.setVisible(found)
        self.nobody.setVisible(not found)
        self.nobody.setText(words.nobody(answer))
        self.card.set_title(words.list_title(answer))
        self.strips.present(strips(answer, currency))
        self._choose(answer)

    def _choose(self, answer: Answer) -> None:
        """The client asked for, listed or not; else the one looked at while it is listed; else the first."""
        wanted, self._wanted = self._wanted, None
        kept = self.detail.client
        if wanted is not None and wanted in answer.view.risks.index:
            self._ask_detail(wanted)
        elif kept is not None and self.model.row_of(kept) >= 0:
            self._ask_detail(kept)
        elif answer.ids:
            self._ask_detail(answer.ids[0])
        else:
            self.detail.clear()

    def _show_tiles(self, answer: Answer) -> None:
        view, currency = answer.view, self._context.currency()
        figure = words.lost_figure(view, currency)
        self.tiles[LOST].set_value(figure.value, figure.badge, figure.tone)
        self.tiles[LOST].set_explanation(figure.explain)
        for axis in AXES:
            figure = words.axis_figure(view, axis, currency)
            self.tiles[axis].set_value(figure.value, figure.badge, figure.tone)
            self.tiles[axis].set_explanation(figure.explain)

    def _sort(self, key: str, descending: bool) -> None:
        self._order = key, descending
        self.load()

    def _on_row(self, client: object) -> None:
        if isinstance(client, int) and client != self.detail.client:
            self._ask_detail(client)

    def _ask_detail(self, client: int) -> None:
        self._context.operations.query(
            self, data.detail, client, self._context.today(), on_result=self._show_detail, latest="detail"
        )

    def _show_detail(self, risk: ClientRisk) -> None:
        if self._answer is not None:
            self.detail.show_client(risk, self._answer.view)
            if self.table.current_id() != risk.client_id:
                self.table.select_id(risk.client_id)

    def _on_tile(self, axis: str) -> None:
        """A tile shows its axis; once more, all of them again."""
        shown = self.controls.axis.currentData()
        self.controls.choose("" if shown == axis else axis, self.controls.level.currentData())

    def _list_all(self) -> None:
        if self._answer is not None:
            ids = {"ids": list(self._answer.ids), "title": words.list_name(self._answer)}
            self.open_requested.emit("clients", ids)

    def _forget(self) -> None:
        """Nobody to show; another book has other clients."""
        self.detail.clear()
        self.model.set_ids(())
