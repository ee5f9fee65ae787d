"""Planning something on a day of the calendar: first for whom, then the panel of follow-ups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.dialogs.client_picker import ClientPicker
from portfolio_app.ui.dialogs.record_sheets import open_follow_up
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.popup import Popup

WIDTH, HEIGHT = 340, 300


class PlanPopup(Popup):
    """Asks for a client; Esc leaves."""

    def __init__(
        self, context: UiContext, day: date, choose: Callable[[int], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        title = self.tr("Plan on {day}").format(day=i18n.long_date(day))
        self.setAccessibleName(title)
        layout.addWidget(text_label(title, "strong", wrap=True))
        self.picker = ClientPicker(context.operations)
        layout.addWidget(self.picker)
        layout.addStretch()
        self._choose = choose
        self.picker.chosen.connect(self._chosen)
        self.resize(WIDTH, HEIGHT)

    def open_at(self, place: QPoint) -> None:
        """Show it, ready for the keyboard."""
        super().open_at(place)
        self.picker.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, client_id: int | None) -> None:
        if client_id is not None:
            self.close()
            self._choose(client_id)


def open_plan(window: QWidget, context: UiContext, client_id: int, day: date) -> None:
    """The window's panel for a new follow-up on that day."""
    sheet = open_follow_up(window, context, client_id)
    sheet.form.fields["due_on"].set_value(day)
