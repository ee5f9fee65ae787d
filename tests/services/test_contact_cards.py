"""Clients and contacts as address cards: what goes out comes back in, by our own reader and by another."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.errors import ExportError, InvalidValueError, OperationCancelled
from portfolio_app.exchange import vcard_reading
from portfolio_app.exchange.vcard_writing import VERSIONS, Address, Card, Phone, card_bytes
from portfolio_app.services import clients, contact_cards, import_, key_dates
from portfolio_app.storage.book import Book
from tests.dumps import dump


def read(path: Path) -> list[dict[str, str]]:
    """The cards as our own reader tells them, empty cells left out."""
    names = list(vcard_reading.COLUMNS)
    return [
        {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        for _, cells in vcard_reading.rows(path, "", Counter())
    ]


@pytest.fixture
def people(book: Book) -> Book:
    """An organisation with two contacts, and a person."""
    clients.create_client(
        book,
        {
            "name": "Élan & Fils; SARL, “Brest”", "email": "info@elan.fr", "phone": "02 98 44 10 20",
            "street": "12, quai Ouest; bât. B", "postcode": "29200", "city": "Brest", "country": "FR",
            "website": "https://elan.fr/a,b;c", "tags": ["bio", "à suivre, vite"], "notes": "Ligne 1\nLigne 2 \\ fin",
        },
        {"full_name": "Zoé Le Goff", "first_name": "Zoé", "last_name": "Le Goff", "role": "Gérante",
         "email": "zoe@elan.fr", "phone": "02 98 00 00 00", "mobile": "+33 6 12 34 56 78",
         "notes": "préfère le matin " * 20},
    )  # fmt: skip
    clients.create_contact(book, 1, {"full_name": "Madame Accueil"})
    key_dates.create_key_date(
        book, 1, {"kind": "birthday", "label": "Zoé", "on": date(1980, 5, 17)}, contact_id=1
    )
    clients.create_client(
        book,
        {"name": "Anne Kermarrec", "kind": "person", "phone": "0612345678", "birth_date": date(1975, 1, 2)},
        {
            "full_name": "Anne Kermarrec",
            "first_name": "Anne",
            "last_name": "Kermarrec",
            "mobile": "06 12 34 56 78",
        },
    )
    return book


@pytest.mark.parametrize("version", VERSIONS)
def test_what_goes_out_comes_back_in(version: str, people: Book, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    assert contact_cards.export_cards(people, path, version=version) == 4
    place = {"Street": "12, quai Ouest; bât. B", "Postcode": "29200", "City": "Brest", "Country": "FR"}
    name = "Élan & Fils; SARL, “Brest”"
    assert read(path) == [
        {"First name": "Anne", "Last name": "Kermarrec", "Phone": "0612345678", "Birthday": "1975-01-02"},
        {
            "Organization": name, "Email": "info@elan.fr", "Phone": "02 98 44 10 20", **place,
            "Website": "https://elan.fr/a,b;c", "Tags": "bio, à suivre, vite",
            "Organization notes": "Ligne 1\nLigne 2 \\ fin",
        },
        {
            "Organization": name, "First name": "Zoé", "Last name": "Le Goff", "Job title": "Gérante",
            "Email": "zoe@elan.fr", "Phone": "02 98 00 00 00", "Mobile": "+33 6 12 34 56 78",
            "Birthday": "1980-05-17", **place, "Notes": ("préfère le matin " * 20).strip(),
        },
        {"Organization": name, "Full name": "Madame Accueil", **place},
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_another_program_reads_the_cards(version: str, people: Book, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    contact_cards.export_cards(people, path, version=version)
    raw = path.read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    cards = list(vobject.readComponents(raw.decode("utf-8")))
    assert [card.version.value for card in cards] == [version] * 4
    zoe = cards[2]
    assert (zoe.n.value.family, zoe.n.value.given, zoe.fn.value) == ("Le Goff", "Zoé", "Zoé Le Goff")
    assert zoe.org.value == ["Élan & Fils; SARL, “Brest”"]
    assert [phone.value for phone in zoe.tel_list] == ["02 98 00 00 00", "+33 6 12 34 56 78"]
    assert zoe.adr.value.street == "12, quai Ouest; bât. B"
    assert cards[1].note.value == "Ligne 1\nLigne 2 \\ fin"
    assert len({card.uid.value for card in cards}) == 4


def test_the_same_person_keeps_the_same_number(people: Book, tmp_path: Path) -> None:
    uids = []
    for name in ("a.vcf", "b.vcf"):
        contact_cards.export_cards(people, tmp_path / name)
        lines = (tmp_path / name).read_text("utf-8").splitlines()
        uids.append([line for line in lines if line.startswith("UID:")])
    assert uids[0] == uids[1]


def test_the_notes_of_a_person_are_not_taken_for_its_contacts(book: Book, tmp_path: Path) -> None:
    clients.create_client(book, {"name": "Marie Roy", "kind": "person", "notes": "aime le café"})
    values = {"full_name": "Jean Roy", "first_name": "Jean", "last_name": "Roy", "email": "j@x.fr"}
    clients.create_client(book, {"name": "Jean Roy", "kind": "person", "notes": "aime le thé"}, values)
    before = dump(book)
    contact_cards.export_cards(book, tmp_path / "all.vcf")
    import_.import_files(book, [import_.read_source(tmp_path / "all.vcf")])
    assert dump(book) == before


def test_only_the_clients_asked_for(people: Book, tmp_path: Path) -> None:
    assert contact_cards.export_cards(people, tmp_path / "c", client_ids=[2]) == 1
    assert (tmp_path / "c.vcf").exists()
    assert contact_cards.export_cards(people, tmp_path / "c", client_ids=[]) == 0


def test_refused_and_stopped(people: Book, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        contact_cards.export_cards(people, tmp_path / "c.txt")
    with pytest.raises(InvalidValueError):
        contact_cards.export_cards(people, tmp_path / "c.vcf", version="2.1")
    with pytest.raises(OperationCancelled):
        contact_cards.export_cards(people, tmp_path / "c.vcf", cancelled=lambda: True)
    assert list(tmp_path.glob("c.*")) == []


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=90)


@settings(max_examples=60, deadline=None)
@given(version=st.sampled_from(VERSIONS), texts=st.lists(TEXT, min_size=6, max_size=6))
def test_no_text_can_become_another_line_of_a_card(version: Any, texts: list[str]) -> None:
    card = Card(
        "u", texts[0], organisation=texts[1], role=texts[2], emails=(texts[3],), phones=(Phone(texts[4]),),
        address=Address(street=texts[5]), website=texts[0], tags=(texts[1], texts[2]), notes=texts[3],
    )  # fmt: skip
    raw = card_bytes(card, version)
    lines = raw.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    names = [line.partition(":")[0].partition(";")[0] for line in lines[:-1]]
    assert set(names) <= {
        "BEGIN", "VERSION", "PRODID", "UID", "KIND", "N", "FN", "ORG", "TITLE", "EMAIL", "TEL", "ADR", "URL",
        "CATEGORIES", "NOTE", "END",
    }  # fmt: skip
    assert len(names) == len(set(names))
    assert names[-1] == "END"
