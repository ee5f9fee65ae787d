"""Duplicates of a book: found, kept up to date, said not to be; merged without losing anything, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import InvalidValueError, NotFoundError, OperationCancelled
from portfolio_app.services import (
    backups,
    client_views,
    clients,
    custom_fields,
    deals,
    duplicates,
    follow_ups,
    history,
    interactions,
    key_dates,
    plans,
    privacy_erase,
    privacy_lists,
    privacy_people,
    sales,
    search,
    surveys,
)
from portfolio_app.services.privacy_people import Person
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump, index_is_sound

DAY = timedelta(days=1)
MOVED = ("contact", "interaction", "sale", "follow_up", "deal", "survey_answer", "key_date", "enrolment")


def add(book: Book, name: str, contact: dict[str, str] | None = None, **values: object) -> int:
    changes = clients.create_client(book, {"name": name, **values}, contact)
    return next(iter(changes.created["client"]))


def rows(book: Book, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    with book.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql, parameters)]


def of_client(book: Book, client_id: int) -> dict[str, int]:
    return {
        table: int(str(rows(book, f"SELECT count(*) FROM {table} WHERE client_id = ?", client_id)[0][0]))
        for table in MOVED
    }


def test_pairs_come_with_names_towns_and_reasons(book: Book) -> None:
    first = add(book, "Kerisac & Fils SARL", city="Brest", postcode="29200")
    second = add(book, "Ets KERISAC et fils", city="BREST CEDEX 2", postcode="29200")
    add(book, "Kerisac et fils", city="Lyon", postcode="69003")
    found = duplicates.find(book)
    assert [(pair.first_id, pair.second_id) for pair in found] == [(first, second)]
    assert (found[0].first, found[0].second_place) == ("Kerisac & Fils SARL", "29200 BREST CEDEX 2")
    assert found[0].reasons == ("name", "place")
    assert duplicates.count(book) == 1


def test_numbers_addresses_and_identifiers_are_compared_however_written(book: Book) -> None:
    add(book, "Le Fournil", siret="732 829 320 00074")
    add(book, "Boulangerie Morvan", siret="73282932000074")
    add(book, "Anne Le Goff", {"full_name": "Anne Le Goff", "mobile": "06 12 34 56 78"}, kind="person")
    add(book, "LE GOFF Anne", phone="+33 6 12 34 56 78", kind="person")
    assert [pair.reasons[0] for pair in duplicates.find(book)] == ["siret", "phone"]


def test_what_changes_is_compared_again(book: Book) -> None:
    first = add(book, "Kerisac", city="Brest")
    second = add(book, "Morvan", city="Brest")
    assert duplicates.find(book) == []
    clients.update_client(book, second, {"name": "Kérisac"})
    assert [(pair.first_id, pair.second_id) for pair in duplicates.find(book)] == [(first, second)]
    third = add(book, "Kerissac", city="Brest")
    assert {(pair.first_id, pair.second_id) for pair in duplicates.find(book)} == {
        (first, second), (first, third), (second, third),
    }  # fmt: skip
    clients.delete_client(book, first)
    assert [(pair.first_id, pair.second_id) for pair in duplicates.find(book)] == [(second, third)]
    history.undo(book)
    assert duplicates.count(book) == 3


def test_a_search_in_steps_survives_changes_in_between(book: Book) -> None:
    first, second = add(book, "Kerisac", city="Brest"), add(book, "Kerisac", city="Brest")
    shares = [duplicates.find_some(book, seconds=0.0)]
    while shares[-1] < 1:
        if len(shares) == 2:
            add(book, "Kerisac", city="Brest")
            clients.delete_client(book, first)
        shares.append(duplicates.find_some(book, seconds=1e-9))
        assert len(shares) < 100
    assert [(pair.first_id, pair.second_id) for pair in duplicates.find(book)] == [(second, second + 1)]


def test_looking_can_be_cancelled(sample_book: Book) -> None:
    with pytest.raises(OperationCancelled):
        duplicates.find(sample_book, cancelled=lambda: True)


def test_not_the_same_is_remembered_until_it_is_the_same_after_all(book: Book) -> None:
    first, second = add(book, "Kerisac", city="Brest"), add(book, "Kerisac", city="Brest")
    duplicates.not_same(book, second, first)
    assert duplicates.find(book) == []
    assert [(pair.first_id, pair.second) for pair in duplicates.set_apart(book)] == [(first, "Kerisac")]
    assert not duplicates.not_same(book, first, second).kinds
    duplicates.same_after_all(book, first, second)
    assert duplicates.count(book) == 1
    assert duplicates.set_apart(book) == []
    history.undo(book)
    assert duplicates.find(book) == []
    with pytest.raises(InvalidValueError):
        duplicates.not_same(book, first, first)


def test_look_alikes_of_what_is_typed(book: Book) -> None:
    known = add(book, "Boulangerie Le Fournil", city="Brest", email="contact@fournil.fr")
    add(book, "Boulangerie Morvan", city="Quimper")
    found = duplicates.look_alikes(book, {"name": "boulangerie le fournill"})
    assert [(each.client_id, each.reason) for each in found] == [(known, "similar_name")]
    by_mail = duplicates.look_alikes(book, {"name": "Fournil", "email": "CONTACT@fournil.fr"})
    assert [(each.client_id, each.reason) for each in by_mail] == [(known, "email")]
    assert duplicates.look_alikes(book, {"name": "Boulangerie Le Fournil", "city": "Lyon"}) == []
    assert duplicates.look_alikes(book, {"name": "Bo"}) == []
    assert duplicates.look_alikes(book, {"name": ""}) == []


def two_lives(book: Book) -> tuple[int, int]:
    """Two clients who are one, each with some of everything."""
    custom_fields.create_custom_field(book, "Machine", "text")
    plan = plans.create_plan(book, "Start", [{"title": "Call"}, {"after_days": 7, "title": "Visit"}])
    plan_id = next(iter(plan.created["plan"]))
    lives: tuple[dict[str, object], ...] = (
        {"name": "Kerisac", "city": "Brest", "tags": ["bio"], "notes": "Likes cider", "status": "prospect"},
        {
            "name": "KERISAC SARL", "phone": "0298000000", "tags": ["bio", "fair"], "notes": "Closed on Monday",
            "status": "active", "client_since": TODAY - 900 * DAY, "cadence_ideal_days": 10,
            "cadence_max_days": 20, "custom.machine": "Press",
        },
    )  # fmt: skip
    found = []
    for number, values in enumerate(lives):
        name = str(values["name"])
        rest = {field: value for field, value in values.items() if field != "name"}
        client_id = add(book, name, {"full_name": "Anne Le Goff"}, **rest)
        contact_id = rows(book, "SELECT id FROM contact WHERE client_id = ?", client_id)[0][0]
        assert isinstance(contact_id, int)
        interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY - DAY}, contact_id=contact_id)
        sales.add_sale(book, client_id, {"amount": "12.50", "date": TODAY - 2 * DAY, "order_reference": "C1"})
        sales.add_sale(book, client_id, {"amount": str(100 + number), "date": TODAY - 9 * DAY})
        deal = deals.create_deal(book, client_id, {"title": f"Press {number}", "next_step_on": TODAY + DAY})
        follow_ups.plan_follow_up(
            book,
            client_id,
            {"due_on": TODAY + DAY, "repeat_every": 1, "repeat_unit": "month", "title": "Ring"},
        )
        follow_ups.snooze(book, client_id, None, TODAY + 5 * DAY)
        surveys.add_answer(
            book, client_id, {"score": 9 - number, "kind": "nps", "on": TODAY}, contact_id=contact_id
        )
        key_dates.create_key_date(book, client_id, {"on": TODAY + 30 * DAY, "kind": "renewal"}, contact_id)
        plans.enrol(book, plan_id, [client_id])
        assert deal.created["deal"]
        found.append(client_id)
    return found[0], found[1]


def test_a_merge_carries_everything_and_undo_brings_it_all_back(book: Book) -> None:
    keep, other = two_lives(book)
    before, both = (
        dump(book),
        {kind: n + of_client(book, other)[kind] for kind, n in of_client(book, keep).items()},
    )
    revenue = Decimal(str(rows(book, "SELECT sum(amount) FROM sale")[0][0]))
    duplicates.merge(book, keep, other, {})
    after = of_client(book, keep)
    # Anne is one person; everything else is there as often as it was.
    assert after == both | {"contact": 1}
    assert rows(book, "SELECT count(*) FROM client WHERE id = ?", other) == [(0,)]
    assert Decimal(str(rows(book, "SELECT sum(amount) FROM sale WHERE client_id = ?", keep)[0][0])) == revenue
    anne = rows(book, "SELECT id FROM contact")[0][0]
    for table in ("interaction", "survey_answer", "key_date"):
        assert {row[0] for row in rows(book, f"SELECT contact_id FROM {table}")} == {anne}
    assert index_is_sound(book)
    assert not rows(book, "PRAGMA foreign_key_check")
    history.undo(book)
    assert dump(book) == before


def test_the_one_client_is_what_both_were(book: Book) -> None:
    keep, other = two_lives(book)
    rows_before = rows(book, "SELECT created_at FROM client ORDER BY created_at LIMIT 1")
    duplicates.merge(book, keep, other, {"city": "Quimper"})
    record = client_views.client_detail(book, keep, TODAY).values
    assert (record["name"], record["city"], record["phone"]) == ("Kerisac", "Quimper", "0298000000")
    assert record["tags"] == ["bio", "fair"]
    assert record["notes"] == "Likes cider\n\nClosed on Monday"
    assert record["status"] == "active"
    assert record["client_since"] == TODAY - 900 * DAY
    assert (record["cadence_ideal_days"], record["cadence_max_days"]) == (10, 20)
    assert record["custom.machine"] == "Press"
    assert rows(book, "SELECT created_at FROM client") == rows_before


def test_a_plan_both_are_in_goes_on_once_where_it_is_further(book: Book) -> None:
    keep, other = two_lives(book)
    asked = rows(book, "SELECT id FROM follow_up WHERE client_id = ? AND reason = 'plan_step'", other)
    follow_ups.complete_follow_up(book, other, int(str(asked[0][0])))
    duplicates.merge(book, keep, other, {})
    running = [each for each in plans.enrolments(book, keep) if each.ended_on is None]
    assert [(each.step, each.title) for each in running] == [(2, "Visit")]
    assert len(plans.enrolments(book, keep)) == 2
    open_steps = rows(
        book, "SELECT title FROM follow_up WHERE reason = 'plan_step' AND status IN ('open', 'waiting')"
    )
    assert open_steps == [("Visit",)]


def test_comparing_says_what_stays_and_what_both_have(book: Book) -> None:
    keep, other = two_lives(book)
    seen = duplicates.compare(book, keep, other)
    fields = {pair.field: pair for pair in seen.fields}
    assert fields["name"].proposed == "Kerisac"
    assert fields["name"].differs
    assert fields["status"].proposed == "active"
    assert "email" not in fields
    assert seen.counts["sale"] == (2, 2)
    assert seen.counts["enrolment"] == (1, 1)
    assert seen.revenue == (Decimal("112.5"), Decimal("113.5"))
    assert (seen.same_contacts, seen.doubled_sales) == (1, 1)
    turned = duplicates.compare(book, other, keep)
    assert {pair.field: pair.proposed for pair in turned.fields}["name"] == "KERISAC SARL"


def test_a_contact_of_both_keeps_what_it_was_known_by(book: Book) -> None:
    anne = {"full_name": "Anne Le Goff", "email": "anne@a.fr", "phone": "0298111111"}
    keep = add(book, "Kerisac", anne)
    other = add(book, "Kerisac", {**anne, "full_name": "LE GOFF Anne", "email": "anne@b.fr", "role": "Buyer"})
    clients.create_contact(book, other, {"full_name": "Paul Morvan"})
    duplicates.merge(book, keep, other, {})
    found = rows(book, "SELECT full_name, email, phone, role, notes FROM contact ORDER BY id")
    assert found == [
        ("Anne Le Goff", "anne@a.fr", "0298111111", "Buyer", "anne@b.fr"),
        ("Paul Morvan", "", "", "", ""),
    ]


def consent_of(book: Book, contact_id: int) -> dict[str, str]:
    told = privacy_people.consents(book, Person("contact", contact_id))
    return {channel: info.state for channel, info in told.items() if info.state}


def test_a_refusal_of_either_stays(book: Book) -> None:
    anne = {"full_name": "Anne Le Goff", "email": "anne@a.fr"}
    keep, other = add(book, "Kerisac", anne), add(book, "Kerisac", anne)
    first, second = (int(str(row[0])) for row in rows(book, "SELECT id FROM contact ORDER BY id"))
    privacy_people.set_consent(book, Person("contact", first), "phone", "granted", on=TODAY)
    privacy_people.set_consent(
        book, Person("contact", second), "phone", "refused", on=TODAY - 99 * DAY, proof="told"
    )
    privacy_people.set_consent(book, Person("contact", first), "post", "refused", on=TODAY - DAY)
    privacy_people.set_consent(book, Person("contact", second), "message", "granted", on=TODAY - DAY)
    duplicates.merge(book, keep, other, {})
    assert consent_of(book, first) == {"phone": "refused", "post": "refused", "message": "granted"}
    assert rows(book, "SELECT proof FROM consent WHERE channel = 'phone'") == [("told",)]


def test_an_address_that_goes_leaves_its_objection_behind(book: Book) -> None:
    keep = add(book, "Kerisac", {"full_name": "Anne Le Goff", "email": "anne@a.fr"}, phone="0298000000")
    other = add(book, "Kerisac", {"full_name": "Anne Le Goff", "email": "anne@b.fr"}, phone="0298111111")
    privacy_lists.suppress(book, "email", "anne@b.fr")
    privacy_lists.suppress(book, "phone", "0298111111")
    duplicates.merge(book, keep, other, {})
    reach = privacy_people.may_reach(book, keep)
    anne = int(str(rows(book, "SELECT id FROM contact")[0][0]))
    assert reach.is_refused("email", anne)
    assert reach.is_refused("phone")


def test_of_two_persons_one_contact_stays(book: Book) -> None:
    keep = add(book, "Anne Le Goff", {"full_name": "Anne Le Goff", "phone": "0612345678"}, kind="person")
    other = add(book, "A. Le Goff", {"full_name": "A. Le Goff", "email": "anne@a.fr"}, kind="person")
    privacy_people.set_consent(book, Person("client", other), "email", "refused")
    duplicates.merge(book, keep, other, {})
    assert rows(book, "SELECT full_name, phone, email FROM contact") == [
        ("Anne Le Goff", "0612345678", "anne@a.fr")
    ]
    assert privacy_people.may_reach(book, keep).is_refused("email")


def test_what_was_said_not_to_be_the_same_stays_said(book: Book) -> None:
    keep, other, third = (add(book, "Kerisac", city="Brest") for _ in range(3))
    duplicates.not_same(book, other, third)
    duplicates.merge(book, keep, other, {})
    assert duplicates.find(book) == []
    assert [(pair.first_id, pair.second_id) for pair in duplicates.set_apart(book)] == [(keep, third)]


def test_what_cannot_be_merged_is_refused_and_nothing_written(book: Book) -> None:
    keep = add(book, "Kerisac")
    person = add(book, "Anne Le Goff", kind="person", email="anne@a.fr")
    sales.add_sale(book, person, {"amount": "3", "date": TODAY})
    privacy_erase.erase_person(book, Person("client", person))
    before = dump(book)
    for first, second, error in (
        (keep, keep, InvalidValueError),
        (keep, 999, NotFoundError),
        (keep, person, InvalidValueError),
        (person, keep, InvalidValueError),
    ):
        with pytest.raises(error):
            duplicates.merge(book, first, second, {})
    other = add(book, "Kerisac")
    with pytest.raises(InvalidValueError):
        duplicates.merge(book, keep, other, {"name": ""})
    with pytest.raises(InvalidValueError):
        duplicates.merge(book, keep, other, {"cadence_ideal_days": 30, "cadence_max_days": 3})
    clients.delete_client(book, other)
    assert {k: v for k, v in dump(book).items() if k != "search_note"} == {
        k: v for k, v in before.items() if k != "search_note"
    }


def test_a_backup_is_made_before_and_search_finds_the_one(book: Book) -> None:
    keep, other = two_lives(book)
    duplicates.merge(book, keep, other, {})
    assert backups.list_backups(book)[0].reason == "merge"
    assert {each.client_id for each in search.search(book, "anne")} == {keep}
    assert {each.client_id for each in search.search(book, "press")} == {keep}


TABLES = ("interaction", "sale", "follow_up", "deal", "survey_answer", "key_date")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_two_clients_of_a_book_become_one_and_two_again(
    data: st.DataObject, make_book: Callable[..., Book], sample_book_file: object
) -> None:
    book = _kept(make_book, sample_book_file)
    ids = [int(str(row[0])) for row in rows(book, "SELECT id FROM client ORDER BY id")]
    keep = data.draw(st.sampled_from(ids))
    other = data.draw(st.sampled_from([each for each in ids if each != keep]))
    before = dump(book)
    counts = {kind: of_client(book, keep)[kind] + of_client(book, other)[kind] for kind in TABLES}
    money = rows(book, "SELECT count(*), sum(amount), sum(cost), sum(quantity) FROM sale")
    seen = duplicates.compare(book, keep, other)
    duplicates.merge(book, keep, other)
    assert rows(book, "SELECT count(*), sum(amount), sum(cost), sum(quantity) FROM sale") == money
    after = of_client(book, keep)
    assert {kind: after[kind] for kind in TABLES} == counts
    assert after["contact"] == sum(seen.counts["contact"]) - seen.same_contacts
    values = client_views.client_detail(book, keep, TODAY).values
    assert {pair.field: values[pair.field] for pair in seen.fields if pair.field in values} == {
        pair.field: pair.proposed for pair in seen.fields if pair.field in values
    }
    history.undo(book)
    assert dump(book) == before


_BOOKS: dict[int, Book] = {}


def _kept(make_book: Callable[..., Book], source: object) -> Book:
    """One book for all examples: each leaves it as it found it."""
    if id(make_book) not in _BOOKS:
        _BOOKS.clear()
        _BOOKS[id(make_book)] = make_book("sample.portfolio", source)
    return _BOOKS[id(make_book)]
