"""Turning the cells of a table into typed values: what imports, what is refused, what is skipped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_notes, clean_text
from portfolio_app.exchange.dates import infer_date_order, is_zero_date, parse_date
from portfolio_app.exchange.fields import FIELDS, NAMING_FIELDS, NUMBER_TYPES, Field, longest
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.numbers import (
    DecimalMark,
    infer_decimal,
    parse_amount,
    parse_number,
    parse_percent,
    parse_quantity,
)
from portfolio_app.exchange.refusals import RefusedRow
from portfolio_app.exchange.tabular import Table
from portfolio_app.exchange.values import (
    looks_like_email,
    looks_like_phone,
    parse_choice,
    parse_days,
    parse_float,
    parse_minutes,
    parse_own_choice,
    parse_tags,
    parse_truth,
)
from portfolio_app.exchange.words import document_kind, fold, is_won, words_of
from portfolio_app.models.money import MAX_MONEY

_CACHED = 60_000
_CACHED_LENGTH = 500
"""Longer cells are notes: seldom twice the same, and too much to keep."""
_WORD = 200
"""No word of a closed list is longer."""
_MISSING: Any = object()
_PLAIN = re.compile(r"-?\d{1,8}(?:\.\d{1,12})?").fullmatch
_SEVERAL = re.compile(r":::|[;,|\n]|\s/\s")
_NOT_NEEDED_WITH_AMOUNT = frozenset({"sale.discount", "sale.unit_price"})
_REFUSING = ("sale.", "interaction.date")
_NOT_REFUSING = frozenset({"sale.due_on", "sale.paid_on"})
"""“On receipt” is a usual word there: the sale comes in without that day."""


@dataclass(slots=True)
class ImportRow:
    """A row that can be imported. `values`: field name → typed value, blank cells left out.

    Dates are `date`, money and quantities `Decimal`, `sale.discount` a fraction of 1, tags `list[str]`,
    choices the values of `portfolio_app.models.enums`, the book's own numbers `float` and its yes or no `bool`,
    everything else `str`. `warnings`: (code, column,
    text) of cells that did not read well and did not stop the row. `cells`: the row as it is in the file.
    """

    line: int
    values: dict[str, Any]
    warnings: list[tuple[str, str, str]] = field(default_factory=list)
    cells: Sequence[Cell] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row left out on purpose.

    `code`: `empty_row`, `repeated_header`, `total_row`, `not_won` or `not_a_sale` (params: stage).
    """

    line: int
    code: str
    params: dict[str, Any] = field(default_factory=dict)


Converter = Callable[[Cell], Any]


def read_rows(table: Table, mapping: Mapping) -> Iterator[ImportRow | RefusedRow | Skipped]:
    """Every row of the table as one of the three kinds; nothing is dropped silently.

    `sale.amount` is quantity × unit price × (1 − discount) where the row gives no amount. A row whose
    deal is not won is skipped. Raises `MappingError` at once, `SourceError` where the file breaks.
    """
    reader = _Reader(table, mapping)
    return reader.rows()


class _Column:
    """One mapped column: its place, its converter and the values already converted."""

    __slots__ = ("cache", "convert", "field", "name", "place", "refuses", "warns")

    def __init__(self, place: int, name: str, wanted: Field, convert: Converter) -> None:
        self.place = place
        self.name = name
        self.field = wanted
        self.convert = convert
        self.refuses = wanted.name.startswith(_REFUSING) and wanted.name not in _NOT_REFUSING
        self.warns = {"email": looks_like_email, "phone": looks_like_phone}.get(wanted.type)
        self.cache: dict[Any, Any] = {}


