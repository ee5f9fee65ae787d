"""Acting on the queue: each reason ticked off, put off, waited for; what is proposed next; nothing ever lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import (
    agenda,
    agenda_actions,
    clients,
    deals,
    follow_ups,
    history,
    interactions,
    key_dates,
    plans,
    portfolio,
)
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.services.next_actions import NextAction
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.services.test_agenda import add_client, remind

NUMBERS = count()


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def action(book: Book, client: int, as_of: date = TODAY) -> NextAction | None:
    """What is next for a client."""
    found = agenda.queue_rows(book, [client], as_of)
    return found[0].action


def shown(book: Book, client: int, days: int = 0) -> tuple[str, str] | None:
    """Reason and bucket of a client's line in so many days."""
    found = action(book, client, in_days(days))
    return None if found is None else (found.reason, found.bucket)


def kept(book: Book, **given: Any) -> list[FollowUp]:
    with book.read_session() as session:
        return list(session.scalars(select(FollowUp).filter_by(**given).order_by(FollowUp.id)))


def of_deal(book: Book, client: int, **values: Any) -> None:
    deals.create_deal(book, client, {"title": "Refonte", **values})


def of_complaint(book: Book, client: int) -> None:
    interactions.log_touch(book, client, {"kind": "complaint", "on": in_days(-9)})


def of_plan(book: Book, client: int) -> None:
    made = plans.create_plan(book, "Réveil", [{"title": "Appel"}, {"title": "Visite", "after_days": 10}])
    plans.enrol(book, next(iter(made.created["plan"])), [client])
    (step,) = kept(book, reason="plan_step")
    follow_ups.update_follow_up(book, step.id, {"due_on": TODAY})


MAKE: dict[str, Callable[[Book, int], object]] = {
    "reminder": lambda book, client: remind(book, client, 0),
    "plan_step": of_plan,
    "complaint": of_complaint,
    "deal_step": lambda book, client: of_deal(book, client, next_step="devis", next_step_on=TODAY),
    "deal_close": lambda book, client: of_deal(book, client, expected_on=in_days(3)),
    "key_date": lambda book, client: key_dates.create_key_date(
        book, client, {"kind": "renewal", "on": in_days(9), "yearly": True}
    ),
    "birthday": lambda book, client: clients.update_client(book, client, {"birth_date": date(1980, 11, 22)}),
}
"""How a client touched yesterday comes to be due for each of these reasons."""
AFTER = {"plan_step": "plan_step", "deal_close": "deal_close"}
"""What comes next once it is ticked off, where that is no contact rhythm: the next step, the same a week later."""


@pytest.fixture
def client(book: Book) -> int:
    """A person touched yesterday, in a book that minds birthdays."""
    set_agenda(book, birthdays=True)
    return add_client(book, "Atelier", touched=1, kind="person")


@pytest.mark.parametrize("reason", list(MAKE))
def test_what_is_ticked_off_is_gone_and_comes_back_with_undo(book: Book, client: int, reason: str) -> None:
    MAKE[reason](book, client)
    before = action(book, client)
    assert before is not None
    assert (before.reason, before.bucket) == (reason, "overdue" if reason == "complaint" else "today")
    agenda_actions.finish(book, [client], TODAY)
    after = action(book, client)
    assert after is not None
    assert after.reason == AFTER.get(reason, "cadence")
    assert after.bucket not in ("overdue", "today")
    if reason not in ("reminder", "plan_step", "complaint"):
        (record,) = kept(book)
        assert (record.reason, record.about, record.status) == (reason, before.about, "done")
        assert (record.done_on, record.due_on, record.title) == (TODAY, before.due_on, before.title)
    history.undo(book)
    assert action(book, client) == before


