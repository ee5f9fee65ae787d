"""The command line: the services, for scripts, tests and the curious.

Exit status: 0 done, 1 done in part (some rows refused, listed), 2 refused. `--json` prints one JSON object
to stdout and nothing else there; sentences go to stderr.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from portfolio_app.cli import kpis, opportunities, profit, quality, reports, risks, safety, transfer, value
from portfolio_app.cli.common import DONE, REFUSED, print_json
from portfolio_app.errors import BookUnreadableError, PortfolioError
from portfolio_app.services.concentration import DIMENSIONS
from portfolio_app.services.import_match import KEYS, POLICIES

Command = Callable[[argparse.Namespace], int]
Add = Callable[..., Any]
"""Adds a command: its name, its function, its help; `book` and `as_json`: whether it takes these arguments."""


def run(argv: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    out: Any = _Plain(sys.stdout)
    err: Any = _Plain(sys.stderr)
    with redirect_stdout(out), redirect_stderr(err):
        return _answer(parser().parse_args(argv))


def _answer(arguments: argparse.Namespace) -> int:
    command: Command = arguments.run
    try:
        return command(arguments)
    except BrokenPipeError:
        return DONE
    except OSError as error:  # such as a name too long for the disk
        detail, path = error.strerror or str(error), str(error.filename or "")
        return _refuse(BookUnreadableError("cannot_read", path=path, detail=detail), arguments)
    except PortfolioError as error:
        return _refuse(error, arguments)


def _refuse(error: PortfolioError, arguments: argparse.Namespace) -> int:
    print(str(error), file=sys.stderr)
    if getattr(arguments, "json", False):
        print_json({"error": {"code": error.code, "message": str(error)}})
    return REFUSED


class _Plain:
    """A stream on which no name of a client or a file can command the terminal of its reader."""

    _COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write it, without what is not to be seen."""
        written: int = self._stream.write(self._COMMANDS.sub("\ufffd", text))
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    main = argparse.ArgumentParser(
        prog="main.py",
        description="Your client book. Without a command, opens the window: main.py [BOOK] or main.py --demo.",
        epilog="main.py screenshots DIR [BOOK] takes a picture of every page; see its own --help.",
    )
    add = _adder(main.add_subparsers(title="commands", required=True, metavar="COMMAND"))
    _add_imports(add)
    _add_reports(add)
    _add_safety(add)
    return main


def _adder(commands: Any) -> Add:
    """What adds a command with the arguments most of them have."""

    def add(name: str, function: Command, text: str, *, book: bool = True, as_json: bool = True) -> Any:
        sub = commands.add_parser(name, help=text, description=text)
        if book:
            sub.add_argument("book", type=Path, metavar="BOOK", help="the book file (.portfolio)")
        if as_json:
            sub.add_argument("--json", action="store_true", help="print one JSON object to stdout")
        sub.set_defaults(run=function)
        return sub

    return add


def _add_imports(add: Add) -> None:
    new = add("new", transfer.new_book, "make an empty book", as_json=False)
    new.add_argument("--currency", default="EUR", help="three letters, EUR unless said")
    new.add_argument("--country", default="", help="two letters, like FR: its public holidays are days off")
    imported = add(
        "import",
        transfer.import_files,
        "bring files in: clients, contacts, sales (CSV, XLSX, ODS), address cards (VCF), reminders (ICS)",
    )
    imported.add_argument("files", nargs="+", type=Path, metavar="FILE")
    imported.add_argument("--mapping", type=Path, help="JSON file saying where columns go")
    imported.add_argument(
        "--match",
        type=_keys,
        metavar="KEYS",
        help=f"what clients are recognised by, of {', '.join(KEYS)}: reference,siret,name_place unless said",
    )
    imported.add_argument(
        "--policy",
        choices=[policy for policy in POLICIES if policy != "ask"],
        default="overwrite",
        help="what rows about known clients do: overwrite (unless said), fill blanks, skip, or create others",
    )
    imported.add_argument(
        "--sheet",
        action="append",
        metavar="NAME",
        help="this sheet of a workbook; may be repeated, * for all",
    )
    imported.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    imported.add_argument("--strict", action="store_true", help="import nothing if any row is refused")
    imported.add_argument("--refused", type=Path, help="write the refused rows and reasons to this CSV file")


