"""Every field of a client, saved as one goes from field to field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import CLIENT_FIELDS, FieldSpec
from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.record_form import Heading, RecordForm, Row
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, clear_layout, scrolling, text_label

translate = QCoreApplication.translate

PERSON, OWN = "person", "own"
PERSON_FIELDS = ("gender", "birth_date", "income_band")
PROPOSED = {
    name: name for name in "tags persona sector size city region country loyalty_tier income_band".split()
} | {"source": "acquisition_source"}
"""The fields that propose the words other clients have there, and the column that holds these."""
SAVED_MS = 2_500


def rows() -> tuple[Row, ...]:
    """The fields in groups, those used most first."""
    return (
        "name",
        ("kind", "status"),
        "former_reason",
        ("reference", "client_since"),
        "verified_on",
        ("sector", "size"),
        "tags",
        Heading("address", translate("RecordTab", "Address and reach")),
        ("email", "phone"),
        "website",
        "street",
        ("postcode", "city"),
        ("region", "country"),
        ("siret", "vat"),
        Heading(PERSON, translate("RecordTab", "The person")),
        ("gender", "birth_date"),
        "income_band",
        Heading("needs", translate("RecordTab", "Persona and needs")),
        "persona",
        "needs",
        "preferences",
        Heading("value", translate("RecordTab", "Role and value")),
        "strategic_role",
        ("growth_potential", "price_sensitivity"),
        ("loyalty_tier", "insolvency_on"),
        ("source", "acquisition_cost"),
        ("visit_km", "replace_months"),
        Heading("notes", translate("RecordTab", "Notes")),
        "notes",
    )


def load_specs(book: Any) -> dict[str, FieldSpec]:
    """The book's own fields."""
    from portfolio_app.services import custom_fields

    return custom_fields.custom_specs(book)


def load_words(book: Any, column: str) -> list[str]:
    """The words that clients have in a column."""
    from portfolio_app.services import segmentations

    return segmentations.values_of(book, column)


class RecordTab(QWidget):
    """The form of a client. What a field cannot hold stays typed, with the reason below it."""

    manage_requested = Signal()
    """The book's own fields are to be changed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        self._values: dict[str, Any] = {}
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
        self.form = RecordForm(CLIENT_FIELDS, rows(), context.today(), "client")
        self.form.left_with.connect(self._save)
        for name in PROPOSED:
            self.form.fields[name].entered.connect(self._propose)
        column.addWidget(self.form)
        self._build_own(column)
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
        is_same = client_id == self.client_id
        if not is_same:
            self.saved.setText("")
        self.client_id, self._values = client_id, values
        for form in self._forms():
            form.set_values(values, keep_typed=is_same)
        self.form.show_field("former_reason", values["status"] == "former")
        for name in (PERSON, *PERSON_FIELDS):
            self.form.show_field(name, values["kind"] == "person")
        self._context.operations.query(self, load_specs, on_result=self._show_own, latest="own")

    def _propose(self, name: str) -> None:
        """Have the words that other clients have in a field proposed, once somebody comes to it."""
        suggest = self.form.fields[name].suggest
        self._context.operations.query(self, load_words, PROPOSED[name], on_result=suggest, latest="words")

    def flush(self) -> None:
        """Save the field the user is in, before another client takes its place."""
        for form in self._forms():
            form.flush()

    def _build_own(self, column: QVBoxLayout) -> None:
        """The place of the fields the user added, and the way to where they are managed."""
        self.own_form: RecordForm | None = None
        self._own_specs: dict[str, FieldSpec] = {}
        self._own_place = QVBoxLayout()
        column.addLayout(self._own_place)
        self.manage_button = button(
            self.tr("Add fields of your own…"), self.manage_requested.emit, variant="link"
        )
        line = QHBoxLayout()
        line.addWidget(self.manage_button)
        line.addStretch()
        column.addLayout(line)

    def _forms(self) -> list[RecordForm]:
        return [self.form] if self.own_form is None else [self.form, self.own_form]

    def _show_own(self, specs: dict[str, FieldSpec]) -> None:
        if list(specs.items()) == list(self._own_specs.items()):
            return
        if self.own_form is not None:
            self.own_form.flush()
        self._own_specs, self.own_form = specs, None
        clear_layout(self._own_place)
        if specs:
            heading = Heading(OWN, self.tr("Your own fields"))
            self.own_form = RecordForm(specs, (heading, *specs), self._context.today(), "client")
            self.own_form.left_with.connect(self._save)
            self.own_form.set_values(self._values)
            self._own_place.addWidget(self.own_form)
        change, add = self.tr("Change your own fields…"), self.tr("Add fields of your own…")
        self.manage_button.setText(change if specs else add)

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
        for form in self._forms():
            if name in form.fields:
                form.fields[name].mark_saved(text)
        self.saved.setText(self.tr("✓ saved"))
        self._timer.start()

    def _refused(self, client_id: int, error: PortfolioError) -> None:
        is_here = client_id == self.client_id
        if not is_here or not any(form.show_error(error) for form in self._forms()):
            self._context.operations.failed.emit(error)

    def _delete(self) -> None:
        from portfolio_app.services import clients

        if self.client_id is not None:
            self._context.operations.run(self, clients.delete_client, self.client_id)
