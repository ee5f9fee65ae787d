"""The door of spreadsheets: no text of a record runs in one, and every text comes back as it was."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portfolio_app import cli
from portfolio_app.exchange.cells import (
    clean_notes,
    clean_text,
    escape_formula,
    escape_quote,
    is_number_or_phone,
    unescape_formula,
)
from portfolio_app.exchange.refusals import RefusedRow, write_refused
from portfolio_app.exchange.tabular import open_table
from portfolio_app.services import (
    clients,
    contact_cards,
    csv_files,
    deals,
    fields,
    follow_ups,
    import_,
    interactions,
    key_dates,
    plans,
    sales,
)
from portfolio_app.services.client_sheet import client_sheet
from portfolio_app.services.export import clipboard_text, export_concentration, export_workbook
from portfolio_app.services.report import report
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.doors import hostile

RANGE = re.compile(r"('[\w ()\-’]+'|\w+)!\$(?:[A-Z]+\$\d+|[A-Z]+|\d+)(:\$(?:[A-Z]+\$\d+|[A-Z]+|\d+))?")
"""Cells, whole columns or whole rows of a sheet."""
RUNNABLE = ("=", "@", "\t", "\r", "\n", "＝", "＠", "＋", "－")
texts = st.text(max_size=30) | st.sampled_from(hostile.EVERYTHING) | st.text("'=+-@\t\r\n 1a;", max_size=8)


def runs(cell: str) -> bool:
    """Whether a spreadsheet that opens the text file may run this cell."""
    return cell.startswith(RUNNABLE) or (cell[:1] in ("+", "-") and not is_number_or_phone(cell))


class TestTheApostrophe:
    """What protects a cell, and its undoing."""

    @hostile.QUICK
    @given(texts)
    def test_nothing_runs_and_everything_comes_back(self, text: str) -> None:
        assert not runs(escape_formula(text))
        assert unescape_formula(escape_formula(text)) == text

    @hostile.QUICK
    @given(texts)
    def test_where_nothing_runs_everything_comes_back_too(self, text: str) -> None:
        once = clean_text(text)
        assert clean_text(escape_quote(once)) == once or once.startswith(RUNNABLE)

    @pytest.mark.parametrize(
        "text", ["+33 2 98 44 10 20", "+33(0)2.98", "-12", "-1 234,50", "-0.5", "+1-202-555-0100"]
    )
    def test_figures_and_phones_stay(self, text: str) -> None:
        assert escape_formula(text) == text

    @pytest.mark.parametrize(
        "text", ["+", "-", "+-", "-a", "+1a", "-1;=2", "+33\t1", "-1\n=2", "+1!A1", "+1+1"]
    )
    def test_what_only_looks_like_one_does_not(self, text: str) -> None:
        assert escape_formula(text) == "'" + text

    @hostile.QUICK
    @given(texts)
    def test_a_record_and_an_import_clean_alike(self, text: str) -> None:
        """Otherwise a text would change on its way out and in."""
        typed = fields.clean_text(text)
        assert clean_text(escape_formula(typed)) == typed
        note = fields.clean_text(text, multiline=True)
        assert clean_notes(escape_formula(note)) == note


def hostile_book(book: Book) -> Book:
    """A client, a contact, a touch, a follow-up and sales for every hostile text."""
    for number, text in enumerate(hostile.FORMULAS):
        values = {name: text for name, spec in fields.CLIENT_FIELDS.items() if spec.type in ("text", "note")}
        contact = {
            name: text for name, spec in fields.CONTACT_FIELDS.items() if spec.type in ("text", "note")
        }
        values |= {"name": f"{text}", "tags": [text, text + text]}
        (client_id,) = clients.create_client(book, values, contact).created["client"]
        interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY, "subject": text, "body": text})
        follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY, "title": text, "notes": text})
        key_dates.create_key_date(book, client_id, {"on": TODAY, "label": text})
        (plan_id,) = plans.create_plan(book, text, [{"title": text}]).created["plan"]
        plans.enrol(book, plan_id, [client_id])
        deals.create_deal(book, client_id, {"title": text, "next_step": text})
        sales.add_sale(
            book,
            client_id,
            {"date": TODAY, "amount": Decimal(100 + number), "order_reference": text},
            product=text,
        )
    return book


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """The XML parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert not name.startswith(("/", "..")), name
            if name.endswith((".xml", ".rels")):
                yield name, archive.read(name).decode("utf-8")


