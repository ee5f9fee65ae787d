"""Turning the cells of a table into typed values: what imports, what is refused, what is skipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from portfolio_app.errors import MappingError
from portfolio_app.exchange import row_parts
from portfolio_app.exchange.cell_converters import Converter, above_one, converter, scaled, zero_restored
from portfolio_app.exchange.cells import NOTHING, Cell, CellError, cell_text
from portfolio_app.exchange.dates import infer_date_order
from portfolio_app.exchange.discounts import taken_off
from portfolio_app.exchange.fields import (
    FIELDS,
    NAMING_FIELDS,
    NUMBER_TYPES,
    PERIOD,
    Field,
    last_day,
    longest,
)
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.numbers import DecimalMark, infer_decimal
from portfolio_app.exchange.person_names import name_order
from portfolio_app.exchange.refusals import RefusedRow
from portfolio_app.exchange.row_noise import MAYBE_TOTAL, is_total, repeats_header
from portfolio_app.exchange.row_notes import told_apart
from portfolio_app.exchange.table_habits import TableHabits
from portfolio_app.exchange.tabular import Table
from portfolio_app.exchange.values import looks_like_email, looks_like_phone
from portfolio_app.exchange.words import document_kind, fold_header, is_won
from portfolio_app.exchange.workbook_words import MANIFEST
from portfolio_app.models.enums import SurveyKind
from portfolio_app.models.money import MAX_MONEY

_CACHED = 60_000
_CACHED_LENGTH = 500
"""Longer cells are notes: seldom twice the same, and too much to keep."""
_WORD = 200
"""No word of a closed list is longer."""
_MISSING: Any = object()
_SALE_FIGURES = frozenset({"sale.quantity", "sale.unit_price"})
"""What makes a sale only where no column holds its amount."""
_PERSONS = ("contact", "contact2", "contact3")


@dataclass(frozen=True, slots=True)
class PeriodSale:
    """What a client bought in a whole period, from a column such as “CA 2023”: `on` is its last day.

    An `amount` of 0 is no sale; it may correct one that an earlier import brought.
    """

    on: date
    amount: Decimal
    column: str


@dataclass(slots=True)
class ImportRow:
    """A row that can be imported. `values`: field name → typed value, blank cells left out.

    Dates are `date`, money and quantities `Decimal`, `sale.discount` a fraction of 1, `deal.probability` (per cent)
    and `survey.score` `int`, tags `list[str]`, choices the values of `portfolio_app.models.enums`, the book's own
    numbers `float` and its yes or no `bool`, everything else `str`. `client.address` is split into its parts.
    `periods`: the amounts of whole periods. `warnings`: (code, column, text) of cells that did not read well and
    did not stop the row. `cells`: the row as it is in the file, corrections put in.
    """

    line: int
    values: dict[str, Any]
    warnings: list[tuple[str, str, str]] = field(default_factory=list)
    cells: Sequence[Cell] = field(default=(), repr=False, compare=False)
    periods: tuple[PeriodSale, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row left out on purpose.

    `code`: `empty_row`, `repeated_header`, `total_row`, `note_row` (a note or a heading), `not_won` or
    `not_a_sale` (params: stage).
    """

    line: int
    code: str
    params: dict[str, Any] = field(default_factory=dict)


def read_rows(
    table: Table, mapping: Mapping, corrections: AnyMapping[tuple[int, str], str] | None = None
) -> Iterator[ImportRow | RefusedRow | Skipped]:
    """Every row of the table as one of the three kinds; nothing is dropped silently.

    `corrections`: (line, column) → the text that stands for that cell instead of the file's.
    `sale.amount` is quantity × unit price less the discount where the row gives no amount; `sale.discount_amount`
    is what was taken off, see `portfolio_app.exchange.discounts`. A row whose
    deal is not won is skipped; with `deal.title` mapped too it is a deal, and one that is won is a deal and a sale.
    Raises `MappingError` at once, `SourceError` where the file breaks.
    """
    reader = _Reader(table, mapping, corrections or {})
    return reader.rows()


