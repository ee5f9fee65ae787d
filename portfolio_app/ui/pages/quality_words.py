"""What the page of data quality says of each check: its name, what it finds and why that matters, how it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n

if TYPE_CHECKING:
    from portfolio_app.services.quality_rows import Detail

GROUPS = {
    "missing": QT_TRANSLATE_NOOP("QualityWords", "Missing"),
    "invalid": QT_TRANSLATE_NOOP("QualityWords", "Wrong"),
    "form": QT_TRANSLATE_NOOP("QualityWords", "Way of writing"),
    "stale": QT_TRANSLATE_NOOP("QualityWords", "Old"),
    "duplicates": QT_TRANSLATE_NOOP("QualityWords", "Twice"),
    "orphan": QT_TRANSLATE_NOOP("QualityWords", "Alone"),
    "contradiction": QT_TRANSLATE_NOOP("QualityWords", "Contradiction"),
}
TITLES = {
    "unreachable": QT_TRANSLATE_NOOP("QualityWords", "Cannot be reached"),
    "no_place": QT_TRANSLATE_NOOP("QualityWords", "No place"),
    "no_city": QT_TRANSLATE_NOOP("QualityWords", "Postcode without a city"),
    "no_country": QT_TRANSLATE_NOOP("QualityWords", "No country"),
    "no_sector": QT_TRANSLATE_NOOP("QualityWords", "No sector"),
    "no_reference": QT_TRANSLATE_NOOP("QualityWords", "No reference"),
    "no_siret": QT_TRANSLATE_NOOP("QualityWords", "No SIRET"),
    "bad_email": QT_TRANSLATE_NOOP("QualityWords", "E-mail that can’t be right"),
    "bad_phone": QT_TRANSLATE_NOOP("QualityWords", "Phone number that can’t be right"),
    "bad_siret": QT_TRANSLATE_NOOP("QualityWords", "SIRET with a wrong check digit"),
    "bad_vat": QT_TRANSLATE_NOOP("QualityWords", "VAT number that can’t be right"),
    "siret_vat": QT_TRANSLATE_NOOP("QualityWords", "SIRET and VAT number disagree"),
    "bad_postcode": QT_TRANSLATE_NOOP("QualityWords", "Postcode that can’t be right"),
    "placeholder": QT_TRANSLATE_NOOP("QualityWords", "Name that is none"),
    "email_form": QT_TRANSLATE_NOOP("QualityWords", "E-mail in capitals"),
    "phone_form": QT_TRANSLATE_NOOP("QualityWords", "Phone number written oddly"),
    "name_form": QT_TRANSLATE_NOOP("QualityWords", "Name in capitals or small letters"),
    "stale": QT_TRANSLATE_NOOP("QualityWords", "Not verified for a long time"),
    "duplicates": QT_TRANSLATE_NOOP("QualityWords", "May stand in the book twice"),
    "no_contact": QT_TRANSLATE_NOOP("QualityWords", "Organisation without a contact"),
    "contact_unreachable": QT_TRANSLATE_NOOP("QualityWords", "Contact without phone or e-mail"),
    "never_contacted": QT_TRANSLATE_NOOP("QualityWords", "Never contacted"),
    "future_dates": QT_TRANSLATE_NOOP("QualityWords", "Date still to come"),
    "since_after_sale": QT_TRANSLATE_NOOP("QualityWords", "Client only after the first sale"),
    "prospect_bought": QT_TRANSLATE_NOOP("QualityWords", "Prospect who has bought"),
    "former_planned": QT_TRANSLATE_NOOP("QualityWords", "Former client with a follow-up"),
    "cadence": QT_TRANSLATE_NOOP("QualityWords", "Contact rhythm that contradicts itself"),
}
MEANINGS = {
    "unreachable": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Clients without a phone number or e-mail address, neither their own nor a contact’s. Nobody can"
        " call them back or write to them.",
    ),
    "no_place": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Clients with neither a postcode nor a city. They are on no route, on no map and in no "
        "comparison by place.",
    ),
    "no_city": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The postcode is known, the city is not. It can be completed where other clients with this "
        "postcode are all in the same city.",
    ),
    "no_country": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Clients with an address but no country. Without it their phone number, VAT number and postcode "
        "can’t be judged for sure.",
    ),
    "no_sector": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Organisations without a sector. Segments, opportunities and comparisons by line of business "
        "pass over them.",
    ),
    "no_reference": QT_TRANSLATE_NOOP(
        "QualityWords",
        "This book gives its clients references; these have none. An import that knows clients by "
        "reference won’t find them.",
    ),
    "no_siret": QT_TRANSLATE_NOOP(
        "QualityWords",
        "French organisations without a SIRET or SIREN. Electronic invoices need it, and it tells "
        "namesakes apart for sure.",
    ),
    "bad_email": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The address isn’t written as an e-mail address can be: messages to it come back. Their domain "
        "isn’t asked, only the way it is written.",
    ),
    "bad_phone": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Too long, too short, two numbers in one field, or no number of that client’s country: it can’t "
        "be dialled. Numbers without a country are read as the book’s own.",
    ),
    "bad_siret": QT_TRANSLATE_NOOP(
        "QualityWords",
        "A SIRET has 14 digits, a SIREN 9, and the last one follows from the others. Here it doesn’t: a "
        "digit was mistyped.",
    ),
    "bad_vat": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Its check digits don’t fit, or it isn’t built like one of that country. An invoice without VAT "
        "needs a right one.",
    ),
    "siret_vat": QT_TRANSLATE_NOOP(
        "QualityWords",
        "A French VAT number ends in the SIREN. Here it is another company’s than the SIRET: one of them"
        " is wrong.",
    ),
    "bad_postcode": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Not a postcode of the client’s country. Often a spreadsheet took away the zero it began with: "
        "that can be mended.",
    ),
    "placeholder": QT_TRANSLATE_NOOP(
        "QualityWords", "Clients called “test”, “n/a”, “?” and the like. Nobody will find them by that name."
    ),
    "email_form": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The address is right, but has capitals: two ways of writing it look like two people to lists "
        "and imports.",
    ),
    "phone_form": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The number is right, but not written as it is read at home or from abroad. Written alike, "
        "numbers are dialled with a click and recognised by imports.",
    ),
    "name_form": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Names of clients, contacts and cities typed all in capitals, all in small letters, or with "
        "stray blanks. It shows in every letter.",
    ),
    "stale": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Nobody changed these records or marked them as verified for so long. People change jobs, "
        "companies move: what nobody looks at grows wrong by itself.",
    ),
    "duplicates": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Clients that look like another one. Their history and revenue are split, and somebody is called"
        " twice.",
    ),
    "no_contact": QT_TRANSLATE_NOOP(
        "QualityWords", "No person is known there. Nobody can be asked for by name."
    ),
    "contact_unreachable": QT_TRANSLATE_NOOP(
        "QualityWords", "Somebody there is known by name only. The switchboard is the only way to them."
    ),
    "never_contacted": QT_TRANSLATE_NOOP(
        "QualityWords",
        "In the book for a month or more, and no touch was ever logged. Either nobody dealt with them, "
        "or nobody wrote it down.",
    ),
    "future_dates": QT_TRANSLATE_NOOP(
        "QualityWords",
        "A sale, a touch, a birth or the beginning of the relationship lies in the future. Such a date "
        "counts nowhere until its day.",
    ),
    "since_after_sale": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The day the relationship began lies after the first sale. How long clients stay is counted from it.",
    ),
    "prospect_bought": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The status says prospect, the sales say client. Prospects are left out of many figures about "
        "clients.",
    ),
    "former_planned": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The status says that it is over, a follow-up says that it goes on. One of them is out of date.",
    ),
    "cadence": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The longest time between two contacts is shorter than the ideal one, stands alone, or the "
        "client is a former one.",
    ),
}
FIXES = {
    "no_city": QT_TRANSLATE_NOOP("QualityWords", "Complete the cities…"),
    "no_country": QT_TRANSLATE_NOOP("QualityWords", "Complete the countries…"),
    "bad_postcode": QT_TRANSLATE_NOOP("QualityWords", "Put back lost zeros…"),
    "email_form": QT_TRANSLATE_NOOP("QualityWords", "Write in small letters…"),
    "phone_form": QT_TRANSLATE_NOOP("QualityWords", "Write numbers alike…"),
    "name_form": QT_TRANSLATE_NOOP("QualityWords", "Correct the names…"),
    "stale": QT_TRANSLATE_NOOP("QualityWords", "Mark as verified…"),
}
HOW = {
    "no_city": QT_TRANSLATE_NOOP(
        "QualityWords", "The city of other clients with the same postcode, where there is only one."
    ),
    "no_country": QT_TRANSLATE_NOOP(
        "QualityWords",
        "What VAT number, SIRET, international phone numbers and clients of the same place say, if all "
        "say the same.",
    ),
    "bad_postcode": QT_TRANSLATE_NOOP("QualityWords", "The zero in front that a spreadsheet took away."),
    "email_form": QT_TRANSLATE_NOOP(
        "QualityWords", "The same address in small letters: mail servers make no difference."
    ),
    "phone_form": QT_TRANSLATE_NOOP(
        "QualityWords",
        "The same number, written alike everywhere. Numbers that can’t be right stay as they are.",
    ),
    "name_form": QT_TRANSLATE_NOOP(
        "QualityWords",
        "Capitals where they belong. Untick brands and abbreviations that want to be in capitals.",
    ),
    "stale": QT_TRANSLATE_NOOP(
        "QualityWords", "Tick those whose record you know to be right: they count as verified today."
    ),
}
DETAILS = {
    "verified_on": QT_TRANSLATE_NOOP("QualityWords", "verified on {day}"),
    "updated_at": QT_TRANSLATE_NOOP("QualityWords", "changed on {day}"),
    "client_since": QT_TRANSLATE_NOOP("QualityWords", "client since {day}"),
    "birth_date": QT_TRANSLATE_NOOP("QualityWords", "born on {day}"),
    "insolvency_on": QT_TRANSLATE_NOOP("QualityWords", "insolvency on {day}"),
    "sale": QT_TRANSLATE_NOOP("QualityWords", "sale on {day}"),
    "interaction": QT_TRANSLATE_NOOP("QualityWords", "touch on {day}"),
    "cadence_ideal_days": QT_TRANSLATE_NOOP("QualityWords", "every {days}"),
    "cadence_max_days": QT_TRANSLATE_NOOP("QualityWords", "at the latest after {days}"),
    "siret": QT_TRANSLATE_NOOP("QualityWords", "SIRET {number}"),
    "vat": QT_TRANSLATE_NOOP("QualityWords", "VAT {number}"),
}


def detail_text(detail: Detail) -> str:
    """What a check stumbled over: “Anne Riou: anne@exemple”, “client since 3 May 2027”."""
    value = detail.value
    if isinstance(value, date):
        text = _word(DETAILS, detail.field).format(day=i18n.day_month_year(value))
    elif isinstance(value, int):
        text = _word(DETAILS, detail.field).format(days=i18n.relative_days(value))
    elif detail.field in DETAILS:
        text = _word(DETAILS, detail.field).replace("{number}", value)
    else:
        text = value
    if not detail.who:
        return text
    pattern = QCoreApplication.translate("QualityWords", "{who}: {value}")
    return pattern.format(who=detail.who, value=text)


def group(code: str) -> str:
    """What kind of fault a check is about."""
    return _word(GROUPS, code)


def title(code: str) -> str:
    """What a check finds, in few words."""
    return _word(TITLES, code)


def meaning(code: str) -> str:
    """What a check finds, and why it matters."""
    return _word(MEANINGS, code)


def fix(code: str) -> str:
    """What the button says that mends it; "" where nothing can."""
    return _word(FIXES, code)


def how(code: str) -> str:
    """What mending changes, and what it leaves."""
    return _word(HOW, code)


def _word(words: Mapping[str, object], code: str) -> str:
    source = words.get(code, "")
    return QCoreApplication.translate("QualityWords", str(source)) if source else ""
