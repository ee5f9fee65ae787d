"""What the privacy page has done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.privacy import (
        CampaignResult,
        Erasure,
        ErasureReceipt,
        Person,
        PersonHit,
        ReviewRow,
        SuppressionRow,
    )


@dataclass(frozen=True)
class Review:
    """The prospects to review, and after how many months a prospect is."""

    months: int
    rows: list[ReviewRow]


def review(book: Book) -> Review:
    """Who is to be reviewed now."""
    from portfolio_app.services import privacy

    return Review(privacy.retention_months(book), privacy.to_review(book))


def set_months(book: Book, months: int) -> Changes:
    """Choose after how many months a prospect is reviewed."""
    from portfolio_app.services import privacy

    return privacy.set_retention_months(book, months)


def delete_clients(book: Book, ids: list[int]) -> Changes:
    """Remove clients; it can be undone."""
    from portfolio_app.services import clients

    return clients.delete_clients(book, ids)


def find(book: Book, text: str) -> list[PersonHit]:
    """The persons a name, an e-mail or a number finds."""
    from portfolio_app.services import privacy

    return privacy.find_persons(book, text)


def person_of(book: Book, client_id: int) -> PersonHit | None:
    """A client of kind person, as a person; None when it is gone."""
    from portfolio_app.services import client_views, privacy

    rows = client_views.client_rows(book, [client_id], book.today(), figures=False)
    if not rows:
        return None
    name = rows[0].name
    hits = (hit for hit in privacy.find_persons(book, name) if hit.kind == "client" and hit.id == client_id)
    return next(hits, privacy.PersonHit("client", client_id, name, client_id, name, "", ""))


def preview(book: Book, person: Person) -> Erasure:
    """What erasing that person would do."""
    from portfolio_app.services import privacy

    return privacy.erasure_preview(book, person)


def erase(book: Book, person: Person, keep_name: bool) -> ErasureReceipt:
    """Erase that person, for good."""
    from portfolio_app.services import privacy

    return privacy.erase_person(book, person, keep_name=keep_name)


def delete_backups(book: Book, receipt: ErasureReceipt) -> int:
    """Delete the backups that hold the person erased."""
    from portfolio_app.services import privacy

    return privacy.delete_backups_holding(book, receipt)


def export_person(book: Book, person: Person, folder: Path, language: str) -> list[Path]:
    """Write everything about that person to a folder."""
    from portfolio_app.services import privacy

    return privacy.export_person(book, person, folder, language=language)


def suppressions(book: Book) -> list[SuppressionRow]:
    """The do-not-contact list, newest first."""
    from portfolio_app.services import privacy

    return privacy.suppressions(book)


def why_suppressed(book: Book, kind: str, value: str) -> str | None:
    """Why an address or number is on the list, None when it is not."""
    from portfolio_app.services import privacy

    return privacy.is_suppressed(book, kind, value)


def suppress(book: Book, kind: str, value: str) -> Changes:
    """Put it on the list."""
    from portfolio_app.services import privacy

    return privacy.suppress(book, kind, value)


def lift(book: Book, kind: str, value: str) -> Changes:
    """Take it off the list."""
    from portfolio_app.services import privacy

    return privacy.lift_suppression(book, kind, value)


def campaign(book: Book, channel: str, path: Path, language: str) -> CampaignResult:
    """Write the list of those who may be reached by that channel."""
    from portfolio_app.services import privacy

    return privacy.campaign_list(book, channel, path, language)


def controller(book: Book) -> dict[str, str]:
    """Who answers for the data."""
    from portfolio_app.services import privacy

    return privacy.controller(book)


def set_controller(book: Book, values: Mapping[str, str]) -> Changes:
    """Say who answers for the data."""
    from portfolio_app.services import privacy

    return privacy.set_controller(book, values)


def register(book: Book, path: Path, language: str) -> Path:
    """Write the register of processing."""
    from portfolio_app.services import privacy

    return privacy.register_of_processing(book, path, language)
