"""Opening files as tables: encodings, delimiters, headers, sheets, and everything that is no table."""

from __future__ import annotations

import os
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import OperationCancelled, SourceError
from portfolio_app.exchange import spreadsheet
from portfolio_app.exchange.tabular import Table, open_table


def write(folder: Path, content: str | bytes, encoding: str = "utf-8", name: str = "clients.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def cells(table: Table) -> list[list[Any]]:
    return [row for _line, row in table.rows()]


def workbook(folder: Path, sheets: dict[str, list[list[Any]]], name: str = "clients.xlsx") -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / name
    book.save(path)
    return path


FRENCH = "Raison sociale;Ville;CA\nÉts Crémeux;Orléans;1 234,50\nL’Œuf dur;Bœrsch;12,00\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_encodings_are_found(tmp_path: Path, encoding: str, found: str) -> None:
    table = open_table(write(tmp_path, FRENCH, encoding))
    assert table.dialect.encoding == found
    assert table.columns == ["Raison sociale", "Ville", "CA"]
    assert cells(table)[1] == ["L’Œuf dur", "Bœrsch", "12,00"]


def test_accents_of_dos_are_told_from_those_of_windows(tmp_path: Path) -> None:
    for text in ("Société;Ville\nCrémeux;Orléans\nPère;Genève\n", "Name;Ort\nMüller;Köln\nGroß;Nürnberg\n"):
        for encoding in ("cp850", "cp1252", "mac_roman"):
            table = open_table(write(tmp_path, text, encoding))
            assert table.dialect.encoding == encoding
            assert ";".join(table.columns) == text.splitlines()[0]


def test_a_wrong_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, FRENCH, "cp1252")
    with pytest.raises(SourceError) as caught:
        open_table(path, encoding="utf-8")
    assert (caught.value.code, caught.value.params["line"]) == ("wrong_encoding", 2)
    with pytest.raises(SourceError):
        open_table(path, encoding="no-such-encoding")


