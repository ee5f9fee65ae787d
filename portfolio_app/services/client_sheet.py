"""The sheet of a client as PDF, to take along on a visit; of many clients, one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

from portfolio_app.errors import BookWriteError, ExportError, NotFoundError, OperationCancelled
from portfolio_app.exchange.cell_texts import is_empty, read_text
from portfolio_app.exchange.client_pdf import ClientSheet, Section, Told, write_client_sheets
from portfolio_app.exchange.pdf import PdfColumn
from portfolio_app.exchange.workbook_content import CellKind
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.custom_fields import custom_fields
from portfolio_app.services.export import computed_cells
from portfolio_app.services.export_rows import Column, Reader, consents
from portfolio_app.services.export_sheets import (
    CLIENTS,
    CONTACTS,
    DEALS,
    FOLLOW_UPS,
    INTERACTIONS,
    KEY_DATES,
    PLANS,
    SALES,
    SURVEYS,
    Sheet,
)
from portfolio_app.storage.book import Book, currency_of

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
SUFFIX = ".pdf"
_BLOCK = 100
"""Clients read at a time."""
_FIGURES = (
    "revenue_window", "revenue_previous", "revenue", "orders", "last_sale", "last_touch", "next_action",
)  # fmt: skip
_HEAD = ("segment", "abc", "status", "kind", "reference")
_LONG = ("needs", "preferences", "notes")
_SECTIONS: tuple[tuple[Sheet, tuple[str, ...], int], ...] = (
    (CONTACTS, ("full_name", "role", "phone", "mobile", "email", "notes"), 50),
    (FOLLOW_UPS, ("due_on", "kind", "title", "due_reason", "status", "notes"), 15),
    (DEALS, ("deal", "status", "stage", "amount", "expected_on", "next_step"), 15),
    (KEY_DATES, ("date", "key_date", "label", "yearly"), 15),
    (PLANS, ("plan", "step", "started_on", "ended_on"), 10),
    (SURVEYS, ("date", "survey", "score", "comment"), 10),
    (SALES, ("date", "order_reference", "product", "quantity", "amount"), 15),
)
"""What is told besides the client itself, which columns of it, and how many lines at most."""
_TOUCHES = 20
_SHARES = {
    "text": 1.0, "date": 0.8, "money": 0.9, "integer": 0.6, "quantity": 0.6, "number": 0.6, "percent": 0.6,
}  # fmt: skip
_WIDE = {
    "full_name": 1.4, "email": 1.9, "notes": 2.0, "title": 2.2, "deal": 1.8, "label": 2.2, "comment": 3.5,
    "product": 2.2, "next_step": 1.6, "phone": 1.2, "mobile": 1.2, "plan": 1.6, "step": 2.0,
}  # fmt: skip


def client_sheet(
    book: Book,
    client_ids: int | Sequence[int],
    path: Path,
    as_of: date,
    language: str,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Write the sheet of a client, or of several one after the other, to a PDF; returns how many.

    Whole or not at all. `language`: "fr" or "en"; figures are as of `as_of`.
    Raises `NotFoundError` when none of them is in the book, `BookWriteError`, `OperationCancelled`, and `ExportError`
    when the name does not end in .pdf.
    """
    target = path if path.suffix else path.with_suffix(SUFFIX)
    if target.suffix.lower() != SUFFIX:
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    ids = [client_ids] if isinstance(client_ids, int) else list(client_ids)
    words = Words(language)
    sheets = _Sheets(book, words, as_of).of(ids, progress, cancelled)
    first = next(sheets, None)
    if first is None:
        raise NotFoundError("not_found", kind="client", id=ids[0] if ids else 0)
    day = words.day(as_of)
    footer = words["sheets_footer"].format(day=day)
    if len(ids) == 1:
        footer = words["sheet_footer"].format(name=first.name, day=day)
    try:
        return write_client_sheets(target, first, sheets, language, footer=footer, created=book.clock())
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or str(error)) from error


