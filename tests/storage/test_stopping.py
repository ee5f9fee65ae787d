"""What the user stops while SQLite is at work ends at once, and leaves nothing behind."""

from __future__ import annotations

import pytest

from portfolio_app.errors import OperationCancelled
from portfolio_app.storage.book import Book
from portfolio_app.storage.stopping import stopping

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
