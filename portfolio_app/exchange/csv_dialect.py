"""Finding the delimiter and the quote of a text file, and reading its records with line numbers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import SourceError
from portfolio_app.exchange.cell_kinds import kind_of
from portfolio_app.exchange.fixed_width import looks_fixed, read_fixed, shared_columns

DELIMITERS = (",", ";", "\t", "|")
FIXED = "fixed"
"""Stands for “columns separated by runs of blanks”."""

MAX_CELL = 1_000_000
MAX_COLUMNS = 2_000
MAX_RECORD = 4_000_000
"""Most characters of one record, all its lines together."""
_SCORED_RECORDS = 200


@dataclass(frozen=True, slots=True)
class Format:
    """How records are cut into cells. `delimiter` is a character or `FIXED`; `escape` is usually empty."""

    delimiter: str
    quote: str = '"'
    escape: str = ""


def sniff(text: str, delimiter: str | None = None) -> Format:
    """The format of a text: the delimiter that most evenly cuts the records into clean cells.

    With `delimiter` given, only the quote and the escape are looked for.
    """
    if delimiter == FIXED:
        return Format(FIXED, "")
    quote = _quote_of(text)
    escaped = text.count("\\" + quote) > 1 and not any("\\" + quote + mark in text for mark in ",;\t")
    escape = "\\" if escaped else ""
    if delimiter is not None:
        return Format(delimiter, quote, escape)
    scores = {mark: _score(text, Format(mark, quote, escape)) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    lines = text.splitlines()[:_SCORED_RECORDS]
    if (scores[best] < 0.45 or _has_gaps(lines, best)) and not _is_cut(lines) and looks_fixed(lines):
        return Format(FIXED, "")
    return Format(best if scores[best] > 0 else ",", quote, escape)


def _is_cut(lines: list[str]) -> bool:
    """Whether a mark that no sentence holds twice cuts many lines, however unevenly: a statement below its preamble."""
    filled = [line for line in lines if line.strip()]
    return any(sum(line.count(mark) >= 2 for line in filled) >= 0.25 * len(filled) for mark in ";\t")


def _has_gaps(lines: list[str], delimiter: str) -> bool:
    """Whether blanks cut most lines better than this delimiter: in runs that no padding beside it explains."""
    inside = re.compile(rf"[^\s{re.escape(delimiter)}] {{3,}}[^\s{re.escape(delimiter)}]")
    filled = [line for line in lines if line.strip()]
    if sum(inside.search(line) is not None for line in filled) < 0.6 * len(filled):
        return False
    usual = Counter(len(line.split(delimiter)) for line in filled).most_common(1)
    return bool(usual) and shared_columns(filled) > usual[0][0]


def _quote_of(text: str) -> str:
    if '"' not in text and re.search(r"(?:^|[,;\t|])'[^'\n]*'(?=[,;\t|\r\n])", text):
        opened = len(re.findall(r"(?:^|[,;\t|\n])'", text))
        closed = len(re.findall(r"'(?=[,;\t|\r\n]|$)", text))
        if opened > 3 and opened == closed:
            return "'"
    return '"'


def _score(text: str, form: Format) -> float:
    """0…1: share of records of the usual width, times share of clean cells, more for more columns."""
    records: list[list[str]] = []
    try:
        for _line, record in read_records(text.splitlines(keepends=True), form):
            if any(cell.strip() for cell in record):
                records.append(record)
            if len(records) >= _SCORED_RECORDS:
                break
    except csv.Error:
        return 0.0
    except SourceError:
        if not records:
            return 0.0
    widths = Counter(len(record) for record in records)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    near = sum(wide[other] for other in wide if other != width and abs(other - width) <= 1)
    consistency = (count + 0.4 * near) / len(records)
    cells = [cell for record in records if len(record) == width for cell in record]
    clean = sum(_cleanness(cell, form.delimiter) for cell in cells) / len(cells)
    return min(consistency, 1.0) * clean * (1 - 0.35 / width)


def _cleanness(cell: str, delimiter: str) -> float:
    text = cell.strip()
    if not text:
        return 0.8
    kind = kind_of(text)
    if kind != "text":
        return 1.0
    others = sum(text.count(mark) for mark in DELIMITERS if mark != delimiter)
    if others == 0:
        return 0.9 if '"' not in text else 0.5
    if delimiter != "," and others == text.count(", "):
        return 0.85
    return 0.3 if re.search(r"\S[;\t|]\S|[;\t|]", text) else 0.6


def read_records(
    lines: Iterable[str], form: Format, *, path: Path | None = None, first_line: int = 1
) -> Iterator[tuple[int, list[str]]]:
    """(line number where the record begins, its cells) for every record, blank lines included as `[]`.

    Raises `SourceError` `bad_line`, naming the line where a quote opens that never closes, or closes only
    after swallowing whole lines of the table.
    """
    if form.delimiter == FIXED:
        yield from _read_fixed(lines, path, first_line)
        return
    if csv.field_size_limit() < MAX_CELL:
        csv.field_size_limit(MAX_CELL)
    feed = _Feed(lines)
    reader = csv.reader(
        feed,
        delimiter=form.delimiter,
        quotechar=form.quote or None,
        quoting=csv.QUOTE_MINIMAL if form.quote else csv.QUOTE_NONE,
        escapechar=form.escape or None,
        doublequote=not form.escape,
        skipinitialspace=form.delimiter != "\t",
    )
    begin = first_line
    while True:
        feed.pulled = feed.size = 0
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise _unclosed(path, begin) from None
        if feed.pulled > 1 or feed.ended:
            _check_span(record, feed, form, path, begin)
        if len(record) > MAX_COLUMNS:
            raise _too_wide(record, path, begin)
        yield begin, [] if form.delimiter == "|" and _is_ruler(record) else record
        begin += feed.pulled


def _is_ruler(record: list[str]) -> bool:
    """The line of dashes that databases and notes put under the names of a table drawn with bars."""
    text = "".join(record)
    return "--" in text and not text.strip(" -+:=")


class _Feed:
    """Hands lines to the reader and counts how many one record takes."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._next = iter(lines).__next__
        self.pulled = 0
        self.size = 0
        self.ended = False
        self.first = self.last = ""

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        try:
            line = self._next()
        except StopIteration:
            self.ended = True
            raise
        if self.pulled == 0:
            self.first = line
        self.last = line
        self.pulled += 1
        self.size += len(line)
        if self.size > MAX_RECORD:
            raise csv.Error("the record is too long")
        return line