class _Sheets:
    """Gathers what sheets say, some clients at a time."""

    def __init__(self, book: Book, words: Words, as_of: date) -> None:
        self._book = book
        self._words = words
        self._as_of = as_of
        with book.read() as connection:
            currency = currency_of(connection)
        self._texts = {kind: read_text(kind, words.language, currency) for kind in get_args(CellKind)}
        self._computed = computed_cells(book, as_of, words)
        self._told = consents(book)
        self._customs = custom_fields(book)

    def of(
        self, ids: Sequence[int], progress: Progress | None, cancelled: Cancelled | None
    ) -> Iterator[ClientSheet]:
        """The sheets in that order; clients that are not in the book are passed over."""
        for start in range(0, len(ids), _BLOCK):
            if cancelled is not None and cancelled():
                raise OperationCancelled
            if progress is not None:
                progress(start, len(ids))
            yield from self._block(tuple(ids[start : start + _BLOCK]))

    def _block(self, ids: tuple[int, ...]) -> Iterator[ClientSheet]:
        reader = Reader(self._book, self._words, ids, self._computed, self._told, self._customs)
        columns = reader.columns(CLIENTS)
        clients = {client_id: cells for _, client_id, cells in reader.rows(CLIENTS)}
        rows = {sheet.key: _grouped(reader, sheet) for sheet in (*(s for s, _, _ in _SECTIONS), INTERACTIONS)}
        years = self._years(ids)
        for client_id in ids:
            if client_id not in clients:
                continue
            cells = {
                column.key: (column, value) for column, value in zip(columns, clients[client_id], strict=True)
            }
            sections = [
                section
                for sheet, keys, most in _SECTIONS
                if (found := rows[sheet.key].get(client_id))
                and (section := self._section(reader.columns(sheet), sheet, keys, found, most))
            ]
            if client_id in years:
                sections.insert(len(sections) - bool(rows[SALES.key].get(client_id)), years[client_id])
            touches = rows[INTERACTIONS.key].get(client_id, [])
            yield self._sheet(
                cells, sections, self._touches(reader.columns(INTERACTIONS), touches), len(touches)
            )

    def _sheet(
        self,
        cells: Mapping[str, tuple[Column, Any]],
        sections: Sequence[Section],
        touches: Sequence[Told],
        total: int,
    ) -> ClientSheet:
        words = self._words
        said = {key: self._shown(column, value) for key, (column, value) in cells.items()}
        apart = {*_FIGURES, *_HEAD, *_LONG, "client"}
        return ClientSheet(
            said["client"],
            " · ".join(
                dict.fromkeys(self._headed(key, cells[key][0], said[key]) for key in _HEAD if said.get(key))
            ),
            [(cells[key][0].title, said[key] or "–") for key in _FIGURES if key in cells],
            [(cells[key][0].title, text) for key, text in said.items() if text and key not in apart],
            [(cells[key][0].title, said[key]) for key in _LONG if said.get(key)],
            sections,
            touches,
            words[INTERACTIONS.key],
            words["newest_of"].format(shown=len(touches), total=total) if total > len(touches) else "",
        )

    @staticmethod
    def _headed(key: str, column: Column, text: str) -> str:
        """What stands under the name; a letter alone would say nothing."""
        return f"{column.title}\u00a0{text}" if key == "abc" else text

    def _shown(self, column: Column, value: Any) -> str:
        return self._texts[column.kind](value)

    def _section(
        self,
        columns: Sequence[Column],
        sheet: Sheet,
        keys: Collection[str],
        rows: Sequence[Sequence[Any]],
        most: int,
    ) -> Section | None:
        """The newest rows first, without the columns in which nothing stands."""
        if sheet is FOLLOW_UPS:
            place = [column.key for column in columns].index("status")
            standing = {self._words.value("open"), self._words.value("waiting")}
            rows = [row for row in rows if row[place] in standing]
        elif sheet is not CONTACTS:
            rows = rows[::-1]
        kept = [place for place, column in enumerate(columns) if column.key in keys]
        kept = [place for place in kept if not all(is_empty(row[place]) for row in rows)]
        if not rows or not kept:
            return None
        heads = [_head(columns[place]) for place in kept]
        cells = [[self._shown(columns[place], row[place]) for place in kept] for row in rows[:most]]
        remark = ""
        if len(rows) > most:
            remark = self._words["newest_of"].format(shown=most, total=len(rows))
        return Section(self._words[sheet.key], heads, cells, remark)

    def _touches(self, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> list[Told]:
        places = {column.key: place for place, column in enumerate(columns)}
        told = []
        for row in rows[: -_TOUCHES - 1 : -1]:
            shown = {key: self._shown(columns[place], row[place]) for key, place in places.items()}
            head = [
                shown[key] for key in ("date", "kind", "full_name", "outcome", "subject") if shown.get(key)
            ]
            told.append(Told(" · ".join(head), shown.get("body", "")))
        return told

    def _years(self, ids: Sequence[int]) -> dict[int, Section]:
        """What each client bought by calendar year, the newest first."""
        words, found = self._words, defaultdict[int, list[list[str]]](list)
        with self._book.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT client_id, substr(date, 1, 4), sum(amount), count(*) FROM sale WHERE date <= ? "
                f"AND client_id IN ({', '.join('?' * len(ids))}) GROUP BY 1, 2 ORDER BY 1, 2 DESC",
                (self._as_of.isoformat(), *ids),
            )
            for client_id, year, amount, lines in rows:
                texts = [year, self._texts["money"](amount), self._texts["integer"](lines)]
                found[client_id].append(texts)
        heads = [
            PdfColumn(words["year"]),
            PdfColumn(words["amount"], align="right"),
            PdfColumn(words["sale_lines"], align="right"),
        ]
        return {client_id: Section(words["by_year"], heads, texts) for client_id, texts in found.items()}


def _grouped(reader: Reader, sheet: Sheet) -> dict[int, list[list[Any]]]:
    found = defaultdict[int, list[list[Any]]](list)
    for _record_id, client_id, cells in reader.rows(sheet):
        found[client_id].append(cells)
    return found


def _head(column: Column) -> PdfColumn:
    align = "left" if column.kind in ("text", "date") else "right"
    return PdfColumn(column.title, _WIDE.get(column.key, _SHARES[column.kind]), align)  # type: ignore[arg-type]
