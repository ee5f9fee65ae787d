"""What could be sold to whom: everything found in a book on a day, with what it would bring and why.

Kinds, each the user's own words for it being the interface's business:

- cross_sell: an item that comparable clients take and this one does not (`analysis.cross_sell`)
- upsell, frequency: smaller or rarer orders than those of comparable clients (`analysis.selling_more`)
- win_back: a silent former buyer (`analysis.win_back`)
- look_alike: a prospect like the best clients (`analysis.look_alikes`)

What was refused or taken up in the last six months is left out, and so are items that an offer to the client
names which is open or was lost in that time, clients who do not pay, and former ones but for winning them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis import association, cross_sell, look_alikes, selling_more, under_served, win_back
from portfolio_app.analysis.assortment import Assortment, Unit, assortment, is_categorised, proposed_unit
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import days_of
from portfolio_app.analysis.peers import Group, codes_of, peer_groups

KINDS = ("cross_sell", "upsell", "frequency", "win_back", "look_alike")
REMEMBERED_DAYS = 183
"""Six months: so long an answer, or a lost deal, keeps an opportunity away."""
UNPAID_DAYS = 60
"""Overdue for longer than this, a client is not sold more to."""
ROW_COLUMNS = {
    "client_id": "int64", "kind": "str", "about": "str", "item": "int64", "given": "int64", "amount": "float64",
    "margin": "float64", "value": "float64", "chance": "float64", "found": "int64", "of": "int64",
    "typical": "float64", "own": "float64", "basis": "str", "group": "int64", "segment": "str",
    "complaint": "bool",
}  # fmt: skip
_WORDS = re.compile(r"\w+")
_LONGEST_NAME = 8


@dataclass(frozen=True)
class Records:
    """What else is read: one row per answer (client_id, kind, about, answer, on) and per deal (client_id, title,
    status, opened_on, closed_on), the products (product_id, product, category), and by client_id the longest days
    between two contacts that were set for that client alone."""

    answers: pd.DataFrame
    deals: pd.DataFrame
    products: pd.DataFrame
    own_longest: pd.Series


@dataclass(frozen=True)
class Dropped:
    """How many proposals were left out: refused, taken up, offered already or in vain, or to who does not pay."""

    refused: int = 0
    taken: int = 0
    offered: int = 0
    unpaid: int = 0


@dataclass(frozen=True)
class Opportunities:
    """Everything found.

    `rows`, the best first: client_id, kind, about ("product:12", "category:Wine" or ""), item and given (places in
    `goods`, -1: none), amount and margin expected in a year (money units; NaN where not known), value (what they
    are ordered by: margin, or amount where the book knows no margin), chance, found of the clients `of`, typical
    and own (see the kind; of cross_sell, how many days ago it was last bought, NaN for never), basis, group (place
    in `alike` of the kind), segment, complaint (one is open).
    `rules`: `association.RULE_COLUMNS`, places in `goods`. `served`: `under_served.SERVED_COLUMNS`.
    `alike`: by kind, the ids of the clients of each group compared with. `why`: "" or why there is no cross-selling:
    "no_products", "few_clients". `margin_rate`: the book's, NaN where unknown or not above zero.
    """

    as_of: date
    unit: Unit
    why: str
    rows: pd.DataFrame
    rules: pd.DataFrame
    served: pd.DataFrame
    goods: Assortment = field(repr=False)
    alike: Mapping[str, list[NDArray[np.int64]]] = field(repr=False)
    traits: list[tuple[tuple[str, str], ...]] = field(repr=False)
    dropped: Dropped = Dropped()
    conversion: tuple[int, int, str] = (0, 0, "")
    margin_rate: float = float("nan")

    def behind(self, place: int) -> NDArray[np.int64]:
        """The ids of the clients who show that a row is no fancy: those it counts as `found`."""
        row = self.rows.iloc[place]
        groups = self.alike.get(str(row["kind"]), [])
        if not 0 <= row["group"] < len(groups):
            return np.zeros(0, dtype=np.int64)
        ids = groups[int(row["group"])]
        if row["kind"] == "cross_sell":
            wanted = [int(row["item"])] + ([int(row["given"])] if row["given"] >= 0 else [])
            for item in wanted:
                ids = ids[np.isin(ids, self.goods.clients[self.goods.owner[self.goods.item == item]])]
        return ids


def opportunities(
    table: pd.DataFrame,
    bought: pd.DataFrame,
    lines: pd.DataFrame,
    facts: SaleFacts,
    records: Records,
    cadences: Mapping[str, tuple[int, int]],
    as_of: date,
    unit: Unit | None = None,
) -> Opportunities:
    """Everything found on a day. `table`: the per-client table of 12 months with `segment`; `bought`: the
    `client_products` of the same 12 months; `lines`: all sale lines; `cadences`: segment -> (ideal, longest days),
    in display order.
    """
    chosen = unit or proposed_unit(bought)
    goods = assortment(bought, chosen)
    rate = _margin_rate(table)
    silent = win_back.silent(table)
    open_to_more = ~silent & (table["status"] != "former") & (table["revenue_window"] > 0)
    buyers = table[open_to_more & (table["orders_window"] > 0)]
    found: dict[str, pd.DataFrame] = {}
    alike: dict[str, list[NDArray[np.int64]]] = {}
    rules = association.rules(_pairs(goods), len(goods.clients))
    found["cross_sell"], alike["cross_sell"] = _cross(table, goods, rules, rate, buyers.index)
    tastes = assortment(bought, "category") if chosen == "product" and is_categorised(bought) else goods
    for kind, (rows, reached) in (
        ("upsell", selling_more.larger_orders(buyers, tastes)),
        ("frequency", selling_more.more_often(buyers)),
    ):
        found[kind], alike[kind] = rows, reached
    found["win_back"] = win_back.win_backs(table, facts, as_of)
    closed = records.deals[records.deals["closed_on"] <= pd.Timestamp(as_of)]
    won, lost = (int((closed["status"] == status).sum()) for status in ("won", "lost"))
    converted = look_alikes.conversion(table, pd.Timestamp(as_of), won, lost)
    odds = converted[0] / converted[1] if converted[1] else float("nan")
    found["look_alike"], alikes = look_alikes.look_alikes(table, odds)
    alike["look_alike"] = [ids for ids, _ in alikes]
    cross = found["cross_sell"]
    if len(cross):
        cross["own"] = _days_since(cross, lines, goods, records.products, as_of)
    rows, dropped = _without_answered(_rows(found, goods, table, rate), table, goods, records, as_of)
    ordered = rows.sort_values(["value", "amount", "typical", "client_id"],
                               ascending=[False, False, False, True], ignore_index=True)  # fmt: skip
    potential = ordered.groupby("client_id")["amount"].sum()
    return Opportunities(
        as_of=as_of,
        unit=chosen,
        why=_why(bought, goods),
        rows=ordered,
        rules=rules,
        served=under_served.served(table, potential, cadences, records.own_longest),
        goods=goods,
        alike=alike,
        traits=[traits for _, traits in alikes],
        dropped=dropped,
        conversion=converted,
        margin_rate=rate,
    )


def _margin_rate(table: pd.DataFrame) -> float:
    known = float(table["margin_known_window"].sum())
    rate = float(table["margin_window"].sum()) / known if known > 0 else 0.0
    return rate if rate > 0 else float("nan")


def _why(bought: pd.DataFrame, goods: Assortment) -> str:
    if not (bought["product_id"] > 0).any() or len(goods.keys) < 2:
        return "no_products"
    return "few_clients" if len(goods.clients) < association.MIN_BASE else ""


def _pairs(goods: Assortment) -> NDArray[np.int64]:
    return association.pair_counts(goods.owner, goods.item, len(goods.clients), len(goods.keys))


def _cross(
    table: pd.DataFrame, goods: Assortment, rules: pd.DataFrame, rate: float, proposed_to: pd.Index
) -> tuple[pd.DataFrame, list[NDArray[np.int64]]]:
    """The gaps of those who may be sold more to; peers are all who took something in the window."""
    if not len(goods.clients) or len(goods.keys) < 2:
        return pd.DataFrame(columns=["client_id"]), []
    takers = table.reindex(goods.clients)
    segment, size = takers["segment"].fillna(""), takers["abc_revenue"].fillna("")
    everyone = np.ones(len(goods.clients), dtype=bool)
    groups = peer_groups(
        [("segment_size", codes_of(segment, size)), ("segment", codes_of(segment)), ("size", codes_of(size))],
        everyone,
    )
    compared = [group.compared for group in groups]
    alone = np.setdiff1d(np.arange(len(goods.clients)), np.concatenate(compared) if compared else [])
    if len(alone):
        groups.append(Group(cross_sell.BOOK, np.arange(len(goods.clients)), alone.astype(np.int64)))
    rates = goods.margin_rates(rate) if rate == rate else np.full(len(goods.keys), np.nan)
    rows = cross_sell.gaps(goods, groups, rules, rates)
    rows.insert(0, "client_id", goods.clients[rows["client"].to_numpy(np.int64)])
    rows["basis"] = [groups[place].basis for place in rows["group"]]
    rows = rows[rows["client_id"].isin(proposed_to)]
    return rows.drop(columns="client"), [goods.clients[group.members] for group in groups]


def _days_since(
    cross: pd.DataFrame, lines: pd.DataFrame, goods: Assortment, products: pd.DataFrame, as_of: date
) -> NDArray[np.float64]:
    """For each gap, how many days ago the client last bought the item, before the window; NaN for never."""
    places = {key: place for place, key in enumerate(goods.keys)}
    column = products["product_id"] if goods.unit == "product" else products["category"]
    length = int(products["product_id"].max()) + 1
    item_of = np.full(length, -1, dtype=np.int64)
    item_of[products["product_id"]] = (goods.unit + ":" + column.astype(str)).map(places).fillna(-1)
    product = lines["product_id"].fillna(0).to_numpy(np.int64)
    item = item_of[np.where(product < length, product, 0)]
    day = days_of(lines["date"])
    counted = (item >= 0) & (day <= np.datetime64(as_of)) & (lines["amount"] > 0).to_numpy()
    wide = len(goods.keys)
    of_line = lines["client_id"].to_numpy(np.int64)[counted] * wide + item[counted]
    wanted = cross["client_id"].to_numpy(np.int64) * wide + cross["item"].to_numpy(np.int64)
    order = np.argsort(wanted)
    place = np.minimum(np.searchsorted(wanted[order], of_line), len(wanted) - 1)
    hit = wanted[order][place] == of_line
    last = np.full(len(wanted), -1, dtype=np.int64)
    np.maximum.at(last, order[place[hit]], day[counted][hit].astype(np.int64))
    today = np.datetime64(as_of, "D").astype(np.int64)
    return np.where(last >= 0, today - last, np.nan)


def _rows(
    found: Mapping[str, pd.DataFrame], goods: Assortment, table: pd.DataFrame, rate: float
) -> pd.DataFrame:
    """All kinds in the same columns; what margin a client leaves is its own, else the book's."""
    parts = [rows.assign(kind=kind) for kind, rows in found.items() if len(rows)]
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in ROW_COLUMNS.items()})
    rows = pd.concat(parts, ignore_index=True)
    for name in ("item", "given", "group"):
        rows[name] = rows[name].fillna(-1).astype("int64") if name in rows else -1
    for name in ("own", "margin"):
        rows[name] = rows.get(name, np.nan)
    names = np.array([*goods.keys, ""], dtype=object)
    rows["about"] = names[rows["item"].to_numpy()]
    of_client = table.reindex(rows["client_id"])
    own_rate = of_client["margin_rate"].fillna(rate).to_numpy(np.float64) if rate == rate else np.nan
    is_cross = (rows["kind"] == "cross_sell").to_numpy()
    rows["margin"] = np.where(is_cross, rows["margin"], rows["amount"] * own_rate)
    rows["value"] = rows["margin"] if rate == rate else rows["amount"]
    rows["segment"] = of_client["segment"].fillna("").to_numpy()
    rows["complaint"] = (of_client["complaints_open"] > 0).to_numpy()
    # What would cost more than it brings is no opportunity; what cannot be told yet may be one.
    return rows[~(rows["value"] <= 0)][list(ROW_COLUMNS)].astype(ROW_COLUMNS)


