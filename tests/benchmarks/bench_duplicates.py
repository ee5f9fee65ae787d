"""Looking for duplicates in a book of 100,000 clients, of which 1,000 were entered twice with a slip.

    python -m tests.benchmarks.bench_duplicates [clients]

Prints how many of them are found, the seconds, the longest the book's thread is held at a time, what looking again
costs after one change, and the milliseconds for one new name, which is asked for while somebody types.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from portfolio_app.models.base import instant_text
from portfolio_app.services import clients, duplicates
from portfolio_app.services.books import Book, close_book, new_book
from portfolio_app.storage.text import fold

TRADES = (
    "Boulangerie Garage Pharmacie Menuiserie Restaurant Hôtel Transports Coiffure Cabinet Optique".split()
)
FORMS = ("", "", "SARL ", "SAS ", "Ets ")
SYLLABLES = "ker gwen mor lan plou tre pen bel mar tin du pont ros car val bor nay dier lec his vil gar cin mon".split()
Row = tuple[str, str, str, str, str]
"""Name, town, postcode, e-mail, telephone."""


def rows_of(count: int, chance: random.Random) -> tuple[list[Row], set[tuple[int, int]]]:
    """Clients, and the pairs of their ids that are one."""
    towns = [
        ("".join(chance.choices(SYLLABLES, k=3)).capitalize(), f"{chance.randint(1_000, 95_999):05}")
        for _ in range(2_000)
    ]
    rows: list[Row] = []
    for number in range(count):
        name = f"{chance.choice(FORMS)}{chance.choice(TRADES)} {''.join(chance.choices(SYLLABLES, k=3)).capitalize()}"
        phone = f"+336{chance.randint(10**7, 10**8 - 1)}"
        rows.append((name, *chance.choice(towns), f"c{number}@exemple{number}.fr", phone))
    pairs = set()
    for first in chance.sample(range(count), count // 100):
        name, town, code, _, phone = rows[first]
        rows.append((_slipped(name, chance), town.upper(), code, "", phone if chance.random() < 0.3 else ""))
        pairs.add((first + 1, len(rows)))
    return rows, pairs


def _slipped(name: str, chance: random.Random) -> str:
    """The name as somebody else would type it: another legal form, or one letter wrong."""
    if chance.random() < 0.3:
        return f"{chance.choice(FORMS)}{name.removeprefix('SARL ').removeprefix('SAS ').removeprefix('Ets ').upper()}"
    place = chance.randrange(name.rindex(" ") + 1, len(name))
    return name[:place] + chance.choice(("", name[place] * 2, "e")) + name[place + 1 :]


def make_book(path: Path, rows: list[Row]) -> Book:
    """Those clients in a new book."""
    book = new_book(path)
    with book.step("make", origin=True) as step:
        now = instant_text(step.now)
        step.connection.exec_driver_sql(
            "INSERT INTO client(name, city, postcode, email, phone, sort_name, created_at, updated_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(*row, fold(row[0]), now, now) for row in rows],
        )
    return book


def main(arguments: list[str]) -> None:
    """Measures, and says so."""
    count = int(arguments[0]) if arguments else 100_000
    rows, pairs = rows_of(count, random.Random(1))
    with tempfile.TemporaryDirectory() as folder:
        book = make_book(Path(folder) / "large.portfolio", rows)
        start, longest, share = time.perf_counter(), 0.0, 0.0
        while share < 1:
            before = time.perf_counter()
            share = duplicates.find_some(book)
            longest = max(longest, time.perf_counter() - before)
        found = {(pair.first_id, pair.second_id) for pair in duplicates.find(book)}
        print(
            f"{len(rows):,} clients: {time.perf_counter() - start:.1f} s, at most {1_000 * longest:.0f} ms at a time"
        )
        print(
            f"found {len(found & pairs) / len(pairs):.1%} of {len(pairs):,}; besides: {len(found - pairs):,}"
        )
        clients.update_client(book, 7, {"city": "Brest"})
        before = time.perf_counter()
        duplicates.find(book)
        print(f"again after one change: {1_000 * (time.perf_counter() - before):.0f} ms")
        before = time.perf_counter()
        duplicates.look_alikes(book, {"name": rows[5][0], "city": rows[5][1]})
        print(f"one new name: {1_000 * (time.perf_counter() - before):.0f} ms")
        close_book(book)


if __name__ == "__main__":
    main(sys.argv[1:])
