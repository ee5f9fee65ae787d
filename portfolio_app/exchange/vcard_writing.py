"""Address cards as phones and mail programs read them: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Literal

Version = Literal["3.0", "4.0"]
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
_LONGEST = 75
"""Bytes in a line, its end not counted."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\x85]")
_MARKS = re.compile(r"([\\;,])")
_ANY_MARK = re.compile(f"{_UNSEEN.pattern}|{_LINE_ENDS.pattern}|{_MARKS.pattern}")


@dataclass(frozen=True)
class Phone:
    """A number and what it is: "work", "home" or "cell"."""

    number: str
    kind: Literal["work", "home", "cell"] = "work"


@dataclass(frozen=True)
class Address:
    """A postal address; empty texts where nothing is known."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    is_home: bool = False

    def __bool__(self) -> bool:
        return any((self.street, self.city, self.region, self.postcode, self.country))


@dataclass(frozen=True)
class Card:
    """One card. `is_organisation`: it is about the organisation itself, not about a person there.

    `full_name` may be empty where first or last name are given. `uid` stays the same from one file to the next, so
    that an address book renews a card rather than doubling it.
    """

    uid: str
    full_name: str = ""
    first_name: str = ""
    last_name: str = ""
    organisation: str = ""
    is_organisation: bool = False
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    address: Address = Address()
    website: str = ""
    birthday: date | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    changed_at: datetime | None = None


def write_cards(stream: IO[bytes], cards: Iterable[Card], version: Version = "3.0") -> int:
    """Write the cards to a stream; returns how many. Raises `OSError`."""
    count = 0
    for card in cards:
        stream.write(card_bytes(card, version))
        count += 1
    return count


def card_bytes(card: Card, version: Version) -> bytes:
    """One card, its lines folded."""
    return b"".join(_folded(line) for line in _lines(card, version))


def _lines(card: Card, version: Version) -> Iterable[str]:
    is_new = version == "4.0"
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield "PRODID:-//Portfolio//EN"
    yield f"UID:{_text(card.uid)}"
    if is_new:
        yield f"KIND:{'org' if card.is_organisation else 'individual'}"
    elif card.is_organisation:
        yield "X-ABShowAs:COMPANY"
    yield from _name(card)
    if card.organisation:
        yield f"ORG:{_text(card.organisation)}"
    if card.role:
        yield f"TITLE:{_text(card.role)}"
    for address in card.emails:
        yield f"EMAIL{'' if is_new else ';TYPE=INTERNET'}:{_text(address)}"
    for phone in card.phones:
        yield f"TEL;TYPE={_phone_type(phone, is_new)}:{_text(phone.number)}"
    yield from _places(card, is_new)
    if card.birthday is not None:
        # Version 4 has no dashes.
        yield f"BDAY:{card.birthday:%Y%m%d}" if is_new else f"BDAY:{card.birthday.isoformat()}"
    if card.tags:
        yield "CATEGORIES:" + ",".join(_text(tag) for tag in card.tags)
    if card.notes:
        yield f"NOTE:{_text(card.notes)}"
    if card.changed_at is not None:
        yield (
            f"REV:{card.changed_at:%Y%m%dT%H%M%SZ}" if is_new else f"REV:{card.changed_at:%Y-%m-%dT%H:%M:%SZ}"
        )
    yield "END:VCARD"


def _name(card: Card) -> Iterable[str]:
    """The name in parts, which version 3 asks of every card, and in full, which both do."""
    full = card.full_name or " ".join(part for part in (card.first_name, card.last_name) if part)
    if card.is_organisation:
        full = card.organisation
        parts = ("", "")
    elif card.first_name or card.last_name:
        parts = (card.last_name, card.first_name)
    else:
        parts = (full, "")
    yield f"N:{_text(parts[0])};{_text(parts[1])};;;"
    yield f"FN:{_text(full)}"


def _phone_type(phone: Phone, is_new: bool) -> str:
    if is_new:
        # A list of types stands in quotation marks.
        return "cell" if phone.kind == "cell" else f'"{phone.kind},voice"'
    return "CELL" if phone.kind == "cell" else f"{phone.kind.upper()},VOICE"


def _places(card: Card, is_new: bool) -> Iterable[str]:
    place = card.address
    if place:
        kind = "home" if place.is_home else "work"
        parts = ("", "", place.street, place.city, place.region, place.postcode, place.country)
        yield f"ADR;TYPE={kind if is_new else kind.upper()}:" + ";".join(_text(part) for part in parts)
    if card.website:
        # An address, not a text: nothing in it is escaped.
        yield f"URL:{' '.join(_LINE_ENDS.sub(' ', _UNSEEN.sub('', card.website)).split())}"


def _text(text: str) -> str:
    """A value in which no mark of the format is left to act."""
    if not _ANY_MARK.search(text):
        return text
    return _LINE_ENDS.sub(r"\\n", _MARKS.sub(r"\\\1", _UNSEEN.sub("", text)))


def _folded(line: str) -> bytes:
    """The line cut to what a reader must take, never within a character."""
    raw = line.encode("utf-8")
    if len(raw) <= _LONGEST:
        return raw + b"\r\n"
    parts: list[bytes] = []
    start, room = 0, _LONGEST
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(raw[start:end])
        start, room = end, _LONGEST - 1
    return b"\r\n ".join(parts) + b"\r\n"
