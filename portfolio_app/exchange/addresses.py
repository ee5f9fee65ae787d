"""A whole address in one cell, told apart: “12 rue des Lilas, 69001 Lyon, France”."""

from __future__ import annotations

import re
from functools import lru_cache

from portfolio_app.exchange.columns import COUNTRIES
from portfolio_app.exchange.words import fold

_PART = re.compile(r"\s*(?:[\n\r,;|]|\s[-–—•]\s)\s*")
_POSTCODE_FIRST = re.compile(
    r"(?:(?:[ABDEFIL]|BE|CH|DE|ES|FR|IT|NL|AT|LU)[- ])?"
    r"(?P<postcode>\d{5}|2[AB]\d{3}|\d{4}(?: ?[A-Z]{2})?|\d{3} \d{2}|\d{4}-\d{3}|\d{2}-\d{3})"
    r"\s+(?P<city>[^\W\d_].*)"
)
_IN_THE_LINE = re.compile(
    r"(?P<street>.*\S)\s+(?:F-?)?(?P<postcode>\d{5}|2[AB]\d{3})\s+(?P<city>[^\W\d_].*)", re.DOTALL
)
_STATE_AND_ZIP = re.compile(
    r"(?:(?P<city>.*?\S)\s+)?(?P<region>[A-Z]{2})\.?\s+(?P<postcode>\d{5}(?:-\d{4})?)"
)
_BRITISH = re.compile(
    r"(?:(?P<city>.*?\S)\s+)?(?P<postcode>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)"
)
_ONLY_POSTCODE = re.compile(r"\d{5}(?:-\d{4})?|2[AB]\d{3}")
_BOX = re.compile(r"\b(?:CS|BP|TSA)\s*$", re.IGNORECASE)
_LONGEST = 500

Parts = dict[str, str]


@lru_cache(maxsize=20_000)
def split_address(text: str) -> Parts:
    """`street`, `postcode`, `city`, `region`, `country` of an address, as far as they are told apart.

    What is not understood stays together as the street. French, Belgian, Swiss, German, Spanish, Dutch, British
    and American ways of writing; lines or commas.
    """
    if len(text) > _LONGEST:
        return {"street": ", ".join(line.strip() for line in text.splitlines() if line.strip())}
    pieces = [piece.strip(" .") for piece in _PART.split(text.strip()) if piece.strip(" .")]
    found: Parts = {}
    if len(pieces) > 1 and _is_country(pieces[-1]):
        found["country"] = pieces.pop()
    for place in range(len(pieces) - 1, -1, -1):
        told = _read_piece(pieces, place)
        if told is not None:
            street, parts = told
            found = _without_country(parts) | found
            return ({"street": ", ".join(street)} if street else {}) | found
    return {"street": ", ".join(pieces)} | found if pieces else {}


def has_place(text: str) -> bool:
    """Whether a text holds a street, a postcode and a town."""
    return {"street", "postcode", "city"} <= split_address(text).keys()


def _read_piece(pieces: list[str], place: int) -> tuple[list[str], Parts] | None:
    """(lines of the street, the other parts) when the town stands in this piece."""
    piece, before, after = pieces[place], pieces[:place], pieces[place + 1 :]
    if match := _POSTCODE_FIRST.fullmatch(piece):
        if before or len(match["postcode"]) == 5:
            return before + after, {"postcode": match["postcode"], "city": match["city"]}
        return None
    if (match := _IN_THE_LINE.fullmatch(piece)) and not _BOX.search(match["street"]):
        street = [*before, match["street"], *after]
        return street, {"postcode": match["postcode"], "city": match["city"]}
    if match := _STATE_AND_ZIP.fullmatch(piece):
        city, street = _city_of(match["city"], before)
        return street + after, {"postcode": match["postcode"], "region": match["region"]} | city
    if match := _BRITISH.fullmatch(piece):
        city, street = _city_of(match["city"], before)
        return street + after, {"postcode": match["postcode"]} | city
    if _ONLY_POSTCODE.fullmatch(piece) and (before or after):
        if after:
            return before + after[1:], {"postcode": piece, "city": after[0]}
        if len(before) > 1 or not any(map(str.isdigit, before[-1])):
            return before[:-1], {"postcode": piece, "city": before[-1]}
    return None


def _city_of(city: str | None, before: list[str]) -> tuple[Parts, list[str]]:
    """The town in the same piece, else the piece before it when a street remains."""
    if city and not before and any(map(str.isdigit, city)):
        return {}, [city]  # street and town in one breath
    if city:
        return {"city": city}, before
    return ({"city": before[-1]}, before[:-1]) if len(before) > 1 else ({}, before)


def _without_country(parts: Parts) -> Parts:
    """“Lyon France”: the country out of the town."""
    city, _, last = parts.get("city", "").rpartition(" ")
    return parts | {"city": city, "country": last} if city and _is_country(last) else parts


def _is_country(text: str) -> bool:
    return len(text) > 2 and fold(text) in COUNTRIES