def assert_inert(path: Path) -> None:
    """No formula but the ranges of charts and filters, no link, nothing from outside."""
    for name, text in parts(path):
        root = ElementTree.fromstring(text)
        for element in root.iter():
            tag = element.tag.rpartition("}")[2]
            assert tag not in (
                "hyperlink",
                "hyperlinks",
                "externalReference",
                "externalLink",
                "ddeLink",
                "oleLink",
            )
            assert tag not in ("tablePart", "dataValidation", "connection", "queryTable")
            if tag == "f":
                assert "charts/" in name, f"{name} has a formula"
                assert RANGE.fullmatch(element.text or "")
            if tag == "definedName":
                assert element.get("name") in (
                    "_xlnm._FilterDatabase", "_xlnm.Print_Titles", "_xlnm.Print_Area",
                )  # fmt: skip
                for part in (element.text or "").split(","):
                    assert RANGE.fullmatch(part), part
            if tag == "Relationship":
                assert element.get("TargetMode") is None
                assert "://" not in (element.get("Target") or "")
        assert "externalLinks/" not in name
        assert not name.endswith("vbaProject.bin")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_text_becomes_a_formula_or_a_link_in_a_workbook(book: Book, tmp_path: Path, language: str) -> None:
    hostile_book(book)
    assert_inert(export_workbook(book, tmp_path / "all.xlsx", TODAY, language))
    assert_inert(export_concentration(book, tmp_path / "concentration.xlsx", TODAY, language))


def test_the_workbook_holds_the_texts_as_they_were(book: Book, tmp_path: Path) -> None:
    import openpyxl

    hostile_book(book)
    path = export_workbook(book, tmp_path / "all.xlsx", TODAY, "en")
    sheets = openpyxl.load_workbook(path)
    for sheet in sheets.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    # Openpyxl leaves the mark that protects a text such as “_x003D_”, which Excel would read as “=”.
    cells = [
        str(cell.value).replace("_x005F_", "_")
        for row in sheets["Clients"].iter_rows(min_row=2)
        for cell in row
    ]
    for text in hostile.FORMULAS:
        name = fields.clean_text(text)
        assert escape_quote(name) in cells


@settings(hostile.QUICK, max_examples=2)
@given(names=st.lists(texts.filter(lambda text: bool(fields.clean_text(text))), min_size=20, max_size=40))
@example(names=list(hostile.EVERYTHING))
def test_out_and_in_again_through_a_workbook(
    make_book: Callable[..., Book], tmp_path: Path, names: list[str]
) -> None:
    number = len(list(tmp_path.glob("*.portfolio")))
    first = make_book(f"first{number}.portfolio")
    for place, name in enumerate(names):
        values = {"name": name, "reference": f"C{place}", "city": name[:100], "notes": name}
        clients.create_client(first, values)
    path = export_workbook(first, tmp_path / "out.xlsx", TODAY, "en")
    second = make_book(f"second{number}.portfolio")
    source = import_.read_source(path, sheet="Clients")
    _, report = import_.import_files(second, [source])
    assert report.refused == 0
    assert_inert(path)
    assert records(second) == records(first)
    first.close()
    second.close()


def records(book: Book) -> list[tuple[str, ...]]:
    """What the round trip must keep."""
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT reference, name, city, notes FROM client ORDER BY id").all()
    return sorted(tuple(row) for row in rows)


