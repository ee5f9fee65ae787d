"""What the book remembers of the files it was given: how those with the same columns were read.

A file's shape is the names of its columns. What was found out by itself is not remembered, only what was
chosen, so that the next file of that shape may still be in another encoding or write its dates otherwise.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from portfolio_app.errors import MappingError
from portfolio_app.exchange.fields import OWN
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.tabular import Table
from portfolio_app.models.base import instant_text
from portfolio_app.models.entities import ImportShape
from portfolio_app.services.import_match import MatchRules
from portfolio_app.services.import_source import READING, Source
from portfolio_app.storage.book import Book

_KEPT = 500
"""Shapes remembered at most; those not used for longest are forgotten."""


@dataclass(frozen=True)
class Remembered:
    """How files of one shape were read: `mapping` with what was chosen only, the rest is found out anew.

    `file_name` is the last one of them, imported at `used_at`.
    """

    mapping: Mapping
    rules: MatchRules
    file_name: str
    used_at: datetime


def shape_of(table: Table) -> str:
    """What files with the same columns have in common, whatever their encoding and whether text or workbook."""
    is_cards = table.dialect.kind == "vcard"
    # Letters beyond ASCII stand for themselves only once the encoding is known, which may have to be chosen.
    names = [
        "".join(char for char in name.lower() if char.isascii() and char.isalnum()) for name in table.columns
    ]
    text = "vcard" if is_cards else "\x1f".join(names)
    return hashlib.sha256(text.encode()).hexdigest()


def recall(book: Book, table: Table) -> Remembered | None:
    """How a file with these columns was read the last time; None when there was none."""
    with book.read_session() as session:
        found = session.scalar(select(ImportShape).where(ImportShape.shape == shape_of(table)))
        return None if found is None else _remembered(found)


def shapes(book: Book, limit: int = 10) -> list[Remembered]:
    """The shapes used last, newest first."""
    with book.read_session() as session:
        found = session.scalars(
            select(ImportShape).order_by(ImportShape.used_at.desc(), ImportShape.id.desc()).limit(limit)
        )
        return [one for row in found if (one := _remembered(row)) is not None]


def remember(book: Book, source: Source) -> None:
    """Note how this file was read, for the next one of its shape. No step: undoing an import keeps it.

    Raises `BookWriteError`.
    """
    shape, how = shape_of(source.table), how_of(source)
    name, now = source.path.name[:500], instant_text(book.clock())
    with book.read() as connection:
        same = connection.exec_driver_sql(
            "SELECT 1 FROM import_shape WHERE shape = ? AND file_name = ? AND how = ? AND substr(used_at, 1, 10) = ?",
            (shape, name, _text(how), now[:10]),
        ).first()
    if same is None:
        with book.maintain() as connection:
            _write(connection, shape, name, _text(how), now)


def note(connection: Connection, source: Source, now: datetime) -> None:
    """`remember` within an open step, so that an import and what it taught are there together or not at all."""
    _write(
        connection, shape_of(source.table), source.path.name[:500], _text(how_of(source)), instant_text(now)
    )


def forget(book: Book, table: Table) -> None:
    """Start afresh with files of this shape. No step. Raises `BookWriteError`."""
    with book.maintain() as connection:
        connection.exec_driver_sql("DELETE FROM import_shape WHERE shape = ?", (shape_of(table),))


def how_of(source: Source) -> dict[str, Any]:
    """What was chosen for a file, as JSON: its mapping's file format and its rules."""
    mapping, guessed = source.mapping, source.guessed
    told = mapping.to_dict()
    chosen: dict[str, Any] = {name: told[name] for name in ("columns", "constants") if name in told}
    chosen |= {name: value for name, value in source.options.items() if name in READING and value is not None}
    if guessed is None or guessed.ambiguous_dates or mapping.date_order != guessed.date_order:
        chosen["date_order"] = mapping.date_order
    if guessed is None or mapping.decimal != guessed.decimal:
        chosen["decimal"] = mapping.decimal
    return {"mapping": {k: v for k, v in chosen.items() if v is not None}, "rules": asdict(source.rules)}


def chosen_of(how: Any) -> tuple[Mapping, MatchRules] | None:
    """The mapping and the rules of such JSON; None for what is none, as another program may have left it."""
    try:
        told = dict(how["mapping"])
        columns = dict(told["columns"])
        # The book's own fields are known to the book only: whether they still exist shows when they are used.
        own = {column: name for column, name in columns.items() if str(name).startswith(OWN)}
        plain = {column: name for column, name in columns.items() if column not in own}
        read = Mapping.from_json(told | {"columns": plain})
        ordered = {column: own.get(column) or plain[column] for column in columns}
        rules = MatchRules(tuple(how["rules"]["keys"]), how["rules"]["policy"])
    except (KeyError, TypeError, ValueError, MappingError):
        return None
    return replace(read, columns=ordered), rules


def _remembered(row: ImportShape) -> Remembered | None:
    chosen = chosen_of(row.how)
    return None if chosen is None else Remembered(*chosen, row.file_name, row.used_at)


def _write(connection: Connection, shape: str, name: str, how: str, now: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO import_shape(shape, file_name, how, used_at) VALUES (?, ?, ?, ?) ON CONFLICT(shape) "
        "DO UPDATE SET file_name = excluded.file_name, how = excluded.how, used_at = excluded.used_at",
        (shape, name, how, now),
    )
    connection.exec_driver_sql(
        "DELETE FROM import_shape WHERE id NOT IN (SELECT id FROM import_shape ORDER BY used_at DESC LIMIT ?)",
        (_KEPT,),
    )


def _text(how: dict[str, Any]) -> str:
    return json.dumps(how, ensure_ascii=False)
