"""What the user put off rests until its day, and what came up meanwhile shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.analysis.follow_ups import BUCKETS, REASONS, none_planned, queue
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.working_days import WorkingDays
from tests.analysis.books import TODAY, book, clients, deals, dues, follow_ups, lines, touches
from tests.analysis.test_follow_ups_dues import BOUGHT, EVERY_DAY, ago, ahead, ann, line, rhythm

DEAL = {"client_id": 1, "expected_on": ahead(2)}


YESTERDAY = ago(1)


def put_off(
    until: int, reason: str = "cadence", set_on: date | None = YESTERDAY, **given: Any
) -> dict[str, Any]:
    return {"due_on": ahead(until), "reason": reason, "set_on": set_on, **given}


def test_what_was_due_rests_until_the_day() -> None:
    """A cadence, a broken rhythm, a complaint and a deal's close, all due: none of them before the day."""
    given: dict[str, Any] = {
        "touched": ago(80),
        "cadence": (30, 45),
        "sales": BOUGHT,
        "rhythm": rhythm(ago(10), ago(1)),
        "deals": deals(DEAL),
        "dues": dues(complaints=[{"on": ago(20)}]),
    }
    assert ann(**given).iloc[0]["other_reasons"] == ("complaint", "deal_close", "rhythm")
    assert line(ann(put_off(5, "complaint"), **given)) == ("complaint", "week", -5, "")
    now = ann(put_off(0, "complaint"), **given)
    assert line(now) == ("complaint", "today", 0, "")
    assert now.iloc[0]["other_reasons"] == ()
    assert line(ann(put_off(-1, "complaint"), **given)) == ("complaint", "overdue", 1, "")


def test_what_comes_up_after_it_was_put_off_shows() -> None:
    """Put off yesterday, when the deal's close was not yet near."""
    far = put_off(60)
    found = ann(far, touched=ago(80), cadence=(30, 45), deals=deals(DEAL | {"expected_on": ahead(7)}))
    assert line(found) == ("deal_close", "today", 0, "deal:1")
    complaint = dues(complaints=[{"on": ago(7)}])
    assert line(ann(far, touched=ago(80), cadence=(30, 45), dues=complaint))[0] == "complaint"


@pytest.mark.parametrize(
    ("reason", "about", "shown"),
    [
        ("deal_close", "deal:1", "deal_step"),
        ("deal_step", "deal:1", "deal_close"),
        ("deal_close", "deal:9", "deal_step"),
    ],
)
def test_a_record_stands_for_the_due_it_names(reason: str, about: str, shown: str) -> None:
    """Both come up tomorrow or later; the one put off is not there beside its record."""
    both = deals({"client_id": 1, "expected_on": ahead(9), "next_step_on": ahead(1)})
    found = ann(put_off(40, reason, about=about), deals=both)
    assert line(found)[0] == shown


def test_a_due_put_off_before_it_came_waits_for_the_new_day() -> None:
    """A cadence due in 5 days, a birthday in 3, a key date and a complaint's deadline to come, each moved."""
    assert line(ann(put_off(20), touched=ago(25), cadence=(30, 45)))[2] == -20
    day = dues([{"on": ahead(3), "notice_days": 0}])
    assert line(ann(put_off(20, "key_date", about="key_date:1"), dues=day)) == (
        "key_date",
        "later",
        -20,
        "key_date:1",
    )
    soon = dues(complaints=[{"on": ago(5)}])
    assert line(ann(put_off(20, "complaint"), touched=TODAY, cadence=(30, 45), dues=soon))[2] == -20
    later = dues(complaints=[{"on": ago(5)}, {"on": TODAY, "due_on": ahead(1)}])
    assert line(ann(put_off(20, "complaint"), touched=TODAY, cadence=(30, 45), dues=later))[2] == -1
    wanted = Agenda(anniversaries=True)
    since = {"client_since": date(2020, 4, 2)}
    assert line(ann(put_off(5, "key_date", about="since"), client=since, agenda=wanted))[2] == -5


def test_put_off_without_a_day_of_decision_all_rests() -> None:
    """Books of before: a snooze without `set_on`."""
    old = put_off(5, set_on=None)
    assert line(ann(old, touched=ago(80), cadence=(30, 45), dues=dues(complaints=[{"on": ago(7)}])))[2] == -5


def test_a_broken_rhythm_is_no_new_one_because_its_day_moved() -> None:
    given: dict[str, Any] = {"sales": BOUGHT, "deals": deals(DEAL)}
    found = ann(put_off(40, "deal_close", ago(10), about="deal:1"), rhythm=rhythm(ago(5), ago(-9)), **given)
    assert line(found)[:2] == ("deal_close", "later")
    found = ann(put_off(40, "deal_close", ago(20), about="deal:1"), rhythm=rhythm(ago(5), ago(-9)), **given)
    assert line(found)[0] == "rhythm"


