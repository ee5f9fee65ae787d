"""Erasing a person leaves nothing of them anywhere, keeps the accounts, and nothing brings them back."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError, NotFoundError, NothingToUndoError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import (
    backups,
    books,
    calendar_files,
    calendar_import,
    clients,
    contact_cards,
    csv_files,
    custom_fields,
    deals,
    follow_ups,
    history,
    interactions,
    key_dates,
    passphrases,
    plans,
    privacy,
    sales,
    surveys,
)
from portfolio_app.services.import_ import import_files, preview_import, read_source
from portfolio_app.services.privacy import Person
from portfolio_app.services.search import search
from portfolio_app.storage import driver, suppression, suppression_mirror
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import open_book
from tests.conftest import TODAY, fixed_clock
from tests.dumps import dump, index_is_sound

pytestmark = pytest.mark.usefixtures("quick_keys")

SECRETS = (
    "Zulmée", "zulmee", "Quérouarn", "querouarn", "zulmee.q@exemple.bzh", "ancienne.adresse@exemple.bzh",
    "06 98 76 54 32", "0698765432", "698765432", "Plouguerneau", "xylophone", "XYLOPHONE", "contrebasse",
    "clavecin", "mandoline", "REF-ZQ-77", "zulmee q", "guimbarde", "theorbe", "psalterion", "serinette", "epinette",
    "vielle a roue", "bombarde", "1974-05-06", "ocarina", "flageolet", "tympanon", "cromorne", "dulciane",
)  # fmt: skip


def bytes_of(path: Path) -> bytes:
    """A closed book's file."""
    return path.read_bytes()


def found_in(path: Path, *texts: str) -> list[str]:
    """Which of the texts stand in a closed file, as they are or in any case."""
    content = bytes_of(path)
    lowered = content.lower()
    return [
        t
        for t in texts
        if t.encode() in content or t.encode("utf-16-le") in content or t.lower().encode() in lowered
    ]


def created(changes: Any, kind: str) -> int:
    (found,) = changes.created[kind]
    return found


@pytest.fixture
def person_client(book: Book) -> int:
    """A consumer with a past: changed, exchanged with, sold to, partly deleted and undone."""
    client_id = created(
        clients.create_client(
            book,
            {
                "name": "Zulmée Quérouarn",
                "kind": "person",
                "email": "ancienne.adresse@exemple.bzh",
                "reference": "REF-ZQ-77",
            },
            {
                "full_name": "Zulmée Quérouarn",
                "email": "ancienne.adresse@exemple.bzh",
                "phone": "06 98 76 54 32",
            },
        ),
        "client",
    )
    clients.update_client(
        book,
        client_id,
        {
            "email": "zulmee.q@exemple.bzh",
            "city": "Plouguerneau",
            "notes": "joue du xylophone",
            "tags": ["guimbarde"],
        },
    )
    sales.add_sale(book, client_id, {"amount": Decimal("120.50"), "order_reference": "C-1"}, "Étiquettes")
    sales.add_sale(book, client_id, {"amount": Decimal("-20.50")}, "Étiquettes")
    interactions.log_touch(
        book, client_id, {"kind": "call", "subject": "contrebasse", "body": "Zulmée rappelle"}
    )
    gone = created(
        interactions.log_touch(book, client_id, {"kind": "visit", "body": "clavecin"}), "interaction"
    )
    interactions.delete_interaction(book, gone)
    extra = created(
        clients.create_contact(book, client_id, {"full_name": "Zulmée Q", "notes": "mandoline"}), "contact"
    )
    clients.delete_contact(book, extra)
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY + timedelta(days=3), "title": "theorbe"})
    clients.update_client(book, client_id, {"notes": "joue encore du xylophone"})
    book.undo()
    _fill_own_data(book, client_id)
    return client_id


