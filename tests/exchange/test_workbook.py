from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import BookWriteError, OperationCancelled
from portfolio_app.exchange import workbook
from portfolio_app.exchange.workbook import (
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    SheetData,
    WorkbookContent,
    WorkbookLabels,
    clean_text,
    money_format,
    write_workbook,
)

LABELS = WorkbookLabels(chart_title="Revenue by client", amount_axis="Revenue", share_axis="Share")
HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "{=1+1}",
    "http://example.org",
    "mailto:ann@example.org",
    "internal:Sheet1!A1",
    "file:///etc/passwd",
    "\\\\server\\share",
    "<r><t>x</t></r>",
    "<r></r>",
    "<r>&amp;</r>",
    'a & b < c > "d"',
    "]]>",
    "0123",
    "1e5",
    "TRUE",
    "#REF!",
    "_x0041_",
    " kept ",
    "two\nlines",
    "\ttab",
    "naïve 🦄 Ω",
    "'quoted",
]


def text_sheet(texts: list[str], title: str = "Texts") -> SheetData:
    return SheetData(title, [ColumnSpec("Text", "text", 30)], [[text] for text in texts])


def write(path: Path, *sheets: SheetData, **given: Any) -> Path:
    write_workbook(path, WorkbookContent(currency="EUR", sheets=sheets, **given), LABELS)
    return path


def column(path: Path, title: str = "Texts") -> list[Any]:
    sheet = openpyxl.load_workbook(path)[title]
    return [row[0].value for row in sheet.iter_rows(min_row=2)]


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def assert_inert(path: Path) -> None:
    """No formula, no link and nothing outside the file, in the raw XML."""
    for name, xml in parts(path).items():
        if name.startswith("xl/worksheets/"):
            assert not re.search(r"<f[ >/]", xml), name
            assert not re.search(r"<(hyperlinks?|\w+:hlinkClick)[ >/]", xml), name
        assert 'TargetMode="External"' not in xml, name