class _Reader:
    def __init__(self, table: Table, mapping: Mapping) -> None:
        mapping.validate(table)
        self.table = table
        self.places = mapping.bind(table)
        self.fields = {name: wanted for name in self.places if (wanted := mapping.field(name)) is not None}
        self.width = len(table.columns)
        order = mapping.date_order
        decimal = mapping.decimal
        if order is None or decimal is None:
            sample = table.sample(400)
            order = order or infer_date_order(self._cells_of(sample, {"date"})).order
            default: DecimalMark = "," if table.dialect.delimiter == ";" else "."
            decimal = decimal or infer_decimal(self._cells_of(sample, NUMBER_TYPES), default=default)
        self.order = order
        self.decimal = decimal
        self.points = self._discount_in_points()
        self.stage_place = self.places.get("sale.stage")
        self.state_place = self.places.get("sale.status")
        self.columns = [
            _Column(place, table.columns[place], self.fields[name], self._converter(self.fields[name]))
            for name, place in self.places.items()
        ]
        if "sale.amount" in self.places:
            for column in self.columns:
                column.refuses = column.refuses and column.field.name not in _NOT_NEEDED_WITH_AMOUNT
        self.plan = [(column.place, column.field.name, column.cache, column) for column in self.columns]
        self.naming = tuple(
            name for name in ("client.name", "client.reference", "contact.full_name") if name in self.places
        )
        self.has_contact = any(name.startswith("contact.") for name in self.places)
        self.has_sale = "sale.date" in self.places
        self.header = [cell_text(cell).strip() for cell in table.header_cells]
        self.probe = next((place for place, text in enumerate(self.header) if text), -1)

    def rows(self) -> Iterator[ImportRow | RefusedRow | Skipped]:
        width, probe = self.width, self.probe
        probe_text = self.header[probe] if probe >= 0 else None
        for line, cells in self.table.rows():
            if not any(cells) and not any(cell_text(cell).strip() for cell in cells):
                yield Skipped(line, "empty_row")
                continue
            if probe >= 0 and cells[probe] == probe_text and self._repeats_header(cells):
                yield Skipped(line, "repeated_header")
                continue
            if len(cells) > width and any(cell_text(cell).strip() for cell in cells[width:]):
                found = max(place + 1 for place, cell in enumerate(cells) if cell_text(cell).strip())
                yield RefusedRow(line, "", "", "too_many_cells", {"found": found, "expected": width}, cells)
                continue
            yield self._row(line, cells)

    def _row(self, line: int, cells: list[Cell]) -> ImportRow | RefusedRow | Skipped:
        if self.stage_place is not None:
            stage = cell_text(cells[self.stage_place])[:_WORD].strip()
            if not is_won(stage) and any(cell_text(cell).strip() for cell in cells):
                return Skipped(line, "not_won", {"stage": stage})
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
            problem = RefusedRow(line, self._naming_column(), "", "no_client", {}, cells)
        if problem is None and self.has_contact:
            _give_to_client(row.values)
        if problem is None and self.has_sale:
            problem = self._complete_sale(cells, row)
            if document == "credit" and problem is None:
                _give_back(row.values)
        return problem or row

    def _convert(self, cells: list[Cell], row: ImportRow) -> RefusedRow | None:
        values = row.values
        for place, name, cache, column in self.plan:
            cell = cells[place]
            if cell is None or cell == "":
                continue
            value = _MISSING if type(cell) is bool else cache.get(cell, _MISSING)
            if value is _MISSING:
                try:
                    value = column.convert(cell)
                except CellError as error:
                    problem = self._bad_cell(column, cell, error.code, cells, row)
                    if problem:
                        return problem
                    continue
                if type(cell) is not bool and (type(cell) is not str or len(cell) <= _CACHED_LENGTH):
                    if len(cache) >= _CACHED:
                        cache.clear()
                    cache[cell] = value
            if value is None:
                continue
            if column.warns is not None and not column.warns(value):
                row.warnings.append((f"odd_{column.field.type}", column.name, value))
                value = _first_of_several(value, column.warns)
            values[name] = list(value) if type(value) is list else value
        return None

    def _bad_cell(
        self, column: _Column, cell: Cell, code: str, cells: list[Cell], row: ImportRow
    ) -> RefusedRow | None:
        text = cell_text(cell).strip()
        if column.refuses or code == "too_long":
            params = {"length": len(text), "limit": longest(column.field)} if code == "too_long" else {}
            return RefusedRow(row.line, column.name, text, code, params, cells)
        row.warnings.append((code, column.name, text))
        return None

    def _complete_sale(self, cells: list[Cell], row: ImportRow) -> RefusedRow | None:
        """Computes the amount where it is not given; a row without date and without figures is no sale."""
        values = row.values
        amount = values.get("sale.amount")
        if amount is None:
            quantity, price = values.get("sale.quantity"), values.get("sale.unit_price")
            if quantity is not None and price is not None:
                amount = quantity * price
                discount = values.get("sale.discount")
                if discount:
                    amount *= 1 - discount
                if abs(amount) > MAX_MONEY:
                    return self._refused(cells, row, "sale.unit_price", "amount_out_of_range", str(amount))
                values["sale.amount"] = amount
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
        place = self.places.get(name, self.places.get("sale.unit_price"))
        column = "" if place is None else self.table.columns[place]
        return RefusedRow(row.line, column, value, code, {}, cells)

    def _naming_column(self) -> str:
        for name in FIELDS:
            if name in NAMING_FIELDS and name in self.places:
                return self.table.columns[self.places[name]]
        return ""

    def _repeats_header(self, cells: Sequence[Cell]) -> bool:
        texts = [
            (cell_text(cell).strip(), name) for cell, name in zip(cells, self.header, strict=False) if name
        ]
        same = sum(text == name for text, name in texts)
        return same >= 0.8 * len(texts) and (same >= 2 or len(self.header) == 1)

    def _is_total(self, cells: Sequence[Cell], row: ImportRow, problem: RefusedRow | None) -> bool:
        """A line that sums up: the word “total”, maybe figures, and nothing else."""
        values = row.values
        if problem is None and not NAMING_FIELDS.isdisjoint(values):
            for name in self.naming:
                if name in values and _MAYBE_TOTAL(values[name]):
                    break
            else:
                return False
        texts = [text for text in (cell_text(cell).strip() for cell in cells) if text]
        words = [text for text in texts if len(text) < 40 and _is_total_word(text)]
        others = [text for text in texts if len(text) >= 40 or not _is_total_word(text)]
        return bool(words) and all(_is_figure(text) for text in others)

    def _discount_in_points(self) -> bool:
        """Whether the discount column holds percent points: some value in it exceeds 1."""
        place = self.places.get("sale.discount")
        if place is None or "sale.amount" in self.places:
            return False
        return any(_above_one(cells[place], self.decimal) for _line, cells in self.table.rows())

    def _cells_of(
        self, sample: Sequence[tuple[int, list[Cell]]], types: set[str] | frozenset[str]
    ) -> list[Cell]:
        places = [place for name, place in self.places.items() if self.fields[name].type in types]
        return [cells[place] for _line, cells in sample for place in places]

    def _converter(self, wanted: Field) -> Converter:
        kind, limit = wanted.type, longest(wanted)
        decimal, order = self.decimal, self.order
        if kind == "date":
            return lambda cell: _date(cell, order)
        if kind in ("money", "quantity"):
            parse = parse_amount if kind == "money" else parse_quantity
            return lambda cell: _number(cell, parse, decimal)
        if kind == "percent":
            points = self.points
            return lambda cell: _percent(cell, decimal, points)
        if kind == "minutes":
            return lambda cell: parse_minutes(cell) if cell_text(cell).strip() else None
        if kind == "days":
            return lambda cell: parse_days(cell) if cell_text(cell).strip() else None
        if kind == "choice":
            return lambda cell: _choice(wanted.name, cell)
        if kind == "number":
            return lambda cell: parse_float(cell, decimal) if cell_text(cell).strip(" -–—") else None
        if kind == "truth":
            return parse_truth
        if kind == "own_choice":
            return lambda cell: parse_own_choice(wanted.choices, cell)
        if kind == "tags":
            return lambda cell: _limited(parse_tags, cell, limit)
        if kind == "notes":
            return lambda cell: _limited(clean_notes, cell, limit)
        if wanted.name.endswith(".reference") or wanted.name == "sale.order_reference":
            return lambda cell: _reference(cell, limit)
        return lambda cell: _line_of_text(cell, limit)