def test_waiting_hides_what_is_computed_until_its_day() -> None:
    given: dict[str, Any] = {
        "touched": ago(80),
        "cadence": (30, 45),
        "dues": dues(complaints=[{"on": ago(20)}]),
    }
    answer = {"due_on": ahead(30), "status": "waiting", "set_on": ago(1), "title": "Their answer"}
    found = ann(answer, **given)
    assert line(found) == ("reminder", "waiting", -30, "")
    assert (found.iloc[0]["status"], found.iloc[0]["title"]) == ("waiting", "Their answer")
    assert line(ann(answer, {"due_on": TODAY}, **given))[:2] == ("reminder", "today")
    reached = ann(answer | {"due_on": ago(1)}, **given).iloc[0]
    assert (reached["reason"], reached["other_reasons"]) == ("reminder", ())
    later = ann(answer | {"due_on": ago(1), "status": "open"}, **given).iloc[0]
    assert (later["reason"], later["other_reasons"]) == ("cadence", ("reminder", "complaint"))
    assert line(ann(answer | {"reason": "rhythm"}, sales=BOUGHT, rhythm=rhythm(ago(9), ago(1)))) == (
        "rhythm",
        "waiting",
        -30,
        "",
    )


def test_a_word_no_one_knows_is_a_reminder() -> None:
    assert line(ann({"due_on": ago(1), "reason": "omen"}))[:2] == ("reminder", "overdue")


# Whatever is in a book.

DAY = st.integers(-60, 90).map(ahead)
_FOLLOW_UP = st.fixed_dictionaries(
    {
        "client_id": st.integers(1, 4),
        "due_on": DAY,
        "reason": st.sampled_from(
            ["reminder", "plan_step", "cadence", "rhythm", "complaint", "deal_step", "data"]
        ),
        "about": st.sampled_from(["", "", "deal:1", "deal:2"]),
        "status": st.sampled_from(["open", "waiting"]),
        "set_on": st.none() | st.integers(0, 40).map(ago),
    }
)
_DEAL = st.fixed_dictionaries(
    {"client_id": st.integers(1, 4), "expected_on": st.none() | DAY, "next_step_on": st.none() | DAY}
)
_COMPLAINT = st.fixed_dictionaries(
    {"client_id": st.integers(1, 4), "on": st.integers(0, 40).map(ago), "due_on": st.none() | DAY}
)
_KEY_DATE = st.fixed_dictionaries(
    {
        "client_id": st.integers(1, 4),
        "on": st.dates(date(2018, 1, 1), date(2028, 12, 31)),
        "kind": st.sampled_from(["renewal", "birthday"]),
        "yearly": st.integers(0, 1),
        "notice_days": st.sampled_from([0, 30, 400]),
    }
)
_ANSWER = st.fixed_dictionaries(
    {
        "client_id": st.integers(1, 4),
        "reason": st.sampled_from(["deal_close", "deal_step", "key_date", "survey", "data", "birthday"]),
        "about": st.sampled_from(["", "deal:1", "key_date:1", "since"]),
        "done_on": st.integers(0, 500).map(ago),
    }
)
_TOUCHED = st.none() | st.integers(0, 200).map(ago)
BOOKS = st.fixed_dictionaries(
    {
        "plans": st.lists(_FOLLOW_UP, max_size=6),
        "deals": st.lists(_DEAL, max_size=3),
        "complaints": st.lists(_COMPLAINT, max_size=3),
        "key_dates": st.lists(_KEY_DATE, max_size=3),
        "answers": st.lists(_ANSWER, max_size=4),
        "touched": st.lists(_TOUCHED, min_size=4, max_size=4),
        "status": st.lists(st.sampled_from(["active", "active", "former"]), min_size=4, max_size=4),
    }
)
EVERYTHING = Agenda(birthdays=True, anniversaries=True, survey_days=60)
_SALES = lines((1, ago(80), "", 70, None), (2, ago(300), "", 9, None), (2, ago(20), "", 9, None))


def made(drawn: dict[str, Any], *, plans: list[dict[str, Any]] | None = None) -> BookFrames:
    frame = clients(
        *"ABCD", kind="person", birth_date=date(1990, 4, 2), client_since=date(2019, 3, 30), reachable=0
    )
    frame["status"] = drawn["status"]
    rows = [{"client_id": i, "last_touch": day} for i, day in enumerate(drawn["touched"], 1) if day]
    return book(
        frame,
        _SALES,
        touches(*rows),
        follow_ups(*(drawn["plans"] if plans is None else plans)),
        deals=deals(*drawn["deals"]),
        dues=dues(drawn["key_dates"], drawn["complaints"], drawn["answers"]),
    )


