"""What the Export page asks of the services, on the book's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portfolio_app.services.export_files import Exported, ExportOrder

NOT_COUNTED = -1
"""Before anybody counted them."""


@dataclass(frozen=True)
class Scope:
    """Some clients to choose. `kind`: "all", "segment" or "group" of that `key`; else these `ids`, as they are
    "listed" or "selected" on the Clients page, or "chosen" elsewhere under that `name`."""

    kind: str
    count: int
    key: str = ""
    name: str = ""
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What there is to write: who can be chosen, whether the book has a passphrase, its name."""

    scopes: list[Scope]
    is_protected: bool
    stem: str


@dataclass(frozen=True)
class Wish:
    """What the page asks for; `scope` says whose."""

    kind: str
    path: Path
    as_of: date
    language: str
    scope: Scope
    sheets: frozenset[str] | None = None
    charts: bool = True
    tables: tuple[str, ...] = ()
    version: str = "3.0"


def offer(book: Any, today: date) -> Offer:
    """Who can be chosen: everybody, the segments of the segmentation in force, the groups; those with somebody."""
    from portfolio_app.services import books, client_views, groups, portfolio

    everybody = books.info(book).counts["client"]
    scopes = [Scope("all", everybody)]
    counts = client_views.segment_counts(book, today) if everybody else {}
    for segment in portfolio.segments(book):
        if counts.get(segment.code):
            scopes.append(Scope("segment", counts[segment.code], segment.code, segment.name))
    members = groups.group_counts(book, today) if everybody else {}
    for group in groups.groups(book):
        if members.get(group.id):
            scopes.append(Scope("group", members[group.id], str(group.id), group.name))
    return Offer(scopes, book.passphrase is not None, book.path.stem)


def export(book: Any, wish: Wish, **hooks: Any) -> Exported:
    """Write the file."""
    from portfolio_app.services import export_files

    return export_files.export(book, _order(wish), **hooks)


def _order(wish: Wish) -> ExportOrder:
    from portfolio_app.services.export_files import Chosen, ExportOrder

    scope = wish.scope
    chosen = Chosen(ids=scope.ids)
    if scope.kind == "segment":
        chosen = Chosen(segment=scope.key)
    elif scope.kind == "group":
        chosen = Chosen(group=int(scope.key))
    elif scope.kind == "all":
        chosen = Chosen()
    return ExportOrder(
        wish.kind,  # type: ignore[arg-type]
        wish.path,
        wish.as_of,
        wish.language,
        chosen,
        wish.sheets,
        wish.charts,
        wish.tables or ("clients",),
        wish.version,
    )
