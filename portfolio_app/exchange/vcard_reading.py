"""Address cards as a table: one row a card, its further phones and addresses told in its notes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from portfolio_app.errors import SourceError
from portfolio_app.exchange.vcard_lines import PICTURES, Card, Property, read_cards
from portfolio_app.exchange.vcard_words import (
    CIVILITIES,
    LABELS,
    MESSENGERS,
    NO_PHONE,
    PLACES,
    SAID_ELSEWHERE,
    TOLD,
)

COLUMNS: dict[str, str] = {
    "Organization": "client.name",
    "First name": "contact.first_name",
    "Last name": "contact.last_name",
    "Full name": "contact.full_name",
    "Job title": "contact.role",
    "Email": "contact.email",
    "Phone": "contact.phone",
    "Mobile": "contact.mobile",
    "Birthday": "client.birth_date",
    "Website": "client.website",
    "Street": "client.street",
    "Postcode": "client.postcode",
    "City": "client.city",
    "Region": "client.region",
    "Country": "client.country",
    "Tags": "client.tags",
    "Notes": "contact.notes",
    "Organization notes": "client.notes",
}
"""The columns of a table of address cards and the fields they are imported into.

“Full name” is filled only where a card does not tell first from last name, “Organization notes” only where it
names no person.
"""

_SPLIT = {mark: re.compile(rf"((?:[^\\{mark}]|\\(?:.|\Z))*)(?:{mark}|\Z)", re.DOTALL) for mark in ";,"}
_ESCAPED = re.compile(r"\\([\\;,:nN'\"\n])")
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")
_IN_BRACKETS = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_URI = re.compile(r"(?:tel|mailto|callto|x-apple):", re.IGNORECASE)
_MAX_CELL = 200_000


def write_cards(path: Path, encoding: str, out: IO[str]) -> None:
    """Writes the cards as the lines of a sheet (see `workbook_child`), and what was left out of them last."""
    out.write(json.dumps({"sheets": [], "sheet": ""}) + "\n")
    left_out: Counter[str] = Counter()
    found = False
    for line, cells in rows(path, encoding, left_out):
        found = True
        out.write(json.dumps([line, *cells], ensure_ascii=False).encode("utf-8", "replace").decode() + "\n")
    if not found:
        raise SourceError("no_cards", path=str(path))
    out.write(json.dumps({"left_out": dict(left_out)}) + "\n")


def rows(path: Path, encoding: str, left_out: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    """(line of its BEGIN, cells in the order of `COLUMNS`) of every card.

    `left_out` counts what no column takes: “pictures” and “other” lines without meaning to a reader.
    """
    for card in read_cards(path, encoding):
        cells = _Reading(card, left_out).cells()
        yield card.line, [cells.get(name, "")[:_MAX_CELL].strip() for name in COLUMNS]


class _Reading:
    """One card on its way to a row: each property finds its column, or a line of the notes."""

    def __init__(self, card: Card, left_out: Counter[str]) -> None:
        self.found: dict[str, str] = {}
        self.notes: list[str] = []
        self.by_name: dict[str, list[Property]] = {}
        self.labels: dict[str, str] = {}
        for one in card.properties:
            if one.name in PICTURES:
                left_out["pictures"] += 1
            elif one.name in ("X-ABLABEL", "X-ABLABEL-X-ABLABEL"):
                self.labels[one.group] = _apple_label(_text(one.value))
            elif one.name in TOLD or not (one.name in SAID_ELSEWHERE or one.name.startswith("X-")):
                self.by_name.setdefault(one.name, []).append(one)
            elif one.name not in SAID_ELSEWHERE:
                left_out["other"] += 1

    def cells(self) -> dict[str, str]:
        """The cells by column, blank ones left out."""
        self._android()
        self._who()
        self._work()
        self._phones()
        self._emails()
        self._address()
        self._website()
        self._birthday()
        self._told()
        self.found["Tags"] = ", ".join(
            part for one in self._all("CATEGORIES") for part in _parts(one.value, ",") if part
        )
        own = [_text(one.value) for one in self._all("NOTE")]
        person = any(self.found.get(name) for name in ("First name", "Last name", "Full name"))
        lines = [text for text in own + self.notes if text]
        self.found["Notes" if person or "Organization" not in self.found else "Organization notes"] = (
            "\n".join(dict.fromkeys(lines))
        )
        return {name: text for name, text in self.found.items() if text}

    def _all(self, name: str) -> list[Property]:
        return self.by_name.get(name, [])

    def _first(self, *names: str) -> str:
        return next((text for name in names for one in self._all(name) if (text := _line(one.value))), "")

    def _put(self, column: str, text: str) -> None:
        if text:
            self.found[column] = text

    def _tell(self, label: str, text: str) -> None:
        if text:
            self.notes.append(f"{label}: {text}")

    def _who(self) -> None:
        """First and last name where N tells them apart, else the name in full; organisations have neither."""
        named = max((_parts(one.value, ";") for one in self._all("N")), key=_filled, default=[])
        last, first, more, before, after = (_spaced(part) for part in (named + [""] * 5)[:5])
        first = " ".join(part for part in (first, more) if part)
        full = self._first("FN", "X-MS-FN") or " ".join(part for part in (first, last) if part)
        units = [part for one in self._all("ORG")[:1] for part in _parts(one.value, ";") if part]
        company = " ".join(units[0].split()) if units else ""
        kind = self._first("KIND", "X-ADDRESSBOOKSERVER-KIND").casefold()
        is_company = "COMPANY" in "".join(one.value.upper() for one in self._all("X-ABSHOWAS"))
        same = _bare(full) == _bare(company) and not (first and last)
        if kind == "group":
            self._tell("Group", full)
            return
        if kind == "org" or (company and (same or not full)) or (is_company and not (first or last)):
            self._put("Organization", company or full)
        else:
            self._put("Organization", company)
            if first and last:
                self._put("First name", first)
                self._put("Last name", last)
            else:
                self._put("Full name", full)
        if before.casefold().rstrip(".") not in CIVILITIES:
            self._tell("Name prefix", before)
        self._tell("Name suffix", after)
        self._tell("Department", ", ".join(units[1:]))
        for one in self._all("ORG")[1:]:
            self._tell("Organization", ", ".join(part for part in _parts(one.value, ";") if part))
        nicknames = [part for one in self._all("NICKNAME") for part in _parts(one.value, ",") if part]
        if (
            not any(self.found.get(name) for name in ("Organization", "First name", "Full name"))
            and nicknames
        ):
            self._put("Full name", nicknames.pop(0))
        self._tell("Nickname", ", ".join(dict.fromkeys(nicknames)))

    def _work(self) -> None:
        title, role = self._first("TITLE"), self._first("ROLE", "X-KADDRESSBOOK-X-PROFESSION")
        self._put("Job title", title or role)
        if title and role != title:
            self._tell("Role", role)

    def _phones(self) -> None:
        numbers: list[tuple[int, str, frozenset[str], str]] = []
        for one in self._all("TEL") + self._all("X-MS-TEL"):
            text = _URI.sub("", _line(one.value)).replace(";ext=", " ext. ").partition(";phone-context")[0]
            types = self._types(one)
            if not text:
                continue
            if types & NO_PHONE or text.lower().startswith(("sip:", "sips:")) or "@" in text:
                self._tell(self._label("Phone", one, types), text)
                continue
            numbers.append((_rank(one, types), self._label("Phone", one, types), types, text))
        numbers.sort(key=lambda number: number[0])
        for _rank_of, label, types, text in numbers:
            column = "Mobile" if types & {"CELL", "MOBILE", "IPHONE"} else "Phone"
            known = (self.found.get("Phone"), self.found.get("Mobile"))
            if column not in self.found:
                self.found[column] = text
            elif text not in known:
                self._tell(label, text)

    def _emails(self) -> None:
        found: list[tuple[int, str, str]] = []
        for one in self._all("EMAIL"):
            text = _URI.sub("", _line(one.value))
            bracketed = _IN_BRACKETS.search(text)
            if bracketed:
                text = bracketed[1]
            if text:
                types = self._types(one)
                found.append((_rank(one, types), self._label("Email", one, types), text))
        found.sort(key=lambda address: address[0])
        for _rank_of, label, text in found:
            if "Email" not in self.found:
                self.found["Email"] = text
            elif text.casefold() != self.found["Email"].casefold():
                self._tell(label, text)

    def _address(self) -> None:
        """The preferred address, or that of work, in columns; the others in the notes."""
        found = []
        for one in self._all("ADR"):
            parts = _address_parts(one.value)
            if any(parts):
                types = self._types(one)
                found.append((_rank(one, types), self._label("Address", one, types), parts))
        found.sort(key=lambda address: address[0])
        for place, (_rank_of, label, parts) in enumerate(found):
            box, extended, street, city, region, postcode, country = parts
            if place == 0:
                self._put("Street", ", ".join(part for part in (box, extended, street) if part))
                for column, text in zip(
                    ("City", "Region", "Postcode", "Country"), (city, region, postcode, country), strict=True
                ):
                    self._put(column, text)
            elif parts != found[0][2]:
                self._tell(label, ", ".join(part for part in parts if part))
        if not found:
            self._put("Street", next((_lines(_text(one.value)) for one in self._all("LABEL")), ""))

    def _website(self) -> None:
        sites = [(_rank(one, self._types(one)), _line(one.value)) for one in self._all("URL")]
        unique = list(
            dict.fromkeys(text for _rank_of, text in sorted(sites, key=lambda site: site[0]) if text)
        )
        self._put("Website", unique[0] if unique else "")
        for text in unique[1:]:
            self._tell("Website", text)

    def _birthday(self) -> None:
        for one in self._all("BDAY"):
            text = _line(one.value)
            day, without_year = _day(text, one)
            if not text or "Birthday" in self.found:
                continue
            if one.params.get("VALUE", "").lower() == "text" or without_year:
                self._tell("Birthday", without_year or text)
            else:
                self._put("Birthday", day or text)

    def _told(self) -> None:
        """What has no column: anniversaries, messengers, relations and whatever a program added in words."""
        for name, some in self.by_name.items():
            label = LABELS.get(name)
            if label is None and name in TOLD:
                continue
            for one in some:
                text = _lines(_text(one.value))
                if name in MESSENGERS:
                    text = unquote(re.sub(r"^(?:x-apple|aim|xmpp|skype|msnim|ymsgr|icq):", "", text))
                    service = one.params.get("X-SERVICE-TYPE", "")
                    self._tell(
                        service or (next(iter(sorted(one.types - PLACES)), "").title()) or label or name, text
                    )
                    continue
                named = self.labels.get(one.group) or label or name.replace("-", " ").capitalize()
                if name in ("ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE"):
                    text = _day(text, one)[0] or text
                self._tell(named, text)

    def _android(self) -> None:
        """Android's own lines: “vnd.android.cursor.item/nickname;Nick;1;…”."""
        for one in self._all("X-ANDROID-CUSTOM"):
            kind, *rest = _parts(one.value, ";")
            text = next((part for part in rest if part), "")
            if kind.endswith("/nickname"):
                self.by_name.setdefault("NICKNAME", []).append(
                    Property("NICKNAME", "", frozenset(), {}, text.replace(",", "\\,"))
                )
            elif text:
                self._tell(kind.rpartition("/")[2].replace("_", " ").capitalize(), text)

    def _types(self, one: Property) -> frozenset[str]:
        """The types of a property, those among them that Apple writes as a label of their group."""
        label = self.labels.get(one.group, "").upper() if one.group else ""
        return one.types | {label} if label else one.types

    def _label(self, what: str, one: Property, types: frozenset[str]) -> str:
        own = self.labels.get(one.group, "") if one.group else ""
        said = [own] if own else [kind.lower() for kind in sorted(types & PLACES)]
        return f"{what} ({', '.join(said)})" if said else what


