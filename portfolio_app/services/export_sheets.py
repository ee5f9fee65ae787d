"""The sheets of the exported workbook: which columns they have and where their values come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from portfolio_app.services import fields as declared

COMPUTED = (
    "segment", "abc", "revenue_window", "revenue_previous", "revenue", "orders", "last_sale", "last_touch",
    "next_action",
)  # fmt: skip
"""Columns of the clients' sheet that are worked out, not stored."""
CONSENTS = ("consent_email", "consent_phone")
CHOSEN = "(SELECT value FROM json_each(?))"
"""The clients of a list of numbers written as JSON, in SQL."""


CONTACT, PRODUCT = "contact", "product"
"""Fields that name another record: the person at the client, and what was sold."""


def _same(specs: Mapping[str, object], *without: str) -> dict[str, str]:
    """Fields whose columns have their names."""
    return {name: name for name in specs if name not in without}


@dataclass(frozen=True)
class Sheet:
    """A sheet of records read straight from the book: its columns (title's key, kind, width).

    `sql` gives the record's id, its client's id, then the columns' values in order; `{chosen}` in it is where the
    condition on some clients goes, see `sql_for`. `coded` columns hold codes to be translated, whose words begin with
    the prefix given there. `table`: of the records. `fields`: what may be edited in the workbook, the record's field
    by the column's key.
    """

    key: str
    table: str
    sql: str
    columns: tuple[tuple[str, str, float], ...]
    coded: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)

    def sql_for(self, client_ids: Sequence[int] | None) -> tuple[str, tuple[str, ...]]:
        """The query for everybody, or for some clients, and its parameters."""
        if client_ids is None:
            return self.sql.format(chosen=""), ()
        return self.sql.format(chosen=f"WHERE c.id IN {CHOSEN} "), (json.dumps(list(client_ids)),)


