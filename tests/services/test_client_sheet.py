"""Client sheets and the report as PDF: what they say, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.errors import ExportError, NotFoundError, OperationCancelled
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services import clients, deals, follow_ups, interactions, sales
from portfolio_app.services.client_sheet import client_sheet
from portfolio_app.services.report import report
from portfolio_app.storage.book import Book
from portfolio_app.ui.messages import FOLLOW_UP_REASONS
from tests.conftest import TODAY
from tests.exchange.pdf_text import pdf_text


@pytest.fixture
def known(book: Book) -> Book:
    """One client with something of everything, and one with nothing."""
    clients.create_client(
        book,
        {
            "name": "Élan & Fils",
            "reference": "C1",
            "status": "active",
            "city": "Brest",
            "notes": "Payer à 30 jours.",
        },
        {"full_name": "Zoé Le Goff", "role": "gérante", "email": "zoe@elan.fr"},
    )
    clients.create_client(book, {"name": "Vide"})
    for place in range(20):
        sales.add_sale(book, 1, {"amount": "100.50", "date": TODAY, "order_reference": f"CMD-{place:02}"})
    sales.add_sale(book, 1, {"amount": "40", "date": TODAY.replace(year=2024)})
    interactions.log_touch(
        book, 1, {"kind": "visit", "on": TODAY, "subject": "Dégustation", "body": "Très content. " * 60}
    )
    follow_ups.plan_follow_up(book, 1, {"due_on": TODAY, "title": "Rappeler pour le devis"})
    deals.create_deal(book, 1, {"title": "Nouvelle gamme", "amount": "5300"})
    return book


def test_a_sheet_says_what_matters(known: Book, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert client_sheet(known, 1, path, TODAY, "fr") == 1
    text = pdf_text(path).replace("\u202f", " ").replace("\u00a0", " ")
    for words in (
        "Élan & Fils", "Actif", "2 010,00 €", "Brest", "Payer à 30 jours.", "Zoé Le Goff", "zoe@elan.fr",
        "Rappeler pour le devis", "Nouvelle gamme", "5 300,00 €", "CMD-19", "Les 15 plus récents sur 21.",
        "Dégustation", "Très content.", "2024", "40,00 €", "fiche client du 22/11/2026",
    ):  # fmt: skip
        assert words in text, words
    assert "CMD-03" not in text


def test_several_sheets_each_on_a_page_of_its_own(known: Book, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "sheets"
    count = client_sheet(known, [2, 1, 99], path, TODAY, "en", progress=lambda *done: told.append(done))
    text = pdf_text(tmp_path / "sheets.pdf")
    assert count == 2
    assert text.index("Vide") < text.index("Élan & Fils")
    assert "Client sheets of 2026-11-22" in text
    assert "Key dates" not in text  # there are none
    assert told == [(0, 3)]


def test_refused_and_stopped(known: Book, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        client_sheet(known, 99, tmp_path / "s.pdf", TODAY, "fr")
    with pytest.raises(NotFoundError):
        client_sheet(known, [], tmp_path / "s.pdf", TODAY, "fr")
    with pytest.raises(ExportError):
        client_sheet(known, 1, tmp_path / "s.txt", TODAY, "fr")
    with pytest.raises(OperationCancelled):
        client_sheet(known, 1, tmp_path / "s.pdf", TODAY, "fr", cancelled=lambda: True)
    assert not list(tmp_path.glob("s.*"))


def test_the_report(known: Book, make_book: object, tmp_path: Path) -> None:
    text = pdf_text(report(known, tmp_path / "r", TODAY, "fr")).replace("\u202f", " ").replace("\u00a0", " ")
    for words in (
        "book",
        "2 010,00 €",
        "Qui contacter maintenant",
        "Élan & Fils",
        "Les indicateurs expliqués",
    ):
        assert words in text, words
    with pytest.raises(ExportError):
        report(known, tmp_path / "r.txt", TODAY, "fr")


def test_the_report_says_of_how_many_the_list_is_the_beginning(known: Book, tmp_path: Path) -> None:
    for place in range(30):
        (client,) = clients.create_client(known, {"name": f"Client {place}"}).created["client"]
        follow_ups.plan_follow_up(known, client, {"due_on": TODAY, "title": "Rappeler"})
    text = pdf_text(report(known, tmp_path / "r", TODAY, "fr"))
    assert "Les 25 plus pressants sur 3" in text


def test_the_report_on_an_empty_book(book: Book, tmp_path: Path) -> None:
    assert "Nobody is due." in pdf_text(report(book, tmp_path / "r.pdf", TODAY, "en"))


def test_every_reason_has_its_word() -> None:
    for reason in FOLLOW_UP_REASONS:
        assert all(Words(language).value(reason, "due_") != reason for language in ("fr", "en"))
