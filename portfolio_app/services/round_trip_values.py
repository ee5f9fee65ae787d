"""From an edited cell to what a record holds, and from a record to what a person reads in the cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_notes, clean_text
from portfolio_app.exchange.dates import DateOrder, parse_date
from portfolio_app.exchange.values import (
    parse_amount,
    parse_float,
    parse_int,
    parse_own_choice,
    parse_quantity,
    parse_tags,
    parse_truth,
)
from portfolio_app.exchange.words import fold
from portfolio_app.exchange.workbook_checks import SCALES
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.export_rows import Column
from portfolio_app.services.export_sheets import CONTACT, PRODUCT
from portfolio_app.services.fields import FieldSpec, clean
from portfolio_app.services.round_trip_items import Value

_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")


class CellReader:
    """Reads the cells of edited columns. `specs`: the fields of the sheet's records, by name."""

    def __init__(self, specs: Mapping[str, FieldSpec], words: Words, order: DateOrder) -> None:
        self._specs, self._words, self._order = specs, words, order

    def read(self, column: Column, cell: Cell) -> Any:
        """What the record is to hold. Raises `CellError` or `InvalidValueError`."""
        if column.field in (CONTACT, PRODUCT):
            return clean_text(_plain(cell))
        spec = self._specs[column.field]
        return clean({spec.name: self._value(column, spec, _plain(cell))}, self._specs)[spec.name]

    def _value(self, column: Column, spec: FieldSpec, cell: Cell) -> Any:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return None
        if spec.type in ("money", "quantity", "integer", "number"):
            return _number(spec.type, cell)
        if spec.type == "date":
            text = cell_text(cell).strip()
            return text if re.fullmatch(r"1[0-8]\d\d-\d\d-\d\d", text) else parse_date(cell, self._order)
        if spec.type == "yes_no":
            return parse_truth(cell)
        if spec.type == "tags":
            return parse_tags(cell)
        if spec.type == "choice":
            return self._choice(column, spec, cell)
        text = clean_notes(cell) if spec.type == "note" else clean_text(cell)
        return _SECONDS.sub(r"\1", text) if spec.type == "time" else text

    def _choice(self, column: Column, spec: FieldSpec, cell: Cell) -> str | None:
        """The code that a word stands for, in the workbook's language first."""
        if column.prefix is None:
            return parse_own_choice(spec.choices, cell)
        told = fold(cell_text(cell))
        for words in (self._words, Words("en"), Words("fr")):
            for code in spec.choices:
                if told in (fold(words.value(code, column.prefix)), fold(code)):
                    return code
        raise CellError("bad_choice")

    def shown(self, column: Column, value: Any) -> Value:
        """A value that `read` gave, as a person reads it in the cell."""
        if value is None or value == "":
            return None
        if column.field in (CONTACT, PRODUCT):
            return str(value)
        spec = self._specs[column.field]
        if isinstance(value, bool):
            return self._words["yes" if value else "no"]
        if isinstance(value, list):
            return ", ".join(value)
        if spec.type == "choice" and column.prefix is not None:
            return self._words.value(str(value), column.prefix)
        return value  # type: ignore[no-any-return]


def cell_value(column: Column, cell: Any) -> Value:
    """A cell as the workbook is written with it, as a person reads it."""
    if cell is None or cell == "":
        return None
    if column.kind in ("money", "quantity"):
        return Decimal(cell) / SCALES[column.kind]
    return cell  # type: ignore[no-any-return]


def told(value: Value, words: Words) -> str:
    """A value inside the name of a record."""
    if value is None:
        return ""
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, Decimal):
        return words.amount(value)
    return str(value)


def _plain(cell: Cell) -> Cell:
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def _number(kind: str, cell: Cell) -> Any:
    if kind == "money":
        return parse_amount(cell)
    if kind == "quantity":
        return parse_quantity(cell)
    return parse_int(cell) if kind == "integer" else parse_float(cell)
