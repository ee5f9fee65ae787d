"""The sample book: a rep in Brittany, invented from end to end, moved in time so that it ends yesterday."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app.config import resources_dir
from portfolio_app.models.base import instant_text
from portfolio_app.models.entities import Client, Contact, FollowUp, Interaction, Product, Sale
from portfolio_app.models.money import to_thousandths, to_units
from portfolio_app.services.books import new_book
from portfolio_app.storage.book import Book, Clock, Step, utc_now
from portfolio_app.storage.records import RecordWriter
from portfolio_app.storage.text import fold


def new_sample_book(path: Path, clock: Clock = utc_now) -> Book:
    """Make a book at `path` filled with the sample's data, and open it. Raises `BookWriteError`."""
    book = new_book(path, "EUR", clock)
    try:
        with book.step("load_sample", origin=True) as step:
            _Loader(step, book.today()).load()
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book


class _Loader:
    """Reads the sample's CSV files into an open step."""

    def __init__(self, step: Step, today: date) -> None:
        self._connection: Connection = step.connection
        self._begun = step.now
        self._now = instant_text(step.now)
        self._folder = resources_dir() / "sample"
        anchor = date.fromisoformat((self._folder / "anchor.txt").read_text(encoding="utf-8").strip())
        self._shift = today - anchor
        self._clients: dict[str, int] = {}
        self._contacts: dict[tuple[str, str], int] = {}
        self._products: dict[str, int] = {}

    def load(self) -> None:
        for part in (self._load_clients, self._load_contacts, self._load_products, self._load_sales):
            part()
        self._load_interactions()
        self._load_follow_ups()

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def _moved(self, day: str) -> str | None:
        return (date.fromisoformat(day) + self._shift).isoformat() if day else None

    def _known_for(self, days: int) -> str:
        """An instant some days ago: the sample's records were not all made today."""
        return instant_text(self._begun - timedelta(days=days))

    def _load_clients(self) -> None:
        writer = RecordWriter(self._connection, Client.__table__)
        for row in self._rows("clients"):
            values: dict[str, Any] = {**row, "client_since": self._moved(row["client_since"])}
            values["tags"] = [tag.strip() for tag in row["tags"].split(";") if tag.strip()]
            values |= {"sort_name": fold(row["name"]), "updated_at": self._now}
            self._clients[row["reference"]] = writer.insert({**values, "created_at": self._known_for(400)})
        writer.flush()

    def _load_contacts(self) -> None:
        writer = RecordWriter(self._connection, Contact.__table__)
        for row in self._rows("contacts"):
            reference = row.pop("client_reference")
            values = {**row, "client_id": self._clients[reference], "created_at": self._known_for(400)}
            self._contacts[reference, row["email"]] = writer.insert(values)
        writer.flush()

    def _load_products(self) -> None:
        writer = RecordWriter(self._connection, Product.__table__)
        for row in self._rows("products"):
            values = {**row, "price": to_units(Decimal(row["price"])), "cost": to_units(Decimal(row["cost"]))}
            self._products[row["reference"]] = writer.insert(values)
        writer.flush()

    def _load_sales(self) -> None:
        writer = RecordWriter(self._connection, Sale.__table__)
        for row in self._rows("sales"):
            writer.insert(
                {
                    "client_id": self._clients[row["client_reference"]],
                    "date": self._moved(row["date"]),
                    "order_reference": row["order_reference"],
                    "product_id": self._products.get(row["product_reference"]),
                    "quantity": to_thousandths(Decimal(row["quantity"])) if row["quantity"] else None,
                    "amount": to_units(Decimal(row["amount"])),
                    "cost": to_units(Decimal(row["cost"])) if row["cost"] else None,
                }
            )
        writer.flush()

    def _load_interactions(self) -> None:
        writer = RecordWriter(self._connection, Interaction.__table__)
        for row in self._rows("interactions"):
            reference = row.pop("client_reference")
            email = row.pop("contact_email")
            writer.insert(
                {
                    **{k: row[k] for k in ("kind", "direction", "outcome", "subject", "body")},
                    "client_id": self._clients[reference],
                    "contact_id": self._contacts.get((reference, email)),
                    "on": self._moved(row["date"]),
                    "minutes": int(row["minutes"]) if row["minutes"] else None,
                    "resolved_on": self._moved(row["resolved_on"]),
                    "created_at": self._now,
                }
            )
        writer.flush()

    def _load_follow_ups(self) -> None:
        writer = RecordWriter(self._connection, FollowUp.__table__)
        for row in self._rows("follow_ups"):
            writer.insert(
                {
                    **{k: row[k] for k in ("kind", "title", "status")},
                    "client_id": self._clients[row["client_reference"]],
                    "due_on": self._moved(row["due_on"]),
                    "done_on": self._moved(row["done_on"]),
                    "created_at": self._known_for(60),
                }
            )
        writer.flush()
