"""What each client bought of each product in a period: the table that cross-selling and product shares read."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.frames import DATE, INTEGER, NUMBER, TEXT, conform, days_of, empty_frame

PRODUCT_COLUMNS: dict[str, str] = {"product_id": INTEGER, "product": TEXT, "category": TEXT}
CLIENT_PRODUCT_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "product_id": INTEGER,
    "product": TEXT,
    "category": TEXT,
    "amount": INTEGER,
    "margin": NUMBER,
    "known": INTEGER,
    "orders": INTEGER,
    "first": DATE,
    "last": DATE,
}


def client_products(
    lines: pd.DataFrame, products: pd.DataFrame, as_of: date, window_days: int | None
) -> pd.DataFrame:
    """One row per client and product with a line in (as_of - window_days, as_of], by client and product.

    `lines` has the columns `LINE_COLUMNS` of `analysis.frames`, `products` those of `PRODUCT_COLUMNS`. Lines that
    name no product stand together as product 0, without a name. Columns: client_id, product_id, product, category,
    amount (money units, returns included), margin (money units over the lines whose cost is known, NaN when none
    is), known (the revenue of these lines), orders (with a line that is not negative), first and last (the days of
    those lines; NaT without one).
    """
    day = days_of(lines["date"])
    today = np.datetime64(as_of, "D")
    is_in = day <= today
    if window_days is not None:
        is_in &= (today - day).astype(np.int64) < window_days
    rows = np.flatnonzero(is_in)
    if not len(rows):
        return empty_frame(CLIENT_PRODUCT_COLUMNS)
    chosen = lines.iloc[rows]
    product = chosen["product_id"].astype("Int64").fillna(0).to_numpy(np.int64)
    client = chosen["client_id"].to_numpy(np.int64)
    day_number = day[rows].astype(np.int64)
    by = np.argsort(client * (product.max() + 1) + product, kind="stable")
    client, product, day_number = client[by], product[by], day_number[by]
    begins = np.flatnonzero(np.r_[True, (np.diff(client) != 0) | (np.diff(product) != 0)])
    amount = chosen["amount"].to_numpy(np.int64)[by]
    sold = amount >= 0
    # The day counts from 1970, so that no real one is as far as these.
    far = np.int64(2**31)
    first = np.minimum.reduceat(np.where(sold, day_number, far), begins)
    last = np.maximum.reduceat(np.where(sold, day_number, -far), begins)
    table = pd.DataFrame(
        {
            "client_id": client[begins],
            "product_id": product[begins],
            "amount": np.add.reduceat(amount, begins),
            **_margins(chosen, amount, by, begins),
            "orders": _orders(chosen, by, client, day_number, sold, begins),
            "first": np.where(first < far, first, 0).astype("datetime64[D]").astype("datetime64[s]"),
            "last": np.where(first < far, last, 0).astype("datetime64[D]").astype("datetime64[s]"),
        }
    )
    table.loc[first == far, ["first", "last"]] = pd.NaT
    named = products.drop_duplicates("product_id").set_index("product_id")[["product", "category"]]
    found = named.reindex(table["product_id"]).fillna("")
    table["product"], table["category"] = found["product"].to_numpy(), found["category"].to_numpy()
    return conform(table, CLIENT_PRODUCT_COLUMNS)


def _margins(
    chosen: pd.DataFrame, amount: np.ndarray, by: np.ndarray, begins: np.ndarray
) -> dict[str, np.ndarray]:
    cost = chosen["cost"].astype("Int64")
    is_known = cost.notna().to_numpy()[by]
    costs = cost.fillna(0).to_numpy(np.int64)[by]
    margin = np.add.reduceat(np.where(is_known, amount - costs, 0), begins).astype(np.float64)
    margin[np.add.reduceat(is_known.astype(np.int64), begins) == 0] = np.nan
    return {"margin": margin, "known": np.add.reduceat(np.where(is_known, amount, 0), begins)}


def _orders(
    chosen: pd.DataFrame,
    by: np.ndarray,
    client: np.ndarray,
    day: np.ndarray,
    sold: np.ndarray,
    begins: np.ndarray,
) -> np.ndarray:
    """Distinct orders of each group; a reference is one order of a client, without one a day is."""
    codes, words = pd.factorize(chosen["order_reference"])
    codes = codes[by]
    blank = (words == "")[codes]
    order = np.where(blank, len(words) + day - day.min(), codes)
    group = np.repeat(np.arange(len(begins)), np.diff(np.r_[begins, len(client)]))
    pairs = np.sort(group[sold] * (int(order.max()) + 1) + order[sold])
    distinct = pairs[np.flatnonzero(np.diff(pairs, prepend=-1))] // (int(order.max()) + 1)
    return np.bincount(distinct, minlength=len(begins))