def test_hostile_texts_come_back_as_they_were_and_stay_texts(tmp_path: Path) -> None:
    path = write(tmp_path / "book.xlsx", text_sheet(HOSTILE))
    sheet = openpyxl.load_workbook(path)["Texts"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    # openpyxl leaves Excel's own escape of "_x0041_" as it stands in the file
    assert [str(cell.value).replace("_x005F_x0041_", "_x0041_") for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    assert_inert(path)


def test_titles_headers_and_figures_are_texts_too(tmp_path: Path) -> None:
    table = SheetData(
        "=1+1",
        [ColumnSpec("=2+2"), ColumnSpec("http://x", "money"), ColumnSpec("@S", "percent")],
        [["=3", 1, 1.0]],
    )
    content = WorkbookContent(
        "EUR", concentration=ConcentrationSheet(table, [Figure("=4+4", "+5", "text")], 0, 1, 2), title="=6"
    )
    write_workbook(tmp_path / "b.xlsx", content, WorkbookLabels(chart_title="=7+7", amount_axis="=8"))
    assert_inert(tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["=1+1"]
    assert [cell.value for cell in sheet[1]][:2] == ["=4+4", "+5"]
    assert [cell.value for cell in sheet[3]][:3] == ["=2+2", "http://x", "@S"]


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_any_text_gives_a_sound_inert_file(tmp_path: Path, texts: list[str]) -> None:
    path = write(tmp_path / "any.xlsx", text_sheet(texts))
    found = column(path)
    expected = [clean_text(text) or None for text in texts]
    found += [None] * (len(expected) - len(found))
    assert [str(value).replace("_x005F_", "_") if value else None for value in found] == expected
    assert_inert(path)


def test_control_characters_go_and_long_texts_are_cut_with_a_mark(tmp_path: Path) -> None:
    assert clean_text("a\x01b\x00\ud800c\uffff\r\nd\re") == "abc\nd\ne"
    assert clean_text("x" * 32_767) == "x" * 32_767
    cut = clean_text("x" * 32_768, "…")
    assert (len(cut), cut[-2:]) == (32_767, "x…")
    unicorns = clean_text("🦄" * 20_000, "…")
    assert len(unicorns.encode("utf-16-le")) // 2 <= 32_767
    assert unicorns.endswith("🦄…")
    path = write(tmp_path / "b.xlsx", text_sheet(["\x01", "a\x01b", "y" * 40_000]))
    found = column(path)
    assert found[:2] == [None, "ab"]
    assert found[2].endswith(" […]")


def test_types_and_formats(tmp_path: Path) -> None:
    columns = [
        ColumnSpec("Name", "text", 30),
        ColumnSpec("Money", "money"),
        ColumnSpec("Count", "integer"),
        ColumnSpec("Pieces", "quantity"),
        ColumnSpec("Share", "percent"),
        ColumnSpec("Day", "date"),
    ]
    day = date(2026, 3, 31)
    rows: list[list[Any]] = [
        ["Ann", 957_577_500, 3, 1_500, 0.25, day],
        ["Bob", np.int64(-5_000_000), np.float64(2.0), 0, np.float64(0), np.datetime64("2026-03-31", "s")],
        ["Cid", float("nan"), None, None, float("nan"), pd.NaT],
        ["Dee", None, np.nan, None, None, pd.Timestamp(2026, 3, 31)],
        ["Eve", 0, 0, 0, 0.0, np.datetime64("NaT")],
        ["", 1, 1, 1, 1, date(1850, 1, 1)],
    ]
    path = write(tmp_path / "b.xlsx", SheetData("Clients", columns, rows))
    sheet = openpyxl.load_workbook(path)["Clients"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    moment = datetime(2026, 3, 31)
    assert values == [
        ["Ann", 957.5775, 3, 1.5, 0.25, moment],
        ["Bob", -5, 2, 0, 0, moment],
        ["Cid", None, None, None, None, None],
        ["Dee", None, None, None, None, moment],
        ["Eve", 0, 0, 0, 0, None],
        [None, 0.000001, 1, 0.001, 1, "1850-01-01"],
    ]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "n", "n", "d"]
    assert sheet["B2"].number_format == '#,##0.00\\ "€"'
    assert sheet["E2"].number_format == "0.0%"
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F7"
    assert sheet.column_dimensions["A"].width == pytest.approx(30, abs=1)


@pytest.mark.parametrize(
    ("currency", "expected"),
    [
        ("EUR", '#,##0.00\\ "€"'),
        ("USD", '"$"#,##0.00'),
        ("JPY", '"¥"#,##0'),
        ("TND", '#,##0.000\\ "TND"'),
        ('X"1', '#,##0.00\\ "X"'),
        ("", "#,##0.00"),
    ],
)
def test_money_formats(currency: str, expected: str) -> None:
    assert money_format(currency) == expected


def concentration_content(rows: int) -> WorkbookContent:
    columns = [
        ColumnSpec("Rank", "integer"),
        ColumnSpec("Client", "text", 30),
        ColumnSpec("Revenue", "money"),
        ColumnSpec("Cumulative", "percent"),
    ]
    data = [[i, f"Client {i}", 1_000_000 * i, i / rows] for i in range(1, rows + 1)]
    figures = [
        Figure("Clients", rows, "integer"),
        Figure("First client", 0.27, "percent"),
        Figure("HHI", None, "integer"),
    ]
    return WorkbookContent(
        "EUR", concentration=ConcentrationSheet(SheetData("Concentration", columns, data), figures, 1, 2, 3)
    )


def test_concentration_has_figures_a_table_and_a_native_chart(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write_workbook(path, concentration_content(80), LABELS)
    sheet = openpyxl.load_workbook(path)["Concentration"]
    assert [sheet["A1"].value, sheet["B1"].value, sheet["B2"].value, sheet["B3"].value] == [
        "Clients",
        80,
        0.27,
        None,
    ]
    assert sheet["B2"].number_format == "0.0%"
    assert [cell.value for cell in sheet[5]][:4] == ["Rank", "Client", "Revenue", "Cumulative"]
    assert sheet.auto_filter.ref == "A5:D85"
    chart = parts(path)["xl/charts/chart1.xml"]
    assert "<c:barChart>" in chart
    assert "<c:lineChart>" in chart
    assert re.findall(r"<c:f>(.*?)</c:f>", chart) == [
        "Concentration!$B$6:$B$55",
        "Concentration!$C$6:$C$55",
        "Concentration!$B$6:$B$55",
        "Concentration!$D$6:$D$55",
    ]
    assert chart.count("<c:valAx>") == 2
    assert "Revenue by client" in chart


def test_concentration_without_clients_has_no_chart(tmp_path: Path) -> None:
    write_workbook(tmp_path / "b.xlsx", concentration_content(0), LABELS)
    assert not [name for name in parts(tmp_path / "b.xlsx") if "chart" in name]


def test_a_long_table_goes_on_in_further_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    path = write(
        tmp_path / "b.xlsx", text_sheet([str(i) for i in range(7)]), text_sheet(["a", "b", "c"], "Exact")
    )
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Texts", "Texts (2)", "Texts (3)", "Exact"]
    assert [column(path, name) for name in book.sheetnames[:3]] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert book["Texts (3)"]["A1"].value == "Text"


def test_a_long_concentration_goes_on_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    write_workbook(tmp_path / "b.xlsx", concentration_content(9), LABELS)
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert book.sheetnames == ["Concentration", "Concentration (2)"]
    assert [row[0].value for row in book["Concentration (2)"].iter_rows(min_row=2)] == [7, 8, 9]


def test_sheet_titles_are_made_acceptable_and_unique(tmp_path: Path) -> None:
    wanted = ["A/B:C*?[x]\\", "", "History", "x" * 40, "X" * 40, "'quoted'", "a\x01b"]
    path = write(tmp_path / "b.xlsx", *[text_sheet(["1"], title) for title in wanted])
    names = openpyxl.load_workbook(path).sheetnames
    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(0 < len(name) <= 31 for name in names)
    assert names[5:] == ["quoted", "ab"]


def test_no_sheet_at_all_is_still_a_workbook(tmp_path: Path) -> None:
    assert len(openpyxl.load_workbook(write(tmp_path / "b.xlsx")).sheetnames) == 1


def test_missing_folder_and_unwritable_target(tmp_path: Path) -> None:
    with pytest.raises(BookWriteError) as refused:
        write(tmp_path / "nowhere" / "b.xlsx", text_sheet(["a"]))
    assert refused.value.code == "no_folder"
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(BookWriteError) as refused:
        write(tmp_path / "folder.xlsx", text_sheet(["a"]))
    assert refused.value.code == "cannot_write"
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.xlsx"]


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", text_sheet(["old"]))

    def rows() -> Iterator[list[str]]:
        yield ["new"]
        raise OSError(28, "No space left on device")

    with pytest.raises(BookWriteError) as refused:
        write(path, SheetData("Texts", [ColumnSpec("Text")], rows()))
    assert refused.value.params["detail"] == "No space left on device"
    assert column(path) == ["old"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.xlsx"]


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", text_sheet(["old"]))
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    with pytest.raises(OperationCancelled):
        write_workbook(path, WorkbookContent("EUR", [text_sheet(["new"] * 5_000)]), LABELS, cancelled)
    assert asked == 3
    assert column(path) == ["old"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.xlsx"]


def test_created_is_noted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx", text_sheet(["a"]), created=datetime(2026, 3, 31, 8, 0), title="My clients"
    )
    properties = openpyxl.load_workbook(path).properties
    assert (properties.created, properties.title) == (datetime(2026, 3, 31, 8, 0), "My clients")