def _without_answered(
    rows: pd.DataFrame, table: pd.DataFrame, goods: Assortment, records: Records, as_of: date
) -> tuple[pd.DataFrame, Dropped]:
    today = pd.Timestamp(as_of)
    since = today - pd.Timedelta(days=REMEMBERED_DAYS)
    answers = records.answers[(records.answers["on"] > since) & (records.answers["on"] <= today)]
    latest = answers.drop_duplicates(["client_id", "kind", "about"], keep="last")
    said = rows.merge(latest[["client_id", "kind", "about", "answer"]], how="left",
                      on=["client_id", "kind", "about"])["answer"].fillna("").to_numpy()  # fmt: skip
    deals = records.deals[records.deals["opened_on"] <= today]
    closed = deals["closed_on"]
    lost = (deals["status"] == "lost") & (closed > since) & (closed <= today)
    is_open = (deals["status"] == "open") | (closed > today)
    offers = pd.DataFrame(
        _named(deals[lost | is_open], goods, records.products), columns=["client_id", "about"]
    )
    offered = _is_in(rows, offers, ["client_id", "about"]) & (rows["about"] != "").to_numpy()
    offered |= (rows["kind"] == "win_back").to_numpy() & rows["client_id"].isin(
        deals["client_id"][lost | is_open]
    )
    owing = (table["overdue_days"] > UNPAID_DAYS) | table["insolvency_on"].notna()
    unpaid = rows["client_id"].isin(table.index[owing]).to_numpy()
    refused, taken = said == "refused", said == "taken"
    answered = refused | taken
    counts = Dropped(
        refused=int(refused.sum()),
        taken=int(taken.sum()),
        offered=int((offered & ~answered).sum()),
        unpaid=int((unpaid & ~answered & ~offered).sum()),
    )
    return rows[~(answered | offered | unpaid)], counts


def _is_in(rows: pd.DataFrame, wanted: pd.DataFrame, on: list[str]) -> NDArray[np.bool_]:
    marked = wanted.drop_duplicates().assign(is_in=True).astype({"client_id": "int64"})
    found = rows[on].merge(marked, how="left", on=on)["is_in"]
    return found.notna().to_numpy()


def _named(deals: pd.DataFrame, goods: Assortment, products: pd.DataFrame) -> Iterator[tuple[int, str]]:
    """Which items the titles of deals name: (client_id, key). A product's name stands for its category too."""
    keys = {_plain(name): key for name, key in zip(goods.names, goods.keys, strict=True)}
    if goods.unit == "category":
        known = {key.partition(":")[2]: key for key in goods.keys}
        for name, category in zip(products["product"], products["category"], strict=True):
            if category in known:
                keys.setdefault(_plain(name), known[category])
    keys.pop((), None)
    for client, title in zip(deals["client_id"], deals["title"], strict=True):
        words = _plain(title)
        for begin in range(len(words)):
            for end in range(begin + 1, min(begin + _LONGEST_NAME, len(words)) + 1):
                if words[begin:end] in keys:
                    yield int(client), keys[words[begin:end]]


def _plain(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.casefold()))
