"""Clients: the list on the left, one client on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.client_detail import ClientDetailPanel
from portfolio_app.ui.pages.client_list import (
    ARROW_ROOM,
    BY_IMPORTANCE,
    FIXED_COLUMN,
    SETTINGS_KEY,
    ClientColumns,
    FigureState,
    FilterRow,
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
SCROLL_BAR = 12


class ClientsPage(Page):
    """See the module. The order and the filters last for the session, the columns are kept."""

    kinds = frozenset(
        {
            "client",
            "contact",
            "interaction",
            "sale",
            "product",
            "follow_up",
            "segment",
            "setting",
            "consent",
            "suppression",
        }
    )

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
        """Select a client, scroll to it and show it; filters that hide it are cleared."""
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
            on_result=self._show_list,
            latest="list",
            urgent=True,
        )

    def _show_list(self, listing: Listing) -> None:
        if listing.wish != self._wish:
            return
        self._figures.ready = listing.with_figures or self._figures.ready
        row_before, current = self.table.currentIndex().row(), self.table.current_id()
        if listing.ids is None:
            self.model.invalidate()
        else:
            self.model.set_ids(listing.ids, listing.rows)
            is_empty = not listing.ids and not self._wish.query and not self._wish.segment
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
        self.filters.show_overview(seen, self._wish.segment)
        if not self._figures.ready:
            self._figures.ready = True
            self.model.invalidate()
            self._ask_for_list()
        elif is_new:
            self.model.reformat()

    def _sort(self, sort_key: str, descending: bool) -> None:
        wish = self._wish
        self._wish = Wish(sort_key, descending, wish.segment, wish.query)
        self._ask_for_list()

    def _choose_segment(self, code: str) -> None:
        wish = self._wish
        self._wish = Wish(wish.sort, wish.descending, "" if code == wish.segment else code, wish.query)
        self.filters.mark(self._wish.segment)
        self._ask_for_list()

    def _type_query(self, text: str) -> None:
        wish = self._wish
        self._wish = Wish(wish.sort, wish.descending, wish.segment, text.strip())
        if self._wish != wish:
            self._ask_for_list(at_once=not self._figures.ready)

    def _clear_filters(self) -> None:
        self._wish = Wish(self._wish.sort, self._wish.descending)
        self.filters.field.blockSignals(True)
        self.filters.field.clear()
        self.filters.field.blockSignals(False)
        self.filters.mark("")

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

    # Columns ---------------------------------------------------------------------------------

    def _chosen_columns(self) -> list[str] | None:
        """The columns the user chose, None while any that fit are shown."""
        return self.context.settings().columns.get(SETTINGS_KEY)

    def _toggle_column(self, key: str, shown: bool) -> None:
        chosen = self._chosen_columns()
        keys = set(chosen if chosen is not None else self._shown_columns())
        keys = keys | {key} if shown else keys - {key}
        settings = self.context.settings()
        settings.columns[SETTINGS_KEY] = [c.key for c in self.model.columns if c.key in keys]
        settings.save()
        self._arrange_columns()

    def _reset_columns(self) -> None:
        settings = self.context.settings()
        settings.columns.pop(SETTINGS_KEY, None)
        settings.save()
        self._arrange_columns()

    def _shown_columns(self) -> list[str]:
        return [c.key for n, c in enumerate(self.model.columns) if not self.table.isColumnHidden(n)]

    def _arrange_columns(self) -> None:
        """Show the chosen columns; without a choice, those that fit in the width."""
        columns = self.model.columns
        chosen = self._chosen_columns()
        keys = [c.key for c in columns] if chosen is None else [FIXED_COLUMN, *chosen]
        if chosen is None:
            keys = self._fitting_columns()
        for number, column in enumerate(columns):
            hidden = column.key not in keys
            if self.table.isColumnHidden(number) != hidden:
                self.table.setColumnHidden(number, hidden)
        self.filters.show_columns(columns, keys)

    def _fitting_columns(self) -> list[str]:
        """The columns that fit beside each other, the most important ones first served."""
        keys: list[str] = []
        room = self.table.width() - SCROLL_BAR
        for key in BY_IMPORTANCE:
            if self._widths[key] <= room:
                keys.append(key)
                room -= self._widths[key]
        return keys or [FIXED_COLUMN]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the width of the table."""
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._arrange_columns()
        return False

    # Building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._columns = ClientColumns(self.context)
        fetch = partial(fetch_rows, today=self.context.today, state=self._figures)
        self.model = LazyTableModel(self.ops, fetch, self._columns.columns(), self)
        self.model.sort_requested.connect(self._sort)
        self.filters = FilterRow()
        self.filters.segment_chosen.connect(self._choose_segment)
        self.filters.query_changed.connect(self._type_query)
        self.filters.column_toggled.connect(self._toggle_column)
        self.filters.columns_reset.connect(self._reset_columns)
        self.filters.new_client.connect(lambda: self.open_requested.emit("new_client", None))
        self.table = LazyTableView(self.model, self.tr("Clients"))
        self.table.current_changed.connect(self._show_client)
        self.filters.field.left_for_list.connect(self._enter_list)
        words = self.table.horizontalHeader().fontMetrics()
        self._widths = {
            c.key: max(c.width, words.horizontalAdvance(c.title) + ARROW_ROOM) for c in self.model.columns
        }
        late = QFontMetrics(theme.font("caption", bold=True)).horizontalAdvance(i18n.days_late(999))
        self._widths["next_action"] = max(self._widths["next_action"], late + ARROW_ROOM)
        for number, column in enumerate(self.model.columns):
            self.table.setColumnWidth(number, self._widths[column.key])
        self.table.installEventFilter(self)
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
        layout.addWidget(self.table, 1)
        self.detail.setMinimumWidth(DETAIL_MIN_WIDTH)
        return card

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
