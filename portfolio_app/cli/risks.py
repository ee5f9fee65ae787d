"""What may go wrong with whom, for scripts."""

from __future__ import annotations

import argparse
from typing import Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json
from portfolio_app.services import books
from portfolio_app.services import risks as found_in
from portfolio_app.services.portfolio import WINDOW_DAYS

AXES = ("dependency", "cost", "instability", "insolvency")
LEVELS = ("none", "watch", "alarm")
_MONEY = frozenset({
    "revenue", "result", "margin", "served", "previous", "unpaid", "amount",
})  # fmt: skip


def risks(arguments: argparse.Namespace) -> int:
    """The four axes over the book, and the clients with a sign on any (or on `--axis`), the most exposed first."""
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        view = found_in.risk_view(book, as_of)
        ids = view.listed(arguments.axis or "", LEVELS.index(arguments.level))
        rows = found_in.client_rows(view, ids)
        currency = books.info(book).currency
    if not arguments.json:
        for axis in AXES:
            each = view.axes[axis]
            counts = f"{len(each.alarm):>6} alarm{len(each.watch):>6} watch"
            print(f"{axis:<14}{counts}  {amount(each.amount):>14.2f} {currency}")
        for client in ids:
            told = ", ".join(f"{sign.code} ({LEVELS[sign.level]})" for sign in rows[client].signs)
            print(f"{rows[client].name[:40]:<42}{told}")
        return DONE
    references = view.metrics["client_reference"]
    print_json(
        {
            "as_of": as_of.isoformat(),
            "window_days": WINDOW_DAYS,
            "currency": currency,
            "revenue": amount(view.revenue),
            "revenue_at_risk": {
                "expected": _amount(view.lost.expected),
                "low": _amount(view.lost.low),
                "high": _amount(view.lost.high),
                "share": plain(view.lost.share),
            },
            "axes": {
                axis: {
                    "watch": len(each.watch),
                    "alarm": len(each.alarm),
                    "amount": amount(each.amount),
                    "shielded": each.shielded,
                    "unknown": each.unknown,
                }
                for axis, each in view.axes.items()
            },
            "clients": [
                _client(rows[client], references.loc[client], view.risks["exposed"].loc[client])
                for client in ids
            ],
        }
    )
    return DONE


def _client(risk: found_in.ClientRisk, reference: str, exposed: float) -> dict[str, Any]:
    return {
        "client_reference": reference,
        "client_name": risk.name,
        "levels": {axis: LEVELS[level] for axis, level in risk.levels.items()},
        "p_active": plain(risk.p_active),
        "stake": amount(risk.stake),
        "at_risk": _amount(risk.at_risk),
        "loss": amount(risk.loss),
        "owed": amount(risk.owed),
        "exposed": amount(exposed),
        "doubtful": list(risk.flags),
        "strategic_role": risk.role,
        "signs": [
            {
                "code": sign.code,
                "axis": sign.axis,
                "level": LEVELS[sign.level],
                "since": plain(sign.on),
                "figures": {
                    name: _amount(value) if name in _MONEY else plain(value)
                    for name, value in sign.figures.items()
                },
            }
            for sign in risk.signs
        ],
    }


def _amount(units: float | None) -> float | None:
    return None if units is None else amount(round(units))
