"""Commands that print what the pages show."""

from __future__ import annotations

import argparse
import csv
import sys
from typing import Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json, protect, write_whole
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.models.money import from_units
from portfolio_app.services import books


def metrics(arguments: argparse.Namespace) -> int:
    """The per-client table, as CSV."""
    from portfolio_app.analysis.metrics import COLUMNS
    from portfolio_app.services.portfolio import snapshot

    protect(arguments.out, arguments.book)

    with opened(arguments.book) as book:
        table = snapshot(book, arguments.as_of or book.today(), arguments.window).metrics
    money = {name for name, column in COLUMNS.items() if column.kind == "money"}
    names = [str(name) for name in table.columns]
    texts = {name for name, column in COLUMNS.items() if column.kind == "text"}
    columns = [_texts(table[name].tolist(), name in money, name in texts) for name in names]

    def write(stream: Any) -> None:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(zip(*columns, strict=True))

    if arguments.out is None:
        write(sys.stdout)
        return DONE
    write_whole(arguments.out, write)
    return DONE


def _texts(values: list[Any], money: bool, users: bool) -> list[str]:
    """The values of a column; those that are `users` texts are made safe for a spreadsheet."""
    texts = [_text(value, money) for value in values]
    return [escape_formula(text) for text in texts] if users else texts


def _text(value: Any, money: bool) -> str:
    import pandas as pd

    if value is None or pd.isna(value):
        return ""
    if money:
        return format(from_units(round(value)).normalize(), "f")
    if hasattr(value, "date"):
        return str(value.date().isoformat())
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def concentration(arguments: argparse.Namespace) -> int:
    """On whom the revenue depends."""
    from portfolio_app.analysis.concentration import READINGS, abc_summary
    from portfolio_app.services.portfolio import concentration

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        view = concentration(book, as_of, arguments.window, arguments.measure)
        currency = books.info(book).currency
    figures, table = view.result.figures, view.result.table
    top = table.head(max(arguments.top, 0))
    answer = {
        "as_of": as_of.isoformat(),
        "window_days": arguments.window,
        "measure": arguments.measure,
        "currency": currency,
        "clients": figures.clients,
        "orders": view.orders,
        "total": amount(figures.total),
        "top": [
            {
                "name": row.name,
                "reference": row.reference,
                "amount": amount(row.amount),
                "share": plain(row.share),
            }
            for row in top.itertuples(index=False, name="Top")
        ],
        "share_top1": figures.top1_share,
        "share_top5": figures.top5_share,
        "share_top10pct": figures.top10pct.share,
        "share_top20pct": figures.top20pct.share,
        "share_top50pct": figures.top50pct.share,
        "hhi": figures.hhi,
        "effective_clients": figures.effective_clients,
        "gini": figures.gini,
        "clients_for_80pct": figures.clients_for_80pct,
        "negative_clients": figures.negative_clients,
        "negative_amount": amount(figures.negative_amount),
        "abc": {
            reading: {
                str(letter): {
                    "clients": int(row["clients"]),
                    "client_share": plain(row["client_share"]),
                    "amount": amount(row["amount"]),
                    "share": plain(row["share"]),
                }
                for letter, row in abc_summary(table, reading).iterrows()
            }
            for reading in READINGS
        },
    }
    if arguments.json:
        print_json(answer)
    else:
        print(f"{figures.clients} clients, {view.orders} orders, {answer['total']} {currency}")
        for number, row in enumerate(answer["top"], start=1):
            print(f"{number:>3}. {row['name']}: {row['amount']} ({(row['share'] or 0):.1%})")
    return DONE


def segments(arguments: argparse.Namespace) -> int:
    """The clients by segment."""
    from portfolio_app.services.portfolio import segments, snapshot

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        table = snapshot(book, as_of).metrics
        known = segments(book)
    total = int(table["revenue_window"].sum())
    rows = []
    for segment in known:
        members = table[table["segment"] == segment.code]
        revenue = int(members["revenue_window"].sum())
        rows.append(
            {
                "segment": segment.code,
                "clients": len(members),
                "revenue": amount(revenue),
                "share": revenue / total if total else None,
                "ideal_days": segment.ideal_days,
                "max_days": segment.max_days,
            }
        )
    if arguments.json:
        clients = [
            {"client_reference": ref, "client_name": name, "segment": segment}
            for ref, name, segment in zip(
                table["client_reference"], table["client_name"], table["segment"], strict=True
            )
        ]
        print_json({"as_of": as_of.isoformat(), "segments": rows, "clients": clients})
    else:
        for row in rows:
            print(f"{row['segment']:<16}{row['clients']:>6} clients {row['revenue']:>16}")
    return DONE


def follow_ups(arguments: argparse.Namespace) -> int:
    """Who is due, by segment, and why."""
    from portfolio_app.services.agenda import queue_counts
    from portfolio_app.services.portfolio import snapshot

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        shot = snapshot(book, as_of)
        counts = queue_counts(book, as_of)
    references = shot.metrics["client_reference"]
    queue = [
        {"client_reference": references[row["client_id"]]}
        | {name: plain(value) for name, value in row.items() if name not in ("client_id", "at_stake")}
        | {"at_stake": amount(row["at_stake"])}
        for row in shot.queue.to_dict("records")
    ]
    by_segment: dict[str, int] = {}
    for row in queue:
        if row["bucket"] in ("overdue", "today"):
            by_segment[row["segment"]] = by_segment.get(row["segment"], 0) + 1
    if arguments.json:
        print_json(
            {"as_of": as_of.isoformat(), "counts": counts, "due_by_segment": by_segment, "queue": queue}
        )
    else:
        for row in queue:
            if row["bucket"] in ("overdue", "today"):
                print(
                    f"{row['bucket']:<8}{row['segment']:<16}{row['client_name']}  ({row['reason']}, {row['due_on']})"
                )
    return DONE
