"""Commands that make a book, bring files in and write files out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from portfolio_app.cli import calendars
from portfolio_app.cli.common import DONE, IN_PART, REFUSED, opened, plain, print_json, protect
from portfolio_app.errors import MappingError, SourceError
from portfolio_app.services import book_copy, books


def new_book(arguments: argparse.Namespace) -> int:
    """An empty book."""
    book = books.new_book(arguments.book, arguments.currency, country=arguments.country)
    print(book.path)
    books.close_book(book)
    return DONE


def import_files(arguments: argparse.Namespace) -> int:
    """Bring files in; say what became of every row."""
    from portfolio_app.exchange.mapping import Mapping
    from portfolio_app.services import import_

    if any(path.suffix.lower() == calendars.SUFFIX for path in arguments.files):
        return calendars.import_calendars(arguments)
    if [path.suffix.lower() for path in arguments.files] == [book_copy.SUFFIX]:
        return _import_copy(arguments)
    inputs = [arguments.book, *arguments.files, *([arguments.mapping] if arguments.mapping else [])]
    protect(arguments.refused, *inputs)
    mapping = Mapping.from_json(arguments.mapping) if arguments.mapping else None
    with opened(arguments.book) as book:
        own = import_.own_fields(book)
        sources = [source for path in arguments.files for source in _sources(path, mapping, own, arguments)]
        if arguments.dry_run or arguments.strict:
            report = import_.preview_import(book, sources)
        if not arguments.dry_run and not (arguments.strict and report.refused):
            _, report = import_.import_files(book, sources)
        if arguments.refused:
            bad = [file for file in report.files if file.refused]
            for number, file in enumerate(bad, start=1):
                # Each file has its own columns, so each has its own list of refused rows.
                name = arguments.refused.stem + (f"-{number}" if len(bad) > 1 else "")
                import_.save_refused(file, arguments.refused.with_name(name + arguments.refused.suffix))
    kept = sum(file.created + file.updated + file.unchanged for file in report.files)
    for file in report.files:
        same = [one.source for one in report.files if one.source.path == file.source.path]
        _notes_on(file, {source.table.dialect.sheet for source in same})
        for row in file.refused:
            where = f", column “{row.column}”" if row.column else ""
            print(f"{file.source.path}, line {row.line}{where}: {row.reason}", file=sys.stderr)
    nothing = report.refused > 0 and (kept == 0 or arguments.strict)
    if arguments.json:
        dry = {"dry_run": arguments.dry_run, "written": not arguments.dry_run and not nothing}
        print_json({"files": [_file_json(file) for file in report.files], **dry})
    else:
        for file in report.files:
            skipped = sum(file.skipped.values())
            print(
                f"{file.source.path.name}: {file.rows} rows, {file.created} created, {file.updated} updated, "
                f"{file.unchanged} unchanged, {len(file.refused)} refused, {skipped} skipped"
            )
    if nothing:
        return REFUSED
    return IN_PART if report.refused else DONE


def _sources(path: Path, mapping: Any, own: Any, arguments: argparse.Namespace) -> list[Any]:
    """The file, or each of its sheets that was asked for, with the rules for the clients it meets."""
    from portfolio_app.services import import_

    sources = [import_.read_source(path, mapping, own=own)]
    sheets, wanted = sources[0].table.dialect.sheets, arguments.sheet
    if sheets and wanted == ["*"]:
        found = (_of_sheet(path, mapping, own, name) for name in sheets)
        sources = [source for source in found if source is not None] or sources
    elif sheets and wanted:
        sources = [import_.read_source(path, mapping, own=own, sheet=name) for name in wanted]
    keys = arguments.match or import_.MatchRules().keys
    for source in sources:
        source.rules = import_.MatchRules(keys, arguments.policy)
    return sources


def _of_sheet(path: Path, mapping: Any, own: Any, sheet: str) -> Any:
    """A sheet ready to be imported; None for one that holds nothing to import, such as a cover."""
    from portfolio_app.services import import_

    try:
        source = import_.read_source(path, mapping, own=own, sheet=sheet)
        source.mapping.validate(source.table)
    except MappingError:
        return None
    except SourceError as error:
        if error.code not in ("empty_file", "no_rows", "no_header"):
            raise
        return None
    return source


def _notes_on(file: Any, read: Collection[str]) -> None:
    """What somebody who sees no columns should know: what was left out, and what was decided for them."""
    table, mapping = file.source.table, file.source.mapping
    unmapped = _unmapped(file)
    if unmapped:
        print(f"{table.path}: columns not imported: {', '.join(unmapped)}", file=sys.stderr)
    others = [sheet for sheet in table.dialect.sheets or () if sheet not in read]
    if others:
        print(
            f"{table.path}: only the sheet “{table.dialect.sheet}” was read, not: {', '.join(others)} "
            "(choose by --sheet NAME, or --sheet '*' for all)",
            file=sys.stderr,
        )
    if mapping.ambiguous_dates:
        print(
            f"{table.path}: the dates could be read two ways and were read as {mapping.date_order} "
            '(say "date_order" in a mapping file to decide otherwise)',
            file=sys.stderr,
        )


def _unmapped(file: Any) -> list[str]:
    return [column for column in file.source.table.columns if column not in file.source.mapping.columns]


def _file_json(file: Any) -> dict[str, Any]:
    dialect = file.source.table.dialect
    return {
        "file": str(file.source.path),
        "rows": file.rows,
        "created": file.created,
        "updated": file.updated,
        "unchanged": file.unchanged,
        "refused": [
            {
                "line": row.line,
                "column": row.column,
                "value": plain(row.value),
                "reason": row.reason,
                "code": row.code,
            }
            for row in file.refused
        ],
        "skipped": dict(file.skipped),
        "warnings": dict(file.warnings),
        "known_clients": len(file.matches),
        "records": file.records,
        "unmapped": _unmapped(file),
        "ambiguous_dates": bool(file.source.mapping.ambiguous_dates),
        "mapping": file.source.mapping.to_dict(),
        "dialect": dialect.to_dict(),
    }


def _import_copy(arguments: argparse.Namespace) -> int:
    """Take a full copy of a book into an empty one."""
    (path,) = arguments.files
    with opened(arguments.book) as book:
        head = book_copy.copy_head(path)
        if not arguments.dry_run:
            book_copy.read_copy(book, path)
    if arguments.json:
        kept = {
            "created": sum(head.rows.values()),
            "records": head.rows,
            "refused": [],
            "dialect": {"kind": "copy"},
        }
        print_json({"files": [{"file": str(path), **kept}], "dry_run": arguments.dry_run})
    else:
        print(f"{path.name}: {sum(head.rows.values())} records, {head.rows.get('client', 0)} clients")
    return DONE


def export_book(arguments: argparse.Namespace) -> int:
    """The book as a file of the kind that its name says."""
    from portfolio_app.services import export_files

    protect(arguments.out, arguments.book)
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        order = replace(
            export_files.order_for(arguments.out, as_of, arguments.lang),
            chosen=export_files.Chosen(segment=arguments.segment or ""),
            version=arguments.vcard,
        )
        if arguments.table:
            order = replace(order, tables=(arguments.table,))
        written = export_files.export(book, order)
    print(written.path)
    return DONE


def report(arguments: argparse.Namespace) -> int:
    """Key figures, months, segments and whom to contact, as PDF."""
    from portfolio_app.services import report as reporting

    protect(arguments.out, arguments.book)
    with opened(arguments.book) as book:
        written = reporting.report(book, arguments.out, arguments.as_of or book.today(), arguments.lang)
    print(written)
    return DONE
