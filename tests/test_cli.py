"""The command line as a script uses it: exit status, sentences, JSON."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.app import main
from portfolio_app.models.entities import Client, CustomField
from portfolio_app.storage.book import Book
from portfolio_app.storage.driver import dbapi
from tests.corpus import corpus_dir

SALES = "Date;Client;N°;Montant\n01/02/2026;Alpha;1;100,50\n02/02/2026;Beta;2;49,50\n31/02/2026;Beta;3;10\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "a.portfolio"
    assert main(["new", str(target)]) == 0
    return target


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def answer(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> dict[str, Any]:
    found, out, _ = run(capsys, *arguments, "--json")
    assert found == status
    parsed: dict[str, Any] = json.loads(out)
    return parsed


def counts(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, int]:
    found: dict[str, int] = answer(capsys, "check", path)["counts"]
    return found


def test_the_road(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "ventes.csv"
    source.write_text(SALES, encoding="cp1252")
    dry = answer(capsys, "import", path, source, "--dry-run", status=1)
    assert (dry["dry_run"], dry["written"], dry["files"][0]["created"]) == (True, False, 2)
    assert counts(capsys, path)["sale"] == 0

    status, out, err = run(capsys, "import", path, source, "--json")
    assert status == 1
    (report,) = json.loads(out)["files"]
    assert (report["rows"], report["created"], len(report["refused"])) == (3, 2, 1)
    refused = report["refused"][0]
    assert (refused["line"], refused["column"], refused["value"]) == (4, "Date", "31/02/2026")
    assert report["mapping"]["columns"]["Montant"] == "sale.amount"
    assert (report["dialect"]["delimiter"], report["dialect"]["encoding"]) == (";", "cp1252")
    for part in ("ventes.csv", "line 4", "Date", "31/02/2026"):
        assert part in err

    spread = answer(capsys, "concentration", path)
    assert (spread["clients"], spread["orders"], spread["total"]) == (2, 2, 150.0)
    assert spread["top"][0]["name"] == "Alpha"
    assert spread["top"][0]["share"] == pytest.approx(0.67)
    assert spread["abc"]["abc_rank"]["A"]["clients"] == 1

    due = answer(capsys, "follow-ups", path, "--as-of", "2027-01-01")
    assert {row["client_name"] for row in due["queue"]} == {"Alpha", "Beta"}
    assert due["counts"]["overdue"] == due["views"]["due"] == 2
    (first, _) = due["queue"]
    assert first["planned_on"] == "2027-01-01"
    assert first["priority"] == pytest.approx(first["urgency"] * first["stake"] * first["risk"])
    assert (due["capacity"], due["due_by_segment"]) == (None, {"top": 1, "regular": 1})
    assert sum(row["clients"] for row in answer(capsys, "segments", path)["segments"]) == 2
    clean = answer(capsys, "quality", path)
    missing = next(check for check in clean["checks"] if check["code"] == "unreachable")
    assert (clean["clients"], missing["count"], missing["of"]) == (2, 2, 2)
    assert {each["client_name"] for each in missing["clients"]} == {"Alpha", "Beta"}
    assert [point["score"] for point in clean["scores"]] == [clean["score"]]

    table = tmp_path / "metrics.csv"
    assert run(capsys, "metrics", path, "--as-of", "2026-06-01", "--out", table)[0] == 0
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:2] == ["client_reference", "client_name"]
    assert [(row["client_name"], row["revenue_window"]) for row in rows] == [
        ("Alpha", "100.5"),
        ("Beta", "49.5"),
    ]

    workbook = tmp_path / "out.xlsx"
    assert run(capsys, "export", path, workbook, "--lang", "fr")[0] == 0
    sheets = openpyxl.load_workbook(workbook)
    assert set(sheets.sheetnames) == {
        "Clients", "Contacts", "Ventes", "Échanges", "Relances", "Affaires", "Réponses d’enquête", "Dates clés",
        "Plans d’action", "Concentration", "Synthèse", "_portfolio",
    }  # fmt: skip
    assert len(sheets["Concentration"]._charts) == 1
    titles = [cell.value for cell in sheets["Ventes"][1]]
    assert sheets["Ventes"].cell(2, titles.index("Montant") + 1).value == 100.5

    assert run(capsys, "undo", path)[1].strip() == "import_files"
    assert counts(capsys, path)["client"] == 0
    (step,) = answer(capsys, "history", path)["steps"]
    assert (step["action"], step["undone"]) == ("import_files", True)


def test_strict_writes_nothing_when_a_row_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, bad = tmp_path / "ventes.csv", tmp_path / "refused.csv"
    source.write_text(SALES, encoding="utf-8")
    assert run(capsys, "import", path, source, "--strict", "--refused", bad)[0] == 2
    assert counts(capsys, path)["client"] == 0
    assert "31/02/2026" in bad.read_text(encoding="utf-8-sig")


def test_a_mapping_is_obeyed(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, mapping = tmp_path / "x.csv", tmp_path / "map.json"
    source.write_text("a|b|c\n3/4/2026|Zed|1.234,50\n", encoding="utf-8")
    mapping.write_text(
        json.dumps(
            {
                "columns": {"a": "sale.date", "b": "client.name", "c": "sale.amount"},
                "date_order": "MDY",
                "decimal": ",",
                "delimiter": "|",
            }
        )
    )
    assert run(capsys, "import", path, source, "--mapping", mapping)[0] == 0
    assert answer(capsys, "concentration", path)["total"] == 1234.5
    table = run(capsys, "metrics", path, "--as-of", "2026-06-01")[1]
    assert "2026-03-04" in table
    mapping.write_text('{"columns": {"a": "sale.when"}}')
    status, _, err = run(capsys, "import", path, source, "--mapping", mapping)
    assert status == 2
    assert "sale.when" in err


BAD_FILES: dict[str, bytes] = {
    "empty.csv": b"",
    "header_only.csv": b"Client;Ville\n",
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "fake.xlsx": b"PK\x03\x04 this is no workbook",
    "nobody.csv": b"InvoiceId,TrackId,UnitPrice\n1,2,0.99\n3,4,0.99\n",
    "all_bad.csv": b"Date;Client;Montant\n31/02/2026;A;10\n01/02/2026;B;4 5OO,00\n",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_a_sentence_status_2_and_nothing_written(
    name: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    source = tmp_path / name
    source.write_bytes(BAD_FILES[name])
    status, out, err = run(capsys, "import", path, source, "--json")
    assert status == 2
    assert name in err
    assert "Traceback" not in err
    assert json.loads(out)
    assert path.read_bytes() == before


def test_a_wrong_encoding_and_a_missing_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, mapping = tmp_path / "c.csv", tmp_path / "map.json"
    source.write_bytes("Client;Ville\nÉlan;Orléans\n".encode("cp1252"))
    mapping.write_text('{"columns": {"Client": "client.name"}, "encoding": "utf-8"}')
    status, _, err = run(capsys, "import", path, source, "--mapping", mapping)
    assert (status, "utf-8" in err.lower(), "line 2" in err) == (2, True, True)
    status, _, err = run(capsys, "import", path, tmp_path / "gone.csv")
    assert (status, "no file" in err) == (2, True)


def test_bad_books(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.portfolio"
    other.write_text("just text")
    newer = tmp_path / "newer.portfolio"
    newer.write_bytes(path.read_bytes())
    connection = dbapi.connect(str(newer))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for book, words in (
        (other, "not a client book"),
        (newer, "newer version"),
        (tmp_path / "x.portfolio", "no file"),
    ):
        for command in ("check", "follow-ups", "concentration", "history", "segments"):
            status, out, err = run(capsys, command, book, "--json")
            assert (status, words in err) == (2, True)
            assert json.loads(out)["error"]["message"]
    assert run(capsys, "new", path)[0] == 2
    assert run(capsys, "undo", path)[0] == 2
    assert run(capsys, "export", path, tmp_path / "out.docx")[0] == 2
    assert run(capsys, "new", tmp_path / "y.portfolio", "--currency", "euros")[0] == 2
    assert run(capsys, "new", tmp_path / "y.portfolio", "--country", "France")[0] == 2


def test_a_book_open_elsewhere(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "check", book.path)
    assert (status, "open elsewhere" in err) == (2, True)


def test_help_and_bad_arguments_need_no_screen() -> None:
    script = Path(__file__).parents[1] / "main.py"
    for arguments, status in (
        (["--help"], 0),
        (["import", "--help"], 0),
        (["import"], 2),
        (["concentration", "x", "--window", "soon"], 2),
        (["follow-ups", "x", "--as-of", "31/02/2026"], 2),
    ):
        done = subprocess.run(
            [sys.executable, str(script), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "", "PYTHONPATH": str(script.parent)},
        )
        assert done.returncode == status, done.stderr
        assert "usage" in (done.stdout + done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.corpus
def test_segments_by_any_segmentation(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sales = [
        ("A", "2026-05-01", "100"),
        ("B", "2025-04-01", "100"),
        ("B", "2026-05-02", "900"),
    ]
    rows = "".join(f"{name};{day};{amount}\n" for name, day, amount in sales)
    source = path.with_name("sales.csv")
    source.write_text(f"Client;Date;Montant\n{rows}", encoding="utf-8")
    run(capsys, "import", path, source)
    found = answer(
        capsys, "segments", path, "--as-of", "2026-06-01", "--segmentation", "size", "--since", "2026-01-01"
    )
    assert found["segmentation"] == "size"
    assert [each["code"] for each in found["segmentations"] if each["in_force"]] == ["standard"]
    rows_by_code = {row["segment"]: row for row in found["segments"]}
    large = rows_by_code["size.large"]
    assert (large["clients"], large["revenue"], large["share"], large["margin"]) == (1, 900, 0.9, None)
    assert large["rule"]["metric"] == "revenue_window"
    assert (large["came"], rows_by_code["size.none"]["left"]) == (0, 0)  # limits are those of each day
    assert run(capsys, "segments", path, "--segmentation", "nobody")[0] == 2
    assert "small" in run(capsys, "segments", path, "--as-of", "2026-06-01", "--segmentation", "size")[1]


def test_real_sales_by_segment(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus_dir() / "maven_crm"
    files = [folder / "accounts.csv", folder / "sales_pipeline.csv"]
    report = answer(capsys, "import", path, *files)
    assert [file["rows"] for file in report["files"]] == [85, 8800]
    assert report["files"][1]["skipped"] == {"not_won": 4562}
    due = answer(capsys, "follow-ups", path, "--as-of", "2017-12-31")
    assert len(due["queue"]) == 85
    found = answer(capsys, "segments", path, "--as-of", "2017-12-31")
    assert sum(row["revenue"] for row in found["segments"]) == 10_005_534


def test_no_output_replaces_a_book_or_a_source(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "ventes.csv"
    source.write_text(SALES, encoding="utf-8")
    book, rows = path.read_bytes(), source.read_bytes()
    other = tmp_path / "other.portfolio"
    for arguments in (
        ("metrics", path, "--out", path),
        ("metrics", path, "--out", other),
        ("import", path, source, "--refused", source),
        ("import", path, source, "--refused", path),
        ("export", path, tmp_path),
    ):
        assert run(capsys, *arguments)[0] == 2
    assert (path.read_bytes(), source.read_bytes(), other.exists()) == (book, rows, False)


def test_what_was_not_taken_is_said(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "x.csv"
    source.write_text("Invoice Date,Customer,Net Amount,Zzz\n03/04/2024,Alpha Ltd,10.00,q\n")
    status, out, err = run(capsys, "import", path, source, "--json")
    (report,) = json.loads(out)["files"]
    assert (status, report["unmapped"], report["ambiguous_dates"]) == (0, ["Zzz"], True)
    assert "Zzz" in err
    assert "date_order" in err


def test_the_table_of_metrics_writes_every_kind_of_column(
    book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    custom = {"fleet": 2.5, "opened": "2020-01-31", "vat_paid": False, "club": "gold"}
    kinds = {"fleet": "number", "opened": "date", "vat_paid": "yes_no", "club": "choice"}
    with book.step("fill") as step:
        for place, (code, kind) in enumerate(kinds.items()):
            step.session.add(CustomField(code=code, name=code, type=kind, position=place))
        for name, values in (
            ("Ann", {"custom": custom, "tags": ["vip", "=1+1"], "acquisition_cost": Decimal("12.5")}),
            ("Bob", {"custom": {"vat_paid": True}, "tags": ["=1+1"]}),
        ):
            step.session.add(Client(name=name, created_at=step.now, updated_at=step.now, **values))
    book.close()
    status, out, _ = run(capsys, "metrics", book.path, "--as-of", "2026-11-22")
    assert status == 0
    ann, bob = csv.DictReader(out.splitlines())
    assert set(COLUMNS) <= set(ann)
    wanted = {
        "client_name": ("Ann", "Bob"),
        "tags": ("vip; =1+1", "'=1+1"),
        "acquisition_cost": ("12.5", ""),
        "revenue": ("0", "0"),
        "created_on": ("2026-11-22", "2026-11-22"),
        "custom.fleet": ("2.5", ""),
        "custom.opened": ("2020-01-31", ""),
        "custom.vat_paid": ("0", "1"),
        "custom.club": ("gold", ""),
        "segment": ("prospect", "prospect"),
    }
    assert {name: (ann[name], bob[name]) for name in wanted} == wanted


def test_every_kind_of_file_and_a_copy_taken_in_again(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "ventes.csv"
    source.write_text(SALES, encoding="utf-8")
    run(capsys, "import", path, source)
    for name in ("out.csv", "out.zip", "out.vcf", "out.ics", "out.pdf", "out.json"):
        status, out, _ = run(capsys, "export", path, tmp_path / name, "--lang", "fr")
        assert (status, out.strip()) == (0, str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 100, name
    assert run(capsys, "export", path, tmp_path / "s.csv", "--table", "sales")[0] == 0
    assert (tmp_path / "s.csv").read_text("utf-8-sig").startswith("Reference,Client,Date")
    assert run(capsys, "export", path, tmp_path / "c.vcf", "--vcard", "4.0")[0] == 0
    assert "VERSION:4.0" in (tmp_path / "c.vcf").read_text("utf-8")
    assert run(capsys, "report", path, tmp_path / "r.pdf")[0] == 0
    for wrong in (("--table", "x"), ("--segment", "x")):
        assert run(capsys, "export", path, tmp_path / "w.csv", *wrong)[0] == 2

    other = tmp_path / "other.portfolio"
    run(capsys, "new", other)
    status, out, _ = run(capsys, "import", other, tmp_path / "out.json", "--json")
    assert (status, json.loads(out)["files"][0]["records"]["client"]) == (0, 2)
    assert run(capsys, "import", other, tmp_path / "out.json")[0] == 2
    assert run(capsys, "check", other, "--json")[1].count('"client": 2') == 1


def test_clients_are_met_as_asked(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("Société;E-mail;Ville\nAlpha;a@example.fr;Brest\n", encoding="utf-8")
    second.write_text("Société;E-mail;Ville\nAlpha SARL;a@example.fr;Dinan\n", encoding="utf-8")
    assert run(capsys, "import", path, first)[0] == 0
    for options, created, updated, skipped in (
        ((), 1, 0, 0),
        (("--match", "reference,email"), 0, 1, 0),
        (("--match", "email", "--policy", "skip"), 0, 0, 1),
        (("--match", "email", "--policy", "create"), 1, 0, 0),
    ):
        (file,) = answer(capsys, "import", path, second, "--dry-run", *options)["files"]
        found = (file["created"], file["updated"], sum(file["skipped"].values()))
        assert found == (created, updated, skipped), options
    with pytest.raises(SystemExit):
        run(capsys, "import", path, second, "--match", "colour")
    assert "colour" in capsys.readouterr().err


def test_sheets_of_a_workbook_and_cards(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = openpyxl.Workbook()
    for title, rows in (
        ("Clients", [["Société", "Ville"], ["Alpha", "Brest"], ["Beta", "Dinan"]]),
        ("Ventes", [["Date", "Client", "Montant"], ["01/02/2026", "Alpha", 10]]),
        ("Notes", [["rien"]]),
    ):
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.remove(workbook.worksheets[0])
    source = tmp_path / "tout.xlsx"
    workbook.save(source)
    one = answer(capsys, "import", path, source, "--dry-run", "--sheet", "Ventes")
    assert [file["records"] for file in one["files"]] == [{"client": 1, "sale": 1}]
    both = answer(capsys, "import", path, source, "--sheet", "*")
    assert [file["records"] for file in both["files"]] == [{"client": 2}, {"sale": 1}]
    status, _, err = run(capsys, "import", path, source, "--sheet", "Gone")
    assert (status, "Gone" in err) == (2, True)
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Anne Riou\nORG:Alpha\nEND:VCARD\n")
    (file,) = answer(capsys, "import", path, cards)["files"]
    assert file["records"] == {"contact": 1}