def queue_of(frames: BookFrames, as_of: date = TODAY, **given: Any) -> Any:
    known = metrics(frames, as_of).assign(segment="x")
    return queue(
        known, frames, {"x": (30, 45)}, as_of, **{"agenda": EVERYTHING, "working": EVERY_DAY, **given}
    )


@given(BOOKS)
@settings(deadline=None, max_examples=25)
def test_every_line_is_in_its_place_and_nobody_is_lost(drawn: dict[str, Any]) -> None:
    frames = made(drawn)
    found = queue_of(frames)
    assert found["client_id"].is_unique
    places = [BUCKETS.index(bucket) for bucket in found["bucket"]]
    assert places == sorted(places)
    planned = {row["client_id"] for row in drawn["plans"]}
    living = {i for i, status in enumerate(drawn["status"], 1) if status != "former"}
    due = set(found["client_id"])
    assert planned <= due
    unplanned = set(none_planned(metrics(frames, TODAY), found).index)
    assert due | unplanned >= living
    assert not due & unplanned
    for row in found.itertuples():
        is_due = row.due_on.date() <= TODAY
        assert is_due == (row.bucket in ("overdue", "today"))
        assert (row.limit_on.date() < TODAY if row.limit_on == row.limit_on else False) == (
            row.bucket == "overdue"
        )
        assert row.bucket != "week" or row.due_on.date() <= ahead(7)
        assert row.bucket != "waiting" or row.status == "waiting"
        assert row.reason in REASONS
        assert set(row.other_reasons) <= set(REASONS)
        assert is_due or not row.other_reasons
        assert row.planned_on.date() == max(row.due_on.date(), TODAY)
        assert row.urgency > 0
        assert row.stake >= 1
        assert 1 <= row.risk <= 2
    ranks = list(zip(places, -found["priority"], found["client_name"], strict=True))
    assert ranks == sorted(ranks)


@given(BOOKS, st.integers(1, 60))
@settings(deadline=None, max_examples=15)
def test_who_is_put_off_shows_on_the_day_and_not_before(drawn: dict[str, Any], days: int) -> None:
    """The line of A as a whole is put off today: nothing that was due shows until then; that day it is due."""
    before = queue_of(made(drawn, plans=[])).set_index("client_id")
    if 1 not in before.index or before.loc[1, "bucket"] not in ("overdue", "today"):
        return
    reason = before.loc[1, "reason"].replace("never_touched", "cadence")
    record = {
        "client_id": 1,
        "due_on": ahead(days),
        "set_on": TODAY,
        "reason": reason,
        "about": before.loc[1, "about"],
    }
    row = queue_of(made(drawn, plans=[record])).set_index("client_id").loc[1]
    assert row["due_on"].date() > TODAY
    for ahead_days in {days // 2, days - 1, days} - {0}:
        on = ahead(ahead_days)
        then = queue_of(made(drawn, plans=[record]), on).set_index("client_id").loc[1]
        if ahead_days < days and then["due_on"].date() <= on:
            assert then["due_on"].date() > TODAY, "it was due already when it was put off"
        if ahead_days == days:
            assert then["bucket"] in ("overdue", "today")


@given(BOOKS)
@settings(deadline=None, max_examples=20)
def test_a_touch_today_resets_the_cadence_whatever_else_there_is(drawn: dict[str, Any]) -> None:
    found = queue_of(made(drawn | {"touched": [TODAY] * 4}))
    due = found[found["due_on"] <= str(TODAY)]
    computed = due["follow_up_id"].isna()
    assert not (computed & due["reason"].isin(["cadence", "never_touched", "rhythm"])).any()
    coming = found[found["reason"].eq("cadence") & found["follow_up_id"].isna()]
    assert (coming["due_on"] == str(ahead(30))).all()


@given(BOOKS)
@settings(deadline=None, max_examples=15)
def test_elastic_dues_fall_on_working_days(drawn: dict[str, Any]) -> None:
    working = WorkingDays((1, 2, 4), {ahead(3), ahead(30)})
    found = queue_of(made(drawn), working=working)
    elastic = found[found["reason"].isin(["cadence", "never_touched", "rhythm", "survey"])]
    for row in elastic[elastic["follow_up_id"].isna()].itertuples():
        assert working.is_working(row.due_on.date())
        assert row.limit_on != row.limit_on or working.is_working(row.limit_on.date())


def test_days_go_by_and_each_is_done_or_shown() -> None:
    """A month of mornings: who is due stays due until something is done about it."""
    frames = book(clients(*"ABCD"), _SALES)
    seen: set[int] = set()
    for day in range(0, 30, 3):
        as_of = TODAY + timedelta(day)
        now = queue_of(frames, as_of)
        due = set(now.loc[now["bucket"].isin(["overdue", "today"]), "client_id"])
        assert seen <= due
        seen |= due
