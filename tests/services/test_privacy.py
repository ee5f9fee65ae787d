"""Consent, suppression, review, campaigns: what each says, and that undo takes it back."""

from __future__ import annotations

import csv
import json
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BookWriteError, InvalidValueError, NotFoundError
from portfolio_app.services import clients, interactions, privacy
from portfolio_app.services.import_ import import_files, preview_import, read_source
from portfolio_app.services.privacy import Person
from portfolio_app.storage import suppression, suppression_mirror
from portfolio_app.storage.book import Book
from portfolio_app.storage.suppression_mirror import Mirror
from tests.conftest import TODAY
from tests.dumps import dump


def add_client(book: Book, contact: dict[str, Any] | None = None, **values: Any) -> int:
    (found,) = clients.create_client(book, {"name": "Kerisac", **values}, contact).created["client"]
    return found


def add_contact(book: Book, client_id: int, **values: Any) -> int:
    (found,) = clients.create_contact(book, client_id, values).created["contact"]
    return found


@pytest.fixture
def client_id(book: Book) -> int:
    return add_client(book)


@pytest.fixture
def anne(book: Book, client_id: int) -> Person:
    return Person(
        "contact",
        add_contact(
            book, client_id, full_name="Anne Riou", email="Anne.Riou@Example.fr", phone="06 12 34 56 78"
        ),
    )


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("email", "  Anne.Riou@Example.FR ", ["anne.riou@example.fr"]),
        ("email", "not an address", []),
        ("phone", "06 12 34 56 78", ["+33612345678"]),
        ("phone", "+33 (0)6.12.34.56.78", ["+33612345678"]),
        ("phone", "0033612345678", ["+33612345678"]),
        ("phone", "06\u202f12\u00a034 56 78", ["+33612345678"]),
        ("phone", "+44 20 7946 0000", ["+442079460000"]),
        ("phone", "02 98 44 10 20 / 06 12 34 56 78", ["+33298441020", "+33612345678"]),
        ("phone", "9999999999999999999", ["9999999999999999999"]),
        ("phone", "12", []),
        ("phone", "", []),
    ],
)
def test_addresses_are_compared_however_they_are_written(kind: str, text: str, expected: list[str]) -> None:
    assert suppression.normal(kind, text) == expected


def test_consent_is_kept_with_its_date_source_and_proof(book: Book, anne: Person) -> None:
    assert {info.state for info in privacy.consents(book, anne).values()} == {""}
    day = TODAY - timedelta(days=3)
    privacy.set_consent(book, anne, "email", "granted", on=day, source="form", proof=" salon\r\nstand 4 ")
    info = privacy.consents(book, anne)["email"]
    assert info == privacy.ConsentInfo("granted", day, "form", "salon\nstand 4")
    privacy.set_consent(book, anne, "email", None)
    assert privacy.consents(book, anne)["email"].state == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": "pigeon", "state": "refused"},
        {"channel": "email", "state": "maybe"},
        {"channel": "email", "state": "granted", "source": "rumour"},
        {"channel": "email", "state": "granted", "on": TODAY + timedelta(days=1)},
        {"channel": "email", "state": "granted", "proof": "x" * 100_001},
    ],
)
def test_a_wrong_consent_is_refused(book: Book, anne: Person, wrong: dict[str, Any]) -> None:
    before = dump(book)
    with pytest.raises(InvalidValueError):
        privacy.set_consent(book, anne, **wrong)
    with pytest.raises(NotFoundError):
        privacy.set_consent(book, Person("contact", 999), "email", "granted")
    assert dump(book) == before


def test_a_refusal_puts_the_address_on_the_list_and_undo_takes_it_off(book: Book, anne: Person) -> None:
    before = dump(book)
    privacy.set_consent(book, anne, "email", "refused", source="email")
    assert privacy.is_suppressed(book, "email", "ANNE.RIOU@example.fr") == "objected"
    assert privacy.is_suppressed(book, "phone", "0612345678") is None
    assert privacy.consents(book, anne)["email"].is_listed
    book.undo()
    assert dump(book) == before
    book.redo()
    assert privacy.is_suppressed(book, "email", "anne.riou@example.fr") == "objected"
    privacy.set_consent(book, anne, "email", "granted")
    assert privacy.suppressions(book) == []


