"""What records tell of follow-ups: contact rhythms of one client, deadlines of complaints, next steps of deals."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import clients, deals, interactions
from portfolio_app.services.import_ import import_files, read_source
from portfolio_app.services.search import search
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def created(changes: Any, kind: str) -> int:
    (found,) = changes.created[kind]
    return int(found)


@pytest.fixture
def client_id(book: Book) -> int:
    return created(clients.create_client(book, {"name": "Kerisac"}), "client")


class TestContactRhythms:
    """A client's own contact rhythm: ideal days, and at most."""

    def test_a_maximum_needs_an_ideal(self, book: Book, client_id: int) -> None:
        clients.update_client(book, client_id, {"cadence_ideal_days": "20", "cadence_max_days": 40})
        clients.update_client(book, client_id, {"cadence_max_days": 30})
        assert self.rhythm(book, client_id) == (20, 30)
        for wrong in ({"cadence_max_days": 19}, {"cadence_ideal_days": 31}, {"cadence_ideal_days": 3651}):
            with pytest.raises(InvalidValueError):
                clients.update_client(book, client_id, wrong)
        clients.update_client(book, client_id, {"cadence_ideal_days": 0})
        assert self.rhythm(book, client_id) == (0, None)
        clients.update_client(book, client_id, {"cadence_ideal_days": None, "cadence_max_days": 90})
        assert self.rhythm(book, client_id) == (None, None)
        book.undo()
        book.undo()
        assert self.rhythm(book, client_id) == (20, 30)
        made = clients.create_client(book, {"name": "Neuf", "cadence_max_days": 9})
        assert self.rhythm(book, created(made, "client")) == (None, None)

    def rhythm(self, book: Book, client_id: int) -> tuple[int | None, int | None]:
        with book.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT cadence_ideal_days, cadence_max_days FROM client WHERE id = ?", (client_id,)
            ).one()
        return row[0], row[1]


def test_a_complaint_is_not_to_be_resolved_before_it_came_in(book: Book, client_id: int) -> None:
    complaint = {"kind": "complaint", "on": TODAY - timedelta(days=3)}
    with pytest.raises(InvalidValueError):
        interactions.log_touch(book, client_id, {**complaint, "due_on": TODAY - timedelta(days=4)})
    logged = interactions.log_touch(book, client_id, {**complaint, "due_on": TODAY - timedelta(days=3)})
    with pytest.raises(InvalidValueError):
        interactions.update_interaction(book, created(logged, "interaction"), {"on": TODAY})
    interactions.update_interaction(book, created(logged, "interaction"), {"on": TODAY, "due_on": None})


def test_a_deal_settled_or_gone_needs_no_follow_up_any_more(book: Book, client_id: int) -> None:
    for deal_id in (1, 2, 3):
        deals.create_deal(book, client_id, {"title": "Offre", "next_step": "Appeler", "next_step_on": TODAY})
        with book.step("snooze") as step:
            about = {"reason": "deal_step", "about": f"deal:{deal_id}", "due_on": TODAY}
            step.session.add(FollowUp(client_id=client_id, created_at=step.now, **about))
    assert [(line.next_step, line.next_step_on) for line in deals.deals(book, client_id)] == [
        ("Appeler", TODAY)
    ] * 3
    assert search(book, "appeler")[0].kind == "deal"
    deals.close_deal(book, 1, "won")
    deals.delete_deal(book, 2)
    with book.read() as connection:
        states = connection.exec_driver_sql("SELECT status FROM follow_up ORDER BY id").scalars().all()
    assert states == ["dropped", "dropped", "open"]


def test_rhythms_come_in_from_a_file(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text(
        "Client;Contact tous les (jours);Contact au plus tard après (jours)\n"
        "A;20 j;40\nB;;30\nC;30;10\nD;0;\nE;4000;\nF;souvent;\n",
        encoding="utf-8",
    )
    _, report = import_files(book, [read_source(path)])
    assert [cell.value for cell in report.files[0].unread] == ["4000", "souvent"]
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, cadence_ideal_days, cadence_max_days FROM client ORDER BY id"
        ).all()
    assert [tuple(row) for row in rows] == [
        ("A", 20, 40),
        ("B", None, None),
        ("C", 30, None),
        ("D", 0, None),
        ("E", None, None),
        ("F", None, None),
    ]
