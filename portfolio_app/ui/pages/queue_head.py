"""Above the queue: how many clients a day, what is done and what is spread, and what the list is grouped by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages import queue_calls, queue_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.queue_snooze import NumberedMenu
from portfolio_app.ui.widgets import ElidedLabel, button, text_label
from portfolio_app.ui.widgets.fields import NumberEdit
from portfolio_app.ui.widgets.popup import Popup

MOST, USUAL = 500, 12
"""The largest capacity of a day, and the one proposed first."""


class CapacityPopup(Popup):
    """How many clients a day: Enter takes the number, "No limit" takes it away, Esc leaves it."""

    chosen = Signal(object)
    """The number, None for no limit."""

    def __init__(self, count: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        title = self.tr("Clients a day")
        layout.addWidget(text_label(title, "strong"))
        explain = text_label(
            self.tr(
                "What has a day of its own comes first; the rest fills the day by priority and goes on over the "
                "next working days. Nobody is dropped, and touches already logged count."
            ),
            "muted",
            wrap=True,
        )
        explain.setFixedWidth(300)
        explain.setMinimumHeight(explain.heightForWidth(300))
        layout.addWidget(explain)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.number = NumberEdit(1, MOST, count or USUAL)
        self.number.setAccessibleName(title)
        row.addWidget(self.number)
        self.take_button = button(self.tr("Apply"), self.take, variant="primary", small=True)
        self.none_button = button(self.tr("No limit"), partial(self._choose, None), small=True)
        row.addWidget(self.take_button)
        row.addStretch()
        row.addWidget(self.none_button)
        layout.addLayout(row)

    def open_below(self, anchor: QWidget) -> None:
        """Show it below a widget, kept on the screen."""
        self.adjustSize()
        room = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 2))
        self.move(max(room.left(), min(place.x(), room.right() - self.width())), place.y())
        self.show()
        self.number.setFocus(Qt.FocusReason.PopupFocusReason)
        self.number.selectAll()

    def take(self) -> None:
        """Take the number typed."""
        self.number.interpretText()
        self._choose(self.number.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the number, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, count: int | None) -> None:
        self.close()
        self.chosen.emit(count)


class QueueHead(QWidget):
    """One line: "5 done today · 31 more spread over the next days", "12 a day", "By segment"."""

    grouping_chosen = Signal(str)
    """One of `queue_words.GROUPINGS`."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.capacity: int | None = None
        self.by = context.settings().queue_by
        self.popup: CapacityPopup | None = None
        self.menu: NumberedMenu | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self.text = ElidedLabel("", "muted")
        row.addWidget(self.text, 1)
        self.capacity_button = self._drop_down(self._open_capacity)
        self.capacity_button.setToolTip(self.tr("How many clients you can contact in a day (P)"))
        self.group_button = self._drop_down(self.open_groupings)
        self.group_button.setToolTip(self.tr("What the list is grouped by (G)"))
        row.addWidget(self.capacity_button)
        row.addWidget(self.group_button)
        self._show_words()

    def _drop_down(self, open_: Callable[[], object]) -> QPushButton:
        made = button("", open_, icon="chevron-down", small=True)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def load(self) -> None:
        """Ask for the capacity."""
        self._context.operations.query(
            self, queue_calls.capacity, on_result=self._show_capacity, latest="capacity"
        )

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say what is done today and how much comes later because the days are full."""
        parts = []
        if done := counts["done_today"]:
            parts.append(self.tr("%n done today", "", done))
        if spread := counts["spread"]:
            over = self.tr("over %n working day(s)", "", counts["spread_days"])
            parts.append(self.tr("%n more spread {days}", "", spread).format(days=over))
        self.text.setText(" · ".join(parts))

    def handles(self, event: QKeyEvent) -> bool:
        """G opens the groupings, P the capacity; False for any other key."""
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() == Qt.Key.Key_G:
            self.open_groupings()
        elif event.key() == Qt.Key.Key_P:
            self._open_capacity()
        else:
            return False
        return True

    def open_groupings(self) -> None:
        """Show the ways to group."""
        self.menu = NumberedMenu(self)
        group = QActionGroup(self.menu)
        for by in queue_words.GROUPINGS:
            action = self.menu.add_numbered(queue_words.grouping(by), partial(self._choose_grouping, by))
            action.setCheckable(True)
            action.setChecked(by == self.by)
            group.addAction(action)
        self.menu.popup(self.group_button.mapToGlobal(QPoint(0, self.group_button.height() + 2)))

    def _choose_grouping(self, by: str) -> None:
        if by == self.by:
            return
        self.by = by
        self._context.settings().queue_by = by
        self._context.save_settings()
        self._show_words()
        self.grouping_chosen.emit(by)

    def _open_capacity(self) -> None:
        self.popup = CapacityPopup(self.capacity, self)
        self.popup.chosen.connect(self._choose_capacity)
        self.popup.open_below(self.capacity_button)

    def _choose_capacity(self, count: int | None) -> None:
        if count != self.capacity:
            self._context.operations.run(self, queue_calls.set_capacity, count)

    def _show_capacity(self, count: int | None) -> None:
        self.capacity = count
        self._show_words()

    def _show_words(self) -> None:
        limit = self.tr("No daily limit") if self.capacity is None else self.tr("%n a day", "", self.capacity)
        self.capacity_button.setText(limit)
        self.group_button.setText(queue_words.grouping(self.by))
