"""What clients leave once everything they cost is taken off, for scripts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json
from portfolio_app.services import books
from portfolio_app.services import profit as found_in

if TYPE_CHECKING:
    from portfolio_app.analysis.profit import Statement

_AMOUNTS = (
    "gross", "discounts", "returns", "revenue", "known", "cost", "estimated", "margin", "delivery", "time", "visits",
    "acquisition", "late",
)  # fmt: skip
_NAMES = {"known": "revenue_of_known_cost", "cost": "cost_of_goods", "estimated": "cost_of_goods_estimated"}


def profit(arguments: argparse.Namespace) -> int:
    """The income statement of the book, its segments and its clients, and the whale curve."""
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        view = found_in.profit(book, as_of, arguments.window, estimate=arguments.estimate)
        currency = books.info(book).currency
        with book.read() as connection:
            rows = connection.exec_driver_sql("SELECT id, reference FROM client")
            references = {row[0]: row[1] for row in rows}
    if not arguments.json:
        _print(view, currency)
        return DONE
    whale, below = view.whale, view.below
    print_json(
        {
            "as_of": as_of.isoformat(),
            "window_days": arguments.window,
            "currency": currency,
            "estimated_margin_rate": plain(view.rate),
            "late_rate": view.late_rate,
            "not_counted": list(view.not_counted),
            "total": _told(view.total),
            "before": None if view.total_before is None else _told(view.total_before),
            "below": {
                "prospects": amount(below.prospects),
                "spending": amount(below.spending),
                "fixed": None if below.fixed is None else amount(below.fixed),
            },
            "whale": {
                "peak": amount(whale.peak),
                "peak_clients": whale.peak_clients,
                "final": amount(whale.final),
                "losing_clients": whale.losing,
                "lost": amount(whale.lost),
                "left_out_clients": whale.left_out,
                "left_out_revenue": amount(whale.left_out_revenue),
            },
            "segments": [
                {"segment": code, **_told(statement)} for code, statement in sorted(view.statements.items())
            ],
            "clients": _clients(view, references),
        }
    )
    return DONE


def _told(statement: Statement) -> dict[str, Any]:
    told: dict[str, Any] = {_NAMES.get(name, name): amount(getattr(statement, name)) for name in _AMOUNTS}
    return told | {
        "result": None if statement.result is None else amount(statement.result),
        "orders": statement.orders,
        "minutes": statement.minutes,
        "visits_made": statement.journeys,
        "clients": statement.clients,
        "clients_without_result": statement.unknown_clients,
    }


def _clients(view: found_in.ProfitView, references: dict[int, str]) -> list[dict[str, Any]]:
    table = view.table.sort_values("result", ascending=False, kind="stable", na_position="last")
    columns = {
        name: table[name].tolist() for name in (*_AMOUNTS, "result", "name", "segment", "strategic_role")
    }
    found = []
    for place, client in enumerate(table.index.tolist()):
        row = {name: values[place] for name, values in columns.items()}
        result = plain(row["result"])
        told: dict[str, Any] = {
            "client_reference": references.get(client, ""),
            "client_name": row["name"],
            "segment": plain(row["segment"]),
            **{_NAMES.get(name, name): amount(row[name]) for name in _AMOUNTS},
            "result": None if result is None else amount(result),
        }
        if result is not None and result < 0:
            told |= _levers(view, client, row["strategic_role"])
        found.append(told)
    return found


def _levers(view: found_in.ProfitView, client: int, role: str) -> dict[str, Any]:
    verdict = found_in.verdict_of(view, client)
    if verdict is None:
        return {}
    return {
        "verdict": verdict.code,
        "strategic_role": role,
        "levers": [
            {
                "lever": lever.code,
                "amount": amount(lever.amount),
                "change": lever.change,
                "target": amount(lever.target),
                "suffices": lever.suffices,
            }
            for lever in verdict.levers
        ],
    }


def _print(view: found_in.ProfitView, currency: str) -> None:
    total = _told(view.total)
    for name, value in total.items():
        if name in (*_AMOUNTS, *_NAMES.values(), "result"):
            print(f"{name:<26}{'unknown' if value is None else f'{value:14.2f} {currency}'}")
    whale = view.whale
    print(f"peak {amount(whale.peak):.2f} after {whale.peak_clients} clients, end {amount(whale.final):.2f}")
    print(
        f"{whale.losing} clients below zero ({amount(whale.lost):.2f}), {whale.left_out} without known costs"
    )