def _give_to_client(values: dict[str, Any]) -> None:
    """A row that names no person gives its e-mail and phone to the client."""
    if values.keys() & {"contact.full_name", "contact.first_name", "contact.last_name"}:
        return
    for source, target in (
        ("contact.email", "client.email"),
        ("contact.phone", "client.phone"),
        ("contact.mobile", "client.phone"),
    ):
        if source in values and target not in values:
            values[target] = values.pop(source)


def _first_of_several(text: str, good: Callable[[str], bool]) -> str:
    """The first address of a cell that holds several; a cell that does not read so stays as typed."""
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    return parts[0] if len(parts) > 1 and all(map(good, parts)) else text


def _date(cell: Cell, order: Any) -> Any:
    if type(cell) is str:
        text = cell.strip()
        if not text or is_zero_date(text):
            return None
        return parse_date(text, order)
    return parse_date(cell, order)


def _number(
    cell: Cell, parse: Callable[[Cell, DecimalMark], Decimal], decimal: DecimalMark
) -> Decimal | None:
    if type(cell) is str:
        if decimal == "." and _PLAIN(cell):
            return Decimal(cell)
        text = cell.strip()
        if not text or text in ("-", "–", "—"):
            return None
        return parse(text, decimal)
    return parse(cell, decimal)


