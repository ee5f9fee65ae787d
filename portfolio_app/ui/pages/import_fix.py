"""The rows and cells of an import that stay out, and correcting them where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, icons, theme
from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.item_models.cells import RowDelegate
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.widgets import button, form_layout, scrolling, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport, RefusedRow, UnreadCell

Index = QModelIndex | QPersistentModelIndex
ERASED_CODE = "erased_person"
"""Why a row stays out that no correction can bring in."""
VALUE = 3
BOX_WIDTH, BOX_HEIGHT = 560, 420


@dataclass(frozen=True)
class Trouble:
    """A refused row, or a cell left out of a row that comes in, of the file with that number."""

    file: int
    name: str
    item: RefusedRow | UnreadCell

    @property
    def is_correctable(self) -> bool:
        """Whether another text in its cell may help."""
        return bool(self.item.column) and self.item.code != ERASED_CODE

    @property
    def has_cells(self) -> bool:
        """Whether the whole row is known, to be corrected in any of its cells."""
        return bool(getattr(self.item, "cells", ())) and self.item.code != ERASED_CODE


def troubles_of(report: ImportReport) -> list[Trouble]:
    """All that stays out: the refused rows of all files, then the cells."""
    files = [(number, file.source.path.name, file) for number, file in enumerate(report.files)]
    refused = [Trouble(number, name, row) for number, name, file in files for row in file.refused]
    return refused + [Trouble(number, name, cell) for number, name, file in files for cell in file.unread]


class TroubleModel(LazyTableModel):
    """One row a trouble. Setting a value corrects the cell; until it is checked, the typed text stands there."""

    corrected = Signal(int, int, str, str)
    """(file, line, column, text)"""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        self.troubles: Sequence[Trouble] = ()
        self._typed: dict[int, str] = {}
        super().__init__(operations, self._fetch, self._columns(), parent)

    def show(self, troubles: Sequence[Trouble]) -> None:
        """Show these."""
        self.troubles, self._typed = troubles, {}
        self.set_ids(range(len(troubles)), dict(enumerate(troubles[:BLOCK])))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Values can be corrected."""
        found = super().flags(index)
        is_open = index.column() == VALUE and self.troubles[index.row()].is_correctable
        return found | Qt.ItemFlag.ItemIsEditable if is_open else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text to begin with is the whole cell."""
        if role == Qt.ItemDataRole.EditRole and index.column() == VALUE:
            return self._typed.get(index.row(), self.troubles[index.row()].item.value)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct the cell."""
        trouble = self.troubles[index.row()]
        if role != Qt.ItemDataRole.EditRole or not trouble.is_correctable:
            return False
        text = str(value)
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self._typed[index.row()] = text
            self.reformat()
            self.corrected.emit(trouble.file, trouble.item.line, trouble.item.column, text)
        return True

    def _columns(self) -> list[Column]:
        return [
            Column("file", self.tr("File"), lambda row: row.name, width=150, style="muted"),
            Column("line", self.tr("Line"), lambda row: i18n.number(row.item.line), "right", width=64),
            Column("column", self.tr("Column"), lambda row: row.item.column or i18n.NO_VALUE, width=150),
            Column("value", self.tr("Value"), self._value, width=170),
            Column(
                "reason", self.tr("Problem and what to do"), self._reason, width=320, stretch=True, least=200
            ),
        ]

    def _typed_of(self, trouble: Trouble) -> str | None:
        return next((t for row, t in self._typed.items() if self.troubles[row] is trouble), None)

    def _value(self, trouble: Trouble) -> str:
        typed = self._typed_of(trouble)
        return (trouble.item.value if typed is None else typed) or i18n.NO_VALUE

    def _reason(self, trouble: Trouble) -> str:
        if self._typed_of(trouble) is not None:
            return self.tr("Corrected; being checked…")
        return words.trouble_text(trouble.item)

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, Trouble]:
        troubles = self.troubles
        return {number: troubles[number] for number in numbers if number < len(troubles)}


class ValueDelegate(RowDelegate):
    """Opens a plain field over the cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field as high as the row."""
        field = QLineEdit(parent)
        field.setAccessibleName(str(index.model().index(index.row(), VALUE - 1).data()))
        field.setStyleSheet("QLineEdit { min-height: 0; padding: 0 6px; border-radius: 4px; }")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, with a little air."""
        editor.setGeometry(option.rect.adjusted(1, 2, -1, -3))  # type: ignore[attr-defined]


class TroubleTable(LazyTableView):
    """F2, Enter or a double click corrects the value."""

    def __init__(self, model: TroubleModel, label: str, parent: QWidget | None = None) -> None:
        super().__init__(model, label, parent)
        self._delegate = ValueDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSortingEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the value of the row; within it they are the field's."""
        is_opening = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if is_opening and self.state() == QAbstractItemView.State.EditingState:
            event.accept()
        elif is_opening and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.state() == QAbstractItemView.State.EditingState:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        value = index.siblingAtColumn(VALUE)
        if value.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(value)
            self.edit(value)