def test_a_mark_does_not_excuse_broken_bytes(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        open_table(write(tmp_path, b"\xef\xbb\xbfNom;Ville\nA;B\nCr\xe9;D\n"))
    assert (caught.value.code, caught.value.params["line"]) == ("wrong_encoding", 3)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters_are_found(tmp_path: Path, mark: str) -> None:
    rows = [["Nom", "Ville", "CA"], ["Dupont, Fils; Cie", "Lyon", "12,50"], ["Durand", "Metz", "7,00"]]
    text = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    table = open_table(write(tmp_path, text))
    assert table.dialect.delimiter == mark
    assert cells(table) == rows[1:]


def test_one_column_is_a_table(tmp_path: Path) -> None:
    table = open_table(write(tmp_path, "Nom\nDupont\nJean Martin\n"))
    assert table.columns == ["Nom"]
    assert cells(table) == [["Dupont"], ["Jean Martin"]]


def test_columns_aligned_by_blanks(tmp_path: Path) -> None:
    text = " 00004 19970101  2   29.33\n 00004 19970118  2    9.73\n 00021 19970802 12   14.96\n"
    table = open_table(write(tmp_path, text, name="sales.txt"))
    assert table.dialect.kind == "fixed"
    assert not table.dialect.has_header
    assert table.columns == ["Column 1", "Column 2", "Column 3", "Column 4"]
    assert list(table.rows())[2] == (3, ["00021", "19970802", "12", "14.96"])
    assert list(table.rows()) == list(table.rows())


def test_mac_roman_is_read_when_chosen_by_hand(tmp_path: Path) -> None:
    table = open_table(write(tmp_path, FRENCH.replace("\n", "\r"), "mac_roman"), encoding="mac_roman")
    assert table.columns == ["Raison sociale", "Ville", "CA"]
    assert cells(table)[0] == ["Éts Crémeux", "Orléans", "1 234,50"]


def test_what_the_fast_reader_refuses_the_patient_one_reads(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Clients": [["Nom", "Ville"], ["Dupont", "Lyon"], ["Martin", None]]})
    odd = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(odd, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b'<dimension ref="A1:B3"', b'<dimension ref="1:3"')
            target.writestr(part, data)
    table = open_table(odd)
    assert [row[0] for row in cells(table)] == ["Dupont", "Martin"]


def test_line_numbers_count_lines_inside_cells(tmp_path: Path) -> None:
    table = open_table(write(tmp_path, 'Nom;Note\nA;"un\ndeux"\n\nB;trois\n'))
    assert list(table.rows()) == [(2, ["A", "un\ndeux"]), (4, ["", ""]), (5, ["B", "trois"])]


def test_lines_above_the_table_are_skipped(tmp_path: Path) -> None:
    text = (
        "Banque\nCompte 123\n\nDate;Libellé;Débit;Crédit\n02/01/2025;Loyer;800,00;\n03/01/2025;Vente;;90,00\n"
    )
    table = open_table(write(tmp_path, text))
    assert table.columns == ["Date", "Libellé", "Débit", "Crédit"]
    assert table.dialect.header_line == 4
    assert [line for line, _row in table.rows()] == [5, 6]


def test_names_are_made_unique(tmp_path: Path) -> None:
    table = open_table(write(tmp_path, "Titre;Nom;;Titre\nM.;Roux;x;Gérant\n"))
    assert table.columns == ["Titre", "Nom", "Column 3", "Titre (2)"]


def test_first_line_of_data_is_no_header(tmp_path: Path) -> None:
    path = write(tmp_path, "Jean;jean@exemple.fr\nAnne;anne@exemple.fr\n")
    assert len(cells(open_table(path))) == 2
    assert open_table(path, has_header=True).columns == ["Jean", "jean@exemple.fr"]
    named = write(tmp_path, "Nom;Mail\nAnne;anne@exemple.fr\n")
    assert open_table(named).columns == ["Nom", "Mail"]
    assert len(cells(open_table(named, has_header=False))) == 2


def test_separator_line_of_excel(tmp_path: Path) -> None:
    table = open_table(write(tmp_path, "sep=|\nNom|Ville\nA;B|Lyon\n"))
    assert cells(table) == [["A;B", "Lyon"]]
    assert next(table.rows())[0] == 3


def test_an_open_quote_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, 'Nom;Ville;Note\nA;Lyon;x\nB;"Metz;y\nC;Nice;z\n')
    with pytest.raises(SourceError) as caught:
        cells(open_table(path))
    assert (caught.value.code, caught.value.params["line"]) == ("bad_line", 3)
    swallowed = write(tmp_path, 'Nom;Ville;Note\nA;Lyon;x\nB;"Metz;y\nC;"Nice";z\nD;Pau;t\n')
    with pytest.raises(SourceError) as caught:
        cells(open_table(swallowed))
    assert caught.value.params["line"] == 3


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "empty_file"),
        (b"\xef\xbb\xbf \n\n", "a.csv", "empty_file"),
        (b"Nom;Ville\n", "a.csv", "no_rows"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.csv", "not_text"),
        (b"%PDF-1.7 rien", "a.csv", "not_text"),
        (b"SQLite format 3\x00" + bytes(80), "a.portfolio", "not_text"),
        (b"Nom;Ville\nA\x00B;C\n" * 9, "a.csv", "not_text"),
        (bytes(range(256)) * 40, "a.bin", "not_text"),
        (b"PK\x03\x04 damaged", "a.xlsx", "bad_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "bad_workbook"),
        (b"<html><table></table></html>", "a.xls", "unknown_type"),
        (b"BEGIN:VCALENDAR\n", "a.csv", "is_a_calendar"),
        (b'{"portfolio_copy": 1}', "a.json", "is_a_copy"),
        (b"{}", "a.json", "unknown_type"),
    ],
)
def test_what_is_no_table_says_so(tmp_path: Path, content: bytes, name: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        open_table(write(tmp_path, content, name=name))
    assert caught.value.code == code
    assert str(tmp_path) in str(caught.value)


def test_missing_folder_and_forbidden(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.csv", "missing"), (tmp_path, "is_a_folder")):
        with pytest.raises(SourceError) as caught:
            open_table(path)
        assert caught.value.code == code
    if os.name == "posix" and os.geteuid() != 0:
        path = write(tmp_path, "a;b\n1;2\n")
        path.chmod(0)
        with pytest.raises(SourceError) as caught:
            open_table(path)
        assert caught.value.code == "no_permission"


def test_sheets_keep_types_and_row_numbers(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "Vide": [],
            "Ventes": [
                [],
                [],
                ["Client", "Date", "CA", "Qté"],
                ["Éva", datetime(2024, 5, 6, 8, 30), 12.5, 3],
                [],
                ["Bob", date(2024, 5, 7), -1, 2],
            ],
        },
    )
    table = open_table(path)
    assert (table.dialect.sheet, table.dialect.sheets, table.dialect.header_line) == (
        "Ventes",
        ["Vide", "Ventes"],
        3,
    )
    rows = list(table.rows())
    assert rows[0][0] == 4
    assert rows[0][1][:3] == ["Éva", datetime(2024, 5, 6, 8, 30), 12.5]
    assert rows[1][0] == 6
    assert rows == list(table.rows())


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [["Nom"], ["x"]], "B": [["Nom"], ["y"]]})
    assert cells(open_table(path, sheet="B")) == [["y"]]
    with pytest.raises(SourceError) as caught:
        open_table(path, sheet="C")
    assert caught.value.code == "bad_workbook"


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == "unknown_type"


