"""What a chosen file is, and whom its new clients look like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio_app.errors import OperationCancelled
from portfolio_app.services import clients, incoming
from portfolio_app.services.import_ import Decision, ImportReport, MatchRules, preview_import, read_source
from portfolio_app.storage.book import Book
from tests.dumps import dump

ROWS = """Nom;Ville;CP;E-mail
Garage Abgrall;Brest;29200;
Ets Le Goff;Quimper;29000;
Tout autre nom;Lorient;56100;contact@kermor.example
Boulangerie Ti Bara;Quimper;29000;
Boulangerie Ti-Bara SARL;Quimper;29000;
Nouveau;Vannes;56000;
"""


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    made = make_book("incoming.portfolio")
    for values in (
        {"name": "Garage Abgrall", "city": "Brest", "postcode": "29200"},
        {"name": "Établissements Le Goff", "city": "Quimper", "postcode": "29000"},
        {"name": "Atelier Kermor", "city": "Brest", "email": "contact@kermor.example"},
    ):
        clients.create_client(made, values)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "clients.csv"
    found.write_text(ROWS, "utf-8")
    return found


def previewed(book: Book, path: Path, **choices: object) -> ImportReport:
    return preview_import(book, [replace(read_source(path), **choices)])  # type: ignore[arg-type]


def told(doubles: list[incoming.Double]) -> set[tuple[int, str, int | None]]:
    return {(double.line, double.other, double.client_id) for double in doubles}


def test_those_of_the_book_and_those_of_the_file(book: Book, path: Path) -> None:
    found = incoming.doubles(book, previewed(book, path))
    assert told(found) == {
        (3, "Établissements Le Goff", 2),
        (4, "Atelier Kermor", 3),
        (6, "Boulangerie Ti Bara", None),
    }
    by_line = {double.line: double for double in found}
    assert by_line[3].reasons == ("similar_name", "place")
    assert by_line[4].reasons == ("email",)
    assert by_line[6].other_line == 5
    assert all(70 <= double.score <= 100 for double in found)


def test_what_the_rules_recognise_is_no_double(book: Book, path: Path) -> None:
    rules = MatchRules(("reference", "siret", "email", "name_place", "fuzzy"))
    assert told(incoming.doubles(book, previewed(book, path, rules=rules))) == {
        (6, "Boulangerie Ti Bara", None)
    }


def test_what_was_decided_is_not_asked_again(book: Book, path: Path) -> None:
    decisions = {3: Decision("create"), 4: Decision("fill", 3)}
    found = incoming.doubles(book, previewed(book, path, decisions=decisions))
    assert told(found) == {(6, "Boulangerie Ti Bara", None)}


def test_looking_changes_nothing_and_can_be_stopped(book: Book, path: Path) -> None:
    before = dump(book)
    report = previewed(book, path)
    incoming.doubles(book, report)
    with pytest.raises(OperationCancelled):
        incoming.doubles(book, report, cancelled=lambda: True)
    assert dump(book) == before


def test_kinds_of_file(tmp_path: Path) -> None:
    contents = {
        "table": "Nom;Ville\nÉlan;Brest\n",
        "vcard": "BEGIN:VCARD\r\nFN:Élan\r\nEND:VCARD\r\n",
        "calendar": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "copy": '{"portfolio_copy": 1}',
    }
    for kind, text in contents.items():
        path = tmp_path / f"{kind}.txt"
        path.write_text(text, "utf-8")
        assert incoming.kind_of(path) == kind


def test_a_misspelt_name_in_a_list_of_sales_is_pointed_out(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "ventes.csv"
    path.write_text(
        "Client;Date facture;Montant HT\nAtelier Kermro;03/02/2026;10,00\nAtelier Kermor;13/02/2026;20,00\n"
        "Atelier Kermro;04/03/2026;30,00\nGarage du Port;05/03/2026;40,00\n",
        "utf-8",
    )
    (found,) = incoming.doubles(book, previewed(book, path))
    assert (found.lines, found.other, found.client_id, found.reasons) == (
        (2, 4),
        "Atelier Kermor",
        3,
        ("similar_name",),
    )
    decided = {line: Decision("overwrite", found.client_id) for line in found.lines}
    report = previewed(book, path, decisions=decided)
    assert report.files[0].records.get("client", 0) == 1
    assert incoming.doubles(book, report) == []
