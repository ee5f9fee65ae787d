"""Taking changes back, doing them again, and the list of what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean, Column, Date, select
from sqlalchemy.orm import Session

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.base import Base, Instant, Money, Quantity, read_json
from portfolio_app.models.entities import CustomField, Setting
from portfolio_app.models.enums import CustomFieldType
from portfolio_app.models.money import from_thousandths
from portfolio_app.services.changes import Changes, KeptRow, StepInfo, TakenBack
from portfolio_app.services.custom_fields import definitions, read_value
from portfolio_app.services.search import matching_clients
from portfolio_app.services.segment_store import catalogue
from portfolio_app.storage import journal, journal_reading
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal_names import RecordName
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column as IndicatorColumn

__all__ = [
    "Details",
    "FieldChange",
    "HistoryLimit",
    "KeptRow",
    "Outline",
    "RecordName",
    "RowDetail",
    "StepInfo",
    "TakenBack",
    "details",
    "history_limit",
    "outline",
    "prune",
    "redo",
    "set_history_limit",
    "steps",
    "steps_by_id",
    "take_back",
    "undo",
]

LIMIT_KEY = "history_limit"
MIN_DAYS, MAX_DAYS = 7, 3_650
MIN_MEGABYTES, MAX_MEGABYTES = 5, 2_000
_MEGABYTE = 1_000_000
_TOLD_SETTINGS = frozenset(
    {
        "currency", LIMIT_KEY, "prospect_retention_months", "controller", "segmentation", "cost_per_hour",
        "cost_per_visit", "cost_per_km", "cost_per_order", "cost_fixed_month", "agenda", "analysis",
    }
)  # fmt: skip
"""The settings a user chose. What the program keeps beside them, secret keys among it, is not told."""
_UNTOLD = frozenset({"id", "sort_name", "created_at", "updated_at", "time_zone", "hash", "about", "uid"})
"""Columns that say nothing to the user."""


@dataclass(frozen=True)
class HistoryLimit:
    """How long the history is kept, and how large it may grow; the newest action is always kept."""

    days: int = 365
    megabytes: int = 200


@dataclass(frozen=True)
class Outline:
    """The whole list in brief: the id and the local day of each step, newest first.

    `since` is the day of the oldest step still known; `is_cut` says that older ones were forgotten, `total` how
    many there are when nothing is looked for.
    """

    steps: list[tuple[int, date]]
    total: int
    since: date | None
    is_cut: bool
    limit: HistoryLimit


@dataclass(frozen=True)
class FieldChange:
    """One field before and after a step, as Python values.

    `type`: "text", "date", "instant", "money" (units), "quantity", "number", "yes_no", "list", "rule" or
    "segmentation" (a code); links to other records are told by name, as "text". None: there was, or is, no value.
    `label`: what the user calls the field, of one that they added.
    """

    name: str
    type: str
    before: Any
    after: Any
    label: str = ""


@dataclass(frozen=True)
class RowDetail:
    """What a step did to one record: `op` is "created", "changed" or "deleted".

    `is_erased`: the book was made to forget what was in it.
    """

    kind: str
    id: int
    op: str
    name: RecordName
    fields: list[FieldChange] = field(default_factory=list)
    is_erased: bool = False
    client_exists: bool = False


@dataclass(frozen=True)
class Details:
    """A step and some of the records it touched; `total` is how many there are in all.

    `catalogue`: what the rules among them may ask for.
    """

    step: StepInfo | None
    rows: list[RowDetail]
    total: int
    catalogue: dict[str, IndicatorColumn]


def undo(book: Book) -> Changes:
    """Take back the newest action, whatever it was, also one of an earlier day.

    Raises `NothingToUndoError`: "nothing_to_undo", or "step_final" when the newest was made to last.
    """
    return book.undo()


def redo(book: Book) -> Changes:
    """Do again what was undone last. Raises `NothingToUndoError`."""
    return book.redo()


def take_back(book: Book, step_id: int) -> TakenBack:
    """Take back one action, also an old one. What was changed since is kept, and listed with the reason.

    It is an action itself, so undo brings back what it took. Raises `NothingToUndoError` for one that is not in
    the history, was taken back already, or cannot be.
    """
    return book.take_back(step_id)


def steps(book: Book, limit: int = 200, before: int | None = None) -> list[StepInfo]:
    """The actions of this book, newest first; those before the step `before`, to go on reading."""
    with book.read() as connection:
        return journal_reading.history(connection, limit, before)


def steps_by_id(book: Book, ids: Sequence[int]) -> dict[int, StepInfo]:
    """Those steps; the ones forgotten meanwhile are left out."""
    with book.read() as connection:
        return journal_reading.steps(connection, ids)


def outline(book: Book, text: str = "", labels: Sequence[str] = ()) -> Outline:
    """The list in brief: all of it, or what has to do with `text`.

    That is steps of one of these `labels`, those about clients found by `text`, and those by a user so named.
    """
    words = text.strip()
    clients = matching_clients(book, words) if words else []
    with book.read() as connection:
        days = dict(journal_reading.days(connection))
        wanted = list(days)
        if words:
            wanted = journal_reading.matching(connection, labels, clients, fold(words))
        since, is_cut = journal_reading.reaches_back(connection)
    return Outline(
        steps=[(step_id, _local_day(days[step_id])) for step_id in wanted],
        total=len(days),
        since=_local_day(since) if since else None,
        is_cut=is_cut,
        limit=history_limit(book),
    )


def details(book: Book, step_id: int, limit: int = 200, offset: int = 0) -> Details:
    """What a step did, record by record, field by field."""
    with book.read() as connection:
        step = journal_reading.steps(connection, [step_id]).get(step_id)
        rows = journal_reading.details(connection, step_id, limit, offset)
        links = journal_reading.link_names(connection, rows)
        clients = {row.name.client_id for row in rows} - {None}
        there = journal_reading.existing(connection, "client", clients)
        with Session(connection) as session:
            customs = {custom.code: custom for custom in definitions(session)}
    return Details(
        step,
        [
            RowDetail(
                row.kind,
                row.id,
                row.op,
                row.name,
                _told(row, links, customs),
                row.is_erased,
                row.name.client_id in there,
            )
            for row in rows
        ],
        sum(step.counts.values()) if step else 0,
        catalogue(book),
    )


def history_limit(book: Book) -> HistoryLimit:
    """How long the history of this book is kept."""
    with book.read_session() as session:
        setting = session.scalars(select(Setting).where(Setting.key == LIMIT_KEY)).first()
        if setting is None or not isinstance(setting.value, dict):
            return HistoryLimit()
        return HistoryLimit(
            int(setting.value.get("days", HistoryLimit.days)),
            int(setting.value.get("megabytes", HistoryLimit.megabytes)),
        )


def set_history_limit(book: Book, days: int, megabytes: int) -> Changes:
    """Keep the history so many days, and no larger than that. What is beyond is forgotten at the next closing.

    Raises `InvalidValueError` "out_of_range".
    """
    for name, value, low, high in (
        ("history_days", days, MIN_DAYS, MAX_DAYS),
        ("history_megabytes", megabytes, MIN_MEGABYTES, MAX_MEGABYTES),
    ):
        if not low <= value <= high:
            raise InvalidValueError("out_of_range", field=name, value=value, allowed=f"{low}–{high}")
    chosen = {"days": days, "megabytes": megabytes}
    with book.step("update_setting", key=LIMIT_KEY) as step:
        setting = step.session.scalars(select(Setting).where(Setting.key == LIMIT_KEY)).first()
        if setting is None:
            step.session.add(Setting(key=LIMIT_KEY, value=chosen))
        else:
            setting.value = chosen
    return step.changes


def prune(book: Book) -> int:
    """Forget what is beyond the limit, never the newest action; returns how many steps. Raises `BookWriteError`."""
    limit = history_limit(book)
    bounds = (book.clock(), limit.days, limit.megabytes * _MEGABYTE)
    with book.read() as connection:
        if not journal.prunable(connection, *bounds):
            return 0
    with book.maintain() as connection:
        return journal.prune(connection, *bounds).steps


def _local_day(at: datetime) -> date:
    return at.astimezone().date()


def _told(
    row: journal_reading.RowChange, links: journal_reading.Links, customs: Mapping[str, CustomField]
) -> list[FieldChange]:
    if row.kind == "setting" and row.name.code not in _TOLD_SETTINGS:
        return []
    columns = Base.metadata.tables[row.kind].columns
    told = []
    for name, before, after in row.fields:
        if name in _UNTOLD or name not in columns or (name == "client_id" and row.op != "changed"):
            continue
        if row.kind == "client" and name == "custom":
            told += _own_fields(before, after, customs)
            continue
        kind, old, new = _values(columns[name], before, after, links)
        if row.name.code == "segmentation" and name == "value":
            kind = "segmentation"
        is_empty = old in (None, "", []) and new in (None, "", [])
        if not is_empty:
            told.append(FieldChange(name, kind, old, new))
    return told


def _own_fields(before: Any, after: Any, customs: Mapping[str, CustomField]) -> list[FieldChange]:
    """What changed in the fields that the user added, one by one; one that is gone goes by its code."""
    old, new = (
        loaded if isinstance(loaded := read_json(side or "{}"), dict) else {} for side in (before, after)
    )
    codes = sorted(
        old.keys() | new.keys(), key=lambda code: list(customs).index(code) if code in customs else -1
    )
    told = []
    for code in codes:
        if old.get(code) == new.get(code):
            continue
        custom = customs.get(code)
        kind = custom.type if custom is not None else _type_of(old.get(code, new.get(code)))
        was, now = (read_value(kind, side.get(code)) for side in (old, new))
        shown = "text" if kind == CustomFieldType.CHOICE else kind
        label = code if custom is None else custom.name
        told.append(FieldChange(CUSTOM + code, shown, was, now, label))
    return told


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return CustomFieldType.YES_NO
    return CustomFieldType.NUMBER if isinstance(value, int | float) else CustomFieldType.TEXT


def _values(
    column: Column[Any], before: Any, after: Any, links: journal_reading.Links
) -> tuple[str, Any, Any]:
    kind, read = _reader(column, links)
    if kind == "plain":
        kind = "text" if isinstance(before or after, str) else "number"
    return kind, None if before is None else read(before), None if after is None else read(after)


def _reader(column: Column[Any], links: journal_reading.Links) -> tuple[str, Callable[[Any], Any]]:
    """The type told to the interface, and how to make its value from the stored one."""
    if column.foreign_keys:
        table = next(iter(column.foreign_keys)).column.table.name
        return "text", lambda stored: links.get((table, stored), f"({stored})")
    if isinstance(column.type, Date):
        return "date", date.fromisoformat
    if isinstance(column.type, Instant):
        return "instant", datetime.fromisoformat
    if isinstance(column.type, Quantity):
        return "quantity", from_thousandths
    if isinstance(column.type, Money):
        return "money", int
    if isinstance(column.type, Boolean):
        return "yes_no", bool
    if isinstance(column.type, JSON):
        return "list" if column.name in ("tags", "choices") else "rule", read_json
    return "plain", lambda stored: stored
