"""Commands that print what the pages show."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import DONE, amount, opened, plain, print_json, protect, write_whole
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.models.money import from_units
from portfolio_app.services import books

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.spread import Spread
    from portfolio_app.services.movement import SegmentProfile
    from portfolio_app.services.next_actions import NextAction

_FIRST_YEAR = date.min + timedelta(days=365)


def metrics(arguments: argparse.Namespace) -> int:
    """The per-client table, as CSV: money as decimals, dates as ISO, lists joined by "; ", yes and no as 1 and 0."""
    from portfolio_app.services.portfolio import snapshot
    from portfolio_app.services.segmentations import catalogue

    protect(arguments.out, arguments.book)

    with opened(arguments.book) as book:
        table = snapshot(book, arguments.as_of or book.today(), arguments.window).metrics
        kinds = {name: column.kind for name, column in catalogue(book).items()}
    names = [str(name) for name in table.columns]
    columns = [_texts(table[name].tolist(), kinds.get(name, "")) for name in names]

    def write(stream: Any) -> None:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(zip(*columns, strict=True))

    if arguments.out is None:
        write(sys.stdout)
        return DONE
    write_whole(arguments.out, write)
    return DONE


def _texts(values: list[Any], kind: str) -> list[str]:
    """The values of a column of that kind; users' texts are made safe for a spreadsheet."""
    if kind == "list":
        return [escape_formula("; ".join(value)) for value in values]
    texts = [_text(value, kind == "money") for value in values]
    return [escape_formula(text) for text in texts] if kind == "text" else texts


def _text(value: Any, money: bool) -> str:
    import pandas as pd

    if isinstance(value, tuple):
        return ", ".join(value)
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
    """On whom the revenue depends, and with `--by` on which sector, product or place."""
    from portfolio_app.analysis.concentration import READINGS
    from portfolio_app.services.concentration import spread
    from portfolio_app.services.portfolio import concentration

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        view = concentration(book, as_of, arguments.window, arguments.measure)
        currency = books.info(book).currency
        by = arguments.by
        groups = spread(book, as_of, arguments.window, by, arguments.measure) if by else None
    figures, table = view.result.figures, view.result.table
    answer = {
        "as_of": as_of.isoformat(),
        "window_days": arguments.window,
        "measure": arguments.measure,
        "currency": currency,
        "clients": figures.clients,
        "orders": view.orders,
        "total": amount(figures.total),
        "top": _top(table.head(max(arguments.top, 0))),
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
        "abc": {reading: _classes(table, reading) for reading in READINGS},
        "share_top3": figures.top3_share,
        "share_top10": figures.top10_share,
        "hhi_normalised": figures.normalised_hhi,
    }
    if groups is not None:
        answer |= {"by": by, **_groups(groups, arguments.top)}
    if arguments.json:
        print_json(answer)
    elif groups is not None:
        for number, row in enumerate(answer["groups"], start=1):
            print(f"{number:>3}. {row['name']}: {row['amount']} ({(row['share'] or 0):.1%})")
    else:
        print(f"{figures.clients} clients, {view.orders} orders, {answer['total']} {currency}")
        for number, row in enumerate(answer["top"], start=1):
            print(f"{number:>3}. {row['name']}: {row['amount']} ({(row['share'] or 0):.1%})")
    return DONE


def _top(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "reference": row.reference,
            "amount": amount(row.amount),
            "share": plain(row.share),
        }
        for row in table.itertuples(index=False, name="Top")
    ]


def _classes(table: pd.DataFrame, reading: str) -> dict[str, Any]:
    from portfolio_app.analysis.concentration import abc_summary

    return {
        str(letter): {
            "clients": int(row["clients"]),
            "client_share": plain(row["client_share"]),
            "amount": amount(row["amount"]),
            "share": plain(row["share"]),
        }
        for letter, row in abc_summary(table, reading).iterrows()
    }


def _groups(found: Spread, most: int) -> dict[str, Any]:
    """The first groups and the figures of all of them; what has no group is in none of these."""
    figures, table = found.result.figures, found.result.table
    return {
        "groups": [
            {
                "name": row.name,
                "clients": int(found.clients[row.client_id]),
                "amount": amount(row.amount),
                "share": plain(row.share),
            }
            for row in table.head(max(most, 0)).itertuples(index=False, name="Group")
        ],
        "groups_count": figures.clients,
        "groups_total": amount(figures.total),
        "groups_hhi": figures.hhi,
        "groups_effective": figures.effective_clients,
        "groups_gini": figures.gini,
        "unknown_clients": found.unknown_clients,
        "unknown_amount": amount(found.unknown),
    }


