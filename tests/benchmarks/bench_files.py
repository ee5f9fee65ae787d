"""Reading and writing files of 100,000 rows × 12 columns, against the bare libraries that do nothing else.

    python -m tests.benchmarks.bench_files [rows]

“ours” is what an import does before the book sees a row: detecting, guessing, and every cell turned into its value;
“table” is the same rows as cells. Ratios count, not seconds. Budget: writing a workbook ≤ 1.1 × XlsxWriter's typed
calls in constant memory.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.rows import read_rows
from portfolio_app.exchange.tabular import open_table
from portfolio_app.exchange.workbook_content import ColumnSpec
from portfolio_app.services.table_files import write_table

ROWS = 100_000
RUNS = 3
_TITLES = (
    ("Code client", "text"), ("Société", "text"), ("Prénom", "text"), ("Nom", "text"), ("E-mail", "text"),
    ("Téléphone", "text"), ("CP", "text"), ("Ville", "text"), ("Date", "date"), ("N° facture", "text"),
    ("Quantité", "number"), ("Montant HT", "money"),
)  # fmt: skip


def row_of(number: int) -> list[Any]:
    """One sale, with its client and contact."""
    return [
        f"C{number // 10:05}", f"Société Kérouan {number // 10}", "Anne", f"Riou {number // 10}",
        f"a{number // 10}@example.fr", f"02 98 {number % 100:02} 10 20", "29200", "Brest",
        date(2022, 1, 1) + timedelta(days=number % 1_400), f"F{number:06}", number % 9 + 1, (number % 5_000) / 4 + 1,
    ]  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """The least of a few runs, in seconds."""
    best = float("inf")
    for _run in range(RUNS):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def bare_workbook(path: Path, rows: int) -> None:
    """XlsxWriter's typed calls in constant memory, nothing else."""
    import xlsxwriter

    book = xlsxwriter.Workbook(
        path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet = book.add_worksheet()
    for place, (title, _kind) in enumerate(_TITLES):
        sheet.write_string(0, place, title)
    for number in range(rows):
        values = row_of(number)
        for place, (_title, kind) in enumerate(_TITLES):
            if kind == "text":
                sheet.write_string(number + 1, place, values[place])
            elif kind == "date":
                sheet.write_datetime(number + 1, place, values[place], day)
            else:
                sheet.write_number(number + 1, place, values[place], money if kind == "money" else None)
    book.close()


def bare_csv(path: Path, rows: int) -> None:
    """The csv module, nothing else."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(title for title, _kind in _TITLES)
        writer.writerows(row_of(number) for number in range(rows))


def read_bare_csv(path: Path) -> None:
    """Every cell as a text."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        deque(csv.reader(stream, delimiter=";"), maxlen=0)


def read_bare_workbook(path: Path) -> None:
    """Every cell by calamine, in this process."""
    import python_calamine

    deque(python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows(), maxlen=0)


def read_table(path: Path) -> None:
    """Every cell by our own door."""
    deque(open_table(path).rows(), maxlen=0)


def read_import(path: Path) -> None:
    """Every value as an import would take it."""
    table = open_table(path)
    deque(read_rows(table, guess_mapping(table)), maxlen=0)


def main() -> None:
    """Prints the seconds and the ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    columns = [ColumnSpec(title, kind) for title, kind in _TITLES]  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        bare_xlsx, ours_xlsx = Path(folder, "bare.xlsx"), Path(folder, "ours.xlsx")
        plain, ours_csv = Path(folder, "bare.csv"), Path(folder, "ours.csv")

        def write(path: Path) -> None:
            write_table(path, "Ventes", columns, map(row_of, range(rows)), "fr")

        for what, ours, bare in (
            ("write XLSX", lambda: write(ours_xlsx), lambda: bare_workbook(bare_xlsx, rows)),
            ("write CSV", lambda: write(ours_csv), lambda: bare_csv(plain, rows)),
            ("read XLSX, table", lambda: read_table(ours_xlsx), lambda: read_bare_workbook(ours_xlsx)),
            ("read XLSX, import", lambda: read_import(ours_xlsx), lambda: read_bare_workbook(ours_xlsx)),
            ("read CSV, table", lambda: read_table(ours_csv), lambda: read_bare_csv(ours_csv)),
            ("read CSV, import", lambda: read_import(ours_csv), lambda: read_bare_csv(ours_csv)),
        ):
            least, most = timed(bare), timed(ours)
            print(f"{what:18} ours {most:6.2f} s  bare {least:6.2f} s  ratio {most / least:5.2f}")


if __name__ == "__main__":
    main()
