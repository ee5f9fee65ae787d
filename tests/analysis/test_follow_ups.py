from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.follow_ups import BUCKETS, QUEUE_COLUMNS, REASONS, none_planned, queue
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.working_days import WorkingDays
from tests.analysis.books import TODAY, book, clients, dues, follow_ups, lines, touches

CADENCES = {"x": (30, 45)}
EVERY_DAY = WorkingDays(range(7))


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days)


def table(frames: BookFrames, as_of: date = TODAY) -> pd.DataFrame:
    return metrics(frames, as_of).assign(segment="x")


def queue_of(*plans: dict[str, Any], touched: date | None = None, **rest: Any) -> pd.DataFrame:
    """The queue of a book with one client, Ann."""
    touch = {"client_id": 1, "last_touch": touched} | rest.pop("touch", {})
    frame = clients("Ann", **rest.pop("client", {}))
    frames = book(
        frame,
        rest.pop("sales", None),
        touches(touch) if touched else None,
        follow_ups(*[{"client_id": 1, **plan} for plan in plans]),
        **{name: rest.pop(name) for name in ("deals", "surveys", "dues", "rhythm") if name in rest},
    )
    return queue(table(frames), frames, CADENCES, TODAY, **{"working": EVERY_DAY, **rest})


def only(found: pd.DataFrame) -> pd.Series:
    assert len(found) == 1
    return found.iloc[0]


def test_empty_book_has_every_column() -> None:
    frames = BookFrames.empty()
    found = queue(table(frames), frames, CADENCES, TODAY, working=EVERY_DAY)
    assert found.empty
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == QUEUE_COLUMNS
    assert none_planned(table(frames), found).empty


@pytest.mark.parametrize(
    ("since", "bucket", "late"),
    [
        (46, "overdue", 16),
        (45, "today", 15),
        (30, "today", 0),
        (29, "week", -1),
        (23, "week", -7),
        (22, "later", -8),
    ],
)
def test_cadence(since: int, bucket: str, late: int) -> None:
    row = only(queue_of(touched=ago(since)))
    assert (row["bucket"], row["days_late"], row["reason"]) == (bucket, late, "cadence")
    assert row["due_on"] == pd.Timestamp(ago(since) + timedelta(30))
    assert row["limit_on"] == pd.Timestamp(ago(since) + timedelta(45))
    assert (row["days_since_touch"], row["ideal_days"], row["max_days"]) == (since, 30, 45)
    assert row["last_touch"] == pd.Timestamp(ago(since))
    assert row["follow_up_id"] is pd.NA
    assert not row["touch_is_order"]


def test_without_a_touch_the_last_sale_counts() -> None:
    row = only(queue_of(sales=lines((1, ago(40), "", 100, None))))
    assert (row["reason"], row["bucket"], row["touch_is_order"]) == ("cadence", "today", True)
    assert row["days_since_touch"] == 40
    assert row["at_stake"] == 100_000_000


@pytest.mark.parametrize(("created", "bucket"), [(0, "today"), (45, "today"), (46, "overdue")])
def test_never_touched_is_due_at_once(created: int, bucket: str) -> None:
    row = only(queue_of(client={"created_on": ago(created)}))
    assert (row["reason"], row["bucket"], row["days_late"]) == ("never_touched", bucket, created)
    assert row["days_since_touch"] is pd.NA


def test_former_clients_and_segments_without_a_cadence_are_left_alone() -> None:
    assert queue_of(touched=ago(100), client={"status": "former"}).empty
    frames = book(clients("Ann", "Bob"))
    found = queue(table(frames), frames, {}, TODAY, working=EVERY_DAY)
    assert found.empty
    assert none_planned(table(frames), found)["client_name"].tolist() == ["Ann", "Bob"]
    former = book(clients("Ann", status="former"))
    assert none_planned(table(former), found).empty


def test_reminder_of_a_former_client_stays() -> None:
    assert only(queue_of({"due_on": ago(1)}, client={"status": "former"}))["bucket"] == "overdue"


@pytest.mark.parametrize(("due", "bucket"), [(-1, "overdue"), (0, "today"), (7, "week"), (8, "later")])
def test_reminder(due: int, bucket: str) -> None:
    row = only(queue_of({"due_on": ahead(due), "title": "Send offer", "due_time": "09:30"}, touched=TODAY))
    assert (row["bucket"], row["reason"], row["title"], row["kind"]) == (
        bucket,
        "reminder",
        "Send offer",
        "call",
    )
    assert (row["follow_up_id"], row["days_late"], row["due_time"]) == (1, -due, "09:30")


def test_due_cadence_yields_to_a_follow_up_within_a_week() -> None:
    row = only(queue_of({"due_on": ahead(7)}, touched=ago(100)))
    assert (row["reason"], row["bucket"], row["other_reasons"]) == ("reminder", "week", ())


