"""The report on the book as PDF: key figures, months, segments, the first clients, whom to contact now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from portfolio_app.errors import BookWriteError, ExportError
from portfolio_app.exchange.report_pdf import write_report
from portfolio_app.exchange.workbook_content import ColumnSpec, SummaryTable
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.export_summary import Summarised, summary_sheet
from portfolio_app.services.portfolio import WINDOW_DAYS, Snapshot, concentration, segments, snapshot
from portfolio_app.storage.book import Book, currency_of

SUFFIX = ".pdf"
_MOST_DUE = 25


def report(book: Book, path: Path, as_of: date, language: str) -> Path:
    """Write the report on the whole book, whole or not at all; returns where. `language`: "fr" or "en".

    Raises `BookWriteError`, and `ExportError` when the name does not end in .pdf.
    """
    target = path if path.suffix else path.with_suffix(SUFFIX)
    if target.suffix.lower() != SUFFIX:
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    words = Words(language)
    shot = snapshot(book, as_of)
    with book.read() as connection:
        currency = currency_of(connection)
    spread = concentration(book, as_of, WINDOW_DAYS).result
    summary = summary_sheet(book, Summarised(shot, shot.metrics, spread, None, currency), words)
    due, remark = _due(book, shot, words)
    footer = words["report_footer"].format(name=book.path.stem, day=words.day(as_of))
    try:
        write_report(
            target,
            summary,
            due,
            words,
            currency=currency,
            footer=footer,
            created=book.clock(),
            due_remark=remark,
        )
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or str(error)) from error
    return target


def _due(book: Book, shot: Snapshot, words: Words) -> tuple[SummaryTable, str]:
    """Who is due by that day, the most pressing first; and of how many these are the first, "" when all are there."""
    named = {segment.code: segment.name or words.value(segment.code) for segment in segments(book)}
    late = shot.queue[shot.queue["bucket"].isin(("overdue", "today"))]
    chosen = late.head(_MOST_DUE)[["client_name", "segment", "reason", "due_on"]]
    rows = [
        [name, named.get(segment, segment), words.value(reason, "due_"), due_on]
        for name, segment, reason, due_on in chosen.itertuples(index=False, name=None)
    ]
    titles = (("client", "text"), ("segment", "text"), ("due_reason", "text"), ("due_on", "date"))
    columns = [ColumnSpec(words[key], kind) for key, kind in titles]  # type: ignore[arg-type]
    remark = ""
    if len(late) > len(rows):
        remark = words["first_due_of"].format(shown=len(rows), total=len(late))
    return SummaryTable(words["who_is_due"], columns, rows), remark
