from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from portfolio_app.errors import MappingError, OperationCancelled, SourceError
from portfolio_app.models.entities import Client, Contact, Product, Sale
from portfolio_app.services.changes import Changes
from portfolio_app.services.import_ import (
    ImportReport,
    import_files,
    preview_import,
    read_source,
    save_refused,
)
from portfolio_app.services.portfolio import concentration
from portfolio_app.storage import search_index, stopping
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.corpus import corpus_dir
from tests.dumps import dump, index_is_sound

CLIENTS = """Code client;Raison sociale;Prénom;Nom;Mail;CP;Ville;Observ.
C1;Cidrerie Kérisac;Anne;Riou;a.riou@example.fr;22690;Pleudihen;préfère le matin
C2;Garage Océane;;;;29200;Brest;
;;;;;;;
"""
SALES = """Date;N° facture;Code client;Désignation;Qté;Montant HT
31/01/2026;F1;C1;Étiquettes;10;1 234,56
31/01/2026;F1;C1;Colle;2;20,00
15/02/2026;F2;C2;Cartons;1;-5,50
15/02/2026;F2;C2;Cartons;1;-5,50
31/02/2026;F3;C2;Cartons;1;12,00
01/03/2026;F4;C9;Cartons;1;7
"""


def load(book: Book, *paths: Path) -> tuple[Changes, ImportReport]:
    return import_files(book, [read_source(path) for path in paths])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    clients, sales = tmp_path / "clients.csv", tmp_path / "ventes.csv"
    clients.write_bytes(CLIENTS.encode("cp1252"))
    sales.write_text(SALES, encoding="utf-8-sig")
    return clients, sales


def count(book: Book, entity: type) -> int:
    with book.read_session() as session:
        return session.scalar(select(func.count()).select_from(entity)) or 0


def test_two_french_files_become_a_book_in_one_step(book: Book, files: tuple[Path, Path]) -> None:
    changes, report = load(book, *files)
    first, second = report.files
    assert (first.rows, first.created, dict(first.skipped)) == (3, 2, {"empty_row": 1})
    assert (second.rows, second.created, len(second.refused)) == (6, 5, 1)
    (refused,) = second.refused
    assert (refused.line, refused.column, refused.value) == (6, "Date", "31/02/2026")
    assert "31/02/2026" in refused.reason
    assert second.records == {"client": 1, "product": 3, "sale": 5}
    with book.read_session() as session:
        kerisac = session.scalars(select(Client).where(Client.reference == "C1")).one()
        assert (kerisac.name, kerisac.status, kerisac.postcode) == ("Cidrerie Kérisac", "active", "22690")
        anne = session.scalars(select(Contact)).one()
        assert (anne.full_name, anne.email, anne.client_id) == ("Anne Riou", "a.riou@example.fr", kerisac.id)
        assert session.scalar(select(func.sum(Sale.amount))) == Decimal("1250.56")
        unknown = session.scalars(select(Client).where(Client.reference == "C9")).one()
        assert unknown.name == "C9"
    assert changes.touches("client")
    assert len(book.history()) == 1
    assert index_is_sound(book)


def test_undo_takes_the_whole_import_back(book: Book, files: tuple[Path, Path]) -> None:
    before = dump(book)
    load(book, *files)
    after = dump(book)
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


def test_importing_again_changes_nothing(book: Book, files: tuple[Path, Path]) -> None:
    load(book, *files)
    before = dump(book)
    _, report = load(book, *files)
    assert [(f.created, f.updated, f.unchanged) for f in report.files] == [(0, 0, 2), (0, 0, 5)]
    assert dump(book) == before
    assert len(book.history()) == 1


def test_sales_first_then_the_names(book: Book, files: tuple[Path, Path]) -> None:
    clients, sales = files
    load(book, sales)
    _, report = load(book, clients)
    assert (report.files[0].created, report.files[0].updated) == (1, 1)  # one brought a contact too
    with book.read_session() as session:
        assert session.scalars(select(Client.name).order_by(Client.reference)).all() == [
            "Cidrerie Kérisac",
            "Garage Océane",
            "C9",
        ]
    assert count(book, Contact) == 1


