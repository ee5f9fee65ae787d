"""The edits found in a workbook, as a table of ticks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.field_names import RECORDS
from portfolio_app.ui.item_models.cells import CELL_ROLE, STYLE_ROLE, BadgeCell, RowDelegate
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import plain_tooltip

if TYPE_CHECKING:
    from portfolio_app.services.round_trip import DiffItem

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
TICK, RECORD, SHEET, KIND, EDITS = range(5)
_TICK_WIDTH = 34
ARROW = "→"
KINDS = {
    "clients": "client",
    "contacts": "contact",
    "sales": "sale",
    "interactions": "interaction",
    "follow_ups": "follow_up",
    "deals": "deal",
    "survey_answers": "survey_answer",
    "key_dates": "key_date",
    "plans": "plan",
}
"""The kind of record in each sheet."""


class DiffModel(QAbstractTableModel):
    """One row an edited record. `chosen`: the numbers of the items that are to be taken over."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: Sequence[DiffItem] = ()
        self.chosen: set[int] = set()

    def show(self, items: Sequence[DiffItem]) -> None:
        """Show these; what the book changed too, and what was taken out of the file, is left for the user to tick."""
        self.beginResetModel()
        self.items = items
        self.chosen = {item.number for item in items if item.kind != "removed" and not item.is_conflict}
        self.endResetModel()
        self.chosen_changed.emit()

    def choose(self, rows: Collection[int], on: bool) -> None:
        """Tick rows, or untick them."""
        numbers = {self.items[row].number for row in rows}
        self.chosen = self.chosen | numbers if on else self.chosen - numbers
        if self.items:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self.items) - 1, EDITS))
        self.chosen_changed.emit()

    def toggle(self, rows: Collection[int]) -> None:
        """Tick rows, or untick them when all are ticked."""
        self.choose(rows, not all(self.items[row].number in self.chosen for row in rows))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many edited records."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Tick, record, sheet, what happened, edits."""
        return 0 if parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has a tick."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Record"), self.tr("What"), "", self.tr("Edits"))[section]
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.choose([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, badges, ticks and tips."""
        if not index.isValid():
            return None
        item, column = self.items[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            is_chosen = item.number in self.chosen
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if role == STYLE_ROLE:
            return {RECORD: "strong", SHEET: "muted"}.get(column, "body")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.edits(item)) if column == EDITS else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == TICK:
            return record_name(item)
        if role in (CELL_ROLE, Qt.ItemDataRole.DisplayRole):
            if column == KIND:
                badge = self.badge(item)
                return badge if role == CELL_ROLE else badge.text
            return ("", record_name(item), kind_word(item.sheet), "", self.edits(item))[column]
        return None

    def badge(self, item: DiffItem) -> BadgeCell:
        """What happened to the record."""
        if item.is_conflict:
            return BadgeCell(self.tr("changed on both sides"), "danger")
        words: dict[str, tuple[str, Tone]] = {
            "changed": (self.tr("changed"), "accent"),
            "added": (self.tr("added"), "good"),
            "removed": (self.tr("removed"), "warn"),
        }
        return BadgeCell(*words[item.kind])

    def edits(self, item: DiffItem) -> str:
        """The edits on one line."""
        if item.kind == "removed":
            return self.tr("Its row is no longer in the workbook")
        if item.kind == "added":
            return " · ".join(f"{change.title} {shown(change.after)}" for change in item.fields)
        return " · ".join(
            f"{change.title} {shown(change.before)} {ARROW} {shown(change.after)}" for change in item.fields
        )


def shown(value: Any) -> str:
    """A value of a cell as the user writes it; "—" for none."""
    if value is None or value == "":
        return i18n.NO_VALUE
    if isinstance(value, datetime):
        return f"{i18n.short_date(value.date())} {i18n.clock(value)}"
    if isinstance(value, date):
        return i18n.short_date(value)
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        exponent = Decimal(str(value)).normalize().as_tuple().exponent
        return i18n.number(float(value), min(3, max(0, -int(exponent))))
    return str(value)


def record_name(item: DiffItem) -> str:
    """Which record it is, and whose."""
    if item.client and item.name and item.client != item.name:
        return f"{item.client} · {item.name}"
    return item.name or item.client


def kind_word(sheet: str) -> str:
    """What kind of record stands in a sheet."""
    kind = KINDS.get(sheet, sheet)
    return QCoreApplication.translate("Fields", str(RECORDS.get(kind, kind)))


class TickDelegate(RowDelegate):
    """Paints rows like every table, and a tick in the first column."""

    def paint(self, painter: Any, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell; the tick as the theme draws it."""
        super().paint(painter, option, index)
        if index.column() != TICK:
            return
        tokens = theme.current()
        rect = option.rect  # type: ignore[attr-defined]
        side = 15
        left, top = rect.left() + 10, rect.center().y() - side // 2
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if is_on else tokens.border_strong))
        painter.setBrush(QColor(tokens.accent if is_on else tokens.surface))
        painter.drawRoundedRect(left, top, side, side, 4, 4)
        if is_on:
            font = QFont(theme.font("caption", bold=True))
            painter.setFont(font)
            painter.setPen(QColor(tokens.on_accent))
            painter.drawText(left, top, side, side, Qt.AlignmentFlag.AlignCenter, "✓")
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Clicks and keys are the table's: by itself Qt would tick where it thinks the tick is painted."""
        return False


class DiffTable(QTableView):
    """Space ticks the selected rows, as does a click on the tick."""

    def __init__(self, model: DiffModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = TickDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("Edits in the workbook"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._delegate.sizeHint(QStyleOptionViewItem(), NO_INDEX).height())
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(_TICK_WIDTH)
        header.setSectionResizeMode(EDITS, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        for section, width in (
            (TICK, _TICK_WIDTH),
            (RECORD, unit * 32),
            (SHEET, unit * 14),
            (KIND, unit * 26),
        ):
            self.setColumnWidth(section, width)
        self.clicked.connect(self._click)

    def selected_rows(self) -> list[int]:
        """The rows selected."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter is the page's."""
        if event.key() == Qt.Key.Key_Space and (rows := self.selected_rows()):
            self._model.toggle(rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == TICK:
            self._model.toggle([index.row()])
