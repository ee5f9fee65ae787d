"""Every field of a client, saved as one goes from field to field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import CLIENT_FIELDS
from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, scrolling, text_label

ROWS: tuple[str | tuple[str, ...], ...] = (
    "name",
    ("kind", "status"),
    "former_reason",
    ("reference", "client_since"),
    ("sector", "size"),
    ("email", "phone"),
    "website",
    "street",
    ("postcode", "city"),
    ("region", "country"),
    ("siret", "vat"),
    "source",
    "tags",
    "notes",
)
SAVED_MS = 2_500


class RecordTab(QWidget):
    """The form of a client. What a field cannot hold stays typed, with the reason below it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, 0, 0)
        layout.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Saved as you go"), "caption"))
        row.addStretch()
        self.saved = text_label("", "caption")
        row.addWidget(self.saved)
        layout.addLayout(row)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.S, theme.M)
        self.form = RecordForm(CLIENT_FIELDS, ROWS, context.today(), "client")
        self.form.left_with.connect(self._save)
        column.addWidget(self.form)
        column.addSpacing(theme.S)
        self.delete_button = button(
            self.tr("Delete this client"), self._delete, variant="danger", icon="trash"
        )
        line = QHBoxLayout()
        line.addWidget(self.delete_button)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        layout.addWidget(scrolling(body), 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_MS)
        self._timer.timeout.connect(lambda: self.saved.setText(""))

    def show_values(self, client_id: int, values: dict[str, Any]) -> None:
        """Show a client's record; for the same client what is being typed stays."""
        self.form.set_values(values, keep_typed=client_id == self.client_id)
        if client_id != self.client_id:
            self.saved.setText("")
        self.client_id = client_id
        self.form.show_field("former_reason", values["status"] == "former")

    def flush(self) -> None:
        """Save the field the user is in, before another client takes its place."""
        self.form.flush()

    def _save(self, name: str, value: Any, text: str) -> None:
        from portfolio_app.services import clients

        client_id = self.client_id
        if client_id is None:
            return
        self._context.operations.run(
            self,
            clients.update_client,
            client_id,
            {name: value},
            on_done=lambda _: self._was_saved(client_id, name, text),
            on_error=lambda error: self._refused(client_id, error),
            announce=False,
        )

    def _was_saved(self, client_id: int, name: str, text: str) -> None:
        if client_id != self.client_id:
            return
        self.form.fields[name].mark_saved(text)
        self.saved.setText(self.tr("✓ saved"))
        self._timer.start()

    def _refused(self, client_id: int, error: PortfolioError) -> None:
        if client_id != self.client_id or not self.form.show_error(error):
            self._context.operations.failed.emit(error)

    def _delete(self) -> None:
        from portfolio_app.services import clients

        if self.client_id is not None:
            self._context.operations.run(self, clients.delete_client, self.client_id)