def _fill_own_data(book: Book, client_id: int) -> None:
    """What a client may hold besides: fields of the book's own, deals, answers; changed and partly deleted."""
    custom_fields.create_custom_field(book, "Instrument", "text")
    told = {
        "persona": "psalterion",
        "needs": "serinette",
        "preferences": "epinette",
        "income_band": "ocarina",
    }
    clients.update_client(
        book, client_id, {**told, "birth_date": "1974-05-06", "custom.instrument": "vielle a roue"}
    )
    clients.update_client(book, client_id, {"custom.instrument": "bombarde", "strategic_role": "reference"})
    kept = created(deals.create_deal(book, client_id, {"title": "flageolet", "notes": "tympanon"}), "deal")
    deals.close_deal(book, kept, "lost", lost_reason="cromorne")
    deals.delete_deal(book, created(deals.create_deal(book, client_id, {"title": "tympanon"}), "deal"))
    answer = created(
        surveys.add_answer(book, client_id, {"score": 2, "comment": "dulciane"}), "survey_answer"
    )
    surveys.update_answer(book, answer, {"comment": "dulciane encore"})
    day = created(
        key_dates.create_key_date(
            book, client_id, {"kind": "birthday", "label": "rebec", "on": "1974-05-06"}
        ),
        "key_date",
    )
    key_dates.update_key_date(book, day, {"label": "rebec de Zulmée"})
    gone = key_dates.create_key_date(book, client_id, {"label": "rebec", "on": TODAY})
    key_dates.delete_key_date(book, created(gone, "key_date"))
    plan = created(plans.create_plan(book, "Réveil", [{"title": "Appeler"}]), "plan")
    enrolment = created(plans.enrol(book, plan, [client_id]), "enrolment")
    (step,) = (row for row in _rows(book, "follow_up") if row["about"] == plans.about(enrolment))
    follow_ups.update_follow_up(book, step["id"], {"notes": "rebec"})


def _rows(book: Book, table: str) -> list[dict[str, Any]]:
    with book.read() as connection:
        return [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}").mappings()]


def revenue(book: Book) -> int:
    with book.read() as connection:
        return int(connection.exec_driver_sql("SELECT coalesce(sum(amount), 0) FROM sale").scalar_one())


def test_nothing_of_an_erased_client_is_left_in_the_file(book: Book, person_client: int) -> None:
    clients.create_client(book, {"name": "Autre"})
    with book.read() as connection:  # so that only the rewriting of the file can clear its free pages
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    before = revenue(book)
    preview = privacy.erasure_preview(book, Person("client", person_client))
    assert (preview.client_is, preview.sales_kept, preview.contacts) == ("renamed", 2, 1)
    assert (preview.interactions, preview.follow_ups, preview.surveys, preview.deals) == (1, 2, 1, 1)
    assert (preview.key_dates, preview.enrolments) == (1, 1)
    receipt = privacy.erase_person(book, Person("client", person_client))
    assert receipt.is_compacted
    assert (receipt.client_is, receipt.sales_kept, receipt.interactions) == ("renamed", 2, 1)
    assert receipt.backups >= 1
    assert receipt.backups_until is not None
    assert revenue(book) == before
    with book.read() as connection:
        (row,) = connection.exec_driver_sql(
            "SELECT name, sort_name, email, notes, tags, status, city FROM client WHERE id = ?",
            (person_client,),
        )
        (own,) = connection.exec_driver_sql(
            "SELECT custom, birth_date, persona, strategic_role FROM client WHERE id = ?", (person_client,)
        )
        rest = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar_one()
            for t in ("deal", "survey_answer", "key_date", "enrolment", "follow_up")
        ]
    assert tuple(row) == (f"Client {person_client}", f"client {person_client}", "", "", "[]", "former", "")
    assert (tuple(own), rest) == (("{}", None, "", ""), [0, 0, 0, 0, 0])
    assert index_is_sound(book)
    for word in ("zulmee", "querouarn", "0698765432", "xylophone", "psalterion", "bombarde", "flageolet"):
        assert search(book, word) == []
    book.close()
    assert found_in(book.path, *SECRETS) == []
    assert found_in(suppression.mirror_path(_book_id(book.path)), *SECRETS) == []


def _book_id(path: Path) -> str:
    book = open_book(path, fixed_clock)
    try:
        return book.book_id()
    finally:
        book.close()


def _index_bytes(path: Path) -> dict[str, list[Any]]:
    """The segments of the full-text indexes, where words are cut up: no plain search would see them."""
    raw = driver.connect(path)
    try:
        return {
            index: [
                row[0] for row in raw.execute(f"SELECT block FROM {index}_data WHERE id > 10 ORDER BY id")
            ]
            for index in ("search_name_word", "search_name_trigram", "search_note_word")
        }
    finally:
        raw.close()


def test_the_search_index_holds_what_a_new_one_would(book: Book, person_client: int, tmp_path: Path) -> None:
    clients.create_client(book, {"name": "Autre", "notes": "des notes"})
    privacy.erase_person(book, Person("client", person_client))
    book.close()
    copy = tmp_path / "rebuilt.portfolio"
    shutil.copy(book.path, copy)
    raw = driver.connect(copy)
    for index in ("search_name_word", "search_name_trigram", "search_note_word"):
        raw.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    raw.close()
    sizes = {name: sum(map(len, blocks)) for name, blocks in _index_bytes(book.path).items()}
    rebuilt = {name: sum(map(len, blocks)) for name, blocks in _index_bytes(copy).items()}
    # The neutral name is written after the merge, in a small segment of its own.
    assert all(sizes[name] <= rebuilt[name] + 400 for name in sizes)


