"""The fields of clients that the user added: what is asked of every client, and the clients' values.

A field's `code` names its values and never changes; its name may. Values stand in the client's record
(`Client.custom`) as text, a number, an ISO date, one of the choices, or true and false.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import ClientGroup, CustomField, Segment
from portfolio_app.models.enums import CustomFieldType
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import CustomDefinition, FieldSpec, clean, clean_text, custom_spec
from portfolio_app.services.records import get
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

MAX_CHOICES = 200
_CODE_LENGTH = 40
_SPEC = {
    "name": FieldSpec("name", required=True),
    "type": FieldSpec("type", "choice", required=True, choices=tuple(kind.value for kind in CustomFieldType)),
}


@dataclass(frozen=True)
class CustomFieldInfo:
    """A field the user added; `used`: how many clients have a value in it."""

    id: int
    code: str
    name: str
    type: str
    choices: tuple[str, ...]
    used: int


def custom_fields(book: Book) -> list[CustomFieldInfo]:
    """The book's own fields, in their order."""
    with book.read_session() as session:
        fields = session.scalars(select(CustomField).order_by(CustomField.position, CustomField.id)).all()
        used = _used(session.connection()) if fields else {}
        return [
            CustomFieldInfo(
                field.id, field.code, field.name, field.type, tuple(field.choices), used.get(field.code, 0)
            )
            for field in fields
        ]


def custom_specs(book: Book) -> dict[str, FieldSpec]:
    """The book's own fields as forms need them, by "custom.<code>", in their order."""
    with book.read_session() as session:
        specs = (custom_spec(field) for field in definitions(session))
        return {spec.name: spec for spec in specs}


def create_custom_field(book: Book, name: str, type: str, choices: Sequence[str] = ()) -> Changes:
    """Add a field to every client, at the end. `changes.created["custom_field"]` holds its id.

    Raises `InvalidValueError`: also when another field has that name, or a "choice" has nothing to choose.
    """
    cleaned = clean({"name": name, "type": type}, _SPEC)
    options = _clean_choices(choices, cleaned["type"])
    with book.step("create_custom_field", name=cleaned["name"]) as step:
        _check_name(step.session, cleaned["name"])
        last = step.session.scalar(select(func.max(CustomField.position)))
        field = CustomField(
            code=_new_code(step.session, cleaned["name"]),
            choices=options,
            position=0 if last is None else last + 1,
            **cleaned,
        )
        step.session.add(field)
    return step.changes


def update_custom_field(
    book: Book,
    field_id: int,
    *,
    name: str | None = None,
    choices: Sequence[str] | None = None,
    renamed: Mapping[str, str] | None = None,
    position: int | None = None,
) -> Changes:
    """Change a field's name, its choices, or its place among the others (0: first).

    `renamed` says which choice took another name (old → new), so that the clients' values and the rules of
    segments and groups follow, all at once: two choices may change names with each other.
    Raises `NotFoundError`, and `InvalidValueError`: "choice_in_use" when a choice that goes is some client's.
    """
    cleaned = {} if name is None else clean({"name": name}, _SPEC)
    with book.step("update_custom_field") as step:
        field = get(step.session, CustomField, field_id)
        if cleaned:
            _check_name(step.session, cleaned["name"], field_id)
            field.name = cleaned["name"]
        if choices is not None:
            options = _clean_choices(choices, field.type)
            _rename(step.session, field.code, {old: clean_text(new) for old, new in (renamed or {}).items()})
            _check_values_stay(step.session.connection(), field, options)
            field.choices = options
        if position is not None:
            _move(step.session, field, position)
    return step.changes


def delete_custom_field(book: Book, field_id: int) -> Changes:
    """Remove a field with every client's value in it; undo brings all of it back.

    Raises `NotFoundError`, `InvalidValueError` "field_in_rule" while a segment's or a group's rule asks for it.
    """
    with book.step("delete_custom_field") as step:
        field = get(step.session, CustomField, field_id)
        _check_no_rule(step.session, field)
        step.session.connection().exec_driver_sql(
            "UPDATE client SET custom = json_remove(custom, ?) WHERE custom <> '{}' AND json_valid(custom) "
            "AND json_type(custom, ?) IS NOT NULL",
            (_path(field.code),) * 2,
        )
        step.session.delete(field)
    return step.changes


def definitions(session: Session) -> list[CustomField]:
    """The book's own fields as they stand in it, in their order."""
    return list(session.scalars(select(CustomField).order_by(CustomField.position, CustomField.id)))


def stored_value(value: Any) -> Any:
    """A cleaned value as `Client.custom` holds it; None where there is none."""
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


def read_value(type: str, stored: Any) -> Any:
    """A stored value as Python has it: str, float, date or bool; None when missing or not of that type."""
    if type == CustomFieldType.YES_NO:
        return stored if isinstance(stored, bool) else None
    if type == CustomFieldType.NUMBER:
        return _number(stored)
    if not isinstance(stored, str) or not stored:
        return None
    if type != CustomFieldType.DATE:
        return stored
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None


