"""What a chosen file is, and whom its new clients look like, before it is decided what becomes of it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio_app.errors import OperationCancelled
from portfolio_app.exchange.file_kind import FileKind, file_kind
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.workbook_words import import_order
from portfolio_app.services.duplicates import party_of
from portfolio_app.services.import_ import (
    Cancelled,
    FileReport,
    ImportReport,
    Progress,
    Source,
    preview_import,
)
from portfolio_app.services.import_keys import AlikeNames
from portfolio_app.services.import_match import KEYS, Match, MatchRules
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

__all__ = ["Double", "FileKind", "doubles", "is_export", "kind_of", "sheets_of"]

_MOST_ROWS = 5_000
"""Larger imports are not looked through; what they double is found in the book."""
_LISTED = 500
_REASONS = {"fuzzy": ("similar_name", "place"), "name_place": ("name", "place")}
"""What recognises by several things at once."""
_ANYWHERE = "*"
_MOST_COMPARED = 20_000_000
"""Names alone are compared in books and files up to this size (their product)."""
_ALIKE = 70
"""How sure it must be of two clients of one file."""


@dataclass(frozen=True)
class Double:
    """A client that an import would add and that may be known already.

    `file`: the number of its file, `line` its first one there, `lines` all of them. `other`: the client it looks
    like, `client_id` of the book; None: another one of the same file, at `other_line`. `reasons` as of
    `analysis.duplicates.Found`. `score` from 0 to 100.
    """

    file: int
    file_name: str
    line: int
    lines: tuple[int, ...]
    name: str
    place: str
    other: str
    other_place: str
    client_id: int | None
    other_line: int
    reasons: tuple[str, ...]
    score: int


def kind_of(path: Path) -> FileKind:
    """A table, address cards, a calendar or a full copy of a book. Raises `SourceError`."""
    return file_kind(path)


def is_export(source: Source) -> bool:
    """Whether a workbook was exported from a book, so that it can be compared with it."""
    sheets = source.table.dialect.sheets
    if not sheets:
        return False
    from portfolio_app.services.round_trip import is_ours

    return is_ours(sheets)


def sheets_of(source: Source) -> tuple[str, ...]:
    """The sheets of a workbook that may hold something to import, in their order; () of other files."""
    sheets = source.table.dialect.sheets
    return tuple(sheet for sheet in sheets if sheet in import_order(sheets, sheets[0])) if sheets else ()


def doubles(
    book: Book,
    report: ImportReport,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Double]:
    """New clients of an import, of which `report` is the preview, that look like another one: the surest first.

    Those of the book are found by the keys that the rules leave out. Raises as `preview_import` does.
    """
    if sum(file.rows for file in report.files) > _MOST_ROWS:
        return []
    found = list(_in_book(book, report, progress, cancelled))
    told = {(double.file, line) for double in found for line in double.lines}
    found += [*_by_name(book, report, told, cancelled), *_in_files(book, report, cancelled)]
    found.sort(key=lambda double: (-double.score, double.file, double.line))
    return found[:_LISTED]


def _in_book(
    book: Book, report: ImportReport, progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Double]:
    """What all keys would recognise and the chosen ones do not."""
    sources = [_with_all_keys(file.source) for file in report.files]
    wider = preview_import(book, sources, progress=progress, cancelled=cancelled)
    for number, (file, before) in enumerate(zip(wider.files, report.files, strict=True)):
        groups: dict[tuple[int, str], list[Match]] = {}
        decided = before.source.decisions
        for match in file.matches:
            if (
                match.by not in before.source.rules.keys
                and match.by != "decision"
                and match.line not in decided
            ):
                groups.setdefault((match.client_id, fold(match.name)), []).append(match)
        for matches in groups.values():
            first = matches[0]
            yield Double(
                number,
                file.source.path.name,
                first.line,
                tuple(match.line for match in matches),
                first.name,
                "",
                first.client,
                "",
                first.client_id,
                0,
                _REASONS.get(first.by, (first.by,)),
                first.score if first.by == "fuzzy" else 99,
            )


def _by_name(
    book: Book, report: ImportReport, told: Container[tuple[int, int]], cancelled: Cancelled | None
) -> Iterator[Double]:
    """New clients whose row tells no place, as in most lists of sales, and whose name is like one of the book."""
    with book.read() as connection:
        known = connection.exec_driver_sql("SELECT id, name FROM client").all()
    if len(known) * sum(file.rows for file in report.files) > _MOST_COMPARED:
        return
    alike = AlikeNames()
    names: dict[int, str] = {row[0]: row[1] for row in known}
    for client_id, name in names.items():
        alike.note(client_id, name, "", _ANYWHERE)
    for number, file in enumerate(report.files):
        lines = _lines_without_place(file, cancelled)
        for name, found in lines.items():
            _go_on(cancelled)
            others = alike.find(name, "", _ANYWHERE)[:1]
            if not others or (number, found[0]) in told:
                continue
            client_id, score = others[0]
            if fold(names[client_id]) == fold(name):
                continue  # something else tells the two apart
            yield Double(
                number,
                file.source.path.name,
                found[0],
                tuple(found),
                name,
                "",
                names[client_id],
                "",
                client_id,
                0,
                ("similar_name",),
                score,
            )


def _lines_without_place(file: FileReport, cancelled: Cancelled | None) -> dict[str, list[int]]:
    """The lines of the clients that nothing recognised and that have no place, by name."""
    source = file.source
    known = {match.line for match in file.matches} | source.decisions.keys()
    found: dict[str, list[int]] = {}
    for count, row in enumerate(read_rows(source.table, source.mapping, source.corrections)):
        if not count % 200:
            _go_on(cancelled)
        if not isinstance(row, ImportRow) or row.line in known:
            continue
        name = str(row.values.get("client.name") or "")
        if name and not any(row.values.get(f"client.{place}") for place in ("postcode", "city")):
            found.setdefault(name, []).append(row.line)
    return found


def _with_all_keys(source: Source) -> Source:
    """The same file, in which every known client is met and none is changed, so that rows do not find rows."""
    keys = (*source.rules.keys, *(key for key in KEYS if key not in source.rules.keys))
    return replace(source, mapping=replace(source.mapping), rules=MatchRules(keys, "skip"), decisions={})


def _in_files(book: Book, report: ImportReport, cancelled: Cancelled | None) -> Iterator[Double]:
    """Clients of one file that are alike, of which the book has not both already."""
    from portfolio_app.analysis.duplicates import Register

    with book.read() as connection:
        known = {row[0] for row in connection.exec_driver_sql("SELECT sort_name FROM client")}
    for number, file in enumerate(report.files):
        rows = _clients_of(file.source, cancelled)
        register = Register(party_of(place, row, []) for place, (_line, row) in enumerate(rows, 1))
        for _share in register.search():
            _go_on(cancelled)
        for first, second, score, reasons in register.pairs():
            (line, one), (other_line, other) = rows[first - 1], rows[second - 1]
            if score < _ALIKE or (fold(one["name"]) in known and fold(other["name"]) in known):
                continue
            yield Double(
                number,
                file.source.path.name,
                other_line,
                (other_line,),
                other["name"],
                other["city"],
                one["name"],
                one["city"],
                None,
                line,
                reasons,
                score,
            )


def _clients_of(source: Source, cancelled: Cancelled | None) -> list[tuple[int, dict[str, str]]]:
    """The named clients of a file, each once, with their first line."""
    found: dict[tuple[str, str, str], tuple[int, dict[str, str]]] = {}
    for row in read_rows(source.table, source.mapping, source.corrections):
        if not isinstance(row, ImportRow) or not row.values.get("client.name"):
            continue
        if not len(found) % 200:
            _go_on(cancelled)
        values = {name: str(row.values.get(f"client.{name}") or "") for name in _COMPARED}
        key = (fold(values["name"]), values["reference"], values["postcode"] or fold(values["city"]))
        found.setdefault(key, (row.line, values))
    return list(found.values())


_COMPARED = (
    "name", "kind", "reference", "siret", "vat", "email", "phone", "website", "street", "postcode", "city",
    "birth_date",
)  # fmt: skip


def _go_on(cancelled: Cancelled | None) -> None:
    if cancelled is not None and cancelled():
        raise OperationCancelled
