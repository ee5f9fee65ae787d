"""Blank files to fill in: tables that the import takes as they are, and a form for the first talk with a prospect."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio_app.errors import BookWriteError, ExportError
from portfolio_app.exchange.template_book import TemplateColumn, TemplateSheet, TemplateWords, write_template
from portfolio_app.exchange.template_words import TemplateText
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.custom_fields import custom_fields
from portfolio_app.services.export_rows import Column, reader
from portfolio_app.services.export_sheets import CLIENTS, CONTACTS, INTERACTIONS, SALES, Sheet
from portfolio_app.services.fields import CLIENT_FIELDS, INTERACTION_FIELDS, FieldSpec, custom_spec
from portfolio_app.storage.book import Book, currency_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLIENT_KEYS = (
    "client", "reference", "kind", "status", "sector", "size", "siret", "vat", "email", "phone", "website", "street",
    "postcode", "city", "region", "country", "source", "tags", "client_since", "needs", "notes",
)  # fmt: skip
_CONTACT_KEYS = ("client", "reference", "first_name", "last_name", "role", "email", "phone", "mobile")
_SALE_KEYS = (
    "client", "reference", "date", "order_reference", "product", "quantity", "amount", "discount", "cost",
    "payment_due", "paid_on",
)  # fmt: skip
_TOUCH_KEYS = ("client", "reference", "date", "kind", "direction", "minutes", "outcome", "subject", "body")
_NEEDED = {"client", "date", "amount"}
_PROSPECT_KEYS = (
    "client", "full_name", "role", "email", "phone", "street", "postcode", "city", "sector", "source", "needs",
    "status", "notes",
)  # fmt: skip
_FORM = (
    ("section_who", (("company", 1), ("activity", 1), ("address", 2), ("person", 1), ("role", 1), ("phone", 1),
                     ("email", 1), ("website", 1))),
    ("section_what", (("met", 1), ("source", 1), ("now_with", 2), ("needs", 4), ("volume", 2), ("decides", 2),
                      ("obstacles", 2))),
    ("section_next", (("next", 2), ("consent", 1), ("remarks", 4))),
)  # fmt: skip
"""The sections of the printed form: what is asked, and how many lines there are to write on."""
_BLANK_LINES = 14
_NOT_PRINTED = {
    "reference", "kind", "size", "siret", "vat", "website", "region", "country", "source", "tags", "client_since",
    "needs", "notes", "payment_due", "paid_on", "direction", "discount",
}  # fmt: skip
"""Columns left out of the printed tables, so that there is room to write."""


def import_template(path: Path, language: str, book: Book | None = None) -> Path:
    """Write a blank template for clients, contacts, sales and touches: .xlsx with lists to choose from, or .pdf to
    print.

    `language`: "fr" or "en". In a workbook are the own fields of `book` and its currency. Raises `BookWriteError`, and
    `ExportError` for another ending of the name.
    """
    target = _target(path)
    words, text = Words(language), TemplateText(language)
    is_printed = target.suffix.lower() == ".pdf"
    sheets = [
        TemplateSheet(
            words[sheet.key],
            _columns(
                sheet,
                [key for key in keys if not (is_printed and key in _NOT_PRINTED)],
                specs,
                words,
                text,
                None if is_printed else book,
            ),
        )
        for sheet, keys, specs in (
            (CLIENTS, _CLIENT_KEYS, CLIENT_FIELDS),
            (CONTACTS, _CONTACT_KEYS, {}),
            (SALES, _SALE_KEYS, {}),
            (INTERACTIONS, _TOUCH_KEYS, INTERACTION_FIELDS),
        )
    ]
    if is_printed:
        _print_tables(target, text["import_title"], sheets, text, language)
    else:
        write_template(target, sheets, _around(text, "import_title"), _currency(book))
    return target


def prospect_form(path: Path, language: str) -> Path:
    """Write a blank form for a first talk: .pdf to print and write on, or .xlsx with one line per prospect, which the
    import takes as it is.

    Raises `BookWriteError`, and `ExportError` for another ending of the name.
    """
    target = _target(path)
    words, text = Words(language), TemplateText(language)
    if target.suffix.lower() == ".pdf":
        _print_form(target, text, language)
        return target
    columns = [
        TemplateColumn(
            words[key],
            "text",
            30.0 if key in ("client", "needs", "notes") else 18.0,
            text.hint(key),
            (words["prospect"],) if key == "status" else (),
            is_strict=False,
            is_needed=key == "client",
        )
        for key in _PROSPECT_KEYS
    ]
    write_template(target, [TemplateSheet(text["prospects"], columns)], _around(text, "form_title"), "")
    return target


def _target(path: Path) -> Path:
    target = path if path.suffix else path.with_suffix(".xlsx")
    if target.suffix.lower() not in (".xlsx", ".pdf"):
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    return target


def _currency(book: Book | None) -> str:
    if book is None:
        return ""
    with book.read() as connection:
        return currency_of(connection)


def _around(text: TemplateText, title: str) -> TemplateWords:
    lines = [text["help_1"], text["help_2"], text["help_3"]] if title == "import_title" else [text["help_3"]]
    return TemplateWords(text["help"], lines, text["wrong"], text[title], text["page"])


def _columns(
    sheet: Sheet,
    keys: Sequence[str],
    specs: Mapping[str, FieldSpec],
    words: Words,
    text: TemplateText,
    book: Book | None,
) -> list[TemplateColumn]:
    """The columns of a template's sheet, titled as in the workbook, so that the import knows them."""
    known = {key: (kind, width) for key, kind, width in sheet.columns}
    found = [
        TemplateColumn(
            words[key],
            known[key][0],  # type: ignore[arg-type]
            known[key][1],
            text.hint("date" if known[key][0] == "date" else key),
            _choices(specs.get(key), sheet.coded.get(key), words),
            is_needed=key in _NEEDED,
        )
        for key in keys
    ]
    if sheet is CLIENTS and book is not None:
        found += _own(book, words)
    return found


