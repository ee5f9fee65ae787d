"""What the fuzzer begins with: small good files of every kind, and pieces that files are made of."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_CSV = (
    "Code;Raison sociale;Contact;Email;Téléphone;Date;CA HT;Note\n"
    'C1;Ateliers Kérisac;Zoé Lefèvre;zoe@exemple.fr;02 98 00 00 01;12/03/2026;1 234,56 €;"Deux\nlignes"\n'
    "C2;SARL Dupont;Max Petit;max@exemple.fr;+33 6 12 34 56 78;03/04/26;(45,00);\n"
)
_ENGLISH = (
    "Exported 2026-11-22\n\nCompany,First Name,Last Name,E-mail 1 - Value,2024,2025\n"
    "Acme,Jane,Roe,jane@example.com,1200.50,900\n\"Smith, Jones & Co\",Al,Ba,,\"1,234.50\",-3\n"
)  # fmt: skip
_FIXED = (
    "Code  Raison sociale        Ville          CA\n"
    "C001  Atelier Rivière       Paris    1 234,50\n"
    "C002  SARL Dupont et Fils   Lyon        99,00\n"
    "C003  Ets Kérisac           Brest   12 000,00\n"
)
_CARDS = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=\r\n=A9\r\n"
    "ORG:Kérisac;Achats\r\nTEL;WORK;VOICE:02 98 00 00 01\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AA\r\n QSkZJRg==\r\n"
    "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Max Petit\r\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+33-6\r\n"
    "ADR;TYPE=work;LABEL=\"3 rue\\n29200 Brest\":;;3 rue;Brest;;29200;France\r\nBDAY:--0416\r\n"
    "item1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nNOTE:a\\, b\\nc\r\nEND:VCARD\r\n"
)  # fmt: skip
_CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Paris:20260312T100000\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO\r\nEXDATE:20260319T090000Z\r\nSUMMARY:Visite\\, Kérisac\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)

_WORDS = (
    ";", ",", "\t", "|", '"', '""', "'", "\\", "\n", "\r\n", "\r", " ", "  ", "\u00a0", "\u202f", "=1+1", "@SUM(A1)",
    "sep=;\n", "0", "-", "1e999", "NaN", "99999999999999999999", "1.234,56", "(", ")", "%", "€", "k€", "31/02/2026",
    "12/13/2014", "0000-00-00", "45363", "Oct-14", "é", "ﬁ", "\u202e", "\ufeff", "BEGIN:VCARD", "END:VCARD",
    "N:;;;;", 'TEL;TYPE="', ";ENCODING=QUOTED-PRINTABLE:=", "=\r\n", ";CHARSET=utf-7:", "AGENT:", "PHOTO:",
    "RRULE:FREQ=SECONDLY", "BEGIN:VEVENT", "DTSTART:", "TZID=", '{"portfolio_copy":', "<!ENTITY a 'b'>", "</row>",
    "----- -----", "{0}", "%n",
)  # fmt: skip
_BYTES = (
    b"\x00",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xe9",
    b"\x81",
    b"\xc3",
    b"\x1a",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
)
PIECES: tuple[bytes, ...] = (*(word.encode() for word in _WORDS), *_BYTES)
"""Pieces that mean something to one reader or another."""


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """(suffix, content) of good files: text in several encodings, cards, a calendar, a workbook."""
    return tuple(_seeds())


def _seeds() -> Iterator[tuple[str, bytes]]:
    for text in (_CSV, _ENGLISH, _FIXED):
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32-be", "mac_roman"):
            yield ".csv", text.encode(encoding, "replace")
    for encoding in ("utf-8", "cp1252", "utf-16"):
        yield ".vcf", _CARDS.encode(encoding, "replace")
    yield ".ics", _CALENDAR.encode("utf-8")
    yield ".json", b'{"portfolio_copy": {"format": 1}, "client": []}'
    yield ".xlsx", _workbook()
    from tests.doors import workbooks

    with tempfile.TemporaryDirectory() as folder:
        yield ".ods", workbooks.ods(Path(folder) / "a.ods").read_bytes()


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in _CSV.splitlines():
        sheet.append([*line.split(";")])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
