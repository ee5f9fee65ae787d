"""Long SQL that the user may stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import OperationCancelled

Cancelled = Callable[[], bool]

_OPERATIONS_BETWEEN_ASKING = 50_000
"""Of SQLite's virtual machine: some milliseconds."""


def check(cancelled: Cancelled | None) -> None:
    """Raise `OperationCancelled` if the user stopped."""
    if cancelled is not None and cancelled():
        raise OperationCancelled


@contextmanager
def stopping(cancelled: Cancelled | None) -> Iterator[Callable[[Any], None]]:
    """Has SQLite stop, too, when the user says so, in a step opened inside: it indexes for seconds after the last row.

    Answers a function to be given the step's connection. A yes raises `OperationCancelled`.
    """
    connections: list[Any] = []
    stopped = False

    def ask() -> bool:
        nonlocal stopped
        stopped = stopped or (cancelled is not None and cancelled())
        return stopped

    def watch(connection: Connection) -> None:
        if cancelled is not None:
            connections.append(connection.connection.driver_connection)
            connections[0].set_progress_handler(ask, _OPERATIONS_BETWEEN_ASKING)

    try:
        yield watch
    except Exception as error:
        if stopped:
            raise OperationCancelled from error
        raise
    finally:
        for connection in connections:
            connection.set_progress_handler(None, 0)


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