def test_an_archive_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(60_000_000))
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == "too_large"


def test_a_slow_or_crashing_reader_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    path = workbook(tmp_path, {"A": [["Nom"], ["x"]]})
    monkeypatch.setattr(spreadsheet, "TIME_LIMIT", 0.5)
    monkeypatch.setattr(
        spreadsheet, "child_command", lambda *_: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == "too_slow"
    monkeypatch.setattr(
        spreadsheet, "child_command", lambda *_: [sys.executable, "-c", "import os; os.abort()"]
    )
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == "bad_workbook"


def test_reading_a_workbook_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    path = workbook(tmp_path, {"A": [["Nom"], ["x"]]})
    monkeypatch.setattr(
        spreadsheet, "child_command", lambda *_: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    with pytest.raises(OperationCancelled):
        open_table(path, should_stop=lambda: True)


def test_a_sample_is_spread_over_the_file(tmp_path: Path) -> None:
    text = "No;Nom\n" + "".join(f"{number};client {number}\n" for number in range(5000))
    sample = open_table(write(tmp_path, text)).sample(100)
    assert len(sample) == 100
    assert sample[0][0] == 2
    assert sample[-1][0] > 4500


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text(alphabet='ab1,;\t|"\n\r é@/', max_size=300).map(str.encode)
    )
)
def test_no_content_breaks_the_reader(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path, content)
    try:
        table = open_table(path)
        assert all(len(row) >= len(table.columns) for _line, row in table.rows())
    except SourceError:
        return


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.lists(st.text(alphabet='abé ,;|"\n1', min_size=1, max_size=8), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_is_read(tmp_path: Path, rows: list[list[str]]) -> None:
    import csv

    path = tmp_path / "written.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(["Nom", "Ville", "Note"])
        writer.writerows(rows)
    try:
        read = cells(open_table(path, delimiter=";", has_header=True))
    except SourceError as error:
        if error.code not in ("bad_line", "no_rows"):
            raise
        return
    assert [[cell.strip() for cell in row] for row in read] == [
        [cell.strip() for cell in row] for row in rows
    ]