def _rank(one: Property, types: frozenset[str]) -> int:
    """Lower comes first: preferred, then work, then anything, then home."""
    preferred = one.params.get("PREF", "")
    if "PREF" in types or preferred:
        return int(preferred) - 200 if preferred.isdecimal() and len(preferred) < 4 else -200
    return -50 if types & {"WORK", "MAIN"} else 50 if "HOME" in types else 0


def _parts(value: str, mark: str) -> list[str]:
    """The parts of a structured value, unescaped."""
    if "\\" not in value:
        return [part.strip() for part in value.split(mark)]
    parts, place = [], 0
    while place <= len(value):
        match = _SPLIT[mark].match(value, place)
        if match is None:
            break
        parts.append(_text(match[1]))
        if match.end() == len(value) and not match[0].endswith(mark):
            break
        place = match.end()
    return parts


def _address_parts(value: str) -> list[str]:
    """Box, extension, street, city, region, postcode and country; some programs leave the box out altogether."""
    parts = [_lines(part) for part in _parts(value, ";")]
    if len(parts) == 6 and any(map(str.isdigit, parts[4])) and not any(map(str.isdigit, parts[5])):
        parts.insert(0, "")
    return (parts + [""] * 7)[:7]


def _text(value: str) -> str:
    text = _ESCAPED.sub(lambda match: "\n" if match[1] in "nN\n" else match[1], value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _line(value: str) -> str:
    return " ".join(_text(value).split())


def _lines(text: str) -> str:
    """Several lines as one, apart by commas."""
    return ", ".join(part for line in text.splitlines() if (part := " ".join(line.split()).strip(" ,")))


def _spaced(part: str) -> str:
    return " ".join(part.replace(",", " ").split())


def _filled(parts: list[str]) -> int:
    return sum(bool(part) for part in parts[:2])


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _apple_label(text: str) -> str:
    match = _APPLE_LABEL.fullmatch(text)
    return match[1] if match else text


def _day(text: str, one: Property) -> tuple[str, str]:
    """(the day as ISO, “”), or (“”, month and day) of one that names no year."""
    match = _NO_YEAR.fullmatch(text)
    if match:
        return "", f"{match[1]}-{match[2]}"
    match = _DATE.fullmatch(text)
    if not match:
        return "", ""
    if one.params.get("X-APPLE-OMIT-YEAR") == match[1]:
        return "", f"{match[2]}-{match[3]}"
    return "-".join(match.groups()), ""
