"""Writes the sample book, “a rep in Brittany”, as CSV files: `python tools/make_sample.py [FOLDER]`.

Seeded: the same program writes the same bytes. Everything is invented; telephone numbers come from the
ranges reserved for fiction and e-mail addresses from example domains. Files and their keys:

    clients.csv       reference
    contacts.csv      client_reference -> clients
    products.csv      reference
    sales.csv         client_reference -> clients, product_reference -> products; one line of an order each
    interactions.csv  client_reference -> clients, contact_email -> contacts (may be empty)
    follow_ups.csv    client_reference -> clients
    custom_fields.csv code, by which clients.csv has a column "custom.<code>"; choices joined by ";"
    settings.csv      key
    deals.csv         client_reference -> clients
    survey_answers.csv  client_reference -> clients, contact_email -> contacts (may be empty)
    key_dates.csv     client_reference -> clients, contact_email -> contacts (may be empty)
    plans.csv         plan; one step each, in order
    enrolments.csv    client_reference -> clients, plan -> plans; due_on of those still in it
    anchor.txt        the day the book is seen on; whoever loads it moves every date to the present day

The last sale is on the day before the anchor. `amount` is the line's net total, `discount` what was taken off
before, `cost` its total cost, all in euros. A complaint without `resolved_on` is open.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import sample_words as words
from tools.sample_accounts import (
    Addresses,
    Phones,
    Row,
    choose_products,
    client_row,
    invent_accounts,
    invent_contacts,
)
from tools.sample_agenda import add_agenda
from tools.sample_history import (
    ANCHOR,
    add_open_complaints,
    invent_follow_ups,
    invent_sales,
    invent_touches,
    order_days,
)
from tools.sample_own import add_distances, add_own

SEED = 20260101
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"


def make_book(seed: int = SEED) -> dict[str, list[Row]]:
    """All rows of the sample by file name, in the order in which they are written."""
    random = Random(seed)
    accounts = invent_accounts(random)
    phones, addresses = Phones(random), Addresses(random)
    contacts = [row for account in accounts for row in invent_contacts(random, account, phones, addresses)]
    for account in accounts:
        choose_products(random, account)
        account.order_days = order_days(random, account)
    sales = invent_sales(random, accounts)
    interactions = [row for account in accounts for row in invent_touches(random, account)]
    add_open_complaints(random, accounts, interactions)
    interactions.sort(key=lambda row: (row["date"], row["client_reference"]))
    book = {
        "clients": [client_row(random, account, phones) for account in accounts],
        "contacts": contacts,
        "products": [
            dict(zip(("reference", "name", "category", "price", "cost"), product, strict=True))
            for product in words.PRODUCTS
        ],
        "sales": sales,
        "interactions": interactions,
        "follow_ups": invent_follow_ups(random, accounts),
    }
    add_distances(Random(seed + 3), accounts, book["clients"])
    return add_agenda(Random(seed + 2), accounts, add_own(Random(seed + 1), accounts, book))


def write_book(folder: Path, book: dict[str, list[Row]]) -> None:
    """Writes one CSV file (UTF-8, commas) per table, and the anchor."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in book.items():
        write_table(folder / f"{name}.csv", rows)
    (folder / "anchor.txt").write_bytes(f"{ANCHOR.isoformat()}\n".encode())


def write_table(path: Path, rows: Sequence[Row]) -> None:
    """Writes rows that share their columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    write_book(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, make_book())
