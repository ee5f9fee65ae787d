"""Choosing an indicator: a box that opens a list under headings, searched by typing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import metric_words, theme
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import line, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox
from portfolio_app.ui.widgets.search_palette import folded

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column
    from portfolio_app.analysis.frames import CustomColumn

WIDTH, HEIGHT = 340, 380
_NAME = int(Qt.ItemDataRole.UserRole)


class MetricList(QFrame):
    """The list itself, in a window of its own that closes by a click beside it or Escape."""

    chosen = Signal(str)

    def __init__(
        self, names: Collection[str], customs: Sequence[CustomColumn], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._customs = customs
        self._groups = metric_words.groups(names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.S)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search an indicator…"))
        self.field.setAccessibleName(self.tr("Search an indicator"))
        self.field.textEdited.connect(self._fill)
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Indicators"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda _: self._explain())
        self.list.itemClicked.connect(lambda _: self._choose())
        layout.addWidget(self.list, 1)
        layout.addWidget(line())
        self._about = text_label("", "caption", wrap=True)
        self._about.setMinimumHeight(self._about.fontMetrics().height() * 3)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._about)
        self.resize(WIDTH, HEIGHT)
        self._fill("", current)

    def showEvent(self, event: QShowEvent) -> None:
        """The indicator chosen so far stands in the middle."""
        super().showEvent(event)
        item = self.list.currentItem()
        if item is not None:
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field is typed in; Enter chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if (step := steps.get(Qt.Key(event.key()))) is not None:
                self._step(step)
                return True
        return False

    def _fill(self, typed: str, current: str = "") -> None:
        sought = folded(typed).split()
        self.list.clear()
        for heading, members in self._groups:
            found = [name for name in members if self._fits(name, heading, sought)]
            if found:
                item = QListWidgetItem(heading, self.list)
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(theme.font("caption", bold=True))
            for name in found:
                item = QListWidgetItem(metric_words.title(name, self._customs), self.list)
                item.setData(_NAME, name)
                if name == current:
                    self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self._step(1)

    def _fits(self, name: str, heading: str, sought: Sequence[str]) -> bool:
        text = folded(f"{metric_words.title(name, self._customs)} {heading} {metric_words.explanation(name)}")
        return all(part in text for part in sought)

    def _step(self, by: int) -> None:
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_NAME)]
        if not rows:
            return
        place = rows.index(self.list.currentRow()) + by if self.list.currentRow() in rows else 0
        self.list.setCurrentRow(rows[max(0, min(place, len(rows) - 1))])

    def _explain(self) -> None:
        item = self.list.currentItem()
        self._about.setText(metric_words.explanation(item.data(_NAME)) if item and item.data(_NAME) else "")

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(_NAME):
            name = str(item.data(_NAME))
            self.close()
            self.chosen.emit(name)


class MetricBox(ChoiceBox):
    """Shows the indicator of a condition; opens the list of all of them in place of its own."""

    chosen = Signal(str)

    def __init__(self, metric: str, columns: Mapping[str, Column], customs: Sequence[CustomColumn]) -> None:
        super().__init__()
        self._metric, self._columns, self._customs = metric, columns, customs
        title = metric_words.title(metric, customs)
        self.addItem(title, metric)
        self.setAccessibleName(self.tr("Indicator: {name}").format(name=title))
        self.setToolTip(plain_tooltip(f"{title}\n{metric_words.explanation(metric, customs)}"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Offer the indicators."""
        popup = MetricList(self._columns, self._customs, self._metric, self)
        popup.chosen.connect(self.chosen)
        at = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - WIDTH)))
        at.setY(max(room.top(), min(at.y(), room.bottom() - HEIGHT)))
        popup.move(at)
        popup.show()
        popup.field.setFocus()
