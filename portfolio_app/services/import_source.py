"""A file ready to be imported: opened, its columns guessed or as they were chosen before."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app import files
from portfolio_app.errors import MappingError, SourceError
from portfolio_app.exchange.cells import clean_text
from portfolio_app.exchange.dates import DateOrder
from portfolio_app.exchange.fields import Field
from portfolio_app.exchange.guess import dates_in, guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.tabular import Table, open_table
from portfolio_app.services.import_match import Decision, MatchRules

if TYPE_CHECKING:
    from portfolio_app.services.import_memory import Remembered

READING = ("encoding", "delimiter", "sheet", "has_header")
"""How a file may be asked to be read, as `open_table` names it."""
_SHOWN = 120
_BLOCK = 1 << 20
_LOOKED_AT = 400
"""Rows among which the samples of a column are looked for."""


@dataclass
class Source:
    """A file ready to be imported: its table, where its columns go, and how its rows meet the book's clients.

    `decisions`: by line, what the user decided about that row. `corrections`: by line and column name, the text
    that stands in the place of a cell. `options`: how the file was asked to be read (`read_source`), and `guessed`
    where its columns would go by themselves: together they tell what was chosen from what was found. `digest`: the
    SHA-256 of the file when it was opened. `is_imported`: its rows went into the book.
    """

    table: Table
    mapping: Mapping
    rules: MatchRules = field(default_factory=MatchRules)
    decisions: dict[int, Decision] = field(default_factory=dict)
    corrections: dict[tuple[int, str], str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    guessed: Mapping | None = None
    digest: str = ""
    is_imported: bool = False

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path


def read_source(
    path: Path,
    mapping: Mapping | None = None,
    *,
    own: Sequence[Field] = (),
    remembered: Remembered | None = None,
    **options: Any,
) -> Source:
    """Open a file and guess its columns, unless a mapping is given; its reading options win over guesses.

    `own`: the book's own fields (`own_fields`), to which a column may go by its name. `remembered`: how files
    of this shape were read before (`import_memory.recall`); what no longer fits the file is guessed instead.
    `options`: encoding, delimiter, sheet, has_header of `open_table`. Raises `SourceError`, `MappingError`.
    """
    if mapping is not None:
        told = _told(mapping) | options
        digest, table = digest_of(path), open_table(path, **told)
        return Source(table, replace(mapping, own=tuple(own)), options=told, digest=digest)
    if remembered is not None:
        with suppress(SourceError, MappingError):
            return read_as_before(path, remembered, own=own, **options)
    digest, table = digest_of(path), open_table(path, **options)
    guessed = guess_mapping(table, own)
    return Source(table, replace(guessed), options=dict(options), guessed=guessed, digest=digest)


def _told(mapping: Mapping) -> dict[str, Any]:
    return {name: value for name in READING if (value := getattr(mapping, name)) is not None}


def read_as_before(
    path: Path, remembered: Remembered, *, own: Sequence[Field] = (), **options: Any
) -> Source:
    """Open a file as it was chosen before; what was not chosen is found out from this file.

    Raises `SourceError`, and `MappingError` when its columns are not those that were chosen for.
    """
    before = remembered.mapping
    told = _told(before) | options
    digest, table = digest_of(path), open_table(path, **told)
    guessed = guess_mapping(table, own)
    mapping = replace(
        guessed,
        columns=dict(before.columns),
        constants=dict(before.constants),
        confidence={name: "sure" if name in before.columns else "none" for name in table.columns},
        date_order=_order(guessed, before),
        decimal=before.decimal or guessed.decimal,
    )
    mapping.validate(table)
    return Source(table, mapping, rules=remembered.rules, options=told, guessed=guessed, digest=digest)


def _order(guessed: Mapping, before: Mapping) -> DateOrder | None:
    """A day above 12 says the order for sure, whatever another file needed."""
    if guessed.ambiguous_dates or guessed.date_order is None:
        return before.date_order or guessed.date_order
    return guessed.date_order


def date_order_of(source: Source, columns: Collection[str]) -> tuple[DateOrder, bool]:
    """Day or month first in these columns of the file, and whether no date of theirs tells. Raises `SourceError`."""
    found = dates_in(source.table, columns)
    return found.order, found.ambiguous


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's content; empty when it cannot be read, or is a book that is open here."""
    digest = hashlib.sha256()
    try:
        if files.is_held(path) or not path.is_file():
            return ""
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


def column_samples(source: Source, count: int = 3) -> list[list[str]]:
    """Up to `count` different values of each column: those with accents first, for they show a wrong encoding.

    Raises `SourceError`.
    """
    found: list[dict[str, None]] = [{} for _ in source.table.columns]
    for _line, cells in source.table.sample(_LOOKED_AT):
        for seen, cell in zip(found, cells, strict=False):
            if text := clean_text(cell):
                seen.setdefault(text[:_SHOWN])
    return [sorted(seen, key=str.isascii)[:count] for seen in found]


def count_rows(source: Source) -> int:
    """How many rows the file has below its column names, blank ones included. Raises `SourceError`."""
    return sum(1 for _ in source.table.rows())
