"""A field that finds a client while its name is typed, contacts and references included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations

DEBOUNCE_MS = 20
MAX_SHOWN = 8
_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """A client that may be meant, and the city or contact that tells it from another."""

    client_id: int
    name: str
    detail: str


def find_clients(book: Any, query: str) -> list[Found]:
    """The clients a query finds, best first, each once."""
    from portfolio_app.services import client_views, search

    results = search.search(book, query, 40)
    ids = list(dict.fromkeys(result.client_id for result in results))[:MAX_SHOWN]
    people = {result.client_id: result.title for result in results if result.kind == "contact"}
    rows = client_views.client_rows(book, ids, book.today(), figures=False)
    return [
        Found(row.id, row.name, " · ".join(t for t in (row.city, people.get(row.id)) if t)) for row in rows
    ]


def find_client(book: Any, client_id: int) -> Found | None:
    """One client by its id; None when it is gone."""
    from portfolio_app.services import client_views

    rows = client_views.client_rows(book, [client_id], book.today(), figures=False)
    return Found(rows[0].id, rows[0].name, rows[0].city) if rows else None


class ClientPicker(QWidget):
    """Typing lists clients below the field; Down and Enter, or a click, choose one."""

    chosen = Signal(object)
    """The id of the client chosen, None while the text is being changed."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ops = operations
        self.client_id: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, contact or reference…"))
        self.field.setAccessibleName(self.tr("Client"))
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(self._cleared)
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Clients found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.hide()
        layout.addWidget(self.list)
        self.setFocusProxy(self.field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)

    def set_client(self, client_id: int | None) -> None:
        """Choose a client from outside; the name follows when the book has answered."""
        self.client_id = client_id
        self.list.hide()
        self.field.setText("")
        if client_id is not None:
            self.client_id = client_id
            self._ops.query(self, find_client, client_id, on_result=self._name_arrived, latest="name")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter work in the list while the field keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.isVisible():
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and plain:
                item = self.list.currentItem()
                if item is not None:
                    self._choose(item)
                    return True
            if key == Qt.Key.Key_Escape:
                self.list.hide()
                return True
        return False

    def _typed(self, text: str) -> None:
        if self.client_id is not None:
            self.client_id = None
            self.chosen.emit(None)
        self._timer.start()

    def _cleared(self, text: str) -> None:
        if not text:
            self.list.hide()

    def _ask(self) -> None:
        text = self.field.text()
        if not text.strip():
            self.list.hide()
            return
        self._ops.query(self, find_clients, text, on_result=self._show, latest="find", urgent=True)

    def _show(self, found: list[Found]) -> None:
        self.list.clear()
        if self.client_id is not None or not self.field.text().strip():
            return
        if not found:
            nothing = QListWidgetItem(self.tr("Nothing found."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        for each in found:
            item = QListWidgetItem(f"{each.name}   {each.detail}".rstrip())
            item.setData(_ROW, each)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        row_height = max(self.list.sizeHintForRow(0), 24)
        self.list.setFixedHeight(row_height * min(self.list.count(), MAX_SHOWN) + 6)
        self.list.show()

    def _choose(self, item: QListWidgetItem) -> None:
        found = item.data(_ROW)
        if found is None:
            return
        self.client_id = found.client_id
        self.field.setText(found.name)
        self.list.hide()
        self.chosen.emit(found.client_id)

    def _name_arrived(self, found: Found | None) -> None:
        if found is not None and found.client_id == self.client_id:
            self.field.setText(found.name)
            self.field.setCursorPosition(0)
        elif found is None:
            self.client_id = None
