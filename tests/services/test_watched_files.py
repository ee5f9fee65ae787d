"""What is remembered of files: how those of one shape were read, and which are read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from portfolio_app.errors import MappingError, NotFoundError, SourceError
from portfolio_app.models.entities import Client, Sale
from portfolio_app.services import import_memory, import_source, watched_files
from portfolio_app.services.import_ import MatchRules, Source, import_files, preview_import, read_source
from portfolio_app.storage.book import Book

SALES = "Jour;Tiers;Somme\n05/01/2026;Alpha;10,50\n06/01/2026;Beta;20\n"
COLUMNS = {"Jour": "sale.date", "Tiers": "client.name", "Somme": "sale.amount"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "ventes.csv"
    target.write_text(SALES, encoding="cp1252")
    return target


def chosen(path: Path, **options: Any) -> Source:
    source = read_source(path, **options)
    source.mapping.columns = dict(COLUMNS)
    source.mapping.date_order = "MDY"
    return source


def count(book: Book, entity: Any) -> int:
    with book.read_session() as session:
        return session.scalar(select(func.count()).select_from(entity)) or 0


def state(book: Book) -> str:
    (view,) = watched_files.watched(book)
    return view.state


def test_what_was_chosen_is_recalled_for_the_next_file_of_the_shape(
    book: Book, path: Path, tmp_path: Path
) -> None:
    source = chosen(path)
    source.rules = MatchRules(("reference", "email"), "fill")
    assert import_memory.recall(book, source.table) is None
    preview_import(book, [source])
    assert import_memory.recall(book, source.table) is None
    import_files(book, [source])
    other = tmp_path / "fevrier.csv"
    other.write_text("JOUR,TIERS,SOMME\n02/03/2026,Élan,7.25\n", encoding="utf-8-sig")
    table = read_source(other).table
    remembered = import_memory.recall(book, table)
    assert remembered is not None
    assert (remembered.file_name, remembered.rules) == ("ventes.csv", source.rules)
    again = read_source(other, remembered=remembered)
    assert again.mapping.columns == COLUMNS
    assert (again.mapping.date_order, again.rules.policy) == ("MDY", "fill")
    assert again.table.dialect.encoding.startswith("utf-8")  # found out anew, never having been chosen
    assert [shape.file_name for shape in import_memory.shapes(book)] == ["ventes.csv"]
    import_memory.forget(book, table)
    assert import_memory.recall(book, table) is None


def test_an_encoding_is_kept_only_when_it_was_chosen(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "mac.csv"
    path.write_bytes("Société;Ville\nÉlan;Orléans\n".encode("mac_roman"))
    source = read_source(path, encoding="mac_roman")
    import_files(book, [source])
    guessed = read_source(path)  # whatever it takes the accents for, the shape is the same
    remembered = import_memory.recall(book, guessed.table)
    assert remembered is not None
    again = read_source(path, remembered=remembered)
    assert (again.table.columns, again.mapping.encoding) == (["Société", "Ville"], "mac_roman")


def test_undoing_an_import_forgets_nothing_learned(book: Book, path: Path) -> None:
    source = chosen(path)
    import_files(book, [source])
    book.undo()
    assert import_memory.recall(book, source.table) is not None


def test_a_memory_that_fits_no_more_is_passed_over(book: Book, path: Path) -> None:
    source = chosen(path)
    import_files(book, [source])
    with book.maintain() as connection:
        connection.exec_driver_sql("UPDATE import_shape SET how = '{\"mapping\": 3}'")
    assert import_memory.recall(book, source.table) is None
    source.mapping.columns = {"Tiers": "client.custom.gone"}
    import_memory.remember(book, source)
    remembered = import_memory.recall(book, source.table)
    assert read_source(path, remembered=remembered).mapping.columns != source.mapping.columns


def test_a_watched_file_is_read_again_with_one_click(book: Book, path: Path) -> None:
    source = chosen(path)
    watched_files.watch(book, source)
    assert state(book) == "new"
    import_files(book, [source])
    assert (state(book), count(book, Sale)) == ("same", 2)
    path.write_text(SALES + "07/02/2026;Gamma;5\n", encoding="cp1252")
    assert state(book) == "changed"
    (view,) = watched_files.watched(book)
    assert (view.name, view.path) == ("ventes.csv", path)
    changes, report = watched_files.read_again(book, view.id)
    assert (report.files[0].created, report.files[0].unchanged, count(book, Sale)) == (1, 2, 3)
    assert changes.touches("sale", "watched_file")
    assert state(book) == "same"
    with book.read_session() as session:
        assert session.scalars(select(Sale.date).order_by(Sale.id.desc())).first().isoformat() == "2026-07-02"  # type: ignore[union-attr]
    book.undo()
    assert (state(book), count(book, Sale)) == ("changed", 2)


def test_watching_what_was_just_imported_counts_as_read(book: Book, path: Path) -> None:
    source = chosen(path)
    import_files(book, [source])
    watched_files.watch(book, source)
    assert state(book) == "same"
    (view,) = watched_files.watched(book)
    steps = len(book.history())
    watched_files.read_again(book, view.id)
    assert len(book.history()) == steps  # nothing new, nothing done
    watched_files.unwatch(book, view.id)
    assert (watched_files.watched(book), count(book, Client)) == ([], 2)
    with pytest.raises(NotFoundError):
        watched_files.read_again(book, view.id)


def test_a_watched_file_that_is_gone_or_another_is_told(book: Book, path: Path) -> None:
    watched_files.watch(book, chosen(path))
    (view,) = watched_files.watched(book)
    path.write_text("Jour;Client;Somme\n05/01/2026;Alpha;10\n", encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        watched_files.read_again(book, view.id)
    assert (caught.value.code, "Tiers" in str(caught.value)) == ("unknown_column", True)
    path.unlink()
    assert state(book) == "missing"
    with pytest.raises(SourceError):
        watched_files.read_again(book, view.id)


def test_the_open_book_itself_is_never_looked_into(book: Book, path: Path) -> None:
    assert import_source.digest_of(book.path) == ""
    watched_files.watch(book, chosen(path))
    with book.step("x") as step:
        step.connection.exec_driver_sql("UPDATE watched_file SET path = ?", (str(book.path),))
    assert state(book) == "missing"
    assert count(book, Client) == 0
