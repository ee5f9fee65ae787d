"""Erasing a person: from the records, the search index, the journal and the file's free space."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from portfolio_app.errors import BookWriteError
from portfolio_app.services.changes import Changes
from portfolio_app.services.privacy_mentions import Mention
from portfolio_app.services.privacy_people import Person, PersonHit
from portfolio_app.services.privacy_records import Found, find_records, mentions_in
from portfolio_app.storage import forgetting, search_index, suppression, suppression_mirror
from portfolio_app.storage.book import Book, Step
from portfolio_app.storage.forgetting import Scope
from portfolio_app.storage.suppression import SuppressionList
from portfolio_app.storage.suppression_mirror import Mirror

log = logging.getLogger(__name__)
_OF_CLIENT = ("sale", "deal", "enrolment", "opportunity_answer")
"""What only clients have, not their contacts."""


@dataclass(frozen=True)
class Erasure:
    """What erasing a person would do, and leave.

    `client_is`: what becomes of the client's own record: "kept" (the person is a contact of it), "renamed"
    (its sales are kept under a neutral name) or "deleted" (nothing to keep). Counts: `contacts` deleted,
    `interactions` (deleted with a client; emptied of their text, their date and kind kept, with a contact),
    `follow_ups` deleted or emptied, `consents` deleted, `surveys` (answers deleted with a client; without their
    comment, their score kept, with a contact), `deals`, `key_dates` and `enrolments` (in plans) deleted,
    `sales_kept`. `client_fields`: fields of the organisation that hold the person's own address or number and will be
    emptied. `shared`: how many of the person's addresses or numbers others use too, which therefore stay. `also`:
    other records with the same address or number.
    `backups`: how many backups may hold the person, the one made before erasing included, and `backups_until`: the
    day the last of them is thinned out if the book is used and backed up every month.
    """

    person: Person
    name: str
    client_id: int
    client_is: str
    contacts: int
    interactions: int
    follow_ups: int
    consents: int
    surveys: int
    deals: int
    key_dates: int
    enrolments: int
    sales_kept: int
    client_fields: tuple[str, ...]
    shared: int
    mentions: tuple[Mention, ...]
    also: tuple[PersonHit, ...]
    backups: int
    backups_until: date | None


@dataclass(frozen=True)
class ErasureReceipt:
    """What was erased, to be shown or kept as a record of the request; it names nobody.

    `is_compacted`: whether the file's free space could be cleared too. `mentions` as in the preview.
    """

    changes: Changes
    client_id: int
    client_is: str
    contacts: int
    interactions: int
    follow_ups: int
    surveys: int
    deals: int
    key_dates: int
    enrolments: int
    sales_kept: int
    mentions: tuple[Mention, ...]
    is_compacted: bool
    backups: int
    backups_until: date | None


def erasure_preview(book: Book, person: Person) -> Erasure:
    """What erasing this person would do. Raises `NotFoundError`, and `InvalidValueError` "not_a_person"."""
    from portfolio_app.services.backups import list_backups

    with book.read() as connection:
        seen = _described(connection, find_records(connection, person))
    held = list_backups(book)
    is_fresh = bool(held) and held[0].change_number == book.change_number()
    return replace(seen, backups=len(held) + (not is_fresh), backups_until=_until(book.today()))


def erase_person(book: Book, person: Person, *, keep_name: bool = False) -> ErasureReceipt:
    """Erase a person, for good: it cannot be undone, and neither an import nor a backup brings them back.

    A backup is made first, for everything else. Sales stay, under a neutral name unless `keep_name`.
    Raises `NotFoundError`, `InvalidValueError` "not_a_person", `BackupError`, `BookWriteError`.
    """
    from portfolio_app.services.backups import list_backups, make_backup

    with book.read() as connection:
        find_records(connection, person)
    make_backup(book, "erase")
    holding = len(list_backups(book))
    with book.step("erase_person", final=True) as step:
        found = find_records(step.connection, person)
        if keep_name:
            found.scope.named.update(found.scope.clients)
        seen = _described(step.connection, found)
        _note_erased(step, found)
        _erase(step, found.scope, suppression.load(step.connection).narrowed(found.own, found.marks))
    return ErasureReceipt(
        changes=step.changes,
        client_id=seen.client_id,
        client_is="kept" if keep_name and seen.client_is == "renamed" else seen.client_is,
        contacts=seen.contacts,
        interactions=seen.interactions,
        follow_ups=seen.follow_ups,
        surveys=seen.surveys,
        deals=seen.deals,
        key_dates=seen.key_dates,
        enrolments=seen.enrolments,
        sales_kept=seen.sales_kept,
        mentions=seen.mentions,
        is_compacted=_compact(book),
        backups=holding,
        backups_until=_until(book.today()),
    )


def delete_backups_holding(book: Book, receipt: ErasureReceipt) -> int:
    """Delete every backup made before that erasure, once a new one is good; returns how many went.

    Backups of copies of the book count too. Raises `BackupError`.
    """
    from portfolio_app.services import backups

    backups.make_backup(book, "erase")
    found = backups.list_backups(book)
    place = book.path.resolve()
    clean = [one for one in found if one.source == place and one.change_number >= receipt.changes.step_id]
    if backups.newest_good(clean) is None:
        return 0
    return backups.delete_backups(one for one in found if one not in clean)


def forget_erased(step: Step) -> int:
    """Inside a step that brought old records back: take the persons erased since out again; says how many."""
    step.session.flush()
    return forgetting.forget_returned(step.connection, step.now)


def merge_mirror(book: Book, book_id: str = "") -> int:
    """Bring the suppression list kept beside the backups into an older file of this book that took its place.

    `book_id`: of the book whose content this one was made from, when that is another.

    Persons erased since are erased again, also those on a list that another passphrase locks: which rows they
    were stands open. Returns how many entries and persons that concerned.
    """
    mirrored = _mirror_of(book, book_id)
    if mirrored is None:
        return 0
    with book.read() as connection:
        if suppression.holds(connection, mirrored.listed):
            return 0
    with book.step("merge_suppressed", final=True) as step:
        merged = suppression.merge(step.connection, mirrored.listed)
        known = suppression.load(step.connection)
        scope = forgetting.returned(step.connection, known)
        if scope:
            _erase(step, scope, known)
    if scope:
        _compact(book)
    return merged + len(scope.clients) + len(scope.contacts)


def mirror_is_locked(book: Book) -> bool:
    """Whether a list beside the backups is locked by another passphrase: who is on it is recognised only in part."""
    mirrored = _mirror_of(book)
    return mirrored is not None and mirrored.is_locked


def _mirror_of(book: Book, book_id: str = "") -> Mirror | None:
    book_id = book_id or book.book_id()
    if not book_id:
        return None
    with book.read() as connection:
        known = suppression.load(connection)
    try:
        mirrored = suppression_mirror.read_mirror(book_id, book.passphrase, known)
    except OSError:
        log.warning("the suppression list beside the backups cannot be read", exc_info=True)
        return None
    if mirrored is not None and mirrored.is_locked:
        log.warning("a suppression list beside the backups is locked by another passphrase")
    return mirrored


def _erase(step: Step, scope: Scope, recognised: SuppressionList) -> None:
    """Scrub the journal as it was before this step, then the records, then the search index."""
    connection = step.connection
    rows = forgetting.rows_of(connection, scope)
    texts = forgetting.texts_of(connection, scope)
    forgetting.forget_in_journal(connection, rows, texts, recognised)
    forgetting.wipe(connection, scope, step.now)
    search_index.purge(connection)


def _compact(book: Book) -> bool:
    """Clear the file's free pages; the erasure stands even where the disk has no room for that."""
    try:
        book.compact()
    except BookWriteError:
        return False
    return True


