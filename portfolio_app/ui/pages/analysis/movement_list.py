"""The clients behind a cell of a grid: opened one by one, or all together in the list of clients."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.pages.analysis.movement_data import Person
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

HEIGHT = 236


class CellClients(Card):
    """A titled list of clients; `hint` stands in its place until a cell is chosen.

    `one_day`: their revenue on a single day (`Person.after`) instead of on two.
    """

    open_requested = Signal(str, object)
    left = Signal()
    """Escape or Shift+Tab: the keyboard is to go back to where the list was asked for."""

    def __init__(
        self, context: UiContext, hint: str, parent: QWidget | None = None, *, one_day: bool = False
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._people: dict[int, Person] = {}
        self._order: tuple[str, bool] = ("", False)
        self.hint = text_label(hint, "muted")
        self.all_button = button(self.tr("Show in the list"), self._show_all, icon="clients", small=True)
        self.header.addWidget(self.all_button)
        self.explain = text_label("", "muted", wrap=True)
        self.body.addWidget(self.explain)
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(one_day), self)
        self.model.sort_requested.connect(self._sort)
        self.table = LazyTableView(self.model, self.tr("Clients of the cell"))
        self.table.setMinimumHeight(HEIGHT)
        self.table.installEventFilter(self)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignTop)
        self.show_clients("", {})

    def show_clients(self, title: str, people: dict[int, Person], explain: str = "") -> None:
        """List these clients in their order, or say what to do when no cell is chosen."""
        self._listed = title
        self._people = people
        self.set_title(title)
        self.hint.setVisible(not title)
        self.explain.setText(explain)
        self.explain.setVisible(bool(explain))
        self.all_button.setVisible(bool(people))
        self.table.setVisible(bool(people))
        self.table.clearSelection()
        self._sort(*self._order)
        self.table.scrollToTop()

    def enter(self) -> None:
        """Put the keyboard into the list, on its first client."""
        if self.model.ids:
            self.table.setFocus()
            self.table.select_id(self.model.ids[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Out of the list by keyboard, the way one came in."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backtab):
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
            event.accept()
        return super().eventFilter(watched, event)

    def _sort(self, key: str, descending: bool) -> None:
        self._order = key, descending
        people = self._people
        ids = list(people)
        if key == "name":
            ids.sort(key=lambda client: people[client].name.casefold(), reverse=descending)
        elif key:
            ids.sort(key=lambda client: getattr(people[client], key), reverse=descending)
        self.model.set_ids(ids, {client: people[client] for client in ids[:BLOCK]})

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, Person]:
        people = self._people
        return {client: people[client] for client in ids if client in people}

    def _show_all(self) -> None:
        self.open_requested.emit("clients", {"ids": list(self.model.ids), "title": self._listed})

    def _columns(self, one_day: bool) -> list[Column]:
        def money(key: str, title: str, explain: str) -> Column:
            return Column(
                key,
                title,
                lambda each: i18n.money(getattr(each, key), self._context.currency()),
                "right",
                key,
                width=120,
                explain=plain_tooltip(explain),
            )

        name = Column(
            "name",
            self.tr("Client"),
            lambda each: each.name,
            sort_key="name",
            width=130,
            stretch=True,
            style="strong",
        )
        if one_day:
            meaning = self.tr("What the client bought over the 12 months up to the day shown.")
            return [name, money("after", self.tr("Revenue, 12 months"), meaning)]
        return [
            name,
            money(
                "before",
                self.tr("Revenue before"),
                self.tr("What the client bought over the 12 months up to the first day."),
            ),
            money(
                "after",
                self.tr("Revenue after"),
                self.tr("What the client bought over the 12 months up to the last day."),
            ),
        ]