class _Column:
    """One mapped column: its place, its converter and the values already converted."""

    __slots__ = ("cache", "convert", "field", "fine", "name", "place", "refuses", "warns")

    def __init__(self, place: int, name: str, wanted: Field, convert: Converter, refuses: bool) -> None:
        self.place = place
        self.name = name
        self.field = wanted
        self.convert = convert
        self.refuses = refuses
        self.warns = {"email": looks_like_email, "phone": looks_like_phone}.get(wanted.type)
        self.cache: dict[Any, Any] = {}
        self.fine: set[str] = set()

    def accept(self, text: str) -> None:
        """Remember an address that looks right."""
        if len(self.fine) >= _CACHED:
            self.fine.clear()
        self.fine.add(text)


class _Reader:
    def __init__(self, table: Table, mapping: Mapping, corrections: AnyMapping[tuple[int, str], str]) -> None:
        mapping.validate(table)
        self.table = table
        self.places = mapping.bind(table)
        self.fields = {
            name: wanted for name in mapping.fields() if (wanted := mapping.field(name)) is not None
        }
        self.width = len(table.columns)
        self.habits = TableHabits(table)
        self._set_notations(mapping)
        self.points = {name: self._in_points(name) for name in ("sale.discount", "deal.probability")}
        self.stage_place = self.places.get("sale.stage", (None,))[0]
        self.state_place = self.places.get("sale.status", (None,))[0]
        columns = {
            name: [self._column(name, place) for place in places] for name, places in self.places.items()
        }
        single = [found[0] for name, found in columns.items() if len(found) == 1 and PERIOD not in name]
        self.plan = [(column.place, column.field.name, column.cache, column) for column in single]
        self.joined = {
            name: found for name, found in columns.items() if len(found) > 1 and PERIOD not in name
        }
        self.periods = [column for name, found in columns.items() if PERIOD in name for column in found]
        self.naming = tuple(
            name for name in ("client.name", "client.reference", "contact.full_name") if name in self.places
        )
        self.has_contact = any(name.startswith("contact.") for name in self.places)
        self.has_sale = "sale.date" in self.fields
        by_name = self.naming[:1] == ("client.name",)
        self.has_headings = by_name and self.habits.has_headings(self.places["client.name"][0])
        self.constants = {name: self._constant(name, text) for name, text in mapping.constants.items()}
        self._plan_parts()
        self.header = [cell_text(cell).strip() for cell in table.header_cells]
        self.probe = next((place for place, text in enumerate(self.header) if text), -1)
        self.corrected: dict[int, dict[int, str]] = defaultdict(dict)
        index = table.column_index()
        for (line, name), text in corrections.items():
            if name in index:
                self.corrected[line][index[name]] = text

    def _set_notations(self, mapping: Mapping) -> None:
        order = mapping.date_order
        decimal = mapping.decimal
        if order is None or decimal is None:
            sample = self.table.sample(400)
            order = order or infer_date_order(self._cells_of(sample, {"date"})).order
            default: DecimalMark = "," if self.table.dialect.delimiter == ";" else "."
            decimal = decimal or infer_decimal(self._cells_of(sample, NUMBER_TYPES), default=default)
        self.order = order
        # What this program wrote it means: a client may be called "Null".
        self.nothing = frozenset() if MANIFEST in self.table.dialect.sheets else NOTHING
        self.decimal = decimal

    def _column(self, name: str, place: int) -> _Column:
        wanted, title = self.fields[name], self.table.columns[place]
        refuses = name in ("sale.date", "sale.amount", "interaction.date") or (
            name in _SALE_FIGURES and "sale.amount" not in self.places
        )
        read = self._converter(wanted, title)
        kind = "postcode" if name == "client.postcode" else wanted.type
        if kind in ("phone", "postcode") and self.habits.loses_zeros(kind, place):
            read = zero_restored(read, kind)
        return _Column(place, title, wanted, read, refuses)

    def _converter(self, wanted: Field, title: str) -> Converter:
        read = converter(wanted, self.decimal, self.order, points=self.points.get(wanted.name, False))
        return scaled(read, title) if wanted.type == "money" else read

    def _constant(self, name: str, text: str) -> Any:
        try:
            return self._converter(self.fields[name], "")(text)
        except CellError:
            raise MappingError("bad_constant", field=name, value=text[:_CACHED_LENGTH]) from None

    def _plan_parts(self) -> None:
        """What is to be done with the values of a row, by the fields that are mapped."""
        names = self.fields.keys()
        titles = {name: self.table.columns[places[0]] for name, places in self.places.items()}
        groups = {name.partition(".")[0] for name in names}
        self.titles = titles
        self.persons = [
            row_parts.PersonFields(
                f"{person}.full_name",
                f"{person}.first_name",
                f"{person}.last_name",
                name_order(titles.get(f"{person}.full_name", "")),
            )
            for person in _PERSONS
            if f"{person}.full_name" in names and not self._says_parts(person)
        ]
        self.has_address = "client.address" in names
        self.has_deals = "sale.stage" in self.places and "deal.title" in names
        self.has_deal, self.has_survey = "deal" in groups, "survey" in groups
        self.is_dated = bool(groups & {"interaction", "follow_up"})
        words = {word for title in self.table.columns for word in fold_header(title).split()}
        csat = bool(words & {"csat", "satisfaction"}) and "nps" not in words
        self.survey_kind = SurveyKind.CSAT if csat else SurveyKind.NPS
        self.has_full_name = "contact.full_name" in names or any(
            map(self.habits.holds_addresses, self.places.get("client.name", ()))
        )
        self.has_parts = bool(
            self.has_full_name
            or self.persons
            or self.constants
            or self.has_address
            or self.has_deal
            or self.has_survey
            or self.is_dated
        )

    def rows(self) -> Iterator[ImportRow | RefusedRow | Skipped]:
        width, probe = self.width, self.probe
        probe_text = self.header[probe] if probe >= 0 else None
        corrected = self.corrected
        for line, cells, is_note in told_apart(self.table.rows(), width, self.has_headings):
            if corrected and line in corrected:
                cells = [corrected[line].get(place, cell) for place, cell in enumerate(cells)]
            if not any(cells) and not any(cell_text(cell).strip() for cell in cells):
                yield Skipped(line, "empty_row")
                continue
            if probe >= 0 and cells[probe] == probe_text and repeats_header(cells, self.header):
                yield Skipped(line, "repeated_header")
                continue
            if len(cells) > width and any(cell_text(cell).strip() for cell in cells[width:]):
                found = max(place + 1 for place, cell in enumerate(cells) if cell_text(cell).strip())
                yield RefusedRow(line, "", "", "too_many_cells", {"found": found, "expected": width}, cells)
                continue
            yield Skipped(line, "note_row") if is_note and line not in corrected else self._row(line, cells)

    def _row(self, line: int, cells: list[Cell]) -> ImportRow | RefusedRow | Skipped:
        if self.stage_place is not None:
            stage = cell_text(cells[self.stage_place])[:_WORD].strip()
            if not is_won(stage) and any(cell_text(cell).strip() for cell in cells):
                return (
                    self._deal_row(line, cells)
                    if self.has_deals
                    else Skipped(line, "not_won", {"stage": stage})
                )
        document = (
            "" if self.state_place is None else document_kind(cell_text(cells[self.state_place])[:_WORD])
        )
        if document == "void":
            return Skipped(line, "not_a_sale", {"stage": cell_text(cells[self.state_place or 0]).strip()})
        row = ImportRow(line, {}, cells=cells)
        problem = self._convert(cells, row)
        if self._is_total(cells, row, problem):
            return Skipped(line, "total_row")
        if problem is None and NAMING_FIELDS.isdisjoint(row.values):
            if not any(cell_text(cell).strip() for cell in cells):
                return Skipped(line, "empty_row")
            if NAMING_FIELDS.isdisjoint(self.constants):
                problem = RefusedRow(line, self._naming_column(), "", "no_client", {}, cells)
        if problem is None:
            if self.has_parts:
                self._place_parts(row)
            if self.has_contact:
                row_parts.give_to_client(row.values)
        if problem is None and self.has_sale:
            problem = self._complete_sale(cells, row)
            if document == "credit" and problem is None:
                row_parts.give_back(row.values)
        return problem or row

    def _deal_row(self, line: int, cells: list[Cell]) -> ImportRow | RefusedRow:
        """A row about a deal that is not won: no sale."""
        row = ImportRow(line, {}, cells=cells)
        problem = self._convert(cells, row, is_sale=False)
        if problem is None and NAMING_FIELDS.isdisjoint(row.values.keys() | self.constants.keys()):
            problem = RefusedRow(line, self._naming_column(), "", "no_client", {}, cells)
        if problem is None:
            self._place_parts(row)
            if self.has_contact:
                row_parts.give_to_client(row.values)
            row_parts.drop_sale(row.values)
        return problem or row

    def _says_parts(self, person: str) -> bool:
        """Whether first and last name have columns of their own, so that what is blank there is meant to be.

        Address cards have them all, but a name that is not told apart stands in one field alone.
        """
        parts = {f"{person}.first_name", f"{person}.last_name"}
        return parts <= self.fields.keys() and self.table.dialect.kind != "vcard"

    def _place_parts(self, row: ImportRow) -> None:
        values = row.values
        if self.constants:
            row_parts.add_constants(values, self.constants)
        if "client.address" in values:
            row_parts.place_address(values)
        if self.has_full_name:
            row_parts.bare_person(values)
        for person in self.persons:
            row_parts.name_person(values, person)
        if self.has_deals:
            row_parts.deal_from_sale(values)
        if self.has_deal:
            row_parts.complete_deal(values)
        if self.has_survey:
            column = self.titles.get("survey.score", "")
            row_parts.complete_survey(values, self.survey_kind, column, row.warnings)
        if self.is_dated:
            row_parts.note_undated(values, self.titles, row.warnings)

    def _convert(self, cells: list[Cell], row: ImportRow, *, is_sale: bool = True) -> RefusedRow | None:
        """Fills in the row's values; the refusal when a cell that makes it cannot be read."""
        values = row.values
        delayed: RefusedRow | None = None
        for place, name, cache, column in self.plan:
            cell = cells[place]
            if cell is None or cell == "":
                continue
            value = _MISSING if type(cell) is bool else cache.get(cell, _MISSING)
            if value is _MISSING:
                try:
                    value = self._value(column, cell)
                except CellError as error:
                    problem = self._bad_cell(column, cell, error.code, cells, row, is_sale=is_sale)
                    if problem is not None and name != "interaction.date":
                        return problem
                    delayed = problem or delayed
                    continue
            if value is None:
                continue
            if column.warns is not None and value not in column.fine:
                if column.warns(value):
                    column.accept(value)
                else:
                    row.warnings.append((f"odd_{column.field.type}", column.name, value))
                    value = row_parts.first_of_several(value, column.warns)
            values[name] = list(value) if type(value) is list else value
        if self.joined or self.periods:
            problem = self._convert_several(cells, row)
            if problem is not None:
                return problem
        return self._undated(row, delayed) if delayed is not None else None

    def _value(self, column: _Column, cell: Cell) -> Any:
        """The cell's value, kept for the next cell that is the same. Raises `CellError`."""
        value = None if cell in self.nothing else column.convert(cell)
        if type(cell) is not bool and (type(cell) is not str or len(cell) <= _CACHED_LENGTH):
            if len(column.cache) >= _CACHED:
                column.cache.clear()
            column.cache[cell] = value
        return value

    def _convert_several(self, cells: list[Cell], row: ImportRow) -> RefusedRow | None:
        """The fields that several columns fill, and the amounts of whole periods."""
        for name, columns in self.joined.items():
            parts: list[tuple[str, Any]] = []
            for column in columns:
                try:
                    value = self._value(column, cells[column.place])
                except CellError as error:
                    problem = self._bad_cell(column, cells[column.place], error.code, cells, row)
                    if problem:
                        return problem
                    continue
                if value is not None:
                    parts.append((column.name, value))
            if not parts:
                continue
            field = columns[0].field
            joined = row_parts.join(field, parts)
            if type(joined) is str and len(joined) > longest(field):
                params = {"length": len(joined), "limit": longest(field)}
                return RefusedRow(row.line, parts[-1][0], joined, "too_long", params, cells)
            row.values[name] = joined
        periods: list[PeriodSale] = []
        for column in self.periods:
            try:
                amount = self._value(column, cells[column.place])
            except CellError as error:
                self._bad_cell(column, cells[column.place], error.code, cells, row)
                continue
            on = last_day(column.field.name.partition(PERIOD)[2])
            if amount is not None and on is not None:
                periods.append(PeriodSale(on, amount, column.name))
        row.periods = tuple(periods)
        return None

    def _undated(self, row: ImportRow, problem: RefusedRow) -> RefusedRow | None:
        """A touch whose day cannot be read holds the row back; a lone date that cannot be read does not."""
        if any(name.startswith("interaction.") for name in row.values):
            return problem
        row.warnings.append((problem.code, problem.column, problem.value))
        return None

    def _bad_cell(
        self,
        column: _Column,
        cell: Cell,
        code: str,
        cells: list[Cell],
        row: ImportRow,
        *,
        is_sale: bool = True,
    ) -> RefusedRow | None:
        """The refusal of the row for this cell, or `None` when the row comes in without it, which is noted.

        What is too long is not cut: its row waits until somebody shortens it.
        """
        text = cell_text(cell).strip()
        refuses = column.refuses and (is_sale or not column.field.name.startswith("sale."))
        if refuses or code == "too_long":
            params = {"length": len(text), "limit": longest(column.field)} if code == "too_long" else {}
            return RefusedRow(row.line, column.name, text, code, params, cells)
        row.warnings.append((code, column.name, text))
        return None

    def _complete_sale(self, cells: list[Cell], row: ImportRow) -> RefusedRow | None:
        """Computes the amount where it is not given; a row without date and without figures is no sale."""
        values = row.values
        is_given = "sale.amount" in values
        taken_off(values)
        amount = values.get("sale.amount")
        if amount is not None and not is_given and abs(amount) > MAX_MONEY:
            return self._refused(cells, row, "sale.unit_price", "amount_out_of_range", str(amount))
        if "sale.date" not in values:
            if not amount:
                for name in [name for name in values if name.startswith("sale.")]:
                    del values[name]
                return None
            return self._refused(cells, row, "sale.date", "no_date")
        if amount is None:
            return self._refused(cells, row, "sale.amount", "no_amount")
        return None

    def _refused(
        self, cells: list[Cell], row: ImportRow, name: str, code: str, value: str = ""
    ) -> RefusedRow:
        places = self.places.get(name, self.places.get("sale.unit_price"))
        column = "" if places is None else self.table.columns[places[0]]
        return RefusedRow(row.line, column, value, code, {}, cells)

    def _naming_column(self) -> str:
        for name in FIELDS:
            if name in NAMING_FIELDS and name in self.places:
                return self.table.columns[self.places[name][0]]
        return ""

    def _is_total(self, cells: Sequence[Cell], row: ImportRow, problem: RefusedRow | None) -> bool:
        """A line that sums up: it names nobody, or somebody called “Total”, and holds figures only."""
        values = row.values
        if problem is None and not NAMING_FIELDS.isdisjoint(values):
            for name in self.naming:
                if name in values and MAYBE_TOTAL(values[name]):
                    break
            else:
                return False
        return is_total(cells)

    def _in_points(self, name: str) -> bool:
        """Whether a column of percentages holds points: some value in it exceeds 1."""
        places = self.places.get(name)
        if places is None:
            return False
        return any(above_one(cells[places[0]], self.decimal) for _line, cells in self.table.rows())

    def _cells_of(
        self, sample: Sequence[tuple[int, list[Cell]]], types: set[str] | frozenset[str]
    ) -> list[Cell]:
        places = [
            place for name, found in self.places.items() if self.fields[name].type in types for place in found
        ]
        return [cells[place] for _line, cells in sample for place in places]
