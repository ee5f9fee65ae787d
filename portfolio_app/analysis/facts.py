"""A book's sales and touches as sorted arrays, prepared once so that any day can be asked in milliseconds.

`SaleFacts` and `TouchFacts` are made from every line of the book; `aggregate` then answers, for one day and
window, with the one-row-per-client tables of `BookFrames`. Sums are differences of running totals over lines
sorted by client and day: exact integers, whatever the number of clients or windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.frames import DATE, SALES_COLUMNS, TOUCH_COLUMNS, conform, days_of, empty_frame

Integers = NDArray[np.int64]
NEVER = np.int64(2**31 - 1)
"""A day number past any calendar day."""
_BEGINNING = np.int64(-(2**31))


@dataclass(frozen=True)
class _Groups:
    """Where each client's rows begin and end in arrays sorted by client."""

    starts: Integers
    ends: Integers

    @classmethod
    def of(cls, clients: Integers, owner: Integers) -> _Groups:
        return cls(np.searchsorted(owner, clients, "left"), np.searchsorted(owner, clients, "right"))

    def total(self, values: NDArray[np.int64] | NDArray[np.bool_]) -> Integers:
        running = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
        return running[self.ends] - running[self.starts]


@dataclass(frozen=True)
class SaleFacts:
    """Every sale line, by client and day. Money in money units, days as days since 1970-01-01.

    `margin` is 0 and `known` (the revenue of lines whose cost is known) is 0 where a line has no cost.
    `order` numbers the orders, client by client; `paid_day` lists each client's purchase days.
    """

    clients: Integers
    lines: _Groups
    day: Integers
    amount: Integers
    margin: Integers
    known: Integers
    order: Integers
    orders: _Groups
    paid_day: Integers
    paid: _Groups

    @classmethod
    def from_lines(cls, lines: pd.DataFrame) -> SaleFacts:
        """From one row per sale line, in the columns `LINE_COLUMNS` of `analysis.frames`, in any order."""
        day = days_of(lines["date"]).astype(np.int64)
        owner = lines["client_id"].to_numpy(np.int64)
        by = np.lexsort((day, owner))
        day, owner = day[by], owner[by]
        amount = lines["amount"].to_numpy(np.int64)[by]
        has_cost = lines["cost"].notna().to_numpy()[by]
        cost = lines["cost"].astype("Int64").fillna(0).to_numpy(np.int64)[by]
        clients, index = np.unique(owner, return_inverse=True)
        order, order_owner = _number_orders(index, day, lines["order_reference"].iloc[by])
        paid_day, paid_owner = _purchase_days(index, day, amount)
        everyone = np.arange(len(clients), dtype=np.int64)
        return cls(
            clients=clients,
            lines=_Groups.of(everyone, index),
            day=day,
            amount=amount,
            margin=np.where(has_cost, amount - cost, 0),
            known=np.where(has_cost, amount, 0),
            order=order,
            orders=_Groups.of(everyone, order_owner),
            paid_day=paid_day,
            paid=_Groups.of(everyone, paid_owner),
        )

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
          known; `margin_known_window` is the revenue of these lines in the window.
        """
        today, window, previous = _bounds(as_of, window_days)
        past = self.day <= today
        in_window = past & (self.day > window)
        in_previous = (self.day <= window) & (self.day > previous)
        present = self.lines.total(past) > 0
        if not present.any():
            return empty_frame(SALES_COLUMNS)
        out: dict[str, object] = {"client_id": self.clients}
        out |= self._first_and_last(today)
        counted = self.amount >= 0
        for name, mask in (("orders", past), ("orders_window", in_window), ("orders_previous", in_previous)):
            out[name] = self._orders_in(counted & mask)
        for name, values in (("revenue", self.amount), ("margin", self.margin)):
            out[name] = self.lines.total(np.where(past, values, 0))
            out[f"{name}_window"] = self.lines.total(np.where(in_window, values, 0))
            out[f"{name}_previous"] = self.lines.total(np.where(in_previous, values, 0))
        out["margin_known_window"] = self.lines.total(np.where(in_window, self.known, 0))
        table = pd.DataFrame(out)[present]
        return conform(table.reset_index(drop=True), SALES_COLUMNS)

    def _first_and_last(self, today: np.int64) -> dict[str, object]:
        count = self.paid.total(self.paid_day <= today)
        some = count > 0
        first, last = (np.full(len(count), np.datetime64("NaT", "D")) for _ in range(2))
        starts = self.paid.starts[some]
        first[some] = self.paid_day[starts].astype("datetime64[D]")
        last[some] = self.paid_day[starts + count[some] - 1].astype("datetime64[D]")
        return {"first_sale": first.astype(DATE), "last_sale": last.astype(DATE), "order_days": count}

    def _orders_in(self, mask: NDArray[np.bool_]) -> Integers:
        seen = np.zeros(int(self.orders.ends[-1]), dtype=bool)
        seen[self.order[mask]] = True
        return self.orders.total(seen)


@dataclass(frozen=True)
class TouchFacts:
    """Every touch, by client and day. A completed follow-up is a contact but no interaction: not `counted`.

    Complaints apart: `complaint_day`, and `resolved_day`, which is `NEVER` while open.
    """

    clients: Integers
    touches: _Groups
    day: Integers
    minutes: Integers
    counted: NDArray[np.bool_]
    complaints: _Groups
    complaint_day: Integers
    resolved_day: Integers

    @classmethod
    def from_rows(cls, rows: pd.DataFrame) -> TouchFacts:
        """From one row per touch, in any order: client_id, day (datetime64), minutes (0 when unknown),
        counted (bool), complaint (bool), resolved_on (datetime64, NaT when open or no complaint).
        """
        day = days_of(rows["day"]).astype(np.int64)
        owner = rows["client_id"].to_numpy(np.int64)
        by = np.lexsort((day, owner))
        day, owner = day[by], owner[by]
        complaint = rows["complaint"].to_numpy(bool)[by]
        resolved = days_of(rows["resolved_on"])[by]
        clients, index = np.unique(owner, return_inverse=True)
        everyone = np.arange(len(clients), dtype=np.int64)
        return cls(
            clients=clients,
            touches=_Groups.of(everyone, index),
            day=day,
            minutes=rows["minutes"].to_numpy(np.int64)[by],
            counted=rows["counted"].to_numpy(bool)[by],
            complaints=_Groups.of(everyone, index[complaint]),
            complaint_day=day[complaint],
            resolved_day=np.where(np.isnat(resolved), NEVER, resolved.astype(np.int64))[complaint],
        )

    def aggregate(self, as_of: date, window_days: int | None) -> pd.DataFrame:
        """The `touches` table of `BookFrames`."""
        today, window, _ = _bounds(as_of, window_days)
        past = self.day <= today
        in_window = past & (self.day > window)
        number = self.touches.total(past)
        present = number > 0
        if not present.any():
            return empty_frame(TOUCH_COLUMNS)
        received = self.complaint_day <= today
        is_open = received & (self.resolved_day > today)
        last = self.day[np.where(present, self.touches.starts + number - 1, 0)]
        out = {
            "client_id": self.clients,
            "touches": self.touches.total(past & self.counted),
            "touches_window": self.touches.total(in_window & self.counted),
            "last_touch": last.astype("datetime64[D]").astype(DATE),
            "minutes_window": self.touches.total(np.where(in_window, self.minutes, 0)),
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
        return today, _BEGINNING, _BEGINNING
    return today, today - window_days, today - 2 * window_days


def _number_orders(client: Integers, day: Integers, reference: pd.Series) -> tuple[Integers, Integers]:
    """Each line's order number, and each order's client index.

    An order is a client's lines with one reference or, without a reference, of one day.
    """
    codes, words = pd.factorize(reference)
    blank = np.asarray(words == "")[codes] if len(words) else np.zeros(0, dtype=bool)
    first_day = int(day.min()) if len(day) else 0
    code = np.where(blank, len(words) + day - first_day, codes)
    width = int(code.max()) + 1 if len(code) else 1
    keys, order = np.unique(client * width + code, return_inverse=True)
    return order, keys // width


def _purchase_days(client: Integers, day: Integers, amount: Integers) -> tuple[Integers, Integers]:
    """The days on which a client's lines sum to more than zero, and their clients' indexes."""
    if not len(day):
        return day, client
    begins = np.flatnonzero(np.r_[True, (np.diff(client) != 0) | (np.diff(day) != 0)])
    paid = begins[np.add.reduceat(amount, begins) > 0]
    return day[paid], client[paid]
