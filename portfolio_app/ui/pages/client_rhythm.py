"""How often one client is contacted: as its segment is, in a rhythm of its own, or never by rhythm."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import reasons, theme
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.fields import NumberEdit

SEGMENT, OWN, NEVER = "segment", "own", "never"
MAX_DAYS = 3_650
WAIT_MS = 700
"""The numbers are saved when left, or after this pause."""
USUAL = (30, 60)


class RhythmRow(QWidget):
    """The choice, and the two numbers where the rhythm is the client's own."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._client_id: int | None = None
        self._saved: tuple[int | None, int | None] = (None, None)
        self._of_segment = USUAL
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(text_label(self.tr("Contact rhythm"), "strong"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Contact rhythm"))
        for words, code in (
            (self.tr("As its segment"), SEGMENT),
            (self.tr("Its own"), OWN),
            (self.tr("Never by rhythm"), NEVER),
        ):
            self.choice.addItem(words, code)
        self.choice.activated.connect(lambda _: self._chosen())
        self.ideal = NumberEdit(1, MAX_DAYS, USUAL[0])
        self.maximum = NumberEdit(1, MAX_DAYS, USUAL[1])
        self._numbers = QWidget()
        row = QHBoxLayout(self._numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for words, field in ((self.tr("Ideal days"), self.ideal), (self.tr("At most"), self.maximum)):
            label = text_label(words, "caption")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setMinimumWidth(84)
            row.addWidget(label)
            row.addWidget(field)
            field.valueChanged.connect(lambda _=0: self._timer.start())
            field.editingFinished.connect(self._save)
        row.addStretch()
        self._words = text_label("", "muted", wrap=True)
        for widget in (self.choice, self._numbers, self._words):
            column.addWidget(widget)

    def show_values(self, client_id: int, values: dict[str, Any], of_segment: tuple[int, int] | None) -> None:
        """Show a client's choice; `of_segment`: the ideal and maximum days of its segment."""
        if client_id == self._client_id and self._timer.isActive():
            return
        self.flush()
        self._client_id = client_id
        self._of_segment = of_segment or USUAL
        ideal, maximum = values["cadence_ideal_days"], values["cadence_max_days"]
        self._saved = (ideal, maximum)
        code = SEGMENT if ideal is None else NEVER if ideal == 0 else OWN
        self.choice.setCurrentIndex(self.choice.findData(code))
        shown = (ideal, maximum or ideal) if code == OWN else self._of_segment
        for field, days in zip((self.ideal, self.maximum), shown, strict=True):
            was_blocked = field.blockSignals(True)
            field.setValue(days)
            field.blockSignals(was_blocked)
        self._show()

    def flush(self) -> None:
        """Save what is being typed, before another client takes its place."""
        if self._timer.isActive():
            self._save()

    def _chosen(self) -> None:
        self._show()
        self._save()

    def _show(self) -> None:
        code = self.choice.currentData()
        self._numbers.setVisible(code == OWN)
        words = {
            SEGMENT: reasons.rhythm(*self._of_segment),
            NEVER: self.tr("Only reminders, deals, complaints and the like bring this client up."),
        }
        self._words.setText(words.get(code, ""))
        self._words.setVisible(code in words)

    def _entered(self) -> tuple[int | None, int | None]:
        code = self.choice.currentData()
        if code == SEGMENT:
            return None, None
        if code == NEVER:
            return 0, 0
        return self.ideal.value(), max(self.ideal.value(), self.maximum.value())

    def _save(self) -> None:
        from portfolio_app.services import clients

        self._timer.stop()
        entered = self._entered()
        if self._client_id is None or entered == self._saved:
            return
        self._saved = entered
        values = {"cadence_ideal_days": entered[0], "cadence_max_days": entered[1]}
        self._context.operations.run(self, clients.update_client, self._client_id, values)
