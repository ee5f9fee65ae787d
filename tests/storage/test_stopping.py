"""What the user stops while SQLite is at work ends at once, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import OperationCancelled
from portfolio_app.services import (
    book_copy,
    contact_cards,
    csv_files,
    duplicates,
    import_,
    incoming,
    quality,
    round_trip,
)
from portfolio_app.services.export import export_workbook
from portfolio_app.storage.book import Book
from portfolio_app.storage.stopping import stopping
from tests.conftest import TODAY, fixed_clock
from tests.dumps import dump

FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def run_forever(book: Book, is_raw: bool) -> None:
    with stopping(lambda: True) as watch, book.step("create_client") as step:
        watch(step.connection)
        step.connection.exec_driver_sql("INSERT INTO setting(key, value) VALUES ('x', '1')")
        raw = step.connection.connection.driver_connection
        if is_raw and raw is not None:
            raw.execute(FOREVER)
        step.connection.exec_driver_sql(FOREVER)


@pytest.mark.parametrize("is_raw", [False, True])
def test_a_step_is_stopped_whoever_runs_the_statement(is_raw: bool, book: Book) -> None:
    with pytest.raises(OperationCancelled):
        run_forever(book, is_raw)
    with book.read() as connection:
        assert connection.exec_driver_sql("SELECT 1 FROM setting WHERE key = 'x'").first() is None
        long = FOREVER.replace("FROM n)", "FROM n WHERE i < 200000)")
        assert connection.exec_driver_sql(long).scalar() == 200_000


FEW = "Référence;Société;Ville;Contact;E-mail\n" + "".join(
    f"R{n};Atelier {'Kermor' if n % 9 else 'Kermro'} {n % 7};Brest;Anne {n};a{n}@x.fr\n" for n in range(40)
)


def long_works(folder: Path) -> dict[str, Callable[..., Any]]:
    """Everything that can be stopped, each writing beneath the folder if anywhere."""
    table, workbook, copy = folder / "few.csv", folder / "before.xlsx", folder / "before.json"

    def look_for_doubles(book: Book, **ask: Any) -> None:
        rows = import_.read_source(folder / "more.csv")
        incoming.doubles(book, import_.preview_import(book, [rows]), **ask)

    return {
        "import": lambda book, **ask: import_.import_files(book, [import_.read_source(table)], **ask),
        "preview": lambda book, **ask: import_.preview_import(book, [import_.read_source(table)], **ask),
        "doubles": look_for_doubles,
        "csv": lambda book, **ask: csv_files.export_csv(book, folder / "out.zip", TODAY, "fr", **ask),
        "cards": lambda book, **ask: contact_cards.export_cards(book, folder / "out.vcf", **ask),
        "workbook": lambda book, **ask: export_workbook(book, folder / "out.xlsx", TODAY, "fr", **ask),
        "copy": lambda book, **ask: book_copy.write_copy(book, folder / "out.json", **ask),
        "compare": lambda book, **ask: round_trip.compare(book, workbook, **ask),
        "duplicates": duplicates.find,
        "quality": lambda book, **ask: quality.report(book, TODAY, **ask),
        "new book": lambda book, **ask: book_copy.new_book_from_copy(
            copy, folder / "out", fixed_clock, **ask
        ).close(),
    }


@pytest.fixture
def worked(book: Book, tmp_path: Path) -> Path:
    """The folder of what the works take in, beside a book with some of it."""
    folder = tmp_path / "works"
    folder.mkdir()
    (folder / "first.csv").write_text(FEW, "utf-8")
    import_.import_files(book, [import_.read_source(folder / "first.csv")])
    (folder / "few.csv").write_text(FEW.replace("R", "S").replace("Brest", "Dinan"), "utf-8")
    (folder / "more.csv").write_text("Société;Ville\nAtelier Kermor;\nAtelier Kermro 1;\n", "utf-8")
    export_workbook(book, folder / "before.xlsx", TODAY, "fr")
    book_copy.write_copy(book, folder / "before.json")
    return folder


def test_whatever_is_stopped_leaves_nothing_half_done(book: Book, worked: Path) -> None:
    before, there = dump(book), sorted(worked.iterdir())
    for name, work in long_works(worked).items():
        asked = 0

        def never() -> bool:
            nonlocal asked
            asked += 1
            return False

        work(book, cancelled=never)
        assert asked > 0, name
        if name == "import":
            book.undo()
        for path in set(worked.iterdir()) - set(there):
            path.unlink()
        # How often the quality of the book asks depends on the time it takes.
        for last in sorted({1, 1 if name == "quality" else asked // 2 + 1}):
            left = last

            def now() -> bool:
                nonlocal left
                left -= 1
                return left <= 0

            with pytest.raises(OperationCancelled):
                work(book, cancelled=now)
            assert (dump(book), sorted(worked.iterdir())) == (before, there), (name, last)
