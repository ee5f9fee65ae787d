"""Papers a person, or the authority, may ask for: all about one person, and the register of processing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import BookWriteError, InvalidValueError
from portfolio_app.models.money import from_thousandths, from_units
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import clean_text
from portfolio_app.services.privacy_lists import retention_months
from portfolio_app.services.privacy_people import Person, addresses, own_contacts
from portfolio_app.services.privacy_records import find_records, mentions_in
from portfolio_app.services.settings import get_setting
from portfolio_app.storage import client_json, forgetting, suppression
from portfolio_app.storage.book import Book

CONTROLLER_FIELDS = ("name", "siret", "address", "email", "phone", "dpo")
"""Who answers for the data: business name, number, postal address, contact, data protection officer if any."""
_CONTROLLER_SETTING = "controller"
_MAX_TEXT = 500
_INTERNAL = frozenset({"sort_name", "id", "client_id", "contact_id"})
_INTERACTION = (
    "kind",
    "direction",
    "on",
    "at",
    "minutes",
    "outcome",
    "subject",
    "body",
    "due_on",
    "resolved_on",
    "created_at",
)
_FOLLOW_UP = (
    "due_on", "due_time", "time_zone", "kind", "title", "notes", "reason", "about", "status", "done_on", "set_on",
    "repeat_every", "repeat_unit", "repeat_from", "repeat_until", "uid", "created_at",
)  # fmt: skip
_CONSENT = ("channel", "state", "on", "source", "proof", "created_at")
_SURVEY = ("kind", "score", "on", "comment", "created_at")
_OPPORTUNITY = ("kind", "about", "answer", "on", "created_at")
_MONEY = frozenset({"amount", "acquisition_cost", "discount"})
_DEAL = (
    "title",
    "status",
    "stage",
    "amount",
    "probability",
    "opened_on",
    "expected_on",
    "next_step",
    "next_step_on",
    "closed_on",
    "lost_reason",
    "notes",
    "created_at",
)
_KEY_DATE = ("kind", "label", "on", "yearly", "notice_days", "created_at")  # fmt: skip


def person_file(book: Book, person: Person) -> dict[str, Any]:
    """Everything the book holds about one person, ready for JSON: keys are English codes, days ISO texts.

    For a client that is a person, its contacts of another name are other persons and not in it.
    Raises `NotFoundError`, and `InvalidValueError` "not_a_person".
    """
    with book.read() as connection:
        found = find_records(connection, person)
        is_client = found.person.kind == "client"
        records = list(_records(connection, found.person))
        column = "client_id" if is_client else "contact_id"
        content: dict[str, Any] = {
            "format": "portfolio-person",
            "version": 1,
            "written_on": book.today().isoformat(),
            "name": found.name,
            "kind": found.person.kind,
            "records": records,
            "consents": _rows(connection, "consent", _CONSENT, column, found.person.id),
            "suppressions": _suppressions(connection, records),
            "interactions": _rows(connection, "interaction", _INTERACTION, column, found.person.id, "on"),
            "follow_ups": _rows(connection, "follow_up", _FOLLOW_UP, column, found.person.id, "due_on"),
            "survey_answers": _rows(connection, "survey_answer", _SURVEY, column, found.person.id, "on"),
            "key_dates": [
                row | {"yearly": bool(row["yearly"])}
                for row in _rows(connection, "key_date", _KEY_DATE, column, found.person.id, "on")
            ],
            "plans": _plans(connection, found.person.id) if is_client else [],
            "deals": _deals(connection, found.person.id) if is_client else [],
            "opportunities": _rows(
                connection, "opportunity_answer", _OPPORTUNITY, column, found.person.id, "on"
            )
            if is_client
            else [],
            "sales": _sales(connection, found.person.id) if is_client else [],
            "mentions": [
                {
                    "kind": one.kind,
                    "on": one.on.isoformat() if one.on else None,
                    "client": one.client_name,
                    "text": one.excerpt,
                }
                for one in mentions_in(connection, found)
            ],
            "history": _history(connection, forgetting.rows_of(connection, found.scope)),
        }
    if is_client:
        records[0] |= _derived(book, found.client_id)
    return content


def export_person(book: Book, person: Person, folder: Path, *, language: str) -> list[Path]:
    """Write everything about one person to `folder`, as JSON and as PDF, readable by this user alone.

    Never overwrites: a number is added to the name. Raises `NotFoundError`, `InvalidValueError`, `BookWriteError`.
    """
    from portfolio_app.exchange.person_file import free_paths, write_json, write_pdf

    content = person_file(book, person)
    if not folder.is_dir():
        raise BookWriteError("no_folder", path=str(folder))
    as_json, as_pdf = free_paths(folder, content["name"], book.today())
    try:
        write_json(as_json, content)
        write_pdf(as_pdf, content, language, book.clock())
    except OSError as error:
        as_json.unlink(missing_ok=True)
        raise BookWriteError("cannot_write", path=str(folder), detail=error.strerror or "") from error
    return [as_json, as_pdf]


def controller(book: Book) -> dict[str, str]:
    """Who answers for the data, by `CONTROLLER_FIELDS`; empty texts where nothing was said."""
    told = get_setting(book, _CONTROLLER_SETTING, {})
    return {name: str(told.get(name, "")) for name in CONTROLLER_FIELDS}


def set_controller(book: Book, values: Mapping[str, str]) -> Changes:
    """Say who answers for the data; fields not given stay. Raises `InvalidValueError`."""
    cleaned = _cleaned(values)
    known = controller(book)
    with book.step("update_setting", key=_CONTROLLER_SETTING) as step:
        if known | cleaned != known:
            suppression.save_setting(step.connection, _CONTROLLER_SETTING, known | cleaned)
    return step.changes


def register_of_processing(
    book: Book, path: Path, language: str, values: Mapping[str, str] | None = None
) -> Path:
    """Write the register of processing (GDPR art. 30) as PDF, filled with `values` over what `controller` says.

    It is a help, not legal advice. Never overwrites. Raises `BookWriteError`, `InvalidValueError`.
    """
    from portfolio_app.exchange.register import write_register

    told = controller(book) | _cleaned(values or {})
    target = path if path.suffix else path.with_suffix(".pdf")
    if target.exists():
        raise BookWriteError("exists", path=str(target))
    try:
        write_register(
            target,
            language,
            told,
            months=retention_months(book),
            is_protected=book.passphrase is not None,
            today=book.today(),
            now=book.clock(),
        )
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or "") from error
    return target


def _cleaned(values: Mapping[str, str]) -> dict[str, str]:
    cleaned = {}
    for name, value in values.items():
        if name not in CONTROLLER_FIELDS:
            raise InvalidValueError("unknown_field", field=name)
        cleaned[name] = clean_text(value, multiline=name == "address")
        if len(cleaned[name]) > _MAX_TEXT:
            raise InvalidValueError(
                "out_of_range", field=name, value=value[:40] + "…", allowed=f"≤ {_MAX_TEXT}"
            )
    return cleaned


def _records(connection: Connection, person: Person) -> Iterator[dict[str, Any]]:
    """The person's own rows: the contact, or the client with the contacts that are it."""
    if person.kind == "contact":
        row = connection.exec_driver_sql("SELECT * FROM contact WHERE id = ?", (person.id,)).mappings().one()
        client = connection.exec_driver_sql(
            "SELECT name FROM client WHERE id = ?", (row["client_id"],)
        ).scalar_one()
        yield {"record": "contact", "client": client, **_shown(dict(row))}
        return
    row = connection.exec_driver_sql("SELECT * FROM client WHERE id = ?", (person.id,)).mappings().one()
    yield {
        "record": "client",
        **_shown(dict(row)),
        "tags": client_json.texts_of(row["tags"]),
        "acquisition_cost": _money(row["acquisition_cost"]),
        "custom": _named(client_json.read(row["custom"], dict), _own_names(connection)),
    }
    for contact in own_contacts(connection, person.id):
        contact.pop("client_name")
        yield {"record": "contact", **_shown(contact)}


