"""Made-up books of orders with seeds: clients who come, order at their own rate, and leave."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from portfolio_app.analysis.facts import SaleFacts
from tests.analysis.books import lines

BEGIN = date(2023, 1, 2)


def orders(
    n: int,
    seed: int,
    *,
    days: int = 900,
    k: int = 1,
    rate: float = 0.02,
    leaves: float = 0.08,
    come: float = 0.6,
) -> list[tuple[int, date, str, float, float | None]]:
    """Sale lines of n clients: Erlang-k gaps, rates Gamma(2), on average a share `leaves` gone after each order,
    some clients sooner than others, amounts around 100 that differ by client, costs 60 %. Clients come over the
    first `come` of the days.
    """
    rng = np.random.default_rng(seed)
    rows: list[tuple[int, date, str, float, float | None]] = []
    for client in range(1, n + 1):
        fickle = rng.beta(3 * leaves, 3 * (1 - leaves)) if leaves else 0.0
        day, own, usual = rng.uniform(0, days * come), rng.gamma(2, rate / 2), 100 * rng.lognormal(0, 0.4)
        while day < days:
            amount = round(float(usual * rng.lognormal(0, 0.3)), 2)
            rows.append((client, BEGIN + timedelta(days=int(day)), "", amount, round(amount * 0.6, 2)))
            if rng.random() < fickle:
                break
            day += max(rng.gamma(k, 1 / (own * k)), 1)
    return rows


def facts(rows: list[tuple[Any, ...]]) -> SaleFacts:
    """The lines as analysis takes them."""
    return SaleFacts.from_lines(lines(*rows))
