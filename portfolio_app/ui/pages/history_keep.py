"""How long the history is kept: two numbers, saved as you go, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from portfolio_app.ui import theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.widgets import Card, add_field, form_layout, text_label
from portfolio_app.ui.widgets.fields import NumberEdit

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.history import HistoryLimit

DAYS, MEGABYTES = (7, 3_650), (5, 2_000)
WAIT_MS = 700
"""Spin boxes are saved when left, or after this pause."""


class KeepPanel(Card):
    """The limit of the history."""

    closed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self.set_title(self.tr("How long the history is kept"))
        self._ops = operations
        self._saved: tuple[int, int] | None = None
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.header.addWidget(close)
        self.days = NumberEdit(*DAYS, DAYS[1], self.tr(" days"))
        self.megabytes = NumberEdit(*MEGABYTES, MEGABYTES[1], self.tr(" MB"))
        form = form_layout()
        add_field(form, self.tr("&At most"), self.days)
        add_field(form, self.tr("&No larger than"), self.megabytes)
        self.body.addLayout(form)
        self.body.addSpacing(theme.XS)
        self.body.addWidget(
            text_label(
                self.tr(
                    "Older steps are forgotten for good when the book is closed: they leave this list and cannot "
                    "be taken back any more. Your records stay as they are. The newest step is always kept. "
                    "While a step is kept, the book also holds what it changed or deleted."
                ),
                "muted",
                wrap=True,
            )
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._save)
        for field in (self.days, self.megabytes):
            field.valueChanged.connect(lambda _=0: self._timer.start())
            field.editingFinished.connect(self._save)

    def show_limit(self, limit: HistoryLimit) -> None:
        """Show what the book holds; what is being typed stays."""
        if self._timer.isActive():
            return
        self._saved = (limit.days, limit.megabytes)
        for field, value in ((self.days, limit.days), (self.megabytes, limit.megabytes)):
            was_blocked = field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(was_blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; what was typed is saved, as when one leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        from portfolio_app.services import history

        self._timer.stop()
        entered = (self.days.value(), self.megabytes.value())
        if self._saved is None or entered == self._saved:
            return
        self._saved = entered
        self._ops.run(self, history.set_history_limit, *entered, on_error=self._failed)

    def _failed(self, error: PortfolioError) -> None:
        self._ops.failed.emit(error)
        self._saved = (0, 0)
