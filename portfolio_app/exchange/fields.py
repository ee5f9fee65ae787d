"""The fields that a column can be imported into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FieldType = Literal[
    "text",
    "notes",
    "email",
    "phone",
    "date",
    "money",
    "quantity",
    "percent",
    "minutes",
    "days",
    "tags",
    "choice",
    "stage",
    "state",
    "number",
    "own_choice",
    "truth",
]


@dataclass(frozen=True, slots=True)
class Field:
    """One importable field. `name` is what mappings write, `group` the record it belongs to.

    `names_client`: a value of this field is enough to tell which client a row is about. `title` and `choices` are
    those of a field that the user added to the book, see `own_field`.
    """

    name: str
    type: FieldType
    names_client: bool = False
    title: str = ""
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The record: client, contact, sale, product, interaction or follow_up."""
        return self.name.partition(".")[0]


_ALL = (
    Field("client.reference", "text", names_client=True),
    Field("client.name", "text", names_client=True),
    Field("client.kind", "choice"),
    Field("client.sector", "text"),
    Field("client.size", "text"),
    Field("client.siret", "text", names_client=True),
    Field("client.vat", "text"),
    Field("client.email", "email", names_client=True),
    Field("client.phone", "phone"),
    Field("client.website", "text"),
    Field("client.street", "text"),
    Field("client.postcode", "text"),
    Field("client.city", "text"),
    Field("client.region", "text"),
    Field("client.country", "text"),
    Field("client.status", "choice"),
    Field("client.tags", "tags"),
    Field("client.notes", "notes"),
    Field("client.source", "text"),
    Field("client.acquisition_cost", "money"),
    Field("client.since", "date"),
    Field("client.persona", "text"),
    Field("client.needs", "notes"),
    Field("client.preferences", "notes"),
    Field("client.strategic_role", "choice"),
    Field("client.loyalty_tier", "text"),
    Field("client.price_sensitivity", "choice"),
    Field("client.growth_potential", "choice"),
    Field("client.gender", "choice"),
    Field("client.birth_date", "date"),
    Field("client.income_band", "text"),
    Field("client.insolvency_on", "date"),
    Field("client.cadence_ideal_days", "days"),
    Field("client.cadence_max_days", "days"),
    Field("contact.full_name", "text", names_client=True),
    Field("contact.first_name", "text", names_client=True),
    Field("contact.last_name", "text", names_client=True),
    Field("contact.role", "text"),
    Field("contact.email", "email", names_client=True),
    Field("contact.phone", "phone"),
    Field("contact.mobile", "phone"),
    Field("sale.date", "date"),
    Field("sale.order_reference", "text"),
    Field("sale.amount", "money"),
    Field("sale.quantity", "quantity"),
    Field("sale.unit_price", "money"),
    Field("sale.discount", "percent"),
    Field("sale.cost", "money"),
    Field("sale.margin", "money"),
    Field("sale.due_on", "date"),
    Field("sale.paid_on", "date"),
    Field("sale.stage", "stage"),
    Field("sale.status", "state"),
    Field("product.name", "text"),
    Field("product.reference", "text"),
    Field("product.category", "text"),
    Field("product.price", "money"),
    Field("interaction.date", "date"),
    Field("interaction.kind", "choice"),
    Field("interaction.subject", "text"),
    Field("interaction.body", "notes"),
    Field("interaction.minutes", "minutes"),
    Field("interaction.outcome", "choice"),
    Field("interaction.direction", "choice"),
    Field("follow_up.due_on", "date"),
    Field("follow_up.title", "text"),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""Every importable field by name, in the order that a list shows them."""

NAMING_FIELDS = frozenset(field.name for field in _ALL if field.names_client)
"""Fields of which one at least must be mapped and filled, or nobody knows whose row it is."""

NUMBER_TYPES = frozenset({"money", "quantity", "percent", "number"})

OWN = "client.custom."
"""What the names of the fields begin with that the user added to the book: "client.custom.<code>"."""
_OWN_TYPES: dict[str, FieldType] = {
    "text": "text", "number": "number", "date": "date", "choice": "own_choice", "yes_no": "truth",
}  # fmt: skip


def own_field(code: str, type: str, title: str, choices: Sequence[str] = ()) -> Field:
    """The importable field for one that the user added; `type` is one of `models.enums.CustomFieldType`."""
    return Field(OWN + code, _OWN_TYPES[type], title=title, choices=tuple(choices))


MAX_NOTES = 32_767
MAX_TEXT = 500


def longest(field: Field) -> int:
    """Longest text a cell of this field may hold, in characters."""
    return MAX_NOTES if field.type in ("notes", "tags") else MAX_TEXT