def segments(arguments: argparse.Namespace) -> int:
    """The clients by segment, of the segmentation in force or another one."""
    from portfolio_app.services.client_filters import segment_of_all
    from portfolio_app.services.movement import segment_profiles
    from portfolio_app.services.portfolio import snapshot
    from portfolio_app.services.segmentations import segmentations

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        since = arguments.since or max(as_of, _FIRST_YEAR) - timedelta(days=365)
        known = segmentations(book)
        chosen = arguments.segmentation or next(each.code for each in known if each.in_force)
        rows = [_segment_row(profile) for profile in segment_profiles(book, as_of, since, chosen)]
        table = snapshot(book, as_of).metrics
        labels = segment_of_all(book, as_of, chosen).reindex(table.index)
    if not arguments.json:
        for row in rows:
            print(f"{row['name'] or row['segment']:<24}{row['clients']:>6} clients {row['revenue']:>16}")
        return DONE
    clients = [
        {"client_reference": ref, "client_name": name, "segment": segment}
        for ref, name, segment in zip(table["client_reference"], table["client_name"], labels, strict=True)
    ]
    ways = [
        {name: getattr(each, name) for name in ("code", "name", "in_force", "built_in", "changed", "steady")}
        for each in known
    ]
    print_json(
        {
            "as_of": as_of.isoformat(),
            "since": since.isoformat(),
            "segmentation": chosen,
            "segments": rows,
            "clients": clients,
            "segmentations": ways,
        }
    )
    return DONE


def _segment_row(profile: SegmentProfile) -> dict[str, Any]:
    segment = profile.segment
    return {
        "segment": segment.code,
        "name": segment.name,
        "clients": profile.clients,
        "client_share": profile.client_share,
        "revenue": amount(profile.revenue),
        "share": profile.share,
        "margin": None if profile.margin is None else amount(profile.margin),
        "average": None if profile.average is None else amount(round(profile.average)),
        "retention": profile.retention,
        "retention_base": profile.retention_base,
        "came": len(profile.came),
        "left": len(profile.left),
        "rule": segment.rule,
        "ideal_days": segment.ideal_days,
        "max_days": segment.max_days,
    }


def follow_ups(arguments: argparse.Namespace) -> int:
    """Who is due, by segment, and why."""
    from portfolio_app.services.agenda import DUE, queue_counts, view_counts
    from portfolio_app.services.agenda_settings import book_agenda
    from portfolio_app.services.next_actions import next_actions
    from portfolio_app.services.portfolio import snapshot

    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        shot = snapshot(book, as_of)
        counts, views = queue_counts(book, as_of), view_counts(book, as_of)
        capacity = book_agenda(book).capacity
        actions = next_actions(book, shot)
    references = shot.metrics["client_reference"]
    queue = [
        {"client_reference": references[row["client_id"]]}
        | {name: plain(value) for name, value in row.items() if name not in ("client_id", "at_stake")}
        | _subject(actions[row["client_id"]])
        | {"at_stake": amount(row["at_stake"])}
        for row in shot.queue.to_dict("records")
    ]
    due = [row for row in queue if row["bucket"] in DUE]
    if arguments.json:
        print_json(
            {
                "as_of": as_of.isoformat(),
                "capacity": capacity,
                "counts": counts,
                "views": views,
                "due_by_segment": dict(Counter(row["segment"] for row in due)),
                "queue": queue,
            }
        )
        return DONE
    for row in due:
        why = ", ".join([row["reason"], *row["other_reasons"]])
        later = "" if row["planned_on"] <= as_of.isoformat() else f", planned {row['planned_on']}"
        print(f"{row['bucket']:<8}{row['segment']:<16}{row['client_name']}  ({why}, {row['due_on']}{later})")
    return DONE


def _subject(action: NextAction) -> dict[str, Any]:
    """What a line is of, see `NextAction`."""
    names = ("title", "subject", "subject_kind", "subject_on", "missing")
    return {name: plain(getattr(action, name)) for name in names}
