"""Comparing one sheet of a workbook that came back with the book's records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from zlib import crc32

from portfolio_app.errors import InvalidValueError, OperationCancelled, PortfolioError
from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_text
from portfolio_app.exchange.dates import DateOrder
from portfolio_app.exchange.refusals import SENTENCES
from portfolio_app.exchange.workbook_checks import check_of, former
from portfolio_app.exchange.workbook_reading import EditedRow, EditedSheet
from portfolio_app.services import fields as declared
from portfolio_app.services.export_rows import Column, Reader
from portfolio_app.services.export_sheets import (
    CLIENTS,
    CONTACT,
    CONTACTS,
    DEALS,
    FOLLOW_UPS,
    INTERACTIONS,
    KEY_DATES,
    PLANS,
    SALES,
    SURVEYS,
    Sheet,
)
from portfolio_app.services.fields import FieldSpec, custom_spec
from portfolio_app.services.records import in_parts
from portfolio_app.services.round_trip_items import DiffItem, FieldChange, Kind, RefusedCell, WorkbookDiff
from portfolio_app.services.round_trip_values import CellReader, cell_value, told
from portfolio_app.storage.book import Book
from portfolio_app.storage.stopping import check
from portfolio_app.storage.text import fold

_SPECS: dict[str, dict[str, FieldSpec]] = {
    CLIENTS.key: declared.CLIENT_FIELDS,
    CONTACTS.key: declared.CONTACT_FIELDS,
    SALES.key: declared.SALE_FIELDS,
    INTERACTIONS.key: declared.INTERACTION_FIELDS,
    FOLLOW_UPS.key: {
        **declared.FOLLOW_UP_FIELDS,
        "status": FieldSpec(
            "status", "choice", required=True, choices=("open", "waiting", "done", "dropped")
        ),
    },
    DEALS.key: declared.DEAL_FIELDS,
    SURVEYS.key: declared.SURVEY_FIELDS,
    KEY_DATES.key: declared.KEY_DATE_FIELDS,
    PLANS.key: {},
}
_NAMED = {
    CLIENTS.key: ("client",),
    CONTACTS.key: ("full_name", "first_name", "last_name", "email"),
    SALES.key: ("date", "product", "amount"),
    INTERACTIONS.key: ("date", "kind", "subject"),
    FOLLOW_UPS.key: ("due_on", "title"),
    DEALS.key: ("deal",),
    SURVEYS.key: ("date", "survey"),
    KEY_DATES.key: ("key_date", "label", "date"),
    PLANS.key: ("plan",),
}
"""What a record is called, by the columns that say it."""
_PARTS = {CONTACTS.key: 1}
"""How many of them are enough."""
_CHUNK = 500
_LONG = 32_000
_SHOWN = 80
_REFUSED = object()

Cells = Sequence[Any]


@dataclass
class Findings:
    """What was found so far, over all sheets. `new_clients`: items that add a client, by reference and folded name.

    `renamed`: clients by their folded new name.
    """

    changed: list[DiffItem] = field(default_factory=list)
    added: list[DiffItem] = field(default_factory=list)
    removed: list[DiffItem] = field(default_factory=list)
    refused: list[RefusedCell] = field(default_factory=list)
    untouched: int = 0
    new_clients: dict[str, int] = field(default_factory=dict)
    renamed: dict[str, int] = field(default_factory=dict)
    number: int = 0

    def add(self, kind: Kind, item: DiffItem) -> DiffItem:
        """Note an item under the next number."""
        self.number += 1
        item = replace(item, number=self.number, kind=kind)
        {"changed": self.changed, "added": self.added, "removed": self.removed}[kind].append(item)
        return item

    def items(self) -> list[DiffItem]:
        """What could be taken over, as it would be."""
        return sorted([*self.changed, *self.added], key=lambda item: item.number)

    def drop(self, refused: Iterable[tuple[DiffItem, PortfolioError]]) -> None:
        """Take out items that the book refuses, saying why."""
        gone = set()
        for item, error in refused:
            gone.add(item.number)
            self.refused.append(refusal(item.sheet, item.title, item.line, "", item.name, error))
        self.changed = [item for item in self.changed if item.number not in gone]
        self.added = [item for item in self.added if item.number not in gone]

    def diff(
        self, base: WorkbookDiff, missing: tuple[str, ...], unknown: tuple[tuple[str, str], ...], step: int
    ) -> WorkbookDiff:
        """All of it, numbered in the order in which it is shown."""
        return replace(
            base,
            changed=self.changed,
            added=self.added,
            removed=self.removed,
            refused=self.refused,
            untouched=self.untouched,
            missing_sheets=missing,
            unknown_columns=unknown,
            book_step=step,
            is_other_book=False,
        )


class SheetComparison:
    """One sheet of records: what was edited, against what the book holds now."""

    def __init__(
        self,
        book: Book,
        reading: Reader,
        sheet: Sheet,
        edited: EditedSheet,
        order: DateOrder,
        step: int,
        findings: Findings,
    ) -> None:
        self._book, self._reading, self._sheet, self._edited = book, reading, sheet, edited
        self._words, self._step, self._findings = reading.words, step, findings
        specs = dict(_SPECS[sheet.key])
        if sheet is CLIENTS:
            specs |= {spec.name: spec for spec in map(custom_spec, reading.customs)}
        self._specs = specs
        self._cells = CellReader(specs, reading.words, order)
        by_key = {column.key: column for column in reading.columns(sheet)}
        self._current = list(by_key.values())
        self._forms = [former(column.kind, self._words["cut_mark"]) for column in self._current]
        # As exported; a field of the book's own may be gone since.
        self._columns = [by_key.get(column.key) for column in edited.known.columns]
        self._place = {column.key: place for place, column in enumerate(self._current)}
        self._people: dict[int, dict[str, list[int]]] = {}

    def run(self, cancelled: Callable[[], bool] | None = None) -> None:
        """Compare, adding to the findings. Raises `OperationCancelled`."""
        edited, findings = self._edited, self._findings
        if edited.problem:
            self._refuse(None, "", "", InvalidValueError(edited.problem, sheet=edited.title))
            if edited.problem == "no_numbers":
                return
        for copy in edited.copies:
            self._refuse(None, "", "", InvalidValueError("copied_sheet", sheet=copy))
        findings.untouched += len(edited.untouched)
        rows = {row.record_id: row for row in edited.edited if row.record_id is not None}
        inserted = [row for row in edited.edited if row.record_id is None]
        met: list[tuple[EditedRow, int, Cells]] = []
        gone: list[tuple[int, Cells]] = []
        strangers: dict[Any, list[Cells]] = {}
        # Nothing else can be asked of the book while its records are being read.
        for count, (record_id, client_id, cells) in enumerate(self._reading.rows(self._sheet)):
            if count % _CHUNK == 0 and cancelled is not None and cancelled():
                raise OperationCancelled
            row = rows.pop(record_id, None)
            if row is not None:
                met.append((row, client_id, cells))
            elif record_id in edited.untouched:
                continue
            elif record_id in edited.known.records:
                gone.append((record_id, cells))
            elif inserted:
                key = fold(cells[self._place["client"]]) if self._sheet is CLIENTS else client_id
                strangers.setdefault(key, []).append(cells)
        for known, whose, held in met:
            check(cancelled)
            self._compare(known, whose, held)
        for row in rows.values():
            if row.then != row.now:
                self._refuse(row, "", "", InvalidValueError("record_gone"))
        for row in inserted:
            check(cancelled)
            self._added(row, strangers)
        if not edited.problem:
            self._removed(gone)

    def _compare(self, row: EditedRow, client_id: int, cells: Cells) -> None:
        """A row whose record is in the book."""
        changes: list[FieldChange] = []
        values: dict[str, Any] = {}
        refused = len(self._findings.refused)
        is_as_exported = self._is_as_exported(row, cells)
        for place, column in enumerate(self._columns):
            form = row.forms[place]
            if column is None or form is None:
                continue
            then = None if row.then is None else row.then.cells[place]
            own = self._place[column.key]
            held = self._forms[own](cells[own])
            # The fingerprint of a cell is short: another text may have the same. What is worked out is not at hand.
            if form == held or (mark_of(form) == then and not (is_as_exported and column.field)):
                continue
            if not column.field:
                self._worked_out(row, column, client_id, then)
                continue
            value = self._read(row, column, row.cells[place], client_id, held)
            if value is _REFUSED:
                continue
            shown, before = self._cells.shown(column, value), cell_value(column, cells[own])
            if shown != before:
                is_conflict = then is None or mark_of(held) != then
                changes.append(FieldChange(self._code(column), column.title, before, shown, is_conflict))
                self._put(values, column, value, client_id)
        if changes:
            if "name" in values:
                self._findings.renamed[fold(values["name"])] = client_id
            item = self._item(row, row.record_id, cells, changes, values)
            self._findings.add("changed", item)
        elif len(self._findings.refused) == refused:
            self._findings.untouched += 1

    def _is_as_exported(self, row: EditedRow, cells: Cells) -> bool:
        """Whether the book holds the record as it was exported; what is worked out is taken as the file has it."""
        if row.then is None:
            return False
        forms = []
        for column, form in zip(self._columns, row.forms, strict=True):
            if column is None or form is None:
                return False
            place = self._place[column.key]
            forms.append(self._forms[place](cells[place]) if column.field else form)
        return check_of(forms).row == row.then.row

    def _worked_out(self, row: EditedRow, column: Column, client_id: int, then: int | None) -> None:
        """An edit where nothing can be edited; the new name of a client put in everywhere is none."""
        text = self._at(row, column.key)
        if then is None or (column.key == "client" and self._findings.renamed.get(fold(text)) == client_id):
            return
        self._refuse(row, column.title, text, InvalidValueError("computed_column", field=column.title))

    def _added(self, row: EditedRow, strangers: dict[Any, list[Cells]]) -> None:
        """A row put in by hand, unless it was taken over before."""
        if self._sheet is PLANS:
            self._refuse(row, "", "", InvalidValueError("not_added", sheet=row.title))
            return
        client_id, item_number = self._whose(row)
        if self._sheet is not CLIENTS and client_id is None and item_number is None:
            self._refuse(row, "", self._at(row, "client"), InvalidValueError("whose_row"))
            return
        found = self._new_values(row, client_id)
        if found is None:
            return
        values, changes = found
        key = fold(values["name"]) if self._sheet is CLIENTS else client_id
        for cells in strangers.get(key, ()):
            if all(cell_value(self._current[p], cells[p]) == value for p, value in self._placed(changes)):
                strangers[key].remove(cells)
                self._findings.untouched += 1
                return
        if self._sheet is not CLIENTS:
            values |= {"client_id": client_id} if client_id is not None else {"client_item": item_number}
        shown: list[Any] = [None] * len(self._current)
        for place, value in self._placed(changes):
            shown[place] = value
        item = self._findings.add("added", self._item(row, None, shown, changes, values))
        if self._sheet is CLIENTS:
            for name in (values.get("reference"), fold(values["name"])):
                if name:
                    self._findings.new_clients.setdefault(name, item.number)

    def _placed(self, changes: Iterable[FieldChange]) -> Iterator[tuple[int, Any]]:
        """The values of a new record by the place of their column."""
        places = {self._code(column): place for place, column in enumerate(self._current) if column.field}
        return ((places[change.field], change.after) for change in changes)

    def _new_values(
        self, row: EditedRow, client_id: int | None
    ) -> tuple[dict[str, Any], list[FieldChange]] | None:
        """What a new record is to hold; None when a cell of it is refused."""
        values: dict[str, Any] = {}
        changes = []
        for column, cell in zip(self._columns, row.cells, strict=True):
            if column is None or not column.field or cell is None or not cell_text(cell).strip():
                continue
            value = self._read(row, column, cell, client_id)
            if value is _REFUSED:
                return None
            shown = self._cells.shown(column, value)
            changes.append(FieldChange(self._code(column), column.title, None, shown))
            self._put(values, column, value, client_id)
        for spec in self._specs.values():
            if spec.required and spec.type != "choice" and values.get(spec.name) in (None, ""):
                title = next((c.title for c in self._current if c.field == spec.name), spec.name)
                self._refuse(row, title, "", InvalidValueError("required", field=title))
                return None
        return values, changes

    def _whose(self, row: EditedRow) -> tuple[int | None, int | None]:
        """The client that a row put in by hand names: its id in the book, or the item that adds it."""
        if self._sheet is CLIENTS:
            return None, None
        reference, name = self._at(row, "reference"), fold(self._at(row, "client"))
        with self._book.read() as connection:
            for column, text in (("reference", reference), ("sort_name", name)):
                found = connection.exec_driver_sql(
                    f"SELECT id FROM client WHERE {column} = ? LIMIT 2", (text,)
                ).all()
                if text and len(found) == 1:
                    return int(found[0][0]), None
        if name in self._findings.renamed:
            return self._findings.renamed[name], None
        new = self._findings.new_clients
        return None, new.get(reference) or new.get(name)

    def _removed(self, gone: Sequence[tuple[int, Cells]]) -> None:
        """Records of the export whose rows are not there any more."""
        if self._sheet is PLANS:
            if gone:
                self._refuse(None, "", "", InvalidValueError("not_removed", sheet=self._edited.title))
            return
        touched = self._touched_since([record_id for record_id, _ in gone])
        for record_id, cells in gone:
            item = self._item(None, record_id, cells, (), {})
            self._findings.add("removed", replace(item, is_conflict=record_id in touched))

    def _touched_since(self, ids: Sequence[int]) -> set[int]:
        """Those of the records that were changed since the export, as far as the history tells."""
        found: set[int] = set()
        with self._book.read() as connection:
            for part in in_parts(ids):
                marks = ",".join("?" * len(part))
                rows = connection.exec_driver_sql(
                    "SELECT DISTINCT row_id FROM journal_change WHERE entity = ? AND step_id > ? "
                    f"AND row_id IN ({marks})",
                    (self._sheet.table, self._step, *part),
                )
                found.update(row[0] for row in rows)
        return found

    def _read(self, row: EditedRow, column: Column, cell: Cell, client_id: int | None, held: str = "") -> Any:
        """What an edited cell says, or `_REFUSED` once that is noted."""
        try:
            if len(held) > _LONG and held.endswith(self._words["cut_mark"]):
                raise InvalidValueError("was_cut", field=column.title)
            value = self._cells.read(column, cell)
            if column.field == CONTACT and value and self._person(client_id, value) is None:
                raise InvalidValueError("no_such_contact", value=value)
        except (CellError, InvalidValueError) as error:
            self._refuse(row, column.title, cell_text(cell), error)
            return _REFUSED
        return value

    def _put(self, values: dict[str, Any], column: Column, value: Any, client_id: int | None) -> None:
        if column.field == CONTACT:
            values["contact_id"] = self._person(client_id, value) if value else None
        else:
            values[column.field] = value

    def _person(self, client_id: int | None, name: str) -> int | None:
        """The client's contact of that name, when there is exactly one."""
        if client_id is None:
            return None
        if client_id not in self._people:
            known: dict[str, list[int]] = {}
            with self._book.read() as connection:
                for contact_id, full_name in connection.exec_driver_sql(
                    "SELECT id, full_name FROM contact WHERE client_id = ?", (client_id,)
                ):
                    known.setdefault(fold(full_name), []).append(contact_id)
            self._people[client_id] = known
        ids = self._people[client_id].get(fold(name), [])
        return ids[0] if len(ids) == 1 else None

    def _code(self, column: Column) -> str:
        return f"{self._sheet.table}.{column.field}"

    def _at(self, row: EditedRow, key: str) -> str:
        """The text of a row in the column with that key."""
        place = next(p for p, column in enumerate(self._edited.known.columns) if column.key == key)
        return clean_text(row.cells[place])

    def _item(
        self,
        row: EditedRow | None,
        record_id: int | None,
        cells: Cells,
        changes: Sequence[FieldChange],
        values: dict[str, Any],
    ) -> DiffItem:
        """An item without its number and kind. The cells of an added record are what a person reads."""
        parts = [
            told(
                cells[place] if record_id is None else cell_value(self._current[place], cells[place]),
                self._words,
            )
            for place in (self._place[key] for key in _NAMED[self._sheet.key])
        ]
        name = " · ".join([part for part in parts if part][: _PARTS.get(self._sheet.key, 3)])
        client = cells[self._place["client"]]
        if client is None and row is not None:
            client = self._at(row, "client")
        return DiffItem(
            number=0,
            sheet=self._sheet.key,
            title=self._edited.title if row is None else row.title,
            kind="changed",
            record_id=record_id,
            client=str(client or ""),
            name=name,
            fields=tuple(changes),
            line=0 if row is None else row.line,
            is_conflict=any(change.is_conflict for change in changes),
            values=values,
        )

    def _refuse(
        self, row: EditedRow | None, column: str, value: str, error: CellError | PortfolioError
    ) -> None:
        title, line = (self._edited.title, 0) if row is None else (row.title, row.line)
        self._findings.refused.append(refusal(self._sheet.key, title, line, column, value, error))


def refusal(
    sheet: str, title: str, line: int, column: str, value: str, error: CellError | PortfolioError
) -> RefusedCell:
    """An edit that cannot be taken over, with its sentence."""
    if isinstance(error, PortfolioError):
        return RefusedCell(sheet, title, line, column, value, error.code, error.params, str(error))
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    reason = SENTENCES[error.code].format(value=shown)
    return RefusedCell(sheet, title, line, column, value, error.code, {"value": shown}, reason)


def mark_of(form: str) -> int:
    """The fingerprint of one cell, as the check of a row holds it."""
    return crc32(form.encode()) & 0xFFFF
