"""Places near each other, by postcode alone: no map is asked."""

from __future__ import annotations

import re
import unicodedata

_THREE_DIGITS = {"US", "JP", "KR", "MX", "RU"}
"""Countries whose areas are told by the first three digits; elsewhere by the first two."""
_OVERSEAS = ("97", "98")
"""French departments and territories of three digits."""
_LETTERS = re.compile(r"[A-Z]{1,2}(?=\d)")
_NUMBER = re.compile(r"\s*(\d+)\s*(bis|ter|quater|[a-d]\b)?[\s,]*", re.IGNORECASE)

COUNTRIES = {
    "FR": ("france",),
    "BE": ("belgique", "belgium", "belgie"),
    "CH": ("suisse", "switzerland", "schweiz"),
    "LU": ("luxembourg",),
    "MC": ("monaco",),
    "DE": ("allemagne", "germany", "deutschland"),
    "AT": ("autriche", "austria", "osterreich"),
    "ES": ("espagne", "spain", "espana"),
    "PT": ("portugal",),
    "IT": ("italie", "italy", "italia"),
    "NL": ("pays-bas", "netherlands", "the netherlands", "nederland"),
    "GB": (
        "royaume-uni",
        "united kingdom",
        "uk",
        "great britain",
        "angleterre",
        "england",
        "scotland",
        "wales",
    ),
    "IE": ("irlande", "ireland"),
    "DK": ("danemark", "denmark"),
    "SE": ("suede", "sweden"),
    "NO": ("norvege", "norway"),
    "FI": ("finlande", "finland"),
    "PL": ("pologne", "poland"),
    "CZ": ("tchequie", "republique tcheque", "czechia", "czech republic"),
    "RO": ("roumanie", "romania"),
    "GR": ("grece", "greece"),
    "US": ("etats-unis", "united states", "usa", "united states of america"),
    "CA": ("canada",),
    "MA": ("maroc", "morocco"),
    "DZ": ("algerie", "algeria"),
    "TN": ("tunisie", "tunisia"),
}
"""ISO codes and the names people write, in lower case without accents."""
_CODES = {name: code for code, names in COUNTRIES.items() for name in names}


def country_code(text: str, default: str = "") -> str:
    """The ISO code of a country as people write it; the text itself where it is not known, `default` for none."""
    plain = " ".join(text.split())
    if not plain:
        return default
    if len(plain) == 2 and plain.isascii() and plain.isalpha():
        code = plain.upper()
        return _CODES.get(code.lower(), code)
    return _CODES.get(_folded(plain), plain)


def postcode_area(postcode: str, country: str = "") -> str:
    """The part of a postcode that tells its area; "" where there is none.

    France: the department ("29", "974"); where postcodes begin with letters (United Kingdom, Ireland, Canada)
    those of the town ("SW", "D02", "M5"); else the first two digits, three in some large countries. A written
    country code ("F-29000", "B 1000") is left out.
    """
    text = "".join(letter for letter in postcode.upper() if letter.isalnum() and letter.isascii())
    if country == "IE":
        return text[:3]
    if country == "CA":
        return text[:2]
    letters = _LETTERS.match(text)
    if letters is not None and (country == "GB" or re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", text)):
        return letters.group()
    digits = text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not digits:
        return text[:2]
    is_long = country in _THREE_DIGITS or (
        country in ("", "FR") and digits.startswith(_OVERSEAS) and len(digits) == 5
    )
    return digits[: 3 if is_long else 2]


def area_of(postcode: str, country: str, default_country: str = "") -> str:
    """What places near each other have in common: "FR-29", "29" without a country, "" without a postcode."""
    code = country_code(country, default_country)
    area = postcode_area(postcode, code)
    return "-".join(part for part in (code, area) if part) if area else ""


def street_key(street: str) -> tuple[str, int, str]:
    """To sort addresses of one town by: the street's name, then the number in it, as people walk along."""
    found = _NUMBER.match(street)
    if found is None:
        return _folded(street.strip()), 0, ""
    return _folded(street[found.end() :].strip()), int(found[1]), (found[2] or "").lower()


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
