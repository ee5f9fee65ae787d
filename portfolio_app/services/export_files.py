"""One door to every kind of file the book is written to, for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from portfolio_app.errors import ExportError, InvalidValueError
from portfolio_app.services import client_views
from portfolio_app.services.portfolio import segments
from portfolio_app.services.workbook_options import WorkbookOptions
from portfolio_app.storage.book import Book

Kind = Literal["workbook", "csv", "cards", "calendar", "sheets", "report", "copy", "template", "form"]
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
SUFFIXES: dict[str, Kind] = {
    ".xlsx": "workbook", ".csv": "csv", ".zip": "csv", ".vcf": "cards", ".ics": "calendar", ".pdf": "sheets",
    ".json": "copy",
}  # fmt: skip
"""What a file is by the ending of its name, when nothing else is said."""


@dataclass(frozen=True)
class Chosen:
    """Which clients are meant: everybody, unless a segment of the segmentation in force, a group or numbers are given.

    Nobody at all is `ids` = ().
    """

    segment: str = ""
    group: int | None = None
    ids: tuple[int, ...] | None = None

    def client_ids(self, book: Book, as_of: date) -> tuple[int, ...] | None:
        """Their numbers, None for everybody. Raises `InvalidValueError`, and `NotFoundError` about the group."""
        if self.ids is not None or not (self.segment or self.group is not None):
            return self.ids
        known = [segment.code for segment in segments(book)]
        if self.segment and self.segment not in known:
            allowed = ", ".join(known)
            raise InvalidValueError("not_a_choice", value=self.segment, field="segment", allowed=allowed)
        return tuple(client_views.client_ids(book, as_of, segment=self.segment, group=self.group))


@dataclass(frozen=True)
class ExportOrder:
    """What to write and where. `sheets`, `charts`: of a workbook; `tables`: of CSV; `version`: of address cards."""

    kind: Kind
    path: Path
    as_of: date
    language: str = "en"
    chosen: Chosen = Chosen()
    sheets: frozenset[str] | None = None
    charts: bool = True
    tables: tuple[str, ...] = ("clients",)
    version: str = "3.0"


@dataclass(frozen=True)
class Exported:
    """What was written: where, and how many cards, events or sheets; 0 where there is nothing to count."""

    path: Path
    count: int = 0


def order_for(path: Path, as_of: date, language: str) -> ExportOrder:
    """What the name of a file asks for; without an ending, a workbook. Raises `ExportError`."""
    from portfolio_app.services.csv_files import ARCHIVE, TABLES

    suffix = path.suffix.lower() or ".xlsx"
    if suffix not in SUFFIXES:
        raise ExportError("unknown_type", path=str(path), suffix=path.suffix)
    tables = TABLES if suffix == ARCHIVE else ("clients",)
    return ExportOrder(SUFFIXES[suffix], path, as_of, language, tables=tables)


def export(
    book: Book, order: ExportOrder, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Exported:
    """Write what was ordered, whole or not at all.

    Raises `BookWriteError`, `ExportError`, `InvalidValueError`, `NotFoundError`, `OperationCancelled`.
    """
    hooks = {"progress": progress, "cancelled": cancelled}
    path, as_of, language = order.path, order.as_of, order.language
    if order.kind == "copy":
        from portfolio_app.services.book_copy import write_copy

        return Exported(write_copy(book, path, **hooks))  # type: ignore[arg-type]
    if order.kind in ("template", "form"):
        return Exported(_template(book, order))
    if order.kind == "report":
        from portfolio_app.services.report import report

        return Exported(report(book, path, as_of, language))
    ids = order.chosen.client_ids(book, as_of)
    if order.kind == "workbook":
        from portfolio_app.services.export import export_workbook

        options = WorkbookOptions(sheets=order.sheets, client_ids=ids, charts=order.charts)
        return Exported(export_workbook(book, path, as_of, language, options=options, **hooks))  # type: ignore[arg-type]
    if order.kind == "csv":
        from portfolio_app.services.csv_files import export_csv

        return Exported(
            export_csv(book, path, as_of, language, tables=order.tables, client_ids=ids, **hooks)  # type: ignore[arg-type]
        )
    if order.kind == "cards":
        from portfolio_app.services.contact_cards import export_cards

        count = export_cards(book, path, client_ids=ids, version=order.version, **hooks)  # type: ignore[arg-type]
        return Exported(path, count)
    if order.kind == "calendar":
        from portfolio_app.services.calendar_files import export_calendar

        return Exported(path, export_calendar(book, path, as_of, client_ids=ids, language=language))
    from portfolio_app.services.client_sheet import client_sheet

    everybody = client_views.client_ids(book, as_of) if ids is None else list(ids)
    return Exported(path, client_sheet(book, everybody, path, as_of, language, **hooks))  # type: ignore[arg-type]


def _template(book: Book, order: ExportOrder) -> Path:
    from portfolio_app.services import templates

    if order.kind == "form":
        return templates.prospect_form(order.path, order.language)
    return templates.import_template(order.path, order.language, book)