def test_an_address_two_persons_refused_stays_listed_until_both_agree(book: Book, client_id: int) -> None:
    first, second = (
        Person("contact", add_contact(book, client_id, full_name=name, phone="02 98 44 10 20"))
        for name in ("Anne Riou", "Yann Le Goff")
    )
    privacy.set_consent(book, first, "phone", "refused")
    privacy.set_consent(book, second, "phone", "refused")
    privacy.set_consent(book, first, "phone", None)
    assert privacy.is_suppressed(book, "phone", "+33298441020") == "objected"
    privacy.set_consent(book, second, "phone", "granted")
    assert privacy.is_suppressed(book, "phone", "+33298441020") is None


def test_the_list_holds_no_address(book: Book, anne: Person) -> None:
    privacy.set_consent(book, anne, "email", "refused")
    privacy.set_consent(book, anne, "phone", "refused")
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, hash FROM suppression").all()
        marks = suppression.load(connection)
    assert sorted(row[0] for row in rows) == ["email", "phone"]
    assert all(len(row[1]) == 64 for row in rows)
    assert len(marks.keys[0]) == 64
    mirror = suppression.mirror_path(book.book_id())
    assert stat.S_IMODE(mirror.stat().st_mode) == 0o600
    text = mirror.read_text()
    assert "riou" not in text.lower()
    assert "612345678" not in text


def test_the_mirror_follows_undo(book: Book, anne: Person) -> None:
    privacy.set_consent(book, anne, "email", "refused")
    mirrored = suppression_mirror.read_mirror(book.book_id(), None)
    assert mirrored is not None
    assert len(mirrored.listed.entries) == 1
    book.undo()
    mirrored = suppression_mirror.read_mirror(book.book_id(), None)
    assert mirrored is not None
    assert mirrored.listed.is_empty


def test_the_mirror_of_a_protected_book_needs_its_passphrase(book: Book, anne: Person) -> None:
    privacy.set_consent(book, anne, "email", "refused")
    with book.read() as connection:
        known = suppression.load(connection)
        suppression_mirror.write_mirror(connection, "a-b", "sésame")
    assert known.keys[0] not in suppression.mirror_path("a-b").read_text()
    assert suppression_mirror.read_mirror("a-b", "sésame") == Mirror(known)
    locked = Mirror(suppression.SuppressionList(), is_locked=True)
    assert suppression_mirror.read_mirror("a-b", "sesame") == locked
    assert suppression_mirror.read_mirror("a-b", None) == locked


@pytest.mark.parametrize(
    "damage",
    [
        "", "{", "[]", '{"keys": ["zz"]}', '{"keys": [], "entries": [[1]]}', "[" * 20_000,
        '{"keys": [], "ids": [], "entries": [], "marks": [], "rows": [["client", 36893488147419103232, ""]]}',
    ],
)  # fmt: skip
def test_a_damaged_mirror_is_passed_over(book: Book, anne: Person, damage: str) -> None:
    privacy.suppress(book, "email", "x@example.fr")
    suppression.mirror_path(book.book_id()).write_text(damage)
    assert suppression_mirror.read_mirror(book.book_id(), None) is None
    assert privacy.merge_mirror(book) == 0


def test_suppressing_by_hand_and_lifting(book: Book) -> None:
    before = dump(book)
    privacy.suppress(book, "phone", "06 12 34 56 78")
    privacy.suppress(book, "phone", "+33612345678")
    (row,) = privacy.suppressions(book)
    assert (row.kind, row.reason, row.on) == ("phone", "objected", TODAY)
    privacy.lift_suppression(book, "phone", "0612345678")
    assert privacy.suppressions(book) == []
    book.undo()
    book.undo()
    assert dump(book) == before
    for kind, value in (("email", "nobody"), ("phone", "1"), ("fax", "0612345678")):
        with pytest.raises(InvalidValueError):
            privacy.suppress(book, kind, value)


def test_reach_says_who_refused_what(book: Book, client_id: int, anne: Person) -> None:
    other = add_contact(book, client_id, full_name="Yann", email="yann@example.fr")
    privacy.set_consent(book, anne, "phone", "refused")
    privacy.set_consent(book, Person("contact", other), "email", "granted")
    privacy.suppress(book, "email", "anne.riou@example.fr")
    found = privacy.reach(book, [client_id, 999])
    assert set(found) == {client_id}
    assert found[client_id].contacts_refused == {anne.id: frozenset({"phone", "email"})}
    assert found[client_id].contacts_granted == {other: frozenset({"email"})}
    assert found[client_id].is_refused("phone", anne.id)
    assert not found[client_id].is_refused("phone")
    assert privacy.may_reach(book, client_id) == found[client_id]
    with pytest.raises(NotFoundError):
        privacy.may_reach(book, 999)