def test_without_sales_the_client_is_deleted(book: Book) -> None:
    client_id = created(clients.create_client(book, {"name": "Zulmée Quérouarn", "kind": "person"}), "client")
    assert privacy.erasure_preview(book, Person("client", client_id)).client_is == "deleted"
    assert privacy.erase_person(book, Person("client", client_id)).client_is == "deleted"
    with book.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM client").scalar() == 0
    book.close()
    assert found_in(book.path, "Zulmée", "zulmee") == []


def test_the_name_can_be_kept_for_the_accounts(book: Book, person_client: int) -> None:
    receipt = privacy.erase_person(book, Person("client", person_client), keep_name=True)
    assert receipt.client_is == "kept"
    with book.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT name, email, city FROM client WHERE id = ?", (person_client,)
        ).one()
    assert tuple(row) == ("Zulmée Quérouarn", "", "")


@pytest.fixture
def kerisac(book: Book) -> tuple[int, int, int]:
    """An organisation with the contact to erase and a colleague."""
    client_id = created(
        clients.create_client(
            book, {"name": "Kerisac", "email": "contact@kerisac.bzh", "phone": "02 98 00 00 00"}
        ),
        "client",
    )
    zulmee = created(
        clients.create_contact(
            book,
            client_id,
            {
                "first_name": "Zulmée",
                "last_name": "Quérouarn",
                "email": "zulmee.q@exemple.bzh",
                "phone": "02 98 00 00 00",
                "mobile": "06 98 76 54 32",
                "notes": "xylophone",
            },
        ),
        "contact",
    )
    yann = created(
        clients.create_contact(book, client_id, {"full_name": "Yann Le Goff", "phone": "02 98 00 00 00"}),
        "contact",
    )
    interactions.log_touch(
        book,
        client_id,
        {"kind": "call", "body": "Zulmée veut du xylophone", "minutes": 12},
        contact_id=zulmee,
    )
    interactions.log_touch(
        book, client_id, {"kind": "visit", "body": "vu Mme Quérouarn et Yann"}, contact_id=yann
    )
    sales.add_sale(book, client_id, {"amount": Decimal(50)})
    return client_id, zulmee, yann


def test_a_contact_is_deleted_and_the_exchange_keeps_its_date(
    book: Book, kerisac: tuple[int, int, int]
) -> None:
    client_id, zulmee, yann = kerisac
    privacy.set_consent(book, Person("contact", zulmee), "email", "refused")
    surveys.add_answer(book, client_id, {"score": 4, "comment": "dulciane"}, contact_id=zulmee)
    deal = created(deals.create_deal(book, client_id, {"title": "Offre pour Mme Quérouarn"}), "deal")
    born = {"kind": "birthday", "label": "rebec", "on": "1974-05-06"}
    day = created(key_dates.create_key_date(book, client_id, born, zulmee), "key_date")
    plan = created(plans.create_plan(book, "Réveil", [{"title": "Appeler"}, {"title": "Passer"}]), "plan")
    plans.enrol(book, plan, [client_id])
    with book.step("snooze") as step:  # what she was to be reminded of, and whom the step was to be done with
        step.connection.exec_driver_sql(
            "UPDATE follow_up SET contact_id = ?, notes = 'rebec' WHERE reason = 'plan_step'", (zulmee,)
        )
        put_off = FollowUp(
            client_id=client_id,
            due_on=TODAY,
            reason="birthday",
            about=f"key_date:{day}",
            title="rebec",
            created_at=step.now,
        )
        step.session.add(put_off)
    preview = privacy.erasure_preview(book, Person("contact", zulmee))
    assert (preview.client_is, preview.contacts, preview.interactions) == ("kept", 1, 1)
    assert (preview.surveys, preview.deals, preview.key_dates, preview.enrolments) == (1, 0, 1, 0)
    assert (preview.consents, preview.sales_kept, preview.client_fields) == (1, 0, ())
    assert preview.shared == 1  # the switchboard
    assert [(mention.kind, mention.excerpt) for mention in preview.mentions] == [
        ("interaction", "vu Mme Quérouarn et Yann"),
        ("deal", "Offre pour Mme Quérouarn"),
    ]
    receipt = privacy.erase_person(book, Person("contact", zulmee))
    assert receipt.mentions == preview.mentions
    with book.read() as connection:
        touches = connection.exec_driver_sql(
            "SELECT contact_id, kind, minutes, body FROM interaction ORDER BY id"
        ).all()
        people = connection.exec_driver_sql("SELECT id FROM contact").scalars().all()
    assert [tuple(row) for row in touches] == [
        (None, "call", 12, ""),
        (yann, "visit", None, "vu Mme Quérouarn et Yann"),
    ]
    assert people == [yann]
    (answer,) = surveys.answers(book, client_id)
    assert (answer.contact_id, answer.score, answer.comment) == (None, 4, "")
    assert _rows(book, "key_date") == []
    (left,) = _rows(book, "follow_up")
    assert (left["reason"], left["contact_id"], left["status"], left["notes"]) == (
        "plan_step",
        None,
        "open",
        "",
    )
    follow_ups.complete_follow_up(book, client_id, left["id"])
    assert plans.enrolments(book, client_id)[0].title == "Passer"
    deals.update_deal(book, deal, {"title": "Offre"})
    assert privacy.is_suppressed(book, "email", "zulmee.q@exemple.bzh") == "erased"
    assert privacy.is_suppressed(book, "phone", "0698765432") == "erased"
    assert privacy.is_suppressed(book, "phone", "0298000000") is None
    assert privacy.may_reach(book, client_id).contacts_refused == {}
    book.close()
    assert (
        found_in(
            book.path,
            "Zulmée",
            "zulmee",
            "zulmee.q",
            "0698765432",
            "06 98 76",
            "xylophone",
            "dulciane",
            "rebec",
        )
        == []
    )


