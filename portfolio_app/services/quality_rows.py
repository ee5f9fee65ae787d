"""What is wrong with each client a check found: whose value it is, which one, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.services.quality_frames import frames_of
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.quality import QualityFrames


@dataclass(frozen=True, slots=True)
class Detail:
    """One value: the contact whose it is ("" for the client itself), its field, and the text, date or number."""

    who: str
    field: str
    value: str | date | int


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A client that a check found, and what it stumbled over; nothing where something is missing."""

    client_id: int
    name: str
    city: str
    details: tuple[Detail, ...]


def rows(book: Book, code: str, client_ids: Sequence[int], as_of: date) -> dict[int, QualityRow]:
    """The rows of some clients that the check `code` found, by client id."""
    frames = frames_of(book, client_ids)
    details: dict[int, list[Detail]] = {}
    for client_id, detail in _DETAILS.get(code, _nothing)(frames, as_of):
        details.setdefault(client_id, []).append(detail)
    clients = frames.clients
    return {
        client_id: QualityRow(client_id, name, city, tuple(details.get(client_id, ())))
        for client_id, name, city in zip(
            clients["client_id"].tolist(), clients["name"].tolist(), clients["city"].tolist(), strict=True
        )
    }


Found = Iterator[tuple[int, Detail]]


def _nothing(frames: QualityFrames, as_of: date) -> Found:
    return iter(())


def _values(
    *fields: str, contacts: Sequence[str] = (), state: str = ""
) -> Callable[[QualityFrames, date], Found]:
    """The values of these fields; with `state` those in that state only. "<field>_state" holds a field's state."""

    def found(frames: QualityFrames, as_of: date) -> Found:
        for row in _records(frames.clients):
            for name in fields:
                if row[name] and (not state or row[_STATES.get(name, f"{name}_state")] == state):
                    yield row["client_id"], Detail("", name, row[name])
        for row in _records(frames.contacts if contacts else None):
            for name in contacts:
                if row[name] and row[_STATES.get(name, f"{name}_state")] == state:
                    yield row["client_id"], Detail(row["full_name"], name, row[name])

    return found


_STATES = {"name": "name_state", "city": "name_state", "full_name": "name_state"}


def _records(frame: pd.DataFrame | None) -> Iterable[dict[str, Any]]:
    records: list[dict[str, Any]] = [] if frame is None else frame.to_dict("records")  # type: ignore[assignment]
    return records


def _mute_contacts(frames: QualityFrames, as_of: date) -> Found:
    for row in _records(frames.contacts):
        if not (row["email"] or row["phone"] or row["mobile"]):
            yield row["client_id"], Detail("", "full_name", row["full_name"])


def _last_looked_at(frames: QualityFrames, as_of: date) -> Found:
    for row in _records(frames.clients):
        verified, changed = _day(row["verified_on"]), _day(row["changed_on"])
        if verified is not None and (changed is None or verified >= changed):
            yield row["client_id"], Detail("", "verified_on", verified)
        elif changed is not None:
            yield row["client_id"], Detail("", "updated_at", changed)


def _future(frames: QualityFrames, as_of: date) -> Found:
    for row in _records(frames.clients):
        for name in ("client_since", "birth_date", "insolvency_on", "verified_on"):
            day = _day(row[name])
            if day is not None and day > as_of:
                yield row["client_id"], Detail("", name, day)
    for kind, frame in (("sale", frames.sales), ("interaction", frames.touches)):
        for row in _records(frame):
            day = _day(row["last"])
            if day is not None and day > as_of:
                yield row["client_id"], Detail("", kind, day)


def _first_sale(frames: QualityFrames, as_of: date) -> Found:
    since = dict(zip(frames.clients["client_id"], frames.clients["client_since"], strict=True))
    for row in _records(frames.sales):
        told, first = _day(since.get(row["client_id"])), _day(row["first"])
        if told is not None and first is not None:
            yield row["client_id"], Detail("", "client_since", told)
            yield row["client_id"], Detail("", "sale", first)


def _rhythm(frames: QualityFrames, as_of: date) -> Found:
    import pandas as pd

    for row in _records(frames.clients):
        for name in ("cadence_ideal_days", "cadence_max_days"):
            if not pd.isna(row[name]):
                yield row["client_id"], Detail("", name, int(row[name]))


def _day(value: Any) -> date | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else value.date()


_DETAILS: dict[str, Callable[[QualityFrames, date], Found]] = {
    "bad_email": _values("email", contacts=("email",), state="bad"),
    "email_form": _values("email", contacts=("email",), state="form"),
    "bad_phone": _values("phone", contacts=("phone", "mobile"), state="bad"),
    "phone_form": _values("phone", contacts=("phone", "mobile"), state="form"),
    "name_form": _values("name", "city", contacts=("full_name",), state="form"),
    "bad_siret": _values("siret"),
    "bad_vat": _values("vat"),
    "siret_vat": _values("siret", "vat"),
    "bad_postcode": _values("postcode", "country"),
    "no_city": _values("postcode"),
    "no_country": _values("postcode", "city"),
    "contact_unreachable": _mute_contacts,
    "stale": _last_looked_at,
    "future_dates": _future,
    "since_after_sale": _first_sale,
    "cadence": _rhythm,
}
