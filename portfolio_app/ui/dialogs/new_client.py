"""A new client with the few facts one has at hand; the rest can be filled in later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import CLIENT_FIELDS, FieldSpec
from portfolio_app.ui.dialogs.client_picker import Found
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.search_palette import folded

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

DEBOUNCE_MS = 200
_CONTACT = "contact_name"
_SPECS = {name: CLIENT_FIELDS[name] for name in ("name", "kind", "city", "phone", "email")}
_SPECS[_CONTACT] = FieldSpec(_CONTACT, limit=500)


def same_name(book: Any, name: str) -> Found | None:
    """A client whose name is that one, accents, case and blanks aside."""
    from portfolio_app.services import client_views

    wanted = " ".join(folded(name).split())
    if not wanted:
        return None
    ids = client_views.client_ids(book, book.today(), sort="relevance", query=name)[:20]
    rows = client_views.client_rows(book, ids, book.today(), figures=False)
    same = (row for row in rows if " ".join(folded(row.name).split()) == wanted)
    return next((Found(row.id, row.name, row.city) for row in same), None)


class NewClientSheet(Sheet):
    """Name, kind, city, phone, e-mail and a contact's name."""

    open_existing = Signal(int)
    """The user prefers the client of the same name that is there already."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self.set_title(self.tr("New client"))
        self.submit_button.setText(self.tr("Add"))
        self.on_created: Callable[[int], None] | None = None
        self._existing: Found | None = None
        labels = {_CONTACT: self.tr("Contact's name")}
        rows = ("name", ("kind", "city"), ("phone", "email"), _CONTACT)
        self.form = RecordForm(_SPECS, rows, context.today(), "client", labels=labels)
        self.form.returned.connect(self.submit)
        self.content.addWidget(self.form)
        self.warning = text_label("", "muted", wrap=True)
        self.existing_button = button("", self._open_existing, variant="link")
        self.warning.hide()
        self.existing_button.hide()
        self.content.addWidget(self.warning)
        self.content.addWidget(self.existing_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch()
        self.another_button = button(self.tr("Add and create another"), self._submit_another)
        self.another_button.setToolTip("Ctrl+Shift+Enter")
        self.footer.insertWidget(1, self.another_button)
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            self._shortcut(keys).activated.connect(self._submit_another)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._look_for_same)
        self.form.fields["name"].edited.connect(self._timer.start)
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
        self._warn(None)
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

    def _look_for_same(self) -> None:
        name = self.form.fields["name"].text()
        self.context.operations.query(self, same_name, name, on_result=self._warn, latest="same", urgent=True)

    def _warn(self, existing: Found | None) -> None:
        self._existing = existing
        self.warning.setVisible(existing is not None)
        self.existing_button.setVisible(existing is not None)
        if existing is None:
            return
        where = f"{existing.name} ({existing.detail})" if existing.detail else existing.name
        self.warning.setText(
            self.tr(
                "There is already a client of that name: {client}. You can add another one all the same."
            ).format(client=where)
        )
        self.existing_button.setText(self.tr("Open the one that exists"))

    def _open_existing(self) -> None:
        if self._existing is not None:
            self.close_sheet()
            self.open_existing.emit(self._existing.client_id)


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

    A client of the same name that is there already is opened by the window itself.
    """
    sheet = sheet_of(NewClientSheet, window, context)
    if sheet.on_created is None and isinstance(window, MainWindow):
        sheet.open_existing.connect(partial(window.open, "client"))
    sheet.on_created = on_created
    sheet.open_sheet()
    return sheet