class TroublesPanel(QWidget):
    """What stays out and why: corrected in place, or saved as a file to be corrected elsewhere."""

    save_requested = Signal()
    corrected = Signal(int, int, object)
    """(file, line, {column: text})"""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        row = QHBoxLayout()
        self._title = text_label("", "strong", wrap=True)
        row.addWidget(self._title, 1)
        self.line_button = button(self.tr("Correct the whole line…"), self.open_line, icon="edit", small=True)
        self.save_button = button(
            self.tr("Save the refused rows…"), self.save_requested.emit, icon="save", small=True
        )
        row.addWidget(self.line_button)
        row.addWidget(self.save_button)
        layout.addLayout(row)
        self.model = TroubleModel(operations, self)
        self.model.corrected.connect(
            lambda file, line, column, text: self.corrected.emit(file, line, {column: text})
        )
        self.table = TroubleTable(self.model, self.tr("Rows and cells that stay out"))
        self.table.current_changed.connect(lambda _: self._offer_line())
        self._columns: Sequence[Sequence[str]] = ()
        self.box: LineBox | None = None
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(_AllGood())
        layout.addWidget(self._below, 1)

    def show_report(self, report: ImportReport) -> None:
        """Show what a preview could not read."""
        troubles = troubles_of(report)
        self._columns = [list(file.source.table.columns) for file in report.files]
        self.table.setColumnHidden(0, len(report.files) < 2)
        self.model.show(troubles)
        self._below.setCurrentIndex(0 if troubles else 1)
        refused = sum(len(file.refused) for file in report.files)
        self._title.setText(" · ".join((*_refused_words(report), *_unread_words(len(troubles) - refused))))
        self._title.setVisible(bool(troubles))
        self.save_button.setVisible(bool(refused))
        self.line_button.setVisible(any(trouble.has_cells for trouble in troubles))
        self._offer_line()

    def open_line(self) -> None:
        """Show all cells of the row, each of which can be corrected."""
        trouble = self._current()
        if trouble is not None and trouble.has_cells:
            self.box = LineBox(trouble, self._columns[trouble.file], self.window())
            self.box.corrected.connect(
                lambda texts: self.corrected.emit(trouble.file, trouble.item.line, texts)
            )
            self.box.open()

    def _current(self) -> Trouble | None:
        row = self.table.currentIndex().row()
        return self.model.troubles[row] if 0 <= row < len(self.model.troubles) else None

    def _offer_line(self) -> None:
        trouble = self._current()
        self.line_button.setEnabled(trouble is not None and trouble.has_cells)


class LineBox(Box):
    """One line of the file, a field for every column."""

    corrected = Signal(object)
    """{column: text} of those that were changed."""

    def __init__(self, trouble: Trouble, columns: Sequence[str], parent: QWidget) -> None:
        number = i18n.number(trouble.item.line)
        super().__init__(parent, self.tr("Line {number}").format(number=number), BOX_WIDTH)
        self.body.addWidget(text_label(words.trouble_text(trouble.item), "danger", wrap=True))
        content = QWidget()
        form = form_layout()
        content.setLayout(form)
        self._before: dict[str, str] = {}
        self.fields: dict[str, QLineEdit] = {}
        cells = getattr(trouble.item, "cells", ())
        for column, cell in zip(columns, cells, strict=False):
            text = "" if cell is None else str(cell)
            field = QLineEdit(text)
            field.setCursorPosition(0)
            field.setAccessibleName(column)
            label = text_label(column, "muted", wrap=True)
            label.setBuddy(field)
            form.addRow(label, field)
            self._before[column], self.fields[column] = text, field
        area = scrolling(content)
        area.setFixedHeight(min(BOX_HEIGHT, content.sizeHint().height() + theme.S))
        self.body.addWidget(area)
        self.footer.addStretch()
        self.footer.addWidget(button(self.tr("Cancel"), self.withdraw))
        done = button(self.tr("Correct and check"), self._submit, variant="primary")
        done.setDefault(True)
        self.footer.addWidget(done)
        self.fit()
        first = self.fields.get(trouble.item.column) or next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    def changed(self) -> Mapping[str, str]:
        """What was typed that differs from the file."""
        return {
            column: field.text()
            for column, field in self.fields.items()
            if field.text() != self._before[column]
        }

    def _submit(self) -> None:
        texts = self.changed()
        self.withdraw()
        if texts:
            self.corrected.emit(texts)


class _AllGood(QWidget):
    """Stands where rows and cells would that stay out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label = text_label(self.tr("Every row can be read."), "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(label)
        layout.addStretch(2)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(icons.pixmap("check", theme.current().good, 32, self.devicePixelRatioF()))


def _refused_words(report: ImportReport) -> list[str]:
    """How many rows stay out: until they are corrected, or for good when they are about erased persons."""
    refused = [row for file in report.files for row in file.refused]
    erased = sum(row.code == ERASED_CODE for row in refused)
    faulty = len(refused) - erased
    translate = QCoreApplication.translate
    told = []
    if faulty:
        title = translate("CheckStep", "%n row(s) stay out until they are corrected", None, faulty)
        told.append(words.grouped(title, faulty))
    if erased:
        title = translate(
            "CheckStep", "%n row(s) stay out: about a person erased at their request", None, erased
        )
        told.append(words.grouped(title, erased))
    return told


def _unread_words(count: int) -> list[str]:
    if not count:
        return []
    title = QCoreApplication.translate("CheckStep", "%n cell(s) stay out of rows that come in", None, count)
    return [words.grouped(title, count)]
