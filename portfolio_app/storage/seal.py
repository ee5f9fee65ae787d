"""The seal of a closed book: the SHA-256 of its file as the program last left it, kept on this machine.

SQLite's own check misses most single flipped bits: those inside a name or an amount are valid pages. A file
that differs from its seal although no step was recorded since (`change_number`) was changed by somebody else:
a failing disk, another program. Kept in the folder of the machine's state, one small file per path.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.config import state_dir
from portfolio_app.files import write_privately

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Seal:
    """A closed file's hash ("": void), the number of the last step in it, and whether it had a passphrase."""

    sha256: str
    change_number: int
    is_encrypted: bool = False


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Never of a book this process has open."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def same_pages(first: Path, second: Path) -> bool:
    """Whether two closed files are one book: every byte but the counters in SQLite's header, which a copy renews."""
    if first.stat().st_size != second.stat().st_size:
        return False
    with first.open("rb") as one, second.open("rb") as other:
        if _without_counters(one.read(100)) != _without_counters(other.read(100)):
            return False
        while block := one.read(_BLOCK):
            if block != other.read(len(block)):
                return False
    return True


def _without_counters(header: bytes) -> bytes:
    return header[:24] + header[28:92]


def set_seal(path: Path, change_number: int, *, is_encrypted: bool) -> None:
    """Remember the closed book as it is; a machine that cannot remember only checks more the next time."""
    with contextlib.suppress(OSError):
        content = {
            "path": str(path.resolve()),
            "sha256": file_hash(path),
            "change_number": change_number,
            "is_encrypted": is_encrypted,
        }
        write_privately(_place(path), json.dumps(content).encode())


def seal_of(path: Path) -> Seal | None:
    """What was remembered of the book at that path."""
    try:
        content = json.loads(_place(path).read_text(encoding="utf-8"))
        return Seal(
            str(content["sha256"]), int(content["change_number"]), bool(content.get("is_encrypted", False))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def void(path: Path) -> None:
    """Remember the book, but no more how its file looked: a rollback gives back the content, not every byte."""
    known = seal_of(path)
    if known is None:
        return
    content = {
        "path": str(path.resolve()),
        "sha256": "",
        "change_number": known.change_number,
        "is_encrypted": known.is_encrypted,
    }
    with contextlib.suppress(OSError):
        write_privately(_place(path), json.dumps(content).encode())


def is_known(path: Path) -> bool:
    """Whether this program closed a book at that path."""
    return seal_of(path) is not None


def forget(path: Path) -> None:
    """Another file takes the place of the book."""
    with contextlib.suppress(OSError):
        _place(path).unlink(missing_ok=True)


def _place(path: Path) -> Path:
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]
    return state_dir() / "seals" / f"{name}.json"
