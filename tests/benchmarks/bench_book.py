"""Everyday work on a book of 100,000 clients, 1,000,000 sales and as many interactions.

    python -m tests.benchmarks.bench_book [BOOK]

Makes the book (minutes) unless one made by `large_book` is given. Prints milliseconds and, where the budget is a
ratio, the ratio to the plain SQL that gives the same figures, measured in the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rules import metrics_used, parse_rule
from portfolio_app.services import (
    agenda,
    client_views,
    interactions,
    portfolio,
    search,
    segment_labels,
    segment_store,
)
from portfolio_app.services.books import Book, open_book
from portfolio_app.storage import frames as stored
from portfolio_app.storage.cache import BookCache
from tests.benchmarks.large_book import make_large_book

GROUP_BY = "SELECT client_id, sum(amount), max(date), count(*) FROM sale GROUP BY client_id"
TYPED = ("k", "ke", "ker", "kerm", "kermo", "b", "bou", "boul", "boul m", "29", "client 42")


def milliseconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of a few rounds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times) * 1000


def say(what: str, value: float, budget: str = "", against: float | None = None) -> None:
    """One line of the table."""
    ratio = f"{value / against:7.1f} ×" if against else " " * 9
    print(f"{what:<48}{value:9.1f} ms {ratio}  {budget}")


def measure(book: Book) -> None:
    """Print the table."""
    today = book.today()

    def sql(query: str) -> object:
        with book.read() as connection:
            return connection.exec_driver_sql(query).all()

    def cold() -> None:
        book.cache = BookCache()

    plain = milliseconds(lambda: sql(GROUP_BY))
    say("plain SQL: one GROUP BY of all sales", plain)
    say(
        "opening the list: ids by name",
        milliseconds(lambda: (cold(), client_views.client_ids(book, today))),
        "100 ms",
    )
    ids = client_views.client_ids(book, today)
    cold()
    say(
        "first figures of the day, everything read",
        milliseconds(lambda: portfolio.snapshot(book, today), 1),
        "",
        plain,
    )
    days = iter(range(1, 400))

    def earlier() -> date:
        return today - timedelta(days=next(days))

    spec = segment_store.segmentation(book, "standard")
    used = sorted(metrics_used([parse_rule(s.rule) for s in spec.segments if s.rule is not None]))

    def table(day: date, only: list[str] | None = None) -> object:
        frames = stored.book_frames(book, day, portfolio.WINDOW_DAYS)
        return segment_labels.raw(book, spec, day, metrics(frames, day, only=only))

    say("every column of another day, and segments", milliseconds(lambda: table(earlier())), "3 ×", plain)
    say("the columns segments need, of another day", milliseconds(lambda: table(earlier(), used)), "", plain)
    say(
        "metrics, segments and queue of another day",
        milliseconds(lambda: portfolio.snapshot(book, earlier())),
        "3 ×",
        plain,
    )
    say(
        "the columns segments need, 24 month-ends",
        milliseconds(lambda: [table(today - timedelta(days=400 + 30 * m), used) for m in range(24)], 1),
        "20 ×",
        plain,
    )

    def touch() -> None:
        interactions.log_touch(book, ids[500], {"kind": "call"})
        portfolio.snapshot(book, today)

    say("logging a touch → all figures", milliseconds(touch), "100 ms")
    say(
        "concentration of 12 months",
        milliseconds(lambda: (cold(), portfolio.concentration(book, today, 365))),
        "1.5 ×",
        milliseconds(lambda: sql("SELECT client_id, sum(amount) FROM sale GROUP BY client_id")),
    )
    portfolio.snapshot(book, today)
    say(
        "200 rows of the list with figures",
        milliseconds(lambda: client_views.client_rows(book, ids[:200], today)),
    )
    say("opening a client", milliseconds(lambda: client_views.client_detail(book, ids[7], today)), "100 ms")
    say("its history", milliseconds(lambda: client_views.timeline(book, ids[7])))
    say("the queue by segment", milliseconds(lambda: agenda.queue_groups(book, today)))
    spent = sorted(milliseconds(lambda t=typed: search.search(book, t, 30)) for typed in TYPED)
    say("a keystroke in search, worst of eleven", spent[-1], "16 ms")


def main(arguments: list[str]) -> None:
    """Measure the given book, or one made for it."""
    if arguments:
        book = open_book(Path(arguments[0]))
        measure(book)
        book.close()
        return
    with tempfile.TemporaryDirectory() as folder:
        book = make_large_book(Path(folder) / "large.portfolio")
        measure(book)
        book.close()


if __name__ == "__main__":
    main(sys.argv[1:])