def _add_reports(add: Add) -> None:
    metrics = _dated(add("metrics", reports.metrics, "the per-client table, as CSV", as_json=False))
    metrics.add_argument("--window", type=_window, default=365, metavar="DAYS|all", help="365 unless said")
    metrics.add_argument("--out", type=Path, metavar="FILE.csv", help="write there instead of stdout")
    spread = _dated(add("concentration", reports.concentration, "on whom the revenue depends"))
    spread.add_argument("--window", type=_window, default=None, metavar="DAYS|all", help="all unless said")
    spread.add_argument("--measure", choices=("revenue", "margin"), default="revenue")
    spread.add_argument("--top", type=_count, default=10, help="how many clients to list, 10 unless said")
    spread.add_argument("--by", choices=DIMENSIONS, help="also by segment, sector, product or place")
    segments = _dated(add("segments", reports.segments, "the clients by segment"))
    segments.add_argument(
        "--segmentation", metavar="CODE", help="the one in force unless said; --json lists them"
    )
    segments.add_argument(
        "--since", type=_day, metavar="DATE", help="who came and left since; a year ago unless said"
    )
    _dated(add("follow-ups", reports.follow_ups, "who is due, by segment, and why"))
    _add_value(add)
    left = _dated(add("profit", profit.profit, "what clients leave once everything they cost is taken off"))
    left.add_argument("--window", type=_window, default=365, metavar="DAYS|all", help="365 unless said")
    left.add_argument(
        "--estimate", action="store_true", help="unknown costs of goods at the margin rate of the book"
    )
    _dated(add("quality", quality.quality, "what is missing, wrong or old in the records, and a score"))
    risky = _dated(add("risks", risks.risks, "what may go wrong with whom, on four axes"))
    risky.add_argument("--axis", choices=risks.AXES, help="only clients with a sign on this axis")
    risky.add_argument(
        "--level", choices=risks.LEVELS[1:], default="watch", help="from which level on: watch unless said"
    )
    offered = _dated(add("opportunities", opportunities.opportunities, "what could be sold to whom, and why"))
    offered.add_argument("--limit", type=_count, help="how many to list, all unless said")
    offered.add_argument("--by", choices=("product", "category"), help="what suits the book unless said")
    _add_kpis(add)
    _add_exports(add)


def _add_value(add: Add) -> None:
    text = "what each client is worth: orders and margin to come, with how sure that is"
    worth = _dated(add("value", value.value, text))
    ahead = worth.add_mutually_exclusive_group()
    ahead.add_argument(
        "--horizon-days",
        type=_horizon,
        metavar="N",
        help="how far ahead; as the book's settings say unless said",
    )
    ahead.add_argument("--horizon-months", type=_horizon, metavar="N", help="the same in months")
    worth.add_argument(
        "--discount",
        type=_rate,
        metavar="R",
        help="a year, such as 0.1 for 10 %%; that of the book unless said",
    )


def _add_kpis(add: Add) -> None:
    indicators = _dated(add("kpis", kpis.kpis, "the indicators of a period against another, and a forecast"))
    indicators.add_argument(
        "--period",
        type=kpis.period,
        default="year",
        metavar="NAME|DAY..DAY",
        help=f"{', '.join(kpis.PERIODS)}, or two days; year, the 12 months up to the day, unless said",
    )
    indicators.add_argument(
        "--against",
        type=kpis.against,
        default="year",
        metavar="NAME|DAY..DAY",
        help="year (the same a year before) unless said, before (the period just before), or two days",
    )


def _add_exports(add: Add) -> None:
    text = "write the book as a file: workbook, CSV, address cards, calendar, client sheets, full copy"
    export = _dated(add("export", transfer.export_book, text, as_json=False))
    export.add_argument("out", type=Path, metavar="OUT.xlsx|.csv|.zip|.json|.vcf|.ics|.pdf")
    export.add_argument("--segment", metavar="CODE", help="only the clients of this segment")
    export.add_argument("--table", metavar="NAME", help="what a CSV file holds: clients unless said, sales…")
    export.add_argument(
        "--vcard", metavar="VERSION", default="3.0", help="version of address cards: 3.0 unless said, or 4.0"
    )
    report = _dated(add("report", transfer.report, "write the report on the book, as PDF", as_json=False))
    report.add_argument("out", type=Path, metavar="OUT.pdf")
    for sub in (export, report):
        sub.add_argument("--lang", choices=("fr", "en"), default="en", help="language of the file")


def _add_safety(add: Add) -> None:
    add("check", safety.check, "look the book over: integrity, format, counts")
    undo = add("undo", safety.undo, "take back the last change, or an older one", as_json=False)
    undo.add_argument(
        "--step", type=_count, metavar="N", help="this step of the history; what was edited since stays"
    )
    history = add("history", safety.history, "what was done, newest first")
    history.add_argument("--limit", type=_count, default=200)
    add("backup", safety.backup, "make a backup now")
    add("backups", safety.list_backups, "the backups of a book, newest first")
    restore = add("restore", safety.restore, "bring the book back to a backup")
    restore.add_argument(
        "backup", nargs="?", metavar="NAME", help="one that “backups” lists; the newest good one unless said"
    )
    passphrase = add(
        "passphrase", safety.passphrase, "protect a book by a passphrase, change it, take it away"
    )
    passphrase.add_argument("--off", action="store_true", help="take the passphrase away")


def _dated(sub: Any) -> Any:
    sub.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="today unless said")
    return sub


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it like 2026-03-31") from None


def _keys(text: str) -> tuple[str, ...]:
    keys = tuple(key.strip() for key in text.split(",") if key.strip())
    if keys and set(keys) <= set(KEYS):
        return keys
    raise argparse.ArgumentTypeError(f"“{text[:80]}” is not a list of these: {', '.join(KEYS)}")


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:40]}” is not a number that can be used here")


def _horizon(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= 36_525:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:40]}” is not a time ahead: a whole number from 1 on")


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = -1.0
    if 0 <= rate <= 1:
        return rate
    raise argparse.ArgumentTypeError(f"“{text[:40]}” is not a rate: write 10 % a year as 0.1")


def _window(text: str) -> int | None:
    if text == "all":
        return None
    if text.isascii() and text.isdigit() and len(text) <= 6 and 1 <= int(text) <= 100_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is neither a number of days nor “all”")