def test_the_organisation_s_fields_that_are_the_person_s_are_emptied(book: Book) -> None:
    client_id = created(
        clients.create_client(
            book,
            {"name": "Atelier", "email": "zulmee.q@exemple.bzh", "phone": "0698765432"},
            {"full_name": "Zulmée Quérouarn", "email": "Zulmee.Q@exemple.bzh", "mobile": "06 98 76 54 32"},
        ),
        "client",
    )
    contact_id = 1
    preview = privacy.erasure_preview(book, Person("contact", contact_id))
    assert preview.client_fields == ("email", "phone")
    privacy.erase_person(book, Person("contact", contact_id))
    with book.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT name, email, phone FROM client WHERE id = ?", (client_id,)
        ).one()
    assert tuple(row) == ("Atelier", "", "")
    book.close()
    assert found_in(book.path, "zulmee", "0698765432") == []


def test_the_contact_that_is_the_client_stands_for_it(book: Book, person_client: int) -> None:
    with book.read() as connection:
        contact_id = connection.exec_driver_sql("SELECT id FROM contact").scalar_one()
    preview = privacy.erasure_preview(book, Person("contact", contact_id))
    assert preview.person == Person("client", person_client)


def test_an_organisation_is_no_person(book: Book, kerisac: tuple[int, int, int]) -> None:
    for call in (privacy.erasure_preview, privacy.erase_person):
        with pytest.raises(InvalidValueError):
            call(book, Person("client", kerisac[0]))
        with pytest.raises(NotFoundError):
            call(book, Person("contact", 999))


def test_records_with_the_same_address_are_shown(book: Book, kerisac: tuple[int, int, int]) -> None:
    other = created(clients.create_client(book, {"name": "Ailleurs"}), "client")
    twin = created(
        clients.create_contact(
            book, other, {"full_name": "Zulmée Quérouarn", "email": "ZULMEE.Q@exemple.bzh"}
        ),
        "contact",
    )
    also = privacy.erasure_preview(book, Person("contact", kerisac[1])).also
    assert twin in [hit.id for hit in also]


def test_other_steps_can_still_be_undone(book: Book, kerisac: tuple[int, int, int]) -> None:
    client_id, zulmee, _ = kerisac
    clients.update_client(book, client_id, {"city": "Brest"})
    clients.update_contact(book, zulmee, {"role": "achats"})
    privacy.erase_person(book, Person("contact", zulmee))
    after = dump(book)
    clients.update_client(book, client_id, {"city": "Quimper"})
    book.undo()
    assert dump(book) == after
    undo_everything(book)
    assert dump(book) == after, "undo stops at the erasing"
    take_everything_back(book)
    assert privacy.find_persons(book, "zulmee") == []
    assert privacy.is_suppressed(book, "email", "zulmee.q@exemple.bzh") == "erased"
    book.close()
    assert found_in(book.path, "Zulmée", "zulmee.q", "xylophone") == []


def test_undoing_an_objection_does_not_lose_the_secret_of_the_erased(
    book: Book, kerisac: tuple[int, int, int]
) -> None:
    first = privacy.set_consent(book, Person("contact", kerisac[1]), "email", "refused")
    second = privacy.set_consent(book, Person("contact", kerisac[2]), "phone", "refused")
    privacy.erase_person(book, Person("contact", kerisac[1]))
    for changes in (second, first):
        history.take_back(book, changes.step_id)
    assert privacy.is_suppressed(book, "email", "zulmee.q@exemple.bzh") == "erased"


