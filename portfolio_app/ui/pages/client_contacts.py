"""The people at a client: how to reach them, edited where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import NotFoundError, PortfolioError
from portfolio_app.services.fields import CONTACT_FIELDS
from portfolio_app.ui import opt_out_words, theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.record_sheets import CONTACT_ROWS
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import client_links
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_consent import ConsentBox
from portfolio_app.ui.widgets import (
    Badge,
    ElidedLabel,
    button,
    clear_layout,
    plain_tooltip,
    scrolling,
    text_label,
)

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ContactView
    from portfolio_app.services.opt_outs import OptOut
    from portfolio_app.services.privacy import ConsentInfo


translate = QCoreApplication.translate


class ReachRow(QWidget):
    """One address or number: a click opens the mail or telephone program, the icon copies it.

    Where its owner does not want that, a click only says so, and what is open instead.
    """

    def __init__(
        self, text: str, url: QUrl, explain: str, channel: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.channel = channel
        self._text, self._url, self._explain = text, url, explain
        self._refused = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        layout = QHBoxLayout()
        layout.setSpacing(0)
        # A click on the words opens; an ampersand in them is no mnemonic.
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 250).replace("&", "&&")
        self.open_button = button(shown, self._open, variant="link")
        layout.addWidget(self.open_button)
        self.copy_button = IconButton("copy", self.tr("Copy {text}").format(text=text))
        self.copy_button.setToolTip(plain_tooltip(self.copy_button.accessibleName()))
        self.copy_button.clicked.connect(partial(client_links.copy_text, text))
        layout.addWidget(self.copy_button)
        self.badge = Badge()
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch()
        column.addLayout(layout)
        self.said = text_label("", "danger", wrap=True)
        self.said.setContentsMargins(4, 0, 0, theme.XS)
        self.said.hide()
        column.addWidget(self.said)
        self.set_opt_out(None)

    def set_opt_out(self, opt_out: OptOut | None) -> None:
        """Say whether its owner refused to be reached by it."""
        refused = opt_out is not None and self.channel in opt_out.refused
        self._refused = (
            opt_out_words.sentence(opt_out, self.channel) if opt_out is not None and refused else ""
        )
        self.badge.set_text(opt_out_words.channel_badge(self.channel) if refused else "", "danger")
        theme.set_property(self.open_button, "consent", "none" if refused else None)
        self.open_button.setToolTip(plain_tooltip(self._refused or self._explain))
        self.open_button.setAccessibleName(f"{self._refused or self._explain}: {self._text}")
        if not refused:
            self.said.hide()

    def _open(self) -> None:
        if not self._refused:
            client_links.open_url(self._url)
            return
        self.said.setText(self._refused)
        self.said.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))


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
        self.consent = ConsentBox(context, "contact", contact.id)
        self._layout.addWidget(self.consent)
        self.reach_rows: list[ReachRow] = []
        self._opt_out: OptOut | None = None
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
        self.reach_rows = reach_rows(values)
        for widget in self.reach_rows:
            widget.set_opt_out(self._opt_out)
            self._facts.addWidget(widget)
        if values["notes"]:
            self._facts.addWidget(text_label(values["notes"][:400], "muted", wrap=True))
        if self.form is not None:
            self.form.set_values(values, keep_typed=True)

    def show_consents(self, known: Mapping[str, ConsentInfo], opt_out: OptOut | None) -> None:
        """Show what the person said about being reached."""
        self._opt_out = opt_out
        self.consent.show_consents(known)
        for row in self.reach_rows:
            row.set_opt_out(opt_out)

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
        self._layout.insertWidget(self._layout.indexOf(self.consent), self.form)
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
    kinds = {
        "email": (client_links.mail_url, translate("ReachRow", "Write an e-mail"), "email"),
        "phone": (client_links.phone_url, translate("ReachRow", "Call this number"), "phone"),
        "mobile": (client_links.phone_url, translate("ReachRow", "Call this number"), "phone"),
        "website": (client_links.web_url, translate("ReachRow", "Open the website"), ""),
    }
    return [
        ReachRow(values[name], make_url(values[name]), explain, channel)
        for name, (make_url, explain, channel) in kinds.items()
        if values.get(name)
    ]


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
        self._own_consent_place = QVBoxLayout()
        column.addLayout(self._own_consent_place)
        self.own_consent: ConsentBox | None = None
        self.own_rows: list[ReachRow] = []
        self._consents = Consents({}, {})
        self._is_person = False
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

    def show_contacts(
        self, client_id: int, own: dict[str, Any], contacts: Sequence[ContactView], *, is_person: bool = False
    ) -> None:
        """Show a client's people; a card being edited stays as it is."""
        if client_id != self._client_id:
            self._consents = Consents({}, {})
        clear_layout(self._own)
        self.own_rows = reach_rows(own)
        for row in self.own_rows:
            self._own.addWidget(row)
        self._is_person = is_person
        self._show_own_consent(client_id, is_person and len(contacts) != 1)
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
        self._show_consents(client_id, self._consents)
        self._context.operations.query(
            self,
            load_consents,
            client_id,
            [contact.id for contact in contacts],
            self.own_consent is not None,
            on_result=partial(self._show_consents, client_id),
            latest="consents",
        )

    def _show_own_consent(self, client_id: int, shown: bool) -> None:
        """A client that is a person consents too; with one contact, that contact is the person."""
        if self.own_consent is not None and (not shown or client_id != self._client_id):
            clear_layout(self._own_consent_place)
            self.own_consent = None
        if shown and self.own_consent is None:
            self.own_consent = ConsentBox(self._context, "client", client_id)
            self._own_consent_place.addWidget(self.own_consent)

    def _show_consents(self, client_id: int, found: Consents) -> None:
        if client_id != self._client_id:
            return
        self._consents = found
        for card in self.cards:
            key = card.contact.id
            card.show_consents(found.known.get(key, {}), found.opt_outs.get(key))
        only = self.cards[0].contact.id if len(self.cards) == 1 and self._is_person else None
        for row in self.own_rows:
            row.set_opt_out(found.opt_outs.get(None) or found.opt_outs.get(only))
        if self.own_consent is not None:
            self.own_consent.show_consents(found.known.get(None, {}))


@dataclass(frozen=True)
class Consents:
    """What the people of a client said, by contact (None: the client itself), and what they refused."""

    known: Mapping[int | None, Mapping[str, ConsentInfo]]
    opt_outs: Mapping[int | None, OptOut]


def load_consents(book: Any, client_id: int, contact_ids: Sequence[int], itself: bool) -> Consents:
    """What those people said; those gone meanwhile are left out."""
    from portfolio_app.services import opt_outs, privacy

    known: dict[int | None, Mapping[str, ConsentInfo]] = {}
    asked = [(privacy.Person("contact", contact_id), contact_id) for contact_id in contact_ids]
    for person, key in (*asked, *([(privacy.Person("client", client_id), None)] if itself else [])):
        try:
            known[key] = privacy.consents(book, person)
        except NotFoundError:
            continue
    return Consents(known, opt_outs.client_opt_outs(book, client_id))
