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

DELIMITERS = (",", ";", "\t", "|")
FIXED = "fixed"
"""Stands for “columns separated by runs of blanks”."""

MAX_CELL = 1_000_000
MAX_COLUMNS = 2_000
MAX_RECORD = 4_000_000
"""Most characters of one record, all its lines together."""
_SCORED_RECORDS = 200
_ALIGNED = re.compile(r"\s{2,}|\t+")


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
    if scores[best] < 0.45 and _looks_fixed(text):
        return Format(FIXED, "")
    return Format(best if scores[best] > 0 else ",", quote, escape)


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


def _looks_fixed(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()][:_SCORED_RECORDS]
    if len(lines) < 2:
        return False
    rows = [line.split() for line in lines]
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    if width >= 3 and count >= 0.9 * len(rows):
        data = sum(kind_of(cell) not in ("text", "truth") for row in rows[1:] for cell in row)
        if data >= 0.5 * width * (len(rows) - 1):
            return True
    return _aligned_width(lines) >= 2


def _aligned_width(lines: list[str]) -> int:
    """Columns of a report whose cells stand apart by two blanks or more; 0 when the lines disagree."""
    widths = Counter(len(_ALIGNED.split(line.strip())) for line in lines)
    width, count = widths.most_common(1)[0]
    return width if width >= 2 and len(lines) >= 3 and count >= 0.9 * len(lines) else 0


def _fixed_splitter(lines: list[str]) -> re.Pattern[str]:
    words = Counter(len(line.split()) for line in lines)
    width, count = words.most_common(1)[0] if words else (0, 0)
    if count >= 0.9 * len(lines) and width >= _aligned_width(lines):
        return re.compile(r"\s+")
    return _ALIGNED


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
        yield begin, record
        begin += feed.pulled


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
    for number, record in _fixed_records(lines, first_line):
        if len(record) > MAX_COLUMNS:
            raise _too_wide(record, path, number)
        yield number, record


def _fixed_records(lines: Iterable[str], first_line: int) -> Iterator[tuple[int, list[str]]]:
    waiting: list[str] = []
    held = 0
    splitter: re.Pattern[str] | None = None
    number = first_line
    for line in lines:
        if splitter is None:
            waiting.append(line.strip())
            held += len(line)
            if len(waiting) < 50 and held < MAX_RECORD:
                continue
            splitter = _fixed_splitter([text for text in waiting if text])
            for text in waiting:
                yield number, splitter.split(text) if text else []
                number += 1
            continue
        text = line.strip()
        yield number, splitter.split(text) if text else []
        number += 1
    if splitter is None and waiting:
        splitter = _fixed_splitter([text for text in waiting if text])
        for text in waiting:
            yield number, splitter.split(text) if text else []
            number += 1