def test_a_person_who_is_the_client_refuses_once(book: Book) -> None:
    client_id = add_client(
        book, {"full_name": "Éric Lainé", "email": "eric@example.fr"}, name="Éric Lainé", kind="person"
    )
    contact_id = privacy.find_persons(book, "eric@example.fr")
    assert [(hit.kind, hit.id, hit.email) for hit in contact_id] == [("client", client_id, "eric@example.fr")]
    privacy.set_consent(book, Person("client", client_id), "email", "refused")
    found = privacy.may_reach(book, client_id)
    assert found.is_refused("email")
    assert set(found.contacts_refused.values()) == {frozenset({"email"})}


def test_persons_are_found_by_name_mail_and_number(book: Book, anne: Person) -> None:
    add_client(book, name="Riou SARL")
    for text in ("riou", "Anne.Riou@example", "0612345678"):
        (hit,) = privacy.find_persons(book, text)
        assert hit.person == anne
        assert (hit.name, hit.client_name) == ("Anne Riou", "Kerisac")


def test_prospects_without_a_sign_are_to_review(book: Book) -> None:
    long_ago = date(2023, 11, 22)
    old = add_client(book, name="Vieux", client_since=long_ago)
    recent = add_client(book, name="Récent", client_since=long_ago + timedelta(days=1))
    spoke = add_client(book, name="A répondu", client_since=date(2015, 1, 1))
    wrote_to = add_client(book, name="Relancé", client_since=date(2016, 1, 31))
    add_client(book, name="Client", client_since=date(2015, 1, 1), status="active")
    add_client(book, name="Saisi aujourd’hui")
    interactions.log_touch(
        book, spoke, {"kind": "call", "direction": "incoming", "on": TODAY - timedelta(days=9)}
    )
    interactions.log_touch(
        book, wrote_to, {"kind": "call", "direction": "outgoing", "outcome": "reached", "on": TODAY}
    )
    assert [row.client_id for row in privacy.to_review(book)] == [wrote_to, old]
    first, second = privacy.to_review(book)
    assert (first.last_incoming, first.since, first.months) == (None, date(2016, 1, 31), 129)
    assert (second.since, second.months) == (long_ago, 36)
    privacy.set_retention_months(book, 24)
    assert recent in [row.client_id for row in privacy.to_review(book)]
    assert privacy.to_review(book, 200) == []
    book.undo()
    assert privacy.retention_months(book) == 36
    for months in (0, 121):
        with pytest.raises(InvalidValueError):
            privacy.set_retention_months(book, months)


def test_a_complaint_is_a_sign_from_the_client(book: Book) -> None:
    client_id = add_client(book, client_since=date(2015, 1, 1))
    interactions.log_touch(book, client_id, {"kind": "complaint", "on": TODAY - timedelta(days=400)})
    assert privacy.to_review(book) == []
    (row,) = privacy.to_review(book, 12)
    assert row.last_incoming == TODAY - timedelta(days=400)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_a_campaign_list_leaves_out_who_may_not_be_reached(book: Book, tmp_path: Path, anne: Person) -> None:
    client_id = add_client(book, name="=cmd|'/C calc'!A0", reference="@x")
    add_contact(book, client_id, full_name="+Yann", email="yann@example.fr")
    add_contact(book, client_id, full_name="Double", email="YANN@example.fr")
    add_contact(book, client_id, full_name="Sans adresse")
    listed = add_contact(book, client_id, full_name="Marie", email="marie@example.fr")
    privacy.suppress(book, "email", "Marie@example.fr")
    privacy.set_consent(book, anne, "email", "refused")
    consumer = {"kind": "person", "status": "prospect"}
    add_client(book, name="Zoé Prospect", email="zoe@example.fr", **consumer)
    agreed = add_client(book, name="Zélie Accord", email="zelie@example.fr", **consumer)
    privacy.set_consent(book, Person("client", agreed), "email", "granted")
    add_client(book, name="Zora Cliente", email="zora@example.fr", kind="person", status="active")
    assert listed

    result = privacy.campaign_list(book, "email", tmp_path / "liste", "fr")
    assert result.path == tmp_path / "liste.csv"
    assert stat.S_IMODE(result.path.stat().st_mode) == 0o600
    rows = rows_of(result.path)
    assert [row["E-mail"] for row in rows] == ["yann@example.fr", "zelie@example.fr", "zora@example.fr"]
    assert result.written == 3
    assert result.left_out == {"refused": 2, "twice": 1, "no_address": 1, "no_consent": 1}
    assert rows[0]["Client"].startswith("'=")
    assert rows[0]["Référence"] == "'@x"
    assert rows[1]["Accord"] == "Donné"
    with pytest.raises(BookWriteError):
        privacy.campaign_list(book, "email", tmp_path / "liste.csv", "fr")
    with pytest.raises(InvalidValueError):
        privacy.campaign_list(book, "fax", tmp_path / "fax.csv")


