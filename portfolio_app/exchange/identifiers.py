"""What can be checked about a value by itself: e-mail addresses, telephone, SIRET and VAT numbers, postcodes.

Each check says "" (nothing there, or nothing known to judge it by), "ok", "form" (right, but not in its usual form)
or "bad". Nothing is ever refused because of it: what is written somewhere may be all that somebody knows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

State = Literal["", "ok", "form", "bad"]

_PLAIN_EMAIL = re.compile(
    r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,63})"
)
_RESERVED = (".test", ".local", ".invalid", ".localhost", ".onion", ".arpa")
_LONGEST_EMAIL = 254
_LONGEST = 200

_SEPARATORS = re.compile(r"[\s.\-/()\u00a0\u202f\u2010-\u2015]+")
_EXTENSION = re.compile(r"(?<=\d)[\s,;]*(?:poste|ext\.?|extension|x|#)\s*(\d{1,6})\s*$", re.IGNORECASE)
_FRENCH = re.compile(r"(?:(?:\+|00)330?|0)([1-9]\d{8})")

_OVERSEAS = {
    **dict.fromkeys(("262", "263", "269", "639", "692", "693"), "+262"), **dict.fromkeys(("590", "690", "691"), "+590"),
    **dict.fromkeys(("594", "694"), "+594"), **dict.fromkeys(("596", "696"), "+596"),
}  # fmt: skip
"""French numbers that the rest of the world dials by a code of their own, by how they begin after the zero."""
_FICTION = "63998"

_POSTCODES = {
    "AD": r"AD\d{3}", "AT": r"[1-9]\d{3}", "AU": r"\d{4}", "BE": r"[1-9]\d{3}", "BG": r"[1-9]\d{3}",
    "CA": r"[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d", "CH": r"[1-9]\d{3}", "CZ": r"\d{3} ?\d{2}", "DE": r"\d{5}",
    "DK": r"\d{4}", "ES": r"(?:0[1-9]|[1-4]\d|5[0-2])\d{3}", "FI": r"\d{5}", "FR": r"(?:0[1-9]|[1-8]\d|9[0-8])\d{3}",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "GF": r"973\d{2}", "GP": r"97[01]\d{2}", "GR": r"\d{3} ?\d{2}",
    "HU": r"\d{4}", "IE": r"[A-Z]\d[\dW] ?[\dA-Z]{4}", "IT": r"\d{5}", "LU": r"\d{4}", "MA": r"\d{5}",
    "MC": r"980\d{2}", "MQ": r"972\d{2}", "NL": r"[1-9]\d{3} ?[A-Z]{2}", "NO": r"\d{4}", "PL": r"\d{2}-\d{3}",
    "PT": r"\d{4}(?:-\d{3})?", "RE": r"97[48]\d{2}", "RO": r"\d{6}", "SE": r"\d{3} ?\d{2}", "TN": r"\d{4}",
    "US": r"\d{5}(?:-\d{4})?", "YT": r"976\d{2}",
}  # fmt: skip
_COUNTRY_LETTERS = re.compile(r"\A[A-Z]{1,2}[- ](?=\d)")
_VAT_BESIDE_EU = frozenset({"CH", "GB", "NO", "XI"})
_VAT_COUNTRY = {"EL": "GR", "XI": "GB"}


class Phone(NamedTuple):
    """A telephone number: `state` as of the module, its forms, and where it belongs, each "" when not known.

    `international` and `national` as people read them, extension included; `e164` without blanks or extension.
    """

    state: State
    international: str = ""
    national: str = ""
    e164: str = ""
    country: str = ""


def email_state(text: str) -> State:
    """Of an e-mail address: "form" when it has capitals. No mail server is asked."""
    if not text:
        return ""
    lower = text.lower()
    is_plain = len(lower) <= _LONGEST_EMAIL and _PLAIN_EMAIL.fullmatch(lower)
    if not is_plain or lower.endswith(_RESERVED):
        from email_validator import EmailNotValidError, validate_email

        try:
            validate_email(text[: _LONGEST_EMAIL + 1], check_deliverability=False)
        except EmailNotValidError:
            return "bad"
    return "ok" if text == lower else "form"


@lru_cache(maxsize=8192)
def read_phone(text: str, country: str = "") -> Phone:
    """A telephone number as somebody wrote it, dialled from `country` (ISO code, "" for none).

    "ok" is one written as it is read at home or abroad, "form" one that is written otherwise. A number of no known
    country whose text is not international cannot be judged. Two numbers in one field are "bad": no telephone can
    dial them.
    """
    text = text.strip()
    if not text:
        return Phone("")
    if len(text) > _LONGEST:
        return Phone("bad")
    found = _EXTENSION.search(text)
    main, extension = (text[: found.start()], found[1]) if found else (text, "")
    digits = _SEPARATORS.sub("", main.replace("(0)", ""))
    french = _FRENCH.fullmatch(digits)
    is_national = digits.startswith("0") and not digits.startswith("00")
    if french and is_national and country == "FR" and not french[1].startswith(_FICTION):
        overseas = _OVERSEAS.get(french[1][:3])
        if overseas:
            return _read_foreign(text, overseas + french[1], country, extension)
    if french is None and digits.isdigit() and country == "FR" and not digits.startswith("00"):
        return Phone("bad")
    if french and (country == "FR" or not is_national):
        pairs = " ".join(french[1][place : place + 2] for place in range(1, 9, 2))
        first = french[1][0]
        forms = (f"+33 {first} {pairs}", f"0{first} {pairs}", "+33" + french[1], "FR")
        return _phone(text, forms, country, extension)
    return _read_foreign(text, digits, country, extension)


def _phone(text: str, forms: tuple[str, str, str, str], dialled: str, extension: str) -> Phone:
    international, national, e164, country = forms
    if extension:
        international, national = f"{international} ext. {extension}", f"{national} ext. {extension}"
    is_usual = text == international or (text == national and country == dialled)
    return Phone("ok" if is_usual else "form", international, national, e164, country)


def _read_foreign(text: str, digits: str, country: str, extension: str) -> Phone:
    import phonenumbers

    plain = re.sub(r"\A00", "+", digits)
    if not plain.lstrip("+").isdigit():
        return Phone("bad")
    if not plain.startswith("+") and not country:
        return Phone("" if 6 <= len(plain) <= 15 else "bad")
    try:
        number = phonenumbers.parse(plain, country or None)
    except phonenumbers.NumberParseException:
        return Phone("bad")
    if not phonenumbers.is_valid_number(number):
        return Phone("bad")
    styles = phonenumbers.PhoneNumberFormat
    international, national, e164 = (
        phonenumbers.format_number(number, style)
        for style in (styles.INTERNATIONAL, styles.NATIONAL, styles.E164)
    )
    region = phonenumbers.region_code_for_number(number) or ""
    return _phone(text, (international, national, e164, region), country, extension)


@lru_cache(maxsize=8192)
def siret_state(text: str) -> State:
    """Of a SIRET (14 digits) or SIREN (9 digits), by its check digit; La Poste's own rule is known."""
    digits = _SEPARATORS.sub("", text)
    if not digits:
        return ""
    from stdnum.fr import siren, siret

    is_right = siret.is_valid(digits) if len(digits) == 14 else siren.is_valid(digits)
    if not is_right:
        return "bad"
    return "ok" if text == digits else "form"


