"""Panels for the records that hang on a client: a contact, a line of a sale, a planned follow-up, a key date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import (
    CONTACT_FIELDS,
    FOLLOW_UP_FIELDS,
    KEY_DATE_FIELDS,
    SALE_FIELDS,
    FieldSpec,
)
from portfolio_app.ui import agenda_words
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.dialogs.client_picker import Found, find_client
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import text_label

if TYPE_CHECKING:
    from portfolio_app.services.client_views import TimelineItem
    from portfolio_app.services.key_dates import KeyDateView
    from portfolio_app.services.sales import SaleLine

CONTACT_ROWS = ("full_name", "role", "email", ("phone", "mobile"), "notes")
_REPEATS = ("repeat_every", "repeat_unit", "repeat_until")


class RecordSheet(Sheet):
    """A form that writes one record, new or known, and closes."""

    form: RecordForm

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self.client_id = 0
        self.record_id: int | None = None
        self._whose = text_label("", "muted", wrap=True)
        self.content.addWidget(self._whose)
        self.form = self.make_form()
        self.content.addWidget(self.form)
        self.content.addStretch()

    def make_form(self) -> RecordForm:
        """The fields."""
        raise NotImplementedError

    def save(self, values: dict[str, Any]) -> None:
        """Run the service, through `write`."""
        raise NotImplementedError

    def open_record(
        self, client_id: int, record_id: int | None, title: str, action: str, values: Mapping[str, Any]
    ) -> None:
        """Open on a record (None: a new one)."""
        if client_id != self.client_id:
            self._whose.setText("")
        self.client_id, self.record_id = client_id, record_id
        self.set_title(title)
        self.context.operations.query(
            self, find_client, client_id, on_result=self._say_whose, on_error=lambda _: None, latest="whose"
        )
        self.submit_button.setText(action)
        empty = dict.fromkeys(self.form.fields)
        self.form.set_values(empty | dict(values))
        self.submit_button.setEnabled(True)
        self.open_sheet()

    def _say_whose(self, found: Found | None) -> None:
        """The panel may lie over the client's page, or have been opened elsewhere."""
        if found is not None and found.client_id == self.client_id:
            self._whose.setText(found.name)

    def first_field(self) -> QWidget:
        """The first of the form."""
        return next(iter(self.form.fields.values())).editor

    def submit(self) -> None:
        """Write the record."""
        if self.submit_button.isEnabled():
            self.form.clear_errors()
            self.say("")
            self.save(self.form.values())

    def write(self, service: Any, *args: Any) -> None:
        """Run a service; what it refuses stays in the form with the reason."""
        self.hold()
        self.context.operations.run(
            self, service, *args, on_done=lambda _: self._written(), on_error=self._refused
        )

    def _written(self) -> None:
        self.submit_button.setEnabled(True)
        self.close_sheet()

    def _refused(self, error: PortfolioError) -> None:
        self.submit_button.setEnabled(True)
        if self.form.show_error(error):
            self.form.fields[str(error.params["field"])].setFocus()
        else:
            self.show_error(error)


class ContactSheet(RecordSheet):
    """A person at a client."""

    def make_form(self) -> RecordForm:
        """Who, what role, how to reach them."""
        return RecordForm(CONTACT_FIELDS, CONTACT_ROWS, self.context.today(), "contact")

    def open_new(self, client_id: int) -> None:
        """Open for a new contact of that client."""
        self.open_record(client_id, None, self.tr("New contact"), self.tr("Add"), {})

    def save(self, values: dict[str, Any]) -> None:
        """Add the contact."""
        from portfolio_app.services import clients

        self.write(clients.create_contact, self.client_id, values)


class SaleSheet(RecordSheet):
    """One line of an order."""

    def make_form(self) -> RecordForm:
        """What, when, how much."""
        specs = SALE_FIELDS | {"product": FieldSpec("product", limit=500)}
        rows = (
            ("date", "amount"),
            "product",
            ("quantity", "discount"),
            ("cost", "order_reference"),
            ("due_on", "paid_on"),
        )
        labels = {
            "product": self.tr("Product"),
            "cost": self.tr("Cost (for the margin)"),
            "discount": self.tr("Discount, already taken off"),
            "due_on": self.tr("To be paid by"),
        }
        return RecordForm(specs, rows, self.context.today(), "sale", labels=labels)

    def first_field(self) -> QWidget:
        """The amount: the day is mostly right already."""
        return self.form.fields["amount"].editor

    def save(self, values: dict[str, Any]) -> None:
        """Add or change the line."""
        from portfolio_app.services import sales

        product = str(values.pop("product"))
        if self.record_id is None:
            self.write(sales.add_sale, self.client_id, values, product)
        else:
            self.write(sales.update_sale, self.record_id, values, product)

    def open_line(self, client_id: int, line: SaleLine | None) -> None:
        """Open on a line, or (None) for a new one; the book's products are proposed."""
        from portfolio_app.services import sales

        if line is None:
            values: dict[str, Any] = {"date": self.context.today()}
            self.open_record(client_id, None, self.tr("New sale"), self.tr("Add"), values)
        else:
            values = {name: getattr(line, name) for name in self.form.fields}
            self.open_record(client_id, line.id, self.tr("Change a sale"), self.tr("Change"), values)
        self.context.operations.query(
            self, sales.product_names, on_result=self.form.fields["product"].suggest, latest="products"
        )


