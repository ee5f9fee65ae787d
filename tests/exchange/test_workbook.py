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
    CellKind,
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    KeyFigure,
    SheetData,
    SummarySheet,
    SummaryTable,
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
    assert [sheet["A2"].value, sheet["A3"].value] == ["=4+4", "+5"]
    assert [cell.value for cell in sheet[5]][:3] == ["=2+2", "http://x", "@S"]


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
    assert [[cell.value for cell in row[:3]] for row in sheet["A2:C3"]] == [
        ["Clients", "First client", "HHI"],
        [80, 0.27, None],
    ]
    assert sheet["B3"].number_format == "0.0%"
    assert [cell.value for cell in sheet[5]][:4] == ["Rank", "Client", "Revenue", "Cumulative"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A5:D85", "A6")
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


def test_it_is_printed_as_one_would_hand_it_over(tmp_path: Path) -> None:
    columns = [ColumnSpec("#id", "integer"), ColumnSpec("Client", "text", 30), ColumnSpec("Amount", "money")]
    data = SheetData("Sales", columns, [[7, "Ann", 1_000_000]], hidden=1, frozen=2)
    secret = SheetData("_x", [ColumnSpec("a")], [["b"]], is_visible=False)
    path = write(tmp_path / "b.xlsx", data, secret, footer="R&D – 31/03/2026")
    book = openpyxl.load_workbook(path)
    sheet = book["Sales"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$B:$B")
    assert "R&&D" in parts(path)["xl/worksheets/sheet1.xml"].replace("&amp;", "&")
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.column_dimensions["B"].hidden
    assert sheet.freeze_panes == "C2"
    # Sorting by the filter must take the hidden numbers along.
    assert sheet.auto_filter.ref == "A1:C2"
    assert book["_x"].sheet_state == "veryHidden"


def test_a_wide_sheet_is_printed_on_several_pages_across(tmp_path: Path) -> None:
    data = SheetData("Clients", [ColumnSpec(f"c{n}", "text", 30) for n in range(20)], [])
    sheet = openpyxl.load_workbook(write(tmp_path / "b.xlsx", data))["Clients"]
    assert sheet.page_setup.fitToWidth == 3


def summary(**given: Any) -> SummarySheet:
    months = SummaryTable(
        "By month",
        [ColumnSpec("Month"), ColumnSpec("Revenue", "money"), ColumnSpec("Before", "money")],
        [["Jan.", 1_000_000, 0], ["Feb.", 3_000_000, 2_000_000]],
        "column",
        (1, 2),
    )
    first = SummaryTable(
        "Pareto",
        [ColumnSpec("Client"), ColumnSpec("Revenue", "money"), ColumnSpec("Cumulative", "percent")],
        [["=1+1", 3_000_000, 0.75], ["http://b", 1_000_000, 1.0]],
        "column",
        (1,),
        line=2,
    )
    segments = SummaryTable(
        "Segments",
        [ColumnSpec("Segment"), ColumnSpec("Revenue", "money")],
        [["Top", 4_000_000]],
        "bar",
        (1,),
        colours=["#0072B2"],
    )
    figures = [
        KeyFigure("Revenue", "money", 6_000_000, 4_000_000, "All of it."),
        KeyFigure("Kept", "percent", 0.5, 0.25, "Of those before."),
        KeyFigure("Deals", "money", None, None, "None."),
    ]
    return SummarySheet(
        "Summary", "=Durand", ["On a day"], list("abcde"), figures, [months, segments, first], **given
    )


def test_the_summary_has_figures_tables_and_native_charts(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write_workbook(path, WorkbookContent("EUR", [text_sheet(["a"])], summary=summary()), LABELS)
    assert_inert(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]
    assert cells[0][0] == "=Durand"
    assert cells[4] == ["Revenue", 6, 4, 0.5, "All of it."]
    assert cells[5] == ["Kept", 0.5, 0.25, None, "Of those before."]
    assert cells[6] == ["Deals", None, None, None, "None."]
    assert [row[0] for row in cells if row[0] in ("By month", "Segments", "Pareto")] == [
        "By month",
        "Segments",
        "Pareto",
    ]
    charts = [xml for name, xml in sorted(parts(path).items()) if name.startswith("xl/charts/chart")]
    assert len(charts) == 3
    assert re.findall("<c:f>(.*?)</c:f>", charts[0])[:2] == ["Summary!$A$11:$A$12", "Summary!$B$11:$B$12"]
    assert ('<c:barDir val="bar"/>' in charts[1], "0072B2" in charts[1]) == (True, True)
    assert "<c:lineChart>" in charts[2]


def test_charts_can_be_left_out(tmp_path: Path) -> None:
    content = concentration_content(3)
    path = tmp_path / "b.xlsx"
    write_workbook(
        path, WorkbookContent("EUR", (), content.concentration, summary=summary(), charts=False), LABELS
    )
    assert not [name for name in parts(path) if "chart" in name]
    assert openpyxl.load_workbook(path).sheetnames == ["Summary", "Concentration"]


def test_rows_are_written_as_xlsxwriter_writes_them(tmp_path: Path) -> None:
    """They go straight into its file, so a new version of it may not write them otherwise."""
    import xlsxwriter

    texts = [text for text in HOSTILE if "<r>" not in text]  # which it would take for its own markup
    texts += ["a" * 20_000, "nb\u00a0sp", "\u2028x", "_x0041", "é"]
    numbers = [0, -1, 957_577_512, 10**17, 3, np.int64(7), np.float64(0.5)]
    days = [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2026, 3, 31), date(9999, 12, 31)]
    rows = [
        [text, numbers[place % len(numbers)], days[place % len(days)], 0.1 * place]
        for place, text in enumerate(texts)
    ]
    kinds: list[CellKind] = ["text", "money", "date", "number"]
    columns = [ColumnSpec(kind, kind) for kind in kinds]
    ours = write(tmp_path / "ours.xlsx", SheetData("Texts", columns, rows))
    theirs = tmp_path / "theirs.xlsx"
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(theirs, options) as book:
        sheet = book.add_worksheet("Texts")
        for place, kind in enumerate(kinds):
            sheet.write_string(0, place, kind)
        for line, (text, money, day, number) in enumerate(rows, 1):
            sheet.write_string(line, 0, clean_text(text))
            sheet.write_number(line, 1, money / 1_000_000)
            sheet.write_datetime(line, 2, day)
            sheet.write_number(line, 3, number)

    def cells(path: Path) -> list[str]:
        xml = parts(path)["xl/worksheets/sheet1.xml"]
        assert f'<dimension ref="A1:D{len(rows) + 1}"/>' in xml
        found = re.findall(r"<c [^>]*>.*?</c>", xml, re.DOTALL)
        return [re.sub(r' s="\d+"', "", cell) for cell in found]

    assert cells(ours) == cells(theirs)
