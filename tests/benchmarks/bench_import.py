"""Import of 100,000 CSV rows, journal and search index included, against the least that SQLite must do.

    python -m tests.benchmarks.bench_import [rows]

Budget: 3 times a raw executemany of the same rows with the same indexes and a full-text index filled in bulk.
Two kinds of file: clients with a contact each, and sale lines.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from portfolio_app.services.books import new_book
from portfolio_app.services.import_ import import_files, read_source

ROWS = 100_000


def write_clients(path: Path, rows: int) -> None:
    """A list of clients as an address program exports it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(
            [
                "Code client",
                "Société",
                "Prénom",
                "Nom",
                "E-mail",
                "Téléphone",
                "Rue",
                "CP",
                "Ville",
                "Secteur",
            ]
        )
        for n in range(rows):
            writer.writerow(
                [f"C{n:06}", f"Société Kérouan {n}", "Anne", f"Riou {n}", f"a{n}@example.fr",
                 f"02 98 {n % 100:02} 10 20",
                 f"{n % 90} rue du Port", "29200", "Brest", "Agroalimentaire"]
            )  # fmt: skip


def write_sales(path: Path, rows: int) -> None:
    """Lines of invoices, ten to a client."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Date", "N° facture", "Code client", "Produit", "Quantité", "Montant HT"])
        for n in range(rows):
            day = f"{n % 28 + 1:02}/{n % 12 + 1:02}/{2022 + n % 4}"
            writer.writerow(
                [
                    day,
                    f"F{n // 2}",
                    f"C{n % (rows // 10):06}",
                    f"Produit {n % 40}",
                    n % 9 + 1,
                    f"{n % 900},{n % 100:02}",
                ]
            )


def import_it(path: Path, folder: Path) -> None:
    """What the program does with the file."""
    book = new_book(folder / f"{time.perf_counter_ns()}.portfolio")
    _, report = import_files(book, [read_source(path)])
    assert not report.refused
    book.close()


def raw_clients(path: Path, folder: Path) -> None:
    """Two tables with their indexes, and a trigram index of the names."""
    rows = _read(path)
    connection = _raw(folder)
    connection.execute(
        "CREATE TABLE client(id INTEGER PRIMARY KEY, ref, name, street, postcode, city, sector)"
    )
    connection.execute("CREATE TABLE contact(id INTEGER PRIMARY KEY, client_id, first, last, email, phone)")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(name, tokenize='trigram')")
    connection.execute("CREATE INDEX a ON client(name, id)")
    connection.execute("CREATE INDEX b ON client(ref)")
    connection.execute("CREATE INDEX c ON contact(client_id)")
    with connection:
        connection.executemany(
            "INSERT INTO client VALUES (?,?,?,?,?,?,?)",
            [(n, r[0], r[1], r[6], r[7], r[8], r[9]) for n, r in enumerate(rows)],
        )
        connection.executemany(
            "INSERT INTO contact VALUES (?,?,?,?,?,?)",
            [(n, n, r[2], r[3], r[4], r[5]) for n, r in enumerate(rows)],
        )
        connection.execute("INSERT INTO f(rowid, name) SELECT id, name || ref || city FROM client")
        connection.execute(
            "INSERT INTO f(rowid, name) SELECT id + 1000000, first || last || email FROM contact"
        )
    connection.close()


def raw_sales(path: Path, folder: Path) -> None:
    """One table with its two covering indexes."""
    rows = _read(path)
    connection = _raw(folder)
    connection.execute(
        "CREATE TABLE sale(id INTEGER PRIMARY KEY, client_id, date, ref, product, quantity, amount)"
    )
    connection.execute("CREATE INDEX a ON sale(client_id, date, ref, amount)")
    connection.execute("CREATE INDEX b ON sale(date, client_id, amount)")
    with connection:
        connection.executemany(
            "INSERT INTO sale VALUES (NULL,?,?,?,?,?,?)",
            [
                (int(r[2][1:]), r[0], r[1], r[3], int(r[4]), int(float(r[5].replace(",", ".")) * 1e6))
                for r in rows
            ],
        )
    connection.close()


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def _raw(folder: Path) -> Any:
    connection = sqlite3.connect(folder / f"{time.perf_counter_ns()}.db")
    connection.execute("PRAGMA cache_size = -64000")
    return connection


def timed(function: Callable[..., None], *arguments: Any, rounds: int = 3) -> float:
    """The best of a few rounds, in seconds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - begun)
    return min(times)


def main(arguments: list[str]) -> None:
    """Print one line per kind of file."""
    rows = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, write, raw in (("clients", write_clients, raw_clients), ("sales", write_sales, raw_sales)):
            path = folder / f"{kind}.csv"
            write(path, rows)
            ours, least = timed(import_it, path, folder), timed(raw, path, folder)
            print(
                f"{kind:<8} {rows} rows: {ours:.2f} s, raw {least:.2f} s, ratio {ours / least:.1f} (budget 3)"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
