"""A book's sales and touches as sorted arrays, prepared once so that any day can be asked in milliseconds.

`SaleFacts` and `TouchFacts` are made from every line of the book; `aggregate` then answers, for one day and
window, with the one-row-per-client tables of `BookFrames`. Sums are differences of running totals over lines
sorted by client and day: exact integers, whatever the number of clients or windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.by_client import (
    BEGINNING,
    NEVER,
    Distinct,
    Groups,
    Integers,
    by_client_and_day,
    number_clients,
    running_total,
)
from portfolio_app.analysis.frames import (
    BREADTH_COLUMNS,
    DATE,
    PAYMENT_COLUMNS,
    SALES_COLUMNS,
    TOUCH_COLUMNS,
    TREND_COLUMNS,
    conform,
    days_of,
    empty_frame,
)

_PARTS = 12


@dataclass(frozen=True)
class _Payable:
    """The lines with a due date, by client. `paid` is `NEVER` while they are not paid."""

    client: Integers
    lines: Groups
    day: Integers
    amount: Integers
    due: Integers
    paid: Integers

    @classmethod
    def of(
        cls, client: Integers, clients: Integers, day: Integers, amount: Integers, lines: pd.DataFrame
    ) -> _Payable:
        due, paid = days_of(lines["due_on"]), days_of(lines["paid_on"])
        known = ~np.isnat(due)
        return cls(
            client=client[known],
            lines=Groups.of(clients, client[known]),
            day=day[known],
            amount=amount[known],
            due=due[known].astype(np.int64),
            paid=np.where(np.isnat(paid), NEVER, paid.astype(np.int64))[known],
        )

    def delay(self, after: np.int64, until: np.int64, length: int) -> NDArray[np.float64]:
        """By client, the mean of paid - due weighted by amount of the lines above zero paid in the period."""
        rows = np.flatnonzero(
            (self.paid > after) & (self.paid <= until) & (self.day <= until) & (self.amount > 0)
        )
        weight = self.amount[rows].astype(np.float64)
        paid = np.bincount(self.client[rows], weight, minlength=length)
        delayed = np.bincount(
            self.client[rows], weight * (self.paid[rows] - self.due[rows]), minlength=length
        )
        mean = np.full(length, np.nan)
        np.divide(delayed, paid, out=mean, where=paid > 0)
        return mean


@dataclass(frozen=True)
class SaleFacts:
    """Every sale line, by client and day. Money in money units, days as days since 1970-01-01.

    `sums` are running totals over the lines: revenue, returned (the negative amounts) and, of the lines whose
    cost is known, margin and known (their revenue); unknown counts the others. `ordered` are the orders and
    `bought` the products on the lines that are not negative, `paid_day` each client's purchase days, `payable`
    the lines with a due date.
    """

    clients: Integers
    lines: Groups
    day: Integers
    amount: Integers
    sums: dict[str, Integers]
    ordered: Distinct
    bought: Distinct
    paid_day: Integers
    paid: Groups
    payable: _Payable

    @classmethod
    def from_lines(cls, lines: pd.DataFrame) -> SaleFacts:
        """From one row per sale line, in the columns `LINE_COLUMNS` of `analysis.frames`, in any order."""
        day = days_of(lines["date"]).astype(np.int64)
        owner = lines["client_id"].to_numpy(np.int64)
        by = by_client_and_day(owner, day)
        day, owner = day[by], owner[by]
        amount = lines["amount"].to_numpy(np.int64)[by]
        has_cost = lines["cost"].notna().to_numpy()[by]
        cost = lines["cost"].astype("Int64").fillna(0).to_numpy(np.int64)[by]
        clients, index = number_clients(owner)
        everyone = np.arange(len(clients), dtype=np.int64)
        order = _number_orders(index, day, lines["order_reference"].iloc[by])
        paid_day, paid_owner = _purchase_days(index, day, amount)
        sold = amount >= 0
        product = lines["product_id"].astype("Int64").fillna(-1).to_numpy(np.int64)[by]
        named = sold & (product >= 0)
        sums = {
            "revenue": amount,
            "returned": np.minimum(amount, 0),
            "margin": np.where(has_cost, amount - cost, 0),
            "known": np.where(has_cost, amount, 0),
            "unknown": ~has_cost,
        }
        return cls(
            clients=clients,
            lines=Groups.of(everyone, index),
            day=day,
            amount=amount,
            sums={name: running_total(values) for name, values in sums.items()},
            ordered=Distinct.of(everyone, index[sold], day[sold], order[sold]),
            bought=Distinct.of(everyone, index[named], day[named], _numbered(index, product)[named]),
            paid_day=paid_day,
            paid=Groups.of(everyone, paid_owner),
            payable=_Payable.of(index, everyone, day, amount, lines[["due_on", "paid_on"]].iloc[by]),
        )

    def first_day(self) -> date | None:
        """The day of the first sale line, None without one."""
        return date(1970, 1, 1) + timedelta(days=int(self.day.min())) if len(self.day) else None

    def aggregate(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """The `sales` table of `BookFrames`. Lines after `as_of` are ignored.

        - The window is (as_of - window_days, as_of], the previous window the same length before it;
          `window_days=None` makes the window all of the past and the previous window empty.
        - An order is the lines of one client with one order reference or, without a reference, one client
          and day. It counts in a period when one of its lines there is not negative: a credit note or a
          return alone is not an order.
        - A purchase day is a day on which a client's lines sum to more than zero. `order_days` counts them,
          `first_sale` and `last_sale` are the first and the last (NaT when there is none).
        - revenue sums all amounts, returns included. margin sums amount - cost over the lines whose cost is
          known; `margin_known` is the revenue of these lines, `margin_known_window` that in the window;
          `cost_unknown_window` counts the other lines in the window.
        """
        today, window, previous = _bounds(as_of, window_days)
        ends = {day: self.lines.until(self.day, day) for day in (today, window, previous)}
        present = ends[today] > self.lines.starts
        if not present.any():
            return empty_frame(SALES_COLUMNS)
        out: dict[str, object] = {"client_id": self.clients}
        out |= self._first_and_last(today)
        for suffix, after, until in (
            ("", BEGINNING, today),
            ("_window", window, today),
            ("_previous", previous, window),
        ):
            begin, end = ends.get(after, self.lines.starts), ends[until]
            out[f"orders{suffix}"] = self.ordered.count(after, until)
            for name, of in (("revenue", "revenue"), ("margin", "margin"), ("margin_known", "known")):
                out[f"{name}{suffix}"] = self.sums[of][end] - self.sums[of][begin]
            out[f"cost_unknown{suffix}"] = self.sums["unknown"][end] - self.sums["unknown"][begin]
        table = pd.DataFrame({name: np.asarray(out[name])[present] for name in SALES_COLUMNS})
        return conform(table, SALES_COLUMNS)

    def _first_and_last(self, today: np.int64) -> dict[str, object]:
        count = self.paid.total(self.paid_day <= today)
        some = count > 0
        first, last = (np.full(len(count), np.datetime64("NaT", "D")) for _ in range(2))
        starts = self.paid.starts[some]
        first[some] = self.paid_day[starts].astype("datetime64[D]")
        last[some] = self.paid_day[starts + count[some] - 1].astype("datetime64[D]")
        return {"first_sale": first.astype(DATE), "last_sale": last.astype(DATE), "order_days": count}

    def breadth(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """The distinct products on each client's lines that are not negative: products, products_window."""
        today, window, _ = _bounds(as_of, window_days)
        products = self.bought.count(BEGINNING, today)
        recent = products if window_days is None else self.bought.count(window, today)
        out = {"client_id": self.clients, "products": products, "products_window": recent}
        return conform(pd.DataFrame(out), BREADTH_COLUMNS)

    def trend(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """What the window's lines say beyond their sum: trend, returns_rate.

        The window is cut in twelve equal parts; `trend` is the slope of the least-squares line through their
        revenue as a fraction of their mean. NaN unless the revenue is above zero, and without a window of at
        least twelve days. `returns_rate` is the negative amounts over the positive ones, without their sign.
        """
        today, window, _ = _bounds(as_of, window_days)
        begin, end = (self.lines.until(self.day, day) for day in (window, today))
        revenue, returned = (
            self.sums[name][end] - self.sums[name][begin] for name in ("revenue", "returned")
        )
        slope = np.full(len(self.clients), np.nan)
        if window_days is not None and window_days >= _PARTS:
            rows = np.flatnonzero((self.day > window) & (self.day <= today))
            owner = np.repeat(np.arange(len(self.clients)), end - begin)
            part = (self.day[rows] - window - 1) * _PARTS // window_days
            # Twice the distance from the middle part keeps it whole; the squares of these sum to 572.
            weighted = self.amount[rows] * (2 * part - (_PARTS - 1)) * (2 * _PARTS / 572)
            leaning = np.bincount(owner, weighted, minlength=len(self.clients))
            np.divide(leaning, revenue, out=slope, where=revenue > 0)
        sold = revenue - returned
        rate = np.full(len(self.clients), np.nan)
        np.divide(-returned, sold, out=rate, where=sold > 0)
        return conform(
            pd.DataFrame({"client_id": self.clients, "trend": slope, "returns_rate": rate}), TREND_COLUMNS
        )

    def payments(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """What clients with a due date on a line dated by `as_of` owe, and how late they pay.

        unpaid: not paid by `as_of`; overdue_amount: of that, due before `as_of`; overdue_days: since when, by
        the oldest such line above zero, NaN unless the amount is; payment_delay_days: the mean of paid_on -
        due_on weighted by amount, over the lines above zero paid in the window, NaN without one.
        """
        today, window, _ = _bounds(as_of, window_days)
        rows, length = self.payable, len(self.clients)
        known = rows.lines.until(rows.day, today) > rows.lines.starts
        owed = np.flatnonzero((rows.paid > today) & (rows.day <= today))
        late = owed[rows.due[owed] < today]
        unpaid, overdue = np.zeros((2, length), dtype=np.int64)
        np.add.at(unpaid, rows.client[owed], rows.amount[owed])
        np.add.at(overdue, rows.client[late], rows.amount[late])
        oldest = late[rows.amount[late] > 0]
        days = np.full(length, np.nan)
        np.fmax.at(days, rows.client[oldest], (today - rows.due[oldest]).astype(np.float64))
        days[overdue <= 0] = np.nan
        out = {
            "client_id": self.clients,
            "unpaid": unpaid,
            "overdue_amount": overdue,
            "overdue_days": days,
            "payment_delay_days": rows.delay(window, today, length),
        }
        return conform(pd.DataFrame({name: column[known] for name, column in out.items()}), PAYMENT_COLUMNS)


@dataclass(frozen=True)
class TouchFacts:
    """Every touch, by client and day. A completed follow-up is a contact but no interaction: not `counted`.

    `sums` are running totals over the touches: counted, minutes, visit. Complaints apart: `complaint_day`, and
    `resolved_day`, which is `NEVER` while open.
    """

    clients: Integers
    touches: Groups
    day: Integers
    sums: dict[str, Integers]
    complaints: Groups
    complaint_day: Integers
    resolved_day: Integers

    @classmethod
    def from_rows(cls, rows: pd.DataFrame) -> TouchFacts:
        """From one row per touch, in any order: client_id, day (datetime64), minutes (0 when unknown),
        counted (bool), visit (bool), complaint (bool), resolved_on (datetime64, NaT when open or no complaint).
        """
        day = days_of(rows["day"]).astype(np.int64)
        owner = rows["client_id"].to_numpy(np.int64)
        by = by_client_and_day(owner, day)
        day, owner = day[by], owner[by]
        complaint = rows["complaint"].to_numpy(bool)[by]
        resolved = days_of(rows["resolved_on"])[by]
        clients, index = number_clients(owner)
        everyone = np.arange(len(clients), dtype=np.int64)
        return cls(
            clients=clients,
            touches=Groups.of(everyone, index),
            day=day,
            sums={
                name: running_total(rows[name].to_numpy(np.int64)[by])
                for name in ("counted", "minutes", "visit")
            },
            complaints=Groups.of(everyone, index[complaint]),
            complaint_day=day[complaint],
            resolved_day=np.where(np.isnat(resolved), NEVER, resolved.astype(np.int64))[complaint],
        )

    def aggregate(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """The `touches` table of `BookFrames`."""
        today, window, _ = _bounds(as_of, window_days)
        begin, end = (self.touches.until(self.day, day) for day in (window, today))
        present = end > self.touches.starts
        if not present.any():
            return empty_frame(TOUCH_COLUMNS)

        def total(name: str, begin: Integers = self.touches.starts) -> Integers:
            return self.sums[name][end] - self.sums[name][begin]

        received = self.complaint_day <= today
        is_open = received & (self.resolved_day > today)
        last = self.day[np.where(present, end - 1, 0)]
        out = {
            "client_id": self.clients,
            "touches": total("counted"),
            "touches_window": total("counted", begin),
            "last_touch": last.astype("datetime64[D]").astype(DATE),
            "minutes": total("minutes"),
            "minutes_window": total("minutes", begin),
            "visits_window": total("visit", begin),
            "complaints": self.complaints.total(received),
            "complaints_open": self.complaints.total(is_open),
            "oldest_open_complaint": self._oldest(is_open),
        }
        return conform(pd.DataFrame(out)[present].reset_index(drop=True), TOUCH_COLUMNS)

    def _oldest(self, is_open: NDArray[np.bool_]) -> NDArray[np.datetime64]:
        """Each client's first open complaint; rows are by day, so it is the first one that is open."""
        found = np.full(len(self.clients), np.datetime64("NaT", "D"))
        places = np.flatnonzero(is_open)
        if len(places):
            client = np.searchsorted(self.complaints.ends, places, "right")
            owners, first = np.unique(client, return_index=True)
            found[owners] = self.complaint_day[places[first]].astype("datetime64[D]")
        return found.astype(DATE)


def _bounds(as_of: date, window_days: int | None) -> tuple[np.int64, np.int64, np.int64]:
    """The day itself, and the days after which the window and the one before it begin."""
    today = np.datetime64(as_of, "D").astype(np.int64)
    if window_days is None:
        return today, BEGINNING, BEGINNING
    return today, today - window_days, today - 2 * window_days


def _number_orders(client: Integers, day: Integers, reference: pd.Series) -> Integers:
    """Each line's order number. An order is a client's lines with one reference or, without one, of one day."""
    codes, words = pd.factorize(reference.to_numpy(dtype=object))
    blank = np.asarray(words == "")[codes] if len(words) else np.zeros(0, dtype=bool)
    first_day = int(day.min()) if len(day) else 0
    return _numbered(client, np.where(blank, len(words) + day - first_day, codes))


def _numbered(client: Integers, code: Integers) -> Integers:
    """One number for each pair of a client and a code."""
    lowest = int(code.min()) if len(code) else 0
    width = int(code.max()) - lowest + 1 if len(code) else 1
    return client * width + (code - lowest)


def _purchase_days(client: Integers, day: Integers, amount: Integers) -> tuple[Integers, Integers]:
    """The days on which a client's lines sum to more than zero, and their clients' indexes."""
    if not len(day):
        return day, client
    begins = np.flatnonzero(np.r_[True, (np.diff(client) != 0) | (np.diff(day) != 0)])
    paid = begins[np.add.reduceat(amount, begins) > 0]
    return day[paid], client[paid]