@pytest.mark.parametrize("reason", list(MAKE))
@pytest.mark.parametrize("status", ["open", "waiting"])
def test_what_is_put_off_rests_until_its_day_and_is_due_then(
    book: Book, client: int, reason: str, status: str
) -> None:
    MAKE[reason](book, client)
    before = action(book, client)
    do = agenda_actions.postpone if status == "open" else agenda_actions.wait
    do(book, [client], TODAY, in_days(4))
    resting = action(book, client)
    assert resting is not None
    assert (resting.reason, resting.due_on) == (reason, in_days(4))
    assert (resting.bucket, resting.status) == (("week" if status == "open" else "waiting"), status)
    assert shown(book, client, 3) == (reason, "week" if status == "open" else "waiting")
    assert shown(book, client, 4) == (reason, "today")
    # Ticked off on its day, by the record that stands for it, it is answered as if it had not been put off.
    agenda_actions.finish(book, [client], TODAY)
    after = action(book, client)
    assert after is not None
    assert after.reason == AFTER.get(reason, "cadence")
    assert after.bucket not in ("overdue", "today")
    history.undo(book)
    history.undo(book)
    assert action(book, client) == before


def test_a_touch_does_not_bring_back_what_was_put_off_with_a_rhythm(book: Book) -> None:
    client = add_client(book, "Atelier", touched=200)
    of_deal(book, client, expected_on=in_days(3))
    before = action(book, client)
    assert before is not None
    assert (before.reason, before.other_reasons) == ("cadence", ("deal_close",))
    agenda_actions.postpone(book, [client], TODAY, in_days(10))
    (record,) = kept(book)
    assert (record.reason, record.about, record.set_on) == ("deal_close", "deal:1", TODAY)
    interactions.log_touch(book, client, {})
    assert shown(book, client, 9) == ("deal_close", "week")
    assert shown(book, client, 10) == ("deal_close", "today")


def test_a_line_put_off_again_keeps_one_record(book: Book) -> None:
    client = add_client(book, "Atelier", touched=200)
    for days in (3, 9, 5):
        agenda_actions.postpone(book, [client], TODAY, in_days(days))
        (record,) = kept(book)
        assert record.due_on == in_days(days)
    agenda_actions.wait(book, [client], TODAY, in_days(20))
    (record,) = kept(book)
    assert (record.status, record.due_on) == ("waiting", in_days(20))
    agenda_actions.postpone(book, [client], TODAY, in_days(2))
    assert kept(book)[0].status == "open"


def test_what_comes_later_than_the_line_was_put_off_shows(book: Book, client: int) -> None:
    remind(book, client, 0)
    agenda_actions.wait(book, [client], TODAY, in_days(20))
    of_deal(book, client, next_step="relancer", next_step_on=in_days(5))
    assert shown(book, client, 4) == ("deal_step", "week")
    assert shown(book, client, 5) == ("deal_step", "today")


NEW: dict[str, Callable[[Book, int], object]] = {
    "complaint": lambda book, client: interactions.log_touch(
        book, client, {"kind": "complaint", "on": in_days(-9)}
    ),
    "deal_step": lambda book, client: of_deal(book, client, next_step="devis", next_step_on=TODAY),
    "deal_close": lambda book, client: deals.update_deal(book, 1, {"expected_on": in_days(3)}),
    "key_date": lambda book, client: key_dates.create_key_date(
        book, client, {"kind": "renewal", "on": in_days(9)}
    ),
}
"""What may turn up, due at once, when a line was put off already."""


@pytest.mark.parametrize("reason", list(NEW))
@pytest.mark.parametrize("status", ["open", "waiting"])
def test_a_line_put_off_hides_nothing_new_and_still_rests(
    book: Book, client: int, reason: str, status: str
) -> None:
    """Put off for a birthday, with a far deal; undone, and answered, it rests as before."""
    MAKE["birthday"](book, client)
    of_deal(book, client, expected_on=in_days(90))
    (agenda_actions.postpone if status == "open" else agenda_actions.wait)(book, [client], TODAY, in_days(30))
    resting = action(book, client)
    NEW[reason](book, client)
    now = action(book, client)
    assert now is not None
    assert (now.reason, now.other_reasons) == (reason, ())
    assert now.bucket in ("overdue", "today")
    history.undo(book)
    assert action(book, client) == resting
    NEW[reason](book, client)
    agenda_actions.finish(book, [client], TODAY)
    assert shown(book, client) not in (("birthday", "today"), (reason, "today"), (reason, "overdue"))
    assert shown(book, client, 30) is not None


def test_a_second_complaint_shows_while_the_first_is_put_off(book: Book, client: int) -> None:
    of_complaint(book, client)
    agenda_actions.postpone(book, [client], TODAY, in_days(30))
    interactions.log_touch(book, client, {"kind": "complaint", "due_on": in_days(1)})
    assert shown(book, client, 1) == ("complaint", "today")


