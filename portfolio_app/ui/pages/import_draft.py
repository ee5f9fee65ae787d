"""A file on its way in: how it was read, what its columns hold, and what the person chose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from portfolio_app.errors import PortfolioError

if TYPE_CHECKING:
    from portfolio_app.services.import_ import Field, FileReport, ImportReport, RefusedRow, Source

State = Literal["sure", "check", "chosen", "ignored"]
NOTATIONS = ("date_order", "decimal")
"""Options that change how cells are understood, not how the file is read."""


@dataclass(frozen=True)
class Reading:
    """What reading a file gave: it, the rows it has, and a few values of each column."""

    source: Source
    rows: int
    samples: list[list[str]]


@dataclass
class Draft:
    """One chosen file. `error` is why it could not be read the way it was asked last.

    `options` and `choices` (column → field, "" to leave it out) are the person's own, kept when the file is
    read again. `number` tells the newest reading from older ones.
    """

    path: Path
    reading: Reading | None = None
    error: PortfolioError | None = None
    options: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    is_reading: bool = True
    number: int = 0

    @property
    def rows(self) -> int:
        """How many rows the file has; 0 while that is not known."""
        return self.reading.rows if self.reading is not None else 0

    def take(self, reading: Reading) -> None:
        """Show a new reading, with the person's choices put onto its mapping."""
        self.reading, self.error, self.is_reading = reading, None, False
        columns = set(reading.source.table.columns)
        self.choices = {column: name for column, name in self.choices.items() if column in columns}
        for column, name in self.choices.items():
            self._put(column, name)
        for option in NOTATIONS:
            if option in self.options:
                setattr(reading.source.mapping, option, self.options[option])

    def field_of(self, column: str) -> str:
        """The field a column goes to, "" when it is left out."""
        return self.reading.source.mapping.columns.get(column, "") if self.reading is not None else ""

    @property
    def own(self) -> tuple[Field, ...]:
        """The fields that the user added to the book."""
        return self.reading.source.mapping.own if self.reading is not None else ()

    def own_title(self, name: str) -> str:
        """What the user calls a field that they added; "" for the others."""
        return next((field.title for field in self.own if field.name == name), "")

    def column_of(self, name: str) -> str:
        """The column that goes to a field, "" when none does."""
        if self.reading is None:
            return ""
        return next((c for c, used in self.reading.source.mapping.columns.items() if used == name), "")

    def choose(self, column: str, name: str) -> None:
        """Send a column to a field; the column that went there is left out from now on."""
        other = self.column_of(name) if name else ""
        if other and other != column:
            self.choices[other] = ""
        self.choices[column] = name
        self._put(column, name)

    def state_of(self, column: str) -> State:
        """How sure it is where the column goes."""
        found = self.reading.source.mapping.confidence.get(column) if self.reading is not None else None
        if not self.field_of(column):
            return "check" if found == "check" and column not in self.choices else "ignored"
        if column in self.choices:
            return "chosen"
        return "sure" if found == "sure" else "check"

    def _put(self, column: str, name: str) -> None:
        if self.reading is None:
            return
        columns = self.reading.source.mapping.columns
        for other in [c for c, used in columns.items() if c == column or (name and used == name)]:
            del columns[other]
        if name:
            columns[column] = name

    def problem(self) -> PortfolioError | None:
        """Why this file cannot be imported as it stands, if it cannot."""
        if self.error is not None or self.reading is None:
            return self.error
        try:
            self.reading.source.mapping.validate(self.reading.source.table)
        except PortfolioError as error:
            return error
        return None


def read(book: Any, path: Path, options: dict[str, Any]) -> Reading:
    """Open the file and look at it; the book tells its own fields. Raises `SourceError`."""
    from portfolio_app.services import import_

    told = {name: value for name, value in options.items() if name not in NOTATIONS}
    source = import_.read_source(path, own=import_.own_fields(book), **told)
    return Reading(source, import_.count_rows(source), import_.column_samples(source))


def save_refused(
    reports: list[FileReport], path: Path, reason: Callable[[RefusedRow], str], headers: tuple[str, str]
) -> list[Path]:
    """Write the refused rows, a file for each imported one; returns the files. Raises `BookWriteError`."""
    from portfolio_app.services import import_

    with_rows = [report for report in reports if report.refused]
    line, why = headers
    written = []
    for report in with_rows:
        name = path.stem if len(with_rows) == 1 else f"{path.stem} - {report.source.path.stem}"
        target = path.with_name(f"{name}{path.suffix or '.csv'}")
        written.append(
            import_.save_refused(report, target, reason=reason, line_header=line, reason_header=why)
        )
    return written


@dataclass(frozen=True)
class Totals:
    """A report added up over its files."""

    rows: int
    created: int
    updated: int
    unchanged: int
    refused: int
    skipped: dict[str, int]
    warnings: dict[str, int]
    records: dict[str, int]

    @property
    def to_write(self) -> int:
        """Rows that bring something new."""
        return self.created + self.updated


def totals(report: ImportReport) -> Totals:
    """The figures of all files together."""

    def added(name: str) -> dict[str, int]:
        result: dict[str, int] = {}
        for file in report.files:
            for key, count in getattr(file, name).items():
                result[key] = result.get(key, 0) + count
        return result

    files = report.files
    return Totals(
        rows=sum(f.rows for f in files),
        created=sum(f.created for f in files),
        updated=sum(f.updated for f in files),
        unchanged=sum(f.unchanged for f in files),
        refused=report.refused,
        skipped=added("skipped"),
        warnings=added("warnings"),
        records=added("records"),
    )