def siren_of(siret: str, vat: str = "") -> str:
    """The SIREN that a SIRET, or else a French VAT number, holds; "" when neither is right."""
    if siret_state(siret) in ("ok", "form"):
        return _SEPARATORS.sub("", siret)[:9]
    if vat_country(vat) == "FR":
        return _SEPARATORS.sub("", vat)[-9:]
    return ""


@lru_cache(maxsize=8192)
def vat_state(text: str, country: str = "") -> State:
    """Of a VAT number of the EU, Switzerland, Norway or the United Kingdom, by its check digits.

    One written without its country's letters is read as one of `country`. Those of other countries are not judged.
    """
    number, prefix = _vat_parts(text, country)
    if not number:
        return ""
    is_right = _is_vat(number, prefix)
    if is_right is None:
        return ""
    if not is_right:
        return "bad"
    return "ok" if text == number else "form"


def vat_country(text: str) -> str:
    """The ISO code of the country whose VAT number a text rightly is, by its letters; "" for any other text."""
    number, prefix = _vat_parts(text, "")
    return _VAT_COUNTRY.get(prefix, prefix) if number and _is_vat(number, prefix) else ""


def _vat_parts(text: str, country: str) -> tuple[str, str]:
    """The number in one piece and in capitals, and the letters of its country."""
    number = _SEPARATORS.sub("", text[:_LONGEST]).upper()
    if not number or number[:2].isalpha():
        return number, number[:2]
    prefix = {"GR": "EL"}.get(country, country)
    return (number, prefix) if prefix else ("", "")


def _is_vat(number: str, prefix: str) -> bool | None:
    """Whether it is one of that country; None where the country's are not known here."""
    from stdnum import get_cc_module
    from stdnum.eu import vat

    if prefix in _VAT_BESIDE_EU:
        module = get_cc_module({"XI": "gb"}.get(prefix, prefix.lower()), "vat")
        return bool(module.is_valid(number)) if module is not None else None
    if prefix.lower() not in (*vat.MEMBER_STATES, "el", "eu"):
        return None
    return bool(vat.is_valid(number if number[:2].isalpha() else prefix + number))


@lru_cache(maxsize=8192)
def postcode_state(text: str, country: str) -> State:
    """Of a postcode of a country whose postcodes are known here; a blank one, or no country, is not judged."""
    pattern = _POSTCODES.get(country)
    plain = _COUNTRY_LETTERS.sub("", text.strip().upper())
    if not plain or pattern is None:
        return ""
    return "ok" if re.fullmatch(pattern, plain) else "bad"


def with_lost_zero(text: str, country: str) -> str:
    """A postcode whose first zero a spreadsheet took away, with it again; "" where that is not what happened."""
    is_short = text.isascii() and text.isdigit() and len(text) == 4
    fits = is_short and country in ("FR", "DE", "ES", "IT") and postcode_state(f"0{text}", country) == "ok"
    return f"0{text}" if fits else ""
