"""The suppression list beside the backups: what an older file put in the book's place is told from.

The list of an encrypted book holds its secrets locked by the passphrase. Which rows erased persons were stands
open, for it tells nothing about anybody: even a file that has another passphrase forgets those rows again.

A list that this book was never told, because another passphrase locks it, is kept beside the book's own.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from portfolio_app import files
from portfolio_app.storage.suppression import Erased, SuppressionList, load, mirror_path

_ROUNDS = 200_000
_MAX_BYTES = 50_000_000
_MAX_ID = 2**63 - 1
_READ_FIRST = 8
"""More lists than this are not unlocked one by one: each costs a tenth of a second."""


@dataclass
class Mirror:
    """What stands beside the backups: `listed` is all that could be read; `is_locked`, whether more is there."""

    listed: SuppressionList = field(default_factory=SuppressionList)
    is_locked: bool = False


def write_mirror(connection: Connection, book_id: str, passphrase: str | None) -> None:
    """Write the list beside the book's backups, whole or not at all. Raises `OSError`.

    Lists there that the book has not been told stay. A book without any list leaves no file, unless one is
    there to be emptied.
    """
    known = load(connection)
    path = mirror_path(book_id)
    parts = _parts(book_id)
    if not known.keys and not parts and not path.exists():
        return
    kept = [part for part in parts if not _is_told(part, known, passphrase)]
    content = {"version": 2, **_part_of(known, passphrase), "others": kept}
    files.write_privately(path, json.dumps(content, indent=0).encode("ascii"))


def read_mirror(book_id: str, passphrase: str | None, known: SuppressionList | None = None) -> Mirror | None:
    """The mirrored list; None when there is none, or none that makes sense.

    `known` is the book's own list: what it has the secrets of needs no passphrase. Raises `OSError` for a file
    that cannot be read.
    """
    parts = _parts(book_id)
    if not parts:
        return None
    mirror = Mirror()
    for number, part in enumerate(parts):
        keys = _own_keys(part, known)
        if keys is None and number < _READ_FIRST:
            keys = _unlocked(part, passphrase)
        mirror.listed.rows += _rows(part)
        if keys is None:
            mirror.is_locked = True
            continue
        mirror.listed.keys += [key for key in keys if key not in mirror.listed.keys]
        mirror.listed.marks |= set(part["marks"])
        _add_entries(mirror.listed, part["entries"])
    mirror.listed.rows = sorted(set(mirror.listed.rows))
    return mirror


def _add_entries(listed: SuppressionList, entries: Iterable[Sequence[str]]) -> None:
    for kind, code, reason, on in entries:
        if listed.entries.get((kind, code), ("",))[0] != "erased":
            listed.entries[kind, code] = (reason, on)


def _parts(book_id: str) -> list[dict[str, Any]]:
    """The lists in the file, the book's own first; what makes no sense in it is passed over."""
    path = mirror_path(book_id)
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise OSError(f"{path} is too large")
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return []
    except (ValueError, RecursionError):
        return []
    if not isinstance(content, dict):
        return []
    others = content.pop("others", [])
    found = [content, *(others if isinstance(others, list) else [])]
    return [part for part in found if _makes_sense(part)]


def _makes_sense(part: Any) -> bool:
    try:
        for _kind, _code, _reason, on in part["entries"]:
            date.fromisoformat(on)
        texts = [text for entry in part["entries"] for text in entry] + part["marks"] + part["ids"]
        _rows(part)
        if "keys" in part:
            for key in part["keys"]:
                bytes.fromhex(key)
        else:
            bytes.fromhex(part["locked"])
            bytes.fromhex(part["salt"])
        return all(isinstance(text, str) for text in texts)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _rows(part: dict[str, Any]) -> list[Erased]:
    rows = [(str(table), int(row_id), str(created)) for table, row_id, created in part["rows"]]
    if not all(0 < row_id < _MAX_ID for _, row_id, _ in rows):
        raise ValueError("no row has such a number")
    return rows


def _is_told(part: dict[str, Any], known: SuppressionList, passphrase: str | None) -> bool:
    """Whether the book knows whom this list says were erased, so that its own takes the place of it."""
    if not (set(_rows(part)) <= set(known.rows) and set(part["marks"]) <= known.marks):
        return False
    if set(part["ids"]) <= set(map(_key_id, known.keys)):
        return True
    # Its secret was made by a step since undone, or is one that the book never had.
    erased = {(kind, code) for kind, code, reason, _ in part["entries"] if reason == "erased"}
    return erased <= known.entries.keys() and _unlocked(part, passphrase) is not None


def _part_of(known: SuppressionList, passphrase: str | None) -> dict[str, Any]:
    return {
        **_locked(known.keys, passphrase),
        "ids": [_key_id(key) for key in known.keys],
        "entries": [[*pair, *rest] for pair, rest in sorted(known.entries.items())],
        "rows": known.rows,
        "marks": sorted(known.marks),
    }


def _key_id(key: str) -> str:
    """What a secret is recognised by, where it is locked."""
    return hashlib.sha256(b"id" + bytes.fromhex(key)).hexdigest()


def _own_keys(part: dict[str, Any], known: SuppressionList | None) -> list[str] | None:
    """The secrets of that list, if the book has all of them."""
    own = {_key_id(key): key for key in known.keys} if known is not None else {}
    ids = part["ids"]
    return [own[one] for one in ids] if own and all(one in own for one in ids) else None


def _locked(keys: Sequence[str], passphrase: str | None) -> dict[str, Any]:
    """The secrets as the mirror holds them: readable, or masked by what the passphrase gives."""
    if passphrase is None:
        return {"keys": list(keys)}
    salt = secrets.token_hex(16)
    plain = bytes.fromhex("".join(keys))
    mask = _mask(passphrase, salt, len(plain))
    return {
        "salt": salt,
        "locked": bytes(a ^ b for a, b in zip(plain, mask, strict=True)).hex(),
        "check": hashlib.sha256(b"check" + plain).hexdigest(),
    }


def _unlocked(part: dict[str, Any], passphrase: str | None) -> list[str] | None:
    if "keys" in part:
        return [bytes.fromhex(key).hex() for key in part["keys"]]
    if passphrase is None:
        return None
    locked = bytes.fromhex(part["locked"])
    mask = _mask(passphrase, part["salt"], len(locked))
    plain = bytes(a ^ b for a, b in zip(locked, mask, strict=True))
    if hashlib.sha256(b"check" + plain).hexdigest() != part.get("check"):
        return None
    text = plain.hex()
    return [text[start : start + 64] for start in range(0, len(text), 64)]


def _mask(passphrase: str, salt: str, length: int) -> bytes:
    if not length:
        return b""
    return hashlib.pbkdf2_hmac("sha256", passphrase.encode("utf-8"), bytes.fromhex(salt), _ROUNDS, length)
