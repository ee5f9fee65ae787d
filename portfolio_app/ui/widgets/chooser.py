"""A small popup to choose from a long list: a field to search in, and the list under headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.basic import text_label
from portfolio_app.ui.widgets.popup import Popup
from portfolio_app.ui.widgets.search_palette import folded

WIDTH, ROWS, LINE = 330, 12, 26
KEY_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Choice:
    """One line: `key` is what choosing it tells. Choices of one `group` stand together under its name."""

    key: str
    text: str
    group: str = ""
    explain: str = ""


class ChooserPopup(Popup):
    """Closes on Escape or a click beside it; with `checkable`, several can be chosen one after the other."""

    toggled = Signal(str, bool)
    """A checkable choice was put on or off."""
    chosen = Signal(str)
    """A choice that is not checkable was made; the popup is closed."""

    def __init__(self, title: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._choices = list(choices)
        self._checked: set[str] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search…"))
        self.field.setAccessibleName(title)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._fill())
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.model = QStandardItemModel(self.list)
        self.list.setModel(self.model)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.list.installEventFilter(self)
        layout.addWidget(self.list, 1)
        self._nothing = text_label(self.tr("Nothing of that name."), "muted")
        self._nothing.hide()
        layout.addWidget(self._nothing)

    def open_below(self, anchor: QWidget, checked: Collection[str] | None = None) -> None:
        """Show it below a widget, kept on the screen; with `checked` the choices can be put on and off."""
        self._checked = set(checked) if checked is not None else None
        self._fill()
        lines = min(max(self.model.rowCount(), 3), ROWS)
        self.resize(WIDTH, LINE * lines + self.field.sizeHint().height() + 44)
        room = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keys(self) -> list[str]:
        """The choices in sight, in their order."""
        found = (self.model.item(row).data(KEY_ROLE) for row in range(self.model.rowCount()))
        return [str(key) for key in found if key is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the field to the list, letters from the list to the field; Enter takes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
            return True
        if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if watched is self.list and key == Qt.Key.Key_Space:
            self._take(self.list.currentIndex().row())
            return True
        return False

    def _fill(self) -> None:
        """The choices whose text, or whose heading, holds every word typed."""
        words = folded(self.field.text()).split()
        self.model.clear()
        group = ""
        for choice in self._choices:
            sought = folded(f"{choice.text} {choice.group}")
            if not all(word in sought for word in words):
                continue
            if choice.group != group:
                group = choice.group
                self._add_heading(group)
            item = QStandardItem(choice.text)
            item.setData(choice.key, KEY_ROLE)
            item.setSizeHint(QSize(0, LINE))
            item.setToolTip(plain_tooltip(choice.explain))
            if self._checked is not None:
                state = Qt.CheckState.Checked if choice.key in self._checked else Qt.CheckState.Unchecked
                item.setData(state, Qt.ItemDataRole.CheckStateRole)
            self.model.appendRow(item)
        self._nothing.setVisible(not self.model.rowCount())
        self._step(1, from_start=True)

    def _add_heading(self, text: str) -> None:
        heading = QStandardItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(theme.font("caption", bold=True))
        heading.setForeground(QColor(theme.current().muted))
        heading.setSizeHint(QSize(0, LINE))
        self.model.appendRow(heading)

    def _step(self, by: int, *, from_start: bool = False) -> None:
        """To the next line that can be chosen."""
        row = (-1 if from_start else self.list.currentIndex().row()) + by
        while 0 <= row < self.model.rowCount():
            if self.model.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentIndex(self.model.index(row, 0))
                return
            row += by

    def _take(self, row: int) -> None:
        item = self.model.item(row) if 0 <= row < self.model.rowCount() else None
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        key = str(item.data(KEY_ROLE))
        if self._checked is None:
            self.close()
            self.chosen.emit(key)
            return
        is_on = key not in self._checked
        self._checked ^= {key}
        state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        item.setData(state, Qt.ItemDataRole.CheckStateRole)
        self.toggled.emit(key, is_on)
