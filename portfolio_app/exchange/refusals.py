"""Why a row is not imported, in a salesperson's words, and the file that gives such rows back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portfolio_app import files
from portfolio_app.exchange.cells import Cell, cell_text, escape_formula, unescape_formula
from portfolio_app.exchange.tabular import Table

SENTENCES = {
    "bad_date": "“{value}” is not a date; write it like 31/12/2025.",
    "no_such_date": "the date “{value}” does not exist; write it like 31/12/2025.",
    "date_out_of_range": "the date “{value}” is before 1900 or after 2100; check the year.",
    "bad_amount": "“{value}” is not an amount; write it like 1234.56 or 1 234,56.",
    "amount_out_of_range": "the amount “{value}” is too large to be true; check it.",
    "bad_quantity": "“{value}” is not a quantity; write a number like 12.",
    "quantity_out_of_range": "the quantity “{value}” is too large to be true; check it.",
    "bad_percent": "“{value}” is not a discount; write it like 20 % or 0.2.",
    "bad_number": "“{value}” is not a number; write it like 30.",
    "bad_choice": "“{value}” is not one of the words this column may hold.",
    "bad_score": "“{value}” is not a score from 0 to 10; write a whole number like 9.",
    "bad_probability": "“{value}” is not a probability; write it like 40 %.",
    "score_without_date": "the score “{value}” has no date, so it stays out; fill in the day of the answer.",
    "touch_without_date": "this touch (“{value}”) has no date, so it stays out; fill in the day it happened.",
    "task_without_date": "the follow-up “{value}” has no date, so it stays out; fill in the day it is due.",
    "no_client": "this line names no client; fill in the client's name or reference.",
    "no_date": "this sale has no date; fill in the date of the sale.",
    "no_amount": "this sale has no amount; fill in the amount, or the quantity and the unit price.",
    "erased_person": "this line is about a person who was erased from the book at their request; it stays out.",
    "too_long": "the text is too long ({length} characters, {limit} at most); shorten it.",
    "too_many_cells": "this line has {found} cells for {expected} columns; "
    "a separator probably stands inside a text: put that text between quotation marks.",
}
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not imported: its first problem. `column` and `value` may be empty: the whole row."""

    line: int
    column: str
    value: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)
    cells: Sequence[Cell] = ()

    @property
    def reason(self) -> str:
        """The English sentence: what is wrong and what to do."""
        value = self.value if len(self.value) <= _SHOWN else self.value[: _SHOWN - 1] + "…"
        return SENTENCES[self.code].format(**{**self.params, "value": value})


def write_refused(
    path: Path,
    table: Table,
    refused: Iterable[RefusedRow],
    *,
    reason_header: str = "Reason",
    line_header: str = "Line",
    reason: Callable[[RefusedRow], str] | None = None,
) -> int:
    """Writes the refused rows as they were, with their line and the reason at the end (CSV, UTF-8 with mark).

    Returns the number of rows. Cells that a spreadsheet would run as formulas get an apostrophe, which a
    new import takes away again.
    """
    tell = reason or (lambda row: row.reason)
    delimiter = table.dialect.delimiter if table.dialect.kind == "csv" else ","
    count = 0
    with files.whole(path, "w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter or ",")
        writer.writerow([escape_formula(name) for name in table.columns] + [line_header, reason_header])
        for row in refused:
            # As they were read, so that a cell protected already is not protected twice.
            texts = [escape_formula(unescape_formula(cell_text(cell))) for cell in row.cells]
            width = len(table.columns)
            texts = (texts + [""] * width)[: max(width, len(texts))]
            kept, extra = texts[:width], texts[width:]
            writer.writerow([*kept, str(row.line), escape_formula(tell(row)), *extra])
            count += 1
    return count