def _choices(spec: FieldSpec | None, prefix: str | None, words: Words) -> tuple[str, ...]:
    if spec is None or spec.type != "choice" or prefix is None:
        return ()
    return tuple(words.value(code, prefix) for code in spec.choices)


def _own(book: Book, words: Words) -> list[TemplateColumn]:
    """The book's own fields."""
    listed: dict[str, Column] = {column.key: column for column in reader(book, words).columns(CLIENTS)}
    found = []
    for custom in custom_fields(book):
        spec = custom_spec(custom)
        choices = (words["yes"], words["no"]) if spec.type == "yes_no" else spec.choices
        column = listed[spec.name]
        found.append(TemplateColumn(column.title, column.kind, column.width, choices=choices))
    return found


def _print_tables(
    path: Path, title: str, sheets: Sequence[TemplateSheet], text: TemplateText, language: str
) -> None:
    """The tables on paper, lying on their side, with lines to write on."""
    from portfolio_app.exchange.pdf import PdfColumn, PdfDocument

    document = PdfDocument(title, language=language, footer=title, landscape=True)
    document.paragraph(text["help_1"], is_quiet=True)
    for place, sheet in enumerate(sheets):
        if place:
            document.chapter(sheet.title)
        else:
            document.heading(sheet.title)
        heads = [PdfColumn(f"{c.title} *" if c.is_needed else c.title, c.width) for c in sheet.columns]
        document.table(heads, [["\n"] * len(heads)] * _BLANK_LINES)
    _save(document, path)


def _print_form(path: Path, text: TemplateText, language: str) -> None:
    from portfolio_app.exchange.pdf import PdfColumn, PdfDocument

    document = PdfDocument(text["form_title"], language=language, footer=text["form_title"])
    for section, asked in _FORM:
        rows = [
            [text[key], text["consent_boxes"] if key == "consent" else "\n" * lines] for key, lines in asked
        ]
        document.table([PdfColumn(text[section], 1), PdfColumn("", 3)], rows)
    _save(document, path)


def _save(document: object, path: Path) -> None:
    """Raises `BookWriteError`."""
    if not path.parent.is_dir():
        raise BookWriteError("no_folder", path=str(path.parent))
    try:
        document.save(path)  # type: ignore[attr-defined]
    except OSError as error:
        detail = str(error.strerror or error)
        raise BookWriteError("cannot_write", path=str(path), detail=detail) from error
