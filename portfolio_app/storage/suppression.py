"""The suppression list: addresses and numbers that must not be used again, recognised without being kept.

An address is normalised, then hashed with a secret of the book (setting "suppression_key"), so that the list
alone tells nobody's address. Of persons who were erased the book also remembers which rows they were and,
hashed, what else an import could bring them back by (setting "erased_persons").

The list outlives the book's file: it is mirrored beside the backups, so that an older file put in the book's
place can be told whom it must forget (see `suppression_mirror`).
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.base import read_json
from portfolio_app.storage.text import fold

KEY_SETTING, ERASED_SETTING = "suppression_key", "erased_persons"
LASTING_SETTINGS = (KEY_SETTING, ERASED_SETTING)
"""Settings that no restore may take back, or erased persons would not be recognised any more."""
MIRROR_NAME = "suppressed.json"
_NATIONAL = re.compile(r"0[1-9]\d{8}")
_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}")
_KEY = re.compile(r"(?:[0-9A-Fa-f]{2}){1,128}")
_LARGEST = 2**40
_SEVERAL = re.compile(r"\s*(?:/|;|,|\n|:::)\s*")

Erased = tuple[str, int, str]
"""A row that was an erased person: table, id, when it was created (in a copy, an id alone may be another's)."""


def normal_email(value: str) -> str:
    """The address as it is compared; empty when the text is none."""
    text = value.strip().casefold()
    return text if "@" in text else ""


@lru_cache(maxsize=50_000)
def normal_phone(value: str) -> str:
    """The number in E.164 (France unless it says otherwise), or else its digits; empty when there are too few."""
    bare = re.sub(r"[\s().\-\u00a0\u202f\u2009]", "", value)
    if _NATIONAL.fullmatch(bare):
        return "+33" + bare[1:]
    digits = re.sub(r"\D", "", value)
    if len(digits) < 6:
        return ""
    if _INTERNATIONAL.fullmatch(bare) and not bare.startswith("+330"):
        return bare
    import phonenumbers

    try:
        number = phonenumbers.parse(value, "FR")
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return digits
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def normal(kind: str, value: str) -> list[str]:
    """What a cell of addresses ("email") or numbers ("phone") holds, normalised; usually one, several if it says so."""
    if not value or not value.strip():
        return []
    read = normal_email if kind == "email" else normal_phone
    whole = read(value)
    parts = [part for part in _SEVERAL.split(value) if part]
    found = [read(part) for part in parts] if len(parts) > 1 else [whole]
    return list(dict.fromkeys(one for one in found if one))


@dataclass
class SuppressionList:
    """The whole list in memory, for asking about many addresses.

    `keys` are hex secrets, the first one in use; `entries` maps (kind, hash) to (reason, day).
    """

    keys: list[str] = field(default_factory=list)
    entries: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    rows: list[Erased] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on it."""
        return not (self.entries or self.rows or self.marks)

    def hashes(self, text: str) -> list[str]:
        """The text's hash by each of the keys."""
        return [_hash(key, text) for key in self.keys]

    def reason(self, kind: str, value: str) -> str | None:
        """Why one of the addresses or numbers in `value` is listed: "erased" wins over "objected"."""
        if not self.entries or not value:
            return None
        reasons = {
            self.entries[kind, code][0]
            for one in normal(kind, value)
            for code in self.hashes(one)
            if (kind, code) in self.entries
        }
        return "erased" if "erased" in reasons else next(iter(reasons), None)

    def is_marked(self, marks: Iterable[str]) -> bool:
        """Whether one of these descriptions (see `person_marks`) is an erased person's."""
        return bool(self.marks) and any(code in self.marks for mark in marks for code in self.hashes(mark))

    def narrowed(self, addresses: Iterable[tuple[str, str]], marks: Iterable[str]) -> SuppressionList:
        """The list of one erased person, by the same secrets: those normalised addresses, those descriptions."""
        entries = {(kind, code): ("erased", "") for kind, value in addresses for code in self.hashes(value)}
        return SuppressionList(self.keys, entries, [], {code for mark in marks for code in self.hashes(mark)})


def person_marks(*, reference: str = "", name: str = "", client: str = "", place: str = "") -> list[str]:
    """What an import may know an erased person by besides addresses.

    A client's reference; a person's name with the place they live in; a person's name with the organisation.
    """
    marks = []
    if reference:
        marks.append(f"reference|{reference.strip()}")
    if name and client:
        marks.append(f"contact|{fold(client)}|{fold(name)}")
    elif name:
        marks.append(f"person|{fold(name)}|{fold(place)}")
    return marks


def load(connection: Connection) -> SuppressionList:
    """The book's list."""
    keys, erased = _settings(connection)
    return SuppressionList(
        keys,
        {
            (row[0], row[1]): (row[2], row[3])
            for row in connection.exec_driver_sql('SELECT kind, hash, reason, "on" FROM suppression')
        },
        [(str(table), int(row_id), str(created)) for table, row_id, created in erased.get("rows", [])],
        set(erased.get("marks", [])),
    )


def _settings(connection: Connection) -> tuple[list[str], dict[str, Any]]:
    found = {
        row[0]: read_json(row[1])
        for row in connection.exec_driver_sql(
            "SELECT key, value FROM setting WHERE key IN (?, ?)", LASTING_SETTINGS
        )
    }
    # A book or a copy of one may come from anybody: what cannot be a secret or a row is none.
    keys, erased = found.get(KEY_SETTING), found.get(ERASED_SETTING)
    rows, marks = (erased.get("rows"), erased.get("marks")) if isinstance(erased, dict) else ([], [])
    return [key for key in _listed(keys) if isinstance(key, str) and _KEY.fullmatch(key)], {
        "rows": [
            row
            for row in _listed(rows)
            if isinstance(row, list) and len(row) == 3 and type(row[1]) is int and abs(row[1]) < _LARGEST
        ],
        "marks": [mark for mark in _listed(marks) if isinstance(mark, str)],
    }


def _listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def add(connection: Connection, kind: str, value: str, reason: str, on: date) -> int:
    """Put what `value` holds on the list inside an open step; "erased" replaces "objected". Returns how many."""
    known = load(connection)
    if not known.keys:
        known.keys.append(secrets.token_hex(32))
        save_setting(connection, KEY_SETTING, known.keys)
    added = 0
    for one in normal(kind, value):
        listed = [code for code in known.hashes(one) if (kind, code) in known.entries]
        if not listed:
            connection.exec_driver_sql(
                'INSERT INTO suppression(kind, hash, reason, "on") VALUES (?, ?, ?, ?)',
                (kind, _hash(known.keys[0], one), reason, on.isoformat()),
            )
            added += 1
        elif reason == "erased":
            connection.exec_driver_sql(
                'UPDATE suppression SET reason = ?, "on" = ? WHERE kind = ? AND hash = ? AND reason <> ?',
                (reason, on.isoformat(), kind, listed[0], reason),
            )
    return added


def remove(connection: Connection, kind: str, value: str, reasons: Sequence[str] = ("objected",)) -> int:
    """Take what `value` holds off the list inside an open step. Returns how many were on it."""
    known = load(connection)
    removed = 0
    for one in normal(kind, value):
        for code in known.hashes(one):
            if known.entries.get((kind, code), ("", ""))[0] in reasons:
                connection.exec_driver_sql(
                    "DELETE FROM suppression WHERE kind = ? AND hash = ?", (kind, code)
                )
                removed += 1
    return removed


def remember_erased(connection: Connection, rows: Iterable[Erased], marks: Iterable[str]) -> None:
    """Note, inside an open step, which rows were an erased person and what else they are recognised by."""
    known = load(connection)
    if not known.keys:
        known.keys.append(secrets.token_hex(32))
        save_setting(connection, KEY_SETTING, known.keys)
    known.rows = sorted({*known.rows, *rows})
    known.marks |= {_hash(known.keys[0], mark) for mark in marks}
    _save_erased(connection, known)
    _outlive_undo(connection)


def _outlive_undo(connection: Connection) -> None:
    """Have the journal forget how the secret and the erased came on the list: taking back an older step, which
    perhaps made the secret for a mere objection, must not take from the book what it recognises the erased by.
    """
    connection.exec_driver_sql(
        "DELETE FROM journal_change WHERE step_id <> (SELECT open_step FROM journal_state) AND ("
        "entity = 'setting' AND row_id IN (SELECT id FROM setting WHERE key IN (?, ?)) OR "
        "entity = 'suppression' AND row_id IN (SELECT id FROM suppression WHERE reason = 'erased'))",
        LASTING_SETTINGS,
    )


def mirror_path(book_id: str) -> Path:
    """Where the list of that book is mirrored."""
    from portfolio_app.storage.backups import folder_of

    return folder_of(book_id) / MIRROR_NAME


def holds(connection: Connection, mirrored: SuppressionList) -> bool:
    """Whether the book's list has everything that the mirrored one has."""
    known = load(connection)
    return (
        all(
            known.entries.get(pair, ("",))[0] in (reason, "erased")
            for pair, (reason, _) in mirrored.entries.items()
        )
        and set(mirrored.rows) <= set(known.rows)
        and mirrored.marks <= known.marks
        and set(mirrored.keys) <= set(known.keys)
    )


def merge(connection: Connection, mirrored: SuppressionList) -> int:
    """Add to the book, inside an open step, what only the mirrored list holds. Returns how many entries."""
    known = load(connection)
    keys = [*known.keys, *(key for key in mirrored.keys if key not in known.keys)]
    if keys != known.keys:
        save_setting(connection, KEY_SETTING, keys)
    missing = [
        (kind, code, reason, on)
        for (kind, code), (reason, on) in sorted(mirrored.entries.items())
        if kind in ("email", "phone") and reason in ("objected", "erased")
        if (kind, code) not in known.entries
    ]
    for row in missing:
        connection.exec_driver_sql(
            'INSERT INTO suppression(kind, hash, reason, "on") VALUES (?, ?, ?, ?)', row
        )
    for (kind, code), (reason, on) in mirrored.entries.items():
        if reason == "erased" and known.entries.get((kind, code), ("",))[0] == "objected":
            connection.exec_driver_sql(
                'UPDATE suppression SET reason = ?, "on" = ? WHERE kind = ? AND hash = ?',
                (reason, on, kind, code),
            )
    rows, marks = sorted({*known.rows, *mirrored.rows}), known.marks | mirrored.marks
    new = len(missing) + len(rows) - len(known.rows)
    if len(rows) > len(known.rows) or marks != known.marks:
        _save_erased(connection, SuppressionList(rows=list(rows), marks=marks))
        _never_reuse(connection, rows)
    return new


def _never_reuse(connection: Connection, rows: Iterable[Erased]) -> None:
    """An older file does not know the ids given since: a new record must not get an erased person's."""
    for table, row_id, _created in rows:
        if table in ("client", "contact"):
            connection.exec_driver_sql(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (row_id, table)
            )


def _save_erased(connection: Connection, known: SuppressionList) -> None:
    value = {"rows": [list(row) for row in known.rows], "marks": sorted(known.marks)}
    save_setting(connection, ERASED_SETTING, value)


def save_setting(connection: Connection, key: str, value: Any) -> None:
    """Give a setting its value, inside an open step."""
    connection.exec_driver_sql(
        "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value)),
    )


@lru_cache(maxsize=50_000)
def _hash(key: str, text: str) -> str:
    return hmac.digest(bytes.fromhex(key), text.encode("utf-8", "surrogatepass"), "sha256").hex()
