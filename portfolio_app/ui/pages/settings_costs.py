"""What serving clients costs: a card of the settings, saved as one goes from field to field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.services.fields import FieldSpec
from portfolio_app.ui import i18n
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.widgets import Card, text_label

if TYPE_CHECKING:
    from portfolio_app.services.settings import ContactCosts

HOUR, VISIT, KILOMETRE, ORDER, FIXED = COSTS = ("per_hour", "per_visit", "per_km", "per_order", "fixed_month")


class CostsCard(Card):
    """The costs from which the cost to serve a client, and what it leaves, are worked out."""

    def __init__(self, operations: Operations, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What serving clients costs"))
        self._ops = operations
        self.body.addWidget(
            text_label(
                self.tr(
                    "From the minutes, visits and orders in the book, they give what each client costs to serve and "
                    "what is left of its margin. What is left empty stays unknown and is not counted."
                ),
                "muted",
                wrap=True,
            )
        )
        labels = {
            HOUR: self.tr("One hour of work"),
            VISIT: self.tr("One visit (the journey)"),
            KILOMETRE: self.tr("One kilometre of the journey"),
            ORDER: self.tr("Delivering one order"),
            FIXED: self.tr("Fixed costs of a month"),
        }
        specs = {name: FieldSpec(name, "money") for name in COSTS}
        rows = ((HOUR, VISIT), (KILOMETRE, ORDER), FIXED)
        self.form = RecordForm(specs, rows, today, "setting", labels=labels)
        self.form.left_with.connect(lambda *_: self._save())
        self.body.addWidget(self.form)

    def show_costs(self, costs: ContactCosts, currency: str) -> None:
        """Show what the book says, in its currency; what is being typed stays."""
        for field in self.form.fields.values():
            field.show_unit(i18n.currency_symbol(currency))
        self.form.set_values({name: getattr(costs, name) for name in COSTS}, keep_typed=True)

    def _save(self) -> None:
        from portfolio_app.services import settings

        values = self.form.values()
        texts = {name: field.text() for name, field in self.form.fields.items()}
        self._ops.run(
            self,
            settings.set_costs,
            on_done=lambda _: self._saved(texts),
            on_error=self._refused,
            **{name: values[name] for name in COSTS},
        )

    def _saved(self, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self.form.fields[name].mark_saved(text)

    def _refused(self, error: PortfolioError) -> None:
        if not self.form.show_error(error):
            self._ops.failed.emit(error)


def load_costs(book: Any) -> ContactCosts:
    """What the book says serving clients costs."""
    from portfolio_app.services import settings

    return settings.costs(book)