def test_a_complaint_put_off_and_resolved_asks_no_more(book: Book, client: int) -> None:
    of_complaint(book, client)
    with book.read() as connection:
        sql = "SELECT id FROM interaction WHERE kind = 'complaint'"
        number = connection.exec_driver_sql(sql).scalar_one()
    for settle in (
        lambda: interactions.resolve_complaint(book, number),
        lambda: interactions.update_interaction(book, number, {"resolved_on": TODAY}),
        lambda: interactions.delete_interaction(book, number),
    ):
        agenda_actions.postpone(book, [client], TODAY, in_days(30))
        settle()
        assert shown(book, client, 30) == ("cadence", "today")
        assert [each.status for each in kept(book, reason="complaint")] == ["dropped"]
        history.undo(book)
        assert shown(book, client, 30) == ("complaint", "today")
        history.undo(book)


def test_waiting_for_one_without_a_next_action_plans_it(book: Book) -> None:
    client = add_client(book, "Cidrerie", status="former")
    agenda_actions.wait(book, [client, client, 999], TODAY, in_days(3))
    assert shown(book, client) == ("reminder", "waiting")
    assert len(kept(book)) == 1
    with pytest.raises(InvalidValueError):
        agenda_actions.wait(book, [client], TODAY, TODAY)


def test_a_deadline_of_its_own_decides_which_complaints_are_resolved(book: Book) -> None:
    client = add_client(book, "Cidrerie", touched=0)
    for on, due in ((-12, None), (-2, in_days(-1)), (-20, in_days(8)), (-3, None)):
        interactions.log_touch(book, client, {"kind": "complaint", "on": in_days(on), "due_on": due})
    agenda_actions.finish(book, [client], TODAY)
    with book.read() as connection:
        open_ones = connection.exec_driver_sql(
            "SELECT julianday(\"on\") - julianday('2026-11-22') FROM interaction "
            "WHERE kind = 'complaint' AND resolved_on IS NULL ORDER BY 1"
        ).scalars()
        assert list(open_ones) == [-20, -3]
    assert shown(book, client) == ("complaint", "week")
    agenda_actions.finish(book, [client], TODAY)  # before its day: the one that comes first
    with book.read() as connection:
        sql = "SELECT count(*) FROM interaction WHERE kind = 'complaint' AND resolved_on IS NULL"
        assert connection.exec_driver_sql(sql).scalar() == 1


def test_a_survey_and_missing_data_rest_once_done(book: Book) -> None:
    set_agenda(book, survey_days=180)
    client = add_client(book, "Atelier", sold=40, touched=0)
    monday = in_days(1)
    assert action(book, client, monday).reason in ("survey", "data")  # type: ignore[union-attr]
    done = []
    for _ in range(2):
        found = action(book, client, monday)
        assert found is not None
        done.append(found.reason)
        agenda_actions.finish(book, [client], monday)
    assert sorted(done) == ["data", "survey"]
    found = action(book, client, monday)
    assert found is not None
    assert found.reason == "cadence"
    history.undo(book)
    assert action(book, client, monday).reason == done[1]  # type: ignore[union-attr]


def test_what_is_proposed_next(book: Book) -> None:
    client = add_client(book, "Atelier", touched=0)
    ideal = next(s.ideal_days for s in portfolio.segments(book) if s.code == "prospect")
    found = agenda_actions.proposal(book, client, TODAY)
    assert (found.reason, found.kind, found.planned) == ("cadence", "call", False)
    assert in_days(ideal) <= found.due_on <= in_days(ideal + 2)
    assert found.due_on.weekday() < 5
    set_agenda(book, country="FR")
    for own, due, reason in (
        (6, date(2026, 11, 30), "cadence"),  # a Saturday
        (33, date(2026, 12, 28), "cadence"),  # Christmas, a Friday
        (0, date(2026, 12, 22), "later"),
    ):
        clients.update_client(book, client, {"cadence_ideal_days": own})
        found = agenda_actions.proposal(book, client, TODAY)
        assert (found.due_on, found.reason) == (due, reason)
    clients.update_client(book, client, {"cadence_ideal_days": 6, "status": "former"})
    assert agenda_actions.proposal(book, client, TODAY).reason == "later"
    with pytest.raises(NotFoundError):
        agenda_actions.proposal(book, 999, TODAY)


