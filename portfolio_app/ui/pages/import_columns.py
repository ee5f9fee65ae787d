"""Step 2 of the import: how the file is read, and where each column goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from time import monotonic
from typing import Any
from unicodedata import combining, normalize

import shiboken6
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from portfolio_app.ui import icons, theme
from portfolio_app.ui.field_names import RECORDS, field_label, field_title
from portfolio_app.ui.item_models.cells import CELL_ROLE, STYLE_ROLE, BadgeCell, RowDelegate
from portfolio_app.ui.pages.import_draft import PERIOD, Draft
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import plain_tooltip

COLUMN, SAMPLES, FIELD, STATE = range(4)
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
JOIN = "+"
"""Stands before a field to which the column goes together with another one."""
_STYLES = {COLUMN: "strong", SAMPLES: "muted", FIELD: "body", STATE: "body"}


class ColumnsModel(QAbstractTableModel):
    """The columns of one file: name, samples, field, state. Setting a field's cell chooses it."""

    chosen = Signal()
    period_wanted = Signal(str)
    """This column holds the amounts of one period: which?"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None

    def show(self, draft: Draft) -> None:
        """Show the columns of a file."""
        self.beginResetModel()
        self.draft = draft
        self.endResetModel()

    def column_name(self, row: int) -> str:
        """The column of the file shown in `row`."""
        reading = self.draft.reading if self.draft is not None else None
        return reading.source.table.columns[row] if reading is not None else ""

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per column of the file."""
        reading = self.draft.reading if self.draft is not None else None
        return 0 if parent.isValid() or reading is None else len(reading.samples)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Name, samples, field, state."""
        return 0 if parent.isValid() else 4

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields can be changed."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == FIELD else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Column"), self.tr("Examples"), self.tr("Goes to"), "")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, badges, and the code of the field for the editor."""
        if self.draft is None or self.draft.reading is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        name = self.column_name(row)
        if role == STYLE_ROLE:
            is_out = column == FIELD and not self.draft.field_of(name)
            return "muted" if is_out else _STYLES[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.EditRole:
            return self.draft.field_of(name)
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column == STATE:
            badge = self._badge(name)
            return badge if role == CELL_ROLE else badge.text
        if column == FIELD:
            # The delegate paints the text itself, inside its frame.
            if role == CELL_ROLE:
                return ""
            label = _label(self.draft, self.draft.field_of(name)) or self.tr("Do not import")
            others = [other for other in self.draft.columns_of(self.draft.field_of(name)) if other != name]
            if others:
                label = self.tr("{field} (with {columns})").format(field=label, columns=", ".join(others))
            return plain_tooltip(label) if role == Qt.ItemDataRole.ToolTipRole else label
        samples = self.draft.reading.samples[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(name if column == COLUMN else "\n".join(samples))
        return name if column == COLUMN else "  ·  ".join(samples)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose the field of a column: its name, `JOIN` before it to join what goes there, `PERIOD` to be asked."""
        if role != Qt.ItemDataRole.EditRole or index.column() != FIELD or self.draft is None:
            return False
        name = self.column_name(index.row())
        if value == PERIOD:
            self.period_wanted.emit(name)
            return True
        self.choose(index.row(), str(value).removeprefix(JOIN), join=str(value).startswith(JOIN))
        return True

    def choose(self, row: int, field: str, *, join: bool = False) -> None:
        """Send a column to a field, "" to leave it out; `join`: together with those that go there."""
        name = self.column_name(row)
        if self.draft is not None and (
            self.draft.field_of(name) != field or self.draft.state_of(name) == "check"
        ):
            self.draft.choose(name, field, join=join)
            self.dataChanged.emit(self.index(0, FIELD), self.index(self.rowCount() - 1, STATE))
            self.chosen.emit()

    def _badge(self, name: str) -> BadgeCell:
        assert self.draft is not None
        words: dict[str, tuple[str, Tone]] = {
            "sure": (self.tr("recognised"), "good"),
            "check": (self.tr("to check"), "warn"),
            "chosen": (self.tr("chosen"), "accent"),
            "remembered": (self.tr("as before"), "accent"),
            "ignored": (self.tr("ignored"), "neutral"),
        }
        return BadgeCell(*words[self.draft.state_of(name)])


class FieldCombo(QComboBox):
    """The list of fields, opened over a cell of the table. Typing in it goes to the field that begins so."""

    closed = Signal()
    is_over = False
    """Whether it was given up already; a view must not hear of that twice."""
    _typed, _typed_at = "", 0.0

    def showPopup(self) -> None:
        """Open the list, and notice when it closes: not every way of closing it goes through `hidePopup`."""
        super().showPopup()
        self.view().window().installEventFilter(self)
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the list is closed, chosen or not; look for what is typed."""
        if event.type() == QEvent.Type.Hide and watched is not self.view():
            self.closed.emit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if text.isprintable() and (text.strip() or (text and self._typed)):
                self._find(text)
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        """Go to the next field whose name, else a word of whose name, begins with what was typed in one go."""
        now = monotonic()
        is_going_on = now - self._typed_at < QApplication.keyboardInputInterval() / 1000
        self._typed, self._typed_at = (self._typed if is_going_on else "") + plain_letters(text), now
        view, count = self.view(), self.count()
        # One letter again and again goes from field to field.
        sought = self._typed[:1] if set(self._typed) == {self._typed[:1]} else self._typed
        start = view.currentIndex().row() + (len(sought) == 1)
        rows = [row % count for row in range(start, start + count)]
        fields = [row for row in rows if self.itemData(row) is not None]
        titles = {row: plain_letters(self.itemText(row)).strip() for row in fields}
        found = [row for row in fields if titles[row].startswith(sought)] or [
            row for row in fields if f" {sought}" in f" {titles[row]}"
        ]
        if found:
            view.setCurrentIndex(self.model().index(found[0], 0))


def plain_letters(text: str) -> str:
    """Small letters without their accents."""
    return "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))


class FieldDelegate(RowDelegate):
    """Paints the field as what it is, something to open, and opens it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A frame and a chevron around the field."""
        if index.column() == FIELD:
            rect = option.rect  # type: ignore[attr-defined]
            box = QRectF(rect).adjusted(2, 3.5, -10, -4.5)
            super().paint(painter, option, index)
            tokens = theme.current()
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.border_strong), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
            is_out = index.data(STYLE_ROLE) == "muted"
            painter.setPen(QColor(tokens.muted if is_out else tokens.text))
            painter.setFont(theme.font())
            area = box.adjusted(9, 0, -26, 0)
            text = str(index.data())
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            chevron = icons.pixmap("chevron-down", tokens.muted, 14, painter.device().devicePixelRatio())
            painter.drawPixmap(int(box.right()) - 20, int(box.center().y()) - 7, chevron)
            painter.restore()
        else:
            super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A little higher than a plain row: there is a frame inside."""
        return super().sizeHint(option, index) + QSize(0, 2)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list of fields, open at once."""
        model = index.model()
        assert isinstance(model, ColumnsModel)
        assert model.draft is not None
        combo = FieldCombo(parent)
        combo.setMaxVisibleItems(16)
        combo.setStyleSheet("QComboBox { combobox-popup: 0; min-height: 0; padding: 0 22px 0 8px; }")
        combo.setModel(_field_items(combo, model.draft, model.column_name(index.row())))
        combo.view().setMinimumWidth(280)
        combo.activated.connect(partial(self._finish, combo))
        combo.closed.connect(lambda: QTimer.singleShot(0, combo, partial(self._close, combo)))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Exactly over the painted frame."""
        editor.setGeometry(option.rect.adjusted(2, 3, -9, -4))  # type: ignore[attr-defined]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Stand on the field in force."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the field over."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())  # type: ignore[arg-type]

    def _finish(self, combo: FieldCombo, _: int) -> None:
        self.commitData.emit(combo)
        self._close(combo)

    def _close(self, combo: FieldCombo) -> None:
        if shiboken6.isValid(combo) and not combo.is_over:
            combo.is_over = True
            self.closeEditor.emit(combo)


def _field_items(combo: QComboBox, draft: Draft, column: str) -> QStandardItemModel:
    """Every field under the heading of its record; one that another column fills says so."""
    from portfolio_app.services.import_ import FIELDS

    model = QStandardItemModel(combo)
    translate = QCoreApplication.translate
    model.appendRow(_item(translate("ColumnsModel", "Do not import"), "", ""))
    group, current = "", draft.field_of(column)
    for name in _names(FIELDS, draft):
        record = name.partition(".")[0]
        if record != group:
            group = record
            model.appendRow(_heading(record))
        title, label = draft.own_title(name) or field_title(name), _label(draft, name)
        others = [other for other in draft.columns_of(name) if other != column]
        taken = f"    {title}  ←  {', '.join(others)}"
        is_joined = bool(others) and current == name
        model.appendRow(_item(taken if others and not is_joined else f"    {title}", name, label))
        if others and not is_joined and draft.joins(name):
            text = translate("ColumnsModel", "{field}, joined to {columns}")
            text = text.format(field=title, columns=", ".join(others))
            model.appendRow(_item(f"    + {text}", JOIN + name, f"{label}: {text}"))
        if name == "sale.amount":
            if PERIOD in current:
                label = _label(draft, current)
                model.appendRow(_item(f"    {label.rpartition(' › ')[2]}", current, label))
            text = translate("ColumnsModel", "Amount of a whole year or month…")
            model.appendRow(_item(f"    {text}", PERIOD, text))
    return model


def _item(text: str, data: str, label: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(data, Qt.ItemDataRole.UserRole)
    item.setData(label or text, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _names(usual: Iterable[str], draft: Draft) -> Iterator[str]:
    """The fields in the order of the list: the book's own after the client's others."""
    for record, names in groupby(usual, lambda name: name.partition(".")[0]):
        yield from names
        if record == "client":
            yield from (field.name for field in draft.own)


def _label(draft: Draft, name: str) -> str:
    own = draft.own_title(name)
    return (
        f"{QCoreApplication.translate('Fields', str(RECORDS['client']))} › {own}"
        if own
        else field_label(name)
    )


def _heading(record: str) -> QStandardItem:
    item = QStandardItem(QCoreApplication.translate("Fields", str(RECORDS.get(record, record))))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = QFont(theme.font("caption"))
    font.setWeight(QFont.Weight.DemiBold)
    item.setFont(font)
    return item


class ColumnsTable(QTableView):
    """The columns of the file. Space, F2 or a click on the field opens the list of fields."""

    def __init__(self, model: ColumnsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns of the file and the fields they go to"))
        self._delegate = FieldDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._delegate.sizeHint(QStyleOptionViewItem(), NO_INDEX).height())
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        for section, letters in ((COLUMN, 26), (FIELD, 34), (STATE, 16)):
            self.setColumnWidth(section, unit * letters)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and F2 open the list of fields; Enter is the page's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(FIELD))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == FIELD:
            self.edit(index)
