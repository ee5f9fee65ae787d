"""The register of processing: who answers for the data, and the ready document."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import FieldSpec
from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import PrivacyPart, ResultLine, ask_file, language, open_path
from portfolio_app.ui.widgets import Card, button, text_label

SPECS = {name: FieldSpec(name, limit=500) for name in ("name", "siret", "address", "email", "phone", "dpo")}
ROWS = (("name", "siret"), "address", ("email", "phone"), "dpo")
FORM_WIDTH = 720


class RegisterPart(PrivacyPart):
    """A form saved as one goes, and a button that writes the PDF."""

    def __init__(self, context: UiContext, parent: Any = None) -> None:
        super().__init__(context, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        card = Card(margin=theme.L)
        layout.addWidget(card)
        layout.addStretch(1)
        card.body.addWidget(
            text_label(
                self.tr(
                    "The law asks for a register that says which personal data you keep, why, and for how long "
                    "(GDPR, article 30). Say who you are; the document is filled in from this book, ready to be "
                    "read and completed. This is help, not legal advice."
                ),
                "muted",
                wrap=True,
            )
        )
        labels = {
            "name": self.tr("Name of the business"),
            "siret": self.tr("SIRET"),
            "address": self.tr("Address"),
            "email": self.tr("E-mail for requests"),
            "phone": self.tr("Phone"),
            "dpo": self.tr("Data protection officer (if any)"),
        }
        self.form = RecordForm(SPECS, ROWS, context.today(), "controller", labels=labels)
        self.form.setMaximumWidth(FORM_WIDTH)
        self.form.left_with.connect(self._save)
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        self.write_button = button(
            self.tr("Write the register (PDF)…"), self._choose_file, variant="primary", icon="export"
        )
        row.addWidget(self.write_button)
        row.addStretch()
        card.body.addSpacing(theme.S)
        card.body.addLayout(row)
        self.result = ResultLine()
        card.body.addWidget(self.result)

    def load(self) -> None:
        """Ask who answers for the data."""
        self.context.operations.query(self, privacy_calls.controller, on_result=self._show, latest="who")

    def focus_first(self) -> None:
        """The name."""
        self.form.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, values: dict[str, str]) -> None:
        self.form.set_values(values, keep_typed=True)

    def _save(self, name: str, value: Any, text: str) -> None:
        self.context.operations.run(
            self,
            privacy_calls.set_controller,
            {name: str(value or "")},
            on_done=lambda _: self.form.fields[name].mark_saved(text),
            on_error=self._refused,
            announce=False,
        )

    def _refused(self, error: PortfolioError) -> None:
        if not self.form.show_error(error):
            self.result.fail(error)

    def _choose_file(self) -> None:
        self.form.flush()
        day = self.context.today().isoformat()
        name = self.tr("Register of processing {day}").format(day=day)
        ask_file(self, self.tr("Write the register"), name, self.tr("PDF document"), "pdf", self.write)

    def write(self, path: Path) -> None:
        """Write the register as PDF, in the interface's language."""
        self.write_button.setEnabled(False)
        self.context.operations.query(
            self,
            privacy_calls.register,
            path,
            language(),
            on_result=self._written,
            on_error=self._failed,
        )

    def _written(self, path: Path) -> None:
        self.write_button.setEnabled(True)
        self.result.say(
            self.tr("Written: {name}").format(name=path.name), self.tr("Open"), partial(open_path, path)
        )

    def _failed(self, error: PortfolioError) -> None:
        self.write_button.setEnabled(True)
        self.result.fail(error)