def test_what_is_planned_already_is_said_instead(book: Book) -> None:
    client = add_client(book, "Atelier", touched=0)
    remind(book, client, 0, "due now")
    remind(book, client, 9, "later")
    found = agenda_actions.proposal(book, client, TODAY)
    assert (found.due_on, found.title, found.reason, found.planned) == (in_days(9), "later", "reminder", True)
    weekly = {"due_on": in_days(-1), "title": "weekly", "repeat_unit": "week"}
    follow_ups.plan_follow_up(book, client, weekly)
    assert agenda_actions.proposal(book, client, TODAY).due_on == in_days(6)


def test_planning_the_same_next_thing_for_several_is_one_step(book: Book) -> None:
    ids = [add_client(book, name, touched=0) for name in ("A", "B")]
    before = len(book.history(1_000))
    agenda_actions.plan_next(book, [*ids, ids[0], 999], in_days(5), "visit", "Salon")
    assert len(book.history(1_000)) == before + 1
    assert [(each.client_id, each.kind, each.title) for each in kept(book)] == [
        (ids[0], "visit", "Salon"),
        (ids[1], "visit", "Salon"),
    ]
    with pytest.raises(InvalidValueError):
        agenda_actions.plan_next(book, ids, in_days(5), "telepathy")


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["postpone", "wait", "touch", "finish", "plan", "undo", "complaint", "deal"]),
        st.integers(0, 3),
        st.integers(1, 40),
    ),
    min_size=1,
    max_size=8,
)


def everybody_has_a_place(book: Book, as_of: date) -> None:
    """Each client is on one line of the queue, among the unplanned, or former: never two, never none."""
    shot = portfolio.snapshot(book, as_of)
    groups = [group for view in agenda.VIEWS for group in agenda.queue_groups(book, as_of, view)]
    listed = [client for group in groups for client in group.client_ids]
    assert len(listed) == len(set(listed))
    assert set(shot.metrics.index) - set(listed) <= set(
        shot.metrics.index[shot.metrics["status"] == "former"]
    )


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=OPERATIONS)
def test_a_snooze_is_never_lost_and_undo_restores(
    make_book: Any, operations: list[tuple[str, int, int]]
) -> None:
    book = make_book(f"{next(NUMBERS)}.portfolio")
    set_agenda(book, capacity=2)
    ids = [add_client(book, f"Client {n}", touched=touched) for n, touched in enumerate((200, 70, 3, None))]
    remind(book, ids[2], -5)
    queues = [portfolio.snapshot(book, TODAY).queue]
    snoozed: list[dict[int, date]] = [{}]
    for name, which, days in operations:
        client, until, asleep = ids[which], in_days(days), dict(snoozed[-1])
        if name == "undo":
            if len(queues) == 1:
                continue
            history.undo(book)
            queues.pop()
            snoozed.pop()
        else:
            asleep.pop(client, None)
            if name in ("postpone", "wait"):
                getattr(agenda_actions, name)(book, [client], TODAY, until)
                asleep[client] = until
            elif name == "touch":
                interactions.log_touch(book, client, {})
            elif name == "finish":
                agenda_actions.finish(book, [client], TODAY)
            elif name == "plan":
                remind(book, client, days)
            elif name == "complaint":
                interactions.log_touch(book, client, {"kind": "complaint", "on": in_days(-days)})
            else:
                of_deal(book, client, next_step="devis", next_step_on=in_days(days % 3))
            queues.append(portfolio.snapshot(book, TODAY).queue)
            snoozed.append(asleep)
        pd.testing.assert_frame_equal(portfolio.snapshot(book, TODAY).queue, queues[-1])
        everybody_has_a_place(book, TODAY)
        assert not snoozed[-1].keys() & set(agenda.due_ids(book, TODAY))
    for client, until in snoozed[-1].items():
        resting, woken = action(book, client, until - timedelta(days=1)), action(book, client, until)
        assert resting is not None
        # What had not been due when it was put off may show: a deal's step of tomorrow.
        assert resting.bucket not in ("overdue", "today") or resting.due_on > TODAY
        assert woken is not None
        assert woken.bucket in ("overdue", "today")
