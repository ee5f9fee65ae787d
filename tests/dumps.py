"""The whole content of a book as plain values, to compare before and after."""

from __future__ import annotations

from typing import Any

from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import JOURNALLED

SEARCH = ("search_name", "search_note")


def dump(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every record table and of the search index."""
    with book.read() as connection:
        return {
            table: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")]
            for table in (*JOURNALLED, *SEARCH)
        }


def index_is_sound(book: Book) -> bool:
    """Whether the full-text indexes agree with the texts they index."""
    with book.step("check") as step:
        for index in ("search_name_word", "search_name_trigram", "search_note_word"):
            step.connection.exec_driver_sql(
                f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"
            )
    return True
