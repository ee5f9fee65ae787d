"""Days that matter with a client."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import clients, key_dates
from portfolio_app.services.search import search
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump


@pytest.fixture
def client_id(book: Book) -> int:
    clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Anne Riou"})
    clients.create_client(book, {"name": "Ménard"}, {"full_name": "Yann Le Goff"})
    return 1


def add(book: Book, client_id: int, contact_id: int | None = None, **values: Any) -> int:
    (found,) = key_dates.create_key_date(book, client_id, values, contact_id).created["key_date"]
    return found


def test_those_to_come_stand_first_then_those_gone_the_latest_first(book: Book, client_id: int) -> None:
    for label, day, yearly in (
        ("gone", "2026-10-01", False),
        ("long gone", "2020-02-29", False),
        ("leap", "2020-02-29", True),
        ("today", "2010-11-22", True),
        ("lease", "2027-01-31", False),
    ):
        add(book, client_id, label=label, on=day, yearly=yearly)
    found = [(each.label, each.next_on) for each in key_dates.key_dates(book, client_id)]
    assert found == [
        ("today", TODAY),
        ("lease", date(2027, 1, 31)),
        ("leap", date(2027, 2, 28)),
        ("gone", date(2026, 10, 1)),
        ("long gone", date(2020, 2, 29)),
    ]


def test_what_is_not_said_depends_on_the_kind(book: Book, client_id: int) -> None:
    add(book, client_id, kind="contract_end", on=TODAY)
    add(book, client_id, kind="birthday", on="1980-05-01", contact_id=1)
    add(book, client_id, on=TODAY, yearly=None, notice_days=None)
    add(book, client_id, kind="renewal", on=TODAY, yearly=True, notice_days=90)
    found = {each.id: (each.yearly, each.notice_days, each.contact) for each in key_dates.key_dates(book, 1)}
    assert found == {
        1: (False, 30, ""),
        2: (True, 0, "Anne Riou"),
        3: (False, 0, ""),
        4: (True, 90, ""),
    }
    key_dates.update_key_date(book, 2, {"kind": "renewal", "notice_days": None}, contact_id=None)
    (renewal,) = (each for each in key_dates.key_dates(book, 1) if each.id == 2)
    assert (renewal.yearly, renewal.notice_days, renewal.contact_id) == (True, 30, None)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "required"),
        ({"on": "soon"}, "not_a_date"),
        ({"on": TODAY, "kind": "party"}, "not_a_choice"),
        ({"on": TODAY, "notice_days": 4000}, "out_of_range"),
        ({"on": TODAY, "label": "a" * 201}, "out_of_range"),
    ],
)
def test_what_cannot_be_is_refused(book: Book, client_id: int, values: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        key_dates.create_key_date(book, client_id, values)
    assert caught.value.code == code


def test_only_people_of_that_client(book: Book, client_id: int) -> None:
    for contact_id in (2, 99):
        with pytest.raises(NotFoundError):
            add(book, client_id, contact_id, on=TODAY)
    key_date = add(book, client_id, on=TODAY)
    with pytest.raises(NotFoundError):
        key_dates.update_key_date(book, key_date, {}, contact_id=2)
    with pytest.raises(NotFoundError):
        key_dates.create_key_date(book, 99, {"on": TODAY})
    for call in (lambda: key_dates.update_key_date(book, 9, {}), lambda: key_dates.delete_key_date(book, 9)):
        with pytest.raises(NotFoundError):
            call()


def test_deleting_one_gives_up_what_it_was_put_off_to(book: Book, client_id: int) -> None:
    key_date, other = (add(book, client_id, on=TODAY) for _ in range(2))
    with book.step("snooze") as step:
        for about in (key_date, other):
            step.session.add(
                FollowUp(
                    client_id=client_id,
                    due_on=TODAY + timedelta(days=3),
                    reason="key_date",
                    about=f"key_date:{about}",
                    created_at=step.now,
                )
            )
    before = dump(book)
    key_dates.delete_key_date(book, key_date)
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT about, status FROM follow_up ORDER BY id").all()
    assert [tuple(row) for row in rows] == [
        (f"key_date:{key_date}", "dropped"),
        (f"key_date:{other}", "open"),
    ]
    book.undo()
    assert dump(book) == before


def test_labels_are_found_and_forgotten(book: Book, client_id: int) -> None:
    key_date = add(book, client_id, on=TODAY, label="Fin du bail précaire")
    assert [(hit.kind, hit.id, hit.client_id, hit.title) for hit in search(book, "precaire")] == [
        ("key_date", key_date, client_id, "Fin du bail précaire")
    ]
    key_dates.update_key_date(book, key_date, {"label": "Bail"})
    assert search(book, "precaire") == []
    book.undo()
    clients.delete_client(book, client_id)
    assert search(book, "precaire") == []
    book.undo()
    assert len(search(book, "precaire")) == 1


def test_a_contact_gone_leaves_the_day(book: Book, client_id: int) -> None:
    add(book, client_id, 1, kind="birthday", on="1980-05-01")
    clients.delete_contact(book, 1)
    (left,) = key_dates.key_dates(book, client_id)
    assert (left.contact_id, left.contact, left.on) == (None, "", date(1980, 5, 1))
