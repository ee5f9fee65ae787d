"""The table every list uses: whole rows, a hover, no grid, the same row selected after a refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from portfolio_app.ui.item_models.cells import RowDelegate
from portfolio_app.ui.item_models.lazy_table import LazyTableModel

if TYPE_CHECKING:
    from portfolio_app.ui.table_export import TableExport

PADDING, ARROW = 20, 14
"""Room in a header besides its words."""


class LazyTableView(QTableView):
    """Shows a `LazyTableModel`. The current row and the selection are kept by id when the ids change."""

    current_changed = Signal(object)
    """The id of the row the user moved to (None: none)."""
    activated_id = Signal(int)
    """Enter or a double click on a row."""

    def __init__(
        self, model: LazyTableModel, label: str, parent: QWidget | None = None, *, high: bool = False
    ) -> None:
        """`high`: rows have room for cells of two lines."""
        super().__init__(parent)
        self.setAccessibleName(label)
        self._delegate = RowDelegate(self, high=high)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._kept_current: int | None = None
        self._kept_selection: set[int] = set()
        self.setModel(model)
        self.verticalHeader().setDefaultSectionSize(
            self._delegate.sizeHint(None, QModelIndex()).height()  # type: ignore[arg-type]
        )
        self._dress_header(model)
        self.export_action = QAction(self.tr("Export this table…"), self)
        self.export_action.setShortcut(QKeySequence("Ctrl+E"))
        self.export_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.export_action.triggered.connect(self.export)
        self.addAction(self.export_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._exporting: TableExport | None = None
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._activate)

    def _dress_header(self, model: LazyTableModel) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self._mark_sorted)
        header.setMinimumSectionSize(36)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        metrics = header.fontMetrics()
        for index, column in enumerate(model.columns):
            room = PADDING + (ARROW if column.sort_key else 0)
            header.resizeSection(index, max(column.width, metrics.horizontalAdvance(column.title) + room))
        header.sectionResized.connect(lambda index, old, new: self._on_section_resized(index))

    def _on_section_resized(self, index: int) -> None:
        if not self.lazy_model().columns[index].stretch:
            self.stretch()

    def stretch(self) -> None:
        """Give the stretching column what the others leave, but never less than it needs."""
        header = self.horizontalHeader()
        for index, column in enumerate(self.lazy_model().columns):
            if column.stretch and not header.isSectionHidden(index):
                others = header.length() - header.sectionSize(index)
                least = column.least or column.width
                header.resizeSection(index, max(least, self.viewport().width() - others))
                return

    def export(self) -> None:
        """Ask for a file and write to it what the table shows."""
        if self._exporting is None:
            from portfolio_app.ui.table_export import TableExport

            self._exporting = TableExport(self)
        self._exporting.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the whole width."""
        super().resizeEvent(event)
        self.stretch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without going anywhere: where nothing is current, Qt would go to the first row."""
        is_nowhere = not self.currentIndex().isValid()
        blocker = QSignalBlocker(self.selectionModel())
        if not is_nowhere:
            blocker.unblock()
        super().focusInEvent(event)
        if is_nowhere:
            self.selectionModel().clearCurrentIndex()
            blocker.unblock()

    def lazy_model(self) -> LazyTableModel:
        """The model, as what it is."""
        return cast(LazyTableModel, self.model())

    def current_id(self) -> int | None:
        """The id of the current row."""
        return self.lazy_model().id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, in the order shown."""
        model = self.lazy_model()
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        rows = sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))
        return [item for row in rows if (item := model.id_at(row)) is not None]

    def select_id(self, item: int) -> bool:
        """Go to the row of an id; False when it is not in the list."""
        row = self.lazy_model().row_of(item)
        if row < 0:
            return False
        # Said in full: by itself Qt would add to the selection while Ctrl is held down for a shortcut.
        flags = QItemSelectionModel.SelectionFlag
        index = self.lazy_model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def show_sort(self, sort_key: str, *, descending: bool = False) -> None:
        """Put the arrow on the column the ids are ordered by, without asking for a new order."""
        header = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for index, column in enumerate(self.lazy_model().columns):
            if column.sort_key == sort_key:
                was_blocked = header.blockSignals(True)
                header.setSortIndicator(index, order)
                header.blockSignals(was_blocked)
                self._mark_sorted(index, order)

    def _mark_sorted(self, column: int, order: Qt.SortOrder) -> None:
        model = self.lazy_model()
        if 0 <= column < len(model.columns) and model.columns[column].sort_key:
            model.mark_sorted(column, descending=order == Qt.SortOrder.DescendingOrder)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the id."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit(self.lazy_model().id_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover the whole row."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No hover."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _activate(self, index: QModelIndex) -> None:
        item = self.lazy_model().id_at(index.row())
        if item is not None:
            self.activated_id.emit(item)

    def _keep(self) -> None:
        self._kept_current = self.current_id()
        self._kept_selection = set(self.selected_ids())

    def _restore(self) -> None:
        model = self.lazy_model()
        row = model.row_of(self._kept_current) if self._kept_current is not None else -1
        if row < 0:
            return
        selection = self.selectionModel()
        selection.setCurrentIndex(model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for item in self._kept_selection:
            place = model.row_of(item)
            if place >= 0:
                selection.select(model.index(place, 0), rows)
        self.scrollTo(model.index(row, 0))
