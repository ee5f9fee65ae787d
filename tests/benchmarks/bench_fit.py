"""The model of purchases: time of a fit against `lifetimes`, degenerate fits on 500 random books, 100,000 clients.

    pip install -e .[bench]; python -m tests.benchmarks.bench_fit [books]

Prints the milliseconds of processor time (best of several; nan: it failed) of the program's own fit and of
lifetimes' MBG/NBD and BG/NBD on the same made-up books in one run (lifetimes is left out where it is not
installed), how many of the random books of 5 to 300 clients end in a degenerate answer, and the seconds for the
values of 100,000 clients.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import math
import sys
import time
import warnings
from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pandas as pd

from portfolio_app.analysis import purchase_model, rhythm
from portfolio_app.analysis.customer_value import CustomerValues, ValueChoices, customer_values
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import LINE_COLUMNS, conform
from portfolio_app.analysis.purchase_days import PurchaseDays
from portfolio_app.analysis.purchase_model import Histories, fit
from tests.analysis.purchase_worlds import BEGIN, facts, orders

_EDGE = math.log(500)


def milliseconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Processor time, the best of a few rounds; NaN where it fails."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        try:
            # A fit of lifetimes that does not converge says so at length before it fails.
            with contextlib.redirect_stdout(io.StringIO()):
                work()
        except Exception:
            return math.nan
        times.append(time.process_time() - begun)
    return min(times) * 1000


def histories(of: SaleFacts, day: int) -> Histories:
    """What a fit on that day learns from, on the calendar."""
    days = PurchaseDays.until(of, day)
    return days.histories(days.clock(None, day), day)


def against_lifetimes() -> None:
    """One line per number of clients."""
    fitters = []
    if importlib.util.find_spec("lifetimes") is not None:
        warnings.simplefilter("ignore")
        from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter

        fitters = [ModifiedBetaGeoFitter, BetaGeoFitter]
    print("clients   own MAP, k 1..3   own k=1   " + "   ".join(f"lifetimes {f.__name__}" for f in fitters))
    last = int(np.datetime64(BEGIN + timedelta(days=900)).astype(int))
    for n in (30, 100, 300, 2_357, 23_570):
        seen = histories(facts(orders(n, n)), last)
        own = milliseconds(lambda seen=seen: fit(seen))
        one = milliseconds(
            lambda seen=seen: purchase_model._fit_k(*purchase_model.grouped(seen), 1, priors=True)
        )
        others = [
            milliseconds(lambda f=f, seen=seen: f().fit(seen.repeats, seen.last, seen.age), 3)
            for f in fitters
        ]
        print(f"{n:7}   {own:15.1f}   {one:7.1f}   " + "   ".join(f"{value:20.1f}" for value in others))


def is_degenerate(found: CustomerValues) -> str:
    """What is wrong with an answer; "" for nothing. A refusal is an answer, if it says no figures."""
    table = found.clients
    if np.isinf(table.select_dtypes("number").to_numpy(float)).any():
        return "infinite"
    if not found.level:
        return "figures in a refusal" if table["expected_orders"].notna().any() else ""
    model = found.model
    if model is None:
        return "no model"
    longest = found.history_days
    scaled = (model.r, model.alpha / longest, model.a, model.b)
    if not all(math.isfinite(v) and abs(math.log(v)) < _EDGE for v in scaled):
        return f"at the edge: {scaled}"
    columns = ["p_active", "p_order", "expected_orders", "value", "value_low", "value_high"]
    if not np.isfinite(table[columns].to_numpy(float)).all():
        return "missing figures"
    if not (table["p_order"].between(0, 1).all() and table["p_active"].between(0, 1).all()):
        return "chances outside 0 to 1"
    if not found.orders_total.low <= found.orders_total.expected <= found.orders_total.high:
        return "total outside its interval"
    return ""


def random_books(count: int) -> None:
    """Five to 300 clients, of any rate, regularity and loyalty."""
    rng = np.random.default_rng(500)
    wrong, levels, refused = [], np.zeros(4, dtype=int), dict[str, int]()
    for book in range(count):
        n = int(np.exp(rng.uniform(np.log(5), np.log(301))))
        days = int(rng.integers(60, 1500))
        rows = orders(
            n, 10_000 + book, days=days, k=int(rng.integers(1, 5)), rate=float(np.exp(rng.uniform(-6.5, -1.5))),
            leaves=float(rng.choice([0, 0.02, 0.1, 0.3, 0.7])), come=float(rng.choice([0.01, 0.3, 0.9])),
        )  # fmt: skip
        as_of = BEGIN + timedelta(days=days + int(rng.choice([0, 0, 20])))
        found = customer_values(facts(rows), pd.DataFrame(), as_of, ValueChoices())
        levels[found.level] += 1
        refused[found.why] = refused.get(found.why, 0) + 1
        if problem := is_degenerate(found):
            wrong.append((book, n, problem))
    print(
        f"{count} random books: {len(wrong)} degenerate; levels 0 to 3: {levels.tolist()}; refusals: {refused}"
    )
    for line in wrong:
        print(line)


def large(k: int, clients: int = 100_000) -> None:
    """Seconds for learning and for the values, tests on the past and intervals included."""
    rng = np.random.default_rng(k)
    count = rng.geometric(0.1, clients)
    owner, begins = np.repeat(np.arange(clients), count), np.cumsum(count) - count
    gaps = rng.gamma(k, 1, len(owner)) / (k * np.repeat(rng.gamma(2, 0.01, clients), count)) + 1
    gaps[begins] = 0
    passed = np.cumsum(gaps)
    day = (passed - np.repeat(passed[begins], count)).astype(int) + np.repeat(
        rng.integers(0, 1000, clients), count
    )
    keep = day <= 1300
    rows = pd.DataFrame(dict.fromkeys(LINE_COLUMNS), index=range(int(keep.sum())))
    rows["client_id"], rows["order_reference"] = owner[keep], ""
    rows["amount"] = rng.gamma(4, 25_000_000, int(keep.sum())).astype(np.int64)
    rows["date"] = np.datetime64(BEGIN) + day[keep]
    of, as_of = SaleFacts.from_lines(conform(rows, LINE_COLUMNS)), BEGIN + timedelta(days=1300)
    begun = time.process_time()
    pace = rhythm.pace(of, as_of)
    learnt = time.process_time()
    customer_values(of, pd.DataFrame(), as_of, ValueChoices(), pace=pace)
    done = time.process_time()
    found = pace.model.k if pace.model else 0
    print(f"100,000 clients, k={found}: learning {learnt - begun:.2f} s, values {done - learnt:.2f} s")


if __name__ == "__main__":
    against_lifetimes()
    random_books(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    large(1)
    large(3)
