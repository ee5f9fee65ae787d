"""Clients: the list on the left, one client on the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.pages.base import DUE_FROM, Page, UiContext
from portfolio_app.ui.pages.bulk_panel import BulkPanel
from portfolio_app.ui.pages.client_columns import ColumnKeeper
from portfolio_app.ui.pages.client_detail import ClientDetailPanel
from portfolio_app.ui.pages.client_filters import FilterRow, load_filters
from portfolio_app.ui.pages.client_list import (
    ClientColumns,
    FigureState,
    Listing,
    Overview,
    Wish,
    fetch_rows,
    list_clients,
    overview,
)
from portfolio_app.ui.widgets import EmptyState, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

DETAIL_MIN_WIDTH, LIST_MIN_WIDTH = 370, 310
FILTERS = ("segment", "segmentation", "group", "tag", "ids", "title")
"""What another page may ask the list to be filtered by."""


class ClientsPage(Page):
    """See the module. The order and the filters last for the session, the columns are kept."""

    kinds = DUE_FROM | {"client_group", "consent", "product", "suppression"}

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.title = self.tr("Clients")
        self._wish = Wish()
        self._figures = FigureState()
        self._awaited: int | None = None
        self._deleted_current = False
        self._build()
        self._add_shortcuts()
        self.ops.book_opened.connect(self._forget_book)

    # What the shell asks for -----------------------------------------------------------------

    def load(self) -> None:
        """The rows at once, by name if need be; then the figures."""
        self._ask_for_list(at_once=not self._figures.ready)
        self.ops.query(self, overview, self.context.today(), on_result=self._show_overview, latest="overview")

    def refresh(self, changes: Changes | None = None) -> None:
        """The rows in sight are fetched again, and the detail, unless it was another client that changed."""
        if changes is None or changes.touches(*self.kinds):
            # First, because the history is there at once; the list may have to wait for its figures.
            self.detail.refresh(changes)
        super().refresh(changes)

    def show_item(self, item: object) -> None:
        """Select a client, scroll to it and show it; filters that hide it are cleared.

        Or, given the fields of `Wish` that filter (`FILTERS`), list those clients only.
        """
        if isinstance(item, Mapping):
            self._show_filtered(item)
        if not isinstance(item, int):
            return
        self._awaited = None
        if not self.table.select_id(item):
            self._awaited = item
            self._clear_filters()
            self._ask_for_list(at_once=not self._figures.ready)
        self._show_client(item)

    def current_client(self) -> int | None:
        """The client in the detail."""
        return self.detail.client_id

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()

    # The list --------------------------------------------------------------------------------

    def _ask_for_list(self, *, at_once: bool = False) -> None:
        anchor = self._awaited if self._awaited is not None else self.table.current_id()
        self.ops.query(
            self,
            list_clients,
            self.context.today(),
            self._wish,
            self.model.ids,
            anchor,
            at_once,
            self._figures.extra,
            on_result=self._show_list,
            latest="list",
            urgent=True,
        )

    def _show_list(self, listing: Listing) -> None:
        if listing.wish != self._wish:
            return
        self._figures.ready = listing.with_figures or self._figures.ready
        self.filters.show_counts(listing.wish, listing.alone)
        row_before, current = self.table.currentIndex().row(), self.table.current_id()
        if listing.ids is None:
            self.model.invalidate()
        else:
            self.model.set_ids(listing.ids, listing.rows)
            is_empty = not listing.ids and not self._wish.is_filtered
            self._pages.setCurrentWidget(self._empty if is_empty else self.splitter)
            self._nothing.setVisible(not listing.ids)
            if is_empty:
                self.detail.show_client(None)
        shown = self._wish if listing.with_figures else self._wish.without_figures()
        self.table.show_sort(shown.sort, descending=shown.descending)
        self._place_selection(row_before, current)

    def _place_selection(self, row_before: int, current: int | None) -> None:
        """Go to the client awaited; after a deletion, to the one that took its place."""
        if self._awaited is not None and self.table.select_id(self._awaited):
            self._awaited = None
            return
        is_gone = current is not None and self.model.row_of(current) < 0
        if is_gone and self._deleted_current and self.model.ids:
            neighbour = self.model.id_at(min(row_before, len(self.model.ids) - 1))
            if neighbour is not None:
                self.table.select_id(neighbour)
        elif is_gone and self.detail.client_id is not None:
            self.table.clearSelection()
        self._deleted_current = False

    def _show_overview(self, seen: Overview) -> None:
        segments = {info.code: info for info in seen.segments}
        is_new = segments != self._columns.segments
        self._columns.segments = segments
        self.detail.set_segments(segments)
        self.filters.show_overview(seen, self._wish)
        self.keeper.set_catalogue(seen.catalogue)
        if not self._figures.ready:
            self._figures.ready = True
            self.model.invalidate()
            self._ask_for_list()
        elif is_new:
            self.model.reformat()

    def _sort(self, sort_key: str, descending: bool) -> None:
        self._wish = self._wish.but(sort=sort_key, descending=descending)
        self._ask_for_list()

    def _choose_segment(self, code: str) -> None:
        """A segment, or no more of it; "" is all clients, whatever else was filtered by."""
        if not code:
            self._clear_filters()
            self._ask_for_list()
            return
        is_on = code == self._wish.segment and not self._wish.segmentation
        title = self._wish.title if self._wish.ids is not None else ""
        self._filter({"segment": "" if is_on else code, "segmentation": "", "title": title})

    def _filter(self, changed: dict[str, Any]) -> None:
        """Filter by something else as well, or no more."""
        self._wish = self._wish.but(**changed)
        self.filters.show_wish(self._wish)
        self._ask_for_list()

    def _show_filtered(self, item: Mapping[str, Any]) -> None:
        """List only the clients another page means."""
        self._clear_filters()
        given = {name: item[name] for name in FILTERS if item.get(name) is not None}
        if "ids" in given:
            given["ids"] = tuple(given["ids"])
        self._filter(given)

    def _type_query(self, text: str) -> None:
        wish = self._wish
        self._wish = wish.but(query=text.strip())
        if self._wish != wish:
            self.filters.show_query(self._wish)
            self._ask_for_list(at_once=not self._figures.ready)

    def _clear_filters(self) -> None:
        self._wish = self._wish.without_filters()
        self.filters.field.blockSignals(True)
        self.filters.field.clear()
        self.filters.field.blockSignals(False)
        self.filters.show_wish(self._wish)

    def _extra_changed(self) -> None:
        """A column that is gone cannot be what the list is ordered by."""
        if not any(column.sort_key == self._wish.sort for column in self.model.columns):
            self._wish = self._wish.but(sort=Wish.sort, descending=Wish.descending)
            self._ask_for_list()
        self.table.show_sort(self._wish.sort, descending=self._wish.descending)

    def _ask_for_filters(self) -> None:
        show = self.filters.show_filters
        self.ops.query(
            self, load_filters, self.context.today(), on_result=show, latest="filters", urgent=True
        )

    def _delete_selected(self) -> None:
        from portfolio_app.services import clients

        ids = self.table.selected_ids()
        if ids:
            self._deleted_current = True
            self.ops.run(self, clients.delete_clients, ids)

    # One client ------------------------------------------------------------------------------

    def _show_client(self, client_id: object) -> None:
        if isinstance(client_id, int):
            if not self.table.selected_ids():
                self.table.select_id(client_id)
            self.detail.show_client(client_id)

    def _step(self, by: int) -> None:
        """The previous or next client of the list."""
        row = self.table.currentIndex().row() + by
        client_id = self.model.id_at(max(0, row)) if self.model.ids else None
        if client_id is not None:
            self.table.select_id(client_id)

    def _gone(self, client_id: int) -> None:
        if self.detail.client_id == client_id:
            self.detail.show_client(None)

    def _forget_book(self) -> None:
        """Another book: its clients have other ids and its figures are still to come."""
        self._figures.ready = False
        self._awaited = None
        self._clear_filters()
        self.detail.show_client(None)
        self.model.set_ids([])

    # Building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._columns = ClientColumns(self.context)
        fetch = partial(fetch_rows, today=self.context.today, state=self._figures)
        self.model = LazyTableModel(self.ops, fetch, self._columns.columns(), self)
        self.model.sort_requested.connect(self._sort)
        self.filters = FilterRow()
        self.filters.segment_chosen.connect(self._choose_segment)
        self.filters.query_changed.connect(self._type_query)
        self.filters.filter_changed.connect(self._filter)
        self.filters.filters_wanted.connect(self._ask_for_filters)
        self.filters.new_client.connect(lambda: self.open_requested.emit("new_client", None))
        self.table = LazyTableView(self.model, self.tr("Clients"))
        self.table.current_changed.connect(self._show_client)
        self.filters.field.left_for_list.connect(self._enter_list)
        self.keeper = ColumnKeeper(self.context, self._columns, self.table, self.filters, self._figures)
        self.keeper.extra_changed.connect(self._extra_changed)
        self.detail = ClientDetailPanel(self.context)
        self.detail.open_requested.connect(self.open_requested)
        self.detail.gone.connect(self._gone)
        self.table.activated_id.connect(lambda _: self.detail.focus_first())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(theme.M)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._list_card())
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([620, 400])
        self._empty = self._empty_state()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages)

    def _list_card(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        card.setMinimumWidth(LIST_MIN_WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 0, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        self._nothing = text_label(self.tr("No client matches these filters."), "muted")
        self._nothing.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        self._nothing.hide()
        layout.addWidget(self._nothing)
        layout.addWidget(self._selection_bar())
        layout.addWidget(self.table, 1)
        self.detail.setMinimumWidth(DETAIL_MIN_WIDTH)
        return card

    def _selection_bar(self) -> QWidget:
        """What can be done with several clients, shown as soon as several are selected."""
        self.bulk = BulkPanel(self.context, self.table.selected_ids)
        self.bulk.delete_requested.connect(self._delete_selected)
        self.bulk.merge_requested.connect(lambda ids: self.open_requested.emit("merge", ids))
        self.bulk.cleared.connect(self._select_one)
        self.bulk.left.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count_selected())
        self.model.modelReset.connect(self._count_selected)
        frame = QWidget()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(theme.S, 0, theme.S, theme.XS)
        inside.addWidget(self.bulk)
        return frame

    def _count_selected(self) -> None:
        selection = self.table.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        self.bulk.show_count(sum(part.height() for part in parts))

    def _select_one(self) -> None:
        """Only the current client stays selected."""
        current = self.table.current_id()
        if current is not None:
            self.table.select_id(current)
        self.table.setFocus()

    def _empty_state(self) -> QWidget:
        return EmptyState(
            "clients",
            self.tr("No clients yet"),
            self.tr("Bring in the file you have today, or begin with one client. Both can be undone."),
            [
                (self.tr("Import my file"), lambda: self.open_requested.emit("import", None)),
                (self.tr("Add a first client"), lambda: self.open_requested.emit("new_client", None)),
                (self.tr("Look around in a sample book"), lambda: self.open_requested.emit("sample", None)),
            ],
        )

    def _add_shortcuts(self) -> None:
        for keys, call in (
            ("/", self._focus_filter),
            ("Ctrl+F", self._focus_filter),
            ("Ctrl+Left", partial(self._step, -1)),
            ("Ctrl+Right", partial(self._step, 1)),
            ("Alt+Up", partial(self._step, -1)),
            ("Alt+Down", partial(self._step, 1)),
            ("Ctrl+Shift+E", self.bulk.open_menu),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete_selected)

    def _focus_filter(self) -> None:
        self.filters.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.field.selectAll()

    def _enter_list(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.ids:
            self.table.select_id(self.model.ids[0])
