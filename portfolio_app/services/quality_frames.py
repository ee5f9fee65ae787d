"""Reads what the checks of data quality look at, and judges every value that can be judged by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.quality import QualityFrames

PART = 2_000
"""So many records are judged between two looks at the clock."""

_DAY = "coalesce(max(date({0}, 'localtime'), '0001-01-01'), date({0}))"
_CLIENTS = f"""
SELECT id AS client_id, name, kind, status, reference, sector, siret, vat, email, phone, postcode, city, country,
       client_since, birth_date, insolvency_on, verified_on, {_DAY.format("created_at")} AS created_on,
       {_DAY.format("max(created_at, updated_at)")} AS changed_on,
       CAST(cadence_ideal_days AS INTEGER) AS cadence_ideal_days,
       CAST(cadence_max_days AS INTEGER) AS cadence_max_days
FROM client WHERE {{client}} ORDER BY sort_name, id
"""
_CONTACTS = """
SELECT id AS contact_id, client_id, full_name, first_name, last_name, email, phone, mobile
FROM contact WHERE {of_client} ORDER BY id
"""
_SALES = """
SELECT client_id, min(date) AS "first", max(date) AS "last" FROM sale WHERE {of_client} GROUP BY client_id
"""
_TOUCHES = """
SELECT client_id, max(day) AS "last" FROM (
    SELECT client_id, "on" AS day FROM interaction WHERE {of_client}
    UNION ALL
    SELECT client_id, done_on FROM follow_up
    WHERE status = 'done' AND done_on IS NOT NULL AND reason <> 'data' AND {of_client}
) GROUP BY client_id
"""
_PLANNED = """
SELECT DISTINCT client_id FROM follow_up
WHERE status IN ('open', 'waiting') AND reason = 'reminder' AND {of_client}
"""
_DATES = frozenset(
    "client_since birth_date insolvency_on verified_on created_on changed_on first last".split()
)
_NUMBERS = {
    "cadence_ideal_days": "Int64",
    "cadence_max_days": "Int64",
    "client_id": "int64",
    "contact_id": "int64",
}
_READ = {
    _CLIENTS: (
        "client_id name kind status reference sector siret vat email phone postcode city country client_since "
        "birth_date insolvency_on verified_on created_on changed_on cadence_ideal_days cadence_max_days"
    ),
    _CONTACTS: "contact_id client_id full_name first_name last_name email phone mobile",
    _SALES: "client_id first last",
    _TOUCHES: "client_id last",
    _PLANNED: "client_id",
}
"""What is asked of the book, and the columns it answers with."""

KINDS = ("client", "contact", "sale", "interaction", "follow_up", "setting")
"""The kinds of record that the checks look at."""


def gather(book: Book, client_ids: Sequence[int] | None = None) -> Iterator[tuple[int, int] | QualityFrames]:
    """The frames, in parts: (records judged, of so many) after each, and at last the frames themselves.

    They have the clients by name, all of them or those of `client_ids`.
    """
    from portfolio_app.analysis.quality import QualityFrames

    read = []
    for sql in _READ:
        read.append(_read(book, sql, client_ids))
        yield 0, 1
    clients, contacts, sales, touches, planned = read
    total = len(clients) + len(contacts)
    clients["region_code"], dialled = regions(book, clients["country"].tolist())
    own: list[tuple[Any, ...]] = []
    for _ in _in_parts(clients, _CLIENT_VALUES, _client_state, dialled, own):
        yield len(own), total
    by_client = dict(zip(clients["client_id"].tolist(), dialled, strict=True))
    theirs: list[tuple[Any, ...]] = []
    of_contacts = [by_client.get(each, "") for each in contacts["client_id"].tolist()]
    for _ in _in_parts(contacts, _CONTACT_VALUES, _contact_state, of_contacts, theirs):
        yield len(own) + len(theirs), total
    yield QualityFrames(
        _with(clients, _CLIENT_STATES, own), _with(contacts, _CONTACT_STATES, theirs), sales, touches,
        frozenset(planned["client_id"].tolist()),
    )  # fmt: skip


def frames_of(book: Book, client_ids: Sequence[int]) -> QualityFrames:
    """The frames of a few clients."""
    *_, frames = gather(book, client_ids)
    assert not isinstance(frames, tuple)
    return frames


def regions(book: Book, countries: Sequence[str]) -> tuple[list[str], list[str]]:
    """The ISO codes that these countries mean, and those that telephone numbers there are dialled from.

    Numbers of somebody without a country are dialled from where the book is at home; an unknown country has none.
    """
    from portfolio_app.exchange.countries import country_code

    home = book_agenda(book).country
    codes = [country_code(text) for text in countries]
    return codes, [code or ("" if text else home) for code, text in zip(codes, countries, strict=True)]


def _read(book: Book, sql: str, client_ids: Sequence[int] | None) -> pd.DataFrame:
    """The answer to one of `_READ`, about all clients or some."""
    from portfolio_app.analysis.frames import DATE, TEXT

    columns = {name: DATE if name in _DATES else _NUMBERS.get(name, TEXT) for name in _READ[sql].split()}
    which = {"client": "1", "of_client": "1"}
    parameters: dict[str, str] = {}
    if client_ids is not None:
        chosen = "IN (SELECT value FROM json_each(:ids))"
        which = {"client": f"id {chosen}", "of_client": f"client_id {chosen}"}
        parameters = {"ids": json.dumps(sorted(client_ids))}
    with book.read() as connection:
        return read_frame(connection, sql.format(**which), parameters, columns)


def _in_parts(
    frame: pd.DataFrame,
    names: Sequence[str],
    judge: Callable[[tuple[Any, ...], str], tuple[Any, ...]],
    countries: Sequence[str],
    into: list[tuple[Any, ...]],
) -> Iterator[None]:
    values = list(zip(*(frame[name].tolist() for name in names), strict=True))
    for start in range(0, len(values), PART):
        part = slice(start, start + PART)
        into.extend(judge(row, country) for row, country in zip(values[part], countries[part], strict=True))
        yield


_CLIENT_VALUES = ("name", "kind", "siret", "vat", "email", "phone", "postcode", "city", "region_code")
_CLIENT_STATES = (
    "email_state", "phone_state", "siret_state", "vat_state", "postcode_state", "name_state", "vat_siren",
)  # fmt: skip
_CONTACT_VALUES = ("full_name", "email", "phone", "mobile")
_CONTACT_STATES = ("name_state", "email_state", "phone_state", "mobile_state")


def _client_state(values: tuple[Any, ...], country: str) -> tuple[Any, ...]:
    """The states of a client's values, as `_CLIENT_STATES` names them."""
    from portfolio_app.exchange import identifiers

    name, kind, siret, vat, email, phone, postcode, city, region = values
    differ = False
    if siret and vat:
        own, taxed = identifiers.siren_of(siret), identifiers.siren_of("", vat)
        differ = bool(own and taxed and own != taxed)
    return (
        identifiers.email_state(email) if email else "",
        identifiers.read_phone(phone, country).state if phone else "",
        identifiers.siret_state(siret) if siret and region in ("", "FR") else "",
        identifiers.vat_state(vat, country) if vat else "",
        identifiers.postcode_state(postcode, region) if postcode else "",
        name_state(name, city, is_person=kind == "person"),
        differ,
    )