def test_the_journal_forgets_them_under_other_records_too(book: Book, kerisac: tuple[int, int, int]) -> None:
    """An older text of a colleague's record, a twin deleted long ago, the name in an undone step's parameters."""
    _, zulmee, yann = kerisac
    clients.update_contact(book, yann, {"notes": "Zulmée Quérouarn joue du clavecin"})
    clients.update_contact(book, yann, {"notes": "rien"})
    other = created(clients.create_client(book, {"name": "Ailleurs"}), "client")
    twin = created(
        clients.create_contact(book, other, {"full_name": "Z", "email": "zulmee.q@exemple.bzh"}), "contact"
    )
    clients.update_contact(book, twin, {"email": "autre@exemple.bzh"})
    clients.delete_contact(book, twin)
    interactions.update_interaction(book, 2, {"body": "vu Yann"})
    clients.create_client(book, {"name": "Zulmée Quérouarn et fils"})
    book.undo()
    privacy.erase_person(book, Person("contact", zulmee))
    book.close()
    assert found_in(book.path, "Zulmée", "clavecin", "zulmee.q@exemple.bzh") == []


def undo_everything(book: Book) -> None:
    for _ in range(100):
        try:
            book.undo()
        except NothingToUndoError:
            return
    raise AssertionError("there is no end of it")


def take_everything_back(book: Book) -> None:
    for step in book.history():
        if step.can_take_back:
            history.take_back(book, step.id)


