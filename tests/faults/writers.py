"""One writer at a time: a second one is refused, one that was killed holds nobody up."""

from __future__ import annotations

import json
import os
import time
from datetime import timedelta

from portfolio_app.errors import BookInUseError
from portfolio_app.services.books import open_book
from portfolio_app.storage import holder
from tests.faults.harness import Context, Row, Stage
from tests.faults.workload import NOW


def one_writer(context: Context) -> Row:
    """A second process, a killed holder, a holder on another computer, one that vanished, a mark that is none."""
    begun = time.perf_counter()
    row = Row(
        "one writer", "second process; kill -9 of the holder; marks of another computer, fresh, old, broken"
    )
    stage, _ = context.stage("held")
    with stage.at_home():
        for number in range(10 if context.is_long else 1):
            row.count(_second_process(context, stage), f"second process, killed holder, {number}")
        for host, age, is_refused in (
            ("elsewhere", 0.0, True),
            ("elsewhere", holder.STALE_SECONDS - 30, True),
            ("elsewhere", holder.STALE_SECONDS + 30, False),
            ("elsewhere", -86_400.0, False),
            (holder.host_name(), 0.0, False),
        ):
            row.count(_mark(stage, host, age, is_refused), f"mark of {host}, {age:.0f} s old")
        row.count(_broken_mark(stage), "a mark that is none")
    row.seconds = time.perf_counter() - begun
    return row


def _second_process(context: Context, stage: Stage) -> list[str]:
    stage.reset()
    problems = []
    with context.nursery.started(folder=str(stage.folder), scene=stage.scene.name, is_held=True) as run:
        run.go()
        while "state" not in (line := run.next_line()):
            pass
        problems += ["a second process opened the book"] if _opens(stage) else []
        run.kill()
        run.wait()
    begun = time.perf_counter()
    problems += stage.judge_book({line["state"]})
    waited = timedelta(seconds=time.perf_counter() - begun)
    return problems + ([f"the killed holder blocked for {waited}"] if waited > timedelta(seconds=5) else [])


def _mark(stage: Stage, host: str, age: float, is_refused: bool) -> list[str]:
    stage.reset()
    mark = holder.mark_path(stage.book)
    content = {"host": host, "user": "anne", "since": NOW.isoformat(), "process": 1, "token": "t"}
    mark.write_text(json.dumps(content), encoding="utf-8")
    at = time.time() - age
    os.utime(mark, (at, at))
    try:
        open_book(stage.book, lambda: NOW).close()
    except BookInUseError as error:
        return [] if is_refused and host in str(error) and "anne" in str(error) else [f"refused: {error}"]
    return ["was opened in spite of it"] if is_refused else []


def _broken_mark(stage: Stage) -> list[str]:
    stage.reset()
    holder.mark_path(stage.book).write_bytes(b"\xff{not json")
    return [] if _opens(stage) else ["it held the book"]


def _opens(stage: Stage) -> bool:
    try:
        open_book(stage.book, lambda: NOW).close()
    except BookInUseError:
        return False
    return True
