"""A file on its way in: how it was read, what its columns hold, and what the person chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from portfolio_app.errors import PortfolioError

if TYPE_CHECKING:
    from portfolio_app.services.import_ import Decision, Field, ImportReport, MatchRules, Source
    from portfolio_app.services.import_memory import Remembered

State = Literal["sure", "check", "chosen", "remembered", "ignored"]
Kind = Literal["table", "calendar", "copy", "ours"]
"""What a file can be: a table, a calendar, a full copy of a book, a workbook that a book exported."""
NOTATIONS = ("date_order", "decimal")
"""Options that change how cells are understood, not how the file is read."""
PERIOD = "@"
"""Between a field and the year or month that a whole column is about: sale.amount@2024, sale.amount@2024-05."""


@dataclass(frozen=True)
class Reading:
    """What reading a file gave: it, the rows it has, and a few values of each column.

    `remembered`: what was chosen for files with the same columns, and is in force. `is_ours`: a workbook that
    a book exported, which can be compared with the book instead. `sheets`: those of it that can be imported.
    """

    source: Source
    rows: int
    samples: list[list[str]]
    remembered: Remembered | None = None
    is_ours: bool = False
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherFile:
    """A file that is no table of clients; of a copy, when it was made (ISO) and how many clients it holds."""

    kind: Literal["calendar", "copy"]
    made_at: str = ""
    clients: int = 0


@dataclass
class Draft:
    """One chosen file. `error` is why it could not be read the way it was asked last.

    `options` and `choices` (column → field, "" to leave it out) are the person's own, kept when the file is
    read again, as are `constants` (field → value of every row without one). `corrections` and `decisions` are
    about lines: they go when the lines may be others. `number` tells the newest reading from older ones.
    `is_pasted`: it came from the clipboard. `is_afresh`: what was remembered for such files is not wanted.
    """

    path: Path
    reading: Reading | None = None
    other: OtherFile | None = None
    error: PortfolioError | None = None
    options: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    corrections: dict[tuple[int, str], str] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)
    rules: MatchRules | None = None
    is_reading: bool = True
    is_pasted: bool = False
    is_afresh: bool = False
    as_table: bool = False
    """A workbook of ours shall be imported like any other."""
    number: int = 0
    dated: frozenset[str] = frozenset()
    """The columns of dates in which day or month first was looked for."""

    @property
    def kind(self) -> Kind:
        """What the file is, as far as is known."""
        if self.other is not None:
            return self.other.kind
        return "ours" if self.reading is not None and self.reading.is_ours and not self.as_table else "table"

    @property
    def name(self) -> str:
        """The file's name, and the sheet where it was chosen; what was pasted has no ending."""
        name, sheet = self.path.stem if self.is_pasted else self.path.name, self.options.get("sheet")
        return f"{name} · {sheet}" if sheet else name

    @property
    def rows(self) -> int:
        """How many rows the file has; 0 while that is not known."""
        return self.reading.rows if self.reading is not None else 0

    def take(self, found: Reading | OtherFile) -> None:
        """Show a new reading, with the person's choices put onto its mapping."""
        self.error, self.is_reading = None, False
        if isinstance(found, OtherFile):
            self.other = found
            return
        self.reading = found
        source = found.source
        columns = set(source.table.columns)
        self.dated = self.date_columns()
        self.choices = {column: name for column, name in self.choices.items() if column in columns}
        for column, name in self.choices.items():
            self._put(column, name)
        for option in NOTATIONS:
            if option in self.options:
                setattr(source.mapping, option, self.options[option])
        source.mapping.constants = {**source.mapping.constants, **self.constants}
        if self.rules is None:
            self.rules = source.rules
        self._hand_over()

    def forget_lines(self) -> None:
        """The lines may be others: what was said of single ones is void."""
        self.corrections, self.decisions = {}, {}
        self._hand_over()

    def start_afresh(self) -> None:
        """Let the columns be recognised as if no file like this had come before."""
        self.is_afresh = True
        self.choices, self.constants, self.rules = {}, {}, None
        self.forget_lines()

    def set_rules(self, rules: MatchRules) -> None:
        """Recognise known clients another way; what was decided of single rows may not fit any more."""
        self.rules = rules
        self.decisions = {}
        self._hand_over()

    def correct(self, line: int, column: str, text: str) -> None:
        """Put another text in the place of a cell."""
        self.corrections[(line, column)] = text
        self._hand_over()

    def decide(self, line: int, decision: Decision | None) -> None:
        """Treat a row about a known client in its own way; None: as all others."""
        if decision is None:
            self.decisions.pop(line, None)
        else:
            self.decisions[line] = decision
        self._hand_over()

    def _hand_over(self) -> None:
        """Let the source know; the service reads it on another thread, so it gets dicts of its own."""
        if self.reading is not None and self.rules is not None:
            source = self.reading.source
            source.rules = self.rules
            source.decisions, source.corrections = dict(self.decisions), dict(self.corrections)

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

    def columns_of(self, name: str) -> list[str]:
        """The columns that go to a field."""
        if self.reading is None:
            return []
        return [c for c, used in self.reading.source.mapping.columns.items() if used == name]

    def joins(self, name: str) -> bool:
        """Whether several columns can go to a field, one after the other in it."""
        found = self.reading.source.mapping.field(name) if self.reading is not None and name else None
        return found is not None and found.joinable

    def choose(self, column: str, name: str, *, join: bool = False) -> None:
        """Send a column to a field; the column that went there is left out, unless they are to be joined."""
        for other in self.columns_of(name) if name and not join else []:
            if other != column:
                self.choices[other] = ""
                self._put(other, "")
        self.choices[column] = name
        self._put(column, name)

    def state_of(self, column: str) -> State:
        """How sure it is where the column goes."""
        reading = self.reading
        found = reading.source.mapping.confidence.get(column) if reading is not None else None
        if not self.field_of(column):
            return "check" if found == "check" and column not in self.choices else "ignored"
        if column in self.choices:
            return "chosen"
        if reading is not None and reading.remembered is not None:
            return "remembered"
        return "sure" if found == "sure" else "check"

    def date_columns(self) -> frozenset[str]:
        """The columns that hold dates."""
        mapping = self.reading.source.mapping if self.reading is not None else None
        if mapping is None:
            return frozenset()
        found = {column: mapping.field(name) for column, name in mapping.columns.items()}
        return frozenset(
            column for column, field in found.items() if field is not None and field.type == "date"
        )

    def set_constant(self, name: str, text: str) -> None:
        """Give a field this value in every row that has none; "" no longer."""
        self.constants[name] = text
        if self.reading is not None:
            constants = self.reading.source.mapping.constants
            constants.pop(name, None)
            if text:
                constants[name] = text

    def _put(self, column: str, name: str) -> None:
        if self.reading is None:
            return
        columns = self.reading.source.mapping.columns
        is_joined = self.joins(name)
        for other in [c for c, used in columns.items() if c == column or (name and used == name)]:
            if other == column or not is_joined:
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


@dataclass(frozen=True)
class Totals:
    """A report added up over its files."""

    rows: int
    created: int
    updated: int
    unchanged: int
    refused: int
    undecided: int
    skipped: dict[str, int]
    warnings: dict[str, int]
    records: dict[str, int]

    @property
    def to_write(self) -> int:
        """Rows that bring something new."""
        return self.created + self.updated


def totals(report: ImportReport) -> Totals:
    """The figures of all files together."""
    files = report.files

    def added(counts: Iterable[Any]) -> dict[str, int]:
        result: dict[str, int] = {}
        for count_by in counts:
            for key, count in count_by.items():
                result[key] = result.get(key, 0) + count
        return result

    return Totals(
        rows=sum(f.rows for f in files),
        created=sum(f.created for f in files),
        updated=sum(f.updated for f in files),
        unchanged=sum(f.unchanged for f in files),
        refused=report.refused,
        undecided=sum(f.undecided for f in files),
        skipped=added(f.skipped for f in files),
        warnings=added(f.warnings for f in files),
        records=added(f.records for f in files),
    )
