"""Commands that make a book, bring files in and write files out."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from portfolio_app.cli import calendars
from portfolio_app.cli.common import DONE, IN_PART, REFUSED, opened, plain, print_json, protect
from portfolio_app.services import books


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
    inputs = [arguments.book, *arguments.files, *([arguments.mapping] if arguments.mapping else [])]
    protect(arguments.refused, *inputs)
    mapping = Mapping.from_json(arguments.mapping) if arguments.mapping else None
    with opened(arguments.book) as book:
        own = import_.own_fields(book)
        sources = [import_.read_source(path, mapping, own=own) for path in arguments.files]
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
        _notes_on(file)
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


def _notes_on(file: Any) -> None:
    """What somebody who sees no columns should know: what was left out, and what was decided for them."""
    table, mapping = file.source.table, file.source.mapping
    unmapped = _unmapped(file)
    if unmapped:
        print(f"{table.path}: columns not imported: {', '.join(unmapped)}", file=sys.stderr)
    others = [sheet for sheet in table.dialect.sheets or () if sheet != table.dialect.sheet]
    if others:
        print(
            f"{table.path}: only the sheet “{table.dialect.sheet}” was read, not: {', '.join(others)} "
            '(name one as "sheet" in a mapping file)',
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
        "records": file.records,
        "unmapped": _unmapped(file),
        "ambiguous_dates": bool(file.source.mapping.ambiguous_dates),
        "mapping": file.source.mapping.to_dict(),
        "dialect": dialect.to_dict(),
    }


def export_book(arguments: argparse.Namespace) -> int:
    """The Excel workbook, or the follow-ups as a calendar."""
    from portfolio_app.services.export import export_workbook

    if arguments.out.suffix.lower() == calendars.SUFFIX:
        return calendars.export_calendar(arguments)
    protect(arguments.out, arguments.book)
    with opened(arguments.book) as book:
        written = export_workbook(book, arguments.out, arguments.as_of or book.today(), arguments.lang)
    print(written)
    return DONE