def _reference(cell: Cell, limit: int) -> str | None:
    """A code; “13085.0” is a number that passed through a spreadsheet or pandas: the code is 13085."""
    text = _line_of_text(cell, limit)
    return text[:-2] if text and text.endswith(".0") and text[:-2].isdecimal() else text


def _percent(cell: Cell, decimal: DecimalMark, points: bool) -> Decimal | None:
    if not cell_text(cell).strip(" -–—"):
        return None
    return parse_percent(cell, decimal, points=points)


def _line_of_text(cell: Cell, limit: int) -> str | None:
    if type(cell) is str and len(cell) <= limit and cell.isascii() and cell.isprintable():
        text = cell.strip()
        if "  " not in text and text[:1] != "'":
            return text or None
    text = clean_text(cell)
    if len(text) > limit:
        raise CellError("too_long")
    return text or None


def _choice(name: str, cell: Cell) -> Any:
    found = parse_choice(name, cell)
    if found is None and cell_text(cell).strip():
        raise CellError("bad_choice")
    return found


def _limited(read: Converter, cell: Cell, limit: int) -> Any:
    if type(cell) is str and len(cell) > 2 * limit:
        cell = cell.strip()  # what cleaning may take away besides is little
        if len(cell) > 2 * limit:
            raise CellError("too_long")
    value = read(cell)
    length = len(value) if type(value) is str else sum(map(len, value))
    if length > limit:
        raise CellError("too_long")
    return value or None


def _above_one(cell: Cell, decimal: DecimalMark) -> bool:
    text = cell_text(cell).strip()
    if not text or text in ("0", "0.0", "0,0") or "%" in text:
        return False
    try:
        return abs(parse_number(text, decimal)) > 1
    except CellError:
        return False


_MAYBE_TOTAL = re.compile(
    r"\W*(?:sous|sub|grand|tota|somme|sum|ensemble|montant|report|cumul|[aà] rep)", re.IGNORECASE
).match
_TOTALS = words_of(
    "total|totaux|sous total|sous totaux|total general|grand total|total ht|total ttc|somme|"
    "subtotal|total client|totals|total clients|ensemble|total eur|sum|total general ht|"
    "montant total|total page|report|cumul|a reporter"
)


def _give_back(values: dict[str, Any]) -> None:
    """A credit note written with positive figures takes money away all the same."""
    if values.get("sale.amount", 0) > 0:
        for name in ("sale.amount", "sale.quantity", "sale.cost", "sale.margin"):
            if name in values:
                values[name] = -values[name]


@lru_cache(maxsize=4_096)
def _is_total_word(text: str) -> bool:
    return fold(text) in _TOTALS


def _is_figure(text: str) -> bool:
    try:
        parse_number(text.rstrip("% "))
    except CellError:
        return False
    return True