def _own_names(connection: Connection) -> dict[str, str]:
    """What the fields are called that the user added, by code."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT code, name FROM custom_field")}


def _named(custom: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """The values of the book's own fields under their names; of a field that is gone under its code."""
    held = custom if isinstance(custom, dict) else {}
    return {names.get(code, code): value for code, value in held.items()}


def _money(units: int | None) -> str | None:
    return None if units is None else f"{from_units(units):f}"


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _INTERNAL}


def _rows(
    connection: Connection, table: str, columns: tuple[str, ...], column: str, row_id: int, order: str = "id"
) -> list[dict[str, Any]]:
    names = ", ".join(f'"{name}"' for name in columns)
    rows = connection.exec_driver_sql(
        f'SELECT {names} FROM {table} WHERE {column} = ? ORDER BY "{order}", id', (row_id,)
    )
    return [dict(row) for row in rows.mappings()]


def _suppressions(connection: Connection, records: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    known = suppression.load(connection)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        for kind, text in addresses(record):
            for value in suppression.normal(kind, text):
                for code in known.hashes(value):
                    if entry := known.entries.get((kind, code)):
                        found[kind, value] = {
                            "channel": kind,
                            "value": value,
                            "reason": entry[0],
                            "on": entry[1],
                        }
    return list(found.values())


def _sales(connection: Connection, client_id: int) -> list[dict[str, Any]]:
    rows = connection.exec_driver_sql(
        "SELECT s.date, s.order_reference, p.name, s.quantity, s.amount, s.discount, s.due_on, s.paid_on "
        "FROM sale s "
        "LEFT JOIN product p ON p.id = s.product_id WHERE s.client_id = ? ORDER BY s.date, s.id",
        (client_id,),
    )
    return [
        {
            "date": day,
            "order_reference": reference,
            "product": product or "",
            "quantity": None if quantity is None else f"{from_thousandths(quantity):f}",
            "amount": _money(amount),
            "discount": _money(discount),
            "due_on": due_on,
            "paid_on": paid_on,
        }
        for day, reference, product, quantity, amount, discount, due_on, paid_on in rows
    ]


def _deals(connection: Connection, client_id: int) -> list[dict[str, Any]]:
    rows = _rows(connection, "deal", _DEAL, "client_id", client_id, "opened_on")
    return [row | {"amount": _money(row["amount"])} for row in rows]


def _plans(connection: Connection, client_id: int) -> list[dict[str, Any]]:
    """The plans the client is or was in, and the step it stands at."""
    rows = connection.exec_driver_sql(
        "SELECT p.name AS plan, coalesce(s.title, '') AS step, e.started_on, e.ended_on, e.end_reason, e.created_at "
        "FROM enrolment e JOIN plan p ON p.id = e.plan_id LEFT JOIN plan_step s ON s.id = e.step_id "
        "WHERE e.client_id = ? ORDER BY e.started_on, e.id",
        (client_id,),
    )
    return [dict(row) for row in rows.mappings()]


_CHANGES = {"I": "created", "U": "changed", "D": "deleted"}


def _history(connection: Connection, rows: Mapping[str, set[int]]) -> list[dict[str, Any]]:
    """What the journal still holds of these rows, oldest first."""
    found: list[tuple[int, dict[str, Any]]] = []
    own_names = _own_names(connection)
    for table, ids in rows.items():
        changes = connection.exec_driver_sql(
            "SELECT c.seq, c.row_id, s.at, s.label, c.op, c.data FROM journal_change c "
            "JOIN journal_step s ON s.id = c.step_id "
            "WHERE c.entity = ? AND c.row_id IN (SELECT value FROM json_each(?))",
            (table, json.dumps(sorted(ids))),
        )
        created = _consents_as_created(connection, ids) if table == "consent" else {}
        for seq, row_id, at, label, op, data in changes:
            fields = _fields(op, json.loads(data)) if data else {}
            for name in _MONEY & fields.keys():
                fields[name] = [_money(side) for side in fields[name]]
            if "custom" in fields:
                before, after = fields.pop("custom")
                fields |= _own_changes(before, after, own_names)
            if op == "I":
                fields = created.get(row_id, fields)
            entry = {"at": at, "action": label, "record": table, "change": _CHANGES[op], "fields": fields}
            found.append((seq, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _consents_as_created(connection: Connection, ids: set[int]) -> dict[int, dict[str, list[Any]]]:
    """What these answers said when they were noted: of a new row the journal keeps only that it was made."""
    listed = json.dumps(sorted(ids))
    found: dict[int, dict[str, Any]] = {
        row["id"]: dict(row)
        for row in connection.exec_driver_sql(
            "SELECT * FROM consent WHERE id IN (SELECT value FROM json_each(?))", (listed,)
        ).mappings()
    }
    for row_id, op, data in connection.exec_driver_sql(
        "SELECT row_id, op, data FROM journal_change WHERE entity = 'consent' AND data IS NOT NULL "
        "AND row_id IN (SELECT value FROM json_each(?)) ORDER BY seq DESC",
        (listed,),
    ):
        image = json.loads(data)
        before = image if op == "D" else {name: pair[0] for name, pair in image.items()}
        found[row_id] = found.get(row_id, {}) | before
    return {
        row_id: {name: [None, values[name]] for name in ("channel", "state", "source") if values.get(name)}
        for row_id, values in found.items()
    }


def _fields(op: str, data: dict[str, Any]) -> dict[str, list[Any]]:
    """The changed fields as [before, after]."""
    pairs = (
        data
        if op == "U"
        else {name: [value, None] for name, value in data.items() if value not in ("", None)}
    )
    return {name: list(pair) for name, pair in pairs.items() if name not in _INTERNAL}


def _own_changes(before: str | None, after: str | None, names: Mapping[str, str]) -> dict[str, list[Any]]:
    """The changes in the book's own fields as [before, after], by name."""
    old, new = (_named(client_json.read(side or "{}", dict), names) for side in (before, after))
    return {name: [old.get(name), new.get(name)] for name in old | new if old.get(name) != new.get(name)}


def _derived(book: Book, client_id: int) -> dict[str, Any]:
    """What the program concludes about a client: that too is about the person."""
    from portfolio_app.services.client_views import client_detail
    from portfolio_app.services.portfolio import segments

    detail = client_detail(book, client_id, book.today())
    names = {segment.code: segment.name for segment in segments(book)}
    return {
        "segment": names.get(detail.segment) or detail.segment,
        "abc": str(detail.metrics["abc_rank"] or ""),
    }