def _contact_state(values: tuple[Any, ...], country: str) -> tuple[Any, ...]:
    from portfolio_app.exchange import identifiers

    name, email, phone, mobile = values
    return (
        name_state(name, "", is_person=True),
        identifiers.email_state(email) if email else "",
        identifiers.read_phone(phone, country).state if phone else "",
        identifiers.read_phone(mobile, country).state if mobile else "",
    )


def name_state(name: str, city: str, *, is_person: bool) -> str:
    """Whether a name and its town are written with care: "ok", "form" or, without a name, ""."""
    from portfolio_app.analysis.tidy_names import tidy_name

    if not name:
        return ""
    is_tidy = tidy_name(name, is_person=is_person) == name and (not city or tidy_city(city) == city)
    return "ok" if is_tidy else "form"


def tidy_city(city: str) -> str:
    """A town's name as `tidy_name` writes it, but for what the post adds in capitals (CEDEX)."""
    from portfolio_app.analysis.tidy_names import tidy_name

    plain = " ".join(city.split())
    head, mark, tail = plain.upper().partition(" CEDEX")
    if not mark:
        return tidy_name(plain, is_person=True)
    return tidy_name(plain[: len(head)], is_person=True) + " Cedex" + tail


def _with(frame: pd.DataFrame, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    import pandas as pd

    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    kinds = {name: "bool" if name == "vat_siren" else "object" for name in names}
    return frame.assign(
        **{
            name: pd.Series(column, index=frame.index, dtype=kinds[name])
            for name, column in zip(names, columns, strict=True)
        }
    )
