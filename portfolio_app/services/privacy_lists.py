"""The suppression list, the prospects to review, and lists of whom a campaign may reach."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress as passing_over
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portfolio_app import files
from portfolio_app.errors import BookWriteError, InvalidValueError
from portfolio_app.exchange.cells import escape_formula
from portfolio_app.exchange.privacy_words import Words
from portfolio_app.services.changes import Changes
from portfolio_app.services.privacy_people import CHANNELS, Reach, reach_of
from portfolio_app.services.settings import get_setting
from portfolio_app.storage import suppression
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

RETENTION_SETTING, RETENTION_MONTHS, MAX_MONTHS = "prospect_retention_months", 36, 120
_SPEAKING = ("complaint", "feedback")
"""Kinds of interaction that come from the client whatever their direction says."""
_AT_ONCE = 500


@dataclass(frozen=True)
class SuppressionRow:
    """One line of the suppression list: what it was can no longer be said, only recognised.

    `kind`: "email" or "phone". `reason`: "objected" or "erased".
    """

    id: int
    kind: str
    reason: str
    on: date


@dataclass(frozen=True)
class ReviewRow:
    """A prospect whose data was kept as long as it may be without a sign from them.

    `last_incoming`: the last time they came to the user, None when never; `since`: the day the delay counts
    from (that one, or else the day the relationship began); `months`: whole months gone since.
    """

    client_id: int
    name: str
    kind: str
    city: str
    contacts: int
    last_incoming: date | None
    since: date
    months: int


@dataclass(frozen=True)
class CampaignResult:
    """A list that was written: where, how many persons, and how many were left out by reason.

    Reasons: "refused", "no_consent" (a consumer who has not agreed), "no_address", "twice" (same address).
    """

    path: Path
    written: int
    left_out: Mapping[str, int]


def suppress(book: Book, kind: str, value: str) -> Changes:
    """Put an address ("email") or a number ("phone") on the suppression list. Raises `InvalidValueError`."""
    _check_address(kind, value)
    with book.step("suppress", kind=kind) as step:
        suppression.add(step.connection, kind, value, "objected", book.today())
    return step.changes


def lift_suppression(book: Book, kind: str, value: str) -> Changes:
    """Take an address or a number off the list, for its owner asked for it. Raises `InvalidValueError`."""
    _check_address(kind, value)
    with book.step("lift_suppression", kind=kind) as step:
        suppression.remove(step.connection, kind, value, ("objected", "erased"))
    return step.changes


def is_suppressed(book: Book, kind: str, value: str) -> str | None:
    """Why an address or number is on the list ("objected", "erased"), None when it is not.

    Raises `InvalidValueError`.
    """
    _check_address(kind, value)
    with book.read() as connection:
        return suppression.load(connection).reason(kind, value)


def _check_address(kind: str, value: str) -> None:
    if kind not in ("email", "phone"):
        raise InvalidValueError("not_a_choice", field="kind", value=kind, allowed="email, phone")
    if not suppression.normal(kind, value):
        raise InvalidValueError("not_an_email" if kind == "email" else "not_a_phone", value=value)


def suppressions(book: Book) -> list[SuppressionRow]:
    """The suppression list, newest first."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            'SELECT id, kind, reason, "on" FROM suppression ORDER BY "on" DESC, id DESC'
        )
        return [SuppressionRow(row[0], row[1], row[2], date.fromisoformat(row[3])) for row in rows]


def retention_months(book: Book) -> int:
    """For how many months a prospect who gives no sign is kept: 36 unless the book says otherwise."""
    value = get_setting(book, RETENTION_SETTING, RETENTION_MONTHS)
    return value if isinstance(value, int) and 1 <= value <= MAX_MONTHS else RETENTION_MONTHS


def set_retention_months(book: Book, months: int) -> Changes:
    """Choose that delay, 1 to 120 months. Raises `InvalidValueError`."""
    if not 1 <= months <= MAX_MONTHS:
        raise InvalidValueError("out_of_range", field="months", value=months, allowed=f"1–{MAX_MONTHS}")
    with book.step("update_setting", key=RETENTION_SETTING) as step:
        suppression.save_setting(step.connection, RETENTION_SETTING, months)
    return step.changes


_REVIEW = (
    "SELECT c.id, c.name, c.kind, c.city, (SELECT count(*) FROM contact t WHERE t.client_id = c.id), "
    '(SELECT max(i."on") FROM interaction i WHERE i.client_id = c.id '
    "AND (i.direction = 'incoming' OR i.kind IN (?, ?))) AS incoming, "
    "coalesce(c.client_since, substr(c.created_at, 1, 10)) AS began FROM client c WHERE c.status = 'prospect' "
    "AND coalesce(incoming, began) <= ? ORDER BY coalesce(incoming, began), c.sort_name, c.id"
)


def to_review(book: Book, months: int | None = None) -> list[ReviewRow]:
    """The prospects who have not come to the user for `months` (the book's delay), longest first.

    What the user sent them, and calls of the user that they answered, do not count.
    """
    today = book.today()
    limit = months_before(today, retention_months(book) if months is None else months)
    with book.read() as connection:
        rows = connection.exec_driver_sql(_REVIEW, (*_SPEAKING, limit.isoformat())).all()
    found = []
    for client_id, name, kind, city, contacts, incoming, began in rows:
        last = date.fromisoformat(incoming) if incoming else None
        since = last or date.fromisoformat(began)
        found.append(
            ReviewRow(client_id, name, kind, city, contacts, last, since, months_between(since, today))
        )
    return found


