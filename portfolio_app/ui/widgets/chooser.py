"""A small popup to choose from a long list: a field to search in, the list under headings, and what each is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.widgets.basic import text_label
from portfolio_app.ui.widgets.popup import Popup
from portfolio_app.ui.widgets.search_palette import folded

WIDTH, ROWS, LINE, PAGE = 340, 12, 26, 8
KEY_ROLE = int(Qt.ItemDataRole.UserRole)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


_NOT_FOUND = 5


@dataclass(frozen=True)
class Choice:
    """One line: `key` is what choosing it tells. Choices of one `group` stand together under its name.

    `also`: words it is found by that stand nowhere else.
    """

    key: str
    text: str
    group: str = ""
    explain: str = ""
    also: str = ""


def _rank(choice: Choice, typed: str) -> int:
    """How well a choice fits: 0 where its text begins so, then by words of it that do, parts of it, the rest."""
    text, also, words = folded(choice.text), folded(choice.also), typed.split()
    if text.startswith(typed):
        return 0
    beginnings = re.split(r"\W+", text)
    if all(any(each.startswith(word) for each in beginnings) for word in words):
        return 1
    if all(word in text for word in words):
        return 2
    if all(any(each.startswith(word) for each in also.split()) for word in words):
        return 3
    rest = f"{text} {also} {folded(choice.group)} {folded(choice.explain)}"
    return 4 if all(word in rest for word in words) else _NOT_FOUND


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
        self.list.selectionModel().currentChanged.connect(lambda _: self._explain())
        self.list.installEventFilter(self)
        layout.addWidget(self.list, 1)
        self._nothing = text_label(self.tr("Nothing of that name."), "muted")
        self._nothing.hide()
        layout.addWidget(self._nothing)
        self._about = text_label("", "caption", wrap=True)
        self._about.setMinimumHeight(self._about.fontMetrics().height() * 3)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._about)
        self._about.setVisible(any(choice.explain for choice in choices))

    def open_below(self, anchor: QWidget, checked: Collection[str] | None = None, current: str = "") -> None:
        """Show it below a widget, kept on the screen; with `checked` the choices can be put on and off.

        `current`: the choice to begin at, the first one without.
        """
        self._checked = set(checked) if checked is not None else None
        self._fill()
        lines = min(max(self.model.rowCount(), 3), ROWS)
        about = self._about.minimumHeight() + theme.S if not self._about.isHidden() else 0
        self.resize(WIDTH, LINE * lines + self.field.sizeHint().height() + about + 44)
        room = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self._go_to(current)
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
        if watched is self.field and (by := _STEPS.get(Qt.Key(key))) is not None:
            self._step(by)
            return True
        if watched is self.list and key == Qt.Key.Key_Space:
            self._take(self.list.currentIndex().row())
            return True
        return False

    def _fill(self) -> None:
        """The choices in which every word typed is found, the best matches first."""
        typed = folded(self.field.text()).strip()
        ranked = [(_rank(choice, typed), choice) for choice in self._choices]
        found = [choice for rank, choice in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOT_FOUND]
        self.model.clear()
        group = ""
        for choice in found:
            if choice.group != group:
                group = choice.group
                self._add_heading(group)
            item = QStandardItem(choice.text)
            item.setData(choice.key, KEY_ROLE)
            item.setSizeHint(QSize(0, LINE))
            if self._checked is not None:
                state = Qt.CheckState.Checked if choice.key in self._checked else Qt.CheckState.Unchecked
                item.setData(state, Qt.ItemDataRole.CheckStateRole)
            self.model.appendRow(item)
        self._nothing.setVisible(not self.model.rowCount())
        self._go_to("")

    def _add_heading(self, text: str) -> None:
        heading = QStandardItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(theme.font("caption", bold=True))
        heading.setForeground(QColor(theme.current().muted))
        heading.setSizeHint(QSize(0, LINE))
        self.model.appendRow(heading)

    def _open_rows(self) -> list[int]:
        """The lines that can be chosen: all but the headings."""
        rows = range(self.model.rowCount())
        return [row for row in rows if self.model.item(row).data(KEY_ROLE) is not None]

    def _step(self, by: int) -> None:
        """So many choices down, or up, as far as there are some."""
        rows = self._open_rows()
        if rows:
            place = rows.index(self.list.currentIndex().row()) + by
            self.list.setCurrentIndex(self.model.index(rows[max(0, min(place, len(rows) - 1))], 0))

    def _go_to(self, key: str) -> None:
        """To a choice, brought into the middle; to the first one when it is not there."""
        rows = self._open_rows()
        row = next((row for row in rows if self.model.item(row).data(KEY_ROLE) == key), None)
        if row is not None or rows:
            index = self.model.index(rows[0] if row is None else row, 0)
            self.list.setCurrentIndex(index)
            if row is not None:
                self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _explain(self) -> None:
        item = self.model.itemFromIndex(self.list.currentIndex())
        told = {choice.key: choice.explain for choice in self._choices}
        self._about.setText(told.get(str(item.data(KEY_ROLE)), "") if item is not None else "")

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
