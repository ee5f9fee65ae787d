"""The fields that a column can be imported into."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

PERIOD = "@"
"""What stands between `sale.amount` and the period that a whole column of amounts is about."""
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
    "integer",
    "probability",
    "address",
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
        """The record: client, contact, contact2, contact3, sale, product, interaction, follow_up, deal, survey
        or key_date.
        """
        return self.name.partition(".")[0]

    @property
    def joinable(self) -> bool:
        """Whether several columns may fill it together; two columns of client names are two clients, though."""
        if self.name == "client.name":
            return False
        return self.type in ("text", "notes", "tags", "address") or PERIOD in self.name


_FURTHER_PERSON: dict[str, FieldType] = {
    "full_name": "text", "first_name": "text", "last_name": "text", "role": "text", "email": "email",
    "phone": "phone", "mobile": "phone",
}  # fmt: skip
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
    Field("client.address", "address"),
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
    Field("client.verified_on", "date"),
    Field("client.visit_km", "days"),
    Field("client.replace_months", "days"),
    Field("contact.full_name", "text", names_client=True),
    Field("contact.first_name", "text", names_client=True),
    Field("contact.last_name", "text", names_client=True),
    Field("contact.role", "text"),
    Field("contact.email", "email", names_client=True),
    Field("contact.phone", "phone"),
    Field("contact.mobile", "phone"),
    Field("contact.notes", "notes"),
    *(
        Field(f"{person}.{name}", kind)
        for person in ("contact2", "contact3")
        for name, kind in _FURTHER_PERSON.items()
    ),
    Field("sale.date", "date"),
    Field("sale.order_reference", "text"),
    Field("sale.amount", "money"),
    Field("sale.quantity", "quantity"),
    Field("sale.unit_price", "money"),
    Field("sale.discount", "percent"),
    Field("sale.discount_amount", "money"),
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
    Field("deal.title", "text"),
    Field("deal.amount", "money"),
    Field("deal.status", "choice"),
    Field("deal.stage", "text"),
    Field("deal.probability", "probability"),
    Field("deal.opened_on", "date"),
    Field("deal.expected_on", "date"),
    Field("deal.closed_on", "date"),
    Field("deal.lost_reason", "text"),
    Field("deal.next_step", "text"),
    Field("deal.next_step_on", "date"),
    Field("deal.notes", "notes"),
    Field("survey.date", "date"),
    Field("survey.kind", "choice"),
    Field("survey.score", "integer"),
    Field("survey.comment", "notes"),
    Field("key_date.on", "date"),
    Field("key_date.label", "text"),
    Field("key_date.kind", "choice"),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""Every importable field by name, in the order that a list shows them."""

NAMING_FIELDS = frozenset(field.name for field in _ALL if field.names_client)
"""Fields of which one at least must be mapped and filled, or nobody knows whose row it is."""

NUMBER_TYPES = frozenset({"money", "quantity", "percent", "number", "probability"})

OWN = "client.custom."
"""What the names of the fields begin with that the user added to the book: "client.custom.<code>"."""
_PERIOD = re.compile(r"((?:19|20)\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?", re.ASCII)
_OWN_TYPES: dict[str, FieldType] = {
    "text": "text", "number": "number", "date": "date", "choice": "own_choice", "yes_no": "truth",
}  # fmt: skip


def own_field(code: str, type: str, title: str, choices: Sequence[str] = ()) -> Field:
    """The importable field for one that the user added; `type` is one of `models.enums.CustomFieldType`."""
    return Field(OWN + code, _OWN_TYPES[type], title=title, choices=tuple(choices))


def period_field(name: str) -> Field | None:
    """The field `sale.amount@2023`, `sale.amount@2023-05` or `sale.amount@2023-Q2`; `None` for another name."""
    base, _, period = name.partition(PERIOD)
    if base != "sale.amount" or last_day(period) is None:
        return None
    return Field(name, "money")


def last_day(period: str) -> date | None:
    """The last day of “2023”, “2023-05” or “2023-Q2”; `None` for what is no period."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    year, month, quarter = found.groups()
    last = int(month) if month else 3 * int(quarter) if quarter else 12
    return date(int(year), last, monthrange(int(year), last)[1])


MAX_NOTES = 32_767
MAX_TEXT = 500


def longest(field: Field) -> int:
    """Longest text a cell of this field may hold, in characters."""
    return MAX_NOTES if field.type in ("notes", "tags") else MAX_TEXT
