from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from portfolio_app.models.entities import Client
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import JOURNALLED, REMEMBERED


def test_migrations_make_exactly_what_the_models_say(book: Book) -> None:
    own = set(Client.metadata.tables)

    def included(obj: object, name: str | None, type_: str, reflected: bool, compare_to: object) -> bool:
        return type_ != "table" or name in own

    with book.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": False, "include_object": included}
        )
        assert compare_metadata(context, Client.metadata) == []


def test_every_record_table_is_journalled(book: Book) -> None:
    assert set(JOURNALLED) | set(REMEMBERED) == set(Client.metadata.tables)
    with book.read() as connection:
        triggers = {
            row[0]
            for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
    assert triggers == {
        f"journal_{table}_{op}" for table in JOURNALLED for op in ("insert", "update", "delete")
    }


def test_no_column_holds_floats(book: Book) -> None:
    """The journal keeps images as JSON, in which a float would not come back to the last bit."""
    with book.read() as connection:
        for table in JOURNALLED:
            types = {row[2].upper() for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")}
            assert not types & {"REAL", "FLOAT", "DOUBLE", "NUMERIC", "BLOB"}
