"""The passphrase of a book: turning encryption on, changing it, turning it off; the system's keyring.

A forgotten passphrase means a lost book: nobody, and no backup, can bring it back.
"""

from __future__ import annotations

import hmac
import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.config import APP_ID
from portfolio_app.errors import BookLockedError, InvalidValueError
from portfolio_app.storage import driver
from portfolio_app.storage.book import Book

log = logging.getLogger(__name__)

MIN_LENGTH = 8
MAX_LENGTH = 1_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PassphraseResult:
    """How many backups were converted with the book, and the names of those that could not be."""

    converted: int
    left: list[str]


def cleaned(passphrase: str | None) -> str | None:
    """A passphrase as every keyboard gives it (composed characters). Raises `InvalidValueError` "bad_passphrase"."""
    if passphrase is None:
        return None
    text = unicodedata.normalize("NFC", passphrase)
    # SQLCipher takes x'…' for a key in hexadecimal instead of a passphrase.
    is_raw_key = re.fullmatch(r"x'[0-9a-fA-F]*'", text) is not None
    if not text or len(text) > MAX_LENGTH or is_raw_key or any(ord(sign) < 32 for sign in text):
        raise InvalidValueError("bad_passphrase")
    return text


def typed(passphrase: str | None) -> str | None:
    """A passphrase as it is tried: composed as `cleaned` does; one no book can have is as good as none."""
    try:
        return cleaned(passphrase)
    except InvalidValueError:
        return None


def can_protect() -> bool:
    """Whether this computer's SQLite can encrypt."""
    return driver.CAN_ENCRYPT


def is_protected(book: Book) -> bool:
    """Whether the book has a passphrase."""
    return book.passphrase is not None


def set_passphrase(
    book: Book,
    current: str | None,
    new: str | None,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> PassphraseResult:
    """Protect the book (`current` None), change its passphrase, or take it away (`new` None); its backups too.

    A backup of the book as it was is made first. The book itself is converted whole or not at all; once it is,
    backups follow, and those that could not are named. Raises `BookLockedError` "wrong_passphrase" or
    "no_encryption", `InvalidValueError` "short_passphrase" or "bad_passphrase", `BookWriteError`, `BackupError`.
    """
    from portfolio_app.services.backups import convert_all, drop_begun, make_backup

    if not can_protect():
        raise BookLockedError("no_encryption", path=str(book.path))
    old, wanted = cleaned(current), cleaned(new)
    if not _same(old, book.passphrase):
        raise BookLockedError("wrong_passphrase", path=str(book.path))
    if wanted is not None and len(wanted) < MIN_LENGTH:
        raise InvalidValueError("short_passphrase", minimum=MIN_LENGTH)
    make_backup(book, "passphrase")
    drop_begun()
    book.set_passphrase(wanted)
    converted, left = convert_all(book, old, wanted, progress=progress, cancelled=cancelled)
    if remembered(book.path) is not None:
        forget(book.path)
        if wanted is not None:
            remember(book.path, wanted)
    return PassphraseResult(converted, left)


def can_remember() -> bool:
    """Whether this computer has a keyring that keeps secrets."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return False
    try:
        return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))
    except Exception:  # keyrings are other programs, which fail in their own ways
        log.info("the keyring does not answer", exc_info=True)
        return False


def remember(path: Path, passphrase: str) -> bool:
    """Have the system's keyring keep the passphrase of the book at that path; whether it does."""
    import keyring

    try:
        keyring.set_password(APP_ID, _name(path), passphrase)
    except Exception:
        log.info("the keyring does not keep the passphrase", exc_info=True)
        return False
    return True


def remembered(path: Path) -> str | None:
    """What the keyring keeps for the book at that path."""
    if not can_remember():
        return None
    import keyring

    try:
        return keyring.get_password(APP_ID, _name(path))
    except Exception:
        log.info("the keyring does not answer", exc_info=True)
        return None


def forget(path: Path) -> None:
    """Take the passphrase out of the keyring."""
    if not can_remember():
        return
    import keyring

    try:
        if keyring.get_password(APP_ID, _name(path)) is not None:
            keyring.delete_password(APP_ID, _name(path))
    except Exception:
        log.info("the keyring does not forget the passphrase", exc_info=True)


def _name(path: Path) -> str:
    return str(path.absolute())


def _same(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return first is second
    return hmac.compare_digest(first.encode(), second.encode())
