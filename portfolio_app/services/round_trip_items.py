"""What comparing an edited workbook with the book finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

Value: TypeAlias = str | Decimal | int | float | date | None
"""A cell as a person reads it: codes as words of the workbook's language, tags joined, None when empty."""
Kind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One edited cell. `field` is the code ("client.city", "client.custom.<code>"), `title` the column's name in the
    file. `before`: what the book holds now, `after`: what the file says.

    `is_conflict`: the book has another value than when the workbook was made, so that taking the file's would
    undo that change.
    """

    field: str
    title: str
    before: Value
    after: Value
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class DiffItem:
    """A record that differs. `sheet` is one of `SHEETS`; `record_id` None and `fields` its values for an added one.

    `name` says which record (a client's name, a sale's day and amount …), `client` whose it is. `line`: the row
    in the file's sheet `title`, 0 for a removed record. `is_conflict`: the record was changed in the book meanwhile.
    """

    number: int
    sheet: str
    title: str
    kind: Kind
    record_id: int | None
    client: str
    name: str
    fields: tuple[FieldChange, ...]
    line: int
    is_conflict: bool
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The new values as records hold them, by field; for an added record of a client, "client_id" or "client_item"
    (the number of the item that adds the client)."""


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """An edit that cannot be taken over: where it stands, and why. `column` and `value` empty: the whole row.

    `reason` is the English sentence; the interface translates by `code` (context "refusals" or "errors") and fills
    in `params`.
    """

    sheet: str
    title: str
    line: int
    column: str
    value: str
    code: str
    params: Mapping[str, Any]
    reason: str


@dataclass(frozen=True)
class WorkbookDiff:
    """What was edited in a workbook since it was exported.

    `changed`, `added` and `removed` are numbered through. `untouched`: how many rows are as they were exported.
    `is_other_book`: it was exported from another book, so nothing was compared. `made_at`: when it was exported.
    `missing_sheets`: titles of sheets taken out of it, whose records are left alone. `unknown_columns`: (sheet's
    title, column) put in by hand, which are not read. `book_step`: the book's change number at the comparison.
    """

    path: str
    book_step: int = 0
    changed: Sequence[DiffItem] = ()
    added: Sequence[DiffItem] = ()
    removed: Sequence[DiffItem] = ()
    refused: Sequence[RefusedCell] = ()
    untouched: int = 0
    is_other_book: bool = False
    made_at: datetime | None = None
    language: str = "en"
    missing_sheets: tuple[str, ...] = ()
    unknown_columns: tuple[tuple[str, str], ...] = ()

    @property
    def items(self) -> list[DiffItem]:
        """All of them, in the order of their numbers."""
        return [*self.changed, *self.added, *self.removed]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was edited."""
        return not (self.changed or self.added or self.removed or self.refused)