def months_before(day: date, months: int) -> date:
    """The same day of the month that many months earlier, or the month's last day."""
    index = day.year * 12 + day.month - 1 - months
    for last in range(day.day, 27, -1):
        with passing_over(ValueError):
            return date(index // 12, index % 12 + 1, last)
    return date(index // 12, index % 12 + 1, min(day.day, 28))


def months_between(since: date, until: date) -> int:
    """Whole months from one day to another."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - 1 if months_before(until, months) < since else months


def campaign_list(book: Book, channel: str, path: Path, language: str = "en") -> CampaignResult:
    """Write a CSV file of the persons one may write to or call by that channel ("email", "phone", …).

    Who refused is left out, by consent or by the suppression list; so are consumers who did not agree,
    except customers. Raises `InvalidValueError`, `BookWriteError` (the file exists already, or cannot be written).
    """
    if channel not in CHANNELS:
        raise InvalidValueError("not_a_choice", field="channel", value=channel, allowed=", ".join(CHANNELS))
    target = path if path.suffix else path.with_suffix(".csv")
    if target.exists():
        raise BookWriteError("exists", path=str(target))
    words = Words(language)
    left_out: Counter[str] = Counter()
    seen: set[str] = set()
    written = 0
    try:
        with files.whole(target, "w", encoding="utf-8-sig", errors="replace", newline="") as stream:
            writer = csv.writer(stream, delimiter=words["csv_separator"])
            writer.writerow([words[name] for name in (*_COLUMNS, "consent")])
            for one in _candidates(book, channel):
                reason = _why_not(one, channel) or ("twice" if one.key in seen else "")
                if reason:
                    left_out[reason] += 1
                    continue
                seen.add(one.key)
                consent = words["granted"] if one.is_granted else ""
                writer.writerow([escape_formula(" ".join(cell.split())) for cell in (*one.cells, consent)])
                written += 1
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or "") from error
    return CampaignResult(target, written, dict(left_out))


_COLUMNS = (
    "reference", "client", "full_name", "first_name", "last_name", "role", "email", "phone", "mobile",
    "street", "postcode", "city", "country",
)  # fmt: skip
_CAMPAIGN = (
    "SELECT c.id AS client_id, t.id AS contact_id, c.kind, c.status, c.reference, c.name AS client, "
    "coalesce(t.full_name, '') AS full_name, coalesce(t.first_name, '') AS first_name, "
    "coalesce(t.last_name, '') AS last_name, coalesce(t.role, '') AS role, "
    "coalesce(t.email, '') AS email, coalesce(t.phone, '') AS phone, coalesce(t.mobile, '') AS mobile, "
    "c.email AS client_email, c.phone AS client_phone, c.street, c.postcode, c.city, c.country "
    "FROM client c LEFT JOIN contact t ON t.client_id = c.id WHERE c.id IN ({}) ORDER BY c.sort_name, c.id, t.id"
)


@dataclass(frozen=True)
class _Candidate:
    """Somebody a list could hold: `key` is the normalised address, empty without one."""

    cells: tuple[str, ...]
    key: str
    is_refused: bool
    is_granted: bool
    needs_consent: bool


def _why_not(one: _Candidate, channel: str) -> str:
    """Why somebody is left out of a list; empty when they are not."""
    if one.is_refused:
        return "refused"
    if not one.key:
        return "no_address"
    # A letter needs no consent; the other ways do, from consumers who are not customers.
    return "no_consent" if one.needs_consent and channel != "post" and not one.is_granted else ""


def _candidates(book: Book, channel: str) -> Iterator[_Candidate]:
    with book.read() as connection:
        known = suppression.load(connection)
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM client ORDER BY sort_name, id")]
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            reached = reach_of(connection, some, known)
            marks = ",".join("?" * len(some))
            for row in connection.exec_driver_sql(_CAMPAIGN.format(marks), tuple(some)).mappings():
                yield _candidate(dict(row), channel, reached[row["client_id"]])


def _candidate(row: dict[str, Any], channel: str, reached: Reach) -> _Candidate:
    # A client without a contact of its own is reached by its general address; so is the person who is the client.
    if row["contact_id"] is None or (
        row["kind"] == "person" and fold(row["full_name"]) in ("", fold(row["client"]))
    ):
        row["full_name"] = row["full_name"] or row["client"]
        row["email"] = row["email"] or row["client_email"]
        if not row["mobile"]:
            row["phone"] = row["phone"] or row["client_phone"]
    contact_id = row["contact_id"]
    granted = reached.granted if contact_id is None else reached.contacts_granted.get(contact_id, frozenset())
    return _Candidate(
        tuple(row[name] or "" for name in _COLUMNS),
        _address_key(row, channel),
        reached.is_refused(channel, contact_id) or (contact_id is None and channel in reached.refused),
        channel in granted,
        row["kind"] == "person" and row["status"] != "active",
    )


def _address_key(row: dict[str, Any], channel: str) -> str:
    if channel == "post":
        return (
            fold(f"{row['full_name']} {row['street']} {row['postcode']} {row['city']}")
            if row["street"]
            else ""
        )
    if channel == "email":
        return next(iter(suppression.normal("email", row["email"])), "")
    fields = ("mobile",) if channel == "message" else ("phone", "mobile")
    numbers = (one for name in fields for one in suppression.normal("phone", row[name]))
    return next(numbers, "")
