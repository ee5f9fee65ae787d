"""The clients behind a cell of a grid: opened one by one, or all together in the list of clients."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.cells import Spark
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

HEIGHT = 236


class CellClients(Card):
    """A titled list of clients; `hint` stands in its place until a cell is chosen."""

    open_requested = Signal(str, object)

    def __init__(
        self, context: UiContext, hint: str, parent: QWidget | None = None, *, narrow: bool = False
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.hint = text_label(hint, "muted")
        self.all_button = button(self.tr("Show in the list"), self._show_all, icon="clients", small=True)
        self.header.addWidget(self.all_button)
        self.explain = text_label("", "muted", wrap=True)
        self.body.addWidget(self.explain)
        self.model = LazyTableModel(
            context.operations, partial(_fetch, today=context.today), self._columns(), self
        )
        self.table = LazyTableView(self.model, self.tr("Clients of the cell"))
        self.table.setSortingEnabled(False)
        self.table.setMinimumHeight(HEIGHT)
        for number, column in enumerate(self.model.columns):
            self.table.setColumnHidden(number, narrow and column.key in ("city", "trend"))
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignTop)
        self.show_clients("", ())

    def show_clients(self, title: str, ids: Sequence[int], explain: str = "") -> None:
        """List these clients, or say what to do when no cell is chosen."""
        self._listed = title
        self.set_title(title)
        self.hint.setVisible(not title)
        self.explain.setText(explain)
        self.explain.setVisible(bool(explain))
        self.all_button.setVisible(bool(ids))
        self.table.setVisible(bool(ids))
        self.table.clearSelection()
        self.model.set_ids(ids)
        self.table.scrollToTop()

    def enter(self) -> None:
        """Put the keyboard into the list, on its first client."""
        if self.model.ids:
            self.table.setFocus()
            self.table.select_id(self.model.ids[0])

    def _show_all(self) -> None:
        self.open_requested.emit("clients", {"ids": list(self.model.ids), "title": self._listed})

    def _columns(self) -> list[Column]:
        none = i18n.NO_VALUE

        def money(each: Any) -> str:
            return none if each.revenue is None else i18n.money(each.revenue, self._context.currency())

        return [
            Column(
                "name", self.tr("Client"), lambda each: each.name, width=130, stretch=True, style="strong"
            ),
            Column("city", self.tr("City"), lambda each: each.city, width=130, style="muted"),
            Column(
                "revenue",
                self.tr("Revenue, 12 months"),
                money,
                "right",
                width=120,
                explain=plain_tooltip(self.tr("What the client bought over the 12 months up to today.")),
            ),
            Column(
                "trend",
                self.tr("Trend"),
                lambda each: Spark(each.trend, text=self.tr("Revenue by month")),
                width=90,
                explain=plain_tooltip(self.tr("Revenue of each of the last 12 months.")),
            ),
            Column(
                "last_touch",
                self.tr("Last touch"),
                lambda each: i18n.relative_days(each.days_since_touch),
                "right",
                width=90,
                explain=plain_tooltip(self.tr("Days since the last call, e-mail, visit or other touch.")),
            ),
        ]


def _fetch(book: Any, ids: list[int], today: Any) -> dict[int, Any]:
    from portfolio_app.services import client_views

    return {row.id: row for row in client_views.client_rows(book, ids, today())}
