"""CSV as spreadsheets open it with a double click, and as an import reads it again.

French: semicolons and decimal commas; English: commas and decimal points. UTF-8 with a mark at the beginning,
without which Excel would take it for another encoding. No text can turn into a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, Any

from portfolio_app import files
from portfolio_app.errors import OperationCancelled
from portfolio_app.exchange.cell_texts import plain_text
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.exchange.workbook_content import ColumnSpec

ENCODING = "utf-8-sig"
CANCEL_EVERY = 500
_HALVES = re.compile("[\x00\ud800-\udfff]")

Cancelled = Callable[[], bool]


def write_csv(
    path: Path,
    columns: Sequence[ColumnSpec],
    rows: Iterable[Sequence[Any]],
    language: str,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a table to a file, whole or not at all. Raises `OSError`, `OperationCancelled`."""
    with files.whole(path, "w", encoding=ENCODING, newline="") as stream:
        write_rows(stream, columns, rows, language, cancelled)


def write_rows(
    stream: IO[str],
    columns: Sequence[ColumnSpec],
    rows: Iterable[Sequence[Any]],
    language: str,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a table to a text stream, its line of titles first. Raises `OSError`, `OperationCancelled`."""
    writer = csv.writer(stream, delimiter=";" if language == "fr" else ",", lineterminator="\r\n")
    writer.writerow([_safe(column.title) for column in columns])
    texts = [_safe if c.kind == "text" else plain_text(c.kind, language) for c in columns]
    for number, row in enumerate(rows):
        if number % CANCEL_EVERY == 0 and cancelled is not None and cancelled():
            raise OperationCancelled
        writer.writerow([text(value) for text, value in zip(texts, row, strict=True)])


def _safe(value: Any) -> str:
    """A text that no spreadsheet runs and every encoding can write."""
    if value is None:
        return ""
    text = escape_formula(str(value))
    return text if text.isascii() and "\0" not in text else _HALVES.sub("", text)
