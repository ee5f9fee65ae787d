"""Plans: their steps, who is in them, and what comes after a step."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import InvalidValueError, NotFoundError, NothingToUndoError
from portfolio_app.services import clients, follow_ups, history, interactions, plans
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book
from tests.conftest import TODAY, fixed_clock
from tests.dumps import dump

MONDAY = TODAY + timedelta(days=1)
WAKE = (
    {"title": "Appeler", "after_days": 0},
    {"title": "Écrire", "kind": "email", "after_days": 7},
    {"title": "Passer", "kind": "visit", "after_days": 14},
)


@pytest.fixture
def plan_id(book: Book) -> int:
    for name in ("Kerisac", "Ménard", "Le Goff"):
        clients.create_client(book, {"name": name})
    (found,) = plans.create_plan(book, "Réveil", WAKE).created["plan"]
    return found


def asked(book: Book, client_id: int = 1) -> list[tuple[str, str, date, str, str]]:
    """The follow-ups of a client as (title, kind, day, status, about)."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT title, kind, due_on, status, about FROM follow_up WHERE client_id = ? AND reason = 'plan_step' "
            "ORDER BY id",
            (client_id,),
        )
        return [(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4]) for row in rows]


def finish(book: Book, client_id: int = 1) -> None:
    """Do what the plan asks of a client now, today."""
    with book.read() as connection:
        (row,) = connection.exec_driver_sql(
            "SELECT id FROM follow_up WHERE client_id = ? AND status IN ('open', 'waiting')", (client_id,)
        ).all()
    follow_ups.complete_follow_up(book, client_id, row[0])


def test_steps_come_one_after_the_other_on_working_days(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1])
    assert asked(book) == [("Appeler", "call", MONDAY, "open", "enrolment:1")]
    book.clock = lambda: datetime(2026, 11, 27, 9, tzinfo=UTC)  # type: ignore[method-assign]
    finish(book)
    assert asked(book)[1] == ("Écrire", "email", date(2026, 12, 4), "open", "enrolment:1")
    (one,) = plans.enrolments(book, client_id=1)
    assert (one.plan, one.step, one.steps, one.title, one.kind, one.due_on) == (
        "Réveil", 2, 3, "Écrire", "email", date(2026, 12, 4),
    )  # fmt: skip
    finish(book)
    assert asked(book)[2][:3] == ("Passer", "visit", date(2026, 12, 11))
    before = dump(book)
    finish(book)
    (one,) = plans.enrolments(book, plan_id=plan_id)
    assert (one.ended_on, one.end_reason, one.due_on, one.step) == (date(2026, 11, 27), "finished", None, 3)
    assert [status for *_, status, _ in asked(book)] == ["done"] * 3
    assert [(plan.name, plan.enrolled, plan.finished) for plan in plans.plans(book)] == [("Réveil", 0, 1)]
    book.undo()
    assert dump(book) == before


def test_holidays_of_the_country_are_no_working_days(book: Book, plan_id: int) -> None:
    set_agenda(book, country="FR", working_days=[0, 1, 2, 3, 4, 5])
    book.clock = lambda: datetime(2026, 12, 18, 9, tzinfo=UTC)  # type: ignore[method-assign]
    plans.update_plan(book, plan_id, steps=[{"title": "Noël", "after_days": 7}])
    plans.enrol(book, plan_id, [2])
    assert asked(book, 2)[0][2] == date(2026, 12, 26)  # the 25th is a Friday, on Saturdays this rep works


def test_those_in_it_already_and_those_gone_are_passed_over(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1])
    assert plans.enrol(book, plan_id, [1, 2, 2, 99]).created["enrolment"] == frozenset({2})
    assert not plans.enrol(book, plan_id, [1, 2]).kinds
    with pytest.raises(NotFoundError):
        plans.enrol(book, 99, [1])
    plans.stop(book, 1)
    assert plans.enrol(book, plan_id, [1]).created["enrolment"] == frozenset({3})
    assert [(each.id, each.end_reason) for each in plans.enrolments(book, client_id=1)] == [
        (3, ""),
        (1, "stopped"),
    ]
    assert [status for *_, status, _ in asked(book)] == ["dropped", "open"]


def test_stopping_ends_it_once(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1])
    plans.stop(book, 1)
    assert not plans.stop(book, 1).kinds
    with pytest.raises(NotFoundError):
        plans.stop(book, 9)
    (one,) = plans.enrolments(book)
    assert (one.client, one.ended_on, one.due_on) == ("Kerisac", TODAY, None)


def test_deleting_a_plan_gives_up_what_it_asks(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1, 2])
    finish(book, 2)
    before = dump(book)
    plans.delete_plan(book, plan_id)
    assert plans.plans(book) == []
    assert plans.enrolments(book) == []
    assert [status for *_, status, _ in asked(book, 1) + asked(book, 2)] == ["dropped", "done", "dropped"]
    book.undo()
    assert dump(book) == before


