"""The rows of the workbook's sheets of records, as they are written and as an edited workbook is compared with.

Every row is (the record's number, its client's number, the cells): of `Sheet.columns`, and of clients and contacts
what comes after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from portfolio_app.exchange.column_names import own_title
from portfolio_app.exchange.workbook import CellKind, ColumnSpec
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.models.base import read_json
from portfolio_app.services.custom_fields import CustomFieldInfo, custom_fields, read_values
from portfolio_app.services.export_sheets import CLIENTS, COMPUTED, CONSENTS, CONTACTS, RECORDS, Sheet
from portfolio_app.services.privacy_people import Reach, reach
from portfolio_app.storage.book import Book

Row = tuple[int, int, list[Any]]
CUSTOM_KEY = "custom."
_OWN_KINDS: Mapping[str, CellKind] = {"number": "number", "date": "date"}


@dataclass(frozen=True)
class Column:
    """A column of a sheet of records. `field`: what of the record may be edited there, "" for nothing.

    `prefix`: of the words that codes become, None for a column without codes.
    """

    key: str
    title: str
    kind: CellKind
    width: float
    field: str = ""
    prefix: str | None = None

    @property
    def spec(self) -> ColumnSpec:
        """The column as it is written."""
        return ColumnSpec(self.title, self.kind, self.width)


@dataclass(frozen=True)
class Reader:
    """Reads a book's records for the sheets of a workbook.

    `computed`: the cells of the computed columns by client, `told`: what was said about being reached; without them
    these columns stay empty.
    """

    book: Book
    words: Words
    client_ids: Sequence[int] | None = None
    computed: Mapping[int, Sequence[Any]] = field(default_factory=dict)
    told: Mapping[int, Reach] = field(default_factory=dict)
    customs: Sequence[CustomFieldInfo] = ()

    def columns(self, sheet: Sheet) -> list[Column]:
        """The columns of a sheet, those of the book's own fields and the consents included."""
        found = [self._column(sheet, *column) for column in sheet.columns]
        if sheet is CLIENTS:
            found += [
                Column(
                    CUSTOM_KEY + custom.code,
                    own_title(custom.name, self.words["own_field"]),
                    _OWN_KINDS.get(custom.type, "text"),
                    18.0,
                    CUSTOM_KEY + custom.code,
                )
                for custom in self.customs
            ]
            found += [self._column(sheet, key, "text", 16.0) for key in CONSENTS]
        return found

    def _column(self, sheet: Sheet, key: str, kind: str, width: float) -> Column:
        prefix = sheet.coded.get(key)
        editable = sheet.fields.get(key, "")
        return Column(key, self.words[key], kind, width, editable, prefix)  # type: ignore[arg-type]

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """The records of a sheet, in its order."""
        if sheet is CLIENTS:
            return self._clients()
        if sheet is CONTACTS:
            return self._contacts()
        return self._plain(sheet)

    def _plain(self, sheet: Sheet) -> Iterator[Row]:
        read = [
            _reading(kind, sheet.coded.get(key), self.words) if kind == "date" or key in sheet.coded else None
            for key, kind, _ in sheet.columns
        ]
        with self.book.read() as connection:
            for record_id, client_id, *values in connection.exec_driver_sql(*sheet.sql_for(self.client_ids)):
                yield (
                    record_id,
                    client_id,
                    [
                        None if v is None or v == "" else v if r is None else r(v)
                        for v, r in zip(values, read, strict=True)
                    ],
                )

    def _contacts(self) -> Iterator[Row]:
        with self.book.read() as connection:
            for contact_id, client_id, *cells in connection.exec_driver_sql(
                *CONTACTS.sql_for(self.client_ids)
            ):
                known = self.told.get(client_id, Reach(client_id))
                refused = known.contacts_refused.get(contact_id, frozenset())
                granted = known.contacts_granted.get(contact_id, frozenset())
                answers = _answers(refused, granted, self.words)
                yield contact_id, client_id, [*(cell or None for cell in cells), *answers]

    def _clients(self) -> Iterator[Row]:
        stored = [
            _reading(kind, CLIENTS.coded.get(key), self.words)
            for key, kind, _ in CLIENTS.columns
            if key not in COMPUTED
        ]
        first = next(place for place, column in enumerate(CLIENTS.columns) if column[0] in COMPUTED)
        nothing = (None,) * len(COMPUTED)
        with self.book.read() as connection:
            for client_id, _, *values, own in connection.exec_driver_sql(*CLIENTS.sql_for(self.client_ids)):
                known = self.told.get(client_id, Reach(client_id))
                cells = [
                    None if value is None or value == "" else read(value)
                    for value, read in zip(values, stored, strict=True)
                ]
                yield (
                    client_id,
                    client_id,
                    [
                        *cells[:first],
                        *self.computed.get(client_id, nothing),
                        *cells[first:],
                        *self._own(own),
                        *_answers(known.refused, known.granted, self.words),
                    ],
                )

    def _own(self, stored: str) -> list[Any]:
        """A client's values in the book's own fields; yes and no as words."""
        if stored == "{}":
            return [None] * len(self.customs)
        values = read_values(self.customs, read_json(stored)).values()
        return [
            self.words["yes" if value else "no"] if isinstance(value, bool) else value for value in values
        ]


def reader(book: Book, words: Words, client_ids: Sequence[int] | None = None) -> Reader:
    """A reader of what is stored, without what is worked out from it."""
    return Reader(book, words, client_ids, customs=custom_fields(book))


def consents(book: Book) -> dict[int, Reach]:
    """What was said about being reached, by client; empty when nobody said anything."""
    with book.read() as connection:
        anything = connection.exec_driver_sql(
            "SELECT EXISTS(SELECT 1 FROM consent) OR EXISTS(SELECT 1 FROM suppression)"
        ).scalar_one()
        if not anything:
            return {}
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM client")]
    return reach(book, ids)


def sheet_of(code: str) -> Sheet | None:
    """The sheet of records with that code."""
    return next((sheet for sheet in RECORDS if sheet.key == code), None)


def tags_text(tags: Sequence[str]) -> str:
    """Tags as one cell holds them."""
    return ", ".join(tags)


def _reading(kind: str, prefix: str | None, words: Words) -> Any:
    if kind == "date":
        return date.fromisoformat
    return _as_is if prefix is None else partial(words.value, prefix=prefix)


def _as_is(value: Any) -> Any:
    return value


def _answers(refused: Set[str], granted: Set[str], words: Words) -> list[str | None]:
    """The cells of the two consent columns."""
    return [
        words["refused"] if channel in refused else words["granted"] if channel in granted else None
        for channel in ("email", "phone")
    ]
