"""What kind of file one is given: a table, address cards, a calendar or a copy of a whole book."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from portfolio_app.errors import SourceError
from portfolio_app.exchange import text_source

FileKind = Literal["table", "vcard", "calendar", "copy"]

COPY_START = b'{"portfolio_copy":'
"""The first bytes of a copy of a whole book, blanks aside."""
SHEET_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xla", ".xlam", ".xltx"})
CARD_SUFFIXES = frozenset({".vcf", ".vcard"})
CALENDAR_SUFFIXES = frozenset({".ics", ".ical", ".ifb", ".icalendar"})
_OTHER_SUFFIXES = frozenset({
    ".json", ".docx", ".doc", ".odt", ".pptx", ".ppt", ".zip", ".numbers", ".xml", ".html",
    ".htm", ".mdb", ".accdb", ".parquet", ".msg", ".eml", ".pst", ".gz", ".7z", ".rar",
})  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_STARTS = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEGINS = re.compile(rb"\s*(?:[A-Za-z0-9-]+\.)?BEGIN\s*:\s*(VCARD|VCALENDAR)\s", re.IGNORECASE)


def file_kind(path: Path) -> FileKind:
    """By the first bytes of the file, then by its name.

    “table” also stands for what only opening it can tell. Raises `SourceError` when the file cannot be read
    or is of a kind that is never imported.
    """
    path = Path(path)
    text_source.check_readable(path)
    head = _narrowed(text_source.head_of(path, 4096))
    begins = _BEGINS.match(head + b"\n")
    if begins:
        return "vcard" if begins[1].upper() == b"VCARD" else "calendar"
    if b"".join(head[:200].split()).startswith(COPY_START):
        return "copy"
    suffix = path.suffix.lower()
    if suffix in CARD_SUFFIXES:
        return "vcard"
    if suffix in CALENDAR_SUFFIXES:
        return "calendar"
    is_workbook(path)
    return "table"


def is_workbook(path: Path) -> bool:
    """Whether a table is a workbook, by the first bytes, then the name.

    Raises `SourceError` `unknown_type` for what is neither a workbook nor a table of text.
    """
    head = text_source.head_of(path, 4096)
    suffix = path.suffix.lower()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return True
    if head.startswith(_OLE):
        if suffix in {".doc", ".ppt", ".msg"}:
            raise SourceError("unknown_type", path=str(path), suffix=suffix)
        return True
    if suffix in SHEET_SUFFIXES and (head.startswith(_BIFF_STARTS) or suffix != ".xls"):
        return b"\x00" in head or not _mostly_text(head)
    start = head.removeprefix(_MARKS[0]).lstrip(b" \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise SourceError("unknown_type", path=str(path), suffix=suffix or "text")
    if suffix in _OTHER_SUFFIXES:
        raise SourceError("unknown_type", path=str(path), suffix=suffix)
    return False


def _narrowed(head: bytes) -> bytes:
    """The bytes as ASCII would have them, for a look at the first words: UTF-16 and UTF-32 lose their zeros."""
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    return head.replace(b"\x00", b"") if b"\x00" in head[:64] else head


def _mostly_text(head: bytes) -> bool:
    return all(byte >= 9 for byte in head)