def test_other_steps_leave_nobody_stranded(book: Book, plan_id: int) -> None:
    """Client 1 stands at the first step, client 2 at the second; the first goes, the second is reworded."""
    plans.enrol(book, plan_id, [1, 2])
    finish(book, 2)
    steps = plans.plans(book)[0].steps
    plans.update_plan(
        book,
        plan_id,
        name="Éveil",
        steps=[
            {"id": steps[1].id, "title": "Écrire un mot", "kind": "letter", "after_days": 3},
            {"id": steps[2].id, "title": "Passer", "kind": "visit", "after_days": 1},
            {"title": "Rappeler"},
        ],
    )
    assert [(s.title, s.kind, s.after_days) for s in plans.plans(book)[0].steps] == [
        ("Écrire un mot", "letter", 3),
        ("Passer", "visit", 1),
        ("Rappeler", "call", 0),
    ]
    assert [title for title, *_ in asked(book, 1)] == ["Appeler"]
    assert asked(book, 2)[-1][:2] == ("Écrire un mot", "letter")
    where = {each.client_id: (each.step, each.steps) for each in plans.enrolments(book)}
    assert where == {1: (0, 3), 2: (1, 3)}
    for _ in range(2):
        finish(book, 1)
    finish(book, 2)
    assert [title for title, *_ in asked(book, 1)] == ["Appeler", "Écrire un mot", "Passer"]
    assert asked(book, 2)[-1][0] == "Passer"


def test_words_of_ones_own_stay(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1])
    follow_ups.update_follow_up(book, 1, {"title": "Appeler la nièce"})
    (step, *_) = plans.plans(book)[0].steps
    plans.update_plan(book, plan_id, steps=[{"id": step.id, "title": "Téléphoner"}])
    assert asked(book)[0][0] == "Appeler la nièce"


@pytest.mark.parametrize(
    ("name", "steps", "code"),
    [
        ("", WAKE, "required"),
        ("Réveil", (), "required"),
        ("Réveil", [{"title": "a"}] * 51, "out_of_range"),
        ("Réveil", [{"after_days": -1}], "out_of_range"),
        ("Réveil", [{"kind": "fax"}], "not_a_choice"),
        ("Réveil", [{"position": 3}], "unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(book: Book, name: str, steps: Any, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        plans.create_plan(book, name, steps)
    assert caught.value.code == code
    assert plans.plans(book) == []


def test_a_reminder_is_no_step_of_a_plan() -> None:
    assert plans.enrolment_id("enrolment:12") == 12
    for about in ("deal:12", "", "enrolment:x", "enrolment:" + "9" * 30):
        assert plans.enrolment_id(about) == 0


def test_the_history_names_plans_and_who_is_in_them(book: Book, plan_id: int) -> None:
    plans.enrol(book, plan_id, [1])
    step = book.history()[0]
    assert (step.counts, step.subject and step.subject.client) == (
        {"enrolment": 1, "follow_up": 1},
        "Kerisac",
    )
    told = {row.kind: row for row in history.details(book, step.id).rows}
    fields = {field.name: field.after for field in told["enrolment"].fields}
    assert (fields["plan_id"], fields["step_id"]) == ("Réveil", "Appeler")
    assert "about" not in {field.name for field in told["follow_up"].fields}
    assert history.outline(book, "kerisac").steps[0][0] == step.id


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """One book for all examples."""
    return create_book(tmp_path_factory.mktemp("plans") / "book.portfolio", clock=fixed_clock)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("enrol", "done", "drop", "later", "stop", "first_out", "more", "touch", "undo", "old")
        ),
        st.integers(0, 1),
    ),
    max_size=14,
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(acts=ACTS)
def test_a_plan_asks_one_thing_of_each_client_in_it(shared: Book, acts: list[tuple[str, int]]) -> None:
    """Whatever is done, in whatever order: who is in the plan has its step to do, who is not has none."""
    people = [*clients.create_client(shared, {"name": "A"}).created["client"]]
    people += clients.create_client(shared, {"name": "B"}).created["client"]
    (plan_id,) = plans.create_plan(shared, "Réveil", WAKE).created["plan"]
    began = shared.change_number()
    for act, who in acts:
        with suppress(NothingToUndoError):
            do(shared, act, plan_id, people[who], began)
        for client_id in people:
            running = [one for one in plans.enrolments(shared, client_id=client_id) if one.ended_on is None]
            is_open = [
                about for *_, status, about in asked(shared, client_id) if status in ("open", "waiting")
            ]
            assert len(running) <= 1 or act == "old"
            assert sorted(set(is_open)) == sorted(plans.about(one.id) for one in running)
            assert len(is_open) == len(set(is_open)) or any(each == "old" for each, _ in acts)


def do(book: Book, act: str, plan_id: int, client_id: int, began: int) -> None:
    """One act on that client or on the plan; nothing where there is nothing to do."""
    with book.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT id FROM follow_up WHERE client_id = ? AND status IN ('open', 'waiting')", (client_id,)
        ).all()
    running = [one.id for one in plans.enrolments(book, client_id=client_id) if one.ended_on is None]
    plan = next(each for each in plans.plans(book) if each.id == plan_id)
    steps = [{"id": s.id, "title": s.title, "kind": s.kind} for s in plan.steps]
    if act == "enrol":
        plans.enrol(book, plan_id, [client_id])
    elif act == "stop" and running:
        plans.stop(book, running[0])
    elif act == "first_out" and len(steps) > 1:
        plans.update_plan(book, plan_id, steps=steps[1:])
    elif act == "more":
        plans.update_plan(book, plan_id, steps=[*steps, {"title": "Encore"}])
    elif act == "touch":
        interactions.log_touch(book, client_id, {"kind": "call"})
    elif act in ("undo", "old"):
        mine = [step for step in book.history(60) if step.id > began and step.can_take_back]
        if mine:
            book.take_back(mine[0 if act == "undo" else -1].id)
    elif act in ("done", "drop", "later") and found:
        call = {
            "done": lambda: follow_ups.complete_follow_up(book, client_id, found[0][0]),
            "drop": lambda: follow_ups.drop_follow_up(book, found[0][0]),
            "later": lambda: follow_ups.snooze(book, client_id, found[0][0], MONDAY),
        }[act]
        call()
