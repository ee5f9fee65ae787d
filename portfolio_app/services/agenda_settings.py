"""What the user decided about follow-ups for the whole book: read, checked and kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Setting
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import clean_text
from portfolio_app.storage.book import Book

__all__ = ["KEY", "LIMITS", "Agenda", "agenda_in", "book_agenda", "set_agenda"]

KEY = "agenda"
"""The setting that holds the choices, as a JSON object."""
LIMITS = {"capacity": (1, 500), "complaint_days": (0, 365), "deal_days": (0, 365), "survey_days": (7, 3650)}
"""The least and the most of each number of an `Agenda`."""

_OPTIONAL = ("capacity", "survey_days")
_COUNTRY = re.compile(r"[A-Z]{2}")
_REGION = re.compile(r"[\w .'-]{1,60}")
_DEFAULTS = asdict(Agenda())


def book_agenda(book: Book) -> Agenda:
    """The choices in force; those never made, or that cannot be read, are the defaults."""

    def read() -> Agenda:
        with book.read_session() as session:
            return agenda_in(session)

    return book.cache.get(("agenda",), ("setting",), read)


def agenda_in(session: Session) -> Agenda:
    """`book_agenda`, for whoever is writing a step."""
    stored = session.scalar(select(Setting.value).where(Setting.key == KEY))
    values: dict[str, Any] = dict(_DEFAULTS)
    for name, value in (stored if isinstance(stored, dict) else {}).items():
        try:
            values[name] = _checked(name, value)
        except InvalidValueError:
            continue
    return Agenda(**values)


def set_agenda(book: Book, **values: Any) -> Changes:
    """Change some of the choices (fields of `Agenda`); another country has no region until one is chosen.

    Raises `InvalidValueError` "unknown_field", "not_a_choice", "out_of_range".
    """
    cleaned = {name: _checked(name, value) for name, value in values.items()}
    with book.step("update_setting", key=KEY) as step:
        chosen = asdict(agenda_in(step.session))
        if "country" in cleaned and cleaned["country"] != chosen["country"]:
            chosen["region"] = ""
        chosen |= cleaned
        _keep(step.session, {name: value for name, value in chosen.items() if value != _DEFAULTS[name]})
    return step.changes


def check_country(value: Any) -> str:
    """A country's ISO code as it is kept, empty for none. Raises `InvalidValueError`."""
    return _code("country", str(value or "").strip().upper(), _COUNTRY, "FR, BE, CH, …")


def _keep(session: Session, chosen: Mapping[str, Any]) -> None:
    """Keep what differs from the defaults, so that the book follows better ones."""
    value = {name: list(each) if isinstance(each, tuple) else each for name, each in chosen.items()}
    setting = session.scalars(select(Setting).where(Setting.key == KEY)).first()
    if setting is None:
        if value:
            session.add(Setting(key=KEY, value=value))
    elif not value:
        session.delete(setting)
    elif setting.value != value:
        setting.value = value


def _checked(name: str, value: Any) -> Any:
    """One choice as an `Agenda` holds it. Raises `InvalidValueError`."""
    if name not in _DEFAULTS:
        raise InvalidValueError("unknown_field", field=name)
    if name in LIMITS:
        return _number(name, value)
    if name == "working_days":
        return _weekdays(value)
    if name == "country":
        return check_country(value)
    if name == "region":
        return _code(name, clean_text(str(value or "")), _REGION, "A–Z, 0–9")
    if not isinstance(value, bool):
        raise InvalidValueError("not_a_choice", field=name, value=value, allowed="true, false")
    return value


def _number(name: str, value: Any) -> int | None:
    if value is None and name in _OPTIONAL:
        return None
    low, high = LIMITS[name]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise InvalidValueError("out_of_range", field=name, value=value, allowed=f"{low}–{high}")
    return value


def _weekdays(value: Any) -> tuple[int, ...]:
    """At least one weekday, Monday 0 to Sunday 6, in order."""
    listed = list(value) if isinstance(value, (list, tuple, set, frozenset)) else []
    is_whole = all(isinstance(day, int) and not isinstance(day, bool) and 0 <= day <= 6 for day in listed)
    if not listed or not is_whole:
        raise InvalidValueError("not_a_choice", field="working_days", value=value, allowed="0–6")
    return tuple(sorted(set(listed)))


def _code(name: str, value: str, pattern: re.Pattern[str], allowed: str) -> str:
    if value and not pattern.fullmatch(value):
        raise InvalidValueError("not_a_choice", field=name, value=value[:40], allowed=allowed)
    return value