@pytest.mark.parametrize("channel", ["phone", "message", "post"])
def test_every_channel_has_its_list(book: Book, tmp_path: Path, channel: str) -> None:
    client_id = add_client(book, street="1 rue du Port", city="Brest")
    add_contact(book, client_id, full_name="Anne", phone="02 98 00 00 00", mobile="06 12 34 56 78")
    refused = add_contact(book, client_id, full_name="Yann", mobile="07 12 34 56 78")
    privacy.set_consent(book, Person("contact", refused), channel, "refused")
    result = privacy.campaign_list(book, channel, tmp_path / "list.csv")
    assert (result.written, result.left_out) == (1, {"refused": 1})


CONTACTS = (
    "Société;Prénom;Nom;E-mail;Téléphone;Ville\n"
    "Kerisac;Anne;Riou;anne.riou@example.fr;06 12 34 56 78;Brest\n"
    "Autre;Yann;Le Goff;yann@example.fr;07 00 00 00 01;Quimper\n"
)


def write_file(path: Path, text: str = CONTACTS) -> Any:
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def test_who_objected_comes_in_with_the_refusal(book: Book, tmp_path: Path) -> None:
    privacy.suppress(book, "phone", "+33 6 12 34 56 78")
    source = write_file(tmp_path / "contacts.csv")
    preview = preview_import(book, [source])
    assert preview.files[0].warnings["objected"] == 1
    _, report = import_files(book, [source])
    assert (report.files[0].created, report.refused) == (2, 0)
    (hit,) = privacy.find_persons(book, "anne riou")
    info = privacy.consents(book, hit.person)
    assert (info["phone"].state, info["phone"].source, info["phone"].on) == ("refused", "suppression", TODAY)
    assert info["email"].state == ""
    import_files(book, [source])
    with book.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM consent").scalar() == 1


def test_the_suppression_list_needs_no_reading_when_it_is_empty(book: Book, tmp_path: Path) -> None:
    _, report = import_files(book, [write_file(tmp_path / "contacts.csv")])
    assert (report.files[0].created, dict(report.files[0].warnings)) == (2, {})


def test_the_workbook_says_who_refused(book: Book, tmp_path: Path, anne: Person) -> None:
    from openpyxl import load_workbook

    from portfolio_app.services.export import export_workbook

    privacy.set_consent(book, anne, "email", "refused")
    privacy.set_consent(book, anne, "phone", "granted")
    path = export_workbook(book, tmp_path / "book.xlsx", TODAY, "fr")
    sheet = load_workbook(path)["Contacts"]
    titles, row = ([cell.value for cell in line] for line in list(sheet.iter_rows())[:2])
    assert dict(zip(titles, row, strict=True)) | {
        "Accord e-mail": "Refusé",
        "Accord appels": "Donné",
    } == dict(zip(titles, row, strict=True))
    source = read_source(path, sheet="Contacts")
    assert not any("Accord" in column for column in source.mapping.columns)


def test_the_suppression_settings_are_no_preferences(book: Book) -> None:
    privacy.suppress(book, "email", "x@example.fr")
    with book.read() as connection:
        value = connection.exec_driver_sql(
            "SELECT value FROM setting WHERE key = ?", (suppression.KEY_SETTING,)
        ).scalar_one()
    assert len(json.loads(value)) == 1
