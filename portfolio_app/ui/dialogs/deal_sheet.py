"""The panel for an offer to a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from portfolio_app.services.fields import DEAL_FIELDS
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.record_sheets import RecordSheet
from portfolio_app.ui.dialogs.sheet import sheet_of
from portfolio_app.ui.pages.base import UiContext

if TYPE_CHECKING:
    from portfolio_app.services.deals import DealLine


class DealSheet(RecordSheet):
    """An offer: what, how much, how likely, until when."""

    def make_form(self) -> RecordForm:
        """Everything but whether it is won or lost, which is said where it stands."""
        rows = (
            "title",
            ("amount", "probability"),
            ("opened_on", "expected_on"),
            "stage",
            ("next_step", "next_step_on"),
            "notes",
        )
        labels = {"title": self.tr("What is offered")}
        return RecordForm(DEAL_FIELDS, rows, self.context.today(), "deal", labels=labels)

    def open_deal(self, client_id: int, deal: DealLine | None) -> None:
        """Open on an offer, or (None) for a new one."""
        if deal is None:
            values: dict[str, Any] = {"opened_on": self.context.today()}
            self.open_record(client_id, None, self.tr("New deal"), self.tr("Add"), values)
        else:
            values = {name: getattr(deal, name) for name in self.form.fields}
            self.open_record(client_id, deal.id, self.tr("Change a deal"), self.tr("Change"), values)

    def save(self, values: dict[str, Any]) -> None:
        """Add or change it."""
        from portfolio_app.services import deals

        if self.record_id is None:
            self.write(deals.create_deal, self.client_id, values)
        else:
            self.write(deals.update_deal, self.record_id, values)


def open_deal(window: QWidget, context: UiContext, client_id: int, deal: DealLine | None = None) -> DealSheet:
    """Open the window's panel for a new offer to a client, or for one that is there."""
    sheet = sheet_of(DealSheet, window, context)
    sheet.open_deal(client_id, deal)
    return sheet