CLIENTS = Sheet(
    "clients",
    "client",
    "SELECT c.id, c.id, reference, name, kind, status, sector, size, siret, vat, email, phone, website, street, "
    "postcode, city, region, country, source, acquisition_cost, (SELECT group_concat(value, ', ') "
    "FROM json_each(CASE WHEN json_valid(tags) THEN tags ELSE '[]' END) WHERE type = 'text'), "
    "client_since, persona, needs, preferences, strategic_role, loyalty_tier, price_sensitivity, growth_potential, "
    "gender, birth_date, income_band, insolvency_on, cadence_ideal_days, cadence_max_days, verified_on, visit_km, "
    "replace_months, notes, custom "
    "FROM client c {chosen}ORDER BY sort_name, id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("kind", "text", 14),
        ("status", "text", 12),
        ("segment", "text", 16),
        ("abc", "text", 11),
        ("revenue_window", "money", 16),
        ("revenue_previous", "money", 16),
        ("revenue", "money", 16),
        ("orders", "integer", 10),
        ("last_sale", "date", 12),
        ("last_touch", "date", 12),
        ("next_action", "date", 12),
        ("sector", "text", 18),
        ("size", "text", 14),
        ("siret", "text", 16),
        ("vat", "text", 16),
        ("email", "text", 28),
        ("phone", "text", 18),
        ("website", "text", 24),
        ("street", "text", 28),
        ("postcode", "text", 10),
        ("city", "text", 18),
        ("region", "text", 16),
        ("country", "text", 14),
        ("source", "text", 16),
        ("acquisition_cost", "money", 16),
        ("tags", "text", 20),
        ("client_since", "date", 12),
        ("persona", "text", 20),
        ("needs", "text", 30),
        ("preferences", "text", 30),
        ("strategic_role", "text", 20),
        ("loyalty_tier", "text", 16),
        ("price_sensitivity", "text", 14),
        ("growth_potential", "text", 14),
        ("gender", "text", 10),
        ("birth_date", "date", 12),
        ("income_band", "text", 14),
        ("insolvency_on", "date", 14),
        ("cadence_ideal_days", "integer", 12),
        ("cadence_max_days", "integer", 12),
        ("verified_on", "date", 12),
        ("visit_km", "integer", 12),
        ("replace_months", "integer", 12),
        ("notes", "text", 40),
    ),
    {
        "kind": "",
        "status": "",
        "strategic_role": "role_",
        "price_sensitivity": "level_",
        "growth_potential": "level_",
        "gender": "gender_",
    },
    fields={"client": "name", **_same(declared.CLIENT_FIELDS, "name", "former_reason")},
)
"""Its columns without the book's own fields and the consents, which come after them. Its query gives the client's
id first and the values of the book's own fields last."""
CONTACTS = Sheet(
    "contacts",
    "contact",
    "SELECT t.id, c.id, c.reference, c.name, t.full_name, t.first_name, t.last_name, t.role, t.email, t.phone, "
    "t.mobile, t.notes FROM contact t JOIN client c ON c.id = t.client_id {chosen}ORDER BY c.sort_name, c.id, t.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("full_name", "text", 26),
        ("first_name", "text", 14),
        ("last_name", "text", 18),
        ("role", "text", 18),
        ("email", "text", 30),
        ("phone", "text", 18),
        ("mobile", "text", 18),
        ("notes", "text", 40),
        *((key, "text", 16.0) for key in CONSENTS),
    ),
    fields=_same(declared.CONTACT_FIELDS),
)
SALES = Sheet(
    "sales",
    "sale",
    "SELECT s.id, c.id, c.reference, c.name, s.date, s.order_reference, p.reference, p.name, p.category, s.quantity, "
    "s.amount, s.discount, s.cost, s.due_on, s.paid_on FROM sale s JOIN client c ON c.id = s.client_id "
    "LEFT JOIN product p ON p.id = s.product_id {chosen}ORDER BY s.date, s.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("date", "date", 12),
        ("order_reference", "text", 16),
        ("product_reference", "text", 16),
        ("product", "text", 34),
        ("category", "text", 16),
        ("quantity", "quantity", 10),
        ("amount", "money", 16),
        ("discount", "money", 16),
        ("cost", "money", 16),
        ("payment_due", "date", 12),
        ("paid_on", "date", 12),
    ),
    fields={"product": PRODUCT, "payment_due": "due_on", **_same(declared.SALE_FIELDS, "due_on")},
)
INTERACTIONS = Sheet(
    "interactions",
    "interaction",
    'SELECT i.id, c.id, c.reference, c.name, i."on", i.kind, i.direction, t.full_name, i.minutes, i.outcome, '
    "i.subject, i.body, i.due_on, i.resolved_on FROM interaction i JOIN client c ON c.id = i.client_id "
    'LEFT JOIN contact t ON t.id = i.contact_id {chosen}ORDER BY i."on", i.id',
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("date", "date", 12),
        ("kind", "text", 14),
        ("direction", "text", 12),
        ("full_name", "text", 26),
        ("minutes", "integer", 10),
        ("outcome", "text", 16),
        ("subject", "text", 30),
        ("body", "text", 60),
        ("deadline", "date", 12),
        ("resolved_on", "date", 12),
    ),
    {"kind": "", "direction": "", "outcome": ""},
    fields={
        "date": "on",
        "full_name": CONTACT,
        "deadline": "due_on",
        **_same(declared.INTERACTION_FIELDS, "on", "due_on"),
    },
)
FOLLOW_UPS = Sheet(
    "follow_ups",
    "follow_up",
    "SELECT f.id, c.id, c.reference, c.name, f.due_on, f.due_time, f.time_zone, f.kind, f.title, f.reason, "
    "f.status, f.done_on, f.repeat_every, f.repeat_unit, f.repeat_until, f.notes "
    "FROM follow_up f JOIN client c ON c.id = f.client_id {chosen}ORDER BY f.due_on, f.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("due_on", "date", 12),
        ("due_time", "text", 8),
        ("time_zone", "text", 14),
        ("kind", "text", 14),
        ("title", "text", 40),
        ("due_reason", "text", 20),
        ("status", "text", 14),
        ("done_on", "date", 12),
        ("repeat_every", "integer", 12),
        ("repeat_unit", "text", 12),
        ("repeat_until", "date", 12),
        ("notes", "text", 40),
    ),
    {"kind": "", "status": "", "due_reason": "due_", "repeat_unit": "unit_"},
    fields={"status": "status", **_same(declared.FOLLOW_UP_FIELDS, "uid")},
)
DEALS = Sheet(
    "deals",
    "deal",
    "SELECT d.id, c.id, c.reference, c.name, d.title, d.status, d.stage, d.amount, d.probability, d.opened_on, "
    "d.expected_on, d.next_step, d.next_step_on, d.closed_on, d.lost_reason, d.notes FROM deal d "
    "JOIN client c ON c.id = d.client_id {chosen}ORDER BY d.opened_on, d.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("deal", "text", 34),
        ("status", "text", 12),
        ("stage", "text", 16),
        ("amount", "money", 16),
        ("probability", "integer", 12),
        ("opened_on", "date", 12),
        ("expected_on", "date", 12),
        ("next_step", "text", 30),
        ("next_step_on", "date", 12),
        ("closed_on", "date", 12),
        ("lost_reason", "text", 24),
        ("notes", "text", 40),
    ),
    {"status": "deal_"},
    fields={"deal": "title", **_same(declared.DEAL_FIELDS, "title")},
)
SURVEYS = Sheet(
    "survey_answers",
    "survey_answer",
    'SELECT s.id, c.id, c.reference, c.name, t.full_name, s."on", s.kind, s.score, s.comment FROM survey_answer s '
    "JOIN client c ON c.id = s.client_id LEFT JOIN contact t ON t.id = s.contact_id "
    '{chosen}ORDER BY s."on", s.id',
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("full_name", "text", 26),
        ("date", "date", 12),
        ("survey", "text", 10),
        ("score", "integer", 10),
        ("comment", "text", 50),
    ),
    {"survey": "survey_"},
    fields={
        "full_name": CONTACT,
        "date": "on",
        "survey": "kind",
        **_same(declared.SURVEY_FIELDS, "on", "kind"),
    },
)
KEY_DATES = Sheet(
    "key_dates",
    "key_date",
    'SELECT k.id, c.id, c.reference, c.name, t.full_name, k.kind, k.label, k."on", '
    "CASE WHEN k.yearly THEN 'yes' ELSE 'no' END, k.notice_days FROM key_date k "
    'JOIN client c ON c.id = k.client_id LEFT JOIN contact t ON t.id = k.contact_id {chosen}ORDER BY k."on", k.id',
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("full_name", "text", 26),
        ("key_date", "text", 20),
        ("label", "text", 30),
        ("date", "date", 12),
        ("yearly", "text", 12),
        ("notice_days", "integer", 12),
    ),
    {"key_date": "key_", "yearly": ""},
    fields={
        "full_name": CONTACT,
        "date": "on",
        "key_date": "kind",
        **_same(declared.KEY_DATE_FIELDS, "on", "kind"),
    },
)
PLANS = Sheet(
    "plans",
    "enrolment",
    "SELECT e.id, c.id, c.reference, c.name, p.name, s.title, e.started_on, e.ended_on, e.end_reason FROM enrolment e "
    "JOIN client c ON c.id = e.client_id JOIN plan p ON p.id = e.plan_id "
    "LEFT JOIN plan_step s ON s.id = e.step_id {chosen}ORDER BY p.name, p.id, e.started_on, e.id",
    (
        ("reference", "text", 14),
        ("client", "text", 30),
        ("plan", "text", 26),
        ("step", "text", 36),
        ("started_on", "date", 12),
        ("ended_on", "date", 12),
        ("end_reason", "text", 18),
    ),
    {"end_reason": "plan_"},
)
RECORDS = (CLIENTS, CONTACTS, SALES, INTERACTIONS, FOLLOW_UPS, DEALS, SURVEYS, KEY_DATES, PLANS)
"""The sheets of records, in their order in the workbook."""
