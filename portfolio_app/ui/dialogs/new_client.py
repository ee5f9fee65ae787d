"""A new client with the few facts one has at hand; the rest can be filled in later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import CLIENT_FIELDS, FieldSpec
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.duplicates_words import reasons_text
from portfolio_app.ui.widgets import button, text_label

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.duplicates import LookAlike

DEBOUNCE_MS = 200
MOST = 3
"""So many clients that it may be are named."""
NAME_WIDTH = 340
_CONTACT = "contact_name"
_SPECS = {name: CLIENT_FIELDS[name] for name in ("name", "kind", "city", "phone", "email")}
_SPECS[_CONTACT] = FieldSpec(_CONTACT, limit=500)


def find_alike(book: Any, values: dict[str, Any]) -> list[LookAlike]:
    """Whom the client being typed may be already."""
    from portfolio_app.services import duplicates

    return duplicates.look_alikes(book, values, limit=MOST)


class NewClientSheet(Sheet):
    """Name, kind, city, phone, e-mail and a contact's name."""

    open_existing = Signal(int)
    """The user prefers a client that is there already."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self.set_title(self.tr("New client"))
        self.submit_button.setText(self.tr("Add"))
        self.on_created: Callable[[int], None] | None = None
        self._alike: list[LookAlike] = []
        labels = {_CONTACT: self.tr("Contact's name")}
        rows = ("name", ("kind", "city"), ("phone", "email"), _CONTACT)
        self.form = RecordForm(_SPECS, rows, context.today(), "client", labels=labels)
        self.form.returned.connect(self.submit)
        self.content.addWidget(self.form)
        self.warning = text_label("", "muted", wrap=True)
        self.warning.hide()
        self.content.addWidget(self.warning)
        self.existing_buttons = [
            button("", partial(self._open_existing, number), variant="link") for number in range(MOST)
        ]
        for each in self.existing_buttons:
            each.hide()
            self.content.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch()
        self.another_button = button(self.tr("Add and create another"), self._submit_another)
        self.another_button.setToolTip("Ctrl+Shift+Enter")
        self.footer.insertWidget(1, self.another_button)
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            self._shortcut(keys).activated.connect(self._submit_another)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._look_for_alike)
        for field in self.form.fields.values():
            field.edited.connect(self._timer.start)
        self.form.fields["kind"].edited.connect(self._kind_chosen)

    def first_field(self) -> QWidget:
        """The name."""
        return self.form.fields["name"].editor

    def submit(self) -> None:
        """Add the client and close."""
        self._add(another=False)

    def _submit_another(self) -> None:
        self._add(another=True)

    def _add(self, *, another: bool) -> None:
        if not self.submit_button.isEnabled():
            return
        from portfolio_app.services import clients

        self.form.clear_errors()
        self.say("")
        values, contact = split_values(self.form.values())
        self._set_busy(True)
        self.context.operations.run(
            self,
            clients.create_client,
            values,
            contact,
            on_done=lambda changes: self._added(changes, another),
            on_error=self._refused,
        )

    def _added(self, changes: Changes, another: bool) -> None:
        self._set_busy(False)
        kind = self.form.fields["kind"].value()
        self.form.set_values(
            dict.fromkeys(self.form.fields, "") | {"kind": kind if another else "organisation"}
        )
        self._kind_chosen()
        self._warn([])
        if another:
            self.first_field().setFocus()
        else:
            self.close_sheet()
        for client_id in changes.created.get("client", ()):
            if self.on_created is not None:
                self.on_created(client_id)

    def _refused(self, error: PortfolioError) -> None:
        self._set_busy(False)
        if self.form.show_error(error):
            self.form.fields[str(error.params["field"])].setFocus()
        else:
            self.show_error(error)

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self.hold()
        else:
            self.submit_button.setEnabled(True)
        self.another_button.setEnabled(not busy)

    def _kind_chosen(self) -> None:
        """A person is its own contact."""
        self.form.show_field(_CONTACT, self.form.fields["kind"].value() != "person")

    def _look_for_alike(self) -> None:
        self.context.operations.query(
            self, find_alike, self.form.values(), on_result=self._warn, latest="alike", urgent=True
        )

    def _warn(self, alike: list[LookAlike]) -> None:
        """Say gently whom this may be already; nothing keeps the user from adding a namesake."""
        self._alike = alike
        self.warning.setVisible(bool(alike))
        for number, each in enumerate(self.existing_buttons):
            each.setVisible(number < len(alike))
            if number < len(alike):
                self._name_button(each, alike[number])
        if not alike:
            return
        reason = reasons_text([alike[0].reason])
        reason = reason[:1].lower() + reason[1:]
        if len(alike) == 1:
            words = self.tr(
                "This may be a client you have already: {client} ({reason}). You can add another one all the same."
            )
            self.warning.setText(words.format(client=_placed(alike[0]), reason=reason))
        else:
            words = self.tr(
                "These may be clients you have already ({reason}). You can add another one all the same."
            )
            self.warning.setText(words.format(reason=reason))

    def _name_button(self, each: QPushButton, found: LookAlike) -> None:
        words = self.tr("Open {client}").format(client=_placed(found))
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, NAME_WIDTH)
        each.setText(shown.replace("&", "&&"))
        each.setAccessibleName(words)

    def _open_existing(self, number: int) -> None:
        if number < len(self._alike):
            self.close_sheet()
            self.open_existing.emit(self._alike[number].client_id)


def _placed(found: LookAlike) -> str:
    """The name with the town that tells it from others."""
    return f"{found.name} ({found.place})" if found.place else found.name


def split_values(typed: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The client's values and the contact's: a person, or a named contact, carries e-mail and phone."""
    values = dict(typed)
    contact_name = str(values.pop(_CONTACT, "")).strip()
    reach = {"email": values.get("email", ""), "phone": values.get("phone", "")}
    if values.get("kind") == "person":
        contact_name = str(values.get("name", "")).strip()
    if not contact_name:
        return values, None
    values |= {"email": "", "phone": ""}
    return values, {"full_name": contact_name, **reach}


def open_new_client(window: QWidget, context: UiContext, on_created: Callable[[int], None]) -> NewClientSheet:
    """Open the window's new-client panel; `on_created(client_id)` hears of each client added.

    A client that is there already is opened by the window itself.
    """
    sheet = sheet_of(NewClientSheet, window, context)
    if sheet.on_created is None and isinstance(window, MainWindow):
        sheet.open_existing.connect(partial(window.open, "client"))
    sheet.on_created = on_created
    sheet.open_sheet()
    return sheet
