"""The words of the import: why a row is refused, what is left out, how a file is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.errors import (
    InvalidValueError,
    MappingError,
    NotFoundError,
    PortfolioError,
    SourceError,
)
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.field_names import field_label

if TYPE_CHECKING:
    from portfolio_app.services.import_ import RefusedRow, UnreadCell
    from portfolio_app.services.round_trip_items import RefusedCell

REFUSALS = {
    "bad_date": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a date; write it like 31/12/2025."),
    "no_such_date": QT_TRANSLATE_NOOP(
        "Refusals", "the date “{value}” does not exist; write it like 31/12/2025."
    ),
    "date_out_of_range": QT_TRANSLATE_NOOP(
        "Refusals", "the date “{value}” is before 1900 or after 2100; check the year."
    ),
    "bad_amount": QT_TRANSLATE_NOOP(
        "Refusals", "“{value}” is not an amount; write it like 1234.56 or 1 234,56."
    ),
    "amount_out_of_range": QT_TRANSLATE_NOOP(
        "Refusals", "the amount “{value}” is too large to be true; check it."
    ),
    "bad_quantity": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a quantity; write a number like 12."),
    "quantity_out_of_range": QT_TRANSLATE_NOOP(
        "Refusals", "the quantity “{value}” is too large to be true; check it."
    ),
    "bad_percent": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a discount; write it like 20 % or 0.2."),
    "bad_number": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a number; write it like 30."),
    "bad_choice": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not one of the words this column may hold."),
    "bad_score": QT_TRANSLATE_NOOP(
        "Refusals", "“{value}” is not a score from 0 to 10; write a whole number like 9."
    ),
    "bad_probability": QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a probability; write it like 40 %."),
    "score_without_date": QT_TRANSLATE_NOOP(
        "Refusals", "the score “{value}” has no date, so it stays out; fill in the day of the answer."
    ),
    "touch_without_date": QT_TRANSLATE_NOOP(
        "Refusals", "this touch (“{value}”) has no date, so it stays out; fill in the day it happened."
    ),
    "task_without_date": QT_TRANSLATE_NOOP(
        "Refusals", "the follow-up “{value}” has no date, so it stays out; fill in the day it is due."
    ),
    "no_client": QT_TRANSLATE_NOOP(
        "Refusals", "this line names no client; fill in the client's name or reference."
    ),
    "no_date": QT_TRANSLATE_NOOP("Refusals", "this sale has no date; fill in the date of the sale."),
    "no_amount": QT_TRANSLATE_NOOP(
        "Refusals", "this sale has no amount; fill in the amount, or the quantity and the unit price."
    ),
    "erased_person": QT_TRANSLATE_NOOP(
        "Refusals", "this line is about a person who was erased from the book at their request; it stays out."
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "Refusals", "the text is too long ({length} characters, {limit} at most); shorten it."
    ),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "Refusals",
        "this line has {found} cells for {expected} columns; "
        "a separator probably stands inside a text: put that text between quotation marks.",
    ),
}
"""The sentences of the refusals by code, as the service words them in English."""

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "ISO-8859-1",
    "iso8859-15": "ISO-8859-15",
    "mac-roman": "Mac Roman",
    "cp850": "DOS (CP850)",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "koi8-r": "KOI8-R",
    "cp932": "Shift-JIS",
    "euc-kr": "EUC-KR",
    "gbk": "GBK",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
}
DELIMITERS = {
    ";": QT_TRANSLATE_NOOP("ImportWords", "semicolon ;"),
    ",": QT_TRANSLATE_NOOP("ImportWords", "comma ,"),
    "\t": QT_TRANSLATE_NOOP("ImportWords", "tab"),
    "|": QT_TRANSLATE_NOOP("ImportWords", "bar |"),
    "fixed": QT_TRANSLATE_NOOP("ImportWords", "aligned by blanks"),
}
DECIMALS = {
    ",": QT_TRANSLATE_NOOP("ImportWords", "comma 1,5"),
    ".": QT_TRANSLATE_NOOP("ImportWords", "point 1.5"),
}
DATE_ORDERS = {
    "DMY": QT_TRANSLATE_NOOP("ImportWords", "day/month/year"),
    "MDY": QT_TRANSLATE_NOOP("ImportWords", "month/day/year"),
    "YMD": QT_TRANSLATE_NOOP("ImportWords", "year-month-day"),
}
HEADERS = {
    True: QT_TRANSLATE_NOOP("ImportWords", "names of the columns"),
    False: QT_TRANSLATE_NOOP("ImportWords", "already data"),
}


def word(table: Mapping[Any, object], key: object) -> str:
    """The word for `key` in one of the tables above; the key itself when it is in none."""
    found = table.get(key)
    return str(key) if found is None else QCoreApplication.translate("ImportWords", str(found))


def encoding_name(code: str) -> str:
    """Windows-1252 for "cp1252", in whatever spelling the code comes."""
    plain = code.lower().replace("_", "-")
    plain = {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "iso-8859-15": "iso8859-15"}.get(plain, plain)
    return ENCODINGS.get(plain, code.upper())


def refusal_text(row: RefusedRow) -> str:
    """Why the row is refused, and what to do, as one sentence."""
    return _reason(row.code, row.value, row.params)


def trouble_text(trouble: RefusedRow | UnreadCell) -> str:
    """Why a row, or only a cell of a row, stays out."""
    from portfolio_app.services.import_ import UnreadCell

    return unread_text(trouble) if isinstance(trouble, UnreadCell) else refusal_text(trouble)


def cell_text(cell: RefusedCell) -> str:
    """Why an edit in a workbook that a book exported cannot be taken over."""
    if cell.code in REFUSALS and "field" not in cell.params:
        return _reason(cell.code, cell.value, cell.params)
    for kind in (InvalidValueError, NotFoundError):
        if cell.code in kind.sentences:
            return messages.error_text(kind(cell.code, **cell.params), field=cell.column)
    return cell.reason


def _reason(code: str, value: str, params: Mapping[str, Any]) -> str:
    from portfolio_app.services.import_ import REFUSALS as WORDED

    template = QCoreApplication.translate("Refusals", str(REFUSALS.get(code) or WORDED[code]))
    shown = value if len(value) <= 60 else value[:59] + "…"
    text = template.format(**{**params, "value": shown})
    return text[:1].upper() + text[1:]


def unread_text(cell: UnreadCell) -> str:
    """Why a cell is left out of a row that comes in, and what its field holds then."""
    why = _reason(cell.code, cell.value, {}).rstrip(".")
    if cell.is_new:
        said = QCoreApplication.translate(
            "ImportWords", "{reason}. The row comes in, this field stays empty."
        )
    else:
        said = QCoreApplication.translate(
            "ImportWords", "{reason}. The row comes in, this field keeps what was there."
        )
    return said.format(reason=why)


def problem_text(error: PortfolioError) -> str:
    """The sentence for an error of an import: files by their name, fields by theirs."""
    if not isinstance(error, SourceError | MappingError):
        return messages.error_text(error)
    params = dict(error.params)
    if "path" in params:
        params["path"] = Path(str(params["path"])).name
    if "field" in params:
        params["field"] = field_label(str(params["field"]))
    return messages.error_text(type(error)(error.code, **params))


def skipped_text(code: str, count: int) -> str:
    """How many rows are left out on purpose, and why."""
    translate = QCoreApplication.translate
    if code == "not_won":
        text = translate("ImportWords", "%n left out: deals not won", None, count)
    elif code == "not_a_sale":
        text = translate("ImportWords", "%n left out: quotes and cancelled orders", None, count)
    elif code == "total_row":
        text = translate("ImportWords", "%n left out: lines of totals", None, count)
    elif code == "note_row":
        text = translate("ImportWords", "%n left out: headings and notes around the table", None, count)
    elif code == "repeated_header":
        text = translate("ImportWords", "%n left out: column names repeated", None, count)
    elif code == "known_client":
        text = translate("ImportWords", "%n left out: clients already known", None, count)
    elif code == "undecided":
        text = translate("ImportWords", "%n to decide", None, count)
    else:
        text = translate("ImportWords", "%n left out: empty lines", None, count)
    return grouped(text, count)


def warning_text(code: str, count: int) -> str:
    """How many cells read badly without stopping their row."""
    translate = QCoreApplication.translate
    if code == "odd_email":
        text = translate(
            "ImportWords", "%n e-mail address(es) look wrong and are kept as written", None, count
        )
    elif code == "odd_phone":
        text = translate("ImportWords", "%n phone number(s) look wrong and are kept as written", None, count)
    elif code == "objected":
        text = translate(
            "ImportWords",
            "%n person(s) on the do-not-contact list: their refusal comes in with them",
            None,
            count,
        )
    else:
        text = translate(
            "ImportWords",
            "%n cell(s) cannot be read: new clients come in without, the others keep what was there",
            None,
            count,
        )
    return grouped(text, count)


def grouped(text: str, count: int) -> str:
    """`text`, in which Qt wrote `count` plainly, with the count written as people do: 1,284."""
    return text.replace(str(count), i18n.number(count), 1)


def records_text(records: Mapping[str, int]) -> str:
    """ "312 clients, 298 contacts, 4,210 sales": new records by kind, "" when there are none."""
    parts = [_record_count(kind, records[kind]) for kind in _RECORD_ORDER if records.get(kind)]
    return ", ".join(parts)


_RECORD_ORDER = ("client", "contact", "sale", "product", "interaction", "follow_up")


def _record_count(kind: str, count: int) -> str:
    translate = QCoreApplication.translate
    words = {
        "client": translate("ImportWords", "%n client(s)", None, count),
        "contact": translate("ImportWords", "%n contact(s)", None, count),
        "sale": translate("ImportWords", "%n sale line(s)", None, count),
        "product": translate("ImportWords", "%n product(s)", None, count),
        "interaction": translate("ImportWords", "%n touch(es)", None, count),
        "follow_up": translate("ImportWords", "%n follow-up(s)", None, count),
    }
    return grouped(words[kind], count)
