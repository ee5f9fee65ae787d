"""The people at a client: how to reach them, edited where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import CONTACT_FIELDS
from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.record_sheets import CONTACT_ROWS
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import client_links
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import ElidedLabel, button, clear_layout, plain_tooltip, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ContactView


translate = QCoreApplication.translate


class ReachRow(QWidget):
    """One address or number: a click opens the mail or telephone program, the icon copies it."""

    def __init__(self, text: str, url: QUrl, explain: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # A click on the words opens; an ampersand in them is no mnemonic.
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 250).replace("&", "&&")
        self.open_button = button(shown, partial(client_links.open_url, url), variant="link")
        self.open_button.setToolTip(explain)
        self.open_button.setAccessibleName(f"{explain}: {text}")
        layout.addWidget(self.open_button)
        self.copy_button = IconButton("copy", self.tr("Copy {text}").format(text=text))
        self.copy_button.setToolTip(plain_tooltip(self.copy_button.accessibleName()))
        self.copy_button.clicked.connect(partial(client_links.copy_text, text))
        layout.addWidget(self.copy_button)
        layout.addStretch()


class ContactCard(QFrame):
    """One person. The pencil opens the fields in place; each is saved on leaving it."""

    def __init__(self, context: UiContext, contact: ContactView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        self.contact = contact
        self.form: RecordForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        self._layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(0)
        self._name = ElidedLabel("", "strong")
        head.addWidget(self._name, 1)
        self.edit_button = IconButton("edit", self.tr("Edit this contact"))
        self.edit_button.clicked.connect(self.toggle_form)
        self.delete_button = IconButton("trash", self.tr("Delete this contact"))
        self.delete_button.clicked.connect(self._delete)
        head.addWidget(self.edit_button)
        head.addWidget(self.delete_button)
        self._layout.addLayout(head)
        self._facts_box = QWidget()
        self._facts = QVBoxLayout(self._facts_box)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(0)
        self._layout.addWidget(self._facts_box)
        self.show_contact(contact)

    def show_contact(self, contact: ContactView) -> None:
        """Show the person as the book knows them now; what is being typed stays."""
        self.contact = contact
        values = contact.values
        names = (values["full_name"], values["email"], values["phone"], values["mobile"])
        self._name.setText(next((name for name in names if name), ""))
        clear_layout(self._facts)
        if values["role"]:
            self._facts.addWidget(text_label(values["role"], "muted", wrap=True))
        for widget in reach_rows(values):
            self._facts.addWidget(widget)
        if values["notes"]:
            self._facts.addWidget(text_label(values["notes"][:400], "muted", wrap=True))
        if self.form is not None:
            self.form.set_values(values, keep_typed=True)

    def toggle_form(self) -> None:
        """Open the fields, or close them again."""
        if self.form is not None:
            self.form.flush()
            self.form.deleteLater()
            self.form.hide()
            self.form = None
            self._facts_box.show()
            return
        self.form = RecordForm(CONTACT_FIELDS, CONTACT_ROWS, self._context.today(), "contact")
        self.form.set_values(self.contact.values)
        self.form.left_with.connect(self._save)
        self._layout.addWidget(self.form)
        self._facts_box.hide()
        self.form.fields["full_name"].setFocus()

    def _save(self, name: str, value: Any, text: str) -> None:
        from portfolio_app.services import clients

        form = self.form

        def saved(_: object) -> None:
            if form is not None and form is self.form:
                form.fields[name].mark_saved(text)

        self._context.operations.run(
            self,
            clients.update_contact,
            self.contact.id,
            {name: value},
            on_done=saved,
            on_error=self._refused,
            announce=False,
        )

    def _refused(self, error: PortfolioError) -> None:
        if self.form is None or not self.form.show_error(error):
            self._context.operations.failed.emit(error)

    def _delete(self) -> None:
        from portfolio_app.services import clients

        self._context.operations.run(self, clients.delete_contact, self.contact.id)


def reach_rows(values: dict[str, Any]) -> list[ReachRow]:
    """The e-mail and numbers among some values, each ready to use."""
    rows = []
    if values.get("email"):
        rows.append(
            ReachRow(
                values["email"],
                client_links.mail_url(values["email"]),
                translate("ReachRow", "Write an e-mail"),
            )
        )
    for name in ("phone", "mobile"):
        if values.get(name):
            rows.append(
                ReachRow(
                    values[name],
                    client_links.phone_url(values[name]),
                    translate("ReachRow", "Call this number"),
                )
            )
    if values.get("website"):
        rows.append(
            ReachRow(
                values["website"],
                client_links.web_url(values["website"]),
                translate("ReachRow", "Open the website"),
            )
        )
    return rows


class ContactsTab(QWidget):
    """The client's own address lines, then a card per person."""

    add_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._client_id: int | None = None
        self.cards: list[ContactCard] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.S, 0, 0)
        outer.setSpacing(theme.S)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        column.addLayout(self._own)
        self._people = QVBoxLayout()
        self._people.setSpacing(theme.S)
        column.addLayout(self._people)
        self._nothing = text_label(self.tr("Nobody is known here yet."), "muted", wrap=True)
        column.addWidget(self._nothing)
        self.add_button = button(self.tr("Contact"), self.add_requested.emit, icon="plus")
        self.add_button.setAccessibleName(self.tr("New contact"))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        outer.addWidget(scrolling(body))

    def show_contacts(self, client_id: int, own: dict[str, Any], contacts: Sequence[ContactView]) -> None:
        """Show a client's people; a card being edited stays as it is."""
        clear_layout(self._own)
        for row in reach_rows(own):
            self._own.addWidget(row)
        ids = [card.contact.id for card in self.cards]
        if client_id == self._client_id and ids == [contact.id for contact in contacts]:
            for card, contact in zip(self.cards, contacts, strict=True):
                if card.contact != contact:
                    card.show_contact(contact)
        else:
            self._client_id = client_id
            clear_layout(self._people)
            self.cards = [ContactCard(self._context, contact) for contact in contacts]
            for card in self.cards:
                self._people.addWidget(card)
        self._nothing.setVisible(not contacts)
