"""The command line: the services, for scripts, tests and the curious.

Exit status: 0 done, 1 done in part (some rows refused, listed), 2 refused. `--json` prints one JSON object
to stdout and nothing else there; sentences go to stderr.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import BookWriteError, PortfolioError
from portfolio_app.models.money import MONEY_SCALE, from_units
from portfolio_app.services import books
from portfolio_app.services.books import Book

DONE, IN_PART, REFUSED = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def run(argv: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = parser().parse_args(argv)
    command: Command = arguments.run
    try:
        return command(arguments)
    except PortfolioError as error:
        print(str(error), file=sys.stderr)
        if getattr(arguments, "json", False):
            _print_json({"error": {"code": error.code, "message": str(error)}})
        return REFUSED
    except BrokenPipeError:
        return DONE


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    main = argparse.ArgumentParser(
        prog="main.py",
        description="Your client book. Without a command, opens the window: main.py [BOOK] or main.py --demo.",
        epilog="main.py screenshots DIR [BOOK] takes a picture of every page; see its own --help.",
    )
    commands = main.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, function: Command, text: str, *, book: bool = True, as_json: bool = True) -> Any:
        sub = commands.add_parser(name, help=text, description=text)
        if book:
            sub.add_argument("book", type=Path, metavar="BOOK", help="the book file (.portfolio)")
        if as_json:
            sub.add_argument("--json", action="store_true", help="print one JSON object to stdout")
        sub.set_defaults(run=function)
        return sub

    new = add("new", _new, "make an empty book", as_json=False)
    new.add_argument("--currency", default="EUR", help="three letters, EUR unless said")
    imported = add("import", _import, "bring files in: clients, contacts, sales (CSV, XLSX)")
    imported.add_argument("files", nargs="+", type=Path, metavar="FILE")
    imported.add_argument("--mapping", type=Path, help="JSON file saying where columns go")
    imported.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    imported.add_argument("--strict", action="store_true", help="import nothing if any row is refused")
    imported.add_argument("--refused", type=Path, help="write the refused rows and reasons to this CSV file")
    metrics = _dated(add("metrics", _metrics, "the per-client table, as CSV", as_json=False))
    metrics.add_argument("--window", type=_window, default=365, metavar="DAYS|all", help="365 unless said")
    metrics.add_argument("--out", type=Path, metavar="FILE.csv", help="write there instead of stdout")
    spread = _dated(add("concentration", _concentration, "on whom the revenue depends"))
    spread.add_argument("--window", type=_window, default=None, metavar="DAYS|all", help="all unless said")
    spread.add_argument("--measure", choices=("revenue", "margin"), default="revenue")
    spread.add_argument("--top", type=int, default=10, help="how many clients to list, 10 unless said")
    _dated(add("segments", _segments, "the clients by segment"))
    _dated(add("follow-ups", _follow_ups, "who is due, by segment, and why"))
    export = _dated(add("export", _export, "write the book as an Excel workbook", as_json=False))
    export.add_argument("out", type=Path, metavar="OUT.xlsx")
    export.add_argument("--lang", choices=("fr", "en"), default="en", help="language of the titles")
    add("check", _check, "look the book over: integrity, format, counts")
    add("undo", _undo, "take back the last change", as_json=False)
    history = add("history", _history, "what was done, newest first")
    history.add_argument("--limit", type=int, default=200)
    return main


def _dated(sub: Any) -> Any:
    sub.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="today unless said")
    return sub


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it like 2026-03-31") from None


def _window(text: str) -> int | None:
    if text == "all":
        return None
    if text.isdigit() and 1 <= int(text) <= 100_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is neither a number of days nor “all”")


def _book_path(path: Path) -> Path:
    """The suffix may be left out, as `new` lets it be."""
    if not path.exists() and not path.suffix and path.with_suffix(BOOK_SUFFIX).exists():
        return path.with_suffix(BOOK_SUFFIX)
    return path


@contextmanager
def _opened(path: Path) -> Iterator[Book]:
    book = books.open_book(_book_path(path))
    try:
        yield book
    finally:
        book.close()


def _new(arguments: argparse.Namespace) -> int:
    book = books.new_book(arguments.book, arguments.currency)
    print(book.path)
    book.close()
    return DONE


def _protect(target: Path | None, *sources: Path) -> None:
    """An output may replace neither a book nor a file it is made from. Raises `BookWriteError`."""
    if target is None:
        return
    if target.is_dir():
        raise BookWriteError("is_a_folder", path=str(target))
    same = any(source.exists() and target.exists() and target.samefile(source) for source in sources)
    if same or target.suffix.lower() == BOOK_SUFFIX:
        raise BookWriteError("exists", path=str(target))


def _import(arguments: argparse.Namespace) -> int:
    from portfolio_app.exchange.mapping import Mapping
    from portfolio_app.services import import_

    inputs = [arguments.book, *arguments.files, *([arguments.mapping] if arguments.mapping else [])]
    _protect(arguments.refused, *inputs)
    mapping = Mapping.from_json(arguments.mapping) if arguments.mapping else None
    with _opened(arguments.book) as book:
        sources = [import_.read_source(path, mapping) for path in arguments.files]
        if arguments.dry_run or arguments.strict:
            report = import_.preview_import(book, sources)
        if not arguments.dry_run and not (arguments.strict and report.refused):
            _, report = import_.import_files(book, sources)
        if arguments.refused:
            bad = [file for file in report.files if file.refused]
            for number, file in enumerate(bad, start=1):
                # Each file has its own columns, so each has its own list of refused rows.
                name = arguments.refused.stem + (f"-{number}" if len(bad) > 1 else "")
                import_.save_refused(file, arguments.refused.with_name(name + arguments.refused.suffix))
    kept = sum(file.created + file.updated + file.unchanged for file in report.files)
    for file in report.files:
        _notes_on(file)
        for row in file.refused:
            where = f", column “{row.column}”" if row.column else ""
            print(f"{file.source.path}, line {row.line}{where}: {row.reason}", file=sys.stderr)
    nothing = report.refused > 0 and (kept == 0 or arguments.strict)
    if arguments.json:
        dry = {"dry_run": arguments.dry_run, "written": not arguments.dry_run and not nothing}
        _print_json({"files": [_file_json(file) for file in report.files], **dry})
    else:
        for file in report.files:
            skipped = sum(file.skipped.values())
            print(
                f"{file.source.path.name}: {file.rows} rows, {file.created} created, {file.updated} updated, "
                f"{file.unchanged} unchanged, {len(file.refused)} refused, {skipped} skipped"
            )
    if nothing:
        return REFUSED
    return IN_PART if report.refused else DONE


def _notes_on(file: Any) -> None:
    """What somebody who sees no columns should know: what was left out, and what was decided for them."""
    table, mapping = file.source.table, file.source.mapping
    unmapped = _unmapped(file)
    if unmapped:
        print(f"{table.path}: columns not imported: {', '.join(unmapped)}", file=sys.stderr)
    others = [sheet for sheet in table.dialect.sheets or () if sheet != table.dialect.sheet]
    if others:
        print(
            f"{table.path}: only the sheet “{table.dialect.sheet}” was read, not: {', '.join(others)} "
            '(name one as "sheet" in a mapping file)',
            file=sys.stderr,
        )
    if mapping.ambiguous_dates:
        print(
            f"{table.path}: the dates could be read two ways and were read as {mapping.date_order} "
            '(say "date_order" in a mapping file to decide otherwise)',
            file=sys.stderr,
        )


def _unmapped(file: Any) -> list[str]:
    return [column for column in file.source.table.columns if column not in file.source.mapping.columns]


def _file_json(file: Any) -> dict[str, Any]:
    dialect = file.source.table.dialect
    return {
        "file": str(file.source.path),
        "rows": file.rows,
        "created": file.created,
        "updated": file.updated,
        "unchanged": file.unchanged,
        "refused": [
            {
                "line": row.line,
                "column": row.column,
                "value": _plain(row.value),
                "reason": row.reason,
                "code": row.code,
            }
            for row in file.refused
        ],
        "skipped": dict(file.skipped),
        "warnings": dict(file.warnings),
        "records": file.records,
        "unmapped": _unmapped(file),
        "ambiguous_dates": bool(file.source.mapping.ambiguous_dates),
        "mapping": file.source.mapping.to_dict(),
        "dialect": dialect.to_dict(),
    }


def _metrics(arguments: argparse.Namespace) -> int:
    from portfolio_app.analysis.metrics import COLUMNS
    from portfolio_app.services.portfolio import snapshot

    _protect(arguments.out, arguments.book)

    with _opened(arguments.book) as book:
        table = snapshot(book, arguments.as_of or book.today(), arguments.window).metrics
    money = {name for name, column in COLUMNS.items() if column.kind == "money"}
    names = [str(name) for name in table.columns]
    columns = [_texts(table[name].tolist(), name in money) for name in names]

    def write(stream: Any) -> None:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(zip(*columns, strict=True))

    if arguments.out is None:
        write(sys.stdout)
        return DONE
    _write_whole(arguments.out, write)
    return DONE


def _texts(values: list[Any], money: bool) -> list[str]:
    return [_text(value, money) for value in values]


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


def _write_whole(path: Path, write: Callable[[Any], None]) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as stream:
            write(stream)
        temporary.replace(path)
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(path), detail=error.strerror or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _concentration(arguments: argparse.Namespace) -> int:
    from portfolio_app.analysis.concentration import READINGS, abc_summary
    from portfolio_app.services.portfolio import concentration

    with _opened(arguments.book) as book:
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
        "total": _amount(figures.total),
        "top": [
            {
                "name": row.name,
                "reference": row.reference,
                "amount": _amount(row.amount),
                "share": _plain(row.share),
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
        "negative_amount": _amount(figures.negative_amount),
        "abc": {
            reading: {
                str(letter): {
                    "clients": int(row["clients"]),
                    "client_share": _plain(row["client_share"]),
                    "amount": _amount(row["amount"]),
                    "share": _plain(row["share"]),
                }
                for letter, row in abc_summary(table, reading).iterrows()
            }
            for reading in READINGS
        },
    }
    if arguments.json:
        _print_json(answer)
    else:
        print(f"{figures.clients} clients, {view.orders} orders, {answer['total']} {currency}")
        for number, row in enumerate(answer["top"], start=1):
            print(f"{number:>3}. {row['name']}: {row['amount']} ({(row['share'] or 0):.1%})")
    return DONE


def _segments(arguments: argparse.Namespace) -> int:
    from portfolio_app.services.portfolio import segments, snapshot

    with _opened(arguments.book) as book:
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
                "revenue": _amount(revenue),
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
        _print_json({"as_of": as_of.isoformat(), "segments": rows, "clients": clients})
    else:
        for row in rows:
            print(f"{row['segment']:<16}{row['clients']:>6} clients {row['revenue']:>16}")
    return DONE


def _follow_ups(arguments: argparse.Namespace) -> int:
    from portfolio_app.services.agenda import queue_counts
    from portfolio_app.services.portfolio import snapshot

    with _opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        shot = snapshot(book, as_of)
        counts = queue_counts(book, as_of)
    references = shot.metrics["client_reference"]
    queue = [
        {"client_reference": references[row["client_id"]]}
        | {name: _plain(value) for name, value in row.items() if name not in ("client_id", "at_stake")}
        | {"at_stake": _amount(row["at_stake"])}
        for row in shot.queue.to_dict("records")
    ]
    by_segment: dict[str, int] = {}
    for row in queue:
        if row["bucket"] in ("overdue", "today"):
            by_segment[row["segment"]] = by_segment.get(row["segment"], 0) + 1
    if arguments.json:
        _print_json(
            {"as_of": as_of.isoformat(), "counts": counts, "due_by_segment": by_segment, "queue": queue}
        )
    else:
        for row in queue:
            if row["bucket"] in ("overdue", "today"):
                print(
                    f"{row['bucket']:<8}{row['segment']:<16}{row['client_name']}  ({row['reason']}, {row['due_on']})"
                )
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from portfolio_app.services.export import export_workbook

    _protect(arguments.out, arguments.book)
    with _opened(arguments.book) as book:
        written = export_workbook(book, arguments.out, arguments.as_of or book.today(), arguments.lang)
    print(written)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    check = books.check_book(_book_path(arguments.book))
    sound = not check.problems
    if arguments.json:
        _print_json(
            {
                "ok": sound,
                "schema_version": check.info.schema_version,
                "currency": check.info.currency,
                "counts": check.info.counts,
                "problems": check.problems,
            }
        )
    else:
        print("sound" if sound else "\n".join(check.problems))
        for kind, count in check.info.counts.items():
            print(f"{kind:<12}{count:>9}")
    return DONE if sound else REFUSED


def _undo(arguments: argparse.Namespace) -> int:
    from portfolio_app.services.history import undo

    with _opened(arguments.book) as book:
        print(undo(book).label)
    return DONE


def _history(arguments: argparse.Namespace) -> int:
    from portfolio_app.services.history import steps

    with _opened(arguments.book) as book:
        rows = [
            {
                "id": step.id,
                "at": step.at.isoformat(),
                "action": step.label,
                "details": step.params,
                "author": step.author,
                "undone": step.undone,
            }
            for step in steps(book, arguments.limit)
        ]
    if arguments.json:
        _print_json({"steps": rows})
    else:
        for row in rows:
            print(f"{row['at']}  {row['action']}{'  (undone)' if row['undone'] else ''}")
    return DONE


def _amount(units: Any) -> float:
    """Money units as a JSON number in currency units; exact to the last digit up to nine billion."""
    return int(units) / MONEY_SCALE


def _plain(value: Any) -> Any:
    import math

    import pandas as pd

    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    if pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10] if value is not pd.NaT else None
    if hasattr(value, "item"):
        value = value.item()
    return value if not isinstance(value, float) or math.isfinite(value) else None


def _print_json(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False, indent=1, default=str, allow_nan=False))
