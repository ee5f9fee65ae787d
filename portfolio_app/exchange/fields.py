"""The fields that a column can be imported into."""

from __future__ import annotations

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
    "tags",
    "choice",
    "stage",
    "state",
]


@dataclass(frozen=True, slots=True)
class Field:
    """One importable field. `name` is what mappings write, `group` the record it belongs to.

    `names_client`: a value of this field is enough to tell which client a row is about.
    """

    name: str
    type: FieldType
    names_client: bool = False

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
    Field("client.since", "date"),
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

NUMBER_TYPES = frozenset({"money", "quantity", "percent"})

MAX_NOTES = 32_767
MAX_TEXT = 500


def longest(field: Field) -> int:
    """Longest text a cell of this field may hold, in characters."""
    return MAX_NOTES if field.type in ("notes", "tags") else MAX_TEXT
