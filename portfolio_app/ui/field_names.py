"""The words for the fields of records, used by forms, by the import page and in errors."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

RECORDS = {
    "client": QT_TRANSLATE_NOOP("Fields", "Client"),
    "contact": QT_TRANSLATE_NOOP("Fields", "Contact"),
    "contact2": QT_TRANSLATE_NOOP("Fields", "Second contact"),
    "contact3": QT_TRANSLATE_NOOP("Fields", "Third contact"),
    "sale": QT_TRANSLATE_NOOP("Fields", "Sale"),
    "product": QT_TRANSLATE_NOOP("Fields", "Product"),
    "interaction": QT_TRANSLATE_NOOP("Fields", "Touch"),
    "follow_up": QT_TRANSLATE_NOOP("Fields", "Follow-up"),
    "deal": QT_TRANSLATE_NOOP("Fields", "Deal"),
    "survey_answer": QT_TRANSLATE_NOOP("Fields", "Survey answer"),
    "survey": QT_TRANSLATE_NOOP("Fields", "Survey answer"),
    "key_date": QT_TRANSLATE_NOOP("Fields", "Key date"),
    "plan": QT_TRANSLATE_NOOP("Fields", "Plan"),
    "plan_step": QT_TRANSLATE_NOOP("Fields", "Step of a plan"),
    "enrolment": QT_TRANSLATE_NOOP("Fields", "Enrolment in a plan"),
}
FIELDS = {
    "reference": QT_TRANSLATE_NOOP("Fields", "reference"),
    "name": QT_TRANSLATE_NOOP("Fields", "name"),
    "kind": QT_TRANSLATE_NOOP("Fields", "type"),
    "sector": QT_TRANSLATE_NOOP("Fields", "sector"),
    "size": QT_TRANSLATE_NOOP("Fields", "size"),
    "siret": QT_TRANSLATE_NOOP("Fields", "SIRET"),
    "vat": QT_TRANSLATE_NOOP("Fields", "VAT number"),
    "email": QT_TRANSLATE_NOOP("Fields", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("Fields", "phone"),
    "mobile": QT_TRANSLATE_NOOP("Fields", "mobile"),
    "website": QT_TRANSLATE_NOOP("Fields", "website"),
    "address": QT_TRANSLATE_NOOP("Fields", "whole address"),
    "street": QT_TRANSLATE_NOOP("Fields", "street"),
    "postcode": QT_TRANSLATE_NOOP("Fields", "postcode"),
    "city": QT_TRANSLATE_NOOP("Fields", "city"),
    "region": QT_TRANSLATE_NOOP("Fields", "region"),
    "country": QT_TRANSLATE_NOOP("Fields", "country"),
    "status": QT_TRANSLATE_NOOP("Fields", "status"),
    "tags": QT_TRANSLATE_NOOP("Fields", "tags"),
    "notes": QT_TRANSLATE_NOOP("Fields", "notes"),
    "source": QT_TRANSLATE_NOOP("Fields", "source"),
    "since": QT_TRANSLATE_NOOP("Fields", "client since"),
    "client_since": QT_TRANSLATE_NOOP("Fields", "client since"),
    "former_reason": QT_TRANSLATE_NOOP("Fields", "why former"),
    "full_name": QT_TRANSLATE_NOOP("Fields", "full name"),
    "first_name": QT_TRANSLATE_NOOP("Fields", "first name"),
    "last_name": QT_TRANSLATE_NOOP("Fields", "last name"),
    "role": QT_TRANSLATE_NOOP("Fields", "role"),
    "date": QT_TRANSLATE_NOOP("Fields", "date"),
    "on": QT_TRANSLATE_NOOP("Fields", "date"),
    "order_reference": QT_TRANSLATE_NOOP("Fields", "order reference"),
    "amount": QT_TRANSLATE_NOOP("Fields", "amount"),
    "quantity": QT_TRANSLATE_NOOP("Fields", "quantity"),
    "unit_price": QT_TRANSLATE_NOOP("Fields", "unit price"),
    "discount": QT_TRANSLATE_NOOP("Fields", "discount"),
    "discount_amount": QT_TRANSLATE_NOOP("Fields", "amount of the discount"),
    "cost": QT_TRANSLATE_NOOP("Fields", "cost"),
    "margin": QT_TRANSLATE_NOOP("Fields", "margin"),
    "stage": QT_TRANSLATE_NOOP("Fields", "stage"),
    "category": QT_TRANSLATE_NOOP("Fields", "category"),
    "price": QT_TRANSLATE_NOOP("Fields", "price"),
    "subject": QT_TRANSLATE_NOOP("Fields", "subject"),
    "body": QT_TRANSLATE_NOOP("Fields", "text"),
    "minutes": QT_TRANSLATE_NOOP("Fields", "minutes"),
    "outcome": QT_TRANSLATE_NOOP("Fields", "outcome"),
    "direction": QT_TRANSLATE_NOOP("Fields", "direction"),
    "due_on": QT_TRANSLATE_NOOP("Fields", "due date"),
    "due_time": QT_TRANSLATE_NOOP("Fields", "time"),
    "title": QT_TRANSLATE_NOOP("Fields", "what to do"),
    "done_on": QT_TRANSLATE_NOOP("Fields", "done on"),
    "resolved_on": QT_TRANSLATE_NOOP("Fields", "resolved on"),
    "at": QT_TRANSLATE_NOOP("Fields", "time"),
    "reason": QT_TRANSLATE_NOOP("Fields", "reason"),
    "client_id": QT_TRANSLATE_NOOP("Fields", "client"),
    "contact_id": QT_TRANSLATE_NOOP("Fields", "contact"),
    "product_id": QT_TRANSLATE_NOOP("Fields", "product"),
    "channel": QT_TRANSLATE_NOOP("Fields", "channel"),
    "state": QT_TRANSLATE_NOOP("Fields", "state"),
    "proof": QT_TRANSLATE_NOOP("Fields", "proof"),
    "code": QT_TRANSLATE_NOOP("Fields", "code"),
    "colour": QT_TRANSLATE_NOOP("Fields", "colour"),
    "position": QT_TRANSLATE_NOOP("Fields", "order of the rules"),
    "display_order": QT_TRANSLATE_NOOP("Fields", "order in lists"),
    "rule": QT_TRANSLATE_NOOP("Fields", "rule"),
    "key": QT_TRANSLATE_NOOP("Fields", "setting"),
    "value": QT_TRANSLATE_NOOP("Fields", "value"),
    "history_days": QT_TRANSLATE_NOOP("Fields", "days of history"),
    "history_megabytes": QT_TRANSLATE_NOOP("Fields", "size of the history"),
    "currency": QT_TRANSLATE_NOOP("Fields", "currency"),
    "ideal_days": QT_TRANSLATE_NOOP("Fields", "ideal days between touches"),
    "max_days": QT_TRANSLATE_NOOP("Fields", "maximum days between touches"),
    "persona": QT_TRANSLATE_NOOP("Fields", "persona"),
    "needs": QT_TRANSLATE_NOOP("Fields", "needs"),
    "preferences": QT_TRANSLATE_NOOP("Fields", "preferences"),
    "strategic_role": QT_TRANSLATE_NOOP("Fields", "strategic role"),
    "loyalty_tier": QT_TRANSLATE_NOOP("Fields", "loyalty tier"),
    "price_sensitivity": QT_TRANSLATE_NOOP("Fields", "sensitivity to prices"),
    "growth_potential": QT_TRANSLATE_NOOP("Fields", "potential to grow"),
    "gender": QT_TRANSLATE_NOOP("Fields", "gender"),
    "birth_date": QT_TRANSLATE_NOOP("Fields", "date of birth"),
    "income_band": QT_TRANSLATE_NOOP("Fields", "income band"),
    "insolvency_on": QT_TRANSLATE_NOOP("Fields", "insolvency announced on"),
    "acquisition_cost": QT_TRANSLATE_NOOP("Fields", "cost of winning the client"),
    "custom": QT_TRANSLATE_NOOP("Fields", "custom fields"),
    "paid_on": QT_TRANSLATE_NOOP("Fields", "paid on"),
    "probability": QT_TRANSLATE_NOOP("Fields", "probability (%)"),
    "opened_on": QT_TRANSLATE_NOOP("Fields", "opened on"),
    "expected_on": QT_TRANSLATE_NOOP("Fields", "decision expected on"),
    "closed_on": QT_TRANSLATE_NOOP("Fields", "closed on"),
    "lost_reason": QT_TRANSLATE_NOOP("Fields", "why it was lost"),
    "score": QT_TRANSLATE_NOOP("Fields", "score"),
    "comment": QT_TRANSLATE_NOOP("Fields", "comment"),
    "segmentation": QT_TRANSLATE_NOOP("Fields", "segmentation"),
    "steady": QT_TRANSLATE_NOOP("Fields", "steady"),
    "choices": QT_TRANSLATE_NOOP("Fields", "choices"),
    "type": QT_TRANSLATE_NOOP("Fields", "type"),
    "per_hour": QT_TRANSLATE_NOOP("Fields", "cost of an hour"),
    "per_visit": QT_TRANSLATE_NOOP("Fields", "cost of a visit"),
    "cadence_ideal_days": QT_TRANSLATE_NOOP("Fields", "contact every (days)"),
    "cadence_max_days": QT_TRANSLATE_NOOP("Fields", "at the latest after (days)"),
    "next_step": QT_TRANSLATE_NOOP("Fields", "next step"),
    "next_step_on": QT_TRANSLATE_NOOP("Fields", "next step on"),
    "time_zone": QT_TRANSLATE_NOOP("Fields", "time zone"),
    "about": QT_TRANSLATE_NOOP("Fields", "about"),
    "set_on": QT_TRANSLATE_NOOP("Fields", "postponed on"),
    "repeat_every": QT_TRANSLATE_NOOP("Fields", "repeated every"),
    "repeat_unit": QT_TRANSLATE_NOOP("Fields", "unit of the repetition"),
    "repeat_from": QT_TRANSLATE_NOOP("Fields", "repeated from"),
    "repeat_until": QT_TRANSLATE_NOOP("Fields", "repeated until"),
    "uid": QT_TRANSLATE_NOOP("Fields", "calendar identifier"),
    "label": QT_TRANSLATE_NOOP("Fields", "label"),
    "yearly": QT_TRANSLATE_NOOP("Fields", "every year"),
    "notice_days": QT_TRANSLATE_NOOP("Fields", "notice (days)"),
    "plan_id": QT_TRANSLATE_NOOP("Fields", "plan"),
    "step_id": QT_TRANSLATE_NOOP("Fields", "step"),
    "steps": QT_TRANSLATE_NOOP("Fields", "steps"),
    "after_days": QT_TRANSLATE_NOOP("Fields", "days after the step before"),
    "started_on": QT_TRANSLATE_NOOP("Fields", "started on"),
    "ended_on": QT_TRANSLATE_NOOP("Fields", "ended on"),
    "end_reason": QT_TRANSLATE_NOOP("Fields", "how it ended"),
    "working_days": QT_TRANSLATE_NOOP("Fields", "working days"),
    "capacity": QT_TRANSLATE_NOOP("Fields", "clients a day"),
    "complaint_days": QT_TRANSLATE_NOOP("Fields", "days to resolve a complaint"),
    "deal_days": QT_TRANSLATE_NOOP("Fields", "days before a deal is decided"),
    "rhythm": QT_TRANSLATE_NOOP("Fields", "broken buying rhythms"),
    "birthdays": QT_TRANSLATE_NOOP("Fields", "birthdays"),
    "anniversaries": QT_TRANSLATE_NOOP("Fields", "anniversaries of the relationship"),
    "survey_days": QT_TRANSLATE_NOOP("Fields", "days between two surveys"),
    "complete_data": QT_TRANSLATE_NOOP("Fields", "data to complete"),
    "pinned_segment": QT_TRANSLATE_NOOP("Fields", "segment set by hand"),
    "pinned_on": QT_TRANSLATE_NOOP("Fields", "segment set by hand on"),
    "verified_on": QT_TRANSLATE_NOOP("Fields", "verified on"),
    "visit_km": QT_TRANSLATE_NOOP("Fields", "kilometres there and back"),
    "replace_months": QT_TRANSLATE_NOOP("Fields", "months to replace"),
    "spending": QT_TRANSLATE_NOOP("Fields", "acquisition spending"),
    "answer": QT_TRANSLATE_NOOP("Fields", "answer"),
    "first_id": QT_TRANSLATE_NOOP("Fields", "first client"),
    "second_id": QT_TRANSLATE_NOOP("Fields", "second client"),
    "path": QT_TRANSLATE_NOOP("Fields", "file"),
    "how": QT_TRANSLATE_NOOP("Fields", "how it is read"),
    "digest": QT_TRANSLATE_NOOP("Fields", "content read"),
    "read_at": QT_TRANSLATE_NOOP("Fields", "read at"),
}


WHOLE = {
    "deal.title": QT_TRANSLATE_NOOP("Fields", "title"),
    "sale.discount": QT_TRANSLATE_NOOP("Fields", "discount rate"),
}
"""Fields whose word depends on their record."""
PERIOD = QT_TRANSLATE_NOOP("Fields", "{amount} of {period}")


def field_label(field: str) -> str:
    """ "postcode" for `postcode`, "Client › postcode" for `client.postcode`; unknown ones as they are.

    "Sale › amount of 2023" for `sale.amount@2023`.
    """
    field, _, period = field.partition("@")
    record, _, name = field.rpartition(".")
    found = WHOLE.get(field) or FIELDS.get(name)
    word = name if found is None else QCoreApplication.translate("Fields", str(found))
    if period:
        told = QCoreApplication.translate("Fields", str(PERIOD))
        word = told.format(amount=word, period=_period_text(period))
    if record not in RECORDS:
        return word if not record else field
    return f"{QCoreApplication.translate('Fields', str(RECORDS[record]))} › {word}"


def _period_text(period: str) -> str:
    """ "05/2023" for "2023-05", "Q2 2023" for "2023-Q2"."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return QCoreApplication.translate("Fields", "Q{number} {year}").format(number=part[1:], year=year)
    return f"{part}/{year}" if part else year


def field_title(field: str) -> str:
    """The name of a field as the label of a form: with a capital letter, without its record."""
    word = field_label(field).rpartition(" › ")[2]
    return word[:1].upper() + word[1:]
