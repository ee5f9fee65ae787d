"""The book's records as CSV: safe in a spreadsheet, and the same records when they are imported again."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.errors import ExportError, InvalidValueError, OperationCancelled
from portfolio_app.exchange.cells import clean_notes
from portfolio_app.exchange.csv_writing import write_rows
from portfolio_app.exchange.workbook_content import ColumnSpec
from portfolio_app.services import clients, csv_files, import_
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def read(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=delimiter))


def stored(book: Book, sql: str) -> list[tuple[Any, ...]]:
    with book.read() as connection:
        return sorted(tuple(row) for row in connection.exec_driver_sql(sql))


SOME = 30
SAME = {
    "clients": "SELECT name, reference, status, sector, email, phone, street, postcode, city, tags, notes, "
    "client_since, acquisition_cost, birth_date FROM client c",
    "contacts": "SELECT c.name, t.full_name, t.first_name, t.last_name, t.role, t.email, t.phone, t.mobile, t.notes "
    "FROM contact t JOIN client c ON c.id = t.client_id ",
    "sales": "SELECT c.reference, s.date, s.order_reference, p.name, s.quantity, s.amount, s.discount, s.cost, "
    "s.due_on, s.paid_on "
    "FROM sale s JOIN client c ON c.id = s.client_id LEFT JOIN product p ON p.id = s.product_id",
}  # fmt: skip
"""What of the first clients must be the same."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_written_is_imported_again_as_the_same(
    language: str, sample_book: Book, make_book: Callable[..., Book], tmp_path: Path
) -> None:
    other = make_book("other.portfolio")
    sources = []
    for table in SAME:
        path = csv_files.export_csv(
            sample_book, tmp_path / table, TODAY, language, tables=[table], client_ids=range(1, SOME + 1)
        )
        assert path.suffix == ".csv"
        sources.append(import_.read_source(path))
    _, report = import_.import_files(other, sources)
    assert report.refused == 0
    for table, sql in SAME.items():
        assert stored(other, sql) == stored(sample_book, f"{sql} WHERE c.id <= {SOME}"), table


def test_a_file_as_a_spreadsheet_of_that_country_opens_it(sample_book: Book, tmp_path: Path) -> None:
    french = csv_files.export_csv(sample_book, tmp_path / "v.csv", TODAY, "fr", tables=["sales"])
    raw = french.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert read(french, ";")[1][8] == "270,63"
    english = csv_files.export_csv(sample_book, tmp_path / "s.csv", TODAY, "en", tables=["sales"])
    assert read(english, ",")[1][2:9:6] == ["2023-11-23", "270.63"]


def test_our_own_files_again_change_nothing(book: Book, sample_book: Book, tmp_path: Path) -> None:
    """Not what a survey's comment, a follow-up's notes or a key date's label would be elsewhere."""
    values = {"name": "Boulangerie Le Goff", "notes": "aime le pain"}
    clients.create_client(book, values, {"full_name": "Zoé Martin", "email": "zoe@x.fr", "notes": "du matin"})
    tables = ("contacts", "follow_ups", "deals", "survey_answers", "key_dates", "plans")
    for each, language in ((sample_book, "fr"), (book, "en")):
        sources = []
        for table in tables:
            path = csv_files.export_csv(each, tmp_path / table, TODAY, language, tables=(table,))
            if path.read_bytes().count(b"\n") > 1:
                sources.append(import_.read_source(path))
        _, report = import_.import_files(each, sources)
        changed = [(file.source.path.name, file.created, file.updated) for file in report.files]
        assert all(not created and not updated for _name, created, updated in changed), changed


def test_only_some_clients(sample_book: Book, tmp_path: Path) -> None:
    path = csv_files.export_csv(
        sample_book, tmp_path / "v.csv", TODAY, "fr", tables=["contacts"], client_ids=[1, 2]
    )
    names = {row[1] for row in read(path, ";")[1:]}
    assert 0 < len(names) <= 2


def test_everything_in_one_archive(sample_book: Book, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = csv_files.export_csv(
        sample_book,
        tmp_path / "all.zip",
        TODAY,
        "fr",
        tables=csv_files.TABLES,
        progress=lambda *done: told.append(done),
    )
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[:3] == ["Clients.csv", "Contacts.csv", "Ventes.csv"]
        assert len(archive.namelist()) == len(csv_files.TABLES)
        lines = archive.read("Ventes.csv").decode("utf-8-sig").splitlines()
    assert len(lines) == len(stored(sample_book, "SELECT id FROM sale")) + 1
    assert all(done <= total for done, total in told)


def test_refused_and_stopped(sample_book: Book, tmp_path: Path) -> None:
    def write(name: str, **options: Any) -> None:
        csv_files.export_csv(sample_book, tmp_path / name, TODAY, "fr", **options)

    for options in ({"tables": ["nothing"]}, {"tables": ["clients", "sales"]}, {"tables": []}):
        with pytest.raises(InvalidValueError):
            write("x.csv", **options)
    with pytest.raises(ExportError):
        write("x.doc")
    for name in ("x.csv", "x.zip"):
        with pytest.raises(OperationCancelled):
            write(name, cancelled=lambda: True)
    assert list(tmp_path.glob("x.*")) == []


ODD = (
    "=1+1", "'=1", "''=1", "-2", "+33 6 12", "@SUM(A1)", '"', ";", ",", "-cmd|x", "\u2028", "＝1", "- ", "a\nb",
    "\ttab",
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30) | st.sampled_from(ODD)


@settings(max_examples=80, deadline=None)
@given(language=st.sampled_from(("fr", "en")), texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_is_safe_and_comes_back(language: str, texts: list[str]) -> None:
    stream = io.StringIO(newline="")
    write_rows(stream, [ColumnSpec(f"c{place}") for place in range(len(texts))], [texts], language)
    stream.seek(0)
    _, cells = csv.reader(stream, delimiter=";" if language == "fr" else ",")
    for text, cell in zip(texts, cells, strict=True):
        assert clean_notes(cell) == clean_notes("'" + text if cell != text else text)
        assert cell[:1] not in "=@\t\r" or not cell


def test_every_kind_of_cell() -> None:
    stream = io.StringIO(newline="")
    kinds = ("text", "money", "integer", "quantity", "number", "percent", "date")
    rows = [
        ["é", 1_234_500_000, 3, 2_500, 0.1, 0.125, date(2026, 3, 31)],
        [None, -957_577_500, None, 2_000, float("nan"), 1.0, None],
    ]
    write_rows(stream, [ColumnSpec(kind, kind) for kind in kinds], rows, "fr")  # type: ignore[arg-type]
    assert stream.getvalue().split("\r\n")[1:3] == [
        "é;1234,50;3;2,5;0,1;12,5\u00a0%;2026-03-31",
        ";-957,5775;;2;;100\u00a0%;",
    ]
