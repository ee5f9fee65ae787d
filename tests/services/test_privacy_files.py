"""The papers: everything about one person, whole and only about them, and the register of processing."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BookWriteError, InvalidValueError, NotFoundError
from portfolio_app.services import (
    clients,
    custom_fields,
    deals,
    follow_ups,
    interactions,
    key_dates,
    plans,
    privacy,
    privacy_files,
    sales,
    surveys,
)
from portfolio_app.services.privacy import Person
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump
from tests.exchange.pdf_text import pdf_text

NASTY = "<b>gras</b> **fort** {name} %s =1+1 日本語 😀 droite"


def created(changes: Any, kind: str) -> int:
    (found,) = changes.created[kind]
    return found


@pytest.fixture
def zoe(book: Book) -> Person:
    """A consumer with one of everything, and a husband who is somebody else."""
    client_id = created(
        clients.create_client(
            book,
            {"name": "Zoé Kerisac", "kind": "person", "city": "Brest", "notes": NASTY, "tags": ["salon"]},
            {"full_name": "Zoé Kerisac", "email": "zoe@example.fr", "mobile": "06 12 34 56 78"},
        ),
        "client",
    )
    clients.create_contact(book, client_id, {"full_name": "Paul Martin", "email": "paul@example.fr"})
    person = Person("client", client_id)
    interactions.log_touch(
        book, client_id, {"kind": "call", "direction": "incoming", "body": "ligne 1\n" + NASTY}
    )
    told = {"title": "rappeler", "notes": "le soir", "repeat_every": 1, "repeat_unit": "year"}
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY + timedelta(days=2), **told})
    sales.add_sale(
        book, client_id, {"amount": Decimal("12.5"), "quantity": Decimal(2), "due_on": TODAY}, "Miel"
    )
    deals.create_deal(book, client_id, {"title": "Ruches", "amount": Decimal(90), "notes": "en mai"})
    surveys.add_answer(book, client_id, {"kind": "nps", "score": 9, "comment": "très gentille"})
    key_dates.create_key_date(book, client_id, {"kind": "renewal", "label": "Adhésion", "on": "2025-03-01"})
    key_dates.update_key_date(book, 1, {"yearly": True})
    plans.create_plan(book, "Réveil", [{"title": "Offrir un pot"}])
    plans.enrol(book, 1, [client_id])
    custom_fields.create_custom_field(book, "Parfum", "choice", ["Tilleul", "Acacia"])
    custom_fields.create_custom_field(book, "Abonnée", "yes_no")
    clients.update_client(
        book,
        client_id,
        {
            "birth_date": "1980-02-03",
            "gender": "female",
            "acquisition_cost": "45.5",
            "custom.parfum": "Acacia",
            "custom.abonnee": True,
        },
    )
    privacy.set_consent(book, person, "email", "refused", source="call", proof="dit au téléphone")
    clients.update_client(book, client_id, {"city": "Quimper"})
    other = created(clients.create_client(book, {"name": "Voisin", "notes": "ami de Zoé Kerisac"}), "client")
    assert other
    return person


def test_everything_about_a_person_is_in_the_file(book: Book, zoe: Person) -> None:
    before = dump(book)
    content = json.loads(json.dumps(privacy.person_file(book, zoe)))
    assert dump(book) == before
    client, contact = content["records"]
    assert (client["name"], client["city"], client["notes"], client["tags"]) == (
        "Zoé Kerisac",
        "Quimper",
        NASTY,
        ["salon"],
    )
    assert client["segment"]
    assert (contact["full_name"], contact["email"], contact["mobile"]) == (
        "Zoé Kerisac",
        "zoe@example.fr",
        "06 12 34 56 78",
    )
    assert [row["body"] for row in content["interactions"]] == ["ligne 1\n" + NASTY]
    assert [(row["title"], row["notes"], row["reason"], row["about"]) for row in content["follow_ups"]] == [
        ("Offrir un pot", "", "plan_step", "enrolment:1"),
        ("rappeler", "le soir", "reminder", ""),
    ]
    assert [(row["kind"], row["label"], row["yearly"]) for row in content["key_dates"]] == [
        ("renewal", "Adhésion", True)
    ]
    assert [(row["plan"], row["step"], row["end_reason"]) for row in content["plans"]] == [
        ("Réveil", "Offrir un pot", "")
    ]
    assert [(row["product"], row["quantity"], row["amount"]) for row in content["sales"]] == [
        ("Miel", "2", "12.5")
    ]
    assert (content["sales"][0]["due_on"], content["sales"][0]["paid_on"]) == (TODAY.isoformat(), None)
    assert (client["birth_date"], client["acquisition_cost"]) == ("1980-02-03", "45.5")
    assert client["custom"] == {"Parfum": "Acacia", "Abonnée": True}
    assert [(row["title"], row["amount"], row["notes"]) for row in content["deals"]] == [
        ("Ruches", "90", "en mai")
    ]
    assert [(row["kind"], row["score"], row["comment"]) for row in content["survey_answers"]] == [
        ("nps", 9, "très gentille")
    ]
    assert [None, "Acacia"] in [entry["fields"].get("Parfum") for entry in content["history"]]
    assert [(row["channel"], row["state"], row["proof"]) for row in content["consents"]] == [
        ("email", "refused", "dit au téléphone")
    ]
    assert [(row["client"], row["text"]) for row in content["mentions"]] == [
        ("Voisin", "Voisin ami de Zoé Kerisac")
    ]
    assert ["Brest", "Quimper"] in [entry["fields"].get("city") for entry in content["history"]]
    assert "paul@example.fr" not in json.dumps(content)
    assert "Paul Martin" not in json.dumps(content["records"])


def test_a_contact_s_file_holds_only_what_was_exchanged_with_them(book: Book) -> None:
    client_id = created(clients.create_client(book, {"name": "Kerisac", "notes": "secret"}), "client")
    anne, yann = (
        created(
            clients.create_contact(book, client_id, {"full_name": name, "email": f"{name[0]}@example.fr"}),
            "contact",
        )
        for name in ("Anne Riou", "Yann Le Goff")
    )
    interactions.log_touch(book, client_id, {"body": "avec Anne"}, contact_id=anne)
    interactions.log_touch(book, client_id, {"body": "avec Yann"}, contact_id=yann)
    surveys.add_answer(book, client_id, {"score": 3, "comment": "trop cher"}, contact_id=anne)
    surveys.add_answer(book, client_id, {"score": 8, "comment": "secret"}, contact_id=yann)
    deals.create_deal(book, client_id, {"title": "secret"})
    for contact_id, label in ((anne, "fête"), (yann, "secret")):
        key_dates.create_key_date(book, client_id, {"label": label, "on": TODAY}, contact_id)
    privacy.set_consent(book, Person("contact", anne), "email", "refused")
    content = privacy.person_file(book, Person("contact", anne))
    assert [row["body"] for row in content["interactions"]] == ["avec Anne"]
    assert [row["value"] for row in content["suppressions"]] == ["a@example.fr"]
    assert content["records"][0]["client"] == "Kerisac"
    assert [row["comment"] for row in content["survey_answers"]] == ["trop cher"]
    assert [row["label"] for row in content["key_dates"]] == ["fête"]
    assert content["sales"] == content["deals"] == content["plans"] == []
    assert "secret" not in json.dumps(content)
    with pytest.raises(NotFoundError):
        privacy.person_file(book, Person("contact", 999))


@pytest.mark.parametrize(("language", "word"), [("fr", "Échanges"), ("en", "Interactions")])
def test_the_files_are_private_whole_and_never_overwrite(
    book: Book, zoe: Person, tmp_path: Path, language: str, word: str
) -> None:
    first = privacy.export_person(book, zoe, tmp_path, language=language)
    second = privacy.export_person(book, zoe, tmp_path, language=language)
    assert [path.name for path in first] == ["Zoé Kerisac 2026-11-22.json", "Zoé Kerisac 2026-11-22.pdf"]
    assert [path.name for path in second] == [
        "Zoé Kerisac 2026-11-22 (2).json",
        "Zoé Kerisac 2026-11-22 (2).pdf",
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in (*first, *second)} == {0o600}
    assert json.loads(first[0].read_text(encoding="utf-8"))["records"][0]["notes"] == NASTY
    text = pdf_text(first[1])
    for part in (
        word,
        "zoe@example.fr",
        "<b>gras</b> **fort** {name} %s =1+1 \ufffd\ufffd\ufffd",
        "U+65E5",
        "Quimper",
        "Ruches",
        "gentille",
        "Acacia",
        "Adhésion",
        "le soir",
        "Offrir un pot",
    ):
        assert part in text
    with pytest.raises(BookWriteError):
        privacy.export_person(book, zoe, tmp_path / "nowhere", language=language)


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x:y|z?", "...", "\u202egpj.exe", "a" * 400, "CON"])
def test_a_name_is_never_a_path(book: Book, tmp_path: Path, name: str) -> None:
    client_id = created(clients.create_client(book, {"name": name, "kind": "person"}), "client")
    folder = tmp_path / "out"
    folder.mkdir()
    paths = privacy.export_person(book, Person("client", client_id), folder, language="en")
    assert sorted(folder.iterdir()) == sorted(paths)
    assert all(len(path.name) < 100 and "/" not in path.name for path in paths)


def test_a_book_of_notes_makes_many_pages(book: Book, tmp_path: Path) -> None:
    client_id = created(
        clients.create_client(
            book, {"name": "Longue", "kind": "person", "notes": "mot " * 20_000 + "x" * 5_000}
        ),
        "client",
    )
    _, pdf = privacy.export_person(book, Person("client", client_id), tmp_path, language="fr")
    text = pdf_text(pdf)
    assert text.count("mot ") + text.count("mot\n") >= 19_000
    assert "1 / " in text


def test_the_register_is_filled_in(book: Book, tmp_path: Path) -> None:
    before = dump(book)
    privacy.set_controller(
        book, {"name": "Atelier {contact} Riou", "address": "1 quai\n29200 Brest", "email": "moi@example.fr"}
    )
    assert privacy.controller(book)["address"] == "1 quai\n29200 Brest"
    privacy.set_retention_months(book, 24)
    path = privacy.register_of_processing(book, tmp_path / "registre", "fr")
    assert path == tmp_path / "registre.pdf"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = " ".join(pdf_text(path).split())
    for part in (
        "Registre des traitements",
        "Atelier {contact} Riou",
        "1 quai",
        "24 mois",
        "moi@example.fr",
        "n’est pas chiffré",
    ):
        assert part in text
    english = privacy.register_of_processing(book, tmp_path / "r.pdf", "en", {"name": "Someone Else"})
    text = " ".join(pdf_text(english).split())
    assert "Someone Else" in text
    assert "not legal advice" in text
    with pytest.raises(BookWriteError):
        privacy.register_of_processing(book, tmp_path / "r.pdf", "en")
    for values in ({"shoe_size": "43"}, {"name": "x" * 501}):
        with pytest.raises(InvalidValueError):
            privacy.set_controller(book, values)
    book.undo()
    book.undo()
    assert dump(book) == before


@pytest.mark.parametrize(
    ("language", "noted", "changed"),
    [("en", "Refusal, created", "E-mail"), ("fr", "Refus, créé", "E-mail")],
)
def test_a_refusal_is_told_as_one(
    book: Book, zoe: Person, tmp_path: Path, language: str, noted: str, changed: str
) -> None:
    content = privacy.person_file(book, zoe)
    (entry,) = [entry for entry in content["history"] if entry["record"] == "consent"]
    assert (entry["fields"]["channel"], entry["fields"]["state"]) == ([None, "email"], [None, "refused"])
    _, pdf = privacy.export_person(book, zoe, tmp_path, language=language)
    text = " ".join(pdf_text(pdf).split())
    assert noted in text
    assert changed in text


def test_an_answer_that_changed_since_is_told_as_it_was(book: Book, zoe: Person, tmp_path: Path) -> None:
    privacy.set_consent(book, zoe, "email", "granted")
    privacy.set_consent(book, zoe, "email", None)
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT DISTINCT row_id FROM journal_change WHERE entity = 'consent'"
        ).all()
    (row_id,) = (row[0] for row in rows)
    with book.read() as connection:
        told = privacy_files._history(connection, {"consent": {row_id}})
    assert [(entry["change"], entry["fields"]["state"]) for entry in told] == [
        ("created", [None, "refused"]),
        ("changed", ["refused", "granted"]),
        ("deleted", ["granted", None]),
    ]
