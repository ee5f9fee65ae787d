"""Long SQL that the user may stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from portfolio_app.errors import OperationCancelled

Cancelled = Callable[[], bool]

_OPERATIONS_BETWEEN_ASKING = 50_000
"""Of SQLite's virtual machine: some milliseconds."""


def check(cancelled: Cancelled | None) -> None:
    """Raise `OperationCancelled` if the user stopped."""
    if cancelled is not None and cancelled():
        raise OperationCancelled


@contextmanager
def stoppable(connection: Any, cancelled: Cancelled | None) -> Iterator[None]:
    """Ask `cancelled` while SQL runs on the raw connection; a yes ends it and raises `OperationCancelled`.

    A write transaction that is stopped so is rolled back.
    """
    if cancelled is None:
        yield
        return
    stopped = False

    def ask() -> int:
        nonlocal stopped
        stopped = stopped or cancelled()
        return int(stopped)

    connection.set_progress_handler(ask, _OPERATIONS_BETWEEN_ASKING)
    try:
        yield
    except Exception as error:
        if stopped:
            raise OperationCancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
