"""What rows tell besides who clients are: orders corrected, whole periods, deals, answers, key dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from portfolio_app.models.entities import (
    Client,
    Contact,
    Deal,
    FollowUp,
    KeyDate,
    Product,
    Sale,
    SurveyAnswer,
)
from portfolio_app.services import clients, history, sales
from portfolio_app.services.import_ import FileReport, MatchRules, import_files, read_source
from portfolio_app.services.privacy_people import Person, set_consent
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump

Load = Callable[..., FileReport]


@pytest.fixture
def load(book: Book, tmp_path: Path) -> Load:
    """Imports a text as a file, its columns given or guessed."""

    def run(text: str, *columns: str, policy: Any = "overwrite", name: str = "file.csv") -> FileReport:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        source = read_source(path)
        if columns:
            source.mapping.columns = dict(zip(source.table.columns, columns, strict=True))
        source.rules = MatchRules(policy=policy)
        _, report = import_files(book, [source])
        return report.files[0]

    return run


def rows(book: Book, entity: Any, *names: str) -> list[tuple[Any, ...]]:
    with book.read_session() as session:
        found = session.scalars(select(entity).order_by(entity.id))
        return [tuple(getattr(one, name) for name in names) for one in found]


ORDER = "Date;N° facture;Client;Produit;Montant HT\n"


def test_a_line_of_a_known_order_that_changed_is_corrected(book: Book, load: Load) -> None:
    load(
        ORDER + "05/01/2026;F1;Alpha;Colle;100\n05/01/2026;F1;Alpha;Carton;50\n06/01/2026;F2;Alpha;Colle;7\n"
    )
    report = load(
        ORDER + "05/01/2026;F1;Alpha;Colle;120\n05/01/2026;F1;Alpha;Carton;50\n07/01/2026;F2;Alpha;Colle;7\n"
    )
    assert (report.created, report.updated, report.unchanged) == (0, 2, 1)
    assert rows(book, Sale, "date", "order_reference", "amount") == [
        (date(2026, 1, 5), "F1", Decimal(120)),
        (date(2026, 1, 5), "F1", Decimal(50)),
        (date(2026, 1, 7), "F2", Decimal(7)),
    ]
    book.undo()
    assert rows(book, Sale, "amount") == [(Decimal(100),), (Decimal(50),), (Decimal(7),)]


def test_lines_of_one_order_are_told_apart_by_amount_then_day_then_place(book: Book, load: Load) -> None:
    load(ORDER + "05/01/2026;F1;Alpha;Colle;10\n05/01/2026;F1;Alpha;Colle;20\n05/01/2026;F1;Alpha;Colle;20\n")
    report = load(
        ORDER + "05/01/2026;F1;Alpha;Colle;20\n05/01/2026;F1;Alpha;Colle;30\n06/01/2026;F1;Alpha;Colle;20\n"
    )
    assert (report.created, report.updated, report.unchanged) == (0, 2, 1)
    assert sorted(rows(book, Sale, "amount", "date")) == [
        (Decimal(20), date(2026, 1, 5)),
        (Decimal(20), date(2026, 1, 6)),
        (Decimal(30), date(2026, 1, 5)),
    ]


def test_an_order_with_more_lines_than_before_has_more_lines(book: Book, load: Load) -> None:
    load(ORDER + "05/01/2026;F1;Alpha;Colle;100\n")
    report = load(ORDER + "05/01/2026;F1;Alpha;Colle;120\n05/01/2026;F1;Alpha;Colle;30\n")
    assert (report.created, report.updated) == (2, 0)


def test_the_next_bill_of_a_standing_order_is_no_correction(book: Book, load: Load) -> None:
    load(ORDER + "31/01/2026;CONTRAT 7;Alpha;Entretien;100\n")
    assert load(ORDER + "28/02/2026;CONTRAT 7;Alpha;Entretien;100\n").created == 1
    assert rows(book, Sale, "date") == [(date(2026, 1, 31),), (date(2026, 2, 28),)]


def test_lines_of_known_orders_stay_as_they_are_when_only_blanks_are_filled(book: Book, load: Load) -> None:
    load(ORDER + "05/01/2026;F1;Alpha;Colle;100\n")
    report = load(ORDER + "05/01/2026;F1;Alpha;Colle;120\n", policy="fill")
    assert (report.unchanged, rows(book, Sale, "amount")) == (1, [(Decimal(100),)])


YEARS = ("client.name", "sale.amount@2024", "sale.amount@2026")


def test_amounts_of_years_are_sales_of_their_last_day_and_corrected_later(book: Book, load: Load) -> None:
    report = load("Client;CA 2024;CA 2026\nAlpha;1000;250,5\nBeta;0;\n", *YEARS)
    assert (report.created, report.records) == (2, {"client": 2, "sale": 2})
    assert rows(book, Sale, "date", "order_reference", "amount") == [
        (date(2024, 12, 31), "CA 2024", Decimal(1000)),
        (TODAY, "CA 2026", Decimal("250.5")),
    ]
    assert rows(book, Client, "name", "status") == [("Alpha", "active"), ("Beta", "prospect")]
    report = load("Client;CA 2024;CA 2026\nAlpha;1000;400\nBeta;0;90\n", *YEARS)
    assert (report.created, report.updated) == (1, 1)
    assert rows(book, Sale, "order_reference", "amount") == [
        ("CA 2024", Decimal(1000)),
        ("CA 2026", Decimal(400)),
        ("CA 2026", Decimal(90)),
    ]
    assert load("Client;CA 2024;CA 2026\nAlpha;0;400\nBeta;;90\n", *YEARS).updated == 1
    assert rows(book, Sale, "amount")[0] == (Decimal(0),)


DEALS = ("client.name", "deal.title", "deal.amount", "deal.status", "deal.expected_on", "deal.closed_on")
HEAD = "Client;Affaire;Montant;Statut;Prévue;Conclue\n"


def test_deals_go_by_their_title_and_follow_the_file(book: Book, load: Load) -> None:
    load(HEAD + "Alpha;Presse 3;12000;en cours;31/12/2026;\nAlpha;Presse 3;500;en cours;;\n", *DEALS)
    report = load(HEAD + "Alpha;Presse 3;12500;gagnée;;20/11/2026\nAlpha;Presse 3;500;en cours;;\n", *DEALS)
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    assert rows(book, Deal, "title", "amount", "status", "opened_on", "closed_on") == [
        ("Presse 3", Decimal(12500), "won", TODAY, TODAY),
        ("Presse 3", Decimal(500), "open", TODAY, None),
    ]
    before = dump(book)
    load(HEAD + "Alpha;Presse 3;12500;gagnée;;20/11/2026\nAlpha;Presse 3;500;en cours;;\n", *DEALS)
    assert dump(book) == before


def test_a_deal_wakes_what_was_put_off(book: Book, load: Load) -> None:
    load("Client\nAlpha\n")
    client_id = rows(book, Client, "id")[0][0]
    with book.step("snooze") as step:
        later = FollowUp(client_id=client_id, due_on=date(2027, 3, 1), set_on=TODAY, status="waiting", kind="call",
                         reason="cadence", created_at=step.now)  # fmt: skip
        step.session.add(later)
    text = "Client;Affaire;Étape suivante le\nAlpha;Presse;20/11/2026\n"
    load(text, "client.name", "deal.title", "deal.next_step_on")
    assert rows(book, FollowUp, "set_on") == [(date(2026, 11, 19),)]


def test_answers_and_key_dates_come_in_once(book: Book, load: Load) -> None:
    text = "Client;Note;Le;Mot;Échéance;Quoi\nAlpha;9;01/10/2026;Très bien;31/12/2026;Bail\n"
    columns = (
        "client.name", "survey.score", "survey.date", "survey.comment", "key_date.on", "key_date.label",
    )  # fmt: skip
    for _ in range(2):
        load(text, *columns)
    assert rows(book, SurveyAnswer, "kind", "score", "on", "comment") == [
        ("nps", 9, date(2026, 10, 1), "Très bien")
    ]
    assert rows(book, KeyDate, "kind", "on", "label", "yearly") == [
        ("other", date(2026, 12, 31), "Bail", False)
    ]


CARDS = """BEGIN:VCARD
VERSION:3.0
N:Riou;Anne;;;
FN:Anne Riou
ORG:Alpha
BDAY:1980-05-02
EMAIL:anne@alpha.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Le Goff;Yann;;;
FN:Yann Le Goff
BDAY:1975-01-09
END:VCARD
"""


def test_the_birthday_of_a_card_is_the_persons_and_never_the_companys(book: Book, load: Load) -> None:
    for _ in range(2):
        load(CARDS, name="cards.vcf")
    assert rows(book, Client, "name", "kind", "birth_date") == [
        ("Alpha", "organisation", None),
        ("Yann Le Goff", "person", date(1975, 1, 9)),
    ]
    (anne, _yann) = rows(book, Contact, "id", "full_name")
    assert rows(book, KeyDate, "contact_id", "kind", "on", "yearly", "notice_days") == [
        (anne[0], "birthday", date(1980, 5, 2), True, 0)
    ]
    load(CARDS.replace("1980-05-02", "1980-05-20"), name="cards.vcf")
    assert rows(book, KeyDate, "on") == [(date(1980, 5, 20),)]


def test_a_refusal_holds_for_an_address_that_a_known_person_gets(book: Book, load: Load) -> None:
    load("Société;Prénom;Nom;E-mail\nAlpha;Anne;Riou;anne@example.fr\nBeta;Bo;Li;\n")
    anne, bo = (id for (id,) in rows(book, Contact, "id"))
    set_consent(book, Person("contact", anne), "email", "refused")
    set_consent(book, Person("contact", bo), "email", "granted")
    report = load("Société;Prénom;Nom;E-mail\nBeta;Bo;Li;anne@example.fr\n")
    assert report.warnings["objected"] == 1
    with book.read() as connection:
        found = connection.exec_driver_sql("SELECT contact_id, state FROM consent ORDER BY id").all()
    assert [tuple(row) for row in found] == [(anne, "refused"), (bo, "refused")]


def test_taking_an_old_import_back_keeps_and_lists_what_was_edited_since(book: Book, load: Load) -> None:
    load("Client;Ville\nAlpha;Brest\nBeta;Dinan\n")
    (imported,) = book.history()
    alpha = rows(book, Client, "id")[0][0]
    clients.update_client(book, alpha, {"city": "Quimper"})
    sales.add_sale(book, alpha, {"date": TODAY, "amount": Decimal(10)})
    taken = history.take_back(book, imported.id)
    assert rows(book, Client, "name", "city") == [("Alpha", "Quimper")]
    assert {(kept.kind, kept.id) for kept in taken.kept} == {("client", alpha)}


def test_products_and_their_lines_are_told_apart(book: Book, load: Load) -> None:
    load(ORDER + "05/01/2026;F1;Alpha;Colle;100\n05/01/2026;F1;Alpha;Carton;100\n")
    load(ORDER + "05/01/2026;F1;Alpha;Colle;110\n05/01/2026;F1;Alpha;Carton;100\n")
    with book.read_session() as session:
        by_product = session.execute(
            select(Product.name, func.sum(Sale.amount))
            .join(Product, Product.id == Sale.product_id)
            .group_by(Product.id)
        )
        assert {row.name: row[1] for row in by_product} == {
            "Colle": Decimal(110),
            "Carton": Decimal(100),
        }
