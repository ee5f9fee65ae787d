"""The list of the queue: one view that paints, with keys and buttons for every line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from portfolio_app.ui.pages.queue_delegate import QueueDelegate
from portfolio_app.ui.pages.queue_model import Heading, QueueModel
from portfolio_app.ui.plain import plain_tooltip

Move = QAbstractItemView.CursorAction
_DOWNWARD = (Move.MoveDown, Move.MovePageDown, Move.MoveEnd, Move.MoveNext)


class QueueList(QTableView):
    """Shows a `QueueModel`. Keeps its place by client when the queue changes."""

    opened = Signal(int)
    """Enter, a double click, or a click on the name."""
    acted = Signal(str, int)
    """A button of a line: (one of `KEYS`, client)."""
    keyed = Signal(str, int)
    """A key: the same, for all that is ticked or else that client."""
    menu_requested = Signal(int, QPoint)
    """The client whose menu is wanted, and where on the screen."""
    adjust_requested = Signal(str)
    """The segment whose rhythm is to be changed."""
    checked_changed = Signal()

    def __init__(self, model: QueueModel, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.painter = QueueDelegate(self)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.painter.row_height)
        self._kept: tuple[int | None, Sequence[int], str | None] = (None, (), None)
        self._scroll = 0
        self._was_seen = False
        self._headings: Sequence[int] = ()
        self.is_loading = True
        self._pressed: tuple[int, str] = (-1, "")
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def queue_model(self) -> QueueModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, QueueModel)
        return model

    # Where the user is

    def current_id(self) -> int | None:
        """The client the user is on."""
        return self.queue_model().id_at(self.currentIndex().row())

    def go_to(self, client_id: int) -> bool:
        """Move to a client; False when not in the list."""
        row = self.queue_model().row_of(client_id)
        if row >= 0:
            self._move_to(row)
        return row >= 0

    def go_past(self, ids: Sequence[int]) -> None:
        """Move to the next client that is not one of `ids`, or to the one before."""
        row = self.currentIndex().row()
        gone = set(ids)
        model = self.queue_model()
        for candidates in (range(row + 1, model.rowCount()), range(row - 1, -1, -1)):
            for candidate in candidates:
                client = model.id_at(candidate)
                if client is not None and client not in gone:
                    self._move_to(candidate)
                    return

    def focus_start(self) -> None:
        """Take the focus, on the first client if on none."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ensure_current()

    def place_of(self, client_id: int, part: str) -> QPoint:
        """Where a menu of a client's button opens, on the screen."""
        model = self.queue_model()
        row = model.row_of(client_id)
        line = model.line(row)
        rect = self.visualRect(model.index(row, 0))
        if line is not None:
            rect = self.painter.plan(rect, line).get(part, rect)
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def part_rect(self, client_id: int, part: str) -> QRect:
        """The place of a part of a client's row in the viewport."""
        model = self.queue_model()
        row = model.row_of(client_id)
        line = model.line(row)
        return self.painter.plan(self.visualRect(model.index(row, 0)), line)[part] if line else QRect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be on a client at once, so that the keys mean something."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._ensure_current()

    def _ensure_current(self) -> None:
        """Be on a client, and show it: Qt makes the first row current by itself, without selecting it."""
        row = self.currentIndex().row()
        if row < 0 or (row == 0 and not self.selectionModel().hasSelection()):
            row = min(1, self.queue_model().rowCount() - 1)
        if row >= 0 and not self.selectionModel().isSelected(self.queue_model().index(row, 0)):
            self._move_to(row)

    def _move_to(self, row: int) -> None:
        # Not by setCurrentIndex, which takes the selection away while the Ctrl of a shortcut is still held.
        index = self.queue_model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    # Keeping the place

    def _keep(self) -> None:
        model = self.queue_model()
        row = self.currentIndex().row()
        key = model.heading(row).key if model.is_heading(row) else None
        self._kept = (model.id_at(row), model.ids, key)
        self._scroll = self.verticalScrollBar().value()
        self._was_seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))

    def _restore(self) -> None:
        self.is_loading = False
        model = self.queue_model()
        rows = self.verticalHeader()
        for row in self._headings:  # the header remembers sizes by row, whatever stands there now
            if row < rows.count():
                rows.resizeSection(row, self.painter.row_height)
        self._headings = model.heading_rows()
        for row in self._headings:
            rows.resizeSection(row, self.painter.heading_height)
        self.painter.checked, self.painter.pending = model.checked, model.pending
        target = self._kept_row()
        if target >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(model.index(target, 0), flags)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._scroll)
        if self._was_seen and target >= 0:
            self.scrollTo(model.index(target, 0))  # it may stand elsewhere now
        if self.hasFocus():
            self._ensure_current()
        self.viewport().update()

    def _kept_row(self) -> int:
        """The row of what was current, or of what stood next to it."""
        model = self.queue_model()
        client, ids, key = self._kept
        if key is not None:
            found = [row for row in model.heading_rows() if model.heading(row).key == key]
            return found[0] if found else -1
        if client is None:
            return -1
        row = model.row_of(client)
        if row >= 0 or client not in ids:
            return row
        place = ids.index(client)
        for other in (*ids[place + 1 :], *ids[:place][::-1]):
            if (row := model.row_of(other)) >= 0:
                return row
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Until the queue is there, its outline."""
        super().paintEvent(event)
        if self.is_loading:
            painter = QPainter(self.viewport())
            height = self.painter.row_height
            for number in range(min(6, self.viewport().height() // height)):
                place = QRect(0, 20 + number * height, self.viewport().width(), height)
                self.painter.paint_placeholder(painter, place)
            painter.end()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter open, the letters of `KEYS`, Space tick, ←/→ fold, Ctrl+A all, Esc none, Shift+F10 the menu."""
        if self._handle(event):
            return
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are commands, here or of whatever the list stands on
        else:
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        model = self.queue_model()
        client = self.current_id()
        if key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.check(model.ids)
        elif modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        elif key == Qt.Key.Key_Escape and model.checked:
            self.check(())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(key == Qt.Key.Key_Right)
        elif client is None:
            on_heading = model.is_heading(self.currentIndex().row())
            if on_heading and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._toggle(self.currentIndex().row())
            else:
                return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(client)
        elif key == Qt.Key.Key_Space:
            self._tick(client)
        elif key == Qt.Key.Key_F10 and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.menu_requested.emit(client, self.place_of(client, "name"))
        elif key in _ACTIONS:
            self.keyed.emit(_ACTIONS[Qt.Key(key)], client)
        else:
            return False
        return True

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down go from client to client; headings are only stopped at when folded."""
        model = self.queue_model()
        target = super().moveCursor(action, modifiers).row()
        step = 1 if action in _DOWNWARD else -1
        row = target
        while 0 <= row < model.rowCount() and self._is_passed_over(row):
            row += step
        if not 0 <= row < model.rowCount():
            row = target
            while 0 <= row < model.rowCount() and self._is_passed_over(row):
                row -= step
        return model.index(row, 0)

    def _is_passed_over(self, row: int) -> bool:
        model = self.queue_model()
        return model.is_heading(row) and model.heading(row).is_open

    def _fold(self, unfold: bool) -> None:
        model = self.queue_model()
        row = model.heading_of(self.currentIndex().row()) if self.currentIndex().isValid() else -1
        if row >= 0 and model.heading(row).is_open != unfold:
            self._toggle(row)

    def _toggle(self, row: int) -> None:
        model = self.queue_model()
        key = model.heading(row).key
        was_inside = self.currentIndex().isValid() and model.heading_of(self.currentIndex().row()) == row
        model.toggle(key)
        row = next(r for r in model.heading_rows() if model.heading(r).key == key)
        if was_inside:
            self._move_to(row + 1 if model.heading(row).is_open else row)

    # Ticks

    def check(self, ids: Sequence[int]) -> None:
        """Tick exactly these clients."""
        self.queue_model().set_checked(ids)
        self.painter.checked = self.queue_model().checked
        self.viewport().update()
        self.checked_changed.emit()

    def _tick(self, client: int) -> None:
        self.check(tuple(self.queue_model().checked ^ {client}))

    def mark_pending(self, ids: Sequence[int], *, pending: bool = True) -> None:
        """Paint these clients as being dealt with."""
        self.queue_model().set_pending(ids, pending=pending)
        self.painter.pending = self.queue_model().pending

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; a row becomes current, but for its box."""
        self._pressed = self._under(event.position().toPoint())
        if self._pressed[1] not in ("check", "toggle", "adjust"):
            super().mousePressEvent(event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was pressed, if the pointer is still on it."""
        super().mouseReleaseEvent(event)
        row, part = self._under(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or (row, part) != self._pressed or row < 0:
            return
        client = self.queue_model().id_at(row)
        if part == "toggle":
            self._toggle(row)
        elif part == "adjust":
            self.adjust_requested.emit(self.queue_model().heading(row).key)
        elif client is not None and part == "check":
            self._tick(client)
        elif client is not None and part == "name":
            self.opened.emit(client)
        elif client is not None and part == "more":
            self.menu_requested.emit(client, self.place_of(client, "more"))
        elif client is not None and part:
            self.acted.emit(part, client)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open, except on a button."""
        row, part = self._under(event.position().toPoint())
        client = self.queue_model().id_at(row)
        if client is not None and not part:
            self.opened.emit(client)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is pointed at, or with the menu key of the line the user is on."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_key else self.indexAt(event.pos()).row()
        client = self.queue_model().id_at(row)
        if client is None:
            return
        if by_key:
            self.menu_requested.emit(client, self.place_of(client, "name"))
        else:
            self._move_to(row)
            self.menu_requested.emit(client, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is pointed at."""
        self._hover(self._under(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._hover((-1, ""))

    def _hover(self, place: tuple[int, str]) -> None:
        if place != self.painter.hovered:
            self.painter.hovered = place
            clickable = place[1] != ""
            self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _under(self, point: QPoint) -> tuple[int, str]:
        index = self.indexAt(point)
        if not index.isValid():
            return -1, ""
        model = self.queue_model()
        row = index.row()
        line = model.heading(row) if model.is_heading(row) else model.line(row)
        return row, self.painter.part_at(self.visualRect(index), line, point)

    # Tooltips

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a button does and its key, or the whole story of a line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._tooltip(*self._under(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().viewportEvent(event)

    def _tooltip(self, row: int, part: str) -> str:
        model = self.queue_model()
        if row < 0:
            return ""
        if model.is_heading(row):
            return self._heading_tooltip(model.heading(row), part)
        line = model.line(row)
        if line is None:
            return ""
        words = {
            "log": self.tr("Log a call, a visit, an e-mail… (L)"),
            "check": self.tr("Select for several at once (Space; Ctrl+A for all)"),
            "name": self.tr("Open the client (Enter)"),
            "later": self.tr("{what}: choose a day (S)").format(what=line.later),
            "done": self.tr("{what} (D)").format(what=line.done_hint),
            "call": self.tr("Call {number} (C)").format(number=line.row.phone),
            "email": self.tr("Write to {address} (E)").format(address=line.row.email),
            "more": self.tr("All that can be done (also with a right click)"),
        }
        return words.get(part, line.explanation)

    def _heading_tooltip(self, heading: Heading, part: str) -> str:
        if part == "adjust":
            return self.tr("Change how often {segment} clients are contacted").format(segment=heading.name)
        if not heading.rhythm:
            return self.tr("{group}. ← and → fold and unfold.").format(group=heading.name)
        return self.tr(
            "{segment}: {rhythm}. Past the first number of days since the last touch a client is due, past "
            "the second overdue; any touch starts the count again. ← and → fold and unfold."
        ).format(segment=heading.name, rhythm=heading.rhythm)


KEYS = {
    "log": "L",
    "done": "D",
    "later": "S",
    "wait": "W",
    "call": "C",
    "email": "E",
    "map": "M",
    "copy": "N",
    "enrol": "T",
}
"""What can be done with a line, and the key that does it."""
_ACTIONS = {Qt.Key[f"Key_{letter}"]: what for what, letter in KEYS.items()}
