"""Concentration: on how few clients the revenue (or the margin) depends.

All clients with a sale in the table count, with their signed amount as it is: a zero counts as a client,
a negative total as a negative share. Shares are fractions of 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from portfolio_app.analysis.ranking import CLASSES, abc_by_rank, abc_by_share, rank_order, share_count

READINGS = ("abc_rank", "abc_revenue", "abc_80_95")


@dataclass(frozen=True)
class TopShare:
    """The first `k` clients and their part of the total; `share` is None when the total is not above zero."""

    k: int
    share: float | None


@dataclass(frozen=True)
class ConcentrationFigures:
    """The figures; the ones that divide by the total are None when it is not above zero.

    clients n; total (money units); top1/top3/top5/top10_share: part of the k largest clients;
    top10pct/top20pct/top50pct: the first ceil(p n) clients and their part; hhi = 10,000 * sum of squared
    shares; effective_clients = 1 / sum of squared shares; gini = 2 * sum(i * x_i) / (n * sum(x)) - (n+1)/n
    with x ascending (population form; corrected for small n it is gini * n / (n-1));
    clients_for_80pct: how many of the largest clients it takes to reach 80 % of the total;
    negative_clients and negative_amount: how many are below zero, and their sum.
    """

    clients: int
    total: int
    top1_share: float | None
    top3_share: float | None
    top5_share: float | None
    top10_share: float | None
    top10pct: TopShare
    top20pct: TopShare
    top50pct: TopShare
    hhi: float | None
    effective_clients: float | None
    gini: float | None
    clients_for_80pct: int | None
    negative_clients: int
    negative_amount: int

    @property
    def normalised_hhi(self) -> float | None:
        """(H - 1/n) / (1 - 1/n) with H = hhi / 10,000: 0 for equal clients whatever their number, None for one."""
        if self.hhi is None or self.clients < 2:
            return None
        return (self.hhi / 10_000 - 1 / self.clients) / (1 - 1 / self.clients)


@dataclass(frozen=True)
class Concentration:
    """`figures`, and `table` sorted by rank.

    Columns of `table`: rank (int64, from 1), client_id, reference, name, amount (int64 money units),
    share and cumulative_share (float64, NaN when the total is not above zero), abc_rank (20/20/60 % of
    the clients), abc_revenue (60/30/10 % of the amount) and abc_80_95 (80/15/5 %); the two readings by
    amount are "" when the total is not above zero.
    """

    figures: ConcentrationFigures
    table: pd.DataFrame


def concentration(amounts: pd.DataFrame) -> Concentration:
    """Concentration of `amounts`: client_id, reference, name, amount (int64), a row per client with a sale.

    Ranked by amount; ties by reference as a number when every reference is one, else by name.
    """
    reference = amounts["reference"].to_numpy(dtype=object)
    name = amounts["name"].to_numpy(dtype=object)
    ids = amounts["client_id"].to_numpy(np.int64)
    amount = amounts["amount"].to_numpy(np.int64)
    order = rank_order(amount, ids, reference, name)
    ranked = amount[order]
    n, total = len(ranked), int(ranked.sum())
    defined = total > 0
    table = pd.DataFrame(
        {
            "rank": np.arange(1, n + 1),
            "client_id": ids[order],
            "reference": reference[order],
            "name": name[order],
            "amount": ranked,
            "share": ranked / total if defined else np.full(n, np.nan),
            "cumulative_share": np.cumsum(ranked) / total if defined else np.full(n, np.nan),
            "abc_rank": abc_by_rank(n).astype(object),
            "abc_revenue": abc_by_share(ranked, 0.6, 0.9).astype(object),
            "abc_80_95": abc_by_share(ranked, 0.8, 0.95).astype(object),
        }
    )
    return Concentration(figures_of(ranked), table)


def figures_of(ranked: np.ndarray) -> ConcentrationFigures:
    """The figures of amounts (int64, money units), the largest first."""
    n, total = len(ranked), int(ranked.sum())
    running = np.cumsum(ranked)

    def top(k: int) -> float | None:
        return int(running[min(k, n) - 1]) / total if total > 0 else None

    def top_percent(percent: int) -> TopShare:
        k = share_count(n, percent)
        return TopShare(k, top(k))

    squares = float(np.sum((ranked / total) ** 2)) if total > 0 else None
    return ConcentrationFigures(
        clients=n,
        total=total,
        top1_share=top(1),
        top3_share=top(3),
        top5_share=top(5),
        top10_share=top(10),
        top10pct=top_percent(10),
        top20pct=top_percent(20),
        top50pct=top_percent(50),
        hhi=None if squares is None else 10_000 * squares,
        effective_clients=None if squares is None else 1 / squares,
        gini=gini(ranked),
        clients_for_80pct=int(np.argmax(running / total >= 0.8)) + 1 if total > 0 else None,
        negative_clients=int(np.count_nonzero(ranked < 0)),
        negative_amount=int(ranked[ranked < 0].sum()),
    )


def gini(amounts: np.ndarray) -> float | None:
    """Gini coefficient, population form; None when the sum is not above zero.

    Values below zero are taken as they are, so it may then exceed 1.
    """
    n, total = len(amounts), int(amounts.sum())
    if total <= 0:
        return None
    ascending = np.sort(amounts).astype(float)
    weighted = float(np.dot(np.arange(1, n + 1), ascending))
    return 2 * weighted / (n * total) - (n + 1) / n


def abc_summary(table: pd.DataFrame, reading: str = "abc_rank") -> pd.DataFrame:
    """Per class of one reading (`READINGS`), indexed A, B, C: clients, client_share, amount, share, average.

    `amount` and `average` (per client) are money units; shares are fractions of 1. NaN where undefined:
    average of a class without clients, share when the total is not above zero.
    """
    grouped = table.groupby(reading)["amount"].agg(["count", "sum"]).reindex(list(CLASSES), fill_value=0)
    clients, amount = grouped["count"].astype("int64"), grouped["sum"].astype("int64")
    n, total = len(table), int(table["amount"].sum())
    return pd.DataFrame(
        {
            "clients": clients,
            "client_share": clients / n if n else np.nan,
            "amount": amount,
            "share": amount / total if total > 0 else np.nan,
            "average": amount / clients.where(clients > 0),
        },
        index=pd.Index(CLASSES, name="class"),
    )
