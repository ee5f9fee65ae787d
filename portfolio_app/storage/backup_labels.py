"""What is known of a backup without opening it: its label, a small JSON beside it.

A label holds numbers and the place of the book it was made of, nothing of what is in the book.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from portfolio_app.config import BOOK_SUFFIX, backups_dir
from portfolio_app.errors import BackupError
from portfolio_app.files import open_new
from portfolio_app.storage.seal import file_hash
from portfolio_app.storage.thinning import newest_first

_LABEL_SUFFIX = ".json"
_LABEL_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[a-z]+(?:-\d+)?\.json")


@dataclass(frozen=True)
class BackupInfo:
    """A backup as its label tells it. `at` is in UTC, `size` in bytes, `source` the book it was made of.

    `fingerprint` tells one content of a book from another, also where two copies of it went different ways.
    """

    name: str
    path: Path
    at: datetime
    size: int
    clients: int
    reason: str
    change_number: int
    schema_version: int
    is_encrypted: bool
    sha256: str
    source: Path
    fingerprint: str = ""


def folder_of(book_id: str) -> Path:
    """The folder of a book's backups, which may not exist yet. An identity that is no UUID is hashed."""
    try:
        name = str(uuid.UUID(book_id))
    except ValueError:
        name = hashlib.sha256(book_id.encode()).hexdigest()[:32]
    return backups_dir() / name


def in_folder(folder: Path) -> list[BackupInfo]:
    """The labelled backups in a folder, newest first. Labels that cannot be read are passed over."""
    try:
        labels = [path for path in folder.iterdir() if is_label(path)]
    except OSError:
        return []
    found = [info for label in labels if (info := read_label(label)) is not None and info.path.is_file()]
    return newest_first(found)


def find_for(path: Path) -> list[BackupInfo]:
    """The backups of the book at `path`, newest first, which need not exist or be readable any more.

    Those made of a book at that very path; if there are none, those of a book with that file name whose own
    place is empty: moved here perhaps, or another book, so never to be used unasked (see `source`).
    """
    try:
        folders = [folder for folder in backups_dir().iterdir() if folder.is_dir()]
    except OSError:
        return []
    everything = newest_first(info for folder in folders for info in in_folder(folder))
    place = path.resolve()
    here = [info for info in everything if info.source == place]
    if here:
        return here
    return [info for info in everything if info.source.name == place.name and not info.source.exists()]


def is_good(info: BackupInfo) -> bool:
    """Whether the backup is, bit for bit, what was written and verified."""
    try:
        return info.path.stat().st_size == info.size and file_hash(info.path) == info.sha256
    except OSError:
        return False


def require_good(info: BackupInfo) -> None:
    """Raise `BackupError` "missing" or "not_good" unless the backup is what was written."""
    if not info.path.is_file():
        raise BackupError("missing", name=info.name)
    if not is_good(info):
        raise BackupError("not_good", name=info.name)


def remove(backups: Iterable[BackupInfo]) -> int:
    """Delete backups, the copy before its label; returns how many are gone."""
    gone = 0
    for info in backups:
        with contextlib.suppress(OSError):
            delete(info.path)
            delete(label_path(info.path))
            gone += 1
    return gone


def label_path(path: Path) -> Path:
    return path.with_suffix(_LABEL_SUFFIX)


def is_label(path: Path) -> bool:
    return _LABEL_NAME.fullmatch(path.name) is not None


def write_label(info: BackupInfo) -> None:
    """Put the label where the backup is going to be, which takes the name. Raises `FileExistsError`, `OSError`."""
    with open_new(label_path(info.path)) as stream:
        stream.write(_label(info))
        stream.flush()
        os.fsync(stream.fileno())


def _label(info: BackupInfo) -> bytes:
    """What stands on the label: numbers and the book's place, nothing of what is in the book."""
    content = {
        "at": info.at.isoformat(),
        "size": info.size,
        "sha256": info.sha256,
        "clients": info.clients,
        "change_number": info.change_number,
        "schema_version": info.schema_version,
        "reason": info.reason,
        "is_encrypted": info.is_encrypted,
        "source": str(info.source),
        "book": info.source.stem,
        "fingerprint": info.fingerprint,
    }
    return json.dumps(content, indent=1).encode("ascii")


def read_label(label: Path) -> BackupInfo | None:
    try:
        content = json.loads(label.read_text(encoding="utf-8"))
        at = datetime.fromisoformat(str(content["at"]))
        path = label.with_suffix(BOOK_SUFFIX)
        return BackupInfo(
            name=path.name,
            path=path,
            at=at if at.tzinfo else at.replace(tzinfo=UTC),
            size=int(content["size"]),
            clients=int(content["clients"]),
            reason=str(content["reason"]),
            change_number=int(content["change_number"]),
            schema_version=int(content["schema_version"]),
            is_encrypted=content["is_encrypted"] is True,
            sha256=str(content["sha256"]),
            source=Path(str(content["source"])),
            fingerprint=str(content["fingerprint"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def delete(path: Path) -> None:
    """Delete a file, also a read-only one (which Windows would refuse)."""
    if os.name == "nt" and path.exists():
        path.chmod(0o600)
    path.unlink(missing_ok=True)
