"""The report on a book as PDF: what the workbook's summary says, on a few pages, bars beside the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from portfolio_app.exchange.cell_texts import read_text
from portfolio_app.exchange.pdf import PdfColumn, PdfDocument
from portfolio_app.exchange.workbook_content import SummarySheet, SummaryTable
from portfolio_app.exchange.workbook_words import Words

_BAND = 5
"""Key figures told large at the top."""
_MEANING = 3.2


def write_report(
    path: Path,
    summary: SummarySheet,
    due: SummaryTable,
    words: Words,
    *,
    currency: str,
    footer: str,
    created: datetime,
    due_remark: str = "",
) -> None:
    """Write the summary, and who is due with a remark below ("" for none). Raises `OSError`."""
    language = words.language
    with PdfDocument(summary.heading, language=language, footer=footer, created=created) as document:
        for about in summary.about:
            document.paragraph(about, is_quiet=True)
        told = [(figure, read_text(figure.kind, language, currency)) for figure in summary.figures]
        shown = [(figure.label, write(figure.value)) for figure, write in told if write(figure.value)]
        document.figures(shown[:_BAND])
        for table in summary.tables:
            _table(document, table, language, currency)
        _table(document, due, language, currency, words["nothing_due"])
        if due_remark:
            document.paragraph(due_remark, is_quiet=True)
        document.heading(words["key_figures"])
        titles = (summary.titles[0], summary.titles[1], summary.titles[2], summary.titles[4])
        heads = [
            PdfColumn(titles[0], 1.5),
            PdfColumn(titles[1], 1.0, "right"),
            PdfColumn(titles[2], 1.0, "right"),
            PdfColumn(titles[3], _MEANING),
        ]
        document.table(
            heads,
            [[f.label, write(f.value) or "–", write(f.before), f.meaning] for f, write in told],
        )
        document.save(path)


def _table(
    document: PdfDocument, table: SummaryTable, language: str, currency: str, nothing: str = ""
) -> None:
    document.heading(table.title)
    if not table.rows:
        document.paragraph(nothing, is_quiet=True)
        return
    texts = [read_text(column.kind, language, currency) for column in table.columns]
    heads = [
        PdfColumn(
            column.title,
            1.6 if column.kind == "text" else 1.0,
            "left" if column.kind in ("text", "date") else "right",
        )
        for column in table.columns
    ]
    rows = [[text(value) for text, value in zip(texts, row, strict=True)] for row in table.rows]
    bars = _lengths(table) if table.bars else None
    document.table(heads, rows, bars=bars)


def _lengths(table: SummaryTable) -> Sequence[float]:
    """How long the bar of each row is, the longest 1; nothing for what is below zero."""
    values = [max(float(row[table.bars[0]] or 0), 0.0) for row in table.rows]
    longest = max(values, default=0.0)
    return [value / longest if longest else 0.0 for value in values]
