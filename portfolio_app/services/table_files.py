"""Any table as a file: an Excel workbook, CSV, or PDF, by the ending of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from portfolio_app.errors import BookWriteError, ExportError
from portfolio_app.exchange.workbook_content import (
    CellKind,
    ColumnSpec,
    SheetData,
    WorkbookContent,
    WorkbookLabels,
)
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.models.money import to_units

Cancelled = Callable[[], bool]
TableColumn = ColumnSpec
"""A column: its title, and the kind of its cells (see `ColumnSpec`)."""
SUFFIXES = (".xlsx", ".csv", ".pdf")
_MARKS = "−–"
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_PERCENT, _NOTHING = "%", ("", "—")


def write_table(
    path: Path,
    title: str,
    columns: Sequence[TableColumn],
    rows: Iterable[Sequence[Any]],
    language: str,
    *,
    currency: str = "EUR",
    created: datetime | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write a table, whole or not at all; returns where. `language`: "fr" or "en"; `created`: when, for its reader.

    Raises `BookWriteError`, `OperationCancelled`, and `ExportError` for a name with another ending.
    """
    target = path if path.suffix else path.with_suffix(".xlsx")
    suffix = target.suffix.lower()
    words = Words(language)
    try:
        if suffix == ".xlsx":
            _write_workbook(target, title, columns, rows, words, currency, created, cancelled)
        elif suffix == ".csv":
            from portfolio_app.exchange.csv_writing import write_csv

            write_csv(target, columns, rows, language, cancelled)
        elif suffix == ".pdf":
            from portfolio_app.exchange.table_pdf import write_table_pdf

            write_table_pdf(
                target, title, columns, rows, language=language, currency=currency, created=created,
                subtitle=words.day(created.astimezone().date()) if created else "", footer=title,
                nothing=words["nothing"], cancelled=cancelled,
            )  # fmt: skip
        else:
            raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or str(error)) from error
    return target


def _write_workbook(
    path: Path,
    title: str,
    columns: Sequence[TableColumn],
    rows: Iterable[Sequence[Any]],
    words: Words,
    currency: str,
    created: datetime | None,
    cancelled: Cancelled | None,
) -> None:
    from portfolio_app.exchange.workbook import write_workbook

    content = WorkbookContent(currency, [SheetData(title, columns, rows)], created=created, title=title)
    labels = WorkbookLabels(cut_mark=words["cut_mark"], continued=words["continued"])
    write_workbook(path, content, labels, cancelled)


def typed(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: str,
    symbol: str = "€",
    *,
    month_first: bool = False,
) -> tuple[list[TableColumn], list[list[Any]]]:
    """A table of texts as shown on the screen, with numbers, amounts, percentages and days as what they are.

    A column is of a kind only when each of its cells is. `symbol`: how the book's currency is shown; `month_first`:
    days are written 11/22/2026.
    """
    reading = _Reading(language, symbol, month_first)
    columns: list[TableColumn] = []
    cells: list[list[Any]] = []
    for place, title in enumerate(titles):
        texts = [row[place] for row in rows]
        kind, values = reading.column(texts)
        width = min(48.0, max([len(title), *(len(text) for text in texts[:200])]) + 3.0)
        columns.append(TableColumn(title, kind, max(width, 8.0)))
        cells.append(values)
    return columns, [list(row) for row in zip(*cells, strict=True)] if rows else []


@dataclass(frozen=True)
class _Reading:
    """How the texts of a table are written."""

    language: str
    symbol: str
    month_first: bool

    def column(self, texts: Sequence[str]) -> tuple[CellKind, list[Any]]:
        """The kind of a column and its values; what cannot be read as anything else is text."""
        told = [text for text in texts if text not in _NOTHING]
        kinds: tuple[tuple[CellKind, Callable[[str], Any]], ...] = (
            ("date", self._day),
            ("percent", self._share),
            ("money", self._amount),
            ("number", self._figure),
        )
        for kind, read in kinds if told else ():
            found = _all(told, read)
            if found is not None:
                values = iter(found)
                return kind, [None if text in _NOTHING else next(values) for text in texts]
        return "text", list(texts)

    def _day(self, text: str) -> date | None:
        found = _DAY.fullmatch(text)
        if found is None:
            return None
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if self.month_first else (second, first)
        try:
            return date(int(found[3]), month, day)
        except ValueError:
            return None

    def _share(self, text: str) -> float | None:
        number = self._decimal(text.removesuffix(_PERCENT)) if text.endswith(_PERCENT) else None
        return None if number is None else float(number / 100)

    def _amount(self, text: str) -> int | None:
        if not self.symbol or text.count(self.symbol) != 1:
            return None
        number = self._decimal(text.replace(self.symbol, ""))
        return None if number is None else to_units(number)

    def _figure(self, text: str) -> float | None:
        # 0612345678 and 00123 are no numbers to count with.
        bare = text.lstrip("-−")
        if len(bare) > 15 or text.startswith("+") or (bare[:1] == "0" and bare[1:2].isdigit()):
            return None
        number = self._decimal(text)
        return None if number is None else float(number)

    def _decimal(self, text: str) -> Decimal | None:
        """The number a text is, written as that language does."""
        bare = "".join(text.split())
        for mark in _MARKS:
            bare = bare.replace(mark, "-")
        bare = bare.replace(",", ".") if self.language == "fr" else bare.replace(",", "")
        return Decimal(bare) if _NUMBER.fullmatch(bare) else None


def _all(texts: Sequence[str], read: Callable[[str], Any]) -> list[Any] | None:
    """All the values; None as soon as one is none."""
    values = []
    for text in texts:
        value = read(text)
        if value is None:
            return None
        values.append(value)
    return values