class FollowUpSheet(RecordSheet):
    """Something to do for a client by a day, once or again and again."""

    def make_form(self) -> RecordForm:
        """What, when, how, how often."""
        rows = (
            "title",
            ("due_on", "due_time"),
            "kind",
            ("repeat_every", "repeat_unit"),
            "repeat_until",
            "notes",
        )
        labels = {
            "due_time": self.tr("Time (optional)"),
            "repeat_every": self.tr("Comes again every"),
            "repeat_unit": self.tr("Days, weeks, months…"),
            "repeat_until": self.tr("Until (optional)"),
        }
        form = RecordForm(FOLLOW_UP_FIELDS, rows, self.context.today(), "follow_up", labels=labels)
        form.edited.connect(self._show_end)
        return form

    def open_item(self, client_id: int, item: TimelineItem | None) -> None:
        """Open on what was planned, or (None) for something new, a week from now."""
        self._zone = item.time_zone if item is not None else ""
        if item is None:
            values: dict[str, Any] = {"due_on": self.context.today() + timedelta(days=7), "kind": "call"}
            self.open_record(client_id, None, self.tr("Plan a follow-up"), self.tr("Plan"), values)
        else:
            values = {name: getattr(item, name) for name in ("due_time", "kind", "title", *_REPEATS)}
            values |= {"due_on": item.on, "notes": item.body}
            self.open_record(client_id, item.id, self.tr("Change a follow-up"), self.tr("Change"), values)
        away = self._zone if self._zone not in ("", agenda_words.local_zone()) else ""
        self.form.fields["due_time"].show_unit(away)
        self._show_end()

    def save(self, values: dict[str, Any]) -> None:
        """Plan it, or change what was planned."""
        from portfolio_app.services import follow_ups

        values["due_time"] = typed.read_time(values["due_time"])
        values["time_zone"] = (self._zone or agenda_words.local_zone()) if values["due_time"] else ""
        if values["repeat_unit"] and not values["repeat_every"]:
            values["repeat_every"] = 1
        if self.record_id is None:
            self.write(follow_ups.plan_follow_up, self.client_id, values)
        else:
            self.write(follow_ups.update_follow_up, self.record_id, values)

    def _show_end(self) -> None:
        """A last day is asked for only where it comes again."""
        fields = self.form.fields
        repeats = bool(fields["repeat_unit"].text() or fields["repeat_every"].text().strip())
        self.form.show_field("repeat_until", repeats)


class KeyDateSheet(RecordSheet):
    """A day that matters with a client."""

    def make_form(self) -> RecordForm:
        """Which day, of what, and how long before it comes up."""
        rows = (("kind", "on"), "label", ("yearly", "notice_days"))
        labels = {
            "label": self.tr("Of what or whom (optional)"),
            "yearly": self.tr("Every year"),
            "notice_days": self.tr("Days of notice"),
        }
        form = RecordForm(KEY_DATE_FIELDS, rows, self.context.today(), "key_date", labels=labels)
        form.edited.connect(self._propose)
        return form

    def open_key_date(self, client_id: int, key_date: KeyDateView | None) -> None:
        """Open on a day that was noted, or (None) for a new one."""
        self._kind = ""
        if key_date is None:
            values: dict[str, Any] = {"kind": "renewal", "on": self.context.today() + timedelta(days=365)}
            self.open_record(client_id, None, self.tr("New key date"), self.tr("Add"), values)
        else:
            values = {name: getattr(key_date, name) for name in self.form.fields}
            self.open_record(client_id, key_date.id, self.tr("Change a key date"), self.tr("Change"), values)
            self._kind = key_date.kind
        self._propose()

    def save(self, values: dict[str, Any]) -> None:
        """Add or change it."""
        from portfolio_app.services import key_dates

        if self.record_id is None:
            self.write(key_dates.create_key_date, self.client_id, values)
        else:
            self.write(key_dates.update_key_date, self.record_id, values)

    def _propose(self) -> None:
        """With the kind comes what is usual for it."""
        from portfolio_app.services import key_dates

        kind = self.form.fields["kind"].text()
        if kind == self._kind:
            return
        self._kind = kind
        self.form.set_values(key_dates.defaults(kind))


def open_key_date(
    window: QWidget, context: UiContext, client_id: int, key_date: KeyDateView | None = None
) -> KeyDateSheet:
    """Open the window's panel for a new day that matters, or for one that is there."""
    sheet = sheet_of(KeyDateSheet, window, context)
    sheet.open_key_date(client_id, key_date)
    return sheet


def open_new_contact(window: QWidget, context: UiContext, client_id: int) -> ContactSheet:
    """Open the window's panel for a new contact of a client."""
    sheet = sheet_of(ContactSheet, window, context)
    sheet.open_new(client_id)
    return sheet


def open_sale(window: QWidget, context: UiContext, client_id: int, line: SaleLine | None = None) -> SaleSheet:
    """Open the window's panel for a new line of a sale, or for one that is there."""
    sheet = sheet_of(SaleSheet, window, context)
    sheet.open_line(client_id, line)
    return sheet


def open_follow_up(
    window: QWidget, context: UiContext, client_id: int, item: TimelineItem | None = None
) -> FollowUpSheet:
    """Open the window's panel to plan a follow-up, or to change one."""
    sheet = sheet_of(FollowUpSheet, window, context)
    sheet.open_item(client_id, item)
    return sheet
