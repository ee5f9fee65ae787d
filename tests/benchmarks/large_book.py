"""A large invented book on disk, for measurements and for the tests of long lists.

python -m tests.benchmarks.large_book BOOK [clients] [sales per client] [interactions per client]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from portfolio_app.models.base import instant_text
from portfolio_app.services.books import Book, new_book
from portfolio_app.storage.book import Step, utc_now
from portfolio_app.storage.text import fold
from tests.benchmarks.make_book import END, BookRows, generate_rows

PRODUCTS = 200
TERM = 30
"""Days to pay."""


def make_large_book(
    path: Path,
    clients: int = 100_000,
    sales_per_client: float = 10,
    interactions_per_client: float = 10,
    clock: Callable[[], datetime] = utc_now,
    seed: int = 1,
) -> Book:
    """Write the book, its history ending the day before `clock`'s, and open it."""
    rows = generate_rows(clients, sales_per_client, interactions_per_client, seed)
    book = new_book(path, clock=clock)
    with book.step("make", origin=True) as step:
        step.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        _write(step, rows, book.today() - END)
    return book


def _write(step: Step, rows: BookRows, shift: timedelta) -> None:
    now = instant_text(step.now)
    long_ago = instant_text(step.now - timedelta(days=500))
    c, s, i = rows.clients, rows.sales, rows.interactions
    days = _days(
        min(s["date"].min(), i["date"].min()), max(s["date"].max(), i["date"].max()) + 2 * TERM, shift
    )
    product, due, paid = _bought_and_paid(s["date"])

    def insert(table: str, columns: str, values: Any) -> None:
        marks = ", ".join("?" * len(columns.split(",")))
        step.connection.exec_driver_sql(f"INSERT INTO {table}({columns}) VALUES ({marks})", list(values))

    names = c["name"].tolist()
    plain = (c[k].tolist() for k in ("reference", "city", "postcode", "sector", "status"))
    ids = range(1, len(names) + 1)
    stamps = [long_ago] * len(names), [now] * len(names)
    insert(
        "client",
        "id, name, sort_name, reference, city, postcode, sector, status, created_at, updated_at",
        zip(ids, names, map(fold, names), *plain, *stamps, strict=True),
    )
    insert("product", "id, name", [(n, f"Product {n}") for n in range(1, PRODUCTS + 1)])
    insert(
        "sale",
        "client_id, date, order_reference, amount, cost, quantity, product_id, due_on, paid_on",
        zip(
            (s["client"] + 1).tolist(),
            [days[d] for d in s["date"].tolist()],
            *(s[k].tolist() for k in ("order_reference", "amount", "cost", "quantity")),
            product.tolist(),
            *([days.get(d) for d in column.tolist()] for column in (due, paid)),
            strict=True,
        ),
    )
    insert(
        "interaction",
        'client_id, "on", kind, minutes, body, created_at',
        zip(
            (i["client"] + 1).tolist(),
            [days[d] for d in i["date"].tolist()],
            *(i[k].tolist() for k in ("kind", "minutes", "body")),
            [now] * len(i["date"]),
            strict=True,
        ),
    )


def _bought_and_paid(day: Any) -> tuple[Any, Any, Any]:
    """Of each sale its product, the day it is due and the day it is paid, 0 for the one in twenty that is not."""
    random = np.random.default_rng(1)
    product = random.integers(1, PRODUCTS + 1, len(day))
    due = day + TERM
    paid = due + random.integers(-TERM // 3, TERM, len(day))
    return product, due, np.where(random.random(len(day)) < 0.05, 0, paid)


def _days(first: int, last: int, shift: timedelta) -> dict[int, str]:
    return {d: (date.fromordinal(d) + shift).isoformat() for d in range(int(first), int(last) + 1)}


def main(arguments: list[str]) -> None:
    """Make the book and say how long it took."""
    sizes = [float(size) for size in arguments[1:]]
    begun = time.perf_counter()
    book = make_large_book(
        Path(arguments[0]), *(int(size) if n == 0 else size for n, size in enumerate(sizes))
    )
    book.close()
    print(
        f"{arguments[0]}: {time.perf_counter() - begun:.1f} s, {Path(arguments[0]).stat().st_size / 1e6:.0f} MB"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