ROWS = {
    "address": "Société;Nom complet;E-mail\nAutre;Z. Q.;ZULMEE.Q@exemple.bzh\n",
    "number": "Société;Nom complet;Téléphone\nAutre;Z. Q.;+33 6 98 76 54 32\n",
    "name and organisation": "Société;Nom complet;E-mail\nKERISAC;zulmee querouarn;nouvelle@exemple.bzh\n",
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_an_import_does_not_bring_them_back(
    book: Book, kerisac: tuple[int, int, int], tmp_path: Path, text: str
) -> None:
    privacy.erase_person(book, Person("contact", kerisac[1]))
    path = tmp_path / "contacts.csv"
    path.write_text(text + "Nouveau;Jean Martin;\n", encoding="utf-8")
    source = read_source(path)
    before = dump(book)
    preview = preview_import(book, [source])
    assert dump(book) == before
    _, report = import_files(book, [source])
    for found in (preview, report):
        (refused,) = found.files[0].refused
        assert (refused.code, refused.line, refused.value) == ("erased_person", 2, "")
        assert "erased" in refused.reason
        assert found.files[0].created == 1
        assert refused.cells
    with book.read() as connection:
        names = connection.exec_driver_sql("SELECT full_name FROM contact ORDER BY id").scalars().all()
    assert names == ["Yann Le Goff", "Jean Martin"]


def test_a_client_is_not_brought_back_by_its_reference(
    book: Book, person_client: int, tmp_path: Path
) -> None:
    privacy.erase_person(book, Person("client", person_client))
    path = tmp_path / "clients.csv"
    path.write_text(
        "Référence;Nom;Ville\nREF-ZQ-77;Z. Q.;\nR-1;Zulmée Quérouarn;Plouguerneau\nR-2;Autre;\n",
        encoding="utf-8",
    )
    _, report = import_files(book, [read_source(path)])
    assert [row.line for row in report.files[0].refused] == [2, 3]
    assert report.files[0].created == 1


def test_cards_do_not_bring_them_back(book: Book, kerisac: tuple[int, int, int], tmp_path: Path) -> None:
    """Neither those written before nor a card of the same name or number from elsewhere."""
    path = tmp_path / "before.vcf"
    contact_cards.export_cards(book, path)
    assert "Zulmée" in path.read_text("utf-8")
    privacy.erase_person(book, Person("contact", kerisac[1]))
    before = everyone(book)
    path.write_text(
        path.read_text("utf-8")
        + "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Z. Q.\r\nTEL;CELL:+33698765432\r\nEND:VCARD\r\n"
        + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zulmée Quérouarn\r\nORG:Kerisac\r\nEND:VCARD\r\n",
        "utf-8",
    )
    _, report = import_files(book, [read_source(path)])
    assert [row.code for row in report.files[0].refused] == ["erased_person"] * 3
    assert everyone(book) == before
    contact_cards.export_cards(book, tmp_path / "after.vcf")
    csv_files.export_csv(book, tmp_path / "after.zip", TODAY, "fr")
    with zipfile.ZipFile(tmp_path / "after.zip") as archive:
        written = b"".join(archive.read(name) for name in archive.namelist())
    assert "Zulmée" not in (tmp_path / "after.vcf").read_text("utf-8") + written.decode("utf-8")


def test_a_calendar_written_before_does_not_bring_them_back(
    book: Book, person_client: int, tmp_path: Path
) -> None:
    path = tmp_path / "before.ics"
    calendar_files.export_calendar(book, path, TODAY, language="fr")
    assert "Zulmée" in path.read_text("utf-8")
    privacy.erase_person(book, Person("client", person_client))
    before = dump(book)
    matches = calendar_import.match_clients(book, calendar_import.read_calendar(path, "Europe/Paris"))
    assert {match.client_id for match in matches} == {None}
    assert dump(book) == before


def everyone(book: Book) -> list[tuple[str, str]]:
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, email FROM client UNION ALL SELECT full_name, email FROM contact ORDER BY 1, 2"
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


def test_a_restored_backup_does_not_bring_them_back(
    book: Book, kerisac: tuple[int, int, int], person_client: int
) -> None:
    info = backups.make_backup(book, "manual")
    assert info is not None
    privacy.erase_person(book, Person("contact", kerisac[1]))
    privacy.erase_person(book, Person("client", person_client))
    clients.update_client(book, kerisac[0], {"city": "Brest"})
    before = everyone(book)
    total = revenue(book)
    backups.restore(book, info)
    assert everyone(book) == before
    assert revenue(book) == total
    with book.read() as connection:
        assert (
            connection.exec_driver_sql("SELECT city FROM client WHERE id = ?", (kerisac[0],)).scalar() == ""
        )
    assert privacy.is_suppressed(book, "email", "zulmee.q@exemple.bzh") == "erased"
    assert index_is_sound(book)
    book.undo()
    assert everyone(book) == before
    book.close()
    assert found_in(book.path, *SECRETS) == [
        "Quérouarn",
        "querouarn",
    ]  # the colleague's note, left for review


def test_a_backup_put_in_the_place_of_the_file_does_not_either(
    book: Book, kerisac: tuple[int, int, int], person_client: int
) -> None:
    info = backups.make_backup(book, "manual")
    assert info is not None
    privacy.erase_person(book, Person("contact", kerisac[1]))
    privacy.erase_person(book, Person("client", person_client))
    before, total = everyone(book), revenue(book)
    book.close()
    book.path.write_bytes(b"damaged")
    aside = backups.restore_file(book.path, info, now=fixed_clock())
    assert aside is not None
    assert found_in(book.path, *SECRETS) == ["Quérouarn", "querouarn"]
    restored = open_book(book.path, fixed_clock)
    try:
        assert everyone(restored) == before
        assert revenue(restored) == total
        assert privacy.is_suppressed(restored, "email", "zulmee.q@exemple.bzh") == "erased"
        new = created(clients.create_client(restored, {"name": "Nouveau"}), "client")
        assert new > person_client
    finally:
        restored.close()


def test_an_old_copy_put_back_by_hand_is_told(book: Book, person_client: int, tmp_path: Path) -> None:
    old = tmp_path / "old.portfolio"
    books.save_copy(book, old)
    privacy.erase_person(book, Person("client", person_client))
    before = everyone(book)
    book.close()
    shutil.copy(old, book.path)
    again = books.open_book(book.path, fixed_clock, accept_altered=True)
    try:
        assert everyone(again) == before
    finally:
        again.close()
    assert found_in(book.path, *SECRETS) == []


def test_another_record_of_a_copy_is_not_taken_for_the_erased(
    make_book: Callable[..., Book], tmp_path: Path
) -> None:
    """Ids of two copies go their own ways: the day a record was made tells them apart."""
    first = make_book("first.portfolio")
    books.save_copy(first, tmp_path / "second.portfolio")
    client_id = created(
        clients.create_client(first, {"name": "Zulmée Quérouarn", "kind": "person"}), "client"
    )
    privacy.erase_person(first, Person("client", client_id))
    later = fixed_clock() + timedelta(hours=1)
    second = open_book(tmp_path / "second.portfolio", lambda: later)
    try:
        assert (
            created(clients.create_client(second, {"name": "Innocent", "kind": "person"}), "client")
            == client_id
        )
        privacy.merge_mirror(second)
        assert everyone(second) == [("Innocent", "")]
    finally:
        second.close()


def test_backups_holding_the_person_can_be_deleted(book: Book, person_client: int) -> None:
    backups.make_backup(book, "manual")
    receipt = privacy.erase_person(book, Person("client", person_client))
    assert privacy.delete_backups_holding(book, receipt) == receipt.backups
    (left,) = backups.list_backups(book)
    assert backups.is_good(left)
    assert found_in(left.path, *SECRETS) == []


@pytest.mark.skipif(not driver.CAN_ENCRYPT, reason="this SQLite cannot encrypt")
def test_a_protected_book_forgets_too(tmp_path: Path) -> None:
    book = books.new_book(tmp_path / "secret", "EUR", fixed_clock, "une phrase secrète assez longue")
    client_id = created(
        clients.create_client(
            book, {"name": "Zulmée Quérouarn", "kind": "person", "email": "zulmee.q@exemple.bzh"}
        ),
        "client",
    )
    receipt = privacy.erase_person(book, Person("client", client_id))
    assert receipt.is_compacted
    with book.read() as connection:
        known = suppression.load(connection)
    text = suppression.mirror_path(book.book_id()).read_text()
    assert known.keys[0] not in text
    assert suppression_mirror.read_mirror(book.book_id(), book.passphrase) == suppression_mirror.Mirror(known)
    book.close()


def test_another_spelling_in_the_journal_is_forgotten_too(book: Book) -> None:
    client_id = created(clients.create_client(book, {"name": "ACME"}), "client")
    twin = {"full_name": "ÉLODIE MÉNARD", "email": "e.menard@old-mail.fr", "mobile": "06 11 22 33 44"}
    old = created(clients.create_contact(book, client_id, {**twin, "notes": "likes orchids"}), "contact")
    interactions.log_touch(book, client_id, {"kind": "call", "body": "her lyre"}, contact_id=old)
    new = created(
        clients.create_contact(book, client_id, {"full_name": "Élodie Ménard", "mobile": "0611223344"}),
        "contact",
    )
    gone = clients.delete_contact(book, old)
    privacy.erase_person(book, Person("contact", new))
    with book.read() as connection:
        data = connection.exec_driver_sql("SELECT group_concat(data) FROM journal_change").scalar() or ""
    assert "orchids" not in data
    assert "MÉNARD" not in data
    taken = book.take_back(gone.step_id)
    assert [row.reason for row in taken.kept if row.kind == "contact"] == ["erased"]
    assert privacy.find_persons(book, "menard") == []
    book.close()
    assert found_in(book.path, "ÉLODIE", "e.menard", "06 11 22 33 44", "orchids") == []


def test_a_number_written_otherwise_does_not_come_back_to_the_organisation(book: Book) -> None:
    client_id = created(clients.create_client(book, {"name": "ACME", "phone": "06.11.22.33.44"}), "client")
    changed = clients.update_client(book, client_id, {"phone": "02 98 44 10 20"})
    contact = created(
        clients.create_contact(book, client_id, {"full_name": "Jean Dupont", "mobile": "0611223344"}),
        "contact",
    )
    privacy.erase_person(book, Person("contact", contact))
    book.take_back(changed.step_id)
    assert phone_of(book, client_id) == "02 98 44 10 20"
    book.close()
    assert found_in(book.path, "06.11.22.33.44") == []


def test_taking_back_what_the_journal_still_tells_does_not_bring_them_back(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_id = created(clients.create_client(book, {"name": "ACME", "phone": "06.11.22.33.44"}), "client")
    changed = clients.update_client(book, client_id, {"phone": "02 98 44 10 20"})
    twin = {"full_name": "ÉLODIE MÉNARD", "email": "e.menard@old-mail.fr", "mobile": "06 11 22 33 44"}
    old = created(clients.create_contact(book, client_id, twin), "contact")
    new = created(
        clients.create_contact(book, client_id, {"full_name": "Élodie Ménard", "mobile": "0611223344"}),
        "contact",
    )
    gone = clients.delete_contact(book, old)
    with monkeypatch.context() as patch:
        patch.setattr("portfolio_app.storage.forgetting._forget_alike", lambda *args: None)
        privacy.erase_person(book, Person("contact", new))
    taken = book.take_back(gone.step_id)
    assert [(row.kind, row.id, row.reason) for row in taken.kept] == [("contact", old, "erased")]
    taken = book.take_back(changed.step_id)
    assert [(row.kind, row.id, row.reason) for row in taken.kept] == [("client", client_id, "erased")]
    assert phone_of(book, client_id) == "02 98 44 10 20"
    assert privacy.find_persons(book, "menard") == []
    assert index_is_sound(book)
    before = dump(book)
    book.undo()
    book.redo()
    assert dump(book) == before
    book.close()
    assert found_in(book.path, "ÉLODIE", "e.menard", "06 11 22 33 44", "06.11.22.33.44") == []


def phone_of(book: Book, client_id: int) -> str:
    with book.read() as connection:
        return str(
            connection.exec_driver_sql("SELECT phone FROM client WHERE id = ?", (client_id,)).scalar_one()
        )


def test_the_journal_of_a_namesake_elsewhere_is_kept(book: Book, kerisac: tuple[int, int, int]) -> None:
    other = created(clients.create_client(book, {"name": "Ailleurs"}), "client")
    namesake = created(
        clients.create_contact(book, other, {"full_name": "ZULMEE QUEROUARN", "notes": "une autre"}),
        "contact",
    )
    gone = clients.delete_contact(book, namesake)
    privacy.erase_person(book, Person("contact", kerisac[1]))
    book.take_back(gone.step_id)
    assert [hit.client_id for hit in privacy.find_persons(book, "zulmee")] == [other]


needs_encryption = pytest.mark.skipif(not driver.CAN_ENCRYPT, reason="this SQLite cannot encrypt")


@needs_encryption
def test_a_backup_left_under_an_older_passphrase_does_not_bring_them_back(tmp_path: Path) -> None:
    book = books.new_book(tmp_path / "secret", "EUR", fixed_clock, "firstpassphrase")
    client_id = created(
        clients.create_client(
            book, {"name": "Zulmée Quérouarn", "kind": "person", "email": "zulmee.q@exemple.bzh"}
        ),
        "client",
    )
    backups.make_backup(book, "manual")
    left = passphrases.set_passphrase(
        book, "firstpassphrase", "secondpassphrase", cancelled=lambda: True
    ).left
    privacy.erase_person(book, Person("client", client_id))
    book_id = book.book_id()
    book.close()
    book.path.write_bytes(b"damaged")
    info = next(info for info in backups.backups_for(book.path) if info.name in left)
    backups.restore_file(book.path, info, passphrase="firstpassphrase", now=fixed_clock())
    again = books.open_book(book.path, fixed_clock, passphrase="firstpassphrase")
    assert everyone(again) == []
    assert privacy.mirror_is_locked(again)
    privacy.set_retention_months(again, 24)
    again.close()
    kept = suppression_mirror.read_mirror(book_id, "secondpassphrase")
    assert kept is not None
    assert kept.listed.reason("email", "zulmee.q@exemple.bzh") == "erased"
    # Once the book has that passphrase again, it is told all of it.
    again = books.open_book(book.path, fixed_clock, passphrase="firstpassphrase")
    passphrases.set_passphrase(again, "firstpassphrase", "secondpassphrase")
    again.close()
    again = books.open_book(book.path, fixed_clock, passphrase="secondpassphrase")
    assert privacy.is_suppressed(again, "email", "zulmee.q@exemple.bzh") == "erased"
    privacy.set_retention_months(again, 30)
    assert not privacy.mirror_is_locked(again)
    again.close()


@needs_encryption
def test_an_unprotected_file_put_back_neither_brings_them_back_nor_empties_the_list(tmp_path: Path) -> None:
    book = books.new_book(tmp_path / "plain", "EUR", fixed_clock)
    client_id = created(clients.create_client(book, {"name": "Zulmée Q", "kind": "person"}), "client")
    book.close()
    old = tmp_path / "kept.by.hand"
    shutil.copy(book.path, old)
    book = books.open_book(book.path, fixed_clock)
    passphrases.set_passphrase(book, None, "longpassphrase")
    privacy.erase_person(book, Person("client", client_id))
    book_id = book.book_id()
    book.close()
    before = suppression_mirror.read_mirror(book_id, "longpassphrase")
    assert before is not None
    shutil.copy(old, book.path)
    again = books.open_book(book.path, fixed_clock, accept_altered=True)
    assert everyone(again) == []
    privacy.set_retention_months(again, 24)
    again.close()
    after = suppression_mirror.read_mirror(book_id, "longpassphrase")
    assert after is not None
    assert after.listed == before.listed


@needs_encryption
def test_changing_the_passphrase_leaves_one_list(tmp_path: Path) -> None:
    book = books.new_book(tmp_path / "secret", "EUR", fixed_clock, "firstpassphrase")
    privacy.suppress(book, "email", "zulmee.q@exemple.bzh")
    passphrases.set_passphrase(book, "firstpassphrase", "secondpassphrase")
    privacy.lift_suppression(book, "email", "zulmee.q@exemple.bzh")
    assert suppression_mirror.read_mirror(book.book_id(), "firstpassphrase") == suppression_mirror.Mirror(
        suppression.SuppressionList(), is_locked=True
    )
    mirror = suppression_mirror.read_mirror(book.book_id(), "secondpassphrase")
    assert mirror is not None
    assert mirror.listed.is_empty
    assert not mirror.is_locked
    book.close()
