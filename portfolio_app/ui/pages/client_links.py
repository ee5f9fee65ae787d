"""Handing an address to the mail or telephone program of the computer, so that it can do no harm.

What stands in a record was typed or imported: it goes into the URL percent-encoded and without line breaks,
so that no further header, recipient or command can hide in it.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")


def mail_url(address: str) -> QUrl:
    """mailto: for one address; "?", "&" and "," in it are encoded, so they add nothing to the message."""
    encoded = QUrl.toPercentEncoding(_CONTROL.sub("", address), b"@")
    return QUrl("mailto:" + bytes(encoded.data()).decode("ascii"), QUrl.ParsingMode.StrictMode)


def phone_url(number: str) -> QUrl:
    """tel: with the digits and a leading plus only; an invalid URL without any digit."""
    digits = re.sub(r"[^0-9]", "", number)
    if not digits:
        return QUrl()
    plus = "+" if number.strip().startswith("+") else ""
    return QUrl(f"tel:{plus}{digits}", QUrl.ParsingMode.StrictMode)


def web_url(address: str) -> QUrl:
    """http(s) for a website as people write it ("example.com"); an invalid URL for anything else."""
    clean = _CONTROL.sub("", address)
    if not re.match(r"(?i)https?://", clean):
        if re.match(r"(?i)[a-z][a-z0-9+.-]*:(?!\d)", clean):
            return QUrl()
        clean = f"https://{clean}"
    url = QUrl(clean, QUrl.ParsingMode.TolerantMode)
    return url if url.host() else QUrl()


def map_url(address: str) -> QUrl:
    """An address on the map of OpenStreetMap; an invalid URL for none. It can only be what is searched for."""
    clean = " ".join(_CONTROL.sub(" ", address).split())
    if not clean:
        return QUrl()
    encoded = bytes(QUrl.toPercentEncoding(clean).data()).decode("ascii")
    return QUrl(f"https://www.openstreetmap.org/search?query={encoded}", QUrl.ParsingMode.StrictMode)


def open_url(url: QUrl) -> bool:
    """Hand it to the system; False when there is nothing to open or nobody to open it."""
    return bool(url.isValid() and QDesktopServices.openUrl(url))


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
