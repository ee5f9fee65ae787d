"""What the clients of a book are worth, for scripts."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import DONE, opened, plain, print_json
from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.services.value import horizon_of, value_view

if TYPE_CHECKING:
    from portfolio_app.analysis.value_types import CustomerValues
    from portfolio_app.services.value import ValueView

SENTENCES = (
    "Not enough history to forecast: only the facts are shown.",
    "Very rough: few clients. To be confirmed by what you know of them.",
    "Cautious estimate, leaning on the other clients. 8 times in 10 the truth falls within the range.",
    "Solid estimate as long as business keeps its rhythm.",
)
CONFIDENCE = ("none", "very_rough", "cautious", "solid")
_MODEL = ("k", "r", "alpha", "a", "b", "log_likelihood")


def value(arguments: argparse.Namespace) -> int:
    """What the clients are worth, each and together, with how sure that is."""
    days = arguments.horizon_days
    if arguments.horizon_months is not None:
        days = horizon_of(arguments.horizon_months)
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        view = value_view(book, as_of, days, arguments.discount)
    if arguments.json:
        print_json(_answer(view))
    else:
        _print(view)
    return DONE


def _print(view: ValueView) -> None:
    values = view.values
    why = f" ({values.why})" if values.why else ""
    print(f"level {values.level} of 3{why}: {SENTENCES[values.level]}")
    for row in sorted(_clients(view), key=lambda each: -(each["expected_value"] or 0.0)):
        if row["own_orders"] is None:
            print(f"{row['client_name']}: no order yet")
        elif row["expected_value"] is None:
            print(f"{row['client_name']}: simple value {row['simple_value'] or 0:.0f}")
        else:
            ends = f"{row['value_low']:.0f} to {row['value_high']:.0f}"
            print(f"{row['client_name']}: {row['expected_value']:.0f} ({ends}), {row['confidence']}")


def _answer(view: ValueView) -> dict[str, Any]:
    values = view.values
    return {
        "as_of": view.as_of.isoformat(),
        "horizon_days": values.horizon_days,
        "horizon_cut": values.horizon_cut,
        "discount_rate": values.discount_rate,
        "level": values.level,
        "why": values.why,
        "sentence": SENTENCES[values.level],
        "margin_known": values.margin_known,
        "model": None
        if values.model is None
        else {name: plain(getattr(values.model, name)) for name in _MODEL},
        "totals": _totals(values),
        "back_tests": [
            {
                "start": test.start.isoformat(),
                "end": test.end.isoformat(),
                "expected": plain(test.expected),
                "low": plain(test.low),
                "high": plain(test.high),
                "naive": plain(test.naive),
                "actual": plain(test.actual),
            }
            for test in values.back_tests
        ],
        "clients": _clients(view),
    }


def _totals(values: CustomerValues) -> dict[str, Any]:
    return {
        "expected_orders": plain(values.orders_total.expected),
        "orders_low": plain(values.orders_total.low),
        "orders_high": plain(values.orders_total.high),
        "naive_orders": plain(values.naive_orders),
        "expected_value": _amount(values.total.expected),
        "value_low": _amount(values.total.low),
        "value_high": _amount(values.total.high),
        "preferred": values.preferred,
    }


def _clients(view: ValueView) -> list[dict[str, Any]]:
    """One object per client known that day, in the order of the book; nulls for those without an order."""
    table = view.table[["client_reference", "client_name"]].join(view.values.clients, how="left")
    level = CONFIDENCE[view.values.level]
    return [
        {
            "client_reference": row.client_reference,
            "client_name": row.client_name,
            "p_active": plain(row.p_active),
            "p_order": plain(row.p_order),
            "expected_orders": plain(row.expected_orders),
            "orders_low": plain(row.orders_low),
            "orders_high": plain(row.orders_high),
            "expected_value": _amount(row.value),
            "value_low": _amount(row.value_low),
            "value_high": _amount(row.value_high),
            "simple_value": _amount(row.simple_value),
            "own_orders": plain(row.own_orders),
            "shown": plain(row.shown),
            "tier": plain(row.tier),
            "confidence": CONFIDENCE[0] if plain(row.own_orders) is None else level,
        }
        for row in table.itertuples(index=False, name="Row")
    ]


def _amount(units: float) -> float | None:
    """Money units as a JSON number in currency units, to the cent; None where nothing is known."""
    return round(float(units) / MONEY_SCALE, 2) if math.isfinite(units) else None
