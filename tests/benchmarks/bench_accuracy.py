"""How near the forecasts come, beside simple baselines, in books of 30, 100, 300 and more clients.

    python -m tests.benchmarks.bench_accuracy ORDERS.csv DAY HORIZON [draws]

ORDERS.csv: columns client, date, amount. Books are drawn from its clients known on DAY (a date); what was forecast
on DAY is compared with what came within HORIZON days after it. Without a file: made-up books. Prints, by number of
clients, the mean absolute error of orders per client, the mean error of the total, the Brier score of "at least
one order", and how often the 80 % intervals of the clients and of the total held what came.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from portfolio_app.analysis.customer_value import CustomerValues, ValueChoices, customer_values
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import LINE_COLUMNS, conform
from tests.analysis.purchase_worlds import BEGIN, orders

SIZES = (30, 100, 300, 2_357)
METHODS = ("same rate", "same number", "own rhythm", "model")


@dataclass(frozen=True)
class Case:
    """Orders (client, date, amount), the day of the forecast, and how many days it looks ahead."""

    rows: pd.DataFrame
    day: pd.Timestamp
    horizon: int


def sale_facts(rows: pd.DataFrame) -> SaleFacts:
    """Client, date, amount as analysis takes them."""
    made = pd.DataFrame(dict.fromkeys(LINE_COLUMNS), index=rows.index)
    made["client_id"], made["date"], made["order_reference"] = rows["client"], rows["date"], ""
    made["amount"] = (rows["amount"] * 1_000_000).round().astype(np.int64)
    return SaleFacts.from_lines(conform(made, LINE_COLUMNS))


def baselines(case: Case, ids: pd.Index) -> dict[str, np.ndarray]:
    """Orders expected of each client by rules without a model.

    same rate: as many a day as since the first; same number: as many as in the last period of that length; own
    rhythm: the same rate, but none after a silence of two own gaps.
    """
    past = case.rows[case.rows["date"] <= case.day]
    by = past.groupby("client")["date"]
    first, last, count = (part.reindex(ids) for part in (by.min(), by.max(), by.size()))
    x = count.to_numpy(float) - 1
    age, span = ((case.day - first).dt.days.to_numpy(float), (last - first).dt.days.to_numpy(float))
    rate = x / np.maximum(age, 1) * case.horizon
    gap = np.where(x > 0, span / np.maximum(x, 1), 0)
    again = past[past["date"] > past["client"].map(by.min())]
    recent = again[again["date"] > case.day - pd.Timedelta(days=case.horizon)]
    number = recent.groupby("client").size().reindex(ids).fillna(0).to_numpy(float)
    return {"same rate": rate, "same number": number, "own rhythm": np.where(age - span > 2 * gap, 0, rate)}


def judge(case: Case) -> tuple[dict[str, float], CustomerValues]:
    """The errors of each method on one book."""
    rows = case.rows[case.rows["amount"] > 0].drop_duplicates(["client", "date"])
    found = customer_values(
        sale_facts(case.rows), pd.DataFrame(), case.day.date(), ValueChoices(case.horizon, is_asked=True)
    )
    table = found.clients
    after = rows[(rows["date"] > case.day) & (rows["date"] <= case.day + pd.Timedelta(days=case.horizon))]
    came = after.groupby("client").size().reindex(table.index).fillna(0).to_numpy(float)
    out: dict[str, float] = {"level": found.level}
    if not found.level:
        return out, found
    forecasts = baselines(Case(rows, case.day, case.horizon), table.index)
    forecasts["model"] = table["expected_orders"].to_numpy()
    total = max(came.sum(), 1.0)
    for name, orders_ in forecasts.items():
        chance = table["p_order"].to_numpy() if name == "model" else 1 - np.exp(-orders_)
        out[f"MAE {name}"] = float(np.abs(orders_ - came).mean())
        out[f"total {name}"] = float(abs(orders_.sum() - came.sum()) / total)
        out[f"Brier {name}"] = float(((chance - (came > 0)) ** 2).mean())
    low, high = table["orders_low"].to_numpy(), table["orders_high"].to_numpy()
    out["held client"] = float(((came >= low) & (came <= high)).mean())
    out["held total"] = float(found.orders_total.low <= came.sum() <= found.orders_total.high)
    return out, found


def from_file(path: str, day: str, horizon: str, n: int, rng: np.random.Generator) -> Case:
    """A book of n of the clients of a file known on the day."""
    rows = pd.read_csv(path, parse_dates=["date"])
    known = rows.loc[(rows["date"] <= day) & (rows["amount"] > 0), "client"].unique()
    chosen = rng.choice(known, min(n, len(known)), replace=False)
    return Case(rows[rows["client"].isin(chosen)], pd.Timestamp(day), int(horizon))


def made_up(n: int, rng: np.random.Generator) -> Case:
    """A book of n clients of some regularity, rate and loyalty, looked at after one to three years."""
    days, horizon = int(rng.choice([400, 730, 1000])), int(rng.choice([91, 182, 365]))
    rows = pd.DataFrame(
        orders(
            n, int(rng.integers(1 << 30)), days=days + horizon, k=int(rng.integers(1, 4)),
            rate=float(rng.choice([0.01, 0.02, 0.05])), leaves=float(rng.choice([0.02, 0.08, 0.2])),
        ),
        columns=["client", "date", "reference", "amount", "cost"],
    )  # fmt: skip
    rows["date"] = pd.to_datetime(rows["date"])
    day: date = BEGIN + timedelta(days=days)
    known = rows.loc[rows["date"] <= pd.Timestamp(day), "client"].unique()
    return Case(rows[rows["client"].isin(known)], pd.Timestamp(day), horizon)


def main(arguments: list[str]) -> None:
    """Print the tables."""
    draws = int(arguments[3]) if len(arguments) > 3 else 20
    for n in SIZES:
        rng, rows = np.random.default_rng(n), []
        for _ in range(draws if n < 1000 else max(draws // 5, 1)):
            rows.append(judge(from_file(*arguments[:3], n, rng) if arguments else made_up(n, rng))[0])
        mean = pd.DataFrame(rows).mean()
        said = (pd.DataFrame(rows)["level"] > 0).sum()
        print(f"\n{n} clients, {said} of {len(rows)} books forecast; 80 % held: clients {mean['held client']:.2f}, "
              f"totals {mean['held total']:.2f}")  # fmt: skip
        for name in METHODS:
            figures = (mean[f"{kind} {name}"] for kind in ("MAE", "total", "Brier"))
            print(
                f"  {name:12} MAE {next(figures):.3f}   total {next(figures):.3f}   Brier {next(figures):.3f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
