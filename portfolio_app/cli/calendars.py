"""Commands about calendar files (.ics): follow-ups out, reminders in."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app.cli.common import DONE, IN_PART, REFUSED, opened, print_json, protect, write_whole

if TYPE_CHECKING:
    from portfolio_app.services.calendar_files import CalendarEntry, CalendarMatch

SUFFIX = ".ics"
REASONS = {
    "no_date": "it has no date",
    "bad_date": "its date cannot be read",
    "no_client": "no client is recognised in it; name the client in its title",
    "several_clients": "it may be about several clients: {names}",
}
"""Why an entry is refused."""
_HINTS = {
    "rule": "its repetition cannot be kept; only its first day is",
    "exceptions": "days left out of its repetition, or added to it, are not kept",
    "month_end": "in a month without that day it comes on the last one",
    "time_zone": "its time zone is not known and was read as this computer's",
    "text": "its text is too long and was cut",
}


@dataclass
class _Report:
    """What became, or would become, of the entries of a file."""

    path: Path
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, CalendarMatch, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    taken: list[CalendarMatch] = field(default_factory=list)
    pairs: list[tuple[int, CalendarEntry]] = field(default_factory=list)


def import_calendars(arguments: argparse.Namespace) -> int:
    """Take reminders in from calendar files; say what became of every entry."""
    from portfolio_app.services import calendar_files

    protect(arguments.refused, arguments.book, *arguments.files)
    with opened(arguments.book) as book:
        reports = []
        for path in arguments.files:
            entries = calendar_files.read_calendar(path)
            reports.append(_report(path, calendar_files.match_clients(book, entries)))
        refused = sum(len(report.refused) for report in reports)
        is_written = not arguments.dry_run and not (arguments.strict and refused)
        if is_written:
            pairs = [pair for report in reports for pair in report.pairs]
            calendar_files.import_reminders(book, pairs)
    if arguments.refused:
        write_whole(arguments.refused, lambda stream: _write_refused(stream, reports))
    _tell(reports, arguments, is_written=is_written)
    if refused and (arguments.strict or not any(report.counts for report in reports)):
        return REFUSED
    return IN_PART if refused else DONE


def _report(path: Path, matches: list[CalendarMatch]) -> _Report:
    report = _Report(path)
    names = {"new": "created", "changed": "updated", "same": "unchanged", "kept": "unchanged"}
    for number, match in enumerate(matches, start=1):
        if match.problem:
            if match.problem in REASONS:
                report.refused.append((number, match, match.problem))
            else:
                report.skipped[match.problem] += 1
        elif match.client_id is None:
            code = "several_clients" if match.client_ids else "no_client"
            report.refused.append((number, match, code))
        else:
            report.counts[names[match.state]] += 1
            report.taken.append(match)
            report.pairs.append((match.client_id, match.entry))
    return report


def _reason(match: CalendarMatch, code: str) -> str:
    return REASONS[code].replace("{names}", ", ".join(match.names[:5]))


def _write_refused(stream: Any, reports: list[_Report]) -> None:
    from portfolio_app.exchange.cells import escape_formula

    writer = csv.writer(stream)
    writer.writerow(("File", "Entry", "Title", "Reason"))
    for report in reports:
        for number, match, code in report.refused:
            cells = (report.path.name, str(number), match.entry.title, _reason(match, code))
            writer.writerow([escape_formula(cell) for cell in cells])


def _tell(reports: list[_Report], arguments: argparse.Namespace, *, is_written: bool) -> None:
    for report in reports:
        for number, match, code in report.refused:
            print(
                f"{report.path}, entry {number} “{match.entry.title}”: {_reason(match, code)}",
                file=sys.stderr,
            )
        for match in report.taken:
            for hint in match.entry.hints if match.state in ("new", "changed") else ():
                print(f"{report.path}, “{match.entry.title}”: {_HINTS[hint]}", file=sys.stderr)
    if arguments.json:
        dry = {"dry_run": arguments.dry_run, "written": is_written}
        print_json({"files": [_as_json(report) for report in reports], **dry})
        return
    for report in reports:
        counts = report.counts
        print(
            f"{report.path.name}: {counts['created']} created, {counts['updated']} updated, "
            f"{counts['unchanged']} unchanged, {len(report.refused)} refused, {report.skipped.total()} skipped"
        )


def _as_json(report: _Report) -> dict[str, Any]:
    counts = report.counts
    return {
        "file": str(report.path),
        "rows": counts.total() + len(report.refused) + report.skipped.total(),
        "created": counts["created"],
        "updated": counts["updated"],
        "unchanged": counts["unchanged"],
        "refused": [
            {
                "line": number,
                "column": "",
                "value": match.entry.title,
                "reason": _reason(match, code),
                "code": code,
            }
            for number, match, code in report.refused
        ],
        "skipped": dict(report.skipped),
    }
