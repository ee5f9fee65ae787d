"""Any table as PDF: as wide as its texts need, lying on its side when they need more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

from portfolio_app.errors import OperationCancelled
from portfolio_app.exchange.cell_texts import read_text
from portfolio_app.exchange.pdf import HEIGHT, MARGIN, SMALL, WIDTH, PdfColumn, PdfDocument, insets
from portfolio_app.exchange.workbook_content import ColumnSpec

_SAMPLE = 200
"""Rows looked at to know how wide each column must be."""
_WIDEST, _GAP = 80.0, 2.5
"""No column asks for more than this, in millimetres; and what stands between two of them."""
_SMALLER = 6.5
_MANY = 11
"""Columns from which on the letters are smaller."""
_CANCEL_EVERY = 100
_FIGURES = re.compile(r"[+\d][\d\s().,/-]{0,24}")

Cancelled = Callable[[], bool]
Layout = tuple[bool, float, list[PdfColumn]]
"""Whether the pages lie on their side, the size of the letters, and the columns."""


def write_table_pdf(
    path: Path,
    title: str,
    columns: Sequence[ColumnSpec],
    rows: Iterable[Sequence[Any]],
    *,
    language: str,
    currency: str = "EUR",
    subtitle: str = "",
    footer: str = "",
    nothing: str = "",
    created: datetime | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a table of typed cells under its title. `nothing` stands in the place of no row at all.

    Raises `OSError`, `OperationCancelled`.
    """
    texts = [read_text(column.kind, language, currency) for column in columns]
    shown = ([text(value) for text, value in zip(texts, row, strict=True)] for row in rows)
    sample = list(islice(shown, _SAMPLE))
    with PdfDocument("") as ruler:
        landscape, size, heads = _layout(columns, sample, ruler)
    with PdfDocument(
        title, language=language, footer=footer, created=created, landscape=landscape
    ) as document:
        if subtitle:
            document.paragraph(subtitle, is_quiet=True)
        if sample:
            document.table(heads, _stoppable(chain(sample, shown), cancelled), size=size)
        else:
            document.paragraph(nothing, is_quiet=True)
        document.save(path)


def _stoppable(rows: Iterable[list[str]], cancelled: Cancelled | None) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number % _CANCEL_EVERY == 0 and cancelled is not None and cancelled():
            raise OperationCancelled
        yield row


def _layout(columns: Sequence[ColumnSpec], sample: Sequence[Sequence[str]], ruler: PdfDocument) -> Layout:
    """Upright when everything fits, else on its side; each column as wide as its texts where there is room.

    `ruler`: any document, to measure texts with.
    """
    size = SMALL if len(columns) <= _MANY else _SMALLER
    wanted, least = [], []
    aligns = [PdfColumn(column.title, align=_align(column)) for column in columns]
    spaces = insets(aligns)
    for place, column in enumerate(columns):
        cells = [row[place] for row in sample]
        widths = [min(ruler.text_width(cell, size), _WIDEST) for cell in cells] or [0.0]
        words = [word for cell in cells for word in ([cell] if _FIGURES.fullmatch(cell) else cell.split())]
        longest = max((ruler.text_width(word, size) for word in words[: 4 * _SAMPLE]), default=0.0)
        title = max((ruler.text_width(word, size, "B") for word in column.title.split()), default=0.0)
        # A figure or a phone number is never cut in two; a text is at its words.
        is_figure = column.kind != "text"
        wanted.append(
            max(*widths, min(ruler.text_width(column.title, size, "B"), 30.0), title) + _GAP + spaces[place]
        )
        least.append(max(max(widths) if is_figure else min(longest, 40.0), title) + _GAP + spaces[place])
    upright, lying = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    landscape = sum(wanted) > upright and sum(least) > upright * 0.75
    room = lying if landscape else upright
    heads = [
        PdfColumn(column.title, width, column.align)
        for column, width in zip(aligns, _shared(wanted, least, room), strict=True)
    ]
    return landscape, size, heads


def _align(column: ColumnSpec) -> Literal["left", "right"]:
    return "left" if column.kind in ("text", "date") else "right"


def _shared(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room: what each wants, else what it needs at least and a share of the rest."""
    total, needed = sum(wanted), sum(least)
    if total <= room or needed >= room:
        base = wanted if total <= room else least
        return [width * room / sum(base) for width in base]
    spare = (room - needed) / (total - needed)
    return [low + (high - low) * spare for low, high in zip(least, wanted, strict=True)]
