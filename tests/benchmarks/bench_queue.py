"""The queue on a book of 100,000 clients with everything in it that makes clients due.

    python -m tests.benchmarks.bench_queue [BOOK]

Makes the book (minutes) unless one made by `large_book` is given, to which it adds what is missing. Prints
milliseconds and ratios to the plain SQL that groups all sales by client, measured in the same run.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from portfolio_app.analysis.follow_ups import queue
from portfolio_app.models.base import instant_text
from portfolio_app.services import (
    agenda,
    agenda_actions,
    calendar_files,
    calendar_view,
    clients,
    insights,
    interactions,
    news,
    portfolio,
    quick_entry,
    reminders,
)
from portfolio_app.services import today as today_figures
from portfolio_app.services.agenda_settings import book_agenda, set_agenda
from portfolio_app.services.books import Book, open_book
from portfolio_app.services.working_days import working_days
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Step
from tests.benchmarks.bench_book import GROUP_BY, milliseconds, say
from tests.benchmarks.large_book import make_large_book

EVERYTHING: dict[str, Any] = {
    "country": "FR",
    "capacity": 12,
    "birthdays": True,
    "anniversaries": True,
    "survey_days": 180,
}
_REASONS = ("reminder", "reminder", "reminder", "plan_step", "cadence", "rhythm", "deal_close", "survey")


def add_dues(step: Step, today: date, seed: int = 1) -> None:
    """Follow-ups, deals, key dates, birthdays and contacts for a part of the clients each."""
    random = np.random.default_rng(seed)
    now = instant_text(step.now)
    run = step.connection.exec_driver_sql
    everyone = [row[0] for row in run("SELECT id FROM client ORDER BY id")]

    def some(share: float) -> list[int]:
        return sorted(random.choice(everyone, int(len(everyone) * share), replace=False).tolist())

    def day(low: int, high: int) -> Iterator[str]:
        while True:
            for offset in random.integers(low, high, 1000).tolist():
                yield (today + timedelta(days=offset)).isoformat()

    soon, past = day(-30, 120), day(-60, 1)
    chosen = some(0.4)
    reasons = random.choice(_REASONS, len(chosen)).tolist()
    states = random.choice(["open", "open", "open", "waiting", "done"], len(chosen)).tolist()
    run(
        "INSERT INTO follow_up(client_id, due_on, kind, title, reason, status, done_on, set_on, created_at) "
        "VALUES (?, ?, 'call', 'Call back', ?, ?, ?, ?, ?)",
        [
            (client, next(soon), reason, state, next(past) if state == "done" else None, next(past), now)
            for client, reason, state in zip(chosen, reasons, states, strict=True)
        ],
    )
    run(
        "INSERT INTO deal(client_id, title, amount, status, opened_on, expected_on, next_step_on, created_at) "
        "VALUES (?, 'Offer', ?, 'open', ?, ?, ?, ?)",
        [(c, 10**9 * (c % 50), next(past), next(soon), next(soon), now) for c in some(0.2)],
    )
    run(
        'INSERT INTO key_date(client_id, kind, "on", yearly, created_at) VALUES (?, ?, ?, ?, ?)',
        [(c, ("renewal", "birthday")[c % 2], next(soon), c % 3 > 0, now) for c in some(0.3)],
    )
    run(
        "UPDATE client SET kind = 'person', birth_date = ?, client_since = ? WHERE id = ?",
        [(next(soon), next(past), c) for c in some(0.3)],
    )
    run(
        "INSERT INTO contact(client_id, full_name, phone, created_at) VALUES (?, 'Ann', ?, ?)",
        [(c, "0600000000" if c % 4 else "", now) for c in some(0.6)],
    )


def measure(book: Book) -> None:
    """Print the table."""
    today = book.today()
    with book.read() as connection:
        plain = milliseconds(lambda: connection.exec_driver_sql(GROUP_BY).all())
    say("plain SQL: one GROUP BY of all sales", plain)
    shot = portfolio.snapshot(book, today)
    print(shot.queue["reason"].value_counts().to_string())
    days = iter(range(1, 400))

    def another_day() -> None:
        portfolio.snapshot(book, today - timedelta(days=next(days)))

    def alone() -> None:
        frames = stored.book_frames(book, today, portfolio.WINDOW_DAYS)
        cadences = {info.code: (info.ideal_days, info.max_days) for info in portfolio.segments(book)}
        queue(
            shot.metrics, frames, cadences, today, agenda=book_agenda(book), working=working_days(book, today)
        )

    alone()
    say("the queue alone, of today", milliseconds(alone), "", plain)
    say("metrics, segments and queue of another day", milliseconds(another_day), "3 ×", plain)

    _measure_pages(book, today, plain, "first")
    first_ones = shot.queue["client_id"][shot.queue["bucket"] == "overdue"].tolist()
    planned = shot.queue["client_id"][shot.queue["follow_up_id"].notna()].tolist()
    writes: dict[str, Callable[[], object]] = {
        "a touch": lambda: interactions.log_touch(book, first_ones.pop(), {"kind": "call"}),
        "a follow-up done": lambda: agenda_actions.finish(book, [planned.pop()], today),
        "a snooze": lambda: agenda_actions.postpone(book, [first_ones.pop()], today, today + timedelta(7)),
    }
    for name, write in writes.items():

        def figures(write: Callable[[], object] = write) -> None:
            write()
            portfolio.snapshot(book, today)

        say(f"{name} → all figures", milliseconds(figures), "1.5 ×", plain)
        write()
        _measure_pages(book, today, plain, f"after {name}")
    number = iter(range(1, 100))

    def names() -> None:
        clients.update_client(book, 500, {"city": f"Town {next(number)}"})
        quick_entry.read(book, "call Town", today)

    say("a client changed → quick log reads names", milliseconds(names), "100 ms", plain)


def _measure_pages(book: Book, today: date, plain: float, when: str) -> None:
    """What pages ask for, once each: what they ask for again without a change costs next to nothing."""
    month = today.replace(day=1)
    shown = month, month + timedelta(days=41), today
    soon = book.clock() + timedelta(hours=24)
    told, _ = reminders.look(book, soon)
    portfolio.snapshot(book, today)
    for name, work, budget in (
        ("Follow-ups page", lambda: agenda.queue_view(book, today), "0.5 ×"),
        ("Today's figures", lambda: today_figures.today_view(book, today), "0.5 ×"),
        ("Today's news", lambda: news.news(book, today), "0.5 ×"),
        ("Today's insight", lambda: insights.insights(book, today), "0.5 ×"),
        ("quick log reads names", lambda: quick_entry.read(book, "call Town", today), "0.5 ×"),
        ("a month of the calendar", lambda: calendar_view.calendar_view(book, *shown), "2.5 ×"),
        ("look for reminders", lambda: reminders.look(book, soon, told=told), "0.5 ×"),
        ("content of the calendar file", lambda: calendar_files.calendar_content(book, today), ""),
    ):
        say(f"{name}, {when}", milliseconds(work, 1), budget if when != "first" else "", plain)


def main(arguments: list[str]) -> None:
    """Measure the given book, or one made for it."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(arguments[0]) if arguments else None
        book = open_book(given) if given else make_large_book(Path(folder) / "large.portfolio")
        with book.read() as connection:
            is_new = connection.exec_driver_sql("SELECT count(*) FROM deal").scalar_one() == 0
        if is_new:
            with book.step("make") as step:
                add_dues(step, book.today())
        set_agenda(book, **EVERYTHING)
        measure(book)
        book.close()


if __name__ == "__main__":
    main(sys.argv[1:])