def test_cadence_yields_to_a_follow_up_before_its_limit() -> None:
    """Due in 10 days, limit in 25: a follow-up in 20 days is early enough."""
    assert only(queue_of({"due_on": ahead(20)}, touched=ago(20)))["reason"] == "reminder"
    assert only(queue_of({"due_on": ahead(26)}, touched=ago(20)))["reason"] == "cadence"


def test_overdue_cadence_does_not_yield_to_a_far_follow_up() -> None:
    row = only(queue_of({"due_on": ahead(8)}, touched=ago(100)))
    assert (row["reason"], row["bucket"]) == ("cadence", "overdue")


def test_both_due_fold_the_earliest_limit_first() -> None:
    row = only(queue_of({"due_on": ago(2)}, touched=ago(40)))
    assert (row["reason"], row["other_reasons"], row["bucket"]) == ("reminder", ("cadence",), "overdue")
    row = only(queue_of({"due_on": TODAY}, touched=ago(60)))
    assert (row["reason"], row["other_reasons"], row["bucket"]) == ("cadence", ("reminder",), "overdue")


def test_several_due_reminders_fold_into_the_earliest() -> None:
    row = only(queue_of({"due_on": TODAY}, {"due_on": ago(3)}, {"due_on": ahead(2)}, touched=TODAY))
    assert (row["follow_up_id"], row["other_reasons"]) == (2, ("reminder",))


def test_time_of_day_breaks_the_tie_and_the_whole_day_comes_last() -> None:
    times = [{"due_on": TODAY, "due_time": time} for time in ("", "14:00", "09:00")]
    row = only(queue_of(*times, touched=TODAY))
    assert row["follow_up_id"] == 3


def test_snooze_replaces_the_cadence() -> None:
    row = only(queue_of({"due_on": ahead(3), "reason": "cadence"}, touched=ago(100)))
    assert (row["reason"], row["bucket"], row["days_late"], row["follow_up_id"]) == ("cadence", "week", -3, 1)
    row = only(queue_of({"due_on": ago(1), "reason": "cadence"}, touched=ago(5)))
    assert (row["reason"], row["bucket"]) == ("cadence", "overdue")


def test_waiting_keeps_its_bucket_until_its_day() -> None:
    assert only(queue_of({"due_on": ahead(3), "status": "waiting"}, touched=ago(100)))["bucket"] == "waiting"
    assert only(queue_of({"due_on": ahead(90), "status": "waiting"}, touched=TODAY))["bucket"] == "waiting"
    assert only(queue_of({"due_on": TODAY, "status": "waiting"}, touched=TODAY))["bucket"] == "today"
    assert only(queue_of({"due_on": ago(1), "status": "waiting"}, touched=TODAY))["bucket"] == "overdue"


OPEN_COMPLAINT = {"complaints": 1, "complaints_open": 1}


def complaint(received: int, **given: Any) -> dict[str, Any]:
    """A complaint received that many days ago, for `queue_of`."""
    touch = {**OPEN_COMPLAINT, "oldest_open_complaint": ago(received)}
    return {"touch": touch, "dues": dues(complaints=[{"on": ago(received), **given}])}


@pytest.mark.parametrize(
    ("received", "given", "bucket", "late"),
    [
        (8, {}, "overdue", 1),
        (7, {}, "today", 0),
        (6, {}, "week", -1),
        (20, {"due_on": TODAY}, "today", 0),
        (0, {"due_on": ahead(8)}, "later", -8),
        (0, {"due_on": ago(1)}, "overdue", 1),
        (30, {"resolved_on": ahead(1)}, "overdue", 23),
    ],
)
def test_complaint_is_due_at_its_deadline(
    received: int, given: dict[str, Any], bucket: str, late: int
) -> None:
    row = only(queue_of(touched=TODAY, **complaint(received, **given)))
    assert (row["reason"], row["bucket"], row["days_late"]) == ("complaint", bucket, late)
    assert row["risk"] == 1.5


def test_complaint_not_open_that_day_is_none() -> None:
    for other in ({"resolved_on": TODAY}, {"on": ahead(1)}):
        found = queue_of(touched=TODAY, dues=dues(complaints=[{"on": ago(20), **other}]))
        assert only(found)["reason"] == "cadence"


def test_complaint_folds_with_what_else_is_due_and_can_be_put_off() -> None:
    row = only(queue_of({"due_on": TODAY}, touched=ago(50), **complaint(20)))
    assert (row["reason"], row["other_reasons"]) == ("complaint", ("reminder", "cadence"))
    put_off = only(queue_of({"due_on": ahead(5), "reason": "cadence"}, touched=ago(50), **complaint(20)))
    assert (put_off["reason"], put_off["bucket"]) == ("cadence", "week")


