"""The words for the fields of records, used by forms, by the import page and in errors."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

RECORDS = {
    "client": QT_TRANSLATE_NOOP("Fields", "Client"),
    "contact": QT_TRANSLATE_NOOP("Fields", "Contact"),
    "sale": QT_TRANSLATE_NOOP("Fields", "Sale"),
    "product": QT_TRANSLATE_NOOP("Fields", "Product"),
    "interaction": QT_TRANSLATE_NOOP("Fields", "Touch"),
    "follow_up": QT_TRANSLATE_NOOP("Fields", "Follow-up"),
    "deal": QT_TRANSLATE_NOOP("Fields", "Deal"),
    "survey_answer": QT_TRANSLATE_NOOP("Fields", "Survey answer"),
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
}


def field_label(field: str) -> str:
    """ "postcode" for `postcode`, "Client › postcode" for `client.postcode`; unknown ones as they are."""
    record, _, name = field.rpartition(".")
    word = QCoreApplication.translate("Fields", str(FIELDS[name])) if name in FIELDS else name
    if record not in RECORDS:
        return word if not record else field
    return f"{QCoreApplication.translate('Fields', str(RECORDS[record]))} › {word}"


def field_title(field: str) -> str:
    """The name of a field as the label of a form: with a capital letter, without its record."""
    word = field_label(field.rpartition(".")[2])
    return word[:1].upper() + word[1:]
