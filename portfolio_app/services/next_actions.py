"""The one next thing to do for a client, with the words of the record it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portfolio_app.analysis.columns import LATE
from portfolio_app.services.portfolio import QUEUE_FROM, Snapshot
from portfolio_app.services.subjects import NOTHING, Due, Subject, subjects
from portfolio_app.storage.book import Book


@dataclass(frozen=True)
class NextAction:
    """The one next thing to do for a client, as the queue sees it.

    `days_late` is negative when still to come; past `limit_on` it is overdue (None: never). `follow_up_id`
    is None for a due that is computed and was not put off. `about` names the record it is of ("deal:12",
    "key_date:3", "enrolment:7", "since" for the start of the relationship), `subject` says it in the user's
    words (deal, key date's label, complaint, "Plan · 2/3"), `subject_kind` is a key date's kind and
    `subject_on` its day (of a deal the expected close, of a birthday or an anniversary that day, of a
    complaint the day it came in). `missing`: "phone" and "email", those nobody there has. `planned_on`: the
    day the book's capacity gives it; `status` "open" or "waiting" of a follow-up, `repeats` when it comes
    again. `priority` is worked out of `urgency`, `stake` and `risk`, see `analysis.follow_ups`. `gap_days`,
    `silence_days` and `p_overdue` say the client's own buying rhythm.
    """

    client_id: int
    follow_up_id: int | None
    due_on: date
    days_late: int
    bucket: str
    reason: str
    other_reasons: tuple[str, ...]
    kind: str
    title: str
    due_time: str
    last_touch: date | None
    days_since_touch: int | None
    touch_is_order: bool
    ideal_days: int | None
    max_days: int | None
    at_stake: int
    about: str = ""
    limit_on: date | None = None
    planned_on: date | None = None
    status: str = ""
    repeats: bool = False
    urgency: float = 1.0
    stake: float = 1.0
    risk: float = 1.0
    priority: float = 1.0
    gap_days: int | None = None
    silence_days: int | None = None
    p_overdue: float | None = None
    subject: str = ""
    subject_kind: str = ""
    subject_on: date | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_order_late(self) -> bool:
        """Whether no order came for so long that this is hardly chance."""
        return self.p_overdue is not None and self.p_overdue < LATE


def next_actions(book: Book, shot: Snapshot, ids: Sequence[int] | None = None) -> dict[int, NextAction]:
    """The queue's lines by client; all of them without `ids`, in the queue's order."""
    key = ("queue_position", shot.as_of, shot.window_days)
    queue = shot.queue
    if ids is None:
        chosen = queue
    else:
        position = book.cache.get(
            key, QUEUE_FROM, lambda: {int(c): n for n, c in enumerate(queue["client_id"].to_numpy())}
        )
        chosen = queue.iloc[[position[i] for i in ids if i in position]]
    rows = chosen.to_dict("records")
    wanted = [
        Due(int(row["client_id"]), row["reason"], row["about"], row["due_on"].date(), shot.as_of)
        for row in rows
    ]
    words = subjects(book, wanted)
    return {
        due.client_id: _next_action(row, words.get(due.client_id, NOTHING))
        for row, due in zip(rows, wanted, strict=True)
    }


def _next_action(row: dict[str, Any], words: Subject) -> NextAction:
    return NextAction(
        client_id=int(row["client_id"]),
        follow_up_id=_integer(row["follow_up_id"]),
        due_on=row["due_on"].date(),
        days_late=int(row["days_late"]),
        bucket=row["bucket"],
        reason=row["reason"],
        other_reasons=tuple(row["other_reasons"]),
        kind=row["kind"],
        title=row["title"] or words.step,
        due_time=row["due_time"],
        last_touch=_day(row["last_touch"]),
        days_since_touch=_integer(row["days_since_touch"]),
        touch_is_order=bool(row["touch_is_order"]),
        ideal_days=_integer(row["ideal_days"]),
        max_days=_integer(row["max_days"]),
        at_stake=int(row["at_stake"]),
        about=row["about"],
        limit_on=_day(row["limit_on"]),
        planned_on=_day(row["planned_on"]),
        status=row["status"],
        repeats=bool(row["repeats"]),
        urgency=float(row["urgency"]),
        stake=float(row["stake"]),
        risk=float(row["risk"]),
        priority=float(row["priority"]),
        gap_days=_integer(row["gap_days"]),
        silence_days=_integer(row["silence_days"]),
        p_overdue=_number(row["p_overdue"]),
        subject=words.text,
        subject_kind=words.kind,
        subject_on=words.on,
        missing=words.missing,
    )


def _integer(value: Any) -> int | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else int(value)


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)  # NaN is not equal to itself


def _day(value: Any) -> date | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else value.date()