def _check_span(record: list[str], feed: _Feed, form: Format, path: Path | None, begin: int) -> None:
    if feed.ended:
        raise _unclosed(path, begin)
    needed = len(record) - 1
    if (
        needed >= 2
        and feed.first.count(form.delimiter) >= needed
        and feed.last.count(form.delimiter) >= needed
    ):
        opened = feed.first.rfind(form.delimiter + form.quote)
        inside = feed.first[opened + 2 :] if opened >= 0 else feed.first[1:]
        if inside.count(form.delimiter) >= 1 or feed.first.startswith(form.quote):
            raise _unclosed(path, begin)


def _unclosed(path: Path | None, line: int) -> SourceError:
    return SourceError(
        "bad_line", path=str(path or ""), line=line, detail="a quotation mark opens here and is not closed"
    )


def _too_wide(record: list[str], path: Path | None, line: int) -> SourceError:
    return SourceError(
        "bad_line",
        path=str(path or ""),
        line=line,
        detail=f"it has {len(record)} cells, too many for a table",
    )


def _read_fixed(lines: Iterable[str], path: Path | None, first_line: int) -> Iterator[tuple[int, list[str]]]:
    for number, record in read_fixed(lines, first_line):
        if len(record) > MAX_COLUMNS:
            raise _too_wide(record, path, number)
        yield number, record
