"""Rows of a large invented book, for measurements: seeded, plain columns, no database.

    python -m tests.benchmarks.make_book [clients] [sales per client] [interactions per client]

says how long they take to make. Money is in money units (millionths), quantities in thousandths, days are
ordinals (`date.fromordinal`). `client` columns are indexes into the clients.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from portfolio_app.models.money import MONEY_SCALE
from tools import sample_words as words

END = date(2026, 1, 1)
YEARS = 3
CENT = MONEY_SCALE // 100
STATUSES = ("active", "prospect", "former")
KINDS = ("call", "email", "visit", "meeting", "message", "complaint")
KIND_WEIGHTS = (0.46, 0.24, 0.14, 0.04, 0.09, 0.03)
LINES_PER_ORDER = 2
DISTINCT_BODIES = 20_000

Column = NDArray[Any]


@dataclass(frozen=True)
class BookRows:
    """Three tables as columns of equal length, by column name.

    clients: name, reference, city, postcode, sector, status (text).
    sales: client, date, order_reference (text), amount, cost, quantity; by date.
    interactions: client, date, kind (text), minutes, body (text); by date.
    """

    clients: dict[str, Column]
    sales: dict[str, Column]
    interactions: dict[str, Column]


def generate_rows(
    clients: int, sales_per_client: float, interactions_per_client: float, seed: int = 1
) -> BookRows:
    """A book of that many clients with that many sales and interactions on average.

    Sizes are unequal as in real portfolios (log-normal): some clients have many sales, some none.
    The same arguments give the same rows.
    """
    random = np.random.default_rng(seed)
    weight = random.lognormal(0.0, 1.0, clients)
    return BookRows(
        clients=_clients(random, clients),
        sales=_sales(random, weight, round(clients * sales_per_client)),
        interactions=_interactions(random, weight, round(clients * interactions_per_client)),
    )


def _clients(random: np.random.Generator, count: int) -> dict[str, Column]:
    trades = [(firm, sector) for sector, (firms, _) in words.SECTORS.items() for firm in firms]
    trade = random.integers(len(trades), size=count)
    surname = random.integers(len(words.SURNAMES), size=count)
    town = random.integers(len(words.TOWNS), size=count)
    firm_names = [firm for firm, _ in trades]
    names = [
        f"{firm_names[t]} {words.SURNAMES[s]} {n}"
        for n, (t, s) in enumerate(zip(trade.tolist(), surname.tolist(), strict=True), 1)
    ]
    return {
        "name": np.array(names, dtype=object),
        "reference": np.array([f"C{n:07}" for n in range(1, count + 1)], dtype=object),
        "city": _texts(words.TOWNS)[town],
        "postcode": _texts(words.TOWNS.values())[town],
        "sector": _texts(sector for _, sector in trades)[trade],
        "status": _texts(STATUSES)[random.choice(len(STATUSES), size=count, p=(0.8, 0.15, 0.05))],
    }


def _sales(random: np.random.Generator, weight: Column, count: int) -> dict[str, Column]:
    client, day = _who_and_when(random, weight, count)
    # Lines of one client on one day share an order; that needs them side by side first.
    repeat = random.random(count) < 1 - 1 / LINES_PER_ORDER
    by_client = np.lexsort((day, client))
    client, day = client[by_client], day[by_client]
    same = np.zeros(count, dtype=bool)
    if count > 1:
        same[1:] = repeat[1:] & (client[1:] == client[:-1])
    start = np.maximum.accumulate(np.where(same, 0, np.arange(count)))
    day = day[start]
    order = np.cumsum(~same)
    quantity = random.integers(1, 25, count)
    price = np.round(random.lognormal(3.4, 0.6, count) * 100).astype(np.int64) * CENT
    returned = np.where(random.random(count) < 0.01, -1, 1)
    amount = quantity * price * returned
    # Whole cents, like the files that real books come from.
    cost = np.round(amount / CENT * random.uniform(0.5, 0.8, count)).astype(np.int64) * CENT
    references = np.array([f"CMD-{n:07}" for n in range(1, int(order[-1]) + 1 if count else 1)], dtype=object)
    by_day = np.argsort(day, kind="stable")
    columns = {
        "client": client,
        "date": day,
        "order_reference": references[order - 1] if count else references,
        "amount": amount,
        "cost": cost,
        "quantity": quantity * returned * 1_000,
    }
    return {name: column[by_day] for name, column in columns.items()}


def _interactions(random: np.random.Generator, weight: Column, count: int) -> dict[str, Column]:
    client, day = _who_and_when(random, np.sqrt(weight), count)
    by_day = np.argsort(day, kind="stable")
    return {
        "client": client[by_day],
        "date": day[by_day],
        "kind": _texts(KINDS)[random.choice(len(KINDS), size=count, p=KIND_WEIGHTS)],
        "minutes": random.integers(1, 60, count),
        "body": _bodies(random)[random.integers(DISTINCT_BODIES, size=count)],
    }


def _who_and_when(random: np.random.Generator, weight: Column, count: int) -> tuple[Column, Column]:
    """For each row its client, the heavier the more often, and its day."""
    per_client = random.multinomial(count, weight / weight.sum())
    client = np.repeat(np.arange(len(weight)), per_client)
    day = END.toordinal() - 1 - random.integers(365 * YEARS, size=count)
    return client, day


def _bodies(random: np.random.Generator) -> Column:
    """Distinct notes to draw from, each two sentences with its own figures."""
    sentences = [body for talk in words.TALK.values() for _, body in talk]
    products = [name.split(",")[0] for _, name, *_ in words.PRODUCTS]
    picks = random.integers(1_000_000, size=(DISTINCT_BODIES, 5)).tolist()
    return np.array(
        [
            f"{sentences[a % len(sentences)]} {sentences[b % len(sentences)]}".format(
                product=products[c % len(products)],
                first=words.FIRST_NAMES[d % len(words.FIRST_NAMES)],
                number=e % 97 + 2,
                days=e % 29 + 2,
            )
            for a, b, c, d, e in picks
        ],
        dtype=object,
    )


def _texts(values: Any) -> Column:
    return np.array(list(values), dtype=object)


def main(arguments: list[str]) -> None:
    """Makes one book and says how long that took."""
    clients, sales, interactions = (int(a) for a in (*arguments, *("100000", "10", "10")[len(arguments) :]))
    start = time.perf_counter()
    rows = generate_rows(clients, sales, interactions)
    seconds = time.perf_counter() - start
    print(
        f"{len(rows.clients['name']):,} clients, {len(rows.sales['client']):,} sales, "
        f"{len(rows.interactions['client']):,} interactions in {seconds:.1f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