def _number(stored: Any) -> float | None:
    if isinstance(stored, bool) or not isinstance(stored, int | float):
        return None
    try:
        number = float(stored)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def read_values(customs: Iterable[CustomDefinition], stored: Any) -> dict[str, Any]:
    """A client's values by "custom.<code>", one per field: "" for texts and choices that are missing, else None."""
    held = stored if isinstance(stored, dict) else {}
    values = {}
    for custom in customs:
        value = read_value(custom.type, held.get(custom.code))
        empty = "" if custom.type in (CustomFieldType.TEXT, CustomFieldType.CHOICE) else None
        values[CUSTOM + custom.code] = empty if value is None else value
    return values


def merged(stored: Any, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """`Client.custom` with the cleaned values ("custom.<code>" → value) put in, those without one taken out."""
    held = dict(stored) if isinstance(stored, dict) else {}
    for name, value in cleaned.items():
        code, kept = name.removeprefix(CUSTOM), stored_value(value)
        if kept is None:
            held.pop(code, None)
        else:
            held[code] = kept
    return held


def _used(connection: Connection) -> dict[str, int]:
    rows = connection.exec_driver_sql(
        "SELECT v.key, count(*) FROM client c, json_each(c.custom) v "
        "WHERE c.custom <> '{}' AND json_valid(c.custom) AND v.type <> 'null' GROUP BY v.key"
    )
    return {str(key): int(count) for key, count in rows}


def _path(code: str) -> str:
    return f'$."{code}"'


def _clean_choices(choices: Sequence[str], type: str) -> list[str]:
    if type != CustomFieldType.CHOICE:
        return []
    options = list(dict.fromkeys(text for choice in choices if (text := clean_text(str(choice)))))
    if not options:
        raise InvalidValueError("required", field="choices")
    if len(options) > MAX_CHOICES or max(map(len, options)) > 200:
        allowed = f"≤ {MAX_CHOICES} × 200"
        raise InvalidValueError("out_of_range", field="choices", value=len(options), allowed=allowed)
    return options


def _check_name(session: Session, name: str, but: int | None = None) -> None:
    for field in definitions(session):
        if field.id != but and fold(field.name) == fold(name):
            raise InvalidValueError("name_taken", value=name)


def _new_code(session: Session, name: str) -> str:
    """The name in plain letters and figures, with a number where another field has that code already."""
    slug = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[: _CODE_LENGTH - 4].strip("_") or "field"
    taken = {field.code for field in definitions(session)}
    return next(code for code in _numbered(slug) if code not in taken)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}_{number}"
        number += 1


def _rename(session: Session, code: str, renamed: Mapping[str, str]) -> None:
    if not renamed:
        return
    cases = " ".join("WHEN ? THEN ?" for _ in renamed)
    marks = ", ".join("?" * len(renamed))
    pairs = [text for pair in renamed.items() for text in pair]
    path = _path(code)
    session.connection().exec_driver_sql(
        f"UPDATE client SET custom = json_set(custom, ?, CASE json_extract(custom, ?) {cases} END) "
        f"WHERE custom <> '{{}}' AND json_valid(custom) AND json_extract(custom, ?) IN ({marks})",
        (path, path, *pairs, path, *renamed),
    )
    for row in [*session.scalars(select(Segment)), *session.scalars(select(ClientGroup))]:
        rule = _renamed_rule(row.rule, CUSTOM + code, renamed)
        if rule != row.rule:
            row.rule = rule


def _renamed_rule(rule: Any, column: str, renamed: Mapping[str, str]) -> Any:
    """A rule's data where what is compared with that column goes by its new name; what is no rule stays."""
    if isinstance(rule, list):
        return [_renamed_rule(part, column, renamed) for part in rule]
    if not isinstance(rule, dict):
        return rule
    if rule.get("metric") != column or rule.get("op") not in ("=", "!=", "in"):
        return {word: _renamed_rule(part, column, renamed) for word, part in rule.items()}
    value = rule.get("value")
    if isinstance(value, list):
        return rule | {
            "value": [renamed.get(part, part) if isinstance(part, str) else part for part in value]
        }
    return rule | {"value": renamed.get(value, value)} if isinstance(value, str) else rule


def _check_values_stay(connection: Connection, field: CustomField, options: Sequence[str]) -> None:
    """Raises `InvalidValueError` when a client holds a choice that is to go."""
    for gone in (choice for choice in field.choices if choice not in options):
        held = connection.exec_driver_sql(
            "SELECT count(*) FROM client WHERE custom <> '{}' AND json_valid(custom) "
            "AND json_extract(custom, ?) = ?",
            (_path(field.code), gone),
        ).scalar_one()
        if held:
            raise InvalidValueError("choice_in_use", value=gone, field=field.name, count=held)


def _move(session: Session, field: CustomField, position: int) -> None:
    others = [other for other in definitions(session) if other is not field]
    others.insert(max(0, min(position, len(others))), field)
    for place, other in enumerate(others):
        other.position = place


def _check_no_rule(session: Session, field: CustomField) -> None:
    """Raises `InvalidValueError` when a rule asks for the field: without it the rule could not be read."""
    asked = json.dumps(CUSTOM + field.code)
    rules = [(segment.name or segment.code, segment.rule) for segment in session.scalars(select(Segment))]
    rules += [(group.name, group.rule) for group in session.scalars(select(ClientGroup))]
    for name, rule in rules:
        if rule is not None and asked in json.dumps(rule):
            raise InvalidValueError("field_in_rule", field=field.name, rule=name)