def test_a_preview_writes_nothing_and_says_the_same(book: Book, files: tuple[Path, Path]) -> None:
    before = dump(book)
    sources = [read_source(path) for path in files]
    preview = preview_import(book, sources)
    assert dump(book) == before
    assert book.history() == []
    _, report = import_files(book, sources)
    for said, done in zip(preview.files, report.files, strict=True):
        assert (said.rows, said.created, said.updated, said.records) == (
            done.rows,
            done.created,
            done.updated,
            done.records,
        )


def test_cancelling_leaves_nothing(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Client;Ville\n" + "".join(f"Client {n};Brest\n" for n in range(3_000)))
    before = dump(book)
    asked = iter([False, False, True])
    with pytest.raises(OperationCancelled):
        import_files(book, [read_source(path)], cancelled=lambda: next(asked))
    assert dump(book) == before
    seen: list[int] = []
    import_files(book, [read_source(path)], progress=lambda done, total: seen.append(done))
    assert seen == [500, 1000, 1500, 2000, 2500, 3000]


def test_same_names_in_two_towns_are_two_clients(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Société;CP;Ville\nBoulangerie Martin;29200;Brest\nBoulangerie Martin;35000;Rennes\n")
    load(book, path)
    assert count(book, Client) == 2


def test_several_people_of_one_company_are_one_client(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Société,Prénom,Nom,Email\nAcme,Ana,Lo,a@example.com\nAcme,Bo,Li,b@example.com\n")
    load(book, path)
    assert (count(book, Client), count(book, Contact)) == (1, 2)


def test_file_values_replace_others_only_in_lists_of_clients(book: Book, tmp_path: Path) -> None:
    clients, sales = tmp_path / "c.csv", tmp_path / "s.csv"
    clients.write_text("Référence;Nom du client;Ville\nA;Alpha;Brest\n")
    load(book, clients)
    sales.write_text("Référence client;Ville;Date;Montant\nA;Paris;2026-01-01;10\n")
    load(book, sales)
    with book.read_session() as session:
        assert session.scalars(select(Client.city)).one() == "Brest"
    clients.write_text("Référence;Nom du client;Ville\nA;Alpha;Quimper\n")
    load(book, clients)
    with book.read_session() as session:
        assert session.scalars(select(Client.city)).one() == "Quimper"


def test_margin_gives_the_cost(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "Customer ID,Order Date,Order ID,Sales,Profit,Product Name\nA,1/31/2026,O1,957.5775,41.9136,Desk\n"
    )
    load(book, path)
    with book.read_session() as session:
        sale = session.scalars(select(Sale)).one()
        assert (sale.amount, sale.cost) == (Decimal("957.5775"), Decimal("915.6639"))
    assert count(book, Product) == 1


def test_bad_files_are_refused_whole(book: Book, tmp_path: Path) -> None:
    empty, nothing = tmp_path / "empty.csv", tmp_path / "lines.csv"
    empty.write_bytes(b"")
    nothing.write_text("InvoiceId,TrackId,UnitPrice,Quantity\n1,2,0.99,1\n2,4,0.99,1\n")
    with pytest.raises(SourceError) as caught:
        load(book, empty)
    assert caught.value.code == "empty_file"
    with pytest.raises(MappingError) as missing:
        load(book, nothing)
    assert missing.value.code == "no_client"
    assert book.history() == []


def test_refused_rows_are_saved_with_their_reason(
    book: Book, files: tuple[Path, Path], tmp_path: Path
) -> None:
    _, report = load(book, files[1])
    target = tmp_path / "refused.csv"
    save_refused(report.files[0], target)
    text = target.read_text(encoding="utf-8-sig")
    assert "31/02/2026" in text
    assert "Désignation" in text


REFERENCE_BOOKS = [
    ("maven_crm", ["maven_crm/accounts.csv", "maven_crm/sales_pipeline.csv"], 4238),
    ("chinook", ["chinook/csv/Customer.csv", "chinook/csv/Invoice.csv"], 412),
    ("cdnow_sample", ["cdnow/CDNOW_sample.txt"], 6696),
]


@pytest.mark.corpus
@pytest.mark.parametrize(("key", "names", "orders"), REFERENCE_BOOKS)
def test_real_files_give_the_published_figures(book: Book, key: str, names: list[str], orders: int) -> None:
    folder = corpus_dir()
    expected = json.loads((folder / "REFERENCE.json").read_text())[key]
    _, report = load(book, *(folder / name for name in names))
    assert report.refused == 0
    view = concentration(book, TODAY, None)
    figures, table = view.result.figures, view.result.table
    assert view.orders == orders
    assert figures.clients == expected["customers"]
    assert round(figures.total / 1e6, 2) == expected["total_revenue"]
    top = [(round(row.amount / 1e6, 2), round(row.share, 6)) for row in table.head(5).itertuples()]
    assert top == [(row["revenue"], row["share"]) for row in expected["top5"]]
    assert figures.hhi == pytest.approx(expected["hhi"], abs=6e-4)
    assert figures.gini == pytest.approx(expected["gini"], abs=6e-7)
    for percent in (10, 20, 50):
        found = getattr(figures, f"top{percent}pct")
        assert (found.k, round(found.share, 6)) == tuple(expected[f"top{percent}pct"].values())
    assert table["abc_80_95"].value_counts().to_dict() == expected["abc_80_95"]


def test_a_row_with_only_an_address_is_a_client_named_by_it(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nom,Email,Téléphone\nDupont,a@example.com,0102030405\n,c@example.com,0102030406\n")
    _, report = load(book, path)
    assert report.refused == 0
    with book.read_session() as session:
        assert session.scalars(select(Client.name).order_by(Client.id)).all() == ["Dupont", "c@example.com"]


def test_a_place_of_delivery_does_not_split_a_client(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(
        "Order Date,Order ID,Customer Name,City,Postal Code,Sales\n"
        "1/2/2024,1,Acme Corp,Paris,75001,10\n1/13/2024,2,Acme Corp,Lyon,69001,20\n"
    )
    load(book, path)
    assert count(book, Client) == 1


def test_a_postcode_that_lost_its_zero_is_the_same_place(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Société;CP;Ville\nDupont;01000;Bourg\n")
    load(book, path)
    path.write_text("Société;CP;Ville\nDupont;1000;Bourg\n")
    load(book, path)
    with book.read_session() as session:
        assert session.scalars(select(Client.postcode)).all() == ["01000"]


def test_files_of_one_command_that_overlap_count_once(book: Book, tmp_path: Path) -> None:
    january, both = tmp_path / "jan.csv", tmp_path / "janfev.csv"
    rows = "Date facture;N° facture;Client;Montant HT\n05/01/2024;F1;Alpha;100,00\n15/01/2024;F2;Beta;50,00\n"
    january.write_text(rows)
    both.write_text(rows + "16/02/2024;F3;Beta;25,00\n16/02/2024;F3;Beta;25,00\n")
    load(book, january, both)
    with book.read_session() as session:
        assert session.scalar(select(func.sum(Sale.amount))) == Decimal("200")


def test_many_rows_enter_the_journal_and_the_index_as_few_do(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Client;Ville\n" + "".join(f"Client {n};Brest\n" for n in range(1_200)))
    empty = dump(book)
    load(book, path)
    full = dump(book)
    with book.read() as connection:
        steps = connection.exec_driver_sql(
            "SELECT op, count(*), min(row_id), max(row_id) FROM journal_change GROUP BY op"
        ).all()
        triggers = "SELECT count(*) FROM sqlite_master WHERE name = 'journal_client_insert'"
        assert connection.exec_driver_sql(triggers).scalar() == 1
    assert [tuple(row) for row in steps] == [("I", 1_200, 1, 1_200)]
    book.undo()
    assert dump(book) == empty
    book.redo()
    assert dump(book) == full
    assert index_is_sound(book)


def test_a_stop_is_heard_while_the_index_is_made(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Client;Ville\n" + "".join(f"Client {n};Brest\n" for n in range(300)))
    before = dump(book)
    is_indexing: list[int] = []
    reindex = search_index.reindex

    def noted(*given: Any) -> None:
        is_indexing.append(1)
        reindex(*given)

    monkeypatch.setattr(stopping, "_OPERATIONS_BETWEEN_ASKING", 100)
    monkeypatch.setattr(search_index, "reindex", noted)
    with pytest.raises(OperationCancelled):
        import_files(book, [read_source(path)], cancelled=lambda: bool(is_indexing))
    assert dump(book) == before
    is_indexing.clear()
    import_files(book, [read_source(path)], cancelled=lambda: False)
    assert count(book, Client) == 300