def test_order_is_bucket_then_priority_then_name() -> None:
    """Bea and Ann tie; Cid has twice the median at stake; Dan is later; Eve is overdue."""
    frames = book(
        clients("Bea", "Ann", "Cid", "Dan", "Eve"),
        lines((1, ago(90), "", 10, None), (2, ago(90), "", 10, None), (3, ago(90), "", 20, None)),
        touches(
            *[{"client_id": i, "last_touch": ago(days)} for i, days in enumerate([35, 35, 35, 5, 50], 1)]
        ),
    )
    found = queue(table(frames), frames, CADENCES, TODAY, working=EVERY_DAY)
    assert found["client_name"].tolist() == ["Eve", "Cid", "Ann", "Bea", "Dan"]
    assert found["priority"].tolist()[2] == pytest.approx((1 + 1.5 * (1 - exp(-5 / 45 / 1.5))) * 2)


def test_follow_up_of_an_unknown_client_is_ignored() -> None:
    frames = book(clients("Ann"), follow_up_frame=follow_ups({"client_id": 99, "due_on": TODAY}))
    assert queue(table(frames), frames, {}, TODAY, working=EVERY_DAY).empty


_PLAN = st.fixed_dictionaries(
    {
        "client_id": st.integers(1, 5),
        "due_on": st.integers(-60, 120).map(ahead),
        "reason": st.sampled_from(["reminder", "cadence"]),
        "status": st.sampled_from(["open", "waiting"]),
        "due_time": st.sampled_from(["", "08:00", "17:15"]),
    }
)
_BOOK = st.tuples(
    st.lists(_PLAN, max_size=10),
    st.lists(st.one_of(st.none(), st.integers(0, 200)), min_size=5, max_size=5),
    st.lists(st.sampled_from(["active", "prospect", "former"]), min_size=5, max_size=5),
    st.lists(st.one_of(st.none(), st.integers(0, 30)), min_size=5, max_size=5),
)


def _random_book(parts: tuple) -> BookFrames:
    plans, touched, statuses, complaints = parts
    frame = clients(*"ABCDE")
    frame["status"] = statuses
    rows = []
    for i in range(5):
        if touched[i] is None and complaints[i] is None:
            continue
        row: dict[str, Any] = {
            "client_id": i + 1,
            "last_touch": None if touched[i] is None else ago(touched[i]),
        }
        if complaints[i] is not None:
            row |= {**OPEN_COMPLAINT, "oldest_open_complaint": ago(complaints[i])}
        rows.append(row)
    return book(frame, lines((2, ago(80), "", 70, None)), touches(*rows), follow_ups(*plans))


@given(_BOOK)
@settings(deadline=None, max_examples=20)
def test_one_row_per_client_and_nobody_planned_is_lost(parts: tuple) -> None:
    frames = _random_book(parts)
    found = queue(table(frames), frames, CADENCES, TODAY, working=EVERY_DAY)
    assert found["client_id"].is_unique
    assert set(found["bucket"]) <= set(BUCKETS)
    assert set(found["reason"]) <= set(REASONS)
    planned = set(frames.follow_ups["client_id"])
    living = set(frames.clients.loc[frames.clients["status"] != "former", "client_id"])
    assert planned | living <= set(found["client_id"])
    places = [BUCKETS.index(bucket) for bucket in found["bucket"]]
    assert places == sorted(places)
    for row in found.itertuples():
        assert row.reason not in row.other_reasons or row.reason in ("reminder", "cadence")
        assert (row.due_on <= pd.Timestamp(TODAY)) == (row.bucket in ("overdue", "today"))
        assert (row.limit_on < pd.Timestamp(TODAY)) == (row.bucket == "overdue")


@given(_BOOK)
@settings(deadline=None, max_examples=20)
def test_a_touch_today_takes_the_cadence_away(parts: tuple) -> None:
    plans, _, statuses, complaints = parts
    frames = _random_book((plans, [0] * 5, statuses, complaints))
    found = queue(table(frames), frames, CADENCES, TODAY, working=EVERY_DAY)
    due = found[found["bucket"].isin(["overdue", "today"])]
    computed = due["follow_up_id"].isna()
    assert not (computed & due["reason"].isin(["cadence", "never_touched"])).any()


@given(_BOOK)
@settings(deadline=None, max_examples=20)
def test_a_snooze_is_never_lost(parts: tuple) -> None:
    """A snooze shows as itself, or behind something due no later than it, or after something due now."""
    frames = _random_book(parts)
    found = queue(table(frames), frames, CADENCES, TODAY, working=EVERY_DAY).set_index("client_id")
    snoozes = frames.follow_ups[frames.follow_ups["reason"] == "cadence"]
    for client, due in snoozes.groupby("client_id")["due_on"].min().items():
        row = found.loc[client]
        assert row["due_on"] <= max(due, pd.Timestamp(TODAY))
        assert row["reason"] != "never_touched"
        if row["reason"] == "cadence":
            assert row["follow_up_id"] is not pd.NA