def _until(today: date) -> date:
    """The day thinning lets a backup of today go at the latest, if the program is used now and then."""
    from portfolio_app.storage.thinning import MAX_DAYS

    return today + timedelta(days=MAX_DAYS + 1)


def _note_erased(step: Step, found: Found) -> None:
    """Put the person's addresses on the suppression list, and note which rows they were."""
    today = step.now.astimezone().date()
    for kind, value in found.own:
        suppression.add(step.connection, kind, value, "erased", today)
    rows = []
    for table, ids in (("client", found.scope.clients), ("contact", found.scope.contacts)):
        for row_id in ids:
            created = step.connection.exec_driver_sql(
                f"SELECT created_at FROM {table} WHERE id = ?", (row_id,)
            ).scalar_one()
            is_named = table == "client" and row_id in found.scope.named
            rows.append((forgetting.NAMED if is_named else table, row_id, created))
    suppression.remember_erased(step.connection, rows, found.marks)


def _described(connection: Connection, found: Found) -> Erasure:
    scope, is_client = found.scope, found.person.kind == "client"
    counts = _counts(connection, found)
    client_is = "kept"
    if is_client:
        client_is = "renamed" if counts["sale"] else "deleted"
    return Erasure(
        person=found.person,
        name=found.name,
        client_id=found.client_id,
        client_is=client_is,
        contacts=len(scope.contacts),
        interactions=counts["interaction"],
        follow_ups=counts["follow_up"],
        consents=counts["consent"],
        surveys=counts["survey_answer"],
        deals=counts["deal"],
        key_dates=counts["key_date"],
        enrolments=counts["enrolment"],
        sales_kept=counts["sale"],
        client_fields=scope.fields.get(found.client_id, ()),
        shared=found.shared,
        mentions=tuple(mentions_in(connection, found)),
        also=found.also,
        backups=0,
        backups_until=None,
    )


def _counts(connection: Connection, found: Found) -> dict[str, int]:
    column = "client_id" if found.person.kind == "client" else "contact_id"
    counts = dict.fromkeys(_OF_CLIENT, 0)
    of_client = _OF_CLIENT if column == "client_id" else ()
    tables = ("interaction", "follow_up", "consent", "survey_answer", "key_date", *of_client)
    for table in tables:
        counts[table] = connection.exec_driver_sql(
            f"SELECT count(*) FROM {table} WHERE {column} = ?", (found.person.id,)
        ).scalar_one()
    return counts