def read_csv(text: str, delimiter: str = ",") -> list[list[str]]:
    """The cells of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_every_text_file_of_the_book(book: Book, tmp_path: Path) -> None:
    hostile_book(book)
    for language, delimiter in (("fr", ";"), ("en", ",")):
        path = csv_files.export_csv(book, tmp_path / f"{language}.zip", TODAY, language)
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                rows = read_csv(archive.read(name).decode("utf-8-sig"), delimiter)
                assert not [cell for row in rows for cell in row if runs(cell)], name
    contact_cards.export_cards(book, tmp_path / "all.vcf")
    lines = (tmp_path / "all.vcf").read_bytes().replace(b"\r\n ", b"").split(b"\r\n")
    assert {re.split(b"[;:]", line)[0] for line in lines} <= {
        b"BEGIN", b"VERSION", b"PRODID", b"UID", b"KIND", b"N", b"FN", b"ORG", b"TITLE", b"EMAIL", b"TEL", b"ADR",
        b"URL", b"CATEGORIES", b"NOTE", b"BDAY", b"REV", b"X-ABShowAs", b"END", b"",
    }  # fmt: skip
    assert lines.count(b"BEGIN:VCARD") == lines.count(b"END:VCARD") == 2 * len(hostile.FORMULAS)
    client_sheet(book, range(1, 6), tmp_path / "some.pdf", TODAY, "fr")
    report(book, tmp_path / "all.pdf", TODAY, "en")
    for page in tmp_path.glob("*.pdf"):
        assert not re.search(rb"/(URI|JavaScript|JS|AA|Launch|EmbeddedFile)\b", page.read_bytes())


def test_the_table_of_metrics(book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile_book(book)
    book.close()
    out = tmp_path / "metrics.csv"
    assert cli.run(["metrics", str(book.path), "--out", str(out), "--as-of", TODAY.isoformat()]) == 0
    rows = read_csv(out.read_text(encoding="utf-8"))
    assert not any(runs(cell) for row in rows for cell in row)
    names = {unescape_formula(row[rows[0].index("client_name")]) for row in rows[1:]}
    assert names == {fields.clean_text(text) for text in hostile.FORMULAS}
    assert cli.run(["metrics", str(book.path), "--as-of", TODAY.isoformat()]) == 0
    assert read_csv(capsys.readouterr().out) == rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_list_of_refused_rows(tmp_path: Path, delimiter: str) -> None:
    """Cells, names of columns and reasons; what is corrected there comes in again as it was."""
    path = tmp_path / "in.csv"
    names = ["Name", *(f"={n}" for n in range(len(hostile.FORMULAS)))]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([names, ["x", *hostile.FORMULAS]])
    table = open_table(path, delimiter=delimiter, has_header=True)
    ((line, cells),) = table.rows()
    refused = RefusedRow(line, "=1", "=2", "bad_amount", {}, cells)
    target = tmp_path / "out.csv"
    assert write_refused(target, table, [refused], line_header="Line", reason_header="Why") == 1
    rows = read_csv(target.read_text(encoding="utf-8-sig"), delimiter)
    assert not any(runs(cell) for row in rows for cell in row)
    again = open_table(target, delimiter=delimiter, has_header=True)
    ((_, returned),) = again.rows()
    assert [clean_notes(cell) for cell in returned[: len(cells)]] == [clean_notes(cell) for cell in cells]


def test_the_list_of_refused_rows_of_an_import(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    rows = "".join(f'"{text.replace(chr(34), chr(34) * 2)}",2026-01-01,=1\n' for text in hostile.FORMULAS)
    path.write_text(f"Client,Date,Amount\n{rows}", encoding="utf-8", newline="")
    mapping = import_.Mapping({"Client": "client.name", "Date": "sale.date", "Amount": "sale.amount"})
    report = import_.preview_import(book, [import_.read_source(path, mapping)])
    (file,) = report.files
    assert len(file.refused) == len(hostile.FORMULAS)
    written = import_.save_refused(file, tmp_path / "refused.csv")
    cells = [cell for row in read_csv(written.read_text(encoding="utf-8-sig")) for cell in row]
    assert not any(runs(cell) for cell in cells)


@hostile.QUICK
@given(st.lists(st.lists(texts, min_size=1, max_size=4), max_size=4))
def test_the_clipboard(rows: list[list[str]]) -> None:
    """Each cell on its own line and in its own column, whatever it holds."""
    text = clipboard_text(rows)
    pasted = text.split("\n") if rows else []
    assert len(pasted) == len(rows)
    for line, row in zip(pasted, rows, strict=True):
        assert len(line.split("\t")) == len(row)
        assert not any(runs(cell) for cell in line.split("\t"))


def test_dates_before_the_calendar_of_spreadsheets(book: Book, tmp_path: Path) -> None:
    (client_id,) = clients.create_client(book, {"name": "x", "client_since": date(1850, 1, 1)}).created[
        "client"
    ]
    assert client_id
    assert_inert(export_workbook(book, tmp_path / "old.xlsx", TODAY, "fr"))
