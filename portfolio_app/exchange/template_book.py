"""Blank tables to be filled in: a workbook whose cells say what they take, and the same on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from portfolio_app import files
from portfolio_app.errors import BookWriteError
from portfolio_app.exchange.workbook_cells import Styles, cell_writer
from portfolio_app.exchange.workbook_content import CellKind, clean_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 2_000
"""Blank rows in which the cells say what they take."""
_LISTS = "_lists"
"""The hidden sheet of what may be chosen."""
_MAX_HINT = 250


@dataclass(frozen=True)
class TemplateColumn:
    """A column to fill in. `hint`: what goes there, shown when a cell is chosen. `choices`: what may be chosen.

    `is_strict`: nothing but the choices is taken.
    """

    title: str
    kind: CellKind = "text"
    width: float = 18.0
    hint: str = ""
    choices: tuple[str, ...] = ()
    is_strict: bool = True
    is_needed: bool = False


@dataclass(frozen=True)
class TemplateSheet:
    """One blank table."""

    title: str
    columns: Sequence[TemplateColumn]


@dataclass(frozen=True)
class TemplateWords:
    """The words around the tables: the title of the explanations and their lines, and what a wrong cell is told."""

    help_title: str
    help_lines: Sequence[str]
    wrong: str
    footer: str
    page: str


def write_template(
    path: Path,
    sheets: Sequence[TemplateSheet],
    words: TemplateWords,
    currency: str,
    created: datetime | None = None,
) -> None:
    """Write the blank workbook, whole or not at all. Raises `BookWriteError`."""
    from xlsxwriter.exceptions import XlsxWriterException

    if not path.parent.is_dir():
        raise BookWriteError("no_folder", path=str(path.parent))
    try:
        with files.whole(path) as out:
            _write(out, sheets, words, currency, created)
    except (OSError, XlsxWriterException) as error:
        detail = str(getattr(error, "strerror", None) or error)
        raise BookWriteError("cannot_write", path=str(path), detail=detail) from error


def _write(
    out: IO[bytes],
    sheets: Sequence[TemplateSheet],
    words: TemplateWords,
    currency: str,
    created: datetime | None,
) -> None:
    import xlsxwriter

    with tempfile.TemporaryDirectory(prefix="portfolio-", ignore_cleanup_errors=True) as folder:
        options = {"tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(out, options)
        if created is not None:
            book.set_properties({"created": created})
        styles = Styles(book, currency)
        lists: list[tuple[str, ...]] = []
        for data in sheets:
            _sheet(book, data, words, styles, lists)
        _explanations(book, sheets, words, styles)
        _lists(book, lists)
        book.close()


def _sheet(
    book: Workbook, data: TemplateSheet, words: TemplateWords, styles: Styles, lists: list[tuple[str, ...]]
) -> None:
    """A line of titles, and below it cells that know what they take."""
    sheet = book.add_worksheet(data.title)
    for place, column in enumerate(data.columns):
        sheet.set_column(place, place, column.width, styles.of_kind[column.kind])
        title = f"{column.title} *" if column.is_needed else column.title
        cell_writer(sheet, place, "text", styles.headers["text"], styles, "")(0, title)
        check = _check(column, words, lists)
        if check:
            sheet.data_validation(1, place, ROWS, place, check)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, ROWS, len(data.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    _footer(sheet, words)


def _footer(sheet: Worksheet, words: TemplateWords) -> None:
    page = words.page.format(page="&P", pages="&N")
    sheet.set_footer(f"&L&8{words.footer.replace('&', '&&')}&R&8 {page}")


def _check(
    column: TemplateColumn, words: TemplateWords, lists: list[tuple[str, ...]]
) -> dict[str, Any] | None:
    """What the cells of a column take; None for any text without a hint."""
    check: dict[str, Any] = {"validate": "any"}
    if column.choices:
        if column.choices not in lists:
            lists.append(column.choices)
        place = _letter(lists.index(column.choices))
        check = {"validate": "list", "source": f"={_LISTS}!${place}$1:${place}${len(column.choices)}"}
        check["show_error"] = column.is_strict
    elif column.kind == "date":
        between = {"criteria": "between", "minimum": date(1900, 1, 1), "maximum": date(2100, 12, 31)}
        check = {"validate": "date", **between}
    elif column.kind in ("money", "quantity", "integer", "number"):
        bounds = {"criteria": "between", "minimum": -1_000_000_000, "maximum": 1_000_000_000}
        check = {"validate": "integer" if column.kind == "integer" else "decimal", **bounds}
    if column.hint:
        check |= {"input_title": column.title[:32], "input_message": column.hint[:_MAX_HINT]}
    elif check["validate"] == "any":
        return None
    return check | {"error_title": column.title[:32], "error_message": words.wrong[:_MAX_HINT]}


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _lists(book: Workbook, lists: Sequence[tuple[str, ...]]) -> None:
    if not lists:
        return
    sheet = book.add_worksheet(_LISTS)
    for place, choices in enumerate(lists):
        for row, choice in enumerate(choices):
            sheet.write_string(row, place, clean_text(choice))
    sheet.very_hidden()


def _explanations(
    book: Workbook, sheets: Sequence[TemplateSheet], words: TemplateWords, styles: Styles
) -> None:
    """The last sheet: how to fill in the others, and what each column takes."""
    sheet = book.add_worksheet(words.help_title)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 90)
    sheet.write_string(0, 0, words.help_title, styles.heading)
    line = 1
    for text in words.help_lines:
        sheet.write_string(line, 0, clean_text(text), styles.note)
        line += 1
    for data in sheets:
        line += 1
        for column in data.columns:
            told = column.hint
            if column.choices:
                told = (told + " " if told else "") + " / ".join(column.choices)
            for place, text in enumerate((data.title, column.title, told)):
                cell_writer(sheet, place, "text", styles.ruled["text"], styles, "")(line, text or " ")
            line += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _footer(sheet, words)
