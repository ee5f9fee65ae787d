"""Ctrl+K: one field that finds clients, contacts and notes, and runs any command. Keyboard only if wished."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import icons, theme
from portfolio_app.ui.widgets.basic import line, text_label
from portfolio_app.ui.widgets.overlay import Overlay

DEBOUNCE_MS = 5
COMMAND = "command"
"""The intent of the window's own actions, which are set lighter than what was found in the book."""
WIDTH, LIST_HEIGHT = 620, 420
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class PaletteEntry:
    """One line. Choosing it emits `chosen(intent, payload)`. Entries of one `group` stand together."""

    group: str
    title: str
    intent: str
    payload: object = None
    detail: str = ""
    icon: str = "arrow-right"
    shortcut: str = ""


Deliver = Callable[[Sequence[PaletteEntry]], None]
Provider = Callable[[str, Deliver], None]


def folded(text: str) -> str:
    """`text` without accents and case, for matching."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class _Entries(QAbstractListModel):
    """Entries with a heading before each group; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[PaletteEntry | str] = []

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        self.beginResetModel()
        self.rows = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self.rows.append(group)
            self.rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        row = self.rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{row.title}, {row.detail}".rstrip(", ")
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_heading = isinstance(index.data(ENTRY_ROLE), str)
        height = QFontMetrics(theme.font()).height()
        return QSize(100, height + (12 if is_heading else 16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        entry = index.data(ENTRY_ROLE)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, str):
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(rect.adjusted(12, 4, -12, 0), middle, entry)
            painter.restore()
            return
        selected = option.state & QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        ratio = painter.device().devicePixelRatioF()
        mark = icons.pixmap(entry.icon, tokens.accent_text if selected else tokens.muted, 16, ratio)
        painter.drawPixmap(rect.left() + 14, rect.top() + (rect.height() - 16) // 2, mark)
        left, right = rect.left() + 40, rect.right() - 14
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(tokens.muted))
        if entry.shortcut:
            painter.drawText(
                rect.adjusted(0, 0, -14, 0), middle | Qt.AlignmentFlag.AlignRight, entry.shortcut
            )
            right -= painter.fontMetrics().horizontalAdvance(entry.shortcut) + 12
        painter.setFont(theme.font(bold=entry.intent != COMMAND))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.setPen(QColor(tokens.accent_text if selected else tokens.text))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, title)
        left += metrics.horizontalAdvance(title) + 10
        if entry.detail and right - left > 40:
            painter.setFont(theme.font())
            painter.setPen(QColor(tokens.muted))
            area = QRect(left, rect.top(), right - left, rect.height())
            shown = painter.fontMetrics().elidedText(entry.detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, middle, shown)
        painter.restore()


class SearchPalette(Overlay):
    """Lies over its parent. `provider(text, deliver)` may answer at once or later; the newest text wins.

    `commands` are matched here, by any part of their title, and stand after what the provider found.
    """

    chosen = Signal(str, object)
    """The intent and payload of the entry the user chose."""

    def __init__(
        self, parent: QWidget, provider: Provider, commands: Callable[[], Sequence[PaletteEntry]]
    ) -> None:
        super().__init__(parent)
        self._provider, self._commands = provider, commands
        self._asked = 0
        self._found: Sequence[PaletteEntry] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search, or type a command…"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(lambda _: self._timer.start())
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        layout.addWidget(line())
        self._model = _Entries(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self._point_at)
        self.list.clicked.connect(lambda _: self._choose())
        layout.addWidget(self.list, 1)
        self._empty = text_label(self.tr("Nothing found."), "muted")
        self._empty.setContentsMargins(12, 6, 12, 10)
        layout.addWidget(self._empty)

    def open_palette(self, text: str = "") -> None:
        """Show it, ready for typing."""
        self.field.setText(text)
        self._found = ()
        self.open_overlay()
        self._ask()

    def take_focus(self) -> None:
        """Typing goes to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_overlay(self) -> None:
        """Put it away; answers still under way are forgotten."""
        self._asked += 1
        self._timer.stop()
        super().close_overlay()

    def place(self, room: QRect) -> QRect:
        """Under the search box."""
        width = min(WIDTH, room.width() - 40)
        rows = sum(self.list.sizeHintForRow(row) for row in range(len(self._model.rows)))
        height = self.field.sizeHint().height() + (rows or self._empty.sizeHint().height()) + 40
        limit = min(LIST_HEIGHT, room.height() - 120)
        return QRect((room.width() - width) // 2, min(64, room.height() // 10), width, min(height, limit))

    def entries(self) -> list[PaletteEntry]:
        """What is listed now, in order."""
        return [row for row in self._model.rows if isinstance(row, PaletteEntry)]

    def current_entry(self) -> PaletteEntry | None:
        """The one Enter would choose."""
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, PaletteEntry) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field move in the list."""
        if watched is self.parent():
            return super().eventFilter(watched, event)
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_overlay()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._move(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._move(-1)
        elif key == Qt.Key.Key_PageDown:
            self._move(8)
        elif key == Qt.Key.Key_PageUp:
            self._move(-8)
        else:
            return False
        return True

    def _ask(self) -> None:
        self._timer.stop()
        self._asked += 1
        number = self._asked
        text = self.field.text().strip()
        if not text:
            self._found = ()
            self._show()
            return
        self._show()
        self._provider(text, lambda entries: self._receive(number, entries))

    def _receive(self, number: int, entries: Sequence[PaletteEntry]) -> None:
        if number == self._asked:
            self._found = entries
            self._show()

    def _show(self) -> None:
        wanted = folded(self.field.text().strip())
        commands = [entry for entry in self._commands() if wanted in folded(entry.title)]
        self._model.show_entries([*self._found, *commands])
        self._empty.setVisible(not self._model.rows)
        self.list.setVisible(bool(self._model.rows))
        self._select_from(0, 1)
        if self.isVisible():
            self._arrange()

    def _move(self, step: int) -> None:
        current = self.list.currentIndex().row()
        sign = 1 if step > 0 else -1
        last = len(self._model.rows) - 1
        self._select_from(max(0, min(current + step, last)), sign)

    def _select_from(self, row: int, sign: int) -> None:
        while 0 <= row < len(self._model.rows) and isinstance(self._model.rows[row], str):
            row += sign
        if 0 <= row < len(self._model.rows):
            index = self._model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(self._model.index(0) if row == 1 else index)

    def _point_at(self, index: QModelIndex) -> None:
        if isinstance(index.data(ENTRY_ROLE), PaletteEntry):
            self.list.setCurrentIndex(index)

    def _choose(self) -> None:
        entry = self.current_entry()
        if entry is not None:
            self.close_overlay()
            self.chosen.emit(entry.intent, entry.payload)
