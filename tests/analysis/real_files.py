"""The sales in the real files, as they stand there."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

Line = tuple[str, date, Decimal]
"""The client's key, the day, the amount."""


def cdnow(folder: Path) -> Iterator[Line]:
    """CDNOW: one row an order; the key is the number in the full set."""
    for row in (folder / "cdnow" / "CDNOW_sample.txt").read_text().splitlines():
        if parts := row.split():
            day = parts[2]
            yield parts[0], date(int(day[:4]), int(day[4:6]), int(day[6:])), Decimal(parts[4])


def chinook(folder: Path) -> Iterator[Line]:
    """Chinook: its invoices."""
    for row in _rows(folder / "chinook" / "csv" / "Invoice.csv"):
        yield row["CustomerId"], date.fromisoformat(row["InvoiceDate"][:10]), Decimal(row["Total"])


def maven(folder: Path) -> Iterator[Line]:
    """Maven CRM: the deals won, by account."""
    for row in _rows(folder / "maven_crm" / "sales_pipeline.csv"):
        if row["deal_stage"] == "Won":
            yield row["account"], date.fromisoformat(row["close_date"]), Decimal(row["close_value"])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


ENTRIES: list[tuple[str, Callable[[Path], Iterator[Line]], bool]] = [
    ("cdnow_sample", cdnow, True),
    ("chinook", chinook, True),
    ("maven_crm", maven, False),
]
"""The entry in REFERENCE.json, its lines, and whether its keys are numbers."""


def totals(lines: Iterator[Line]) -> dict[str, Decimal]:
    """The amounts per client, in the order of their first line."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for key, _, amount in lines:
        found[key] += amount
    return found
