"""What could be sold to whom, for scripts."""

from __future__ import annotations

import argparse
from typing import Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json
from portfolio_app.services import books, portfolio
from portfolio_app.services import opportunities as offers

_COUNTED = ("n", "n_a", "n_b", "n_ab")
_RATES = ("support", "confidence", "lift", "lift_shrunk", "lift_low", "p_value")


def opportunities(arguments: argparse.Namespace) -> int:
    """The best opportunities of a day, what each would bring and why; the rules; what segments bring and get."""
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        found = offers.opportunities(book, as_of, arguments.by)
        table = portfolio.snapshot(book, as_of).metrics
        named = {each.code: each.name for each in portfolio.segments(book, as_of=as_of)}
        currency = books.info(book).currency
    count = len(found.rows) if arguments.limit is None else min(arguments.limit, len(found.rows))
    listed = [_row(found, table, place) for place in range(count)]
    if not arguments.json:
        for each in listed:
            what = f"{each['kind']} {each['item']}".strip()
            expected = "-" if each["expected_revenue"] is None else f"{each['expected_revenue']:.2f}"
            evidence = f"{each['found']} of {each['of']}" if each["of"] else ""
            print(f"{each['client_name'][:32]:<34}{what[:36]:<38}{expected:>14} {currency}  {evidence}")
        return DONE
    print_json(
        {
            "as_of": as_of.isoformat(),
            "window_days": portfolio.WINDOW_DAYS,
            "currency": currency,
            "by": found.unit,
            "why_no_cross_sell": found.why,
            "margin_rate": plain(found.margin_rate),
            "count": len(found.rows),
            "left_out": {
                "refused": found.dropped.refused,
                "taken": found.dropped.taken,
                "offered": found.dropped.offered,
                "unpaid": found.dropped.unpaid,
            },
            "conversion": dict(zip(("found", "of", "basis"), found.conversion, strict=True)),
            "opportunities": listed,
            "rules": [_rule(found, rule) for rule in found.rules.to_dict("records")],
            "segments": [_segment(named, each) for each in found.served.to_dict("records")],
        }
    )
    return DONE


def _row(found: Any, table: Any, place: int) -> dict[str, Any]:
    """One opportunity; amounts in currency units, `own` and `typical` in what its kind compares."""
    row = found.rows.iloc[place]
    client, names = int(row["client_id"]), found.goods.names
    is_days = row["kind"] == "frequency"
    own_is_money = row["kind"] == "upsell"
    is_alike = row["kind"] == "look_alike"
    return {
        "client_reference": table.at[client, "client_reference"],
        "client_name": table.at[client, "client_name"],
        "kind": row["kind"],
        "about": row["about"],
        "item": names[row["item"]] if row["item"] >= 0 else "",
        "given": names[row["given"]] if row["given"] >= 0 else "",
        "expected_revenue": _money(row["amount"]),
        "expected_margin": _money(row["margin"]),
        "chance": plain(row["chance"]),
        "found": int(row["found"]),
        "of": int(row["of"]),
        "basis": row["basis"],
        "typical": plain(row["typical"]) if is_days else _money(row["typical"]),
        "own": _money(row["own"]) if own_is_money else plain(row["own"]),
        "traits": dict(found.traits[int(row["group"])]) if is_alike else {},
        "segment": row["segment"],
        "open_complaint": bool(row["complaint"]),
    }


def _rule(found: Any, rule: dict[str, Any]) -> dict[str, Any]:
    return {
        "a": found.goods.names[rule["a"]],
        "b": found.goods.names[rule["b"]],
        **{name: int(rule[name]) for name in _COUNTED},
        **{name: plain(rule[name]) for name in _RATES},
    }


def _segment(named: dict[str, str], each: dict[str, Any]) -> dict[str, Any]:
    return {
        "segment": each["segment"],
        "name": named.get(each["segment"], ""),
        "clients": each["clients"],
        "revenue": _money(each["revenue"]),
        "potential": _money(each["potential"]),
        "worth_share": plain(each["worth_share"]),
        "touches": each["touches"],
        "touch_share": plain(each["touch_share"]),
        "effort": plain(each["effort"]),
        "on_time": each["on_time"],
        "of": each["of"],
        "under_served": each["why"],
    }


def _money(units: float) -> float | None:
    return None if units != units else amount(round(units))
